import type { Column } from './row.js';

/** One answer, decoded: the columns once, the rows as lists of values. `undefined` = the row does not have the column. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly unknown[])[];
  /** Rows that were none. */
  readonly leftOut: number;
  /** Parameters that fetch what follows; missing on the last page. */
  readonly next?: Readonly<Record<string, string>>;
  /** Pages that can be asked for at once, known from the first (Snowflake's partitions). */
  readonly others?: readonly Readonly<Record<string, string>>[];
  readonly truncated?: boolean;
}

/** A word of a format's own. What is none is not asked to describe itself: an object may answer that with an error (F8). */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The query is still running: ask again with these parameters. */
export interface Pending {
  readonly pending: Readonly<Record<string, string>>;
}
