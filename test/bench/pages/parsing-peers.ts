// What people would check the same answer with, each asked for the same: all members of all rows.

import type { TSchema } from 'typebox';
import type { GenericSchema } from 'valibot';
import type { ZodType } from 'zod';
import { isTables, toTables, unpack } from './event-columns.js';
import { type EventPage, isPage, type Kit, pageOf } from './event-rows.js';
import type { Order } from './parsing-worker.js';

/** Reads a text, checked, or throws. */
export interface Peer {
  /** What the backend would have to send for it. */
  prepare?(text: string): string;
  read(text: string): unknown;
}

const DAY = 86_400_000;

function refuse(): never {
  throw new Error('A row was refused');
}

function guarded(text: string): EventPage {
  const page: unknown = JSON.parse(text);
  return isPage(page) ? page : refuse();
}

/** The moment of each event as a number, and how many there are a day. */
function dated(text: string): readonly [EventPage, Float64Array, ReadonlyMap<number, number>] {
  const page = guarded(text);
  const dates = new Float64Array(page.items.length);
  const counts = new Map<number, number>();
  page.items.forEach(({ at }, index) => {
    const date = Date.parse(at);
    if (Number.isNaN(date)) refuse();
    dates[index] = date;
    const day = Math.floor(date / DAY);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  });
  return [page, dates, counts];
}

async function valibot(): Promise<Peer> {
  const v = await import('valibot');
  const text = v.string();
  const kit: Kit<GenericSchema> = {
    text,
    number: v.number(),
    truth: v.boolean(),
    moment: text,
    word: (words) => v.picklist(words),
    object: (members) => v.object(members),
    list: (item) => v.array(item),
    values: () => v.record(text, v.nullable(v.union([text, v.number(), v.boolean()]))),
    optional: (schema) => v.optional(schema),
    nullable: (schema) => v.nullable(schema),
  };
  const schema = pageOf(kit);
  return { read: (given) => v.parse(schema, JSON.parse(given)) };
}

/** Both kinds of zod are written alike as far as an event needs them. */
async function zodOf(loading: Promise<unknown>): Promise<Peer> {
  const z = (await loading) as typeof import('zod');
  const text = z.string();
  const kit: Kit<ZodType> = {
    text,
    number: z.number(),
    truth: z.boolean(),
    moment: text,
    word: (words) => z.enum(words),
    object: (members) => z.object(members),
    list: (item) => z.array(item),
    values: () => z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
    optional: (schema) => z.optional(schema),
    nullable: (schema) => z.nullable(schema),
  };
  const schema = pageOf(kit);
  return { read: (given) => schema.parse(JSON.parse(given)) };
}

/** Compiles by `new Function`; where the page's policy forbids that, its validator walks the schema for each value. */
async function typebox(isCompiled: boolean): Promise<Peer> {
  const [t, { Compile }] = await Promise.all([import('typebox'), import('typebox/compile')]);
  const text = t.String();
  const kit: Kit<TSchema> = {
    text,
    number: t.Number(),
    truth: t.Boolean(),
    moment: text,
    word: (words) => t.Union(words.map((word) => t.Literal(word))),
    object: (members) => t.Object(members),
    list: (item) => t.Array(item),
    values: () => t.Record(text, t.Union([text, t.Number(), t.Boolean(), t.Null()])),
    optional: (schema) => t.Optional(schema),
    nullable: (schema) => t.Union([schema, t.Null()]),
  };
  const validator = Compile(pageOf(kit));
  if (validator.IsAccelerated() !== isCompiled) throw new Error(`Whether it is compiled: ${!isCompiled}`);
  return {
    read: (given) => {
      const page: unknown = JSON.parse(given);
      return validator.Check(page) ? page : refuse();
    },
  };
}

const columns: Peer = {
  prepare: (text) => JSON.stringify(toTables(JSON.parse(text))),
  read: (given) => {
    const tables: unknown = JSON.parse(given);
    return isTables(tables) ? tables : refuse();
  },
};

export const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  'guard by hand': async () => ({ read: guarded }),
  'guard, dates, counts a day': async () => ({ read: dated }),
  valibot,
  zod: () => zodOf(import('zod')),
  'zod mini': () => zodOf(import('zod/mini')),
  'typebox compiled': () => typebox(true),
  'typebox without eval': () => typebox(false),
  'columns, checked': async () => columns,
};

/** Reads a text beside the page. */
export type Reader = (text: string) => Promise<unknown>;

async function worker<Answer>(as: Order['as'], readable: (answer: Answer) => unknown): Promise<Reader> {
  const thread = new Worker('/bench/parsing-worker.js', { type: 'module' });
  const answer = () =>
    new Promise<unknown>((resolve, reject) => {
      thread.onmessage = ({ data }) => resolve(data);
      thread.onerror = ({ message }) => reject(new Error(message));
    });
  await answer();
  return async (text) => {
    const order: Order = { text, as };
    thread.postMessage(order);
    const answered = await answer();
    return answered === null ? refuse() : readable(answered as Answer);
  };
}

export const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  'worker with clone': () => worker('rows', (page: EventPage) => page),
  'worker with transferred columns': () => worker('columns', unpack),
};

/** Sets one member after the other to what it cannot be, all that stand in a value at any depth. */
function* broken(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of broken(item)) yield value.with(index, other);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) for (const other of broken(member)) yield { ...value, [key]: other };
  } else yield typeof value === 'string' ? 5 : [];
}

/** One row of each type. */
function samplesOf(text: string): EventPage['items'] {
  const { items }: EventPage = JSON.parse(text);
  return [...new Map(items.map((row) => [row.type, row])).values()];
}

/**
 * Who does not refuse a row because of each of its members checks less than the others and must not be measured.
 *
 * @returns how many broken rows were refused
 */
export async function refusals(text: string, read: (text: string) => unknown): Promise<number> {
  const items = samplesOf(text);
  const textOf = (rows: readonly unknown[]) => JSON.stringify({ items: rows, nextCursor: null });
  if (!(await read(textOf(items)))) throw new Error('It gives nothing');
  let count = 0;
  for (const row of items) {
    for (const other of broken(row)) {
      const isRead = await Promise.resolve()
        .then(() => read(textOf([...items, other])))
        .then(
          () => true,
          () => false,
        );
      if (isRead) throw new Error(`It takes ${JSON.stringify(other)}`);
      count++;
    }
  }
  return count;
}
