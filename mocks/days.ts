const DAY_LENGTH = 86_400_000;

/** Days on which New York changed to and from summer time, for the years of the data. */
const summers: readonly (readonly [from: string, to: string])[] = [
  ['2015-03-08', '2015-11-01'],
  ['2016-03-13', '2016-11-06'],
  ['2017-03-12', '2017-11-05'],
  ['2018-03-11', '2018-11-04'],
];

/** The day so many days later; days are `YYYY-MM-DD` texts. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_LENGTH).toISOString().slice(0, 10);
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_LENGTH);
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** Local shop time `YYYY-MM-DDTHH:mm:ss` as an RFC 3339 instant with New York's offset. */
export function instantOf(local: string): string {
  const isSummer = summers.some(([from, to]) => local >= `${from}T02` && local < `${to}T02`);
  return `${local}${isSummer ? '-04:00' : '-05:00'}`;
}

/** The instant so many seconds later, written in shop time again. */
export function addSeconds(instant: string, seconds: number): string {
  const local = new Date(Date.parse(`${instant.slice(0, 19)}Z`) + seconds * 1000).toISOString().slice(0, 19);
  return instantOf(local);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day on which an instant falls in a zone; UTC for a zone nobody knows. */
export function dayIn(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    } catch {
      format = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' });
    }
    formats.set(timeZone, format);
  }
  // Only the parts are the same everywhere: WebKit writes this locale month first.
  const parts = Object.fromEntries(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
