const DAY_LENGTH = 86_400_000;

/** When New York changed to and from summer time, for the years of the data. */
const summers: readonly (readonly [from: string, to: string])[] = [
  ['2015-03-08T02', '2015-11-01T02'],
  ['2016-03-13T02', '2016-11-06T02'],
  ['2017-03-12T02', '2017-11-05T02'],
  ['2018-03-11T02', '2018-11-04T02'],
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
  const isSummer = summers.some(([from, to]) => local >= from && local < to);
  return `${local}${isSummer ? '-04:00' : '-05:00'}`;
}

/** The instant so many seconds later, written in shop time again. */
export function addSeconds(instant: string, seconds: number): string {
  const local = new Date(Date.parse(`${instant.slice(0, 19)}Z`) + seconds * 1000).toISOString().slice(0, 19);
  return instantOf(local);
}

/** No zone starts a day elsewhere than on a quarter of an hour, so one answer holds for the whole quarter. */
const QUARTER = 900_000;
const zones = new Map<string, { readonly format: Intl.DateTimeFormat; readonly days: Map<number, string> }>();

function zoneOf(timeZone: string) {
  const known = zones.get(timeZone);
  if (known) return known;
  const parts: Intl.DateTimeFormatOptions = { calendar: 'iso8601', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' };
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { ...parts, timeZone });
  } catch {
    format = new Intl.DateTimeFormat('en', { ...parts, timeZone: 'UTC' });
  }
  const zone = { format, days: new Map<number, string>() };
  zones.set(timeZone, zone);
  return zone;
}

/** The day on which an instant falls in a zone; UTC for a zone nobody knows. In parts, since browsers join them differently. */
export function dayIn(instant: string, timeZone: string): string {
  const { format, days } = zoneOf(timeZone);
  const quarter = Math.floor(Date.parse(instant) / QUARTER);
  const known = days.get(quarter);
  if (known) return known;
  const parts = new Map(format.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  days.set(quarter, day);
  return day;
}
