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
  /** It is the one so far, not the predicted one (T2). */
  readonly customerLifetimeValueHelp: string;
  readonly numberOfPurchases: string;
  readonly lastProductPurchased: string;
  readonly nothingBought: string;
  /** `since integration, Jan 2, 2024`. */
  readonly scopeSince: (scope: string, day: string) => string;
  readonly metricInTimeFrame: (value: string) => string;
  readonly changeToBefore: (change: string) => string;
  readonly unchanged: string;
  readonly trend: (from: string, to: string) => string;
  readonly openProduct: (name: string) => string;

  // Attributes (B4 to B6).
  readonly attributes: string;
  readonly pinned: string;
  readonly otherAttributes: string;
  readonly noAttributes: string;
  readonly noAttributeMatches: string;
  /** No familiar name is known for a raw one (O5). */
  readonly noAlias: string;
  readonly searchAttributes: string;
  readonly attributesShown: (shown: string, total: string) => string;
  readonly showAllAttributes: string;
  readonly showChosenAttributes: string;
  readonly moreAttributes: (count: number, formatted: string) => string;
  readonly pin: (name: string) => string;
  readonly customize: string;
  readonly customizeAttribute: (name: string) => string;
  /** The column a value comes from. */
  readonly fromColumn: (column: string) => string;
  readonly otherSource: (source: string, value: string) => string;
  readonly segments: string;

  // Other snapshots.
  readonly chooseSnapshot: string;
  readonly snapshotDay: string;
  readonly showSnapshot: string;
  readonly snapshotShown: (day: string) => string;
  readonly backToToday: string;
  readonly valueWas: (value: string) => string;
  readonly valueToday: (value: string) => string;
  readonly invalidDay: string;

  // Consents.
  readonly consents: string;
  readonly consentGranted: string;
  readonly consentDenied: string;
  readonly consentUnknown: string;
  readonly sinceDay: (day: string) => string;
}

const plural = createPlural('en');

/** English. */
export const englishProfile: ProfileMessages = {
  metrics: 'Activity',
  totalSpend: 'Total spend',
  customerLifetimeValue: 'Lifetime value',
  averageOrderValue: 'Average order value',
  averageOrderValueHelp: 'Lifetime value ÷ purchases. Total spend counts from the integration on, so it divides to another figure.',
  customerLifetimeValueHelp: 'What the customer has spent so far, before and after the integration; not the predicted lifetime value.',
  numberOfPurchases: 'Purchases',
  lastProductPurchased: 'Last product purchased',
  nothingBought: 'Nothing bought yet',
  scopeSince: (scope, day) => `${scope}, ${day}`,
  metricInTimeFrame: (value) => `${value} in this time frame`,
  changeToBefore: (change) => `${change} vs. before`,
  unchanged: 'As in the period before',
  trend: (from, to) => `From ${from} to ${to}`,
  openProduct: (name) => `Open ${name} in the catalog`,

  attributes: 'Attributes',
  pinned: 'Pinned by me',
  otherAttributes: 'Other',
  noAttributes: 'No attributes chosen',
  noAttributeMatches: 'No attribute matches',
  noAlias: 'Name used by the source; no familiar name is known',
  searchAttributes: 'Search all attributes',
  attributesShown: (shown, total) => `${shown} of ${total} attributes shown`,
  showAllAttributes: 'Show all',
  showChosenAttributes: 'Show fewer',
  moreAttributes: (count, formatted) => plural(count, formatted, { one: 'Show # more', other: 'Show # more' }),
  pin: (name) => `Pin ${name}`,
  customize: 'Customize',
  customizeAttribute: (name) => `Customize viewable attributes, ${name}`,
  fromColumn: (column) => `From ${column}`,
  otherSource: (source, value) => `${source}: ${value}`,
  segments: 'Segments',

  chooseSnapshot: 'Choose another day',
  snapshotDay: 'Show the profile as it was on',
  showSnapshot: 'Show',
  snapshotShown: (day) => `You see the profile as of ${day}. What has changed since is marked.`,
  backToToday: 'Back to today',
  valueWas: (value) => `was ${value}`,
  valueToday: (value) => `today ${value}`,
  invalidDay: 'Give a day up to today',

  consents: 'Consent',
  consentGranted: 'Granted',
  consentDenied: 'Opted out',
  consentUnknown: 'Not known',
  sinceDay: (day) => `since ${day}`,
};
