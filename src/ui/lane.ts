import { css, type TemplateResult } from 'lit';
import type { Lane } from '../model/activity.js';
import { html } from './html.js';

/**
 * Colours of the activity lanes (B16 to B18), for whatever is drawn in the text colour, and their marks: a circle, a square, a diamond,
 * a triangle, cut out of the edge of a box. Paper and forced colours keep an edge and take a background away; a drawing of its own is
 * four elements in each row of a long list. Drawn in the units of icons and scaled to 14 pixels, it begins at a whole pixel, as they do.
 */
export const laneStyles = css`
  .mark {
    display: inline-block;
    inline-size: 24px;
    border-block-start: 24px solid;
    margin: -5px;
    vertical-align: -2px;
    scale: 0.58333;
  }
  .lane-site {
    color: var(--_site);
  }
  .lane-email {
    color: var(--_email);
  }
  .lane-purchase {
    color: var(--_purchase);
  }
  .lane-other {
    color: var(--_other);
  }
  .mark.lane-site {
    clip-path: circle(7px);
  }
  .mark.lane-email {
    clip-path: inset(6px);
  }
  .mark.lane-purchase {
    clip-path: polygon(12px 4px, 20px 12px, 12px 20px, 4px 12px);
  }
  .mark.lane-other {
    clip-path: polygon(12px 5px, 20px 19px, 4px 19px);
  }
`;

/** Draws a lane's mark: shape repeats what its colour says (A1). What it stands for is said in text beside it. */
export function renderLaneMark(lane: Lane): TemplateResult {
  return html`<span class="mark lane-${lane}"></span>`;
}
