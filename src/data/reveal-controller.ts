import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a revealed value stays readable. */
const REVEAL_TIME = 60_000;

/**
 * Which masked values somebody has uncovered: each for a minute, none after the page loses focus, is hidden, or shows another
 * customer (PR7). A value fetched only for this reveal is held here and goes with it.
 */
export class RevealController<Value = unknown> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #revealed = new Map<string, { readonly value: Value | undefined; readonly timer: ReturnType<typeof setTimeout> }>();
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

  /** The value fetched for this reveal. */
  value(key: string): Value | undefined {
    return this.#revealed.get(key)?.value;
  }

  reveal(key: string, value?: Value): void {
    this.cover(key);
    const timer = setTimeout(() => this.cover(key), REVEAL_TIME);
    this.#revealed.set(key, { value, timer });
    this.#host.requestUpdate();
  }

  cover(key: string): void {
    const held = this.#revealed.get(key);
    if (!held) return;
    clearTimeout(held.timer);
    this.#revealed.delete(key);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('blur', () => this.#coverAll(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#coverAll(), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#coverAll();
  }

  #coverAll(): void {
    for (const key of [...this.#revealed.keys()]) this.cover(key);
  }
}
