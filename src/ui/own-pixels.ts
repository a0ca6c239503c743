/** How many pixels of the window one of the element's own takes: a page may show everything smaller or larger than it is laid out. */
export function shownScale(element: HTMLElement): { readonly across: number; readonly down: number } {
  const { width, height } = element.getBoundingClientRect();
  return { across: ratio(width, element.offsetWidth), down: ratio(height, element.offsetHeight) };
}

/** Where in the element, in its own pixels, a place of the window is. */
export function ownPlace(element: HTMLElement, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): { readonly x: number; readonly y: number } {
  const { left, top } = element.getBoundingClientRect();
  const { across, down } = shownScale(element);
  const zoom = hiddenZoom(element);
  return { x: (clientX / zoom - left) / across, y: (clientY / zoom - top) / down };
}

/** Sizes of layout are rounded: less than a pixel says nothing. */
function ratio(shown: number, own: number): number {
  return Math.abs(shown - own) < 1 ? 1 : shown / own;
}

/**
 * Browsers that do not tell the `zoom` an element is shown in (Safari) tell its box without it, but a pointer's place with it.
 */
function hiddenZoom(element: Element): number {
  if (element.currentCSSZoom !== undefined) return 1;
  let zoom = 1;
  for (let each: Element | undefined = element; each; each = aroundOf(each)) zoom *= Number(getComputedStyle(each).zoom) || 1;
  return zoom;
}

/** What an element is drawn in, be it of another tree. */
function aroundOf(element: Element): Element | undefined {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
}
