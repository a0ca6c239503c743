import { expect } from '@open-wc/testing';
import { addDays, type PlainDay } from '../../src/model/day.js';
import type { DayRange } from '../../src/model/time-frame.js';
import type { RowSet } from '../../src/rest/row-set/read-rows.js';
import { Row } from '../../src/rest/row-set/row.js';
import { readPastLimit } from '../../src/sources/past-limit.js';
import { day } from './warehouse.js';

interface BackendOptions {
  readonly limit?: number;
  /** Which of the rows a limit keeps. */
  readonly keeps?: 'first' | 'last';
  readonly ignoresDays?: boolean;
}

/** A backend with so many rows a day, that cuts its answers. */
function createBackend(days: readonly PlainDay[], { limit = Infinity, keeps = 'first', ignoresDays = false }: BackendOptions = {}) {
  const asked: DayRange[] = [];
  const read = async (range: DayRange): Promise<RowSet> => {
    asked.push(range);
    const within = days.filter((date) => ignoresDays || ((!range.from || date >= range.from) && (!range.to || date <= range.to)));
    const cut = keeps === 'first' ? within.slice(0, limit) : within.slice(-limit);
    return { columns: [{ name: 'd' }], rows: cut.map((date) => new Row(new Map([['d', 0]]), [date])), leftOut: 0, truncated: false };
  };
  const readAll = (range: DayRange) => readPastLimit(read, (row) => row.day('d'), range);
  return { readAll, asked };
}

function daysFrom(first: PlainDay, count: number): readonly PlainDay[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

const first = day('2016-01-01');
const halfYear: DayRange = { from: first, to: addDays(first, 183) };

async function daysOf(rowSet: Promise<RowSet>): Promise<readonly (PlainDay | undefined)[]> {
  return (await rowSet).rows.map((row) => row.day('d')).sort();
}

describe('reading past a limit of the backend (T22)', () => {
  it('asks once where nothing was cut', async () => {
    const backend = createBackend(daysFrom(first, 99), { limit: 100 });
    expect(await daysOf(backend.readAll(halfYear))).to.have.lengthOf(99);
    expect(backend.asked).to.have.lengthOf(1);
  });

  for (const keeps of ['first', 'last'] as const) {
    it(`finds every day of half a year although each answer holds the ${keeps} hundred rows`, async () => {
      const days = daysFrom(first, 184);
      const backend = createBackend(days, { limit: 100, keeps });
      expect(await daysOf(backend.readAll(halfYear))).to.deep.equal(days);
      expect(backend.asked.length).to.be.at.most(5);
    });

    it(`finds what lies before and after where no days are asked for, with the ${keeps} hundred rows`, async () => {
      const days = daysFrom(first, 731);
      const backend = createBackend(days, { limit: 100, keeps });
      const rowSet = backend.readAll({});
      expect(await daysOf(rowSet)).to.deep.equal(days);
      expect((await rowSet).truncated).to.equal(false);
    });
  }

  it('gives each row once', async () => {
    const days = daysFrom(first, 100).flatMap((date) => [date, date, date]);
    const backend = createBackend(days, { limit: 100 });
    expect(await daysOf(backend.readAll(halfYear))).to.deep.equal(days);
  });

  it('says that it is cut where a single day holds more than the limit', async () => {
    const backend = createBackend(
      Array.from({ length: 150 }, () => first),
      { limit: 100 },
    );
    const rowSet = await backend.readAll(halfYear);
    expect(rowSet.rows).to.have.lengthOf(100);
    expect(rowSet.truncated).to.equal(true);
  });

  it('says so too where the backend pays no heed to the days, and keeps each row once', async () => {
    const days = daysFrom(first, 184);
    const backend = createBackend(days, { limit: 100, ignoresDays: true });
    const rowSet = await backend.readAll(halfYear);
    expect(rowSet.rows.map((row) => row.day('d')).sort()).to.deep.equal(days.slice(0, 100));
    expect(rowSet.truncated).to.equal(true);
    expect(backend.asked.length).to.be.at.most(3);
  });

  it('believes a backend that happens to hold just a hundred rows', async () => {
    const backend = createBackend(daysFrom(first, 100));
    const rowSet = await backend.readAll(halfYear);
    expect(rowSet.rows).to.have.lengthOf(100);
    expect(rowSet.truncated).to.equal(false);
  });

  it('stops after a few dozen questions and says that more is there', async () => {
    const backend = createBackend(daysFrom(first, 10_000), { limit: 100 });
    const rowSet = await backend.readAll({});
    expect(backend.asked.length).to.be.at.most(64);
    expect(rowSet.truncated).to.equal(true);
  });
});
