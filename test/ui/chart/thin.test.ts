import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MOST_POINTS, type Point, thin, within } from '../../../src/ui/chart/thin.js';
import { holds } from '../../helpers/property.js';

const known = (points: readonly Point[]) => points.filter(({ y }) => !Number.isNaN(y));
const range = (points: readonly Point[]) => {
  const values = known(points).map(({ y }) => y);
  return [Math.min(...values), Math.max(...values)];
};

describe('a line with too many points', () => {
  const long = Array.from({ length: 100_000 }, (_, x) => ({ x, y: (x * 7919) % 1000 }));

  it('is drawn with a thousand at most, from its first to its last (V23)', () => {
    const few = thin(long);
    expect(few.length).to.be.within(MOST_POINTS / 4, MOST_POINTS);
    expect(few[0]).to.equal(long[0]);
    expect(few.at(-1)).to.equal(long.at(-1));
  });

  it('keeps each extreme on its own day, however short it was', () => {
    const spiked = long.map((point) => (point.x === 51_234 ? { x: point.x, y: 5_000 } : point.x === 70_001 ? { x: point.x, y: -9 } : point));
    const few = thin(spiked);
    expect(few).to.deep.include({ x: 51_234, y: 5_000 });
    expect(few).to.deep.include({ x: 70_001, y: -9 });
  });

  it('keeps the top of a hill and the bottom of a valley, where no jump tells of them', () => {
    const hill = Array.from({ length: 10_000 }, (_, x) => ({ x, y: 0 - Math.abs(x - 5_123) }));
    const valley = hill.map(({ x, y }) => ({ x, y: 0 - y }));
    expect(thin(hill)).to.deep.include({ x: 5_123, y: 0 });
    expect(thin(valley)).to.deep.include({ x: 5_123, y: 0 });
  });

  it('keeps a jump on the day it happened', () => {
    const jump = Array.from({ length: 5_000 }, (_, x) => ({ x, y: x < 3_333 ? x / 1e6 : 100 + x / 1e6 }));
    const few = thin(jump);
    expect(few).to.deep.include(jump[3_332]).and.to.deep.include(jump[3_333]);
  });

  it('is never bridged where it breaks', () => {
    const broken = long.flatMap((point) =>
      point.x >= 40_000 && point.x < 45_000 ? [] : point.x === 39_999 ? [point, { x: point.x, y: Number.NaN }] : [point],
    );
    const few = thin(broken);
    const gap = few.findIndex(({ y }) => Number.isNaN(y));
    expect(few[gap - 1]).to.deep.include({ x: 39_999 });
    expect(few[gap + 1]).to.deep.include({ x: 45_000 });
  });

  it('stays as it is where there are few enough', () => {
    const short = long.slice(0, MOST_POINTS);
    expect(thin(short)).to.equal(short);
    expect(thin([])).to.deep.equal([]);
  });

  it('keeps its ends, its range and its order, whatever it is', () => {
    const line = fc.array(fc.record({ step: fc.integer({ min: 0, max: 9 }), y: fc.oneof({ weight: 9, arbitrary: fc.integer() }, fc.constant(Number.NaN)) }), {
      minLength: 1,
      maxLength: 400,
    });
    holds(
      fc.property(line, (steps) => {
        let x = 0;
        const points = steps.map(({ step, y }) => ({ x: (x += step), y }));
        const few = thin(points, 50);
        expect(few.length).to.be.at.most(50);
        expect([few[0], few.at(-1)]).to.deep.equal([points[0], points.at(-1)]);
        expect(range(few)).to.deep.equal(range(points));
        expect(few.every((point) => points.includes(point))).to.equal(true);
        expect(few.map(({ x: at }) => at)).to.deep.equal(few.map(({ x: at }) => at).toSorted((left, right) => left - right));
      }),
    );
  });
});

describe('the part of a line in a picture', () => {
  const points = [1, 2, 3, 4, 5, 6].map((x) => ({ x, y: x }));

  it('comes in from the point before and goes out to the one after', () => {
    expect(within(points, 2.5, 4.5).map(({ x }) => x)).to.deep.equal([2, 3, 4, 5]);
    expect(within(points, 3, 4).map(({ x }) => x)).to.deep.equal([3, 4, 5]);
  });

  it('is all of it where all of it is in the picture', () => {
    expect(within(points, 0, 9)).to.equal(points);
    expect(within([], 0, 9)).to.deep.equal([]);
  });
});
