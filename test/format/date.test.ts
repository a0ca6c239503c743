import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  type DateStyle,
  formatDay,
  formatDayHeading,
  formatDayRange,
  formatExactInstant,
  formatInstant,
  formatMonth,
  formatTime,
  formatYear,
} from '../../src/format/date.js';
import { dateFormat } from '../../src/format/formatters.js';
import { formatRelative, formatRelativeDay } from '../../src/format/relative.js';
import { type Instant, type PlainDay, toPlainDay } from '../../src/model/day.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');
const day = (text: string) => toPlainDay(text)!;
const at = (text: string) => Date.parse(text) as Instant;
const style = (language: string, timeZone = 'Europe/Berlin'): DateStyle => ({ language, timeZone, unknown: 'Date unknown' });

describe('a plain day', () => {
  for (const [language, shown] of [
    ['en', 'Nov 20, 2026'],
    ['en-GB', '20 Nov 2026'],
    ['de', '20. Nov. 2026'],
    ['fr', '20 nov. 2026'],
    ['es', '20 nov 2026'],
    ['ja', '2026年11月20日'],
    ['en_US', 'Nov 20, 2026'],
  ] as const) {
    it(`is "${shown}" in ${language}`, () => expect(plain(formatDay(day('2026-11-20'), style(language)))).to.equal(shown));
  }

  it('is counted in the calendar of the data, whichever the language would prefer', () => {
    for (const language of ['th', 'fa-u-nu-latn', 'ja-u-ca-japanese']) expect(formatDay(day('2026-11-20'), style(language)), language).to.contain('2026');
  });

  it('is the same day for viewers on both sides of the world', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      expect(formatDay(day('2024-03-01'), style('en', timeZone))).to.equal('Mar 1, 2024');
    }
  });

  it('leaves out the year when it is this one', () => {
    expect(formatDay(day('2026-11-20'), style('en'), day('2026-11-22'))).to.equal('Nov 20');
    expect(formatDay(day('2025-11-20'), style('en'), day('2026-11-22'))).to.equal('Nov 20, 2025');
  });

  it('heads a group with its weekday', () => {
    expect(formatDayHeading(day('2026-11-18'), style('de'), day('2026-11-22'))).to.equal('Mittwoch, 18. November');
    expect(formatDayHeading(day('2025-11-18'), style('en'), day('2026-11-22'))).to.equal('Tuesday, November 18, 2025');
  });

  it('labels the years of an axis, in the digits of the language', () => {
    expect(formatYear(day('2026-01-01'), style('en'))).to.equal('2026');
    expect(formatYear(day('2026-01-01'), style('ar-u-nu-arab'))).to.equal('٢٠٢٦');
    expect(formatYear(null, style('en'))).to.equal('Date unknown');
  });

  it('labels the months of an axis', () => {
    expect(formatMonth(day('2026-11-01'), style('en'))).to.equal('Nov');
    expect(formatMonth(day('2026-01-01'), style('en'), true)).to.equal('Jan 2026');
  });

  it('is near today in words, by the calendar', () => {
    const today = day('2026-11-22');
    expect(formatRelativeDay(today, today, style('en'))).to.equal('today');
    expect(formatRelativeDay(day('2026-11-21'), today, style('de'))).to.equal('gestern');
    expect(formatRelativeDay(day('2026-11-19'), today, style('en'))).to.equal('3 days ago');
    expect(formatRelativeDay(day('2026-11-24'), today, style('en'))).to.equal('in 2 days');
    expect(formatRelativeDay(day('2026-11-15'), today, style('en'))).to.equal('Nov 15');
  });

  it('says that it is unknown instead of naming a wrong one (V10)', () => {
    for (const bad of ['', '0000-00-00', '2024-02-30', 'yesterday', '2024-03-01T00:00:00Z']) {
      expect(formatDay(bad as PlainDay, style('en')), bad).to.equal('Date unknown');
      expect(formatDayHeading(bad as PlainDay, style('en')), bad).to.equal('Date unknown');
    }
    expect(formatDay(null, style('en'))).to.equal('Date unknown');
  });
});

describe('a range of days', () => {
  it('names what both ends share only once', () => {
    expect(plain(formatDayRange({ from: day('2026-05-23'), to: day('2026-11-22') }, style('en'), 'All time'))).to.equal('May 23 – Nov 22, 2026');
    expect(plain(formatDayRange({ from: day('2026-11-01'), to: day('2026-11-01') }, style('en'), 'All time'))).to.equal('Nov 1, 2026');
  });

  it('may be open, or all time', () => {
    expect(formatDayRange({ from: day('2026-05-23') }, style('en'), 'All time')).to.equal('May 23, 2026 –');
    expect(formatDayRange({}, style('en'), 'All time')).to.equal('All time');
  });
});

describe('a moment', () => {
  it('is shown in the given zone, not in that of the viewer', () => {
    const moment = at('2026-11-20T23:30:00Z');
    expect(plain(formatInstant(moment, style('en', 'Europe/Berlin')))).to.equal('Nov 21, 2026, 12:30 AM');
    expect(plain(formatInstant(moment, style('en', 'America/New_York')))).to.equal('Nov 20, 2026, 6:30 PM');
    expect(plain(formatTime(moment, style('de', 'Europe/Berlin')))).to.equal('00:30');
  });

  it('names its offset where it is given exactly', () => {
    expect(plain(formatExactInstant(at('2026-11-20T13:02:11Z'), style('en')))).to.equal('Friday, November 20, 2026 at 2:02:11 PM GMT+1');
  });

  it('tells the two hours of a clock turned back apart by their offset', () => {
    const [first, second] = [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')];
    expect(formatTime(first, style('en'))).to.equal(formatTime(second, style('en')));
    expect(formatExactInstant(first, style('en'))).to.not.equal(formatExactInstant(second, style('en')));
  });

  const now = at('2026-11-22T10:00:00Z');
  for (const [moment, language, shown] of [
    ['2026-11-22T09:59:40Z', 'en', 'now'],
    ['2026-11-22T09:55:00Z', 'de', 'vor 5 Min.'],
    ['2026-11-22T08:00:00Z', 'fr', 'il y a 2 h'],
    ['2026-11-22T08:00:00Z', 'de', 'vor 2 Std.'],
    ['2026-11-22T12:00:00Z', 'de', 'in 2 Std.'],
    ['2026-11-21T09:00:00Z', 'en', 'yesterday'],
    ['2026-11-20T22:30:00Z', 'en', '2 days ago'],
    ['2026-11-20T23:30:00Z', 'en', 'yesterday'],
    ['2026-11-15T10:00:00Z', 'en', 'Nov 15'],
    ['2025-11-15T10:00:00Z', 'en', 'Nov 15, 2025'],
  ] as const) {
    it(`${moment} is "${shown}" in ${language}, at ten in the morning of 22 November`, () => {
      expect(plain(formatRelative(at(moment), now, style(language)))).to.equal(shown);
    });
  }

  it('falls back to UTC in a zone nobody knows (V25)', () => {
    expect(plain(formatTime(at('2026-11-20T14:02:00Z'), style('de', 'Mars/Phobos')))).to.equal('14:02');
  });

  it('says that it is unknown when it cannot be read', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 9e15, null, undefined]) {
      for (const format of [formatInstant, formatTime, formatExactInstant]) expect(format(bad as Instant, style('en'))).to.equal('Date unknown');
      expect(formatRelative(bad as Instant, now, style('en'))).to.equal('Date unknown');
    }
  });

  it('never throws, whatever moment, language and zone arrive', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.string(), fc.string(), fc.string(), (moment, present, language, timeZone, text) => {
        const hostile = { language, timeZone, unknown: '?' };
        for (const format of [formatInstant, formatTime, formatExactInstant]) expect(format(moment as Instant, hostile)).to.be.a('string');
        expect(formatRelative(moment as Instant, present, hostile)).to.be.a('string');
        expect(formatDay(text as PlainDay, hostile)).to.be.a('string');
        expect(formatDayRange({ from: text as PlainDay, to: '2026-01-01' as PlainDay }, hostile, '')).to.be.a('string');
      }),
    );
  });
});

describe('a zone that is none', () => {
  it('spoils no other, however much it looks like one with its fields', () => {
    expect(dateFormat('en', { timeZone: 'UTC,year,numeric' })).to.equal(undefined);
    expect(dateFormat('en', { timeZone: 'UTC', year: 'numeric' })?.format(0)).to.equal('1970');
  });
});
