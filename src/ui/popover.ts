import { css, type ElementPart, noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

/** Style of what opens beside its button. */
export const popoverStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: calc(100% - 16px);
    max-block-size: calc(100% - 16px);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
    color: var(--_text);
    overflow: auto;
  }
`;

/** Distance kept from the anchor and from the edges of the window. */
const GAP = 4;

/**
 * Puts an open popover below its anchor, above it where there is more room, and never outside of the window. It begins where its
 * anchor begins, or ends where that ends if it would stick out of the element otherwise.
 */
export function placePopover(popover: HTMLElement, anchor: Element): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const fitsBelow = bottom + GAP + height <= clientHeight || top < clientHeight - bottom;
  const root = anchor.getRootNode();
  const edges = (root instanceof ShadowRoot ? root.host : document.documentElement).getBoundingClientRect();
  const [fitsFromLeft, fitsFromRight] = [left + width <= edges.right, right - width >= edges.left];
  const isFromRight = fitsFromLeft === fitsFromRight ? getComputedStyle(anchor).direction === 'rtl' : fitsFromRight;
  const inside = (start: number, size: number, room: number) => Math.max(Math.min(start, room - size - GAP), GAP);
  putAt(popover, inside(isFromRight ? right - width : left, width, clientWidth), inside(fitsBelow ? bottom + GAP : top - GAP - height, height, clientHeight));
}

/** Puts what is in the top layer at a place of the window. Nothing moves or scales it there but the page's `zoom`. */
export function putAt({ style, currentCSSZoom: zoom = 1 }: HTMLElement, x: number, y: number): void {
  style.inset = `${y / zoom}px auto auto ${x / zoom}px`;
}

class AnchoredDirective extends AsyncDirective {
  #open: AbortController | undefined;
  #known: HTMLElement | undefined;

  override render(): unknown {
    return noChange;
  }

  override update({ element }: ElementPart): unknown {
    if (this.#known || !(element instanceof HTMLElement)) return noChange;
    this.#known = element;
    element.addEventListener('beforetoggle', ({ newState }) => {
      this.#open?.abort();
      const anchor = anchorOf(element);
      if (!anchor) return;
      if (newState === 'open') this.#follow(element, anchor);
      // Browsers give focus back by themselves, but not in every shadow tree.
      else if (element.matches(':focus-within')) anchor.focus({ preventScroll: true });
    });
    return noChange;
  }

  protected override disconnected(): void {
    this.#open?.abort();
  }

  /** The button may move with what scrolls around it while the popover is open. */
  #follow(popover: HTMLElement, anchor: Element): void {
    const place = () => placePopover(popover, anchor);
    this.#open = new AbortController();
    const options = { capture: true, passive: true, signal: this.#open.signal };
    requestAnimationFrame(place);
    window.addEventListener('scroll', (event) => event.target !== popover && place(), options);
    window.addEventListener('resize', place, options);
  }
}

/** The button that opens the popover. */
function anchorOf(popover: Element): HTMLElement | null {
  const root = popover.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root.querySelector(`[popovertarget="${popover.id}"]`) : null;
}

/** Among the attributes of a native popover: places it beside the button that opens it, in the top layer, where no side panel cuts it (T37). */
export const anchored = directive(AnchoredDirective);
