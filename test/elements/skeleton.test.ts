import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/index.js';
import '../../src/define.js';
import { fixedNow } from '../helpers/clock.js';
import { deferred } from '../helpers/deferred.js';
import { composedElements, nextFrame } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';

type Tag = 'c360-profile' | 'c360-impact-chart' | 'c360-timeline' | 'c360-campaigns' | 'c360-predictions';

/** By how many pixels more or less may come: the profile tells of everything that is known, and one customer has more of it than the next. */
const tolerances: Readonly<Record<Tag, number>> = {
  'c360-profile': 80,
  'c360-impact-chart': 44,
  'c360-timeline': 44,
  'c360-campaigns': 44,
  'c360-predictions': 44,
};

const isTag = (name: string): name is Tag => Object.hasOwn(tolerances, name);

/** The heights below the heading of the section, or of another part of it, before and after its answers, where it stands in this. */
async function heights(tag: Tag | 'c360-panel', width: number, section = tag, part = 'body'): Promise<readonly [before: number, after: number]> {
  const heightOf = (element: Element | undefined) => element?.shadowRoot?.querySelector(`[part="${part}"]`)?.getBoundingClientRect().height ?? 0;
  const held = deferred<void>();
  const mocks = createMockFetch(createHandlers());
  const fetch: typeof globalThis.fetch = (...request) => held.promise.then(() => mocks(...request));
  const settings = { baseUrl: 'https://backend.example.test/api/', customerId: '1111113001034507', now: fixedNow, timeZone: 'America/New_York' };
  const element = await mount(tag, { ...settings, fetch }, { width });
  const shown = [element, ...composedElements(element)].find(({ localName }) => localName === section);
  const own = (shown?.constructor as typeof LitElement).elementStyles.length;
  // What draws it comes while the data is under way, and with it the distances between its blocks.
  while (shown?.shadowRoot?.adoptedStyleSheets.length === own) await nextFrame();
  const before = heightOf(shown);
  held.resolve();
  await settled(element);
  // What draws the value may come a moment after it.
  for (let frame = 0; frame < 60 && shown?.shadowRoot?.querySelector('.bone-drawing'); frame++) await nextFrame();
  await nextFrame();
  return [before, heightOf(shown)];
}

describe('what comes', () => {
  for (const tag of Object.keys(tolerances).filter(isTag)) {
    for (const width of [320, 420, 500, 640, 720, 916, 1280]) {
      it(`takes about the room that <${tag}> kept for it at ${width} px, so that nothing below jumps`, async () => {
        const [before, after] = await heights(tag, width);
        expect(after).to.be.closeTo(before, tolerances[tag]);
      });
    }
  }

  // The profile has no box of its own there, and its metrics the width of the right column.
  for (const width of [900, 960, 1000, 1060, 1120, 1200, 1280]) {
    it(`takes about the room that the metrics beside the profile of a panel kept at ${width} px`, async () => {
      const [before, after] = await heights('c360-panel', width, 'c360-profile', 'metrics');
      expect(after).to.be.closeTo(before, 44);
    });
  }

  for (const width of [320, 400]) {
    it(`takes about the room that the folded profile of a panel kept for it at ${width} px`, async () => {
      const [before, after] = await heights('c360-panel', width, 'c360-profile');
      expect(after).to.be.closeTo(before, tolerances['c360-profile']);
    });
  }
});
