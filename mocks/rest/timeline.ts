import type { MockCustomer } from '../customers/customer.js';
import { eventTypes, laneOf } from '../customers/events.js';
import { dayIn } from '../days.js';
import type { ActivityWire, EventsWire, EventWire, LaneWire } from '../wire.js';
import { metaOf } from './meta.js';
import { type Asked, isWithin, pageOf } from './query.js';

/** The day of each event in a zone, held for the zone asked last, since cutting 100,000 instants into days takes a while. */
const held = new WeakMap<MockCustomer, { readonly timeZone: string; readonly days: readonly string[] }>();

function daysOf(customer: MockCustomer, timeZone: string): readonly string[] {
  const known = held.get(customer);
  if (known?.timeZone === timeZone) return known.days;
  const days = customer.events.map(({ at }) => dayIn(at, timeZone));
  held.set(customer, { timeZone, days });
  return days;
}

/** The customer's events of the asked days, newest first. */
function eventsWithin(customer: MockCustomer, asked: Asked): readonly EventWire[] {
  const { events } = customer;
  if (!asked.from && !asked.to) return events;
  const days = daysOf(customer, asked.timeZone);
  return events.filter((_, index) => isWithin(days[index] ?? '', asked));
}

/** Day counts for the dots (B15 to B23); `email` counts delivered messages only (B17). */
export function activityAnswer(customer: MockCustomer, asked: Asked): ActivityWire {
  const events = eventsWithin(customer, asked);
  const days = new Map<string, { date: string; lane: LaneWire; count: number; types: Record<string, number> }>();
  for (const event of events) {
    const lane = laneOf(event);
    if (!lane) continue;
    const date = dayIn(event.at, asked.timeZone);
    const held = days.get(`${date} ${lane}`) ?? { date, lane, count: 0, types: {} };
    held.count += 1;
    // A type may be called like something every object has.
    held.types[event.type] = (Object.hasOwn(held.types, event.type) ? (held.types[event.type] ?? 0) : 0) + 1;
    days.set(`${date} ${lane}`, held);
  }
  const firstPurchase = events.findLast(({ category }) => category === 'purchase');
  // A delivered message is not something the person did (T7).
  const lastActivity = events.find(({ category }) => category === 'site' || category === 'purchase' || category === 'custom');
  return {
    days: [...days.values()].sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0)),
    ...(firstPurchase && { firstPurchase: { at: firstPurchase.at } }),
    ...(lastActivity && { lastActivity: { at: lastActivity.at, type: lastActivity.type } }),
    eventTypes,
    meta: metaOf(customer, { timeZone: asked.timeZone }),
  };
}

/** One page of Activity Details, by lane, type and text, in either order (B24). */
export function eventsAnswer(customer: MockCustomer, asked: Asked): EventsWire {
  const [lane, type, text, order] = ['lane', 'type', 'text', 'order'].map((name) => asked.parameters.get(name));
  const words = text?.toLocaleLowerCase('en').split(/\s+/).filter(Boolean) ?? [];
  const found = eventsWithin(customer, asked).filter(
    (event) => (!lane || isInLane(event, lane)) && (!type || event.type === type) && (!words.length || words.every((word) => textOf(event).includes(word))),
  );
  return { ...pageOf(order === 'asc' ? found.toReversed() : found, asked), meta: metaOf(customer, { timeZone: asked.timeZone }) };
}

/** In the list an e-mail stands in its lane even when nobody saw it delivered. */
function isInLane(event: EventWire, lane: string): boolean {
  return (event.category === 'email' ? 'email' : laneOf(event)) === lane;
}

function textOf({ name, type, campaign, product, order, message }: EventWire): string {
  return [name, type, campaign?.name, product?.name, message?.subject, ...(order?.items.map((item) => item.product.name) ?? [])]
    .join(' ')
    .toLocaleLowerCase('en');
}
