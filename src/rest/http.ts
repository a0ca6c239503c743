import type { Connection } from '../model/connection.js';
import type { ReadOptions } from '../model/customer-source.js';
import { jsonText } from '../model/json-text.js';
import { NotEnabled, NothingThere, SourceError } from '../model/source-error.js';
import { readBody } from './body.js';
import { parseJson } from './json.js';
import { watchPagePolicy } from './page-policy.js';
import { absence, requestIdOf, statusError } from './problem.js';
import { inTurn } from './queue.js';
import { ATTEMPT_LIMIT, type Attempts, delayBeforeRetry, TOTAL_LIMIT } from './retry.js';
import { browserSurroundings, orAbort, type Surroundings, within } from './surroundings.js';
import { type Lease, TokenKeeper } from './token.js';

/** How requests are made: members of the connection, and what tests replace. */
export interface HttpOptions extends Pick<Connection, 'getToken' | 'credentials' | 'fetch' | 'onRequest' | 'onResponse'> {
  readonly surroundings?: Surroundings;
  /** Largest answer that is read, in bytes (PS10); 25 MiB unless told. */
  readonly maxBytes?: number;
}

/** An answer that arrived whole and was JSON; nobody has vouched for its shape yet. */
export interface Received {
  /** `undefined` when saving was answered with nothing. */
  readonly body: unknown;
  readonly status: number;
  readonly etag?: string;
  readonly requestId?: string;
}

/** What `get` may be told beside the signal. */
export interface GetOptions extends ReadOptions {
  /** A 404 then means that there is no such customer; else only that there is nothing at this address. */
  readonly isCustomer?: boolean;
}

/** What is asked, however often. */
interface Question extends GetOptions {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly body?: string;
  readonly ifMatch?: string;
}

const DEFAULT_MAX_BYTES = 25 * 1024 * 1024;

/** A 404 is read only this far, in search of its problem type. */
const PROBLEM_BYTES = 64 * 1024;

/**
 * Asks one backend: token, time limits, retries, size cap, and failures as the contract's kinds.
 * Rejects with `SourceError`, `NotEnabled`, `NothingThere`, or with the signal's reason once the caller gave up.
 */
export class Http {
  readonly #options: HttpOptions;
  readonly #surroundings: Surroundings;
  readonly #tokens: TokenKeeper | undefined;

  constructor(options: HttpOptions = {}) {
    this.#options = options;
    this.#surroundings = options.surroundings ?? browserSurroundings;
    this.#tokens = options.getToken && new TokenKeeper(options.getToken, this.#surroundings);
  }

  get(url: URL, options: GetOptions): Promise<Received> {
    return this.#ask({ ...options, method: 'GET', url });
  }

  /** Asks with a body, for what must not stand in a URL. Repeated like a GET: only for questions that change nothing. */
  post(url: URL, body: unknown, options: ReadOptions): Promise<Received> {
    return this.#ask({ ...options, method: 'POST', url, body: jsonText(body) });
  }

  /** Saves. Never repeated; `conflict` when `ifMatch` no longer matches. */
  put(url: URL, body: unknown, options: ReadOptions & { readonly ifMatch?: string }): Promise<Received> {
    return this.#ask({ ...options, method: 'PUT', url, body: jsonText(body) });
  }

  /** Asks until there is an answer or asking again makes no sense. */
  async #ask(question: Question): Promise<Received> {
    const { method, signal, onSlow } = question;
    const { now, sleep, random, visible } = this.#surroundings;
    const attempts: Attempts = { retries: 0, timeouts: 0, waitedAsAsked: false };
    let deadline = now() + TOTAL_LIMIT;
    const limit = (waited: number): number => {
      deadline += waited;
      return Math.min(ATTEMPT_LIMIT, deadline - now());
    };
    for (;;) {
      try {
        return await this.#askWithToken(question, limit);
      } catch (error) {
        if (method === 'PUT' || signal.aborted || !(error instanceof SourceError)) throw error;
        const delay = delayBeforeRetry(error, attempts, random);
        const { retryAfter = 0 } = error.details;
        if (delay === undefined || now() + delay - retryAfter >= deadline) throw error;
        if (error.kind === 'timeout' || retryAfter) onSlow?.();
        await sleep(delay, signal);
        const pausedAt = now();
        await visible(signal);
        deadline += retryAfter + now() - pausedAt;
      }
    }
  }

  /** One attempt, and one more with a renewed token where the first was refused (H2, H3). */
  async #askWithToken(question: Question, limit: (waited: number) => number): Promise<Received> {
    const { signal } = question;
    const tokens = this.#tokens;
    if (!tokens) return this.#attempt(question, limit);
    const lease = await orAbort(signal, tokens.current());
    try {
      return await this.#attempt(question, limit, lease);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    const renewed = await orAbort(signal, tokens.renew(lease));
    try {
      return await this.#attempt(question, limit, renewed);
    } catch (error) {
      throw isRefusal(error) ? (renewed.refused ??= error) : error;
    }
  }

  /** One request, from leaving to the last byte; `limit` gives its time, which waiting for its turn does not shorten. */
  #attempt(question: Question, limit: (waited: number) => number, lease?: Lease): Promise<Received> {
    const surroundings = this.#surroundings;
    const { now, online } = surroundings;
    const cameAt = now();
    const { url, signal: givenUp } = question;
    return inTurn(url.origin, givenUp, () =>
      within({ milliseconds: limit(now() - cameAt), surroundings, signal: givenUp, onTimeout: () => new SourceError('timeout') }, async (signal) => {
        if (!online()) throw new SourceError('offline');
        const policy = watchPagePolicy(url, signal);
        try {
          return await this.#exchange(question, signal, lease);
        } catch (error) {
          if (error instanceof SourceError || error instanceof NotEnabled || error instanceof NothingThere) throw error;
          if (!online()) throw new SourceError('offline');
          if (await policy.blocked()) throw new SourceError('config', { reason: 'page-policy' });
          // Refusal, CORS and a torn body look the same to a page (F22), so no cause is claimed (N2, N14).
          throw new SourceError('unreachable');
        } finally {
          policy.stop();
        }
      }),
    );
  }

  async #exchange(question: Question, signal: AbortSignal, lease?: Lease): Promise<Received> {
    const { fetch = globalThis.fetch, onResponse, maxBytes = DEFAULT_MAX_BYTES } = this.#options;
    const response = await fetch(await this.#request(question, signal, lease));
    try {
      onResponse?.(response.clone());
    } catch {
      // The host's hook is not needed for the answer (TH21).
    }
    const { status, headers } = response;
    const details = { status, requestId: requestIdOf(headers) };
    if (!response.ok || status === 204) {
      const error = status === 204 ? new SourceError('not-found', details) : statusError(response, this.#surroundings.now());
      if (error.kind === 'not-found' && question.method !== 'PUT') throw absence(error, await readProblem(response), question.isCustomer === true);
      response.body?.cancel().catch(() => {});
      if (!response.ok) throw error;
    }
    const text = await readBody(response, maxBytes, details);
    // Saving may be answered with nothing.
    const body = question.method === 'PUT' && !text ? undefined : parseJson(text, details);
    return { body, status, etag: headers.get('ETag') ?? undefined, requestId: details.requestId };
  }

  /** The request as it leaves: what the host may not loosen is set last (TH10, TH13, F24). */
  async #request({ method, url, body, ifMatch }: Question, signal: AbortSignal, lease?: Lease): Promise<Request> {
    const { credentials = 'same-origin', onRequest } = this.#options;
    const rules = { cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer', signal } as const;
    const headers = new Headers({ Accept: 'application/json, application/problem+json' });
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    if (ifMatch) headers.set('If-Match', ifMatch);
    if (lease) headers.set('Authorization', `Bearer ${lease.token}`);
    const request = new Request(url, { method, body, headers, credentials, ...rules });
    if (!onRequest) return request;
    let changed: Request | undefined | void;
    try {
      changed = await onRequest(request);
    } catch {
      throw new SourceError('config', { reason: 'on-request' });
    }
    if (!changed) return request;
    // The token belongs to the configured backend alone.
    if (new URL(changed.url).origin !== url.origin) throw new SourceError('config', { reason: 'origin' });
    return new Request(changed, rules);
  }
}

function isRefusal(error: unknown): error is SourceError {
  return error instanceof SourceError && error.details.status === 401;
}

/** The problem a 404 describes; `undefined` when it carries none that can be read, since any body must do. */
async function readProblem(response: Response): Promise<unknown> {
  try {
    return parseJson(await readBody(response, PROBLEM_BYTES));
  } catch {
    return undefined;
  }
}
