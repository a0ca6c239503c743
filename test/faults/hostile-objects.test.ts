import { expect } from '@open-wc/testing';
import { answersFor } from '../helpers/answers.js';
import { BACKEND, backendOf } from '../helpers/backend.js';
import { fixedNow } from '../helpers/clock.js';
import { composedElements, textOf } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';
import { isNightly, LONG } from '../helpers/property.js';
import { CUSTOMER, compare, openAll, order, places, showAll, turned, turns, warmUp } from './compare.js';
import { gadgetVectors, hugeVector } from './vectors.js';

/** Letters shown of a text before somebody asks for more: of the longest, a message. */
const MOST = 5100;

describe('hostile data', () => {
  before(async function () {
    this.timeout(LONG);
    await warmUp();
  });

  for (const turn of turns(gadgetVectors, 2))
    it(`is never taken for a piece of a template: ${gadgetVectors.length} objects over ${places.size} places, turn ${turn + 1} (PS6, PS7)`, async function () {
      this.timeout(LONG);
      await compare(turned(gadgetVectors, turn));
    });

  const tried = order.filter((_, index) => isNightly || index % 40 === 0);
  it(`changes nothing about the page when a million letters come in one place (${tried.length} places) (V17)`, async function () {
    this.timeout(LONG);
    for (const place of tried) await compare((path) => (path === place ? hugeVector : undefined));
  });

  it('shows no more of a long text than is soon laid out, wherever it comes (V17)', async () => {
    let count = 0;
    const panel = await showAll((path, plain, kind) => (kind === 'url' ? plain : `${++count} ${path} ${'x'.repeat(30_000)}`));
    const tooLong = new Set<string>();
    const check = (text: string, where: string) => text.length > MOST && tooLong.add(`${text.slice(0, 60)} … in ${where}`);
    for (const element of composedElements(panel)) {
      for (const { name, value } of element.attributes)
        if (/^(aria-|title)/.test(name)) check(value, `${name} of <${element.localName} class="${element.className}">`);
      for (const node of element.childNodes)
        if (node instanceof Text && !(element instanceof HTMLStyleElement)) check(node.data, `<${element.localName} class="${element.className}">`);
    }
    expect([...tooLong]).to.deep.equal([]);
  });

  it('reaches no prototype by the names of its members (PS8)', async () => {
    const { fetch } = backendOf(() => answersFor());
    const polluting: typeof fetch = async (input, init) => {
      const text = await (await fetch(input, init)).text();
      // In every object of every answer, as a parser keeps them: as members of its own.
      return new Response(text.replace(/\{(?=")/g, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,'));
    };
    const panel = await mount('c360-panel', { baseUrl: BACKEND, fetch: polluting, customerId: CUSTOMER, now: fixedNow, timeZone: 'UTC' }, { width: 1100 });
    await settled(panel);
    await openAll(panel);
    expect('polluted' in {}).to.equal(false);
    expect(textOf(panel))
      .to.contain('Dana Rivers')
      .and.not.to.match(/polluted|\[object/);
  });
});
