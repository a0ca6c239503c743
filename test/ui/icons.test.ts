import { expect } from '@open-wc/testing';
import * as icons from '../../src/ui/icons.js';
import { draw, find } from '../helpers/draw.js';

describe('icons', () => {
  for (const [name, icon] of Object.entries(icons)) {
    it(`${name} is drawn inside its square and left to the text beside it`, () => {
      const { root } = draw(icon());
      const { x, y, width, height } = find<SVGPathElement>(root, 'path').getBBox();
      expect(Math.max(width, height)).to.be.greaterThan(5);
      expect(Math.min(x, y)).to.be.at.least(0);
      expect(Math.max(x + width, y + height)).to.be.at.most(24);
      expect(find(root, 'svg').getAttribute('aria-hidden')).to.equal('true');
      expect(root.querySelector('[style]')).to.equal(null);
    });
  }
});
