import { nothing, svg, type TemplateResult } from 'lit';
import type { PlotArea } from '../../ui/chart/picture.js';
import { MARKER_LANE } from './markers.js';

/** What lies over the canvas and moves with the pointer, in its pixels: nothing here makes the canvas draw again. */
export interface Overlay {
  readonly area: PlotArea;
  /** Pixel of the marked day. */
  readonly marked: number | undefined;
  /** Pixels of the part that is being chosen. */
  readonly brush: readonly [start: number, end: number] | undefined;
}

export function renderOverlay({ area, marked, brush }: Overlay): TemplateResult {
  return svg`
    ${brush ? svg`<rect class="brush" x=${Math.min(...brush)} y=${area.top} width=${Math.abs(brush[1] - brush[0])} height=${area.bottom - area.top} />` : nothing}
    <path class="axis" d="M${area.left} ${area.bottom + 0.5}H${area.right}" />
    ${marked === undefined ? nothing : svg`<path class="marked" d="M${marked} ${area.top}V${area.bottom + MARKER_LANE}" />`}`;
}
