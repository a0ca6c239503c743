import { createPlural } from '../plural.js';

/** Texts of whatever names a customer: panel header, profile, search. Keys are unique across all slices. */
export interface IdentityMessages {
  readonly customer: string;
  readonly customerIdLabel: string;
  readonly phone: string;
  readonly name: string;
  readonly verified: string;
  /** Names the list of alert flags. */
  readonly alerts: string;
  readonly moreIdentifiers: (count: number, formatted: string) => string;
  readonly copyOf: (what: string) => string;
  readonly revealOf: (what: string) => string;
  readonly revealFailed: string;
}

const plural = createPlural('en');

/** English. */
export const englishIdentity: IdentityMessages = {
  customer: 'Customer',
  customerIdLabel: 'ID',
  phone: 'Phone',
  name: 'Name',
  verified: 'verified',
  alerts: 'Alerts',
  moreIdentifiers: (count, formatted) => plural(count, formatted, { other: '# more' }),
  copyOf: (what) => `Copy ${what}`,
  revealOf: (what) => `Reveal ${what}`,
  revealFailed: 'Could not be read',
};
