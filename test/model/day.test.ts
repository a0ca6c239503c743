import { expect } from '@open-wc/testing';
import { addMonths, dayOf, type Instant, startOfDay, toPlainDay } from '../../src/model/day.js';

describe('a plain day', () => {
  it('clamps', () => {
    expect(addMonths(toPlainDay('2024-08-31')!, -6)).to.equal('2024-02-29');
  });
});

describe('the first moment of a day', () => {
  for (const [day, zone, moment] of [
    ['2026-11-20', 'UTC', '2026-11-20T00:00:00Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    ['2026-07-01', 'Pacific/Kiritimati', '2026-06-30T10:00:00Z'],
    ['2026-07-01', 'Pacific/Pago_Pago', '2026-07-01T11:00:00Z'],
    ['2026-07-01', 'Asia/Kathmandu', '2026-06-30T18:15:00Z'],
    // Midnight did not happen: clocks went from 23:59 to 1:00.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
    // The day itself did not happen: the next one begins at once.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ] as const) {
    it(`is ${moment} for ${day} in ${zone}`, () => {
      const start = startOfDay(toPlainDay(day)!, zone);
      expect(new Date(start).toISOString()).to.equal(moment.replace('Z', '.000Z'));
      expect(dayOf((start - 1) as Instant, zone) < day).to.equal(true);
      expect(dayOf(start, zone) >= day).to.equal(true);
    });
  }
});
