import { isRecord } from '../contract/shape.js';
import type { Table } from './table.js';

/** Rows as objects: `[{...}]`, or wrapped as `{rows|data|items: [...]}` with an optional cursor to the next page. */
export function decodePlain(answer: unknown): Table | undefined {
  if (Array.isArray(answer)) return fromObjects(answer);
  if (!isRecord(answer)) return undefined;
  const list = [answer['rows'], answer['data'], answer['items']].find(Array.isArray);
  if (!list) return undefined;
  const cursor = answer['nextCursor'];
  return { ...fromObjects(list), ...(typeof cursor === 'string' && cursor && { next: { cursor } }) };
}

function fromObjects(list: readonly unknown[]): Table {
  const index = new Map<string, number>();
  const names: string[] = [];
  const records = list.filter(isRecord);
  // Databases that leave empty columns out give each row other keys, so all rows are asked.
  for (const record of records) {
    for (const name of Object.keys(record)) {
      if (!index.has(name)) index.set(name, names.push(name) - 1);
    }
  }
  const rows = records.map((record) => {
    const cells: unknown[] = Array.from({ length: names.length });
    for (const name of Object.keys(record)) cells[index.get(name)!] = record[name];
    return cells;
  });
  return { columns: names.map((name) => ({ name })), rows, leftOut: list.length - records.length };
}
