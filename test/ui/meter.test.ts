import { expect } from '@open-wc/testing';
import { type Meter, meterStyles, renderMeter } from '../../src/ui/meter.js';
import { axe } from '../helpers/axe.js';
import { draw, find } from '../helpers/draw.js';

const likely: Meter = { value: 15, min: 0, max: 100, label: 'Click an e-mail', valueText: '15% likely' };

describe('a meter', () => {
  it('says what it measures and how much, in words (A16)', async () => {
    const { host, root } = draw(renderMeter(likely), [meterStyles]);
    const meter = find(root, '[role=meter]');
    expect(['label', 'valuemin', 'valuemax', 'valuenow', 'valuetext'].map((name) => meter.getAttribute(`aria-${name}`))).to.deep.equal([
      'Click an e-mail',
      '0',
      '100',
      '15',
      '15% likely',
    ]);
    await axe(host);
  });

  for (const [value, width] of [
    [15, 15],
    [0, 0],
    [100, 100],
    [-20, 0],
    [250, 100],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ] as const) {
    it(`of ${value} is filled to ${width} of a hundred and never beyond its bounds`, () => {
      const { root } = draw(renderMeter({ ...likely, value }), [meterStyles]);
      const [full, filled] = [find(root, 'svg'), find<SVGRectElement>(root, 'rect')].map((element) => element.getBoundingClientRect().width);
      expect(Math.round((100 * filled!) / full!)).to.equal(width);
      expect(find(root, '[role=meter]').getAttribute('aria-valuenow')).to.equal(String(width));
    });
  }

  it('without a span is empty instead of broken', () => {
    const { root } = draw(renderMeter({ ...likely, min: 5, max: 5 }), [meterStyles]);
    expect(find(root, '[role=meter]').getAttribute('aria-valuenow')).to.equal('5');
  });

  it('runs from right to left where the writing does', () => {
    const page = document.createElement('div');
    page.dir = 'rtl';
    document.body.append(page);
    const { root } = draw(renderMeter(likely), [meterStyles], page);
    expect(Math.round(find(root, 'rect').getBoundingClientRect().right)).to.equal(Math.round(find(root, 'svg').getBoundingClientRect().right));
    page.remove();
  });
});
