import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SectionName } from '../model/resource.js';
import { copyText } from '../ui/clipboard.js';
import type { CopyState } from '../ui/copy.js';
import { emit } from './events.js';

/** How long a button says that it has copied. */
const SAID_FOR = 2_000;

/** What an element lets people copy: the host is asked first (`c360-export`, format `copy`), and the button says how it went. */
export class Copies implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #section: SectionName | 'panel';
  #last: { readonly id: string; readonly state: CopyState } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, section: SectionName | 'panel') {
    this.#host = host;
    this.#section = section;
    host.addController(this);
  }

  /** How the last copy of this thing went, while it is worth saying. */
  state(id: string): CopyState | undefined {
    return this.#last?.id === id ? this.#last.state : undefined;
  }

  async copy(id: string, text: string): Promise<void> {
    if (!emit(this.#host, 'c360-export', { section: this.#section, format: 'copy' })) return;
    this.#say({ id, state: (await copyText(text)) ? 'copied' : 'failed' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(undefined), SAID_FOR);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#last = undefined;
  }

  #say(last: { readonly id: string; readonly state: CopyState } | undefined): void {
    this.#last = last;
    this.#host.requestUpdate();
  }
}
