import type { Activity } from '../model/activity.js';
import type { CampaignPage } from '../model/campaign.js';
import type { Field, FieldValue, Metrics, Profile } from '../model/customer.js';
import type { PlainDay } from '../model/day.js';
import type { Impact } from '../model/impact.js';
import type { Predictions } from '../model/prediction.js';
import type { Answer, Caveat, Meta } from '../model/resource.js';
import { given } from './given.js';
import { groupBy } from './group-by.js';

/** An answer and who gave it. */
export interface Told<Value> {
  readonly name: string;
  readonly answer: Answer<Value>;
}

/** Precedence: of several that mean the same, the first. */
export function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...groupBy(items, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** What the answers say of themselves, together: the strictest where they differ. */
export function joinAnswers(told: readonly Told<unknown>[], missing: readonly string[]): { readonly meta: Meta; readonly leftOut: number } {
  const metas = told.map(({ answer }) => answer.meta);
  const [head] = metas;
  const sources = told.map(({ name, answer: { meta } }) => given({ source: meta.source ?? name, asOf: meta.asOf }));
  const queries = metas.flatMap(({ query }) => query ?? []);
  // Before the latest of these days the picture is not whole.
  const dataSince = metas
    .flatMap(({ dataSince: day }) => day ?? [])
    .sort()
    .at(-1);
  const caveats = [...new Set(metas.flatMap((meta): readonly Caveat[] => meta.caveats ?? []))];
  const missingSources = [...new Set([...missing, ...metas.flatMap((meta) => meta.missingSources ?? [])])];
  return {
    meta: {
      ...(sources.length && { source: sources.map(({ source }) => source).join(', '), sources }),
      ...(head?.asOf !== undefined && { asOf: head.asOf }),
      ...(head?.timeZone !== undefined && { timeZone: head.timeZone }),
      ...(dataSince !== undefined && { dataSince }),
      ...(metas.some(({ truncated }) => truncated) && { truncated: true }),
      ...(queries.length && { query: queries.join(';\n\n') }),
      ...(missingSources.length && { missingSources }),
      ...(caveats.length && { caveats }),
    },
    leftOut: told.reduce((sum, { answer }) => sum + answer.leftOut, 0),
  };
}

/** Fields by key: the first source's stands, what others say of the same stands in its provenance. */
export function mergeProfiles(told: readonly Told<Profile>[]): Profile {
  const [head] = told;
  const profiles = told.map(({ answer }) => answer.value);
  const fields = new Map<string, Field>();
  const values = new Map<string, FieldValue>();
  for (const { name, answer } of told) {
    for (const field of answer.value.fields) {
      const value = answer.value.values.get(field.key);
      const held = fields.get(field.key);
      if (!held) fields.set(field.key, field);
      else {
        const isOther = value !== undefined && values.has(field.key);
        fields.set(field.key, {
          ...held,
          // What one of them holds to be sensitive, none may show (contract section 2, `masked`).
          sensitive: held.sensitive || field.sensitive,
          ...(isOther && { otherValues: [...(held.otherValues ?? []), { source: name, value }] }),
        });
      }
      if (value !== undefined && !values.has(field.key)) values.set(field.key, value);
    }
  }
  const profile = head!.answer.value;
  const customers = profiles.map(({ customer }) => customer);
  return {
    ...profile,
    customer: {
      ...Object.assign({}, ...customers.toReversed()),
      flags: customers.flatMap(({ flags }) => flags),
      identifiers: firstOfEach(
        customers.flatMap(({ identifiers }) => identifiers),
        ({ type, value }) => `${type}|${value}`,
      ),
    },
    fields: [...fields.values()],
    values,
    ...visibleOf(profiles),
    segments: firstOfEach(
      profiles.flatMap(({ segments }) => segments),
      ({ id }) => id,
    ),
  };
}

function visibleOf(profiles: readonly Profile[]): Pick<Profile, 'visible'> {
  const visible = profiles.map((profile) => profile.visible).find((keys) => keys !== undefined);
  return visible ? { visible } : {};
}

/** Each metric from the first source that has it; a course only of the source whose figure it leads to. */
export function mergeMetrics(told: readonly Told<Metrics>[]): Metrics {
  const all = told.map(({ answer }) => answer.value);
  const { series: _series, ...figures }: Metrics = Object.assign({}, ...all.toReversed());
  const holder = all.find(({ series }) => series);
  const values = new Map([...(holder?.series?.values ?? [])].filter(([name]) => all.find((one) => one[name]) === holder));
  return { ...figures, ...(holder?.series && values.size > 0 && { series: { dates: holder.series.dates, values } }) };
}

/** KPIs by key over the days of all, each day without a value a gap (T24). */
export function mergeImpacts(told: readonly Told<Impact>[]): Impact {
  const impacts = told.map(({ answer }) => answer.value);
  const dates = [...new Set(impacts.flatMap((impact) => impact.dates))].sort();
  const kpis = new Map<string, Impact['kpis'][number]>();
  for (const impact of impacts) {
    const positions = new Map(impact.dates.map((date, index) => [date, index]));
    for (const kpi of impact.kpis) {
      const key = `${kpi.key}|${kpi.window}`;
      const currency = kpi.currency ?? impact.currency;
      if (!kpis.has(key))
        kpis.set(key, { ...kpi, ...(currency !== undefined && { currency }), values: dates.map((date) => kpi.values[positions.get(date) ?? -1] ?? null) });
    }
  }
  // A campaign is known in the source it came from and in no other: whoever opens it has to know which.
  const targeting = groupBy(
    told.flatMap(({ name, answer: { value, meta } }) =>
      value.targetingDays.map(({ date, campaigns }) => ({ date, campaigns: campaigns.map((one) => ({ source: meta.source ?? name, ...one })) })),
    ),
    ({ date }) => date,
  );
  // The currency of an answer goes with its amounts, as it does with its figures.
  const attribution = impacts.flatMap(({ attribution: list = [], currency: code }) =>
    code === undefined ? list : list.map((one) => ({ ...one, value: { currency: code, ...one.value } })),
  );
  const currencies = new Set(impacts.flatMap(({ currency }) => currency ?? []));
  const [currency] = currencies;
  return {
    ...(currencies.size === 1 && currency !== undefined && { currency }),
    dates,
    kpis: [...kpis.values()],
    targetingDays: [...targeting]
      .map(([date, days]) => ({ date, campaigns: days.flatMap(({ campaigns }) => campaigns) }))
      .sort((left, right) => (left.date < right.date ? -1 : 1)),
    ...(attribution.length && { attribution }),
  };
}

/** Day counts add up: the sources tell of different things. */
export function mergeActivities(told: readonly Told<Activity>[]): Activity {
  const activities = told.map(({ answer }) => answer.value);
  const days = new Map<string, { date: PlainDay; lane: Activity['days'][number]['lane']; count: number; types: Map<string, number> }>();
  for (const { date, lane, count, types } of activities.flatMap((activity) => activity.days)) {
    const day = days.get(`${date} ${lane}`) ?? { date, lane, count: 0, types: new Map() };
    days.set(`${date} ${lane}`, day);
    day.count += count;
    for (const [type, number] of types) day.types.set(type, (day.types.get(type) ?? 0) + number);
  }
  const firstPurchase = activities.flatMap((activity) => activity.firstPurchase ?? []).sort((left, right) => left.at - right.at)[0];
  const lastActivity = activities.flatMap((activity) => activity.lastActivity ?? []).sort((left, right) => right.at - left.at)[0];
  return {
    days: [...days.values()].sort((left, right) => (left.date < right.date ? -1 : Number(left.date > right.date))),
    ...(firstPurchase && { firstPurchase }),
    ...(lastActivity && { lastActivity }),
    eventTypes: firstOfEach(
      activities.flatMap(({ eventTypes }) => eventTypes),
      ({ type }) => type,
    ),
  };
}

/** Each prediction from the first source that has it; likelihoods stay together, since their horizon is one. */
export function mergePredictions(told: readonly Told<Predictions>[]): Predictions {
  const all = told.map(({ answer }) => answer.value);
  const likely = all.find(({ likelihoods }) => likelihoods.length > 0);
  const { horizonDays: _horizon, ...rest }: Predictions = Object.assign({}, ...all.toReversed());
  return { ...rest, likelihoods: likely?.likelihoods ?? [], ...(likely?.horizonDays !== undefined && { horizonDays: likely.horizonDays }) };
}

/** How much the customer heard, by channel, from all together. */
export function addPressure(list: NonNullable<CampaignPage['contactPressure']>): NonNullable<CampaignPage['contactPressure']> {
  const channels = groupBy(list, ({ channel }) => channel);
  const sum = (parts: typeof list, key: 'last7Days' | 'last30Days'): number => parts.reduce((total, part) => total + part[key], 0);
  return [...channels].map(([channel, parts]) => ({ channel, last7Days: sum(parts, 'last7Days'), last30Days: sum(parts, 'last30Days') }));
}
