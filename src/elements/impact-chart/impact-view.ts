import { type CSSResultGroup, nothing, type ReactiveController, render, type TemplateResult } from 'lit';
import { rangeFor, today } from '../../data/question.js';
import { Terms } from '../../data/terms.js';
import { englishIdentity } from '../../i18n/slices/identity.js';
import { englishImpact } from '../../i18n/slices/impact.js';
import { englishShared } from '../../i18n/slices/shared.js';
import { dayNumber, type PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries } from '../../model/impact.js';
import { CUSTOMER_ID, coverQuery } from '../../model/masked-id.js';
import { isMasked, MASK, toMask } from '../../model/masking.js';
import { tableStyles } from '../../ui/data-table.js';
import { download } from '../../ui/download.js';
import { html } from '../../ui/html.js';
import { infoIcon } from '../../ui/icons.js';
import { imageIcon, tableIcon } from '../../ui/impact-icons.js';
import { ownPlace } from '../../ui/own-pixels.js';
import { downloadIcon } from '../../ui/shared-icons.js';
import { Copies } from '../copies.js';
import { emit } from '../events.js';
import type { SectionHost } from '../section-host.js';
import { renderDayCard } from './day-card.js';
import { EFFECT_DAYS } from './effect.js';
import { type CampaignOfDay, effectCampaign, renderEffectCard, type TargetedOn } from './effect-card.js';
import { PRINTED_ROWS, renderFiguresTable, TABLE_ROWS } from './figures-table.js';
import { Gestures, type Stage } from './gestures.js';
import { impactStyles } from './impact-chart.styles.js';
import { lineStyleOf, renderLegend } from './legend.js';
import { renderOverlay } from './overlay.js';
import { lineColor, surfaceColor, toPicture, warmUpLabels } from './picture.js';
import { PlotController } from './plot.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { defaultKeys, type ImpactMode, pictureSpan, placeIn, type Span, seriesOf } from './view.js';
import { type ImpactTexts, spanText, spokenDay, summaryText } from './wording.js';

/** The view state of the chart, plain data. */
export interface SavedView {
  readonly mode?: ImpactMode;
  readonly series?: readonly string[];
  readonly effectDays?: number;
  readonly table?: boolean;
}

/** What a person has set on the chart. */
interface ViewState {
  readonly chosen: ReadonlyMap<ImpactMode, readonly string[]>;
  readonly allNames: boolean;
  readonly tableOpen: boolean;
  readonly tableRows: number;
  /** Paper shows the numbers, since a drawing cannot be pointed at there. */
  readonly isPrinted: boolean;
  readonly provenanceOpen: boolean;
  readonly pointedDay: PlainDay | null;
  readonly effectDays: number;
  readonly effectOf: CampaignOfDay | undefined;
  readonly brush: readonly [PlainDay, PlainDay] | undefined;
}

/** Everything of the chart that is not the element itself: a file of its own, loaded while the data is under way. */
export class ImpactView implements ReactiveController {
  static readonly english = { ...englishShared, ...englishIdentity, ...englishImpact };
  static readonly styles: CSSResultGroup = [tableStyles, impactStyles];

  readonly #host: SectionHost<Impact, ImpactTexts>;
  readonly #terms: Terms;
  readonly #element: SectionHost<Impact, ImpactTexts>['element'];
  readonly #chart: { mode: ImpactMode };
  readonly #plot: PlotController;
  readonly #gestures: Gestures;
  readonly #copies: Copies;
  #state: ViewState = {
    chosen: new Map(),
    allNames: false,
    tableOpen: false,
    tableRows: TABLE_ROWS,
    isPrinted: false,
    provenanceOpen: false,
    pointedDay: null,
    effectDays: 14,
    effectOf: undefined,
    brush: undefined,
  };
  /** Has given up the focus while it is out of sight. */
  #left: HTMLElement | undefined;
  /** Time frames to go back to, the widest first. */
  #earlier: string[] = [];
  #owner: unknown;
  /** Loaded when first wanted; says of the answer on screen where it comes from, never of one before it (TH1). */
  #provenance: typeof import('./provenance.js') | undefined;
  /** What was rendered last, while its customer is the one (PR10). */
  #scene: ImpactScene | undefined;

  /** `chart` is the element's public side, where the mode is set. */
  constructor(host: SectionHost<Impact, ImpactTexts>, chart: { mode: ImpactMode }) {
    this.#host = host;
    this.#terms = new Terms(host);
    this.#element = host.element;
    this.#chart = chart;
    this.#plot = new PlotController(host.element, () => this.#drawOverlay());
    this.#copies = new Copies(host.element, 'impact');
    this.#gestures = new Gestures({
      place: () => this.#place(),
      marked: (span) => this.#marked(span),
      point: (day) => this.#point(day),
      brush: (days) => this.#set({ brush: days }),
      narrow: (span) => this.#narrow(span),
      goBack: () => this.#goBack(),
      openCampaign: (campaign, date) => this.#openCampaign({ campaign, date }),
    });
    host.element.addController(this);
    // Where the data is there already, it would only put the picture off.
    if (['idle', 'loading'].includes(host.resource.status)) warmUpLabels(today(host.settings), host.language);
  }

  get saved(): SavedView {
    const { effectDays, tableOpen: table, chosen } = this.#state;
    const series = chosen.get(this.#chart.mode);
    return { effectDays, table, ...(series && { series }) };
  }
  set saved({ series, effectDays, table }: SavedView) {
    this.#set({
      ...(Array.isArray(series) && { chosen: new Map(this.#state.chosen).set(this.#chart.mode, series.map(String)) }),
      ...(EFFECT_DAYS.some((days) => days === effectDays) && { effectDays: Number(effectDays) }),
      ...(typeof table === 'boolean' && { tableOpen: table }),
    });
  }

  /** The page is about to be printed. */
  print(): void {
    this.#set({ isPrinted: true });
  }

  hostConnected(): void {
    window.addEventListener('afterprint', this.#onPrinted);
  }

  hostUpdate(): void {
    const { customerId } = this.#host.settings;
    if (customerId !== this.#owner) this.#forget();
    this.#owner = customerId;
  }

  hostUpdated(): void {
    const { renderRoot } = this.#element;
    const canvas = renderRoot.querySelector('canvas') ?? undefined;
    // Kept out of sight until the answer for another time frame is there.
    const { status } = this.#host.resource;
    const isAway = status === 'loading' && canvas !== undefined;
    this.#passFocus(isAway);
    if (isAway) return;
    if (status !== 'ready') this.#scene = undefined;
    const scene = this.#scene;
    const span = scene?.span;
    const inputs = [
      scene?.impact,
      scene?.shown.map(({ key }) => key).join(' '),
      scene?.mode,
      this.#host.language,
      this.#host.settings.theme,
      scene?.rightToLeft,
      span?.from,
      span?.to,
    ];
    const frame = renderRoot.querySelector('.plot') ?? undefined;
    this.#plot.show(span && canvas, frame, inputs, () => toPicture(scene!, span!, renderRoot, this.#element, this.#plot.width));
    if (!this.#plot.isPending) this.#drawOverlay();
  }

  hostDisconnected(): void {
    window.removeEventListener('afterprint', this.#onPrinted);
    this.#forget();
  }

  /** What is out of sight for a while leaves the focus to the heading, and takes it back unless a person has moved it meanwhile (A8). */
  #passFocus(isAway: boolean): void {
    const { shadowRoot } = this.#element;
    const focused = shadowRoot?.activeElement;
    const heading = shadowRoot?.querySelector<HTMLElement>('#heading');
    if (isAway && focused instanceof HTMLElement && focused.closest('[hidden], .actions')) {
      this.#left = focused;
      heading?.focus({ preventScroll: true });
    } else if (!isAway) {
      if (this.#left && focused === heading) this.#left.focus({ preventScroll: true });
      this.#left = undefined;
    }
  }

  /** What was pointed at is the customer's (PR10); how it is looked at stays. */
  #forget(): void {
    this.#gestures.forget();
    this.#left = undefined;
    this.#scene = undefined;
    this.#state = { ...this.#state, pointedDay: null, effectOf: undefined, brush: undefined };
  }

  #set(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#element.requestUpdate();
  }

  // What is drawn, from top to bottom.

  renderActions() {
    const { texts } = this.#host;
    return html`<button type="button" class="table-switch" title=${texts.viewAsTable} aria-pressed=${this.#state.tableOpen} @click=${() => this.#set({ tableOpen: !this.#state.tableOpen })}>${tableIcon()}<span>${texts.viewAsTable}</span></button>
      <button type="button" class="plain icon-button" aria-label=${texts.exportCsv} title=${texts.exportCsv} @click=${() => this.#download(() => this.exportCsv())}>${downloadIcon()}</button>
      <button type="button" class="plain icon-button" aria-label=${texts.exportPng} title=${texts.exportPng} ?disabled=${!this.#plot.area} @click=${() => this.#download(() => this.exportPng())}>${imageIcon()}</button>
      <button type="button" class="plain icon-button" aria-label=${texts.provenance} title=${texts.provenance} aria-expanded=${this.#state.provenanceOpen} @click=${this.#onProvenance}>${infoIcon()}</button>`;
  }

  render(impact: Impact): unknown {
    const scene = this.#toScene(impact);
    this.#scene = scene;
    const { span } = scene;
    const chosen = effectCampaign(impact, this.#state.effectOf);
    return html`<div class="drawing">${this.#renderLegend(scene)} ${span ? this.#renderPlot(scene, span) : nothing}</div>
    ${span ? this.#renderDay(scene, span, chosen) : nothing}
    ${chosen ? renderEffectCard(scene, { chosen, days: this.#state.effectDays, chooseDays: (effectDays) => this.#set({ effectDays }) }) : nothing} ${this.#renderCaveats(impact)}
    ${span ? this.#renderTable(scene, span) : nothing} ${this.#renderProvenance(scene)}`;
  }

  #renderTable(scene: ImpactScene, span: Span): unknown {
    const { tableOpen, tableRows, isPrinted } = this.#state;
    if (!tableOpen && !isPrinted && !this.#plot.failed) return nothing;
    const rows = isPrinted ? Math.max(tableRows, PRINTED_ROWS) : tableRows;
    return renderFiguresTable(scene, { span, rows, showMore: () => this.#set({ tableRows: tableRows + TABLE_ROWS }) });
  }

  #renderLegend(scene: ImpactScene): TemplateResult {
    return renderLegend(scene, this.#state.allNames, {
      chooseMode: this.#onMode,
      toggle: (key) => this.#onToggle(scene, key),
      showAll: () => this.#set({ allNames: true }),
      onColour: this.#onColour,
    });
  }

  #renderPlot(scene: ImpactScene, span: Span): TemplateResult {
    const { impact, rightToLeft, writing } = scene;
    const day = this.#marked(span) ?? span.to;
    const gestures = this.#gestures;
    const stage: Stage = { impact, span, rightToLeft };
    return html`<div class="plot" part="chart" @transitionend=${this.#onColour}>
      <canvas role="img" aria-label=${summaryText(scene, span)}></canvas>
      <svg class="overlay" aria-hidden="true"></svg>
      <div
        class="layer"
        role="slider"
        tabindex="0"
        aria-label=${writing.texts.impactDay}
        aria-valuemin=${dayNumber(span.from)}
        aria-valuemax=${dayNumber(span.to)}
        aria-valuenow=${dayNumber(day)}
        aria-valuetext=${spokenDay(scene, day)}
        @keydown=${(event: KeyboardEvent) => gestures.onKey(event, stage)}
        @focus=${() => this.#point(day)}
        @blur=${() => this.#host.resource.status !== 'loading' && this.#point(null)}
        @pointerdown=${(event: PointerEvent) => gestures.onPointerDown(event)}
        @pointermove=${(event: PointerEvent) => gestures.onPointerMove(event, stage)}
        @pointerup=${(event: PointerEvent) => gestures.onPointerUp(event, stage)}
        @pointercancel=${() => gestures.cancel()}
        @pointerleave=${() => gestures.onPointerLeave(this.#element.shadowRoot?.activeElement?.matches('.layer') === true)}
        @dblclick=${() => this.#goBack()}
        @wheel=${(event: WheelEvent) => gestures.onWheel(event, stage)}
      ></div>
    </div>`;
  }

  /** Drawn apart from the rest, after the lines: only then it is known where they are. */
  #drawOverlay(): void {
    const overlay = this.#element.renderRoot.querySelector<SVGSVGElement>('.overlay');
    if (!overlay) return;
    const { area } = this.#plot;
    const { span, rightToLeft = false } = this.#scene ?? {};
    if (!area || !span) {
      render(nothing, overlay);
      return;
    }
    const pixelOf = placeIn(area, span, rightToLeft);
    const marked = this.#marked(span);
    const { brush } = this.#state;
    render(renderOverlay({ area, marked: marked && pixelOf(marked), brush: brush && [pixelOf(brush[0]), pixelOf(brush[1])] }), overlay);
  }

  #renderDay(scene: ImpactScene, span: Span, chosen: TargetedOn | undefined): TemplateResult {
    const { dates } = scene.impact;
    const { scope } = this.#host;
    const marked = this.#marked(span);
    // With no day marked, the one whose effect is shown below: a card that is never empty and never jumps.
    const day = marked ?? chosen?.date ?? dates[dates.length - 1] ?? span.to;
    return renderDayCard(scene, {
      day,
      isMarked: marked !== undefined,
      openCampaign: (campaign) => this.#openCampaign({ campaign, date: day }),
      copies: this.#copies,
      showProfile: scope && (() => scope.chooseSnapshot(day)),
    });
  }

  /** What must be known before reading: whose campaigns are missing (T19), and which money is not final (T32). */
  #renderCaveats({ kpis, targetingDays }: Impact): TemplateResult | typeof nothing {
    const { texts, resource } = this.#host;
    const caveats = resource.status === 'ready' ? (resource.answer.meta.caveats ?? []) : [];
    const words = [
      caveats.includes('scheduled-only') && targetingDays.length > 0 && texts.scheduledOnly,
      caveats.includes('may-change') && kpis.some(({ attributed }) => attributed) && `${texts.attributed}: ${texts.mayStillChange}`,
    ].filter(Boolean);
    return words.length > 0 ? html`<p class="muted small">${words.join(' · ')}</p>` : nothing;
  }

  #renderProvenance({ series, writing }: ImpactScene): unknown {
    const { resource } = this.#host;
    if (!this.#state.provenanceOpen || !this.#provenance || resource.status !== 'ready') return nothing;
    const { answer } = resource;
    return html`<div class="provenance">${this.#provenance.renderProvenance({ ...answer, meta: coverQuery(answer.meta, this.#host.settings.customerId, this.#hidesId) }, series, writing, () => this.#mayExport('copy'))}</div>`;
  }

  // What is shown.

  #toScene(impact: Impact): ImpactScene {
    const { settings, texts, language } = this.#host;
    const { mode } = this.#chart;
    const series = seriesOf(impact, mode);
    const keys = this.#state.chosen.get(mode) ?? defaultKeys(series);
    return {
      impact,
      mode,
      series,
      shown: series.filter(({ key }) => keys.includes(key)),
      span: pictureSpan(impact, rangeFor(settings)),
      rightToLeft: this.#element.matches(':dir(rtl)'),
      writing: { texts, terms: this.#terms, language, today: today(settings), currency: impact.currency ?? settings.currency },
    };
  }

  /** The marked day, where it lies in the picture. */
  #marked({ from, to }: Span): PlainDay | undefined {
    const day = this.#state.pointedDay ?? this.#host.linkedDay;
    return day && day >= from && day <= to ? day : undefined;
  }

  #place(): ReturnType<ConstructorParameters<typeof Gestures>[0]['place']> {
    const { area } = this.#plot;
    const plot = this.#element.renderRoot.querySelector<HTMLElement>('.plot');
    return area && plot ? { area, pixelAt: (clientX) => ownPlace(plot, { clientX, clientY: 0 }).x } : undefined;
  }

  // What a person does.

  readonly #onPrinted = () => this.#set({ isPrinted: false });

  readonly #onColour = () => this.#plot.repaintSoon();

  readonly #onMode = (mode: ImpactMode) => {
    this.#chart.mode = mode;
  };

  readonly #onProvenance = async () => {
    this.#provenance ??= await import('./provenance.js');
    this.#set({ provenanceOpen: !this.#state.provenanceOpen });
  };

  #onToggle({ mode, shown }: ImpactScene, key: string): void {
    const keys = shown.map((series) => series.key);
    const next = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
    this.#set({ chosen: new Map(this.#state.chosen).set(mode, next) });
  }

  /** `false` where nothing changes. */
  #point(day: PlainDay | null): boolean {
    if (day === this.#state.pointedDay) return false;
    this.#set({ pointedDay: day });
    emit(this.#element, 'c360-day-focus', { date: day, origin: 'impact' });
    return true;
  }

  #narrow({ from, to }: Span): void {
    if (from >= to) return;
    const { timeFrame } = this.#host.settings;
    if (this.#host.chooseTimeFrame({ from, to, timeFrame: `${from}/${to}` })) this.#earlier.push(timeFrame);
  }

  /** Back to the time frame before the last narrowing; `false` when there is none. */
  #goBack(): boolean {
    const earlier = this.#earlier[this.#earlier.length - 1];
    if (earlier === undefined) return false;
    const { from, to } = rangeFor({ ...this.#host.settings, timeFrame: earlier });
    if (this.#host.chooseTimeFrame({ from, to, timeFrame: earlier })) this.#earlier.pop();
    return true;
  }

  #openCampaign({ campaign, date }: TargetedOn): void {
    const { campaignId, actionId } = campaign;
    const { resource } = this.#host;
    const source = campaign.source ?? (resource.status === 'ready' ? resource.answer.meta.source : undefined);
    if (emit(this.#element, 'c360-campaign-open', { source, campaignId, executionDate: date, ...(actionId !== undefined && { actionId }) }))
      this.#set({ effectOf: { campaignId, date } });
  }

  // Files.

  /** Makes the figures shown a CSV file and downloads it, unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    const { impact, shown, span, writing } = this.#loaded();
    const { impactCsv } = await import('./export.js');
    return this.#hand(impactCsv(impact, shown, this.#fileFacts(span), writing), 'csv');
  }

  /** Makes the drawing a PNG file with title and legend and downloads it, unless the host forbids it. Rejects while nothing is drawn. */
  async exportPng(): Promise<Blob> {
    const scene = this.#loaded();
    const { canvas, area } = this.#plot;
    if (!canvas || !area) throw new Error('Nothing is drawn');
    const { impactPng } = await import('./export.js');
    const { renderRoot } = this.#element;
    const style = getComputedStyle(this.#element);
    const lines = scene.shown.map((series: KpiSeries) => ({
      label: seriesText(series, scene.writing),
      color: lineColor(scene, series, renderRoot, this.#element),
      dash: lineStyleOf(scene, series).dash,
    }));
    const title = `${scene.writing.texts.impact} · ${spanText(scene.span, scene.writing)}`;
    const surface = surfaceColor(renderRoot, this.#element);
    return this.#hand(await impactPng({ canvas, title, lines, surface, text: style.color, font: style.fontFamily }), 'png');
  }

  /** The buttons stay while another time frame is under way, out of sight; a script may press them all the same. */
  #download(make: () => Promise<Blob>): void {
    if (this.#host.resource.status === 'ready') void make();
  }

  #loaded(): ImpactScene & { readonly span: Span } {
    const scene = this.#host.resource.status === 'ready' ? this.#scene : undefined;
    const span = scene?.span;
    if (!span) throw new Error('Nothing is loaded');
    return { ...scene, span };
  }

  get #hidesId(): boolean {
    const { masked, maskAll } = this.#host.settings;
    return isMasked(toMask(masked, maskAll === true), CUSTOMER_ID);
  }

  #mayExport(format: 'csv' | 'png' | 'copy'): boolean {
    return emit(this.#element, 'c360-export', { section: 'impact', format });
  }

  #fileFacts(span: Span) {
    const { resource, settings, zone } = this.#host;
    const meta = resource.status === 'ready' ? resource.answer.meta : {};
    return { customerId: this.#hidesId ? MASK : String(settings.customerId), span, zone, source: meta.source, asOf: meta.asOf };
  }

  #hand(file: Blob, format: 'csv' | 'png'): Blob {
    const { span } = this.#loaded();
    if (this.#mayExport(format)) download(file, `impact-${span.from}-${span.to}.${format}`);
    return file;
  }
}
