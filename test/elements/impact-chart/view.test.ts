import { expect } from '@open-wc/testing';
import { toEffect } from '../../../src/elements/impact-chart/effect.js';
import { axisDays, defaultKeys, rowOf, toMarkers, toPoints } from '../../../src/elements/impact-chart/view.js';
import { addDays, dayNumber, type PlainDay } from '../../../src/model/day.js';
import type { Impact, KpiSeries, TargetedCampaign } from '../../../src/model/impact.js';
import { type Decimal, toDecimal } from '../../../src/model/money.js';

const day = (text: string) => text as PlainDay;
const decimals = (...values: (number | string | null)[]) => values.map((value) => (value === null ? null : (toDecimal(value) ?? null)));
const from = (start: string, count: number) => Array.from({ length: count }, (_, index) => addDays(day(start), index));
const campaign = (campaignId: string, decision: TargetedCampaign['decision'] = 'sent'): TargetedCampaign => ({
  campaignId,
  name: `Campaign ${campaignId}`,
  decision,
});
const series = (key: string, values: readonly (Decimal | null)[], unit: KpiSeries['unit'] = 'money'): KpiSeries => ({
  key,
  unit,
  window: 'cumulative',
  values,
});

describe('the lines of the chart', () => {
  const x = (text: string) => dayNumber(day(text));

  it('leaves out equal neighbours, because a step draws itself', () => {
    expect(toPoints(from('2017-03-01', 5), decimals(1, 1, 1, 4, 4))).to.deep.equal([
      { x: x('2017-03-01'), y: 1 },
      { x: x('2017-03-04'), y: 4 },
      { x: x('2017-03-05'), y: 4 },
    ]);
  });

  it('breaks where the value is null and where a day is missing, and never draws a zero there (V3)', () => {
    const withNull = toPoints(from('2017-03-01', 3), decimals(1, null, 2));
    expect(withNull.map(({ y }) => y)).to.deep.equal([1, Number.NaN, 2]);
    const withoutDay = toPoints([day('2017-03-01'), day('2017-03-02'), day('2017-03-05'), day('2017-03-06')], decimals(1, 1, 1, 1));
    expect(withoutDay.map(({ y }) => y)).to.deep.equal([1, 1, Number.NaN, 1, 1]);
  });

  it('takes weekly snapshots for weekly and not for a row of gaps', () => {
    const weeks = ['2017-03-01', '2017-03-08', '2017-03-15'].map(day);
    expect(toPoints(weeks, decimals(1, 2, 3)).map(({ y }) => y)).to.deep.equal([1, 2, 3]);
  });

  it('draws a decreasing running total as it is (V6)', () => {
    expect(toPoints(from('2017-03-01', 3), decimals(10, 7, 8)).map(({ y }) => y)).to.deep.equal([10, 7, 8]);
  });

  it('draws one point, none, and amounts beyond any axis (V5, V21)', () => {
    expect(toPoints([day('2017-03-01')], decimals(3))).to.have.length(1);
    expect(toPoints([], [])).to.deep.equal([]);
    expect(toPoints(from('2017-03-01', 2), decimals(null, null))).to.deep.equal([]);
    expect(toPoints(from('2017-03-01', 1), decimals('1e308'))[0]!.y).to.be.below(Number.MAX_VALUE);
  });

  it('chooses two amounts and the number of orders, never more than three figures', () => {
    const values = decimals(1);
    const all = [
      series('gross', values),
      series('net', values),
      series('refund', values),
      series('orderDays', values, 'count'),
      series('orders', values, 'count'),
    ];
    expect(defaultKeys(all)).to.deep.equal(['gross', 'net', 'orders']);
    expect(defaultKeys(all.slice(0, 3))).to.deep.equal(['gross', 'net', 'refund']);
    expect(defaultKeys([series('empty', decimals(null)), series('net', values)])).to.deep.equal(['net']);
  });

  it('labels days, months or years as the span allows, never more than fit', () => {
    for (const [to, unit] of [
      ['2017-01-20', 'day'],
      ['2017-12-31', 'month'],
      ['2036-12-31', 'year'],
    ] as const) {
      const axis = axisDays(day('2017-01-01'), day(to), 8);
      expect(axis.unit).to.equal(unit);
      expect(axis.days.length).to.be.within(2, 12);
      expect([...axis.days].sort()).to.deep.equal(axis.days);
    }
  });
});

describe('campaign markers', () => {
  const range = { from: day('2017-01-01'), to: day('2017-12-31') };

  it('share a place when they would cover each other, and lose no campaign', () => {
    const days = from('2017-01-01', 300).map((date, index) => ({ date, campaigns: [campaign(String(index))] }));
    const markers = toMarkers(days, range, (date) => (dayNumber(date) - dayNumber(range.from)) * 2);
    expect(markers.length).to.be.below(60);
    expect(markers.flatMap(({ campaigns }) => campaigns)).to.have.length(300);
  });

  it('are drawn as what the customer got: received beats control group beats excluded', () => {
    const place = () => 5;
    const drawn = (...decisions: TargetedCampaign['decision'][]) =>
      toMarkers([{ date: day('2017-02-01'), campaigns: decisions.map((decision) => campaign('1', decision)) }], range, place)[0]!.decision;
    expect(drawn('control', 'sent')).to.equal('sent');
    expect(drawn('excluded', 'control')).to.equal('control');
    expect(drawn('failed', 'excluded')).to.equal('excluded');
    expect(drawn('control')).to.equal('control');
  });
});

describe('the effect around a campaign', () => {
  const dates = from('2017-03-01', 40);
  const impact = (values: readonly (Decimal | null)[], targetingDays: Impact['targetingDays'] = []): Impact => ({
    dates,
    kpis: [series('gross', values)],
    targetingDays,
  });
  const rising = decimals(...dates.map((_, index) => index * 10));
  const today = day('2017-04-10');

  it('compares running totals at both ends of the days before and after', () => {
    const effect = toEffect(impact(rising), campaign('1'), day('2017-03-20'), 7, today);
    expect(effect.changes[0]).to.include({ before: '70', after: '70' });
    expect(effect.unfinished).to.equal(false);
  });

  it('makes nothing up where a snapshot is missing or the days are not over', () => {
    const gap = [...rising];
    gap[rowOf(impact(rising), day('2017-03-12'))] = null;
    expect(toEffect(impact(gap), campaign('1'), day('2017-03-20'), 7, today).changes[0]!.before).to.equal(null);
    const late = toEffect(impact(rising), campaign('1'), day('2017-04-08'), 7, today);
    expect(late.changes[0]!.after).to.equal(null);
    expect(late.unfinished).to.equal(true);
  });

  it('subtracts exactly', () => {
    const values = decimals(...dates.map((_, index) => (index < 19 ? '0.1' : '0.3')));
    expect(toEffect(impact(values), campaign('1'), day('2017-03-20'), 7, today).changes[0]!.after).to.equal('0.2');
  });

  it('counts other campaigns the customer received within these days, and only those', () => {
    const targetingDays = [
      { date: day('2017-03-18'), campaigns: [campaign('2'), campaign('3', 'control')] },
      { date: day('2017-03-20'), campaigns: [campaign('1'), campaign('4')] },
      { date: day('2017-03-30'), campaigns: [campaign('5')] },
    ];
    expect(toEffect(impact(rising, targetingDays), campaign('1'), day('2017-03-20'), 7, today).overlap).to.equal(2);
  });

  it('sums attributed value by impact in the documented order, each currency apart, never the raw deposit', () => {
    const attribution = [
      { date: day('2017-03-21'), campaignId: '1', value: { amount: '5' as Decimal, currency: 'USD' }, impact: 'indirect', rawValue: '99' as Decimal },
      { date: day('2017-03-21'), campaignId: '1', value: { amount: '0.1' as Decimal, currency: 'USD' }, impact: 'interaction' },
      { date: day('2017-03-22'), campaignId: '1', value: { amount: '0.2' as Decimal, currency: 'USD' }, impact: 'interaction' },
      { date: day('2017-03-22'), campaignId: '1', value: { amount: '7' as Decimal, currency: 'EUR' }, impact: 'interaction' },
      { date: day('2017-03-22'), campaignId: '2', value: { amount: '1' as Decimal }, impact: 'delivery' },
    ] as const;
    const { attributed } = toEffect({ ...impact(rising), attribution }, campaign('1'), day('2017-03-20'), 7, today);
    expect(attributed).to.deep.equal([
      {
        impact: 'interaction',
        sums: [
          { amount: '0.3', currency: 'USD' },
          { amount: '7', currency: 'EUR' },
        ],
      },
      { impact: 'indirect', sums: [{ amount: '5', currency: 'USD' }] },
    ]);
  });
});
