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

/** The browser's own clock, dice and page; in bare Node always online and visible. */
export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) => {
    let timer: ReturnType<typeof setTimeout>;
    const passed = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    return orAbort(signal, passed).finally(() => clearTimeout(timer));
  },
  online: () => globalThis.navigator?.onLine !== false,
  visible: async (signal) => {
    const page = globalThis.document;
    if (!page?.hidden) return;
    let onChange = (): void => {};
    const shown = new Promise<void>((resolve) => {
      onChange = () => page.hidden || resolve();
    });
    page.addEventListener('visibilitychange', onChange);
    await orAbort(signal, shown).finally(() => page.removeEventListener('visibilitychange', onChange));
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
  const stop = new AbortController();
  const timer = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  stopped.throwIfAborted();
  surroundings.sleep(milliseconds, timer.signal).then(
    () => stop.abort(onTimeout()),
    () => {},
  );
  try {
    return await orAbort(stopped, run(stopped));
  } catch (error) {
    // The transfer may still be going on, e.g. behind the size cap; what already stopped keeps its reason.
    if (!stopped.aborted) stop.abort(error);
    throw stopped.reason;
  } finally {
    timer.abort();
  }
}
