import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { C360Panel } from '../../src/elements/panel/panel.js';
import { answersFor } from '../helpers/answers.js';
import { nameOf } from '../helpers/backend.js';
import { everythingIn } from '../helpers/canaries.js';
import { fixedNow } from '../helpers/clock.js';
import { nextFrame } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';
import { LONG } from '../helpers/property.js';

/** Backends, each with a token of its own. */
const backends = ['https://one.example.test/api', 'https://two.example.test/api', 'https://two.example.test/other'] as const;

/** How panels of one page may differ. */
const kinds: readonly Partial<C360Panel>[] = [
  {},
  { sections: 'predictions', density: 'compact' },
  { sections: 'profile timeline', timeZone: 'Asia/Tokyo', timeFrame: 'P30D' },
  { sections: 'campaigns', currency: 'EUR', lang: 'de' },
  { sections: 'impact predictions', theme: 'dark' },
];

/** The network of a page: says what is under way, and notes what should not be. */
function network() {
  const underWay = new Map<string, number>();
  const problems: string[] = [];
  const held: (() => void)[] = [];
  let [most, asked, holds] = [0, 0, true];
  const fetchFor =
    (root: string): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      const { origin, pathname } = new URL(request.url);
      const id = /\/customers\/([^/]+)/.exec(pathname)?.[1] ?? '';
      const name = nameOf(pathname);
      if (!request.url.startsWith(`${root}/`)) problems.push(`${request.url} was asked by a panel of ${root}`);
      if (request.headers.get('authorization') !== `Bearer ${tokenOf(root)}`) problems.push(`${request.url} had another token`);
      const count = (underWay.get(origin) ?? 0) + 1;
      underWay.set(origin, count);
      asked++;
      most = Math.max(most, count);
      if (holds) await new Promise<void>((resolve) => held.push(resolve));
      else await nextFrame();
      underWay.set(origin, (underWay.get(origin) ?? 0) - 1);
      const answers = answersFor({ customerId: id, write: (_, plain, kind) => (kind === 'text' ? `${id}x ${plain}` : plain) });
      return new Response(name && JSON.stringify(answers[name]), { status: name ? 200 : 404, headers: { 'content-type': 'application/json' } });
    };
  return {
    fetchFor,
    problems,
    most: () => most,
    asked: () => asked,
    release: () => {
      holds = false;
      for (const resolve of held.splice(0)) resolve();
    },
  };
}

const tokenOf = (root: string) => `token-${backends.indexOf(root as (typeof backends)[number])}`;

describe('fifty panels on one page', () => {
  it('let the first leave at once, never ask an origin for more than eight answers at a time, and show each its own (HP15)', async () => {
    const { fetchFor, problems, most, asked, release } = network();
    const fetches = new Map(backends.map((root) => [root, fetchFor(root)]));
    const box = await mount('div', {}, { width: 700 });
    const customerOf = (index: number) => `q${String(index).padStart(2, '0')}q`;
    const add = (index: number) => {
      const baseUrl = backends[index % backends.length]!;
      const panel = Object.assign(document.createElement('c360-panel'), {
        baseUrl,
        fetch: fetches.get(baseUrl),
        getToken: async () => tokenOf(baseUrl),
        customerId: customerOf(index),
        now: fixedNow,
        timeZone: 'UTC',
        ...kinds[index % kinds.length],
      });
      box.append(panel);
      return panel;
    };

    const first = add(0);
    while (asked() === 0) await nextFrame();
    await Promise.resolve();
    expect([asked(), most()]).to.deep.equal([7, 7]);

    // Out of sight there is nothing to lay out, and what is shown for whom is decided all the same.
    box.hidden = true;
    const panels = [first, ...Array.from({ length: 49 }, (_, index) => add(index + 1))];
    for (let picture = 0; picture < 3; picture++) await nextFrame();
    expect(most()).to.equal(8);
    release();
    await settled(box);
    expect(most()).to.equal(8);
    expect(problems).to.deep.equal([]);
    for (const [index, panel] of panels.entries()) {
      const shown = new Set([...everythingIn(panel)].join(' ').match(/q\d\dqx/g));
      expect([...shown], `panel ${index}`).to.deep.equal([`${customerOf(index)}x`]);
    }
  }).timeout(LONG);
});
