import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import type { ResolvedSettings } from '../../data/settings.js';
import { sourceFor } from '../../data/source-pool.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { CommonMessages } from '../../i18n/slices/common.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishSearch, type SearchMessages } from '../../i18n/slices/search.js';
import type { SearchFieldMessages } from '../../i18n/slices/search-field.js';
import type { CustomerMatch } from '../../model/customer.js';
import { MASK, type Maskable } from '../../model/masking.js';
import { NotEnabled, NothingThere, SourceError } from '../../model/source-error.js';
import { html } from '../../ui/html.js';
import { identifierLabel, NAME } from '../../ui/identity.js';
import { placePopover, popoverStyles } from '../../ui/popover.js';
import { errorHelp, errorTitle, renderRetry } from '../../ui/status.js';
import { emit } from '../events.js';
import { type Choice, MOST_CHOICES, toChoices } from './matches.js';
import { resultStyles } from './result.styles.js';

/** Typing pauses this long before the backend is asked. */
const PAUSE = 300;
/** Shorter texts are asked for only on Enter: they match too much. */
const LEAST_LETTERS = 3;
/** How many customers chosen earlier are offered again. */
const MOST_RECENT = 5;

/** Why others may have been meant who are not among those found. */
interface Gaps {
  readonly leftOut: number;
  readonly missingSources: readonly string[];
}

const NO_GAPS: Gaps = { leftOut: 0, missingSources: [] };

/** What is known about what was typed. */
type Found =
  | { readonly status: 'nothing-asked' | 'not-offered' }
  | { readonly status: 'searching' }
  | { readonly status: 'found'; readonly choices: readonly Choice[]; readonly more: boolean; readonly gaps: Gaps }
  | { readonly status: 'failed'; readonly error: SourceError };

const NOTHING_ASKED: Found = { status: 'nothing-asked' };

/** What is on screen below the field. */
interface Shown {
  readonly found: Found;
  readonly open: boolean;
  /** Which choice Enter would take; −1 for none. */
  readonly active: number;
}

export type SearchTexts = CommonMessages & IdentityMessages & SearchFieldMessages & SearchMessages;

/** What the field hands to the code that searches. */
export interface SearchField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | null;
  /** What was found hangs in it. */
  readonly popup: HTMLElement | null;
  readonly settings: ResolvedSettings;
  readonly texts: SearchTexts;
  readonly language: string;
  readonly isMasked: (value: Maskable) => boolean;
  readonly chooseCustomer: (customerId: string) => void;
  readonly requestUpdate: () => void;
}

/** Everything of the search but its field: a file of its own, loaded when somebody turns to the field. */
export class SearchView {
  static readonly english: IdentityMessages & SearchMessages = { ...englishIdentity, ...englishSearch };
  static readonly styles: CSSResultGroup = [popoverStyles, resultStyles];

  readonly #field: SearchField;
  #shown: Shown = { found: NOTHING_ASKED, open: false, active: -1 };
  #recent: readonly CustomerMatch[] = [];
  #recentOf: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  /** What was asked for, to ask again and to compare letter case with. */
  #asked = '';
  #enterWaits = false;

  constructor(field: SearchField) {
    this.#field = field;
    this.#recentOf = field.settings.connection;
  }

  /** Whether anything hangs below the field. */
  get isShown(): boolean {
    return this.#shown.open && (this.#shown.found.status !== 'nothing-asked' || this.#showsRecent || this.#isShort);
  }

  /** Id of the customer that Enter would choose. */
  get activeId(): string | undefined {
    return this.isShown && this.#choices[this.#shown.active] ? `result-${this.#shown.active}` : undefined;
  }

  /** Aborts, empties the field and forgets whom it found and who was chosen. */
  reset(): void {
    this.#stop();
    this.#recent = [];
    this.#show({ found: NOTHING_ASKED, open: false, active: -1 });
    if (this.#field.input) this.#field.input.value = '';
  }

  /** Another backend knows other customers. */
  belongTo(connection: unknown): void {
    if (connection !== this.#recentOf) this.reset();
    this.#recentOf = connection;
  }

  open(): void {
    this.#show({ open: true });
  }

  close(): void {
    this.#show({ open: false, active: -1 });
  }

  /** Hangs the popover below the field, or takes it away. */
  place(): void {
    const { popup, input } = this.#field;
    if (!popup?.isConnected || !input) return;
    if (!this.isShown) {
      if (popup.matches(':popover-open')) popup.hidePopover();
      return;
    }
    if (!popup.matches(':popover-open')) popup.showPopover();
    // As wide as the field is shown: nothing scales what is in the top layer but the page's `zoom`.
    popup.style.setProperty('min-width', `${input.getBoundingClientRect().width / (popup.currentCSSZoom ?? 1)}px`);
    placePopover(popup, input);
    popup.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  render(): TemplateResult {
    const { texts } = this.#field;
    return html`${this.#showsRecent ? html`<p class="message muted small">${texts.recentCustomers}</p>` : nothing}
      <div id="results" role="listbox" aria-label=${this.#showsRecent ? texts.recentCustomers : texts.findCustomer}>${this.#choices.map((choice, index) => this.#renderChoice(choice, index))}</div>
      ${this.#renderMessage()}`;
  }

  #renderChoice({ match, doubtful }: Choice, index: number): TemplateResult {
    const { texts, language } = this.#field;
    const { id, displayName, matchedOn } = match;
    const { type, value } = matchedOn;
    const hidden = html`<span aria-hidden="true">${MASK}</span><span class="visually-hidden">${texts.hidden}</span>`;
    const name = this.#field.isMasked(NAME) ? texts.customerNumber(formatNumber(index + 1, language)) : (displayName ?? id);
    const shown = (key: string, text: string) => (this.#field.isMasked({ key, type: key, personal: true }) ? hidden : html`<bdi>${clampText(text, 80)}</bdi>`);
    return html`<div
      id=${`result-${index}`}
      role="option"
      part="result"
      aria-selected=${index === this.#shown.active}
      @click=${() => this.#choose(match)}
      @pointermove=${() => this.#show({ active: index })}
    >
      <bdi>${clampText(name, 80)}</bdi><span class="muted number">${displayName === undefined && !this.#field.isMasked(NAME) ? nothing : shown('id', id)}</span>
      ${value === id ? nothing : html`<span class="muted wide">${identifierLabel({ type, value }, texts)} ${shown(type, value)}</span>`}
      ${doubtful ? html`<span class="warning wide">${texts.letterCaseDiffers}</span>` : nothing}
    </div>`;
  }

  #renderMessage(): TemplateResult | typeof nothing {
    const { found } = this.#shown;
    const { texts } = this.#field;
    switch (found.status) {
      case 'nothing-asked':
        return this.#isShort ? html`<p class="message muted">${this.#shortText}</p>` : nothing;
      case 'searching':
        return html`<p class="message muted">${texts.searching}</p>`;
      case 'found':
        return html`${
          this.#isNobody ? html`<p class="message"><b>${texts.nobodyFound}</b><br /><span class="muted">${texts.nobodyFoundHelp}</span></p>` : nothing
        }${[...(found.more ? [texts.moreFound] : []), ...this.#gapTexts(found.gaps)].map((text) => html`<p class="message muted small">${text}</p>`)}`;
      case 'not-offered':
        return html`<p class="message">${texts.searchNotOffered}</p>`;
      case 'failed':
        return html`<p class="message"><b>${errorTitle(found.error, texts)}</b><br /><span class="muted">${errorHelp(found.error, texts)}</span></p>
          ${found.error.retryable ? html`<p class="message" @keydown=${this.#onRetryKeydown}>${renderRetry(texts, () => this.#retry())}</p>` : nothing}`;
    }
  }

  /** The button goes while it is asked again; whoever pressed it finds the focus in the field. */
  #retry(): void {
    this.#field.input?.focus();
    this.#ask(this.#asked);
  }

  readonly #onRetryKeydown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    this.#field.input?.focus();
    this.close();
  };

  /** Said when something was found, or was not. */
  announcement(): string {
    const { found } = this.#shown;
    const { texts, language } = this.#field;
    switch (found.status) {
      case 'nothing-asked':
        return this.#isShort ? this.#shortText : '';
      case 'searching':
        return texts.searching;
      case 'found':
        return [
          ...(this.#isNobody ? [texts.nobodyFound] : []),
          ...(found.choices.length ? [texts.customersFound(found.choices.length, formatNumber(found.choices.length, language))] : []),
          ...this.#gapTexts(found.gaps),
        ].join('. ');
      case 'not-offered':
        return texts.searchNotOffered;
      case 'failed':
        return errorTitle(found.error, texts);
    }
  }

  /** Nobody was found; where somebody could not be read, that is not known. */
  get #isNobody(): boolean {
    const { found } = this.#shown;
    return found.status === 'found' && found.choices.length === 0 && found.gaps.leftOut === 0;
  }

  #gapTexts({ leftOut, missingSources }: Gaps): readonly string[] {
    const { texts, language } = this.#field;
    return [
      ...(leftOut ? [texts.recordsLeftOut(leftOut, formatNumber(leftOut, language))] : []),
      ...(missingSources.length ? [texts.missingSources(missingSources.join(', '))] : []),
    ];
  }

  /** What can be chosen now: what was found, or, while nothing is typed, who was chosen before. */
  get #choices(): readonly Choice[] {
    const { found } = this.#shown;
    if (found.status === 'found') return found.choices;
    return this.#showsRecent ? this.#recent.map((match) => ({ match, doubtful: false })) : [];
  }

  get #showsRecent(): boolean {
    return this.#shown.found.status === 'nothing-asked' && this.#recent.length > 0 && !this.#field.input?.value;
  }

  /** Something is typed that is asked for only on Enter; without a word it would look as if nothing searched. */
  get #isShort(): boolean {
    const letters = this.#field.input?.value.trim().length ?? 0;
    return this.#shown.found.status === 'nothing-asked' && letters > 0 && letters < LEAST_LETTERS;
  }

  get #shortText(): string {
    return this.#field.texts.typeMore(formatNumber(LEAST_LETTERS, this.#field.language));
  }

  onInput(): void {
    const typed = this.#field.input?.value.trim() ?? '';
    this.#stop();
    this.#show({ found: NOTHING_ASKED, open: true, active: -1 });
    if (typed.length >= LEAST_LETTERS) this.#timer = setTimeout(() => this.#ask(typed), PAUSE);
  }

  onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const choices = this.#choices;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const { active } = this.#shown;
      const next = active < 0 ? (step > 0 ? 0 : choices.length - 1) : (active + step + choices.length) % choices.length;
      this.#show({ open: true, active: choices.length ? next : -1 });
    } else if (event.key === 'Escape') {
      // A hint is nothing to get rid of before the text it is about.
      if (this.isShown && !this.#isShort) this.close();
      else if (this.#field.input) {
        this.#field.input.value = '';
        this.onInput();
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = choices[this.#shown.active];
      if (this.isShown && chosen) this.#choose(chosen.match);
      else this.onEnter();
    }
  }

  /** Enter without a choice asks at once, and opens the one customer that is meant beyond doubt. */
  onEnter(): void {
    const typed = this.#field.input?.value.trim() ?? '';
    if (!typed) return;
    const { found } = this.#shown;
    this.open();
    if (found.status === 'found' && this.#asked === typed) this.#chooseOnly(found);
    else {
      this.#enterWaits = true;
      this.#ask(typed);
    }
  }

  #ask(identifier: string): void {
    const enterWaits = this.#enterWaits;
    this.#stop();
    this.#asked = identifier;
    this.#show({ found: { status: 'searching' } });
    const abort = new AbortController();
    this.#abort = abort;
    void this.#read(identifier, abort.signal).then((found) => {
      if (abort.signal.aborted) return;
      this.#show({ found });
      if (found.status === 'failed' && found.error.kind === 'unauthorized')
        emit(this.#field.element, 'c360-auth-error', { status: found.error.details.status });
      if (found.status === 'found' && enterWaits) this.#chooseOnly(found);
    });
  }

  /** Never rejects. */
  async #read(identifier: string, signal: AbortSignal): Promise<Found> {
    try {
      const { search } = sourceFor(this.#field.settings.connection);
      if (!search) return { status: 'not-offered' };
      const { value, meta, leftOut } = await search({ identifier }, { signal });
      return {
        status: 'found',
        choices: toChoices(value, identifier),
        more: value.length > MOST_CHOICES,
        gaps: { leftOut, missingSources: meta.missingSources ?? [] },
      };
    } catch (error) {
      if (error instanceof NothingThere) return { status: 'found', choices: [], more: false, gaps: NO_GAPS };
      // 410 says of a customer that the data was erased; nobody is named here, it is the search that is gone.
      if (error instanceof NotEnabled || (error instanceof SourceError && error.kind === 'gone')) return { status: 'not-offered' };
      return { status: 'failed', error: error instanceof SourceError ? error : new SourceError('render') };
    }
  }

  #chooseOnly({ choices, gaps }: Extract<Found, { status: 'found' }>): void {
    const [only, another] = choices;
    if (only && !another && !only.doubtful && this.#gapTexts(gaps).length === 0) this.#choose(only.match);
  }

  #choose(match: CustomerMatch): void {
    this.#stop();
    this.#recent = [match, ...this.#recent.filter(({ id }) => id !== match.id)].slice(0, MOST_RECENT);
    if (this.#field.input) this.#field.input.value = '';
    this.#show({ found: NOTHING_ASKED, open: false, active: -1 });
    if (emit(this.#field.element, 'c360-customer-change', { customerId: match.id, matchedOn: match.matchedOn.type })) this.#field.chooseCustomer(match.id);
  }

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#field.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
    this.#enterWaits = false;
  }
}
