/** A decimal number as text, e.g. `-1234.50`: shown with its digits, never through a float (contract section 4). `Intl` formats such text exactly. */
export type Decimal = `${number}` & { readonly __kind: 'decimal' };

/** An amount; without a currency it is shown as a bare number, never with a guessed symbol (T31). */
export interface Money {
  readonly amount: Decimal;
  /** ISO 4217 code, upper case; missing when the answer named none. */
  readonly currency?: string;
}

/** How most decimals arrive, and how all leave. */
const plainPattern = /^(?:0|-?[1-9]\d*)(?:\.\d+)?$/;
const decimalPattern = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

/** Reads a decimal from text or number; `undefined` for anything that is not one (`NaN`, `"12,5"`, `{}`). */
export function toDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'bigint') return String(value) as Decimal;
  if (typeof value === 'number') return Number.isFinite(value) ? plainDigits(String(Object.is(value, -0) ? 0 : value)) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text.length <= 400 ? plainDigits(text) : undefined;
}

/** Whether a text is a decimal in its own spelling already. */
export function isPlainDecimal(text: string): text is Decimal {
  return plainPattern.test(text);
}

/** Writes an exponent out, drops a leading plus, and gives zero one spelling (V7). */
function plainDigits(text: string): Decimal | undefined {
  if (isPlainDecimal(text)) return text;
  const match = decimalPattern.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const split = Math.max(point, 1);
  const integer = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(split);
  const isZero = !/[1-9]/.test(padded);
  return `${sign === '-' && !isZero ? '-' : ''}${integer}${rest ? `.${rest}` : ''}` as Decimal;
}

/** The nearest number, for drawing only; beyond the float range the largest that can be drawn. */
export function toNumber(decimal: Decimal): number {
  const value = Number(decimal);
  return Number.isFinite(value) ? value : value > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
}
