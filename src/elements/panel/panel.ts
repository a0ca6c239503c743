import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Board, BoardName } from '../../data/board.js';
import { imageRules } from '../../data/link-rules.js';
import { today } from '../../data/question.js';
import { ScopeController } from '../../data/scope-controller.js';
import { type DateStyle, formatDay, formatInstant, formatTime } from '../../format/date.js';
import { allowedImage } from '../../format/link.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishPanel, type PanelMessages } from '../../i18n/slices/panel.js';
import { englishTimeFrame, type TimeFrameMessages } from '../../i18n/slices/time-frame.js';
import { SECTIONS, type SectionName } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { html } from '../../ui/html.js';
import { printerIcon, refreshIcon } from '../../ui/icons.js';
import { identityStyles, NAME, renderIdentity } from '../../ui/identity.js';
import { watchSizes } from '../../ui/own-document.js';
import { errorTitle, renderError } from '../../ui/status.js';
import { TimeFrameControl, timeFrameStyles } from '../../ui/time-frame-control.js';
import { ConfiguredElement } from '../configured-element.js';
import { Copies } from '../copies.js';
import { emit } from '../events.js';
import { Secrets } from '../secrets.js';
import { focusSection, isSectionElement, purgeSections, type SectionElement } from '../section-element.js';
import { panelStyles } from './panel.styles.js';
import { exportedParts } from './parts.js';
import { toTrust } from './trust.js';

/** Under this width sections fold and tables become cards (product, "How it looks"). */
const NARROW = 420;
/** From this width the profile stands beside the rest. */
const WIDE = 880;

/** Which sections are open at first where they fold: who it is, and what happened. */
const openAtFirst: ReadonlySet<SectionName> = new Set(['profile', 'timeline']);

/** The section of what a section asks for beside its main resource, or under another name. */
const sectionOf: { readonly [Name in BoardName]?: SectionName } = { metrics: 'profile', activity: 'timeline', events: 'timeline' };

/**
 * The drop-in: header with customer, search and time frame, the data-trust strip, and the five sections laid out by the width at
 * hand. Provides configuration to everything inside, also to what the host slots in.
 *
 * @summary One customer, whole.
 *
 * @slot profile - Replaces the built-in profile.
 * @slot impact - Replaces the built-in chart.
 * @slot timeline - Replaces the built-in timeline.
 * @slot campaigns - Replaces the built-in campaigns.
 * @slot predictions - Replaces the built-in predictions.
 * @slot header-actions - Added to the header.
 * @slot footer - Added below the sections.
 * @csspart header - The customer, the search and the time frame.
 * @csspart trust - The data-trust strip.
 * @csspart status - The one line of status, seen only when something failed.
 * @csspart error - What keeps all sections from loading, in the line of status.
 * @csspart retry - The button beside it that tries all again.
 */
export class C360Panel extends ConfiguredElement<CommonMessages & IdentityMessages & TimeFrameMessages & PanelMessages> {
  static override readonly styles = [...baseStyles, identityStyles, timeFrameStyles, panelStyles];

  /** Which sections, in which order: `"profile timeline predictions"`. What is not named is never requested. */
  @property() sections: string = SECTIONS.join(' ');

  @state() private width = 0;
  @state() private replaced: ReadonlySet<string> = new Set();

  readonly #scope = new ScopeController(this, {
    embedded: true,
    chooseCustomer: (customerId) => this.takeCustomer(customerId),
    chooseTimeFrame: (timeFrame) => this.takeTimeFrame(timeFrame),
    chooseSnapshot: (day) => {
      this.takeSnapshot(day);
      // Asked for on a day of the chart, the profile is out of sight where it does not stand beside it.
      if (!this.#isWide) focusSection(this.#sectionElements(), 'profile');
    },
    choosePins: (keys) => {
      this.pinnedAttributes = keys;
    },
    showEvidence: (section) => focusSection(this.#sectionElements(), section),
    purge: (error) => {
      purgeSections(this.#sectionElements(), error);
      this.#resetSearch();
    },
  });
  readonly #secrets = new Secrets(this, (value) => this.isMasked(value));
  readonly #copies = new Copies(this, 'panel');
  readonly #timeFrame = new TimeFrameControl(this, () => ({
    timeFrame: this.settings.timeFrame,
    today: today(this.settings),
    texts: this.texts,
    language: this.language,
    choose: (chosen) => {
      if (emit(this, 'c360-time-frame-change', chosen)) this.takeTimeFrame(chosen.timeFrame);
    },
  }));
  #resizes: ResizeObserver | undefined;
  /** What tells of the width: not the panel itself, whose height follows whatever is in it. */
  #measured: Element | null = null;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super({ ...englishCommon, ...englishIdentity, ...englishTimeFrame, ...englishPanel });
  }

  /** What its own sections have loaded, not those of a provider around the panel. */
  protected override get board(): Board {
    return this.#scope.board;
  }

  /** Asks every section to load again. */
  refresh(): void {
    for (const section of this.#sectionElements()) section.refresh();
  }

  /** Aborts, forgets all and blanks. */
  reset(): void {
    for (const section of this.#sectionElements()) section.reset();
    this.#resetSearch();
  }

  /** Opens what is loaded, prints the page and folds again, unless the host forbids it (`c360-export`, format `print`). */
  async print(): Promise<void> {
    if (!emit(this, 'c360-export', { section: 'panel', format: 'print' })) return;
    const folded = this.#sectionElements().filter(({ open }) => !open);
    const unfold = (open: boolean) => {
      for (const section of folded) section.open = open;
    };
    unfold(true);
    window.addEventListener('afterprint', () => unfold(false), { once: true });
    await this.updateComplete;
    window.print();
  }

  /** What is worth saving of what a person has set: time frame, linked day, and each section's own. */
  get viewState(): object {
    const sections: Record<string, object> = {};
    for (const element of this.#sectionElements()) sections[element.section] = element.viewState;
    return { timeFrame: this.timeFrame, day: this.linkedDay, sections };
  }
  set viewState(saved: object) {
    const { timeFrame, day, sections } = saved as { timeFrame?: string; day?: C360Panel['focusedDay']; sections?: { readonly [name: string]: object } };
    if (timeFrame) this.takeTimeFrame(timeFrame);
    if (day !== undefined) this.focusedDay = day;
    void this.updateComplete.then(() => {
      for (const element of this.#sectionElements()) {
        if (sections && Object.hasOwn(sections, element.section)) element.viewState = sections[element.section] ?? {};
      }
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.#scope.board.subscribe(() => this.requestUpdate());
    // Another layout changes the panel's own height; within the report of its size the browser could not settle (HP16).
    this.#resizes = watchSizes(this, () =>
      requestAnimationFrame(() => {
        if (this.isConnected) this.width = this.clientWidth;
      }),
    );
    // Read before the first picture, so that nothing jumps.
    this.width = this.clientWidth;
    this.#readSlots();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#resizes?.disconnect();
    this.#measured = null;
    // The sections forget when they leave; the header has to be drawn once more to lose the name, too (PR10).
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#scope.provide(this.settings);
    this.#secrets.belongTo(this.settings.customerId);
    if (changed.has('focusedDay')) this.#scope.focusDay(this.focusedDay ?? null);
    this.setState('narrow', this.#isNarrow);
    this.setState('wide', this.#isWide);
  }

  protected override updated(): void {
    const header = this.renderRoot.querySelector('header');
    if (header && header !== this.#measured && this.isConnected) {
      this.#resizes?.disconnect();
      this.#resizes?.observe(header);
      this.#measured = header;
    }
    const narrow = this.#isNarrow;
    for (const element of this.#sectionElements()) {
      if (element.collapsible === narrow) continue;
      // Which sections are open is set once, when they begin to fold; after that it is the reader's choice.
      element.collapsible = narrow;
      element.open = !narrow || openAtFirst.has(element.section);
    }
  }

  protected override render() {
    return html`
      ${this.#renderHeader()}${this.#renderTrust()}${this.#renderStatus()}
      <div class="sections" part="sections">${this.#names.map((name) => this.#renderSlot(name))}</div>
      <slot name="footer"></slot>
    `;
  }

  #renderHeader(): TemplateResult {
    return html`<header part="header">
      <div class="customer">${this.#renderCustomer()}</div>
      <div class="tools"><c360-search class="no-print"></c360-search>${this.#timeFrame.render()}<slot name="header-actions"></slot></div>
    </header>`;
  }

  /** Who it is as far as known: what the profile says, else the id alone, masked where ids are. */
  #renderCustomer(): unknown {
    const { texts, language } = this;
    const { customerId } = this.settings;
    if (typeof customerId !== 'string' || !customerId) return html`<div class="name" role="heading" aria-level=${this.#headerLevel}>${texts.noCustomer}</div>`;
    const customer = this.board.value('profile', customerId)?.customer ?? { id: customerId, flags: [], identifiers: [] };
    const picture = allowedImage(customer.avatarUrl, imageRules(this.settings));
    return renderIdentity({ customer, ...(picture && { picture }), texts, language, secrets: this.#secrets, copies: this.#copies, level: this.#headerLevel });
  }

  /** The customer's name stands above the headings of the sections. */
  get #headerLevel(): number {
    return Math.max((this.settings.headingLevel ?? 2) - 1, 1);
  }

  /** Source, as of, what is missing and since when: said once for all sections. */
  #renderTrust(): TemplateResult | typeof nothing {
    const entries = this.board.entries(this.settings.customerId);
    if (entries.length === 0) return nothing;
    const { texts, zone } = this;
    const style: DateStyle = { language: this.language, timeZone: zone, unknown: texts.unknownDate };
    const trust = toTrust(entries, zone);
    const words: string[] = [];
    for (const { name, asOf } of trust.sources) {
      const date = asOf === undefined ? undefined : typeof asOf === 'number' ? formatInstant(asOf, style) : formatDay(asOf, style);
      words.push(name && date ? texts.sourceAsOf(name, date) : date ? texts.asOf(date) : (name ?? ''));
    }
    if (trust.dataSince) words.push(texts.dataSince(formatDay(trust.dataSince, style)));
    words.push(texts.timesIn(zone));
    if (trust.otherZone) words.push(texts.daysIn(trust.otherZone));
    if (trust.truncated) words.push(texts.truncated);
    if (trust.missingSources.length > 0) words.push(texts.missingSources(trust.missingSources.join(', ')));
    return html`<div class="trust" part="trust">
      <ul>
        ${words.map((word) => html`<li>${word}</li>`)}
      </ul>
      <span class="updated">${trust.updatedAt === undefined ? nothing : trust.stale ? texts.notUpdatedSince(formatTime(trust.updatedAt, style)) : texts.updatedAt(formatTime(trust.updatedAt, style))}</span>
      <button type="button" class="plain icon-button no-print" title=${texts.refresh} aria-label=${texts.refresh} @click=${() => this.refresh()}>${refreshIcon()}</button>
      <button type="button" class="plain icon-button no-print" title=${texts.print} aria-label=${texts.print} @click=${() => this.print()}>${printerIcon()}</button>
    </div>`;
  }

  /** One polite line for all sections; where all of them failed for the same reason a banner tells it, and they need not (A7, N15). */
  #renderStatus(): TemplateResult {
    const { texts } = this;
    const { customerId } = this.settings;
    const failure = this.board.failure(customerId);
    const entries = this.board.entries(customerId).filter(([, { status }]) => status !== 'hidden');
    const errors = entries.filter(([, { status }]) => status === 'error');
    const failed = new Set(errors.map(([name]) => sectionOf[name] ?? name)).size;
    const allFailed = failed > 0 && errors.length === entries.length;
    const said = entries.some(([, { status }]) => status === 'loading')
      ? ''
      : failure
        ? errorTitle(failure, texts)
        : allFailed
          ? texts.nothingLoaded
          : failed > 0
            ? texts.sectionsFailed(failed, formatNumber(failed, this.language))
            : entries.length > 0 && texts.showing(this.#label);
    return html`<div class=${failure || allFailed ? 'banner' : 'visually-hidden'} part="status"><div class=${failure ? 'visually-hidden' : ''} role="status">${said || nothing}</div>${
      failure ? renderError(failure, texts, this.#retry) : nothing
    }</div>`;
  }

  /** The built-in section, unless the host put one of its own in its place: then the built-in one must not even load. */
  #renderSlot(name: SectionName): TemplateResult {
    return html`<div class=${`place ${name}`}><slot name=${name} @slotchange=${() => this.#readSlots()}>${this.replaced.has(name) ? nothing : sectionTemplates[name](this.#isWide)}</slot></div>`;
  }

  /** How the customer is called aloud; never by a name that is masked (A9). */
  get #label(): string {
    const customer = this.board.value('profile', this.settings.customerId)?.customer;
    const name = customer?.displayName;
    return name && !this.isMasked(NAME) ? clampText(name) : this.texts.customer;
  }

  get #isNarrow(): boolean {
    return this.width > 0 && this.width < NARROW;
  }

  /** Whether the profile stands beside the rest; without one there is nothing to stand beside. */
  get #isWide(): boolean {
    return this.width >= WIDE && this.#names.includes('profile') && !this.replaced.has('profile');
  }

  get #names(): readonly SectionName[] {
    const named = new Set(this.sections.split(/\s+/));
    return [...named].filter((name): name is SectionName => (SECTIONS as readonly string[]).includes(name));
  }

  /** What was searched for is somebody's name as well. */
  #resetSearch(): void {
    this.renderRoot.querySelector('c360-search')?.reset();
  }

  /** The banner goes, and its button with it: whoever was on it waits where the answers will be (A8). */
  readonly #retry = (): void => {
    if (this.shadowRoot?.activeElement) this.#sectionElements()[0]?.focusHeading();
    this.refresh();
  };

  #readSlots(): void {
    const replaced = new Set([...this.children].map(({ slot }) => slot).filter(Boolean));
    if (replaced.size !== this.replaced.size || [...replaced].some((name) => !this.replaced.has(name))) this.replaced = replaced;
  }

  #sectionElements(): readonly SectionElement[] {
    return [...this.renderRoot.querySelectorAll('*'), ...this.querySelectorAll('*')].filter(isSectionElement);
  }
}

const sectionTemplates: { readonly [Section in SectionName]: (wide: boolean) => TemplateResult } = {
  profile: (wide) => html`<c360-profile layout=${wide ? 'split' : 'stacked'} exportparts=${exportedParts('profile')}></c360-profile>`,
  impact: () => html`<c360-impact-chart exportparts=${exportedParts('impact')}></c360-impact-chart>`,
  timeline: () => html`<c360-timeline exportparts=${exportedParts('timeline')}></c360-timeline>`,
  campaigns: () => html`<c360-campaigns exportparts=${exportedParts('campaigns')}></c360-campaigns>`,
  predictions: () => html`<c360-predictions exportparts=${exportedParts('predictions')}></c360-predictions>`,
};
