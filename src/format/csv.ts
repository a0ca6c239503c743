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
