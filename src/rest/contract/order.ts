import type { PlainDay } from '../../model/day.js';

/** Keeps the first of those that share an id: a page that names a record twice shows it once. */
export function withoutDuplicates<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
  if (isOneWay(items, idOf)) return items;
  const seen = new Set<string>();
  const unique = items.filter((item) => seen.size !== seen.add(idOf(item)).size);
  return unique.length === items.length ? items : unique;
}

/** Whether ids only rise or only fall: then none stands twice, and seeing that costs a fifth of remembering them all. */
function isOneWay<Item>(items: readonly Item[], idOf: (item: Item) => string): boolean {
  if (items.length < 2) return true;
  let before = idOf(items[0]!);
  const rises = before < idOf(items[1]!);
  for (let index = 1; index < items.length; index++) {
    const id = idOf(items[index]!);
    if (rises ? before >= id : before <= id) return false;
    before = id;
  }
  return true;
}

/** Sorted without moving equals, and without a copy when there is nothing to do. */
export function sorted<Item>(items: readonly Item[], compare: (left: Item, right: Item) => number): readonly Item[] {
  for (let index = 1; index < items.length; index++) {
    if (compare(items[index - 1]!, items[index]!) > 0) return [...items].sort(compare);
  }
  return items;
}

/** What has no date stands at the end, whichever way the list runs (V10). */
export function byTime(left: number | string | null, right: number | string | null, ascending: boolean): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right === ascending ? -1 : 1;
}

/** Ids in one order everywhere, so that a refresh does not move equals (V15). */
export function byId(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Days in order, each once, and how to bring a column of values into the same order: of a day given twice the last value holds,
 * a column too short ends in gaps, what cannot be read as a day goes with its values.
 */
export function alignDays(given: readonly (PlainDay | null)[]): {
  readonly dates: readonly PlainDay[];
  readonly align: <Value>(values: readonly Value[]) => readonly (Value | null)[];
} {
  const indexes = new Map<PlainDay, number>();
  given.forEach((day, index) => {
    if (day) indexes.set(day, index);
  });
  const dates = Object.freeze([...indexes.keys()].sort());
  const align = <Value>(values: readonly Value[]) => Object.freeze(dates.map((day) => values[indexes.get(day)!] ?? null));
  return { dates, align };
}
