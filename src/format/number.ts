import { type Decimal, toDecimal } from '../model/money.js';
import { NO_VALUE, numberFormat } from './formatters.js';

/** How a number is written. Unless told, text keeps all its digits and a number shows at most two decimals. */
export interface NumberStyle {
  /** Rounded to so many decimals, without trailing zeros. */
  readonly decimals?: number;
  /** A plus before what is more than zero, for changes. */
  readonly signed?: boolean;
  /** `12K`, for axes and tight places. */
  readonly compact?: boolean;
}

/** The most decimals every platform takes. */
const MOST_DECIMALS = 20;

/** How many decimals a decimal text has, as far as they can be shown. */
export function decimalsOf(decimal: Decimal): number {
  return Math.min(decimal.split('.')[1]?.length ?? 0, MOST_DECIMALS);
}

/** The options of a style for a value; zero never carries a sign (V7). */
export function numberOptions(value: Decimal | number, { decimals, signed, compact }: NumberStyle): Intl.NumberFormatOptions {
  const exact = typeof value === 'string' && decimals === undefined && !compact;
  const given = exact ? decimalsOf(value) : 0;
  return {
    signDisplay: signed ? 'exceptZero' : 'negative',
    minimumFractionDigits: given,
    maximumFractionDigits: exact ? given : Math.min(Math.max(Math.trunc(decimals ?? (compact ? 1 : 2)) || 0, 0), MOST_DECIMALS),
    ...(compact && { notation: 'compact' }),
  };
}

/** Writes a number in the language; a decimal text to its last digit (V5). A dash for what is not a number. */
export function formatNumber(value: Decimal | number | null | undefined, language: string, style: NumberStyle = {}): string {
  const decimal = toDecimal(value);
  if (decimal === undefined) return NO_VALUE;
  const shown = typeof value === 'number' ? value : decimal;
  return numberFormat(language, numberOptions(shown, style))?.format(shown) ?? decimal;
}

/**
 * Writes a share given as 0 to 100 (contract section 4). Rounded to whole per cent unless told, but never up to 100 or down to 0
 * from what is neither: `99.97` is `99.9%`.
 */
export function formatPercent(value: Decimal | number | null | undefined, language: string, style: NumberStyle = {}): string {
  const decimal = toDecimal(value);
  if (decimal === undefined) return NO_VALUE;
  const shown = typeof value === 'number' && style.decimals === undefined ? roundShare(value) : typeof value === 'number' ? value : decimal;
  const options = numberOptions(shown, typeof shown === 'number' ? { decimals: 1, ...style } : style);
  return numberFormat(language, { ...options, style: 'unit', unit: 'percent' })?.format(shown) ?? `${decimal}%`;
}

/** Rounds a share to whole per cent; what is close to nothing or everything keeps one decimal on its own side. */
export function roundShare(percent: number): number {
  if (percent > 0 && percent < 1) return Math.max(Math.round(percent * 10), 1) / 10;
  if (percent > 99 && percent < 100) return Math.min(Math.round(percent * 10), 999) / 10;
  return Math.round(percent);
}
