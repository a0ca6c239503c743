import type { Activity, ActivityDay } from '../model/activity.js';
import type { EventsQuery, RangeQuery } from '../model/customer-source.js';
import { addDays, dayOf, type PlainDay, startOfDay } from '../model/day.js';
import { type CustomerEvent, laneOf } from '../model/event.js';
import type { DayRange } from '../model/time-frame.js';

/** Whether the day lies in the range; both ends belong to it. */
export function isInRange(day: PlainDay, { from, to }: DayRange): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
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
  const { from, to, timeZone } = query;
  // Two ends of the range, found once, instead of a day for each event.
  const [start, end] = [from === undefined ? -Infinity : startOfDay(from, timeZone), to === undefined ? Infinity : startOfDay(addDays(to, 1), timeZone)];
  return events
    .filter((event) => {
      const { day, at } = event;
      if (day !== undefined ? !isInRange(day, query) : at !== null && (at < start || at >= end)) return false;
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
export function toActivity(events: readonly CustomerEvent[], query: RangeQuery): Activity {
  const days = new Map<string, { date: PlainDay; lane: ActivityDay['lane']; count: number; types: Map<string, number> }>();
  const eventTypes = new Map<string, Activity['eventTypes'][number]>();
  let lastActivity: Activity['lastActivity'];
  let [today, tomorrow] = ['' as PlainDay, -Infinity];
  for (const event of selectEvents(events, { ...query, order: 'asc' })) {
    const lane = laneOf(event.category);
    eventTypes.set(event.type, { type: event.type, lane });
    if (event.at === null) continue;
    if (event.at >= tomorrow) {
      today = dayOf(event.at, query.timeZone);
      tomorrow = startOfDay(addDays(today, 1), query.timeZone);
    }
    const date = event.day ?? today;
    const key = `${date} ${lane}`;
    const day = days.get(key) ?? { date, lane, count: 0, types: new Map() };
    days.set(key, day);
    day.count += 1;
    day.types.set(event.type, (day.types.get(event.type) ?? 0) + 1);
    lastActivity = { at: event.at, type: event.type };
  }
  return { days: [...days.values()], ...(lastActivity && { lastActivity }), eventTypes: [...eventTypes.values()] };
}
