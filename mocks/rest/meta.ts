import { MOCK_TODAY } from '../clock.js';
import type { MockCustomer } from '../customers/customer.js';
import type { MetaWire } from '../wire.js';

/** Where a mocked answer says it comes from. */
export function metaOf(customer: MockCustomer, more: Partial<MetaWire> = {}): MetaWire {
  return { customerId: customer.identity.id, source: 'Complete Journey sample, rest invented', asOf: MOCK_TODAY, ...more };
}
