import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import type { Board } from '../../data/board.js';
import { imageRules, linkRules } from '../../data/link-rules.js';
import { today } from '../../data/question.js';
import { sourceFor } from '../../data/source-pool.js';
import { Terms } from '../../data/terms.js';
import { formatDay } from '../../format/date.js';
import type { FieldStyle } from '../../format/field-value.js';
import { allowedImage, allowedLink } from '../../format/link.js';
import { clampText } from '../../format/text.js';
import type { MessageOverrides } from '../../i18n/messages.js';
import { type BriefMessages, englishBrief } from '../../i18n/slices/brief.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishProfile, type ProfileMessages } from '../../i18n/slices/profile.js';
import { englishShared, type SharedMessages } from '../../i18n/slices/shared.js';
import { channelText } from '../../i18n/words.js';
import type { Consent, FieldValue, Metrics, Profile } from '../../model/customer.js';
import { dayOf, type Instant, type PlainDay } from '../../model/day.js';
import { CUSTOMER_ID, coverQuery } from '../../model/masked-id.js';
import { MASK, type Maskable } from '../../model/masking.js';
import type { Product } from '../../model/product.js';
import type { Answer, Resource } from '../../model/resource.js';
import { channelIcon } from '../../ui/channel-icon.js';
import { renderCopy } from '../../ui/copy.js';
import { html } from '../../ui/html.js';
import { identityStyles, openName, renderIdentity } from '../../ui/identity.js';
import { popoverStyles } from '../../ui/popover.js';
import { productStyles } from '../../ui/product.js';
import { provenanceStyles, renderProvenance } from '../../ui/provenance.js';
import { renderError } from '../../ui/status.js';
import { tooltipStyles } from '../../ui/tooltip.js';
import { askFor } from '../asked.js';
import { Copies } from '../copies.js';
import { emit } from '../events.js';
import { Secrets } from '../secrets.js';
import type { SectionHost } from '../section-host.js';
import { AttributeBlock, nameOf } from './attribute-block.js';
import { allFields } from './attributes.js';
import { type BriefStyle, briefText, type Evidence, type Known, type Phrase, type Statement, toBrief, toBriefPlaces } from './brief.js';
import type { CustomizeDialog, CustomizeView } from './customize.js';
import { renderMetrics } from './metric-block.js';
import { profileStyles } from './profile.styles.js';
import { SnapshotControl } from './snapshot-control.js';

export type ProfileTexts = SharedMessages & IdentityMessages & ProfileMessages & BriefMessages;

/** What the brief is made of. */
const BRIEFED = ['profile', 'metrics', 'events', 'campaigns', 'predictions'] as const satisfies readonly (keyof Known)[];

/** As many words as a statement of that many characters has: when it comes, what stands below stays where it is. */
const renderAwaited = (characters: number) =>
  html`<span aria-hidden="true">${Array.from({ length: Math.round(characters / 6) }, () => html`<span class="awaited"></span>`)}</span>`;

/** What the profile hands to its view beside what every section does. */
export interface ProfileSection {
  readonly metrics: { readonly resource: Resource<Metrics>; readonly refresh: () => void };
  readonly board: Board;
  readonly nowInstant: Instant;
  /** Folds where room is scarce. */
  readonly collapsible: boolean;
  readonly isMasked: (value: Maskable) => boolean;
  /** Takes another snapshot day, `undefined` for the newest. */
  readonly chooseSnapshot: (day: PlainDay | undefined) => void;
  /** Takes this person's pins (T36); kept nowhere else, the host was told before. */
  readonly choosePins: (keys: readonly string[]) => void;
  readonly addStyles: (styles: CSSResultGroup) => void;
}

/** Everything of the profile that is not the element itself: a file of its own, loaded while the data is under way. */
export class ProfileView {
  static readonly english = { ...englishShared, ...englishIdentity, ...englishProfile, ...englishBrief };
  static readonly styles: CSSResultGroup = [tooltipStyles, popoverStyles, identityStyles, productStyles, provenanceStyles, profileStyles];

  readonly #host: SectionHost<Profile, ProfileTexts>;
  readonly #section: ProfileSection;
  readonly #terms: Terms;
  readonly #secrets: Secrets;
  readonly #copies: Copies;
  readonly #attributes: AttributeBlock;
  readonly #snapshot: SnapshotControl;
  #dialog: CustomizeDialog | undefined;
  /** A choice of attributes that the answer on screen does not know yet. */
  #chosen: { readonly visible: readonly string[]; readonly over: Profile } | undefined;

  constructor(host: SectionHost<Profile, ProfileTexts>, section: ProfileSection) {
    this.#host = host;
    this.#section = section;
    this.#terms = new Terms(host);
    this.#secrets = new Secrets(host.element, (value) => section.isMasked(value));
    this.#copies = new Copies(host.element, 'profile');
    this.#attributes = new AttributeBlock(host.element);
    this.#snapshot = new SnapshotControl(host.element, () => this.#snapshotView);
  }

  /** What is searched for among the attributes, and whether all are shown. */
  get saved(): object {
    return this.#attributes.viewState;
  }
  set saved(state: object) {
    this.#attributes.viewState = state;
  }

  /** Another customer: nothing stays uncovered or searched for. */
  clear(): void {
    this.#attributes.clear();
    this.#dialog?.forgetSuccess();
    this.#dialog?.close();
  }

  /** Covers what was uncovered for somebody else. */
  belongTo(customerId: unknown): void {
    this.#secrets.belongTo(customerId);
  }

  renderActions(): unknown {
    return this.#snapshot.render();
  }

  /** Above everything: that an earlier day is shown. */
  renderNote(): unknown {
    return this.#snapshot.renderNote();
  }

  /** The main value: who, and the brief. */
  render({ customer }: Profile): unknown {
    return html`${this.#host.scope?.embedded ? nothing : this.#renderIdentity(customer)}${this.#renderBrief()}`;
  }

  #renderIdentity(customer: Profile['customer']): TemplateResult {
    const picture = allowedImage(customer.avatarUrl, imageRules(this.#host.settings));
    const { texts, language } = this.#host;
    return renderIdentity({ customer, ...(picture && { picture }), texts, language, secrets: this.#secrets, copies: this.#copies });
  }

  #renderBrief(): TemplateResult | typeof nothing {
    // It is made from what the other sections know today, which would be wrong below another day.
    const places = this.#host.settings.asOf ? [] : toBriefPlaces(this.#known, this.#awaited, this.#briefStyle);
    if (places.every((place) => place === undefined)) return nothing;
    const { texts } = this.#host;
    return html`<div class="brief block" part="brief" role="group" aria-label=${texts.brief}>
      <p>${places.map((place) => this.#renderPlace(place))}</p>
      ${renderCopy('brief', texts.brief, () => this.#briefForCopy(), this.#copies, texts)}
    </div>`;
  }

  #renderPlace(place: Statement | number | undefined): TemplateResult | typeof nothing {
    if (place === undefined) return nothing;
    if (typeof place === 'number') return renderAwaited(place);
    return html`${place.map((phrase, index) => this.#renderPhrase(phrase, index === place.length - 1 ? ' ' : ''))}`;
  }

  /**
   * A fact leads to where it can be seen; whatever came from the board has its section on the page. What parts it from the next statement is
   * one text with it: a blank of its own counts as moved whenever a line ends there.
   */
  #renderPhrase({ text, evidence }: Phrase, after: string): TemplateResult {
    return evidence ? html`<button type="button" class="evidence" @click=${() => this.#show(evidence)}>${text}</button>${after}` : html`${text + after}`;
  }

  /** The activity metrics, a block of their own. */
  renderMetrics(): TemplateResult | typeof nothing {
    const { resource } = this.#section.metrics;
    const { texts } = this.#host;
    if (resource.status !== 'ready' && resource.status !== 'error') return nothing;
    return html`<div class="metrics block" part="metrics" role="region" aria-label=${texts.metrics} tabindex="-1">
      ${
        resource.status === 'ready'
          ? renderMetrics({
              ...this.#style,
              metrics: resource.answer.value,
              now: this.#section.nowInstant,
              secrets: this.#secrets,
              picture: (url) => allowedImage(url, imageRules(this.#host.settings)),
              link: (url) => allowedLink(url, linkRules(this.#host.settings)),
              openProduct: (product, href, event) => this.#openProduct(product, href, event),
            })
          : html`<div class="title" role="heading" aria-level=${this.#subLevel}>${texts.metrics}</div>
              ${renderError(resource.error, texts, () => this.#section.metrics.refresh())}`
      }
    </div>`;
  }

  /** Consent, segments and attributes. */
  renderDetails(resource: Resource<Profile>): unknown {
    if (resource.status !== 'ready') return nothing;
    const { value: profile, meta }: Answer<Profile> = resource.answer;
    const { texts } = this.#host;
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
        terms: this.#terms,
        style: this.#style,
        level: this.#subLevel,
        isPast: Boolean(this.#host.settings.asOf),
        folds: this.#section.collapsible,
        secrets: this.#secrets,
        readField: this.#readField,
        pin: (keys) => this.#pin(keys),
        customize: (key) => void this.#customize(key),
        outcome: this.#dialog?.renderOutcome(),
      })}
      ${this.#dialog?.render()}
      ${renderProvenance(coverQuery(meta, this.#host.settings.customerId, this.#section.isMasked(CUSTOMER_ID)), texts, this.#style)}`;
  }

  #renderConsents(consents: readonly Consent[]): TemplateResult {
    const { texts } = this.#host;
    const words = { granted: texts.consentGranted, denied: texts.consentDenied, unknown: texts.consentUnknown };
    const tones = { granted: 'positive', denied: 'negative', unknown: 'muted' };
    return html`<div class="block consents" part="consents">
      <div class="title" role="heading" aria-level=${this.#subLevel} tabindex="-1">${texts.consents}</div>
      <ul>
        ${consents.map(({ channel, status, since }) => {
          const day =
            since === undefined
              ? undefined
              : formatDay(typeof since === 'number' ? dayOf(since, this.#host.zone) : since, this.#style, today(this.#host.settings));
          return html`<li>
            ${channelIcon(channel)()}<bdi>${clampText(channelText(channel, texts), 60)}</bdi
            ><span class=${tones[status]}>${words[status]}${day ? html` <span class="small">${texts.sinceDay(day)}</span>` : nothing}</span>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  get #subLevel(): number {
    return (this.#host.settings.headingLevel ?? 2) + 1;
  }

  get #pins(): readonly string[] {
    const pins: unknown = this.#host.settings.pinnedAttributes;
    return Array.isArray(pins) ? pins.filter((key) => typeof key === 'string') : [];
  }

  get #style(): FieldStyle & { readonly texts: ProfileTexts } {
    const { texts, language, settings, zone } = this.#host;
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

  get #known(): Known {
    const { board } = this.#section;
    const { customerId } = this.#host.settings;
    return Object.fromEntries(BRIEFED.map((name) => [name, board.value(name, customerId)]).filter(([, value]) => value));
  }

  /** What a section of the page has asked for and will say more. */
  get #awaited(): ReadonlySet<keyof Known> {
    const { board } = this.#section;
    return new Set(BRIEFED.filter((name) => board.resource(name, this.#host.settings.customerId)?.status === 'loading'));
  }

  get #briefStyle(): BriefStyle {
    return {
      ...this.#style,
      now: this.#section.nowInstant,
      hide: (key, type, text) => (this.#section.isMasked({ key, type }) ? MASK : text),
    };
  }

  /** With who it is about, when it was true, and what nobody may overlook; for a ticket. */
  #briefForCopy(): string {
    const { texts, resource } = this.#host;
    if (resource.status !== 'ready') return '';
    const { customer, asOf } = resource.answer.value;
    const id = this.#section.isMasked({ key: 'id', type: 'id', personal: true }) ? undefined : `${texts.customerIdLabel} ${customer.id}`;
    const head = [openName(customer, this.#secrets), id, asOf && texts.asOf(formatDay(asOf, this.#style))];
    const alerts = customer.flags.map(({ label }) => clampText(label, 120)).join(', ');
    return [head.filter(Boolean).join(' · '), alerts && `${texts.alerts}: ${alerts}`, briefText(toBrief(this.#known, this.#briefStyle))]
      .filter(Boolean)
      .join('\n');
  }

  get #snapshotView() {
    const { resource, settings, texts, language } = this.#host;
    const shown = resource.status === 'ready' ? resource.answer.value.asOf : undefined;
    return { shown, asked: settings.asOf, today: today(settings), texts, language, choose: (day: PlainDay | undefined) => this.#section.chooseSnapshot(day) };
  }

  /** Reads a sensitive value the answer left out, for the customer on screen. */
  get #readField(): ((key: string, signal: AbortSignal) => Promise<FieldValue>) | undefined {
    const { connection, customerId } = this.#host.settings;
    const { field } = sourceFor(connection);
    if (!field || typeof customerId !== 'string') return undefined;
    return (key, signal) => askFor(this.#host, signal, async () => (await field({ id: customerId, key }, { signal })).value);
  }

  #show(evidence: Evidence): void {
    if (evidence === 'metrics' || evidence === 'consents') {
      const selector = evidence === 'metrics' ? '.metrics' : '.consents [tabindex]';
      const target = this.#host.element.renderRoot.querySelector<HTMLElement>(selector);
      target?.focus();
      target?.scrollIntoView({ block: 'nearest' });
    } else this.#host.scope?.showEvidence(evidence);
  }

  #openProduct({ id }: Product, href: string | undefined, event: Event): void {
    if (!emit(this.#host.element, 'c360-product-open', { productId: id, url: href })) event.preventDefault();
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
      this.#section.addStyles(Dialog.styles);
      this.#dialog ??= new Dialog(this.#host.element, () => this.#customizeView);
      this.#dialog.open(key);
    } catch {
      this.#attributes.fail(this.#host.texts.errorUnreachable);
    }
  }

  get #customizeView(): CustomizeView {
    const { resource, settings, texts, language, element, tellFailure } = this.#host;
    const profile = resource.status === 'ready' ? resource.answer.value : undefined;
    return {
      source: sourceFor(settings.connection),
      fields: profile ? allFields(profile) : [],
      visible: profile && this.#visibleOf(profile),
      nameOf: (field) => nameOf(field, this.#terms),
      texts,
      language,
      overrides: settings.messages as MessageOverrides | undefined,
      // What is being saved goes on when the element has left the page; nobody is there to hear of it then.
      tellFailure: (error) => element.isConnected && tellFailure(error),
      announce: (visible) => emit(this.#host.element, 'c360-attributes-change', { visible, scope: 'all-customers' }),
      show: (visible) => {
        this.#chosen = profile && visible && { visible, over: profile };
        this.#host.element.requestUpdate();
      },
    };
  }

  #pin(keys: readonly string[]): void {
    if (emit(this.#host.element, 'c360-attributes-change', { visible: keys, scope: 'mine' })) this.#section.choosePins(keys);
  }
}
