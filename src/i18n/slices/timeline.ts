import { createPlural } from '../plural.js';

/** Texts of `<c360-timeline>`. Keys are unique across all slices. */
export interface TimelineMessages {
  readonly activityOverview: string;
  readonly activityDetails: string;

  // The lanes of the overview (B16 to B18, T6).
  readonly laneSite: string;
  readonly laneEmail: string;
  readonly lanePurchase: string;
  readonly laneOther: string;
  readonly zoomDay: string;
  readonly zoomWeek: string;
  readonly zoomMonth: string;
  /** Names the choice of how many days one dot stands for. */
  readonly zoom: string;
  readonly firstPurchase: string;
  readonly lastActivity: string;
  /** What the sizes of the dots mean. */
  readonly dotSizes: string;

  // The list.
  /** Over a group of things that happened on one day. */
  readonly activityCount: (count: number, formatted: string) => string;
  readonly goToDay: string;
  readonly activityType: string;
  readonly allTypes: string;
  readonly searchActivities: string;
  readonly nothingMatches: string;
  readonly clearFilters: string;
  readonly newActivities: (count: number, formatted: string) => string;
  readonly newest: string;
  readonly loadMore: string;
  readonly loadingMore: string;
  readonly endOfList: string;

  // What came of a message, behind the steps that were observed (T30).
  readonly plannedFor: (time: string) => string;
  readonly deliveryNotObserved: string;
  readonly openingNotObserved: string;
  readonly clickNotObserved: string;

  // Behind a row.
  readonly trackedFor30Days: string;
  readonly probableOpens: string;
  readonly resource: string;
  readonly variation: string;
  readonly provider: string;
  readonly gatewayId: string;
  readonly messageId: string;
  readonly plannedTime: string;
  readonly reason: string;
  // Types of activities that sources make of their tables, which have no registry of names.
  readonly campaignTargeted: string;
  readonly campaignControl: string;
  readonly campaignPlanned: string;
  readonly journeyStarted: string;
  readonly journeyConverted: string;
  readonly journeyStopped: string;
  readonly bonus: string;
  readonly targetGroup: string;
  readonly journeyStart: string;
  readonly journeyStop: string;
  readonly journeyConvert: string;
  readonly journeyExpectedStop: string;
  readonly abTest: string;
  readonly sourceProduct: string;
  readonly bonusId: string;
  readonly order: string;
  readonly total: string;
  readonly quantity: string;
  readonly product: string;
  readonly amount: string;
  readonly value: string;
  readonly status: string;
  readonly activityId: string;
  readonly eventCategory: string;
}

const plural = createPlural('en');

/** English. */
export const englishTimeline: TimelineMessages = {
  activityOverview: 'Activity overview',
  activityDetails: 'Activity details',

  laneSite: 'Site',
  laneEmail: 'E-mail',
  lanePurchase: 'Purchases',
  laneOther: 'Other',
  zoomDay: 'Days',
  zoomWeek: 'Weeks',
  zoomMonth: 'Months',
  zoom: 'One dot is',
  firstPurchase: 'First purchase',
  lastActivity: 'Last activity',
  dotSizes: 'Activities by size of the dot',

  activityCount: (count, formatted) => plural(count, formatted, { one: '# activity', other: '# activities' }),
  goToDay: 'Go to day',
  activityType: 'Type of activity',
  allTypes: 'All types',
  searchActivities: 'Search activities',
  nothingMatches: 'No activity matches',
  clearFilters: 'Show all',
  newActivities: (_count, formatted) => `${formatted} new`,
  newest: 'Newest',
  loadMore: 'Load more',
  loadingMore: 'Loading more',
  endOfList: 'That is all',

  plannedFor: (time) => `Planned for ${time}`,
  deliveryNotObserved: 'delivery not observed',
  openingNotObserved: 'opening not observed',
  clickNotObserved: 'click not observed',

  trackedFor30Days: 'Facts are tracked for 30 days after a message was created. What was not observed may still have happened.',
  probableOpens: 'Mail programs load pictures by themselves, so that an e-mail was seen is only probable.',
  resource: 'Content',
  variation: 'Variation',
  provider: 'Provider',
  gatewayId: 'Gateway id',
  messageId: 'Message id',
  plannedTime: 'Planned',
  reason: 'Reason',
  campaignTargeted: 'Targeted by a campaign',
  campaignControl: 'In the control group of a campaign',
  campaignPlanned: 'Campaign planned',
  journeyStarted: 'Journey started',
  journeyConverted: 'Journey converted',
  journeyStopped: 'Journey stopped',
  bonus: 'Bonus',
  targetGroup: 'Target group',
  journeyStart: 'Started',
  journeyStop: 'Stopped',
  journeyConvert: 'Converted',
  journeyExpectedStop: 'Expected to stop',
  abTest: 'A/B test',
  sourceProduct: 'From',
  bonusId: 'Bonus id',
  order: 'Order',
  total: 'Total',
  quantity: 'Quantity',
  product: 'Product',
  amount: 'Amount',
  value: 'Value',
  status: 'Status',
  activityId: 'Activity id',
  eventCategory: 'Category',
};
