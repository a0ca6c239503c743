/* Exact arithmetic of decimals. A module of its own, because only what draws figures needs it. */
import { type Decimal, type Money, toDecimal } from './money.js';

/** The exact sum (V9: 0.1 + 0.2 is 0.3). */
export function addDecimals(decimals: readonly Decimal[]): Decimal {
  let scale = 0;
  for (const decimal of decimals) scale = Math.max(scale, decimal.split('.')[1]?.length ?? 0);
  let sum = 0n;
  for (const decimal of decimals) {
    const [whole = '0', fraction = ''] = decimal.split('.');
    sum += BigInt(whole.replace('-', '') + fraction.padEnd(scale, '0')) * (decimal.startsWith('-') ? -1n : 1n);
  }
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  const text = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return (sum < 0n ? `-${text}` : text) as Decimal;
}

/** The quotient to ten decimals, half away from zero, without trailing zeros; `undefined` when there is nothing to divide by (T3). */
export function divideDecimals(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  const [above, below] = [toUnits(dividend), toUnits(divisor)];
  if (below.units === 0n) return undefined;
  const scale = 10;
  const [top, bottom] = [above.units * 10n ** BigInt(scale + below.scale), below.units * 10n ** BigInt(above.scale)];
  const isNegative = top < 0n !== bottom < 0n;
  const [size, by] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const digits = String((2n * size + by) / (2n * by)).padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return toDecimal(`${isNegative ? '-' : ''}${digits.slice(0, -scale)}${fraction && `.${fraction}`}`);
}

/** The decimal as a whole number of its last digit. */
function toUnits(decimal: Decimal): { readonly units: bigint; readonly scale: number } {
  const fraction = decimal.split('.')[1] ?? '';
  return { units: BigInt(decimal.replace('.', '')), scale: fraction.length };
}

/** One sum for each currency, in order of appearance: amounts are never summed across currencies (contract section 4). */
export function sumMoney(amounts: readonly Money[]): readonly Money[] {
  const byCurrency = new Map<string | undefined, Decimal[]>();
  for (const { amount, currency } of amounts) {
    const held = byCurrency.get(currency);
    if (held) held.push(amount);
    else byCurrency.set(currency, [amount]);
  }
  return [...byCurrency].map(([currency, list]) => ({ amount: addDecimals(list), ...(currency && { currency }) }));
}

/** −1, 0 or 1 as `left` is smaller, equal or greater; exact. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const negated = (right.startsWith('-') ? right.slice(1) : `-${right}`) as Decimal;
  const difference = addDecimals([left, negated]);
  return difference.startsWith('-') ? -1 : /[1-9]/.test(difference) ? 1 : 0;
}
