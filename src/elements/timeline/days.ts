import { dayOf, type Instant, type PlainDay, startOfDay } from '../../model/day.js';
import type { CustomerEvent } from '../../model/event.js';

/** The events of one day, a stretch of the sorted list. */
export interface DayGroup {
  /** Tells groups apart: an hour from now and an hour ago are the same day but not the same group. */
  readonly key: string;
  /** `null` = events whose date could not be read (V10). */
  readonly day: PlainDay | null;
  /** Has not happened yet (V14). */
  readonly upcoming: boolean;
  /** Index of its first event, and how many there are. */
  readonly start: number;
  readonly size: number;
}

/** Activity Details in the order in which it is shown. */
export interface Days {
  /** Newest first; unknown dates last. */
  readonly events: readonly CustomerEvent[];
  readonly groups: readonly DayGroup[];
}

/** The moment by which an event is sorted: a source that knows only the day means the day's beginning. */
function momentOf({ at, day }: CustomerEvent, timeZone: string): number {
  return day ? startOfDay(day, timeZone) : (at ?? Number.NEGATIVE_INFINITY);
}

/** Newest first, equal times by id, whatever order they came in: the same on every refresh (V15). */
function sorted(events: readonly CustomerEvent[], timeZone: string): readonly CustomerEvent[] {
  const compare = (left: CustomerEvent, right: CustomerEvent): number => {
    const [later, earlier] = [momentOf(right, timeZone), momentOf(left, timeZone)];
    return later === earlier ? (left.id < right.id ? -1 : left.id > right.id ? 1 : 0) : later - earlier;
  };
  // A list of a hundred thousand that is in order already is not copied.
  const inOrder = events.every((event, index) => index === 0 || compare(events[index - 1]!, event) <= 0);
  return inOrder ? events : events.toSorted(compare);
}

/** Cuts the events into days of the zone. A zone's days are looked up once per day, not once per event: that is slow. */
export function toDays(given: readonly CustomerEvent[], timeZone: string, now: Instant): Days {
  const events = sorted(given, timeZone);
  const groups: DayGroup[] = [];
  let start = 0;
  while (start < events.length) {
    const first = events[start]!;
    const moment = momentOf(first, timeZone);
    const known = Number.isFinite(moment);
    const day = known ? (first.day ?? dayOf(moment as Instant, timeZone)) : null;
    const upcoming = moment > now;
    let floor = day === null ? Number.NEGATIVE_INFINITY : startOfDay(day, timeZone);
    if (upcoming && floor <= now) floor = now + 1;
    let end = start + 1;
    while (end < events.length && momentOf(events[end]!, timeZone) >= floor) end++;
    groups.push({ key: `${day ?? ''}${upcoming ? '+' : ''}`, day, upcoming, start, size: end - start });
    start = end;
  }
  return { events, groups };
}
