import { orAbort } from './surroundings.js';

/** So many requests to one origin are under way at once (HP15); one panel's first load is fewer and never waits. */
const MOST = 8;

/** By origin: those under way, then those that wait, as they came. */
const queues = new Map<string, Set<() => void>>();

/** Runs it when its turn has come among all that the page asks of this origin; whoever gives up leaves the queue. */
export async function inTurn<Value>(origin: string, signal: AbortSignal, run: () => Promise<Value>): Promise<Value> {
  const queue = queues.get(origin) ?? new Set();
  queues.set(origin, queue);
  let start = (): void => {};
  const turn = new Promise<void>((resolve) => {
    queue.add((start = resolve));
  });
  try {
    if (queue.size > MOST) await orAbort(signal, turn);
    return await run();
  } finally {
    queue.delete(start);
    // Somebody may have moved up to the last place among the first; who is there already takes no notice.
    [...queue][MOST - 1]?.();
  }
}
