import { dayOf, daysBetween, type Instant, type PlainDay, toPlainDay } from '../model/day.js';
import { type DateStyle, type DayStyle, formatDay, formatInstant, isMoment } from './date.js';
import { relativeFormat } from './formatters.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `5 min. ago`, `2 hr. ago`, `yesterday`, `in 3 days`; the day itself from a week on. Days are the calendar's, in the zone. */
export function formatRelative(instant: Instant | null | undefined, now: Date | number, style: DateStyle): string {
  if (!isMoment(instant)) return style.unknown;
  const present = Number(now);
  if (!Number.isFinite(present)) return formatInstant(instant, style);
  const distance = instant - present;
  const size = Math.abs(distance);
  if (size < DAY) {
    const format = relativeFormat(style.language, { numeric: 'auto', style: 'short' });
    if (size < MINUTE) return format?.format(0, 'second') ?? formatInstant(instant, style);
    const [length, unit] = size < HOUR ? ([MINUTE, 'minute'] as const) : ([HOUR, 'hour'] as const);
    return format?.format(Math.trunc(distance / length), unit) ?? formatInstant(instant, style);
  }
  return formatRelativeDay(dayOf(instant, style.timeZone), dayOf(present as Instant, style.timeZone), style);
}

/** `today`, `yesterday`, `3 days ago`; the day itself from a week on. */
export function formatRelativeDay(day: PlainDay | null | undefined, today: PlainDay, style: DayStyle): string {
  if (!day || !toPlainDay(day) || !toPlainDay(today)) return formatDay(day, style);
  const distance = daysBetween(today, day);
  const format = Math.abs(distance) < 7 ? relativeFormat(style.language, { numeric: 'auto' }) : undefined;
  return format?.format(distance, 'day') ?? formatDay(day, style, today);
}
