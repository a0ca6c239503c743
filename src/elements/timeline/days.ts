import { addDays, dayOf, type Instant, type PlainDay, startOfDay } from '../../model/day.js';
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
  /** A bit for each event, set where it is a message: whoever asks need not fetch a million of them from memory again. */
  readonly messages: Uint8Array;
  /** These are the first days of a list of which the rest is still to be cut. */
  readonly isBeginning?: boolean;
}

/** So many events are cut for the first picture of a list that is more than twice as long: more than any screen shows. */
const FIRST = 1000;

/** The moment by which an event is sorted: a source that knows only the day means the day's beginning. */
function momentOf({ at, day }: CustomerEvent, timeZone: string): number {
  return day ? startOfDay(day, timeZone) : (at ?? Number.NEGATIVE_INFINITY);
}

/** Newest first, equal times by id, whatever order they came in: the same on every refresh (V15). */
function compare(left: CustomerEvent, right: CustomerEvent, timeZone: string): number {
  const [later, earlier] = [momentOf(right, timeZone), momentOf(left, timeZone)];
  if (later !== earlier) return later - earlier;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** The day of a moment: most likely the one before that found last, and where it begins has to be found anyway. */
function dayAt(moment: Instant, last: PlainDay | null, timeZone: string): PlainDay {
  const before = last && addDays(last, -1);
  return before && moment >= startOfDay(before, timeZone) && moment < startOfDay(last, timeZone) ? before : dayOf(moment, timeZone);
}

/** Whether the event at this place is a message. */
export function isMessage({ messages }: Days, row: number): boolean {
  return ((messages[row >> 3]! >> (row & 7)) & 1) === 1;
}

/** Cuts the events into days of the zone; a record that came twice is one. */
export function toDays(given: readonly CustomerEvent[], timeZone: string, now: Instant): Days {
  const days = cut(given, timeZone, now);
  if (days) return days;
  const sorted = given.toSorted((left, right) => compare(left, right, timeZone));
  return cut(
    sorted.filter(({ id }, index) => id !== sorted[index - 1]?.id),
    timeZone,
    now,
  )!;
}

/** The first days of a long list that can be told without looking at all of it; nothing where that is not sure. */
export function toFirstDays(events: readonly CustomerEvent[], timeZone: string, now: Instant): Days | undefined {
  if (events.length <= 2 * FIRST) return undefined;
  const days = cut(events.slice(0, FIRST), timeZone, now);
  // The last one may go on.
  const groups = days?.groups.slice(0, -1);
  const last = groups?.at(-1);
  if (!days || !groups || !last) return undefined;
  return { ...days, events: days.events.slice(0, last.start + last.size), groups, isBeginning: true };
}

/**
 * Cuts what is in order; nothing when it is not. Of a million events each is looked at once: most of the time goes into fetching them
 * from memory. A zone's days are looked up once per day, not once per event: that is slow.
 */
function cut(events: readonly CustomerEvent[], timeZone: string, now: Instant): Days | undefined {
  const groups: DayGroup[] = [];
  const messages = new Uint8Array(Math.ceil(events.length / 8));
  let [start, day, upcoming, floor, before]: [number, PlainDay | null, boolean, number, number] = [
    0,
    null,
    false,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  const close = (end: number) => {
    if (end > start) groups.push({ key: `${day ?? ''}${upcoming ? '+' : ''}`, day, upcoming, start, size: end - start });
    start = end;
  };
  for (let index = 0; index < events.length; index++) {
    const event = events[index]!;
    const moment = momentOf(event, timeZone);
    if (moment > before || (moment === before && index > 0 && events[index - 1]!.id >= event.id)) return undefined;
    before = moment;
    if (event.message) messages[index >> 3]! |= 1 << (index & 7);
    if (moment >= floor) continue;
    close(index);
    day = Number.isFinite(moment) ? (event.day ?? dayAt(moment as Instant, day, timeZone)) : null;
    upcoming = moment > now;
    floor = day === null ? Number.NEGATIVE_INFINITY : startOfDay(day, timeZone);
    if (upcoming && floor <= now) floor = now + 1;
  }
  close(events.length);
  return { events, groups, messages };
}
