// The same events column by column: a table for the rows and one for each list in them, whose `row` says which row above it belongs to.
import { type EventPage, eventOf, isValue, type Kit } from './event-rows.js';

type Kind = 'text' | 'number' | 'truth' | 'moment' | 'word' | 'value';

/** What a member is, as far as columns need to know. */
interface Part {
  readonly kind?: Kind;
  readonly words?: readonly string[];
  readonly members?: Readonly<Record<string, Part>>;
  /** Of a list, or of names with values: then `name` and `value`. */
  readonly item?: Part;
  readonly isOptional?: boolean;
}

const parts: Kit<Part> = {
  text: { kind: 'text' },
  number: { kind: 'number' },
  truth: { kind: 'truth' },
  moment: { kind: 'moment' },
  word: (words) => ({ kind: 'word', words }),
  object: (members) => ({ members }),
  list: (item) => ({ item }),
  values: () => ({ item: { members: { name: { kind: 'text' }, value: { kind: 'value' } } } }),
  optional: (part) => ({ ...part, isOptional: true }),
  nullable: (part) => ({ ...part, isOptional: true }),
};
const event = eventOf(parts);

export type Column = readonly unknown[];
/** Columns by the path of their member; `null` where it is missing. */
export type Table = Readonly<Record<string, Column>>;
/** Tables by the path of their list. */
export type Tables = Readonly<Record<string, Table>>;

type Rows = readonly (Readonly<Record<string, unknown>> | undefined)[];

const itemsOf = (value: unknown): Rows => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : Object.entries(value as object).map(([name, one]) => ({ name, value: one }));
};

export function toTables({ items }: EventPage): Tables {
  const tables: Record<string, Table> = {};
  const addTable = (name: string, { members = {} }: Part, rows: Rows, columns: Record<string, Column>) => {
    tables[name] = columns;
    const addColumns = (path: string, of: Readonly<Record<string, Part>>, values: Rows) => {
      for (const [key, part] of Object.entries(of)) {
        const column = values.map((value) => value?.[key]);
        if (column.every((value) => value === undefined)) continue;
        if (part.members) addColumns(`${path}${key}.`, part.members, column as Rows);
        else if (part.item) {
          const lists = column.map(itemsOf);
          addTable(`${name}.${path}${key}`, part.item, lists.flat(), { row: lists.flatMap((list, row) => list.map(() => row)) });
        } else columns[path + key] = column.map((value) => value ?? null);
      }
    };
    addColumns('', members, rows);
  };
  addTable('items', event, items as unknown as Rows, {});
  return tables;
}

/** What each column of each table is, by the paths of both. A member of something optional may be missing. */
const known = new Map<string, Part>();
function learn(table: string, path: string, { members = {} }: Part, isOptional: boolean): void {
  for (const [key, part] of Object.entries(members)) {
    const mayMiss = isOptional || part.isOptional === true;
    if (part.members) learn(table, `${path}${key}.`, part, mayMiss);
    else if (part.item) {
      known.set(`${table}.${path}${key} row`, { kind: 'number' });
      learn(`${table}.${path}${key}`, '', part.item, false);
    } else known.set(`${table} ${path}${key}`, { ...part, isOptional: mayMiss });
  }
}
learn('items', '', event, false);

function isColumn({ kind, words = [], isOptional = false }: Part, column: readonly unknown[]): boolean {
  switch (kind) {
    case 'text':
    case 'moment':
      for (const value of column) if (typeof value !== 'string' && !(isOptional && value === null)) return false;
      return true;
    case 'number':
      for (const value of column) if (typeof value !== 'number' && !(isOptional && value === null)) return false;
      return true;
    case 'truth':
      for (const value of column) if (typeof value !== 'boolean' && !(isOptional && value === null)) return false;
      return true;
    case 'word':
      for (const value of column) if (!words.includes(value as string) && !(isOptional && value === null)) return false;
      return true;
    default:
      return column.every(isValue);
  }
}

function isTable(name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const columns = Object.entries(value as Readonly<Record<string, unknown>>);
  const lengths = new Set<number>();
  for (const [path, column] of columns) {
    const part = known.get(`${name} ${path}`);
    if (!part) continue;
    if (!Array.isArray(column) || !isColumn(part, column)) return false;
    lengths.add(column.length);
  }
  return lengths.size === 1;
}

/** The guard of columns: each value of each of them, that all of a table are equally long, and that none is missing that must be there. */
export function isTables(value: unknown): value is Tables {
  if (typeof value !== 'object' || value === null) return false;
  const tables = value as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  for (const [name, table] of Object.entries(tables)) if (!isTable(name, table)) return false;
  for (const [path, { isOptional }] of known) {
    const [name = '', member = ''] = path.split(' ');
    if (!isOptional && tables[name] && !tables[name][member]) return false;
  }
  return tables['items'] !== undefined;
}

/** Columns that change hands without being copied: numbers and moments, and for texts where each begins in the one text of all. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly tables: Readonly<Record<string, Readonly<Record<string, Float64Array | Uint32Array>>>>;
}

/** A missing number is none, a missing text is as long as nothing. */
export function pack(tables: Tables): Packed {
  const texts: string[] = [];
  let length = 0;
  const packColumn = (path: string, column: Column) => {
    const kind = known.get(path)?.kind;
    if (kind === 'number' || kind === 'truth') return Float64Array.from(column, (value) => (value === null ? Number.NaN : Number(value)));
    if (kind === 'moment') return Float64Array.from(column, (value) => Date.parse(String(value)));
    const begins = new Uint32Array(column.length + 1);
    column.forEach((value, row) => {
      const text = value === null ? '' : String(value);
      texts.push(text);
      begins[row] = length;
      length += text.length;
    });
    begins[column.length] = length;
    return begins;
  };
  const packed = Object.entries(tables).map(([name, table]) => {
    return [name, Object.fromEntries(Object.entries(table).map(([path, column]) => [path, packColumn(`${name} ${path}`, column)]))] as const;
  });
  return { bytes: new TextEncoder().encode(texts.join('')), tables: Object.fromEntries(packed) };
}

/** What can be handed over of them. */
export function buffersOf({ bytes, tables }: Packed): readonly ArrayBuffer[] {
  const columns = Object.values(tables).flatMap((table) => Object.values(table));
  return [bytes, ...columns].map(({ buffer }) => buffer as ArrayBuffer);
}

/** Makes them readable: any number and any text of any row. */
export function unpack({ bytes, tables }: Packed): (table: string, path: string, row: number) => number | string | undefined {
  const all = new TextDecoder().decode(bytes);
  return (table, path, row) => {
    const column = tables[table]?.[path];
    return column instanceof Uint32Array ? all.slice(column[row], column[row + 1]) : column?.[row];
  };
}
