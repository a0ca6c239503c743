import { dayOf, type Instant, toPlainDay } from '../model/day.js';

/** How most moments arrive; what platforms agree on reading. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;
const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,3})\d*)?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;

/** Years outside these are sentinels and wrong units, not moments of a customer's life (V12). */
const [FIRST_YEAR, END_YEAR] = ['1901', '2200'];

/**
 * The moment an RFC 3339 text names; `undefined` when it names none. Without an offset it is the clock of `timeZone`:
 * a time that clocks skip is read as the later one, a time they show twice as the first (V13).
 */
export function readInstant(text: unknown, timeZone: string): Instant | undefined {
  // `Date.parse` would turn 30 February into 1 March (F23).
  if (typeof text !== 'string' || text < FIRST_YEAR || text >= END_YEAR || (text.slice(8, 10) > '28' && !toPlainDay(text.slice(0, 10)))) return undefined;
  const at = usual.test(text) ? Date.parse(text) : readUnusual(text, timeZone);
  return Number.isNaN(at) ? undefined : (at as Instant);
}

function readUnusual(text: string, timeZone: string): number {
  const match = pattern.exec(text);
  if (!match) return Number.NaN;
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
