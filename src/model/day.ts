/**
 * A calendar day without a time or a zone, `YYYY-MM-DD` (`PROFILE_DATE`, `EXECUTION_DATE`: O12, O14).
 * It never shifts between time zones (T25), which is why it is a type of its own.
 */
export type PlainDay = string & { readonly __kind: 'plain-day' };

/** A moment, in milliseconds since 1970 UTC. A day is cut from it only together with a time zone (T25). */
export type Instant = number & { readonly __kind: 'instant' };

const DAY_LENGTH = 86_400_000;
const FIRST_DAY = '0001-01-01' as PlainDay;
const LAST_DAY = '9999-12-31' as PlainDay;
/** Their `dayNumber`: read from their texts for each day of a list they took as long as all else there is to find out about it. */
const FIRST = -719_162;
const LAST = 2_932_896;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day a text names, or `undefined` when it names none (`2024-02-30`, `''`, `0000-00-00`). */
export function toPlainDay(text: unknown): PlainDay | undefined {
  if (typeof text !== 'string') return undefined;
  const match = dayPattern.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as PlainDay;
}

/** How many days the month has; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whole days since 1970-01-01: the number to put on an axis or to subtract. */
export function dayNumber(day: PlainDay): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_LENGTH);
}

/** The day that lies so many days after 1970-01-01; clamped to the years 1 to 9999. */
export function dayFromNumber(number: number): PlainDay {
  const clamped = Math.min(Math.max(Math.round(number) || 0, FIRST), LAST);
  return new Date(clamped * DAY_LENGTH).toISOString().slice(0, 10) as PlainDay;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: PlainDay, days: number): PlainDay {
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * The same day of another month, clamped to its last: 31 August − 6 months is 28 or 29 February (contract, `time-frame`).
 * Beyond the years 1 to 9999 it is their first or last day.
 */
export function addMonths(day: PlainDay, months: number): PlainDay {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + (Math.round(months) || 0);
  const year = Math.floor(index / 12);
  if (year < 1) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  const month = (index % 12) + 1;
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as PlainDay;
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Gives the one formatter of each zone that writes these parts of an instant in digits; UTC's for a zone the platform does not know (V25). */
export function digitFormat(parts: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (name) => {
    let format = formats.get(name);
    if (!format) {
      const timeZone = isTimeZone(name) ? name : 'UTC';
      format = new Intl.DateTimeFormat('en-US', { ...parts, calendar: 'gregory', numberingSystem: 'latn', timeZone });
      formats.set(name, format);
    }
    return format;
  };
}

/** Cuts instants into days, written `12/31/2017`. */
const dayFormat = /* @__PURE__ */ digitFormat({ year: 'numeric', month: '2-digit', day: '2-digit' });

/** What was found out last: "today" is asked for again and again, and days begin with a second in every zone. */
let lastDay: { readonly second: number; readonly timeZone: string; readonly day: PlainDay } | undefined;

/** The day on which the instant falls in the zone, in the years 1 to 9999: the only way from an instant to a day (T25, V13). */
export function dayOf(instant: Instant, timeZone: string): PlainDay {
  const second = Math.floor(instant / 1000);
  if (lastDay?.second !== second || lastDay.timeZone !== timeZone) lastDay = { second, timeZone, day: findDay(instant, timeZone) };
  return lastDay.day;
}

function findDay(instant: Instant, timeZone: string): PlainDay {
  // A day is kept clear at both ends for the zone to shift.
  const within = Math.min(Math.max(instant || 0, (FIRST + 1) * DAY_LENGTH), LAST * DAY_LENGTH - 1);
  // Its parts one by one would take four times as long, which a list of a thousand days feels.
  const [month, day, year] = dayFormat(timeZone).format(within).split('/');
  return `${year!.padStart(4, '0')}-${month}-${day}` as PlainDay;
}

const dayStarts = new Map<string, Instant>();

/** The first moment of the day in the zone; days of 23 and 25 hours and those that skip midnight included (V13). */
export function startOfDay(day: PlainDay, timeZone: string): Instant {
  const key = day + timeZone;
  let start = dayStarts.get(key);
  if (start === undefined) {
    // A list compares thousands of events of few days; an endless variety of days is not worth remembering.
    if (dayStarts.size > 5000) dayStarts.clear();
    start = findStartOfDay(day, timeZone);
    dayStarts.set(key, start);
  }
  return start;
}

/** How far from UTC's midnight the last day looked for began, in minutes: most begin as far from it. */
let usual = 0;

function findStartOfDay(day: PlainDay, timeZone: string): Instant {
  const minute = 60_000;
  const utc = (dayNumber(day) * DAY_LENGTH) / minute;
  const isBefore = (moment: number): boolean => dayOf((moment * minute) as Instant, timeZone) < day;
  // No zone is further than 14 hours from UTC, and none has changed its clocks within a minute for a century.
  let [before, after] = [utc - 15 * 60, utc + 15 * 60];
  for (const guess of [utc + usual - 1, utc + usual]) {
    if (isBefore(guess)) before = guess;
    else after = Math.min(after, guess);
  }
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isBefore(middle)) before = middle;
    else after = middle;
  }
  usual = after - utc;
  return (after * minute) as Instant;
}

/** What was found out about names of time zones: asking the platform takes half a millisecond, and every question and answer asks. */
const zones = new Map<string, boolean>();

/** Whether the platform knows the time zone by this IANA name. */
export function isTimeZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  // Answers name zones, too; one that names ever new ones fills no memory.
  if (zones.size > 100) zones.clear();
  const isKnown = canFormatIn(name);
  zones.set(name, isKnown);
  return isKnown;
}

function canFormatIn(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
