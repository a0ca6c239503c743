import type { CustomerSource, Reader, ReadOptions } from '../model/customer-source.js';
import type { Answer } from '../model/resource.js';

interface InFlight {
  readonly promise: Promise<Answer<unknown>>;
  readonly abort: AbortController;
  readonly slow: Set<() => void>;
  waiting: number;
}

/** Questions under way, by source; an answer is handed out and forgotten, never stored (TH13). */
const underWay = new WeakMap<CustomerSource, Map<string, InFlight>>();

/** One spelling for one question, whatever the order of its members. */
export function questionKey(query: object): string {
  return JSON.stringify(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/**
 * Asks the source, or joins whoever asks the very same at this moment. The request is aborted once everybody who
 * waited for it has gone.
 */
export function readShared<Query extends object, Value>(
  source: CustomerSource,
  name: keyof CustomerSource,
  reader: Reader<Query, Value>,
  query: Query,
  { signal, onSlow }: ReadOptions,
): Promise<Answer<Value>> {
  let questions = underWay.get(source);
  if (!questions) {
    questions = new Map();
    underWay.set(source, questions);
  }
  const all = questions;
  const key = name + questionKey(query);
  let entry = all.get(key);
  if (!entry) {
    const abort = new AbortController();
    const slow = new Set<() => void>();
    const forget = () => {
      if (all.get(key)?.abort === abort) all.delete(key);
    };
    const tellSlow = () => {
      for (const call of slow) call();
    };
    // The reader starts here and now: all first requests of a page leave in one tick.
    const promise = start(() => reader.call(source, query, { signal: abort.signal, onSlow: tellSlow })).finally(forget);
    entry = { promise, abort, slow, waiting: 0 };
    all.set(key, entry);
  }
  const joined = entry;
  joined.waiting++;
  if (onSlow) joined.slow.add(onSlow);
  const leave = () => {
    joined.waiting--;
    if (onSlow) joined.slow.delete(onSlow);
  };
  return new Promise<Answer<Value>>((resolve, reject) => {
    const stop = () => {
      leave();
      if (joined.waiting === 0) {
        if (all.get(key) === joined) all.delete(key);
        joined.abort.abort();
      }
      reject(signal.reason);
    };
    if (signal.aborted) stop();
    else {
      signal.addEventListener('abort', stop, { once: true });
      joined.promise.then(
        (answer) => {
          signal.removeEventListener('abort', stop);
          if (!signal.aborted) leave();
          resolve(answer as Answer<Value>);
        },
        (error: unknown) => {
          signal.removeEventListener('abort', stop);
          if (!signal.aborted) leave();
          reject(error);
        },
      );
    }
  });
}

/** A reader may throw before it gives a promise; callers see one way only. */
async function start<Value>(read: () => Promise<Value>): Promise<Value> {
  return read();
}
