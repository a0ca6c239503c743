import type { Instant, PlainDay } from './day.js';
import type { Decimal, Money } from './money.js';

/**
 * What was decided about this customer. A control-group row received nothing (T17), an excluded one was taken by
 * another plan (T18). Unknown words arrive as `other` and keep their own word in `decisionAsGiven`.
 */
export const DECISIONS = ['sent', 'failed', 'excluded', 'control', 'capped', 'planned', 'other'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Lifecycle facts in the documented order, not the order of their ids (S24, T28). */
export const FACTS = ['create', 'sent', 'delivered', 'fail', 'impression', 'click', 'optout', 'read', 'delete', 'other'] as const;
export type Fact = (typeof FACTS)[number];

export interface LifecycleFact {
  readonly fact: Fact;
  /** The backend's own word when it is none of the documented ones. */
  readonly factAsGiven?: string;
  readonly at: Instant | null;
  /** The clicked link or the reason of the failure, verbatim (S25); a link only after `format/link` allowed it. */
  readonly details?: string;
}

/** One message with all its facts, grouped by `communicationId` (S28). */
export interface Communication {
  readonly communicationId: string;
  readonly channel: string;
  readonly subject?: string;
  readonly resource?: string;
  readonly variation?: string;
  readonly providerName?: string;
  readonly activityType?: string;
  readonly gatewayId?: string;
  /** In lifecycle order, then time. */
  readonly lifecycle: readonly LifecycleFact[];
  readonly plannedSendAt?: Instant;
  readonly failReason?: string;
}

export interface Journey {
  readonly id: string;
  readonly campaignId?: string;
  readonly startedAt: Instant | null;
  readonly stoppedAt?: Instant;
  readonly convertedAt?: Instant;
  readonly expectedStopAt?: Instant;
  /** `false` is a value (T27). */
  readonly abTarget?: boolean;
  readonly activities: readonly { readonly type: string; readonly at: Instant | null; readonly name?: string }[];
}

export interface Bonus {
  readonly bonusId: string;
  readonly name?: string;
  readonly sourceProduct: string;
  readonly entityId?: string;
  /** One entry for each change of status, oldest first; equal times keep the server's order (T13). */
  readonly history: readonly { readonly status: string; readonly at: Instant | null; readonly errorCode?: string; readonly error?: string }[];
}

/** In the documented order; `indirect` is the weakest (S20). */
export const IMPACTS = ['delivery', 'impression', 'interaction', 'indirect', 'other'] as const;
export type ImpactKind = (typeof IMPACTS)[number];

export interface Attribution {
  readonly date: PlainDay;
  readonly at?: Instant;
  readonly campaignId: string;
  /** In the base currency: the only figure that may be summed (S19, T31). */
  readonly value: Money;
  readonly impact: ImpactKind;
  readonly impactAsGiven?: string;
  /** The deposit in its own currency, which is not known: never printed with a symbol (T31). */
  readonly rawValue?: Decimal;
  readonly convertedValue?: Money;
  readonly calculatedAt?: Instant;
}

/** One decision about this customer (O14 to O18, S1 to S44). */
export interface CampaignDecision {
  readonly id: string;
  readonly source: string;
  /** `null` = the date could not be read. */
  readonly executionDate: PlainDay | null;
  readonly decision: Decision;
  readonly decisionAsGiven?: string;
  /** All that shows that there was one, where nothing says what was decided; worded by whoever shows it. */
  readonly standsFor?: 'message' | 'journey' | 'bonus' | 'deposit';
  readonly reason?: string;
  readonly takenFrom?: string;
  readonly campaign: {
    readonly id: string;
    /** Missing when the campaign side of the join is (O17). */
    readonly name?: string;
    readonly category?: string;
    readonly execType?: string;
    readonly status?: string;
  };
  readonly targetGroup?: string;
  readonly segment?: {
    readonly id: string;
    readonly name?: string;
    readonly status?: string;
    readonly type?: string;
    readonly createdAt?: Instant;
    readonly updatedAt?: Instant;
  };
  readonly action?: { readonly id: string; readonly name?: string };
  readonly planId?: string;
  readonly planDetailId?: string;
  /** Channels of one action stand inside its one row (T20). */
  readonly channels: readonly { readonly name: string; readonly template?: string; readonly providerName?: string }[];
  readonly promotionId?: string;
  readonly tags: readonly string[];
  readonly communications: readonly Communication[];
  readonly journey?: Journey;
  readonly attribution: readonly Attribution[];
  readonly bonuses: readonly Bonus[];
  /** The KPIs of that day (O15); `null` = no snapshot. */
  readonly kpisThatDay: readonly (readonly [key: string, value: string | null])[];
  /** Every documented column without a typed place. */
  readonly facts: readonly { readonly label?: string; readonly table?: string; readonly column: string; readonly value: string | null }[];
  readonly updatedAt?: Instant;
}

export interface CampaignPage {
  readonly items: readonly CampaignDecision[];
  readonly nextCursor?: string;
  readonly total?: number;
  /** Of the whole time frame; first page only. */
  readonly counts?: ReadonlyMap<string, number>;
  readonly contactPressure?: readonly { readonly channel: string; readonly last7Days: number; readonly last30Days: number }[];
  /** Several sources tell of decisions, and one campaign may be among them twice: nobody knows how many campaigns there are. */
  readonly mayRepeat?: true;
}
