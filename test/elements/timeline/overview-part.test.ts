import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { C360Timeline } from '../../../src/elements/timeline/timeline.js';
import { nextFrame, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { middleInWindow, scaledPlace, scalings } from '../../helpers/scaled.js';
import { backend, daysAgo, eventAt, settings } from './backend.js';

const at = (days: number, category: string, type: string, minute = 0) =>
  eventAt(`${days}-${type}-${minute}`, `${daysAgo(days)}T10:${String(minute).padStart(2, '0')}:00Z`, { category, type });
const events = [
  at(1, 'site', 'product-view', 1),
  at(1, 'site', 'product-view'),
  at(1, 'site', 'search'),
  at(1, 'purchase', 'purchase'),
  at(40, 'email', 'email'),
  at(41, 'custom', 'call'),
  at(100, 'purchase', 'purchase'),
];
const activity = {
  days: [
    { date: daysAgo(1), lane: 'site', count: 3, types: { 'product-view': 2, search: 1 } },
    { date: daysAgo(1), lane: 'purchase', count: 1, types: { purchase: 1 } },
    { date: daysAgo(40), lane: 'email', count: 1, types: { email: 1 } },
    { date: daysAgo(41), lane: 'other', count: 1, types: { call: 1 } },
    { date: daysAgo(100), lane: 'purchase', count: 1, types: { purchase: 1 } },
  ],
  firstPurchase: { at: `${daysAgo(100)}T10:00:00Z` },
  lastActivity: { at: `${daysAgo(1)}T10:00:00Z`, type: 'purchase' },
  eventTypes: [{ type: 'product-view', label: 'Product viewed', lane: 'site' }],
};

async function show(properties: Partial<C360Timeline> = {}, width = 1000, more: object = {}, dir?: 'rtl', into?: Element) {
  const { customerSource } = backend(events, { activity: async () => ({ ...activity, ...more }) });
  const element = await mount('c360-timeline', { ...settings, customerSource, ...properties }, { width, ...(dir && { dir }), ...(into && { into }) });
  await settled(element);
  await nextFrame();
  await element.updateComplete;
  return element;
}

const root = (element: C360Timeline) => element.shadowRoot!;
const plot = (element: C360Timeline) => root(element).querySelector<HTMLElement>('.plot')!;
const tip = (element: C360Timeline) => textOf(root(element).querySelector('[role=tooltip]')!);

async function press(element: C360Timeline, key: string): Promise<void> {
  plot(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await element.updateComplete;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextFrame();
}

/** A place on the plot above the day so many days ago, `width` being what the axis has. */
function placeOf(element: C360Timeline, days: number): { clientX: number; clientY: number } {
  const { left, width, top } = plot(element).getBoundingClientRect();
  return { clientX: left + (width * (184 - days + 0.5)) / 185, clientY: top + 10 };
}

function point(element: C360Timeline, type: string, days: number, more: PointerEventInit = {}): void {
  plot(element).dispatchEvent(new PointerEvent(type, { ...placeOf(element, days), bubbles: true, composed: true, ...more }));
}

/** How far above or below the box a place is. */
function distance({ top, bottom }: DOMRect, y: number): number {
  return Math.max(top - y, y - bottom);
}

describe('the Activity Overview', () => {
  it('tells date and activity of a dot under the pointer, and of none beside (B20)', async () => {
    const element = await show();
    point(element, 'pointermove', 1);
    await element.updateComplete;
    expect(tip(element)).to.contain('Saturday, November 21').and.to.contain('Site 3 · Product viewed 2, Search 1').and.to.contain('Purchases 1');
    expect(plot(element).ariaValueText).to.contain('Site 3, Purchases 1');
    point(element, 'pointermove', 70);
    await element.updateComplete;
    expect(root(element).querySelector('svg .cursor')).to.equal(null);
  });

  it('goes to the day of a dot in the list, scrolls there, focuses and highlights it (B21)', async () => {
    const element = await show();
    point(element, 'click', 40, { pointerType: 'mouse' });
    await until(() => root(element).activeElement?.className === 'day-heading');
    expect(textOf(root(element).activeElement as Element)).to.contain('October 13');
    expect(root(element).querySelector<HTMLElement>('.day.shown')!.dataset['day']).to.equal(daysAgo(40));
  });

  it('tells a finger first and goes at its second touch', async () => {
    const element = await show();
    point(element, 'click', 40, { pointerType: 'touch' });
    await element.updateComplete;
    expect(tip(element)).to.contain('E-mail 1');
    expect(root(element).activeElement).to.equal(null);
    point(element, 'click', 40, { pointerType: 'touch' });
    await until(() => root(element).activeElement?.className === 'day-heading');
  });

  it('is walked by keys from dot to dot, newest first, and every dot is spoken', async () => {
    const element = await show();
    plot(element).focus();
    await press(element, 'End');
    const spoken = () => plot(element).ariaValueText;
    expect(spoken()).to.contain('November 21');
    await press(element, 'ArrowLeft');
    expect(spoken()).to.contain('October 13').and.to.contain('E-mail 1');
    expect(tip(element)).to.contain('E-mail 1');
    await press(element, 'ArrowDown');
    expect(spoken()).to.contain('Other 1');
    await press(element, 'Home');
    expect(spoken()).to.contain('August 14');
    await press(element, 'PageUp');
    expect(spoken()).to.contain('October 12');
    expect(plot(element).ariaValueNow).to.equal('1');
    await press(element, 'Enter');
    await until(() => root(element).activeElement?.className === 'day-heading');
    expect(textOf(root(element).activeElement as Element)).to.contain('October 12');
  });

  it('runs the other way from right to left, keys included (A15)', async () => {
    const element = await show({}, 1000, {}, 'rtl');
    plot(element).focus();
    await press(element, 'End');
    await press(element, 'ArrowRight');
    expect(plot(element).ariaValueText).to.contain('October 13');
    const { left } = plot(element).getBoundingClientRect();
    plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: left + 8, clientY: plot(element).getBoundingClientRect().top + 10, bubbles: true }));
    await element.updateComplete;
    expect(plot(element).ariaValueText).to.contain('November 21');
  });

  it('names First Purchase and Last Activity at its ends, both reachable by a key (B22, B23, T7)', async () => {
    const element = await show();
    const ends = [...root(element).querySelectorAll<HTMLElement>('.ends > button')];
    expect(ends.map(textOf)).to.deep.equal(['First purchase Aug 14', 'Last activity Nov 21 · Purchase']);
    expect(root(element).querySelectorAll('svg .end')).to.have.length(2);
    ends[0]!.click();
    await until(() => root(element).activeElement?.className === 'day-heading');
    expect(textOf(root(element).activeElement as Element)).to.contain('August 14');
  });

  for (const [lang, dir] of [
    ['en', undefined],
    ['de', undefined],
    ['fr', undefined],
    ['en', 'rtl'],
  ] as const) {
    it(`lets no line run into the name of a month in a narrow panel (${lang}${dir ? ', right to left' : ''})`, async () => {
      // The first purchase stands where the oldest month, with its year, has its name.
      const element = await show({ lang }, 296, { firstPurchase: { at: `${daysAgo(180)}T10:00:00Z` } }, dir);
      const boxes = (selector: string) => [...root(element).querySelectorAll(`.plot ${selector}`)].map((each) => each.getBoundingClientRect());
      const [names, lines] = [boxes('text'), boxes('.end')];
      expect(names.length).to.be.above(3);
      expect(lines).to.have.length(2);
      for (const line of lines) for (const name of names) expect(dir ? name.left - line.right : line.left - name.right).to.be.at.least(1);
    });
  }

  it('says since when there is data, and draws the time before apart (T8)', async () => {
    const element = await show({}, 1000, { meta: { retention: { dataSince: '2026-06-01' } } });
    expect(textOf(element)).to.contain('Data since Jun 1');
    expect(Number(root(element).querySelector('svg .untracked')!.getAttribute('width'))).to.be.above(10);
  });

  it('keeps the names of its ends whole and everything within a narrow panel, however long a type and large a count is (V17)', async () => {
    const type = 'x'.repeat(1_000);
    const days = [{ date: daysAgo(1), lane: 'site', count: 1_000_000_000, types: { [type]: 1_000_000_000 } }];
    const element = await show({}, 320, { days, lastActivity: { at: `${daysAgo(1)}T10:00:00Z`, type } });
    const ends = root(element).querySelector<HTMLElement>('.ends')!;
    for (const each of ends.querySelectorAll(':scope > *')) {
      expect(each.getBoundingClientRect().right, each.className).to.be.at.most(ends.getBoundingClientRect().right + 1);
      expect(each.getBoundingClientRect().left, each.className).to.be.at.least(ends.getBoundingClientRect().left - 1);
    }
    for (const button of ends.querySelectorAll(':scope > button')) {
      const words = document.createRange();
      words.selectNode([...button.childNodes].find((node) => node instanceof Text && node.data.trim())!);
      expect(words.getClientRects().length, textOf(button)).to.equal(1);
    }
  });

  it('explains the sizes of its dots', async () => {
    const element = await show();
    expect(root(element).querySelector('.sizes')!.getAttribute('aria-label')).to.equal('Activities by size of the dot: 1, 4+');
  });

  it('takes days, weeks or months for a dot, scrolls where that needs room, beginning at the newest end (B23)', async () => {
    const element = await show({}, 500);
    const [days, weeks] = [...root(element).querySelectorAll<HTMLElement>('.zoom button')];
    expect(weeks!.ariaPressed).to.equal('true');
    days!.click();
    await element.updateComplete;
    await nextFrame();
    const strip = root(element).querySelector('.strip')!;
    expect(strip.scrollWidth).to.be.above(strip.clientWidth * 3);
    expect(strip.scrollLeft).to.be.closeTo(strip.scrollWidth - strip.clientWidth, 1);
    expect(element.viewState).to.deep.include({ zoom: 'day' });
    days!.click();
    await element.updateComplete;
    expect(strip.scrollWidth).to.equal(strip.clientWidth);
  });

  it('runs downwards where it is narrow, newest on top', async () => {
    const element = await show({}, 300);
    expect(plot(element).ariaOrientation).to.equal('vertical');
    const { left, top, width } = plot(element).getBoundingClientRect();
    plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + 4, bubbles: true }));
    await element.updateComplete;
    expect(plot(element).ariaValueText).to.contain('Nov 1 – 22');
  });

  for (const scaling of scalings) {
    for (const [how, width, dir] of [
      ['along the lines', 500, undefined],
      ['from right to left', 500, 'rtl'],
      ['downwards', 300, undefined],
    ] as const) {
      it(`knows the dot under the pointer ${how}, and tells of it there, where the page shows it by ${scaling.name}`, async () => {
        const element = await show({}, width, {}, dir, scaledPlace(scaling));
        const find = (selector: string) => root(element).querySelector(selector)!;
        await press(element, 'Home');
        const [spoken, { x, y }] = [plot(element).ariaValueText, middleInWindow(find('svg .cursor'), scaling)];
        await press(element, 'Escape');
        plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
        await element.updateComplete;
        expect(spoken).to.contain('Purchases 1');
        expect(plot(element).ariaValueText).to.equal(spoken);
        const [tooltip, dot, all] = ['[role=tooltip]', 'svg .cursor', '.plot'].map((each) => find(each).getBoundingClientRect());
        if (how === 'downwards') expect(distance(tooltip!, (dot!.top + dot!.bottom) / 2)).to.be.within(6, 8 * Math.max(scaling.scale, 1) + 7);
        else {
          expect((tooltip!.left + tooltip!.right) / 2).to.be.closeTo((dot!.left + dot!.right) / 2, 1);
          expect(Math.min(distance(tooltip!, all!.top), distance(tooltip!, all!.bottom))).to.be.closeTo(6, 1);
        }
      });
    }

    it(`brings the dot a key reaches into sight where the page shows it by ${scaling.name}`, async () => {
      const element = await show({ viewState: { zoom: 'day' } }, 500, {}, undefined, scaledPlace(scaling));
      for (const key of ['Home', 'End']) {
        await press(element, key);
        const [dot, strip] = ['svg .cursor', '.strip'].map((each) => root(element).querySelector(each)!.getBoundingClientRect());
        expect(dot!.left, key).to.be.at.least(strip!.left);
        expect(dot!.right, key).to.be.at.most(strip!.right);
      }
    });
  }

  it('draws a lane in one path and all else in so many elements, whatever the number of days and activities', async () => {
    const many = Array.from({ length: 184 * 4 }, (_, index) => ({
      date: daysAgo(Math.floor(index / 4)),
      lane: ['site', 'email', 'purchase', 'other'][index % 4],
      count: 100_000,
      types: {},
    }));
    const element = await show({}, 1000, { days: many });
    expect(root(element).querySelectorAll('svg [part=dot]')).to.have.length(4);
    expect(root(element).querySelectorAll('.plot *').length).to.be.below(40);
  });

  it('survives activity in the years 1 and 9999', async () => {
    const days = [
      { date: '0001-01-01', lane: 'site', count: 1, types: {} },
      { date: '9999-12-31', lane: 'site', count: 1, types: {} },
    ];
    const element = await show({ timeFrame: 'all' }, 1000, { days });
    await press(element, 'Home');
    expect(plot(element).ariaValueText).to.contain('Site 1');
  });

  it('tells the other sections which day is looked at, and when none is', async () => {
    const element = await show();
    const told: unknown[] = [];
    element.addEventListener('c360-day-focus', ({ detail }) => told.push(detail.date));
    point(element, 'pointermove', 1);
    point(element, 'pointermove', 1);
    plot(element).dispatchEvent(new PointerEvent('pointerleave'));
    expect(told).to.deep.equal([daysAgo(1), null]);
  });
});
