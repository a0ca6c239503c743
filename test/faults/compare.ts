import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { answersFor, type Kind, writtenPlaces } from '../helpers/answers.js';
import { BACKEND, backendOf } from '../helpers/backend.js';
import { fixedNow } from '../helpers/clock.js';
import { composedElements, nextFrame, textOf } from '../helpers/dom.js';
import { mount, settled, unmountAll } from '../helpers/mount.js';
import { isNightly } from '../helpers/property.js';
import { EVIL, REFUSED, type Vector } from './vectors.js';

export const CUSTOMER = '0042';

type Write = (path: string, plain: string, kind: Kind) => unknown;

/** A panel over answers written like this, with everything in it opened. */
export async function showAll(write: Write) {
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
export async function openAll(panel: Element): Promise<void> {
  const opened = new Set<Element>();
  let [before, calm, rounds] = ['', 0, 0];
  while (calm < 3) {
    for (const found of composedElements(panel)) {
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
    if (++rounds > 200) throw new Error('What was opened never comes to rest.');
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

export const places = writtenPlaces();

export const order = [...places.keys()];

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
export async function compare(contents: Contents): Promise<void> {
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
export function turned(vectors: readonly Vector[], turn: number): Contents {
  return (path) => vectors[(order.indexOf(path) + turn) % vectors.length];
}

/** By day every place meets some contents and every content some places; by night all meet all. */
export function turns(vectors: readonly Vector[], byDay: number): readonly number[] {
  return vectors.map((_, turn) => turn).filter((turn) => isNightly || turn % Math.ceil(vectors.length / byDay) === 0);
}

/** Loads what is loaded when first used, which must not come late in one of two pictures that are compared. */
export async function warmUp(): Promise<void> {
  // A page may not be able to note more requests than this, and the question is whether one was noted.
  performance.setResourceTimingBufferSize(100_000);
  for (const _ of [1, 2]) {
    await showAll((_, plain) => plain);
    await nextFrame();
    unmountAll();
  }
}
