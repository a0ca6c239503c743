import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { nothing } from 'lit';
import { distributionStyles, type Placing, renderDistribution } from '../../src/ui/distribution.js';
import { axe } from '../helpers/axe.js';
import { draw, find } from '../helpers/draw.js';

const spread: Placing = {
  distribution: { min: 0, max: 4000, bins: [10, 30, 40, 15, 5] },
  value: 3200,
  percentile: 94,
  label: 'Higher than 94% of all customers, who range from €0 to €4,000',
};

/** Where the customer's mark stands, 0 (left) to 100 (right). */
function markOf(placing: Placing): number {
  const { root } = draw(renderDistribution(placing), [distributionStyles]);
  return Number(/^M([\d.]+)/.exec(find(root, '.mark').getAttribute('d')!)![1]);
}

describe('the place of a customer among all', () => {
  it('is said in words and drawn without style attributes', async () => {
    const { host, root } = draw(renderDistribution(spread), [distributionStyles]);
    expect(find(root, '[role=img]').getAttribute('aria-label')).to.equal(spread.label);
    expect(root.querySelector('[style]')).to.equal(null);
    await axe(host);
  });

  it('has a round head in a picture that is stretched: a line, since not every browser keeps the ends of none in shape', () => {
    const { root } = draw(renderDistribution(spread), [distributionStyles]);
    expect((find(root, '.head') as SVGPathElement).getTotalLength()).to.be.within(0.001, 0.1);
  });

  it('is where the value lies between the lowest and the highest customer', () => {
    expect(markOf(spread)).to.equal(80);
    expect(markOf({ ...spread, value: -5 })).to.equal(0);
    expect(markOf({ ...spread, value: 9999 })).to.equal(100);
  });

  it('is found from the percentile where the value is not on the scale', () => {
    expect(markOf({ label: '', percentile: 50, distribution: { min: 0, max: 1, bins: [50, 50] } })).to.equal(50);
    expect(markOf({ label: '', percentile: 90, distribution: { min: 0, max: 1, bins: [80, 20] } })).to.equal(75);
    expect(markOf({ ...spread, value: Number.NaN, percentile: 100 })).to.equal(100);
    expect(markOf({ label: '', percentile: 25, distribution: { min: 3, max: 3, bins: [1, 1] } })).to.equal(25);
  });

  it('is a plain bar when there is no spread to draw', () => {
    for (const bins of [[], [7], [0, 0, 0], [Number.NaN, -3]])
      expect(markOf({ label: '', percentile: 30, distribution: { min: 0, max: 1, bins } })).to.equal(30);
    expect(markOf({ label: '', percentile: 30 })).to.equal(30);
  });

  it('is not drawn when nothing is known about it', () => {
    expect(renderDistribution({ label: '' })).to.equal(nothing);
    expect(renderDistribution({ label: '', percentile: Number.NaN })).to.equal(nothing);
    expect(renderDistribution({ label: '', value: 3 })).to.equal(nothing);
  });

  it('stays small and inside its picture, whatever arrives (V23)', () => {
    const bins = fc.array(fc.oneof(fc.double(), fc.integer()), { maxLength: 500 });
    fc.assert(
      fc.property(bins, fc.double(), fc.double(), fc.double(), fc.double(), (counts, min, max, value, percentile) => {
        const { host, root } = draw(renderDistribution({ distribution: { min, max, bins: counts }, value, percentile, label: 'x' }), [distributionStyles]);
        const paths = [...root.querySelectorAll('path')].map((path) => path.getAttribute('d')!);
        host.remove();
        for (const path of paths) {
          expect(path).to.not.match(/NaN|Infinity|undefined/);
          expect(path.length).to.be.lessThan(3000);
          for (const coordinate of path.match(/[\d.-]+/g) ?? []) expect(Number(coordinate)).to.be.within(0, 100);
        }
      }),
      { numRuns: 200 },
    );
  });
});
