import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/elements/define-element.js';
import { expectConsole } from '../helpers/guard.js';

describe('a tag that is taken', () => {
  it('is left to whoever came first, with one line about it, and nothing breaks (T37, HP2)', () => {
    const [first, second] = [class extends HTMLElement {}, class extends HTMLElement {}];
    defineElement('x-taken', first);
    defineElement('x-taken', first);
    expectConsole(/twice/);
    defineElement('x-taken', second);
    defineElement('x-taken', second);
    expect(customElements.get('x-taken')).to.equal(first);
  });
});
