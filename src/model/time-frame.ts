import { addDays, addMonths, type PlainDay, toPlainDay } from './day.js';

/** What `time-frame` may say, read: a span that ends today, an interval of days, or everything. */
export type TimeFrame =
  | { readonly kind: 'duration'; readonly unit: 'day' | 'month'; readonly count: number }
  | { readonly kind: 'interval'; readonly from: PlainDay; readonly to: PlainDay }
  | { readonly kind: 'all' };

/** Both days included; `undefined` on both sides for `all`. */
export interface DayRange {
  readonly from?: PlainDay;
  readonly to?: PlainDay;
}

/** A time frame somebody chose, as `c360-time-frame-change` tells it. */
export interface ChosenTimeFrame {
  readonly from: PlainDay | undefined;
  readonly to: PlainDay | undefined;
  readonly timeFrame: string;
}

/** Six calendar months (B3, T8). */
export const DEFAULT_TIME_FRAME = 'P6M';

/**
 * Reads `P6M`, `P30D`, `P2W`, `P1Y`, `P1Y6M`, `2026-01-01/2026-06-30` or `all`.
 * `'invalid'` for what is none of them, `'inverted'` for an interval whose end lies before its start.
 */
export function parseTimeFrame(text: string): TimeFrame | 'invalid' | 'inverted' {
  const trimmed = text.trim();
  if (trimmed === 'all') return { kind: 'all' };
  const [start, end, more] = trimmed.split('/');
  if (end !== undefined) {
    const [from, to] = [toPlainDay(start), toPlainDay(end)];
    if (!from || !to || more !== undefined) return 'invalid';
    return to < from ? 'inverted' : { kind: 'interval', from, to };
  }
  const match = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(trimmed);
  if (!match) return 'invalid';
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const [monthCount, dayCount] = [years * 12 + months, weeks * 7 + days];
  // Months and days together have no single reading that ends today, so they are not guessed.
  if (monthCount > 0 === dayCount > 0) return 'invalid';
  return monthCount ? { kind: 'duration', unit: 'month', count: monthCount } : { kind: 'duration', unit: 'day', count: dayCount };
}

/**
 * The days a time frame covers when `today` is its last day. `P30D` = today and the 29 days before;
 * months go back by the calendar and clamp: 31 August − P6M starts on 28 or 29 February.
 */
export function rangeOf(timeFrame: TimeFrame, today: PlainDay): DayRange {
  switch (timeFrame.kind) {
    case 'all':
      return {};
    case 'interval':
      return { from: timeFrame.from, to: timeFrame.to };
    case 'duration':
      return { from: timeFrame.unit === 'month' ? addMonths(today, -timeFrame.count) : addDays(today, 1 - timeFrame.count), to: today };
  }
}
