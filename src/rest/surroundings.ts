/** What requests need from the world around them. Tests put their own in its place, so that they hold the clock and never sleep. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 to 1, for the jitter between attempts. */
  readonly random: () => number;
  /** Resolves after so many milliseconds; rejects with the signal's reason once it is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** `false` only when the platform is sure that there is no network. */
  readonly online: () => boolean;
  /** Resolves once somebody can see the page; rejects like `sleep`. */
  readonly visible: (signal: AbortSignal) => Promise<void>;
}

/** Waits for what `start` sets off; `start` gives back how to call it off when the signal is aborted first. */
function wait(signal: AbortSignal, start: (done: () => void) => () => void): Promise<void> {
  return orAbort(
    signal,
    new Promise((resolve) => {
      const callOff = start(() => {
        callOff();
        resolve();
      });
      signal.addEventListener('abort', callOff, { once: true });
    }),
  );
}

/** The browser's own clock, dice and page; in bare Node always online and visible. */
export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    wait(signal, (done) => {
      const timer = setTimeout(done, milliseconds);
      return () => clearTimeout(timer);
    }),
  online: () => globalThis.navigator?.onLine !== false,
  visible: async (signal) => {
    const page = globalThis.document;
    if (!page?.hidden) return;
    await wait(signal, (done) => {
      const onChange = (): void => {
        if (!page.hidden) done();
      };
      page.addEventListener('visibilitychange', onChange);
      return () => page.removeEventListener('visibilitychange', onChange);
    });
  },
};

/**
 * Lets go of a promise as soon as the signal is aborted, even when nobody else listens to it (F1).
 * What comes late is dropped: neither its value nor its failure reaches anybody.
 */
export async function orAbort<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** How long something may take, and whose clock says so. */
interface Limit {
  readonly milliseconds: number;
  readonly surroundings: Surroundings;
  /** What to reject with when the time is up. */
  readonly onTimeout: () => unknown;
  /** The caller's. */
  readonly signal?: AbortSignal;
}

/** Runs something with a time limit (N5, N6) and under the caller's signal, and stops it when either ends. */
export async function within<Value>({ milliseconds, surroundings, onTimeout, signal }: Limit, run: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  signal?.throwIfAborted();
  const running = new AbortController();
  const timer = new AbortController();
  const onAbort = (): void => running.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  surroundings.sleep(milliseconds, timer.signal).then(
    () => running.abort(onTimeout()),
    () => {},
  );
  try {
    return await orAbort(running.signal, run(running.signal));
  } catch (error) {
    // The transfer may still be going on, e.g. behind the size cap.
    if (!running.signal.aborted) running.abort(error);
    throw running.signal.reason;
  } finally {
    timer.abort();
    signal?.removeEventListener('abort', onAbort);
  }
}
