import type { Instant, PlainDay } from './day.js';

/** Blue, purple, green (B16 to B18) and a neutral fourth for what the document gives no colour (T6). */
export const LANES = ['site', 'email', 'purchase', 'other'] as const;
export type Lane = (typeof LANES)[number];

export interface ActivityDay {
  readonly date: PlainDay;
  readonly lane: Lane;
  /** How many activities; `email` counts delivered messages only (B17). */
  readonly count: number;
  readonly types: ReadonlyMap<string, number>;
}

/** Activity Overview: day counts, so that its cost does not grow with events (B15 to B23). */
export interface Activity {
  readonly days: readonly ActivityDay[];
  readonly firstPurchase?: { readonly at: Instant };
  readonly lastActivity?: { readonly at: Instant; readonly type: string };
  /** A type without a label is one of those sources make of their tables; whoever shows it words it. */
  readonly eventTypes: readonly { readonly type: string; readonly label?: string; readonly lane: Lane }[];
}
