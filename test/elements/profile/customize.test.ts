import { expect, oneEvent } from '@open-wc/testing';
import type { C360Profile } from '../../../src/elements/profile/profile.js';
import { SourceError } from '../../../src/model/source-error.js';
import { axe } from '../../helpers/axe.js';
import { deferred } from '../../helpers/deferred.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { pressKey } from '../../helpers/keyboard.js';
import { settled } from '../../helpers/mount.js';
import { button, dana, type Readers, show, sourceOf } from './dana.js';

const rows = (element: Element) => allParts(element, 'attribute').map((row) => textOf(row.querySelector('dt')!));
const dialogOf = (element: C360Profile) => element.shadowRoot!.querySelector('dialog')!;
const shownIn = (element: C360Profile) => [...dialogOf(element).querySelectorAll('li[id^=choice]')].map((item) => textOf(item.querySelector('span')!));

/** A backend that keeps a choice of attributes. */
function keeping(visible: readonly string[] = ['FIELD1', 'STR12'], more: Readers = {}): { readonly source: Readers; readonly saved: unknown[] } {
  const saved: unknown[] = [];
  return {
    saved,
    source: sourceOf({ ...dana, visible }, undefined, {
      attributeSettings: async () => ({ visible, editable: true }),
      saveAttributeSettings: async (settings: unknown) => {
        saved.push(settings);
        return settings;
      },
      ...more,
    }),
  };
}

/** Opens the dialog and waits until the backend's choice is there. */
async function open(element: C360Profile, name = 'Customize'): Promise<void> {
  button(element, name).click();
  do await nextFrame();
  while (!element.shadowRoot!.querySelector('dialog[open]') || dialogOf(element).querySelector('[aria-busy=true]'));
  await element.updateComplete;
}

async function press(element: C360Profile, name: string): Promise<void> {
  button(element, name).click();
  await element.updateComplete;
  await nextFrame();
  await element.updateComplete;
}

describe('customizing the viewable attributes', () => {
  it('shows what the backend keeps for all customers, and what else there is', async () => {
    const element = await show(keeping(['FIELD2', 'FIELD1', 'GONE']).source);
    await open(element);
    expect(shownIn(element)).to.deep.equal(['Basket', 'Loyalty points', 'GONE not on this customer']);
    expect(textOf(dialogOf(element)))
      .to.contain('Applies to all customers')
      .and.to.contain('STR12')
      .and.to.contain('Home phone');
    await axe(element);
  });

  it('saves a choice and its order for all customers, after telling the host, and keeps keys it does not know (T36)', async () => {
    const { source, saved } = keeping(['FIELD1', 'GONE']);
    const element = await show(source);
    await open(element);
    await press(element, 'Show Basket');
    await press(element, 'Move Basket up');
    await press(element, 'Move Basket up');
    const told = oneEvent(element, 'c360-attributes-change');
    await press(element, 'Save');
    expect((await told).detail).to.deep.equal({ visible: ['FIELD2', 'FIELD1', 'GONE'], scope: 'all-customers' });
    expect(saved).to.have.length(1);
    expect(saved[0]).to.deep.include({ visible: ['FIELD2', 'FIELD1', 'GONE'] });
    expect(rows(element)).to.deep.equal(['Basket', 'Loyalty points']);
    expect(textOf(element)).to.contain('Saved for all customers');
    expect(element.shadowRoot!.querySelector('dialog')!.open).to.equal(false);
    element.customerId = '0043';
    await settled(element);
    expect(textOf(element), 'under the next customer').not.to.contain('Saved for all customers');
  });

  it('shows the choice before it is saved', async () => {
    const held = deferred<unknown>();
    const { source } = keeping(undefined, { saveAttributeSettings: () => held.promise });
    const element = await show(source);
    await open(element);
    await press(element, 'Hide STR12');
    await press(element, 'Save');
    expect(rows(element)).to.deep.equal(['Loyalty points']);
    expect(textOf(element)).to.contain('Saving');
    held.resolve({ visible: ['FIELD1'] });
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.contain('Saved for all customers');
  });

  it('takes it back when saving fails, says why, and keeps the choice for another attempt', async () => {
    let fails = true;
    const { source } = keeping(undefined, { saveAttributeSettings: async (settings: unknown) => (fails ? Promise.reject({ status: 503 }) : settings) });
    const element = await show(source);
    await open(element);
    await press(element, 'Hide STR12');
    await press(element, 'Save');
    expect(rows(element).join()).to.contain('STR12');
    expect(textOf(part(element, 'saved'))).to.equal('Not saved: The server has a problem. Open again');
    await press(element, 'Open again');
    expect(shownIn(element)).to.deep.equal(['Loyalty points']);
    fails = false;
    await press(element, 'Save');
    expect(rows(element)).to.deep.equal(['Loyalty points']);
  });

  it('never writes over what somebody else saved meanwhile: their choice is shown, and is where the next one starts', async () => {
    let theirs = ['FIELD1', 'STR12'];
    const { source } = keeping(undefined, {
      attributeSettings: async () => ({ visible: theirs }),
      saveAttributeSettings: async () => {
        theirs = ['STR7'];
        throw new SourceError('conflict', { status: 412 });
      },
    });
    const element = await show(source);
    await open(element);
    await press(element, 'Hide STR12');
    await press(element, 'Save');
    expect(rows(element)).to.deep.equal(['Home phone']);
    expect(textOf(part(element, 'saved'))).to.contain('Somebody else changed this meanwhile');
    await press(element, 'Open again');
    expect(shownIn(element)).to.deep.equal(['Home phone']);
  });

  for (const status of [404, 410])
    it(`says that there is nowhere to save it, and nothing of a customer, when saving is answered with ${status}`, async () => {
      const element = await show(keeping(undefined, { saveAttributeSettings: async () => Promise.reject({ status }) }).source);
      await open(element);
      await press(element, 'Hide STR12');
      await press(element, 'Save');
      expect(textOf(part(element, 'saved'))).to.contain('Not saved: Request not accepted');
      expect(element.matches(':state(ready)')).to.equal(true);
    });

  for (const [what, leave] of [
    ['is closed', (element: C360Profile) => press(element, 'Cancel')],
    ['leaves the page with its element', async (element: C360Profile) => element.remove()],
    ['belonged to the customer before', async (element: C360Profile) => Object.assign(element, { customerId: 'other' })],
  ] as const)
    it(`asks no longer for a choice once the dialog ${what}, and does not open again by itself`, async () => {
      const asked: AbortSignal[] = [];
      const { source } = keeping(undefined, {
        attributeSettings: (_query: unknown, { signal }: { signal: AbortSignal }) => {
          asked.push(signal);
          return new Promise(() => {});
        },
      });
      const element = await show(source);
      button(element, 'Customize').click();
      do await nextFrame();
      while (asked.length === 0 || !element.shadowRoot!.querySelector('dialog[open]'));
      await leave(element);
      for (let picture = 0; picture < 3; picture++) await nextFrame();
      expect(asked.map(({ aborted }) => aborted)).to.deep.equal([true]);
      expect(element.shadowRoot!.querySelector('dialog[open]')).to.equal(null);
    });

  it('leaves saving to a host that wants to do it', async () => {
    const { source, saved } = keeping();
    const element = await show(source);
    element.addEventListener('c360-attributes-change', (event) => event.preventDefault());
    await open(element);
    await press(element, 'Hide STR12');
    await press(element, 'Save');
    expect(saved).to.deep.equal([]);
    expect(rows(element)).to.deep.equal(['Loyalty points']);
  });

  for (const [situation, source] of [
    ['keeps no choice (404)', keeping(undefined, { attributeSettings: async () => Promise.reject({ status: 404 }) }).source],
    ['keeps no choice any more (410)', keeping(undefined, { attributeSettings: async () => Promise.reject({ status: 410 }) }).source],
    ['has nothing of the kind', sourceOf()],
    ['lets nobody change it', keeping(undefined, { attributeSettings: async () => ({ visible: ['FIELD1'], editable: false }) }).source],
  ] as const) {
    it(`only shows where the backend ${situation}`, async () => {
      const element = await show(source);
      await open(element);
      expect(textOf(dialogOf(element))).to.contain('The default set is shown');
      expect(textOf(dialogOf(element).querySelector('[role=status]')!)).to.contain('The default set is shown');
      expect(button(element, 'Save').disabled).to.equal(true);
      expect(button(element, 'Hide Loyalty points').disabled).to.equal(true);
    });
  }

  it('says so when the choice cannot be read, and tries again', async () => {
    let fails = true;
    const { source } = keeping(undefined, { attributeSettings: async () => (fails ? Promise.reject({ status: 500 }) : { visible: ['FIELD1'] }) });
    const element = await show(source);
    await open(element);
    expect(textOf(dialogOf(element))).to.contain('The server has a problem');
    fails = false;
    await press(element, 'Retry');
    expect(shownIn(element)).to.deep.equal(['Loyalty points']);
    expect(button(element, 'Save').disabled).to.equal(false);
  });

  it('tells the host when the choice cannot be read or saved, and a screen reader that it cannot be read', async () => {
    let status = 401;
    const reject = async () => Promise.reject({ status });
    const { source } = keeping(undefined, { attributeSettings: async () => (status ? reject() : { visible: ['FIELD1'] }), saveAttributeSettings: reject });
    const element = await show(source);
    const told: unknown[] = [];
    element.addEventListener('c360-error', ({ detail: { section, kind, status: of } }) => told.push([section, kind, of]));
    element.addEventListener('c360-auth-error', ({ detail }) => told.push(detail.status));
    await open(element);
    expect(told.splice(0)).to.deep.equal([['profile', 'unauthorized', 401], 401]);
    expect(textOf(dialogOf(element).querySelector('[role=status]')!)).to.equal('Session expired');
    status = 0;
    await press(element, 'Retry');
    expect(told).to.deep.equal([]);
    status = 403;
    await press(element, 'Hide Loyalty points');
    await press(element, 'Save');
    expect(told).to.deep.equal([['profile', 'forbidden', 403]]);
  });

  it('goes back to the default set', async () => {
    const element = await show(keeping(['STR7']).source);
    await open(element);
    await press(element, 'Default set');
    expect(shownIn(element)).to.deep.equal(['Loyalty points', 'STR12']);
  });

  it('forgets what was not saved', async () => {
    const element = await show(keeping().source);
    await open(element);
    await press(element, 'Hide STR12');
    await press(element, 'Cancel');
    expect(rows(element)).to.have.length(2);
    await open(element);
    expect(shownIn(element)).to.have.length(2);
  });

  it('finds an attribute among many', async () => {
    const keys = Array.from({ length: 500 }, (_, index) => `K${index}`);
    const fields = keys.map((key) => ({ key, label: `Attribute ${key}`, type: 'text' }));
    const element = await show(
      sourceOf({ ...dana, fields, values: {} }, undefined, {
        attributeSettings: async () => ({ visible: ['K1'] }),
        saveAttributeSettings: async () => undefined,
      }),
    );
    await open(element);
    expect(textOf(dialogOf(element))).to.contain('50 of 499');
    const input = dialogOf(element).querySelector('input')!;
    input.value = 'k499';
    input.dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    expect(button(element, 'Show Attribute K499').disabled).to.equal(false);
  });

  it('can be walked with the keyboard: from the pencil to its line, up, saved, and back to where one was', async () => {
    const { source, saved } = keeping();
    const element = await show(source);
    const pencil = button(element, 'Customize viewable attributes, STR12');
    pencil.focus();
    await pressKey('Enter');
    do await nextFrame();
    while (!element.shadowRoot!.querySelector('dialog[open]') || dialogOf(element).querySelector('[aria-busy=true]'));
    await element.updateComplete;
    await nextFrame();
    const focused = () => element.shadowRoot!.activeElement!.getAttribute('aria-label') ?? textOf(element.shadowRoot!.activeElement!);
    expect(focused()).to.equal('Move STR12 up');
    await pressKey('Enter');
    await element.updateComplete;
    await nextFrame();
    expect(focused()).to.equal('Move STR12 up');
    expect(shownIn(element)[0]).to.contain('STR12');
    expect(textOf(dialogOf(element))).to.contain('STR12: 1 of 2');
    button(element, 'Save').focus();
    await pressKey('Enter');
    await nextFrame();
    expect(saved).to.have.length(1);
    expect(element.shadowRoot!.activeElement).to.equal(pencil);
  });

  it('stands in the middle of the window', async () => {
    const element = await show(keeping().source);
    await open(element);
    const { top, bottom } = dialogOf(element).getBoundingClientRect();
    expect(top).to.be.closeTo(document.documentElement.clientHeight - bottom, 1);
  });

  it('closes with Escape and gives focus back', async () => {
    const element = await show(keeping().source);
    button(element, 'Customize').focus();
    await open(element);
    await pressKey('Escape');
    await nextFrame();
    expect(dialogOf(element).open).to.equal(false);
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 'Customize'));
  });
});
