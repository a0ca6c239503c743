import { css, type ElementPart, nothing, render, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { type PartInfo, PartType } from 'lit/directive.js';
import { putAt } from './popover.js';

/** What a tooltip shows; `nothing` shows none. */
export type TooltipContent = string | TemplateResult | typeof nothing | undefined;

/** What a tooltip points at: an element, or a place on a canvas. */
export interface Anchor {
  getBoundingClientRect(): Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
}

/** Time to cross the gap between the trigger and its tooltip, which may itself be hovered (A4, 1.4.13). */
const GRACE = 200;
const GAP = 6;

/** Style of the tooltip; an element that shows one lists it in its `styles`. */
export const tooltipStyles = css`
  .tooltip {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(20em, 90%);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface-raised);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.2);
    color: var(--_text);
    font-size: var(--_size-s);
  }
`;

/**
 * The one tooltip of a shadow tree: in the top layer, so that no side panel cuts it (T37), and placed through the CSSOM, which
 * a strict style policy allows (F12). Stays while the pointer is on it; Escape, scrolling and leaving close it.
 */
export class Tooltip {
  readonly #root: ShadowRoot | Document;
  #box: HTMLElement | undefined;
  #trigger: Element | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  constructor(root: ShadowRoot | Document) {
    this.#root = root;
  }

  /** Shows the content beside the anchor; the trigger, if there is one, is described by it. */
  show(anchor: Anchor, content: TooltipContent, trigger?: Element): void {
    if (!content || content === nothing) {
      this.hide();
      return;
    }
    this.#release();
    const box = this.#ensureBox(trigger);
    render(content, box);
    if (trigger) {
      this.#trigger = trigger;
      trigger.setAttribute('aria-describedby', [...describers(trigger), box.id].join(' '));
    }
    if (!box.matches(':popover-open')) box.showPopover();
    place(box, anchor);
    this.#listen();
  }

  /** Closes after the time it takes to move the pointer onto the tooltip. */
  hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), GRACE);
  }

  /** Closes at once. */
  hide(): void {
    this.#release();
    this.#listening?.abort();
    this.#listening = undefined;
    if (this.#box?.isConnected) this.#box.hidePopover();
    // What it showed may be personal: nothing of it stays in the tree.
    if (this.#box) render(nothing, this.#box);
  }

  /** Whether it describes this element now. */
  isFor(trigger: Element): boolean {
    return this.#trigger === trigger;
  }

  #release(): void {
    clearTimeout(this.#timer);
    const others = this.#trigger && describers(this.#trigger).filter((id) => id !== this.#box?.id);
    if (others?.length) this.#trigger?.setAttribute('aria-describedby', others.join(' '));
    else this.#trigger?.removeAttribute('aria-describedby');
    this.#trigger = undefined;
  }

  #ensureBox(trigger: Element | undefined): HTMLElement {
    if (!this.#box) {
      this.#box = document.createElement('div');
      this.#box.id = 'tooltip';
      this.#box.className = 'tooltip';
      this.#box.role = 'tooltip';
      this.#box.popover = 'manual';
      this.#box.addEventListener('pointerenter', () => clearTimeout(this.#timer));
      this.#box.addEventListener('pointerleave', () => this.hideSoon());
    }
    // What stands outside of an open dialog is inert, and a template that replaces the whole tree takes the box with it.
    const home = trigger?.closest('dialog') ?? (this.#root instanceof Document ? this.#root.body : this.#root);
    if (this.#box.parentNode !== home) home.append(this.#box);
    return this.#box;
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const options = { capture: true, signal: this.#listening.signal };
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide(), options);
    document.addEventListener('scroll', (event) => event.target !== this.#box && this.hide(), { ...options, passive: true });
  }
}

const describers = (element: Element): string[] => element.getAttribute('aria-describedby')?.split(' ').filter(Boolean) ?? [];

/** Above the anchor where there is room, else below; never outside of the window. */
function place(box: HTMLElement, anchor: Anchor): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = top - height - GAP;
  const y = above >= 0 ? above : Math.min(bottom + GAP, Math.max(clientHeight - height, 0));
  const x = Math.max(Math.min((left + right - width) / 2, clientWidth - width - GAP), GAP);
  putAt(box, x, y);
}

const tooltips = new WeakMap<Node, Tooltip>();

/** The tooltip of the tree a node lives in: for charts, which have places but no elements to hover. */
export function tooltipOf(node: Node): Tooltip {
  const root = node.getRootNode();
  const home = root instanceof ShadowRoot ? root : document;
  let tooltip = tooltips.get(home);
  if (!tooltip) tooltips.set(home, (tooltip = new Tooltip(home)));
  return tooltip;
}

const EVENTS = ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const;

/**
 * Listens with itself, once for the life of its element: a section may have a thousand of them, and listeners that are closures with an
 * abort signal took longer to add and remove than all else in it took to draw.
 */
class TooltipDirective extends AsyncDirective implements EventListenerObject {
  #element: Element | undefined;
  #content: TooltipContent;
  /** Remembered, because an element taken out of the tree no longer knows where it was. */
  #shown: Tooltip | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('tooltip() stands among the attributes of an element');
  }

  override render(_content: TooltipContent): unknown {
    return nothing;
  }

  override update(part: ElementPart, [content]: [TooltipContent]): unknown {
    this.#content = content;
    if (!this.#element) {
      this.#element = part.element;
      for (const type of EVENTS) part.element.addEventListener(type, this);
    }
    if (this.#shown?.isFor(part.element)) this.#shown.show(part.element, content, part.element);
    return nothing;
  }

  handleEvent({ type }: Event): void {
    const element = this.#element;
    // Another directive may have taken this one's place at the element.
    if (!element || !this.isConnected) return;
    if (type === 'pointerenter' || (type === 'focusin' && element.matches(':focus-visible, :has(:focus-visible)'))) {
      this.#shown = tooltipOf(element);
      this.#shown.show(element, this.#content, element);
    } else if (type !== 'focusin' && this.#shown?.isFor(element)) {
      if (type === 'pointerleave') this.#shown.hideSoon();
      else this.#shown.hide();
    }
  }

  protected override disconnected(): void {
    if (this.#element && this.#shown?.isFor(this.#element)) this.#shown.hide();
  }
}

/** Among an element's attributes: shows the content on hover and on focus. The element must be focusable for the latter. */
export const tooltip = directive(TooltipDirective);
