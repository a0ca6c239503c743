import { expect, oneEvent } from '@open-wc/testing';
import type { C360Profile } from '../../../src/elements/profile/profile.js';
import { axe } from '../../helpers/axe.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { button, dana, everything, show, sourceOf, type Wire } from './dana.js';

const withCustomer = (change: Wire): Wire => ({ ...dana, customer: { ...(dana['customer'] as Wire), ...change } });

describe('the profile', () => {
  it('says who the customer is: name, status, every identifier', async () => {
    const element = await show();
    expect(textOf(part(element, 'identity')))
      .to.contain('Dana Rivers')
      .and.to.contain('Active')
      .and.to.contain('ID 0042')
      .and.to.contain('E-mail dana@example.test')
      .and.to.contain('Facebook ID fb-77');
  });

  it('cuts a name, an alert and an identifier of a megabyte, and shows more of each to whoever asks (V17)', async () => {
    const long = 'x'.repeat(1_000_000);
    const element = await show(
      sourceOf(withCustomer({ displayName: long, flags: [{ label: long, tone: 'bad' }], identifiers: [{ type: 'loyalty', value: long }] })),
    );
    for (const name of ['name', 'flag', 'identifier']) {
      const shown = allParts(element, name).at(-1)!;
      expect(textOf(shown).length, name).to.be.below(300);
      [...shown.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show more')!.click();
      expect(textOf(shown).length, name).to.be.within(20_000, 21_000);
    }
  });

  it('puts the worst alert first, whatever order they came in', async () => {
    const element = await show();
    expect(allParts(element, 'flag').map(textOf)).to.deep.equal(['Do not contact', 'VIP']);
  });

  it('lists an id once when it is among the identifiers', async () => {
    const element = await show(sourceOf(withCustomer({ identifiers: [{ type: 'loyalty', value: '0042' }] })));
    expect(allParts(element, 'identifier').map(textOf)).to.deep.equal(['loyalty 0042']);
  });

  it('leaves the header to the panel around it', async () => {
    const element = await show();
    expect(allParts(element, 'identity')).to.have.length(1);
    await import('../../../src/elements/panel/define.js');
    const panel = await mount('c360-panel', { customerSource: sourceOf(), customerId: '0042', sections: 'profile' }, { width: 1000 });
    await settled(panel);
    expect(allParts(panel.shadowRoot!.querySelector('c360-profile')!, 'identity')).to.have.length(0);
    expect(textOf(panel)).to.contain('Dana Rivers');
  });

  it('shows consent by channel, and no place for it when the backend does not say', async () => {
    const element = await show();
    expect(textOf(part(element, 'consents'))).to.equal('Consent E-mail Granted since Feb 3, 2016 SMS Opted out Push Not known');
    const silent = await show(sourceOf(withCustomer({ consents: undefined })));
    expect(allParts(silent, 'consents')).to.have.length(0);
  });

  it('tells the query behind the answer to whoever asks', async () => {
    const element = await show(sourceOf({ ...dana, meta: { source: 'Warehouse', query: 'SELECT 1' } }));
    expect(textOf(part(element, 'provenance'))).to.contain('Where does this come from?');
    expect(part(element, 'provenance').textContent).to.contain('SELECT 1').and.to.contain('Warehouse');
  });

  it('stands in two blocks where the layout is split, the element itself having no box', async () => {
    const element = await show(sourceOf(), { layout: 'split' });
    expect(getComputedStyle(element).display).to.equal('contents');
    const [section, metrics] = [part(element, 'section'), part(element, 'metrics')];
    expect(section.getRootNode()).to.equal(metrics.getRootNode());
    expect(section.contains(metrics)).to.equal(false);
    expect(textOf(metrics)).to.contain('€1,840.50');
  });

  it('still shows metrics when only the profile fails, and the profile when only metrics fail', async () => {
    const fails = async () => Promise.reject({ status: 500 });
    const withoutProfile = await show({ ...sourceOf(), profile: fails });
    expect(textOf(withoutProfile)).to.contain('The server has a problem').and.to.contain('€1,840.50');
    const withoutMetrics = await show({ ...sourceOf(), metrics: fails });
    expect(textOf(withoutMetrics)).to.contain('Dana Rivers').and.to.contain('The server has a problem');
  });

  it('has no place for metrics a source does not know', async () => {
    const element = await show({ profile: async () => dana });
    expect(allParts(element, 'metrics')).to.have.length(0);
  });

  it('saves and restores what was searched for', async () => {
    const element = await show();
    element.viewState = { query: 'basket', all: false };
    await element.updateComplete;
    expect(textOf(part(element, 'attributes')))
      .to.contain('Basket €12.50')
      .and.not.to.contain('Loyalty');
    expect(element.viewState).to.deep.equal({ query: 'basket', all: false, open: false });
  });
});

describe('copying from the profile', () => {
  let copied = '';
  const original = navigator.clipboard.writeText;
  beforeEach(() => {
    copied = '';
    Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: async (text: string) => void (copied = text) });
  });
  after(() => Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: original }));

  it('takes one identifier, after telling the host, and says so', async () => {
    const element = await show();
    const told = oneEvent(element, 'c360-export');
    button(element, 'Copy E-mail').click();
    expect((await told).detail).to.deep.equal({ section: 'profile', format: 'copy' });
    await nextFrame();
    expect(copied).to.equal('dana@example.test');
    expect(textOf(part(element, 'identity'))).to.contain('Copied');
  });

  it('does nothing when the host forbids it', async () => {
    const element = await show();
    element.addEventListener('c360-export', (event) => event.preventDefault());
    button(element, 'Copy E-mail').click();
    await nextFrame();
    expect(copied).to.equal('');
  });

  it('takes the brief as text for a ticket: who, since when, alerts, sentences', async () => {
    const element = await show();
    button(element, 'Copy In brief').click();
    await nextFrame();
    expect(copied).to.equal(
      [
        'Dana Rivers · ID 0042 · As of Dec 31, 2017',
        'Alerts: VIP, Do not contact',
        'Spent €2,100.00 in 42 purchases so far, most recently 3 days ago. May be contacted by e-mail, but opted out of SMS.',
      ].join('\n'),
    );
  });

  it('leaves out what is masked', async () => {
    const element = await show(sourceOf(), { maskAll: true });
    button(element, 'Copy In brief').click();
    await nextFrame();
    expect(copied).to.contain('Spent').and.not.to.contain('Dana').and.not.to.contain('0042');
  });
});

describe('a profile with bad data', () => {
  it('shows the initials where the picture fails or comes from elsewhere, and asks nobody for it (X4)', async () => {
    const element = await show(sourceOf(withCustomer({ avatarUrl: 'https://tracker.example/a.gif' })));
    expect(element.shadowRoot!.querySelector('.avatar img')).to.equal(null);
    expect(element.shadowRoot!.querySelector('.avatar')!.textContent).to.contain('DR');
    const failing = await show(sourceOf(withCustomer({ avatarUrl: 'data:image/png;base64,AA' })));
    expect(failing.shadowRoot!.querySelector('.avatar img')).to.equal(null);
  });

  it('takes a picture from an allowed origin without telling it where from, and hides it when it fails (PR3, X5)', async () => {
    const element = await show(sourceOf(withCustomer({ avatarUrl: '/none.png' })));
    const image = element.shadowRoot!.querySelector<HTMLImageElement>('.avatar img')!;
    expect(image.referrerPolicy).to.equal('no-referrer');
    image.dispatchEvent(new Event('error'));
    expect(getComputedStyle(image).visibility).to.equal('hidden');
  });

  it('writes names of any direction apart from the text around them, without control characters (V19)', async () => {
    const element = await show(sourceOf(withCustomer({ displayName: 'נועה \u202Eevil' })));
    expect(element.shadowRoot!.querySelector('.name bdi')!.textContent).to.equal('נועה evil');
  });

  it('shows markup as text', async () => {
    const element = await show(sourceOf(withCustomer({ displayName: '<img src=x onerror=alert(1)>', flags: [{ label: '<b>bold</b>', tone: 'odd' }] })));
    expect(textOf(element)).to.contain('<img src=x onerror=alert(1)>').and.to.contain('<b>bold</b>');
    expect(element.shadowRoot!.querySelector('.name img, .flag b')).to.equal(null);
  });

  it('calls a customer without a name by the id, and shows one without anything', async () => {
    const element = await show(sourceOf({ customer: { id: 'x' }, asOf: null, fields: [], values: {} }, {}), { customerId: 'x' });
    expect(textOf(element)).to.contain('x ID x').and.to.contain('Nothing recorded yet');
    await axe(element);
  });

  it('cuts names nobody can read', async () => {
    const element = await show(sourceOf(withCustomer({ displayName: 'a'.repeat(1_000_000), status: 'b'.repeat(10_000) })));
    expect(everything(element).length).to.be.below(20_000);
    expect(element.shadowRoot!.querySelector('section')!.scrollWidth).to.be.at.most(900);
  });
});

describe('the profile is accessible', () => {
  const states: readonly (readonly [string, () => Promise<C360Profile>])[] = [
    ['loaded', () => show()],
    ['narrow', () => show(sourceOf(), {}, { width: 300 })],
    ['dark', () => show(sourceOf(), {}, { theme: 'dark', width: 900 })],
    ['split', () => show(sourceOf(), { layout: 'split' })],
    ['masked', () => show(sourceOf(), { maskAll: true })],
    ['folded', () => show(sourceOf(), { collapsible: true })],
    ['loading', () => mount('c360-profile', { customerSource: { profile: () => new Promise(() => {}) }, customerId: '0042' })],
    ['without a customer', () => mount('c360-profile', { customerSource: sourceOf() })],
    ['failed', () => show({ profile: async () => Promise.reject({ status: 403 }) })],
    ['on another day', () => show(sourceOf(), { asOf: '2017-06-01' })],
    ['from right to left', () => show(sourceOf(), {}, { dir: 'rtl', width: 900 })],
  ];
  for (const [name, present] of states) it(`when ${name}`, async () => axe(await present()));
});
