import { getResponse, type RequestHandler } from 'msw';

/**
 * A `fetch` that never leaves the page: for tests, and for the elements' `fetch` property. It fails as a browser's would:
 * `TypeError` for what cannot be reached, the signal's reason for an abort, an opaque answer for a redirect that is not followed.
 */
export function createMockFetch(handlers: readonly RequestHandler[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    let stop = (): void => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      const response = await Promise.race([getResponse([...handlers], request), aborted]);
      if (!response) throw new TypeError(`No mock answers ${request.method} ${request.url}`);
      if (response.type === 'error') throw new TypeError('Failed to fetch');
      return response.status >= 300 && response.status < 400 ? redirected(request) : abortable(response, signal);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}

/** What `fetch` gives for a redirect; a real one cannot be built by hand. */
function redirected({ redirect }: Request): Response {
  if (redirect !== 'manual') throw new TypeError('Failed to fetch');
  return Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 }, ok: { value: false } });
}

/** The body stops with the signal, as a real one does (N6). */
function abortable(response: Response, signal: AbortSignal): Response {
  if (!response.body) return response;
  const through = new TransformStream<Uint8Array, Uint8Array>();
  response.body.pipeTo(through.writable, { signal }).catch(() => {});
  return new Response(through.readable, response);
}
