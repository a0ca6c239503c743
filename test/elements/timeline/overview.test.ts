import { expect } from '@open-wc/testing';
import { nearestBucket, radiusOf, scaleOf, toOverview, zoomFor } from '../../../src/elements/timeline/overview.js';
import type { Activity, ActivityDay, Lane } from '../../../src/model/activity.js';
import { dayFromNumber, dayNumber, type PlainDay } from '../../../src/model/day.js';

const day = (date: string, lane: Lane, count: number, types: Record<string, number> = {}): ActivityDay => ({
  date: date as PlainDay,
  lane,
  count,
  types: new Map(Object.entries(types)),
});
const activity = (...days: ActivityDay[]): Activity => ({ days, eventTypes: [] });
const number = (date: string) => dayNumber(date as PlainDay);

describe('the scale of the overview', () => {
  it('is the time frame, whatever happened in it (B15)', () => {
    const frame = { from: '2026-05-22' as PlainDay, to: '2026-11-22' as PlainDay };
    expect(scaleOf(activity(day('2026-07-01', 'purchase', 1)), frame, frame.to)).to.deep.equal([number('2026-05-22'), number('2026-11-22')]);
  });

  it('starts with the first activity, not with the first purchase, where there is no time frame (T7)', () => {
    const all = activity(day('2026-07-01', 'purchase', 1), day('2026-06-30', 'site', 2));
    expect(scaleOf(all, {}, '2026-11-22' as PlainDay)).to.deep.equal([number('2026-06-30'), number('2026-11-22')]);
  });

  it('widens for what lies outside of the frame, earlier or in the future', () => {
    const frame = { from: '2026-11-01' as PlainDay, to: '2026-11-22' as PlainDay };
    const outside = activity(day('2026-10-30', 'site', 1), day('2026-11-25', 'other', 1));
    expect(scaleOf(outside, frame, frame.to)).to.deep.equal([number('2026-10-30'), number('2026-11-25')]);
  });

  it('is today alone when nothing ever happened', () => {
    expect(scaleOf(activity(), {}, '2026-11-22' as PlainDay)).to.deep.equal([number('2026-11-22'), number('2026-11-22')]);
  });

  for (const [days, pixels, zoom] of [
    [184, 900, 'day'],
    [184, 700, 'week'],
    [184, 100, 'month'],
    [30, 300, 'day'],
    [3650, 900, 'month'],
    [1, 0, 'month'],
  ] as const) {
    it(`steps by the ${zoom} when ${days} days have ${pixels} pixels`, () => expect(zoomFor(days, pixels)).to.equal(zoom));
  }
});

describe('the dots of the overview', () => {
  const scale = [number('2026-05-22'), number('2026-11-22')] as const;

  it('sum what comes twice and in any order', () => {
    const { buckets, totals } = toOverview(
      activity(day('2026-06-02', 'site', 2, { search: 2 }), day('2026-06-01', 'email', 1), day('2026-06-02', 'site', 3, { search: 1, view: 2 })),
      scale,
      'day',
    );
    expect(buckets.map((bucket) => bucket.day)).to.deep.equal(['2026-06-01', '2026-06-02']);
    const site = buckets[1]!.lanes.get('site')!;
    expect(site.count).to.equal(5);
    expect([...site.types]).to.deep.equal([
      ['search', 3],
      ['view', 2],
    ]);
    expect(totals.get('site')).to.equal(5);
  });

  it('take weeks from Monday to Sunday and months as they are, within the scale', () => {
    const days = activity(day('2026-06-01', 'site', 1), day('2026-06-07', 'site', 1), day('2026-06-08', 'site', 1), day('2026-11-22', 'site', 1));
    const weeks = toOverview(days, scale, 'week').buckets.map(({ from, to }) => [dayFromNumber(from), dayFromNumber(to)]);
    expect(weeks).to.deep.equal([
      ['2026-06-01', '2026-06-07'],
      ['2026-06-08', '2026-06-14'],
      ['2026-11-16', '2026-11-22'],
    ]);
    const months = toOverview(days, scale, 'month').buckets.map(({ from, to }) => [dayFromNumber(from), dayFromNumber(to)]);
    expect(months).to.deep.equal([
      ['2026-06-01', '2026-06-30'],
      ['2026-11-01', '2026-11-22'],
    ]);
  });

  it('lead to the last day of their step on which something happened', () => {
    const [june] = toOverview(activity(day('2026-06-20', 'site', 1), day('2026-06-03', 'purchase', 1)), scale, 'month').buckets;
    expect(june!.day).to.equal('2026-06-20');
  });

  it('ignore days on which nothing happened', () => {
    expect(toOverview(activity(day('2026-06-20', 'site', 0)), scale, 'day').buckets).to.deep.equal([]);
  });

  it('have an area that grows with the count, up to a limit, and can always be seen', () => {
    const areas = [4, 8, 16].map((count) => radiusOf(count, 20, 10) ** 2);
    expect(areas[1]! / areas[0]!).to.be.closeTo(2, 1e-9);
    expect(areas[2]! / areas[0]!).to.be.closeTo(4, 1e-9);
    expect(radiusOf(5000, 20, 10)).to.equal(10);
    expect(radiusOf(1, 1000, 10)).to.equal(3);
  });

  it('are not made small by one extraordinary day', () => {
    const days = Array.from({ length: 60 }, (_, index) => day(dayFromNumber(scale[0] + index), 'site', index === 7 ? 9000 : 1 + (index % 4)));
    expect(toOverview(activity(...days), scale, 'day').full).to.equal(4);
  });

  it('are found by the nearest place', () => {
    const overview = toOverview(activity(day('2026-06-01', 'site', 1), day('2026-06-11', 'site', 1), day('2026-08-01', 'site', 1)), scale, 'day');
    expect(nearestBucket(overview, number('2026-05-01'))).to.equal(0);
    expect(nearestBucket(overview, number('2026-06-07'))).to.equal(1);
    expect(nearestBucket(overview, number('2026-12-01'))).to.equal(2);
    expect(nearestBucket(toOverview(activity(), scale, 'day'), 0)).to.equal(-1);
  });

  it('cost as much for a million events as for a thousand: what is drawn depends on days alone', () => {
    const few = Array.from({ length: 184 }, (_, index) => day(dayFromNumber(scale[0] + index), 'site', 5));
    const many = few.map((each) => ({ ...each, count: each.count * 1000 }));
    const sizes = [few, many].map((days) => toOverview(activity(...days), scale, 'day').buckets.length);
    expect(sizes[0]).to.equal(sizes[1]);
  });
});
