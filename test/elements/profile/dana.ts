import '../../../src/elements/profile/define.js';
import type { C360Profile } from '../../../src/elements/profile/profile.js';
import { fixedNow } from '../../helpers/clock.js';
import { composedElements, textOf } from '../../helpers/dom.js';
import { mount, type Surroundings, settled } from '../../helpers/mount.js';

export type Wire = Readonly<Record<string, unknown>>;

/** A customer as section 4 describes one. */
export const dana: Wire = {
  customer: {
    id: '0042',
    displayName: 'Dana Rivers',
    status: 'Active',
    flags: [
      { label: 'VIP', tone: 'good' },
      { label: 'Do not contact', tone: 'bad' },
    ],
    identifiers: [
      { type: 'email', value: 'dana@example.test', verified: true },
      { type: 'facebook', value: 'fb-77', label: 'Facebook ID' },
    ],
    consents: [
      { channel: 'email', status: 'granted', since: '2016-02-03' },
      { channel: 'sms', status: 'denied' },
      { channel: 'push', status: 'unknown' },
    ],
  },
  asOf: '2017-12-31',
  fields: [
    { key: 'FIELD1', label: 'Loyalty points', group: 'Status', type: 'integer', default: true },
    { key: 'STR12', type: 'category', default: true },
    { key: 'FIELD2', label: 'Basket', group: 'Buying', type: 'money', currency: 'EUR' },
    { key: 'STR7', label: 'Home phone', group: 'Contact', type: 'phone' },
  ],
  values: { FIELD1: 48213, STR12: 'Gold', FIELD2: '12.50', STR7: '+1 202 555 0142' },
  segments: [{ id: 's1', name: 'Coupon lovers' }],
  previous: { asOf: '2017-12-24', values: { FIELD1: 48000, STR12: 'Gold' } },
};

export const danasMetrics: Wire = {
  totalSpend: { value: { amount: '1840.50', currency: 'EUR' }, scope: 'since-integration', since: '2017-02-01', inTimeFrame: '220.70', previous: '114.74' },
  customerLifetimeValue: { value: { amount: '2100.00', currency: 'EUR' }, scope: 'lifetime' },
  numberOfPurchases: { value: 42, scope: 'lifetime', inTimeFrame: 3, previous: 3 },
  lastProductPurchased: {
    id: 'p1',
    name: 'Oat drink',
    price: { amount: '2.49', currency: 'EUR' },
    imageUrl: '/oat.png',
    url: '/catalog/oat',
    purchasedAt: '2017-12-28T10:00:00Z',
  },
  series: { dates: ['2017-12-01', '2017-12-02', '2017-12-03'], values: { totalSpend: [1, null, 3] } },
};

/** Readers of a source of the host's own. */
export type Readers = NonNullable<C360Profile['customerSource']>;

export const sourceOf = (profile: Wire = dana, metrics: Wire = danasMetrics, more: Readers = {}): Readers => ({
  profile: async () => profile,
  metrics: async () => metrics,
  ...more,
});

/** A profile alone on a page, loaded. */
export async function show(source: Readers = sourceOf(), properties: Partial<C360Profile> = {}, around: Surroundings = { width: 900 }): Promise<C360Profile> {
  const element = await mount('c360-profile', { customerSource: source, customerId: '0042', now: fixedNow, timeZone: 'UTC', ...properties }, around);
  await settled(element);
  return element;
}

/** The button of that name; says which there are when there is none. */
export function button(element: Element, name: string): HTMLButtonElement {
  const buttons = composedElements(element).filter((found): found is HTMLButtonElement => found instanceof HTMLButtonElement);
  const nameOf = (found: HTMLButtonElement) => found.getAttribute('aria-label') ?? textOf(found);
  const found = buttons.find((candidate) => nameOf(candidate) === name);
  if (!found) throw new Error(`No button "${name}" among: ${buttons.map(nameOf).join(' | ')}`);
  return found;
}

/** Everything a person, a screen reader or a script that reads the tree could find. */
export function everything(element: Element): string {
  const parts: string[] = [];
  for (const each of composedElements(element)) {
    for (const { value } of each.attributes) parts.push(value);
    for (const node of each.childNodes) if (node instanceof Text) parts.push(node.data);
    if (each instanceof HTMLInputElement) parts.push(each.value);
  }
  return parts.join('\n');
}
