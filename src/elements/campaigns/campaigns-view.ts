import { type CSSResultGroup, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { imageRules, linkRules } from '../../data/link-rules.js';
import { PageController } from '../../data/page-controller.js';
import { ask, instantNow, rangeFor, today } from '../../data/question.js';
import { Terms } from '../../data/terms.js';
import { formatNumber } from '../../format/number.js';
import { type CampaignsMessages, englishCampaigns } from '../../i18n/slices/campaigns.js';
import type { ProofMessages } from '../../i18n/slices/proof.js';
import { englishShared, type SharedMessages } from '../../i18n/slices/shared.js';
import { type CampaignDecision, type CampaignPage, type Communication, DECISIONS } from '../../model/campaign.js';
import { type PlainDay, toPlainDay } from '../../model/day.js';
import { isMasked, MASK, type Maskable, toMask } from '../../model/masking.js';
import { type Caveat, isForgotten } from '../../model/resource.js';
import { SourceError } from '../../model/source-error.js';
import { filterIcon } from '../../ui/campaign-icons.js';
import { download, toFileName } from '../../ui/download.js';
import { html } from '../../ui/html.js';
import { meansLine } from '../../ui/line-press.js';
import type { WindowRows } from '../../ui/row-layout.js';
import { RowWindow, rowWindowStyles, type VisibleGroup } from '../../ui/row-window.js';
import { downloadIcon } from '../../ui/shared-icons.js';
import { errorTitle, renderNothing, renderRetry } from '../../ui/status.js';
import { emit } from '../events.js';
import { coversProof, proofReader } from '../proof/proof-reader.js';
import { Secrets } from '../secrets.js';
import type { LoadedPart, SectionHost } from '../section-host.js';
import { campaignsStyles } from './campaigns.styles.js';
import type { DetailsTexts } from './details.js';
import { type CampaignFilters, toDecisionCounts, toFilters } from './filter.js';
import type { MessageDialog } from './message-dialog.js';
import { NEWEST_FIRST, type Order, toOrder } from './order.js';
import { renderHead, renderRow } from './row.js';
import { createSelect, type Select, type Selection } from './selection.js';
import { renderPressure, renderToolbar } from './toolbar.js';
import type { Writing } from './wording.js';

/** More than anybody reads; what lies beyond is said to be there (contract section 4). */
const MOST = 10_000;

/** Texts of an opened row and of a message come with them. */
export type CampaignsTexts = SharedMessages & CampaignsMessages & DetailsTexts & ProofMessages;
type Details = typeof import('./details.js');

/** What `viewState` saves. */
export interface SavedView {
  readonly filters?: CampaignFilters;
  readonly order?: Order;
  readonly open?: readonly string[];
}

/** What the section does for its view. */
export interface CampaignsSection {
  /** Takes what came with a file loaded later. */
  readonly add: (part: LoadedPart<CampaignsTexts>) => void;
  /** Hears that a page beyond the first could not be loaded. */
  readonly failed: (error: SourceError) => void;
  /** How many rows to ask for at once. */
  readonly pageSize: number;
}

const caveatTexts: { readonly [Name in Exclude<Caveat, 'may-change'>]: keyof (CampaignsMessages & Pick<SharedMessages, 'scheduledOnly'>) } = {
  'scheduled-only': 'scheduledOnly',
  'names-of-today': 'namesOfToday',
  'tracked-30-days': 'tracked30Days',
};

/** Everything of the list that is not the element itself: a file of its own, loaded while the data is under way. */
export class CampaignsView implements ReactiveController {
  static readonly english = { ...englishShared, ...englishCampaigns };
  static readonly styles: CSSResultGroup = [campaignsStyles, rowWindowStyles];

  readonly #host: SectionHost<CampaignPage, CampaignsTexts>;
  readonly #section: CampaignsSection;
  readonly #pages: PageController<CampaignDecision>;
  readonly #window: RowWindow;
  readonly #secrets: Secrets;
  readonly #terms: Terms;
  #select: Select = createSelect();
  #windowRows: { readonly of: readonly CampaignDecision[]; readonly rows: WindowRows } | undefined;
  #details: Details | 'loading' | 'failed' | undefined;
  #message: MessageDialog | undefined;
  /** The code of a message could not be loaded. */
  #messageFailed = false;
  #filters: CampaignFilters = {};
  #order: Order = NEWEST_FIRST;
  #open: ReadonlySet<string> = new Set();
  /** Whether the further filters are shown where they are folded away. */
  #showsFields = false;
  /** Id of the row that Tab reaches. */
  #active: string | undefined;
  #day: PlainDay | null = null;
  #owner: unknown;
  #told: SourceError | undefined;

  constructor(host: SectionHost<CampaignPage, CampaignsTexts>, section: CampaignsSection) {
    const { element } = host;
    this.#host = host;
    this.#section = section;
    this.#terms = new Terms(host);
    this.#pages = new PageController(element);
    this.#window = new RowWindow(element, () => {});
    this.#secrets = new Secrets(element, (value) => this.#isMasked(value));
    this.#owner = host.settings.customerId;
    element.addController(this);
  }

  /** Records of further pages that could not be read. */
  get leftOut(): number {
    return this.#pages.leftOut;
  }

  get saved(): SavedView {
    return { filters: this.#filters, order: this.#order, open: [...this.#open] };
  }
  set saved(saved: SavedView) {
    const { filters, order, open }: { readonly [Key in keyof SavedView]: unknown } = saved;
    this.#filters = Object.freeze(toFilters(filters));
    this.#order = toOrder(order);
    this.#open = new Set(Array.isArray(open) ? open.filter((id) => typeof id === 'string') : []);
    // What is set together with another customer is meant for that one.
    this.#owner = undefined;
    this.#restart();
  }

  hostUpdate(): void {
    const { resource, settings } = this.#host;
    this.#secrets.belongTo(settings.customerId);
    if (this.#owner !== settings.customerId) {
      if (this.#owner !== undefined) this.#open = new Set();
      this.#owner = settings.customerId;
    }
    if (resource.status === 'ready') this.#pages.start('', resource.answer.value);
    else {
      // What was open is wanted again with another time frame, but not once the data has to be forgotten.
      if (isForgotten(resource, this.#windowRows !== undefined)) this.#open = new Set();
      this.#forget();
    }
  }

  hostUpdated(): void {
    if (this.#host.resource.status !== 'ready') this.#markDay(null);
    const { hasMore, loading, error, items } = this.#pages;
    if (error && error !== this.#told) this.#section.failed(error);
    this.#told = error;
    // In a moment: it asks for another update, and this one is not over.
    if (hasMore && !loading && !error && items.length < MOST) queueMicrotask(() => this.#loadMore());
  }

  hostDisconnected(): void {
    this.#forget();
    this.#open = new Set();
  }

  renderActions(): TemplateResult {
    const { texts } = this.#host;
    return html`<button
        type="button"
        class="icon-button plain no-print more-filters"
        aria-label=${texts.filter}
        title=${texts.filter}
        aria-expanded=${this.#showsFields}
        @click=${() => {
          this.#showsFields = !this.#showsFields;
          this.#host.element.requestUpdate();
        }}
      >
        ${filterIcon()}
      </button>
      <button type="button" class="icon-button plain no-print" aria-label=${texts.exportCsv} title=${texts.exportCsv} @click=${() => void this.exportCsv()}>${downloadIcon()}</button>`;
  }

  render({ counts, contactPressure }: CampaignPage): TemplateResult {
    const { texts, settings } = this.#host;
    const writing = this.#writing;
    const selection = this.#selection();
    // While pages are missing only the backend knows how many there are; what it counted is everything, so only without filters.
    const given = this.#pages.hasMore && !selection.isNarrowed ? counts : undefined;
    return html`${contactPressure?.length ? renderPressure(contactPressure, settings.contactCaps, writing) : nothing}
    ${renderToolbar(
      {
        filters: this.#filters,
        counts: given ? toDecisionCounts(given) : selection.counts,
        facets: selection.facets,
        order: this.#order,
        showsFields: this.#showsFields,
        setFilters: (filters) => this.#choose(filters, this.#order),
        setOrder: (order) => this.#choose(this.#filters, order),
      },
      writing,
    )}
    ${
      selection.rows.length > 0
        ? this.#renderTable(selection, writing)
        : selection.all.length > 0
          ? renderNothing(texts.noCampaignMatches, html`<button type="button" @click=${() => this.#choose({}, this.#order)}>${texts.clear}</button>`)
          : nothing
    }
    ${this.#renderFoot(selection)}${this.#renderMessage()}`;
  }

  /** Makes the rows shown a CSV file and downloads it, unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    const { resource, settings, zone, element } = this.#host;
    if (resource.status !== 'ready') throw new Error('Nothing is loaded');
    const { source, asOf } = resource.answer.meta;
    const { from = '', to = '' } = rangeFor(settings);
    const id = String(settings.customerId);
    const hidesId = this.#isMasked({ key: 'id', type: 'id', personal: true });
    const { rows } = this.#selection();
    const { campaignsCsv } = await import('./export.js');
    const file = campaignsCsv(rows, {
      id,
      customerId: hidesId ? MASK : id,
      timeFrame: from || to ? `${from}/${to}` : 'all',
      timeZone: zone,
      source,
      asOf,
      isMasked: (value) => this.#isMasked(value),
    });
    if (emit(element, 'c360-export', { section: 'campaigns', format: 'csv' }))
      download(file, toFileName(['campaigns', hidesId ? undefined : id, from, to], 'csv'));
    return file;
  }

  get #writing(): Writing {
    const { texts, language, zone, settings } = this.#host;
    return {
      texts,
      terms: this.#terms,
      language,
      timeZone: zone,
      today: today(settings),
      currency: settings.currency,
      isMasked: (value) => this.#isMasked(value),
    };
  }

  #isMasked(value: Maskable): boolean {
    const { masked, maskAll } = this.#host.settings;
    return isMasked(toMask(masked, maskAll === true), value);
  }

  #selection(): Selection {
    return this.#select(this.#pages.items, this.#filters, this.#order, this.#host.language);
  }

  #renderTable({ rows, hasMoney }: Selection, writing: Writing): TemplateResult {
    const { campaigns } = writing.texts;
    const visible = this.#window.show(this.#rowsFor(rows));
    const tabStop = this.#window.tabStop(this.#active);
    return html`<div class="list" role="group" aria-label=${campaigns} tabindex="0">
      <div class="range">
        <div class="window">
          <table class="sheet" part="table" role="table" aria-label=${campaigns} aria-rowcount=${rows.length + 1}>
            ${renderHead({ order: this.#order, hasMoney, dataIndex: this.#window.indexOfHeading(0), sortBy: (order) => this.#choose(this.#filters, order) }, writing)}
            <tbody role="rowgroup" @pointerover=${this.#onPoint} @pointerleave=${this.#onLeave} @focusin=${this.#onFocus} @focusout=${this.#onLeave} @click=${this.#onClick} @keydown=${this.#onKey}>
              ${repeat(
                visible.flatMap((group) => indexesOf(group)),
                ({ index }) => rows[index]?.id,
                ({ index, away }) => {
                  const row = rows[index];
                  if (!row) return nothing;
                  const open = this.#open.has(row.id);
                  return renderRow(
                    row,
                    {
                      index,
                      dataIndex: this.#window.indexOfRow(index, 0),
                      open,
                      away,
                      linked: row.executionDate !== null && row.executionDate === this.#host.linkedDay,
                      tabStop: index === tabStop,
                      details: open ? this.#renderDetails(row, writing) : nothing,
                    },
                    writing,
                  );
                },
              )}
            </tbody>
          </table>
          <div data-index=${this.#window.indexOfTail}></div>
        </div>
      </div>
    </div>`;
  }

  #rowsFor(rows: readonly CampaignDecision[]): WindowRows {
    if (this.#windowRows?.of !== rows) {
      this.#windowRows = {
        of: rows,
        rows: {
          groups: [{ start: 0, size: rows.length }],
          count: rows.length,
          keyOf: (row) => rows[row]?.id ?? '',
          kinds: DECISIONS.length,
          kindOf: (row) => DECISIONS.indexOf(rows[row]!.decision),
        },
      };
    }
    return this.#windowRows.rows;
  }

  /** Behind a row is more than most visits look at: its code comes with the first one that is opened. */
  #renderDetails(row: CampaignDecision, writing: Writing): unknown {
    const { texts, settings, scope } = this.#host;
    const details = this.#details;
    if (details === 'failed') return html`<p class="note">${texts.errorUnreachable} ${renderRetry(texts, () => this.#loadDetails())}</p>`;
    if (details === undefined || details === 'loading') {
      this.#loadDetails();
      return html`<p class="note">${texts.loading}</p>`;
    }
    return details.renderDetails(row, {
      writing: { ...writing, texts },
      level: (settings.headingLevel ?? 2) + 1,
      now: instantNow(settings.now),
      customerId: String(settings.customerId ?? ''),
      links: linkRules(settings),
      secrets: this.#secrets,
      seriesOf: (key) => {
        const impact = scope?.board.value('impact', settings.customerId);
        const series = impact?.kpis.find((each) => each.key === key);
        return series && { ...(impact?.currency && { currency: impact.currency }), ...series };
      },
      showMessage: (message) => void this.#showMessage(message),
      messageFailed: this.#messageFailed,
    });
  }

  #loadDetails(): void {
    if (this.#details === 'loading') return;
    this.#details = 'loading';
    void import('./details.js')
      .catch(() => 'failed' as const)
      .then((details) => {
        this.#details = details;
        if (details !== 'failed') this.#section.add({ english: details.english, styles: details.detailsStyles });
        this.#host.element.requestUpdate();
      });
  }

  async #showMessage(message: Communication): Promise<void> {
    const { element, settings } = this.#host;
    const { communicationId, channel } = message;
    if (!emit(element, 'c360-message-open', { communicationId, channel })) return;
    if (!this.#message) {
      const loaded = await import('./message-dialog.js').catch(() => undefined);
      this.#messageFailed = !loaded;
      element.requestUpdate();
      if (!loaded) return;
      const { MessageDialog: Dialog } = loaded;
      this.#section.add(Dialog);
      this.#message ??= new Dialog(() => element.requestUpdate());
    }
    // Another customer may have come while the code was loading.
    if (element.isConnected && settings.customerId === this.#host.settings.customerId)
      this.#message.open(message, proofReader(this.#host), coversProof(settings));
  }

  #renderMessage(): unknown {
    const { texts, language, zone, settings } = this.#host;
    return (
      this.#message?.render({
        texts,
        dates: { language, timeZone: zone, unknown: texts.unknownDate },
        links: linkRules(settings),
        images: imageRules(settings),
        secrets: this.#secrets,
        mode: settings.proof,
        covered: coversProof(settings),
      }) ?? nothing
    );
  }

  /** What there is, what is still missing, and what must be known of it. */
  #renderFoot({ rows, all, isNarrowed, hasMoney }: Selection): TemplateResult {
    const { texts, language, resource } = this.#host;
    const { hasMore, loading, error } = this.#pages;
    const answer = resource.status === 'ready' ? resource.answer : undefined;
    const write = (count: number) => formatNumber(count, language);
    const [shown, loaded, total] = [rows.length, all.length, answer?.value.total];
    const counted = shown === loaded ? texts.campaignCount(shown, write(shown)) : texts.countOf(write(shown), texts.campaignCount(loaded, write(loaded)));
    const missing = total === undefined ? texts.moreNotLoaded : texts.campaignsLoaded(write(loaded), write(total));
    const notes = (answer?.meta.caveats ?? []).filter((caveat) => caveat !== 'may-change');
    return html`<div class="foot small muted">
      <p>${counted}${hasMore ? ` · ${missing}` : ''}${loading ? ` · ${texts.loading}` : ''}</p>
      <p class="visually-hidden" role="status">${isNarrowed || this.#filters.decision ? counted : ''}</p>
      ${error ? html`<p>${errorTitle(error, texts)} ${renderRetry(texts, () => this.#loadMore())}</p>` : nothing}
      ${hasMoney ? html`<p>* ${texts.attributed}: ${texts.mayStillChange}</p>` : nothing}
      ${notes.map((caveat) => html`<p>${texts[caveatTexts[caveat]]}</p>`)}
    </div>`;
  }

  #choose(filters: CampaignFilters, order: Order): void {
    this.#filters = Object.freeze(toFilters(filters));
    this.#order = order;
    this.#restart();
  }

  /** Another list begins at its top. */
  #restart(): void {
    this.#active = undefined;
    this.#window.restart();
    this.#host.element.requestUpdate();
  }

  #toggle({ id, source, campaign, action, executionDate }: CampaignDecision): void {
    const open = new Set(this.#open);
    if (!open.delete(id)) {
      const detail = { source, campaignId: campaign.id, ...(action && { actionId: action.id }), ...(executionDate && { executionDate }) };
      if (!emit(this.#host.element, 'c360-campaign-open', detail)) return;
      open.add(id);
    }
    this.#open = open;
    this.#host.element.requestUpdate();
  }

  /** The row an event happened in. */
  #rowOf({ target }: Event): CampaignDecision | undefined {
    const index = target instanceof Element ? this.#window.rowOf(target) : -1;
    return index < 0 ? undefined : this.#windowRows?.of[index];
  }

  /** A press anywhere on a closed row opens it, as on its name; what is behind it is for reading, selecting and links. */
  readonly #onClick = (event: Event): void => {
    const row = this.#rowOf(event);
    if (row && (meansLine(event, '.details') || (event.target as Element).closest('.name'))) this.#toggle(row);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof Element) || !target.matches('[data-focus]')) return;
    const index = this.#window.rowOf(target);
    const last = (this.#windowRows?.of.length ?? 0) - 1;
    const next: { readonly [key: string]: number } = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + 10, PageUp: index - 10, Home: 0, End: last };
    if (!Object.hasOwn(next, key)) return;
    event.preventDefault();
    const wanted = Math.min(Math.max(next[key] ?? 0, 0), last);
    this.#active = this.#windowRows?.of[wanted]?.id;
    this.#window.focusRow(wanted);
  };

  readonly #onFocus = (event: Event): void => {
    this.#active = this.#rowOf(event)?.id ?? this.#active;
    this.#onPoint(event);
  };

  readonly #onPoint = ({ target }: Event): void => {
    this.#markDay((target instanceof Element && toPlainDay(target.closest('[data-day]')?.getAttribute('data-day'))) || null);
  };

  readonly #onLeave = (): void => this.#markDay(null);

  /** Marks the day in the other sections; told once, not at each movement of the pointer. */
  #markDay(date: PlainDay | null): void {
    if (date === this.#day) return;
    this.#day = date;
    emit(this.#host.element, 'c360-day-focus', { date, origin: 'campaigns' });
  }

  #loadMore(): void {
    void this.#pages.loadMore(async (cursor, signal) => {
      const asked = ask('campaigns', this.#host.settings, { limit: this.#section.pageSize, cursor });
      if (typeof asked === 'string') throw new SourceError('config');
      if (asked instanceof SourceError) throw asked;
      return asked.read({ signal, onSlow: () => {} });
    });
  }

  /** Nothing of a customer stays behind (PR10). */
  #forget(): void {
    this.#pages.clear();
    this.#message?.close();
    this.#select = createSelect();
    this.#windowRows = undefined;
    this.#window.forget();
    this.#active = undefined;
  }
}

/** The rows of a stretch in order, and the one outside of it that has the focus. */
function indexesOf({ from, to, away, awayRow }: VisibleGroup): readonly { readonly index: number; readonly away: boolean }[] {
  const rows = Array.from({ length: Math.max(to - from, 0) }, (_, offset) => ({ index: from + offset, away: away === true }));
  if (awayRow === undefined) return rows;
  const kept = { index: awayRow, away: true };
  return awayRow < from ? [kept, ...rows] : [...rows, kept];
}
