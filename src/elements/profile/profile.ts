import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { imageRules, linkRules } from '../../data/link-rules.js';
import { today } from '../../data/question.js';
import { sourceFor } from '../../data/source-pool.js';
import { formatDay } from '../../format/date.js';
import type { FieldStyle } from '../../format/field-value.js';
import { allowedImage, allowedLink } from '../../format/link.js';
import { clampText } from '../../format/text.js';
import type { MessageOverrides } from '../../i18n/messages.js';
import { type BriefMessages, englishBrief } from '../../i18n/slices/brief.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishProfile, type ProfileMessages } from '../../i18n/slices/profile.js';
import { channelText } from '../../i18n/words.js';
import type { Consent, FieldValue, Profile } from '../../model/customer.js';
import { dayOf, type PlainDay } from '../../model/day.js';
import { MASK } from '../../model/masking.js';
import type { Product } from '../../model/product.js';
import type { Answer, Resource } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { channelIcon } from '../../ui/channel-icon.js';
import { renderCopy } from '../../ui/copy.js';
import { identityStyles, openName, renderIdentity } from '../../ui/identity.js';
import { popoverStyles } from '../../ui/popover.js';
import { productStyles } from '../../ui/product.js';
import { provenanceStyles, renderProvenance } from '../../ui/provenance.js';
import { sectionStyles } from '../../ui/section.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { renderError } from '../../ui/status.js';
import { tooltipStyles } from '../../ui/tooltip.js';
import { Copies } from '../copies.js';
import { DataElement } from '../data-element.js';
import { emit } from '../events.js';
import { Secrets } from '../secrets.js';
import { AttributeBlock } from './attribute-block.js';
import { allFields } from './attributes.js';
import { type BriefStyle, briefText, type Evidence, type Phrase, type Statement, toBrief } from './brief.js';
import type { CustomizeDialog, CustomizeView } from './customize.js';
import { renderMetrics } from './metric-block.js';
import { profileStyles } from './profile.styles.js';
import { SnapshotControl } from './snapshot-control.js';

type Texts = CommonMessages & IdentityMessages & ProfileMessages & BriefMessages;

/**
 * Who the customer is and what they are worth: identifiers, alerts, a brief, activity metrics, consent and attributes, also as of
 * an earlier day.
 *
 * @summary Identity, brief, metrics and attributes of one customer (B4 to B11, O1 to O10).
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart section - Identity, brief, consent and attributes.
 * @csspart identity - Alerts, picture, name and identifiers.
 * @csspart flag - One alert.
 * @csspart identifier - One identifier.
 * @csspart brief - Some sentences about the customer.
 * @csspart metrics - The activity metrics; beside the section when the layout is split.
 * @csspart metric - One metric.
 * @csspart consents - Consent by channel.
 * @csspart attributes - The attributes.
 * @csspart attribute - One attribute.
 * @csspart snapshot - The button that chooses another snapshot day.
 * @csspart past - The note that an earlier snapshot is shown.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When it could not.
 * @fires {CustomEvent<{ visible: string[]; scope: string }>} c360-attributes-change - Attributes were chosen or pinned; cancelable, then the host saves.
 * @fires {CustomEvent<{ key: string }>} c360-reveal - A masked value is about to be uncovered; cancelable.
 * @fires {CustomEvent<{ productId: string; url: string | undefined }>} c360-product-open - The last product was chosen; cancelable.
 * @fires {CustomEvent<{ section: string; format: string }>} c360-export - Something is about to be copied; cancelable.
 */
export class C360Profile extends DataElement<'profile', Texts> {
  static override readonly styles = [
    ...baseStyles,
    sectionStyles,
    tooltipStyles,
    popoverStyles,
    identityStyles,
    productStyles,
    provenanceStyles,
    profileStyles,
  ];

  override readonly section = 'profile';

  /**
   * `stacked` (default): one block. `split`: the element itself has no box (`display: contents`), and its two blocks, parts
   * `section` and `metrics`, are laid out by whoever contains it.
   */
  @property() layout: 'stacked' | 'split' = 'stacked';

  readonly #metrics = this.createResource('metrics');
  readonly #secrets = new Secrets(this, (value) => this.isMasked(value));
  readonly #copies = new Copies(this, 'profile');
  readonly #attributes = new AttributeBlock(this);
  readonly #snapshot = new SnapshotControl(this, () => this.#snapshotView);
  #dialog: CustomizeDialog | undefined;
  /** A choice of attributes that the answer on screen does not know yet. */
  #chosen: { readonly visible: readonly string[]; readonly over: Profile } | undefined;
  #unsubscribe: (() => void) | undefined;
  #subscribedTo: object | undefined;
  #shownFor: unknown;

  constructor() {
    super({ ...englishCommon, ...englishIdentity, ...englishProfile, ...englishBrief }, 'profile');
  }

  /** What is searched for among the attributes, and whether all are shown. */
  override get viewState(): object {
    return this.#attributes.viewState;
  }
  override set viewState(state: object) {
    this.#attributes.viewState = state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#onPrint);
    this.#unsubscribe?.();
    this.#subscribedTo = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { board } = this;
    const { customerId } = this.settings;
    this.setState('split', this.layout === 'split');
    this.setState('past', Boolean(this.settings.asOf));
    this.#secrets.belongTo(customerId);
    if (customerId !== this.#shownFor) this.#attributes.clear();
    this.#shownFor = customerId;
    if (board === this.#subscribedTo || !this.isConnected) return;
    // The brief grows with what the other sections learn.
    this.#unsubscribe?.();
    this.#unsubscribe = board.subscribe(() => this.requestUpdate());
    this.#subscribedTo = board;
  }

  protected override skeleton() {
    return [44, 64];
  }

  protected override renderFrame(resource: Resource<Profile>): unknown {
    return html`${super.renderFrame(resource)}${this.layout === 'split' ? this.#renderMetrics() : nothing}`;
  }

  protected override renderActions(): unknown {
    return this.#snapshot.render();
  }

  protected override renderBody(resource: Resource<Profile>): unknown {
    if (resource.status === 'idle' || resource.status === 'hidden') return super.renderBody(resource);
    return html`${this.#snapshot.renderNote()}${super.renderBody(resource)}${this.layout === 'split' ? nothing : this.#renderMetrics()}${this.#renderDetails(resource)}`;
  }

  protected override renderReady({ customer }: Profile): unknown {
    return html`${this.scope?.embedded ? nothing : this.#renderIdentity(customer)}${this.#renderBrief()}`;
  }

  #renderIdentity(customer: Profile['customer']): TemplateResult {
    const picture = allowedImage(customer.avatarUrl, imageRules(this.settings));
    const { texts, language } = this;
    return renderIdentity({ customer, ...(picture && { picture }), texts, language, secrets: this.#secrets, copies: this.#copies });
  }

  #renderBrief(): TemplateResult | typeof nothing {
    const brief = this.#brief;
    if (brief.length === 0) return nothing;
    const { texts } = this;
    return html`<div class="brief block" part="brief" role="group" aria-label=${texts.brief}>
      <p>${brief.map((statement) => html`${statement.map((phrase) => this.#renderPhrase(phrase))} `)}</p>
      ${renderCopy('brief', texts.brief, () => this.#briefForCopy(), this.#copies, texts)}
    </div>`;
  }

  /** A fact leads to where it can be seen; whatever came from the board has its section on the page. */
  #renderPhrase({ text, evidence }: Phrase): TemplateResult {
    return evidence ? html`<button type="button" class="evidence" @click=${() => this.#show(evidence)}>${text}</button>` : html`${text}`;
  }

  #renderMetrics(): TemplateResult | typeof nothing {
    const { resource } = this.#metrics;
    const { texts } = this;
    if (resource.status === 'idle' || resource.status === 'hidden' || resource.status === 'empty') return nothing;
    return html`<div class="metrics block" part="metrics" role="region" aria-label=${texts.metrics} aria-busy=${resource.status === 'loading' ? 'true' : 'false'} tabindex="-1">
      ${
        resource.status === 'ready'
          ? renderMetrics({
              ...this.#style,
              metrics: resource.answer.value,
              now: this.nowInstant,
              secrets: this.#secrets,
              picture: (url) => allowedImage(url, imageRules(this.settings)),
              link: (url) => allowedLink(url, linkRules(this.settings)),
              openProduct: (product, href, event) => this.#openProduct(product, href, event),
            })
          : resource.status === 'error'
            ? renderError(resource.error, texts, () => this.#metrics.refresh())
            : renderSkeleton([96])
      }
    </div>`;
  }

  #renderDetails(resource: Resource<Profile>): unknown {
    if (resource.status === 'loading') return renderSkeleton([24, ...Array.from({ length: 10 }, () => 14)]);
    if (resource.status !== 'ready') return nothing;
    const { value: profile, meta }: Answer<Profile> = resource.answer;
    const { texts } = this;
    const { customer, segments } = profile;
    return html`${
      customer.consents?.length || segments.length
        ? html`<div class="facts">
            ${customer.consents?.length ? this.#renderConsents(customer.consents) : nothing}
            ${
              segments.length
                ? html`<div class="block segments">
                    <div class="title" role="heading" aria-level=${this.#subLevel}>${texts.segments}</div>
                    <ul class="chips">
                      ${segments.map(({ name }) => html`<li class="chip small"><bdi>${clampText(name, 60)}</bdi></li>`)}
                    </ul>
                  </div>`
                : nothing
            }
          </div>`
        : nothing
    }
      ${this.#attributes.render({
        profile,
        visible: this.#visibleOf(profile),
        pins: this.#pins,
        texts,
        style: this.#style,
        level: this.#subLevel,
        isPast: Boolean(this.settings.asOf),
        folds: this.collapsible,
        secrets: this.#secrets,
        readField: this.#readField,
        pin: (keys) => this.#pin(keys),
        customize: (key) => void this.#customize(key),
      })}
      ${this.#dialog ? html`${this.#dialog.renderOutcome()}${this.#dialog.render()}` : nothing}
      ${renderProvenance(meta, texts, this.#style)}`;
  }

  #renderConsents(consents: readonly Consent[]): TemplateResult {
    const { texts } = this;
    const words = { granted: texts.consentGranted, denied: texts.consentDenied, unknown: texts.consentUnknown };
    const tones = { granted: 'positive', denied: 'negative', unknown: 'muted' };
    return html`<div class="block consents" part="consents">
      <div class="title" role="heading" aria-level=${this.#subLevel} tabindex="-1">${texts.consents}</div>
      <ul>
        ${consents.map(({ channel, status, since }) => {
          const day =
            since === undefined ? undefined : formatDay(typeof since === 'number' ? dayOf(since, this.zone) : since, this.#style, today(this.settings));
          return html`<li>
            ${channelIcon(channel)()}<bdi>${clampText(channelText(channel, texts), 60)}</bdi
            ><span class=${tones[status]}>${words[status]}${day ? html` <span class="small">${texts.sinceDay(day)}</span>` : nothing}</span>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  get #subLevel(): number {
    return (this.settings.headingLevel ?? 2) + 1;
  }

  get #pins(): readonly string[] {
    const pins: unknown = this.settings.pinnedAttributes;
    return Array.isArray(pins) ? pins.filter((key) => typeof key === 'string') : [];
  }

  get #style(): FieldStyle & { readonly texts: Texts } {
    const { texts, language, settings, zone } = this;
    const { currency } = settings;
    return {
      texts,
      language,
      timeZone: zone,
      unknown: texts.unknownDate,
      yes: texts.yes,
      no: texts.no,
      links: linkRules(settings),
      ...(currency && { currency }),
    };
  }

  get #brief(): readonly Statement[] {
    const { board } = this;
    const { customerId } = this.settings;
    const known = <Name extends 'profile' | 'metrics' | 'events' | 'campaigns' | 'predictions'>(name: Name) => {
      const value = board.value(name, customerId);
      return value && { [name]: value };
    };
    const style: BriefStyle = {
      ...this.#style,
      now: this.nowInstant,
      hide: (key, type, text) => (this.isMasked({ key, type }) ? MASK : text),
    };
    return toBrief({ ...known('profile'), ...known('metrics'), ...known('events'), ...known('campaigns'), ...known('predictions') }, style);
  }

  /** With who it is about, when it was true, and what nobody may overlook; for a ticket. */
  #briefForCopy(): string {
    const { texts, main } = this;
    if (main.resource.status !== 'ready') return '';
    const { customer, asOf } = main.resource.answer.value;
    const id = this.isMasked({ key: 'id', type: 'id', personal: true }) ? undefined : `${texts.customerIdLabel} ${customer.id}`;
    const head = [openName(customer, this.#secrets), id, asOf && texts.asOf(formatDay(asOf, this.#style))];
    const alerts = customer.flags.map(({ label }) => clampText(label, 120)).join(', ');
    return [head.filter(Boolean).join(' · '), alerts && `${texts.alerts}: ${alerts}`, briefText(this.#brief)].filter(Boolean).join('\n');
  }

  get #snapshotView() {
    const { main, settings, texts, language } = this;
    const shown = main.resource.status === 'ready' ? main.resource.answer.value.asOf : undefined;
    return { shown, asked: settings.asOf, today: today(settings), texts, language, choose: (day: PlainDay | undefined) => this.chooseSnapshot(day) };
  }

  /** Reads a sensitive value the answer left out, for the customer on screen. */
  get #readField(): ((key: string, signal: AbortSignal) => Promise<FieldValue>) | undefined {
    const { connection, customerId } = this.settings;
    const { field } = sourceFor(connection);
    if (!field || typeof customerId !== 'string') return undefined;
    return async (key, signal) => (await field({ id: customerId, key }, { signal })).value;
  }

  #show(evidence: Evidence): void {
    if (evidence === 'metrics' || evidence === 'consents') {
      const selector = evidence === 'metrics' ? '.metrics' : '.consents [tabindex]';
      const target = this.renderRoot.querySelector<HTMLElement>(selector);
      target?.focus();
      target?.scrollIntoView({ block: 'nearest' });
    } else this.scope?.showEvidence(evidence);
  }

  #openProduct({ id }: Product, href: string | undefined, event: Event): void {
    if (!emit(this, 'c360-product-open', { productId: id, url: href })) event.preventDefault();
  }

  /** A choice just made stands until an answer comes that was asked for after it was saved. */
  #visibleOf(profile: Profile): readonly string[] | undefined {
    const chosen = this.#chosen;
    if (!chosen) return profile.visible;
    if (chosen.over !== profile && this.#dialog?.isSaving) this.#chosen = { ...chosen, over: profile };
    return chosen.over === profile || this.#dialog?.isSaving ? chosen.visible : profile.visible;
  }

  /** The dialog comes with its code on the first use. */
  async #customize(key: string | undefined): Promise<void> {
    try {
      const { CustomizeDialog: Dialog } = await import('./customize.js');
      this.#dialog ??= new Dialog(this, () => this.#customizeView);
      this.#dialog.open(key);
    } catch {
      this.#attributes.fail(this.texts.errorUnreachable);
    }
  }

  get #customizeView(): CustomizeView {
    const { main, settings, texts, language } = this;
    const profile = main.resource.status === 'ready' ? main.resource.answer.value : undefined;
    return {
      source: sourceFor(settings.connection),
      fields: profile ? allFields(profile) : [],
      visible: profile && this.#visibleOf(profile),
      texts,
      language,
      overrides: settings.messages as MessageOverrides | undefined,
      announce: (visible) => emit(this, 'c360-attributes-change', { visible, scope: 'all-customers' }),
      show: (visible) => {
        this.#chosen = profile && visible && { visible, over: profile };
        this.requestUpdate();
      },
    };
  }

  #pin(keys: readonly string[]): void {
    if (emit(this, 'c360-attributes-change', { visible: keys, scope: 'mine' })) this.choosePins(keys);
  }

  readonly #onPrint = () => this.#attributes.openAll();
}
