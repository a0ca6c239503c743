import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define.js';
import type { C360Timeline } from '../../../src/elements/timeline/timeline.js';
import { NotEnabled } from '../../../src/model/source-error.js';
import { axe } from '../../helpers/axe.js';
import { deferred } from '../../helpers/deferred.js';
import { nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { backend, eventAt, settings } from './backend.js';

const mail = eventAt('m1', '2026-11-20T09:00:00Z', {
  category: 'email',
  type: 'email',
  name: 'Your weekly offers, {{FIRST_NAME}}',
  campaign: { campaignId: 'c7', name: 'Weekly Offers', type: 'Newsletter' },
  source: 'smartico',
  message: {
    communicationId: 'com-1',
    channel: 'email',
    subject: 'Your weekly offers, {{FIRST_NAME}}',
    resource: 'Weekly mail',
    variation: 'B',
    providerName: 'Mailroom',
    gatewayId: 'gw-1',
    plannedSendAt: '2026-11-20T08:59:00Z',
    lifecycle: [
      { fact: 'click', at: '2026-11-20T11:00:00Z', details: 'https://shop.example.test/offers' },
      { fact: 'create', at: '2026-11-20T08:58:00Z' },
      { fact: 'sent', at: '2026-11-20T09:00:00Z' },
      { fact: 'impression', at: '2026-11-20T10:00:00Z' },
      { fact: 'delivered', at: '2026-11-20T09:01:00Z' },
      { fact: 'click', at: '2026-11-20T11:05:00Z', details: 'javascript:alert(1)' },
    ],
  },
});
const proof = {
  subject: 'Your weekly offers',
  text: 'Hello,\n\n<b>not bold</b>',
  html: '<h1>Hello</h1><script>parent.ran=1</script><img src="https://tracker.example.test/o.gif">',
  channel: 'email',
  from: 'Shop <a@example.test>',
  sentAt: '2026-11-20T09:00:00Z',
};

async function show(more: Readonly<Record<string, unknown>> = {}, properties: Partial<C360Timeline> = {}, events = [mail]) {
  const element = await mount('c360-timeline', { ...settings, customerSource: backend(events, more).customerSource, ...properties }, { width: 900 });
  await settled(element);
  return element;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextFrame();
}

const root = (element: C360Timeline) => element.shadowRoot!;
const dialog = (element: C360Timeline) => root(element).querySelector('dialog');
const type = (element: C360Timeline) => part(element, 'event').querySelector<HTMLElement>('.context button')!;

async function openMessage(element: C360Timeline): Promise<HTMLDialogElement> {
  type(element).click();
  await until(() => dialog(element)?.open === true);
  return dialog(element)!;
}

describe('a message of the timeline', () => {
  it('is one row with its way in its order, its tags as they are (S9, S24, S28)', async () => {
    const element = await show();
    const text = textOf(part(element, 'event'));
    expect(text).to.contain('Your weekly offers, {{FIRST_NAME}}').and.to.contain('Sent › Delivered › Probably seen › Clicked').and.to.contain('Newsletter');
  });

  it('opens to each fact with its time, its link once judged, and what else is known (S25, S29)', async () => {
    const element = await show({}, { allowedLinkOrigins: ['https://shop.example.test'] });
    part(element, 'event').querySelector<HTMLElement>('.name')!.click();
    await until(() => root(element).querySelector('.lifecycle') !== null);
    const facts = [...root(element).querySelectorAll('.lifecycle li')].map((fact) => textOf(fact));
    expect(facts.map((fact) => fact.split(' ')[0])).to.deep.equal(['Created', 'Sent', 'Delivered', 'Probably', 'Clicked', 'Clicked']);
    const text = textOf(part(element, 'event'));
    for (const word of ['Weekly mail', 'B', 'Mailroom', 'gw-1', 'com-1', 'smartico', 'Weekly Offers · Newsletter', 'only probable'])
      expect(text).to.contain(word);
    expect([...root(element).querySelectorAll('.lifecycle a')].map((link) => link.getAttribute('href'))).to.deep.equal(['https://shop.example.test/offers']);
    expect(text).to.contain('javascript:alert(1)');
  });

  it('says what was not observed, and why that proves nothing (T30)', async () => {
    const element = await show({}, {}, [{ ...mail, message: { ...(mail['message'] as object), lifecycle: [{ fact: 'sent', at: '2026-11-20T09:00:00Z' }] } }]);
    part(element, 'event').querySelector<HTMLElement>('.name')!.click();
    await until(() => root(element).querySelector('.lifecycle') !== null);
    expect([...root(element).querySelectorAll('.lifecycle .muted')].map(textOf).filter((text) => text.includes('Not observed'))).to.have.length(3);
    expect(textOf(element)).to.contain('30 days');
  });

  it('shows its proof as text and literally, in a window of its own, and gives the focus back (B25)', async () => {
    const asked: unknown[] = [];
    const element = await show({
      proof: async ({ id, communicationId }: { id: string; communicationId: string }) => {
        asked.push([id, communicationId]);
        return proof;
      },
    });
    type(element).focus();
    const heard = oneEvent(element, 'c360-message-open');
    const window = await openMessage(element);
    expect((await heard).detail).to.deep.equal({ communicationId: 'com-1', channel: 'email' });
    await until(() => textOf(window).includes('not bold'));
    expect(textOf(window)).to.contain('<b>not bold</b>').and.to.contain('Shop <a@example.test>');
    expect(window.querySelector('iframe')).to.equal(null);
    expect(asked).to.deep.equal([['ada', 'com-1']]);
    await axe(element);
    window.close();
    await until(() => root(element).activeElement === type(element));
    expect(textOf(element)).not.to.contain('not bold');
  });

  it('is left to the host when it says so', async () => {
    let asked = 0;
    const element = await show({ proof: async () => asked++ });
    element.addEventListener('c360-message-open', (event) => event.preventDefault());
    type(element).click();
    await nextFrame();
    await nextFrame();
    expect(dialog(element)?.open ?? false).to.equal(false);
    expect(asked).to.equal(0);
  });

  it('shows the page of its proof only when the host wants it: in a frame without scripts, origin and foreign pictures (T34, TH9)', async () => {
    const element = await show({ proof: async () => proof }, { proof: 'html' });
    const window = await openMessage(element);
    await until(() => window.querySelector('iframe') !== null);
    const frame = window.querySelector('iframe')!;
    expect(frame.getAttribute('sandbox')).to.equal('');
    expect(frame.referrerPolicy).to.equal('no-referrer');
    expect(frame.srcdoc).to.contain("default-src 'none'").and.to.contain('<h1>Hello</h1>');
    expect(frame.title).to.equal('Message: Your weekly offers');
    expect('ran' in globalThis).to.equal(false);
  });

  it('shows the words of a page where there is no text', async () => {
    const element = await show({ proof: async () => ({ html: '<style>x</style><p>Only a page</p>', channel: 'email' }) });
    const window = await openMessage(element);
    await until(() => textOf(window).includes('Only a page'));
    expect(textOf(window)).not.to.contain('<p>');
  });

  it('follows the address of a proof only where links may lead', async () => {
    const address = (url: string) => ({ proof: async () => ({ url, text: 'Instead', channel: 'email' }) });
    const refused = await openMessage(await show(address('https://evil.example.test/p'), { proof: 'url' }));
    await until(() => textOf(refused).includes('Instead'));
    expect(refused.querySelector('iframe')).to.equal(null);
  });

  it('says when there is no proof, and tries again when it could not be read', async () => {
    const without = await openMessage(await show());
    expect(textOf(without)).to.contain('keeps no copy');
    let fails = true;
    const element = await show({
      proof: async () => {
        if (fails) throw { status: 503 };
        return proof;
      },
    });
    const window = await openMessage(element);
    await until(() => textOf(window).includes('The server has a problem'));
    fails = false;
    part(element, 'retry').click();
    await until(() => textOf(window).includes('not bold'));
  });

  for (const [status, kind] of [
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [503, 'server'],
  ] as const)
    it(`tells the host and a screen reader when its proof is answered with ${status}, and leaves the list as it is (H3, H5)`, async () => {
      const element = await show({ proof: async () => Promise.reject({ status }) });
      let expiries = 0;
      element.addEventListener('c360-auth-error', () => expiries++);
      // Each time somebody asks is a time of its own.
      for (const times of [1, 2]) {
        const told = oneEvent(element, 'c360-error');
        const window = await openMessage(element);
        expect((await told).detail).to.include({ section: 'timeline', customerId: 'ada', kind, status });
        await settled(element);
        const said = textOf(window.querySelector('.proof [role=status]')!);
        expect(textOf(part(element, 'error'))).to.contain(said);
        expect(said).not.to.equal('');
        expect(expiries).to.equal(status === 401 ? times : 0);
        expect(element.matches(':state(ready)')).to.equal(true);
        window.close();
        await until(() => !textOf(window));
      }
    });

  it('takes all data of the customer with it when its proof says that it was erased (H8, PR12)', async () => {
    const element = await show({ proof: async () => Promise.reject({ status: 410 }) });
    const told: string[] = [];
    element.addEventListener('c360-error', ({ detail }) => told.push(detail.kind));
    type(element).click();
    await until(() => element.matches(':state(error)'));
    await settled(element);
    expect(told).to.deep.equal(['gone']);
    expect(dialog(element)?.open ?? false).to.equal(false);
    expect(textOf(element)).to.contain('Data was erased').and.not.to.contain('Your weekly offers');
  });

  it('leaves the focus at the heading when it goes with the customer, and the row that opened it, too (A8)', async () => {
    const element = await show({ proof: async () => proof });
    type(element).focus();
    await openMessage(element);
    element.customerId = 'grace';
    await until(() => dialog(element)?.open !== true);
    await settled(element);
    await until(() => root(element).activeElement !== null);
    expect(root(element).activeElement!.id).to.equal('heading');
  });

  it('does not appear under another customer, and its answer is dropped', async () => {
    const late = deferred<object>();
    const element = await show({ proof: () => late.promise });
    const window = await openMessage(element);
    element.customerId = 'grace';
    await until(() => !window.open);
    late.resolve(proof);
    await settled(element);
    expect(textOf(element)).not.to.contain('not bold');
    expect(root(element).textContent).not.to.contain('not bold');
  });

  it('is covered where anything is masked, asked for only when uncovered, and the host hears of it (PR6, PR7)', async () => {
    let asked = 0;
    const element = await show(
      {
        proof: async () => {
          asked++;
          return proof;
        },
      },
      { maskAll: true },
    );
    expect(textOf(element)).not.to.contain('weekly offers');
    const window = await openMessage(element);
    await nextFrame();
    expect(asked).to.equal(0);
    expect(window.textContent).not.to.contain('weekly offers').and.not.to.contain('not bold');
    const revealed = oneEvent(element, 'c360-reveal');
    [...window.querySelectorAll<HTMLElement>('.proof [part=reveal]')][0]!.click();
    await revealed;
    await until(() => textOf(window).includes('not bold'));
    expect(asked).to.equal(1);
  });
});

describe('an opened activity', () => {
  async function open(event: ReturnType<typeof eventAt>, properties: Partial<C360Timeline> = {}) {
    const element = await show({}, properties, [event]);
    part(element, 'event').querySelector<HTMLElement>('.name')!.click();
    await until(() => textOf(element).includes('Activity id'));
    return element;
  }

  it('tells the turns of a journey, its A/B target also when it is no, and its activities (S33 to S36, T27)', async () => {
    const element = await open(
      eventAt('j', '2026-11-20T09:00:00Z', {
        category: 'journey',
        type: 'journey-start',
        journey: {
          id: 'j1',
          startedAt: '2026-11-20T09:00:00Z',
          convertedAt: '2026-11-21T10:00:00Z',
          stoppedAt: '2026-11-21T11:00:00Z',
          expectedStopAt: '2026-12-01T00:00:00Z',
          abTarget: false,
          activities: [{ type: '50', at: '2026-11-20T09:05:00Z', name: 'Send Mail' }],
        },
      }),
    );
    const text = textOf(element);
    for (const words of [
      'Started Nov 20, 2026, 9:00 AM',
      'Converted Nov 21, 2026, 10:00 AM',
      'Stopped Nov 21, 2026, 11:00 AM',
      'Expected to stop Dec 1',
      'A/B test No',
      'Send Mail Nov 20',
    ]) {
      expect(text).to.contain(words);
    }
  });

  it('tells each status of a bonus with its error, and a source product that is 0 (S38 to S42, T27)', async () => {
    const element = await open(
      eventAt('b', '2026-11-20T09:00:00Z', {
        category: 'bonus',
        type: 'bonus',
        bonus: {
          bonusId: '9007199254740993',
          name: 'Welcome',
          sourceProduct: '0',
          entityId: '77',
          history: [
            { status: 'New', at: '2026-11-19T09:00:00Z' },
            { status: 'Redeem failed', at: '2026-11-20T09:00:00Z', errorCode: 'E7', error: 'Limit reached' },
          ],
        },
      }),
    );
    const text = textOf(element);
    expect(text)
      .to.contain('New Nov 19')
      .and.to.contain('Redeem failed Nov 20, 2026, 9:00 AM E7: Limit reached')
      .and.to.contain('0 · 77')
      .and.to.contain('9007199254740993');
  });

  it('open and close wherever their line is pressed, which takes the focus, but not by what can be pressed or read in them', async () => {
    const product = { id: 'p9', name: 'Oat drink', url: 'https://shop.example.test/p9' };
    const element = await show({}, { allowedLinkOrigins: ['https://shop.example.test'] }, [eventAt('v', '2026-11-20T09:00:00Z', { product })]);
    element.addEventListener('c360-product-open', (event) => event.preventDefault());
    const row = part(element, 'event');
    const name = row.querySelector<HTMLElement>('.name')!;
    /** Presses what lies in the middle of something. */
    const press = async (place: Element) => {
      place.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = place.getBoundingClientRect();
      root(element)
        .elementFromPoint(left + width / 2, top + height / 2)!
        .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      await element.updateComplete;
    };
    const isOpen = () => name.ariaExpanded === 'true';
    await press(row.querySelector('a.product')!);
    expect(isOpen()).to.equal(false);
    await press(row.querySelector('.time')!);
    expect(isOpen()).to.equal(true);
    expect(root(element).activeElement).to.equal(name);
    await until(() => textOf(element).includes('Activity id'));
    await press(row.querySelector('.facts')!);
    expect(isOpen()).to.equal(true);
    await press(name);
    expect(isOpen()).to.equal(false);
    await press(row.querySelector('.mark')!);
    expect(isOpen()).to.equal(true);
  });

  it('stay open when some of their line is selected to be copied', async () => {
    const element = await show({}, {}, [eventAt('c', '2026-11-20T09:00:00Z', { category: 'custom', type: 'call', properties: { topic: 'Coupon' } })]);
    const context = part(element, 'event').querySelector('.context bdi')!;
    getSelection()!.selectAllChildren(context);
    context.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await element.updateComplete;
    expect(part(element, 'event').querySelector('.name')!.ariaExpanded).to.equal('false');
    getSelection()!.removeAllRanges();
    context.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await element.updateComplete;
    expect(part(element, 'event').querySelector('.name')!.ariaExpanded).to.equal('true');
  });

  it('tells what was in an order, with every digit, and what a custom event says', async () => {
    const order = {
      id: 'o1',
      total: { amount: '31.820', currency: 'KWD' },
      items: [{ product: { id: '1', name: 'Oat drink' }, quantity: 2, amount: { amount: '1.99', currency: 'USD' } }, { product: { id: '2', name: 'Bread' } }],
    };
    const element = await open(eventAt('p', '2026-11-20T09:00:00Z', { category: 'purchase', type: 'purchase', order }));
    expect(textOf(element)).to.contain('Oat drink').and.to.contain('+1').and.to.contain('31.820').and.to.contain('$1.99');
    const custom = await open(
      eventAt('c', '2026-11-20T09:00:00Z', { category: 'custom', type: 'support-call', properties: { topic: 'Coupon', solved: false } }),
    );
    expect(textOf(custom)).to.contain('topic Coupon').and.to.contain('solved false');
  });

  it('hides a masked property until it is revealed', async () => {
    const element = await open(eventAt('c', '2026-11-20T09:00:00Z', { category: 'custom', type: 'call', properties: { email: 'ada@example.test' } }), {
      masked: 'email',
    });
    expect(root(element).textContent).not.to.contain('ada@example.test');
    part(element, 'reveal').click();
    await until(() => textOf(element).includes('ada@example.test'));
  });

  it('shows a day that is known without its time as a day (T25)', async () => {
    const element = await show({}, {}, [eventAt('d', '2026-11-20T00:00:00-08:00')]);
    expect(textOf(element)).to.contain('8:00 AM');
  });

  it('leads to its campaign, unless the host does', async () => {
    const element = await open(eventAt('j', '2026-11-20T09:00:00Z', { campaign: { campaignId: 'c7', name: 'Weekly' }, source: 'optimove' }));
    const heard = oneEvent(element, 'c360-campaign-open');
    [...root(element).querySelectorAll<HTMLElement>('.facts .link')].find((link) => link.textContent!.includes('Weekly'))!.click();
    expect((await heard).detail).to.deep.equal({ source: 'optimove', campaignId: 'c7' });
  });

  it('tells name and price of a product on focus, and opens the catalog unless the host does (B26, B27)', async () => {
    const product = { id: 'p9', name: 'Oat drink', price: { amount: '2.49', currency: 'EUR' }, url: 'https://shop.example.test/p9' };
    const element = await show({}, { allowedLinkOrigins: ['https://shop.example.test'] }, [eventAt('v', '2026-11-20T09:00:00Z', { product })]);
    const link = part(element, 'event').querySelector<HTMLAnchorElement>('a.product')!;
    expect(link.rel).to.equal('noopener noreferrer');
    link.dispatchEvent(new PointerEvent('pointerenter'));
    expect(textOf(root(element).querySelector('[role=tooltip]')!))
      .to.contain('Oat drink')
      .and.to.contain('€2.49');
    const heard = oneEvent(element, 'c360-product-open');
    element.addEventListener('c360-product-open', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    link.dispatchEvent(click);
    expect((await heard).detail).to.deep.equal({ productId: 'p9', url: 'https://shop.example.test/p9' });
    expect(click.defaultPrevented).to.equal(true);
  });
});

describe('the file of the timeline', () => {
  it('says what it is, holds what is shown with exact moments, masks what is masked, and starts no formula', async () => {
    const element = await show({}, { masked: 'email' }, [
      mail,
      eventAt('c', '2026-11-19T09:00:00Z', { category: 'custom', type: 'call', name: '=1+1', properties: { email: 'ada@example.test', topic: 'x' } }),
    ]);
    element.addEventListener('c360-export', (event) => event.preventDefault());
    const text = await (await element.exportCsv()).text();
    const lines = text.split('\r\n');
    expect(lines[0]).to.equal('customer,ada');
    expect(text).to.contain('timeFrame,P6M').and.to.contain('timeZone,UTC');
    expect(text).to.contain('m1,2026-11-20T09:00:00.000Z,,email,email,email').and.to.contain("'=1+1").and.to.contain('email: ••••••; topic: x');
    expect(text).to.contain('Sent 2026-11-20T09:00:00.000Z; Delivered').and.not.to.contain('ada@example.test');
    element.masked = 'id';
    expect((await (await element.exportCsv()).text()).split('\r\n')[0]).to.equal('customer,••••••');
  });

  it('says that it is a part where it is filtered or not loaded to its end', async () => {
    const many = Array.from({ length: 250 }, (_, index) => eventAt(`e${index}`, new Date(Date.parse('2026-11-20T09:00:00Z') - index * 60_000).toISOString()));
    const element = await show({}, { filters: { lane: 'site' } }, many);
    element.addEventListener('c360-export', (event) => event.preventDefault());
    const text = await (await element.exportCsv()).text();
    expect(text).to.contain('filter lane,site').and.to.contain('loaded,200');
  });

  it('cannot be made while nothing is loaded', async () => {
    const element = await mount('c360-timeline', { ...settings, customerSource: { events: () => new Promise(() => {}) } });
    let refused = false;
    await element.exportCsv().catch(() => (refused = true));
    expect(refused).to.equal(true);
  });

  it('has no proof where the backend is not licensed to keep any (B28)', async () => {
    const element = await show({ proof: async () => Promise.reject(new NotEnabled()) });
    const opened = await openMessage(element);
    await until(() => textOf(opened).includes('keeps no copy'));
    expect(textOf(opened)).not.to.contain("can't be shown");
  });

  for (const status of [401, 403, 410])
    it(`goes from the screen with the data when a refresh is answered with ${status} (H3, H5, H8)`, async () => {
      let answers = true;
      const refused = async () => (answers ? { items: [mail] } : Promise.reject({ status }));
      const element = await show({ proof: async () => proof, events: refused });
      const opened = await openMessage(element);
      await until(() => textOf(opened).includes('not bold'));
      answers = false;
      element.refresh();
      await oneEvent(element, 'c360-error');
      await settled(element);
      expect(dialog(element)?.open ?? false).to.equal(false);
      expect(element.shadowRoot!.textContent).not.to.contain('not bold').and.not.to.contain('Your weekly offers');
    });
});
