import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define.js';
import type { C360Timeline } from '../../../src/elements/timeline/timeline.js';
import { axe } from '../../helpers/axe.js';
import { deferred } from '../../helpers/deferred.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { answerActivity, answerEvents, backend, daily, daysAgo, type EventsAsked, eventAt, settings } from './backend.js';

async function show(customerSource: C360Timeline['customerSource'], properties: Partial<C360Timeline> = {}, width = 900, dir?: 'rtl') {
  const element = await mount('c360-timeline', { ...settings, customerSource, ...properties }, { width, ...(dir && { dir }) });
  await settled(element);
  await element.updateComplete;
  return element;
}

const root = (element: C360Timeline) => element.shadowRoot!;
const query = <Kind extends Element = HTMLElement>(element: C360Timeline, selector: string): Kind => {
  const found = root(element).querySelector<Kind>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
};
const names = (element: C360Timeline) => allParts(element, 'event').map((row) => textOf(row.querySelector('.name')!));
const list = (element: C360Timeline) => query(element, '.list');
const press = (target: Element, key: string) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

/** Waits until the element says what the test waits for; the runner's time limit ends a wait in vain. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextFrame();
}

async function scrollTo(element: C360Timeline, top: number): Promise<void> {
  list(element).scrollTop = top;
  await nextFrame();
  await nextFrame();
  await element.updateComplete;
}

describe('<c360-timeline>', () => {
  it('shows what happened as dots by lane and as a list by days, newest first (B13 to B24)', async () => {
    const { customerSource } = backend([
      eventAt('p', '2026-11-22T08:10:00Z', { category: 'purchase', type: 'purchase', name: 'Purchase', product: { id: '1', name: 'Oat drink' } }),
      eventAt('s', '2026-11-20T23:30:00Z', { type: 'search', name: 'Search' }),
    ]);
    const element = await show(customerSource);
    expect(allParts(element, 'dot')).to.have.length(0);
    expect(root(element).querySelectorAll('[part=dot]')).to.have.length(4);
    const text = textOf(element);
    expect(text).to.contain('Sunday, November 22').and.to.contain('Friday, November 20');
    expect(text.indexOf('Sunday')).to.be.below(text.indexOf('Friday'));
    expect(text).to.contain('8:10 AM').and.to.contain('Oat drink').and.to.contain('Times in UTC');
    expect(text).to.contain('Site 1').and.to.contain('Purchases 1').and.to.contain('E-mail 0');
  });

  it('begins the name of a type nobody has named with a capital of its language', async () => {
    const { customerSource } = backend([eventAt('i', '2026-11-22T08:10:00Z', { type: 'iade-edildi', name: '' })]);
    const element = await show(customerSource);
    expect(names(element)).to.deep.equal(['Iade edildi']);
    element.parentElement!.lang = 'tr';
    await until(() => names(element)[0] === 'İade edildi');
  });

  it('asks for both its parts in one tick', async () => {
    const asked: string[] = [];
    const reader = (name: string) => () => {
      asked.push(name);
      return new Promise(() => {});
    };
    await mount('c360-timeline', { ...settings, customerSource: { activity: reader('activity'), events: reader('events') } });
    expect(asked.sort()).to.deep.equal(['activity', 'events']);
  });

  describe('when one part fails', () => {
    const broken = async () => {
      throw { status: 503 };
    };

    it('keeps the overview when the list cannot be loaded, tells once and loads it by hand', async () => {
      let fails = true;
      const all = daily(3);
      const { customerSource } = backend(all, { events: async (asked: EventsAsked) => (fails ? broken() : answerEvents(all, asked)) });
      const errors: string[] = [];
      const element = await mount('c360-timeline', { ...settings, customerSource }, { width: 900 });
      element.addEventListener('c360-error', ({ detail }) => errors.push(detail.kind));
      await settled(element);
      await nextFrame();
      expect(query(element, '.overview')).to.be.instanceOf(HTMLElement);
      expect(textOf(element)).to.contain('The server has a problem');
      expect(element.matches(':state(ready)')).to.equal(true);
      expect(errors).to.deep.equal(['server']);
      fails = false;
      part(element, 'retry').click();
      await until(() => names(element).length > 0);
      expect(textOf(element)).not.to.contain('problem');
    });

    it('keeps the list when the overview cannot be loaded', async () => {
      const element = await show(backend(daily(3), { activity: broken }).customerSource);
      expect(names(element)).to.deep.equal(['Event e0 · Product view', 'Event e1 · Product view', 'Event e2 · Product view']);
      expect(textOf(element)).to.contain('The server has a problem');
    });

    it('shows one error when both fail', async () => {
      const element = await show({ activity: broken, events: broken });
      expect(element.matches(':state(error)')).to.equal(true);
      expect(allParts(element, 'error')).to.have.length(1);
    });
  });

  it('shows the list alone where the source has no day counts, and hides where it has neither', async () => {
    const alone = await show({ events: async (asked: EventsAsked) => answerEvents(daily(2), asked) });
    expect(names(alone)).to.have.length(2);
    expect(root(alone).querySelector('.overview')).to.equal(null);
    const none = await show({ profile: async () => ({}) });
    expect(none.matches(':state(hidden)')).to.equal(true);
  });

  it('says which nothing it is', async () => {
    expect(textOf(await show(backend([]).customerSource))).to.contain('Nothing in this time frame');
    expect(textOf(await show(backend([]).customerSource, { timeFrame: 'all' }))).to.contain('Nothing recorded yet');
  });

  it('tells of its load once, when all it shows is there', async () => {
    const dots = deferred<object>();
    const told: string[] = [];
    const { customerSource } = backend(daily(2), { activity: () => dots.promise });
    const element = await mount('c360-timeline', { ...settings, customerSource });
    element.addEventListener('c360-load', ({ detail }) => told.push(detail.status));
    await settled(element);
    dots.resolve(answerActivity(daily(2)));
    await settled(element);
    await nextFrame();
    expect(told).to.deep.equal(['ready']);
  });

  it('shows and tells nothing of the rows it draws beforehand', async () => {
    const events = deferred<object>();
    const { customerSource } = backend(daily(1), { events: () => events.promise });
    const element = await mount('c360-timeline', { ...settings, customerSource });
    await until(() => root(element).querySelector('.lanes') !== null);
    expect(allParts(element, 'event')).to.have.length(0);
    expect(root(element).querySelectorAll('.list, .tools input[value], dialog')).to.have.length(0);
    expect(element.viewState).to.deep.equal({ filters: {}, open: [] });
    events.resolve(answerEvents(daily(1), { id: 'ada', timeZone: 'UTC' }));
    await until(() => names(element).length > 0);
    expect(names(element)).to.have.length(1);
    expect(query(element, '.list').textContent).not.to.contain('$');
    expect(query(element, '[data-focus]').tabIndex).to.equal(0);
  });

  it('never shows an activity of one customer under another, and forgets what was opened', async () => {
    const grace = deferred<object>();
    const { customerSource } = backend([eventAt('a', '2026-11-22T08:00:00Z', { name: 'Of Ada' })], {
      events: ({ id, ...asked }: EventsAsked) =>
        id === 'ada' ? Promise.resolve(answerEvents([eventAt('a', '2026-11-22T08:00:00Z', { name: 'Of Ada' })], { id, ...asked })) : grace.promise,
      activity: async ({ id }: { id: string }) => (id === 'ada' ? answerActivity([eventAt('a', '2026-11-22T08:00:00Z')]) : { days: [] }),
    });
    const element = await show(customerSource);
    query(element, '.name').click();
    await element.updateComplete;
    expect(element.viewState).to.deep.include({ open: ['a'] });
    element.customerId = 'grace';
    await nextFrame();
    expect(root(element).textContent).not.to.contain('Of Ada');
    grace.resolve({ items: [eventAt('a', '2026-11-22T08:00:00Z', { name: 'Of Grace' })] });
    await until(() => names(element).length > 0);
    expect(textOf(element)).to.contain('Of Grace').and.not.to.contain('Ada');
    expect(query(element, '.name').ariaExpanded).to.equal('false');
  });

  describe('the list', () => {
    it('draws only what is in sight, loads further pages while one scrolls, and ends with a word (PS11)', async () => {
      const { customerSource, asked } = backend(daily(450, 10));
      const element = await show(customerSource);
      expect(asked).to.have.length(1);
      expect(asked[0]).to.deep.include({ from: '2026-05-22', to: '2026-11-22', timeZone: 'UTC', limit: 200 });
      expect(allParts(element, 'event').length).to.be.below(40);
      for (let step = 0; step < 60 && !textOf(element).includes('That is all'); step++) await scrollTo(element, list(element).scrollTop + 2000);
      expect(textOf(element)).to.contain('That is all').and.to.contain('Event e449');
      expect(asked.map(({ cursor }) => cursor)).to.deep.equal([undefined, '200', '400']);
      expect(root(element).querySelectorAll('*').length).to.be.below(500);
    });

    it('stays where it is when a line is pressed that is half in sight', async () => {
      const element = await show(backend(daily(100, 20)).customerSource);
      list(element).scrollIntoView();
      const end = () => list(element).getBoundingClientRect().bottom;
      const row = allParts(element, 'event')[12]!;
      await scrollTo(element, row.getBoundingClientRect().top + 10 - end());
      const before = list(element).scrollTop;
      expect(row.getBoundingClientRect().top).to.be.closeTo(end() - 10, 1);
      row.querySelector<HTMLElement>('.time')!.click();
      expect(list(element).scrollTop).to.equal(before);
    });

    for (const scale of [0.5, 2]) {
      it(`reaches its last row in a page that shows it at ${scale} of its size`, async () => {
        const { customerSource } = backend(daily(400, 40));
        const element = await mount('c360-timeline', { ...settings, customerSource }, { width: 900 });
        element.style.setProperty('transform', `scale(${scale})`);
        await settled(element);
        for (const time of [1, 2, 3, 4, 5, 6]) await scrollTo(element, time * 1_000_000);
        const [last, around] = [allParts(element, 'event').at(-1)!, list(element)].map((each) => each.getBoundingClientRect());
        expect(names(element).at(-1)).to.contain('Event e399');
        expect(last!.bottom).to.be.at.most(around!.bottom + 1);
      });
    }

    it('draws what comes into sight at once, and what lies beyond its edges once that is painted', async () => {
      const element = await show(backend(daily(150, 10)).customerSource);
      const beyond = () => allParts(element, 'event').at(-1)!.getBoundingClientRect().bottom - list(element).getBoundingClientRect().bottom;
      await until(() => beyond() > 100);
      list(element).scrollTop = 2000;
      await oneEvent(list(element), 'scroll');
      await element.updateComplete;
      expect(beyond()).to.be.within(0, 100);
      await until(() => beyond() > 100);
    });

    it('draws the beginning of a long list at once and all of it once that is painted; who goes to its end or saves it waits for nothing', async () => {
      const all = daily(3000, 10);
      const { customerSource } = backend(all, { events: async () => ({ items: all }) });
      const begin = async () => {
        const element = await mount('c360-timeline', { ...settings, customerSource }, { width: 900 });
        await oneEvent(element, 'c360-load');
        await element.updateComplete;
        return element;
      };
      const days = (element: C360Timeline) => query(element, '[role=article]').ariaSetSize;
      const element = await begin();
      expect([names(element)[0], days(element)]).to.deep.equal(['Event e0 · Product viewed', '-1']);
      element.addEventListener('c360-export', (event) => event.preventDefault());
      const file = await element.exportCsv();
      expect(await file.text()).to.contain('Event e2999');
      await until(() => days(element) === '300');
      list(element).scrollTop = list(element).scrollHeight;
      await until(() => names(element).at(-1)?.startsWith('Event e2999') === true);

      const another = await begin();
      const input = query<HTMLInputElement>(another, 'input[type=date]');
      input.value = daysAgo(280);
      input.dispatchEvent(new Event('change'));
      await until(() => names(another).some((name) => name.startsWith('Event e2800')));
    });

    it('tells screen readers where in its day an activity stands, and which day it is (A5)', async () => {
      const element = await show(backend(daily(30, 10)).customerSource);
      const [second] = allParts(element, 'event').slice(1);
      expect([second!.ariaPosInSet, second!.ariaSetSize]).to.deep.equal(['2', '10']);
      const [first] = [...root(element).querySelectorAll('[role=article]')];
      expect([first!.ariaPosInSet, first!.ariaSetSize]).to.deep.equal(['1', '3']);
      expect(root(element).getElementById(first!.getAttribute('aria-labelledby')!)!.textContent).to.contain('Sunday, November 22');
    });

    it('says that the number of days is not known while more may come', async () => {
      const element = await show(backend(daily(450, 10)).customerSource);
      expect(query(element, '[role=article]').ariaSetSize).to.equal('-1');
    });

    it('keeps a page when the next one fails, and goes on by hand (H16)', async () => {
      let fails = true;
      const all = daily(250);
      const { customerSource } = backend(all, {
        events: async (asked: EventsAsked) => {
          if (asked.cursor && fails) throw { status: 502 };
          return answerEvents(all, asked);
        },
      });
      const element = await show(customerSource, { timeFrame: 'all' });
      const heard = oneEvent(element, 'c360-error');
      await scrollTo(element, 1e6);
      expect((await heard).detail).to.deep.include({ section: 'timeline', kind: 'server' });
      await scrollTo(element, 1e6);
      expect(element.matches(':state(ready)')).to.equal(true);
      expect(textOf(element)).to.contain('Event e199').and.to.contain('The server has a problem');
      const before = list(element).scrollTop;
      fails = false;
      part(element, 'retry').click();
      await until(() => textOf(element).includes('Event e200'));
      expect(list(element).scrollTop).to.be.closeTo(before, 200);
    });

    it('goes on after an empty page with a cursor', async () => {
      const pages = [{ items: [], nextCursor: 'a' }, { items: [], nextCursor: 'b' }, { items: daily(2) }];
      let count = 0;
      const element = await show(backend(daily(2), { events: async () => pages[count++] }).customerSource);
      await until(() => names(element).length === 2);
      expect(count).to.equal(3);
    });

    it('asks a person to go on when page after page brings nothing new', async () => {
      let count = 0;
      const { customerSource } = backend(daily(2), { events: async () => ({ items: count++ === 0 ? daily(2) : [], nextCursor: `c${count}` }) });
      const element = await show(customerSource);
      await until(() => textOf(element).includes('Load more'));
      const asked = count;
      await nextFrame();
      expect(count).to.equal(asked);
      expect(asked).to.be.below(10);
    });

    it('ends where a cursor repeats', async () => {
      let count = 0;
      const { customerSource } = backend(daily(2), {
        events: async () => {
          count++;
          return { items: daily(2), nextCursor: 'again' };
        },
      });
      const element = await show(customerSource);
      await until(() => textOf(element).includes('That is all'));
      expect(count).to.equal(2);
      expect(names(element)).to.have.length(2);
    });

    it('shows an activity that comes twice, in one page or two, once', async () => {
      const all = daily(3);
      const pages = [{ items: [all[0], all[0], all[1]], nextCursor: 'n' }, { items: [all[1], all[2]] }];
      let count = 0;
      const element = await show(backend(all, { events: async () => pages[count++] }).customerSource);
      await until(() => names(element).length === 3);
      expect(names(element).map((name) => name.slice(0, 8))).to.deep.equal(['Event e0', 'Event e1', 'Event e2']);
    });

    it('puts what is to come above today and what has no date below everything', async () => {
      const { customerSource } = backend([
        eventAt('none', null),
        eventAt('bad', '0000-00-00'),
        eventAt('now', '2026-11-22T10:00:00Z'),
        eventAt('soon', '2026-11-25T10:00:00Z'),
      ]);
      const element = await show({
        ...customerSource,
        events: async () => ({ items: [eventAt('none', null), eventAt('now', '2026-11-22T10:00:00Z'), eventAt('soon', '2026-11-25T10:00:00Z')] }),
      });
      const text = textOf(element);
      expect(text.indexOf('Upcoming')).to.be.below(text.indexOf('Sunday, November 22'));
      expect(text.indexOf('Date unknown')).to.be.above(text.indexOf('Event now'));
    });

    it('names an activity without a name by its type, and an unknown type and category by their own words (PS14)', async () => {
      const element = await show(
        backend([
          eventAt('a', '2026-11-22T09:00:00Z', { name: undefined }),
          eventAt('b', '2026-11-22T08:00:00Z', { name: undefined, type: 'store_visit', category: 'tele-presence' }),
        ]).customerSource,
      );
      expect(names(element)).to.deep.equal(['Product viewed', 'Store visit']);
      query(element, '[data-index="2"] .name').click();
      await until(() => textOf(element).includes('Other (tele-presence)'));
    });

    it('shows times without an offset in the zone they are read in, and days of 25 hours whole (V13)', async () => {
      const all = Array.from({ length: 25 }, (_, hour) => eventAt(`h${hour}`, new Date(Date.parse('2026-10-25T22:30:00Z') - hour * 3_600_000).toISOString()));
      const element = await show(backend(all).customerSource, { timeZone: 'Europe/Berlin' });
      expect(textOf(element)).to.contain('Sunday, October 25').and.to.contain('25 activities').and.to.contain('Times in Europe/Berlin');
    });

    it('shows hostile text as text and hostile addresses as no link (X1, X2)', async () => {
      const element = await show(
        backend([
          eventAt('x', '2026-11-22T09:00:00Z', {
            name: '<img src=x onerror=alert(1)>',
            product: { id: '1', name: '<b>bold</b>', url: 'javascript:alert(1)', imageUrl: 'https://tracker.example.test/p.gif' },
          }),
        ]).customerSource,
      );
      expect(textOf(element)).to.contain('<img src=x onerror=alert(1)>').and.to.contain('<b>bold</b>');
      expect(root(element).querySelector('.event img, .event a')).to.equal(null);
    });
  });

  describe('going to a day', () => {
    it('stays in what is loaded when the day is there, and the focus goes to it', async () => {
      const { customerSource, asked } = backend(daily(100));
      const element = await show(customerSource);
      const input = query<HTMLInputElement>(element, 'input[type=date]');
      input.value = daysAgo(60);
      input.dispatchEvent(new Event('change'));
      await until(() => root(element).activeElement?.className === 'day-heading');
      expect(root(element).activeElement!.textContent).to.contain('September 23');
      const box = root(element).activeElement!.getBoundingClientRect();
      expect(box.top).to.be.closeTo(list(element).getBoundingClientRect().top, 3);
      expect(query(element, '.shown')).to.equal(root(element).activeElement!.parentElement);
      expect(asked).to.have.length(1);
    });

    it('asks downwards from the day and upwards from the next when it is not loaded, without a gap and without a jump', async () => {
      const { customerSource, asked } = backend(daily(900, 5));
      const element = await show(customerSource);
      const input = query<HTMLInputElement>(element, 'input[type=date]');
      input.value = daysAgo(100);
      input.dispatchEvent(new Event('change'));
      await until(() => Boolean(root(element).activeElement?.textContent?.includes('August 14')));
      await until(() => asked.some(({ order }) => order === 'asc'));
      await until(() => textOf(element).includes('Newest'));
      expect(asked.find(({ to }) => to === daysAgo(100))).to.deep.include({ from: '2026-05-22' });
      expect(asked.find(({ order }) => order === 'asc')).to.deep.include({ from: daysAgo(99), to: '2026-11-22' });
      await nextFrame();
      const heading = root(element).activeElement!;
      expect(heading.textContent).to.contain('August 14');
      expect(heading.getBoundingClientRect().top).to.be.closeTo(list(element).getBoundingClientRect().top, 3);
      await scrollTo(element, list(element).scrollTop - 60);
      expect(textOf(element)).to.contain('August 15').and.to.contain('Event e495');
    });

    it('comes back to the newest', async () => {
      const element = await show(backend(daily(900, 5)).customerSource);
      element.viewState = { day: daysAgo(120) };
      await until(() => textOf(element).includes('July 25'));
      [...root(element).querySelectorAll<HTMLElement>('.above button')].find((button) => button.textContent!.includes('Newest'))!.click();
      await until(() => textOf(element).includes('Event e0 '));
    });

    it('goes to the next older day where nothing happened on the day itself', async () => {
      const element = await show(backend([...daily(1), eventAt('old', '2026-11-10T10:00:00Z')]).customerSource);
      const input = query<HTMLInputElement>(element, 'input[type=date]');
      input.value = '2026-11-15';
      input.dispatchEvent(new Event('change'));
      await until(() => root(element).activeElement?.textContent?.includes('November 10') === true);
    });
  });

  describe('filters', () => {
    const mixed = [
      eventAt('a', '2026-11-22T10:00:00Z', { name: 'Oat drink viewed' }),
      eventAt('b', '2026-11-21T10:00:00Z', { category: 'purchase', type: 'purchase', name: 'Purchase' }),
      eventAt('c', '2026-11-20T10:00:00Z', { type: 'search', name: 'Search for bread' }),
    ];

    it('asks the backend for one lane, and for all again', async () => {
      const { customerSource, asked } = backend(mixed);
      const element = await show(customerSource);
      const [, , purchases] = [...root(element).querySelectorAll<HTMLElement>('.lane')];
      purchases!.click();
      await until(() => names(element).length === 1);
      expect(asked.at(-1)).to.deep.include({ lane: 'purchase' });
      expect(element.filters).to.deep.equal({ lane: 'purchase' });
      expect(purchases!.ariaPressed).to.equal('true');
      purchases!.click();
      await until(() => names(element).length === 3);
    });

    it('asks for a type and for words, and keeps what is typed while the answer is under way', async () => {
      const { customerSource, asked } = backend(mixed);
      const element = await show(customerSource);
      const select = query<HTMLSelectElement>(element, 'select');
      expect([...select.options].map(({ text }) => text)).to.deep.equal(['All types', 'Product viewed', 'Search', 'Purchase']);
      select.value = 'search';
      select.dispatchEvent(new Event('change'));
      await until(() => names(element).length === 1);
      expect(asked.at(-1)).to.deep.include({ type: 'search' });
      const input = query<HTMLInputElement>(element, 'input[type=search]');
      input.focus();
      input.value = 'bread';
      press(input, 'Enter');
      await until(() => asked.at(-1)!.text === 'bread');
      expect(root(element).activeElement).to.equal(input);
      expect(element.filters).to.deep.equal({ type: 'search', text: 'bread' });
    });

    it('says that nothing matches, and shows all again', async () => {
      const element = await show(backend(mixed).customerSource, { filters: { text: 'zeppelin' } });
      expect(textOf(element)).to.contain('No activity matches');
      [...root(element).querySelectorAll<HTMLElement>('.state button')].at(-1)!.click();
      await until(() => names(element).length === 3);
      expect(element.filters).to.deep.equal({});
    });

    it('can be set before the first load, and nonsense is ignored', async () => {
      const { customerSource, asked } = backend(mixed);
      const element = await show(customerSource, { filters: JSON.parse('{"lane":"nowhere","type":7,"text":"  bread ","__proto__":{"lane":"site"}}') });
      expect(element.filters).to.deep.equal({ text: 'bread' });
      expect(asked).to.have.length(1);
      expect(names(element)).to.have.length(1);
    });

    it('leave the answers of the other sections alone: a filtered list is not on the board', async () => {
      const { customerSource } = backend(mixed);
      const provider = await mount('c360-provider', { ...settings, customerSource });
      const element = document.createElement('c360-timeline');
      provider.append(element);
      await settled(provider);
      element.filters = { lane: 'purchase' };
      await until(() => names(element).length === 1);
      element.filters = {};
      await until(() => names(element).length === 3);
    });

    it('keep a page’s shortcuts from what is typed (HP11)', async () => {
      const element = await show(backend(mixed).customerSource);
      const heard: string[] = [];
      const listen = (event: KeyboardEvent) => heard.push(event.key);
      document.addEventListener('keydown', listen);
      for (const key of ['d', 'Escape']) press(query(element, 'input[type=search]'), key);
      document.removeEventListener('keydown', listen);
      expect(heard).to.deep.equal(['Escape']);
    });
  });

  it('holds back what is new on a refresh and renews what is there, so that nothing jumps', async () => {
    let all = [...daily(40)];
    const element = await show({ events: async (asked: EventsAsked) => answerEvents(all, asked), activity: async () => answerActivity(all) });
    await scrollTo(element, 400);
    const top = () => allParts(element, 'event').find((row) => row.getBoundingClientRect().top > list(element).getBoundingClientRect().top + 40)!;
    const [before, at] = [textOf(top()), top().getBoundingClientRect().top];
    all = [eventAt('new1', '2026-11-22T11:59:00Z'), eventAt('new2', '2026-11-22T11:58:00Z'), { ...all[0]!, name: 'Renamed' }, ...all.slice(1)];
    element.refresh();
    await until(() => textOf(element).includes('2 new'));
    expect(textOf(top())).to.equal(before);
    expect(top().getBoundingClientRect().top).to.be.closeTo(at, 40);
    query(element, '.above button').click();
    await until(() => textOf(element).includes('Event new1'));
    expect(textOf(element)).to.contain('Renamed').and.not.to.contain('2 new');
    expect(list(element).scrollTop).to.equal(0);
  });

  it('keeps the list and marks it when a refresh fails', async () => {
    let fails = false;
    const element = await show(
      backend(daily(3), {
        events: async (asked: EventsAsked) => {
          if (fails) throw { status: 500 };
          return answerEvents(daily(3), asked);
        },
      }).customerSource,
    );
    fails = true;
    element.refresh();
    await oneEvent(element, 'c360-error');
    expect(names(element)).to.have.length(3);
    expect(textOf(element)).to.contain('Not updated since 12:00');
  });

  it('marks the dots when only they could not be refreshed', async () => {
    let fails = false;
    const activity = async () => (fails ? Promise.reject({ status: 500 }) : answerActivity(daily(3)));
    const element = await show(backend(daily(3), { activity }).customerSource);
    fails = true;
    element.refresh();
    await oneEvent(element, 'c360-error');
    expect(names(element)).to.have.length(3);
    expect(textOf(part(element, 'note'))).to.contain('Not updated since 12:00');
  });

  it('saves what a person has set and takes it back', async () => {
    const { customerSource } = backend(daily(60));
    const first = await show(customerSource, { filters: { lane: 'site' } });
    query(first, '.name').click();
    const input = query<HTMLInputElement>(first, 'input[type=date]');
    input.value = daysAgo(3);
    input.dispatchEvent(new Event('change'));
    await first.updateComplete;
    const saved = JSON.parse(JSON.stringify(first.viewState));
    expect(saved).to.deep.equal({ filters: { lane: 'site' }, day: daysAgo(3), open: ['e0'] });
    const second = await mount('c360-timeline', { ...settings, customerSource, viewState: saved }, { width: 900 });
    await settled(second);
    await until(() => list(second).scrollTop > 0);
    // A state that is restored steals no focus (I8).
    expect(root(second).activeElement).to.equal(null);
    expect(second.viewState).to.deep.equal(saved);
    expect(query(second, '[data-index="1"] .name').ariaExpanded).to.equal('true');
  });

  describe('the linked day', () => {
    it('is told when an activity is hovered or focused, once, and taken back', async () => {
      const element = await show(backend(daily(3)).customerSource);
      const told: unknown[] = [];
      element.addEventListener('c360-day-focus', ({ detail }) => told.push(detail));
      const [first, second] = allParts(element, 'event');
      first!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      first!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      second!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      list(element).dispatchEvent(new PointerEvent('pointerleave'));
      expect(told).to.deep.equal([
        { date: daysAgo(0), origin: 'timeline' },
        { date: daysAgo(1), origin: 'timeline' },
        { date: null, origin: 'timeline' },
      ]);
    });

    it('is marked in both parts when another section names it, without moving anything', async () => {
      const element = await show(backend(daily(3)).customerSource);
      element.focusedDay = daysAgo(1);
      await element.updateComplete;
      expect(query(element, '.day.linked').dataset['day']).to.equal(daysAgo(1));
      expect(query(element, 'svg .linked')).to.be.instanceOf(SVGLineElement);
      expect(list(element).scrollTop).to.equal(0);
    });
  });

  describe('with the keyboard alone', () => {
    it('enters the list once and walks it by rows and days, to the last row and back (A21)', async () => {
      const element = await show(backend(daily(120, 4)).customerSource);
      const stops = [...root(element).querySelectorAll<HTMLElement>('.event button')].filter(({ tabIndex }) => tabIndex === 0);
      expect(stops).to.have.length(1);
      stops[0]!.focus();
      const focused = () =>
        textOf(root(element).activeElement as Element)
          .slice(0, 10)
          .trim();
      const go = async (key: string) => {
        press(root(element).activeElement!, key);
        await element.updateComplete;
        await nextFrame();
      };
      await go('ArrowDown');
      expect(focused()).to.equal('Event e1 ·'.trim());
      await go('PageDown');
      expect(focused()).to.contain('Event e4');
      await go('PageUp');
      expect(focused()).to.contain('Event e0');
      await go('End');
      expect(focused()).to.contain('Event e119'.slice(0, 10));
      const box = root(element).activeElement!.getBoundingClientRect();
      const frame = list(element).getBoundingClientRect();
      expect(box.bottom).to.be.at.most(frame.bottom + 1);
      await go('Home');
      expect(focused()).to.contain('Event e0');
      // Never hidden under the heading that sticks (A21).
      expect(root(element).activeElement!.getBoundingClientRect().top).to.be.at.least(query(element, '.day-heading').getBoundingClientRect().bottom - 2);
    });

    it('walks in front of the veil that lets what is cut at the lower edge fade, and ends without it', async () => {
      const element = await show(backend(daily(120, 4)).customerSource);
      const frame = list(element);
      const veil = getComputedStyle(frame, '::after');
      expect(veil.position).to.equal('sticky');
      expect(veil.pointerEvents).to.equal('none');
      const veiled = () => frame.getBoundingClientRect().bottom - Number.parseFloat(veil.blockSize);
      query(element, '.name').focus();
      for (let step = 0; step < 30; step++) {
        press(root(element).activeElement!, 'ArrowDown');
        await element.updateComplete;
        await nextFrame();
        expect(root(element).activeElement!.getBoundingClientRect().bottom).to.be.at.most(veiled() + 1);
      }
      expect(frame.scrollTop).to.be.above(100);
      press(root(element).activeElement!, 'End');
      await element.updateComplete;
      await scrollTo(element, frame.scrollHeight);
      expect(frame.scrollHeight).to.equal(query(element, '.range').offsetHeight);
      const tail = query(element, '.tail');
      expect(tail.getBoundingClientRect().bottom).to.be.at.least(frame.getBoundingClientRect().bottom - 1);
      expect(tail.getBoundingClientRect().top).to.be.at.most(veiled());
      expect(Number(getComputedStyle(tail).zIndex)).to.be.above(Number(veil.zIndex));
    });

    it('keeps the focus where it is while one scrolls away and comes back', async () => {
      const element = await show(backend(daily(200, 4)).customerSource);
      query(element, '.name').focus();
      const focused = root(element).activeElement;
      await scrollTo(element, 3000);
      expect(root(element).activeElement).to.equal(focused);
      await scrollTo(element, 6000);
      expect(root(element).activeElement).to.equal(focused);
      await scrollTo(element, 0);
      expect(root(element).activeElement).to.equal(focused);
      expect(focused!.closest('.away')).to.equal(null);
      await scrollTo(element, 3000);
      press(focused!, 'ArrowDown');
      await element.updateComplete;
      await nextFrame();
      expect(textOf(root(element).activeElement as Element)).to.contain('Event e1');
    });
  });

  for (const [width, dir] of [
    [320, undefined],
    [720, undefined],
    [1280, undefined],
    [720, 'rtl'],
  ] as const) {
    it(`breaks no accessibility rule and does not scroll sideways at ${width} px${dir ? ' from right to left' : ''}`, async () => {
      const element = await show(backend(daily(40, 3)).customerSource, {}, width, dir);
      query(element, '.name').click();
      await until(() => textOf(element).includes('Activity id'));
      await axe(element);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
  }
});
