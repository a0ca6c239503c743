import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/elements/profile/define.js';
import type { Metrics, Profile } from '../../../src/model/customer.js';
import type { CustomerSource } from '../../../src/model/customer-source.js';
import type { Decimal } from '../../../src/model/money.js';
import { registerSource } from '../../../src/sources/registry.js';
import { axe } from '../../helpers/axe.js';
import { part, textOf } from '../../helpers/dom.js';
import { mount } from '../../helpers/mount.js';

let sources = 0;

function knowing(profile: Profile, metrics: Metrics = {}): string {
  const source = `profile-${++sources}`;
  registerSource(
    source,
    () =>
      ({
        profile: async () => ({ value: profile, meta: {}, leftOut: 0 }),
        metrics: async () => ({ value: metrics, meta: {}, leftOut: 0 }),
      }) satisfies CustomerSource,
  );
  return source;
}

const dana: Profile = {
  customer: {
    id: '0042',
    displayName: 'Dana Rivers',
    status: 'Active',
    flags: [{ label: 'Do not contact', tone: 'bad' }],
    identifiers: [{ type: 'email', value: 'dana@example.test', verified: true }],
    consents: [{ channel: 'SMS', status: 'denied' }],
  },
  fields: [
    { key: 'FIELD1', label: 'Loyalty points', group: 'Status', type: 'integer', default: true, custom: false, sensitive: false },
    { key: 'STR12', type: 'category', default: true, custom: false, sensitive: false },
  ],
  values: new Map<string, string | number>([
    ['FIELD1', 48213],
    ['STR12', 'Gold'],
  ]),
  segments: [],
};

describe('the profile', () => {
  it('says who the customer is and what they are worth', async () => {
    const source = knowing(dana, { totalSpend: { value: '1840.5' as Decimal, currency: 'EUR', scope: 'since-integration' } });
    const element = await mount('c360-profile', { source, customerId: '0042' });
    if (!element.matches(':state(ready)')) await oneEvent(element, 'c360-load');
    expect(textOf(element)).to.contain('Dana Rivers').and.to.contain('Do not contact').and.to.contain('48,213').and.to.contain('Gold');
    expect(textOf(part(element, 'metrics'))).to.contain('€1,840.50 since integration');
    await axe(element);
  });
});
