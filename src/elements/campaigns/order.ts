import type { CampaignDecision } from '../../model/campaign.js';
import { canonicalLanguage } from '../../model/language.js';
import { toNumber } from '../../model/money.js';
import { attributedValue, outcomeOf, STEPS } from './outcome.js';

/** The columns, in their order. */
export const COLUMNS = ['date', 'campaign', 'targetGroup', 'channel', 'template', 'promotion', 'tags', 'outcome', 'attributed'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Which column orders the rows, and how. */
export interface Order {
  readonly key: ColumnName;
  readonly descending: boolean;
}

/** Newest first (O16). */
export const NEWEST_FIRST: Order = { key: 'date', descending: true };

/** Columns whose largest is what people look for first. */
const largestFirst: ReadonlySet<ColumnName> = new Set<ColumnName>(['date', 'outcome', 'attributed']);

/** The order a press on a column's header asks for: the other way round for the same column. */
export function nextOrder(key: ColumnName, { key: held, descending }: Order): Order {
  return { key, descending: key === held ? !descending : largestFirst.has(key) };
}

/** Reads an order from what a host saved. */
export function toOrder(given: unknown): Order {
  if (typeof given !== 'object' || given === null) return NEWEST_FIRST;
  const key = COLUMNS.find((column) => column === Reflect.get(given, 'key'));
  return key ? { key, descending: Reflect.get(given, 'descending') === true } : NEWEST_FIRST;
}

/** What the rows are compared by; nothing = the row has no such value. */
function keyOf(row: CampaignDecision, column: ColumnName): string | number | undefined {
  switch (column) {
    case 'date':
      return row.executionDate ?? undefined;
    case 'campaign':
      return row.campaign.name ?? row.action?.name;
    case 'targetGroup':
      return row.targetGroup ?? row.segment?.name;
    case 'channel':
      return row.channels[0]?.name;
    case 'template':
      return row.channels.find(({ template }) => template)?.template;
    case 'promotion':
      return row.promotionId;
    case 'tags':
      return row.tags.join(' ') || undefined;
    case 'outcome': {
      const { furthest } = outcomeOf(row);
      return furthest ? STEPS.indexOf(furthest) : -1;
    }
    case 'attributed': {
      const [sum] = attributedValue(row);
      return sum && toNumber(sum.amount);
    }
  }
}

/** Turns what rows are compared by into numbers: each text is put in its place among the different ones, which are few. */
function rankTexts(keys: readonly (string | number | undefined)[], language: string, isDate: boolean): readonly (number | undefined)[] {
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))];
  const compare = isDate ? undefined : new Intl.Collator([canonicalLanguage(language), 'en'], { numeric: true, sensitivity: 'base' }).compare;
  const ranks = new Map<string | number | undefined, number>(texts.sort(compare).map((text, rank) => [text, rank]));
  return keys.map((key) => (typeof key === 'string' ? ranks.get(key) : key));
}

/**
 * The rows in order; those without the value last whichever way it runs, equal ones newest first and then by id, so that a refresh
 * does not stir them (V15).
 */
export function sortDecisions(rows: readonly CampaignDecision[], { key, descending }: Order, language: string): readonly CampaignDecision[] {
  const ranks = rankTexts(
    rows.map((row) => keyOf(row, key)),
    language,
    key === 'date',
  );
  const sign = descending ? -1 : 1;
  return rows
    .map((row, index) => ({ row, rank: ranks[index] }))
    .sort((left, right) => {
      if (left.rank !== right.rank) {
        if (left.rank === undefined) return 1;
        if (right.rank === undefined) return -1;
        return (left.rank - right.rank) * sign;
      }
      return compareText(right.row.executionDate ?? '', left.row.executionDate ?? '') || compareText(left.row.id, right.row.id);
    })
    .map(({ row }) => row);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
