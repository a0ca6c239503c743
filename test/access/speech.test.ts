import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { SourceError } from '../../src/model/source-error.js';
import { answersFor, READERS, type ReaderName } from '../helpers/answers.js';
import { fixedNow } from '../helpers/clock.js';
import { type Deferred, deferred } from '../helpers/deferred.js';
import { composedElements, nextFrame } from '../helpers/dom.js';
import { mount, settled, updated } from '../helpers/mount.js';
import { control, documented, focused, playing, until } from './scene.js';

/** Everything live regions within say from now on, in order: each text when it came, not while it stays. */
function listen(root: Element): readonly string[] {
  const said: string[] = [];
  const known = new Map<Element, string>();
  const look = () => {
    for (const region of composedElements(root)) {
      if (!region.matches('[role="status"], [role="alert"], [aria-live]')) continue;
      const text = region.checkVisibility() ? (region.textContent ?? '').trim().replace(/\s+/g, ' ') : '';
      if (text !== (known.get(region) ?? '')) {
        known.set(region, text);
        if (text) said.push(text);
      }
    }
  };
  look();
  said.length = 0;
  const watched = new Set<Node>();
  const watch = () => {
    for (const found of [root, ...composedElements(root)]) {
      const shadow = found.shadowRoot;
      if (!shadow || watched.has(shadow)) continue;
      watched.add(shadow);
      observer.observe(shadow, { subtree: true, childList: true, characterData: true, attributes: true });
    }
  };
  const observer = new MutationObserver(() => {
    watch();
    look();
  });
  watch();
  return said;
}

/** A source that answers with whatever stands for a customer, when it is let. */
function source(answer: (name: ReaderName, id: string) => unknown) {
  return Object.fromEntries(READERS.map((name) => [name, async ({ id }: { id: string }) => answer(name, id)]));
}

const named = (name: string) => answersFor({ customerId: name, write: (path, plain) => (path === 'profile.customer.displayName' ? name : plain) });

async function show(answer: (name: ReaderName, id: string) => unknown, properties: object = {}) {
  const element = await mount(
    'c360-panel',
    { customerSource: source(answer), customerId: 'Ada', now: fixedNow, timeZone: 'UTC', ...properties },
    { width: 1280 },
  );
  return element;
}

const retryIn = (element: Element): HTMLElement | undefined =>
  composedElements(element).find((found): found is HTMLElement => found instanceof HTMLElement && found.part.contains('retry') && found.checkVisibility());

describe('what is spoken', () => {
  it('of another customer is one sentence for seven answers, whenever they come (A7, A9)', async () => {
    const held = new Map<ReaderName, Deferred<unknown>>();
    const element = await show((name, id) => {
      if (id === 'Ada') return named(id)[name];
      const waiting = deferred<unknown>();
      held.set(name, waiting);
      return waiting.promise;
    });
    await settled(element);
    const said = listen(element);
    const before = focused();
    element.customerId = 'Grace';
    await nextFrame();
    for (const name of READERS) {
      held.get(name)?.resolve(named('Grace')[name]);
      await nextFrame();
      await updated(element);
    }
    await settled(element);
    await nextFrame();
    expect(said).to.deep.equal(['Showing Grace']);
    expect(focused()).to.equal(before);
  });

  it('of another customer never names whom a mask hides (A9)', async () => {
    const element = await show((name, id) => named(id)[name], { maskAll: true });
    await settled(element);
    const said = listen(element);
    element.customerId = 'Grace';
    await settled(element);
    await nextFrame();
    expect(said).to.deep.equal(['Showing Customer']);
  });

  it('of sections that fail, are empty or are out of date is text, once, and takes no focus (A6)', async () => {
    let failing = false;
    const element = await show((name, id) => {
      if (failing && (name === 'campaigns' || name === 'predictions')) throw new SourceError('forbidden');
      return named(id)[name];
    });
    await settled(element);
    const said = listen(element);
    const search = control(element, 'Find a customer');
    search.focus();
    failing = true;
    element.customerId = 'Grace';
    await updated(element);
    const bones = composedElements(element).filter((found) => found.part.contains('skeleton'));
    expect(bones.length).to.be.greaterThan(0);
    expect(bones.every((found) => found.ariaHidden === 'true' || found.getAttribute('aria-hidden') === 'true')).to.equal(true);
    await settled(element);
    await nextFrame();
    expect(said).to.deep.equal(['2 sections could not load']);
    expect(focused()).to.equal(search);

    const alone = await mount('c360-predictions', {
      customerSource: source((name, id) => (failing ? Promise.reject(new SourceError('rejected')) : named(id)[name])),
      customerId: 'Ada',
      now: fixedNow,
    });
    await settled(alone);
    const heard = listen(alone);
    expect(alone.matches(':state(error)')).to.equal(true);
    failing = false;
    alone.refresh();
    await settled(alone);
    failing = true;
    alone.refresh();
    await until(() => alone.matches(':state(stale)'), 'stale data');
    expect(heard).to.have.length(1);
    expect(heard[0]).to.match(/^Predictions: /);
  });

  it('of a search that finds one customer is that it searches and who is shown then, each once', async () => {
    const { fetch } = playing();
    const element = await mount('c360-panel', documented(fetch), { width: 1280 });
    await settled(element);
    const said = listen(element);
    const search = control(element, 'Find a customer');
    search.focus();
    if (!(search instanceof HTMLInputElement)) throw new Error('It is no field.');
    search.value = '1609';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until(() => said.some((text) => text.startsWith('Showing')), 'another customer');
    await settled(element);
    await nextFrame();
    expect(said).to.deep.equal(['Searching', 'Showing Marlow Ashdown']);
  });
});

describe('the focus', () => {
  it('of whoever tried again is at the heading of what is there now, also when it failed again (A8)', async () => {
    let failing = true;
    const element = await show((name, id) => {
      if (failing && name === 'campaigns') throw new SourceError('unreachable');
      return named(id)[name];
    });
    await settled(element);
    for (const isMended of [false, true]) {
      const retry = retryIn(element);
      if (!retry) throw new Error('There is no button to try again.');
      retry.focus();
      failing = !isMended;
      retry.click();
      await settled(element);
      expect(focused()?.id).to.equal('heading');
      expect(focused()?.textContent?.trim()).to.equal('Campaigns');
    }
  });

  it('of whoever tried to save data again that is out of date stays where it is (A8)', async () => {
    let failing = false;
    const element = await show((name, id) => {
      if (failing && name === 'predictions') throw new SourceError('unreachable');
      return named(id)[name];
    });
    await settled(element);
    failing = true;
    element.refresh();
    await until(() => retryIn(element) !== undefined, 'a button to try again');
    const retry = retryIn(element);
    retry?.focus();
    retry?.click();
    await settled(element);
    expect(focused()).to.equal(retry);
  });
});
