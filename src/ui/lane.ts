import { css, type TemplateResult } from 'lit';
import type { Lane } from '../model/activity.js';
import { html } from './html.js';

/**
 * Colours of the activity lanes (B16 to B18), for whatever is drawn in the text colour, and their marks: a circle, a square, a diamond,
 * a triangle, cut out of the edge of a box. Paper and forced colours keep an edge and take a background away; a drawing of its own is
 * four elements in each row of a long list, and a box that is scaled a layer of its own.
 */
export const laneStyles = css`
  .mark {
    display: inline-block;
    inline-size: 14px;
    border-block-start: 14px solid;
    vertical-align: -2px;
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
    clip-path: circle(4.1px);
  }
  .mark.lane-email {
    clip-path: inset(3.5px);
  }
  .mark.lane-purchase {
    clip-path: polygon(7px 2.3px, 11.7px 7px, 7px 11.7px, 2.3px 7px);
  }
  .mark.lane-other {
    clip-path: polygon(7px 2.9px, 11.7px 11.1px, 2.3px 11.1px);
  }
`;

/** Draws a lane's mark: shape repeats what its colour says (A1). What it stands for is said in text beside it. */
export function renderLaneMark(lane: Lane): TemplateResult {
  return html`<span class=${laneMark(lane)}></span>`;
}

/** Makes an empty element a lane's mark: for rows of a long list, where a template within a template is time. */
export function laneMark(lane: Lane): string {
  return `mark lane-${lane}`;
}
