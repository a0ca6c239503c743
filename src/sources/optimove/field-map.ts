import type { RowSet } from '../../rest/row-set/read-rows.js';
import { RAW_NAME } from './columns.js';

/** Raw column in upper case → familiar name (O5). */
export type FieldMap = ReadonlyMap<string, string>;

/**
 * Reads `VW_CUSTOMER_PROFILE_FIELDS_V1_2`. The document names only `ALIAS_FIELD_NAME`; the column with the raw name is therefore found by
 * what stands in it, unless the alias map names it (`FIELD_NAME`) (T9).
 */
export function toFieldMap({ rows, columns }: RowSet): FieldMap {
  const map = new Map<string, string>();
  for (const row of rows) {
    const familiar = row.text('ALIAS_FIELD_NAME')?.trim();
    const raw = row.text('FIELD_NAME') ?? columns.map(({ name }) => row.text(name)).find((text) => text !== undefined && RAW_NAME.test(text.trim()));
    if (familiar && raw) map.set(raw.trim().toUpperCase(), familiar);
  }
  return map;
}

/** Whether profile rows carry names the field view may tell (O7: fully translated rows need no mapping call). */
export function hasRawNames({ columns }: RowSet): boolean {
  return columns.some(({ name }) => RAW_NAME.test(name));
}
