import type { Decision } from '../../model/campaign.js';
import { addDays, addMonths, dayNumber, type PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries, TargetedCampaign } from '../../model/impact.js';
import { type Decimal, toNumber } from '../../model/money.js';
import type { DayRange } from '../../model/time-frame.js';
import type { Point } from '../../ui/chart/thin.js';

export type ImpactMode = KpiSeries['window'];

/** How many figures are drawn unless somebody chooses: more could not be told apart at a glance. */
const DEFAULT_SERIES = 3;

/** The figures of a mode; rolling windows never mix with running totals (T21). */
export function seriesOf(impact: Impact, mode: ImpactMode): readonly KpiSeries[] {
  return impact.kpis.filter(({ window }) => window === mode);
}

/** What is drawn at first: two amounts and a count where there are both, and never more than three. */
export function defaultKeys(series: readonly KpiSeries[]): readonly string[] {
  const known = series.filter(({ values }) => values.some((value) => value !== null));
  const money = known.filter(({ unit }) => unit === 'money');
  const counts = known.filter(({ unit }) => unit === 'count');
  const amounts = money.slice(0, counts.length > 0 ? 2 : DEFAULT_SERIES);
  // Order days are not orders (T23): the last count documented is the number of orders.
  return [...amounts, ...counts.slice(-1 * Math.max(DEFAULT_SERIES - amounts.length, 0))].slice(0, DEFAULT_SERIES).map(({ key }) => key);
}

/**
 * The points of a stepped line: equal neighbours left out, since a step draws itself, and a break wherever a snapshot is missing
 * (T24). The usual distance of snapshots decides what is missing, so that weekly snapshots are no row of gaps.
 */
export function toPoints(dates: readonly PlainDay[], values: readonly (Decimal | null)[]): readonly Point[] {
  const { days, usual } = spacingOf(dates);
  const points: Point[] = [];
  let lastX = Number.NEGATIVE_INFINITY;
  let lastY = Number.NaN;
  const end = () => {
    if (points.length > 0 && points[points.length - 1]!.x !== lastX) points.push({ x: lastX, y: lastY });
  };
  for (const [index, x] of days.entries()) {
    const value = values[index] ?? null;
    const y = value === null ? Number.NaN : drawable(toNumber(value));
    const missing = !Number.isNaN(lastY) && x - lastX > usual * 1.5;
    if (Number.isNaN(y) || missing) {
      if (!Number.isNaN(lastY)) {
        end();
        points.push({ x: lastX, y: Number.NaN });
      }
    }
    if (!Number.isNaN(y) && (missing || y !== lastY)) points.push({ x, y });
    lastX = x;
    lastY = y;
  }
  if (!Number.isNaN(lastY)) end();
  return points;
}

/** Chart.js labels an axis "NaN" beyond this (F18); a table prints the number all the same. */
function drawable(value: number): number {
  return Math.min(Math.max(value, -1e300), 1e300);
}

interface Spacing {
  readonly days: readonly number[];
  /** The usual distance from one snapshot to the next. */
  readonly usual: number;
}

/** All figures of an answer share its days: what is found out of them serves them all. */
const spacings = new WeakMap<readonly PlainDay[], Spacing>();

function spacingOf(dates: readonly PlainDay[]): Spacing {
  let spacing = spacings.get(dates);
  if (!spacing) {
    const days = dates.map(dayNumber);
    const distances = days.slice(1).map((day, index) => day - days[index]!);
    distances.sort((left, right) => left - right);
    spacing = { days, usual: distances[Math.floor(distances.length / 2)] ?? 1 };
    spacings.set(dates, spacing);
  }
  return spacing;
}

/** First and last day, both in it. */
export interface Span {
  readonly from: PlainDay;
  readonly to: PlainDay;
}

/** The days the picture covers: the asked ones, else what there is. */
export function pictureSpan({ dates, targetingDays }: Impact, range: DayRange): Span | undefined {
  const ends = [dates[0], dates[dates.length - 1], targetingDays[0]?.date, targetingDays[targetingDays.length - 1]?.date]
    .filter((day) => day !== undefined)
    .sort();
  const from = range.from ?? ends[0];
  const to = range.to ?? ends[ends.length - 1];
  return from && to && from <= to ? { from, to } : undefined;
}

/** Gives the pixel of a day in a picture of these days. */
export function placeIn(
  { left, right }: { readonly left: number; readonly right: number },
  { from, to }: Span,
  rightToLeft: boolean,
): (day: PlainDay) => number {
  const first = dayNumber(from);
  const scale = (right - left) / Math.max(dayNumber(to) - first, 1);
  return (day) => Math.round(rightToLeft ? right - (dayNumber(day) - first) * scale : left + (dayNumber(day) - first) * scale);
}

/** Days to label: first days of months, thinned to what fits; days or years where months do not. */
export function axisDays(from: PlainDay, to: PlainDay, most: number): { readonly days: readonly PlainDay[]; readonly unit: 'day' | 'month' | 'year' } {
  const length = dayNumber(to) - dayNumber(from) + 1;
  if (length <= 62) {
    const step = Math.max(Math.ceil(length / Math.max(most, 1)), 1);
    const days: PlainDay[] = [];
    for (let day = from; day <= to; day = addDays(day, step)) days.push(day);
    return { days, unit: 'day' };
  }
  const months = Math.ceil(length / 30.4);
  const step = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240].find((candidate) => months / candidate <= most) ?? 1200;
  const yearly = step >= 12;
  let day = yearly ? (`${from.slice(0, 4)}-01-01` as PlainDay) : (`${from.slice(0, 7)}-01` as PlainDay);
  const days: PlainDay[] = [];
  for (; day <= to; day = addMonths(day, step)) if (day >= from) days.push(day);
  return { days, unit: yearly ? 'year' : 'month' };
}

/** Campaign days that stand too close together on screen share one marker. */
export interface Marker {
  /** Pixel of its middle. */
  readonly x: number;
  readonly first: PlainDay;
  readonly last: PlainDay;
  readonly campaigns: readonly TargetedCampaign[];
  /** What the marker is drawn as: the strongest of its decisions. */
  readonly decision: 'sent' | 'control' | 'excluded';
}

/** How many pixels a marker needs: its widest form and a gap. */
const MARKER = 18;

/** One marker for each campaign day, fewer where they would cover each other. `place` gives the pixel of a day. */
export function toMarkers(days: Impact['targetingDays'], range: Span, place: (day: PlainDay) => number): readonly Marker[] {
  const markers: { x: number; first: PlainDay; last: PlainDay; campaigns: TargetedCampaign[] }[] = [];
  for (const { date, campaigns } of days) {
    if (date < range.from || date > range.to || campaigns.length === 0) continue;
    const x = place(date);
    const previous = markers[markers.length - 1];
    if (previous && Math.abs(x - previous.x) < MARKER) {
      previous.last = date;
      previous.campaigns.push(...campaigns);
    } else markers.push({ x, first: date, last: date, campaigns: [...campaigns] });
  }
  return markers.map((marker) => ({ ...marker, decision: markerDecision(marker.campaigns) }));
}

/** Received something beats held back on purpose, which beats the rest. */
function markerDecision(campaigns: readonly TargetedCampaign[]): Marker['decision'] {
  const decisions = new Set<Decision>(campaigns.map(({ decision }) => decision));
  return decisions.has('sent') ? 'sent' : decisions.has('control') ? 'control' : 'excluded';
}

/** Row number of a day's snapshot, or −1: a campaign day without one is a gap and not zero (T24). */
export function rowOf({ dates }: Impact, day: PlainDay): number {
  return placeOf(day, dates.length, (index) => dates[index]!);
}

/** The campaigns of a day. */
export function campaignsOn({ targetingDays }: Impact, day: PlainDay): readonly TargetedCampaign[] {
  return targetingDays[placeOf(day, targetingDays.length, (index) => targetingDays[index]!.date)]?.campaigns ?? [];
}

/** Where a day stands among so many that ascend, or −1. */
function placeOf(day: PlainDay, count: number, dayAt: (index: number) => PlainDay): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const date = dayAt(middle);
    if (date === day) return middle;
    if (date < day) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** All days that say something: of a snapshot or of a campaign. */
export function daysOf({ dates, targetingDays }: Impact, { from, to }: Span): readonly PlainDay[] {
  return [...new Set([...dates, ...targetingDays.map(({ date }) => date)])].filter((day) => day >= from && day <= to).sort();
}
