import type { FieldValue } from '../../model/customer.js';
import { toPlainDay } from '../../model/day.js';
import { type Decimal, isPlainDecimal, type Money, toDecimal, toNumber } from '../../model/money.js';
import { readInstant } from '../instant.js';
import { clean, isHarmless } from './clean.js';
import { either, into, isRecord, isRefusedKey, object, optional, type Shape, scalar, UNREADABLE } from './shape.js';

/*
 * The rules by which single values are coerced, all of them (PS6): each reads the spellings that mean one thing, and guesses nothing.
 */

function textOf(wire: unknown): string | undefined {
  if (typeof wire === 'string') return clean(wire);
  return typeof wire === 'bigint' || (typeof wire === 'number' && Number.isFinite(wire)) ? String(wire) : undefined;
}

/** Words for people; blank is as good as missing. */
export const text: Shape<string> = scalar(
  'text',
  (wire) => {
    const value = textOf(wire);
    return value !== undefined && /\S/.test(value) ? value : UNREADABLE;
  },
  isHarmless,
);

/** Text as it came, for what is shown in a sandbox alone. */
export const verbatim = scalar('text', (wire) => (typeof wire === 'string' && wire ? wire : UNREADABLE));

/**
 * An id, exact to the last digit: a number that is not exact any more names another thing (F19, TH8).
 * An id that could not be shown as it is, is none.
 */
export const id: Shape<string> = scalar(
  'id',
  (wire) => {
    if (typeof wire === 'number' && !Number.isSafeInteger(wire)) return UNREADABLE;
    const value = textOf(wire);
    return value !== undefined && /\S/.test(value) && (typeof wire !== 'string' || value === wire) ? value : UNREADABLE;
  },
  isHarmless,
);

/** An id used as a key. */
export const key = into(id, (value) => (isRefusedKey(value) ? UNREADABLE : value));

/** Any of the documented words, or another one; `known` sorts them apart. */
export function word(words: readonly string[]): Shape<string> {
  return { ...text, kind: 'word', words };
}

export const decimal: Shape<Decimal> = scalar('decimal', (wire) => toDecimal(wire) ?? UNREADABLE, isPlainDecimal);

/** A number for drawing and counting; from text too. */
export const number = scalar('number', (wire) => {
  const value = toDecimal(wire);
  return value === undefined ? UNREADABLE : toNumber(value);
});

export const count = scalar('count', (wire) => {
  const value = Number(toDecimal(wire) ?? Number.NaN);
  return Number.isSafeInteger(value) && value >= 0 ? value : UNREADABLE;
});

export const boolean = scalar('boolean', (wire) => {
  if (wire === true || wire === 'true') return true;
  return wire === false || wire === 'false' ? false : UNREADABLE;
});

export const day = scalar('day', (wire) => toPlainDay(wire) ?? UNREADABLE);

export const instant = scalar('instant', (wire, { timeZone }) => readInstant(wire, timeZone) ?? UNREADABLE);

export const dayOrInstant = either(day, instant);

/** ISO 4217 in capitals, or the backend's own unit (`POINTS`), which is never summed with another (V9). */
export const currency: Shape<string> = {
  ...into(text, (code) => (/^[a-z]{3}$/i.test(code) ? code.toUpperCase() : code)),
  keeps: (code) => code.length === 3 && isCapital(code, 0) && isCapital(code, 1) && isCapital(code, 2),
};

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x40 && code < 0x5b;
}

const bareMoney: Shape<Money> = into(decimal, (amount) => ({ amount }));
const fullMoney: Shape<Money> = object({ amount: decimal, currency: optional(currency) });

/** `{amount, currency?}`, or a bare decimal as text or number. */
export const money: Shape<Money> = {
  ...either(bareMoney, fullMoney),
  // No object is a bare decimal.
  read: (wire, reading) => (isRecord(wire) ? fullMoney : bareMoney).read(wire, reading),
};

/** A value of a profile field: keeps its type, and loses what is none (V3). */
export const fieldValue: Shape<FieldValue> = scalar('value', (wire) =>
  typeof wire === 'boolean' || wire === null || (typeof wire === 'number' && Number.isFinite(wire)) ? wire : (textOf(wire) ?? UNREADABLE),
);

/** Anything that can be told in words: one value, or a list of them. */
export const words = scalar('words', (wire) => {
  if (!Array.isArray(wire)) return told(wire) ?? UNREADABLE;
  const all = wire.map(told);
  return all.includes(undefined) ? UNREADABLE : all.join(', ');
});

function told(wire: unknown): string | undefined {
  return typeof wire === 'boolean' ? String(wire) : textOf(wire);
}

/** A number between 0 and `most`; what lies outside is drawn at the edge, and that is said. */
export function share(most: 1 | 100): Shape<{ readonly value: number; readonly clamped: boolean }> {
  const clamped = into(number, (value) => {
    const inside = Math.min(Math.max(value, 0), most);
    return { value: inside, clamped: inside !== value };
  });
  return { ...clamped, kind: most === 1 ? 'share' : 'percent' };
}

/** One of these and no other. */
export function oneOf<const Words extends readonly string[]>(words: Words): Shape<Words[number]> {
  const isOne = (wire: unknown): wire is Words[number] => (words as readonly unknown[]).includes(wire);
  return { ...scalar('word', (wire) => (isOne(wire) ? wire : UNREADABLE), isOne), words };
}

/**
 * Sorts a documented word from one the backend made up: that becomes `other`, and is kept beside it to be shown (PS14, X10).
 */
export function withKnown<
  Value extends { readonly [Name in Key]: string },
  Key extends string,
  const Words extends readonly string[],
  const Other extends string,
>(
  shape: Shape<Value>,
  key: Key,
  words: Words,
  other: Other,
): Shape<Omit<Value, Key> & { readonly [Name in Key]: Words[number] | Other } & { readonly [Name in `${Key}AsGiven`]?: string }> {
  type Known = Omit<Value, Key> & { readonly [Name in Key]: Words[number] | Other };
  return into(shape, (value) => (words.includes(value[key]) ? value : { ...value, [key]: other, [`${key}AsGiven`]: value[key] }) as unknown as Known);
}

/** A thing without a name goes by its id. */
export function withName<Value extends { readonly name?: string }>(
  shape: Shape<Value>,
  idOf: (value: Value) => string,
): Shape<Value & { readonly name: string }> {
  return into(shape, (value) => (value.name === undefined ? { ...value, name: idOf(value) } : (value as Value & { readonly name: string })));
}
