import type { Connection } from '../model/connection.js';
import type { SourceError } from '../model/source-error.js';

const said = new Set<string>();

/**
 * The one place that writes to the console: a configuration mistake, once, with the README's section that explains it.
 * Never called with data of a customer, nor with a token (TH14).
 */
export function warnOnce(message: string, section: string): void {
  if (said.has(message)) return;
  said.add(message);
  // biome-ignore lint/suspicious/noConsole: the one warning a mistake in the set-up deserves
  console.warn(`c360-elements: ${message}. See README.md#${section}`);
}

/** What to look at for each mistake in the set-up; the README's section tells of all of them. */
const hints = new Map([
  ['base-url', 'base-url is missing or no http(s) address'],
  ['mixed-content', 'base-url is http: below an https: page'],
  ['source', 'source names a backend nobody registered'],
  ['customer-id', 'customer-id must be text that can stand in a path, no number'],
  ['page-policy', "the page's policy blocks the backend: name it in connect-src"],
]);

/** Tells whoever sets the page up what is wrong with it; failures nobody can mend there are not told. */
export function warnOfMistake({ kind, details }: SourceError, { baseUrl, getToken, credentials, fetch, onRequest, customerSource }: Connection): void {
  if (kind === 'config') {
    const { reason = 'setting' } = details;
    warnOnce(hints.get(reason) ?? `${reason} cannot be used`, 'troubleshooting');
  }
  if (fetch || customerSource) return;
  // Browsers hide from the page whether another origin is away or refuses it; both look the same here.
  const isForeign = typeof baseUrl === 'string' && URL.canParse(baseUrl, document.baseURI) && new URL(baseUrl, document.baseURI).origin !== location.origin;
  if (kind === 'unreachable' && isForeign) warnOnce('the backend is away, or does not allow this origin (CORS)', 'headers-and-other-origins');
  // A token set page-wide does not go to a backend that an element names by itself.
  if (details.status === 401 && !getToken && !onRequest && credentials !== 'include')
    warnOnce('the backend refuses (401) and no token is sent: set getToken in the same place as base-url', 'token');
}
