import { isRecord, ownMember, type Reading, type Shape, UNREADABLE } from '../rest/contract/shape.js';

/** What goes with a value that cannot be read: everything, the record it stands in, or nothing but itself. `nothing`: it can be read, and still looks wrong. */
export type Loss = 'answer' | 'record' | 'member' | 'nothing';

/** One thing that is wrong in an answer: where, and what stands there; never the value, which may be somebody's. */
export interface Finding {
  /** `items[].at`: places that differ in their number alone are one finding. */
  readonly path: string;
  readonly problem: string;
  readonly loses: Loss;
  readonly count: number;
  /** Where it is met first: `items[4].at`. */
  readonly first: string;
}

type Found = Omit<Finding, 'count'>;

const LOSSES: readonly Loss[] = ['answer', 'record', 'member', 'nothing'];

/** What a backend best writes for each kind of value. */
const expectations: Readonly<Record<string, string>> = {
  text: 'a text that is not blank',
  id: 'an id: a text, or an integer with all its digits',
  decimal: 'a decimal, as text or number',
  number: 'a number',
  count: 'a whole number from 0',
  share: 'a number from 0 to 1',
  percent: 'a number from 0 to 100',
  boolean: 'true or false',
  day: 'a day, YYYY-MM-DD',
  instant: 'an instant, RFC 3339 with offset',
  value: 'a text, a number, true, false or null',
  words: 'a text, a number, true, false or a list of them',
  object: 'an object',
  map: 'an object',
  list: 'a list',
};

/** Tells what an answer has that the shape cannot read, and what it has that nobody reads; the gravest first. */
export function explain(shape: Shape<unknown>, wire: unknown, timeZone: string): readonly Finding[] {
  const found = look(shape, wire, { timeZone, ascending: false, leftOut: 0, isOwned: false }, '', 'answer');
  const groups = new Map<string, Finding>();
  for (const one of found) {
    const key = `${one.path} ${one.problem} ${one.loses}`;
    groups.set(key, { ...one, first: groups.get(key)?.first ?? one.first, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()].sort((left, right) => LOSSES.indexOf(left.loses) - LOSSES.indexOf(right.loses));
}

/** Below one value; `loses` is what goes with it when it cannot be read. */
function look(shape: Shape<unknown>, wire: unknown, reading: Reading, at: string, loses: Loss): readonly Found[] {
  const strict = shape.strict ?? shape;
  const say = (problem: string, lost: Loss): Found => ({ path: at.replace(/\[\d+\]/g, '[]') || '$', first: at || '$', problem, loses: lost });
  if ((wire === undefined && shape.isOptional) || (wire === null && (shape.isOptional || shape.isNullable))) return [];
  const lost = shape.strict ? lossOf(shape, wire, reading) : loses;
  if (wire === undefined) return [say('is missing', lost)];
  const inside = lookInside(strict, wire, reading, at, lost, say);
  const isRead = readsAs(strict, wire, reading) !== UNREADABLE;
  if (isRead || inside.some((one) => LOSSES.indexOf(one.loses) <= LOSSES.indexOf(lost))) return inside;
  return [...inside, say(isRecord(wire) && strict.entries ? 'contradicts itself' : `is ${nameOf(wire)}, not ${expectationOf(strict)}`, lost)];
}

/** What is wrong with the members of a value. */
function lookInside(
  strict: Shape<unknown>,
  wire: unknown,
  reading: Reading,
  at: string,
  loses: Loss,
  say: (problem: string, lost: Loss) => Found,
): readonly Found[] {
  const { kind, entries, item, options, words } = strict;
  if (entries && isRecord(wire)) {
    // The envelope's own member, which every answer may carry, and those of errors.
    const unknown = Object.keys(wire).filter((name) => !Object.hasOwn(entries, name) && !(at === '' && name === 'meta'));
    return [
      ...Object.entries(entries).flatMap(([name, entry]) => look(entry, ownMember(wire, name), reading, at ? `${at}.${name}` : name, loses)),
      ...unknown.map((name) => say(`has a member "${name}", which the contract does not know`, 'nothing')),
    ];
  }
  if (kind === 'list' && item && Array.isArray(wire)) return wire.flatMap((one, index) => look(item, one, reading, `${at}[${index}]`, 'record'));
  if (kind === 'map' && item && isRecord(wire)) return Object.keys(wire).flatMap((name) => look(item, wire[name], reading, `${at}.${name}`, 'member'));
  if (options) {
    const readable = options.find((option) => readsAs(option, wire, reading) !== UNREADABLE);
    if (readable) return lookInside(readable, wire, reading, at, loses, say);
    // The one it comes closest to is the one that was meant.
    const attempts = options.filter(({ entries: members }) => members && isRecord(wire)).map((option) => look(option, wire, reading, at, loses));
    return attempts.sort((left, right) => left.length - right.length)[0] ?? [];
  }
  if (words && kind === 'word' && typeof wire === 'string' && !words.includes(wire)) {
    return readsAs(strict, wire, reading) === UNREADABLE ? [] : [say(`is none of the documented words: ${words.join(', ')}`, 'nothing')];
  }
  const value = readsAs(strict, wire, reading);
  return isRecord(value) && value['clamped'] === true ? [say(`lies outside, not ${expectationOf(strict)}`, 'nothing')] : [];
}

/** A lenient value counts as a record of its own where the reader counts it. */
function lossOf(shape: Shape<unknown>, wire: unknown, reading: Reading): Loss {
  const probe = { ...reading, leftOut: 0 };
  shape.read(wire, probe);
  return probe.leftOut > 0 ? 'record' : 'member';
}

/** Reads without counting. */
function readsAs(shape: Shape<unknown>, wire: unknown, reading: Reading): unknown {
  return shape.read(wire, { ...reading, leftOut: 0 });
}

function expectationOf({ kind, options, words }: Shape<unknown>): string {
  if (words) return `one of ${words.join(', ')}`;
  return options ? [...new Set(options.map(expectationOf))].join(' or ') : (expectations[kind] ?? kind);
}

function nameOf(wire: unknown): string {
  if (wire === null) return 'null';
  if (Array.isArray(wire)) return 'a list';
  if (typeof wire === 'string') return /\S/.test(wire) ? 'a text' : 'a blank text';
  if (typeof wire === 'object') return 'an object';
  return typeof wire === 'boolean' ? String(wire) : 'a number';
}
