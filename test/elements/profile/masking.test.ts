import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/elements/provider/define.js';
import { NotEnabled } from '../../../src/model/source-error.js';
import { deferred } from '../../helpers/deferred.js';
import { nextFrame, part, textOf } from '../../helpers/dom.js';
import { settled } from '../../helpers/mount.js';
import { holdTimers } from '../../helpers/timers.js';
import { button, dana, everything, show, sourceOf, type Wire } from './dana.js';

const sensitive: Wire = {
  ...dana,
  fields: [{ key: 'IBAN', label: 'Account', type: 'text', default: true, sensitive: true }],
  values: { IBAN: null },
  previous: undefined,
};

const secrets = ['Dana', 'dana@example.test', 'fb-77', '0042', '555'];

describe('what is masked', () => {
  it('is nowhere: not in the tree, not in attributes, not in what is spoken (PR6, A17)', async () => {
    const query = "SELECT * FROM CUSTOMER_PROFILES WHERE CLIENT_CUSTOMER_ID = '0042'";
    const element = await show(sourceOf({ ...dana, meta: { source: 'Warehouse', query } }), { maskAll: true });
    element.viewState = { all: true };
    await element.updateComplete;
    for (const secret of secrets) expect(everything(element)).to.not.contain(secret);
    expect(textOf(element)).to.contain('••••••').and.to.contain('Hidden');
  });

  it('stays so when a section gives up its own mask inside of a panel that has one', async () => {
    const element = await show(sourceOf());
    const provider = Object.assign(document.createElement('c360-provider'), { maskAll: true, customerSource: sourceOf(), customerId: 'dana' });
    element.parentElement!.append(provider);
    element.toggleAttribute('mask-all', true);
    provider.append(element);
    await settled(element);
    element.toggleAttribute('mask-all', false);
    await settled(element);
    expect(textOf(element)).to.contain('••••••');
    for (const secret of secrets) expect(everything(element)).to.not.contain(secret);
  });

  it('looks the same whatever it hides', async () => {
    const element = await show(sourceOf(), { masked: 'email type:phone key:STR12' });
    element.viewState = { all: true };
    await element.updateComplete;
    const masks = [...element.shadowRoot!.querySelectorAll('.mask')].map(({ textContent }) => textContent);
    expect(masks).to.deep.equal(['••••••', '••••••', '••••••']);
    expect(textOf(element)).to.contain('Dana Rivers').and.to.contain('fb-77').and.not.to.contain('dana@example.test');
  });

  it('cannot be found by its letters', async () => {
    const element = await show(sourceOf(), { masked: 'phone' });
    element.viewState = { query: '202' };
    await element.updateComplete;
    expect(textOf(part(element, 'attributes'))).to.contain('No attribute matches');
  });

  it('is revealed one by one, after telling the host without the value (PR7, A17)', async () => {
    const element = await show(sourceOf(), { masked: 'email name' });
    const told = oneEvent(element, 'c360-reveal');
    button(element, 'Reveal E-mail').click();
    expect((await told).detail).to.deep.equal({ key: 'email' });
    await element.updateComplete;
    expect(textOf(element)).to.contain('dana@example.test').and.not.to.contain('Dana Rivers');
    expect(button(element, 'Reveal E-mail').getAttribute('aria-pressed')).to.equal('true');
    button(element, 'Reveal E-mail').click();
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('dana@example.test');
  });

  it('stays masked when the host forbids it', async () => {
    const element = await show(sourceOf(), { masked: 'email' });
    element.addEventListener('c360-reveal', (event) => event.preventDefault());
    button(element, 'Reveal E-mail').click();
    await element.updateComplete;
    expect(everything(element)).to.not.contain('dana@example.test');
  });

  for (const [event, happens] of [
    ['the page loses focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page is printed', () => window.dispatchEvent(new Event('beforeprint'))],
    ['a minute has passed', undefined],
  ] as const) {
    it(`is masked again when ${event} (PR7)`, async () => {
      const element = await show(sourceOf(), { masked: 'email' });
      const timers = holdTimers();
      button(element, 'Reveal E-mail').click();
      await element.updateComplete;
      expect(everything(element)).to.contain('dana@example.test');
      if (happens) happens();
      else timers.run();
      await element.updateComplete;
      expect(everything(element)).to.not.contain('dana@example.test');
    });
  }

  it('is masked again when another customer comes, and stays so when the first returns', async () => {
    const element = await show(sourceOf(), { masked: 'email' });
    button(element, 'Reveal E-mail').click();
    element.customerId = '';
    await element.updateComplete;
    element.customerId = '0042';
    await nextFrame();
    await element.updateComplete;
    expect(everything(element)).to.not.contain('dana@example.test');
  });

  it('shows neither picture nor initials of a masked name', async () => {
    const element = await show(sourceOf({ ...dana, customer: { ...(dana['customer'] as Wire), avatarUrl: '/dana.png' } }), { masked: 'name' });
    expect(element.shadowRoot!.querySelector('.avatar img')).to.equal(null);
    expect(element.shadowRoot!.querySelector('.avatar')!.textContent).to.not.contain('DR');
  });
});

describe('a value the backend calls sensitive', () => {
  it('is read only when somebody asks for it', async () => {
    const asked: unknown[] = [];
    const element = await show(
      sourceOf(
        sensitive,
        {},
        {
          field: async (query: unknown) => {
            asked.push(query);
            return { value: 'DE89 3704' };
          },
        },
      ),
    );
    expect(asked).to.deep.equal([]);
    expect(textOf(element)).to.contain('Account Hidden •••••• '.slice(0, 7)).and.to.contain('••••••');
    button(element, 'Reveal Account').click();
    await nextFrame();
    await element.updateComplete;
    expect(asked).to.deep.equal([{ id: '0042', key: 'IBAN' }]);
    expect(textOf(element)).to.contain('DE89 3704');
    window.dispatchEvent(new Event('blur'));
    await element.updateComplete;
    expect(everything(element)).to.not.contain('DE89');
  });

  it('is not shown when the page lost focus while it was read', async () => {
    const held = deferred<unknown>();
    const element = await show(sourceOf(sensitive, {}, { field: () => held.promise }));
    button(element, 'Reveal Account').click();
    await element.updateComplete;
    expect(button(element, 'Reveal Account').getAttribute('aria-busy')).to.equal('true');
    window.dispatchEvent(new Event('blur'));
    held.resolve({ value: 'DE89 3704' });
    await nextFrame();
    await element.updateComplete;
    expect(everything(element)).to.not.contain('DE89');
  });

  it('that cannot be read says so, and may be asked for again', async () => {
    let fails = true;
    const element = await show(sourceOf(sensitive, {}, { field: async () => (fails ? Promise.reject({ status: 500 }) : { value: 'DE89 3704' }) }));
    button(element, 'Reveal Account').click();
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.contain('Could not be read: The server has a problem');
    fails = false;
    button(element, 'Reveal Account').click();
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.contain('DE89 3704').and.not.to.contain('Could not be read');
  });

  for (const [answer, words] of [
    [{ status: 404 }, 'Could not be read: Nothing recorded yet'],
    [new NotEnabled(), 'Could not be read: Not tracked by this source'],
  ] as const)
    it(`that the backend does not have is told as that and stays hidden: "${words}" (H6, B28)`, async () => {
      const element = await show(sourceOf(sensitive, {}, { field: async () => Promise.reject(answer) }));
      button(element, 'Reveal Account').click();
      await nextFrame();
      await element.updateComplete;
      expect(textOf(element)).to.contain(words).and.to.contain('••••••');
      expect(element.matches(':state(ready)')).to.equal(true);
    });

  for (const [status, kind] of [
    [401, 'unauthorized'],
    [410, 'gone'],
  ] as const)
    it(`tells the host when reading it is answered with ${status}, and goes with all data where that was erased (H3, H8)`, async () => {
      const element = await show(sourceOf(sensitive, {}, { field: async () => Promise.reject({ status }) }));
      let expiries = 0;
      element.addEventListener('c360-auth-error', () => expiries++);
      const told = oneEvent(element, 'c360-error');
      button(element, 'Reveal Account').click();
      expect((await told).detail).to.include({ section: 'profile', customerId: '0042', kind, status });
      await element.updateComplete;
      expect(expiries).to.equal(status === 401 ? 1 : 0);
      expect(element.matches(`:state(${status === 410 ? 'error' : 'ready'})`)).to.equal(true);
      expect(everything(element).includes('Dana')).to.equal(status !== 410);
    });
});
