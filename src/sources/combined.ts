import type { Activity } from '../model/activity.js';
import type { CampaignDecision, CampaignPage } from '../model/campaign.js';
import type { Field, FieldValue, Metrics, Profile } from '../model/customer.js';
import type { CampaignsQuery, CustomerSource, EventsQuery, Reader, ReadOptions } from '../model/customer-source.js';
import type { PlainDay } from '../model/day.js';
import type { CustomerEvent, Page } from '../model/event.js';
import type { Impact } from '../model/impact.js';
import type { Predictions } from '../model/prediction.js';
import type { Answer, Caveat, Meta } from '../model/resource.js';
import { NotEnabled } from '../model/source-error.js';
import { closed } from './answer.js';
import { assertSome, failureOf, missingOf, type Spare, spare } from './gather.js';
import { groupBy } from './group-by.js';
import { compareDecisions, compareEvents } from './order.js';

/** One of the sources named by `source="optimove smartico"`. */
export interface NamedSource {
  readonly name: string;
  readonly source: CustomerSource;
}

/** An answer and who gave it. */
interface Told<Value> {
  readonly name: string;
  readonly answer: Answer<Value>;
}

/**
 * Several sources as one: what both tell is merged, what one cannot tell the other does, and one that fails leaves the others' data with a
 * note. The written order is precedence (contract section 5, "Combined").
 */
export function createCombinedSource(sources: readonly NamedSource[]): CustomerSource {
  /** Asks all that can answer, in the same tick. */
  async function askAll<Value>(
    name: keyof CustomerSource,
    signal: AbortSignal,
    ask: (source: CustomerSource, sourceName: string) => Promise<Answer<Value>> | undefined,
  ): Promise<{ readonly told: readonly Told<Value>[]; readonly missing: readonly string[] }> {
    const able = sources.filter(({ source }) => source[name]);
    // An answer about somebody else is that source's failure; the others' stand (V26).
    const spares = await Promise.all(
      able.map((one) => spare(one.name, ask(one.source, one.name) ?? Promise.reject(new TypeError(one.name)), signal, () => false)),
    );
    assertSome(spares);
    return { told: spares.flatMap(({ value }, index) => (value ? [{ name: able[index]!.name, answer: value }] : [])), missing: missingOf(spares) };
  }

  /** A reader that asks all with the same question and merges what they tell. */
  function merged<Query extends object, Value>(
    name: keyof CustomerSource,
    readerOf: (source: CustomerSource) => Reader<Query, Value> | undefined,
    merge: (told: readonly Told<Value>[]) => Value,
  ): Reader<Query, Value> {
    return async (query, options) => {
      const { told, missing } = await askAll(name, options.signal, (source) => readerOf(source)?.(query, options));
      return closed({ value: merge(told), ...joinAnswers(told, missing) });
    };
  }

  /** A reader that asks one after the other until one can tell: a proof or a field lives in one place. */
  function first<Query extends object, Value>(readerOf: (source: CustomerSource) => Reader<Query, Value> | undefined): Reader<Query, Value> {
    return async (query, options) => {
      const failures: Spare<unknown>[] = [];
      for (const { name, source } of sources) {
        const reader = readerOf(source);
        if (!reader) continue;
        const asked = await spare(name, reader(query, options), options.signal, () => false);
        if (asked.value) return asked.value;
        failures.push(asked);
      }
      throw failureOf(failures);
    };
  }

  /** Lists are merged by time with one cursor each; see `Cursor`. */
  function paged<Query extends EventsQuery | CampaignsQuery, Item extends { readonly id: string }, List extends Page<Item>>(
    name: keyof CustomerSource,
    readerOf: (source: CustomerSource) => Reader<Query, List> | undefined,
    compare: (query: Query) => (left: Item, right: Item) => number,
  ): (query: Query, options: ReadOptions) => Promise<{ readonly page: Page<Item>; readonly told: readonly Told<List>[]; readonly missing: readonly string[] }> {
    return async (query, options) => {
      const places = decodeCursor(query.cursor);
      const { told, missing } = await askAll(name, options.signal, (source, sourceName) => {
        const place = places?.get(sourceName);
        if (places && !place) return Promise.resolve({ value: { items: [] } as unknown as List, meta: {}, leftOut: 0 });
        const { cursor: _combined, ...rest } = query;
        return readerOf(source)?.({ ...rest, ...(place?.cursor !== undefined && { cursor: place.cursor }) } as Query, options);
      });
      return { page: mergePages(told, places, compare(query)), told, missing };
    };
  }

  const able = (name: keyof CustomerSource): boolean => sources.some(({ source }) => source[name]);
  const readEvents = paged<EventsQuery, CustomerEvent, Page<CustomerEvent>>(
    'events',
    ({ events }) => events,
    ({ order }) => compareEvents(order),
  );
  const readCampaigns = paged<CampaignsQuery, CampaignDecision, CampaignPage>(
    'campaigns',
    ({ campaigns }) => campaigns,
    () => compareDecisions,
  );

  const settings = sources.find(({ source }) => source.attributeSettings)?.source;
  const refused = (): Promise<never> => Promise.reject(new NotEnabled());

  const all: Required<CustomerSource> = {
    search: merged(
      'search',
      ({ search }) => search,
      (told) =>
        firstOfEach(
          told.flatMap(({ answer }) => answer.value),
          ({ id }) => id,
        ),
    ),
    profile: merged('profile', ({ profile }) => profile, mergeProfiles),
    metrics: merged('metrics', ({ metrics }) => metrics, mergeMetrics),
    impact: merged('impact', ({ impact }) => impact, mergeImpacts),
    activity: merged('activity', ({ activity }) => activity, mergeActivities),
    predictions: merged('predictions', ({ predictions }) => predictions, mergePredictions),
    field: first(({ field }) => field),
    proof: first(({ proof }) => proof),
    // What is read in one place is saved in that place, and nowhere else when that fails.
    attributeSettings: settings?.attributeSettings ?? refused,
    saveAttributeSettings: settings?.saveAttributeSettings ?? refused,
    events: async (query, options) => {
      const { page, told, missing } = await readEvents(query, options);
      return closed({ value: page, ...joinAnswers(told, missing) });
    },
    campaigns: async (query, options) => {
      const { page, told, missing } = await readCampaigns(query, options);
      const counts = new Map<string, number>();
      for (const [decision, count] of told.flatMap(({ answer }) => [...(answer.value.counts ?? [])])) counts.set(decision, (counts.get(decision) ?? 0) + count);
      const pressure = told.flatMap(({ answer }) => answer.value.contactPressure ?? []);
      return closed({
        value: { ...page, ...(counts.size && { counts }), ...(pressure.length && { contactPressure: addPressure(pressure) }) },
        ...joinAnswers(told, missing),
      });
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => able(name as keyof CustomerSource)));
}

/** Precedence: of several that mean the same, the first. */
function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...groupBy(items, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** What the answers say of themselves, together: the strictest where they differ. */
function joinAnswers(told: readonly Told<unknown>[], missing: readonly string[]): { readonly meta: Meta; readonly leftOut: number } {
  const metas = told.map(({ answer }) => answer.meta);
  const [head] = metas;
  const names = told.map(({ name, answer }) => answer.meta.source ?? name);
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
      ...(names.length && { source: names.join(', ') }),
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

/*
 * The cursor of a merged list: for each source the cursor of the page it is on and how many of that page's records were given out already.
 * A page ends where the first source that has more ran out, since beyond that nobody knows what comes next in time; what another
 * source had beyond it is asked for again with the next page. So nothing of a customer is kept between questions (TH13).
 */
interface Place {
  readonly cursor?: string;
  readonly given: number;
}

function decodeCursor(text: string | undefined): ReadonlyMap<string, Place> | undefined {
  if (text === undefined) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return new Map();
    return new Map(
      list.flatMap((entry: unknown): [string, Place][] => {
        if (!Array.isArray(entry)) return [];
        const [name, cursor, given] = entry as readonly unknown[];
        return typeof name === 'string' && typeof given === 'number' ? [[name, { given, ...(typeof cursor === 'string' && { cursor }) }]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

function mergePages<Item extends { readonly id: string }>(
  told: readonly Told<Page<Item>>[],
  places: ReadonlyMap<string, Place> | undefined,
  compare: (left: Item, right: Item) => number,
): Page<Item> {
  const lists = told.map(({ name, answer }) => {
    const given = places?.get(name)?.given ?? 0;
    const page = { ...answer.value, items: answer.value.items.toSorted(compare) };
    return { name, page, given, items: page.items.slice(given) };
  });
  // The last record of each source that has more: beyond the earliest of them the order is not known yet.
  const lasts = lists.flatMap(({ page }) => (page.nextCursor === undefined ? [] : (page.items.at(-1) ?? [])));
  const limit = lasts.toSorted(compare)[0];
  const isKnown = (item: Item): boolean => limit === undefined || compare(item, limit) <= 0;
  const next = lists.flatMap(({ name, page, given, items }): (readonly [string, string | null, number])[] => {
    const count = given + items.filter(isKnown).length;
    const place = places?.get(name)?.cursor ?? null;
    if (count < page.items.length) return [[name, place, count]];
    return page.nextCursor === undefined ? [] : [[name, page.nextCursor, 0]];
  });
  const totals = lists.map(({ page }) => page.total);
  return {
    items: lists.flatMap(({ items }) => items.filter(isKnown)).sort(compare),
    ...(next.length && { nextCursor: JSON.stringify(next) }),
    ...(!places && totals.every((total) => total !== undefined) && { total: totals.reduce<number>((sum, total) => sum + (total ?? 0), 0) }),
  };
}

/** Fields by key: the first source's stands, what others say of the same stands in its provenance. */
function mergeProfiles(told: readonly Told<Profile>[]): Profile {
  const [head] = told;
  const profiles = told.map(({ answer }) => answer.value);
  const fields = new Map<string, Field>();
  const values = new Map<string, FieldValue>();
  for (const { name, answer } of told) {
    for (const field of answer.value.fields) {
      const value = answer.value.values.get(field.key);
      const held = fields.get(field.key);
      if (!held) fields.set(field.key, field);
      else if (value !== undefined && values.has(field.key))
        fields.set(field.key, { ...held, otherValues: [...(held.otherValues ?? []), { source: name, value }] });
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

/** Each metric from the first source that has it; a course only with the figures it belongs to. */
function mergeMetrics(told: readonly Told<Metrics>[]): Metrics {
  return Object.assign({}, ...told.map(({ answer }) => answer.value).toReversed());
}

/** KPIs by key over the days of all, each day without a value a gap (T24). */
function mergeImpacts(told: readonly Told<Impact>[]): Impact {
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
  const targeting = groupBy(
    impacts.flatMap(({ targetingDays }) => targetingDays),
    ({ date }) => date,
  );
  const attribution = impacts.flatMap((impact) => impact.attribution ?? []);
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
function mergeActivities(told: readonly Told<Activity>[]): Activity {
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
function mergePredictions(told: readonly Told<Predictions>[]): Predictions {
  const all = told.map(({ answer }) => answer.value);
  const likely = all.find(({ likelihoods }) => likelihoods.length > 0);
  const { horizonDays: _horizon, ...rest }: Predictions = Object.assign({}, ...all.toReversed());
  return { ...rest, likelihoods: likely?.likelihoods ?? [], ...(likely?.horizonDays !== undefined && { horizonDays: likely.horizonDays }) };
}

function addPressure(list: NonNullable<CampaignPage['contactPressure']>): NonNullable<CampaignPage['contactPressure']> {
  const channels = groupBy(list, ({ channel }) => channel);
  const sum = (parts: typeof list, key: 'last7Days' | 'last30Days'): number => parts.reduce((total, part) => total + part[key], 0);
  return [...channels].map(([channel, parts]) => ({ channel, last7Days: sum(parts, 'last7Days'), last30Days: sum(parts, 'last30Days') }));
}
