/*
 * What an answer must look like, written once: these shapes check answers at run time, give them their types, and are turned into JSON
 * Schema for `openapi.json` by json-schema.ts.
 *
 * They do what general validators do not: what is optional and wrong is left out alone, what is a record and wrong is left out and
 * counted, and what comes out is frozen and made of nothing but what was asked for, so that no object of a backend can reach a template
 * (F8, TH4). What a host hands over is copied; what we parsed ourselves is given on where nothing in it has to go. Measured before they
 * were written (100,000 events, 35 MB, one thread): valibot 1.5.0 with fallbacks took 3.2 times JSON.parse for a third of these members.
 */

/** What a shape gives for what it cannot read. */
export const UNREADABLE: unique symbol = Symbol('unreadable');
export type Unreadable = typeof UNREADABLE;

/** What shapes need to know of the answer they read, and what they note about it. */
export interface Reading {
  /** Whose days and clock an instant without offset means. */
  timeZone: string;
  /** The customer the answer itself is about, where it says so. */
  subject?: string;
  /** Oldest first; else newest first. */
  readonly ascending: boolean;
  /** Records that could not be read so far. */
  leftOut: number;
  /**
   * What is read now belongs to nobody else and is read once: it may be changed in place and given on. Only for what `parseJson` made
   * of a text, where members are an object's own, plain, and form a tree.
   */
  isOwned: boolean;
  /** The list that was read before its envelope, and what came of it. */
  ahead?: { readonly wire: readonly unknown[]; readonly items: readonly unknown[] };
}

/** How one value looks on the wire (the description) and what becomes of it (`read`, total). */
export interface Shape<Value> {
  readonly read: (wire: unknown, reading: Reading) => Value | Unreadable;
  /** Name of a scalar of scalars.ts, or one of `object`, `list`, `map`, `either`. */
  readonly kind: string;
  readonly entries?: Entries;
  readonly item?: Shape<unknown>;
  readonly options?: readonly Shape<unknown>[];
  /** Documented words; others are allowed. */
  readonly words?: readonly string[];
  /** The contract does not ask for it. */
  readonly isOptional?: boolean;
  /** `null` is an answer of its own. */
  readonly isNullable?: boolean;
  /** Whether a text is the value as it is, as most are. */
  readonly keeps?: ((text: string) => boolean) | undefined;
  /** Where it is missing, it stays missing. */
  readonly staysMissing?: boolean;
  /** What it reads without falling back on anything, for whoever must tell a backend what was wrong. */
  readonly strict?: Shape<unknown>;
}

export type Entries = Readonly<Record<string, Shape<unknown>>>;

/** What a shape gives. */
export type Read<From> = From extends Shape<infer Value> ? Value : never;

type OptionalKeys<From extends Entries> = { [Key in keyof From]: undefined extends Read<From[Key]> ? Key : never }[keyof From];

/** What an object of these entries gives; entries that may be missing are missing, not `undefined`. */
export type ReadEntries<From extends Entries> = { readonly [Key in Exclude<keyof From, OptionalKeys<From>>]: Read<From[Key]> } & {
  readonly [Key in OptionalKeys<From>]?: Exclude<Read<From[Key]>, undefined>;
};

export function isRecord(wire: unknown): wire is Readonly<Record<string, unknown>> {
  return typeof wire === 'object' && wire !== null && !Array.isArray(wire);
}

/** A member the object has itself, not what somebody put on a prototype (TH6, HP7). */
export function ownMember(wire: Readonly<Record<string, unknown>>, key: string): unknown {
  const value = wire[key];
  return value === undefined || Object.hasOwn(wire, key) ? value : undefined;
}

/** A value without members; `keeps` is the short way for the texts that most backends write. */
export function scalar<Value>(kind: string, readAny: Shape<Value>['read'], keeps?: (text: string) => boolean): Shape<Value> {
  const read: Shape<Value>['read'] = (wire, reading) => (typeof wire === 'string' && keeps?.(wire) ? (wire as Value) : readAny(wire, reading));
  return { kind, keeps, read: keeps ? read : readAny };
}

/** An object; unreadable as soon as an entry that is not optional is. Unknown members are ignored (PS13). */
export function object<From extends Entries>(entries: From): Shape<ReadEntries<From>> {
  const copy = copier(entries);
  const adopt = adopter(entries);
  const read = (wire: unknown, reading: Reading) => {
    if (!isRecord(wire)) return UNREADABLE;
    const before = reading.leftOut;
    const value = reading.isOwned ? adopt(wire, reading) : copy(wire, reading);
    // What is not shown at all misses nothing, in whichever order it was read.
    if (value === UNREADABLE) reading.leftOut = before;
    return value;
  };
  return { kind: 'object', entries, read: read as Shape<ReadEntries<From>>['read'] };
}

/** Reads an object into another one. */
function copier(entries: Entries): (wire: Readonly<Record<string, unknown>>, reading: Reading) => unknown {
  const keys = Object.keys(entries);
  const reads = Object.values(entries).map(({ read }) => read);
  return (wire, reading) => {
    const out: Record<string, unknown> = {};
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const value = reads[index]!(ownMember(wire, key), reading);
      if (value === UNREADABLE) return UNREADABLE;
      if (value !== undefined) out[key] = value;
    }
    return Object.freeze(out);
  };
}

/**
 * Reads an object in place: most members are right as they came, and where none has to go the object itself is given on. Half of the
 * time it takes to read a long list would go into memory for copies. What turns out to be unreadable is left half read.
 */
function adopter(entries: Entries): (wire: Record<string, unknown>, reading: Reading) => unknown {
  const keys = Object.keys(entries);
  const shapes = Object.values(entries);
  const reads = shapes.map(({ read }) => read);
  const keeps = shapes.map((shape) => shape.keeps);
  const indexes = new Map(keys.map((key, index) => [key, index]));
  // The members of the object before: most have the same in the same order.
  const [before, order] = [[...keys], keys.map((_, index) => index)];
  // One bit for each member that becomes something where it is missing, or makes the object unreadable.
  const bits = shapes.map(({ staysMissing }, index) => (staysMissing ? 0 : 1 << index));
  const all = bits.reduce((sum, bit) => sum | bit, 0);
  return (wire, reading) => {
    let count = 0;
    let seen = 0;
    let isWhole = true;
    for (const key in wire) {
      if (before[count] !== key) {
        const known = indexes.get(key);
        if (known === undefined) {
          isWhole = false;
          continue;
        }
        before[count] = key;
        order[count] = known;
      }
      const index = order[count++]!;
      seen |= bits[index]!;
      const given = wire[key];
      if (typeof given === 'string' && keeps[index]?.(given)) continue;
      const value = reads[index]!(given, reading);
      if (value === UNREADABLE) return UNREADABLE;
      if (value === undefined) isWhole = false;
      if (!Object.is(value, given)) wire[key] = value;
    }
    for (let index = 0; seen !== all; index++) {
      const bit = bits[index]!;
      if ((seen & bit) === bit) continue;
      seen |= bit;
      const value = reads[index]!(undefined, reading);
      if (value === UNREADABLE) return UNREADABLE;
      if (value !== undefined) wire[keys[index]!] = value;
    }
    return Object.freeze(isWhole ? wire : only(keys, wire));
  };
}

/** The members of these names that are there. */
function only(keys: readonly string[], from: Readonly<Record<string, unknown>>): object {
  const out: Record<string, unknown> = {};
  for (const key of keys) {
    const value = ownMember(from, key);
    if (value !== undefined) out[key] = value;
  }
  return out;
}

/** A list; unreadable items are left out and counted. */
export function list<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  const read: Shape<readonly Item[]>['read'] = (wire, reading) => {
    if (!Array.isArray(wire)) return UNREADABLE;
    if (wire === reading.ahead?.wire) return reading.ahead.items as readonly Item[];
    const items: Item[] = reading.isOwned ? wire : [];
    items.length = readRecords(item, wire, reading, items);
    return Object.freeze(items);
  };
  return { kind: 'list', item, read };
}

/** Puts what could be read behind the first `count` items, and says how many there are then; the others are counted. */
export function readRecords<Item>(
  item: Shape<Item>,
  wires: readonly unknown[],
  reading: Reading,
  items: Item[],
  { from, to, count } = { from: 0, to: wires.length, count: 0 },
): number {
  let next = count;
  for (let index = from; index < to; index++) {
    const value = readRecord(item, wires[index], reading);
    if (value !== UNREADABLE) items[next++] = value;
  }
  return next;
}

/** Names that reach a prototype when somebody uses them as a key (PS8, X8). */
export function isRefusedKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** An object whose member names are data, as a list in the order given; unreadable members are not in it. */
export function pairs<Item>(item: Shape<Item>): Shape<readonly (readonly [string, Item])[]> {
  const read: Shape<readonly (readonly [string, Item])[]>['read'] = (wire, reading) => {
    if (!isRecord(wire)) return UNREADABLE;
    const members = Object.entries(wire);
    let count = 0;
    for (const member of members) {
      const value = item.read(member[1], reading);
      if (value === UNREADABLE || isRefusedKey(member[0])) continue;
      member[1] = value;
      members[count++] = member;
      Object.freeze(member);
    }
    members.length = count;
    return Object.freeze(members as [string, Item][]);
  };
  return { kind: 'map', item, read };
}

/** The same to look up. A map, so that no name can reach a prototype (TH6). */
export function map<Item>(item: Shape<Item>): Shape<ReadonlyMap<string, Item>> {
  return into(pairs(item), (members) => new Map(members));
}

/** The first shape that can read it. */
export function either<Left, Right>(left: Shape<Left>, right: Shape<Right>): Shape<Left | Right> {
  const read: Shape<Left | Right>['read'] = (wire, reading) => {
    // What the first has tried must look to the second as if nobody had.
    const { isOwned } = reading;
    reading.isOwned = false;
    const value = left.read(wire, reading);
    reading.isOwned = isOwned;
    return value === UNREADABLE ? right.read(wire, reading) : value;
  };
  return { kind: 'either', options: [left, right], read };
}

/** Something to fall back on where the value is missing, null or unreadable (PS4, PS6). */
export function or<Value, const Fallback>(shape: Shape<Value>, fallback: Fallback): Shape<Value | Fallback> {
  const { read: readValue } = shape;
  const read: Shape<Value | Fallback>['read'] = (wire, reading) => {
    const value = wire === undefined ? UNREADABLE : readValue(wire, reading);
    return value === UNREADABLE ? fallback : value;
  };
  Object.freeze(fallback);
  return { ...shape, isNullable: fallback === null, staysMissing: fallback === undefined, strict: shape, read };
}

/** The same for what the contract does not ask for: missing unless there is a fallback. */
export function optional<Value>(shape: Shape<Value>): Shape<Value | undefined>;
export function optional<Value, const Fallback>(shape: Shape<Value>, fallback: Fallback): Shape<Value | Fallback>;
export function optional<Value>(shape: Shape<Value>, fallback?: unknown): Shape<unknown> {
  return { ...or(shape, fallback), isOptional: true };
}

/** A record of its own that may be missing: when it is there and wrong, that is counted like an item of a list. */
export function part<Value, const Fallback>(shape: Shape<Value>, fallback: Fallback): Shape<Value | Fallback> {
  const lenient = expected(shape, fallback);
  return {
    ...lenient,
    isOptional: true,
    staysMissing: fallback === undefined,
    read: (wire, reading) => (wire === undefined || wire === null ? fallback : lenient.read(wire, reading)),
  };
}

/** A member without which the rest is still worth showing, but only in part: missing counts too (PS5). */
export function expected<Value, const Fallback>(shape: Shape<Value>, fallback: Fallback): Shape<Value | Fallback> {
  const read: Shape<Value | Fallback>['read'] = (wire, reading) => {
    const value = readRecord(shape, wire, reading);
    return value === UNREADABLE ? fallback : value;
  };
  Object.freeze(fallback);
  return { ...shape, staysMissing: false, strict: shape, read };
}

/** Reads a record; one that is left out counts as one, whatever was wrong inside it. */
function readRecord<Value>(shape: Shape<Value>, wire: unknown, reading: Reading): Value | Unreadable {
  const before = reading.leftOut;
  const value = shape.read(wire, reading);
  if (value === UNREADABLE) reading.leftOut = before + 1;
  return value;
}

/** `null` is a value: known to be absent. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return { ...shape, isNullable: true, read: (wire, reading) => (wire === null ? null : shape.read(wire, reading)) };
}

/** What becomes of a value once it is read; it may still turn out to be unreadable. */
export function into<Value, Other>(shape: Shape<Value>, change: (value: Value, reading: Reading) => Other | Unreadable): Shape<Other> {
  const { read: readValue } = shape;
  const read: Shape<Other>['read'] = (wire, reading) => {
    const value = readValue(wire, reading);
    if (value === UNREADABLE) return UNREADABLE;
    const other: unknown = change(value, reading);
    return (other === value ? other : Object.freeze(other)) as Other | Unreadable;
  };
  return { ...shape, keeps: undefined, staysMissing: false, read };
}

/** A list of which every item counts: unreadable ones become the fallback and keep their place. */
export function column<Item, const Fallback>(item: Shape<Item>, fallback: Fallback): Shape<readonly (Item | Fallback)[]> {
  return list(or(item, fallback));
}

/** Names of the members that make an answer unreadable; never their values (PS17). */
export function unreadablePaths(shape: Shape<unknown>, wire: unknown, reading: Reading, path = ''): readonly string[] {
  if (shape.entries && isRecord(wire)) {
    const paths = Object.entries(shape.entries).flatMap(([key, entry]) => {
      const member = ownMember(wire, key);
      return entry.read(member, reading) === UNREADABLE ? unreadablePaths(entry, member, reading, path ? `${path}.${key}` : key) : [];
    });
    if (paths.length) return paths;
  }
  return [path || '$'];
}
