import type { Lane } from './activity.js';
import type { Bonus, Communication, Journey } from './campaign.js';
import type { Instant, PlainDay } from './day.js';
import type { Money } from './money.js';
import type { Product } from './product.js';

export const EVENT_CATEGORIES = ['site', 'email', 'message', 'purchase', 'journey', 'bonus', 'custom'] as const;
export type EventCategory = (typeof EVENT_CATEGORIES)[number];

/** The lane of Activity Overview in which an event of this category is counted (B16 to B18, T6). */
export function laneOf(category: EventCategory): Lane {
  return category === 'site' || category === 'email' || category === 'purchase' ? category : 'other';
}

/** One line of Activity Details (B24). Unknown categories arrive as `custom` and keep their own word in `categoryAsGiven`. */
export interface CustomerEvent {
  readonly id: string;
  /** `null` = the date could not be read: shown as unknown, at the end of the list (V10). */
  readonly at: Instant | null;
  /** Set when the source knows only the day (`EXECUTION_DATE`): `at` then lies somewhere in it, and no time is shown (T25). */
  readonly day?: PlainDay;
  readonly category: EventCategory;
  readonly categoryAsGiven?: string;
  readonly type: string;
  readonly name?: string;
  /** Whom a campaign was aimed at, and how (O17), where the event is that it was. */
  readonly targeting?: { readonly targetGroup?: string; readonly channels: readonly { readonly name: string; readonly template?: string }[] };
  readonly campaign?: { readonly campaignId: string; readonly name?: string; readonly type?: string };
  readonly product?: Product;
  readonly order?: {
    readonly id: string;
    readonly total?: Money;
    readonly items: readonly { readonly product: Product; readonly quantity?: number; readonly amount?: Money }[];
  };
  readonly message?: Communication;
  readonly bonus?: Bonus;
  readonly journey?: Journey;
  readonly value?: Money;
  /** Custom events' properties, in the order given, as text (B14). */
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly source?: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
  /** Exact or missing. */
  readonly total?: number;
}

/** The proof of a message (B25). All of it is untrusted (T34). */
export interface Proof {
  readonly subject?: string;
  readonly html?: string;
  readonly text?: string;
  readonly url?: string;
  readonly channel?: string;
  readonly from?: string;
  readonly sentAt?: Instant;
}
