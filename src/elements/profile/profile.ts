import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { BriefMessages } from '../../i18n/slices/brief.js';
import { englishCommon } from '../../i18n/slices/common.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { ProfileMessages } from '../../i18n/slices/profile.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { Profile } from '../../model/customer.js';
import type { Resource } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { DataElement } from '../data-element.js';
import type { ProfileSection, ProfileView } from './profile-view.js';
import { splitStyles } from './split.styles.js';

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
export class C360Profile extends DataElement<'profile', SharedMessages & IdentityMessages & ProfileMessages & BriefMessages> {
  static override readonly styles = [...baseStyles, sectionStyles, splitStyles];

  override readonly section = 'profile';

  /**
   * `stacked` (default): one block. `split`: the element itself has no box (`display: contents`), and its two blocks, parts
   * `section` and `metrics`, are laid out by whoever contains it.
   */
  @property() layout: 'stacked' | 'split' = 'stacked';

  readonly #metrics = this.createResource('metrics');
  #view: ProfileView | undefined;
  #saved: object = {};
  #unsubscribe: (() => void) | undefined;
  #subscribedTo: object | undefined;
  #shownFor: unknown;
  /** Of the block, which alone has one where it stands apart, and that only once it is there. */
  #metricsWidth = 0;

  constructor() {
    super(englishCommon, 'profile');
  }

  /** What is searched for among the attributes, and whether all are shown. */
  override get viewState(): object {
    return this.#view?.saved ?? this.#saved;
  }
  override set viewState(state: object) {
    this.#saved = state;
    if (this.#view) this.#view.saved = state;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#subscribedTo = undefined;
  }

  protected override async prepare(): Promise<void> {
    const { ProfileView: View } = await import('./profile-view.js');
    this.addPart(View);
    this.#view = new View(this.host, this.#access);
    this.#view.saved = this.#saved;
    this.#view.belongTo(this.settings.customerId);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { board } = this;
    const { customerId } = this.settings;
    this.setState('split', this.layout === 'split');
    this.setState('past', Boolean(this.settings.asOf));
    this.#view?.belongTo(customerId);
    if (customerId !== this.#shownFor) this.#view?.clear();
    this.#shownFor = customerId;
    if (board === this.#subscribedTo || !this.isConnected) return;
    // The brief grows with what the other sections learn.
    this.#unsubscribe?.();
    this.#unsubscribe = board.subscribe(() => this.requestUpdate());
    this.#subscribedTo = board;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Before the first picture is seen; the block holds a drawing of its own only while it keeps a place.
    const width = this.renderRoot.querySelector('.metrics > .bone-drawing')?.clientWidth;
    if (!width || width === this.#metricsWidth) return;
    this.#metricsWidth = width;
    void this.updateComplete.then(() => this.requestUpdate());
  }

  protected override skeleton(width: number): readonly number[] {
    // Beside the others, in a column of its own, it has no box and so no width.
    return [width < 500 ? 190 : 100];
  }

  protected override renderFrame(resource: Resource<Profile>): unknown {
    return html`${super.renderFrame(resource)}${this.layout === 'split' ? this.#renderMetrics() : nothing}`;
  }

  protected override renderActions({ status }: Resource<Profile>): unknown {
    return status === 'ready' && this.#view?.renderActions();
  }

  protected override renderBody(resource: Resource<Profile>): unknown {
    if (resource.status === 'idle' || resource.status === 'hidden') return super.renderBody(resource);
    return html`${this.#view?.renderNote() ?? nothing}${super.renderBody(resource)}${this.layout === 'split' ? nothing : this.#renderMetrics()}${this.#renderDetails(resource)}`;
  }

  protected override renderReady(profile: Profile): unknown {
    return this.#view?.render(profile) ?? nothing;
  }

  /** The metrics, or a place of about their size until they and what draws them are there: nothing below may jump. */
  #renderMetrics(): unknown {
    const { resource } = this.#metrics;
    const { status } = resource;
    if (this.isToldElsewhere(resource)) return nothing;
    if (status !== 'loading') {
      if (this.#view) return this.#view.renderMetrics();
      if (status !== 'ready') return nothing;
    }
    const height = this.#metricsWidth < 600 ? 340 : Math.max(136, 430 - 0.32 * this.#metricsWidth);
    return html`<div class="metrics block" part="metrics" aria-busy="true">${renderSkeleton([height])}</div>`;
  }

  #renderDetails(resource: Resource<Profile>): unknown {
    if (resource.status !== 'loading') return this.#view?.renderDetails(resource) ?? nothing;
    const width = this.clientWidth;
    // Folded under their heading, else in one column, two or three.
    const rows = this.collapsible ? 6 : width < 560 ? 26 : width < 840 ? 15 : 12;
    return renderSkeleton(Array<number>(rows).fill(26));
  }

  get #access(): ProfileSection {
    const element = this;
    return {
      metrics: this.#metrics,
      get board() {
        return element.board;
      },
      get nowInstant() {
        return element.nowInstant;
      },
      get collapsible() {
        return element.collapsible;
      },
      isMasked: (value) => this.isMasked(value),
      // In this element where it has a customer, a day, or pins, of its own.
      chooseSnapshot: (day) => {
        if (this.scope && (this.customerId ?? this.asOf) === undefined) this.scope.chooseSnapshot(day);
        else this.takeSnapshot(day);
      },
      choosePins: (keys) => {
        if (this.scope && this.pinnedAttributes === undefined) this.scope.choosePins(keys);
        else this.pinnedAttributes = keys;
      },
      addStyles: (styles) => this.addStyles(styles),
    };
  }
}
