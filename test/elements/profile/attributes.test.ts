import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/elements/provider/define.js';
import type { C360Profile } from '../../../src/elements/profile/profile.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { button, dana, everything, show, sourceOf, type Wire } from './dana.js';

const rows = (element: Element) => allParts(element, 'attribute').map(textOf);
const withFields = (fields: readonly Wire[], values: Wire, more: Wire = {}): Wire => ({ ...dana, fields, values, previous: undefined, ...more });
const field = (key: string, type: string, more: Wire = {}): Wire => ({ key, label: key, type, default: true, ...more });

function search(element: C360Profile, text: string): Promise<boolean> {
  const input = part(element, 'attribute-search') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return element.updateComplete;
}

const values: readonly (readonly [type: string, value: unknown, shown: string, more?: Wire])[] = [
  ['text', 'Hello', 'Hello'],
  ['number', 0.0012, '0.0012'],
  ['number', '12345678901234567890.5', '12,345,678,901,234,567,890.5'],
  ['number', 12.5, '12.5 kg', { unit: 'kg' }],
  ['integer', 48213, '48,213'],
  ['integer', '9007199254740993', '9,007,199,254,740,993'],
  ['money', '12.5', '€12.50', { currency: 'EUR' }],
  ['money', '12.5', '12.5 POINTS', { currency: 'POINTS' }],
  ['money', -3, '-3'],
  ['percent', 12.5, '12.5%'],
  ['percent', 130, '130%'],
  ['boolean', true, 'Yes'],
  ['boolean', 'false', 'No'],
  ['boolean', 'perhaps', 'perhaps'],
  ['date', '2017-12-24', 'Dec 24, 2017'],
  ['date', '2017-02-30', '2017-02-30'],
  ['instant', '2017-12-24T10:00:00+01:00', 'Dec 24, 2017, 9:00 AM'],
  ['instant', 'soon', 'soon'],
  ['email', 'a@example.test', 'a@example.test'],
  ['phone', '+1 202 555 0142', '+1 202 555 0142'],
  ['url', '/somewhere', '/somewhere opens in a new tab'],
  ['url', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['category', 'Gold', 'Gold'],
  ['hologram', 'x', 'x'],
  ['number', 'many', 'many'],
  ['number', null, '— No value'],
  ['text', '', '— No value'],
  ['money', '0', '€0.00', { currency: 'EUR' }],
  ['boolean', false, 'No'],
];

describe('an attribute', () => {
  for (const [type, value, shown, more] of values) {
    it(`of type ${type} shows ${JSON.stringify(value)} as ${shown}`, async () => {
      const element = await show(sourceOf(withFields([field('It', type, more)], { It: value })));
      expect(rows(element)).to.deep.equal([`It ${shown}`]);
    });
  }

  it('leads where it may, and nowhere else', async () => {
    const element = await show(
      sourceOf(
        withFields([field('a', 'email'), field('b', 'phone'), field('c', 'url'), field('d', 'url')], {
          a: 'a@example.test',
          b: '+1 202 555',
          c: '/x',
          d: 'https://elsewhere.example/',
        }),
      ),
    );
    const links = [...part(element, 'attributes').querySelectorAll('a')].map(({ href }) => href);
    expect(links).to.deep.equal(['mailto:a@example.test', 'tel:+1202555', `${location.origin}/x`]);
  });

  it('that was not provided has no place', async () => {
    const element = await show(sourceOf(withFields([field('a', 'text'), field('b', 'text')], { b: 'x' })));
    expect(rows(element)).to.deep.equal(['b x']);
  });

  it('without a familiar name keeps its raw one, flagged (O5)', async () => {
    const element = await show();
    const raw = allParts(element, 'attribute').find((row) => row.textContent!.includes('STR12'))!;
    expect(raw.querySelector('code')!.textContent).to.equal('STR12');
    expect(textOf(raw)).to.contain('no familiar name is known').and.to.contain('Gold');
  });

  it('nobody described is not dropped', async () => {
    const element = await show(sourceOf(withFields([], { SURPRISE: 7 })));
    await search(element, 'surprise');
    expect(rows(element)[0]).to.contain('SURPRISE').and.to.contain('7');
  });

  it('says where it comes from, and what other sources say of it', async () => {
    const element = await show(sourceOf(withFields([field('a', 'text', { source: { table: 'CUSTOMER_PROFILES', column: 'STR1' } })], { a: 'x' })));
    part(element, 'attribute').querySelector('dt')!.dispatchEvent(new PointerEvent('pointerenter'));
    expect(textOf(element.shadowRoot!.querySelector('[role=tooltip]')!)).to.equal('From CUSTOMER_PROFILES.STR1');
  });

  it('of a megabyte is cut, can be read on, and does not widen the page (V17)', async () => {
    const element = await show(sourceOf(withFields([field('a', 'text')], { a: 'x'.repeat(1_000_000) })));
    expect(everything(element).length).to.be.below(10_000);
    button(element, 'Show more').click();
    await element.updateComplete;
    expect(everything(element).length).to.be.above(20_000);
    expect(part(element, 'section').scrollWidth).to.be.at.most(900);
  });
});

describe('the attributes', () => {
  it('are those chosen for all customers, in their order, in groups', async () => {
    const element = await show(sourceOf({ ...dana, visible: ['FIELD2', 'FIELD1', 'GONE'] }));
    expect(textOf(part(element, 'attributes')))
      .to.contain('Buying Basket €12.50 Status Loyalty points 48,213')
      .and.to.contain('2 of 4 attributes shown');
  });

  it('are the default ones where nobody chose', async () => {
    expect(rows(await show())).to.have.length(2);
  });

  it('can all be seen, and few again', async () => {
    const element = await show();
    button(element, 'Show all').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(4);
    button(element, 'Show fewer').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(2);
  });

  for (const [typed, found] of [
    ['LOYAL', ['Loyalty points']],
    ['str12', ['STR12']],
    ['gold', ['STR12']],
    ['buying', ['Basket']],
    ['contact', ['Home phone']],
    ['nothing like it', []],
  ] as const) {
    it(`are found by name, key, value or group, among all: "${typed}"`, async () => {
      const element = await show();
      await search(element, typed);
      const shown = rows(element);
      expect(shown).to.have.length(found.length);
      for (const [index, name] of found.entries()) expect(shown[index]).to.contain(name);
      if (!found.length) expect(textOf(element)).to.contain('No attribute matches');
    });
  }

  it('are found whatever the accents', async () => {
    const element = await show(sourceOf(withFields([field('a', 'text', { label: 'Préféré' }), field('b', 'text', { default: false })], { a: 'x', b: 'y' })));
    await search(element, 'prefere');
    expect(rows(element)).to.have.length(1);
  });

  it('keep what is typed into their search from the shortcuts of the page', async () => {
    const element = await show();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['d', 'Escape', 'Tab'])
      part(element, 'attribute-search').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['Escape', 'Tab']);
  });

  it('come folded where room is scarce', async () => {
    const element = await show(sourceOf(), { collapsible: true });
    expect(rows(element)).to.have.length(0);
    button(element, 'Attributes').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(2);
    expect(button(element, 'Attributes').getAttribute('aria-expanded')).to.equal('true');
  });

  it('are all on paper, also folded (HP13)', async () => {
    const element = await show(sourceOf(), { collapsible: true });
    window.dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(rows(element)).to.have.length(2);
    window.dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(rows(element), 'folded again on screen').to.have.length(0);
  });
});

describe('500 attributes', () => {
  const keys = Array.from({ length: 500 }, (_, index) => `FIELD${index}`);
  const many = withFields(
    keys.map((key, index) => field(key, 'integer', { label: `Attribute ${index}`, default: index < 5 })),
    Object.fromEntries(keys.map((key, index) => [key, index])),
  );

  it('are drawn 60 at a time, and the rest on request', async () => {
    const element = await show(sourceOf(many));
    button(element, 'Show all').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(60);
    button(element, 'Show 440 more').click();
    await element.updateComplete;
    expect(allParts(element, 'attribute')).to.have.length(500);
  });

  it('cost no more than 60 with each letter of a search', async () => {
    const element = await show(sourceOf(many));
    await search(element, 'a');
    expect(allParts(element, 'attribute')).to.have.length(60);
    expect(textOf(element)).to.contain('60 of 500 attributes shown');
    await search(element, 'attribute 499');
    expect(rows(element)).to.deep.equal(['Attribute 499 499']);
  });

  it('are laid out only where they are in view', async () => {
    const element = await show(sourceOf(many), {}, { width: 300 });
    button(element, 'Show all').click();
    await element.updateComplete;
    button(element, 'Show 440 more').click();
    await element.updateComplete;
    await nextFrame();
    await nextFrame();
    const last = allParts(element, 'attribute').at(-1)!.querySelector('dd')!;
    expect(last.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);
    expect(allParts(element, 'attribute')[0]!.getBoundingClientRect().height).to.be.above(20);
  });
});

describe('pins', () => {
  it('stand first, and are told to the host, who keeps them (T36)', async () => {
    const element = await show();
    const told = oneEvent(element, 'c360-attributes-change');
    button(element, 'Pin STR12').click();
    expect((await told).detail).to.deep.equal({ visible: ['STR12'], scope: 'mine' });
    await element.updateComplete;
    expect(rows(element)[0]).to.contain('STR12');
    expect(textOf(part(element, 'attributes'))).to.contain('Pinned by me');
    expect(button(element, 'Pin STR12').getAttribute('aria-pressed')).to.equal('true');
    expect(element.pinnedAttributes).to.deep.equal(['STR12']);
  });

  it('can be set, also for attributes that are not shown to all, and taken away', async () => {
    const element = await show(sourceOf(), { pinnedAttributes: ['FIELD2', 'UNKNOWN'] });
    expect(rows(element)[0]).to.equal('Basket €12.50');
    button(element, 'Pin Basket').click();
    await element.updateComplete;
    expect(element.pinnedAttributes).to.deep.equal(['UNKNOWN']);
    expect(rows(element).join()).to.not.contain('Basket');
  });

  it('keep the focus of whoever presses them, though the line moves to another group', async () => {
    const element = await show();
    const focused = () => element.shadowRoot!.activeElement?.getAttribute('aria-label');
    button(element, 'Pin STR12').focus();
    for (const pins of [['STR12'], []]) {
      (element.shadowRoot!.activeElement as HTMLElement).click();
      await nextFrame();
      await nextFrame();
      expect(element.pinnedAttributes).to.deep.equal(pins);
      expect(focused()).to.equal('Pin STR12');
    }
  });

  it('change nothing when the host says no', async () => {
    const element = await show();
    element.addEventListener('c360-attributes-change', (event) => event.preventDefault());
    button(element, 'Pin STR12').click();
    await element.updateComplete;
    expect(element.pinnedAttributes).to.equal(undefined);
  });

  it('belong to the provider around the profile', async () => {
    const provider = await mount('c360-provider', { customerSource: sourceOf(), customerId: '0042' });
    const profile = document.createElement('c360-profile');
    provider.append(profile);
    await settled(provider);
    button(profile, 'Pin STR12').click();
    await settled(provider);
    expect(provider.pinnedAttributes).to.deep.equal(['STR12']);
    expect(rows(profile)[0]).to.contain('STR12');
  });

  it('survive nonsense', async () => {
    const element = await show(sourceOf(), { pinnedAttributes: 'STR12' as never });
    expect(rows(element)).to.have.length(2);
  });
});
