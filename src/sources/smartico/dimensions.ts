import type { RowSet } from '../../rest/row-set/read-rows.js';
import type { Row } from '../../rest/row-set/row.js';
import { groupBy } from '../group-by.js';

/** The dimension tables (S1 to S16), each loaded once per page: the column of its id and those that may hold its name. */
const tables = {
  dm_activity_type: ['activity_type_id', 'activity_name'],
  dm_audience: ['audience_id', 'audience_name'],
  dm_resource: ['resource_id', 'resource_name'],
  dm_segment: ['segment_id', 'segment_name'],
  dm_providers_sms: ['id', 'provider_name'],
  dm_providers_mail: ['id', 'provider_name'],
  // Keyed by label too, which the bonus history does not have: with two labels the name would be a guess (T41).
  dm_bonus_template: ['label_bonus_template_id', 'public_name'],
  // The values of this table are documented nowhere; its id is named after the column that refers to it (S29).
  dm_com_fail_reason: ['fail_reason_id', 'fail_reason_name', 'fail_reason', 'name'],
} as const;

export type DimensionName = keyof typeof tables;
export const DIMENSIONS = Object.keys(tables) as readonly DimensionName[];

/** Rows of one dimension by id; two rows under one id tell that the id alone is ambiguous (T41). */
export type Dimension = ReadonlyMap<string, readonly Row[]>;

/** Those that could be read; a missing one leaves its ids standing. */
export type Dimensions = ReadonlyMap<DimensionName, Dimension>;

/** Orders a dimension's rows by id. */
export function toDimension(name: DimensionName, { rows }: RowSet): Dimension {
  return groupBy(rows, (row) => row.text(tables[name][0]) ?? '');
}

/** The row of an id, when there is exactly one. */
export function lookUp(dimensions: Dimensions, name: DimensionName, id: string | undefined): Row | undefined {
  const rows = id === undefined ? undefined : dimensions.get(name)?.get(id);
  return rows?.length === 1 ? rows[0] : undefined;
}

/** The name of an id, or the id itself, `#12`: whoever shows it says of what, in the reader's language (S1). */
export function nameOf(dimensions: Dimensions, name: DimensionName, id: string | undefined): string | undefined {
  const row = lookUp(dimensions, name, id);
  const names = tables[name].slice(1).map((column) => row?.text(column));
  return id && (names.find(Boolean) ?? `#${id}`);
}

/** Rows that belong to one thing, made into that thing; rows without its id belong nowhere and are left out. */
export function groupRows<Thing>(
  rows: readonly Row[],
  idOf: (row: Row) => string | undefined,
  make: (id: string, rows: readonly Row[]) => Thing,
): { readonly records: readonly Thing[]; readonly leftOut: number } {
  const groups = groupBy(rows, (row) => idOf(row) ?? '');
  const leftOut = groups.get('')?.length ?? 0;
  groups.delete('');
  return { records: [...groups].map(([id, group]) => make(id, group)), leftOut };
}

/** The first value of a column among rows of one thing. */
export function firstText(rows: readonly Row[], column: string): string | undefined {
  for (const row of rows) {
    const text = row.text(column);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The documented meaning of an id; an unknown one stays visible as `#77` (S4, S5, S40, S41). */
export function wordOf(words: Readonly<Record<string, string>>, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  return Object.hasOwn(words, id) ? words[id] : `#${id}`;
}

/** S4. */
export const AUDIENCE_STATUS = { 1: 'Draft', 2: 'Active', 3: 'Paused', 4: 'Disabled', 5: 'Archived', 6: 'Executed' } as const;
/** S6, S27. */
export const CATEGORY = { 1: 'Marketing', 2: 'Operational' } as const;
/** S5: one id for two things; the category half must agree with S6, which has a column of its own. */
export const EXEC_TYPE = { 1: 'Realtime', 2: 'Realtime', 3: 'Scheduled', 4: 'Scheduled' } as const;
/** S8, in the words this library shows channels by; 6 to 8 are not documented. */
export const CHANNEL = { 1: 'email', 2: 'popup', 3: 'sms', 4: 'push', 5: 'inbox', 9: 'ivr' } as const;
/** S11. */
export const SEGMENT_STATUS = { 1: 'Active', 2: 'Archived' } as const;
/** S12. */
export const SEGMENT_TYPE = { 1: 'State based', 2: 'Imported from CSV', 3: 'Deprecated', 4: 'Behavioural' } as const;
/** S40: the document stops at 1; the others from the vendor's public API (smarticoai/public-api, src/Bonuses/BonusStatus.ts). */
export const BONUS_STATUS = { 1: 'New', 2: 'COUPON_ISSUED', 3: 'REDEEMED', 4: 'REDEEM_FAILED', 5: 'COUPON_ISSUE_FAILED', 6: 'EXPIRED' } as const;
/** S41; 0 is a value (T27). */
export const SOURCE_PRODUCT = {
  0: 'Campaign',
  9: 'Automation rule',
  100: 'Gamification',
  125: 'Dynamic Bonuses engine',
  126: 'Manual bonus',
  5000: 'Store',
  8000: 'Tournament',
  8001: 'Mini-game for Retention user',
  8002: 'Mini-game for Visitor',
} as const;
