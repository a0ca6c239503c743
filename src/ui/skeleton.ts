import { html, svg, type TemplateResult } from 'lit';

/**
 * Places of the final size while data is under way, hidden from assistive technology. Each entry is the height of one block in
 * pixels, below it some room; SVG attributes carry the sizes because a strict policy forbids style attributes (F12). One drawing holds
 * them all: of many that fade in at once Chromium keeps some, and all that was around them.
 */
export function renderSkeleton(heights: readonly number[]): TemplateResult {
  let top = 0;
  const blocks = heights.map((height) => {
    const block = svg`<rect y=${top} width="100%" height=${height} rx="6" />`;
    top += height + 12;
    return block;
  });
  return html`<svg class="bone-drawing" part="skeleton" width="100%" height=${top} aria-hidden="true">${blocks}</svg>`;
}
