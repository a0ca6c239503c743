import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define.js';
import { createHandlers, createMockFetch, DOCUMENTED_ID, mockNow } from '../../../mocks/index.js';
import type { C360Panel } from '../../../src/elements/panel/panel.js';
import { SourceError } from '../../../src/model/source-error.js';
import { fixedNow } from '../../helpers/clock.js';
import { type Deferred, deferred } from '../../helpers/deferred.js';
import { composedElements, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';

const READERS = ['profile', 'metrics', 'impact', 'activity', 'events', 'campaigns', 'predictions'] as const;
type ReaderName = (typeof READERS)[number];

/** Answers of section 4 in which every text is a canary of the customer. */
function answersOf(canary: string): Readonly<Record<ReaderName, object>> {
  const date = '2017-12-20';
  const at = `${date}T10:00:00Z`;
  return {
    profile: {
      customer: { id: canary, displayName: `${canary} name`, identifiers: [{ type: 'email', value: `${canary}@example.test` }] },
      asOf: date,
      fields: [{ key: 'a', label: `${canary} field`, type: 'text', default: true }],
      values: { a: `${canary} value` },
    },
    metrics: { totalSpend: { value: '12.50', scope: 'lifetime' }, lastProductPurchased: { id: 'p', name: `${canary} product` } },
    impact: {
      dates: [date],
      kpis: [{ key: 'K', label: `${canary} kpi`, unit: 'count', window: 'cumulative', values: [3] }],
      targetingDays: [{ date, campaigns: [{ campaignId: 'c', name: `${canary} campaign`, decision: 'sent' }] }],
    },
    activity: { days: [{ date, lane: 'purchase', count: 2, types: { purchase: 2 } }] },
    events: { items: [{ id: 'e1', at, category: 'purchase', type: 'purchase', name: `${canary} event` }] },
    campaigns: { items: [{ id: 'd1', source: 's', executionDate: date, decision: 'sent', campaign: { id: 'c', name: `${canary} decision` }, channels: [] }] },
    predictions: { predictedClv: { value: '99' }, model: `${canary} model` },
  };
}

type Answering = (name: ReaderName, id: string) => unknown;

function sourceOf(answer: Answering, asked: { name: ReaderName; id: string }[] = []) {
  return Object.fromEntries(
    READERS.map((name) => [
      name,
      async ({ id }: { id: string }) => {
        asked.push({ name, id });
        return answer(name, id);
      },
    ]),
  );
}

async function show(answer: Answering = (name, id) => answersOf(id)[name], properties: Partial<C360Panel> = {}, width = 1100) {
  const asked: { name: ReaderName; id: string }[] = [];
  const element = await mount(
    'c360-panel',
    { customerSource: sourceOf(answer, asked), customerId: 'ada', now: fixedNow, timeZone: 'UTC', ...properties },
    { width },
  );
  return { element, asked };
}

describe('<c360-panel>', () => {
  it('asks for everything it shows in one tick, seven questions and no more', async () => {
    const { element, asked } = await show();
    expect(asked.map(({ name }) => name).sort()).to.deep.equal([...READERS].sort());
    await settled(element);
    expect(asked).to.have.length(7);
    expect(textOf(part(element, 'header'))).to.contain('ada name');
  });

  it('never asks for what is not named in its sections', async () => {
    const { element, asked } = await show(undefined, { sections: 'predictions timeline' });
    await settled(element);
    expect([...new Set(asked.map(({ name }) => name))].sort()).to.deep.equal(['activity', 'events', 'predictions']);
    const places = composedElements(element)
      .map(({ localName }) => localName)
      .filter((name) => name === 'c360-predictions' || name === 'c360-timeline');
    expect(places).to.deep.equal(['c360-predictions', 'c360-timeline']);
  });

  it('never shows two customers in one picture while answers come late, in any order, and ignore abort (L3)', async () => {
    const held = new Map<string, Deferred<object>>();
    const hold = (name: ReaderName, id: string) => {
      const waiting = deferred<object>();
      held.set(`${name} ${id}`, waiting);
      return waiting.promise;
    };
    const { element } = await show(hold);
    const mixed: string[] = [];
    const look = () => {
      const text = composedElements(element)
        .map((found) =>
          [found.getAttribute('aria-label'), ...[...found.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent)].join(' '),
        )
        .join(' ');
      if (/ada (?!\b$)/.test(text) && /grace/.test(text)) mixed.push(text);
      if (element.customerId === 'grace' && /\bada (name|field|value|product|kpi|campaign|event|decision|model)/.test(text)) mixed.push(text);
    };
    for (const name of READERS.slice(0, 4)) held.get(`${name} ada`)!.resolve(answersOf('ada')[name]);
    await nextFrame();
    await nextFrame();
    element.customerId = 'grace';
    await nextFrame();
    look();
    for (const name of [...READERS].reverse()) {
      held.get(`${name} grace`)!.resolve(answersOf('grace')[name]);
      held.get(`${name} ada`)?.resolve(answersOf('ada')[name]);
      await nextFrame();
      look();
    }
    await settled(element);
    look();
    expect(mixed).to.deep.equal([]);
    expect(textOf(element)).to.contain('grace name').and.to.contain('grace event').and.to.contain('grace model');
  });

  it('keeps four sections when one fails, and says so in one line (H20)', async () => {
    const { element } = await show((name, id) => {
      if (name === 'predictions') throw new Error('broken');
      return answersOf(id)[name];
    });
    await settled(element);
    expect(textOf(element)).to.contain('ada event').and.to.contain('ada decision').and.to.contain('ada name');
    const said = composedElements(element)
      .filter(({ role }) => role === 'status')
      .map(({ textContent }) => textContent ?? '');
    expect(said.filter((text) => /could not load|can't be shown/.test(text))).to.deep.equal(['1 section could not load']);
  });

  it('counts sections that could not load, not what they asked for', async () => {
    const { element } = await show((name, id) => {
      if (name === 'metrics' || name === 'events' || name === 'activity') throw new SourceError('forbidden');
      return answersOf(id)[name];
    });
    await settled(element);
    await nextFrame();
    expect(part(element, 'status').textContent).to.equal('2 sections could not load');
  });

  it('says who is shown once all is there, and never by a masked name (A7, A9)', async () => {
    const { element } = await show();
    await settled(element);
    await nextFrame();
    expect(part(element, 'status').textContent).to.equal('Showing ada name');
    const masked = await show(undefined, { maskAll: true });
    await settled(masked.element);
    await nextFrame();
    expect(part(masked.element, 'status').textContent).to.equal('Showing Customer');
  });

  it('says a name of a megabyte in short (V17)', async () => {
    const { element } = await show((name) => answersOf('x'.repeat(1_000_000))[name], { customerId: 'x'.repeat(1_000_000) });
    await settled(element);
    await nextFrame();
    expect(part(element, 'status').textContent).to.have.length.below(300).and.to.contain('Showing xxx');
  });

  it('says source, age and limits of the data in one strip', async () => {
    const meta = { source: 'Warehouse', asOf: '2017-12-30', retention: { dataSince: '2017-07-05' }, truncated: true };
    const { element } = await show((name, id) => ({ ...answersOf(id)[name], meta }));
    await settled(element);
    await nextFrame();
    expect(textOf(part(element, 'trust')))
      .to.contain('Warehouse, as of Dec 30, 2017')
      .and.to.contain('Data since Jul 5, 2017')
      .and.to.contain('Times in UTC')
      .and.to.contain('Not everything is shown');
  });

  it('gives a section the host slotted in its configuration, and does not ask twice', async () => {
    const asked: { name: ReaderName; id: string }[] = [];
    const own = document.createElement('c360-predictions');
    own.slot = 'predictions';
    const panel = document.createElement('c360-panel');
    panel.append(own);
    Object.assign(panel, { customerSource: sourceOf((name, id) => answersOf(id)[name], asked), customerId: 'ada', now: fixedNow, timeZone: 'UTC' });
    document.body.append(panel);
    await settled(panel);
    expect(asked.filter(({ name }) => name === 'predictions')).to.have.length(1);
    expect(textOf(own)).to.contain('ada model');
    panel.remove();
  });

  it('applies another time frame to all sections, unless the host says no', async () => {
    const { element, asked } = await show();
    await settled(element);
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    const layer = () => composedElements(chart).find((found): found is HTMLElement => found.role === 'slider')!;
    asked.length = 0;
    layer().dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, cancelable: true }));
    await settled(element);
    expect(element.timeFrame).to.match(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
    expect(asked.map(({ name }) => name).sort()).to.deep.equal(['activity', 'campaigns', 'events', 'impact', 'metrics']);
    element.timeFrame = 'P6M';
    await settled(element);
    expect(element.timeFrame).to.equal('P6M');
  });

  it('marks a day pointed at in one section in the others', async () => {
    const { element } = await show();
    await settled(element);
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    element.focusedDay = '2017-12-20' as never;
    await settled(element);
    expect(textOf(part(chart, 'day')))
      .to.contain('Dec 20')
      .and.to.contain('ada campaign');
  });

  it('takes the data off the screen everywhere when one answer says that it was erased (H8, PR12)', async () => {
    let erased = false;
    const handlers = createHandlers({ scenario: 'normal' });
    const answering = createMockFetch(handlers);
    const fetch: typeof globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      return erased && request.url.includes('/predictions') ? Promise.resolve(new Response('{}', { status: 410 })) : answering(request);
    };
    const element = await mount(
      'c360-panel',
      { baseUrl: 'https://backend.example.test/api', fetch, customerId: DOCUMENTED_ID, now: mockNow, timeZone: 'UTC' },
      { width: 1100 },
    );
    await settled(element);
    expect(textOf(element)).to.contain('Dana Rivers');
    erased = true;
    const gone = oneEvent(element, 'c360-error');
    element.renderRoot.querySelector('c360-predictions')!.refresh();
    expect((await gone).detail.kind).to.equal('gone');
    await settled(element);
    expect(textOf(element)).not.to.contain('Dana Rivers');
    expect(textOf(element)).to.contain('Data was erased');
  });

  it('asks for the token once for seven requests, and once more when it is refused (H2, T38)', async () => {
    const reasons: string[] = [];
    const answering = createMockFetch(createHandlers({ scenario: 'normal' }));
    const tokens = new Set<string>();
    const fetch: typeof globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      const token = request.headers.get('Authorization') ?? '';
      tokens.add(token);
      return token === 'Bearer renewed' ? answering(request) : Promise.resolve(new Response('{}', { status: 401 }));
    };
    const getToken = async ({ reason }: { reason: 'first' | 'renew' }) => {
      reasons.push(reason);
      return reason === 'first' ? 'old' : 'renewed';
    };
    const element = await mount(
      'c360-panel',
      { baseUrl: 'https://backend.example.test/api', fetch, getToken, customerId: DOCUMENTED_ID, now: mockNow, timeZone: 'UTC' },
      { width: 1100 },
    );
    await settled(element);
    expect(reasons).to.deep.equal(['first', 'renew']);
    expect([...tokens]).to.deep.equal(['Bearer old', 'Bearer renewed']);
    expect(textOf(element)).to.contain('Dana Rivers');
  });

  it('folds its sections where it is narrow, who and what happened open', async () => {
    const { element } = await show(undefined, {}, 320);
    await settled(element);
    const states = Object.fromEntries(
      composedElements(element)
        .filter((found) => found.matches('[aria-expanded][aria-controls="body"]'))
        .map((found) => [textOf(found), found.ariaExpanded]),
    );
    expect(states).to.deep.equal({ Profile: 'true', 'Marketing impact': 'false', Timeline: 'true', Campaigns: 'false', Predictions: 'false' });
    const fold = composedElements(element).find((found): found is HTMLElement => found instanceof HTMLButtonElement && textOf(found) === 'Predictions')!;
    fold.click();
    await settled(element);
    expect(textOf(element)).to.contain('ada model');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('gives the sections the whole width where no profile can stand beside them', async () => {
    const left = ({ element }: { element: Element }) => {
      const chart = (element.shadowRoot ?? element).querySelector('c360-impact-chart')!;
      return chart.getBoundingClientRect().left - element.getBoundingClientRect().left;
    };
    const beside = await show();
    await settled(beside.element);
    expect(left(beside)).to.be.above(300);
    const source = sourceOf((name, id) => answersOf(id)[name]);
    const { profile: _, ...withoutProfile } = source;
    for (const properties of [{ sections: 'impact timeline' }, { customerSource: withoutProfile }]) {
      const alone = await show(undefined, properties);
      await settled(alone.element);
      expect(left(alone)).to.be.below(50);
    }
    const own = document.createElement('p');
    own.slot = 'profile';
    beside.element.append(own);
    await settled(beside.element);
    expect(left(beside)).to.be.below(50);
  });

  it('never tells a masked id, neither while loading nor where there is no name', async () => {
    for (const answer of [
      () => new Promise(() => {}),
      (name: ReaderName) => (name === 'profile' ? { customer: { id: 'ada', identifiers: [] }, fields: [], values: {} } : answersOf('b')[name]),
    ]) {
      const { element } = await show(answer, { maskAll: true });
      await nextFrame();
      expect(textOf(part(element, 'header')))
        .to.contain('Customer')
        .and.not.to.contain('ada');
      element.maskAll = false;
      await nextFrame();
      await nextFrame();
      expect(textOf(part(element, 'header'))).to.contain('ada');
    }
  });

  it('names each source once, with the newest day its data was true', async () => {
    const { element } = await show((name, id) => ({
      ...answersOf(id)[name],
      meta: { source: name === 'impact' ? 'Warehouse' : 'CRM', asOf: name === 'impact' ? '2017-12-29' : '2017-12-30' },
    }));
    await settled(element);
    await nextFrame();
    expect([...part(element, 'trust').querySelectorAll('li')].map(textOf)).to.deep.equal([
      'CRM, as of Dec 30, 2017',
      'Warehouse, as of Dec 29, 2017',
      'Times in UTC',
    ]);
  });

  it('leads to the profile of a day of the chart where it does not stand beside it', async () => {
    const { element } = await show(undefined, {}, 700);
    await settled(element);
    const link = composedElements(element).find(
      (found): found is HTMLElement => found instanceof HTMLButtonElement && textOf(found) === 'Profile on this day',
    )!;
    link.click();
    await settled(element);
    const profile = element.shadowRoot!.querySelector('c360-profile')!;
    expect(profile.asOf ?? element.asOf).to.equal('2017-12-20');
    expect(profile.shadowRoot!.activeElement).to.equal(part(profile, 'heading'));
  });

  it('unfolds its sections to print them, and folds them again', async () => {
    const { element } = await show(undefined, {}, 300);
    await settled(element);
    const open = () => composedElements(element).filter((found) => found.matches('[aria-controls="body"][aria-expanded="true"]')).length;
    expect(open()).to.equal(2);
    const { print } = window;
    let printed = -1;
    window.print = () => {
      printed = open();
    };
    await element.print().finally(() => {
      window.print = print;
    });
    expect(printed).to.equal(5);
    window.dispatchEvent(new Event('afterprint'));
    await nextFrame();
    expect(open()).to.equal(2);
  });

  it('forbids printing when the host says no', async () => {
    const { element } = await show();
    await settled(element);
    const heard = oneEvent(element, 'c360-export');
    element.addEventListener('c360-export', (event) => event.preventDefault());
    await element.print();
    expect((await heard).detail).to.deep.equal({ section: 'panel', format: 'print' });
  });
});
