import { dayFromNumber } from '../../model/day.js';
import { SourceError } from '../../model/source-error.js';
import { isRecord } from '../contract/shape.js';
import type { Column, ColumnKind } from './row.js';
import { type Pending, type Table, wordOf } from './table.js';

/*
 * The result of Snowflake's SQL API, as documented at
 * https://docs.snowflake.com/en/developer-guide/sql-api/handling-responses and
 * https://docs.snowflake.com/en/developer-guide/sql-api/reference:
 * every cell that is not null is a string whatever its type; DATE counts days since 1970; TIME, TIMESTAMP_NTZ and TIMESTAMP_LTZ are
 * seconds since 1970 with nine decimals; TIMESTAMP_TZ is followed by a space and its offset in minutes plus 1440; a statement that
 * still runs answers 202 with its handle and no result; partition 0 comes along, the others are asked for by number and bring `data`
 * alone; code 391908 says that the result was too large to be given whole.
 */

const tooLarge = '391908';
/** 333333 and 333334: queued, and running beyond 45 seconds or asynchronously. */
const running = /^33333[34]$/;

/** The table, or the handle to ask again with, or `undefined` when the answer is not Snowflake's. */
export function decodeSnowflake(answer: Readonly<Record<string, unknown>>, columns?: readonly Column[]): Table | Pending | undefined {
  const { resultSetMetaData: head, statementHandle: handle, data, code } = answer;
  if (!isRecord(head)) {
    if (typeof handle !== 'string' || !handle) return columns && Array.isArray(data) ? toTable(columns, data) : undefined;
    if (Array.isArray(data) && columns) return toTable(columns, data);
    if (code !== undefined && !running.test(wordOf(code))) throw new SourceError('malformed', { reason: 'backend' });
    return { pending: { handle } };
  }
  if (!Array.isArray(head['rowType']) || !Array.isArray(data))
    throw new SourceError('malformed', { reason: 'shape', paths: ['resultSetMetaData.rowType', 'data'] });
  const parts = columns || typeof handle !== 'string' || !Array.isArray(head['partitionInfo']) ? 0 : head['partitionInfo'].length;
  const others = Array.from({ length: Math.max(parts - 1, 0) }, (_, index) => ({ handle: String(handle), partition: String(index + 1) }));
  return {
    ...toTable(columns ?? head['rowType'].map(toColumn), data),
    ...(others.length && { others }),
    ...(wordOf(code) === tooLarge && { truncated: true }),
  };
}

interface SnowflakeColumn extends Column {
  readonly zoned?: boolean;
}

const kinds: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...['fixed', 'number', 'real', 'float', 'double', 'decfloat'].map((type) => [type, 'number'] as const),
  ['boolean', 'boolean'],
  ['date', 'day'],
  ...['timestamp_ntz', 'timestamp_ltz', 'timestamp_tz', 'timestamp', 'datetime'].map((type) => [type, 'instant'] as const),
]);

function toColumn(column: unknown): SnowflakeColumn {
  const { name, type } = isRecord(column) ? column : {};
  const word = wordOf(type).toLowerCase();
  return { name: wordOf(name), kind: kinds.get(word) ?? 'text', ...(word === 'timestamp_tz' && { zoned: true }) };
}

function toTable(columns: readonly SnowflakeColumn[], data: readonly unknown[]): Table {
  const rows = data.filter((row): row is readonly unknown[] => Array.isArray(row));
  return { columns, rows: rows.map((row) => columns.map((column, index) => decodeCell(row[index], column))), leftOut: data.length - rows.length };
}

function decodeCell(value: unknown, { kind }: SnowflakeColumn): unknown {
  if (typeof value !== 'string' || kind === 'text') return value ?? null;
  const text = value;
  // With `nullable=false` the API writes SQL NULL as the word.
  if (text === 'null' || text === '') return null;
  if (kind === 'boolean') return text === 'true' || text === '1';
  if (kind === 'day') return /^-?\d+$/.test(text) ? dayFromNumber(Number(text)) : text;
  if (kind === 'instant') return decodeTimestamp(text);
  return text;
}

/** Seconds with a fraction, and for TIMESTAMP_TZ the minutes: the wall clock there is kept, since a plain day may be cut from it. */
function decodeTimestamp(text: string): string {
  const match = /^(-?\d+)(?:\.(\d+))?(?: (\d+))?$/.exec(text);
  if (!match) return text;
  const minutes = match[3] === undefined ? 0 : Number(match[3]) - 1440;
  const milliseconds = Math.floor(Number(`${match[1]}.${match[2] ?? '0'}`) * 1000 + 1e-6);
  const wall = milliseconds + minutes * 60_000;
  if (Math.abs(wall) > 8.64e15) return text;
  const sign = minutes < 0 ? '-' : '+';
  const clock = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return new Date(wall).toISOString().replace('Z', minutes ? sign + clock : 'Z');
}
