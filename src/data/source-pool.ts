import type { Connection } from '../model/connection.js';
import type { CustomerSource } from '../model/customer-source.js';
import { createSource } from '../sources/registry.js';

const sources = new WeakMap<Connection, CustomerSource>();

/**
 * The one source of a connection, made when first needed, so that all elements with equal settings share its token and its requests.
 * @throws {SourceError} `config` when the connection names no usable backend.
 */
export function sourceFor(connection: Connection): CustomerSource {
  let source = sources.get(connection);
  if (!source) {
    source = createSource(connection);
    sources.set(connection, source);
  }
  return source;
}
