/** The answers of contract section 4, as the mocks write them. */

export interface MoneyWire {
  readonly amount: string;
  readonly currency?: string;
}

export interface ProductWire {
  readonly id: string;
  readonly name: string;
  readonly price?: MoneyWire;
  readonly imageUrl?: string;
  readonly url?: string;
  readonly purchasedAt?: string;
}

export type FactWire = 'create' | 'sent' | 'delivered' | 'impression' | 'click' | 'fail' | 'optout' | 'read' | 'delete';

export interface CommunicationWire {
  readonly communicationId: string;
  readonly channel: string;
  readonly subject?: string;
  readonly resource?: string;
  readonly variation?: string;
  readonly providerName?: string;
  readonly activityType?: string;
  readonly gatewayId?: string;
  readonly lifecycle: readonly { readonly fact: FactWire; readonly at: string; readonly details?: string }[];
  readonly plannedSendAt?: string;
  readonly failReason?: string;
}

export interface JourneyWire {
  readonly id: string;
  readonly campaignId?: string;
  readonly startedAt: string;
  readonly stoppedAt?: string;
  readonly convertedAt?: string;
  readonly expectedStopAt?: string;
  readonly abTarget?: boolean;
  readonly activities?: readonly { readonly type: string; readonly at: string; readonly name?: string }[];
}

export interface BonusWire {
  readonly bonusId: string;
  readonly name?: string;
  readonly sourceProduct: string;
  readonly entityId?: string;
  readonly history: readonly { readonly status: string; readonly at: string; readonly errorCode?: string; readonly error?: string }[];
}

export interface AttributionWire {
  readonly date: string;
  readonly at?: string;
  readonly campaignId: string;
  readonly value: MoneyWire;
  readonly impact: 'delivery' | 'impression' | 'interaction' | 'indirect';
  readonly rawValue?: string;
  readonly convertedValue?: MoneyWire;
  readonly calculatedAt?: string;
}

export interface EventWire {
  readonly id: string;
  readonly at: string;
  readonly category: 'site' | 'email' | 'message' | 'purchase' | 'journey' | 'bonus' | 'custom';
  readonly type: string;
  readonly name?: string;
  readonly campaign?: { readonly campaignId: string; readonly name: string; readonly type?: string };
  readonly product?: ProductWire;
  readonly order?: {
    readonly id: string;
    readonly total: MoneyWire;
    readonly items: readonly { readonly product: ProductWire; readonly quantity?: number; readonly amount?: MoneyWire }[];
  };
  readonly message?: CommunicationWire;
  readonly bonus?: BonusWire;
  readonly journey?: JourneyWire;
  readonly value?: MoneyWire;
  readonly properties?: { readonly [name: string]: string | number | boolean | null };
  readonly source?: string;
}

export type DecisionWire = 'sent' | 'failed' | 'excluded' | 'control' | 'capped' | 'planned';

export interface CampaignWire {
  readonly id: string;
  readonly source: string;
  readonly executionDate: string;
  readonly decision: DecisionWire;
  readonly reason?: string;
  readonly takenFrom?: string;
  readonly campaign: { readonly id: string; readonly name?: string; readonly category?: string; readonly execType?: string; readonly status?: string };
  readonly targetGroup?: string;
  readonly segment?: {
    readonly id: string;
    readonly name: string;
    readonly status?: string;
    readonly type?: string;
    readonly createdAt?: string;
    readonly updatedAt?: string;
  };
  readonly action?: { readonly id: string; readonly name: string };
  readonly planId?: string;
  readonly planDetailId?: string;
  readonly channels: readonly { readonly name: string; readonly template?: string; readonly providerName?: string }[];
  readonly promotionId?: string;
  readonly tags?: readonly string[];
  readonly communications?: readonly CommunicationWire[];
  readonly journey?: JourneyWire;
  readonly attribution?: readonly AttributionWire[];
  readonly bonuses?: readonly BonusWire[];
  readonly kpisThatDay?: { readonly [key: string]: number | string | null };
  readonly facts?: readonly { readonly label?: string; readonly table?: string; readonly column: string; readonly value: string | null }[];
  readonly updatedAt?: string;
}

export type FieldTypeWire = 'text' | 'number' | 'integer' | 'money' | 'percent' | 'boolean' | 'date' | 'instant' | 'email' | 'phone' | 'url' | 'category';

export interface FieldWire {
  readonly key: string;
  readonly label?: string;
  readonly group?: string;
  readonly type: FieldTypeWire;
  readonly unit?: string;
  readonly currency?: string;
  readonly default?: boolean;
  readonly custom?: boolean;
  readonly sensitive?: boolean;
  readonly source?: { readonly table: string; readonly column: string };
}

export interface CustomerWire {
  readonly id: string;
  readonly displayName?: string;
  readonly avatarUrl?: string;
  readonly status?: string;
  readonly flags?: readonly { readonly label: string; readonly tone: 'info' | 'good' | 'warning' | 'bad' }[];
  readonly identifiers: readonly { readonly type: string; readonly value: string; readonly label?: string; readonly verified?: boolean }[];
  readonly timeZone?: string;
  readonly consents?: readonly { readonly channel: string; readonly status: 'granted' | 'denied' | 'unknown'; readonly since?: string }[];
}

export type ValuesWire = { readonly [key: string]: string | number | boolean | null };

export interface MetricWire {
  readonly value: MoneyWire | number;
  readonly scope: 'since-integration' | 'lifetime' | 'time-frame';
  readonly since?: string;
  readonly inTimeFrame?: MoneyWire | number;
  readonly previous?: MoneyWire | number;
}

export interface DistributionWire {
  readonly min: number;
  readonly max: number;
  readonly bins: readonly number[];
}

export interface StandingWire {
  readonly percentile?: number;
  readonly distribution?: DistributionWire;
  readonly bands?: { readonly low: number; readonly high: number };
}

export interface InsufficientWire {
  readonly status: 'insufficient-data';
  readonly reason?: string;
}

export type ActionWire = 'click' | 'unsubscribe' | 'open' | 'purchase';

export interface PredictionsWire {
  readonly predictedClv?: (StandingWire & { readonly value: MoneyWire }) | InsufficientWire;
  readonly likelihoods?:
    | readonly ((StandingWire & { readonly action: ActionWire; readonly probability: number }) | (InsufficientWire & { readonly action?: ActionWire }))[]
    | InsufficientWire;
  readonly discountPreference?: (StandingWire & { readonly score: number }) | InsufficientWire;
  readonly horizonDays?: number;
  readonly computedAt?: string;
  readonly model?: string;
}

export interface ProofWire {
  readonly subject?: string;
  readonly html?: string;
  readonly text?: string;
  readonly url?: string;
  readonly channel: string;
  readonly from?: string;
  readonly sentAt?: string;
}

export interface MetaWire {
  readonly customerId?: string;
  readonly mergedInto?: string;
  readonly source?: string;
  readonly asOf?: string;
  readonly timeZone?: string;
  readonly retention?: { readonly dataSince: string };
  readonly truncated?: boolean;
  readonly query?: string;
}

interface WithMeta {
  readonly meta?: MetaWire;
}

export interface SearchWire extends WithMeta {
  readonly items: readonly { readonly id: string; readonly displayName?: string; readonly matchedOn: { readonly type: string; readonly value: string } }[];
}

export interface ProfileWire extends WithMeta {
  readonly customer: CustomerWire;
  readonly asOf: string;
  readonly fields: readonly FieldWire[];
  readonly values: ValuesWire;
  readonly visible?: readonly string[];
  readonly segments?: readonly { readonly id: string; readonly name: string }[];
  readonly previous?: { readonly asOf: string; readonly values: ValuesWire };
}

export interface MetricsWire extends WithMeta {
  readonly totalSpend?: MetricWire;
  readonly customerLifetimeValue?: MetricWire;
  readonly averageOrderValue?: MetricWire;
  readonly numberOfPurchases?: MetricWire;
  readonly lastProductPurchased?: ProductWire | null;
  readonly series?: { readonly dates: readonly string[]; readonly values: { readonly [metric: string]: readonly number[] } };
}

export interface ImpactWire extends WithMeta {
  readonly currency?: string;
  readonly dates: readonly string[];
  readonly kpis: readonly {
    readonly key: string;
    readonly label?: string;
    readonly unit: 'money' | 'count';
    readonly currency?: string;
    readonly window: 'cumulative' | '1M';
    readonly values: readonly (number | string | null)[];
    readonly source?: string;
  }[];
  readonly targetingDays: readonly {
    readonly date: string;
    readonly campaigns: readonly {
      readonly campaignId: string;
      readonly actionId?: string;
      readonly name: string;
      readonly channel?: string;
      readonly decision: DecisionWire;
    }[];
  }[];
  readonly attribution?: readonly AttributionWire[];
}

export type LaneWire = 'site' | 'email' | 'purchase' | 'other';

export interface ActivityWire extends WithMeta {
  readonly days: readonly { readonly date: string; readonly lane: LaneWire; readonly count: number; readonly types: { readonly [type: string]: number } }[];
  readonly firstPurchase?: { readonly at: string };
  readonly lastActivity?: { readonly at: string; readonly type: string };
  readonly eventTypes?: readonly { readonly type: string; readonly label: string; readonly lane: LaneWire }[];
}

interface PageWire<Item> extends WithMeta {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

export type EventsWire = PageWire<EventWire>;

export interface CampaignsWire extends PageWire<CampaignWire> {
  readonly counts?: { readonly [decision: string]: number };
  readonly contactPressure?: readonly { readonly channel: string; readonly last7Days: number; readonly last30Days: number }[];
}
