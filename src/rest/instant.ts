import { dayOf, type Instant, toPlainDay } from '../model/day.js';

const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|([+-]\d\d):?(\d\d)?)?$/i;

/** Years outside these are sentinels and wrong units, not moments of a customer's life (V12). */
const [FIRST_YEAR, LAST_YEAR] = ['1901', '2199'];

/**
 * The moment an RFC 3339 text names; `undefined` when it names none. Without an offset it is the clock of `timeZone`:
 * a time that clocks skip is read as the later one, a time they show twice as the first (V13).
 */
export function readInstant(text: unknown, timeZone: string): Instant | undefined {
  const match = typeof text === 'string' ? pattern.exec(text) : null;
  if (!match) return undefined;
  const [, day = '', hour, minute, second = '0', fraction = '', zone, offsetHour = '0', offsetMinute = '0'] = match;
  const year = day.slice(0, 4);
  // `Date.parse` would turn 30 February into 1 March (F23); a leap second is read as the one before it.
  if (!toPlainDay(day) || year < FIRST_YEAR || year > LAST_YEAR || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const clock = Date.UTC(
    Number(year),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8)),
    Number(hour),
    Number(minute),
    Math.min(Number(second), 59),
    Number(`${fraction}000`.slice(0, 3)),
  );
  if (!zone) return instantOfClock(clock, timeZone);
  const sign = offsetHour.startsWith('-') ? -1 : 1;
  return (clock - (Number(offsetHour) * 60 + sign * Number(offsetMinute)) * 60_000) as Instant;
}

const DAY_LENGTH = 86_400_000;

/** The moment at which clocks in the zone show what UTC clocks show at `clock`. */
function instantOfClock(clock: number, timeZone: string): Instant {
  const [before, after] = [clock - offsetAt(clock - DAY_LENGTH, timeZone), clock - offsetAt(clock + DAY_LENGTH, timeZone)];
  const isAfter = before !== after && offsetAt(before, timeZone) !== clock - before && offsetAt(after, timeZone) === clock - after;
  return (isAfter ? after : before) as Instant;
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
