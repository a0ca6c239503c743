import { SourceError } from '../../model/source-error.js';
import { isRecord, ownMember } from '../contract/shape.js';
import { decodeBigQuery } from './bigquery.js';
import { decodePlain } from './plain.js';
import { type Aliases, type Column, indexOf, Row, renameColumns } from './row.js';
import { decodeSnowflake } from './snowflake.js';
import type { Pending, Table } from './table.js';

/** Asks the same endpoint with these parameters added and gives the parsed body. */
export type AskPage = (parameters: Readonly<Record<string, string>>) => Promise<unknown>;

export interface ReadRowsOptions {
  readonly aliases?: Aliases;
  /** Waits between two questions after a query that still runs; rejects when the read is aborted. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** All rows of a query result, whatever format it came in. */
export interface RowSet {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Records that were no rows. */
  readonly leftOut: number;
  /** The result was cut short, by the backend or at the limit below. */
  readonly truncated: boolean;
  /** What the backend says beside the rows (`meta`): the SQL behind them, whose they are, who that is now. */
  readonly query?: string;
  readonly customerId?: string;
  readonly mergedInto?: string;
}

/** More rows than any one customer has; beyond it memory, not truth, decides (TH12). */
const rowLimit = 200_000;
const pageLimit = 1_000;
const partitionsAtOnce = 4;
/** Half a minute in all: what runs longer is not a question to wait for on a page. */
const waits = [250, 500, 1000, 2000, 2000, 4000, 4000, 8000, 8000];

/** Reads a row set to its end: waits for a running query, follows pages, fetches partitions. */
export async function readRows(ask: AskPage, { aliases = new Map(), wait }: ReadRowsOptions): Promise<RowSet> {
  const first = await askUntilDone(ask, {}, wait);
  const tables = [first.table];
  let count = first.table.rows.length;
  const isFull = () => count >= rowLimit || tables.length >= pageLimit;
  const others = first.table.others ?? [];
  for (let start = 0; start < others.length && !isFull(); start += partitionsAtOnce) {
    const group = others.slice(start, start + partitionsAtOnce);
    for (const { table } of await Promise.all(group.map((parameters) => askUntilDone(ask, parameters, wait, first.table.columns)))) {
      tables.push(table);
      count += table.rows.length;
    }
  }
  let next = first.table.next;
  while (next && !isFull()) {
    const { table } = await askUntilDone(ask, next, wait, first.table.columns);
    tables.push(table);
    count += table.rows.length;
    // A cursor that leads to itself would never end.
    next = sameParameters(table.next, next) ? undefined : table.next;
  }
  const columns = renameColumns(mergeColumns(tables), aliases);
  return {
    columns,
    rows: tables.flatMap((table) => toRows(table, renameColumns(table.columns, aliases))),
    leftOut: tables.reduce((sum, table) => sum + table.leftOut, 0),
    truncated: isFull() || tables.some((table) => table.truncated === true),
    ...first.said,
  };
}

interface Asked {
  readonly table: Table;
  readonly said: Said;
}

type Said = Pick<RowSet, 'query' | 'customerId' | 'mergedInto'>;

async function askUntilDone(
  ask: AskPage,
  parameters: Readonly<Record<string, string>>,
  wait: ReadRowsOptions['wait'],
  columns?: readonly Column[],
): Promise<Asked> {
  let asked = parameters;
  for (const pause of [...waits, undefined]) {
    const answer = await ask(asked);
    const decoded = decode(answer, columns);
    if (!('pending' in decoded)) return { table: decoded, said: readMeta(answer) };
    if (pause === undefined) break;
    asked = { ...parameters, ...decoded.pending };
    await wait(pause);
  }
  throw new SourceError('timeout');
}

/** The one place that tells the formats apart, by what each cannot lack. */
function decode(answer: unknown, columns?: readonly Column[]): Table | Pending {
  const decoded = (isRecord(answer) && (decodeSnowflake(answer, columns) ?? decodeBigQuery(answer, columns))) || decodePlain(answer);
  if (decoded) return decoded;
  throw new SourceError('malformed', { reason: isRecord(answer) && 'error' in answer ? 'backend' : 'shape' });
}

function readMeta(answer: unknown): Said {
  const meta = isRecord(answer) ? ownMember(answer, 'meta') : undefined;
  if (!isRecord(meta)) return {};
  const told = (['query', 'customerId', 'mergedInto'] as const).flatMap((name) => {
    const value = ownMember(meta, name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(told);
}

function sameParameters(left: Readonly<Record<string, string>> | undefined, right: Readonly<Record<string, string>>): boolean {
  return left !== undefined && Object.entries(right).every(([key, value]) => left[key] === value);
}

/** Later pages may bring columns the first had not (plain rows that leave empty ones out). */
function mergeColumns(tables: readonly Table[]): readonly Column[] {
  const byName = new Map<string, Column>();
  for (const { columns } of tables) {
    for (const column of columns) {
      if (!byName.has(column.name.toLowerCase())) byName.set(column.name.toLowerCase(), column);
    }
  }
  return [...byName.values()];
}

function toRows({ rows }: Table, columns: readonly Column[]): readonly Row[] {
  const index = indexOf(columns);
  return rows.map((cells) => new Row(index, cells));
}
