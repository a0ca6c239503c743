// What the leak tests do in a page, with the elements as they are published: each customer has a mark, and lives once.
import { answersFor } from '../helpers/answers.js';
import { nameOf } from '../helpers/backend.js';
import { composedElements, nextFrame } from '../helpers/dom.js';

type Tag = 'c360-panel' | 'c360-impact-chart';

/** The mark in every text of a customer. The host knows the id itself; whatever holds the mark was in an answer. */
const markOf = (customer: number) => `residue-${customer}-x`;

/** A backend in the page, so that bytes are parsed and checked as everywhere; it keeps nothing. */
const transport: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  const name = nameOf(pathname);
  if (pathname.includes('/silence')) return new Promise(() => {});
  const customer = Number(/customer-(\d+)/.exec(name === 'search' ? await request.text() : pathname)?.[1]);
  if (!name || Number.isNaN(customer)) return new Response(null, { status: 404 });
  const mark = markOf(customer);
  const answers = answersFor({
    customerId: `customer-${customer}`,
    write: (_, plain, kind) => (kind === 'text' || kind === 'id' ? `${mark} ${plain}` : kind === 'url' ? '/picture.svg' : plain),
    amount: (plain) => `${customer + 1}.${String(plain).padStart(2, '0')}`,
  });
  return new Response(JSON.stringify(answers[name]), { headers: { 'content-type': 'application/json' } });
};

function create<Name extends Tag>(tag: Name, customer: number): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(tag), {
    baseUrl: '/api',
    fetch: transport,
    customerId: `customer-${customer}`,
    now: () => new Date('2017-12-31T12:00:00Z'),
    timeZone: 'UTC',
  });
}

/** Resolves when so many sections have told that they are drawn; fails as soon as one tells of an error. */
function loaded(element: Element, sections: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    let count = 0;
    element.addEventListener(
      'c360-load',
      () => {
        if (++count < sections) return;
        listening.abort();
        resolve();
      },
      { signal },
    );
    element.addEventListener(
      'c360-error',
      (event) => {
        listening.abort();
        reject(new Error(`c360-error: ${event instanceof CustomEvent ? JSON.stringify(event.detail) : ''}`));
      },
      { signal },
    );
  });
}

const sectionsOf = (tag: Tag) => (tag === 'c360-panel' ? 5 : 1);

/** Opens what unfolds, points at what has a tooltip, makes the files: what a reader does before the next call comes in. */
async function use(element: Element): Promise<void> {
  for (const found of [...composedElements(element)]) {
    if (!found.isConnected) continue;
    if (found instanceof HTMLDetailsElement) found.open = true;
    else if (found instanceof HTMLButtonElement && found.ariaExpanded === 'false' && found.ariaHasPopup === null) found.click();
    else if (found instanceof HTMLElement && found.tabIndex >= 0) {
      found.dispatchEvent(new PointerEvent('pointerenter'));
      found.dispatchEvent(new PointerEvent('pointerleave'));
    }
    if ('exportCsv' in found && found instanceof HTMLElement && found.matches(':state(ready)')) {
      found.addEventListener('c360-export', (event) => event.preventDefault(), { once: true });
      await (found as HTMLElementTagNameMap['c360-timeline']).exportCsv();
    }
  }
  await nextFrame();
  await nextFrame();
}

/** Types into the panel's search and waits for what it finds. */
async function search(panel: Element): Promise<void> {
  const field = composedElements(panel).find((found) => found.localName === 'c360-search')?.shadowRoot;
  const input = field?.querySelector('input');
  if (!field || !input) throw new Error('There is no search.');
  input.focus();
  input.value = String(panel.getAttribute('data-customer'));
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  while (!field.querySelector('[role="option"]')) await nextFrame();
}

/** Ways in which a customer leaves while the page keeps the panel. */
const ways: Readonly<Record<string, (panel: HTMLElementTagNameMap['c360-panel']) => void>> = {
  'taken away and kept by the page': (panel) => panel.remove(),
  'followed by nobody': (panel) => {
    panel.customerId = '';
  },
  'followed by one who does not exist': (panel) => {
    panel.customerId = 'nobody';
  },
  'followed by one who never comes': (panel) => {
    panel.customerId = 'silence';
  },
  reset: (panel) => panel.reset(),
  erased: (panel) => {
    panel.fetch = async () => new Response(null, { status: 410 });
  },
};

let shown: HTMLElementTagNameMap['c360-panel'] | undefined;
let next = 0;

const acts = {
  /** An element comes, is read, and goes. */
  async mounts(tag: Tag, count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const element = create(tag, next++);
      const done = loaded(element, sectionsOf(tag));
      document.body.append(element);
      await done;
      await nextFrame();
      element.remove();
      await nextFrame();
    }
  },
  /** One panel stays, its customers change; what can be opened is opened for each. */
  async switches(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const customer = next++;
      if (!shown) document.body.append((shown = create('c360-panel', customer)));
      const done = loaded(shown, 5);
      shown.customerId = `customer-${customer}`;
      await done;
      await use(shown);
    }
  },
  /** The page goes on without customers. */
  async clear(): Promise<void> {
    shown?.remove();
    shown = undefined;
    await nextFrame();
    await nextFrame();
  },
  /** A panel for each way to leave: read, searched in, left. Gives the customers' numbers and the ways. */
  async leave(): Promise<Readonly<Record<number, string>>> {
    const left: Record<number, string> = {};
    const kept: Element[] = [];
    for (const [name, leaveBy] of Object.entries(ways)) {
      const customer = next++;
      left[customer] = name;
      const panel = create('c360-panel', customer);
      panel.dataset['customer'] = `customer-${customer}`;
      const done = loaded(panel, 5);
      document.body.append(panel);
      await done;
      await use(panel);
      // Whom a search found stays until somebody searches again, unless the panel has to forget all it knows.
      if (!name.startsWith('followed')) await search(panel);
      leaveBy(panel);
      kept.push(panel);
      await nextFrame();
    }
    Object.assign(globalThis, { kept });
    // A search that was answered, an error that was told, a picture that was drawn.
    for (let frame = 0; frame < 5; frame++) await nextFrame();
    return left;
  },
  /** Keeps an answer, for the test of the search itself. */
  async keep(): Promise<number> {
    const customer = next++;
    const answer = await transport(`${location.origin}/api/customers/customer-${customer}`);
    Object.assign(globalThis, { keptAnswer: await answer.json() });
    return customer;
  },
};

declare global {
  var leaks: typeof acts;
}
globalThis.leaks = acts;
