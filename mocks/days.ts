const DAY_LENGTH = 86_400_000;

/** When New York changed to and from summer time, for the years of the data. */
const summers: readonly (readonly [from: string, to: string])[] = [
  ['2015-03-08T02', '2015-11-01T02'],
  ['2016-03-13T02', '2016-11-06T02'],
  ['2017-03-12T02', '2017-11-05T02'],
  ['2018-03-11T02', '2018-11-04T02'],
];

const HOUR = 3_600_000;
/** By the number of the day since 1970: a hundred thousand events fall on few days. */
const days = new Map<number, string>();
/** New York's offset by the hour, for the same reason. */
const offsets = new Map<number, string>();

/** The day of an instant in UTC. */
function dayOf(instant: number): string {
  const number = Math.floor(instant / DAY_LENGTH);
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(instant).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}

/** The day so many days later; days are `YYYY-MM-DD` texts. */
export function addDays(day: string, later: number): string {
  return dayOf(Date.parse(day) + later * DAY_LENGTH);
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
  const local = Date.parse(`${instant.slice(0, 19)}Z`) + seconds * 1000;
  const day = dayOf(local);
  const ofDay = Math.floor((local - Math.floor(local / DAY_LENGTH) * DAY_LENGTH) / 1000);
  const time = `${day}T${twoDigits(Math.floor(ofDay / 3600))}:${twoDigits(Math.floor(ofDay / 60) % 60)}:${twoDigits(ofDay % 60)}`;
  const hour = Math.floor(local / HOUR);
  const offset = offsets.get(hour) ?? instantOf(time).slice(19);
  offsets.set(hour, offset);
  return time + offset;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** No zone starts a day elsewhere than on a quarter of an hour, so one answer holds for the whole quarter. */
const QUARTER = 900_000;
const zones = new Map<string, { readonly format: Intl.DateTimeFormat; readonly quarters: Map<number, string> }>();

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
  const zone = { format, quarters: new Map<number, string>() };
  zones.set(timeZone, zone);
  return zone;
}

/** The day on which an instant falls in a zone; UTC for a zone nobody knows. In parts, since browsers join them differently. */
export function dayIn(instant: string, timeZone: string): string {
  const { format, quarters } = zoneOf(timeZone);
  const quarter = Math.floor(Date.parse(instant) / QUARTER);
  const known = quarters.get(quarter);
  if (known) return known;
  const parts = new Map(format.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  quarters.set(quarter, day);
  return day;
}
