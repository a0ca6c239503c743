import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RevealState } from '../model/masking.js';

/** How long a revealed value stays readable. */
const REVEAL_TIME = 60_000;

/**
 * Which masked values somebody has uncovered: each for a minute, none after the page loses focus, is hidden, is printed, or shows another
 * customer (PR7). A value fetched only for this reveal is held here and goes with it.
 */
export class RevealController<Value = unknown> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #revealed = new Map<string, { readonly value: Value | undefined; readonly timer: ReturnType<typeof setTimeout> }>();
  readonly #reading = new Map<string, AbortController>();
  /** What came in place of the value. */
  readonly #failed = new Map<string, unknown>();
  #owner: unknown;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Tells for whom values are shown; another customer covers all again. */
  belongTo(owner: unknown): void {
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#coverAll();
  }

  isRevealed(key: string): boolean {
    return this.#revealed.has(key);
  }

  state(key: string): RevealState {
    return this.#revealed.has(key) ? 'revealed' : this.#reading.has(key) ? 'reading' : this.#failed.has(key) ? 'failed' : 'covered';
  }

  /** The value fetched for this reveal. */
  value(key: string): Value | undefined {
    return this.#revealed.get(key)?.value;
  }

  /** Why it could not be read. */
  failure(key: string): unknown {
    return this.#failed.get(key);
  }

  reveal(key: string, value?: Value): void {
    this.cover(key);
    const timer = setTimeout(() => this.cover(key), REVEAL_TIME);
    this.#revealed.set(key, { value, timer });
    this.#host.requestUpdate();
  }

  /** Reveals a value that has to be read first; whatever would cover it meanwhile keeps it covered. Never rejects. */
  async revealRead(key: string, read: (signal: AbortSignal) => Promise<Value>): Promise<void> {
    this.cover(key);
    const abort = new AbortController();
    this.#reading.set(key, abort);
    this.#host.requestUpdate();
    try {
      const value = await read(abort.signal);
      if (!abort.signal.aborted) this.reveal(key, value);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#reading.delete(key);
      this.#failed.set(key, error);
      this.#host.requestUpdate();
    }
  }

  cover(key: string): void {
    this.#reading.get(key)?.abort();
    this.#reading.delete(key);
    this.#failed.delete(key);
    const held = this.#revealed.get(key);
    if (held) clearTimeout(held.timer);
    this.#revealed.delete(key);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('blur', () => this.#coverAll(), { signal });
    // Paper outlasts the minute.
    window.addEventListener('beforeprint', () => this.#coverAll(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#coverAll(), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#coverAll();
  }

  #coverAll(): void {
    for (const key of [...this.#revealed.keys(), ...this.#reading.keys(), ...this.#failed.keys()]) this.cover(key);
  }
}
