import { composedElements, nextFrame } from './dom.js';

/** Where and how an element stands in the page. */
export interface Surroundings {
  /** Width of the container in CSS pixels. */
  readonly width?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly lang?: string;
  /** Colour scheme of the container, as a host page would set it. */
  readonly theme?: 'light' | 'dark';
  /** Parent; the page's body unless told. */
  readonly into?: Element;
}

const mounted = new Set<Element>();

/**
 * Puts a new element into the page with these properties set, and waits for its first picture (not for its data: that is `settled`).
 * It is removed after the test.
 */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  { width, dir, lang, theme, into = document.body }: Surroundings = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const container = document.createElement('div');
  if (width !== undefined) container.style.width = `${width}px`;
  if (theme) container.style.colorScheme = theme;
  if (dir) container.dir = dir;
  if (lang) container.lang = lang;
  const element = Object.assign(document.createElement(tag), properties);
  container.append(element);
  into.append(container);
  mounted.add(container);
  await updated(element);
  return element;
}

/** Takes everything mounted out of the page again. */
export function unmountAll(): void {
  for (const container of mounted) container.remove();
  mounted.clear();
}

afterEach(unmountAll);

function withOwn(element: Element): readonly Element[] {
  return [element, ...composedElements(element)];
}

/** Waits until the element and every element within have drawn what they know. */
export async function updated(element: Element): Promise<void> {
  const drawn = new Set<Element>();
  // What is drawn may bring further elements.
  for (;;) {
    const fresh = withOwn(element).filter((each) => 'updateComplete' in each && !drawn.has(each));
    if (fresh.length === 0) return;
    for (const each of fresh) {
      await (each as Element & { readonly updateComplete: Promise<boolean> }).updateComplete;
      drawn.add(each);
    }
  }
}

/** Waits until neither the element nor any element within is loading. */
export async function settled(element: Element): Promise<void> {
  do {
    await nextFrame();
    await updated(element);
  } while (withOwn(element).some((each) => each.matches(':state(loading), [aria-busy="true"]')));
}
