import { expect } from '@open-wc/testing';
import { date, integer, oneof, property, string } from 'fast-check';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  type Instant,
  isTimeZone,
  type PlainDay,
  startOfDay,
  toPlainDay,
} from '../../src/model/day.js';
import { holds } from '../helpers/property.js';

const day = (text: string): PlainDay => toPlainDay(text)!;
const instant = (text: string): Instant => Date.parse(text) as Instant;

const anyDay = integer({ min: -719_162, max: 2_932_896 }).map(dayFromNumber);

describe('a calendar day', () => {
  for (const text of ['2017-12-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
    it(`is read from ${text}`, () => {
      expect(toPlainDay(text)).to.equal(text);
    });
  }

  const unreadable = ['', ' ', '0000-00-00', '0000-01-01', '2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01'];
  for (const value of [
    ...unreadable,
    '2024-1-1',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '+2024-01-01',
    '２０２４-01-01',
    'today',
    null,
    undefined,
    20240101,
    {},
    [],
  ]) {
    it(`is not read from ${JSON.stringify(value) ?? 'undefined'}`, () => {
      expect(toPlainDay(value)).to.equal(undefined);
    });
  }

  it('is whatever the calendar knows, and nothing else', () => {
    const text = oneof(
      string(),
      date({ noInvalidDate: true }).map((moment) => moment.toISOString().slice(0, 10)),
      string({ unit: 'grapheme-ascii' }).map((tail) => `2024-${tail}`),
    );
    holds(
      property(text, (candidate) => {
        const parsed = Date.parse(`${candidate}T00:00:00Z`);
        const isDay = /^\d{4}-\d{2}-\d{2}$/.test(candidate) && !candidate.startsWith('0000') && new Date(parsed || 0).toISOString().startsWith(candidate);
        expect(toPlainDay(candidate) !== undefined).to.equal(isDay);
      }),
    );
  });

  it('counts from 1970 and back without loss', () => {
    expect(dayNumber(day('1970-01-01'))).to.equal(0);
    expect(dayNumber(day('1969-12-31'))).to.equal(-1);
    holds(
      property(anyDay, (each) => {
        expect(dayFromNumber(dayNumber(each))).to.equal(each);
      }),
    );
  });

  it('moves by days across months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).to.equal('2024-02-29');
    expect(addDays(day('2023-02-28'), 1)).to.equal('2023-03-01');
    expect(addDays(day('2017-12-31'), 1)).to.equal('2018-01-01');
    expect(addDays(day('2018-01-01'), -1)).to.equal('2017-12-31');
    expect(daysBetween(day('2017-01-01'), day('2018-01-01'))).to.equal(365);
    holds(
      property(anyDay, integer({ min: -3000, max: 3000 }), (from, days) => {
        const to = addDays(from, days);
        if (to !== '0001-01-01' && to !== '9999-12-31') expect(daysBetween(from, to)).to.equal(days);
      }),
    );
  });

  const monthMoves: [string, number, string][] = [
    ['2026-08-31', -6, '2026-02-28'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-05-10', 0, '2024-05-10'],
    ['2024-05-10', -24_288, '0001-01-01'],
    ['0001-03-31', -6, '0001-01-01'],
    ['9999-11-30', 2, '9999-12-31'],
    ['2024-05-10', Number.NaN, '2024-05-10'],
    ['2024-05-10', Number.NEGATIVE_INFINITY, '0001-01-01'],
  ];
  for (const [from, months, to] of monthMoves) {
    it(`${months} months from ${from} is ${to}`, () => {
      expect(addMonths(day(from), months)).to.equal(to);
    });
  }

  it('never moves past the month asked for, nor against the direction asked for', () => {
    holds(
      property(anyDay, integer({ min: -200_000, max: 200_000 }), (from, months) => {
        const to = addMonths(from, months);
        expect(toPlainDay(to)).to.equal(to);
        if (months < 0) expect(to <= from).to.equal(true);
        if (months > 0) expect(to >= from).to.equal(true);
      }),
    );
  });

  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -0.4]) {
    it(`is one of the calendar even for the number ${number}`, () => {
      const result = dayFromNumber(number);
      expect(toPlainDay(result)).to.equal(result);
    });
  }
});

describe('the day of an instant', () => {
  const cases: [string, string, string][] = [
    ['2017-12-31T23:30:00Z', 'UTC', '2017-12-31'],
    ['2017-12-31T23:30:00Z', 'Europe/Berlin', '2018-01-01'],
    ['2018-01-01T04:59:59Z', 'America/New_York', '2017-12-31'],
    ['2018-01-01T05:00:00Z', 'America/New_York', '2018-01-01'],
    // The clocks went forward at 07:00 UTC and back at 06:00 UTC; a day of 23 and one of 25 hours (V13).
    ['2024-03-10T04:59:59Z', 'America/New_York', '2024-03-09'],
    ['2024-03-11T03:59:59Z', 'America/New_York', '2024-03-10'],
    ['2024-11-03T04:00:00Z', 'America/New_York', '2024-11-03'],
    ['2024-11-04T04:59:59Z', 'America/New_York', '2024-11-03'],
    // Samoa left out 30 December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2024-01-01T18:14:59Z', 'Asia/Kathmandu', '2024-01-01'],
    ['2024-01-01T18:15:00Z', 'Asia/Kathmandu', '2024-01-02'],
    ['1582-01-01T12:00:00Z', 'UTC', '1582-01-01'],
    ['0800-12-25T12:00:00Z', 'UTC', '0800-12-25'],
  ];
  for (const [moment, zone, expected] of cases) {
    it(`${moment} in ${zone} is ${expected} (V13)`, () => {
      expect(dayOf(instant(moment), zone)).to.equal(expected);
    });
  }

  it('is cut in UTC where the zone is unknown', () => {
    expect(dayOf(instant('2017-12-31T23:30:00Z'), 'Mars/Phobos')).to.equal('2017-12-31');
    expect(dayOf(instant('2017-12-31T23:30:00Z'), '')).to.equal('2017-12-31');
  });

  it('is a day of the calendar for any number at all', () => {
    const wild = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15, -8.64e15, 1e300];
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue']) {
      for (const value of wild) {
        const found = dayOf(value as Instant, zone);
        expect(toPlainDay(found), `${value} in ${zone}`).to.equal(found);
      }
    }
  });

  it('agrees with plain arithmetic in UTC', () => {
    const moments = date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true });
    holds(
      property(moments, (moment) => {
        expect(dayOf(moment.getTime() as Instant, 'UTC')).to.equal(moment.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('a time zone', () => {
  it('is known by its IANA name', () => {
    expect(isTimeZone('Europe/Berlin')).to.equal(true);
    for (const name of ['', 'Mars/Phobos', 'Europe/Berlin ', 'undefined']) expect(isTimeZone(name), name).to.equal(false);
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
