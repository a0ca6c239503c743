import type { ReactiveControllerHost } from 'lit';
import { RevealController } from '../data/reveal-controller.js';
import type { FieldValue } from '../model/customer.js';
import type { Maskable, RevealState } from '../model/masking.js';
import { emit } from './events.js';

/**
 * What an element hides until somebody asks: each uncovering is told to the host first, which may forbid it (`c360-reveal`), and
 * lasts a minute at most (PR7).
 */
export class Secrets {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #isMasked: (value: Maskable) => boolean;
  readonly #reveals: RevealController<FieldValue>;

  constructor(host: ReactiveControllerHost & EventTarget, isMasked: (value: Maskable) => boolean) {
    this.#host = host;
    this.#isMasked = isMasked;
    this.#reveals = new RevealController(host);
  }

  /** Names whose values are shown; another customer covers all again. */
  belongTo(owner: unknown): void {
    this.#reveals.belongTo(owner);
  }

  isMasked(value: Maskable): boolean {
    return this.#isMasked(value);
  }

  /** `id` tells values apart that share a key, such as two e-mail addresses. */
  state(id: string): RevealState {
    return this.#reveals.state(id);
  }

  /** The value read for this reveal. */
  value(id: string): FieldValue | undefined {
    return this.#reveals.value(id);
  }

  /** What came in place of the value. */
  failure(id: string): unknown {
    return this.#reveals.failure(id);
  }

  /** Covers what is revealed; else reveals, after reading the value where the answer left it out. */
  toggle(id: string, key: string, read?: (signal: AbortSignal) => Promise<FieldValue>): void {
    const state = this.#reveals.state(id);
    if (state === 'revealed' || state === 'reading') this.#reveals.cover(id);
    else if (!emit(this.#host, 'c360-reveal', { key })) return;
    else if (read) void this.#reveals.revealRead(id, read);
    else this.#reveals.reveal(id);
  }
}
