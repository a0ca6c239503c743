import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { toAxis, withSteps } from '../../../src/ui/chart/axis.js';
import { holds } from '../../helpers/property.js';

describe('an axis of the chart', () => {
  const axes: readonly (readonly [low: number, high: number, whole: boolean, ticks: readonly number[]])[] = [
    [0, 100, false, [0, 50, 100]],
    [3, 97, false, [0, 50, 100]],
    [90, 200, false, [50, 100, 150, 200]],
    [0.1, 0.3, false, [0.1, 0.15, 0.2, 0.25, 0.3]],
    [-30, 70, false, [-50, 0, 50, 100]],
    [1, 3, true, [1, 2, 3]],
    [3, 3, true, [2, 3, 4]],
    [0, 0, true, [0, 1]],
    [100, 100, false, [95, 100, 105]],
    [0, 5e-324, false, [0, 0.5, 1]],
  ];
  for (const [low, high, whole, ticks] of axes)
    it(`of ${low} to ${high}${whole ? ' pieces' : ''} has ${ticks.join(', ')}`, () => {
      expect(toAxis(low, high, whole).ticks).to.deep.equal(ticks);
    });

  it('holds what is drawn, in even steps, few enough to be read, never a number that is none (V5, V21)', () => {
    const value = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.double({ min: -1e300, max: 1e300, noNaN: true }));
    holds(
      fc.property(value, value, fc.boolean(), (one, other, whole) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const { min, max, ticks } = toAxis(low, high, whole);
        expect(ticks.every(Number.isFinite)).to.equal(true);
        expect(ticks.length).to.be.within(2, 6);
        // Beyond the digits a number has, an end may be rounded away.
        const blur = Math.max(Math.abs(low), Math.abs(high)) * 1e-14;
        expect(min).to.be.at.most(low + blur);
        expect(max).to.be.at.least(high - blur);
        expect(low >= 0 && min < 0).to.equal(false);
      }),
    );
  });

  it('takes further steps above, so that two axes share one grid', () => {
    const axis = withSteps(toAxis(0, 0.3, false), 5);
    expect(axis.ticks).to.deep.equal([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(axis.max).to.equal(0.5);
    expect(withSteps(axis, 2)).to.deep.equal(axis);
  });
});
