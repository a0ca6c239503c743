import { css, nothing, type TemplateResult } from 'lit';
import { html } from './html.js';
import { pictureStyles, renderPicture } from './picture.js';
import { boxIcon } from './shared-icons.js';
import { tooltip } from './tooltip.js';

/** A product as something to look at and to open (B11, B26, B27). */
export interface ProductView {
  readonly name: string;
  /** Formatted; missing when the answer named none. */
  readonly price?: string;
  /** Judged by `format/link`. */
  readonly picture?: string;
  /** Judged by `format/link`; without it the host may still know where the product is. */
  readonly href?: string;
  /** `Open Oat drink in the catalog`: names a picture that stands alone. */
  readonly openLabel: string;
  /** Beside the picture; then it is the name. */
  readonly content?: unknown;
  /** `-1` in a list through which arrows lead instead of Tab. */
  readonly tabIndex?: number;
  /** Told before the link is followed; may prevent it. */
  readonly onOpen: (event: Event) => void;
}

/** Style of products. */
export const productStyles = [
  pictureStyles,
  css`
    .product,
    .product:hover {
      justify-content: start;
      gap: calc(var(--_space) * 2);
      min-block-size: 0;
      padding: 0;
      border: 0;
      background-color: transparent;
      color: inherit;
      text-align: start;
    }
    .product .picture {
      inline-size: 36px;
      block-size: 36px;
    }
  `,
];

/** Draws a product that tells name and price on hover and on focus, and opens the catalog. */
export function renderProduct({ name, price, picture, href, openLabel, content, tabIndex, onOpen }: ProductView): TemplateResult {
  const hint = tooltip(html`<b><bdi>${name}</bdi></b>${price === undefined ? nothing : html`<br />${price}`}`);
  const label = content === undefined ? openLabel : nothing;
  const tab = tabIndex ?? nothing;
  const inside = html`${renderPicture({ standIn: boxIcon(), ...(picture !== undefined && { src: picture }) })}${content ?? nothing}`;
  return href === undefined
    ? html`<button type="button" class="product" part="product" tabindex=${tab} aria-label=${label} ${hint} @click=${onOpen}>${inside}</button>`
    : html`<a class="product button" part="product" href=${href} target="_blank" rel="noopener noreferrer" tabindex=${tab} aria-label=${label} ${hint} @click=${onOpen}>${inside}</a>`;
}
