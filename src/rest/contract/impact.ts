import { DECISIONS } from '../../model/campaign.js';
import type { Impact, KpiSeries, TargetedCampaign } from '../../model/impact.js';
import { attribution } from './communication.js';
import { alignDays, byId, withoutDuplicates } from './order.js';
import { currency, day, decimal, id, key, oneOf, text, withKnown, withName, word } from './scalars.js';
import { column, into, list, object, optional, or, part, type Shape } from './shape.js';

const kpi: Shape<KpiSeries> = object({
  key,
  label: optional(text),
  unit: or(oneOf(['money', 'count']), 'count'),
  currency: optional(currency),
  // A rolling window drawn as a running total would be a lie (T21): without it the series is not shown.
  window: oneOf(['cumulative', '1M']),
  values: column(decimal, null),
  source: optional(text),
});

const targeted: Shape<TargetedCampaign> = withName(
  withKnown(
    object({ campaignId: id, actionId: optional(id), name: optional(text), channel: optional(text), decision: or(word(DECISIONS), 'other') }),
    'decision',
    DECISIONS,
    'other',
  ),
  (value) => value.campaignId,
);

/** Each day once, ascending. */
const targetingDays = into(list(object({ date: day, campaigns: part(list(targeted), []) })), (days) => {
  const byDate = new Map(days.map(({ date }) => [date, [] as TargetedCampaign[]]));
  for (const { date, campaigns } of days) byDate.get(date)?.push(...campaigns);
  return [...byDate].sort(([left], [right]) => byId(left, right)).map(([date, campaigns]) => Object.freeze({ date, campaigns: Object.freeze(campaigns) }));
});

/** `impact` of section 4: dates ascending and unique, every column aligned with them. */
export const impact: Shape<Impact> = into(
  object({
    currency: optional(currency),
    dates: column(day, null),
    // The legend and what a person saved name a figure by its key: of two under one the first stands.
    kpis: into(list(kpi), (kpis) => withoutDuplicates(kpis, ({ key: name, window }) => `${window} ${name}`)),
    targetingDays: part(targetingDays, []),
    attribution: optional(list(attribution)),
  }),
  (value, reading) => {
    reading.leftOut += value.dates.filter((date) => date === null).length;
    const { dates, align } = alignDays(value.dates);
    return { ...value, dates, kpis: Object.freeze(value.kpis.map((series) => Object.freeze({ ...series, values: align(series.values) }))) };
  },
);
