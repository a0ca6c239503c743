import { startMocks } from '../mocks/browser.js';
import { MOCK_CURRENCY, MOCK_TIME_ZONE, mockNow } from '../mocks/index.js';
import { configure } from '../src/index.js';
import { build } from './build.js';
import { type DemoState, onState, readState } from './state.js';
import { createStrip } from './strip.js';

/** Where the demo's files lie: its pages stand at the root and in `demo/`. */
const root = new URL(/\/demo\/[^/]*$/.test(location.pathname) ? '..' : '.', location.href);

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he']);

/** What a page gives so that the strip can steer it. */
export interface DemoPage {
  /** Draws what was chosen; called again at each choice. */
  readonly draw: (state: DemoState) => void;
  /** Asks the shown elements to load again. */
  readonly refresh: () => void;
}

/** Starts the mocked backend, puts strip, notice and log into the page, and keeps the page in step with its address. */
export async function startPage({ draw, refresh }: DemoPage): Promise<void> {
  configure({ baseUrl: new URL('api/', root).href, currency: MOCK_CURRENCY, timeZone: MOCK_TIME_ZONE, now: mockNow });
  document.body.prepend(createStrip(refresh));
  document.body.append(notice(), eventLog());
  const mocks = await startMocks({ workerUrl: new URL('mockServiceWorker.js', root).pathname, scenario: readState().scenario });
  await import('../src/define.js');
  onState((state, previous) => {
    if (previous && previous.scenario !== state.scenario) mocks.use({ scenario: state.scenario });
    // Beside the base URL and not on an element: an element that names its own source inherits no backend.
    configure({ source: state.source });
    const { documentElement } = document;
    documentElement.lang = state.lang;
    documentElement.dir = state.dir === 'auto' ? (rightToLeft.has(state.lang) ? 'rtl' : 'ltr') : state.dir;
    documentElement.dataset.theme = state.theme;
    documentElement.toggleAttribute('data-bare', state.bare === '1');
    draw(state);
  });
}

/** Sets on an element what the strip steers; new words are set as attributes, as a host page would write them. */
export function applyState(element: HTMLElement, state: DemoState): void {
  const attributes: Readonly<Record<string, string>> = {
    'customer-id': state.customer,
    'time-frame': state.frame,
    theme: state.theme,
    density: state.density,
    masked: state.masked === 'all' ? '' : state.masked,
  };
  for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  element.toggleAttribute('mask-all', state.masked === 'all');
}

/** Whether the element must be made anew: another backend, or one that behaves otherwise, is like a new visit. */
export function isOtherBackend(state: DemoState, shown: DemoState | undefined): boolean {
  return !shown || shown.scenario !== state.scenario || shown.source !== state.source;
}

function notice(): HTMLElement {
  return build(
    'footer',
    { class: 'notice', dir: 'ltr', lang: 'en' },
    build('strong', {}, 'What you see. '),
    'The shopping is real: a CC0 sample (Complete Journey, 2017) in US dollars; totals are the sample’s. Contact dates and channels of campaigns, site visits, messages, refunds, bonuses, attributed money, predictions and all names and addresses are invented. “Now” is 31 December 2017, 18:45 in New York.',
  );
}

const listened = [
  'c360-load',
  'c360-error',
  'c360-auth-error',
  'c360-customer-change',
  'c360-time-frame-change',
  'c360-product-open',
  'c360-campaign-open',
  'c360-message-open',
  'c360-attributes-change',
  'c360-reveal',
  'c360-export',
];

/** What the page hears from the elements, newest first. The catalogue is the page's own, so it opens products itself. */
function eventLog(): HTMLElement {
  const list = build('ol', { reversed: true });
  const summary = build('summary', {}, 'Events this page heard');
  for (const name of listened) {
    addEventListener(name, (event) => {
      if (!(event instanceof CustomEvent)) return;
      if (name === 'c360-product-open') event.preventDefault();
      list.prepend(build('li', {}, build('code', {}, name), ` ${JSON.stringify(event.detail)}${event.defaultPrevented ? ' (handled by this page)' : ''}`));
      if (list.children.length > 50) list.lastElementChild?.remove();
    });
  }
  return build('details', { class: 'log', dir: 'ltr', lang: 'en' }, summary, list);
}
