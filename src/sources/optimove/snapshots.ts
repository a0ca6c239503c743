import type { PlainDay } from '../../model/day.js';
import type { RowSet } from '../../rest/row-set/read-rows.js';
import { type Column, indexOf, Row } from '../../rest/row-set/row.js';
import { PROFILE_DATE, RAW_NAME, RAW_TABLE, TRANSLATED_VIEW } from './columns.js';
import type { FieldMap } from './field-map.js';

/** One daily snapshot (O2). */
export interface Snapshot {
  readonly day: PlainDay;
  readonly row: Row;
}

/** The profile rows of one customer as what they are: a series, oldest first, one for each day. */
export interface Snapshots {
  readonly columns: readonly SnapshotColumn[];
  readonly days: readonly Snapshot[];
  readonly table: string;
  /** Rows without a day: they can stand nowhere. */
  readonly leftOut: number;
}

export interface SnapshotColumn extends Column {
  /** As the warehouse names it, e.g. `FIELD153`. */
  readonly raw: string;
  /** The familiar name is known, from the field view or because the view is translated already. */
  readonly isFamiliar: boolean;
}

/**
 * Orders snapshots by day, since the documented queries have no `ORDER BY` (T22), and names raw columns by the field view, so that whoever reads
 * a KPI need not know which of the two views it came from.
 */
export function toSnapshots(rowSet: RowSet, fieldMap: FieldMap): Snapshots {
  // The translated view keeps the raw name of what nobody named, so one such column does not make it the raw table.
  const isRaw = rowSet.columns.filter(({ name }) => RAW_NAME.test(name)).length * 2 > rowSet.columns.length;
  const taken = new Set<string>();
  const columns = rowSet.columns.map((column): SnapshotColumn => {
    const familiar = fieldMap.get(column.name.toUpperCase());
    // Two raw columns under one alias stay two: the second keeps its raw name.
    const isFree = familiar !== undefined && !taken.has(familiar.toLowerCase());
    const name = isFree ? familiar : column.name;
    taken.add(name.toLowerCase());
    return { ...column, name, raw: column.name, isFamiliar: isFree || !RAW_NAME.test(column.name) };
  });
  const index = indexOf(columns);
  const byDay = new Map<PlainDay, Row>();
  let leftOut = 0;
  for (const row of rowSet.rows) {
    const day = row.day(PROFILE_DATE);
    if (day === undefined) leftOut += 1;
    else
      byDay.set(
        day,
        fieldMap.size > 0
          ? new Row(
              index,
              columns.map(({ raw }) => row.cell(raw)),
            )
          : row,
      );
  }
  const days = [...byDay].map(([day, row]) => ({ day, row })).sort((left, right) => (left.day < right.day ? -1 : 1));
  return { columns, days, table: isRaw ? RAW_TABLE : TRANSLATED_VIEW, leftOut };
}
