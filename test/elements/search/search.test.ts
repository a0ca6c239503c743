import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/elements/provider/define.js';
import '../../../src/elements/search/define.js';
import type { CustomerMatch } from '../../../src/model/customer.js';
import type { CustomerSource } from '../../../src/model/customer-source.js';
import { registerSource } from '../../../src/sources/registry.js';
import { axe } from '../../helpers/axe.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount } from '../../helpers/mount.js';

let sources = 0;

function finding(read: (identifier: string) => readonly CustomerMatch[] | Promise<readonly CustomerMatch[]>): string {
  const source = `search-${++sources}`;
  registerSource(source, () => ({ search: async ({ identifier }) => ({ value: await read(identifier), meta: {}, leftOut: 0 }) }) satisfies CustomerSource);
  return source;
}

const dana: CustomerMatch = { id: '0042', displayName: 'Dana Rivers', matchedOn: { type: 'email', value: 'dana@example.test' } };
const ada: CustomerMatch = { id: '0043', displayName: 'Ada Rivers', matchedOn: { type: 'phone', value: '+1 555 0100' } };

function type(element: HTMLElement, text: string): void {
  const input = part(element, 'input') as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function press(element: HTMLElement, key: string): void {
  part(element, 'input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

describe('the search', () => {
  it('opens the one customer an identifier belongs to', async () => {
    const element = await mount('c360-search', { source: finding(() => [dana]) });
    type(element, 'dana@example.test');
    const chosen = oneEvent(element, 'c360-customer-change');
    press(element, 'Enter');
    expect((await chosen).detail).to.deep.equal({ customerId: '0042', matchedOn: 'email' });
  });

  it('lists several and lets the reader choose', async () => {
    const element = await mount('c360-search', { source: finding(() => [dana, ada]) });
    type(element, 'rivers');
    press(element, 'Enter');
    await nextFrame();
    await element.updateComplete;
    expect(allParts(element, 'result')).to.have.length(2);
    expect(textOf(element)).to.contain('Dana Rivers').and.to.contain('2 customers found');
    await axe(element);
  });
});
