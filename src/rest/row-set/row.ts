import { type Instant, type PlainDay, toPlainDay } from '../../model/day.js';
import { type Decimal, toDecimal } from '../../model/money.js';
import { type Cell, readBoolean, readMoment, toCell } from './cell.js';

/** What a warehouse says its column holds; missing where the format does not tell (plain JSON). */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'day' | 'instant';

export interface Column {
  /** As delivered, or as documented where an alias renames it. */
  readonly name: string;
  readonly kind?: ColumnKind;
}

/** Documented column name → the name this warehouse uses for it. */
export type Aliases = ReadonlyMap<string, string>;

/** Where a column stands in the rows of one set, by its name in lower case. A `Map`, so that no column can reach a prototype (TH6). */
export type RowIndex = ReadonlyMap<string, number>;

/** The places of columns; of two with one name the first. Documented names are found at once, others through their lower case. */
export function indexOf(columns: readonly Column[]): RowIndex {
  const index = new Map<string, number>();
  columns.forEach(({ name }, place) => {
    for (const key of [name.toLowerCase(), name.toUpperCase()]) if (!index.has(key)) index.set(key, place);
  });
  return index;
}

/**
 * One row; columns are found in any letter case and every reader is total: what cannot be read is `undefined`. A cell is read when it is
 * asked for: of a hundred columns most never are.
 */
export class Row {
  readonly #index: RowIndex;
  readonly #cells: readonly unknown[];

  constructor(index: RowIndex, cells: readonly unknown[]) {
    this.#index = index;
    this.#cells = cells;
  }

  has(column: string): boolean {
    return this.#raw(column) !== undefined;
  }

  /** `undefined` when there is no such column, `null` when it is known to be empty. */
  cell(column: string): Cell | undefined {
    const raw = this.#raw(column);
    return raw === undefined ? undefined : toCell(raw);
  }

  #raw(column: string): unknown {
    const place = this.#index.get(column) ?? this.#index.get(column.toLowerCase());
    return place === undefined ? undefined : this.#cells[place];
  }

  /** Ids and words: numbers as their digits (T26), an empty text is none. */
  text(column: string): string | undefined {
    const cell = this.cell(column);
    return cell === undefined || cell === null || cell === '' ? undefined : String(cell);
  }

  decimal(column: string): Decimal | undefined {
    const cell = this.cell(column);
    return typeof cell === 'boolean' ? undefined : toDecimal(cell);
  }

  /** The calendar day as written, never through a time zone (T25): `2024-03-01 00:00:00` is 1 March wherever it is read. */
  day(column: string): PlainDay | undefined {
    const text = this.text(column)?.trim();
    return text === undefined || (text.length > 10 && !/^[T ]/.test(text.slice(10))) ? undefined : toPlainDay(text.slice(0, 10));
  }

  instant(column: string): Instant | undefined {
    return readMoment(this.cell(column));
  }

  boolean(column: string): boolean | undefined {
    return readBoolean(this.cell(column));
  }
}

/** Names columns as documented: an alias map says what this warehouse calls them, letter case aside, and goes before a column of that very name. */
export function renameColumns(columns: readonly Column[], aliases: Aliases): readonly Column[] {
  const documented = new Map([...aliases].map(([name, actual]) => [actual.toLowerCase(), name]));
  const present = new Set(columns.flatMap(({ name }) => documented.get(name.toLowerCase())?.toLowerCase() ?? []));
  return columns.map((column) => {
    const name = documented.get(column.name.toLowerCase());
    return { ...column, name: name ?? (present.has(column.name.toLowerCase()) ? `${column.name} (as delivered)` : column.name) };
  });
}
