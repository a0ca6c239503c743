import type { HostSource, ResourceName } from '../model/connection.js';
import type { CustomerSource, ReadOptions } from '../model/customer-source.js';
import { NotEnabled, NothingThere, SourceError } from '../model/source-error.js';
import type { Asked } from '../rest/answer.js';
import { assertCustomerId, ENDPOINTS } from '../rest/endpoints.js';
import { statusFailure } from '../rest/problem.js';
import { TOTAL_LIMIT } from '../rest/retry.js';
import { browserSurroundings, type Surroundings, within } from '../rest/surroundings.js';
import { loadAnswerReader } from './reader.js';

/** Questions that name no customer. */
const WITHOUT_CUSTOMER: readonly string[] = ['search', 'attributeSettings', 'saveAttributeSettings'];

/**
 * A source of the host's own (`customerSource`): its answers are section 4's and are checked like a backend's, since the page's
 * code may be trusted but what it passes on may not (section 2 of the threat model). The host asks, and asks again, as it likes,
 * within the time of all our own attempts (I5).
 */
export function createHostSource(host: HostSource, surroundings: Surroundings = browserSurroundings): CustomerSource {
  const names = [...(Object.keys(ENDPOINTS) as ResourceName[]), 'saveAttributeSettings' as const];
  return Object.fromEntries(names.flatMap((name) => (typeof host[name] === 'function' ? [[name, readerOf(host, name, surroundings)]] : [])));
}

function readerOf(host: HostSource, name: keyof HostSource, surroundings: Surroundings) {
  const resource = name === 'saveAttributeSettings' ? 'attributeSettings' : name;
  return async (query: Asked, { signal }: ReadOptions) => {
    if (!WITHOUT_CUSTOMER.includes(name)) assertCustomerId(query.id);
    try {
      const asking = within({ milliseconds: TOTAL_LIMIT, surroundings, signal, onTimeout: () => new SourceError('timeout') }, async (own) =>
        host[name]?.(query as never, { signal: own }),
      );
      const [body, { readResource }] = await Promise.all([asking, loadAnswerReader()]);
      const isSaved = name === 'saveAttributeSettings' && body === undefined;
      return await readResource(resource, isSaved ? query : body, query, { signal });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw failureOf(error, resource, surroundings);
    }
  };
}

/** What a host's failure means; its words are not repeated (TH14). */
function failureOf(error: unknown, resource: ResourceName, { online }: Surroundings): unknown {
  if (error instanceof SourceError || error instanceof NotEnabled || error instanceof NothingThere) return error;
  const { status: given, name } = (typeof error === 'object' && error !== null ? error : {}) as { readonly status?: unknown; readonly name?: unknown };
  const status = Number(given);
  if (status >= 400 && status < 600) return statusFailure(status, resource === 'profile');
  // What `response.json()` says of HTML (N13): an Error in most browsers, a DOMException in WebKit.
  if (name === 'SyntaxError') return new SourceError('malformed', { reason: 'parse' });
  return new SourceError(online() ? 'unreachable' : 'offline');
}
