import { createPlural } from '../plural.js';

/** Texts any section may need. Arguments are already formatted; a `count` only chooses the plural form. */
export interface CommonMessages {
  // Section names, by the names of contract section 1.
  readonly profile: string;
  readonly impact: string;
  readonly timeline: string;
  readonly campaigns: string;
  readonly predictions: string;

  // The five states.
  readonly noCustomer: string;
  readonly loading: string;
  /** The first attempt timed out and is repeated (N5). */
  readonly slow: string;
  readonly nothingEver: string;
  readonly nothingInTimeFrame: string;
  readonly notTracked: string;
  /** The source knows no campaigns that an event set off (T19). */
  readonly scheduledOnly: string;
  /** Said beside data that a refresh could not renew (L20). */
  readonly notUpdatedSince: (time: string) => string;
  readonly retry: string;
  /** Spoken once after a change of customer (A9). */
  readonly showing: (customer: string) => string;

  /** In place of every section where all failed; why is told once beside it (N15). */
  readonly nothingLoaded: string;

  // Errors: what happened, and below what a person can do.
  readonly errorOffline: string;
  readonly errorOfflineHelp: string;
  readonly errorTimeout: string;
  readonly errorUnreachable: string;
  readonly errorUnreachableHelp: string;
  readonly errorUnauthorized: string;
  readonly errorUnauthorizedHelp: string;
  readonly errorForbidden: string;
  readonly errorForbiddenHelp: string;
  readonly errorNotFound: string;
  readonly errorNotFoundHelp: string;
  readonly errorGone: string;
  readonly errorConflict: string;
  readonly errorConflictHelp: string;
  readonly errorRejected: string;
  readonly errorRateLimited: string;
  readonly errorRateLimitedHelp: string;
  readonly errorServer: string;
  readonly errorMalformed: string;
  readonly errorTooLarge: string;
  /** The answer was about somebody else and is not shown (V26). */
  readonly errorIdentity: string;
  readonly errorRender: string;
  readonly errorConfig: string;
  readonly errorConfigCustomerId: string;
  readonly errorConfigBaseUrl: string;
  readonly errorConfigMixedContent: string;
  readonly errorConfigTimeFrame: string;
  readonly errorConfigTimeFrameInverted: string;
  readonly errorConfigSource: string;
  readonly errorConfigAsOf: string;
  readonly errorConfigEndpoints: string;
  readonly errorConfigPagePolicy: string;
  /** For a mistake of the setup, which the reader can only pass on. */
  readonly tellIntegrator: string;
  /** For a failure of the backend. */
  readonly tryLater: string;
  /** The backend's id of the failed request, to quote in a ticket. */
  readonly requestId: (id: string) => string;

  // What is missing.
  readonly recordsLeftOut: (count: number, formatted: string) => string;
  readonly truncated: string;
  readonly dataSince: (day: string) => string;
  readonly missingSources: (names: string) => string;
  /** Spoken where a dash stands for a value that is absent or unreadable. */
  readonly noValue: string;
  readonly notObserved: string;
  readonly unknownDate: string;
  readonly other: (value: string) => string;
  readonly upcoming: string;

  // Where it comes from.
  readonly asOf: (date: string) => string;
  readonly source: string;
  readonly provenance: string;
  readonly query: string;
  readonly timesIn: (zone: string) => string;
  readonly sinceIntegration: string;
  readonly lifetime: string;
  readonly inTimeFrame: string;

  // Values.
  readonly yes: string;
  readonly no: string;
  readonly hidden: string;
  readonly reveal: string;
  readonly hide: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly range: (from: string, to: string) => string;
  readonly allTime: string;
  /** `15 of 42`. */
  readonly countOf: (shown: string, total: string) => string;

  // Actions.
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly details: string;
  readonly showMore: string;
  readonly search: string;
  readonly clear: string;
  readonly filter: string;
  readonly all: string;
  readonly table: string;
  readonly chart: string;
  readonly exportCsv: string;
  readonly exportPng: string;
  readonly opensInNewTab: string;

  // Words more than one section uses.
  readonly customer: string;
  readonly campaign: string;
  readonly date: string;
  readonly time: string;
  readonly channel: string;
  readonly channelEmail: string;
  readonly channelSms: string;
  readonly channelPush: string;
  readonly channelInbox: string;
  readonly channelPopup: string;
  readonly channelIvr: string;
  readonly decisionSent: string;
  readonly decisionFailed: string;
  readonly decisionExcluded: string;
  readonly decisionControl: string;
  readonly decisionCapped: string;
  readonly decisionPlanned: string;
  // Facts of a message (S24); sent and failed are called as the decisions are.
  readonly factCreated: string;
  readonly factDelivered: string;
  readonly factSeen: string;
  /** The picture of an e-mail was loaded, which proxies do too (T33). */
  readonly factProbablySeen: string;
  readonly factClicked: string;
  readonly factOptedOut: string;
  readonly factRead: string;
  readonly factDeleted: string;
}

const plural = createPlural('en');

/** English, the language every other falls back to, key by key. */
export const englishCommon: CommonMessages = {
  profile: 'Profile',
  impact: 'Marketing impact',
  timeline: 'Timeline',
  campaigns: 'Campaigns',
  predictions: 'Predictions',

  noCustomer: 'No customer chosen',
  loading: 'Loading',
  slow: 'Taking long, trying once more',
  nothingEver: 'Nothing recorded yet',
  nothingInTimeFrame: 'Nothing in this time frame',
  notTracked: 'Not tracked by this source',
  scheduledOnly: 'Only scheduled campaigns are listed',
  notUpdatedSince: (time) => `Not updated since ${time}`,
  retry: 'Retry',
  showing: (customer) => `Showing ${customer}`,
  nothingLoaded: 'Nothing could be loaded',

  errorOffline: 'You are offline',
  errorOfflineHelp: 'Loads by itself once the connection is back.',
  errorTimeout: 'The server takes too long',
  errorUnreachable: "Can't reach the server",
  errorUnreachableHelp: 'Check the connection, then retry.',
  errorUnauthorized: 'Session expired',
  errorUnauthorizedHelp: 'Sign in again, then retry.',
  errorForbidden: 'No permission',
  errorForbiddenHelp: 'Ask your administrator for access.',
  errorNotFound: 'Customer not found',
  errorNotFoundHelp: 'Check the id or search for another customer.',
  errorGone: 'Data was erased',
  errorConflict: 'Changed meanwhile',
  errorConflictHelp: 'Retry to see the newest state.',
  errorRejected: 'Request not accepted',
  errorRateLimited: 'Busy, retrying soon',
  errorRateLimitedHelp: 'Too many requests at once.',
  errorServer: 'The server has a problem',
  errorMalformed: 'Unexpected answer',
  errorTooLarge: 'The answer is too large to show',
  errorIdentity: 'Data did not match this customer',
  errorRender: "This section can't be shown",
  errorConfig: 'Not set up correctly',
  errorConfigCustomerId: 'Invalid customer id',
  errorConfigBaseUrl: 'The address of the backend is missing or invalid',
  errorConfigMixedContent: 'The page is secure (https), the backend is not',
  errorConfigTimeFrame: 'Invalid time frame',
  errorConfigTimeFrameInverted: 'The time frame ends before it starts',
  errorConfigSource: 'Unknown source',
  errorConfigAsOf: 'Invalid snapshot day',
  errorConfigEndpoints: 'An endpoint is not valid',
  errorConfigPagePolicy: 'Blocked by page policy',
  tellIntegrator: 'Tell whoever set up this page.',
  tryLater: 'Retry, or come back later.',
  requestId: (id) => `Request ${id}`,

  recordsLeftOut: (count, formatted) => plural(count, formatted, { one: '# record could not be read', other: '# records could not be read' }),
  truncated: 'Not everything is shown: the source cut its answer short',
  dataSince: (day) => `Data since ${day}`,
  missingSources: (names) => `No answer from ${names}`,
  noValue: 'No value',
  notObserved: 'Not observed',
  unknownDate: 'Date unknown',
  other: (value) => `Other (${value})`,
  upcoming: 'Upcoming',

  asOf: (date) => `As of ${date}`,
  source: 'Source',
  provenance: 'Where does this come from?',
  query: 'Query',
  timesIn: (zone) => `Times in ${zone}`,
  sinceIntegration: 'since integration',
  lifetime: 'lifetime',
  inTimeFrame: 'in this time frame',

  yes: 'Yes',
  no: 'No',
  hidden: 'Hidden',
  reveal: 'Reveal',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  range: (from, to) => `${from} – ${to}`,
  allTime: 'All time',
  countOf: (shown, total) => `${shown} of ${total}`,

  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  details: 'Details',
  showMore: 'Show more',
  search: 'Search',
  clear: 'Clear',
  filter: 'Filter',
  all: 'All',
  table: 'Table',
  chart: 'Chart',
  exportCsv: 'Export CSV',
  exportPng: 'Export PNG',
  opensInNewTab: 'opens in a new tab',

  customer: 'Customer',
  campaign: 'Campaign',
  date: 'Date',
  time: 'Time',
  channel: 'Channel',
  channelEmail: 'E-mail',
  channelSms: 'SMS',
  channelPush: 'Push',
  channelInbox: 'Inbox',
  channelPopup: 'Popup',
  channelIvr: 'Voice',
  decisionSent: 'Sent',
  decisionFailed: 'Failed',
  decisionExcluded: 'Excluded',
  decisionControl: 'Control group, not contacted',
  decisionCapped: 'Capped',
  decisionPlanned: 'Planned',
  factCreated: 'Created',
  factDelivered: 'Delivered',
  factSeen: 'Seen',
  factProbablySeen: 'Probably seen',
  factClicked: 'Clicked',
  factOptedOut: 'Opted out',
  factRead: 'Read',
  factDeleted: 'Deleted',
};
