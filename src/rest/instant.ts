import { dayOf, digitFormat, type Instant, toPlainDay } from '../model/day.js';

const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,3})\d*)?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;

/** Years outside these are sentinels and wrong units, not moments of a customer's life (V12). */
const [FIRST_YEAR, END_YEAR] = ['1901', '2200'];

/**
 * The moment an RFC 3339 text names; `undefined` when it names none. Without an offset it is the clock of `timeZone`:
 * a time that clocks skip is read as the later one, a time they show twice as the first (V13).
 */
export function readInstant(text: unknown, timeZone: string): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const usual = readUsual(text);
  if (usual !== undefined) return usual as Instant;
  if (text < FIRST_YEAR || text >= END_YEAR) return undefined;
  const found = readUnusual(text, timeZone);
  return Number.isNaN(found) ? undefined : (found as Instant);
}

/** Days of a usual year before each month. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/**
 * The moment a text names in the way most do: `2026-03-04T05:06:07`, perhaps thousandths, then `Z` or an offset. Digit by digit it
 * takes a tenth of the time `Date.parse` does. `undefined` where anything is out of the usual.
 */
function readUsual(text: string): number | undefined {
  const zone = text[19] === '.' ? 23 : 19;
  const isUtc = text[zone] === 'Z';
  if (text.length !== zone + (isUtc ? 1 : 6)) return undefined;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  const thousandths = zone === 19 ? 0 : twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10);
  if (year < 1901 || year > 2199 || month < 1 || month > 12 || hours > 23 || minutes > 59 || seconds > 59 || thousandths > 999) return undefined;
  const leapDay = year % 4 === 0 && (year % 100 !== 0 || year === 2000) ? 1 : 0;
  const before = DAYS_BEFORE[month - 1]!;
  if (day < 1 || day > DAYS_BEFORE[month]! - before + (month === 2 ? leapDay : 0)) return undefined;
  const leapDays = Math.floor((year - 1969) / 4) - (year > 2100 ? 1 : 0) + (month > 2 ? leapDay : 0);
  const clock = ((((year - 1970) * 365 + leapDays + before + day - 1) * 24 + hours) * 60 + minutes) * 60 + seconds;
  if (isUtc) return clock * 1000 + thousandths;
  const sign = text[zone] === '+' ? 1 : text[zone] === '-' ? -1 : 0;
  const [aheadHours, aheadMinutes] = [twoDigits(text, zone + 1), twoDigits(text, zone + 4)];
  if (sign === 0 || text[zone + 3] !== ':' || aheadHours > 23 || aheadMinutes > 59) return undefined;
  return (clock - sign * (aheadHours * 60 + aheadMinutes) * 60) * 1000 + thousandths;
}

/** The number two digits name; more than any part of a moment where one of them is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 9999;
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

const timeFormat = /* @__PURE__ */ digitFormat({ hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** How far clocks in the zone are ahead of UTC; nothing for a zone the platform does not know (V25). */
function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${dayOf(instant as Instant, timeZone)}T${timeFormat(timeZone).format(instant)}Z`) - Math.floor(instant / 1000) * 1000;
}
