import { createPlural } from '../plural.js';

/** Texts of `<c360-campaigns>`. Keys are unique across all slices; those of an opened row are a slice of their own. */
export interface CampaignsMessages {
  // Columns.
  readonly targetGroup: string;
  readonly template: string;
  readonly promotion: string;
  readonly tags: string;
  readonly outcome: string;
  readonly attributed: string;

  // Outcomes.
  readonly converted: string;
  /** The two meanings of conversion (S22, T16). */
  readonly journeyConverted: string;
  readonly depositAttributed: string;
  /** All that is known of a decision without a message is a journey, or a bonus. */
  readonly enteredJourney: string;
  readonly bonus: string;
  readonly outcomeNotTracked: string;
  /** `1 of 2 failed`. */
  readonly messagesFailed: (failed: string, messages: string) => string;
  /** Another plan took the customer (T18). */
  readonly takenBy: (plan: string) => string;
  /** The campaign's side of the join is missing (O17). */
  readonly detailsUnavailable: string;

  // Filters and order.
  readonly received: string;
  readonly notReceived: string;
  readonly controlGroup: string;
  readonly otherDecisions: string;
  readonly category: string;
  readonly searchCampaigns: string;
  readonly sortBy: string;
  readonly ascending: string;
  readonly descending: string;
  readonly noCampaignMatches: string;

  // Contact pressure.
  /** Before pairs of figures for each channel. */
  readonly contactPressure: string;
  readonly messagesReceived: (week: string, month: string) => string;
  readonly capReached: string;

  // What must be known before reading.
  readonly namesOfToday: string;
  readonly mayStillChange: string;
  readonly tracked30Days: string;
  readonly campaignCount: (count: number, formatted: string) => string;
  /** `200 of 8,120 loaded`. */
  readonly campaignsLoaded: (loaded: string, total: string) => string;
  readonly moreNotLoaded: string;
}

const plural = createPlural('en');

/** English. */
export const englishCampaigns: CampaignsMessages = {
  targetGroup: 'Target group',
  template: 'Template',
  promotion: 'Promotion',
  tags: 'Tags',
  outcome: 'Outcome',
  attributed: 'Attributed',

  converted: 'Converted',
  journeyConverted: 'Journey converted',
  depositAttributed: 'Attributed deposit',
  enteredJourney: 'In a journey',
  bonus: 'Bonus',
  outcomeNotTracked: 'outcome not tracked',
  messagesFailed: (failed, messages) => `${failed} of ${messages} failed`,
  takenBy: (plan) => `taken by plan ${plan}`,
  detailsUnavailable: 'Details unavailable',

  received: 'Received',
  notReceived: 'Did not get it',
  controlGroup: 'Control group',
  otherDecisions: 'Other',
  category: 'Category',
  searchCampaigns: 'Search campaigns',
  sortBy: 'Sort by',
  ascending: 'Ascending',
  descending: 'Descending',
  noCampaignMatches: 'No campaign matches',

  contactPressure: 'Messages in 7 · 30 days',
  messagesReceived: (week, month) => `${week} in 7 days, ${month} in 30 days`,
  capReached: 'limit reached',

  namesOfToday: "Names and details of campaigns are today's",
  mayStillChange: 'may still change',
  tracked30Days: 'Messages are tracked for 30 days',
  campaignCount: (count, formatted) => plural(count, formatted, { one: '# campaign', other: '# campaigns' }),
  campaignsLoaded: (loaded, total) => `${loaded} of ${total} loaded`,
  moreNotLoaded: 'There are more than are loaded',
};
