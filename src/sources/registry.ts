import type { Connection } from '../model/connection.js';
import type { CustomerSource, ReadOptions } from '../model/customer-source.js';
import { SourceError } from '../model/source-error.js';
import { orAbort } from '../rest/surroundings.js';
import { createHostSource } from './host.js';
import { own } from './own.js';
import { createRestSource } from './rest/rest-source.js';

/** Makes a source from the part of the connection that is its own: `baseUrl`, `endpoints` and `transform` are no longer keyed by source. */
export type SourceFactory = (connection: Connection) => CustomerSource;

/** Names of readers, in the words of section 4. */
export type ReaderName = keyof CustomerSource;

const factories = new Map<string, SourceFactory>([
  ['rest', createRestSource],
  [
    'optimove',
    (connection) =>
      lazySource(['search', 'profile', 'metrics', 'impact', 'activity', 'events', 'campaigns'], async () =>
        (await import('./optimove/optimove-source.js')).createOptimoveSource(connection),
      ),
  ],
  [
    'smartico',
    (connection) =>
      lazySource(['impact', 'activity', 'events', 'campaigns'], async () => (await import('./smartico/smartico-source.js')).createSmarticoSource(connection)),
  ],
]);

/**
 * Adds a kind of backend, to be named by `source`. The same name again replaces it.
 *
 * @throws {SourceError} `config`, reason `source`, for a name that the attribute could not hold.
 */
export function registerSource(name: string, factory: SourceFactory): void {
  if (!/^\S+$/.test(name)) throw new SourceError('config', { reason: 'source' });
  factories.set(name, factory);
}

/**
 * The source a connection describes.
 *
 * @throws {SourceError} `config`: reason `source` for a name nobody registered, `base-url`, `mixed-content`, `endpoints`.
 */
export function createSource(connection: Connection): CustomerSource {
  if (connection.customerSource) return createHostSource(connection.customerSource);
  const names = (connection.source ?? 'rest').split(/\s+/).filter(Boolean);
  if (names.length < 2) return createNamed(names[0] ?? 'rest', connection);
  const sources = [...new Set(names)].map((name) => ({ name, source: createNamed(name, connection) }));
  const readers = [...new Set(sources.flatMap(({ source }) => Object.keys(source) as ReaderName[]))];
  return lazySource(readers, async () => (await import('./combined.js')).createCombinedSource(sources));
}

/** One source of those named. */
function createNamed(name: string, connection: Connection): CustomerSource {
  const factory = factories.get(name);
  if (!factory) throw new SourceError('config', { reason: 'source' });
  const source = factory(connectionOf(name, connection));
  const { customerIdFor } = connection;
  return customerIdFor ? withCustomerIds(source, (id) => customerIdFor(name, id)) : source;
}

/** The same source, asked by the ids its backend uses. */
function withCustomerIds(source: CustomerSource, idFor: (id: string) => string): CustomerSource {
  const entries = Object.entries(source) as [ReaderName, (query: { readonly id?: string }, options: ReadOptions) => Promise<unknown>][];
  return Object.fromEntries(
    entries.map(([name, read]) => [
      name,
      async (query: { readonly id?: string }, options: ReadOptions) =>
        read(query.id === undefined ? query : { ...query, id: translated(query.id, idFor) }, options),
    ]),
  );
}

/** A host that cannot name the customer has given no id. */
function translated(id: string, idFor: (id: string) => string): string {
  try {
    return idFor(id);
  } catch {
    throw new SourceError('config', { reason: 'customer-id' });
  }
}

/** The part of a connection that belongs to one source, where members are keyed by source (contract section 5, "Combined"). */
export function connectionOf(name: string, connection: Connection): Connection {
  const { baseUrl, endpoints, transform, aliases } = connection;
  return {
    ...connection,
    source: name,
    baseUrl: typeof baseUrl === 'object' ? own(baseUrl, name) : baseUrl,
    endpoints: ownTable(endpoints, name),
    transform: ownTable(transform, name),
    aliases: ownTable(aliases, name),
  };
}

/** The table for one source, or the whole when it is not keyed by source. */
function ownTable<Table extends Connection['endpoints' | 'transform' | 'aliases']>(table: Table, name: string): Table {
  const inner: unknown = own(table as Readonly<Record<string, unknown>> | undefined, name);
  return typeof inner === 'object' && inner !== null ? (inner as Table) : table;
}

/**
 * A source whose code is loaded by its first question, so that a page without it never downloads it.
 * Its readers are named beforehand, since a section without a reader is not shown at all.
 */
export function lazySource(readers: readonly ReaderName[], load: () => Promise<CustomerSource>): CustomerSource {
  let loading: Promise<CustomerSource> | undefined;
  const loaded = (): Promise<CustomerSource> => {
    // A chunk that could not be loaded is asked for again by the next question.
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error instanceof SourceError ? error : new SourceError('unreachable');
    });
    return loading;
  };
  return Object.fromEntries(
    readers.map((name) => [
      name,
      async (query: never, options: ReadOptions) => {
        const reader = (await orAbort(options.signal, loaded()))[name];
        if (!reader) throw new SourceError('config', { reason: 'source' });
        return reader(query, options);
      },
    ]),
  );
}
