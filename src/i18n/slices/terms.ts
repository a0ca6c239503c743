/**
 * The words of the documents, which backends send as they stand there; loaded when the first of them is shown. Keys are unique across all
 * slices.
 */
export interface TermsMessages {
  // Campaigns (S4 to S6).
  readonly statusDraft: string;
  readonly statusActive: string;
  readonly statusPaused: string;
  readonly statusDisabled: string;
  readonly statusArchived: string;
  readonly statusExecuted: string;
  readonly executionRealtime: string;
  readonly executionScheduled: string;
  readonly categoryMarketing: string;
  readonly categoryOperational: string;

  // Segments (S11, S12).
  readonly segmentActive: string;
  readonly segmentArchived: string;
  readonly segmentStateBased: string;
  readonly segmentImported: string;
  readonly segmentDeprecated: string;
  readonly segmentBehavioural: string;

  // Journeys (S2).
  readonly activityStart: string;
  readonly activityStop: string;
  readonly activityConverted: string;

  // Bonuses (S40, S41).
  readonly bonusNew: string;
  readonly bonusCouponIssued: string;
  readonly bonusRedeemed: string;
  readonly bonusRedeemFailed: string;
  readonly bonusCouponIssueFailed: string;
  readonly bonusExpired: string;
  readonly productCampaign: string;
  readonly productAutomationRule: string;
  readonly productGamification: string;
  readonly productDynamicBonuses: string;
  readonly productManualBonus: string;
  readonly productStore: string;
  readonly productTournament: string;
  readonly productMiniGameUser: string;
  readonly productMiniGameVisitor: string;

  // Figures (O12, O13).
  readonly figureGrossSales: string;
  readonly figureNetSales: string;
  readonly figureRefunds: string;
  readonly figureOrderDays: string;
  readonly figureOrders: string;
  readonly figureCampaigns: string;

  // What has an id and no name: `Activity #12`.
  readonly activityWithoutName: (id: string) => string;
  readonly statusWithoutName: (id: string) => string;
  readonly reasonWithoutName: (id: string) => string;
}

/** English. */
export const englishTerms: TermsMessages = {
  statusDraft: 'Draft',
  statusActive: 'Active',
  statusPaused: 'Paused',
  statusDisabled: 'Disabled',
  statusArchived: 'Archived',
  statusExecuted: 'Executed',
  executionRealtime: 'Realtime',
  executionScheduled: 'Scheduled',
  categoryMarketing: 'Marketing',
  categoryOperational: 'Operational',

  segmentActive: 'Active',
  segmentArchived: 'Archived',
  segmentStateBased: 'State based',
  segmentImported: 'Imported from CSV',
  segmentDeprecated: 'Deprecated',
  segmentBehavioural: 'Behavioural',

  activityStart: 'Journey start',
  activityStop: 'Journey stopped',
  activityConverted: 'Journey converted',

  bonusNew: 'New',
  bonusCouponIssued: 'Coupon issued',
  bonusRedeemed: 'Redeemed',
  bonusRedeemFailed: 'Redeem failed',
  bonusCouponIssueFailed: 'Coupon issue failed',
  bonusExpired: 'Expired',
  productCampaign: 'Campaign',
  productAutomationRule: 'Automation rule',
  productGamification: 'Gamification',
  productDynamicBonuses: 'Dynamic bonuses',
  productManualBonus: 'Manual bonus',
  productStore: 'Store',
  productTournament: 'Tournament',
  productMiniGameUser: 'Mini-game for a user',
  productMiniGameVisitor: 'Mini-game for a visitor',

  figureGrossSales: 'Gross sales',
  figureNetSales: 'Net sales',
  figureRefunds: 'Refunds',
  figureOrderDays: 'Order days',
  figureOrders: 'Orders',
  figureCampaigns: 'Campaigns',

  activityWithoutName: (id) => `Activity ${id}`,
  statusWithoutName: (id) => `Status ${id}`,
  reasonWithoutName: (id) => `Reason ${id}`,
};
