import { expect } from '@open-wc/testing';
import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/index.js';
import '../../src/define.js';
import { fixedNow } from '../helpers/clock.js';
import { deferred } from '../helpers/deferred.js';
import { nextFrame } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';

/** Height of what is below the heading. */
const heightOf = (element: { readonly renderRoot: HTMLElement | DocumentFragment }) =>
  element.renderRoot.querySelector('[part="body"]')?.getBoundingClientRect().height ?? 0;

describe('what comes', () => {
  for (const tag of ['c360-timeline', 'c360-campaigns', 'c360-predictions'] as const) {
    for (const width of [320, 720, 1280]) {
      it(`takes about the room that <${tag}> kept for it at ${width} px, so that nothing below jumps`, async () => {
        const held = deferred<void>();
        const mocks = createMockFetch(createHandlers());
        const fetch: typeof globalThis.fetch = (...request) => held.promise.then(() => mocks(...request));
        const settings = { baseUrl: 'https://backend.example.test/api/', customerId: '1111113001034507', now: fixedNow, timeZone: 'America/New_York' };
        const element = await mount(tag, { ...settings, fetch }, { width });
        const before = heightOf(element);
        held.resolve();
        await settled(element);
        // What draws the value may come a moment after it.
        for (let frame = 0; frame < 60 && element.renderRoot.querySelector('.bone-drawing'); frame++) await nextFrame();
        await nextFrame();
        expect(heightOf(element)).to.be.closeTo(before, 44);
      });
    }
  }
});
