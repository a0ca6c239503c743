import { formatDay, formatMonth, formatYear } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import { dayNumber, type PlainDay } from '../../model/day.js';
import type { KpiSeries } from '../../model/impact.js';
import { type Decimal, toDecimal } from '../../model/money.js';
import type { ChartPicture } from '../../ui/chart/picture.js';
import { lineStyleOf } from './legend.js';
import { MARKER_LANE, paintMarkers } from './markers.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { axisDays, placeIn, type Span, toMarkers, toPoints } from './view.js';
import { currencyOf } from './wording.js';

/** Pixels that the label of a day needs. */
const DAY_LABEL = 90;

/** What the canvas shows: the lines with their axes, and the campaign days below them. Colours are those of the page around. */
export function toPicture(scene: ImpactScene, { from, to }: Span, root: ParentNode, host: Element, width: number): ChartPicture {
  const { impact, shown, rightToLeft, writing } = scene;
  const { language } = writing;
  const { color, borderTopColor, fontFamily, fontSize } = getComputedStyle(root.querySelector('.plot') ?? host);
  const { days, unit } = axisDays(from, to, Math.max(Math.floor(width / DAY_LABEL), 2));
  const key = root.querySelector('.keys :is(.sent, .control) .shape');
  const colors = {
    strong: key ? getComputedStyle(key).stroke : color,
    muted: color,
    surface: surfaceColor(root, host),
    text: getComputedStyle(host).color,
    family: fontFamily,
  };
  const style = { language, unknown: '' };
  const currencies = new Set(shown.filter((series) => series.unit === 'money').map((series) => currencyOf(series, writing)));
  const currency = currencies.size === 1 ? [...currencies][0] : undefined;
  return {
    lines: shown.map((series) => ({
      label: seriesText(series, writing),
      axis: series.unit,
      color: lineColor(scene, series, root, host),
      dash: lineStyleOf(scene, series).dash,
      points: toPoints(impact.dates, series.values),
    })),
    from: dayNumber(from),
    to: dayNumber(to),
    ticks: days.map((day) => ({
      value: dayNumber(day),
      label: unit === 'year' ? formatYear(day, style) : unit === 'month' ? formatMonth(day, style, day.slice(5, 7) === '01') : formatDay(day, style, to),
    })),
    formatMoney: (value) =>
      formatMoney({ amount: toDecimal(value) ?? ('0' as Decimal) }, language, {
        currency,
        ...(Math.abs(value) >= 1e6 ? { compact: true } : { decimals: Number.isInteger(value) ? 0 : 2 }),
      }),
    formatCount: (value) => formatNumber(value, language, { compact: Math.abs(value) >= 1e6 }),
    grid: borderTopColor,
    text: color,
    font: { family: fontFamily, size: Number.parseFloat(fontSize) || 12 },
    rightToLeft,
    markerLane: MARKER_LANE,
    paintOver: (context, area) =>
      paintMarkers(context, area, toMarkers(impact.targetingDays, { from, to }, placeIn(area, { from, to }, rightToLeft)), colors, language),
  };
}

/** Makes what axes of months and years are labelled with, while the data is under way: the first label of its kind takes about a millisecond. */
export function warmUpLabels(day: PlainDay, language: string): void {
  const style = { language, unknown: '' };
  formatYear(day, style);
  for (const withYear of [false, true]) formatMonth(day, style, withYear);
}

/** The legend's own colour, so that line and legend cannot differ. */
export function lineColor(scene: ImpactScene, series: KpiSeries, root: ParentNode, host: Element): string {
  const swatch = root.querySelector(`.legend .${lineStyleOf(scene, series).name}`);
  return getComputedStyle(swatch ?? host).color;
}

/** What the drawing stands on. */
export function surfaceColor(root: ParentNode, host: Element): string {
  return getComputedStyle(root.querySelector('.overlay') ?? host).color;
}
