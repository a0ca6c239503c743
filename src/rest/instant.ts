import { dayOf, daysInMonth, type Instant, toPlainDay } from '../model/day.js';

/** How most moments arrive. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/;
const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,3})\d*)?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;

/** Years outside these are sentinels and wrong units, not moments of a customer's life (V12). */
const [FIRST_YEAR, END_YEAR] = ['1901', '2200'];

/**
 * The moment an RFC 3339 text names; `undefined` when it names none. Without an offset it is the clock of `timeZone`:
 * a time that clocks skip is read as the later one, a time they show twice as the first (V13).
 */
export function readInstant(text: unknown, timeZone: string): Instant | undefined {
  if (typeof text !== 'string' || text < FIRST_YEAR || text >= END_YEAR) return undefined;
  const at = usual.test(text) ? readUsual(text) : Number.NaN;
  const found = Number.isNaN(at) ? readUnusual(text, timeZone) : at;
  return Number.isNaN(found) ? undefined : (found as Instant);
}

/** The moment its digits name, in a quarter of the time `Date.parse` takes; not a number where one of them is out of the usual range. */
function readUsual(text: string): number {
  const [year, month, day] = [twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8)];
  const [hours, minutes, seconds] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hours > 23 || minutes > 59 || seconds > 59) return Number.NaN;
  const zone = text[19] === '.' ? 23 : 19;
  const clock = Date.UTC(year, month - 1, day, hours, minutes, seconds, zone > 19 ? Number(text.slice(20, zone)) : 0);
  if (text[zone] === 'Z') return clock;
  const [aheadHours, aheadMinutes] = [twoDigits(text, zone + 1), twoDigits(text, zone + 4)];
  if (aheadHours > 23 || aheadMinutes > 59) return Number.NaN;
  return clock - (text[zone] === '-' ? -1 : 1) * (aheadHours * 60 + aheadMinutes) * 60_000;
}

/** The number two digits name. */
function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;
}

function readUnusual(text: string, timeZone: string): number {
  const match = pattern.exec(text);
  // `Date.parse` would turn 30 February into 1 March (F23).
  if (!match || !toPlainDay(match[1])) return Number.NaN;
  const [, day, time, seconds = ':00', fraction = '0', isUtc, hours, minutes = '00'] = match;
  const clock = Date.parse(`${day}T${time}${seconds}.${fraction}${hours ? `${hours}:${minutes}` : 'Z'}`);
  return hours || isUtc || Number.isNaN(clock) ? clock : instantOfClock(clock, timeZone);
}

const DAY_LENGTH = 86_400_000;

/** The moment at which clocks in the zone show what UTC clocks show at `clock`. */
function instantOfClock(clock: number, timeZone: string): number {
  const [before, after] = [clock - offsetAt(clock - DAY_LENGTH, timeZone), clock - offsetAt(clock + DAY_LENGTH, timeZone)];
  const isAfter = before !== after && offsetAt(before, timeZone) !== clock - before && offsetAt(after, timeZone) === clock - after;
  return isAfter ? after : before;
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** How far clocks in the zone are ahead of UTC; nothing for a zone the platform does not know (V25). */
function offsetAt(instant: number, timeZone: string): number {
  let format = timeFormats.get(timeZone);
  if (!format) {
    const options: Intl.DateTimeFormatOptions = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit', numberingSystem: 'latn' };
    try {
      format = new Intl.DateTimeFormat('en', { ...options, timeZone });
    } catch {
      format = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
    }
    timeFormats.set(timeZone, format);
  }
  return Date.parse(`${dayOf(instant as Instant, timeZone)}T${format.format(instant)}Z`) - Math.floor(instant / 1000) * 1000;
}
