import type { Instant } from './day.js';
import type { Money } from './money.js';

/** Counts of equal-width bins over all customers (B36). */
export interface Distribution {
  readonly min: number;
  readonly max: number;
  readonly bins: readonly number[];
}

/** What every prediction may carry beside its value. */
export interface Standing {
  /** Share of all customers whose value (for discount: score) is lower, 0 to 100 (B31, B33, B35). Clamped; then `percentileClamped`. */
  readonly percentile?: number;
  readonly percentileClamped?: boolean;
  readonly distribution?: Distribution;
  /** Thresholds between Low, Medium and High. */
  readonly bands?: { readonly low: number; readonly high: number };
}

/** The model had too little to go by (T35). */
export interface Insufficient {
  readonly status: 'insufficient-data';
  readonly reason?: string;
}

export interface PredictedClv extends Standing {
  readonly status: 'available';
  readonly value: Money;
}

/** In the documented order (B32); unknown actions come after, with their own word. */
export const ACTIONS = ['click', 'unsubscribe', 'open', 'purchase'] as const;
export type KnownAction = (typeof ACTIONS)[number];

export interface AvailableLikelihood extends Standing {
  readonly status: 'available';
  readonly action: string;
  /** 0 to 1. */
  readonly probability: number;
  /** The answer lay outside 0 to 1 and was clamped; said on screen. */
  readonly clamped?: boolean;
}

export type Likelihood = AvailableLikelihood | (Insufficient & { readonly action?: string });

export interface DiscountPreference extends Standing {
  readonly status: 'available';
  /** 0 = discount buyer, 1 = full price buyer (B34). */
  readonly score: number;
  readonly clamped?: boolean;
}

/** Predicted Behavior (B28 to B36). */
export interface Predictions {
  readonly predictedClv?: PredictedClv | Insufficient;
  readonly likelihoods: readonly Likelihood[];
  readonly discountPreference?: DiscountPreference | Insufficient;
  /** Of the likelihoods; 14 in the document (B32), missing when the backend does not say. */
  readonly horizonDays?: number;
  readonly computedAt?: Instant;
  readonly model?: string;
}

/**
 * How much of all customers a share is, which decides between the words for it: "only" fits `few`, "more than half" fits `most` (T4).
 */
export type ShareExtent = 'none' | 'few' | 'half' | 'most' | 'all';
