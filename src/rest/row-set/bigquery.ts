import { SourceError } from '../../model/source-error.js';
import { isRecord } from '../contract/shape.js';
import { readMoment } from './cell.js';
import type { Column, ColumnKind } from './row.js';
import { type Pending, type Table, wordOf } from './table.js';

/*
 * The answer of BigQuery's jobs.query and jobs.getQueryResults, as documented at
 * https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query,
 * https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/getQueryResults and
 * https://cloud.google.com/bigquery/docs/reference/rest/v2/DataFormatOptions:
 * the columns stand in `schema.fields`, each row is `{f: [{v}]}` with text for every scalar; TIMESTAMP is float seconds since 1970
 * (`1.408452095E9`), with `useInt64Timestamp` int64 microseconds, or ISO 8601 text; `jobComplete: false` comes without rows and is
 * asked again by `jobReference.jobId`; `pageToken` leads to the next page; an empty result has no `rows` at all.
 */

/** The table, or the job to ask again for, or `undefined` when the answer is not BigQuery's. */
export function decodeBigQuery(answer: Readonly<Record<string, unknown>>, columns?: readonly Column[]): Table | Pending | undefined {
  const { schema, rows = [], jobComplete, jobReference, pageToken } = answer;
  const fields = isRecord(schema) ? schema['fields'] : undefined;
  const known = Array.isArray(fields) ? fields.map(toColumn) : columns;
  if (jobComplete === undefined && !Array.isArray(fields)) return undefined;
  const job = isRecord(jobReference) && typeof jobReference['jobId'] === 'string' ? { jobId: jobReference['jobId'] } : undefined;
  if (jobComplete === false) {
    if (!job) throw new SourceError('malformed', { reason: 'shape', paths: ['jobReference.jobId'] });
    return { pending: job };
  }
  if (!Array.isArray(rows)) throw new SourceError('malformed', { reason: 'shape', paths: ['rows'] });
  if (!known && rows.length) throw new SourceError('malformed', { reason: 'shape', paths: ['schema.fields'] });
  return {
    ...toTable(known ?? [], rows),
    ...(typeof pageToken === 'string' && pageToken && { next: { ...job, pageToken } }),
  };
}

interface BigQueryColumn extends Column {
  readonly repeated?: boolean;
}

const kinds: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...['integer', 'int64', 'float', 'float64', 'numeric', 'bignumeric'].map((type) => [type, 'number'] as const),
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['date', 'day'],
  ['timestamp', 'instant'],
  ['datetime', 'instant'],
]);

function toColumn(field: unknown): BigQueryColumn {
  const { name, type, mode } = isRecord(field) ? field : {};
  return { name: wordOf(name), kind: kinds.get(wordOf(type).toLowerCase()) ?? 'text', ...(wordOf(mode).toUpperCase() === 'REPEATED' && { repeated: true }) };
}

function toTable(columns: readonly BigQueryColumn[], list: readonly unknown[]): Table {
  const rows: unknown[][] = [];
  for (const row of list) {
    const cells = isRecord(row) ? row['f'] : undefined;
    if (Array.isArray(cells)) rows.push(columns.map((column, index) => decodeCell(cells[index], column)));
  }
  return { columns, rows, leftOut: list.length - rows.length };
}

function decodeCell(cell: unknown, { kind, repeated }: BigQueryColumn): unknown {
  const value = isRecord(cell) ? (cell['v'] ?? null) : null;
  if (repeated && Array.isArray(value)) return value.map((item) => decodeCell(item, { name: '', ...(kind && { kind }) }));
  if (typeof value !== 'string') return value;
  if (kind === 'boolean') return value.toLowerCase() === 'true';
  if (kind !== 'instant') return value;
  const at = readMoment(value);
  return at === undefined ? value : new Date(at).toISOString();
}
