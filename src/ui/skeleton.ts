import { html, type TemplateResult } from 'lit';

/**
 * Places of the final size while data is under way, hidden from assistive technology. Each entry is the height of one block in
 * pixels, with the room below it; SVG attributes carry the sizes because a strict policy forbids style attributes (F12).
 */
export function renderSkeleton(heights: readonly number[]): readonly TemplateResult[] {
  return heights.map(
    (height) =>
      html`<svg class="bone-drawing" part="skeleton" width="100%" height=${height} aria-hidden="true"><rect width="100%" height="100%" rx="6" /></svg>`,
  );
}
