import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { toDays, toFirstDays } from '../../../src/elements/timeline/days.js';
import { dayOf, type Instant, type PlainDay } from '../../../src/model/day.js';
import type { CustomerEvent } from '../../../src/model/event.js';
import { holds } from '../../helpers/property.js';

const event = (id: string, at: string | null, more: Partial<CustomerEvent> = {}): CustomerEvent => ({
  id,
  at: at === null ? null : (Date.parse(at) as Instant),
  category: 'site',
  type: 'search',
  properties: [],
  ...more,
});
const noon = Date.parse('2026-11-22T12:00:00Z') as Instant;

/** `day: ids`, the way a person reads the list. */
function read(events: readonly CustomerEvent[], zone = 'UTC', now = noon): string[] {
  const days = toDays(events, zone, now);
  return days.groups.map(({ day, upcoming, start, size }) => {
    const ids = days.events.slice(start, start + size).map(({ id }) => id);
    return `${upcoming ? 'upcoming ' : ''}${day ?? 'unknown'}: ${ids.join(' ')}`;
  });
}

describe('the days of the list', () => {
  it('come newest first whatever order they arrived in (V15)', () => {
    const events = [event('b', '2026-11-20T08:00:00Z'), event('a', '2026-11-21T09:00:00Z'), event('c', '2026-11-20T10:00:00Z')];
    expect(read(events)).to.deep.equal(['2026-11-21: a', '2026-11-20: c b']);
  });

  it('keep events of the same moment in the same order on every refresh', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => event(id, '2026-11-20T08:00:00Z')) as [CustomerEvent, CustomerEvent, CustomerEvent];
    expect(read([c, a, b])).to.deep.equal(['2026-11-20: a b c']);
    expect(read([b, c, a])).to.deep.equal(['2026-11-20: a b c']);
  });

  it('hold a record once that came twice', () => {
    const [a, b] = ['a', 'b'].map((id) => event(id, '2026-11-20T08:00:00Z')) as [CustomerEvent, CustomerEvent];
    expect(read([a, b, b])).to.deep.equal(['2026-11-20: a b']);
    expect(read([b, a, b])).to.deep.equal(['2026-11-20: a b']);
  });

  it('are cut in the zone of whoever looks (V13)', () => {
    const events = [event('late', '2026-11-20T23:30:00Z'), event('early', '2026-11-20T04:30:00Z')];
    expect(read(events, 'UTC')).to.deep.equal(['2026-11-20: late early']);
    expect(read(events, 'Asia/Tokyo')).to.deep.equal(['2026-11-21: late', '2026-11-20: early']);
    expect(read(events, 'America/Los_Angeles')).to.deep.equal(['2026-11-20: late', '2026-11-19: early']);
  });

  it('have 23 hours when clocks go forward and 25 when they go back, and every hour is in one day', () => {
    for (const [from, hours] of [
      ['2026-03-28T22:00:00Z', 26],
      ['2026-10-24T21:00:00Z', 28],
    ] as const) {
      const events = Array.from({ length: hours }, (_, hour) => event(`h${hour}`, new Date(Date.parse(from) + hour * 3_600_000).toISOString()));
      const { events: shown, groups } = toDays(events, 'Europe/Berlin', noon);
      for (const { day, start, size } of groups) {
        for (const { at } of shown.slice(start, start + size)) expect(dayOf(at!, 'Europe/Berlin')).to.equal(day);
      }
      expect(groups.reduce((sum, { size }) => sum + size, 0)).to.equal(hours);
      expect(groups[1]!.size).to.equal(hours === 26 ? 23 : 25);
    }
  });

  it('have a group of their own for what has not happened yet, also later today (V14)', () => {
    const events = [event('past', '2026-11-22T11:00:00Z'), event('today', '2026-11-22T13:00:00Z'), event('next', '2026-12-01T00:00:00Z')];
    expect(read(events)).to.deep.equal(['upcoming 2026-12-01: next', 'upcoming 2026-11-22: today', '2026-11-22: past']);
  });

  it('end with the events whose date could not be read (V10)', () => {
    expect(read([event('x', null), event('a', '2026-11-20T08:00:00Z'), event('y', null)])).to.deep.equal(['2026-11-20: a', 'unknown: x y']);
  });

  it('take a day that is known without its time as it is, in every zone (T25)', () => {
    const plain = event('campaign', '2026-11-20T00:00:00Z', { day: '2026-11-20' as PlainDay });
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      expect(read([event('noon', '2026-11-20T10:00:00Z', { day: '2026-11-20' as PlainDay }), plain], zone)).to.deep.equal(['2026-11-20: campaign noon']);
    }
  });

  it('are no more for a hundred thousand events than for their days, and a list in order is not copied (PS11)', () => {
    const events = Array.from({ length: 100_000 }, (_, index) => event(String(index), new Date(noon - index * 150_000).toISOString()));
    const { groups, events: shown } = toDays(events, 'Europe/Berlin', noon);
    expect(groups).to.have.length(175);
    expect(shown).to.equal(events);
  });

  it('hold each event on the day of its moment, however far apart they are and whatever the zone does to its clocks', () => {
    // Clocks that change at midnight, by half an hour, for a month only, and a day that was left out.
    const zones = ['UTC', 'Africa/Cairo', 'Atlantic/Azores', 'America/Havana', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia'];
    const hours = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 });
    holds(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 20 * 365 }), hours, (zone, ago, apart) => {
        let at = noon - ago * 86_400_000;
        const events = apart.map((gap, index) => event(`e${index}`, new Date((at -= gap * 1_800_000)).toISOString()));
        const { groups, events: shown } = toDays(events, zone, noon);
        for (const { day, start, size } of groups) {
          for (const { at: moment } of shown.slice(start, start + size)) expect(dayOf(moment!, zone)).to.equal(day);
        }
        expect(new Set(groups.map(({ key }) => key)).size).to.equal(groups.length);
      }),
    );
  });

  it('begin, in a long list, as all of it does, each day whole', () => {
    holds(
      fc.property(
        fc.constantFrom('UTC', 'Africa/Cairo', 'Asia/Tokyo'),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 2001, max: 2600 }),
        (zone, minutes, count) => {
          const events = Array.from({ length: count }, (_, index) => event(`e${index}`, new Date(noon + 86_400_000 - index * minutes * 60_000).toISOString()));
          const first = toFirstDays(events, zone, noon);
          const all = toDays(events, zone, noon);
          // Days so full that none is known to be whole are cut with all the others.
          if (!first) expect(all.groups[0]!.size + (all.groups[1]?.size ?? 0)).to.be.at.least(1000);
          else expect(first.groups).to.deep.equal(all.groups.slice(0, first.groups.length));
        },
      ),
    );
  });

  it('are cut all at once where the list is short, or not in order', () => {
    const events = Array.from({ length: 3000 }, (_, index) => event(`e${index}`, new Date(noon - index * 3_600_000).toISOString()));
    expect(toFirstDays(events, 'UTC', noon)?.groups.length).to.be.within(30, 50);
    expect(toFirstDays(events.slice(0, 2000), 'UTC', noon)).to.equal(undefined);
    expect(toFirstDays(events.toReversed(), 'UTC', noon)).to.equal(undefined);
  });
});
