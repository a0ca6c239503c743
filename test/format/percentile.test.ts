import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { discountShares, shareBelow } from '../../src/format/percentile.js';

describe('a place among all customers', () => {
  for (const [percentile, percent, extent] of [
    [94, 94, 'most'],
    [55, 55, 'most'],
    [50, 50, 'half'],
    [25, 25, 'few'],
    [0, 0, 'none'],
    [100, 100, 'all'],
    [0.2, 0.2, 'few'],
    [99.96, 99.9, 'most'],
    [50.4, 50, 'half'],
    [-3, 0, 'none'],
    [140, 100, 'all'],
  ] as const) {
    it(`of ${percentile} has ${percent} per cent below it: ${extent}`, () => expect(shareBelow(percentile)).to.deep.equal({ percent, extent }));
  }

  it('has no sentence when there is no number', () => {
    for (const nothing of [undefined, null, Number.NaN]) {
      expect(shareBelow(nothing)).to.equal(undefined);
      expect(discountShares(nothing)).to.equal(undefined);
    }
  });
});

describe('a place in the discount order', () => {
  it('of 25 says that only 25 per cent like discounts more and 75 lean to the full price (B35, T4)', () => {
    expect(discountShares(25)).to.deep.equal({ moreDiscount: { percent: 25, extent: 'few' }, moreFullPrice: { percent: 75, extent: 'most' } });
  });

  it('always adds up to a hundred as it is shown', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (percentile) => {
        const { moreDiscount, moreFullPrice } = discountShares(percentile)!;
        expect(Number((moreDiscount.percent + moreFullPrice.percent).toFixed(6))).to.equal(100);
      }),
    );
  });
});
