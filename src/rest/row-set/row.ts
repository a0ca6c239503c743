import { type Instant, type PlainDay, toPlainDay } from '../../model/day.js';
import { type Decimal, toDecimal } from '../../model/money.js';
import { type Cell, readBoolean, readMoment } from './cell.js';

/** What a warehouse says its column holds; missing where the format does not tell (plain JSON). */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'day' | 'instant';

export interface Column {
  /** As delivered, or as documented where an alias renames it. */
  readonly name: string;
  readonly kind?: ColumnKind;
}

/** Documented column name → the name this warehouse uses for it. */
export type Aliases = ReadonlyMap<string, string>;

/** One row; columns are found in any letter case and every reader is total: what cannot be read is `undefined`. */
export class Row {
  readonly #cells: ReadonlyMap<string, Cell>;

  /** @param cells - By column name in lower case. A `Map`, so that no column can reach a prototype (TH6). */
  constructor(cells: ReadonlyMap<string, Cell>) {
    this.#cells = cells;
  }

  has(column: string): boolean {
    return this.#cells.has(column.toLowerCase());
  }

  /** As decoded; `undefined` when there is no such column, `null` when it is known to be empty. */
  cell(column: string): Cell | undefined {
    return this.#cells.get(column.toLowerCase());
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
