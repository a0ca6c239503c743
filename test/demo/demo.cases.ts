import { expect } from '@open-wc/testing';
import { SECTIONS } from '../../src/model/resource.js';
import { nextFrame } from '../helpers/dom.js';

const TAGS = {
  profile: 'c360-profile',
  impact: 'c360-impact-chart',
  timeline: 'c360-timeline',
  campaigns: 'c360-campaigns',
  predictions: 'c360-predictions',
} as const;

/** A demo page in a frame of its own, as a visitor opens it by its address. */
async function open(address: string) {
  const frame = document.createElement('iframe');
  frame.width = '1280';
  frame.height = '900';
  frame.src = address;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  const page = frame.contentDocument;
  if (!view || !page) throw new Error('The frame did not open.');
  const asked: string[] = [];
  // Not the list of past entries: the modules of the dev server fill it up.
  const observer = new view.PerformanceObserver((entries) => {
    for (const { name } of entries.getEntries()) asked.push(...(new URL(name).pathname.match(/(?<=^\/api\/).*/) ?? []));
  });
  observer.observe({ type: 'resource' });
  const violations: string[] = [];
  page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
  return {
    page,
    violations,
    go: (hash: string) => {
      view.location.hash = hash;
    },
    /** Paths below the backend's root that were asked so far. */
    asked,
  };
}

/** The section, in the panel or alone. */
function section(page: Document, tag: string): Element | null {
  return page.querySelector('c360-panel')?.shadowRoot?.querySelector(tag) ?? page.querySelector(tag);
}

/** Waits for frames until it holds; the test's own time limit ends it. */
async function until(holds: () => boolean | undefined): Promise<void> {
  while (!holds()) await nextFrame();
}

/** Whether the element is in this state; a state the browser does not know yet is not. */
function isIn(element: Element | null, state: string): boolean {
  return element?.matches(`:state(${state})`) ?? false;
}

describe('the demo', () => {
  // A page left open would go on answering for the worker.
  afterEach(() => document.querySelector('iframe')?.remove());

  after(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });

  it('shows the documented customer in all five sections under a strict policy, asking what the contract names, and says which data is a sample and which invented (T42)', async () => {
    const { page, asked, violations } = await open('/index.html');
    await until(() => SECTIONS.every((name) => isIn(section(page, TAGS[name]), 'ready')));
    await until(() => asked.includes('avatars/dana-rivers.svg'));
    const answers = asked.filter((path) => !path.endsWith('.svg')).sort();
    expect(answers).to.deep.equal(
      ['', '/activity', '/campaigns', '/events', '/impact', '/metrics', '/predictions'].map((path) => `customers/1111113001034507${path}`),
    );
    expect(violations).to.deep.equal([]);
    expect(page.querySelector('.notice')?.textContent).to.contain('invented').and.to.contain('US dollars');
  });

  it('opens any state by its address: one section fails, the other four stay', async () => {
    const { page, go } = await open('/index.html#scenario=forbidden:campaigns&customer=1609');
    await until(() => isIn(section(page, TAGS.campaigns), 'error'));
    await until(() => SECTIONS.filter((name) => name !== 'campaigns').every((name) => isIn(section(page, TAGS[name]), 'ready')));
    go('customer=1609');
    await until(() => SECTIONS.every((name) => isIn(section(page, TAGS[name]), 'ready')));
  });

  for (const tag of Object.values(TAGS)) {
    it(`shows <${tag}> alone on a page of its own`, async () => {
      const { page, violations } = await open(`/demo/${tag.slice('c360-'.length)}.html`);
      await until(() => isIn(section(page, tag), 'ready'));
      expect(violations).to.deep.equal([]);
    });
  }
});
