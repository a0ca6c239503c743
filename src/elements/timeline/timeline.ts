import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { englishCommon } from '../../i18n/slices/common.js';
import type { PlainDay } from '../../model/day.js';
import type { CustomerEvent, Page } from '../../model/event.js';
import type { Resource } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { DataElement } from '../data-element.js';
import { sameFilters, type TimelineFilters, toFilters } from './filters.js';
import type { TimelineModel, TimelineTexts, TimelineView } from './timeline-view.js';

/** How many events a page has. */
const LIMIT = 200;
/** The section while its overview is there and its list is not. */
const NO_EVENTS: Page<CustomerEvent> = { items: [] };

/**
 * Everything that happened: the Activity Overview, a lane of dots for each category, and the Activity Details, a list by days,
 * linked (B12 to B27). One part failing leaves the other.
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
 * @cssState idle - No customer is chosen.
 * @cssState loading - Neither part is there yet.
 * @cssState ready - At least one part is shown.
 * @cssState empty - There is nothing to show, and it says why.
 * @cssState error - Neither part could be loaded.
 * @cssState stale - The list is shown although it could not be renewed.
 * @cssState hidden - The source knows no activities.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When one of its parts, or a further page, could not be loaded.
 * @fires {CustomEvent} c360-day-focus - When a day is hovered or focused.
 * @fires {CustomEvent} c360-message-open - Before a message is shown; cancelable.
 * @fires {CustomEvent} c360-product-open - Before a product is opened; cancelable.
 * @fires {CustomEvent} c360-campaign-open - Before a campaign is opened; cancelable.
 * @fires {CustomEvent} c360-time-frame-change - Before all time is shown in place of an empty time frame; cancelable.
 * @fires {CustomEvent} c360-reveal - Before a masked value is uncovered; cancelable.
 * @fires {CustomEvent} c360-export - Before the list is exported; cancelable.
 */
export class C360Timeline extends DataElement<'events', TimelineTexts> {
  static override readonly styles = [...baseStyles, sectionStyles];

  override readonly section = 'timeline';

  readonly #activity = this.createResource('activity', { isEmpty: ({ days }) => days.length === 0 });
  #view: TimelineView | undefined;
  #filters: TimelineFilters = {};
  /** The list begins at this day instead of the newest. */
  #anchor: PlainDay | undefined;
  #saved: object = {};
  #owner: readonly unknown[] = [];

  constructor() {
    super(englishCommon, 'events', {
      query: () => ({ ...this.#filters, limit: LIMIT, ...(this.#anchor && { to: this.#anchor }) }),
      isEmpty: ({ items, nextCursor }) => items.length === 0 && nextCursor === undefined && !this.#isPart,
      isPart: () => this.#isPart,
    });
  }

  /** What the list shows: `{lane?, type?, text?}`; read it to save it. */
  @property({ attribute: false })
  get filters(): TimelineFilters {
    return this.#filters;
  }
  set filters(filters: TimelineFilters) {
    const next = toFilters(filters);
    if (sameFilters(next, this.#filters)) return;
    this.#filters = Object.freeze(next);
    this.#startAt(undefined);
  }

  override get viewState(): object {
    return { filters: this.#filters, ...(this.#view?.saved ?? this.#saved) };
  }
  override set viewState(state: object) {
    const { filters, ...saved } = state as { readonly filters?: unknown };
    this.filters = toFilters(filters);
    this.#saved = saved;
    if (this.#view) this.#view.saved = saved;
  }

  /** The list as it is filtered, as far as it is loaded; downloaded as well unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    if (!this.#view || this.main.resource.status !== 'ready') throw new Error('Nothing is loaded');
    return this.#view.exportCsv();
  }

  protected override async prepare(): Promise<void> {
    // Asked for beside the view and not by it, since campaigns share it: one round trip, not two.
    import('../../ui/row-window.js').catch(() => {});
    const { TimelineView: View } = await import('./timeline-view.js');
    this.addPart(View);
    this.#view = new View(this.host, this.#model);
    this.#view.saved = this.#saved;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { customerId, connection, timeFrame } = this.settings;
    const owner = [customerId, connection, timeFrame];
    if (owner.every((each, index) => each === this.#owner[index])) return;
    // Where a person was belongs to what they looked at. What was set before the first customer came is for that one.
    if (this.#owner.length > 0) {
      this.#anchor = undefined;
      this.#view?.forget(customerId !== this.#owner[0]);
    }
    this.#owner = owner;
  }

  protected override get whole(): Resource<Page<CustomerEvent>> {
    const [list, dots] = [this.main.resource, this.#activity.resource];
    if (list.status === 'ready' || list.status === 'idle') return list;
    if (dots.status === 'ready') {
      return { ...dots, answer: { ...dots.answer, value: NO_EVENTS } };
    }
    for (const status of ['loading', 'error', 'empty'] as const) {
      if (list.status === status) return list;
      if (dots.status === status) return dots;
    }
    return list;
  }

  protected override get moreLeftOut(): number {
    return this.#view?.leftOut ?? 0;
  }

  protected override skeleton(width: number): readonly number[] {
    return [width < 420 ? 407 : width < 600 ? 250 : 190, 508];
  }

  protected override renderActions(): unknown {
    return this.#view?.renderActions() ?? nothing;
  }

  protected override renderBody(resource: Resource<Page<CustomerEvent>>): unknown {
    // A filter that finds nothing, fails or is under way leaves its own field on screen.
    const isOwn = this.#view && this.#isPart && ['loading', 'error', 'empty'].includes(this.whole.status);
    return html`${isOwn ? this.renderReady() : super.renderBody(resource)}${this.#view?.renderOver() ?? nothing}`;
  }

  protected override renderReady(): unknown {
    return this.#view?.render() ?? nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#view?.updated();
  }

  /** Whether the list is filtered or begins at a day, so that it is not the newest of everything. */
  get #isPart(): boolean {
    return this.#anchor !== undefined || !sameFilters(this.#filters, {});
  }

  #startAt(day: PlainDay | undefined): void {
    this.#anchor = day;
    this.#view?.startedAt(day);
    this.requestUpdate();
  }

  get #model(): TimelineModel {
    return {
      list: this.main,
      activity: this.#activity,
      filters: () => this.#filters,
      filter: (filters) => {
        this.filters = filters;
      },
      anchor: () => this.#anchor,
      startAt: (day) => this.#startAt(day),
      isPart: () => this.#isPart,
      question: () => ({ ...this.#filters, limit: LIMIT }),
      isMasked: (value) => this.isMasked(value),
      tellError: (error) => this.tellError(error),
      addStyles: (styles) => this.addStyles(styles),
    };
  }
}
