import type { Maskable } from '../../model/masking.js';

const address = /\S@\S/;

/** The customer's own id is masked as it is in the header, an address as one; other columns by their name. */
export function maskableFact(column: string, value: string, customerId: string): Maskable {
  const type = value === customerId ? 'id' : address.test(value) ? 'email' : undefined;
  return { key: column, ...(type && { type, personal: true }) };
}

/** The reason of a failure may quote the address it failed at. */
export function maskableReason(reason: string): Maskable {
  return { key: 'reason', ...(address.test(reason) && { type: 'email', personal: true }) };
}

/** A subject may name the customer, a clicked link be made for them. */
export function maskableText(key: 'subject' | 'details'): Maskable {
  return { key, type: 'name', personal: true };
}
