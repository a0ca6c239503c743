import type { Cell, ColumnType, Row, Table } from './table.js';

/** The ways in which a pass-through may hand rows on (contract section 5). */
export const FORMATS = ['plain', 'wrapped', 'snowflake', 'bigquery', 'bigquery-int64'] as const;
export type Format = (typeof FORMATS)[number];

/** One question for a page of a result. */
export interface PageAsked {
  readonly parameters: URLSearchParams;
  /** Rows in one partition or page. */
  readonly pageSize: number;
  /** Whether the query is still running when first asked. */
  readonly isSlow: boolean;
  readonly query: string;
}

export interface Encoded {
  readonly status: number;
  /** JSON text: numbers of any length are written with all their digits. */
  readonly text: string;
}

type Encoder = (table: Table, asked: PageAsked) => Encoded;

/** The answer of a pass-through in one of the formats. */
export function encode(format: Format, table: Table, asked: PageAsked): Encoded {
  return encoders[format](table, asked);
}

/** As drivers write rows: integers of any length as numbers with all their digits, exact decimals as text. */
function literal(cell: Cell, type: ColumnType): string {
  return type === 'int64' && cell !== null ? String(cell) : JSON.stringify(cell);
}

function objectText(row: Row, columns: Table['columns']): string {
  return `{${columns.map(([name, type]) => `${JSON.stringify(name)}:${literal(row[name] ?? null, type)}`).join(',')}}`;
}

/** What a database driver writes: objects, exact numbers. */
function plainText({ columns, rows }: Table): string {
  return `[${rows.map((row) => objectText(row, columns)).join(',\n')}]`;
}

const snowflakeTypes: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  int64: 'fixed',
  numeric: 'fixed',
  number: 'real',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp_ltz',
};

const DAY_LENGTH = 86_400_000;

/** Strings for everything; days since 1970; seconds since 1970 with nine decimals (see src/rest/row-set/snowflake.ts for the documentation). */
function snowflakeCell(cell: Cell, type: ColumnType): string | null {
  if (cell === null) return null;
  if (type === 'date') return String(Math.round(Date.parse(String(cell)) / DAY_LENGTH));
  if (type === 'timestamp') return (Date.parse(String(cell)) / 1000).toFixed(9);
  return String(cell);
}

const snowflake: Encoder = ({ name, columns, rows }, { parameters, pageSize, isSlow, query }) => {
  const handle = `01b0-${name}`;
  const asked = parameters.get('handle');
  if (isSlow && !asked) {
    return {
      status: 202,
      text: JSON.stringify({
        code: '333334',
        message: 'Asynchronous execution in progress.',
        statementHandle: handle,
        statementStatusUrl: `/api/v2/statements/${handle}`,
      }),
    };
  }
  const partition = Number(parameters.get('partition') ?? 0);
  const count = Math.max(1, Math.ceil(rows.length / pageSize));
  const data = rows
    .slice(partition * pageSize, (partition + 1) * pageSize)
    .map((row) => columns.map(([column, type]) => snowflakeCell(row[column] ?? null, type)));
  if (partition > 0) return { status: 200, text: JSON.stringify({ data }) };
  return {
    status: 200,
    text: JSON.stringify({
      resultSetMetaData: {
        numRows: rows.length,
        format: 'jsonv2',
        partitionInfo: Array.from({ length: count }, (_, index) => ({ rowCount: Math.min(pageSize, rows.length - index * pageSize), uncompressedSize: 1024 })),
        // Unquoted names are upper case there.
        rowType: columns.map(([column, type]) => ({ name: column.toUpperCase(), type: snowflakeTypes[type], nullable: true })),
      },
      data,
      code: '090001',
      statementHandle: handle,
      meta: { query },
    }),
  };
};

const bigQueryTypes: Readonly<Record<ColumnType, string>> = {
  string: 'STRING',
  int64: 'INTEGER',
  numeric: 'NUMERIC',
  number: 'FLOAT',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

function bigQueryCell(cell: Cell, type: ColumnType, isInt64: boolean): string | null {
  if (cell === null) return null;
  if (type !== 'timestamp') return String(cell);
  const milliseconds = Date.parse(String(cell));
  return isInt64 ? String(milliseconds * 1000) : `${(milliseconds / 1e12).toFixed(12).replace(/0+$/, '')}E9`;
}

/** Nested `f` and `v`, text for every scalar, pages; at first perhaps not complete. */
const bigQuery =
  (isInt64: boolean): Encoder =>
  ({ name, columns, rows }, { parameters, pageSize, isSlow, query }) => {
    const jobReference = { projectId: 'example', jobId: `job-${name}`, location: 'EU' };
    const kind = parameters.has('jobId') ? 'bigquery#getQueryResultsResponse' : 'bigquery#queryResponse';
    if (isSlow && !parameters.has('jobId')) return { status: 200, text: JSON.stringify({ kind, jobReference, jobComplete: false }) };
    const start = Number(parameters.get('pageToken')?.replace(/^page-/, '') ?? 0);
    const page = rows
      .slice(start, start + pageSize)
      .map((row) => ({ f: columns.map(([column, type]) => ({ v: bigQueryCell(row[column] ?? null, type, isInt64) })) }));
    return {
      status: 200,
      text: JSON.stringify({
        kind,
        schema: { fields: columns.map(([column, type]) => ({ name: column.toLowerCase(), type: bigQueryTypes[type], mode: 'NULLABLE' })) },
        jobReference,
        totalRows: String(rows.length),
        ...(page.length > 0 && { rows: page }),
        ...(start + pageSize < rows.length && { pageToken: `page-${start + pageSize}` }),
        jobComplete: true,
        meta: { query },
      }),
    };
  };

const encoders: Readonly<Record<Format, Encoder>> = {
  plain: (table) => ({ status: 200, text: plainText(table) }),
  wrapped: (table, { query }) => ({ status: 200, text: `{"rows":${plainText(table)},"meta":${JSON.stringify({ query })}}` }),
  snowflake,
  bigquery: bigQuery(false),
  'bigquery-int64': bigQuery(true),
};
