import type { C360Timeline } from '../../../src/elements/timeline/timeline.js';
import { addDays, dayOf, type Instant, type PlainDay } from '../../../src/model/day.js';

/** An event of section 4, as a backend would send it. */
export type EventWire = { readonly id: string; readonly at: string | null; readonly category: string; readonly type: string } & Readonly<
  Record<string, unknown>
>;

export interface EventsAsked {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly timeZone: string;
  readonly lane?: string;
  readonly type?: string;
  readonly text?: string;
  readonly order?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Noon of the day on which the tests take place. */
export const NOON = '2026-11-22T12:00:00Z';

export function eventAt(id: string, at: string | null, more: Readonly<Record<string, unknown>> = {}): EventWire {
  return { id, at, category: 'site', type: 'product-view', name: `Event ${id}`, ...more };
}

/** One event a day, newest first: `e0` today, `e1` yesterday, … */
export function daily(count: number, perDay = 1): readonly EventWire[] {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.parse('2026-11-22T11:00:00Z') - Math.floor(index / perDay) * 86_400_000 - (index % perDay) * 60_000);
    return eventAt(`e${index}`, at.toISOString());
  });
}

/** Answers as the contract says: filtered, in the order asked for, in pages whose cursor is the next index. */
export function answerEvents(all: readonly EventWire[], { from, to, timeZone, lane, type, text, order, cursor, limit = 100 }: EventsAsked) {
  const dayOfEvent = ({ at }: EventWire) => (at === null ? undefined : dayOf(Date.parse(at) as Instant, timeZone));
  const found = all.filter((event) => {
    const day = dayOfEvent(event);
    const within = day === undefined || ((!from || day >= from) && (!to || day <= to));
    const laneOfEvent = ['site', 'email', 'purchase'].includes(event.category) ? event.category : 'other';
    return (
      within && (!lane || lane === laneOfEvent) && (!type || event.type === type) && (!text || JSON.stringify(event).toLowerCase().includes(text.toLowerCase()))
    );
  });
  const ordered = order === 'asc' ? found.toReversed() : found;
  const start = Number(cursor ?? 0);
  const next = start + limit;
  return { items: ordered.slice(start, next), ...(next < ordered.length && { nextCursor: String(next) }), total: ordered.length };
}

/** Day counts of the events. */
export function answerActivity(all: readonly EventWire[], timeZone = 'UTC') {
  return {
    days: all.flatMap(({ at, category, type }) =>
      at === null
        ? []
        : [
            {
              date: dayOf(Date.parse(at) as Instant, timeZone),
              lane: ['site', 'email', 'purchase'].includes(category) ? category : 'other',
              count: 1,
              types: { [type]: 1 },
            },
          ],
    ),
    eventTypes: [
      { type: 'product-view', label: 'Product viewed', lane: 'site' },
      { type: 'search', label: 'Search', lane: 'site' },
      { type: 'purchase', label: 'Purchase', lane: 'purchase' },
    ],
  };
}

/** A backend that remembers what it was asked. */
export function backend(all: readonly EventWire[], readers: Readonly<Record<string, unknown>> = {}) {
  const asked: EventsAsked[] = [];
  const customerSource = {
    activity: async ({ timeZone }: { timeZone: string }) => answerActivity(all, timeZone),
    events: async (query: EventsAsked) => {
      asked.push(query);
      return answerEvents(all, query);
    },
    ...readers,
  };
  return { customerSource: customerSource as NonNullable<C360Timeline['customerSource']>, asked };
}

export const settings = { customerId: 'ada', now: () => new Date(NOON), timeZone: 'UTC' } as const;

export const daysAgo = (days: number): PlainDay => addDays('2026-11-22' as PlainDay, -days);
