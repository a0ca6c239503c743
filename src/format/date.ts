import { dayNumber, type Instant, type PlainDay, toPlainDay } from '../model/day.js';
import type { DayRange } from '../model/time-frame.js';
import { dateFormat } from './formatters.js';

/** For whom dates are written. */
export interface DateStyle {
  readonly language: string;
  /** IANA name; where the platform does not know it, UTC (V25). */
  readonly timeZone: string;
  /** Stands for what cannot be read (V10): `messages.unknownDate`. */
  readonly unknown: string;
}

/** For days no zone is needed. */
export type DayStyle = Pick<DateStyle, 'language' | 'unknown'>;
type Fields = Intl.DateTimeFormatOptions;

const DAY = 86_400_000;

/** The furthest moment a date can hold. */
const END_OF_TIME = 8.64e15;

/** Whether a date can hold it. */
export const isMoment = (instant: Instant | null | undefined): instant is Instant => typeof instant === 'number' && Math.abs(instant) <= END_OF_TIME;

/** A plain day never shifts (T25): it is written in UTC, where its number was made. */
function writeDay(day: PlainDay | null | undefined, { language, unknown }: DayStyle, fields: Fields): string {
  if (!day || !toPlainDay(day)) return unknown;
  return dateFormat(language, { ...fields, timeZone: 'UTC' })?.format(dayNumber(day) * DAY) ?? day;
}

function writeInstant(instant: Instant | null | undefined, { language, timeZone, unknown }: DateStyle, fields: Fields): string {
  if (!isMoment(instant)) return unknown;
  const format = dateFormat(language, { ...fields, timeZone }) ?? dateFormat(language, { ...fields, timeZone: 'UTC' });
  return format?.format(instant) ?? new Date(instant).toISOString();
}

/** `Nov 20, 2026`; without its year when that is today's. */
export function formatDay(day: PlainDay | null | undefined, style: DayStyle, today?: PlainDay): string {
  const thisYear = today !== undefined && day?.slice(0, 4) === today.slice(0, 4);
  return writeDay(day, style, { day: 'numeric', month: 'short', ...(!thisYear && { year: 'numeric' }) });
}

/** `Wednesday, November 18`, over a group of things that happened that day; with its year when that is not today's. */
export function formatDayHeading(day: PlainDay | null | undefined, style: DayStyle, today?: PlainDay): string {
  const thisYear = today !== undefined && day?.slice(0, 4) === today.slice(0, 4);
  return writeDay(day, style, { weekday: 'long', day: 'numeric', month: 'long', ...(!thisYear && { year: 'numeric' }) });
}

/** `2026`, the label of a year on an axis. */
export function formatYear(day: PlainDay | null | undefined, style: DayStyle): string {
  return writeDay(day, style, { year: 'numeric' });
}

/** `Nov`, the label of a month on an axis; with its year where a year begins or the axis does. */
export function formatMonth(day: PlainDay | null | undefined, style: DayStyle, withYear = false): string {
  return writeDay(day, style, { month: 'short', ...(withYear && { year: 'numeric' }) });
}

/** `May 23 – Nov 22, 2026`; open where a side is missing; the given words where both are. */
export function formatDayRange({ from, to }: DayRange, style: DayStyle, allTime: string): string {
  if (!from && !to) return allTime;
  const format = dateFormat(style.language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  if (from && to && toPlainDay(from) && toPlainDay(to) && from <= to && format) return format.formatRange(dayNumber(from) * DAY, dayNumber(to) * DAY);
  return `${from ? formatDay(from, style) : ''} – ${to ? formatDay(to, style) : ''}`.trim();
}

/** `2:02 PM`: the time of day in the zone. */
export function formatTime(instant: Instant | null | undefined, style: DateStyle): string {
  return writeInstant(instant, style, { timeStyle: 'short' });
}

/** `Nov 20, 2026, 2:02 PM`: day and time in the zone. */
export function formatInstant(instant: Instant | null | undefined, style: DateStyle): string {
  return writeInstant(instant, style, { dateStyle: 'medium', timeStyle: 'short' });
}

/** `Friday, November 20, 2026 at 2:02:11 PM GMT+1`: everything, for whoever asks what "2 hr. ago" was. */
export function formatExactInstant(instant: Instant | null | undefined, style: DateStyle): string {
  return writeInstant(instant, style, { dateStyle: 'full', timeStyle: 'long' });
}
