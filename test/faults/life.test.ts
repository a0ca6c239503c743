import { expect } from '@open-wc/testing';
import { Chart } from 'chart.js';
import '../../src/define.js';
import type { C360Panel } from '../../src/elements/panel/panel.js';
import { registerSource } from '../../src/sources/registry.js';
import { READERS, type ReaderName } from '../helpers/answers.js';
import { type Marked, markedAnswers, marksShown } from '../helpers/canaries.js';
import { fixedNow } from '../helpers/clock.js';
import { type Deferred, deferred } from '../helpers/deferred.js';
import { allParts, composedElements, nextFrame, part, textOf } from '../helpers/dom.js';
import { expectConsole } from '../helpers/guard.js';
import { mount, settled } from '../helpers/mount.js';
import { LONG } from '../helpers/property.js';
import { holdTimers } from '../helpers/timers.js';
import { watchTraces } from '../helpers/traces.js';

/** A source of marked customers whose every answer the test gives when it wants to; `given` ones come by themselves. */
function holding(given: (name: ReaderName, id: Marked) => object | undefined = () => undefined) {
  const asked: { readonly name: ReaderName; readonly id: Marked; readonly answer: Deferred<object>; readonly signal: AbortSignal }[] = [];
  const customerSource = Object.fromEntries(
    READERS.map((name) => [
      name,
      ({ id }: { id: string }, { signal }: { signal: AbortSignal }) => {
        const question = { name, id: id as Marked, answer: deferred<object>(), signal };
        asked.push(question);
        const answer = given(name, id as Marked);
        return answer ? Promise.resolve(answer) : question.answer.promise;
      },
    ]),
  );
  const give = (name: ReaderName, id: Marked) => {
    for (const question of asked) if (question.name === name && question.id === id) question.answer.resolve(markedAnswers(id)[name]);
  };
  return { customerSource, asked, give };
}

const answering = () => holding((name, id) => markedAnswers(id)[name]);

const common = { customerId: 'alfaq', now: fixedNow, timeZone: 'UTC' } as const;

const sections = {
  profile: 'c360-profile',
  impact: 'c360-impact-chart',
  timeline: 'c360-timeline',
  campaigns: 'c360-campaigns',
  predictions: 'c360-predictions',
};

const section = (panel: Element, tag: string) => composedElements(panel).find(({ localName }) => localName === tag)!;

const isLoading = (panel: Element) =>
  Object.entries(sections)
    .filter(([, tag]) => section(panel, tag).matches(':state(loading)'))
    .map(([name]) => name);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await nextFrame();
}

const dataOf = (root: Element) => [...marksShown(root, { bareIds: false })];

describe('sections whose answers come far apart', () => {
  it('are drawn each when its own is there, whatever the others wait for (N9)', async () => {
    const { customerSource, give } = holding();
    const panel = await mount('c360-panel', { ...common, customerSource }, { width: 1100 });
    for (const [shown, names] of [
      ['predictions', ['predictions']],
      ['campaigns', ['campaigns']],
      ['timeline', ['events']],
      ['impact', ['impact']],
      ['profile', ['profile']],
    ] as const) {
      for (const name of names) give(name, 'alfaq');
      await until(() => !isLoading(panel).includes(shown));
      expect(dataOf(section(panel, sections[shown]))).to.deep.equal(['alfaq']);
    }
    expect(isLoading(panel)).to.deep.equal([]);
  });

  it('show no places for what comes at once: those appear after 150 ms (N10)', async () => {
    const { customerSource } = holding();
    const element = await mount('c360-predictions', { ...common, customerSource });
    const { opacity, animationDelay, visibility } = getComputedStyle(composedElements(element).find((found) => found.part.contains('skeleton'))!);
    expect([opacity, visibility]).to.include.oneOf(['0', 'hidden']);
    expect(animationDelay).to.equal('0.15s');
  });
});

describe('a customer who changes', () => {
  it('and changes back is loaded once more and shown, not who came between (L2)', async () => {
    const { customerSource, asked, give } = holding();
    const panel = await mount('c360-panel', { ...common, customerSource });
    const told: string[] = [];
    panel.addEventListener('c360-load', ({ detail }) => told.push(`${detail.section} ${detail.customerId}`));
    panel.customerId = 'bravq';
    await panel.updateComplete;
    await nextFrame();
    panel.customerId = 'alfaq';
    await panel.updateComplete;
    await nextFrame();
    expect(asked.filter(({ signal }) => !signal.aborted).map(({ id }) => id)).to.deep.equal(READERS.map(() => 'alfaq'));
    for (const id of ['alfaq', 'bravq'] as const) for (const name of READERS) give(name, id);
    await settled(panel);
    expect(dataOf(panel)).to.deep.equal(['alfaq']);
    expect(told.sort()).to.deep.equal(
      Object.keys(sections)
        .map((name) => `${name} alfaq`)
        .sort(),
    );
  });

  it('to one who cannot be loaded leaves nothing of the one before (L5)', async () => {
    const { customerSource } = holding((name, id) => (id === 'alfaq' ? markedAnswers(id)[name] : undefined));
    const failing = Object.fromEntries(
      Object.entries(customerSource).map(([name, read]) => [
        name,
        (query: { id: string }, options: { signal: AbortSignal }) => (query.id === 'alfaq' ? read(query, options) : Promise.reject({ status: 500 })),
      ]),
    );
    const panel = await mount('c360-panel', { ...common, customerSource: failing }, { width: 1100 });
    await settled(panel);
    expect(dataOf(panel)).to.deep.equal(['alfaq']);
    panel.customerId = 'bravq';
    await settled(panel);
    expect([...marksShown(panel)]).to.deep.equal(['bravq']);
    expect(textOf(part(panel, 'header'))).to.contain('bravq');
    expect(allParts(panel, 'error')).to.have.length.greaterThan(4);
  });

  for (const [what, leave] of [
    ["''", (panel: C360Panel) => (panel.customerId = '')],
    ['null', (panel: C360Panel) => (panel.customerId = null)],
    ['no attribute', (panel: C360Panel) => panel.removeAttribute('customer-id')],
  ] as const)
    it(`to nobody, as ${what}, leaves nobody, and aborts what is under way (L6)`, async () => {
      const { customerSource, asked } = holding((name, id) => (name === 'events' ? undefined : markedAnswers(id)[name]));
      const panel = await mount('c360-panel', { now: fixedNow, timeZone: 'UTC', customerSource });
      panel.setAttribute('customer-id', 'alfaq');
      await until(() => section(panel, sections.predictions).matches(':state(ready)'));
      leave(panel);
      await settled(panel);
      expect(dataOf(panel)).to.deep.equal([]);
      expect(textOf(panel)).not.to.contain('alfaq');
      expect(asked.filter(({ name }) => name === 'events').map(({ signal }) => signal.aborted)).to.deep.equal([true]);
      expect(textOf(part(panel, 'header'))).to.contain('No customer');
      // The header says it for all: below the headings there is nothing.
      for (const tag of Object.values(sections)) {
        expect(section(panel, tag).matches(':state(idle)'), tag).to.equal(true);
        expect(textOf(part(section(panel, tag), 'body')), tag).to.equal('');
      }
    });
});

describe('an element on a page', () => {
  it('asks once where many properties change in one tick (L13)', async () => {
    const { customerSource, asked } = answering();
    const panel = await mount('c360-panel', { ...common, customerSource });
    await settled(panel);
    asked.length = 0;
    Object.assign(panel, { customerId: 'bravq', timeFrame: 'P30D', timeZone: 'Asia/Tokyo', currency: 'EUR', density: 'compact', maskAll: true });
    await settled(panel);
    expect(asked.map(({ name, id }) => `${name} ${id}`).sort()).to.deep.equal(READERS.map((name) => `${name} bravq`).sort());
  });

  it('honours what was set before its class was there (L14)', async () => {
    const { customerSource } = answering();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    // In a document without our elements the tag is a plain element, as on a page whose script comes late.
    const early = Object.assign(frame.contentDocument!.createElement('c360-panel'), { ...common, customerSource, density: 'compact' });
    expect('refresh' in early).to.equal(false);
    const box = await mount('div');
    box.append(early);
    customElements.upgrade(early);
    await settled(early);
    expect(dataOf(early)).to.deep.equal(['alfaq']);
    expect(early.matches(':state(compact)')).to.equal(true);
    frame.remove();
  });

  it('is not disturbed by a listener of the page that throws (L16)', async () => {
    const { customerSource } = answering();
    const box = await mount('div');
    let heard = 0;
    expectConsole('of the host');
    box.addEventListener('c360-load', () => {
      heard++;
      throw new Error('of the host');
    });
    const panel = document.createElement('c360-panel');
    Object.assign(panel, { ...common, customerSource });
    box.append(panel);
    await settled(panel);
    await until(() => heard === 5);
    expect(dataOf(panel)).to.deep.equal(['alfaq']);
  });

  it('shows an error, and nothing of the value, when reading an answer throws; a clock that throws does no harm (L18)', async () => {
    registerSource('throws', () => ({
      predictions: () => {
        throw new TypeError('alfaqx in the words of an error');
      },
    }));
    const now = () => {
      throw new Error('no clock');
    };
    const element = await mount('c360-predictions', { ...common, source: 'throws', now });
    await settled(element);
    expect(element.matches(':state(error)')).to.equal(true);
    expect(textOf(element)).to.contain("can't be shown").and.not.to.contain('alfaqx');
    const { customerSource } = answering();
    const well = await mount('c360-predictions', { ...common, customerSource, now });
    await settled(well);
    expect(dataOf(well)).to.deep.equal(['alfaq']);
  });

  it('tells customers apart on a page whose old library gave lists and objects a JSON of their own (HP7)', async () => {
    const { customerSource, asked } = answering();
    const prototypes = [Object.prototype, Array.prototype];
    for (const prototype of prototypes) Object.defineProperty(prototype, 'toJSON', { value: () => 'old', configurable: true });
    try {
      const [one, other] = await Promise.all(
        (['alfaq', 'bravq'] as const).map((customerId) => mount('c360-predictions', { ...common, customerSource, customerId })),
      );
      await settled(one!);
      await settled(other!);
      expect([dataOf(one!), dataOf(other!)]).to.deep.equal([['alfaq'], ['bravq']]);
      one!.customerId = 'caroq';
      await settled(one!);
      expect(dataOf(one!)).to.deep.equal(['caroq']);
      expect(asked.map(({ id }) => id)).to.deep.equal(['alfaq', 'bravq', 'caroq']);
    } finally {
      for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON');
    }
  });

  it('may be cloned, and each is then its own (L24)', async () => {
    const { customerSource } = answering();
    const panel = await mount('c360-panel', { now: fixedNow, timeZone: 'UTC', customerSource });
    panel.setAttribute('customer-id', 'alfaq');
    await settled(panel);
    const clone = panel.cloneNode(true) as C360Panel;
    Object.assign(clone, { now: fixedNow, timeZone: 'UTC', customerSource, customerId: 'bravq' });
    panel.after(clone);
    await settled(clone);
    expect([dataOf(panel), dataOf(clone)]).to.deep.equal([['alfaq'], ['bravq']]);
    clone.remove();
    await nextFrame();
    expect([dataOf(panel), dataOf(clone)]).to.deep.equal([['alfaq'], []]);
  });

  it('draws its chart when it is shown at last, having loaded out of sight (L22)', async () => {
    const { customerSource } = answering();
    const box = await mount('div');
    box.hidden = true;
    const chart = Object.assign(document.createElement('c360-impact-chart'), { ...common, customerSource });
    box.append(chart);
    await settled(chart);
    box.hidden = false;
    await until(() => Object.values(Chart.instances).length > 0);
    const [drawn] = Object.values(Chart.instances);
    expect(drawn!.width).to.be.greaterThan(200);
    expect(drawn!.height).to.be.greaterThan(100);
  });

  it('leaves nothing running when it goes while it loads, draws or is resized, a hundred times over (L12, L23)', async function () {
    this.timeout(LONG);
    const { customerSource } = answering();
    const warm = await mount('c360-impact-chart', { ...common, customerSource }, { width: 600 });
    await until(() => Object.values(Chart.instances).length > 0);
    warm.remove();
    const traces = watchTraces();
    const box = await mount('div');
    for (let round = 0; round < 100; round++) {
      const element = Object.assign(document.createElement('c360-impact-chart'), { ...common, customerSource });
      box.append(element);
      if (round % 4 > 0) await settled(element);
      if (round % 4 > 1) await until(() => Object.values(Chart.instances).length > 0);
      if (round % 4 > 2) box.style.width = `${400 + round}px`;
      element.remove();
    }
    await nextFrame();
    await nextFrame();
    expect(traces.left()).to.deep.equal([]);
    expect(Object.values(Chart.instances)).to.deep.equal([]);
  });
});

describe('an element that is taken to another place', () => {
  /** What a person sees of it: how each thing in it is laid out and coloured. */
  function looksOf(element: Element): readonly string[] {
    const view = element.ownerDocument.defaultView!;
    return composedElements(element).map((found) => {
      const { display, color, fontSize, paddingInlineStart, borderBlockEndStyle } = view.getComputedStyle(found);
      return `${found.localName} ${[display, color, fontSize, paddingInlineStart, borderBlockEndStyle].join(' ')}`;
    });
  }

  /** A document of its own, whose policy allows no style that is written into it. */
  async function anotherDocument() {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { width: '1100px', height: '900px', border: '0' });
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="style-src 'none'"><title>Frame</title><body>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    (await mount('div')).append(frame);
    await loaded;
    const problems: string[] = [];
    frame.contentWindow!.addEventListener('error', ({ message }) => problems.push(message));
    frame.contentDocument!.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => problems.push(effectiveDirective));
    const box = frame.contentDocument!.createElement('div');
    // The room an element has there depends on how wide the browser's scroll bars are.
    box.style.width = '1084px';
    frame.contentDocument!.body.append(box);
    return { box, problems };
  }

  for (const tag of ['c360-panel', ...Object.values(sections), 'c360-search'] as readonly (keyof HTMLElementTagNameMap)[])
    it(`looks the same in another document, and back in its own: <${tag}> (L10, HP5)`, async () => {
      const { customerSource } = answering();
      const { box: there, problems } = await anotherDocument();
      const box = await mount('div', {}, { width: 1084 });
      const element = Object.assign(document.createElement(tag), { ...common, customerSource });
      box.append(element);
      await settled(element);
      await nextFrame();
      const [home, sheets] = [looksOf(element), element.shadowRoot!.adoptedStyleSheets.length];
      for (const [place, name] of [
        [there, 'there'],
        [box, 'back'],
        [there, 'there again'],
      ] as const) {
        place.append(element);
        await settled(element);
        // What is told of sizes answers in the next picture.
        for (let picture = 0; picture < 3; picture++) await nextFrame();
        expect(element.shadowRoot!.adoptedStyleSheets, name).to.have.length(sheets);
        expect(looksOf(element), name).to.deep.equal(home);
      }
      // With its frame it would go without being told.
      element.remove();
      expect(problems).to.deep.equal([]);
    });

  it('has its looks where it was made for another document before anybody saw it (L10)', async () => {
    const { customerSource } = answering();
    const { box: there, problems } = await anotherDocument();
    const element = Object.assign(document.createElement('c360-predictions'), { ...common, customerSource });
    there.append(element);
    await settled(element);
    expect(dataOf(element)).to.deep.equal(['alfaq']);
    expect(element.shadowRoot!.adoptedStyleSheets).to.have.length.greaterThan(1);
    expect(there.ownerDocument.defaultView!.getComputedStyle(element).display).to.equal('block');
    element.remove();
    expect(problems).to.deep.equal([]);
  });

  it('takes what the provider there says, also when it is moved whole (L21)', async () => {
    const { customerSource, asked } = answering();
    const [first, second] = [
      await mount('c360-provider', { ...common, customerSource }),
      await mount('c360-provider', { ...common, customerSource, customerId: 'bravq' }),
    ];
    const element = document.createElement('c360-predictions');
    first.append(element);
    await settled(element);
    asked.length = 0;
    const move = (place: Element & { moveBefore?(node: Node, child: Node | null): void }) => {
      // Where a browser cannot do it yet, the element leaves and comes.
      if (place.moveBefore) place.moveBefore(element, null);
      else place.append(element);
    };
    move(second);
    await settled(element);
    expect(dataOf(element)).to.deep.equal(['bravq']);
    expect(asked.map(({ id }) => id)).to.deep.equal(['bravq']);
    move(first.parentElement ?? document.body);
    await settled(element);
    expect(dataOf(element)).to.deep.equal([]);
    expect(textOf(element)).to.contain('No customer');
  });
});

describe('a page that comes back', () => {
  const show = async () => {
    const { customerSource, asked } = answering();
    const panel = await mount('c360-panel', { ...common, customerSource }, { width: 1100 });
    await settled(panel);
    asked.length = 0;
    return { panel, asked };
  };

  it('from the browser’s memory shows nothing of before until it was asked for anew (L19, PR11)', async () => {
    const { panel, asked } = await show();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(asked).to.deep.equal([]);
    await panel.updateComplete;
    await nextFrame();
    await settled(panel);
    expect(asked.map(({ name }) => name).sort()).to.deep.equal([...READERS].sort());
    expect(dataOf(panel)).to.deep.equal(['alfaq']);
  });

  it('from the browser’s memory after a log-out shows nothing personal (PR11)', async () => {
    const { customerSource } = answering();
    let isLoggedIn = true;
    const guarded = Object.fromEntries(
      Object.entries(customerSource).map(([name, read]) => [
        name,
        (query: { id: string }, options: { signal: AbortSignal }) => (isLoggedIn ? read(query, options) : Promise.reject({ status: 401 })),
      ]),
    );
    const panel = await mount('c360-panel', { ...common, customerSource: guarded }, { width: 1100 });
    await settled(panel);
    isLoggedIn = false;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await nextFrame();
    expect(dataOf(panel)).to.deep.equal([]);
    await settled(panel);
    expect(dataOf(panel)).to.deep.equal([]);
    expect(textOf(panel)).to.contain('Session expired');
  });

  for (const [minutes, asks] of [
    [10, 0],
    [60, READERS.length],
  ] as const)
    it(`after ${minutes} minutes out of sight asks ${asks ? 'once more' : 'nothing'} (L19)`, async () => {
      const { customerSource, asked } = answering();
      let time = fixedNow().getTime();
      const panel = await mount('c360-panel', { ...common, customerSource, now: () => new Date(time) }, { width: 1100 });
      await settled(panel);
      asked.length = 0;
      const hide = (hidden: boolean) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      try {
        hide(true);
        time += minutes * 60_000;
        hide(false);
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
      await settled(panel);
      expect(asked).to.have.length(asks);
    });
});

describe('a page without a network', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('says so, asks nothing, and loads each section at a time of its own when the network is back (N3, N4)', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    const requests: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { pathname } = new URL(new Request(input, init).url);
      requests.push(pathname);
      const name = READERS.find((each) => pathname.endsWith(`/${each}`)) ?? 'profile';
      return new Response(JSON.stringify(markedAnswers('alfaq')[name]), { headers: { 'content-type': 'application/json' } });
    };
    const panel = await mount('c360-panel', { ...common, baseUrl: 'https://backend.example.test/api', fetch }, { width: 1100 });
    await settled(panel);
    expect(textOf(panel)).to.contain('You are offline');
    expect(requests).to.deep.equal([]);

    const timers = holdTimers();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    window.dispatchEvent(new Event('online'));
    await nextFrame();
    expect(requests).to.deep.equal([]);
    expect(timers.waiting()).to.equal(READERS.length);
    timers.run();
    await settled(panel);
    expect(requests).to.have.length(READERS.length);
    expect(dataOf(panel)).to.deep.equal(['alfaq']);
  });

  it('asks nothing when its element has gone before the network is back', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    let asked = 0;
    const fetch: typeof globalThis.fetch = async () => {
      asked++;
      return new Response('{}');
    };
    const element = await mount('c360-predictions', { ...common, baseUrl: 'https://backend.example.test/api', fetch });
    await settled(element);
    const timers = holdTimers();
    window.dispatchEvent(new Event('online'));
    expect(timers.waiting()).to.equal(1);
    element.remove();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    timers.run();
    await nextFrame();
    expect(asked).to.equal(0);
  });
});

describe('what a host put on the tag', () => {
  it('for tools that record sessions stays there, whatever is loaded and shown (PR8)', async () => {
    const { customerSource } = answering();
    const panel = await mount('c360-panel', { ...common, customerSource, className: 'ph-no-capture rr-block fs-exclude' });
    const marks = { 'data-sentry-block': '', 'data-hj-suppress': '', 'data-clarity-mask': 'true', 'data-dd-privacy': 'hidden' };
    for (const [name, value] of Object.entries(marks)) panel.setAttribute(name, value);
    await settled(panel);
    panel.customerId = 'bravq';
    await settled(panel);
    for (const [name, value] of Object.entries(marks)) expect(panel.getAttribute(name)).to.equal(value);
    expect(panel.className).to.equal('ph-no-capture rr-block fs-exclude');
  });
});

describe('words of a backend', () => {
  it('name no class, no id, no part and no event (X10)', async () => {
    const word = 'sent_word';
    const { customerSource } = holding((name, id) =>
      JSON.parse(JSON.stringify(markedAnswers(id)[name]).replaceAll(/"(sent|control|email|purchase|click|facebook|delivery|support-call)"/g, `"${word}"`)),
    );
    const panel = await mount('c360-panel', { ...common, customerSource }, { width: 1100 });
    await settled(panel);
    expect(textOf(panel)).to.contain(word);
    const named = composedElements(panel).flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => name.includes(word) || (['class', 'id', 'part', 'for', 'name', 'slot'].includes(name) && element.getAttribute(name)!.includes(word))),
    );
    expect(named).to.deep.equal([]);
  });
});
