import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BoardName, BoardValues } from '../data/board.js';
import { ask } from '../data/question.js';
import { ResourceController } from '../data/resource-controller.js';
import { warnOfMistake, warnOnce } from '../data/warn.js';
import { formatTime } from '../format/date.js';
import { formatNumber } from '../format/number.js';
import type { CommonMessages } from '../i18n/slices/common.js';
import type { Connection } from '../model/connection.js';
import type { CustomerSource } from '../model/customer-source.js';
import type { Answer, Resource, SectionName, Stale } from '../model/resource.js';
import { SourceError } from '../model/source-error.js';
import type { ChosenTimeFrame } from '../model/time-frame.js';
import { renderSection } from '../ui/section.js';
import { renderSkeleton } from '../ui/skeleton.js';
import { emptyText, errorTitle, renderEmpty, renderError, renderNothing, renderRetry, renderToldElsewhere } from '../ui/status.js';
import { ConfiguredElement } from './configured-element.js';
import { emit } from './events.js';
import { type SectionHost, sectionHost } from './section-host.js';

/** Connections whose failed token renewal was told already; told again after an answer came (contract, `c360-auth-error`). */
const expired = new WeakSet<Connection>();

type QueryOf<Name extends BoardName> = Parameters<NonNullable<CustomerSource[Name]>>[0];

export interface ResourceOptions<Name extends BoardName> {
  /** Adds to what the settings ask: filters, order, limit. */
  readonly query?: () => Partial<QueryOf<Name>>;
  /** Whether there is nothing in the answer; without this there always is something. */
  readonly isEmpty?: (value: BoardValues[Name]) => boolean;
  /** While true the answer is only a part, filtered by a person, and is not left on the board for others. */
  readonly isPart?: () => boolean;
}

/** How long a page may take to name a customer before it seems forgotten. */
const CUSTOMER_EXPECTED_WITHIN = 5_000;

/**
 * A section: names the resources it shows and turns their values into templates. Asking, aborting, retrying, the five states,
 * announcements and the load and error events happen here, the same for all.
 */
export abstract class DataElement<Name extends BoardName, Texts extends CommonMessages = CommonMessages> extends ConfiguredElement<Texts> {
  /** The section's name in events, attributes and the panel (contract section 1). */
  abstract readonly section: SectionName;
  /** The resource that decides the section's state. */
  protected readonly main: ResourceController<BoardValues[Name]>;

  /** The side of this section that the code drawing its value may use. */
  protected readonly host: SectionHost<BoardValues[Name], Texts>;

  /** Lets the heading fold the section away; the panel sets it when it is narrow. */
  @property({ attribute: false }) collapsible = false;
  /** Whether a folding section is open. */
  @property({ attribute: false }) open = true;

  readonly #resources: ResourceController<unknown>[] = [];
  /** The state it can be styled by. */
  #styledAs = '';
  readonly #postedFor = new Map<BoardName, unknown>();
  #expecting: ReturnType<typeof setTimeout> | undefined;
  /** The main resource has loaded, and nobody was told yet. */
  #preparing: 'loading' | 'done' | SourceError | undefined;
  #untold = false;

  /** `name` is the main resource; `options` as in `createResource`. */
  constructor(english: Partial<Texts>, name: Name, options?: ResourceOptions<Name>) {
    super(english);
    this.main = this.createResource(name, options);
    this.host = sectionHost(this, {
      resource: () => this.main.resource,
      texts: () => this.texts,
      language: () => this.language,
      zone: () => this.zone,
      settings: () => this.settings,
      linkedDay: () => this.linkedDay,
      scope: () => this.scope,
      chooseTimeFrame: () => (chosen: ChosenTimeFrame) => {
        const isAllowed = emit(this, 'c360-time-frame-change', chosen);
        if (isAllowed && this.scope) this.scope.chooseTimeFrame(chosen.timeFrame);
        else if (isAllowed) this.takeTimeFrame(chosen.timeFrame);
        return isAllowed;
      },
      tellFailure: () => (error: SourceError) => {
        // Nobody else was told of this: it was asked alone, with a renewal of the token of its own.
        expired.delete(this.settings.connection);
        this.tellError(error);
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#prepare();
    // An empty id says that there is nobody to show; none at all was more likely forgotten.
    this.#expecting = setTimeout(() => {
      if (this.settings.customerId === undefined) warnOnce('no customer-id is set', 'embed-it');
    }, CUSTOMER_EXPECTED_WITHIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#expecting);
  }

  /** Asks again; what is on screen stays until the answers come. */
  refresh(): void {
    void this.#prepare();
    for (const resource of this.#resources) resource.refresh();
  }

  /** Aborts, forgets all and blanks, until another customer is set or `refresh()` is called. */
  reset(): void {
    for (const resource of this.#resources) resource.reset();
  }

  /** Puts the reason in place of all data: it was erased. */
  purge(error: SourceError): void {
    for (const resource of this.#resources) resource.fail(error);
  }

  /** What is worth saving of what a person has set: plain data, to be set again later. */
  get viewState(): object {
    return {};
  }
  set viewState(_state: object) {}

  /** Opens the section and moves focus to its heading. */
  focusHeading(): void {
    this.open = true;
    void this.updateComplete.then(() => {
      const heading = this.renderRoot.querySelector<HTMLElement>('#heading');
      heading?.focus();
      heading?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Another resource beside the main one, with a state of its own and the same rules. */
  protected createResource<Other extends BoardName>(
    name: Other,
    { query, isEmpty, isPart }: ResourceOptions<Other> = {},
  ): ResourceController<BoardValues[Other]> {
    const controller: ResourceController<BoardValues[Other]> = new ResourceController(
      this,
      () => (this.isWaiting ? 'idle' : ask(name, this.settings, query?.())),
      {
        now: () => this.nowInstant,
        isEmpty,
        onChange: (resource, question, final, error) => {
          // A mistake in the set-up is known before there is a question.
          const customerId = question?.customerId ?? (resource.status === 'error' ? this.settings.customerId : undefined);
          this.#post(name, isPart?.() ? undefined : resource, customerId);
          this.#onChange(controller, resource, question?.customerId, final, error);
        },
      },
    );
    this.#resources.push(controller as ResourceController<unknown>);
    return controller;
  }

  /**
   * What the section shows as a whole: the main resource, unless the section has several parts of equal weight and joins them, so
   * that one of them failing leaves the others on screen.
   */
  protected get whole(): Resource<BoardValues[Name]> {
    return this.main.resource;
  }

  /**
   * Loads what draws the value, where that is a file of its own: asked for as soon as the element is on the page, so that it comes
   * while the data is under way. Until both are there the section is loading.
   */
  protected prepare?(): Promise<void>;

  /** Draws the main value; called only while it is there. */
  protected abstract renderReady(value: BoardValues[Name], answer: Answer<BoardValues[Name]>): unknown;

  /** Buttons beside the heading, in the state the section is in. */
  protected renderActions(_resource: Resource<BoardValues[Name]>): unknown {
    return nothing;
  }

  /** Places of the final size for a width; heights in pixels from top to bottom. */
  protected abstract skeleton(width: number): readonly number[];

  /** Records of further pages that could not be read, added to those of the first. */
  protected get moreLeftOut(): number {
    return 0;
  }

  /** Whether the panel, or in a provider another section, tells already why nothing could be loaded (N15). */
  protected isToldElsewhere(resource: Resource<unknown>): boolean {
    const { failure, embedded } = this.scope ?? {};
    return resource.status === 'error' && resource.error.message === failure?.message && (embedded || resource.error !== failure);
  }

  protected override onRenderError(): void {
    this.main.fail(new SourceError('render'), true);
  }

  /** Whoever was on what goes, such as the button that tries again, finds the focus at the heading above it (A8); what only moves keeps it. */
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    const dialog = focused?.closest('dialog');
    super.update(changed);
    if (!(focused instanceof HTMLElement) || this.shadowRoot?.activeElement === focused) return;
    const home = dialog?.isConnected ? dialog : this.renderRoot;
    (focused.isConnected ? focused : home.querySelector<HTMLElement>('#heading, h2'))?.focus({ preventScroll: true });
  }

  protected override render(): unknown {
    const resource = this.#shown;
    this.#showState(resource);
    return html`${this.renderFrame(resource)}${this.scope?.embedded ? nothing : html`<div class="visually-hidden" role="status">${this.#announcement(resource)}</div>`}`;
  }

  /** Draws the section with its heading. */
  protected renderFrame(resource: Resource<BoardValues[Name]>): unknown {
    return renderSection({
      title: this.texts[this.section],
      level: this.settings.headingLevel ?? 2,
      actions: this.renderActions(resource),
      body: this.renderBody(resource),
      disclosure: this.collapsible ? { open: this.open, toggle: () => (this.open = !this.open) } : undefined,
      busy: resource.status === 'loading',
    });
  }

  /** Draws the state the section is in. */
  protected renderBody(resource: Resource<BoardValues[Name]>): unknown {
    switch (resource.status) {
      case 'idle':
        return this.scope?.embedded ? nothing : renderNothing(this.texts.noCustomer);
      case 'hidden':
        return nothing;
      case 'loading':
        return html`${resource.slow ? html`<p class="note">${this.texts.slow}</p>` : nothing}${renderSkeleton(this.skeleton(this.clientWidth))}`;
      case 'empty':
        return renderEmpty(resource, this.texts, this.host.chooseTimeFrame);
      case 'error':
        return this.isToldElsewhere(resource) ? renderToldElsewhere(this.texts.nothingLoaded) : renderError(resource.error, this.texts, () => this.refresh());
      case 'ready':
        return html`${this.#renderNotes(resource)}${this.renderReady(resource.answer.value, resource.answer)}`;
    }
  }

  /** What the reader must know about the data before reading it: out of date, incomplete, also where it is the second answer that is. */
  #renderNotes({ answer: { meta } }: Resource<BoardValues[Name]> & { status: 'ready' }): TemplateResult | typeof nothing {
    const { texts, language } = this;
    let stale: Stale | undefined;
    let leftOut = this.moreLeftOut;
    for (const { resource } of this.#resources) {
      if (resource.status !== 'ready') continue;
      stale ??= resource.stale;
      leftOut += resource.answer.leftOut;
    }
    const missing = meta.missingSources?.join(', ');
    if (!stale && !leftOut && !missing && !meta.truncated) return nothing;
    return html`<div class="note" part="note">
      ${stale ? html`<span class="warning">${texts.notUpdatedSince(formatTime(stale.since, { language, timeZone: this.zone, unknown: texts.unknownDate }))} · ${errorTitle(stale.error, texts)}</span>${renderRetry(texts, () => this.refresh())}` : nothing}
      ${leftOut ? html`<span>${texts.recordsLeftOut(leftOut, formatNumber(leftOut, language))}</span>` : nothing}
      ${missing ? html`<span>${texts.missingSources(missing)}</span>` : nothing} ${meta.truncated ? html`<span>${texts.truncated}</span>` : nothing}
    </div>`;
  }

  /** What is spoken where no panel speaks for the section. */
  #announcement(resource: Resource<BoardValues[Name]>): string {
    const { texts } = this;
    if (resource.status === 'loading') return resource.slow ? texts.slow : '';
    const error = resource.status === 'error' ? resource.error : resource.status === 'ready' ? resource.stale?.error : undefined;
    const text = resource.status === 'empty' ? emptyText(resource, texts) : error && errorTitle(error, texts);
    return text && !this.isToldElsewhere(resource) ? `${texts[this.section]}: ${text}` : '';
  }

  #showState(resource: Resource<unknown>): void {
    const shown = resource.status === 'ready' && resource.stale ? 'stale' : resource.status;
    if (shown === this.#styledAs) return;
    this.setState(this.#styledAs, false);
    this.setState(shown, true);
    this.#styledAs = shown;
  }

  /** Leaves the state on the board; `undefined` leaves what is there, unless it is another customer's. */
  #post<Other extends BoardName>(name: Other, resource: Resource<BoardValues[Other]> | undefined, customerId: unknown): void {
    const posted = this.#postedFor.get(name);
    if (posted !== undefined && posted !== customerId) {
      this.board.remove(name, posted);
      this.#postedFor.delete(name);
    }
    if (resource === undefined || customerId === undefined) return;
    this.board.post(name, customerId, resource);
    this.#postedFor.set(name, customerId);
  }

  #onChange<Value>(
    controller: ResourceController<Value>,
    resource: Resource<Value>,
    customerId: string | undefined,
    final: boolean,
    error: SourceError | undefined,
  ): void {
    if (controller === (this.main as unknown)) this.#untold = final && !error;
    if (!final) return;
    // Told after it was drawn, and only if it is still true then.
    void this.updateComplete.then(() => {
      if (!this.isConnected || controller.resource !== resource) return;
      if (error) this.tellError(error, customerId);
      if (this.#untold) this.#tellLoad(customerId);
    });
  }

  /** What is drawn: a value whose drawing is still under way is loading. */
  get #shown(): Resource<BoardValues[Name]> {
    const resource = this.whole;
    if (resource.status !== 'ready' || !this.prepare || this.#preparing === 'done') return resource;
    return this.#preparing instanceof SourceError ? { status: 'error', error: this.#preparing } : { status: 'loading' };
  }

  async #prepare(): Promise<void> {
    if (!this.prepare || typeof this.#preparing === 'string') return;
    this.#preparing = 'loading';
    try {
      await this.prepare();
      this.#preparing = 'done';
    } catch {
      this.#preparing = new SourceError('unreachable');
    }
    this.requestUpdate();
    await this.updateComplete;
    if (!this.isConnected) return;
    if (this.#preparing instanceof SourceError) this.tellError(this.#preparing);
    else if (this.#untold) this.#tellLoad();
  }

  #tellLoad(customerId = String(this.settings.customerId ?? '')): void {
    const { status } = this.#shown;
    if (status !== 'ready' && status !== 'empty' && status !== 'hidden') return;
    this.#untold = false;
    expired.delete(this.settings.connection);
    emit(this, 'c360-load', { section: this.section, customerId, status });
  }

  /** Tells the host of a failure, once per final one; of a page beyond the first the section tells itself. */
  protected tellError(error: SourceError, customerId = String(this.settings.customerId ?? '')): void {
    const {
      kind,
      retryable,
      details: { reason, status, requestId },
    } = error;
    warnOfMistake(error, this.settings.connection);
    emit(this, 'c360-error', {
      section: this.section,
      customerId,
      kind,
      retryable,
      ...(reason && { reason }),
      ...(status && { status }),
      ...(requestId && { requestId }),
    });
    if (kind === 'unauthorized' && !expired.has(this.settings.connection)) {
      expired.add(this.settings.connection);
      emit(this, 'c360-auth-error', { status });
    }
    if (kind === 'gone') (this.scope ?? this).purge(error);
  }
}
