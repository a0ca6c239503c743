import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/elements/predictions/define.js';
import '../../../src/elements/provider/define.js';
import '../../../src/elements/search/define.js';
import type { C360Search } from '../../../src/elements/search/search.js';
import { NotEnabled, SourceError } from '../../../src/model/source-error.js';
import { registerSource } from '../../../src/sources/registry.js';
import { axe } from '../../helpers/axe.js';
import { deferred } from '../../helpers/deferred.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { pressKey, typeText } from '../../helpers/keyboard.js';
import { mount, settled } from '../../helpers/mount.js';
import { scaledPlace, scalings } from '../../helpers/scaled.js';
import { holdTimers } from '../../helpers/timers.js';

interface Match {
  readonly id: string;
  readonly displayName?: string;
  readonly matchedOn: { readonly type: string; readonly value: string };
}

const dana: Match = { id: '0042', displayName: 'Dana Rivers', matchedOn: { type: 'email', value: 'dana@example.test' } };
const ada: Match = { id: '0043', displayName: 'Ada Rivers', matchedOn: { type: 'phone', value: '+1 555 0100' } };

/** A source that finds what the test says, and what it was asked. */
function finding(find: (identifier: string) => readonly Match[] | Promise<readonly Match[]>) {
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  const search = async ({ identifier }: { identifier: string }, { signal }: { signal: AbortSignal }) => {
    asked.push(identifier);
    signals.push(signal);
    return { items: await find(identifier) };
  };
  return { customerSource: { search }, asked, signals };
}

const input = (element: Element) => part(element, 'input') as HTMLInputElement;
const results = (element: Element) => allParts(element, 'result').map(textOf);

/** A search somebody has turned to, so that all it needs is there. */
async function show(find: Parameters<typeof finding>[0], properties: Partial<C360Search> = {}, into: Element = document.body) {
  const { customerSource, ...rest } = finding(find);
  const element = await mount('c360-search', { customerSource, ...properties }, { into });
  await ready(element);
  return { element, ...rest };
}

async function ready(element: C360Search): Promise<void> {
  input(element).dispatchEvent(new PointerEvent('pointerenter'));
  do await nextFrame();
  while (!element.shadowRoot!.querySelector('[role=listbox]'));
}

function type(element: HTMLElement, text: string): void {
  input(element).focus();
  input(element).value = text;
  input(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function press(element: C360Search, key: string): Promise<void> {
  input(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await nextFrame();
  await element.updateComplete;
}

async function ask(element: C360Search, text: string): Promise<void> {
  type(element, text);
  await press(element, 'Enter');
  await nextFrame();
  await element.updateComplete;
}

describe('the search', () => {
  it('asks once somebody pauses in typing, not for every letter', async () => {
    const { element, asked } = await show(() => [dana, ada]);
    const timers = holdTimers();
    for (const text of ['riv', 'rive', 'river']) type(element, text);
    expect(asked).to.deep.equal([]);
    timers.run();
    // The first answer waits for the code that checks it.
    while (results(element).length === 0) await nextFrame();
    expect(asked).to.deep.equal(['river']);
    expect(results(element)).to.have.length(2);
  });

  it('loses nothing that was typed, nor Enter, while what searches is still under way', async () => {
    const { customerSource, asked } = finding(() => [dana]);
    const element = await mount('c360-search', { customerSource });
    const chosen = oneEvent(element, 'c360-customer-change');
    type(element, 'dana@example.test');
    await press(element, 'Enter');
    expect((await chosen).detail.customerId).to.equal('0042');
    expect(asked).to.deep.equal(['dana@example.test']);
  });

  it('asks for short identifiers only on Enter', async () => {
    const { element, asked } = await show(() => [dana, ada]);
    const timers = holdTimers();
    type(element, '42');
    expect(timers.waiting()).to.equal(0);
    await element.updateComplete;
    expect(textOf(part(element, 'results')), 'what to do').to.contain('press Enter');
    await press(element, 'Enter');
    expect(asked).to.deep.equal(['42']);
    type(element, '');
    await element.updateComplete;
    expect(textOf(part(element, 'results'))).not.to.contain('press Enter');
  });

  for (const scaling of scalings) {
    it(`shows its answers below the field and no narrower where the page shows it by ${scaling.name}`, async () => {
      const place = scaledPlace(scaling);
      place.style.padding = '20px';
      const { element } = await show(() => [dana, ada], {}, place);
      await ask(element, 'rivers');
      const [box, field] = [part(element, 'results'), input(element)].map((each) => each.getBoundingClientRect());
      expect(box!.top - field!.bottom).to.be.closeTo(4, 1);
      expect(box!.left).to.be.closeTo(field!.left, 1);
      expect(box!.width).to.be.at.least(field!.width - 1);
    });
  }

  it('opens the one customer an identifier belongs to', async () => {
    const { element } = await show(() => [dana]);
    type(element, 'dana@example.test');
    const chosen = oneEvent(element, 'c360-customer-change');
    await press(element, 'Enter');
    expect((await chosen).detail).to.deep.equal({ customerId: '0042', matchedOn: 'email' });
    expect(input(element).value).to.equal('');
  });

  it('finds an e-mail address in whatever letter case it was typed', async () => {
    const { element } = await show(() => [dana]);
    const chosen = oneEvent(element, 'c360-customer-change');
    type(element, 'Dana@Example.test');
    await press(element, 'Enter');
    expect((await chosen).detail.customerId).to.equal('0042');
  });

  it('lists several and lets the reader choose', async () => {
    const { element } = await show(() => [dana, ada]);
    await ask(element, 'rivers');
    expect(results(element)).to.deep.equal(['Dana Rivers 0042 E-mail dana@example.test', 'Ada Rivers 0043 Phone +1 555 0100']);
    expect(textOf(element)).to.contain('2 customers found');
    const chosen = oneEvent(element, 'c360-customer-change');
    allParts(element, 'result')[1]!.click();
    expect((await chosen).detail).to.deep.equal({ customerId: '0043', matchedOn: 'phone' });
  });

  it('never guesses where only letter case tells customers apart, and puts the exact one first (T26)', async () => {
    const twins: Match[] = [
      { id: 'x1', displayName: 'One', matchedOn: { type: 'loyalty', value: 'lc-a1B2' } },
      { id: 'x2', displayName: 'Two', matchedOn: { type: 'loyalty', value: 'lc-A1b2' } },
    ];
    const { element } = await show(() => twins);
    await ask(element, 'lc-A1b2');
    expect(results(element)).to.deep.equal(['Two x2 loyalty lc-A1b2', 'One x1 loyalty lc-a1B2 Differs in letter case']);
    const alone = await show(() => [twins[0]!]);
    let changed = false;
    alone.element.addEventListener('c360-customer-change', () => (changed = true));
    await ask(alone.element, 'LC-A1B2');
    expect(changed).to.equal(false);
    expect(results(alone.element)).to.have.length(1);
  });

  it('marks ids that differ in nothing but letter case', async () => {
    const { element } = await show(() => [
      { id: 'ab', matchedOn: { type: 'crm', value: 'same' } },
      { id: 'AB', matchedOn: { type: 'crm', value: 'same' } },
    ]);
    await ask(element, 'same');
    expect(results(element).every((text) => text.includes('Differs in letter case'))).to.equal(true);
  });

  it('opens nobody while another who was found could not be read', async () => {
    const { element } = await show(() => [dana, { id: '0043' } as Match]);
    const chosen: string[] = [];
    element.addEventListener('c360-customer-change', ({ detail }) => chosen.push(detail.customerId));
    await ask(element, 'dana@example.test');
    expect(chosen).to.deep.equal([]);
    expect(results(element)).to.have.length(1);
    expect(textOf(part(element, 'results'))).to.contain('1 record could not be read');
  });

  it('does not say that there is nobody where those who were found could not be read', async () => {
    const { element } = await show(() => [{ id: '0043' } as Match]);
    await ask(element, 'dana@example.test');
    expect(textOf(element)).to.contain('1 record could not be read').and.not.to.contain('No customer found');
  });

  it('says which of several sources did not answer, and opens nobody meanwhile', async () => {
    registerSource('search-answers', () => ({ search: async () => ({ value: [dana], meta: {}, leftOut: 0 }) }));
    registerSource('search-fails', () => ({ search: async () => Promise.reject(new SourceError('server')) }));
    const element = await mount('c360-search', { source: 'search-answers search-fails' });
    await ready(element);
    const chosen: string[] = [];
    element.addEventListener('c360-customer-change', ({ detail }) => chosen.push(detail.customerId));
    await ask(element, 'dana@example.test');
    while (results(element).length === 0 && chosen.length === 0) await nextFrame();
    expect(chosen).to.deep.equal([]);
    expect(textOf(part(element, 'results'))).to.contain('No answer from search-fails');
  });

  it('says when there is nobody, and what to do', async () => {
    const { element } = await show(() => []);
    await ask(element, 'nobody');
    expect(textOf(part(element, 'results')))
      .to.contain('No customer found')
      .and.to.contain('Check the spelling');
    await axe(element);
  });

  it('lists no more than a person reads, and says that there are more', async () => {
    const { element } = await show(() => Array.from({ length: 30 }, (_, index) => ({ ...dana, id: `c${index}` })));
    await ask(element, 'dana@example.test');
    expect(results(element)).to.have.length(20);
    expect(textOf(element)).to.contain('There are more');
  });

  it('says what went wrong, and tries again', async () => {
    let fails = true;
    const { element, asked } = await show(async () => (fails ? Promise.reject({ status: 503 }) : [dana, ada]));
    await ask(element, 'rivers');
    expect(textOf(part(element, 'results'))).to.contain('The server has a problem');
    await axe(element);
    fails = false;
    part(element, 'retry').click();
    await nextFrame();
    await element.updateComplete;
    expect(asked).to.deep.equal(['rivers', 'rivers']);
    expect(results(element)).to.have.length(2);
  });

  for (const [situation, customerSource] of [
    ['is not licensed to search', { search: async () => Promise.reject(new NotEnabled()) }],
    ['has no search', { profile: async () => Promise.reject(new NotEnabled()) }],
    ['searches no longer', { search: async () => Promise.reject({ status: 410 }) }],
  ] as const)
    it(`says so, and blames no setting, where the backend ${situation}`, async () => {
      const { element } = await show(() => []);
      element.customerSource = customerSource;
      await element.updateComplete;
      await ask(element, 'rivers');
      expect(textOf(part(element, 'results'))).to.equal('This backend offers no search');
      expect(textOf(element.shadowRoot!.querySelector('[role=status]')!)).to.equal('This backend offers no search');
    });

  it('tells the host when its token is not accepted', async () => {
    const { element } = await show(async () => Promise.reject({ status: 401 }));
    const told = oneEvent(element, 'c360-auth-error');
    type(element, 'rivers');
    await press(element, 'Enter');
    expect((await told).detail).to.deep.equal({ status: 401 });
  });

  it('shows the answer to what is typed now, never to what was typed before', async () => {
    const [first, second] = [deferred<readonly Match[]>(), deferred<readonly Match[]>()];
    const { element, signals } = await show((identifier) => (identifier === 'first' ? first.promise : second.promise));
    await ask(element, 'first');
    await ask(element, 'second');
    expect(signals[0]!.aborted).to.equal(true);
    second.resolve([ada, dana]);
    await nextFrame();
    first.resolve([{ ...dana, displayName: 'Late' }]);
    await nextFrame();
    await element.updateComplete;
    expect(results(element)[0]).to.contain('Ada Rivers');
    expect(textOf(element)).to.not.contain('Late');
  });

  it('offers customers chosen before, until it leaves the page', async () => {
    const { element } = await show((identifier) => (identifier === 'a' ? [ada] : [dana]));
    await ask(element, 'a');
    await ask(element, 'd');
    input(element).click();
    await element.updateComplete;
    expect(textOf(part(element, 'results'))).to.contain('Recent');
    expect(results(element).map((text) => text.slice(0, 4))).to.deep.equal(['Dana', 'Ada ']);
    await axe(element);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    input(element).click();
    await element.updateComplete;
    expect(results(element)).to.deep.equal([]);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('forgets whom it found when it asks another backend', async () => {
    const { element } = await show(() => [dana, ada]);
    await ask(element, 'rivers');
    element.customerSource = finding(() => []).customerSource;
    await element.updateComplete;
    expect(results(element)).to.deep.equal([]);
  });

  it('shows masked results as masked, told apart by number', async () => {
    const { element } = await show(() => [dana, ada], { maskAll: true });
    await ask(element, 'rivers');
    expect(results(element)[0]).to.contain('Customer 1').and.to.contain('••••••');
    expect(element.shadowRoot!.textContent).to.not.contain('Dana').and.not.to.contain('dana@').and.not.to.contain('0042');
  });

  it('leaves the choice to a host that cancels it', async () => {
    const provider = await mount('c360-provider', { customerSource: finding(() => [dana]).customerSource, customerId: 'before' });
    const element = document.createElement('c360-search');
    provider.append(element);
    await element.updateComplete;
    await ready(element);
    provider.addEventListener('c360-customer-change', (event) => event.preventDefault(), { once: true });
    await ask(element, 'dana@example.test');
    expect(provider.customerId).to.equal('before');
    await ask(element, 'dana@example.test');
    expect(provider.customerId).to.equal('0042');
  });

  it('forgets whom it found and who was chosen before once an answer says that data was erased (PR12)', async () => {
    let erased = false;
    const predictions = async () => {
      if (erased) throw { status: 410 };
      return { likelihoods: [] };
    };
    const provider = await mount('c360-provider', { customerSource: { ...finding(() => [dana, ada]).customerSource, predictions }, customerId: '0042' });
    const [found, chosen] = [document.createElement('c360-search'), document.createElement('c360-search')];
    const section = document.createElement('c360-predictions');
    provider.append(found, chosen, section);
    await settled(provider);
    for (const element of [found, chosen]) {
      await ready(element);
      await ask(element, 'rivers');
      while (results(element).length === 0) await nextFrame();
    }
    (allParts(chosen, 'result')[0] as HTMLElement).click();
    await settled(provider);
    expect([results(found).length, results(chosen).length]).to.deep.equal([2, 1]);

    erased = true;
    section.refresh();
    await oneEvent(section, 'c360-error');
    await settled(provider);
    expect([results(found), results(chosen)]).to.deep.equal([[], []]);
    expect(input(found).value).to.equal('');
    expect(provider.textContent).not.to.contain('Rivers');
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const { element } = await show(() => []);
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['d', 'Escape', 'Tab']) await press(element, key);
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['Escape', 'Tab']);
  });

  it('shows whatever a name holds as text', async () => {
    const { element } = await show(() => [
      { ...dana, displayName: '<img src=x> \u202Eevil' },
      { ...ada, displayName: 'x'.repeat(100_000) },
    ]);
    await ask(element, 'rivers');
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(results(element)[0]).to.contain('<img src=x> evil');
    expect(results(element)[1]!.length).to.be.below(200);
  });
});

describe('the search with a keyboard', () => {
  it('is a combobox: down and up move, Enter chooses, Escape closes and then clears', async () => {
    const { element } = await show(() => [dana, ada]);
    const field = input(element);
    const active = () => element.shadowRoot!.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    field.focus();
    expect([field.role, field.getAttribute('aria-expanded')]).to.deep.equal(['combobox', 'false']);
    await typeText('rivers');
    await pressKey('Enter');
    await nextFrame();
    await element.updateComplete;
    expect(field.getAttribute('aria-expanded')).to.equal('true');
    expect(active()).to.equal(null);
    await pressKey('ArrowDown');
    await element.updateComplete;
    expect(textOf(active()!)).to.contain('Dana');
    await pressKey('ArrowUp');
    await element.updateComplete;
    expect(textOf(active()!)).to.contain('Ada');
    expect(active()!.ariaSelected).to.equal('true');
    await axe(element);
    await pressKey('Escape');
    await element.updateComplete;
    expect([field.getAttribute('aria-expanded'), field.value]).to.deep.equal(['false', 'rivers']);
    await pressKey('ArrowDown');
    await element.updateComplete;
    const chosen = oneEvent(element, 'c360-customer-change');
    await pressKey('Enter');
    expect((await chosen).detail.customerId).to.equal('0042');
    expect(element.shadowRoot!.activeElement).to.equal(field);
    await typeText('x');
    await pressKey('Escape');
    expect(field.value).to.equal('');
  });

  it('is tried again by keys, and leaves whoever did in the field', async () => {
    const { element, asked } = await show(() => Promise.reject({ status: 503 }));
    const isOpen = () => part(element, 'results').matches(':popover-open');
    await ask(element, 'rivers');
    await pressKey('Tab');
    await nextFrame();
    await nextFrame();
    expect([isOpen(), element.shadowRoot!.activeElement], 'reached').to.deep.equal([true, part(element, 'retry')]);
    await pressKey('Enter');
    expect(asked).to.deep.equal(['rivers', 'rivers']);
    expect(element.shadowRoot!.activeElement).to.equal(input(element));
    await nextFrame();
    await element.updateComplete;
    await pressKey('Tab');
    await pressKey('Escape');
    await element.updateComplete;
    expect([isOpen(), element.shadowRoot!.activeElement], 'left').to.deep.equal([false, input(element)]);
  });

  it('closes when focus moves on', async () => {
    const { element } = await show(() => [dana, ada]);
    const next = document.createElement('input');
    element.after(next);
    await ask(element, 'rivers');
    await pressKey('Tab');
    next.focus();
    await nextFrame();
    await nextFrame();
    await element.updateComplete;
    expect(input(element).getAttribute('aria-expanded')).to.equal('false');
  });
});
