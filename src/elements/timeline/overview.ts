import type { Activity, ActivityDay, Lane } from '../../model/activity.js';
import { addMonths, dayFromNumber, dayNumber, type PlainDay, toPlainDay } from '../../model/day.js';
import type { DayRange } from '../../model/time-frame.js';

/** How many days one dot stands for. */
export const ZOOMS = ['day', 'week', 'month'] as const;
export type Zoom = (typeof ZOOMS)[number];

/** What happened in one step of the scale, all lanes together. */
export interface Bucket {
  /** First and last day, as numbers. */
  readonly from: number;
  readonly to: number;
  /** The last day on which something happened: where a click goes. */
  readonly day: PlainDay;
  readonly lanes: ReadonlyMap<Lane, BucketLane>;
}

interface BucketLane {
  readonly count: number;
  readonly types: ReadonlyMap<string, number>;
}

/** Activity Overview, ready to be drawn: its size follows the scale, not the number of events. */
export interface Overview {
  readonly zoom: Zoom;
  /** First and last day of the scale, as numbers. */
  readonly from: number;
  readonly to: number;
  /** Only those in which something happened, oldest first. */
  readonly buckets: readonly Bucket[];
  readonly totals: ReadonlyMap<Lane, number>;
  /** The count at which a dot has its full area; it does not grow beyond. */
  readonly full: number;
}

const DAYS: { readonly [Name in Zoom]: number } = { day: 1, week: 7, month: 30.4 };
/** A step narrower than this cannot be told from the next one. */
const NARROWEST = 4;

/** The finest steps that still have room; `extent` is the length of the scale in pixels. */
export function zoomFor(days: number, extent: number, narrowest = NARROWEST): Zoom {
  return ZOOMS.find((zoom) => (extent * DAYS[zoom]) / days >= narrowest) ?? 'month';
}

/**
 * The scale: the time frame, so that it lies exactly below the chart's (B15). Without one it starts with the first activity and not
 * with the first purchase (T7). Activity outside of the frame widens it rather than being lost.
 */
export function scaleOf({ days }: Activity, { from, to }: DayRange, today: PlainDay): readonly [from: number, to: number] {
  let [first, last] = [from ? dayNumber(from) : Number.POSITIVE_INFINITY, dayNumber(to ?? today)];
  for (const { date } of days) {
    const number = dayNumber(date);
    if (number < first) first = number;
    if (number > last) last = number;
  }
  return [Math.min(first, last), last];
}

/** Sums day counts into steps; their order and repetitions do not matter. */
export function toOverview({ days }: Activity, [from, to]: readonly [number, number], zoom: Zoom): Overview {
  const buckets = new Map<number, { from: number; to: number; day: PlainDay; lanes: Map<Lane, { count: number; types: Map<string, number> }> }>();
  const totals = new Map<Lane, number>();
  for (const day of days) {
    if (day.count <= 0) continue;
    const start = startOf(day.date, zoom);
    let bucket = buckets.get(start);
    if (!bucket) {
      bucket = { from: Math.max(start, from), to: Math.min(endOf(start, zoom), to), day: day.date, lanes: new Map() };
      buckets.set(start, bucket);
    }
    if (day.date > bucket.day) bucket.day = day.date;
    add(bucket.lanes, day);
    totals.set(day.lane, (totals.get(day.lane) ?? 0) + day.count);
  }
  const sorted = [...buckets.values()].sort((left, right) => left.from - right.from);
  return { zoom, from, to, buckets: sorted, totals, full: fullCount(sorted) };
}

function add(lanes: Map<Lane, { count: number; types: Map<string, number> }>, { lane, count, types }: ActivityDay): void {
  const held = lanes.get(lane) ?? { count: 0, types: new Map() };
  held.count += count;
  for (const [type, number] of types) held.types.set(type, (held.types.get(type) ?? 0) + number);
  lanes.set(lane, held);
}

/** Number of the first day of the step a day falls into; weeks begin on Monday. */
function startOf(day: PlainDay, zoom: Zoom): number {
  const number = dayNumber(day);
  if (zoom === 'day') return number;
  // 1970-01-01 was a Thursday.
  if (zoom === 'week') return number - ((((number + 3) % 7) + 7) % 7);
  return dayNumber(firstOfMonth(day));
}

function endOf(start: number, zoom: Zoom): number {
  if (zoom !== 'month') return start + DAYS[zoom] - 1;
  return dayNumber(addMonths(dayFromNumber(start), 1)) - 1;
}

function firstOfMonth(day: PlainDay): PlainDay {
  return toPlainDay(`${day.slice(0, 8)}01`) ?? day;
}

/** The first days of the months on the scale; `begun` also of the one that began before it. */
export function monthsOf(from: number, to: number, begun = false): readonly PlainDay[] {
  const months: PlainDay[] = [];
  let month = firstOfMonth(dayFromNumber(from));
  if (!begun && dayNumber(month) < from) month = addMonths(month, 1);
  for (let before = ''; dayNumber(month) <= to && month !== before; month = addMonths(month, 1)) {
    months.push(month);
    before = month;
  }
  return months;
}

/**
 * One extraordinary day must not make all others look like nothing: nineteen of twenty dots show their count in full, rounded up to a
 * count that reads well in the legend.
 */
function fullCount(buckets: readonly Bucket[]): number {
  const counts = buckets.flatMap(({ lanes }) => [...lanes.values()].map(({ count }) => count)).sort((left, right) => left - right);
  const most = counts[Math.ceil(counts.length * 0.95) - 1] ?? 1;
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 4)));
  return [1, 2, 4, 5, 10].map((step) => step * power).find((count) => count >= Math.max(most, 4)) ?? most;
}

/** Smallest and largest radius of a dot in pixels; the smallest is what can still be seen. */
export const SMALLEST = 3;
export const LARGEST = 9;

/** Radius of the circle that has the area of a dot: the area grows with the count (B19), up to `full`. */
export function radiusOf(count: number, full: number, largest = LARGEST): number {
  return Math.max(SMALLEST, largest * Math.sqrt(Math.min(count, full) / full));
}

/** Draws one dot of a lane around a point: four shapes of equal area, so that shape repeats what colour says (A1). */
export function dotPath(lane: Lane, x: number, y: number, radius: number): string {
  const n = (value: number) => Number(value.toFixed(1));
  switch (lane) {
    case 'site':
      return `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-2 * radius)} 0z`;
    case 'email': {
      const half = radius * 0.886;
      return `M${n(x - half)} ${n(y - half)}h${n(2 * half)}v${n(2 * half)}h${n(-2 * half)}z`;
    }
    case 'purchase': {
      const half = radius * 1.253;
      return `M${n(x)} ${n(y - half)}l${n(half)} ${n(half)}l${n(-half)} ${n(half)}l${n(-half)} ${n(-half)}z`;
    }
    case 'other': {
      // The centroid of the triangle, not the middle of its box, lies on the point.
      const half = radius * 1.347;
      return `M${n(x)} ${n(y - half * 1.155)}l${n(half)} ${n(half * 1.732)}h${n(-2 * half)}z`;
    }
  }
}

/** Index of the bucket nearest to a day number; −1 when there is none. */
export function nearestBucket({ buckets }: Overview, day: number): number {
  let [low, high] = [0, buckets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [left, right] = [buckets[middle]!, buckets[middle + 1]!];
    if (Math.abs(centerOf(right) - day) < Math.abs(centerOf(left) - day)) low = middle + 1;
    else high = middle;
  }
  return high < 0 ? -1 : low;
}

/** Where a bucket stands on the scale. */
export function centerOf({ from, to }: Pick<Bucket, 'from' | 'to'>): number {
  return (from + to) / 2;
}
