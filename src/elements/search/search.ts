import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { sourceFor } from '../../data/source-pool.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishSearch, type SearchMessages } from '../../i18n/slices/search.js';
import type { CustomerMatch } from '../../model/customer.js';
import { MASK } from '../../model/masking.js';
import { SourceError } from '../../model/source-error.js';
import { baseStyles } from '../../ui/base.styles.js';
import { searchIcon } from '../../ui/icons.js';
import { identifierLabel, NAME } from '../../ui/identity.js';
import { keepKeys } from '../../ui/keys.js';
import { placePopover, popoverStyles } from '../../ui/popover.js';
import { errorHelp, errorTitle, renderRetry } from '../../ui/status.js';
import { ConfiguredElement } from '../configured-element.js';
import { emit } from '../events.js';
import { type Choice, MOST_CHOICES, toChoices } from './matches.js';
import { searchStyles } from './search.styles.js';

/** Typing pauses this long before the backend is asked. */
const PAUSE = 300;
/** Shorter texts are asked for only on Enter: they match too much. */
const LEAST_LETTERS = 3;
/** How many customers chosen earlier are offered again. */
const MOST_RECENT = 5;

/** What is known about what was typed. */
type Found =
  | { readonly status: 'nothing-asked' }
  | { readonly status: 'searching' }
  | { readonly status: 'found'; readonly choices: readonly Choice[]; readonly more: boolean }
  | { readonly status: 'failed'; readonly error: SourceError };

const NOTHING_ASKED: Found = { status: 'nothing-asked' };

/**
 * Finds a customer by any identifier and tells the host, or the panel or provider around it, who was chosen. What was typed leaves
 * only in the body of a request; chosen customers are remembered only while the element is on the page.
 *
 * @summary Search by e-mail, phone, id or whatever the backend knows (B1, B2).
 *
 * @csspart input - The field.
 * @csspart results - What was found.
 * @csspart result - One customer.
 * @fires {CustomEvent<{ customerId: string; matchedOn: string }>} c360-customer-change - A customer was chosen; cancelable.
 * @fires {CustomEvent<{ status: number | undefined }>} c360-auth-error - The search was refused for want of a valid token.
 */
export class C360Search extends ConfiguredElement<CommonMessages & IdentityMessages & SearchMessages> {
  static override readonly styles = [...baseStyles, popoverStyles, searchStyles];

  /** Text in the empty field; a hint at what may be typed unless told. */
  @property() placeholder?: string;

  @state() private found: Found = NOTHING_ASKED;
  @state() private open = false;
  @state() private active = -1;

  @query('input') private readonly input!: HTMLInputElement | null;
  @query('.popover') private readonly popup!: HTMLElement | null;

  #recent: readonly CustomerMatch[] = [];
  #recentOf: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  /** What was asked for, to ask again and to compare letter case with. */
  #asked = '';
  #enterWaits = false;

  constructor() {
    super({ ...englishCommon, ...englishIdentity, ...englishSearch });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Aborts, empties the field and forgets whom it found and who was chosen. */
  reset(): void {
    this.#stop();
    this.#recent = [];
    this.#close();
    this.found = NOTHING_ASKED;
    if (this.input) this.input.value = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { connection } = this.settings;
    // Another backend knows other customers.
    if (connection !== this.#recentOf && this.#recentOf !== undefined) this.reset();
    this.#recentOf = connection;
  }

  protected override updated(): void {
    const popup = this.popup;
    const input = this.input;
    if (!popup || !input) return;
    if (!this.#isShown) {
      if (popup.matches(':popover-open')) popup.hidePopover();
      return;
    }
    if (!popup.matches(':popover-open')) popup.showPopover();
    popup.style.setProperty('min-width', `${input.offsetWidth}px`);
    placePopover(popup, input);
    popup.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const choices = this.#choices;
    return html`<div class="field" role="search">
        ${searchIcon()}
        <input
          part="input"
          type="text"
          role="combobox"
          inputmode="search"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          placeholder=${this.placeholder ?? texts.searchHint}
          aria-label=${texts.findCustomer}
          aria-autocomplete="list"
          aria-expanded=${this.#isShown ? 'true' : 'false'}
          aria-controls="results"
          aria-activedescendant=${this.#isShown && choices[this.active] ? `result-${this.active}` : nothing}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @keypress=${keepKeys}
          @keyup=${keepKeys}
          @focus=${() => (this.open = true)}
          @click=${() => (this.open = true)}
          @blur=${this.#onBlur}
        />
      </div>
      <div class="popover" popover="manual" part="results" @pointerdown=${(event: Event) => event.preventDefault()}>
        ${this.#showsRecent ? html`<p class="message muted small" id="recent">${texts.recentCustomers}</p>` : nothing}
        <div id="results" role="listbox" aria-label=${this.#showsRecent ? texts.recentCustomers : texts.findCustomer}>${choices.map((choice, index) => this.#renderChoice(choice, index))}</div>
        ${this.#renderMessage()}
      </div>
      <div class="visually-hidden" role="status">${this.#announcement()}</div>`;
  }

  #renderChoice({ match, doubtful }: Choice, index: number): TemplateResult {
    const { texts, language } = this;
    const { id, displayName, matchedOn } = match;
    const { type, value } = matchedOn;
    const hidden = html`<span aria-hidden="true">${MASK}</span><span class="visually-hidden">${texts.hidden}</span>`;
    const name = this.isMasked(NAME) ? texts.customerNumber(formatNumber(index + 1, language)) : (displayName ?? id);
    const shown = (key: string, text: string) => (this.isMasked({ key, type: key, personal: true }) ? hidden : html`<bdi>${clampText(text, 80)}</bdi>`);
    return html`<div
      id=${`result-${index}`}
      role="option"
      part="result"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @click=${() => this.#choose(match)}
      @pointermove=${() => (this.active = index)}
    >
      <bdi>${clampText(name, 80)}</bdi><span class="muted number">${displayName === undefined && !this.isMasked(NAME) ? nothing : shown('id', id)}</span>
      ${value === id ? nothing : html`<span class="muted wide">${identifierLabel({ type, value }, texts)} ${shown(type, value)}</span>`}
      ${doubtful ? html`<span class="warning wide">${texts.letterCaseDiffers}</span>` : nothing}
    </div>`;
  }

  #renderMessage(): TemplateResult | typeof nothing {
    const { found, texts } = this;
    switch (found.status) {
      case 'nothing-asked':
        return nothing;
      case 'searching':
        return html`<p class="message muted">${texts.searching}</p>`;
      case 'found':
        if (found.choices.length === 0)
          return html`<p class="message"><b>${texts.nobodyFound}</b><br /><span class="muted">${texts.nobodyFoundHelp}</span></p>`;
        return found.more ? html`<p class="message muted small">${texts.moreFound}</p>` : nothing;
      case 'failed':
        return html`<p class="message"><b>${errorTitle(found.error, texts)}</b><br /><span class="muted">${errorHelp(found.error, texts)}</span></p>
          ${found.error.retryable ? html`<p class="message">${renderRetry(texts, () => this.#ask(this.#asked))}</p>` : nothing}`;
    }
  }

  #announcement(): string {
    const { found, texts, language } = this;
    switch (found.status) {
      case 'nothing-asked':
        return '';
      case 'searching':
        return texts.searching;
      case 'found':
        return found.choices.length === 0 ? texts.nobodyFound : texts.customersFound(found.choices.length, formatNumber(found.choices.length, language));
      case 'failed':
        return errorTitle(found.error, texts);
    }
  }

  /** What can be chosen now: what was found, or, while nothing is typed, who was chosen before. */
  get #choices(): readonly Choice[] {
    if (this.found.status === 'found') return this.found.choices;
    return this.#showsRecent ? this.#recent.map((match) => ({ match, doubtful: false })) : [];
  }

  get #showsRecent(): boolean {
    return this.found.status === 'nothing-asked' && this.#recent.length > 0 && !this.input?.value;
  }

  get #isShown(): boolean {
    return this.open && (this.found.status !== 'nothing-asked' || this.#showsRecent);
  }

  readonly #onInput = () => {
    const typed = this.input?.value.trim() ?? '';
    this.#stop();
    this.open = true;
    this.active = -1;
    this.found = NOTHING_ASKED;
    if (typed.length >= LEAST_LETTERS) this.#timer = setTimeout(() => this.#ask(typed), PAUSE);
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    keepKeys(event);
    if (event.isComposing) return;
    const choices = this.#choices;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.open = true;
      if (choices.length) this.active = this.active < 0 ? (step > 0 ? 0 : choices.length - 1) : (this.active + step + choices.length) % choices.length;
    } else if (event.key === 'Escape') {
      if (this.#isShown) this.#close();
      else if (this.input) {
        this.input.value = '';
        this.#onInput();
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = choices[this.active];
      if (this.#isShown && chosen) this.#choose(chosen.match);
      else this.#onEnter();
    }
  };

  /** Enter without a choice asks at once, and opens the one customer that is meant beyond doubt. */
  #onEnter(): void {
    const typed = this.input?.value.trim() ?? '';
    if (!typed) return;
    this.open = true;
    if (this.found.status === 'found' && this.#asked === typed) this.#chooseOnly(this.found.choices);
    else {
      this.#enterWaits = true;
      this.#ask(typed);
    }
  }

  #onBlur = () => {
    // Focus may have gone to the retry button, which is part of this element.
    requestAnimationFrame(() => {
      if (!this.matches(':focus-within')) this.#close();
    });
  };

  #ask(identifier: string): void {
    const enterWaits = this.#enterWaits;
    this.#stop();
    this.#asked = identifier;
    this.found = { status: 'searching' };
    const abort = new AbortController();
    this.#abort = abort;
    void this.#read(identifier, abort.signal).then((found) => {
      if (abort.signal.aborted) return;
      this.found = found;
      if (found.status === 'failed' && found.error.kind === 'unauthorized') emit(this, 'c360-auth-error', { status: found.error.details.status });
      if (found.status === 'found' && enterWaits) this.#chooseOnly(found.choices);
    });
  }

  /** Never rejects. */
  async #read(identifier: string, signal: AbortSignal): Promise<Found> {
    try {
      const { search } = sourceFor(this.settings.connection);
      if (!search) throw new SourceError('config', { reason: 'source' });
      const { value } = await search({ identifier }, { signal });
      return { status: 'found', choices: toChoices(value, identifier), more: value.length > MOST_CHOICES };
    } catch (error) {
      return { status: 'failed', error: error instanceof SourceError ? error : new SourceError('render') };
    }
  }

  #chooseOnly(choices: readonly Choice[]): void {
    const [only, another] = choices;
    if (only && !another && !only.doubtful) this.#choose(only.match);
  }

  #choose(match: CustomerMatch): void {
    this.#stop();
    this.#recent = [match, ...this.#recent.filter(({ id }) => id !== match.id)].slice(0, MOST_RECENT);
    if (this.input) this.input.value = '';
    this.found = NOTHING_ASKED;
    this.#close();
    if (emit(this, 'c360-customer-change', { customerId: match.id, matchedOn: match.matchedOn.type })) this.chooseCustomer(match.id);
  }

  #close(): void {
    this.open = false;
    this.active = -1;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
    this.#enterWaits = false;
  }
}
