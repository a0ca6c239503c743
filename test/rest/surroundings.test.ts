import { expect } from '@open-wc/testing';
import { browserSurroundings, orAbort } from '../../src/rest/surroundings.js';
import { rejection } from '../helpers/world.js';

/** Makes the page hidden or visible, as far as scripts can tell. */
function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('waiting', () => {
  afterEach(() => Reflect.deleteProperty(document, 'hidden'));

  it('for a visible page takes no time', async () => {
    await browserSurroundings.visible(new AbortController().signal);
  });

  it('for a hidden page lasts until it is shown', async () => {
    setHidden(true);
    let shown = false;
    const waiting = browserSurroundings.visible(new AbortController().signal).then(() => {
      shown = true;
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await Promise.resolve();
    expect(shown).to.equal(false);
    setHidden(false);
    await waiting;
    expect(shown).to.equal(true);
  });

  it('ends when the caller gives up, with what he said', async () => {
    const caller = new AbortController();
    const sleep = browserSurroundings.sleep(1e6, caller.signal);
    caller.abort('gone');
    expect(await rejection(sleep)).to.equal('gone');
    expect(await rejection(browserSurroundings.sleep(0, caller.signal))).to.equal('gone');
  });

  it('ends by itself', async () => {
    await browserSurroundings.sleep(0, new AbortController().signal);
  });

  it('lets what comes too late fall, failures too', async () => {
    const caller = new AbortController();
    let fail = (_: unknown): void => {};
    const late = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const waiting = orAbort(caller.signal, late);
    caller.abort('gone');
    expect(await rejection(waiting)).to.equal('gone');
    fail(new Error('too late'));
  });
});
