/** A way in which a page shows what stands in it smaller or larger than it is laid out. */
export interface Scaling {
  readonly name: string;
  readonly scale: number;
  readonly style: Readonly<Partial<Record<'transform' | 'zoom', string>>>;
}

export const scalings: readonly Scaling[] = [0.5, 2].flatMap((scale) => [
  { name: `transform: scale(${scale})`, scale, style: { transform: `scale(${scale})` } },
  { name: `zoom: ${scale}`, scale, style: { zoom: String(scale) } },
]);

/** A place in the corner of the window that shows so what is put into it. Removed after the test. */
export function scaledPlace({ style }: Scaling): HTMLElement {
  const place = document.createElement('div');
  Object.assign(place.style, { position: 'absolute', inset: '0 auto auto 0', transformOrigin: '0 0' }, style);
  document.body.append(place);
  places.push(place);
  return place;
}

/** Where a pointer meets the middle of an element that stands in such a place: Safari tells boxes as if there were no `zoom`. */
export function middleInWindow(element: Element, { scale, style }: Scaling): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const zoom = style.zoom && element.currentCSSZoom === undefined ? scale : 1;
  return { x: (left + width / 2) * zoom, y: (top + height / 2) * zoom };
}

const places: HTMLElement[] = [];

afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});
