/** Time that passes only when the test says so. */
export interface HeldTimers {
  /** Runs what waits, in order. */
  readonly run: () => void;
  /** How many still wait. */
  readonly waiting: () => number;
}

let restore: (() => void) | undefined;

/** Holds `setTimeout` until the end of the test. */
export function holdTimers(): HeldTimers {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const waiting = new Map<number, () => void>();
  // Far from the browser's own numbers, whose timers may still be cleared.
  let last = 1e9;
  const held = {
    setTimeout: (task: () => void) => {
      waiting.set(++last, task);
      return last;
    },
    clearTimeout: (timer: number) => {
      if (!waiting.delete(timer)) clear(timer);
    },
  };
  Object.assign(globalThis, held);
  restore = () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  return {
    run: () => {
      const tasks = [...waiting.values()];
      waiting.clear();
      for (const task of tasks) task();
    },
    waiting: () => waiting.size,
  };
}

afterEach(() => {
  restore?.();
  restore = undefined;
});
