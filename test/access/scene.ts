import '../../src/define.js';
import { createHandlers, createMockFetch, DOCUMENTED_ID, mockNow } from '../../mocks/index.js';
import { composedElements, nextFrame } from '../helpers/dom.js';
import { mount, type Surroundings, settled, updated } from '../helpers/mount.js';

/** Every section, each with what it is called on screen. */
export const SECTIONS = ['c360-profile', 'c360-impact-chart', 'c360-timeline', 'c360-campaigns', 'c360-predictions'] as const;

/** A backend that plays whatever scenario is set now. */
export function playing(first = 'normal') {
  let scenario = first;
  const fetch = createMockFetch(createHandlers({ scenario: () => scenario, wait: async () => {} }));
  return {
    fetch,
    play: (next: string) => {
      scenario = next;
    },
  };
}

/** What an element is told to show the documented customer; where there is no answer it takes no time to give up. */
export function documented(fetch: typeof globalThis.fetch) {
  return {
    baseUrl: 'https://backend.example.test/api',
    fetch,
    customerId: DOCUMENTED_ID,
    now: mockNow,
    timeZone: 'America/New_York',
    timeFrame: 'P1M',
  } as const;
}

/** A panel with the documented customer, drawn. */
export async function showPanel({ scenario, ...surroundings }: Surroundings & { readonly scenario?: string } = {}) {
  const backend = playing(scenario);
  const element = await mount('c360-panel', documented(backend.fetch), { width: 1280, ...surroundings });
  await settled(element);
  await drawn(element);
  return { element, backend };
}

/** Waits until the lines of every chart within are on their canvas, every list is as long as its rows, and what follows sizes has followed. */
export async function drawn(element: Element): Promise<void> {
  const isBlank = (plot: Element) => plot.querySelector('canvas') !== null && plot.checkVisibility() && !plot.querySelector('.axis');
  // Rows that have just grown are cut off until the list knows: what is cut off lies, for axe, on whatever is behind the list.
  const isShort = (range: Element) => range.scrollHeight > range.clientHeight + 1;
  do {
    await nextFrame();
    await nextFrame();
    await updated(element);
  } while (composedElements(element).some((found) => (found.matches('.plot') && isBlank(found)) || (found.matches('.range') && isShort(found))));
}

/** Turns the container of what is mounted into another place of the page, without loading anything anew. */
export async function surround(element: Element, { width, dir, theme }: Surroundings): Promise<void> {
  const container = element.parentElement;
  if (!container) throw new Error('It is not mounted.');
  container.style.width = `${width}px`;
  container.dir = dir ?? 'ltr';
  container.style.colorScheme = theme ?? 'light';
  // What is told of sizes answers in the next picture, and what follows from that in the one after.
  await nextFrame();
  await nextFrame();
  await settledIn(element);
}

async function settledIn(element: Element): Promise<void> {
  await updated(element);
  await nextFrame();
  await updated(element);
}

/** Waits until it holds, picture by picture; says what did not come. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let pictures = 0; !holds(); pictures++) {
    if (pictures > 300) throw new Error(`It did not come: ${what}.`);
    await nextFrame();
  }
}

/** The element that has the focus, however deep. */
export function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** The one control of this accessible name; says so when there is none. */
export function control(element: Element, name: string | RegExp): HTMLElement {
  const isNamed = (found: Element) => {
    const label = found.getAttribute('aria-label') ?? found.textContent ?? '';
    return typeof name === 'string' ? label.trim().replace(/\s+/g, ' ') === name : name.test(label);
  };
  for (const found of composedElements(element)) {
    if (found instanceof HTMLElement && found.matches('button, input, select, [role=slider], a, summary') && found.checkVisibility() && isNamed(found))
      return found;
  }
  throw new Error(`There is no control ${String(name)}.`);
}
