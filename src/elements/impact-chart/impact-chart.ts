import { html, noChange, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { englishCommon } from '../../i18n/slices/common.js';
import type { Impact } from '../../model/impact.js';
import type { Resource } from '../../model/resource.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { DataElement } from '../data-element.js';
import type { ImpactView, SavedView } from './impact-view.js';
import type { ImpactMode } from './view.js';
import type { ImpactTexts } from './wording.js';

/**
 * Customer Marketing Impact: what the customer's figures did over time, with the days on which campaigns were aimed at them.
 * Figures are drawn as given, never summed again (O13, T21); a missing snapshot is a gap and not zero (T24).
 *
 * Keys on the drawing: arrows go to the next day, Page Up and Page Down to the next month, Home and End to the ends; Enter opens the
 * day's campaign; `+` narrows the time frame around the day, `-` goes back. Escape goes back one time frame too, and once there is none
 * to go back to it leaves the day.
 *
 * @summary KPI lines over time with campaign days (O11 to O15).
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart chart - The drawing with its campaign days.
 * @csspart legend - The figures that can be drawn.
 * @csspart day - What is known of the marked day.
 * @csspart effect - The change around a campaign.
 * @csspart table - The same numbers as a table.
 * @cssState idle - No customer is chosen.
 * @cssState loading - The answer is under way.
 * @cssState ready - The answer is shown.
 * @cssState empty - There is nothing to show, and it says why.
 * @cssState error - The answer could not be loaded.
 * @cssState stale - The answer is shown although it could not be renewed.
 * @cssState hidden - The source has no such resource.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When it finally could not load.
 * @fires c360-day-focus - A day is pointed at or focused; `null` when none is any more.
 * @fires c360-time-frame-change - A narrower time frame was chosen, the one before, or all time where there is nothing in it; cancelable.
 * @fires c360-campaign-open - A campaign of a day was chosen; cancelable.
 * @fires c360-export - Before a file is made; cancelable.
 */
export class C360ImpactChart extends DataElement<'impact', ImpactTexts> {
  static override readonly styles = [...baseStyles, sectionStyles];

  override readonly section = 'impact';

  /** `cumulative` (default, O13) or `1M`, the last month (O12). */
  @property() mode: ImpactMode = 'cumulative';

  #view: ImpactView | undefined;
  #saved: SavedView = {};
  /** Whose drawing is in the tree. */
  #drawnFor: unknown;

  constructor() {
    super(englishCommon, 'impact', {
      isEmpty: ({ kpis, targetingDays }) => kpis.every(({ values }) => values.every((value) => value === null)) && targetingDays.length === 0,
    });
  }

  override get viewState(): object {
    return { mode: this.mode, ...(this.#view?.saved ?? this.#saved) };
  }
  override set viewState(state: object) {
    const saved: { readonly mode?: ImpactMode } & SavedView = state;
    if (saved.mode === 'cumulative' || saved.mode === '1M') this.mode = saved.mode;
    this.#saved = saved;
    if (this.#view) this.#view.saved = saved;
  }

  /** Makes the figures shown a CSV file and downloads it, unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    return this.#loaded().exportCsv();
  }

  /** Makes the drawing a PNG file with title and legend and downloads it, unless the host forbids it. Rejects while nothing is drawn. */
  async exportPng(): Promise<Blob> {
    return this.#loaded().exportPng();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#onPrint);
  }

  protected override async prepare(): Promise<void> {
    // Asked for beside the view and not by it: it is the largest file and must not wait for a smaller one.
    import('../../ui/chart/line-chart.js').catch(() => {});
    const { ImpactView } = await import('./impact-view.js');
    this.addPart(ImpactView);
    this.#view = new ImpactView(this.host, this);
    this.#view.saved = this.#saved;
  }

  protected override skeleton(width: number): readonly number[] {
    return [340, width < 420 ? 300 : width < 500 ? 245 : 160];
  }

  protected override renderActions(resource: Resource<Impact>): unknown {
    return this.#isKept(resource) ? noChange : resource.status === 'ready' && this.#view?.renderActions();
  }

  protected override renderBody(resource: Resource<Impact>): unknown {
    const isReady = resource.status === 'ready';
    const isKept = this.#isKept(resource);
    this.#drawnFor = isReady || isKept ? this.settings.customerId : undefined;
    const body = super.renderBody(resource);
    return isReady || isKept ? html`${isKept ? body : nothing}<div ?hidden=${isKept}>${isKept ? noChange : body}</div>` : body;
  }

  protected override renderReady(impact: Impact): unknown {
    return this.#view?.render(impact) ?? nothing;
  }

  /** While another time frame of the same customer is asked for, the drawing is out of sight: drawing it anew is far cheaper than making it anew. */
  #isKept({ status }: Resource<Impact>): boolean {
    return status === 'loading' && this.#drawnFor !== undefined && this.#drawnFor === this.settings.customerId;
  }

  #loaded(): ImpactView {
    if (!this.#view) throw new Error('Nothing is loaded');
    return this.#view;
  }

  readonly #onPrint = () => {
    if (!this.#view) return;
    this.#view.print();
    // Now and not in a moment: the page is about to be printed.
    this.performUpdate();
  };
}
