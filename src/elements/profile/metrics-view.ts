import { type DateStyle, formatDay } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber, formatPercent } from '../../format/number.js';
import type { ProfileMessages } from '../../i18n/slices/profile.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import { addDecimals } from '../../model/arithmetic.js';
import type { Metric, MetricName } from '../../model/customer.js';
import { type Decimal, toDecimal, toNumber } from '../../model/money.js';

/** How metrics are written. */
export interface MetricStyle extends DateStyle {
  readonly texts: SharedMessages & ProfileMessages;
  /** For amounts that arrive without a currency. */
  readonly currency?: string;
}

/** Writes a figure of a metric: purchases are a count, everything else money; an average is rounded to what its currency has. */
export function formatMetric(
  name: MetricName,
  amount: Decimal,
  currency: string | undefined,
  style: Pick<MetricStyle, 'language' | 'currency'>,
  signed = false,
): string {
  if (name === 'numberOfPurchases') return formatNumber(amount, style.language, { signed });
  return formatMoney({ amount, ...(currency && { currency }) }, style.language, {
    signed,
    rounded: name === 'averageOrderValue',
    ...(style.currency && { currency: style.currency }),
  });
}

/** What the figure covers, printed on its tile, because the documents mix lifetime and time frame (T1). */
export function formatScope({ scope, since }: Metric, style: MetricStyle): string {
  const { texts } = style;
  const words = { 'since-integration': texts.sinceIntegration, lifetime: texts.lifetime, 'time-frame': texts.inTimeFrame }[scope];
  return since ? texts.scopeSince(words, formatDay(since, style)) : words;
}

/** How a figure moved against the period of equal length before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** `+€40.10 (+23%)`; without a share where there was nothing before (V21). */
  readonly text: string;
}

/** The change against the previous period; unknown unless both figures came (contract section 4). */
export function changeOf(name: MetricName, { inTimeFrame, previous, currency }: Metric, style: Pick<MetricStyle, 'language' | 'currency'>): Change | undefined {
  if (inTimeFrame === undefined || previous === undefined) return undefined;
  const negated = (previous.startsWith('-') ? previous.slice(1) : `-${previous}`) as Decimal;
  const difference = addDecimals([inTimeFrame, negated]);
  const direction = !/[1-9]/.test(difference) ? 'same' : difference.startsWith('-') ? 'down' : 'up';
  const base = Math.abs(toNumber(previous));
  const share = base > 0 ? formatPercent(Math.round((toNumber(difference) / base) * 100), style.language, { signed: true, decimals: 0 }) : '';
  const amount = formatMetric(name, difference, currency, style, true);
  return { direction, text: share && direction !== 'same' ? `${amount} (${share})` : amount };
}

/** A course of values, drawn small. */
export interface Sparkline {
  /** Path in a box of 100 by 24. */
  readonly path: string;
  readonly first: Decimal;
  readonly last: Decimal;
}

/** The line through the values, with gaps where a value is missing; `undefined` for fewer than two. */
export function toSparkline(values: readonly (number | null)[] | undefined): Sparkline | undefined {
  const known = (values ?? []).filter((value) => value !== null);
  const [first, last] = [toDecimal(known[0]), toDecimal(known.at(-1))];
  if (!values || known.length < 2 || first === undefined || last === undefined) return undefined;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of known) [lowest, highest] = [Math.min(lowest, value), Math.max(highest, value)];
  const span = highest - lowest;
  let path = '';
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      const x = (index / (values.length - 1)) * 100;
      // A level course runs through the middle; a span beyond what a float holds is no span.
      const y = span > 0 && Number.isFinite(span) ? 22 - ((value - lowest) / span) * 20 : 12;
      path += `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    drawing = value !== null;
  }
  return { path, first, last };
}
