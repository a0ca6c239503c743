import type { Page } from '../model/event.js';
import { jsonText } from '../model/json-text.js';
import type { Told } from './merge.js';

/*
 * The cursor of a merged list: for each source the cursor of the page it is on and how many of that page's records were given out already.
 * A page ends where the first source that has more ran out, since beyond that nobody knows what comes next in time; what another
 * source had beyond it is asked for again with the next page. So nothing of a customer is kept between questions (TH13).
 */
export interface Place {
  readonly cursor?: string;
  readonly given: number;
}

/** Where each source was; `undefined` for a first page, nobody for a cursor that is not ours. */
export function decodeCursor(text: string | undefined): ReadonlyMap<string, Place> | undefined {
  if (text === undefined) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return new Map();
    return new Map(
      list.flatMap((entry: unknown): [string, Place][] => {
        if (!Array.isArray(entry)) return [];
        const [name, cursor, given] = entry as readonly unknown[];
        return typeof name === 'string' && typeof given === 'number' ? [[name, { given, ...(typeof cursor === 'string' && { cursor }) }]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/** One page of all: see `Place`. Each source counts its records for itself, so that ids are told apart by who gave them (names hold no space). */
export function mergePages<Item extends { readonly id: string }>(
  told: readonly Told<Page<Item>>[],
  places: ReadonlyMap<string, Place> | undefined,
  compare: (left: Item, right: Item) => number,
): Page<Item> {
  const lists = told.map(({ name, answer }) => {
    const given = places?.get(name)?.given ?? 0;
    const page = { ...answer.value, items: answer.value.items.map((item) => ({ ...item, id: `${name} ${item.id}` })).sort(compare) };
    return { name, page, given, items: page.items.slice(given) };
  });
  // The last record of each source that has more: beyond the earliest of them the order is not known yet.
  const lasts = lists.flatMap(({ page }) => (page.nextCursor === undefined ? [] : (page.items.at(-1) ?? [])));
  const limit = lasts.toSorted(compare)[0];
  const isKnown = (item: Item): boolean => limit === undefined || compare(item, limit) <= 0;
  const next = lists.flatMap(({ name, page, given, items }): (readonly [string, string | null, number])[] => {
    const count = given + items.filter(isKnown).length;
    const place = places?.get(name)?.cursor ?? null;
    if (count < page.items.length) return [[name, place, count]];
    return page.nextCursor === undefined ? [] : [[name, page.nextCursor, 0]];
  });
  const totals = lists.map(({ page }) => page.total);
  return {
    items: lists.flatMap(({ items }) => items.filter(isKnown)).sort(compare),
    ...(next.length && { nextCursor: jsonText(next) }),
    ...(!places && totals.every((total) => total !== undefined) && { total: totals.reduce<number>((sum, total) => sum + (total ?? 0), 0) }),
  };
}
