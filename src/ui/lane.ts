import { css, type TemplateResult } from 'lit';
import type { Lane } from '../model/activity.js';
import { html } from './html.js';
import { createMark, type Icon } from './icon.js';

/** A circle, a square, a diamond, a triangle. */
const marks: { readonly [Name in Lane]: Icon } = {
  site: createMark('M5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0'),
  email: createMark('M6 6h12v12H6z'),
  purchase: createMark('M12 4l8 8l-8 8l-8-8z'),
  other: createMark('M12 5l8 14H4z'),
};

/** Colours of the activity lanes (B16 to B18), for whatever is drawn in the text colour. */
export const laneStyles = css`
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
`;

/** Draws a lane's mark: shape repeats what its colour says (A1). What it stands for is said in text beside it. */
export function renderLaneMark(lane: Lane): TemplateResult {
  return html`<span class="lane-${lane}">${marks[lane]()}</span>`;
}
