import { css, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html } from './html.js';

/** A picture from the data, or what stands in its place. */
export interface Picture {
  /** Already judged by `format/link`; without it only the stand-in is drawn. */
  readonly src?: string;
  /** Seen while the picture is not there, fails, or may not be loaded (X4, X5). */
  readonly standIn: unknown;
}

/** Style of pictures; their size comes from the place they stand in. */
export const pictureStyles = css`
  .picture {
    position: relative;
    display: inline-grid;
    flex: none;
    place-items: center;
    border-radius: var(--_radius);
    background-color: var(--_surface-raised);
    color: var(--_text-muted);
  }
  .picture img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    border-radius: inherit;
  }
  .picture .failed {
    visibility: hidden;
  }
`;

/**
 * Draws a picture that only repeats what the text beside it says. The image is a new node for each address, since the old picture
 * would stay on screen until the new one has come (I1), and sends no referrer (F24).
 */
export function renderPicture({ src, standIn }: Picture): TemplateResult {
  return html`<span class="picture" aria-hidden="true">${standIn}${
    src === undefined ? '' : keyed(src, html`<img src=${src} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${hideFailed} />`)
  }</span>`;
}

function hideFailed({ currentTarget }: Event): void {
  if (currentTarget instanceof Element) currentTarget.classList.add('failed');
}
