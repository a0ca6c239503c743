import { expect } from '@open-wc/testing';
import { everythingIn } from '../helpers/canaries.js';
import { LONG } from '../helpers/property.js';
import { compare, places, showAll, turned, turns, warmUp } from './compare.js';
import { textVectors } from './vectors.js';

describe('a hostile text', () => {
  before(async function () {
    this.timeout(LONG);
    await warmUp();
  });

  it('is looked for everywhere: what these answers say does reach the screen', async () => {
    const marks = new Map([...places.keys()].map((path, index) => [path, `mark${index}end`]));
    const panel = await showAll((path, plain, kind) => (kind === 'url' ? plain : marks.get(path)));
    const all = [...everythingIn(panel)].join('\n');
    const texts = [...marks].filter(([path]) => places.get(path) === 'text' && !/^(search|field|proof)\./.test(path));
    const seen = texts.filter(([, mark]) => all.includes(mark));
    expect(
      seen.length / texts.length,
      texts
        .filter((one) => !seen.includes(one))
        .map(([path]) => path)
        .join('\n'),
    ).to.be.greaterThan(0.85);
  });

  for (const turn of turns(textVectors, 4))
    it(`is text and nothing else: ${textVectors.length} contents over ${places.size} places, turn ${turn + 1} (X1, X2, X3, X4, X9, V19, V20, V24)`, async function () {
      this.timeout(LONG);
      await compare(turned(textVectors, turn));
    });
});
