import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/index.js';
import type { Connection } from '../../src/model/connection.js';
import type { CustomerSource, RangeQuery } from '../../src/model/customer-source.js';
import { toPlainDay } from '../../src/model/day.js';
import type { Surroundings } from '../../src/rest/surroundings.js';
import { createWorld, json } from '../helpers/world.js';

/** A row as a backend hands it on. */
export type TestRow = Readonly<Record<string, unknown>>;

/** Rows by the path of their table, without the customer: `profiles`, `dimensions/dm_audience`. */
export type TestTables = Readonly<Record<string, readonly TestRow[] | Response | ((url: URL) => unknown)>>;

export const ID = '1111113001034507';

export function day(text: string) {
  const plain = toPlainDay(text);
  if (!plain) throw new Error(`${text} is no day.`);
  return plain;
}

/** Six months up to the mocks' today. */
export const range: RangeQuery = { id: ID, from: day('2017-07-01'), to: day('2017-12-31'), timeZone: 'America/New_York', today: day('2017-12-31') };

type CreateSource = (connection: Connection, surroundings?: Surroundings) => CustomerSource;

/** A source before a backend that has these tables and no others; days are cut as a backend would where `day` columns are told. */
export function before(create: CreateSource, tables: TestTables, connection: Partial<Connection> = {}) {
  const world = createWorld((request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/api\/(customers\/[^/]+\/)?/, '');
    const table = Object.hasOwn(tables, path) ? tables[path] : undefined;
    if (table === undefined) return new Response('{}', { status: 404 });
    if (table instanceof Response) return table.clone();
    return json(typeof table === 'function' ? table(url) : table);
  });
  const source = create({ baseUrl: 'https://backend.example.test/api', fetch: world.fetch, ...connection }, immediate(world.surroundings));
  const paths = (): readonly string[] => world.requests.map(({ url }) => new URL(url).pathname.replace('/api/', '') + new URL(url).search);
  return { source, world, options: { signal: world.signal }, paths };
}

/** Waiting between attempts and for running queries takes no time; time limits of an attempt stay. */
export function immediate(surroundings: Surroundings): Surroundings {
  return { ...surroundings, sleep: (milliseconds, signal) => (milliseconds < 10_000 ? Promise.resolve() : surroundings.sleep(milliseconds, signal)) };
}

/** A source before the mocked warehouse; `behaviour` is the part of its address that says how it answers. */
export function mocked(create: CreateSource, behaviour = '', connection: Partial<Connection> = {}) {
  const answer = createMockFetch(createHandlers());
  const world = createWorld((request) => answer(request));
  const source = create({ baseUrl: `https://backend.example.test/api/${behaviour}`, fetch: world.fetch, ...connection }, immediate(world.surroundings));
  return { source, world, options: { signal: world.signal } };
}
