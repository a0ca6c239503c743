import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadedLocale, loadLocale, mergeMessages, negotiateLocale } from '../i18n/catalogue.js';
import type { MessageOverrides } from '../i18n/messages.js';
import { canonicalLanguage } from '../model/language.js';

type Host = ReactiveControllerHost & Element;

const watching = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Apart from `watchLanguage`: a function written there would keep the first element of the page, and its customer, for ever (PR10). */
function tellAll(): void {
  for (const call of watching) call();
}

/** One observer for all elements of the page: `lang` may change on any ancestor. */
function watchLanguage(changed: () => void): () => void {
  watching.add(changed);
  observer ??= new MutationObserver(tellAll);
  if (watching.size === 1) observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  return () => {
    watching.delete(changed);
    if (watching.size === 0) observer?.disconnect();
  };
}

/** The language of the nearest ancestor that names one, through shadow roots, as HTML defines it; English where none does. */
export function languageOf(element: Element): string {
  for (let node: Element | null = element; node; ) {
    const named: Element | null = node.closest('[lang]');
    const language = named?.getAttribute('lang');
    if (language) return canonicalLanguage(language);
    const root: Node = (named ?? node).getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}

/**
 * The texts of one element: its own English slice, laid over by the language of the page (loaded when first needed) and by
 * what the host replaces.
 */
export class LocaleController<Slice extends object> implements ReactiveController {
  readonly #host: Host;
  #english: Slice;
  readonly #overrides: () => MessageOverrides | undefined;
  #language = 'en';
  #merged: { language: string; overrides: MessageOverrides | undefined; loaded: object | undefined; messages: Slice } | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: Host, english: Partial<Slice>, overrides: () => MessageOverrides | undefined) {
    this.#host = host;
    this.#english = english as Slice;
    this.#overrides = overrides;
    host.addController(this);
  }

  /** Adds English texts that came later; whoever uses them waits for them. */
  add(english: Partial<Slice>): void {
    this.#english = { ...this.#english, ...english };
    this.#merged = undefined;
  }

  /** BCP 47 name of the language in which texts, numbers and dates are written. */
  get language(): string {
    return this.#language;
  }

  get messages(): Slice {
    const overrides = this.#overrides();
    const loaded = loadedLocale(this.#language);
    const held = this.#merged;
    if (held && held.language === this.#language && held.overrides === overrides && held.loaded === loaded) return held.messages;
    const messages = mergeMessages(this.#english, loaded, overrides);
    this.#merged = { language: this.#language, overrides, loaded, messages };
    return messages;
  }

  hostConnected(): void {
    this.#unwatch = watchLanguage(() => this.#read());
    this.#read();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  #read(): void {
    const language = languageOf(this.#host);
    if (language !== this.#language) {
      this.#language = language;
      this.#host.requestUpdate();
    }
    if (negotiateLocale(language) && !loadedLocale(language)) void loadLocale(language).then(() => this.#host.requestUpdate());
  }
}
