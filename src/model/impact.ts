import type { Attribution, Decision, ImpactKind } from './campaign.js';
import type { PlainDay } from './day.js';
import type { Decimal } from './money.js';

/** One KPI over the days of the answer; values as given, never summed again (O13, T21). */
export interface KpiSeries {
  readonly key: string;
  readonly label?: string;
  /** Money attributed by this kind of impact (S20): it has no name of its own, whoever shows it words it. */
  readonly attributed?: { readonly impact: ImpactKind; readonly asGiven?: string };
  readonly unit: 'money' | 'count';
  readonly currency?: string;
  readonly window: 'cumulative' | '1M';
  /** Aligned with `Impact.dates`; `null` = no snapshot, a gap and never zero (T24). */
  readonly values: readonly (Decimal | null)[];
  readonly source?: string;
}

export interface TargetedCampaign {
  readonly campaignId: string;
  readonly actionId?: string;
  /** Where it came from, when several sources were asked; else the answer says it of all. */
  readonly source?: string;
  readonly name: string;
  readonly channel?: string;
  readonly decision: Decision;
  /** The backend's own word when it is none of the documented ones. */
  readonly decisionAsGiven?: string;
}

/** Customer Marketing Impact (O11 to O15): dates ascending and unique. */
export interface Impact {
  readonly currency?: string;
  readonly dates: readonly PlainDay[];
  readonly kpis: readonly KpiSeries[];
  readonly targetingDays: readonly { readonly date: PlainDay; readonly campaigns: readonly TargetedCampaign[] }[];
  readonly attribution?: readonly Attribution[];
}
