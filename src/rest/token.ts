import type { GetToken } from '../model/connection.js';
import { SourceError } from '../model/source-error.js';
import { ATTEMPT_LIMIT } from './retry.js';
import { type Surroundings, within } from './surroundings.js';

/** A token in use; `refused` is the one error of all requests for which even this renewed token was not enough. */
export interface Lease {
  readonly token: string;
  refused?: SourceError;
}

/**
 * Keeps the host's token: asked once however many requests wait for it, and renewed once for all that were refused
 * with the same one (H2 to H4). It stays in this private field alone, and no error carries it (TH10).
 */
export class TokenKeeper {
  readonly #getToken: GetToken;
  readonly #surroundings: Surroundings;
  #lease: Promise<Lease> | undefined;
  #reason: 'first' | 'renew' = 'first';

  constructor(getToken: GetToken, surroundings: Surroundings) {
    this.#getToken = getToken;
    this.#surroundings = surroundings;
  }

  /** The token to send. @throws {SourceError} `unauthorized` when the host has none. */
  current(): Promise<Lease> {
    if (!this.#lease) {
      const lease = this.#ask();
      this.#lease = lease;
      // A host that failed once is asked again by the next question, not by those waiting now.
      lease.catch(() => {
        if (this.#lease === lease) this.#lease = undefined;
      });
    }
    return this.#lease;
  }

  /** Another token in place of the one a backend refused; for all who hold the refused one the same. */
  async renew(refused: Lease): Promise<Lease> {
    const held = this.#lease;
    // Whoever comes second finds another promise here and waits for that.
    if (held && (await held) === refused && held === this.#lease) {
      this.#lease = undefined;
      this.#reason = 'renew';
    }
    return this.current();
  }

  async #ask(): Promise<Lease> {
    const fail = (): SourceError => new SourceError('unauthorized', { reason: 'token' });
    try {
      const token: unknown = await within({ milliseconds: ATTEMPT_LIMIT, surroundings: this.#surroundings, onTimeout: fail }, async () =>
        this.#getToken({ reason: this.#reason }),
      );
      // Anything else cannot be sent in a header, or could smuggle another header in.
      if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return { token };
    } catch {
      // The host's own words may hold a token or a name.
    }
    throw fail();
  }
}
