import { createPlural } from '../plural.js';

/**
 * Texts every section needs before its answer is there, or in its place; those for drawing it are in `shared.ts`. Arguments are already
 * formatted; a `count` only chooses the plural form.
 */
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
  readonly showMore: string;

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
  readonly unknownDate: string;

  // Where it comes from.
  readonly asOf: (date: string) => string;
  readonly timesIn: (zone: string) => string;

  // Values.
  readonly hidden: string;
  readonly reveal: string;
  readonly hide: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly allTime: string;
  readonly channelEmail: string;
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
  showMore: 'Show more',
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
  unknownDate: 'Date unknown',

  asOf: (date) => `As of ${date}`,
  timesIn: (zone) => `Times in ${zone}`,

  hidden: 'Hidden',
  reveal: 'Reveal',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  allTime: 'All time',
  channelEmail: 'E-mail',
};
