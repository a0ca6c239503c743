import type { ShareExtent } from '../model/prediction.js';
import { roundShare } from './number.js';

/** A share of all customers, ready for a sentence: the figure, and which words are true of it. */
export interface Share {
  /** 0 to 100, rounded so that it never claims all or none of what is neither. */
  readonly percent: number;
  readonly extent: ShareExtent;
}

/** Both sides of a customer's place in the discount order; together 100. */
export interface DiscountShares {
  /** Customers who like discounts more. */
  readonly moreDiscount: Share;
  /** Customers who lean more to the full price. */
  readonly moreFullPrice: Share;
}

function toShare(percent: number): Share {
  const extent = percent <= 0 ? 'none' : percent >= 100 ? 'all' : percent < 50 ? 'few' : percent > 50 ? 'most' : 'half';
  return { percent, extent };
}

/**
 * The share of customers below this one (B31, B33): what "higher than 94 % of all customers" and "55 % are less likely" say.
 * Out of range is brought into it; what is no number is `undefined`, for which there is no sentence.
 */
export function shareBelow(percentile: number | null | undefined): Share | undefined {
  if (typeof percentile !== 'number' || Number.isNaN(percentile)) return undefined;
  return toShare(roundShare(Math.min(Math.max(percentile, 0), 100)));
}

/**
 * Discount preference runs the other way in words (T4): a lower score is more discount-loving (B34), so the 25th percentile
 * says that 25 % like discounts more and 75 % lean more to the full price (B35).
 */
export function discountShares(percentile: number | null | undefined): DiscountShares | undefined {
  const below = shareBelow(percentile);
  return below && { moreDiscount: below, moreFullPrice: toShare(Number((100 - below.percent).toFixed(1))) };
}
