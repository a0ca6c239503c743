import type { ReadOptions } from './customer-source.js';

interface InFlight {
  readonly promise: Promise<unknown>;
  readonly abort: AbortController;
  readonly slow: Set<() => void>;
  waiting: number;
}

/** Reads under way, by key: an answer is handed out and forgotten, never stored (TH13). */
export class SharedReads {
  readonly #underWay = new Map<string, InFlight>();

  /** Starts the read, or joins whoever does the very same at this moment. It is aborted once everybody who waited for it has gone. */
  join<Value>(key: string, read: (options: ReadOptions) => Promise<Value>, { signal, onSlow }: ReadOptions): Promise<Value> {
    const joined = this.#underWay.get(key) ?? this.#start(key, read);
    joined.waiting++;
    if (onSlow) joined.slow.add(onSlow);
    const leave = () => {
      joined.waiting--;
      if (onSlow) joined.slow.delete(onSlow);
    };
    return new Promise<Value>((resolve, reject) => {
      const stop = () => {
        leave();
        if (joined.waiting === 0) {
          this.#forget(key, joined.abort);
          joined.abort.abort();
        }
        reject(signal.reason);
      };
      if (signal.aborted) stop();
      else {
        signal.addEventListener('abort', stop, { once: true });
        const settle = <Given>(give: (given: Given) => void) => {
          return (given: Given) => {
            signal.removeEventListener('abort', stop);
            if (!signal.aborted) leave();
            give(given);
          };
        };
        joined.promise.then(
          settle((value) => resolve(value as Value)),
          settle((error: unknown) => reject(error)),
        );
      }
    });
  }

  #start<Value>(key: string, read: (options: ReadOptions) => Promise<Value>): InFlight {
    const abort = new AbortController();
    const slow = new Set<() => void>();
    const onSlow = () => {
      for (const call of slow) call();
    };
    // The read starts here and now: all first requests of a page leave in one tick.
    const promise = begin(() => read({ signal: abort.signal, onSlow })).finally(() => this.#forget(key, abort));
    // Whoever started it may be gone by the time it fails.
    promise.catch(() => {});
    const entry: InFlight = { promise, abort, slow, waiting: 0 };
    this.#underWay.set(key, entry);
    return entry;
  }

  #forget(key: string, abort: AbortController): void {
    if (this.#underWay.get(key)?.abort === abort) this.#underWay.delete(key);
  }
}

/** A reader may throw before it gives a promise; callers see one way only. */
async function begin<Value>(read: () => Promise<Value>): Promise<Value> {
  return read();
}
