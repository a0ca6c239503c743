/** What a column holds, in the documents' words; `numeric` is exact, `number` a float. */
export type ColumnType = 'string' | 'int64' | 'numeric' | 'number' | 'boolean' | 'date' | 'timestamp';

/** A cell: int64 and numeric as their digits, dates as `YYYY-MM-DD`, timestamps as RFC 3339 in UTC. */
export type Cell = string | number | boolean | null;

export type Row = Readonly<Record<string, Cell>>;

/** One documented table: its columns in the documented order, and rows that have each of them. */
export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  readonly rows: readonly Row[];
}

/** A moment as a warehouse keeps it: in UTC. */
export function inUtc(instant: string): string {
  return new Date(instant).toISOString();
}
