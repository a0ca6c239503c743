import { expect } from '@open-wc/testing';
import { fixedNow } from './clock.js';
import { deferred } from './deferred.js';
import { allParts, part, textOf } from './dom.js';
import { mount, settled } from './mount.js';
import { isNightly } from './property.js';

describe('the tests', () => {
  it('run in one language, one zone and light colours, whatever the machine says', () => {
    expect(navigator.language).to.equal('en-US');
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('UTC');
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(false);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(false);
  });

  it('are told whether their long forms are to run', () => {
    // Left undefined by a page that could not run what tells it, long forms would silently be short.
    expect(globalThis.C360_NIGHTLY).to.be.a('boolean');
    expect(isNightly).to.equal(globalThis.C360_NIGHTLY);
  });

  it('live on the last day of the recorded households', () => {
    expect(fixedNow().toISOString()).to.equal('2017-12-31T12:00:00.000Z');
  });

  it('read what a person reads: through shadow roots and slots, without what is not shown', async () => {
    const host = await mount('div');
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<style>p { color: red }</style><p part="line first">One <b>word</b></p><p hidden>never</p><div><slot></slot></div><slot name="empty">instead</slot>';
    host.innerHTML = '<span part="line">slotted</span><i slot="nowhere">lost</i>';
    expect(textOf(host)).to.equal('One word slotted instead');
    expect(allParts(host, 'line').map(textOf)).to.eql(['One word', 'slotted']);
    expect(part(host, 'first').localName).to.equal('p');
    expect(() => part(host, 'missing')).to.throw('shows no part "missing"');
  });

  it('wait for elements inside elements until none is loading', async () => {
    const answer = deferred();
    class LoadingElement extends HTMLElement {
      readonly #internals = this.attachInternals();
      connectedCallback(): void {
        this.#internals.states.add('loading');
        void answer.promise.then(() => this.#internals.states.delete('loading'));
      }
    }
    customElements.define('test-loading', LoadingElement);
    const host = await mount('div');
    host.attachShadow({ mode: 'open' }).append(document.createElement('test-loading'));

    let isSettled = false;
    const waiting = settled(host).then(() => {
      isSettled = true;
    });
    await new Promise(requestAnimationFrame);
    expect(isSettled).to.equal(false);
    answer.resolve();
    await waiting;
  });
});
