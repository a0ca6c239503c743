import { expect } from '@open-wc/testing';
import * as ofCampaigns from '../../src/ui/campaign-icons.js';
import { channelIcon } from '../../src/ui/channel-icon.js';
import * as atOnce from '../../src/ui/icons.js';
import * as ofImpact from '../../src/ui/impact-icons.js';
import * as ofProfile from '../../src/ui/profile-icons.js';
import * as shared from '../../src/ui/shared-icons.js';
import { draw, find } from '../helpers/draw.js';

const channels = ['email', 'sms', 'push', 'inbox', 'popup', 'ivr', 'pigeon'];
const icons = {
  ...atOnce,
  ...shared,
  ...ofCampaigns,
  ...ofImpact,
  ...ofProfile,
  ...Object.fromEntries(channels.map((channel) => [channel, channelIcon(channel)])),
};

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
