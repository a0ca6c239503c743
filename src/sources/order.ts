import type { Activity, ActivityDay } from '../model/activity.js';
import type { EventsQuery, RangeQuery } from '../model/customer-source.js';
import { dayOf, type Instant, type PlainDay } from '../model/day.js';
import { type CustomerEvent, laneOf } from '../model/event.js';
import type { DayRange } from '../model/time-frame.js';

/** Whether the day lies in the range; both ends belong to it. */
export function isInRange(day: PlainDay, { from, to }: DayRange): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** The day of an event: its own where only that is known, else cut in the zone (T25); `undefined` without a date. */
export function dayOfEvent({ day, at }: Pick<CustomerEvent, 'day' | 'at'>, timeZone: string): PlainDay | undefined {
  return day ?? (at === null ? undefined : dayOf(at, timeZone));
}

/**
 * A moment inside a plain day, whatever the zone: noon UTC where that is the same day there, else half a day beside it.
 * Only for sorting beside real moments; no time of day is shown for it.
 */
export function instantWithin(day: PlainDay, timeZone: string): Instant {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const hours = [0, -12, 12].find((shift) => dayOf((noon + shift * 3_600_000) as Instant, timeZone) === day) ?? 0;
  return (noon + hours * 3_600_000) as Instant;
}

/** Newest first unless told; what has no date stands at the end either way (V10); equal times by id, so that nothing jumps (V15). */
export function compareEvents(order: EventsQuery['order']): (left: CustomerEvent, right: CustomerEvent) => number {
  const sign = order === 'asc' ? 1 : -1;
  return (left, right) => {
    if (left.at === null || right.at === null) return Number(left.at === null) - Number(right.at === null) || compareIds(left, right);
    return sign * (left.at - right.at || compareIds(left, right));
  };
}

function compareIds(left: CustomerEvent, right: CustomerEvent): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}

/** Newest first; what has no day stands last, equal days as they came. */
export function compareDecisions(
  { executionDate: left }: { readonly executionDate: PlainDay | null },
  { executionDate: right }: { readonly executionDate: PlainDay | null },
): number {
  if (left === right) return 0;
  return left === null || (right !== null && left < right) ? 1 : -1;
}

/** How many there are of each decision. */
export function countDecisions(items: readonly { readonly decision: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { decision } of items) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  return counts;
}

/** Does what a backend's `events` would do with all events at hand: cut the days, filter, sort. */
export function selectEvents(events: readonly CustomerEvent[], query: EventsQuery): readonly CustomerEvent[] {
  const words = query.text?.trim().toLowerCase();
  return events
    .filter((event) => {
      const day = dayOfEvent(event, query.timeZone);
      if (day !== undefined && !isInRange(day, query)) return false;
      if (query.lane !== undefined && laneOf(event.category) !== query.lane) return false;
      if (query.type !== undefined && event.type !== query.type) return false;
      return !words || textsOf(event).some((text) => text?.toLowerCase().includes(words));
    })
    .sort(compareEvents(query.order));
}

function textsOf({ type, name, campaign, message, bonus }: CustomerEvent): readonly (string | undefined)[] {
  return [type, name, campaign?.name, message?.subject, message?.resource, bonus?.name];
}

/** Activity Overview from the events themselves, days cut in the zone of the question (contract section 5, "day counts made here"). */
export function toActivity(events: readonly CustomerEvent[], query: RangeQuery, labels: ReadonlyMap<string, string>): Activity {
  const days = new Map<string, { date: PlainDay; lane: ActivityDay['lane']; count: number; types: Map<string, number> }>();
  const eventTypes = new Map<string, Activity['eventTypes'][number]>();
  let lastActivity: Activity['lastActivity'];
  for (const event of selectEvents(events, { ...query, order: 'asc' })) {
    const date = dayOfEvent(event, query.timeZone);
    const lane = laneOf(event.category);
    eventTypes.set(event.type, { type: event.type, label: labels.get(event.type) ?? event.type, lane });
    if (date === undefined || event.at === null) continue;
    const key = `${date} ${lane}`;
    const day = days.get(key) ?? { date, lane, count: 0, types: new Map() };
    days.set(key, day);
    day.count += 1;
    day.types.set(event.type, (day.types.get(event.type) ?? 0) + 1);
    lastActivity = { at: event.at, type: event.type };
  }
  return { days: [...days.values()], ...(lastActivity && { lastActivity }), eventTypes: [...eventTypes.values()] };
}
