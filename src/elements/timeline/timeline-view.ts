import { type CSSResultGroup, nothing, type ReactiveController } from 'lit';
import { imageRules, linkRules } from '../../data/link-rules.js';
import { ask, instantNow, rangeFor, today } from '../../data/question.js';
import type { ResourceController } from '../../data/resource-controller.js';
import { Terms } from '../../data/terms.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { englishProof, type ProofMessages } from '../../i18n/slices/proof.js';
import { englishShared, type SharedMessages } from '../../i18n/slices/shared.js';
import { englishTimeline, type TimelineMessages } from '../../i18n/slices/timeline.js';
import type { Activity, Lane } from '../../model/activity.js';
import type { EventsQuery } from '../../model/customer-source.js';
import { type Instant, type PlainDay, toPlainDay } from '../../model/day.js';
import type { CustomerEvent, Page } from '../../model/event.js';
import { CUSTOMER_ID, coverQuery } from '../../model/masked-id.js';
import { MASK, type Maskable } from '../../model/masking.js';
import { type Answer, isForgotten, type Resource } from '../../model/resource.js';
import { SourceError } from '../../model/source-error.js';
import type { DayRange } from '../../model/time-frame.js';
import { html } from '../../ui/html.js';
import { laneStyles } from '../../ui/lane.js';
import { productStyles } from '../../ui/product.js';
import { provenanceStyles, renderProvenance } from '../../ui/provenance.js';
import type { WindowRows } from '../../ui/row-layout.js';
import { RowWindow, rowWindowStyles } from '../../ui/row-window.js';
import { secretStyles } from '../../ui/secret.js';
import { downloadIcon } from '../../ui/shared-icons.js';
import { renderSkeleton } from '../../ui/skeleton.js';
import { renderEmpty, renderError } from '../../ui/status.js';
import { tooltipStyles } from '../../ui/tooltip.js';
import { emit } from '../events.js';
import { coversProof, proofReader } from '../proof/proof-reader.js';
import { Secrets } from '../secrets.js';
import type { SectionHost } from '../section-host.js';
import type { Days } from './days.js';
import { DetailsPart } from './details-part.js';
import type { FactsScene } from './event-facts.js';
import { EventList, toRows } from './event-list.js';
import { createNames, type EventNames } from './event-names.js';
import type { TimelineFilters } from './filters.js';
import type { MessageView } from './message-view.js';
import { ZOOMS, type Zoom } from './overview.js';
import { OverviewPart } from './overview-part.js';
import { timelineStyles } from './timeline.styles.js';
import { warmUp } from './warm-up.js';

export type TimelineTexts = SharedMessages & IdentityMessages & ProofMessages & TimelineMessages;

/** What the element keeps, because it is asked with or belongs to the host: the view reads it and asks it to change. */
export interface TimelineModel {
  readonly list: ResourceController<Page<CustomerEvent>>;
  readonly activity: ResourceController<Activity>;
  readonly filters: () => TimelineFilters;
  readonly filter: (filters: TimelineFilters) => void;
  /** The day at which the list begins instead of the newest. */
  readonly anchor: () => PlainDay | undefined;
  readonly startAt: (day: PlainDay | undefined) => void;
  /** Whether the list is filtered or begins at a day. */
  readonly isPart: () => boolean;
  /** What every page is asked with. */
  readonly question: () => Partial<EventsQuery>;
  readonly isMasked: (value: Maskable) => boolean;
  readonly tellError: (error: SourceError) => void;
  readonly addStyles: (styles: CSSResultGroup) => void;
}

/** What is worth saving beside the filters. */
interface SavedView {
  readonly day?: PlainDay;
  readonly zoom?: Zoom;
  readonly open?: readonly string[];
}

/** Everything of the timeline that is not the element itself: a file of its own, loaded while the data is under way. */
export class TimelineView implements ReactiveController {
  static readonly english = { ...englishShared, ...englishIdentity, ...englishProof, ...englishTimeline };
  static readonly styles = [laneStyles, ...productStyles, provenanceStyles, secretStyles, tooltipStyles, timelineStyles, rowWindowStyles];

  readonly #host: SectionHost<Page<CustomerEvent>, TimelineTexts>;
  readonly #model: TimelineModel;
  readonly #list: EventList;
  readonly #overview: OverviewPart;
  readonly #details: DetailsPart;
  readonly #secrets: Secrets;
  readonly #terms: Terms;
  #openRows: ReadonlySet<string> = new Set();
  /** The day a person went to. */
  #shownDay: PlainDay | undefined;
  /** Where to go once the list is there; the focus goes with a person, not with a state that is restored (I8). */
  #destination: { readonly day: PlainDay; readonly focus: boolean } | undefined;
  #marked: PlainDay | null = null;
  #named: { readonly activity: Activity | undefined; readonly texts: TimelineTexts; readonly names: EventNames } | undefined;
  #scene: FactsScene | undefined;
  readonly #toldErrors = new WeakSet<SourceError>();
  /** What is behind a row, and the message in its window: loaded when first wanted. */
  #facts: typeof import('./event-facts.js') | undefined;
  #message: MessageView | undefined;
  #loadFailed = false;

  constructor(host: SectionHost<Page<CustomerEvent>, TimelineTexts>, model: TimelineModel) {
    this.#host = host;
    this.#model = model;
    this.#terms = new Terms(host);
    const { element } = host;
    this.#list = new EventList(element, (more, signal) => this.#readPage(more, signal));
    this.#secrets = new Secrets(element, model.isMasked);
    this.#overview = new OverviewPart(element, {
      goTo: (day) => this.#goTo(day),
      markDay: (day) => this.#markDay(day),
      chooseLane: (lane) => this.#chooseLane(lane),
    });
    this.#details = new DetailsPart(new RowWindow(element, (edge) => this.#onNear(edge)), {
      goTo: (day) => this.#goTo(day),
      goToNewest: () => model.startAt(undefined),
      markDay: (day) => this.#markDay(day),
      filter: model.filter,
      toggle: ({ id }) => this.#toggle(id),
      openMessage: (event) => void this.#openMessage(event),
    });
    element.addController(this);
    // Where the data is there already, drawing beforehand would only put it off; where there is no customer yet nobody waits.
    if (!['idle', 'loading'].includes(model.list.resource.status)) return;
    warmUp((days) => [this.#overview.renderLanes(this.#lanesScene), this.#renderTools(), this.#renderDays(days, toRows(days))], this.#rowScene);
    // Nothing of it stays.
    this.#details.forget();
  }

  /** Plain data, to be set again later. */
  get saved(): SavedView {
    return { ...(this.#shownDay && { day: this.#shownDay }), ...(this.#overview.zoom && { zoom: this.#overview.zoom }), open: [...this.#openRows] };
  }
  set saved(saved: { readonly [Key in keyof SavedView]?: unknown }) {
    this.#overview.zoom = ZOOMS.find((name) => name === saved.zoom);
    this.#openRows = new Set(Array.isArray(saved.open) ? saved.open.filter((id) => typeof id === 'string') : []);
    const day = toPlainDay(saved.day);
    this.#destination = day && { day, focus: false };
    this.#changed();
  }

  /** Records of further pages that could not be read. */
  get leftOut(): number {
    return this.#list.leftOut;
  }

  /** Another customer, or another time frame of the same: what was opened and where one was goes with it. */
  forget(isOther: boolean): void {
    this.#destination = undefined;
    this.#shownDay = undefined;
    if (isOther) this.#openRows = new Set();
    this.#overview.restart();
    this.#message?.close();
  }

  /** The list is asked for anew, from a day or from the newest. */
  startedAt(day: PlainDay | undefined): void {
    this.#destination = day && { day, focus: this.#destination?.focus ?? true };
    if (!day) this.#shownDay = undefined;
  }

  async exportCsv(): Promise<Blob> {
    const { downloadCsv, timelineCsv } = await import('./timeline-csv.js');
    const { settings, texts, element } = this.#host;
    const resource = this.#model.list.resource;
    const { source, asOf } = resource.status === 'ready' ? resource.answer.meta : {};
    const customerId = this.#model.isMasked(CUSTOMER_ID) ? MASK : String(settings.customerId ?? '');
    const { events } = this.#shown.days;
    const isPart = this.#list.older.hasMore || this.#list.newer.hasMore;
    const facts = { customerId, timeFrame: settings.timeFrame, timeZone: this.#zone, source, asOf };
    const file = timelineCsv({ ...this.#rowScene, facts, filters: this.#model.filters(), events, isPart, texts });
    if (emit(element, 'c360-export', { section: 'timeline', format: 'csv' })) downloadCsv(file, facts);
    return file;
  }

  renderActions(): unknown {
    const { texts } = this.#host;
    if (this.#model.list.resource.status !== 'ready') return nothing;
    return html`<button type="button" class="plain icon-button no-print" title=${texts.exportCsv} aria-label=${texts.exportCsv} @click=${() => void this.exportCsv()}>${downloadIcon()}</button>`;
  }

  render(): unknown {
    const list = this.#model.list.resource;
    const { texts } = this.#host;
    const meta = list.status === 'ready' ? list.answer.meta : undefined;
    return html`${this.#renderOverview()}${this.#renderDetails(list)}${
      meta?.caveats?.includes('scheduled-only') ? html`<p class="muted small">${texts.scheduledOnly}</p>` : nothing
    }${meta ? renderProvenance(coverQuery(meta, this.#host.settings.customerId, this.#model.isMasked(CUSTOMER_ID)), texts, this.#rowScene.dates) : nothing}`;
  }

  /** What lies over the section: a message in its window. */
  renderOver(): unknown {
    return this.#message?.render(this.#rowScene, this.#host.settings) ?? nothing;
  }

  hostDisconnected(): void {
    this.#message?.close();
    this.#details.restart();
    this.#marked = null;
    this.#openRows = new Set();
  }

  hostUpdate(): void {
    this.#scene = undefined;
    this.#secrets.belongTo(this.#host.settings.customerId);
    // The controllers of the resources were here before: what they no longer hold is not kept here either.
    const { list, activity } = this.#model;
    if (list.resource.status !== 'ready') {
      // What was open is wanted again with another filter, but not once the data has to be forgotten.
      if (isForgotten(list.resource, this.#list.isStarted)) {
        this.#openRows = new Set();
        this.#message?.close();
      }
      this.#list.clear();
      this.#details.forget();
    }
    if (activity.resource.status !== 'ready') {
      this.#named = undefined;
      this.#overview.forget();
    }
  }

  updated(): void {
    for (const error of [this.#list.older.error, this.#list.newer.error]) {
      if (!error || this.#toldErrors.has(error)) continue;
      this.#toldErrors.add(error);
      if (error.withdrawsData) this.#model.list.fail(error, true);
      else this.#model.tellError(error);
    }
    if (this.#destination && this.#list.isStarted) this.#goTo(this.#destination.day, this.#destination.focus);
  }

  #renderOverview(): unknown {
    const { texts, settings, linkedDay } = this.#host;
    const activity = this.#model.activity.resource;
    const scene = this.#lanesScene;
    switch (activity.status) {
      case 'ready':
        return this.#overview.render({
          ...scene,
          activity: activity.answer.value,
          range: this.#range,
          today: today(settings),
          dataSince: activity.answer.meta.dataSince,
          linkedDay,
        });
      case 'loading':
        return renderSkeleton([this.#host.element.clientWidth < 420 ? 322 : 152]);
      case 'error':
        return renderError(activity.error, texts, () => this.#model.activity.refresh());
      default:
        return this.#overview.renderLanes(scene);
    }
  }

  get #lanesScene() {
    return { ...this.#rowScene, lane: this.#model.filters().lane };
  }

  #renderDetails(list: Resource<Page<CustomerEvent>>): unknown {
    return list.status === 'hidden' ? nothing : html`${this.#renderTools()}${this.#renderList(list)}`;
  }

  #renderTools(): unknown {
    const { settings, scope } = this.#host;
    return this.#details.renderTools({
      ...this.#rowScene,
      filters: this.#model.filters(),
      types: this.#types,
      range: this.#range,
      shownDay: this.#shownDay,
      level: (settings.headingLevel ?? 2) + 1,
      sayZone: !scope?.embedded,
    });
  }

  #renderList(list: Resource<Page<CustomerEvent>>): unknown {
    const { texts } = this.#host;
    switch (list.status) {
      case 'loading':
        return renderSkeleton([508]);
      case 'error':
        return renderError(list.error, texts, () => this.#model.list.refresh());
      case 'empty':
        return renderEmpty(list, texts, this.#host.chooseTimeFrame);
      case 'ready':
        return this.#renderEvents(list.answer.value);
      default:
        return nothing;
    }
  }

  #renderEvents(page: Page<CustomerEvent>): unknown {
    const { texts } = this.#host;
    const { resource, question } = this.#model.list;
    const [anchor, { to }] = [this.#model.anchor(), this.#range];
    const isOther = this.#list.take(question?.key ?? '', page, anchor && (!to || anchor < to) ? anchor : undefined);
    if (isOther) this.#details.restart();
    const { days, rows } = this.#list.draw(this.#zone, this.#now);
    if (days.events.length === 0 && !this.#list.older.hasMore && !this.#list.newer.hasMore) {
      if (this.#model.isPart()) return this.#details.renderNothingFound(this.#rowScene);
      const answer = resource.status === 'ready' ? resource.answer : undefined;
      // What could not be read is counted above; nobody knows that there is nothing.
      if (answer?.leftOut || this.leftOut) return nothing;
      return renderEmpty({ reason: question?.nothing ?? 'nothing-ever', ...(answer && { meta: answer.meta }) }, texts, this.#host.chooseTimeFrame);
    }
    return this.#renderDays(days, rows);
  }

  #renderDays(days: Days, rows: WindowRows): unknown {
    const { settings, linkedDay } = this.#host;
    return this.#details.renderList({
      ...this.#rowScene,
      list: this.#list,
      days,
      rows,
      openRows: this.#openRows,
      linkedDay,
      shownDay: this.#shownDay,
      today: today(settings),
      level: (settings.headingLevel ?? 2) + 2,
      renderFacts: (event) => this.#renderFacts(event),
    });
  }

  /** What rows and tools are written with, the same for everything that one update draws. */
  get #rowScene(): FactsScene {
    this.#scene ??= this.#createScene();
    return this.#scene;
  }

  #createScene(): FactsScene {
    const { language, texts, settings, element } = this.#host;
    const { isMasked } = this.#model;
    return {
      texts,
      dates: { language, timeZone: this.#zone, unknown: texts.unknownDate },
      names: this.#names,
      now: this.#now,
      currency: settings.currency,
      links: linkRules(settings),
      images: imageRules(settings),
      masksWords: isMasked({ key: 'subject', type: 'name', personal: true }),
      masksProperty: (name) => isMasked({ key: name, personal: true }),
      secrets: this.#secrets,
      terms: this.#terms,
      openProduct: ({ id }, url) => emit(element, 'c360-product-open', { productId: id, url }),
      openCampaign: (event) => this.#openCampaign(event),
    };
  }

  get #shown() {
    return this.#list.show(this.#zone, this.#now);
  }

  get #now(): Instant {
    return instantNow(this.#host.settings.now);
  }

  get #names(): EventNames {
    const { resource } = this.#model.activity;
    const activity = resource.status === 'ready' ? resource.answer.value : undefined;
    const { texts, language } = this.#host;
    if (this.#named?.activity !== activity || this.#named?.texts !== texts) {
      this.#named = {
        activity,
        texts,
        names: createNames(new Map(activity?.eventTypes.flatMap(({ type, label }) => (label === undefined ? [] : [[type, label]]))), texts, language),
      };
    }
    return this.#named.names;
  }

  /** Types to choose from: those of the chosen lane, as the backend's registry has them (B14). */
  get #types(): readonly string[] {
    const { resource } = this.#model.activity;
    const known = resource.status === 'ready' ? resource.answer.value.eventTypes : [];
    const { lane } = this.#model.filters();
    return known.filter((each) => !lane || each.lane === lane).map(({ type }) => type);
  }

  /** Whose days: the answer's, where it says so. */
  get #zone(): string {
    for (const { resource } of [this.#model.list, this.#model.activity]) {
      if (resource.status === 'ready' && resource.answer.meta.timeZone) return resource.answer.meta.timeZone;
    }
    return this.#host.zone;
  }

  get #range(): DayRange {
    try {
      return rangeFor(this.#host.settings);
    } catch {
      return {};
    }
  }

  #changed(): void {
    this.#host.element.requestUpdate();
  }

  #chooseLane(lane: Lane | undefined): void {
    const { text } = this.#model.filters();
    this.#model.filter({ ...(text && { text }), ...(lane && { lane }) });
  }

  /** Goes to a day of the list, or to the next older one on which something happened (B21). */
  #goTo(day: PlainDay, focus = true): void {
    this.#destination = { day, focus };
    this.#shownDay = day;
    this.#changed();
    if (!this.#list.isStarted) return;
    const { isBeginning } = this.#list;
    const { days } = this.#shown;
    const { groups } = days;
    // The window goes by what was drawn last: once all is, this is called again.
    if (isBeginning) return;
    const exact = groups.findLastIndex((group) => group.day === day);
    const found = exact >= 0 ? exact : groups.findIndex((group) => group.day !== null && group.day <= day);
    const isAbove = exact < 0 && found <= 0 && this.#list.newer.hasMore;
    const isBelow = found < 0 && this.#list.older.hasMore;
    if ((isAbove || isBelow) && day !== this.#model.anchor()) this.#model.startAt(day);
    else {
      this.#destination = undefined;
      if (groups.length > 0) this.#details.showDay(days, found < 0 ? groups.length - 1 : found, focus);
    }
  }

  #markDay(day: PlainDay | null): void {
    if (day === this.#marked) return;
    this.#marked = day;
    emit(this.#host.element, 'c360-day-focus', { date: day, origin: 'timeline' });
  }

  #toggle(id: string): void {
    const open = new Set(this.#openRows);
    if (!open.delete(id)) open.add(id);
    this.#openRows = open;
    this.#loadFailed = false;
    this.#changed();
  }

  #renderFacts(event: CustomerEvent): unknown {
    if (!this.#facts && !this.#loadFailed) void this.#load(() => this.#loadFacts());
    return this.#facts?.renderFacts(event, this.#rowScene) ?? (this.#loadFailed ? this.#host.texts.errorUnreachable : nothing);
  }

  async #loadFacts(): Promise<void> {
    const facts = await import('./event-facts.js');
    if (this.#facts) return;
    this.#facts = facts;
    this.#model.addStyles(facts.factsStyles);
  }

  async #openMessage(event: CustomerEvent): Promise<void> {
    const { communicationId, channel } = event.message ?? {};
    const { element, settings } = this.#host;
    if (communicationId === undefined || !emit(element, 'c360-message-open', { communicationId, channel: channel ?? '' })) return;
    await this.#load(async () => {
      const [{ MessageView: View }] = await Promise.all([import('./message-view.js'), this.#loadFacts()]);
      if (this.#message) return;
      this.#model.addStyles(View.styles);
      this.#message = new View(() => this.#changed());
    });
    // Another customer may have come while the code was loading.
    if (element.isConnected && settings.customerId === this.#host.settings.customerId)
      this.#message?.open(event, proofReader(this.#host), coversProof(settings));
  }

  #openCampaign({ campaign, source }: CustomerEvent): void {
    const { element, scope } = this.#host;
    if (campaign && emit(element, 'c360-campaign-open', { source, campaignId: campaign.campaignId })) scope?.showEvidence('campaigns');
  }

  /** Loads code on demand; where that fails the place says so, and the next attempt tries again. */
  async #load(load: () => Promise<unknown>): Promise<void> {
    this.#loadFailed = false;
    try {
      await load();
    } catch {
      this.#loadFailed = true;
    }
    this.#changed();
  }

  #onNear(edge: 'start' | 'end'): void {
    if (this.#model.list.resource.status !== 'ready') return;
    if (edge === 'end') this.#list.loadOlder();
    else this.#list.loadNewer();
  }

  async #readPage(more: Partial<EventsQuery>, signal: AbortSignal): Promise<Answer<Page<CustomerEvent>>> {
    const asked = ask('events', this.#host.settings, { ...this.#model.question(), ...more });
    if (typeof asked === 'object' && 'read' in asked) return asked.read({ signal, onSlow: () => {} });
    throw asked instanceof SourceError ? asked : new SourceError('render');
  }
}
