import type { PlainDay } from '../model/day.js';
import type { Answer, Caveat } from '../model/resource.js';
import type { RowSet } from '../rest/row-set/read-rows.js';
import { given } from './given.js';

/** What came with a value that was put together from row sets. */
export interface AnswerParts {
  readonly source: string;
  /** The customer asked for. */
  readonly id?: string;
  readonly rowSets: readonly (RowSet | undefined)[];
  /** Tables that could not be read. */
  readonly missing: readonly string[];
  /** Records left out by the mapping; those the decoder left out are in the row sets. */
  readonly leftOut: number;
  readonly asOf?: PlainDay | undefined;
  readonly dataSince?: PlainDay;
  readonly caveats?: readonly Caveat[];
}

/** Freezes what reaches the elements, all the way down: nobody may change it under another (L11, TH4). */
export function closed<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of value instanceof Map ? value.values() : Object.values(value)) closed(member);
  return value;
}

/** Joins a value with what the row sets behind it say of themselves. */
export function toAnswer<Value>(value: Value, { source, id, rowSets, missing, leftOut, asOf, dataSince, caveats }: AnswerParts): Answer<Value> {
  const held = rowSets.filter((rowSet) => rowSet !== undefined);
  const queries = [...new Set(held.flatMap(({ query }) => query ?? []))];
  return closed({
    value,
    meta: given({
      customerId: id,
      source,
      asOf,
      dataSince,
      truncated: held.some(({ truncated }) => truncated) || undefined,
      query: queries.join(';\n\n') || undefined,
      missingSources: missing.length ? [...new Set(missing)] : undefined,
      caveats,
    }),
    leftOut: held.reduce((sum, rowSet) => sum + rowSet.leftOut, leftOut),
  });
}
