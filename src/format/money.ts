import { type Decimal, type Money, toDecimal } from '../model/money.js';
import { NO_VALUE, numberFormat } from './formatters.js';
import { decimalsOf, formatNumber, type NumberStyle, numberOptions } from './number.js';

/** How an amount is written. */
export interface MoneyStyle extends NumberStyle {
  /** For amounts that came without a currency: the field's, the answer's, then the page's. Never guessed (T31). */
  readonly currency?: string;
  /** Rounded to what the currency has, for amounts that were divided or averaged; else every digit given is shown. */
  readonly rounded?: boolean;
}

/**
 * Writes an amount exactly, with the decimals its currency has (none for JPY, three for KWD: V9) or more if it has more.
 * A code that is no currency (`POINTS`) stands after the number; without any the number stands alone.
 */
export function formatMoney(money: Money | null | undefined, language: string, style: MoneyStyle = {}): string {
  const amount = toDecimal(money?.amount);
  if (amount === undefined) return NO_VALUE;
  const code = (money?.currency || style.currency || '').trim();
  const { rounded, ...numbers } = style;
  if (!code) return formatNumber(rounded ? Number(amount) : amount, language, numbers);
  const format = /^[A-Za-z]{3}$/.test(code) ? currencyFormat(amount, code.toUpperCase(), language, style) : undefined;
  // From right to left a symbol with letters in it (`US$`) would fall apart, and the sign go with its letters: it stands behind as one,
  // in whichever digits the language has.
  return (
    format?.format(amount).replace(/^([\u200f\u061c].*\s)\u200f?([A-Z]+\p{Sc}?)$/u, '$1\u200f$2\u200e') ??
    `${formatNumber(amount, language, numbers)} ${code.slice(0, 16)}`
  );
}

function currencyFormat(amount: Decimal, currency: string, language: string, style: MoneyStyle): Intl.NumberFormat | undefined {
  const options = { ...numberOptions(amount, style), style: 'currency', currency } as const;
  if (style.compact || style.decimals !== undefined) return numberFormat(language, options);
  const usual = decimalsOfCurrency(currency);
  return numberFormat(language, {
    ...options,
    minimumFractionDigits: usual,
    maximumFractionDigits: style.rounded ? usual : Math.max(usual, decimalsOf(amount)),
  });
}

const usualDecimals = new Map<string, number>();

/** How many decimals the currency has, asked of the platform once; two when it does not know it. */
function decimalsOfCurrency(currency: string): number {
  let decimals = usualDecimals.get(currency);
  if (decimals === undefined) {
    decimals = numberFormat('en', { style: 'currency', currency })?.resolvedOptions().maximumFractionDigits ?? 2;
    usualDecimals.set(currency, decimals);
  }
  return decimals;
}
