import type { Instant } from '../../model/day.js';
import { jsonText } from '../../model/json-text.js';
import { clean } from '../contract/clean.js';
import { readInstant } from '../instant.js';

/** What a format decoder leaves of one value: text keeps every digit, days are `YYYY-MM-DD`, moments RFC 3339. */
export type Cell = string | number | boolean | null;

const longestText = 100_000;

/** Whatever a JSON answer holds, as a cell: exact integers as text, lists and objects as their JSON. */
export function toCell(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      return clean(value.length > longestText ? value.slice(0, longestText) : value);
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return String(value);
    case 'object':
      return value && toCell(toJson(value));
    default:
      return null;
  }
}

function toJson(value: object): string | null {
  try {
    return jsonText(value);
  } catch {
    return null;
  }
}

/**
 * The moment a text or number names. Without an offset it is taken as UTC (T25, ours: Smartico says UTC of one nightly job only).
 * A bare number is seconds, milliseconds, microseconds or nanoseconds since 1970 by its size (V12); what names none is `undefined`.
 */
export function readMoment(cell: Cell | undefined): Instant | undefined {
  if (typeof cell === 'number') return epoch(cell);
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  if (/^-?\d+(\.\d+)?(e\+?\d+)?$/i.test(text)) return epoch(Number(text));
  const dated = text.length === 10 ? `${text}T00:00Z` : text.replace(/ ?(UTC|GMT)$/i, 'Z').replace(/ (?=[+-]\d\d)/, '');
  return readInstant(dated, 'UTC');
}

/** Sizes in which a number means a moment between 1973 and 5138: one unit each, without overlap. */
function epoch(value: number): Instant | undefined {
  const size = Math.abs(value);
  const milliseconds = size < 1e11 ? value * 1000 : size < 1e14 ? value : size < 1e17 ? value / 1000 : value / 1e6;
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15 ? (Math.round(milliseconds) as Instant) : undefined;
}

/** `true` and `false` however a warehouse writes them; 0 and `false` are values (T27). */
export function readBoolean(cell: Cell | undefined): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const text = String(cell ?? '')
    .trim()
    .toLowerCase();
  if (['true', 't', '1', 'yes', 'y'].includes(text)) return true;
  return ['false', 'f', '0', 'no', 'n'].includes(text) ? false : undefined;
}
