import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { linkRules } from '../../data/link-rules.js';
import { PageController } from '../../data/page-controller.js';
import { ask, rangeFor, today } from '../../data/question.js';
import { formatNumber } from '../../format/number.js';
import { type CampaignsMessages, englishCampaigns } from '../../i18n/slices/campaigns.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import type { CampaignDecision, CampaignPage } from '../../model/campaign.js';
import type { PlainDay } from '../../model/day.js';
import { MASK } from '../../model/masking.js';
import type { Answer, Caveat } from '../../model/resource.js';
import { SourceError } from '../../model/source-error.js';
import { baseStyles } from '../../ui/base.styles.js';
import { download, toFileName } from '../../ui/download.js';
import { downloadIcon } from '../../ui/icons.js';
import { sectionStyles } from '../../ui/section.js';
import { errorTitle, renderNothing, renderRetry } from '../../ui/status.js';
import { DataElement } from '../data-element.js';
import { emit } from '../events.js';
import { Secrets } from '../secrets.js';
import { campaignsStyles } from './campaigns.styles.js';
import { type CampaignFilters, toDecisionCounts, toFilters } from './filter.js';
import { NEWEST_FIRST, type Order, toOrder } from './order.js';
import { renderHead, renderRow } from './row.js';
import { createSelect } from './selection.js';
import { renderPressure, renderToolbar } from './toolbar.js';
import type { Writing } from './wording.js';

type Texts = CommonMessages & CampaignsMessages;
type Details = typeof import('./details.js');

/** Rows of one answer; the same for each page, since a backend may count pages instead of rows. */
const PAGE = 200;
/** More than anybody reads; what lies beyond is said to be there (contract section 4). */
const MOST = 10_000;

/** Rows drawn at once. */
const DRAWN = 100;

const caveatTexts: { readonly [Name in Caveat]: keyof CampaignsMessages } = {
  'scheduled-only': 'scheduledOnly',
  'names-of-today': 'namesOfToday',
  'may-change': 'mayStillChange',
  'tracked-30-days': 'tracked30Days',
};

/**
 * Every campaign decision about the customer: received, or not received and why; what it led to and what it was worth.
 *
 * @summary Campaign decisions with reason, outcome, money, journeys and bonuses (O14 to O18, S1 to S44).
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart toolbar - Filters and search.
 * @csspart filter - One filter by decision, with its count.
 * @csspart pressure - How often the customer was contacted.
 * @csspart table - The list.
 * @csspart campaign - One decision.
 * @csspart details - Everything known of an opened one.
 * @csspart retry - The button that tries again.
 * @cssprop [--c360-email] - Colour of what became of messages.
 * @cssprop [--c360-purchase] - Colour of a conversion.
 * @cssState idle - No customer is chosen.
 * @cssState loading - The answer is under way.
 * @cssState ready - The answer is shown.
 * @cssState empty - There is nothing to show, and it says why.
 * @cssState error - The answer could not be loaded.
 * @cssState stale - The answer is shown although it could not be renewed.
 * @cssState hidden - The backend has no campaigns.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When it finally could not load.
 * @fires c360-campaign-open - A row is about to be opened; cancelable, the host may show the campaign itself.
 * @fires c360-message-open - A message is about to be shown; cancelable, the host may show its own proof.
 * @fires c360-day-focus - The day of the row under the pointer or with the focus.
 * @fires c360-export - A file is about to be downloaded; cancelable.
 */
export class C360Campaigns extends DataElement<'campaigns', Texts> {
  static override readonly styles = [...baseStyles, sectionStyles, campaignsStyles];

  override readonly section = 'campaigns';

  readonly #pages = new PageController<CampaignDecision>(this);
  @state() private order: Order = NEWEST_FIRST;
  /** How many rows are drawn. */
  @state() private drawn = DRAWN;
  @state() private openRows: ReadonlySet<string> = new Set();
  #select = createSelect();
  readonly #secrets = new Secrets(this, (value) => this.isMasked(value));
  #details: Details | 'loading' | 'failed' | undefined;
  #filters: CampaignFilters = {};
  #day: PlainDay | null = null;

  constructor() {
    super({ ...englishCommon, ...englishCampaigns }, 'campaigns', {
      query: () => ({ limit: PAGE }),
      emptyReason: ({ items, nextCursor }) => (items.length || nextCursor !== undefined ? undefined : 'nothing-in-time-frame'),
    });
  }

  /** What the list is narrowed by: `decision`, `channel`, `category`, `text`. */
  @property({ attribute: false })
  get filters(): CampaignFilters {
    return this.#filters;
  }
  set filters(filters: CampaignFilters) {
    this.#filters = Object.freeze(toFilters(filters));
    this.requestUpdate();
  }

  /** Filters, order and open rows, to be saved and set again. */
  override get viewState(): object {
    return { filters: this.#filters, order: this.order, open: [...this.openRows] };
  }
  override set viewState(saved: object) {
    const { filters, order, open }: { filters?: unknown; order?: unknown; open?: unknown } = saved ?? {};
    this.#filters = Object.freeze(toFilters(filters));
    this.order = toOrder(order);
    this.openRows = new Set(Array.isArray(open) ? open.filter((id) => typeof id === 'string') : []);
  }

  protected override skeleton(): readonly number[] {
    return [24, 32, 28, 40, 40, 40, 40, 40];
  }

  protected override get moreLeftOut(): number {
    return this.#pages.leftOut;
  }

  protected override render(): unknown {
    const { resource, question } = this.main;
    this.#secrets.belongTo(this.settings.customerId);
    if (resource.status === 'ready') this.#pages.start(question?.key ?? '', resource.answer.value);
    else this.#forget();
    return super.render();
  }

  protected override updated(): void {
    if (this.main.resource.status !== 'ready') this.#focusDay(null);
    const { hasMore, loading, error, items } = this.#pages;
    if (hasMore && !loading && !error && items.length < MOST) this.#loadMore();
  }

  protected override renderReady({ counts, contactPressure }: CampaignPage, { meta }: Answer<CampaignPage>): TemplateResult {
    const writing = this.#writing;
    const { all, rows, facets, isNarrowed, ...selection } = this.#selection();
    // While pages are missing only the backend knows how many there are; what it counted is everything, so only without filters.
    const given = this.#pages.hasMore && !isNarrowed ? counts : undefined;
    return html`${contactPressure?.length ? renderPressure(contactPressure, this.settings.contactCaps, writing) : nothing}
    ${renderToolbar(
      {
        filters: this.#filters,
        counts: given ? toDecisionCounts(given) : selection.counts,
        facets,
        order: this.order,
        setFilters: (filters) => (this.filters = filters),
        setOrder: (order) => (this.order = order),
      },
      writing,
    )}
    ${rows.length ? this.#renderTable(rows, writing) : html`${renderNothing(writing.texts.noCampaignMatches)}<button type="button" @click=${() => (this.filters = {})}>${writing.texts.clear}</button>`}
    ${this.#renderFoot(rows.length, all.length, meta.caveats ?? [])}`;
  }

  protected override renderActions(): TemplateResult {
    const { exportCsv } = this.texts;
    return html`<button type="button" class="icon-button plain no-print" aria-label=${exportCsv} title=${exportCsv} @click=${() => void this.exportCsv()}>${downloadIcon()}</button>`;
  }

  /** Makes the rows shown a CSV file and downloads it, unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    const { resource } = this.main;
    if (resource.status !== 'ready') throw new Error('Nothing is loaded');
    const { meta } = resource.answer;
    const { from = '', to = '' } = rangeFor(this.settings);
    const id = String(this.settings.customerId);
    const isHidden = this.isMasked({ key: 'id', type: 'id', personal: true });
    const { rows } = this.#selection();
    const { campaignsCsv } = await import('./export.js');
    const file = campaignsCsv(rows, {
      id,
      customerId: isHidden ? MASK : id,
      timeFrame: from || to ? `${from}/${to}` : 'all',
      timeZone: this.zone,
      source: meta.source,
      asOf: meta.asOf,
      isMasked: (value) => this.isMasked(value),
    });
    if (emit(this, 'c360-export', { section: this.section, format: 'csv' }))
      download(file, toFileName(['campaigns', isHidden ? undefined : id, from, to], 'csv'));
    return file;
  }

  /** Nothing of a customer stays behind (PR10). */
  #forget(): void {
    this.#pages.clear();
    this.#select = createSelect();
  }

  #selection() {
    return this.#select(this.#pages.items, this.#filters, this.order, this.language);
  }

  get #writing(): Writing {
    return {
      texts: this.texts,
      language: this.language,
      timeZone: this.zone,
      today: today(this.settings),
      currency: this.settings.currency,
      isMasked: (value) => this.isMasked(value),
    };
  }

  #renderTable(rows: readonly CampaignDecision[], writing: Writing): TemplateResult {
    return html`<div class="list" role="group" aria-label=${writing.texts.campaigns} tabindex="0">
      <table class="window" part="table" role="table" aria-label=${writing.texts.campaigns} aria-rowcount=${rows.length + 1}>
        ${renderHead(this.order, writing, (order) => (this.order = order))}
        <tbody
          role="rowgroup"
          @pointerover=${this.#onDay}
          @pointerleave=${() => this.#focusDay(null)}
          @focusin=${this.#onDay}
          @focusout=${() => this.#focusDay(null)}
        >
          ${rows.slice(0, this.drawn).map((row, index) =>
            renderRow(
              row,
              {
                index,
                open: this.openRows.has(row.id),
                linked: row.executionDate !== null && row.executionDate === this.linkedDay,
                toggle: () => this.#toggle(row),
                details: this.openRows.has(row.id) ? this.#renderDetails(row, writing) : nothing,
              },
              writing,
            ),
          )}
        </tbody>
      </table>
      ${rows.length > this.drawn ? html`<button type="button" class="plain" @click=${() => (this.drawn += DRAWN)}>${writing.texts.showMore}</button>` : nothing}
    </div>`;
  }

  /** Behind a row is more than most visits look at: its code comes with the first one that is opened. */
  #renderDetails(row: CampaignDecision, writing: Writing): unknown {
    const details = this.#details;
    if (details === 'failed') return html`<p class="note">${this.texts.errorUnreachable} ${renderRetry(this.texts, () => this.#loadDetails())}</p>`;
    if (details === undefined || details === 'loading') {
      this.#loadDetails();
      return html`<p class="note">${this.texts.loading}</p>`;
    }
    return details.renderDetails(row, {
      writing: { ...writing, texts: details.toDetailsTexts(this.texts, this.language, this.settings.messages) },
      level: (this.settings.headingLevel ?? 2) + 1,
      now: this.nowInstant,
      customerId: String(this.settings.customerId ?? ''),
      links: linkRules(this.settings),
      secrets: this.#secrets,
      seriesOf: (key) => this.board.value('impact', this.settings.customerId)?.kpis.find((series) => series.key === key),
      showMessage: ({ communicationId, channel }) => void emit(this, 'c360-message-open', { communicationId, channel }),
    });
  }

  #loadDetails(): void {
    if (this.#details === 'loading') return;
    this.#details = 'loading';
    void import('./details.js')
      .then(
        (details) => {
          const { styleSheet } = details.detailsStyles;
          if (styleSheet && this.renderRoot instanceof ShadowRoot) this.renderRoot.adoptedStyleSheets = [...this.renderRoot.adoptedStyleSheets, styleSheet];
          return details;
        },
        () => 'failed' as const,
      )
      .then((details) => {
        this.#details = details;
        this.requestUpdate();
      });
  }

  #renderFoot(shown: number, loaded: number, caveats: readonly Caveat[]): TemplateResult {
    const { texts, language } = this;
    const { hasMore, loading, error } = this.#pages;
    const write = (count: number) => formatNumber(count, language);
    const total = this.main.resource.status === 'ready' ? this.main.resource.answer.value.total : undefined;
    const counted = shown === loaded ? texts.campaignCount(shown, write(shown)) : texts.countOf(write(shown), texts.campaignCount(loaded, write(loaded)));
    return html`<div class="foot small muted">
      <p>${counted}${hasMore ? html` · ${total === undefined ? texts.moreNotLoaded : texts.campaignsLoaded(write(loaded), write(total))}` : nothing}${loading ? html` · ${texts.loading}` : nothing}</p>
      ${error ? html`<p>${errorTitle(error, texts)} ${renderRetry(texts, () => this.#loadMore())}</p>` : nothing}
      ${caveats.map((caveat) => html`<p>${texts[caveatTexts[caveat]]}</p>`)}
    </div>`;
  }

  #toggle({ id, source, campaign, action, executionDate }: CampaignDecision): void {
    const open = new Set(this.openRows);
    if (!open.delete(id)) {
      const told = emit(this, 'c360-campaign-open', {
        source,
        campaignId: campaign.id,
        ...(action && { actionId: action.id }),
        ...(executionDate && { executionDate }),
      });
      if (!told) return;
      open.add(id);
    }
    this.openRows = open;
  }

  readonly #onDay = ({ target }: Event): void => {
    const day = target instanceof Element ? target.closest<HTMLElement>('[data-day]')?.dataset['day'] : undefined;
    this.#focusDay((day ?? null) as PlainDay | null);
  };

  /** Marks the day in the other sections; told once, not at each movement of the pointer. */
  #focusDay(date: PlainDay | null): void {
    if (date === this.#day) return;
    this.#day = date;
    emit(this, 'c360-day-focus', { date, origin: this.section });
  }

  #loadMore(): void {
    void this.#pages.loadMore(async (cursor, signal) => {
      const asked = ask('campaigns', this.settings, { limit: PAGE, cursor });
      if (typeof asked === 'string') throw new SourceError('config');
      if (asked instanceof SourceError) throw asked;
      return asked.read({ signal, onSlow: () => {} });
    });
  }
}
