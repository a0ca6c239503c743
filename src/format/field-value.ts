import type { Field, FieldValue } from '../model/customer.js';
import { type Instant, toPlainDay } from '../model/day.js';
import { toDecimal } from '../model/money.js';
import { type DateStyle, formatDay, formatInstant } from './date.js';
import { NO_VALUE } from './formatters.js';
import { allowedLink, type LinkRules, mailLink, phoneLink } from './link.js';
import { formatMoney } from './money.js';
import { formatNumber, formatPercent } from './number.js';

/** How the values of attributes are written. */
export interface FieldStyle extends DateStyle {
  readonly yes: string;
  readonly no: string;
  /** For amounts whose field names no currency. */
  readonly currency?: string;
  readonly links: LinkRules;
}

/** A value ready to be shown. */
export interface FieldText {
  readonly text: string;
  /** Where it leads, once judged. */
  readonly href?: string;
  /** Figures stand in columns. */
  readonly isNumber?: boolean;
  /** Known to be absent. */
  readonly isAbsent?: boolean;
}

/** A figure keeps what a float can say of it. */
const EXACT = { decimals: 6 } as const;

/** An RFC 3339 moment; one without an offset belongs to no zone and is left as it came. */
const instantPattern = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Writes the value of an attribute after its type (contract section 4). Whatever does not fit its type is shown as it came, so
 * that nothing is lost and nothing reads `Invalid Date`.
 */
export function formatFieldValue(
  { type, unit, currency }: Pick<Field, 'type' | 'unit' | 'currency'>,
  value: FieldValue | undefined,
  style: FieldStyle,
): FieldText {
  if (value === null || value === undefined || value === '') return { text: NO_VALUE, isAbsent: true };
  const { language } = style;
  const asGiven = typeof value === 'boolean' ? (value ? style.yes : style.no) : typeof value === 'number' ? formatNumber(value, language, EXACT) : value;
  switch (type) {
    case 'number':
    case 'integer':
    case 'money':
    case 'percent': {
      const decimal = toDecimal(value);
      if (decimal === undefined) break;
      const number = typeof value === 'number' ? value : decimal;
      if (type === 'money')
        return { text: formatMoney({ amount: decimal, ...(currency && { currency }) }, language, { currency: style.currency }), isNumber: true };
      const text =
        type === 'percent'
          ? formatPercent(number, language, typeof number === 'number' ? { decimals: 2 } : {})
          : formatNumber(number, language, typeof number === 'number' ? EXACT : {});
      return { text: unit && type !== 'percent' ? `${text} ${unit}` : text, isNumber: true };
    }
    case 'boolean': {
      const word = String(value).toLowerCase();
      if (word === 'true' || word === '1') return { text: style.yes };
      if (word === 'false' || word === '0') return { text: style.no };
      break;
    }
    case 'date': {
      const day = toPlainDay(value);
      if (day) return { text: formatDay(day, style) };
      break;
    }
    case 'instant':
      if (typeof value === 'string' && instantPattern.test(value) && toPlainDay(value.slice(0, 10))) {
        return { text: formatInstant(Date.parse(value) as Instant, { ...style, unknown: asGiven }) };
      }
      break;
    case 'email':
      return withLink(asGiven, mailLink(asGiven));
    case 'phone':
      return withLink(asGiven, phoneLink(asGiven));
    case 'url':
      return withLink(asGiven, allowedLink(asGiven, style.links));
  }
  return { text: unit && toDecimal(value) !== undefined ? `${asGiven} ${unit}` : asGiven, isNumber: typeof value === 'number' };
}

function withLink(text: string, href: string | undefined): FieldText {
  return href === undefined ? { text } : { text, href };
}
