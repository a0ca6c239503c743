import { createPlural } from '../plural.js';

/**
 * Texts of the brief. Phrases arrive whole and stand where the language wants them; keys are unique across all slices.
 */
export interface BriefMessages {
  readonly brief: string;

  // What the customer is worth.
  readonly briefNothing: string;
  readonly briefNothingBought: (nothing: string) => string;
  readonly briefPurchases: (count: number, formatted: string) => string;
  readonly briefAmountIn: (amount: string, purchases: string) => string;
  readonly briefSoFar: string;
  readonly briefSpent: (amount: string, scope: string) => string;
  readonly briefSpentLast: (amount: string, scope: string, when: string) => string;
  readonly briefBought: (purchases: string) => string;
  readonly briefBoughtLast: (purchases: string, when: string) => string;

  // What reached them.
  readonly briefContacted: (contact: string) => string;
  readonly briefContact: (when: string, channel: string | undefined) => string;
  readonly briefReceived: (campaigns: string) => string;
  /** `count` and `total` are the same number; the first chooses the plural form. */
  readonly briefCampaigns: (count: number, received: string, total: string) => string;
  readonly briefInJourneys: (journeys: string) => string;
  readonly briefJourneys: (count: number, formatted: string) => string;

  // How they may be addressed.
  readonly briefConsentsGranted: (channels: string) => string;
  readonly briefConsentsDenied: (channels: string) => string;
  readonly briefConsentsMixed: (granted: string, denied: string) => string;

  // What they are about to do. `within` is empty where the horizon is not known.
  readonly briefLikelyClick: (percent: string) => string;
  readonly briefLikelyUnsubscribe: (percent: string) => string;
  readonly briefLikelyOpen: (percent: string) => string;
  readonly briefLikelyPurchase: (percent: string) => string;
  readonly briefWithin: (days: number, formatted: string) => string;
  readonly briefPredicted: (likely: string, within: string) => string;
  readonly briefPredictedBelow: (likely: string, within: string, percent: string) => string;
  readonly briefClv: (amount: string) => string;
  readonly briefClvBelow: (amount: string, percent: string) => string;
}

const plural = createPlural('en');

/** English. */
export const englishBrief: BriefMessages = {
  brief: 'In brief',

  briefNothing: 'not bought anything',
  briefNothingBought: (nothing) => `Has ${nothing} yet.`,
  briefPurchases: (count, formatted) => plural(count, formatted, { one: '# purchase', other: '# purchases' }),
  briefAmountIn: (amount, purchases) => `${amount} in ${purchases}`,
  briefSoFar: 'so far',
  briefSpent: (amount, scope) => `Spent ${amount} ${scope}.`,
  briefSpentLast: (amount, scope, when) => `Spent ${amount} ${scope}, most recently ${when}.`,
  briefBought: (purchases) => `Made ${purchases}.`,
  briefBoughtLast: (purchases, when) => `Made ${purchases}, most recently ${when}.`,

  briefContacted: (contact) => `Last contacted ${contact}.`,
  briefContact: (when, channel) => (channel ? `${when} by ${channel}` : when),
  briefReceived: (campaigns) => `Received ${campaigns} in this time frame.`,
  briefCampaigns: (count, received, total) => plural(count, total, { one: `${received} of # campaign`, other: `${received} of # campaigns` }),
  briefInJourneys: (journeys) => `Is in ${journeys}.`,
  briefJourneys: (count, formatted) => plural(count, formatted, { one: 'one open journey', other: '# open journeys' }),

  briefConsentsGranted: (channels) => `May be contacted by ${channels}.`,
  briefConsentsDenied: (channels) => `Opted out of ${channels}.`,
  briefConsentsMixed: (granted, denied) => `May be contacted by ${granted}, but opted out of ${denied}.`,

  briefLikelyClick: (percent) => `${percent} likely to click an e-mail`,
  briefLikelyUnsubscribe: (percent) => `${percent} likely to unsubscribe`,
  briefLikelyOpen: (percent) => `${percent} likely to open an e-mail`,
  briefLikelyPurchase: (percent) => `${percent} likely to buy`,
  briefWithin: (days, formatted) => plural(days, formatted, { one: ' within # day', other: ' within # days' }),
  briefPredicted: (likely, within) => `Is ${likely}${within}.`,
  briefPredictedBelow: (likely, within, percent) => `Is ${likely}${within}; ${percent} of customers are less likely.`,
  briefClv: (amount) => `Predicted to spend ${amount} in all.`,
  briefClvBelow: (amount, percent) => `Predicted to spend ${amount} in all, more than ${percent} of customers.`,
};
