import { expect } from '@open-wc/testing';
import { nextFrame } from '../helpers/dom.js';
import { watchSinks } from '../helpers/sinks.js';
import { watchTraces } from '../helpers/traces.js';

const secret = /alfaqx/;

describe('the watch of the fault matrix', () => {
  it('says nothing of a page that does nothing', async () => {
    const [sinks, traces] = [watchSinks(), watchTraces()];
    await nextFrame();
    expect([...sinks.problems(secret), ...traces.left()]).to.deep.equal([]);
  });

  interface Leak {
    readonly where: string;
    readonly leak: () => void;
    readonly undo?: () => void;
  }
  const leaks: readonly Leak[] = [
    { where: 'storage was used', leak: () => localStorage.setItem('key', 'value'), undo: () => localStorage.removeItem('key') },
    { where: 'session storage: ', leak: () => Object.assign(sessionStorage, { mark: 'value' }), undo: () => sessionStorage.removeItem('mark') },
    { where: 'cookies: ', leak: () => Object.assign(document, { cookie: 'key=value' }), undo: () => Object.assign(document, { cookie: 'key=; max-age=0' }) },
    { where: 'title: ', leak: () => Object.assign(document, { title: 'Dana' }), undo: () => Object.assign(document, { title: 'Tests' }) },
    { where: 'history.replaceState was used', leak: () => history.replaceState(null, '', location.href) },
    { where: 'sendBeacon was used', leak: () => navigator.sendBeacon('/', '') },
    {
      where: 'the event c360-load holds',
      leak: () => document.dispatchEvent(new CustomEvent('c360-load', { composed: true, detail: { name: 'alfaqx Dana' } })),
    },
    { where: 'postMessage holds', leak: () => new MessageChannel().port1.postMessage({ name: 'alfaqx' }) },
    {
      where: 'outside of the shadow tree',
      leak: () => document.body.setAttribute('data-customer', 'alfaqx Dana'),
      undo: () => document.body.removeAttribute('data-customer'),
    },
  ];
  for (const { where, leak, undo } of leaks)
    it(`notices: ${where}`, () => {
      const sinks = watchSinks();
      leak();
      const found = sinks.problems(secret);
      undo?.();
      expect(found.join('\n')).to.contain(where);
    });

  it('notices listeners and timers that stay, and none that went', () => {
    const traces = watchTraces();
    const listener = () => {};
    const abort = new AbortController();
    window.addEventListener('blur', listener);
    document.addEventListener('click', listener, { signal: abort.signal });
    const timer = setTimeout(listener, 60_000);
    expect(traces.left()).to.deep.equal(['a listener for blur', 'a listener for click', 'a timer of 60000 ms']);
    window.removeEventListener('blur', listener);
    abort.abort();
    clearTimeout(timer);
    expect(traces.left()).to.deep.equal([]);
  });
});
