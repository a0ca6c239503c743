import { addDays, dayFromNumber, dayNumber, type PlainDay } from '../model/day.js';
import type { DayRange } from '../model/time-frame.js';
import type { RowSet } from '../rest/row-set/read-rows.js';
import type { Row } from '../rest/row-set/row.js';
import { isInRange } from './order.js';

/** The documented queries end in `LIMIT 100` (O10 to O17); other limits are round too. */
const limitUnit = 100;
const mostQuestions = 64;

/**
 * Reads all rows of a range although the backend cuts each answer: 100 daily rows are about 3.3 months, and without `ORDER BY` any 100 of them
 * (T22). An answer that holds a round number of rows is taken for a cut one, and its days are asked for in two halves, until the answers hold
 * less. What a single day still cuts, or a backend that ignores the days, is marked as truncated.
 */
export async function readPastLimit(read: (range: DayRange) => Promise<RowSet>, dayOf: (row: Row) => PlainDay | undefined, range: DayRange): Promise<RowSet> {
  const first = await read(range);
  if (!isCut(first)) return first;
  const parts: RowSet[] = [];
  let truncated = false;
  let questions = 1;

  const readPart = async (part: DayRange): Promise<void> => {
    if (questions >= mostQuestions) {
      truncated = true;
      return;
    }
    questions += 1;
    await take(await read(part), part);
  };

  const take = async (rowSet: RowSet, part: DayRange): Promise<void> => {
    const days = rowSet.rows.map(dayOf).filter((day) => day !== undefined);
    if (rowSet !== first && days.some((day) => isFarOutside(day, part))) {
      truncated = true;
      parts.push({ ...rowSet, rows: rowSet.rows.filter((row) => isWithin(dayOf(row), part)) });
      return;
    }
    if (isCut(rowSet) && days.length === 0) {
      truncated = true;
      parts.push(rowSet);
      return;
    }
    if (!isCut(rowSet)) {
      parts.push(rowSet);
      return;
    }
    let [earliest, latest] = [days[0]!, days[0]!];
    for (const day of days) {
      if (day < earliest) earliest = day;
      if (day > latest) latest = day;
    }
    const [from, to] = [part.from ?? earliest, part.to ?? latest];
    if (from >= to) {
      truncated = true;
      parts.push(rowSet);
    } else {
      const middle = dayFromNumber(Math.floor((dayNumber(from) + dayNumber(to)) / 2));
      await Promise.all([readPart({ from, to: middle }), readPart({ from: addDays(middle, 1), to })]);
    }
    // Outside of what was seen there may be more, on the sides that are open.
    await Promise.all([
      ...(part.from === undefined ? [readPart({ to: addDays(from, -1) })] : []),
      ...(part.to === undefined ? [readPart({ from: addDays(to, 1) })] : []),
    ]);
  };

  await take(first, range);
  return {
    ...first,
    columns: [...new Map([first, ...parts].flatMap(({ columns }) => columns.map((column) => [column.name.toLowerCase(), column] as const))).values()],
    rows: parts.flatMap(({ rows }) => rows),
    leftOut: parts.reduce((sum, { leftOut }) => sum + leftOut, 0),
    truncated,
  };
}

function isWithin(day: PlainDay | undefined, range: DayRange): boolean {
  return day !== undefined && isInRange(day, range);
}

/** Whether the backend paid no heed to the days; by one day its zone may differ. */
function isFarOutside(day: PlainDay, { from, to }: DayRange): boolean {
  return !isInRange(day, { ...(from !== undefined && { from: addDays(from, -1) }), ...(to !== undefined && { to: addDays(to, 1) }) });
}

function isCut({ rows, truncated }: RowSet): boolean {
  return rows.length > 0 && (truncated || rows.length % limitUnit === 0);
}
