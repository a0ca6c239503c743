import { expect, oneEvent } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../../src/define.js';
import type { C360ImpactChart } from '../../../src/elements/impact-chart/impact-chart.js';
import type { PlainDay } from '../../../src/model/day.js';
import { registerSource } from '../../../src/sources/registry.js';
import { axe } from '../../helpers/axe.js';
import { fixedNow } from '../../helpers/clock.js';
import { deferred } from '../../helpers/deferred.js';
import { composedElements, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { middleInWindow, scaledPlace, scalings } from '../../helpers/scaled.js';

type Answer = Readonly<Record<string, unknown>>;

const dates = ['2017-12-01', '2017-12-02', '2017-12-03', '2017-12-05', '2017-12-06'];
const answer: Answer = {
  currency: 'USD',
  dates,
  kpis: [
    { key: 'GROSS', label: 'Gross sales', unit: 'money', window: 'cumulative', values: [100, 100, 120.5, 90, 200] },
    { key: 'ORDERS', label: 'Orders', unit: 'count', window: 'cumulative', values: [1, 1, 2, 2, 3] },
    { key: 'GROSS_1M', label: 'Gross last month', unit: 'money', window: '1M', values: [10, 20, 30, 40, 50] },
  ],
  targetingDays: [
    { date: '2017-12-03', campaigns: [{ campaignId: 'c1', actionId: 'a1', name: 'Autumn coupon', channel: 'email', decision: 'sent' }] },
    { date: '2017-12-04', campaigns: [{ campaignId: 'c2', name: 'Winter preview', decision: 'control' }] },
  ],
  meta: { source: 'Warehouse', query: 'SELECT 1' },
};

async function show(
  given: Answer = answer,
  { width = 900, timeFrame = 'P1M', ...options }: { width?: number; timeFrame?: string; dir?: 'rtl'; into?: Element } = {},
) {
  const element = await mount(
    'c360-impact-chart',
    { customerSource: { impact: async () => given }, customerId: 'ada', now: fixedNow, timeZone: 'UTC', timeFrame },
    { width, ...options },
  );
  await settled(element);
  return element;
}

/** Waits until the lines are on the canvas. */
async function drawn(element: C360ImpactChart): Promise<void> {
  while (!element.renderRoot.querySelector('.axis')) await nextFrame();
  await element.updateComplete;
}

const slider = (element: Element) => composedElements(element).find((found): found is HTMLElement => found.role === 'slider')!;
const button = (element: Element, name: string) =>
  composedElements(element).find((found): found is HTMLElement => found instanceof HTMLButtonElement && (found.ariaLabel ?? textOf(found)) === name)!;

function press(element: Element, key: string): void {
  slider(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Whether the canvas shows a colour other than its background in the area of the lines. */
function isPainted(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, index) => index % 4 === 3 && value > 0);
}

describe('<c360-impact-chart>', () => {
  it('draws running totals at first and says so in one sentence', async () => {
    const element = await show();
    await drawn(element);
    const canvas = element.renderRoot.querySelector('canvas')!;
    expect(isPainted(canvas)).to.equal(true);
    expect(canvas.ariaLabel ?? canvas.getAttribute('aria-label'))
      .to.contain('Gross sales from $100.00 to $200.00')
      .and.to.contain('Orders from 1 to 3')
      .and.to.contain('2 campaign days');
    expect(textOf(part(element, 'legend')))
      .to.contain('Gross sales')
      .and.not.to.contain('Gross last month');
  });

  it('fills its place at any width, wider and narrower than it was drawn first', async () => {
    const element = await show();
    await drawn(element);
    const plot = element.renderRoot.querySelector<HTMLElement>('.plot')!;
    const canvas = plot.querySelector('canvas')!;
    for (const width of [1200, 500]) {
      element.parentElement!.style.width = `${width}px`;
      for (let frame = 0; frame < 4; frame++) await nextFrame();
      expect([canvas.clientWidth, canvas.clientHeight]).to.deep.equal([width, plot.clientHeight]);
    }
  });

  it('draws another time frame on the canvas that is there, out of sight meanwhile, and keeps none of it for another customer', async () => {
    const element = await show();
    await drawn(element);
    const canvas = element.renderRoot.querySelector('canvas')!;
    const waiting = deferred<Answer>();
    element.customerSource = { impact: () => waiting.promise as never };
    element.timeFrame = 'P2M';
    await nextFrame();
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(canvas.checkVisibility()).to.equal(false);
    waiting.resolve(answer);
    await settled(element);
    await drawn(element);
    expect(element.renderRoot.querySelector('canvas')).to.equal(canvas);
    expect(canvas.checkVisibility() && isPainted(canvas)).to.equal(true);
    expect(canvas.ariaLabel ?? canvas.getAttribute('aria-label')).to.contain('Oct 31');
    element.customerSource = { impact: () => deferred<Answer>().promise as never };
    element.customerId = 'ben';
    await element.updateComplete;
    expect(element.renderRoot.querySelector('canvas')).to.equal(null);
  });

  it('leaves the focus to its heading while another time frame is under way, then gives it back with the day (A8)', async () => {
    const element = await show();
    await drawn(element);
    const focused = () => element.shadowRoot!.activeElement;
    const told: unknown[] = [];
    element.addEventListener('c360-day-focus', ({ detail }) => told.push(detail.date));
    for (const [target, timeFrame] of [
      [slider(element), 'P2M'],
      [button(element, 'Table'), 'P3M'],
    ] as const) {
      target.focus();
      if (target.role === 'slider') press(element, 'ArrowLeft');
      const waiting = deferred<Answer>();
      element.customerSource = { impact: () => waiting.promise as never };
      element.timeFrame = timeFrame;
      // What is out of sight loses the focus when the browser has drawn.
      for (let frame = 0; frame < 3; frame++) await nextFrame();
      expect(target.checkVisibility()).to.equal(false);
      expect(focused()?.id).to.equal('heading');
      waiting.resolve(answer);
      await settled(element);
      for (let frame = 0; frame < 3; frame++) await nextFrame();
      expect(target.checkVisibility()).to.equal(true);
      expect(focused()).to.equal(target);
    }
    expect(told).to.deep.equal(['2017-12-31', '2017-12-30', null]);
  });

  it('lets a person go elsewhere meanwhile, and does not call them back (A8)', async () => {
    const element = await show();
    await drawn(element);
    slider(element).focus();
    const waiting = deferred<Answer>();
    element.customerSource = { impact: () => waiting.promise as never };
    element.timeFrame = 'P2M';
    await nextFrame();
    element.shadowRoot!.querySelector<HTMLElement>('#heading')!.blur();
    waiting.resolve(answer);
    await settled(element);
    expect(element.shadowRoot!.activeElement).to.equal(null);
  });

  for (const dir of [undefined, 'rtl'] as const) {
    it(`shows its lines near its top in a narrow panel${dir ? ' from right to left' : ''}: one line of what can be done, one of modes, two of names`, async () => {
      const kpis = ['Gross sales', 'Net sales', 'Refunds', 'Order days', 'Orders', 'Gross last month'].map((label, index) => ({
        key: `k${index}`,
        label,
        unit: 'count',
        window: index < 5 ? 'cumulative' : '1M',
        values: [1, 2, 3, 4, 5],
      }));
      const campaigns = ['sent', 'control', 'excluded', 'failed'].map((decision) => ({ campaignId: decision, name: decision, decision }));
      const element = await show({ ...answer, kpis, targetingDays: [{ date: '2017-12-03', campaigns }] }, { width: 296, ...(dir && { dir }) });
      const { top } = element.getBoundingClientRect();
      expect(element.renderRoot.querySelector('.plot')!.getBoundingClientRect().top - top).to.be.at.most(124);
      const heading = part(element, 'heading').getBoundingClientRect();
      for (const name of ['Table', 'Export CSV', 'Export PNG', 'Where does this come from?']) {
        const box = button(element, name).getBoundingClientRect();
        expect(box.top, name).to.be.below(heading.bottom);
        expect(Math.min(box.width, box.height), name).to.be.at.least(24);
      }
      expect(textOf(element)).to.contain('Sent').and.to.contain('Control group').and.to.contain('Failed').and.to.contain('Order days');
    });
  }

  it('keeps the last month apart from running totals (T10, T21)', async () => {
    const element = await show();
    button(element, 'Last month').click();
    await element.updateComplete;
    expect(textOf(part(element, 'legend'))).to.equal('Gross last month');
    expect(element.viewState).to.include({ mode: '1M' });
  });

  it('offers the same numbers as a real table, gaps as gaps (A2)', async () => {
    const element = await show();
    button(element, 'Table').click();
    await element.updateComplete;
    const rows = [...element.renderRoot.querySelectorAll('tbody tr')].map(textOf);
    expect(rows).to.have.length(6);
    expect(rows[2]).to.contain('Dec 3').and.to.contain('$120.5').and.to.contain('Autumn coupon (E-mail · Sent)');
    expect(rows[3]).to.contain('Dec 4').and.to.contain('No snapshot').and.to.contain('Winter preview (Control group, not contacted)').and.not.to.contain('$0');
    expect(rows[4]).to.contain('$90');
  });

  it('takes all of its days to paper, of very many the first and how many there are, and shows what it showed before afterwards', async () => {
    const rows = (element: C360ImpactChart) => element.renderRoot.querySelectorAll('tbody tr').length;
    for (const [count, printed] of [
      [365, 365],
      [3000, 2000],
    ] as const) {
      const days = Array.from({ length: count }, (_, index) => new Date(Date.UTC(2017, 11, 31 - index)).toISOString().slice(0, 10)).reverse();
      const values = days.map((_, index) => index);
      const element = await show(
        { ...answer, dates: days, kpis: [{ key: 'ORDERS', label: 'Orders', unit: 'count', window: 'cumulative', values }] },
        { timeFrame: 'all' },
      );
      window.dispatchEvent(new Event('beforeprint'));
      expect(rows(element)).to.equal(printed);
      expect(textOf(element).includes('2,000 of 3,000 days')).to.equal(count > printed);
      window.dispatchEvent(new Event('afterprint'));
      await element.updateComplete;
      expect(rows(element)).to.equal(0);
      button(element, 'Table').click();
      await element.updateComplete;
      expect(rows(element)).to.equal(200);
      expect(textOf(element)).to.contain(`200 of ${count === 365 ? '365' : '3,000'} days`);
      element.remove();
    }
  });

  it('draws the very numbers its table shows, and gaps where the table says so (T24)', async () => {
    const element = await show();
    await drawn(element);
    button(element, 'Table').click();
    await element.updateComplete;
    const { Chart } = await import('chart.js');
    const chart = Chart.getChart(element.renderRoot.querySelector('canvas')!)!;
    const days = ['2017-12-01', '2017-12-02', '2017-12-03', '2017-12-04', '2017-12-05', '2017-12-06'];
    const lines = chart.data.datasets.map(({ data }) => data as readonly { readonly x: number; readonly y: number }[]);
    // A stepped line stands on a day where its last point before left it; a point without a value ends it.
    const stands = (line: (typeof lines)[number], day: number) => {
      const point = line.findLast(({ x }) => x <= day);
      return point && (!Number.isNaN(point.y) || point.x === day) ? (line.find(({ x, y }) => x === day && !Number.isNaN(y)) ?? point).y : Number.NaN;
    };
    const shown = [...element.renderRoot.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].slice(0, 2).map((cell) => Number.parseFloat(textOf(cell).replace('$', ''))),
    );
    expect(days.map((day) => lines.map((line) => stands(line, Date.parse(day) / 86_400_000)))).to.deep.equal(shown);
    expect(shown[3]).to.deep.equal([Number.NaN, Number.NaN]);
  });

  it('stands twenty years of days with a campaign every week', async () => {
    const start = Date.UTC(1998, 0, 1) / 86_400_000;
    const days = Array.from({ length: 7305 }, (_, index) => new Date((start + index) * 86_400_000).toISOString().slice(0, 10));
    const given = {
      currency: 'USD',
      dates: days,
      kpis: ['GROSS', 'NET'].map((key, index) => ({ key, unit: 'money', window: 'cumulative', values: days.map((_, day) => day * (index + 1)) })),
      targetingDays: days
        .filter((_, index) => index % 7 === 0)
        .map((date, index) => ({ date, campaigns: [{ campaignId: `c${index}`, name: `Week ${index}`, decision: 'sent' }] })),
    };
    const element = await mount(
      'c360-impact-chart',
      {
        customerSource: { impact: async () => given },
        customerId: 'ada',
        now: fixedNow,
        timeZone: 'UTC',
        timeFrame: `${days[0]}/${days.at(-1)}`,
      },
      { width: 720 },
    );
    await settled(element);
    await drawn(element);
    expect(isPainted(element.renderRoot.querySelector('canvas')!)).to.equal(true);
    button(element, 'Table').click();
    await element.updateComplete;
    expect(element.renderRoot.querySelectorAll('tbody tr')).to.have.length(200);
    element.addEventListener('c360-export', (event) => event.preventDefault());
    expect((await (await element.exportCsv()).text()).split('\r\n').filter((line) => /^\d{4}-/.test(line))).to.have.length(7305);
  });

  it('keeps words nobody documented as they came, and gives amounts the currency of their answer', async () => {
    const element = await show({
      ...answer,
      kpis: [
        ...(answer['kpis'] as readonly object[]),
        { key: 'GROSS', label: 'Gross once more', unit: 'money', window: 'cumulative', values: [1, 2, 3, 4, 5] },
      ],
      targetingDays: [
        {
          date: '2017-12-03',
          campaigns: [
            { campaignId: 'c1', name: 'Autumn coupon', decision: 'sent' },
            { campaignId: 'c3', name: 'Later', decision: 'snoozed' },
          ],
        },
      ],
      attribution: [
        { date: '2017-12-05', campaignId: 'c1', value: '7.5', impact: 'halo' },
        { date: '2017-12-05', campaignId: 'c1', value: '2', impact: 'interaction' },
      ],
    });
    expect(textOf(element)).to.contain('Other (snoozed)').and.not.to.contain('Other (other)');
    expect(textOf(part(element, 'effect')))
      .to.contain('$7.50 Other (halo)')
      .and.to.contain('$2.00 click');
    expect(textOf(part(element, 'legend')), 'of two figures under one key the first').to.equal('Gross sales Orders');
  });

  it('calls only days not over that are still to come, and what has no snapshot that', async () => {
    const around = async (now: string) => {
      const element = await mount('c360-impact-chart', {
        customerSource: { impact: async () => answer },
        customerId: 'ada',
        now: () => new Date(now),
        timeZone: 'UTC',
        timeFrame: '2017-12-01/2017-12-06',
      });
      await settled(element);
      return textOf(part(element, 'effect'));
    };
    expect(await around('2017-12-06T12:00:00Z')).to.contain('after not over yet');
    expect(await around('2018-06-01T12:00:00Z'))
      .to.contain('after No snapshot')
      .and.not.to.contain('not over yet');
  });

  it('says the day, its figures and its campaigns as the arrows move over it (A3)', async () => {
    const element = await show();
    slider(element).focus();
    press(element, 'Home');
    await element.updateComplete;
    expect(slider(element).ariaValueText).to.equal('Nov 30; No snapshot');
    press(element, 'End');
    for (let count = 0; count < 28; count++) press(element, 'ArrowLeft');
    await element.updateComplete;
    expect(slider(element).ariaValueText).to.equal('Dec 3; Gross sales $120.50; Orders 2; Autumn coupon, E-mail · Sent');
    press(element, 'ArrowRight');
    await element.updateComplete;
    expect(slider(element).ariaValueText).to.equal('Dec 4; No snapshot; Winter preview, Control group, not contacted');
    expect(textOf(part(element, 'day')))
      .to.contain('No snapshot')
      .and.to.contain('Winter preview');
  });

  it('tells the focused day to the other sections and marks a day focused elsewhere', async () => {
    const element = await show();
    await drawn(element);
    const heard = oneEvent(element, 'c360-day-focus');
    slider(element).focus();
    expect((await heard).detail).to.deep.equal({ date: '2017-12-31', origin: 'impact' });
    slider(element).blur();
    element.focusedDay = '2017-12-03' as never;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.marked')).not.to.equal(null);
    expect(textOf(part(element, 'day')))
      .to.contain('Dec 3')
      .and.to.contain('Autumn coupon');
  });

  it('opens the campaign of a day by Enter, unless the host takes over', async () => {
    const element = await show();
    element.focusedDay = '2017-12-03' as never;
    await element.updateComplete;
    const heard = oneEvent(element, 'c360-campaign-open');
    press(element, 'Enter');
    expect((await heard).detail).to.deep.equal({ source: 'Warehouse', campaignId: 'c1', actionId: 'a1', executionDate: '2017-12-03' });
    element.addEventListener('c360-campaign-open', (event) => event.preventDefault());
    const before = textOf(part(element, 'effect'));
    element.focusedDay = '2017-12-04' as never;
    await element.updateComplete;
    press(element, 'Enter');
    await element.updateComplete;
    expect(textOf(part(element, 'effect'))).to.equal(before);
  });

  it('names the one source a campaign came from, where several were asked', async () => {
    const aim = (name: string, campaignId: string, day: string) =>
      registerSource(name, () => ({
        impact: async () => ({
          value: {
            dates: [],
            kpis: [],
            targetingDays: [{ date: day as PlainDay, campaigns: [{ campaignId, name: 'Autumn coupon', decision: 'sent' }] }],
          },
          meta: {},
          leftOut: 0,
        }),
      }));
    aim('one-warehouse', 'c1', '2017-12-03');
    aim('other-warehouse', 'c2', '2017-12-04');
    const element = await mount('c360-impact-chart', {
      source: 'one-warehouse other-warehouse',
      customerId: 'ada',
      now: fixedNow,
      timeZone: 'UTC',
      timeFrame: 'P1M',
    });
    await settled(element);
    element.focusedDay = '2017-12-04' as never;
    await element.updateComplete;
    const heard = oneEvent(element, 'c360-campaign-open');
    press(element, 'Enter');
    expect((await heard).detail).to.deep.equal({ source: 'other-warehouse', campaignId: 'c2', executionDate: '2017-12-04' });
  });

  it('shows by which ids a campaign is known, and copies the one it is looked up by, unless the host forbids it (O15)', async () => {
    const element = await show();
    expect(textOf(part(element, 'day'))).to.contain('ID c1, action a1');
    const copied: string[] = [];
    element.addEventListener('c360-export', (event) => {
      copied.push(`${event.detail.section} ${event.detail.format}`);
      event.preventDefault();
    });
    button(element, 'Copy ID c1, action a1').click();
    expect(copied).to.deep.equal(['impact copy']);
  });

  it('leaves the day by Escape once there is no time frame to go back to', async () => {
    const element = await show();
    slider(element).focus();
    press(element, 'Home');
    press(element, '+');
    await settled(element);
    const heard: unknown[] = [];
    element.addEventListener('c360-day-focus', ({ detail }) => heard.push(detail.date));
    press(element, 'Escape');
    expect([element.timeFrame, heard]).to.deep.equal(['P1M', []]);
    await settled(element);
    press(element, 'Escape');
    expect([element.timeFrame, heard]).to.deep.equal(['P1M', [null]]);
  });

  it('narrows the time frame by keys, goes back by Escape, and leaves it when the host says no', async () => {
    const element = await show();
    const heard = oneEvent(element, 'c360-time-frame-change');
    press(element, '+');
    const { detail } = await heard;
    expect(detail.timeFrame).to.equal(`${detail.from}/${detail.to}`);
    expect(element.timeFrame).to.equal(detail.timeFrame);
    await settled(element);
    press(element, 'Escape');
    expect(element.timeFrame).to.equal('P1M');
    await settled(element);
    element.addEventListener('c360-time-frame-change', (event) => event.preventDefault());
    press(element, '+');
    expect(element.timeFrame).to.equal('P1M');
  });

  for (const dir of [undefined, 'rtl'] as const) {
    for (const scaling of scalings) {
      it(`knows the day under the pointer${dir ? ' from right to left' : ''} where the page shows it by ${scaling.name}`, async () => {
        const element = await show(answer, { width: 380, into: scaledPlace(scaling), ...(dir && { dir }) });
        await drawn(element);
        const { y } = middleInWindow(slider(element), scaling);
        const places = new Map<string, number>();
        for (const day of ['2017-12-01', '2017-12-10', '2017-12-20', '2017-12-31']) {
          element.focusedDay = day as PlainDay;
          await element.updateComplete;
          places.set(day, middleInWindow(element.renderRoot.querySelector('.marked')!, scaling).x);
        }
        element.focusedDay = null;
        const moveTo = (day: string) => sendMouse({ type: 'move', position: [Math.round(places.get(day)!), Math.round(y)] });

        const days: unknown[] = [];
        element.addEventListener('c360-day-focus', ({ detail }) => days.push(detail.date));
        for (const day of places.keys()) await moveTo(day);
        expect(days).to.deep.equal([...places.keys()]);

        const narrowed = oneEvent(element, 'c360-time-frame-change');
        await moveTo('2017-12-10');
        await sendMouse({ type: 'down' });
        await moveTo('2017-12-20');
        await sendMouse({ type: 'up' });
        expect((await narrowed).detail).to.deep.include({ from: '2017-12-10', to: '2017-12-20' });
        await resetMouse();
      });
    }
  }

  it('compares before and after a campaign without calling it a cause', async () => {
    const text = textOf(part(await show(), 'effect'));
    expect(text).to.contain('Around Autumn coupon').and.to.contain('A difference is not proof of cause.');
  });

  it('never calls a control group row sent (T17)', async () => {
    const element = await show({
      ...answer,
      targetingDays: [{ date: '2017-12-04', campaigns: [{ campaignId: 'c2', name: 'Winter preview', decision: 'control' }] }],
    });
    expect(textOf(element))
      .to.contain('Control group, not contacted')
      .and.not.to.match(/\bSent\b/);
  });

  it('lets figures be chosen in the legend, and keeps the choice in its view state', async () => {
    const element = await show();
    element.renderRoot.querySelector<HTMLElement>('[data-key="ORDERS"]')!.click();
    await element.updateComplete;
    expect(element.viewState).to.deep.include({ series: ['GROSS'] });
    const other = await show();
    other.viewState = element.viewState;
    await other.updateComplete;
    expect([...other.renderRoot.querySelectorAll('.legend [aria-pressed="true"]')].map(textOf)).to.deep.equal(['Gross sales']);
  });

  it('offers a dozen names of figures at once, of hundreds the rest behind a button (V23)', async () => {
    const kpis = Array.from({ length: 500 }, (_, index) => ({ key: `K${index}`, unit: 'count', window: 'cumulative', values: [1, 2, 3, 4, index] }));
    const element = await show({ ...answer, kpis });
    const names = () => [...element.renderRoot.querySelectorAll('.legend button')].map(textOf);
    expect(names()).to.have.length.within(12, 15);
    expect([...element.renderRoot.querySelectorAll('.legend [aria-pressed="true"]')].map(textOf)).to.deep.equal(['K497', 'K498', 'K499']);
    button(element, '486 more').click();
    await element.updateComplete;
    expect(names()).to.have.length(500);
  });

  it('hands Chart.js a thousand points of a line at most, and writes all of them to the file (V23)', async () => {
    const start = Date.UTC(1900, 0, 1) / 86_400_000;
    const days = Array.from({ length: 30_000 }, (_, index) => new Date((start + index) * 86_400_000).toISOString().slice(0, 10));
    const element = await mount('c360-impact-chart', {
      customerSource: {
        impact: async () => ({
          dates: days,
          kpis: [{ key: 'GROSS', unit: 'money', window: 'cumulative', values: days.map((_, day) => (day * 7919) % 1000) }],
          targetingDays: [],
        }),
      },
      customerId: 'ada',
      now: fixedNow,
      timeZone: 'UTC',
      timeFrame: `${days[0]}/${days.at(-1)}`,
    });
    await settled(element);
    await drawn(element);
    const { Chart } = await import('chart.js');
    expect(Chart.getChart(element.renderRoot.querySelector('canvas')!)!.data.datasets[0]!.data.length).to.be.within(250, 1_000);
    element.addEventListener('c360-export', (event) => event.preventDefault());
    expect((await (await element.exportCsv()).text()).split('\r\n').filter((line) => /^\d{4}-/.test(line))).to.have.length(30_000);
  });

  it('exports what is drawn, safe for spreadsheets, saying whose data it is', async () => {
    const element = await show({
      ...answer,
      targetingDays: [{ date: '2017-12-03', campaigns: [{ campaignId: 'c1', name: '=HYPERLINK("x")', decision: 'sent' }] }],
    });
    element.addEventListener('c360-export', (event) => event.preventDefault());
    const text = await (await element.exportCsv()).text();
    expect(text).to.contain('customer,ada').and.to.contain('timeZone,UTC').and.to.contain('source,Warehouse');
    Object.assign(element, { masked: 'id' });
    expect(await (await element.exportCsv()).text())
      .to.contain('customer,••••••')
      .and.not.to.contain('ada');
    expect(text).to.contain('date,GROSS,ORDERS,campaigns').and.to.contain('2017-12-05,90,2,').and.to.contain(`"'=HYPERLINK`);
  });

  it('exports amounts with their currencies, counts and amounts of unknown currency without (T31)', async () => {
    const linesOf = async (given: Answer) => {
      const element = await show(given);
      element.addEventListener('c360-export', (event) => event.preventDefault());
      return (await (await element.exportCsv()).text()).split('\r\n');
    };
    const kpis = [
      { key: 'GROSS', unit: 'money', currency: 'EUR', window: 'cumulative', values: [1, 2, 3, null, 5] },
      { key: 'NET', unit: 'money', window: 'cumulative', values: [1, 2, 3, 4, 5] },
      { key: 'ORDERS', unit: 'count', window: 'cumulative', values: [1, 2, 3, 4, 5] },
    ];
    const lines = await linesOf({ ...answer, kpis, targetingDays: [] });
    expect(lines)
      .to.include('date,GROSS,NET,ORDERS,campaigns,GROSS_CURRENCY,NET_CURRENCY')
      .and.to.include('2017-12-03,3,3,3,,EUR,USD')
      .and.to.include('2017-12-05,,4,4,,,USD');
    expect(await linesOf({ ...answer, currency: undefined, kpis, targetingDays: [] }))
      .to.include('date,GROSS,NET,ORDERS,campaigns,GROSS_CURRENCY')
      .and.to.include('2017-12-03,3,3,3,,EUR');
  });

  it('exports a picture with a painted background', async () => {
    const element = await show();
    await drawn(element);
    element.addEventListener('c360-export', (event) => event.preventDefault());
    const asked = oneEvent(element, 'c360-export');
    button(element, 'Export PNG').click();
    expect((await asked).detail).to.deep.equal({ section: 'impact', format: 'png' });
    const file = await element.exportPng();
    expect(file.type).to.equal('image/png');
    const picture = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    expect(context.getImageData(0, 0, 1, 1).data[3]).to.equal(255);
    // Names too long for one line stand below each other: each has its row.
    const head = async (width: number) => {
      element.parentElement!.style.width = `${width}px`;
      const canvas = element.renderRoot.querySelector('canvas')!;
      while (Math.abs(canvas.clientWidth - width) > 1) await nextFrame();
      await drawn(element);
      const { height } = await createImageBitmap(await element.exportPng());
      return height - canvas.height;
    };
    expect(await head(150)).to.be.above(await head(900));
  });

  it('says where its figures come from, with the query to copy', async () => {
    const element = await show({ ...answer, meta: { source: 'Warehouse', query: "SELECT 1 WHERE ID = 'ada'" } });
    button(element, 'Where does this come from?').click();
    while (!element.renderRoot.querySelector('pre')) await nextFrame();
    expect(textOf(element)).to.contain("SELECT 1 WHERE ID = 'ada'").and.to.contain('Warehouse').and.to.contain('Copy query');
    element.masked = 'id';
    await element.updateComplete;
    expect(textOf(element)).to.contain("SELECT 1 WHERE ID = '••••••'").and.not.to.contain('ada');
  });

  it("says it of the customer on screen, never with the last one's query (TH1)", async () => {
    const element = await show();
    element.customerSource = { impact: async ({ id }: { id: string }) => ({ ...answer, meta: { source: 'Warehouse', query: `SELECT '${id}'` } }) };
    await settled(element);
    button(element, 'Where does this come from?').click();
    while (!element.renderRoot.querySelector('pre')) await nextFrame();
    expect(textOf(element)).to.contain("SELECT 'ada'");
    element.customerId = 'grace';
    await settled(element);
    expect(textOf(element)).to.contain("SELECT 'grace'").and.not.to.contain("SELECT 'ada'");
  });

  it('leaves no chart behind when it leaves the page (L23)', async () => {
    const element = await show();
    await drawn(element);
    const canvas = element.renderRoot.querySelector('canvas')!;
    element.remove();
    await element.updateComplete;
    const { Chart } = await import('chart.js');
    expect(Object.values(Chart.instances).filter((chart) => chart.canvas === canvas)).to.deep.equal([]);
  });

  const hostile: readonly (readonly [what: string, given: Answer])[] = [
    ['one point', { ...answer, dates: ['2017-12-01'], kpis: [{ key: 'A', unit: 'money', window: 'cumulative', values: [1] }] }],
    ['text and NaN as numbers', { ...answer, kpis: [{ key: 'A', unit: 'money', window: 'cumulative', values: ['1e308', 'NaN', '12.5', {}, '-3'] }] }],
    ['unsorted and repeated dates', { ...answer, dates: ['2017-12-05', '2017-12-01', '2017-12-05', '2017-12-02', 'nonsense'] }],
    ['columns of other lengths', { ...answer, kpis: [{ key: 'A', unit: 'count', window: 'cumulative', values: [1, 2] }] }],
    [
      'mixed currencies',
      { ...answer, kpis: ['USD', 'EUR'].map((currency) => ({ key: currency, unit: 'money', currency, window: 'cumulative', values: [1, 2, 3, 4, 5] })) },
    ],
    ['campaigns without figures', { ...answer, dates: [], kpis: [] }],
  ];
  for (const [what, given] of hostile)
    it(`stands ${what}`, async () => {
      const element = await show(given);
      expect(element.matches(':state(ready)')).to.equal(true);
      await drawn(element);
      expect(textOf(element)).not.to.match(/NaN|undefined|Infinity|\[object/);
    });

  it('says that currencies differ instead of comparing them in silence', async () => {
    const kpis = ['USD', 'EUR'].map((currency) => ({ key: currency, unit: 'money', currency, window: 'cumulative', values: [1, 2, 3, 4, 5] }));
    expect(textOf(await show({ ...answer, kpis }))).to.contain('Different currencies: USD, EUR');
  });

  it('says that nothing is in this time frame when there is neither figure nor campaign', async () => {
    const element = await show({ dates: [], kpis: [], targetingDays: [] });
    expect(textOf(element)).to.contain('Nothing in this time frame');
    element.timeFrame = 'all';
    await settled(element);
    expect(textOf(element)).to.contain('Nothing recorded yet');
  });

  for (const [width, dir] of [
    [320, undefined],
    [1280, undefined],
    [720, 'rtl'],
  ] as const)
    it(`breaks no accessibility rule and does not scroll sideways at ${width} px${dir ? ' from right to left' : ''}`, async () => {
      const element = await show(answer, { width, ...(dir && { dir }) });
      await drawn(element);
      button(element, 'Table').click();
      await element.updateComplete;
      await axe(element);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
});
