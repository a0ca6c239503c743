/** What a cell of an export may hold. */
export type CsvValue = string | number | boolean | null | undefined;

const plainNumber = /^-?\d+(?:\.\d+)?$/;
/** What makes a spreadsheet read a cell as a formula, also in full width or after blanks. */
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Writes one cell; what a spreadsheet would run as a formula gets an apostrophe before it, numbers stay numbers. */
function toCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes rows as RFC 4180 text, with the mark by which spreadsheets recognise UTF-8. */
export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

/** What a file says about itself, so that it can be told apart later (contract section 2). */
export interface FileFacts {
  readonly customerId: string;
  readonly timeFrame: string;
  readonly timeZone: string;
  readonly source: string | undefined;
  /** The day or moment, in milliseconds, the data was true. */
  readonly asOf: string | number | undefined;
}

/** Makes a CSV file: what it is about, an empty line, then the rows. */
export function toCsvFile({ customerId, timeFrame, timeZone, source, asOf }: FileFacts, rows: readonly (readonly CsvValue[])[]): Blob {
  const head = [
    ['customer', customerId],
    ['timeFrame', timeFrame],
    ['timeZone', timeZone],
    ['source', source],
    ['asOf', typeof asOf === 'number' ? new Date(asOf).toISOString() : asOf],
    [],
  ];
  return new Blob([toCsv([...head, ...rows])], { type: 'text/csv;charset=utf-8' });
}
