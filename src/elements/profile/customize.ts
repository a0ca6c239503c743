import { type CSSResultGroup, css, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { loadedLocale, mergeMessages } from '../../i18n/catalogue.js';
import type { MessageOverrides } from '../../i18n/messages.js';
import { type CustomizeMessages, englishCustomize } from '../../i18n/slices/customize.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { AttributeSettings, Field } from '../../model/customer.js';
import type { CustomerSource } from '../../model/customer-source.js';
import { NotEnabled, NothingThere, SourceError } from '../../model/source-error.js';
import { dialogStyles, renderDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { keepKeys } from '../../ui/keys.js';
import { arrowDownIcon, arrowUpIcon, crossIcon } from '../../ui/shared-icons.js';
import { errorTitle, renderError } from '../../ui/status.js';
import { askFor } from '../asked.js';
import { fold, visibleKeys } from './attributes.js';

/** What the dialog needs of whoever opens it. */
export interface CustomizeView {
  readonly source: CustomerSource;
  /** Every attribute of the customer on screen. */
  readonly fields: readonly Field[];
  /** Shown now, for all customers. */
  readonly visible: readonly string[] | undefined;
  readonly nameOf: (field: Field) => string;
  readonly texts: SharedMessages;
  readonly language: string;
  readonly overrides: MessageOverrides | undefined;
  /** Tells the host that the choice could not be read or saved. */
  readonly tellFailure: (error: SourceError) => void;
  /** Tells the host; `false` when it saves by itself. */
  readonly announce: (visible: readonly string[]) => boolean;
  /** Shows a choice before it is saved; `undefined` goes back to what the backend said. */
  readonly show: (visible: readonly string[] | undefined) => void;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** How many attributes are listed to choose from; the rest is found by the filter. */
const MOST_OFFERED = 50;

const styles = css`
  .choice {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 28px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 28px;
  }
  .choice :focus-visible {
    outline-offset: -2px;
  }
  .choice > :first-child {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .choices {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .choices ul {
    list-style: none;
  }
  .choices input {
    inline-size: 100%;
    margin-block: var(--_space);
  }
  .choices h3 {
    font-weight: 600;
  }
  .icon-button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  [part='saved'] [role='status']:not(:empty) {
    display: inline-block;
    margin-block-end: calc(var(--_space) * 2);
  }
  .dialog-actions > :first-child {
    margin-inline-end: auto;
  }
  .primary,
  .primary:hover {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_surface);
  }
`;

/**
 * Chooses which attributes are shown for all customers (B5, B6) and saves them through the backend: shown at once, taken back when
 * saving fails, and never over what somebody else saved meanwhile.
 */
export class CustomizeDialog implements ReactiveController {
  static readonly styles: CSSResultGroup = [dialogStyles, styles];

  readonly #host: Host;
  readonly #view: () => CustomizeView;
  #isOpen = false;
  #reading: AbortController | undefined;
  #state: 'loading' | 'ready' | 'read-only' | 'saving' = 'loading';
  #error: SourceError | undefined;
  #settings: AttributeSettings | undefined;
  #draft: readonly string[] = [];
  #query = '';
  #first: string | undefined;
  #said = '';
  /** What became of the last attempt to save. */
  #outcome: 'saved' | 'conflict' | SourceError | undefined;

  constructor(host: Host, view: () => CustomizeView) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  get isSaving(): boolean {
    return this.#state === 'saving';
  }

  /** Opens with what the backend holds now; `key` is the attribute whose pencil was pressed. */
  open(key?: string): void {
    if (this.isSaving) return;
    const { fields, visible } = this.#view();
    this.#isOpen = true;
    this.#first = key;
    this.#query = '';
    this.#said = '';
    this.#outcome = undefined;
    this.#draft = visibleKeys(fields, visible);
    void this.#load();
  }

  /** Another customer: that something was saved is old news; that it was not is still worth knowing. */
  forgetSuccess(): void {
    if (this.#outcome === 'saved') this.#outcome = undefined;
  }

  /** What is being saved goes on; what is being read is wanted by nobody any more. */
  close(): void {
    this.#reading?.abort();
    this.#isOpen = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  render(): TemplateResult {
    const { texts, view } = this;
    const isEditable = this.#state === 'ready';
    return renderDialog({
      open: this.#isOpen,
      heading: texts.customizeTitle,
      closeLabel: view.texts.close,
      content: html`${this.#error ? renderError(this.#error, view.texts, () => void this.#load()) : this.#renderChoices(isEditable)}
        <div class="visually-hidden" role="status">${this.#announcement}</div>`,
      actions: html`<button type="button" ?disabled=${!isEditable} @click=${() => this.#edit(visibleKeys(view.fields, undefined))}>${texts.resetToDefault}</button
        ><button type="button" @click=${() => this.close()}>${view.texts.cancel}</button
        ><button type="button" class="primary" ?disabled=${!isEditable} @click=${() => void this.#save()}>${view.texts.save}</button>`,
      onClose: () => this.close(),
    });
  }

  /** What became of saving, where the attributes are shown. */
  renderOutcome(): TemplateResult {
    const { texts, view } = this;
    const outcome = this.#outcome;
    const failed = outcome !== undefined && outcome !== 'saved';
    const said =
      this.#state === 'saving'
        ? texts.saving
        : outcome === 'saved'
          ? texts.saved
          : outcome === 'conflict'
            ? texts.changedByOthers
            : outcome
              ? texts.notSaved(errorTitle(outcome, view.texts))
              : nothing;
    return html`<p class=${failed ? 'small negative' : 'small muted'} part="saved">
      <span role="status">${said}</span> ${failed ? html`<button type="button" class="link" @click=${() => this.#reopen()}>${texts.openAgain}</button>` : nothing}
    </p>`;
  }

  get view(): CustomizeView {
    return this.#view();
  }

  get texts(): CustomizeMessages {
    const { language, overrides } = this.#view();
    return mergeMessages(englishCustomize, loadedLocale(language), overrides);
  }

  #renderChoices(isEditable: boolean): TemplateResult {
    const { texts, view } = this;
    const fields = new Map(view.fields.map((field) => [field.key, field]));
    const shown = new Set(this.#draft);
    const query = fold(this.#query.trim());
    const offered = view.fields.filter(
      (field) =>
        !shown.has(field.key) &&
        fold(`${view.nameOf(field)} ${field.label?.slice(0, 200) ?? ''} ${field.key.slice(0, 200)} ${field.group?.slice(0, 200) ?? ''}`).includes(query),
    );
    const number = (value: number) => formatNumber(value, view.language);
    return html`<div class="choices" aria-busy=${this.#state === 'loading'}>
      <p class="muted">${this.#state === 'read-only' ? texts.settingsReadOnly : texts.forAllCustomers}</p>
      <div>
        <h3>${texts.shownAttributes}</h3>
        <ul>
          ${this.#draft.map((key, index) => this.#renderShown(key, fields.get(key), index, isEditable))}
        </ul>
      </div>
      <div>
        <h3>${texts.hiddenAttributes}</h3>
        <input type="search" placeholder=${view.texts.filter} aria-label=${view.texts.filter} autocomplete="off" spellcheck="false" .value=${this.#query} @input=${this.#onInput} @keydown=${keepKeys} @keypress=${keepKeys} @keyup=${keepKeys} />
        <ul>
          ${offered.slice(0, MOST_OFFERED).map((field) => this.#renderOffered(field, isEditable))}
        </ul>
        ${offered.length > MOST_OFFERED ? html`<p class="muted small">${view.texts.countOf(number(MOST_OFFERED), number(offered.length))}</p>` : nothing}
      </div>
    </div>`;
  }

  get #announcement(): string {
    const { texts, view } = this;
    if (this.#error) return errorTitle(this.#error, view.texts);
    return this.#state === 'loading' ? view.texts.loading : this.#said || (this.#state === 'read-only' ? texts.settingsReadOnly : '');
  }

  #renderShown(key: string, field: Field | undefined, index: number, isEditable: boolean): TemplateResult {
    const { texts, view } = this;
    const name = labelOf(key, field, view);
    const button = (className: string, label: string, icon: TemplateResult, disabled: boolean, act: () => void) =>
      html`<button type="button" class=${`plain icon-button ${className}`} aria-label=${label} ?disabled=${!isEditable} aria-disabled=${disabled} ?autofocus=${className === 'up' && key === this.#first} @click=${() => !disabled && act()}>${icon}</button>`;
    return html`<li id=${`choice-${index}`} class="choice">
      <span><bdi>${name}</bdi>${renderBadges(field, texts)}</span>
      ${button('up', texts.moveUp(name), arrowUpIcon(), index === 0, () => this.#move(index, -1))}
      ${button('down', texts.moveDown(name), arrowDownIcon(), index === this.#draft.length - 1, () => this.#move(index, 1))}
      ${button('hide', texts.hideAttribute(name), crossIcon(), false, () => this.#hide(index))}
    </li>`;
  }

  #renderOffered(field: Field, isEditable: boolean): TemplateResult {
    const { texts, view } = this;
    const name = view.nameOf(field);
    const show = () =>
      this.#edit(
        [...this.#draft, field.key],
        texts.placeOf(name, formatNumber(this.#draft.length + 1, view.language), formatNumber(this.#draft.length + 1, view.language)),
      );
    return html`<li class="choice">
      <span><bdi>${name}</bdi>${renderBadges(field, texts)}</span>
      <button type="button" aria-label=${texts.showAttribute(name)} ?disabled=${!isEditable} ?autofocus=${field.key === this.#first} @click=${show}>${texts.show}</button>
    </li>`;
  }

  readonly #onInput = ({ currentTarget }: InputEvent) => {
    if (currentTarget instanceof HTMLInputElement) this.#query = currentTarget.value;
    this.#host.requestUpdate();
  };

  #move(index: number, step: -1 | 1): void {
    const { texts, view } = this;
    const draft = [...this.#draft];
    const [key] = draft.splice(index, 1);
    if (key === undefined) return;
    const place = index + step;
    draft.splice(place, 0, key);
    const field = view.fields.find((candidate) => candidate.key === key);
    this.#edit(draft, texts.placeOf(labelOf(key, field, view), formatNumber(place + 1, view.language), formatNumber(draft.length, view.language)));
    this.#focus(`#choice-${place} .${step < 0 ? 'up' : 'down'}`);
  }

  #hide(index: number): void {
    this.#edit(this.#draft.filter((_, other) => other !== index));
    this.#focus(`#choice-${Math.min(index, this.#draft.length - 1)} .hide, .choices input`);
  }

  #edit(draft: readonly string[], said = ''): void {
    this.#draft = draft;
    this.#said = said;
    this.#host.requestUpdate();
  }

  /** The line moved on, focus goes with it. */
  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Never rejects. */
  async #load(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#state = 'loading';
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const settings = await askFor(this.view, reading.signal, () => this.#read(reading.signal));
      if (reading.signal.aborted) return;
      if (settings) this.#draft = settings.visible;
      this.#settings = settings;
      this.#state = settings?.editable && this.view.source.saveAttributeSettings ? 'ready' : 'read-only';
    } catch (error) {
      if (reading.signal.aborted) return;
      this.#state = 'read-only';
      this.#error = error instanceof SourceError ? error : new SourceError('render');
    }
    this.#host.requestUpdate();
    if (this.#first !== undefined) this.#focus('.choices [autofocus]');
  }

  /** Gives `undefined` where the backend keeps no such choice. */
  async #read(signal: AbortSignal): Promise<AttributeSettings | undefined> {
    const { attributeSettings } = this.view.source;
    if (!attributeSettings) return undefined;
    try {
      return (await attributeSettings({}, { signal })).value;
    } catch (error) {
      if (isNowhere(error)) return undefined;
      throw error;
    }
  }

  /** Shown at once, and taken back when it could not be saved. A save goes on although the dialog, or the customer, has gone. Never rejects. */
  async #save(): Promise<void> {
    const { source, announce, show, tellFailure, visible: before } = this.view;
    const visible = this.#draft;
    this.close();
    const isOurs = announce(visible);
    show(visible);
    if (!isOurs || !source.saveAttributeSettings || !this.#settings) return;
    this.#state = 'saving';
    this.#host.requestUpdate();
    try {
      const { value } = await source.saveAttributeSettings({ ...this.#settings, visible }, { signal: new AbortController().signal });
      this.#settings = value;
      this.#outcome = 'saved';
    } catch (error) {
      const failure = isNowhere(error) ? new SourceError('rejected') : error instanceof SourceError ? error : new SourceError('render');
      tellFailure(failure);
      show(before);
      if (failure.kind === 'conflict') await this.#takeNewest();
      else this.#outcome = failure;
    }
    this.#state = 'ready';
    this.#host.requestUpdate();
  }

  /** Somebody else was quicker: their choice stands, and is where the next one starts from. */
  async #takeNewest(): Promise<void> {
    try {
      this.#settings = await this.#read(new AbortController().signal);
      this.#outcome = 'conflict';
      if (!this.#settings) return;
      this.#draft = this.#settings.visible;
      this.view.show(this.#draft);
    } catch {
      this.#outcome = new SourceError('conflict');
    }
  }

  /** With what was chosen before, so that nobody has to choose again. */
  #reopen(): void {
    this.#isOpen = true;
    this.#first = undefined;
    this.#outcome = undefined;
    this.#host.requestUpdate();
  }
}

/** 404 and 410 say of a customer that there is none; the choice is about nobody, and there is none at this address. */
function isNowhere(error: unknown): boolean {
  return (
    error instanceof NotEnabled || error instanceof NothingThere || (error instanceof SourceError && (error.kind === 'not-found' || error.kind === 'gone'))
  );
}

/** What an attribute is called; one the customer does not have goes by its key. */
function labelOf(key: string, field: Field | undefined, view: CustomizeView): string {
  return field ? view.nameOf(field) : clampText(key, 80);
}

function renderBadges(field: Field | undefined, texts: CustomizeMessages): TemplateResult | typeof nothing {
  if (!field) return html` <span class="muted small">${texts.unknownAttribute}</span>`;
  return field.custom ? html` <span class="badge muted">${texts.customAttribute}</span>` : nothing;
}
