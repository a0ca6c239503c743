/** What an element leaves running in a page: listeners of the page and timers. */
export interface Traces {
  /** In words, everything that was begun since and has not ended. */
  readonly left: () => readonly string[];
  /** How many timers wait. */
  readonly timers: () => number;
}

let restore: (() => void) | undefined;

/** Notes, until the end of the test, what is listened to on the page itself and which timers wait. */
export function watchTraces(): Traces {
  // A watch of a hook ends with the next test only; two would count each other's timers, and shorten them twice.
  restore?.();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout: set, clearTimeout: clear, setInterval: repeat, clearInterval: stop } = window;
  const listening = new Map<string, string>();
  const timers = new Map<number, string>();
  const names = new WeakMap<object, number>();
  let count = 0;
  const nameOf = (value: object | null) => {
    if (!value) return 0;
    if (!names.has(value)) names.set(value, ++count);
    return names.get(value);
  };
  const isOfPage = (target: EventTarget) => target === window || target === document || target instanceof MediaQueryList;
  const captures = (options?: boolean | AddEventListenerOptions | EventListenerOptions) =>
    typeof options === 'object' ? options.capture === true : options === true;

  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    const target = this ?? window;
    if (isOfPage(target) && listener) {
      const key = `${nameOf(target)} ${type} ${nameOf(listener)} ${captures(options)}`;
      const { signal, once } = typeof options === 'object' ? options : {};
      if (!signal?.aborted && !once) {
        listening.set(key, `a listener for ${type}`);
        if (signal) addEventListener.call(signal, 'abort', () => listening.delete(key), { once: true });
      }
    }
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
    const target = this ?? window;
    if (isOfPage(target) && listener) listening.delete(`${nameOf(target)} ${type} ${nameOf(listener)} ${captures(options)}`);
    removeEventListener.call(target, type, listener, options);
  };
  Object.assign(window, {
    setTimeout: (task: () => void, delay = 0, ...rest: unknown[]) => {
      const timer = set(
        (...values: unknown[]) => {
          timers.delete(timer);
          Reflect.apply(task, window, values);
        },
        delay,
        ...rest,
      );
      timers.set(timer, `a timer of ${delay} ms`);
      return timer;
    },
    clearTimeout: (timer: number) => {
      timers.delete(timer);
      clear(timer);
    },
    setInterval: (task: () => void, delay = 0, ...rest: unknown[]) => {
      const timer = repeat(task, delay, ...rest);
      timers.set(timer, `an interval of ${delay} ms`);
      return timer;
    },
    clearInterval: (timer: number) => {
      timers.delete(timer);
      stop(timer);
    },
  });
  restore = () => {
    Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    Object.assign(window, { setTimeout: set, clearTimeout: clear, setInterval: repeat, clearInterval: stop });
  };
  return { left: () => [...listening.values(), ...timers.values()], timers: () => timers.size };
}

afterEach(() => {
  restore?.();
  restore = undefined;
});
