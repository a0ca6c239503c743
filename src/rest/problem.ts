import { type ErrorKind, NotEnabled, NothingThere, SourceError } from '../model/source-error.js';
import { readRetryAfter } from './retry.js';

/** The backend's own id of the request, to quote in a ticket; only when it looks like one, and when it may be read (F21). */
export function requestIdOf(headers: Headers): string | undefined {
  return /^[\x21-\x7e]{1,128}$/.exec(headers.get('X-Request-Id') ?? '')?.[0];
}

const kindOfStatus: Readonly<Record<number, ErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  412: 'conflict',
  429: 'rate-limited',
};

/** The error a status stands for; the body's words are never part of it (H1, TH14). */
export function statusError({ status, headers, type }: Response, now: number): SourceError {
  const details = { status, requestId: requestIdOf(headers), retryAfter: status === 429 || status === 503 ? readRetryAfter(headers, now) : undefined };
  // An answer from elsewhere would have meant to send the id, or a token, there (N11, TH10).
  if (type === 'opaqueredirect' || (status >= 300 && status < 400 && headers.has('Location'))) return new SourceError('unreachable', { reason: 'redirect' });
  if (status < 200 || type === 'error') return new SourceError('unreachable');
  if (status === 503 && details.retryAfter !== undefined) return new SourceError('rate-limited', details);
  return new SourceError(kindOf(status), details);
}

function kindOf(status: number): ErrorKind {
  return kindOfStatus[status] ?? (status >= 500 ? 'server' : 'rejected');
}

/** The same for a failure that names its status and nothing else. */
export function statusFailure(status: number, isCustomer: boolean): Error {
  const error = new SourceError(kindOf(status), { status });
  return status === 404 ? absence(error, undefined, isCustomer) : error;
}

/**
 * What a 404 means: a resource that is not switched on (B28), a customer who does not exist, or nothing at this address.
 *
 * @param body What the 404 carried, if it was JSON.
 */
export function absence(error: SourceError, body: unknown, isCustomer: boolean): Error {
  const type = typeof body === 'object' && body !== null && Object.hasOwn(body, 'type') ? (body as { readonly type: unknown }).type : undefined;
  if (typeof type === 'string' && type.endsWith('/not-enabled')) return new NotEnabled();
  return isCustomer ? error : new NothingThere();
}
