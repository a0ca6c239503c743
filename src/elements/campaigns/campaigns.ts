import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { englishCommon } from '../../i18n/slices/common.js';
import type { CampaignPage } from '../../model/campaign.js';
import type { Resource } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { DataElement } from '../data-element.js';
import type { CampaignsTexts, CampaignsView, SavedView } from './campaigns-view.js';
import type { CampaignFilters } from './filter.js';

/** Rows of one answer; the same for each page, since a backend may count pages instead of rows. */
const PAGE = 200;

/**
 * Every campaign decision about the customer: received, or not received and why; what it led to and what it was worth.
 *
 * @summary Campaign decisions with reason, outcome, money, journeys and bonuses (O14 to O18, S1 to S44).
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart pressure - How often the customer was contacted.
 * @csspart toolbar - Filters and search.
 * @csspart filter - One filter by decision, with its count.
 * @csspart table - The list.
 * @csspart campaign - One decision.
 * @csspart details - Everything known of an opened one.
 * @csspart message - One message of an opened one.
 * @csspart bonus - One bonus of an opened one.
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
 * @fires {CustomEvent<ErrorDetail>} c360-error - When it, or one of its further pages, finally could not load.
 * @fires c360-campaign-open - A row is about to be opened; cancelable, the host may show the campaign itself.
 * @fires c360-message-open - A message is about to be shown; cancelable, the host may show its own proof.
 * @fires c360-day-focus - The day of the row that is hovered or focused; `null` when none is any more.
 * @fires c360-time-frame-change - Before all time is shown in place of an empty time frame; cancelable.
 * @fires c360-reveal - Before a masked value is uncovered; cancelable.
 * @fires c360-export - Before a file is made; cancelable.
 */
export class C360Campaigns extends DataElement<'campaigns', CampaignsTexts> {
  static override readonly styles = [...baseStyles, sectionStyles];

  override readonly section = 'campaigns';

  #view: CampaignsView | undefined;
  #saved: SavedView = {};

  constructor() {
    super(englishCommon, 'campaigns', {
      query: () => ({ limit: PAGE }),
      isEmpty: ({ items, nextCursor }) => items.length === 0 && nextCursor === undefined,
    });
  }

  /** What the list is narrowed by: `decision` (`received`, `not-received` or one kind), `channel`, `category`, `text`. */
  @property({ attribute: false })
  get filters(): CampaignFilters {
    return (this.#view?.saved ?? this.#saved).filters ?? {};
  }
  set filters(filters: CampaignFilters) {
    this.viewState = { ...this.viewState, filters };
  }

  /** Filters, order and open rows, to be saved and set again. */
  override get viewState(): object {
    return this.#view?.saved ?? this.#saved;
  }
  override set viewState(saved: object) {
    this.#saved = { ...saved };
    if (this.#view) this.#view.saved = this.#saved;
  }

  /** Makes the rows shown a CSV file and downloads it, unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    if (!this.#view) throw new Error('Nothing is loaded');
    return this.#view.exportCsv();
  }

  protected override async prepare(): Promise<void> {
    // Asked for beside the view and not by it, since the timeline shares it: one round trip, not two.
    import('../../ui/row-window.js').catch(() => {});
    const { CampaignsView: View } = await import('./campaigns-view.js');
    this.addPart(View);
    this.#view = new View(this.host, {
      add: (part) => this.addPart(part),
      // A page says as much about the right to see the data as the first answer does.
      failed: (error) => (error.withdrawsData ? this.main.fail(error, true) : this.tellError(error)),
      pageSize: PAGE,
    });
    this.#view.saved = this.#saved;
  }

  protected override skeleton(width: number): readonly number[] {
    // Between one and three lines of tools; the list is no higher than most of the window.
    return [width < 500 ? 100 : 75, Math.min(572, innerHeight * 0.8)];
  }

  protected override get moreLeftOut(): number {
    return this.#view?.leftOut ?? 0;
  }

  protected override renderActions({ status }: Resource<CampaignPage>): unknown {
    return status === 'ready' && this.#view?.renderActions();
  }

  protected override renderReady(page: CampaignPage): unknown {
    return this.#view?.render(page) ?? nothing;
  }
}
