import { css, html, type TemplateResult } from 'lit';
import type { Lane } from '../model/activity.js';
import { circleMark, diamondMark, type Icon, squareMark, triangleMark } from './icons.js';

const marks: { readonly [Name in Lane]: Icon } = { site: circleMark, email: squareMark, purchase: diamondMark, other: triangleMark };

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
