import type { Surroundings } from '../../src/rest/surroundings.js';

/** What one request is answered with; `'silence'` = nothing ever comes, until the time is up. */
export type Reply = Response | Error | 'silence' | ((request: Request) => Response | Promise<Response>);

/** The world of one question: a clock nobody waits for, and a network that says what the test says. */
export interface World {
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  readonly abort: (reason?: unknown) => void;
  readonly fetch: typeof fetch;
  /** Requests that left, in order. */
  readonly requests: readonly Request[];
  /** How long was waited between attempts, in milliseconds. */
  readonly naps: readonly number[];
  /** Milliseconds that went by. */
  readonly elapsed: () => number;
  /** Lets the time limit of whatever runs pass. */
  readonly expire: () => void;
}

export interface WorldOptions {
  readonly random?: number;
  /** What the clock shows at first. */
  readonly start?: number;
  readonly online?: () => boolean;
  readonly visible?: Surroundings['visible'];
  /** The network takes no notice of aborts. */
  readonly ignoresAbort?: boolean;
}

/**
 * Builds a world that answers with the replies one by one, the last again and again. Waiting between attempts takes no time but is
 * noted; time limits pass only where the network is silent, so nothing depends on how fast the machine is.
 */
export function createWorld(replies: Reply | readonly Reply[], options: WorldOptions = {}): World {
  const { random = 1, start = Date.UTC(2026, 0, 1), online = () => true, visible = async () => {}, ignoresAbort = false } = options;
  const caller = new AbortController();
  const script = Array.isArray(replies) ? (replies as readonly Reply[]) : [replies as Reply];
  const requests: Request[] = [];
  const naps: number[] = [];
  const limits = new Set<{ readonly at: number; readonly pass: () => void }>();
  let now = start;

  const surroundings: Surroundings = {
    now: () => now,
    random: () => random,
    online,
    visible,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      // Only waiting between attempts listens to the caller himself.
      if (signal === caller.signal) {
        naps.push(milliseconds);
        now += milliseconds;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const limit = { at: now + milliseconds, pass: resolve };
        limits.add(limit);
        signal.addEventListener('abort', () => {
          limits.delete(limit);
          reject(signal.reason);
        });
      });
    },
  };

  const expire = (): void => {
    const [first] = [...limits].sort((left, right) => left.at - right.at);
    if (!first) throw new Error('Nothing runs under a time limit.');
    limits.delete(first);
    now = Math.max(now, first.at);
    first.pass();
  };

  const answer = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(input);
    requests.push(request);
    const reply = script[Math.min(requests.length, script.length) - 1];
    if (reply === 'silence') {
      queueMicrotask(expire);
      return new Promise<never>((_, reject) => {
        if (!ignoresAbort) request.signal.addEventListener('abort', () => reject(request.signal.reason));
      });
    }
    if (reply instanceof Error) throw reply;
    // One reply may answer several requests, and a body can be read once.
    return typeof reply === 'function' ? reply(request) : reply!.clone();
  };

  return { surroundings, signal: caller.signal, abort: (reason) => caller.abort(reason), fetch: answer, requests, naps, elapsed: () => now - start, expire };
}

/** An answer in JSON. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } });
}

/** An error's answer, with a body that no one must see. */
export function failed(status: number, headers: Record<string, string> = {}): Response {
  return new Response(status === 304 ? null : '<h1>Ada Lovelace</h1>', { status, headers: { 'content-type': 'text/html', ...headers } });
}

/** What a refused connection, a CORS refusal and a torn body look like to a page (F22). */
export function unreachable(): Error {
  return new TypeError('Failed to fetch');
}

/** A redirect that was not followed; a real one cannot be built by hand. */
export function redirected(): Response {
  const response = Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 }, ok: { value: false } });
  response.clone = redirected;
  return response;
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was answered, but should have failed.');
}
