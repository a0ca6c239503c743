/** Texts of an opened row of `<c360-campaigns>` and of its file, loaded with them. Keys are unique across all slices. */
export interface CampaignDetailsMessages {
  readonly decision: string;
  readonly reason: string;
  readonly takenFromPlan: string;
  readonly campaignId: string;
  readonly execution: string;
  readonly status: string;
  readonly segment: string;
  readonly segmentId: string;
  readonly segmentType: string;
  readonly segmentCreated: string;
  readonly segmentUpdated: string;
  /** When the decision's record changed last. */
  readonly updated: string;
  readonly action: string;
  readonly actionId: string;
  readonly plan: string;
  readonly planDetail: string;

  // Messages.
  readonly messages: string;
  readonly showMessage: string;
  readonly resource: string;
  readonly variation: string;
  readonly provider: string;
  readonly activity: string;
  readonly messageId: string;
  readonly gatewayId: string;
  readonly plannedTime: string;

  // Journeys.
  readonly journey: string;
  readonly journeyId: string;
  readonly started: string;
  readonly stopped: string;
  readonly expectedStop: string;
  readonly stillOpen: string;
  readonly abTest: string;
  readonly activities: string;

  // Money.
  readonly impactKind: string;
  readonly impactDelivery: string;
  readonly impactImpression: string;
  readonly impactInteraction: string;
  readonly impactIndirect: string;
  readonly value: string;
  readonly total: string;
  /** The deposit in the currency it was made in, which is not known (T31). */
  readonly depositAsMade: string;
  readonly depositConverted: string;
  readonly calculated: string;

  // Bonuses.
  readonly bonuses: string;
  readonly bonusId: string;
  readonly sourceProduct: string;
  readonly entityId: string;

  readonly kpisThatDay: string;
  readonly noSnapshot: string;
  readonly furtherFields: string;
}

/** English. */
export const englishCampaignDetails: CampaignDetailsMessages = {
  decision: 'Decision',
  reason: 'Reason',
  takenFromPlan: 'Taken by plan',
  campaignId: 'Campaign id',
  execution: 'Execution',
  status: 'Status',
  segment: 'Segment',
  segmentId: 'Segment id',
  segmentType: 'Segment type',
  segmentCreated: 'Segment created',
  segmentUpdated: 'Segment updated',
  updated: 'Updated',
  action: 'Action',
  actionId: 'Action id',
  plan: 'Plan',
  planDetail: 'Plan detail',

  messages: 'Messages',
  showMessage: 'Show message',
  resource: 'Content',
  variation: 'Variation',
  provider: 'Provider',
  activity: 'Activity',
  messageId: 'Message id',
  gatewayId: 'Gateway id',
  plannedTime: 'Planned',

  journey: 'Journey',
  journeyId: 'Journey id',
  started: 'Started',
  stopped: 'Stopped',
  expectedStop: 'Expected stop',
  stillOpen: 'Still open',
  abTest: 'A/B test',
  activities: 'All activities',

  impactKind: 'Impact',
  impactDelivery: 'delivery',
  impactImpression: 'impression',
  impactInteraction: 'click',
  impactIndirect: 'indirect',
  value: 'Value',
  total: 'Total',
  depositAsMade: 'Deposit as made',
  depositConverted: 'Deposit converted',
  calculated: 'Calculated',

  bonuses: 'Bonuses',
  bonusId: 'Bonus id',
  sourceProduct: 'From',
  entityId: 'Entity',

  kpisThatDay: 'Figures of that day',
  noSnapshot: 'No snapshot',
  furtherFields: 'Further fields',
};
