import type { CustomerWire } from '../wire.js';
import type { MockCustomer } from './customer.js';
import { documentedCustomer } from './documented.js';
import { householdCustomers } from './household.js';
import { specialCustomers } from './special.js';

/** One line of the demo's customer list. */
export interface CustomerListing {
  readonly id: string;
  readonly name: string;
  /** What this customer is good for seeing. */
  readonly shows: string;
}

const makers = new Map([documentedCustomer, ...householdCustomers, ...specialCustomers].map((maker) => [maker.identity.id, maker]));

/** Every customer, the documented one first. */
export const listings: readonly CustomerListing[] = [...makers.values()].map(({ identity: { id, displayName = id }, shows }) => ({
  id,
  name: displayName,
  shows,
}));

/** Who they are, known without putting them together. */
export const identities: readonly CustomerWire[] = [...makers.values()].map(({ identity }) => identity);

const made = new Map<string, MockCustomer>();

/** The customer of this id, put together at the first question; `undefined` for one nobody knows. */
export function customerOf(id: string): MockCustomer | undefined {
  const held = made.get(id) ?? makers.get(id)?.create();
  if (held) made.set(id, held);
  return held;
}
