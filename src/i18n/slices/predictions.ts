import type { ShareExtent } from '../../model/prediction.js';
import { createPlural } from '../plural.js';

/** Texts of `<c360-predictions>`. Percentages arrive formatted. Keys are unique across all slices. */
export interface PredictionsMessages {
  readonly predictedClv: string;
  /** B30: over the whole relationship. */
  readonly predictedClvMeaning: string;
  /** B31: where the customer stands by predicted value. */
  readonly clvStanding: (extent: ShareExtent, percent: string) => string;
  readonly likelihoods: string;
  /** B32: `Likely within 14 days`. */
  readonly likelyWithin: (days: number, formatted: string) => string;
  readonly actionClick: string;
  readonly actionUnsubscribe: string;
  readonly actionOpen: string;
  readonly actionPurchase: string;
  readonly likely: (percent: string) => string;
  /** B33: share of customers whose likelihood is lower. */
  readonly likelihoodStanding: (extent: ShareExtent, percent: string) => string;
  readonly discountPreference: string;
  readonly discountBuyer: string;
  readonly fullPriceBuyer: string;
  /** B34: spoken with the score. */
  readonly discountScore: (score: string) => string;
  /** B35: runs the other way, a low percentile is a strong discount buyer. */
  readonly discountStanding: (extent: ShareExtent, moreDiscount: string, moreFullPrice: string) => string;
  readonly insufficientData: string;
  readonly clampedValue: string;
  readonly bandLow: string;
  readonly bandMedium: string;
  readonly bandHigh: string;
  /** For the discount score, where low is not little preference but the discount end. */
  readonly bandOfScore: (band: string) => string;
  readonly lowestCustomer: string;
  readonly highestCustomer: string;
  /** Describes the drawing: what is marked and where the scale ends. */
  readonly spreadOfCustomers: (subject: string, value: string, lowest: string, highest: string) => string;
  readonly estimates: string;
  readonly model: (name: string) => string;
  readonly computedOn: (date: string) => string;
  /** The model is older than 30 days. */
  readonly oldModel: (days: number, formatted: string) => string;
}

const plural = createPlural('en');

/** English. */
export const englishPredictions: PredictionsMessages = {
  predictedClv: 'Predicted lifetime value',
  predictedClvMeaning: 'Over the whole relationship',
  clvStanding: (extent, percent) =>
    extent === 'none'
      ? 'Not higher than any other customer.'
      : extent === 'all'
        ? 'Higher than all other customers.'
        : extent === 'half'
          ? 'Higher than half of all customers.'
          : extent === 'few'
            ? `Higher than only ${percent} of all customers.`
            : `Higher than ${percent} of all customers.`,
  likelihoods: 'Likely to act',
  likelyWithin: (days, formatted) => plural(days, formatted, { one: 'Likely within # day', other: 'Likely within # days' }),
  actionClick: 'Click an e-mail',
  actionUnsubscribe: 'Unsubscribe',
  actionOpen: 'Open an e-mail',
  actionPurchase: 'Purchase',
  likely: (percent) => `${percent} likely`,
  likelihoodStanding: (extent, percent) =>
    extent === 'none'
      ? 'No customer is less likely.'
      : extent === 'all'
        ? 'All other customers are less likely.'
        : extent === 'half'
          ? 'Half of all customers are less likely.'
          : extent === 'few'
            ? `Only ${percent} of customers are less likely.`
            : `${percent} of customers are less likely.`,
  discountPreference: 'Discount preference',
  discountBuyer: 'Discount buyer',
  fullPriceBuyer: 'Full price buyer',
  discountScore: (score) => `${score} between 0, discount buyer, and 1, full price buyer`,
  discountStanding: (extent, moreDiscount, moreFullPrice) =>
    extent === 'none'
      ? 'No customer likes discounts more.'
      : extent === 'all'
        ? 'All other customers like discounts more.'
        : extent === 'half'
          ? 'Half of all customers like discounts more, half prefer full price more.'
          : extent === 'few'
            ? `Only ${moreDiscount} of customers like discounts more; ${moreFullPrice} prefer full price more.`
            : `More than half of customers, ${moreDiscount}, like discounts more; ${moreFullPrice} prefer full price more.`,
  insufficientData: 'Not enough data',
  clampedValue: 'Out of range in the answer; shown at the limit',
  bandLow: 'Low',
  bandMedium: 'Medium',
  bandHigh: 'High',
  bandOfScore: (band) => `Score: ${band}`,
  lowestCustomer: 'Lowest',
  highestCustomer: 'Highest',
  spreadOfCustomers: (subject, value, lowest, highest) => `${subject} of all customers from ${lowest} to ${highest}, this customer at ${value}`,
  estimates: 'Estimates',
  model: (name) => `Model ${name}`,
  computedOn: (date) => `Computed ${date}`,
  oldModel: (days, formatted) => plural(days, formatted, { one: 'Model is # day old', other: 'Model is # days old' }),
};
