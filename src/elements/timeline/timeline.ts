import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { imageRules, linkRules } from '../../data/link-rules.js';
import { ask, rangeFor, today } from '../../data/question.js';
import { sourceFor } from '../../data/source-pool.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishTimeline, type TimelineMessages } from '../../i18n/slices/timeline.js';
import type { Activity } from '../../model/activity.js';
import type { EventsQuery } from '../../model/customer-source.js';
import { type PlainDay, toPlainDay } from '../../model/day.js';
import type { CustomerEvent, Page } from '../../model/event.js';
import type { Answer, EmptyReason, Resource } from '../../model/resource.js';
import { type ErrorKind, SourceError } from '../../model/source-error.js';
import type { DayRange } from '../../model/time-frame.js';
import { baseStyles } from '../../ui/base.styles.js';
import { dialogStyles } from '../../ui/dialog.js';
import { download, toFileName } from '../../ui/download.js';
import { downloadIcon } from '../../ui/icons.js';
import { laneStyles } from '../../ui/lane.js';
import { productStyles } from '../../ui/product.js';
import { provenanceStyles, renderProvenance } from '../../ui/provenance.js';
import { RowWindow } from '../../ui/row-window.js';
import { secretStyles } from '../../ui/secret.js';
import { sectionStyles } from '../../ui/section.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { emptyText, renderError, renderNothing } from '../../ui/status.js';
import { tooltipStyles } from '../../ui/tooltip.js';
import { DataElement } from '../data-element.js';
import { emit } from '../events.js';
import { Secrets } from '../secrets.js';
import { DetailsPart } from './details-part.js';
import type { FactsScene } from './event-facts.js';
import { EventList } from './event-list.js';
import type { TypeLabels } from './event-text.js';
import { sameFilters, type TimelineFilters, toFilters } from './filters.js';
import type { MessageView, ReadProof } from './message-view.js';
import { ZOOMS, type Zoom } from './overview.js';
import { OverviewPart } from './overview-part.js';
import type { RowScene } from './render-event.js';
import { timelineStyles } from './timeline.styles.js';

/** How many events a page has. */
const LIMIT = 200;
/** The section while its overview is there and its list is not. */
const NO_EVENTS: Page<CustomerEvent> = { items: [] };
/** After these of any page the data on screen must go (H3, H5, H8). */
const purging: ReadonlySet<ErrorKind> = new Set(['unauthorized', 'forbidden', 'gone', 'not-found']);

export type TimelineTexts = CommonMessages & IdentityMessages & TimelineMessages;

/** What `viewState` saves. */
interface TimelineState {
  readonly filters?: TimelineFilters;
  readonly day?: PlainDay;
  readonly zoom?: Zoom;
  readonly open?: readonly string[];
}

/**
 * Everything that happened: the Activity Overview, a lane of dots for each category, and the Activity Details, a list by days,
 * linked (B12 to B27).
 *
 * @summary What the customer did and what was sent to them, as dots and as a list.
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart overview - The Activity Overview.
 * @csspart dot - The dots of one lane.
 * @csspart event - One line of the Activity Details.
 * @cssprop [--c360-site] - Colour of site activities.
 * @cssprop [--c360-email] - Colour of delivered e-mails.
 * @cssprop [--c360-purchase] - Colour of purchases.
 * @cssprop [--c360-other] - Colour of everything else.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When one of its parts, or a further page, could not be loaded.
 * @fires {CustomEvent} c360-day-focus - When a day is hovered or focused.
 * @fires {CustomEvent} c360-message-open - Before a message is shown; cancelable.
 * @fires {CustomEvent} c360-product-open - Before a product is opened; cancelable.
 * @fires {CustomEvent} c360-campaign-open - Before a campaign is opened; cancelable.
 * @fires {CustomEvent} c360-reveal - Before a masked value is uncovered; cancelable.
 * @fires {CustomEvent} c360-export - Before the list is exported; cancelable.
 */
export class C360Timeline extends DataElement<'events', TimelineTexts> {
  static override readonly styles = [
    ...baseStyles,
    sectionStyles,
    laneStyles,
    ...productStyles,
    provenanceStyles,
    secretStyles,
    tooltipStyles,
    dialogStyles,
    timelineStyles,
  ];

  override readonly section = 'timeline';

  @state() private openRows: ReadonlySet<string> = new Set();
  /** The day a person went to. */
  @state() private shownDay: PlainDay | undefined;

  readonly #activity = this.createResource('activity', { emptyReason: ({ days }) => (days.length > 0 ? undefined : this.#nothing) });
  readonly #list = new EventList(this, (more, signal) => this.#readPage(more, signal));
  readonly #overview = new OverviewPart(this, {
    goTo: (day) => this.#goTo(day),
    markDay: (day) => this.#markDay(day),
    chooseLane: (lane) => this.#filter({ ...this.#filters, lane, type: undefined }),
  });
  readonly #details = new DetailsPart(new RowWindow(this, (edge) => this.#onNear(edge)), {
    goTo: (day) => this.#goTo(day),
    goToNewest: () => this.#startAt(undefined),
    markDay: (day) => this.#markDay(day),
    filter: (filters) => this.#filter(toFilters(filters)),
  });
  readonly #secrets = new Secrets(this, (value) => this.isMasked(value));
  #filters: TimelineFilters = {};
  /** The list begins at this day instead of the newest. */
  #anchor: PlainDay | undefined;
  /** Where to go once the list is there. */
  #destination: PlainDay | undefined;
  #marked: PlainDay | null = null;
  #owner: readonly unknown[] = [];
  #labels: { readonly activity: Activity | undefined; readonly labels: TypeLabels } = { activity: undefined, labels: new Map() };
  readonly #toldErrors = new WeakSet<SourceError>();
  /** What is behind a row, and the message in its window: loaded when first wanted. */
  #facts: typeof import('./event-facts.js') | undefined;
  #message: MessageView | undefined;
  #lazyFailed = false;

  constructor() {
    super({ ...englishCommon, ...englishIdentity, ...englishTimeline }, 'events', {
      query: () => ({ ...this.#filters, limit: LIMIT, ...(this.#anchor && { to: this.#anchor }) }),
      emptyReason: ({ items, nextCursor }) => (items.length > 0 || nextCursor !== undefined || this.#isPart ? undefined : this.#nothing),
      isPart: () => this.#isPart,
    });
  }

  /** What the list shows: `{lane?, type?, text?}`; read it to save it. */
  @property({ attribute: false })
  get filters(): TimelineFilters {
    return this.#filters;
  }
  set filters(filters: TimelineFilters) {
    this.#filter(toFilters(filters));
  }

  override get viewState(): object {
    const state: TimelineState = {
      filters: this.#filters,
      ...(this.shownDay && { day: this.shownDay }),
      ...(this.#overview.zoom && { zoom: this.#overview.zoom }),
      open: [...this.openRows],
    };
    return state;
  }
  override set viewState(saved: object) {
    const { filters, day, zoom, open } = saved as { readonly [Key in keyof TimelineState]: unknown };
    this.#filter(toFilters(filters));
    this.#overview.zoom = ZOOMS.find((name) => name === zoom);
    this.openRows = new Set(Array.isArray(open) ? open.filter((id) => typeof id === 'string') : []);
    this.#destination = toPlainDay(day);
    this.requestUpdate();
  }

  /** The list as it is filtered, as far as it is loaded; downloaded as well unless the host cancels `c360-export`. */
  async exportCsv(): Promise<Blob> {
    const { timelineCsv } = await import('./timeline-csv.js');
    const { settings, texts } = this;
    const meta = this.main.resource.status === 'ready' ? this.main.resource.answer.meta : {};
    const file = timelineCsv({
      ...this.#scene,
      customerId: String(settings.customerId ?? ''),
      timeFrame: settings.timeFrame,
      zone: this.#zone,
      source: meta.source,
      asOf: meta.asOf,
      filters: this.#filters,
      events: this.#list.show(this.#zone, this.nowInstant).days.events,
      isPart: this.#list.older.hasMore || this.#list.newer.hasMore,
      texts,
    });
    if (emit(this, 'c360-export', { section: 'timeline', format: 'csv' }))
      download(file, toFileName(['timeline', String(settings.customerId ?? ''), settings.timeFrame], 'csv'));
    return file;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#message?.close();
    this.#details.restart();
    this.#owner = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { customerId, connection, timeFrame } = this.settings;
    const owner = [customerId, connection, timeFrame];
    this.#secrets.belongTo(customerId);
    if (owner.every((each, index) => each === this.#owner[index])) return;
    // What a person opened, and where they were, belongs to the customer they looked at.
    if (this.#owner.length > 0) {
      this.#anchor = undefined;
      this.#destination = undefined;
      this.shownDay = undefined;
      if (this.#owner[0] !== customerId) this.openRows = new Set();
      this.#message?.close();
    }
    this.#overview.restart();
    this.#owner = owner;
  }

  protected override get whole(): Resource<Page<CustomerEvent>> {
    const [list, dots] = [this.main.resource, this.#activity.resource];
    if (list.status === 'ready' || list.status === 'idle') return list;
    if (dots.status === 'ready') {
      return { status: 'ready', answer: { value: NO_EVENTS, meta: dots.answer.meta, leftOut: dots.answer.leftOut }, loadedAt: dots.loadedAt };
    }
    if (list.status === 'loading') return list;
    if (dots.status === 'loading') return dots;
    if (list.status === 'error') return list;
    if (dots.status === 'error') return dots;
    return list.status === 'hidden' && dots.status === 'empty' ? dots : list;
  }

  protected override get moreLeftOut(): number {
    const dots = this.main.resource.status === 'ready' && this.#activity.resource.status === 'ready' ? this.#activity.resource.answer.leftOut : 0;
    return this.#list.leftOut + dots;
  }

  protected override skeleton(): readonly number[] {
    return [150, 32, 440];
  }

  protected override renderActions(): unknown {
    const { texts } = this;
    if (this.main.resource.status !== 'ready') return nothing;
    return html`<button type="button" class="plain icon-button no-print" title=${texts.exportCsv} aria-label=${texts.exportCsv} @click=${() => void this.exportCsv()}>${downloadIcon()}</button>`;
  }

  protected override renderBody(resource: Resource<Page<CustomerEvent>>): unknown {
    if (this.main.resource.status !== 'ready') this.#list.clear();
    // A filter that finds nothing, fails or is under way leaves its own field on screen.
    const isOwn = this.#isPart && (resource.status === 'loading' || resource.status === 'error' || resource.status === 'empty');
    return html`${isOwn ? this.renderReady() : super.renderBody(resource)}${this.#message?.render(this.#factsScene, this.settings.proof ?? 'text', this.#coversProof) ?? nothing}`;
  }

  protected override renderReady(): unknown {
    const meta = this.main.resource.status === 'ready' ? this.main.resource.answer.meta : undefined;
    return html`${this.#renderOverview()}${this.#renderDetails()}${meta ? renderProvenance(meta, this.texts, this.#scene.dates) : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const error of [this.#list.older.error, this.#list.newer.error]) {
      if (!error || this.#toldErrors.has(error)) continue;
      this.#toldErrors.add(error);
      if (purging.has(error.kind)) this.main.fail(error, true);
      else this.tellError(error);
    }
    if (this.#destination && this.main.resource.status === 'ready') this.#goTo(this.#destination);
  }

  #renderOverview(): unknown {
    const { texts } = this;
    const activity = this.#activity.resource;
    const scene = { ...this.#scene, lane: this.#filters.lane };
    switch (activity.status) {
      case 'ready':
        return this.#overview.render({
          ...scene,
          activity: activity.answer.value,
          range: this.#range,
          today: today(this.settings),
          dataSince: activity.answer.meta.dataSince,
          linkedDay: this.linkedDay,
        });
      case 'loading':
        return renderSkeleton([150]);
      case 'error':
        return renderError(activity.error, texts, () => this.#activity.refresh());
      default:
        return this.#overview.renderLanes(scene);
    }
  }

  #renderDetails(): unknown {
    const { texts } = this;
    const list = this.main.resource;
    if (list.status === 'hidden') return nothing;
    return html`${this.#details.renderTools({
      ...this.#scene,
      filters: this.#filters,
      types: this.#types,
      range: this.#range,
      shownDay: this.shownDay,
      level: (this.settings.headingLevel ?? 2) + 1,
      sayZone: !this.scope?.embedded,
    })}${this.#renderList(list, texts)}`;
  }

  #renderList(list: Resource<Page<CustomerEvent>>, texts: TimelineTexts): unknown {
    switch (list.status) {
      case 'loading':
        return renderSkeleton([440]);
      case 'error':
        return renderError(list.error, texts, () => this.main.refresh());
      case 'empty':
        return renderNothing(emptyText(list.reason, texts));
      case 'ready':
        return this.#renderEvents(list.answer.value);
      default:
        return nothing;
    }
  }

  #renderEvents(page: Page<CustomerEvent>): unknown {
    const { to } = this.#range;
    if (this.#list.take(this.main.question?.key ?? '', page, this.#anchor && (!to || this.#anchor < to) ? this.#anchor : undefined)) this.#details.restart();
    const { days, rows } = this.#list.show(this.#zone, this.nowInstant);
    if (days.events.length === 0 && !this.#list.older.hasMore && !this.#list.newer.hasMore) {
      return this.#isPart ? this.#details.renderNothingFound(this.#scene) : renderNothing(emptyText(this.#nothing, this.texts));
    }
    return this.#details.renderList({
      ...this.#scene,
      list: this.#list,
      days,
      rows,
      openRows: this.openRows,
      linkedDay: this.linkedDay,
      shownDay: this.shownDay,
      today: today(this.settings),
      level: (this.settings.headingLevel ?? 2) + 2,
      renderFacts: (event) => this.#renderFacts(event),
    });
  }

  /** What rows and tools are written with. */
  get #scene(): RowScene {
    const { language, texts } = this;
    return {
      texts,
      dates: { language, timeZone: this.#zone, unknown: texts.unknownDate },
      labels: this.#typeLabels,
      now: this.nowInstant,
      currency: this.settings.currency,
      links: linkRules(this.settings),
      images: imageRules(this.settings),
      masksWords: this.isMasked({ key: 'subject', type: 'name', personal: true }),
      masksProperty: (name) => this.isMasked({ key: name, personal: true }),
      toggle: ({ id }) => this.#toggle(id),
      openMessage: (event) => void this.#openMessage(event),
      openProduct: ({ id }, url) => emit(this, 'c360-product-open', { productId: id, url }),
    };
  }

  get #factsScene(): FactsScene {
    return { ...this.#scene, texts: this.texts, secrets: this.#secrets, openCampaign: (event) => this.#openCampaign(event) };
  }

  get #typeLabels(): TypeLabels {
    const activity = this.#activity.resource.status === 'ready' ? this.#activity.resource.answer.value : undefined;
    if (this.#labels.activity !== activity) this.#labels = { activity, labels: new Map(activity?.eventTypes.map(({ type, label }) => [type, label])) };
    return this.#labels.labels;
  }

  /** Types to choose from: those of the chosen lane, as the backend's registry has them (B14). */
  get #types(): readonly string[] {
    const known = this.#activity.resource.status === 'ready' ? this.#activity.resource.answer.value.eventTypes : [];
    const { lane } = this.#filters;
    return known.filter((each) => !lane || each.lane === lane).map(({ type }) => type);
  }

  /** Whose days: the answer's, where it says so. */
  get #zone(): string {
    for (const { resource } of [this.main, this.#activity]) {
      if (resource.status === 'ready' && resource.answer.meta.timeZone) return resource.answer.meta.timeZone;
    }
    return this.zone;
  }

  get #range(): DayRange {
    try {
      return rangeFor(this.settings);
    } catch {
      return {};
    }
  }

  get #nothing(): EmptyReason {
    return this.settings.timeFrame === 'all' ? 'nothing-ever' : 'nothing-in-time-frame';
  }

  /** Whether the list is filtered or begins at a day, so that it is not the newest of everything. */
  get #isPart(): boolean {
    return this.#anchor !== undefined || !sameFilters(this.#filters, {});
  }

  #filter(filters: TimelineFilters): void {
    if (sameFilters(filters, this.#filters)) return;
    this.#filters = Object.freeze(toFilters(filters));
    this.#startAt(undefined);
  }

  #startAt(day: PlainDay | undefined): void {
    this.#anchor = day;
    this.#destination = day;
    if (!day) this.shownDay = undefined;
    this.requestUpdate();
  }

  /** Goes to a day of the list, or to the next older one on which something happened (B21). */
  #goTo(day: PlainDay): void {
    this.#destination = undefined;
    this.shownDay = day;
    if (this.main.resource.status !== 'ready') {
      this.#destination = day;
      return;
    }
    const { days } = this.#list.show(this.#zone, this.nowInstant);
    const { groups } = days;
    const exact = groups.findLastIndex((group) => group.day === day);
    const found = exact >= 0 ? exact : groups.findIndex((group) => group.day !== null && group.day <= day);
    const isAbove = found <= 0 && exact < 0 && this.#list.newer.hasMore && day !== this.#anchor;
    const isBelow = found < 0 && this.#list.older.hasMore;
    if ((isAbove || isBelow) && day !== this.#anchor) this.#startAt(day);
    else if (groups.length > 0) this.#details.focusDay(days, found < 0 ? groups.length - 1 : found);
  }

  #markDay(day: PlainDay | null): void {
    if (day === this.#marked) return;
    this.#marked = day;
    emit(this, 'c360-day-focus', { date: day, origin: 'timeline' });
  }

  #toggle(id: string): void {
    const open = new Set(this.openRows);
    if (!open.delete(id)) open.add(id);
    this.#lazyFailed = false;
    this.openRows = open;
  }

  #renderFacts(event: CustomerEvent): unknown {
    if (!this.#facts && !this.#lazyFailed) void this.#load(async () => (this.#facts = await import('./event-facts.js')));
    return this.#facts?.renderFacts(event, this.#factsScene) ?? (this.#lazyFailed ? this.texts.errorUnreachable : nothing);
  }

  async #openMessage(event: CustomerEvent): Promise<void> {
    const { communicationId, channel } = event.message ?? {};
    if (communicationId === undefined || !emit(this, 'c360-message-open', { communicationId, channel: channel ?? '' })) return;
    const customerId = this.settings.customerId;
    await this.#load(async () => {
      const { MessageView: View } = await import('./message-view.js');
      this.#message ??= new View(() => this.requestUpdate());
    });
    // Another customer may have come while the code was loading.
    if (this.isConnected && customerId === this.settings.customerId) this.#message?.open(event, this.#proofReader, this.#coversProof);
  }

  get #proofReader(): ReadProof | undefined {
    const { settings } = this;
    const source = sourceFor(settings.connection);
    if (!source.proof || typeof settings.customerId !== 'string') return undefined;
    const id = settings.customerId;
    return async (communicationId, signal) => (await source.proof!({ id, communicationId }, { signal })).value;
  }

  /** A proof says whatever somebody wrote: where anything is masked, it is covered as a whole. */
  get #coversProof(): boolean {
    return this.settings.maskAll === true || Boolean(this.settings.masked?.trim());
  }

  #openCampaign({ campaign, source }: CustomerEvent): void {
    if (campaign && emit(this, 'c360-campaign-open', { source, campaignId: campaign.campaignId })) this.scope?.showEvidence('campaigns');
  }

  /** Loads code on demand; where that fails the place says so and the next attempt tries again. */
  async #load(load: () => Promise<unknown>): Promise<void> {
    this.#lazyFailed = false;
    try {
      await load();
    } catch {
      this.#lazyFailed = true;
    }
    this.requestUpdate();
  }

  #onNear(edge: 'start' | 'end'): void {
    if (this.main.resource.status !== 'ready') return;
    if (edge === 'end') this.#list.loadOlder();
    else this.#list.loadNewer();
  }

  async #readPage(more: Partial<EventsQuery>, signal: AbortSignal): Promise<Answer<Page<CustomerEvent>>> {
    const asked = ask('events', this.settings, { ...this.#filters, limit: LIMIT, ...more });
    if (typeof asked === 'object' && 'read' in asked) return asked.read({ signal, onSlow: () => {} });
    throw asked instanceof SourceError ? asked : new SourceError('render');
  }
}
