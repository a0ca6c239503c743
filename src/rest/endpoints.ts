import type { ResourceName } from '../model/connection.js';
import { SourceError } from '../model/source-error.js';

/** Where each resource of the contract lives below the base URL (contract section 4). */
export const ENDPOINTS: Readonly<Record<ResourceName, string>> = {
  search: '/customers/search',
  profile: '/customers/{id}',
  field: '/customers/{id}/fields/{key}',
  attributeSettings: '/attribute-settings',
  metrics: '/customers/{id}/metrics',
  impact: '/customers/{id}/impact',
  activity: '/customers/{id}/activity',
  events: '/customers/{id}/events',
  proof: '/customers/{id}/messages/{communicationId}/proof',
  campaigns: '/customers/{id}/campaigns',
  predictions: '/customers/{id}/predictions',
};

/** What fills a template: those it does not name become the query; those that are `undefined` are left out. */
export type Parameters = Readonly<Record<string, string | number | undefined>>;

/**
 * The root of a backend, resolved against the page.
 *
 * @throws {SourceError} `config` with reason `base-url`, or `mixed-content` for `http:` below an `https:` page, which browsers block.
 */
export function resolveBase(baseUrl: unknown, pageProtocol = globalThis.location?.protocol): URL {
  const page = globalThis.document?.baseURI;
  const base = typeof baseUrl === 'string' && baseUrl.trim() && URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined;
  // `fetch` refuses a URL with a password in it.
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.password) throw new SourceError('config', { reason: 'base-url' });
  if (base.protocol === 'http:' && pageProtocol === 'https:' && !isThisMachine(base.hostname)) throw new SourceError('config', { reason: 'mixed-content' });
  base.hash = '';
  base.pathname = base.pathname.replace(/\/+$/, '');
  return base;
}

/** Browsers trust the machine they run on without TLS. */
function isThisMachine(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

/**
 * Refuses ids that would name another address, or another customer, than the one meant: a browser sends `/customers/../x` as `/x`,
 * and a number beyond 2^53 is its neighbour (F19, F20, V2, X7).
 *
 * @throws {SourceError} `config`, reason `customer-id`.
 */
export function assertCustomerId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || !isSegment(id)) throw new SourceError('config', { reason: 'customer-id' });
}

/** Whether a text can be one segment of a path and come out as itself. */
function isSegment(text: string): boolean {
  try {
    // A lone surrogate has no encoding.
    return !['', '.', '..'].includes(text) && encodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

/**
 * The URL of a question. A template is a path below the base, or a whole URL of the same origin; it may have a query.
 *
 * @throws {SourceError} `config`, reason `customer-id` for an id that cannot be sent, `endpoints` for a template that cannot be used.
 */
export function endpointUrl(base: URL, template: unknown, parameters: Parameters): URL {
  const refuse = (): never => {
    throw new SourceError('config', { reason: 'endpoints' });
  };
  if (typeof template !== 'string') return refuse();
  if (Object.hasOwn(parameters, 'id')) assertCustomerId(parameters.id);
  const used = new Set<string>();
  const fill = (part: string, isAllowed: (value: string) => boolean): string =>
    part.replace(/\{(\w+)\}/g, (_, name: string) => {
      used.add(name);
      const value = String((Object.hasOwn(parameters, name) ? parameters[name] : undefined) ?? '');
      return isAllowed(value) ? encodeURIComponent(value) : refuse();
    });
  const [pathTemplate = '', queryTemplate = ''] = template.split(/\?(.*)/s);
  const path = fill(pathTemplate, isSegment);
  const text = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(path) ? path : base.origin + base.pathname.replace(/\/$/, '') + (path.startsWith('/') ? path : `/${path}`);
  const url = URL.canParse(text, base) ? new URL(text, base) : refuse();
  // What the parser made of it must be what was written: the same backend, and no segment lost or won (TH7).
  if (url.origin !== base.origin || url.hash || url.pathname.split('/').length !== text.replace(/^[^/]*\/\/[^/]*/, '').split('/').length) refuse();
  const query = fill(queryTemplate, () => true);
  const rest = Object.entries(parameters).flatMap(([name, value]) => (value === undefined || used.has(name) ? [] : `${name}=${encodeURIComponent(value)}`));
  url.search = [base.search.slice(1), query, ...rest].filter(Boolean).join('&');
  return url;
}
