import { nothing, svg, type TemplateResult } from 'lit';
import type { PlotArea } from '../../ui/chart/line-chart.js';
import type { Marker } from './view.js';

/** Room between the lines and the labels of the axis, where the campaign markers stand. */
export const MARKER_LANE = 30;

/** What lies over the canvas, all of it in its pixels: nothing here makes the canvas draw again. */
export interface Overlay {
  readonly area: PlotArea;
  readonly markers: readonly Marker[];
  /** Pixel of the marked day. */
  readonly marked: number | undefined;
  /** Pixels of the part that is being chosen. */
  readonly brush: readonly [start: number, end: number] | undefined;
  readonly describe: (marker: Marker) => string;
}

/** Filled = received, hollow = control group, cross = excluded, failed or capped: shape says what colour says (T17, A1). */
export function renderOverlay({ area, markers, marked, brush, describe }: Overlay): TemplateResult {
  const y = area.bottom + MARKER_LANE / 2 + 2;
  return svg`
    ${brush ? svg`<rect class="brush" x=${Math.min(...brush)} y=${area.top} width=${Math.abs(brush[1] - brush[0])} height=${area.bottom - area.top} />` : nothing}
    <path class="axis" d="M${area.left} ${area.bottom + 0.5}H${area.right}" />
    ${marked === undefined ? nothing : svg`<path class="marked" d="M${marked} ${area.top}V${area.bottom + MARKER_LANE}" />`}
    ${markers.map((marker) => renderMarker(marker, area.bottom, y, describe))}`;
}

function renderMarker(marker: Marker, base: number, y: number, describe: Overlay['describe']): TemplateResult {
  const { x, decision, campaigns } = marker;
  const several = campaigns.length > 1;
  const radius = several ? 8 : 4.5;
  return svg`<g class=${`marker ${decision}`} data-day=${marker.first}>
    <title>${describe(marker)}</title>
    <path class="stem" d="M${x} ${base}V${y - radius}" />
    ${decision === 'excluded' && !several ? svg`<path class="shape" d="M${x - 4} ${y - 4}l8 8m0-8l-8 8" />` : svg`<circle class="shape" cx=${x} cy=${y} r=${radius} />`}
    ${several ? svg`<text x=${x} y=${y} dy="0.35em">${campaigns.length > 99 ? '99+' : campaigns.length}</text>` : nothing}
  </g>`;
}
