import { type CSSResultGroup, html, nothing, type ReactiveController, render, svg, type TemplateResult } from 'lit';
import { rangeFor, today } from '../../data/question.js';
import { formatDay, formatMonth } from '../../format/date.js';
import { NO_VALUE } from '../../format/formatters.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import { impactText } from '../../i18n/impact-words.js';
import type { CommonMessages } from '../../i18n/slices/common.js';
import { englishImpact, type ImpactMessages } from '../../i18n/slices/impact.js';
import { channelText, decisionText } from '../../i18n/words.js';
import { addDays, addMonths, dayFromNumber, dayNumber, type PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries, TargetedCampaign } from '../../model/impact.js';
import { CUSTOMER_ID, coverQuery } from '../../model/masked-id.js';
import { isMasked, MASK, toMask } from '../../model/masking.js';
import { type Decimal, toDecimal } from '../../model/money.js';
import type { ChartPicture } from '../../ui/chart/line-chart.js';
import { renderTable, tableStyles } from '../../ui/data-table.js';
import { download } from '../../ui/download.js';
import { downloadIcon, infoIcon } from '../../ui/icons.js';
import { imageIcon, tableIcon } from '../../ui/impact-icons.js';
import { renderNoValue } from '../../ui/value.js';
import { emit } from '../events.js';
import type { SectionHost } from '../section-host.js';
import { EFFECT_DAYS, type Effect, toEffect } from './effect.js';
import { impactStyles } from './impact-chart.styles.js';
import { MARKER_LANE, paintMarkers } from './markers.js';
import { renderOverlay } from './overlay.js';
import { PlotController, toClassicColor } from './plot.js';
import { seriesText } from './series-text.js';
import { axisDays, campaignsOn, defaultKeys, type ImpactMode, pictureRange, rowOf, seriesOf, toMarkers, toPoints } from './view.js';

export type ImpactTexts = CommonMessages & ImpactMessages;
type Range = { readonly from: PlainDay; readonly to: PlainDay };

/** Dash patterns in the order of the figures, so that lines differ without colour (A1). */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4]];
const styleOf = (index: number) => index % dashes.length;

/** A press that moves less than this is a press, more is a choice of days. */
const DRAG = 6;
/** Rows of the table drawn at once. */
const ROWS = 200;

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
  readonly tableOpen: boolean;
  readonly tableRows: number;
  readonly provenanceOpen: boolean;
  readonly pointedDay: PlainDay | null;
  readonly effectDays: number;
  readonly effectOf: { readonly campaignId: string; readonly date: PlainDay } | undefined;
  readonly brush: readonly [PlainDay, PlainDay] | undefined;
}

/** Everything of the chart that is not the element itself: a file of its own, loaded while the data is under way. */
export class ImpactView implements ReactiveController {
  static readonly english: ImpactMessages = englishImpact;
  static readonly styles: CSSResultGroup = [tableStyles, impactStyles];

  readonly #host: SectionHost<Impact, ImpactTexts>;
  readonly #element: SectionHost<Impact, ImpactTexts>['element'];
  readonly #chart: { mode: ImpactMode };
  readonly #plot: PlotController;
  #state: ViewState = {
    chosen: new Map(),
    tableOpen: false,
    tableRows: ROWS,
    provenanceOpen: false,
    pointedDay: null,
    effectDays: 14,
    effectOf: undefined,
    brush: undefined,
  };
  /** Time frames to go back to, the widest first. */
  #earlier: string[] = [];
  #pressedAt: number | undefined;
  #owner: unknown;
  /** Loaded when first wanted; says of the answer on screen where it comes from, never of one before it (TH1). */
  #provenance: typeof import('./provenance.js') | undefined;
  #wheelTimer: ReturnType<typeof setTimeout> | undefined;
  /** The day it is and the direction of writing, asked for once for each picture. */
  #today: PlainDay | undefined;
  #rightToLeft = false;

  /** `chart` is the element's public side, where the mode is set. */
  constructor(host: SectionHost<Impact, ImpactTexts>, chart: { mode: ImpactMode }) {
    this.#host = host;
    this.#element = host.element;
    this.#chart = chart;
    this.#plot = new PlotController(host.element, () => this.#drawOverlay());
    host.element.addController(this);
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

  /** Paper shows the numbers, since a drawing cannot be pointed at there. */
  openTable(): void {
    this.#set({ tableOpen: true });
  }

  hostUpdate(): void {
    const { customerId } = this.#host.settings;
    if (customerId !== this.#owner) this.#forget();
    this.#owner = customerId;
  }

  hostDisconnected(): void {
    clearTimeout(this.#wheelTimer);
    this.#forget();
  }

  /** What was pointed at is the customer's (PR10); how it is looked at stays. */
  #forget(): void {
    this.#state = { ...this.#state, pointedDay: null, effectOf: undefined, brush: undefined };
  }

  #set(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#element.requestUpdate();
  }

  /** Makes the figures shown a CSV file and downloads it, unless the host forbids it. Rejects while nothing is loaded. */
  async exportCsv(): Promise<Blob> {
    const { impact, range } = this.#loaded();
    const { impactCsv } = await import('./export.js');
    return this.#hand(impactCsv(impact, this.#shown(impact), this.#fileFacts(range)), 'csv');
  }

  /** Makes the drawing a PNG file with title and legend and downloads it, unless the host forbids it. Rejects while nothing is drawn. */
  async exportPng(): Promise<Blob> {
    const { impact, range } = this.#loaded();
    const { canvas } = this.#plot;
    if (!canvas || !this.#plot.area) throw new Error('Nothing is drawn');
    const { impactPng } = await import('./export.js');
    const style = getComputedStyle(this.#element);
    const lines = this.#shown(impact).map((series) => ({
      label: this.#labelOf(series),
      color: this.#colorOf(impact, series),
      dash: dashes[styleOf(this.#indexOf(impact, series))]!,
    }));
    const title = `${this.#host.texts.impact} · ${this.#formatRange(range)}`;
    return this.#hand(await impactPng({ canvas, title, lines, surface: this.#surface(), text: style.color, font: style.fontFamily }), 'png');
  }

  hostUpdated(): void {
    const { resource } = this.#host;
    const canvas = this.#element.renderRoot.querySelector('canvas') ?? undefined;
    // Kept out of sight until the answer for another time frame is there.
    if (resource.status === 'loading' && canvas) return;
    const impact = resource.status === 'ready' ? resource.answer.value : undefined;
    const frame = this.#element.renderRoot.querySelector('.plot') ?? undefined;
    const range = impact && this.#range(impact);
    const shown = impact ? this.#shown(impact) : [];
    const inputs = [
      impact,
      shown.map(({ key }) => key).join(' '),
      this.#chart.mode,
      this.#host.language,
      this.#host.settings.theme,
      this.#rightToLeft,
      range?.from,
      range?.to,
    ];
    this.#plot.show(range ? canvas : undefined, frame, inputs, () => this.#picture(impact!, range!, shown));
    if (!this.#plot.isPending) this.#drawOverlay();
  }

  renderActions() {
    const { texts } = this.#host;
    return html`<button type="button" aria-pressed=${this.#state.tableOpen ? 'true' : 'false'} @click=${() => this.#set({ tableOpen: !this.#state.tableOpen })}>${tableIcon()}${texts.viewAsTable}</button>
      <button type="button" class="plain icon-button" aria-label=${texts.exportCsv} title=${texts.exportCsv} @click=${() => void this.exportCsv()}>${downloadIcon()}</button>
      <button type="button" class="plain icon-button" aria-label=${texts.exportPng} title=${texts.exportPng} ?disabled=${!this.#plot.area} @click=${() => void this.exportPng()}>${imageIcon()}</button>
      <button type="button" class="plain icon-button" aria-label=${texts.provenance} title=${texts.provenance} aria-expanded=${this.#state.provenanceOpen ? 'true' : 'false'} @click=${this.#onProvenance}>${infoIcon()}</button>`;
  }

  render(impact: Impact): unknown {
    this.#today = today(this.#host.settings);
    this.#rightToLeft = this.#element.matches(':dir(rtl)');
    const range = this.#range(impact);
    const shown = this.#shown(impact);
    return html`${this.#renderBar(impact)} ${range ? this.#renderPlot(impact, range, shown) : nothing} ${range ? this.#renderDay(impact, range, shown) : nothing}
    ${this.#renderEffect(impact)} ${this.#renderCaveats(impact)} ${(this.#state.tableOpen || this.#plot.failed) && range ? this.#renderTable(impact, range, shown) : nothing} ${this.#renderProvenance()}`;
  }

  #renderProvenance(): unknown {
    const { resource, texts } = this.#host;
    if (!this.#state.provenanceOpen || !this.#provenance || resource.status !== 'ready') return nothing;
    const { answer } = resource;
    return html`<div class="provenance">${this.#provenance.renderProvenance({ ...answer, meta: coverQuery(answer.meta, this.#host.settings.customerId, this.#hidesId) }, seriesOf(answer.value, this.#chart.mode), texts, () => this.#mayExport('copy'))}</div>`;
  }

  #renderBar(impact: Impact): TemplateResult {
    const { texts } = this.#host;
    const modes = (['cumulative', '1M'] as const).filter((mode) => seriesOf(impact, mode).length > 0);
    const shown = new Set(this.#shown(impact).map(({ key }) => key));
    const codes = new Set(
      this.#shown(impact)
        .filter(({ unit }) => unit === 'money')
        .map((series) => this.#currencyOf(impact, series)),
    );
    return html`<div class="bar">
        ${
          modes.length > 1
            ? html`<div class="modes" role="group" aria-label=${texts.impactMode}>
                ${modes.map((mode) => html`<button type="button" aria-pressed=${this.#chart.mode === mode ? 'true' : 'false'} @click=${() => this.#onMode(mode)}>${mode === '1M' ? texts.lastMonth : texts.cumulative}</button>`)}
              </div>`
            : nothing
        }
        <div class="keys" @transitionend=${this.#onColour}>${this.#renderKeys(impact)}</div>
      </div>
      <ul class="legend" part="legend" aria-label=${texts.impactSeries} @transitionend=${this.#onColour}>
        ${seriesOf(impact, this.#chart.mode).map(
          (series, index) => html`<li>
            <button type="button" aria-pressed=${shown.has(series.key) ? 'true' : 'false'} data-key=${series.key} @click=${() => this.#onToggle(impact, series.key)}>
              <span class=${`series-${styleOf(index)}`}><svg viewBox="0 0 20 10" aria-hidden="true"><path d="M0 5H20" stroke-dasharray=${dashes[styleOf(index)]!.join(' ') || nothing} /></svg></span>${this.#labelOf(series)}
            </button>
          </li>`,
        )}
      </ul>
      ${shown.size === 0 ? html`<p class="muted">${texts.noSeries}</p>` : nothing} ${codes.size > 1 ? html`<p class="warning small">${texts.mixedCurrencies([...codes].map((code) => code ?? NO_VALUE).join(', '))}</p>` : nothing}`;
  }

  /** What the marks of campaign days mean; only the kinds that are there. */
  #renderKeys(impact: Impact): unknown {
    const { texts } = this.#host;
    const campaigns = impact.targetingDays.flatMap((day) => day.campaigns);
    const kinds = new Set(campaigns.map(({ decision }) => decision));
    // Each kind by its own word, also where nobody documented it.
    const rest = new Set(
      campaigns.filter(({ decision }) => decision !== 'sent' && decision !== 'control').map((one) => decisionText(one.decision, one.decisionAsGiven, texts)),
    );
    const key = (name: string, label: string) =>
      html`<span><svg class=${name} viewBox="0 0 12 12" aria-hidden="true">${name === 'excluded' ? svg`<path class="shape" d="M2 2l8 8m0-8l-8 8" />` : svg`<circle class="shape" cx="6" cy="6" r="4.5" />`}</svg>${label}</span>`;
    return html`${kinds.has('sent') ? key('sent', texts.decisionSent) : nothing} ${kinds.has('control') ? key('control', texts.decisionControl) : nothing}
    ${rest.size > 0 ? key('excluded', [...rest].join(', ')) : nothing}`;
  }

  #renderPlot(impact: Impact, range: Range, shown: readonly KpiSeries[]): TemplateResult {
    const { texts } = this.#host;
    const marked = this.#marked(range);
    const day = marked ?? range.to;
    return html`<div class="plot" part="chart" @transitionend=${this.#onColour}>
      <canvas role="img" aria-label=${this.#summary(impact, range, shown)}></canvas>
      <svg class="overlay" aria-hidden="true"></svg>
      <div
        class="layer"
        role="slider"
        tabindex="0"
        aria-label=${texts.impactDay}
        aria-valuemin=${dayNumber(range.from)}
        aria-valuemax=${dayNumber(range.to)}
        aria-valuenow=${dayNumber(day)}
        aria-valuetext=${this.#spoken(impact, day, shown)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, impact, range)}
        @focus=${() => this.#point(marked ?? range.to)}
        @blur=${() => this.#point(null)}
        @pointerdown=${(event: PointerEvent) => this.#onPointerDown(event)}
        @pointermove=${(event: PointerEvent) => this.#onPointerMove(event, range)}
        @pointerup=${(event: PointerEvent) => this.#onPointerUp(event, impact, range)}
        @pointercancel=${() => this.#endBrush()}
        @pointerleave=${() => this.#onPointerLeave()}
        @dblclick=${() => this.#goBack()}
        @wheel=${(event: WheelEvent) => this.#onWheel(event, range)}
      ></div>
    </div>`;
  }

  /** Drawn apart from the rest, after the lines: only then it is known where they are. */
  #drawOverlay(): void {
    const overlay = this.#element.renderRoot.querySelector<SVGSVGElement>('.overlay');
    const { resource } = this.#host;
    const { area } = this.#plot;
    const impact = resource.status === 'ready' ? resource.answer.value : undefined;
    const range = impact && this.#range(impact);
    if (!overlay) return;
    if (!area || !range) {
      render(nothing, overlay);
      return;
    }
    const place = this.#placeOf(range);
    const marked = this.#marked(range);
    const { brush } = this.#state;
    render(renderOverlay({ area, marked: marked && place(marked), brush: brush && [place(brush[0]), place(brush[1])] }), overlay);
  }

  /** The combined view (O15): who was aimed at the customer that day, and the figures of that day. */
  #renderDay(impact: Impact, range: Range, shown: readonly KpiSeries[]): TemplateResult {
    const { texts } = this.#host;
    const marked = this.#marked(range);
    // With no day marked, the one whose effect is shown below: a card that is never empty and never jumps.
    const day = marked ?? this.#effectCampaign(impact)?.date ?? impact.dates[impact.dates.length - 1] ?? range.to;
    const campaigns = campaignsOn(impact, day);
    const row = rowOf(impact, day);
    return html`<div class="card" part="day">
      <div class="row">
        <b>${this.#day(day)}</b>
        ${
          row < 0
            ? html`<span class="muted">${texts.noSnapshot}</span>`
            : shown.map(
                (series) =>
                  html`<span class="pair"><span class="muted">${this.#labelOf(series)}</span> <span class="number">${this.#value(impact, series, series.values[row] ?? null)}</span></span>`,
              )
        }
        ${this.#host.scope && row >= 0 ? html`<button type="button" class="link" @click=${() => this.#host.scope?.chooseSnapshot(day)}>${texts.showProfileOfDay}</button>` : nothing}
      </div>
      ${
        campaigns.length > 0
          ? html`<ul class="row campaigns" aria-label=${texts.campaignsOnDay(campaigns.length, formatNumber(campaigns.length, this.#host.language))}>
              ${campaigns.map((campaign) => html`<li><button type="button" class="link" @click=${() => this.#openCampaign(campaign, day)}><bdi>${campaign.name}</bdi></button> <span class="muted">${this.#campaignFacts(campaign)}</span></li>`)}
            </ul>`
          : html`<p class="row muted">${texts.nothingOnDay}</p>`
      }
      ${marked ? nothing : html`<p class="hint muted small">${texts.brushHint}</p>`}
    </div>`;
  }

  #renderEffect(impact: Impact): TemplateResult | typeof nothing {
    const { texts, language } = this.#host;
    const chosen = this.#effectCampaign(impact);
    if (!chosen || seriesOf(impact, 'cumulative').length === 0) return nothing;
    const effect = toEffect(impact, chosen.campaign, chosen.date, this.#state.effectDays, today(this.#host.settings));
    return html`<div class="effect" part="effect">
      <div class="row">
        <b>${texts.effectOf(chosen.campaign.name)}</b><span class="muted">${this.#day(chosen.date)} · ${this.#campaignFacts(chosen.campaign)}</span>
        <span class="modes" role="group" aria-label=${texts.effectDays}>
          ${EFFECT_DAYS.map((days) => html`<button type="button" aria-pressed=${this.#state.effectDays === days ? 'true' : 'false'} @click=${() => this.#set({ effectDays: days })}>${texts.daysShort(days, formatNumber(days, language))}</button>`)}
        </span>
      </div>
      <div class="row">${this.#renderChanges(impact, effect)}</div>
      <p class="row muted small">
        ${chosen.campaign.decision === 'sent' ? nothing : html`<span>${texts.effectNotReceived}</span>`} ${effect.overlap > 0 ? html`<span>${texts.effectOverlap(effect.overlap, formatNumber(effect.overlap, language))}</span>` : nothing}
        <span>${texts.effectCaution}</span>
      </p>
      ${
        effect.attributed.length > 0
          ? html`<p class="row small">
              <span class="muted">${texts.attributed}</span>${effect.attributed.map(({ impact: kind, asGiven, sums }) => html`<span class=${kind === 'indirect' ? 'muted' : ''}>${sums.map((money) => formatMoney(money, language, { currency: impact.currency ?? this.#host.settings.currency })).join(', ')} <span class="muted">${impactText(kind, asGiven, texts)}</span></span>`)}<span class="muted">${texts.mayStillChange}</span>
            </p>`
          : nothing
      }
    </div>`;
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

  #renderChanges(impact: Impact, { changes, unfinished }: Effect): unknown {
    const { texts } = this.#host;
    const shown = new Set(this.#chart.mode === 'cumulative' ? this.#shown(impact).map(({ key }) => key) : defaultKeys(seriesOf(impact, 'cumulative')));
    return changes
      .filter(({ series }) => shown.has(series.key))
      .map(({ series, before, after }) => {
        const side = (value: Decimal | null, otherwise: string) =>
          value === null ? otherwise : html`<b class="number">${this.#value(impact, series, value, true)}</b>`;
        return html`<span class="pair"
          ><span class="muted">${this.#labelOf(series)}</span> ${texts.before} ${side(before, texts.noSnapshot)}, ${texts.after} ${side(after, unfinished ? texts.effectUnfinished : texts.noSnapshot)}</span
        >`;
      });
  }

  #renderTable(impact: Impact, range: Range, shown: readonly KpiSeries[]): TemplateResult {
    const { texts } = this.#host;
    const days = [...new Set([...impact.dates, ...impact.targetingDays.map(({ date }) => date)])].filter((day) => day >= range.from && day <= range.to).sort();
    return html`<div class="table">
      ${renderTable({
        caption: `${texts.impact}, ${this.#formatRange(range)}`,
        columns: [
          { key: 'date', header: texts.date, cell: (day: PlainDay) => this.#day(day), rowHeader: true },
          ...shown.map((series) => ({
            key: series.key,
            header: this.#labelOf(series),
            numeric: true,
            cell: (day: PlainDay) => {
              const row = rowOf(impact, day);
              const value = row < 0 ? null : (series.values[row] ?? null);
              return value === null ? renderNoValue({ noValue: texts.noSnapshot }) : this.#value(impact, series, value);
            },
          })),
          {
            key: 'campaigns',
            header: texts.campaigns,
            cell: (day: PlainDay) =>
              campaignsOn(impact, day)
                .map((campaign) => `${campaign.name} (${this.#campaignFacts(campaign)})`)
                .join(', '),
          },
        ],
        rows: days.slice(0, this.#state.tableRows),
      })}
      ${days.length > this.#state.tableRows ? html`<button type="button" @click=${() => this.#set({ tableRows: this.#state.tableRows + ROWS })}>${texts.showMore}</button>` : nothing}
    </div>`;
  }

  // What is shown, in which words.

  #loaded(): { readonly impact: Impact; readonly range: Range } {
    const { resource } = this.#host;
    const impact = resource.status === 'ready' ? resource.answer.value : undefined;
    const range = impact && this.#range(impact);
    if (!impact || !range) throw new Error('Nothing is loaded');
    return { impact, range };
  }

  #range(impact: Impact): Range | undefined {
    return pictureRange(impact, rangeFor(this.#host.settings));
  }

  #shown(impact: Impact): readonly KpiSeries[] {
    const series = seriesOf(impact, this.#chart.mode);
    const keys = this.#state.chosen.get(this.#chart.mode) ?? defaultKeys(series);
    return series.filter(({ key }) => keys.includes(key));
  }

  #indexOf(impact: Impact, { key }: KpiSeries): number {
    return seriesOf(impact, this.#chart.mode).findIndex((series) => series.key === key);
  }

  #labelOf(series: KpiSeries): string {
    return seriesText(series, this.#host.texts);
  }

  #currencyOf(impact: Impact, series: KpiSeries): string | undefined {
    return series.currency ?? impact.currency ?? this.#host.settings.currency;
  }

  #value(impact: Impact, series: KpiSeries, value: Decimal | null, signed = false): string {
    if (value === null) return this.#host.texts.noSnapshot;
    return series.unit === 'money'
      ? formatMoney({ amount: value }, this.#host.language, { currency: this.#currencyOf(impact, series), signed })
      : formatNumber(value, this.#host.language, { signed });
  }

  #campaignFacts({ channel, decision, decisionAsGiven }: TargetedCampaign): string {
    return [channel && channelText(channel, this.#host.texts), decisionText(decision, decisionAsGiven, this.#host.texts)].filter(Boolean).join(' · ');
  }

  #day(day: PlainDay): string {
    return formatDay(day, { language: this.#host.language, unknown: this.#host.texts.unknownDate }, this.#today);
  }

  #formatRange({ from, to }: Range): string {
    return this.#host.texts.range(this.#day(from), this.#day(to));
  }

  #summary(impact: Impact, range: Range, shown: readonly KpiSeries[]): string {
    const { texts } = this.#host;
    const series = shown.map((each) => {
      const isKnown = (value: Decimal | null, index: number) => value !== null && impact.dates[index]! >= range.from && impact.dates[index]! <= range.to;
      return texts.impactSeriesSummary(
        this.#labelOf(each),
        this.#value(impact, each, each.values.find(isKnown) ?? null),
        this.#value(impact, each, each.values.findLast(isKnown) ?? null),
      );
    });
    const days = impact.targetingDays.filter(({ date }) => date >= range.from && date <= range.to).length;
    return texts.impactSummary(series.join('; ') || texts.impact, this.#day(range.from), this.#day(range.to), days, formatNumber(days, this.#host.language));
  }

  #spoken(impact: Impact, day: PlainDay, shown: readonly KpiSeries[]): string {
    const row = rowOf(impact, day);
    const figures =
      row < 0 ? [this.#host.texts.noSnapshot] : shown.map((series) => `${this.#labelOf(series)} ${this.#value(impact, series, series.values[row] ?? null)}`);
    const campaigns = campaignsOn(impact, day).map((campaign) => `${campaign.name}, ${this.#campaignFacts(campaign)}`);
    return [this.#day(day), ...figures, ...campaigns].join('; ');
  }

  /** The campaign whose effect is shown: the chosen one, else the newest the customer received. */
  #effectCampaign(impact: Impact): { readonly campaign: TargetedCampaign; readonly date: PlainDay } | undefined {
    const wanted = this.#state.effectOf;
    for (let index = impact.targetingDays.length - 1; index >= 0; index--) {
      const { date, campaigns } = impact.targetingDays[index]!;
      const campaign = wanted
        ? date === wanted.date
          ? campaigns.find(({ campaignId }) => campaignId === wanted.campaignId)
          : undefined
        : campaigns.find(({ decision }) => decision === 'sent');
      if (campaign) return { campaign, date };
    }
    return undefined;
  }

  /** The marked day, where it lies in the picture. */
  #marked({ from, to }: Range): PlainDay | undefined {
    const day = this.#state.pointedDay ?? this.#host.linkedDay;
    return day && day >= from && day <= to ? day : undefined;
  }

  // The drawing.

  #picture(impact: Impact, { from, to }: Range, shown: readonly KpiSeries[]): ChartPicture {
    const frame = this.#element.renderRoot.querySelector('.plot') ?? this.#element;
    const { color, borderTopColor, fontFamily, fontSize } = getComputedStyle(frame);
    const { language } = this.#host;
    const style = { language, unknown: '' };
    const { days, unit } = axisDays(from, to, Math.max(Math.floor(this.#plot.width / 90), 2));
    const [grid, muted] = [toClassicColor(borderTopColor), toClassicColor(color)];
    const key = this.#element.renderRoot.querySelector('.keys :is(.sent, .control) .shape');
    const colors = {
      strong: key ? toClassicColor(getComputedStyle(key).stroke) : muted,
      muted,
      surface: this.#surface(),
      text: toClassicColor(getComputedStyle(this.#element).color),
      family: fontFamily,
    };
    const currencies = new Set(shown.filter((series) => series.unit === 'money').map((series) => this.#currencyOf(impact, series)));
    const currency = currencies.size === 1 ? [...currencies][0] : undefined;
    return {
      lines: shown.map((series) => ({
        label: this.#labelOf(series),
        axis: series.unit,
        color: this.#colorOf(impact, series),
        dash: dashes[styleOf(this.#indexOf(impact, series))]!,
        points: toPoints(impact.dates, series.values),
      })),
      from: dayNumber(from),
      to: dayNumber(to),
      ticks: days.map((day) => ({
        value: dayNumber(day),
        label: unit === 'year' ? day.slice(0, 4) : unit === 'month' ? formatMonth(day, style, day.slice(5, 7) === '01') : formatDay(day, style, to),
      })),
      formatMoney: (value) =>
        formatMoney({ amount: toDecimal(value) ?? ('0' as Decimal) }, language, {
          currency,
          ...(Math.abs(value) >= 1e6 ? { compact: true } : { decimals: Number.isInteger(value) ? 0 : 2 }),
        }),
      formatCount: (value) => formatNumber(value, language, { compact: Math.abs(value) >= 1e6 }),
      grid,
      text: muted,
      font: { family: fontFamily, size: Number.parseFloat(fontSize) || 12 },
      rightToLeft: this.#rightToLeft,
      markerLane: MARKER_LANE,
      paintOver: (context, area) => paintMarkers(context, area, toMarkers(impact.targetingDays, { from, to }, this.#placeOf({ from, to }, area)), colors),
    };
  }

  /** The legend's own colour, so that line and legend cannot differ. */
  #colorOf(impact: Impact, series: KpiSeries): string {
    const swatch = this.#element.renderRoot.querySelector(`.legend .series-${styleOf(this.#indexOf(impact, series))}`);
    return toClassicColor(getComputedStyle(swatch ?? this.#element).color);
  }

  #surface(): string {
    return toClassicColor(getComputedStyle(this.#element.renderRoot.querySelector('.overlay') ?? this.#element).color);
  }

  /** Gives the pixel of a day. */
  #placeOf({ from, to }: Range, { left, right } = this.#plot.area ?? { left: 0, right: 0 }): (day: PlainDay) => number {
    const first = dayNumber(from);
    const scale = (right - left) / Math.max(dayNumber(to) - first, 1);
    return (day) => Math.round(this.#rightToLeft ? right - (dayNumber(day) - first) * scale : left + (dayNumber(day) - first) * scale);
  }

  #dayAt(clientX: number, { from, to }: Range): PlainDay {
    const { area } = this.#plot;
    const box = this.#element.renderRoot.querySelector('.plot')?.getBoundingClientRect();
    if (!area || !box) return to;
    const fraction = Math.min(Math.max((clientX - box.left - area.left) / Math.max(area.right - area.left, 1), 0), 1);
    const length = dayNumber(to) - dayNumber(from);
    return dayFromNumber(dayNumber(from) + Math.round((this.#rightToLeft ? 1 - fraction : fraction) * length));
  }

  readonly #onColour = () => this.#plot.repaintSoon();

  // What a person does.

  #onMode(mode: ImpactMode): void {
    this.#chart.mode = mode;
  }

  #onToggle(impact: Impact, key: string): void {
    const keys = this.#shown(impact).map((series) => series.key);
    const next = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
    this.#set({ chosen: new Map(this.#state.chosen).set(this.#chart.mode, next) });
  }

  readonly #onProvenance = async () => {
    this.#provenance ??= await import('./provenance.js');
    this.#set({ provenanceOpen: !this.#state.provenanceOpen });
  };

  /** `false` where nothing changes. */
  #point(day: PlainDay | null): boolean {
    if (day === this.#state.pointedDay) return false;
    this.#set({ pointedDay: day });
    emit(this.#element, 'c360-day-focus', { date: day, origin: 'impact' });
    return true;
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#pressedAt = event.clientX;
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
  }

  #onPointerMove(event: PointerEvent, range: Range): void {
    const day = this.#dayAt(event.clientX, range);
    if (this.#pressedAt !== undefined && Math.abs(event.clientX - this.#pressedAt) >= DRAG) {
      const start = this.#dayAt(this.#pressedAt, range);
      this.#set({ brush: start <= day ? [start, day] : [day, start] });
    }
    this.#point(this.#nearCampaign(day, event.clientX, range));
  }

  /** A campaign day close to the pointer wins over the exact day, so that markers are easy to hit. */
  #nearCampaign(day: PlainDay, clientX: number, range: Range): PlainDay {
    const { resource } = this.#host;
    const box = this.#element.renderRoot.querySelector('.plot')?.getBoundingClientRect();
    if (resource.status !== 'ready' || !box) return day;
    const place = this.#placeOf(range);
    let best: PlainDay | undefined;
    let distance = 6;
    for (const { date } of resource.answer.value.targetingDays) {
      const away = Math.abs(place(date) - (clientX - box.left));
      if (away < distance) [best, distance] = [date, away];
    }
    return best ?? day;
  }

  #onPointerUp(event: PointerEvent, impact: Impact, range: Range): void {
    const chosen = this.#state.brush;
    const wasPress = this.#pressedAt !== undefined && !chosen;
    this.#endBrush();
    if (chosen && chosen[0] < chosen[1]) this.#narrow({ from: chosen[0], to: chosen[1] });
    else if (wasPress) {
      const day = this.#nearCampaign(this.#dayAt(event.clientX, range), event.clientX, range);
      const [campaign] = campaignsOn(impact, day);
      if (campaign) this.#openCampaign(campaign, day);
    }
  }

  #onPointerLeave(): void {
    if (this.#pressedAt === undefined && !this.#element.shadowRoot?.activeElement?.matches('.layer')) this.#point(null);
  }

  #endBrush(): void {
    this.#pressedAt = undefined;
    this.#set({ brush: undefined });
  }

  #onKey(event: KeyboardEvent, impact: Impact, range: Range): void {
    const day = this.#marked(range) ?? range.to;
    const forward = this.#rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.#rightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const steps: Readonly<Record<string, () => PlainDay>> = {
      [forward]: () => addDays(day, 1),
      [backward]: () => addDays(day, -1),
      ArrowUp: () => addDays(day, 1),
      ArrowDown: () => addDays(day, -1),
      PageUp: () => addMonths(day, 1),
      PageDown: () => addMonths(day, -1),
      Home: () => range.from,
      End: () => range.to,
    };
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (step) {
      const next = step();
      this.#point(next < range.from ? range.from : next > range.to ? range.to : next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const [campaign] = campaignsOn(impact, day);
      if (campaign) this.#openCampaign(campaign, day);
    } else if (event.key === '+') this.#narrow(scaled(range, day, 0.5));
    else if (event.key === '-' || event.key === 'Escape') {
      // Without a time frame to leave, Escape leaves the day.
      if (!this.#goBack() && (event.key === '-' || !this.#point(null))) return;
    } else return;
    event.preventDefault();
  }

  /** With the modifier that zooms everywhere else too; without it the page scrolls. */
  #onWheel(event: WheelEvent, range: Range): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.deltaY > 0) {
      this.#goBack();
      return;
    }
    const [from, to] = this.#state.brush ?? [range.from, range.to];
    const next = scaled({ from, to }, this.#dayAt(event.clientX, range), 0.8);
    this.#set({ brush: [next.from, next.to] });
    clearTimeout(this.#wheelTimer);
    // One question when the wheel has come to rest, not one for each notch.
    this.#wheelTimer = setTimeout(() => {
      const chosen = this.#state.brush;
      this.#endBrush();
      if (chosen) this.#narrow({ from: chosen[0], to: chosen[1] });
    }, 250);
  }

  #narrow({ from, to }: Range): void {
    if (from >= to) return;
    this.#chooseFrame(from, to, `${from}/${to}`, () => this.#earlier.push(this.#host.settings.timeFrame));
  }

  /** Back to the time frame before the last narrowing; `false` when there is none. */
  #goBack(): boolean {
    const earlier = this.#earlier[this.#earlier.length - 1];
    if (earlier === undefined) return false;
    const range = rangeFor({ ...this.#host.settings, timeFrame: earlier });
    this.#chooseFrame(range.from, range.to, earlier, () => this.#earlier.pop());
    return true;
  }

  #chooseFrame(from: PlainDay | undefined, to: PlainDay | undefined, timeFrame: string, then: () => void): void {
    if (!emit(this.#element, 'c360-time-frame-change', { from, to, timeFrame })) return;
    then();
    this.#host.chooseTimeFrame(timeFrame);
  }

  #openCampaign(campaign: TargetedCampaign, date: PlainDay): void {
    const { campaignId, actionId } = campaign;
    const { resource } = this.#host;
    const source = resource.status === 'ready' ? resource.answer.meta.source : undefined;
    if (emit(this.#element, 'c360-campaign-open', { source, campaignId, executionDate: date, ...(actionId !== undefined && { actionId }) }))
      this.#set({ effectOf: { campaignId, date } });
  }

  // Files.

  get #hidesId(): boolean {
    const { masked, maskAll } = this.#host.settings;
    return isMasked(toMask(masked, maskAll === true), CUSTOMER_ID);
  }

  #mayExport(format: 'csv' | 'png' | 'copy'): boolean {
    return emit(this.#element, 'c360-export', { section: 'impact', format });
  }

  #fileFacts(range: Range) {
    const { resource } = this.#host;
    const meta = resource.status === 'ready' ? resource.answer.meta : {};
    const { customerId } = this.#host.settings;
    return {
      customerId: this.#hidesId ? MASK : String(customerId),
      range,
      zone: this.#host.zone,
      source: meta.source,
      asOf: meta.asOf,
      texts: this.#host.texts,
    };
  }

  #hand(file: Blob, format: 'csv' | 'png'): Blob {
    const { range } = this.#loaded();
    if (this.#mayExport(format)) download(file, `impact-${range.from}-${range.to}.${format}`);
    return file;
  }
}

/** A part of the range around a day, never less than two days. */
function scaled({ from, to }: Range, day: PlainDay, factor: number): Range {
  const [start, end, middle] = [dayNumber(from), dayNumber(to), dayNumber(day)];
  const next = { from: dayFromNumber(middle - Math.floor((middle - start) * factor)), to: dayFromNumber(middle + Math.floor((end - middle) * factor)) };
  return next.from < next.to ? next : { from, to };
}
