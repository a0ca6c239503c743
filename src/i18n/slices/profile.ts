import { createPlural } from '../plural.js';

/** Texts of `<c360-profile>`. Keys are unique across all slices. */
export interface ProfileMessages {
  // Metrics (B7 to B11).
  readonly metrics: string;
  readonly totalSpend: string;
  readonly customerLifetimeValue: string;
  readonly averageOrderValue: string;
  /** Why it need not be spend ÷ purchases (T2). */
  readonly averageOrderValueHelp: string;
  readonly numberOfPurchases: string;
  readonly lastProductPurchased: string;
  readonly nothingBought: string;
  /** `since integration, Jan 2024`. */
  readonly scopeSince: (scope: string, day: string) => string;
  readonly metricInTimeFrame: (value: string) => string;
  readonly changeToBefore: (change: string) => string;
  readonly trend: (from: string, to: string) => string;

  // Attributes.
  readonly attributes: string;
  readonly pinned: string;
  readonly otherAttributes: string;
  readonly noAlias: string;
  readonly segments: string;

  // Consents.
  readonly consents: string;
  readonly consentGranted: string;
  readonly consentDenied: string;
  readonly consentUnknown: string;
  readonly sinceDay: (day: string) => string;
}

const plural = createPlural('en');
void plural;

/** English. */
export const englishProfile: ProfileMessages = {
  metrics: 'Activity',
  totalSpend: 'Total spend',
  customerLifetimeValue: 'Lifetime value',
  averageOrderValue: 'Average order',
  averageOrderValueHelp: 'Lifetime value ÷ purchases. Total spend counts from the integration on, so it divides to another figure.',
  numberOfPurchases: 'Purchases',
  lastProductPurchased: 'Last product',
  nothingBought: 'Nothing bought yet',
  scopeSince: (scope, day) => `${scope}, ${day}`,
  metricInTimeFrame: (value) => `${value} in this time frame`,
  changeToBefore: (change) => `${change} to the period before`,
  trend: (from, to) => `From ${from} to ${to}`,

  attributes: 'Attributes',
  pinned: 'Pinned by me',
  otherAttributes: 'More',
  noAlias: 'Name in the source; no familiar name is known',
  segments: 'Segments',

  consents: 'Consent',
  consentGranted: 'Granted',
  consentDenied: 'Opted out',
  consentUnknown: 'Not known',
  sinceDay: (day) => `since ${day}`,
};
