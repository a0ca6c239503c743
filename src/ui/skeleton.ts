import { html, svg, type TemplateResult } from 'lit';

/**
 * Places of the final size while data is under way, hidden from assistive technology. Each entry is the height of one block in
 * pixels; SVG attributes carry the sizes because a strict policy forbids style attributes (F12).
 */
export function renderSkeleton(heights: readonly number[]): TemplateResult {
  const gap = 12;
  let top = 0;
  const blocks = heights.map((height) => {
    const block = svg`<rect x="0" y=${top} width="100%" height=${height} rx="6" />`;
    top += height + gap;
    return block;
  });
  return html`<svg class="bone-drawing" part="skeleton" width="100%" height=${Math.max(top - gap, 0)} aria-hidden="true">${blocks}</svg>`;
}
