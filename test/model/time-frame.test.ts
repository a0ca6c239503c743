import { expect } from '@open-wc/testing';
import { constantFrom, integer, oneof, property, string } from 'fast-check';
import { dayFromNumber, daysBetween, type PlainDay, toPlainDay } from '../../src/model/day.js';
import { type DayRange, DEFAULT_TIME_FRAME, parseTimeFrame, rangeOf } from '../../src/model/time-frame.js';
import { holds } from '../helpers/property.js';

const today = toPlainDay('2026-08-31')!;

function rangeFor(text: string, day: PlainDay = today): DayRange {
  const timeFrame = parseTimeFrame(text);
  if (typeof timeFrame === 'string') throw new Error(`${text} is ${timeFrame}`);
  return rangeOf(timeFrame, day);
}

describe('a time frame', () => {
  const readable: [string, string | undefined, string | undefined][] = [
    ['P6M', '2026-02-28', '2026-08-31'],
    ['P30D', '2026-08-02', '2026-08-31'],
    ['P1D', '2026-08-31', '2026-08-31'],
    ['P2W', '2026-08-18', '2026-08-31'],
    ['P1W1D', '2026-08-24', '2026-08-31'],
    ['P1M', '2026-07-31', '2026-08-31'],
    ['P1Y', '2025-08-31', '2026-08-31'],
    ['P1Y6M', '2025-02-28', '2026-08-31'],
    [' P3M ', '2026-05-31', '2026-08-31'],
    ['P9999Y', '0001-01-01', '2026-08-31'],
    ['P99999D', '1752-11-17', '2026-08-31'],
    ['2026-01-01/2026-06-30', '2026-01-01', '2026-06-30'],
    ['2026-06-30/2026-06-30', '2026-06-30', '2026-06-30'],
    ['2030-01-01/2030-12-31', '2030-01-01', '2030-12-31'],
    ['all', undefined, undefined],
  ];
  for (const [text, from, to] of readable) {
    it(`${text} on ${today} covers ${from ? `${from} to ${to}` : 'everything'}`, () => {
      expect(rangeFor(text)).to.eql(from ? { from, to } : {});
    });
  }

  it('goes back to a leap day where there is one', () => {
    expect(rangeFor('P6M', toPlainDay('2024-08-31')!)).to.eql({ from: '2024-02-29', to: '2024-08-31' });
  });

  const invalid = [
    '',
    ' ',
    'P',
    'P0D',
    'P0M',
    'P1M1D',
    'P1Y2W',
    'P1.5M',
    'P-1M',
    '-P1M',
    'p6m',
    'PT24H',
    'P1DT1H',
    'P6',
    '6M',
    'ALL',
    'P1D1W',
    'P100000D',
    'month',
  ];
  const badIntervals = [
    '/',
    '2026-01-01/',
    '/2026-01-01',
    '2026-02-30/2026-03-01',
    '2026-01-01/2026-01-02/2026-01-03',
    '2026-01-01/P1M',
    '2026-01-01--2026-02-01',
  ];
  for (const text of [...invalid, ...badIntervals]) {
    it(`is not read from "${text}"`, () => {
      expect(parseTimeFrame(text)).to.equal('invalid');
    });
  }

  it('says so when its end lies before its start', () => {
    expect(parseTimeFrame('2026-06-30/2026-01-01')).to.equal('inverted');
  });

  it('is six calendar months unless told', () => {
    expect(parseTimeFrame(DEFAULT_TIME_FRAME)).to.eql({ kind: 'duration', unit: 'month', count: 6 });
  });

  const anyToday = integer({ min: -719_162, max: 2_932_896 }).map(dayFromNumber);

  it('of days ends today and holds as many days as it says', () => {
    holds(
      property(anyToday, integer({ min: 1, max: 99_999 }), (day, count) => {
        const { from, to } = rangeFor(`P${count}D`, day);
        expect(to).to.equal(day);
        if (from !== '0001-01-01') expect(daysBetween(from!, day) + 1).to.equal(count);
      }),
    );
  });

  it('never starts after its end, whatever was written', () => {
    const anyText = oneof(
      string(),
      string({ unit: constantFrom('P', '1', '9', '0', 'Y', 'M', 'W', 'D', '/', '-'), maxLength: 12 }),
      integer({ min: 0, max: 9999 }).map((count) => `P${count}M`),
    );
    holds(
      property(anyText, anyToday, (text, day) => {
        const timeFrame = parseTimeFrame(text);
        if (typeof timeFrame === 'string') return;
        const { from, to } = rangeOf(timeFrame, day);
        expect(from === undefined || to === undefined || from <= to).to.equal(true);
      }),
    );
  });
});
