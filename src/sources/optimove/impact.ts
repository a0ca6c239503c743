import type { CampaignDecision } from '../../model/campaign.js';
import type { PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries, TargetedCampaign } from '../../model/impact.js';
import type { DayRange } from '../../model/time-frame.js';
import { given } from '../given.js';
import { isInRange } from '../order.js';
import { KPIS } from './columns.js';
import type { Snapshots } from './snapshots.js';

/**
 * The chart (O11 to O14): the documented KPIs as given, never summed again (T21); a day without snapshot is no date here, so that a marker on
 * it keeps standing and its value is a gap (O15, T24).
 */
export function toImpact({ days, table, columns }: Snapshots, decisions: readonly CampaignDecision[], range: DayRange): Impact {
  const shown = days.filter(({ day }) => isInRange(day, range));
  const known = new Map(columns.map((column) => [column.name.toUpperCase(), column]));
  const kpis = KPIS.flatMap(({ column, window }): KpiSeries[] => {
    const held = known.get(column);
    if (!held) return [];
    const values = shown.map(({ row }) => row.decimal(column) ?? null);
    return [
      {
        key: column,
        unit: /_AMOUNT(_|$)/.test(column) ? 'money' : 'count',
        window,
        values,
        source: `${table}.${held.raw}`,
      },
    ];
  });
  return { dates: shown.map(({ day }) => day), kpis, targetingDays: toTargetingDays(decisions, range) };
}

/** Days on which the customer was targeted, control group included but told apart (T17); excluded rows are no targeting (O14). */
function toTargetingDays(decisions: readonly CampaignDecision[], range: DayRange): Impact['targetingDays'] {
  const byDay = new Map<PlainDay, TargetedCampaign[]>();
  for (const { executionDate, decision, campaign, action, channels } of decisions) {
    if (executionDate === null || decision === 'excluded' || !isInRange(executionDate, range)) continue;
    const list = byDay.get(executionDate) ?? [];
    byDay.set(executionDate, list);
    list.push(
      given({
        campaignId: campaign.id,
        actionId: action?.id,
        name: action?.name ?? campaign.name ?? campaign.id,
        channel: channels.map(({ name }) => name).join(', ') || undefined,
        decision,
      }),
    );
  }
  return [...byDay].map(([date, campaigns]) => ({ date, campaigns })).sort((left, right) => (left.date < right.date ? -1 : 1));
}
