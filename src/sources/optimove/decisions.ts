import type { CampaignDecision, Decision } from '../../model/campaign.js';
import type { PlainDay } from '../../model/day.js';
import type { RowSet } from '../../rest/row-set/read-rows.js';
import type { Row } from '../../rest/row-set/row.js';
import { given } from '../given.js';
import { groupBy } from '../group-by.js';
import { compareDecisions } from '../order.js';
import { CUMULATIVE_KPIS, SCHEDULED_VIEW, TARGETED_VIEW } from './columns.js';
import type { Snapshots } from './snapshots.js';
import { decodeTags } from './tags.js';

/** Documented columns that have no typed place in a decision, by the side of the join they stand on. */
const factColumns: readonly (readonly [table: string, columns: readonly string[]])[] = [
  [TARGETED_VIEW, ['LIFECYCLE_STAGE', 'EXCLUSION_REASON_ID', 'EXCLUSION_REASON', 'TAKEN_FROM_PLAN_ID']],
  [
    SCHEDULED_VIEW,
    ['TARGET_GROUP_ID', 'MARKETING_ACTION_NAME', 'CAMPAIGN_TYPE', 'CHANNEL_ID', 'PLAN_DETAIL_CHANNEL_ID', 'EXECUTION_START_DATE', 'EXECUTION_END_DATE'],
  ],
];

export interface Decisions {
  readonly items: readonly CampaignDecision[];
  /** Rows that name neither a day nor a plan. */
  readonly leftOut: number;
}

export interface DecisionSources {
  readonly targeted: RowSet;
  /** Missing when it could not be read: then the details are unavailable, not the decisions (O17). */
  readonly scheduled?: RowSet;
  /** Missing when they could not be read; else each decision carries the KPIs of its day (O15). */
  readonly snapshots?: Snapshots;
  /** Days after it are plans (S29 says so of Smartico; a scheduled execution is no different). */
  readonly today: PlainDay;
}

/**
 * Whether the rows can tell who was excluded: by a plan detail that is missing, or by the reason. Where a warehouse leaves empty columns
 * out, the excluded have no plan detail; where nobody asked for the column, nobody knows.
 */
export function tellsExclusion({ rows, columns }: RowSet): boolean {
  return rows.length === 0 || columns.some(({ name }) => /^(PLAN_DETAIL_ID|TAKEN_FROM_PLAN_ID|EXCLUSION_REASON(_ID|_DESC)?)$/i.test(name));
}

/**
 * The combined view and the list of sent campaigns in one (O15 to O17), newest first. A row repeated for each channel is one decision
 * (T20); rows without a plan detail are the excluded ones and are shown with their reason (T18); control rows received nothing (T17).
 */
export function toDecisions({ targeted, scheduled, snapshots, today }: DecisionSources): Decisions {
  const byPlan = groupBy(scheduled?.rows ?? [], (row) => planKey(row));
  const groups = groupBy(
    targeted.rows.filter((row) => row.day('EXECUTION_DATE') !== undefined || row.text('PLAN_ID') !== undefined),
    (row) =>
      [row.text('EXECUTION_DATE') ?? '', row.text('PLAN_ID') ?? '', row.text('PLAN_DETAIL_ID') ?? ['', row.text('TAKEN_FROM_PLAN_ID') ?? ''].join('<')].join(
        '|',
      ),
  );
  const days = new Map(snapshots?.days.map(({ day, row }) => [day, row]));
  const ofPlan = groupBy(scheduled?.rows ?? [], (row) => row.text('PLAN_ID'));
  const items = [...groups].map(([key, rows]) => {
    const plan = ofPlan.get(rows[0]!.text('PLAN_ID')) ?? [];
    return toDecision(key, rows, byPlan.get(planKey(rows[0]!)) ?? [], { plan, days: snapshots && days, today });
  });
  items.sort(compareDecisions);
  return { items, leftOut: targeted.rows.length - [...groups.values()].reduce((sum, rows) => sum + rows.length, 0) };
}

/** Plan and plan detail; the view has no customer and no date, so a name is today's (T39). Without a detail nothing is joined. */
function planKey(row: Row): string {
  return `${row.text('PLAN_ID') ?? ''}|${row.text('PLAN_DETAIL_ID') ?? '-'}`;
}

interface Surrounding {
  /** All details of the plan, for what they have in common. */
  readonly plan: readonly Row[];
  readonly days: ReadonlyMap<PlainDay, Row> | undefined;
  readonly today: PlainDay;
}

function toDecision(id: string, rows: readonly Row[], scheduled: readonly Row[], { plan, days, today }: Surrounding): CampaignDecision {
  const row = rows[0]!;
  // A backend may run the documented join itself (O17): then the details stand in the rows.
  const details = [...rows, ...scheduled];
  const first = (column: string): string | undefined => details.map((each) => each.text(column)).find((text) => text !== undefined);
  // The excluded have no detail to join on; what all details of their plan say the same holds for them too.
  const common = (column: string): string | undefined => {
    const texts = new Set(plan.map((each) => each.text(column)));
    return texts.size === 1 ? [...texts][0] : undefined;
  };
  const ofPlan = (column: string): string | undefined => first(column) ?? common(column);
  const date = row.day('EXECUTION_DATE') ?? null;
  const actionId = first('CAMPAIGN_ACTION_ID');
  const planId = row.text('PLAN_ID');
  const snapshot = date === null ? undefined : days?.get(date);
  return given({
    id,
    source: 'optimove',
    executionDate: date,
    decision: decisionOf(row, date, today),
    reason: row.text('EXCLUSION_REASON_DESC') ?? row.text('EXCLUSION_REASON') ?? row.text('EXCLUSION_REASON_ID'),
    takenFrom: row.text('TAKEN_FROM_PLAN_ID'),
    campaign: given({ id: planId ?? id, name: ofPlan('MARKETING_ACTION_NAME'), category: ofPlan('CAMPAIGN_TYPE_NAME'), execType: 'Scheduled' }),
    targetGroup: ofPlan('TARGET_GROUP_NAME'),
    action: actionId === undefined ? undefined : given({ id: actionId, name: first('CAMPAIGN_ACTION_NAME') ?? row.text('ACTION_NAME') }),
    planId,
    planDetailId: row.text('PLAN_DETAIL_ID'),
    channels: channelsOf(details),
    promotionId: first('PROMOTION_ID'),
    tags: [...new Set(details.flatMap((each) => decodeTags(each.text('TAG_NAMES'))))],
    communications: [],
    attribution: [],
    bonuses: [],
    // A day without snapshot is a gap, not zero (T24).
    kpisThatDay: days ? CUMULATIVE_KPIS.map((column) => [column, snapshot?.decimal(column) ?? null] as const) : [],
    facts: factColumns.flatMap(([table, columns]) =>
      columns.flatMap((column) => {
        const holder = details.find((each) => each.has(column));
        return holder ? [{ table, column, value: holder.text(column) ?? null }] : [];
      }),
    ),
    updatedAt: row.instant('LAST_UPDATED_TIME'),
  });
}

/** Control before everything: `PLAN_DETAIL_ID IS NOT NULL` keeps its rows, though nothing was sent (T17). */
function decisionOf(row: Row, date: PlainDay | null, today: PlainDay): Decision {
  if (row.text('PLAN_DETAIL_ID') === undefined) return 'excluded';
  if (row.text('CAMPAIGN_ACTION_ID') === '1' || row.text('CAMPAIGN_ACTION_NAME')?.toUpperCase() === 'DN') return 'control';
  return date !== null && date > today ? 'planned' : 'sent';
}

/** The channels of one action, each once (T20). */
function channelsOf(rows: readonly Row[]): CampaignDecision['channels'] {
  const channels = new Map<string, CampaignDecision['channels'][number]>();
  for (const row of rows) {
    const name = row.text('CHANNEL_NAME');
    const template = row.text('TEMPLATE_NAME');
    if (name !== undefined) channels.set(`${name}|${template ?? ''}`, given({ name, template }));
  }
  return [...channels.values()];
}
