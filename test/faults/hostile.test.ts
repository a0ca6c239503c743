import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { answersFor, type Kind, writtenPlaces } from '../helpers/answers.js';
import { BACKEND, backendOf } from '../helpers/backend.js';
import { everythingIn } from '../helpers/canaries.js';
import { fixedNow } from '../helpers/clock.js';
import { composedElements, nextFrame, textOf } from '../helpers/dom.js';
import { mount, settled, unmountAll } from '../helpers/mount.js';
import { isNightly } from '../helpers/property.js';
import { EVIL, gadgetVectors, hugeVector, REFUSED, textVectors, type Vector } from './vectors.js';

const CUSTOMER = '0042';

type Write = (path: string, plain: string, kind: Kind) => unknown;

/** A panel over answers written like this, with everything in it opened. */
async function showAll(write: Write) {
  const answers = answersFor({ write });
  const { fetch } = backendOf(() => answers);
  const panel = await mount('c360-panel', { baseUrl: BACKEND, fetch, customerId: CUSTOMER, now: fixedNow, timeZone: 'UTC', proof: 'text' }, { width: 1100 });
  await settled(panel);
  // As for print, every row is drawn and not only those in sight: how wide letters are must not matter.
  window.dispatchEvent(new Event('beforeprint'));
  await openAll(panel);
  return panel;
}

/** Opens what can be opened and what shows itself then, until nothing changes any more. */
async function openAll(panel: Element): Promise<void> {
  const opened = new Set<Element>();
  let [before, calm] = ['', 0];
  while (calm < 3) {
    for (const found of [...composedElements(panel)]) {
      if (opened.has(found) || !found.isConnected) continue;
      if (found instanceof HTMLDetailsElement && !found.open) found.open = true;
      else if (found instanceof HTMLButtonElement && found.ariaExpanded === 'false' && found.ariaHasPopup === null) found.click();
      else continue;
      opened.add(found);
    }
    await settled(panel);
    await nextFrame();
    const now = skeleton(panel);
    calm = now === before ? calm + 1 : 0;
    before = now;
  }
}

/** Tags and names of attributes of the whole tree: what markup would change, and text cannot. Classes come and go with pictures that load. */
function skeleton(node: Element | ShadowRoot, depth = 0): string {
  const lines: string[] = [];
  if (node instanceof Element)
    lines.push(
      `${' '.repeat(depth)}<${[
        node.localName,
        ...node
          .getAttributeNames()
          .filter((name) => name !== 'class')
          .sort(),
      ].join(' ')}>`,
    );
  if (node instanceof Element && node.shadowRoot) lines.push(skeleton(node.shadowRoot, depth + 1));
  for (const child of node.children) lines.push(skeleton(child, depth + 1));
  return lines.join('\n');
}

const addresses = ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'srcdoc', 'style'];

/** What the tree could load, run or lead to that it should not. */
function dangers(panel: Element): string[] {
  const found: string[] = [];
  for (const element of composedElements(panel)) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`<${element.localName}> listens by its ${name}`);
      if (!addresses.includes(name) || value.startsWith('#')) continue;
      if (name !== 'style' && URL.canParse(value, document.baseURI)) {
        const { protocol, host } = new URL(value, document.baseURI);
        if (host === EVIL || !/^(https?|mailto|tel):$/.test(protocol)) found.push(`<${element.localName} ${name}="${value.slice(0, 60)}">`);
      } else if (value.includes(EVIL)) found.push(`<${element.localName} ${name}="${value.slice(0, 60)}">`);
    }
    if (element.matches('script, iframe, object, embed, base, link, meta')) found.push(`<${element.localName}>`);
  }
  if ('pwned' in globalThis) found.push('a script of the data ran');
  const asked = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).host === EVIL);
  for (const { name } of asked) found.push(`a request to ${name}`);
  return found;
}

/** The first line in which two trees differ. */
function difference(left: string, right: string): string | undefined {
  const [first, second] = [left.split('\n'), right.split('\n')];
  const index = first.findIndex((line, place) => line !== second[place]);
  if (index < 0 && first.length === second.length) return undefined;
  const place = Math.max(index, 0);
  return `${first.slice(Math.max(place - 4, 0), place + 2).join('\n')}\ninstead of\n${second.slice(place, place + 2).join('\n')}`;
}

const places = writtenPlaces();

const order = [...places.keys()];

type Contents = (path: string, kind: Kind) => Vector | undefined;

/** Puts one side of what was chosen into each place; places and ids stay apart from each other, since some texts are shown once only. */
function filled(side: 'hostile' | 'harmless', contents: Contents): Write {
  let count = 0;
  return (path, plain, kind) => {
    const vector = contents(path, kind);
    if (!vector) return plain;
    const content = vector[side];
    if (typeof content !== 'string') return kind === 'id' ? plain : content;
    if (kind === 'url') return side === 'hostile' && vector.isAddress ? content : `${REFUSED}${order.indexOf(path)}`;
    if (kind === 'id') return vector.spoilsIds ? plain : `${content} ${1000 + ++count}`;
    return `${content} ${100 + order.indexOf(path)}`;
  };
}

/** Shows both sides, and fails when the hostile one is anything but text in the very same tree. */
async function compare(contents: Contents): Promise<void> {
  const bad = await showAll(filled('hostile', contents));
  const [badTree, found, said] = [skeleton(bad), dangers(bad), textOf(bad)];
  unmountAll();
  expect(found).to.deep.equal([]);
  expect(said).not.to.match(/\[object|\bundefined\b|\bNaN\b/);
  const good = await showAll(filled('harmless', contents));
  const goodTree = skeleton(good);
  unmountAll();
  expect(difference(badTree, goodTree)).to.equal(undefined);
}

/** Gives each place another content; over as many turns as there are contents every place has met every one. */
function turned(vectors: readonly Vector[], turn: number): Contents {
  return (path) => vectors[(order.indexOf(path) + turn) % vectors.length];
}

describe('hostile data', () => {
  before(() => {
    // A page may not be able to note more requests than this, and the question is whether one was noted.
    performance.setResourceTimingBufferSize(100_000);
  });

  before(async function () {
    this.timeout(60_000);
    // What is loaded when first used must not come late in one of two pictures that are compared.
    for (const _ of [1, 2]) {
      await showAll((_, plain) => plain);
      await new Promise(requestAnimationFrame);
      unmountAll();
    }
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

  // By day every place meets some contents and every content some places; by night all meet all.
  const turns = (vectors: readonly Vector[], byDay: number) =>
    vectors.map((_, turn) => turn).filter((turn) => isNightly || turn % Math.ceil(vectors.length / byDay) === 0);

  for (const turn of turns(textVectors, 6))
    it(`is text and nothing else: ${textVectors.length} contents over ${places.size} places, turn ${turn + 1}`, async function () {
      this.timeout(60_000);
      await compare(turned(textVectors, turn));
    });

  for (const turn of turns(gadgetVectors, 2))
    it(`is never taken for a piece of a template: ${gadgetVectors.length} objects over ${places.size} places, turn ${turn + 1}`, async function () {
      this.timeout(60_000);
      await compare(turned(gadgetVectors, turn));
    });

  const tried = order.filter((_, index) => isNightly || index % 24 === 0);
  it(`changes nothing about the page when a million letters come in one place (${tried.length} places)`, async function () {
    this.timeout(1_800_000);
    for (const place of tried) await compare((path) => (path === place ? hugeVector : undefined));
  });

  it('reaches no prototype by the names of its members', async () => {
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
