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
  readonly firstPurchase: string;
  readonly lastActivity: string;
  /** Over a group of things that happened on one day. */
  readonly activityCount: (count: number, formatted: string) => string;
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
  firstPurchase: 'First purchase',
  lastActivity: 'Last activity',
  activityCount: (count, formatted) => plural(count, formatted, { one: '# activity', other: '# activities' }),
};
