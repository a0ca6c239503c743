import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { SearchMessages } from '../../i18n/slices/search.js';
import { englishSearchField, type SearchFieldMessages } from '../../i18n/slices/search-field.js';
import { baseStyles } from '../../ui/base.styles.js';
import { html } from '../../ui/html.js';
import { searchIcon } from '../../ui/icons.js';
import { keepKeys } from '../../ui/keys.js';
import { ConfiguredElement } from '../configured-element.js';
import { searchStyles } from './search.styles.js';
import type { SearchField, SearchView } from './search-view.js';

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
export class C360Search extends ConfiguredElement<CommonMessages & IdentityMessages & SearchFieldMessages & SearchMessages> {
  static override readonly styles = [...baseStyles, searchStyles];

  /** Text in the empty field; a hint at what may be typed unless told. */
  @property() placeholder?: string;

  #view: SearchView | undefined;
  #loading: Promise<void> | undefined;
  #enterWaits = false;

  constructor() {
    super({ ...englishCommon, ...englishSearchField });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Aborts, empties the field and forgets whom it found and who was chosen. */
  reset(): void {
    this.#enterWaits = false;
    this.#view?.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#view?.belongTo(this.settings.connection);
  }

  protected override updated(): void {
    this.#view?.place();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const view = this.#view;
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
          aria-expanded=${Boolean(view?.isShown)}
          aria-controls="results"
          aria-activedescendant=${ifDefined(view?.activeId)}
          @pointerenter=${this.#load}
          @focus=${this.#onOpen}
          @click=${this.#onOpen}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @keypress=${keepKeys}
          @keyup=${keepKeys}
          @blur=${this.#onBlur}
        />
      </div>
      <div class="popover" popover="manual" part="results" @pointerdown=${keepFocus}>${view?.render()}</div>
      <div class="visually-hidden" role="status">${view?.announcement()}</div>`;
  }

  /** What searches comes when somebody turns to the field; one that could not come is asked for again at the next turn. */
  readonly #load = (): Promise<void> => {
    this.#loading ??= this.#loadView().catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  };

  async #loadView(): Promise<void> {
    const { SearchView: View } = await import('./search-view.js');
    this.addPart(View);
    this.#view = new View(this.#field);
    // What was typed meanwhile counts.
    if (this.matches(':focus-within')) this.#view.open();
    if (this.#input?.value) this.#view.onInput();
    if (this.#enterWaits) this.#view.onEnter();
    this.#enterWaits = false;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #field(): SearchField {
    const element = this;
    return {
      element,
      get input() {
        return element.#input;
      },
      get popup() {
        return element.renderRoot.querySelector<HTMLElement>('[popover]');
      },
      get settings() {
        return element.settings;
      },
      get texts() {
        return element.texts;
      },
      get language() {
        return element.language;
      },
      isMasked: (value) => this.isMasked(value),
      chooseCustomer: (customerId) => (this.scope ? this.scope.chooseCustomer(customerId) : this.takeCustomer(customerId)),
      requestUpdate: () => this.requestUpdate(),
    };
  }

  readonly #onOpen = () => {
    void this.#load();
    this.#view?.open();
  };

  readonly #onInput = () => {
    void this.#load();
    this.#view?.onInput();
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    keepKeys(event);
    if (this.#view) this.#view.onKeydown(event);
    else if (event.key === 'Enter') {
      event.preventDefault();
      this.#enterWaits = true;
      void this.#load();
    }
  };

  readonly #onBlur = () => {
    // Focus may have gone to the retry button, which is part of this element; Chromium is late to say so by `:focus-within`.
    requestAnimationFrame(() => {
      if (!this.shadowRoot?.activeElement) this.#view?.close();
    });
  };
}

/** A press on a result must not take focus from the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
