import type { ReactiveControllerHost } from 'lit';
import type { TermKind } from '../i18n/terms.js';
import { readableWord } from '../i18n/words.js';

/** What the documents name, for the whole page, once it is loaded. */
let known: typeof import('../i18n/terms.js') | undefined;

/** What the words are asked of whenever one is written: a section, as its view sees it. */
export interface TermsHost {
  readonly element: ReactiveControllerHost;
  readonly language: string;
  readonly settings: { readonly messages?: { readonly [key: string]: unknown } };
}

/**
 * Words the documents name, in the language of the page. They are loaded when the first word is written, since most pages have none; until
 * then, and where they cannot be loaded, it reads as it came.
 */
export class Terms {
  readonly #host: TermsHost;
  /** The language that was asked for, so that one that cannot be loaded is not asked for at each picture. */
  #asked: string | undefined;

  constructor(host: TermsHost) {
    this.#host = host;
  }

  /** A word of an enumeration, or an id without a name. */
  word(kind: TermKind, word = ''): string {
    return this.#text(kind, word) ?? readableWord(word);
  }

  /** What a documented figure is called; nothing for one of the backend's own. Documented names are in capitals. */
  figure(column: string): string | undefined {
    return /^[A-Z\d_]+$/.test(column) ? this.#text('figure', column) : undefined;
  }

  /** A reason verbatim (S25), and one of which only the id is known as what it is. */
  reason(text: string): string {
    return this.#text('reason', text) ?? text;
  }

  #text(kind: TermKind, word: string): string | undefined {
    const { language, settings } = this.#host;
    // The documents have no word as long as that, and one of a megabyte is not to be looked through.
    if (!word || word.length > 200) return undefined;
    if (this.#asked !== language) void this.#load(language);
    return known?.termText(kind, word, language, settings.messages);
  }

  /** Where they cannot be loaded the words stay as they came. */
  async #load(language: string): Promise<void> {
    this.#asked = language;
    known ??= await import('../i18n/terms.js').catch(() => undefined);
    if (await known?.loadTerms(language)) this.#host.element.requestUpdate();
  }
}
