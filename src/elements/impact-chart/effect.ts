import { addDecimals } from '../../model/arithmetic.js';
import { type ImpactSum, sumByImpact } from '../../model/attributed.js';
import { addDays, type PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries, TargetedCampaign } from '../../model/impact.js';
import type { Decimal } from '../../model/money.js';
import { rowOf } from './view.js';

/** Lengths a person may choose. */
export const EFFECT_DAYS = [7, 14, 30] as const;

/** How one figure changed before and after a campaign day. */
export interface Change {
  readonly series: KpiSeries;
  /** `null` where a snapshot at either end is missing: nothing is made up. */
  readonly before: Decimal | null;
  readonly after: Decimal | null;
}

export interface Effect {
  readonly campaign: TargetedCampaign;
  readonly date: PlainDay;
  readonly changes: readonly Change[];
  /** The days after have not all passed yet. */
  readonly unfinished: boolean;
  /** Other campaigns that reached the customer within these days. */
  readonly overlap: number;
  /** Attributed money by kind of impact, in the documented order (S20). */
  readonly attributed: readonly ImpactSum[];
}

/**
 * The change of each cumulative figure in the `days` before the campaign day and in the `days` from it on. Cumulative snapshots only:
 * rolling windows cannot be subtracted (T21). A comparison in time, never a cause.
 */
export function toEffect(impact: Impact, campaign: TargetedCampaign, date: PlainDay, days: number, today: PlainDay): Effect {
  const cumulative = impact.kpis.filter(({ window }) => window === 'cumulative');
  const [start, eve, end] = [addDays(date, -days - 1), addDays(date, -1), addDays(date, days - 1)] as const;
  const rows = { start: rowOf(impact, start), eve: rowOf(impact, eve), end: rowOf(impact, end) };
  return {
    campaign,
    date,
    changes: cumulative.map((series) => ({
      series,
      before: difference(valueIn(series, rows.start), valueIn(series, rows.eve)),
      after: difference(valueIn(series, rows.eve), valueIn(series, rows.end)),
    })),
    unfinished: end >= today,
    overlap: overlapping(impact, campaign, date, addDays(date, -days), end),
    attributed: sumByImpact((impact.attribution ?? []).filter(({ campaignId }) => campaignId === campaign.campaignId)),
  };
}

function valueIn({ values }: KpiSeries, row: number): Decimal | null {
  return row < 0 ? null : (values[row] ?? null);
}

function difference(from: Decimal | null, to: Decimal | null): Decimal | null {
  if (from === null || to === null) return null;
  const negated = (from.startsWith('-') ? from.slice(1) : `-${from}`) as Decimal;
  return addDecimals([to, negated]);
}

function overlapping(impact: Impact, campaign: TargetedCampaign, date: PlainDay, from: PlainDay, to: PlainDay): number {
  let count = 0;
  for (const day of impact.targetingDays) {
    if (day.date < from || day.date > to) continue;
    for (const other of day.campaigns) if (other.decision === 'sent' && !(day.date === date && other.campaignId === campaign.campaignId)) count++;
  }
  return count;
}
