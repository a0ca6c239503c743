import type { CommonMessages } from './common.js';

/** Words more than one section draws its value with; they come with what draws it. */
export interface SharedMessages extends CommonMessages {
  // What is missing.
  /** Spoken where a dash stands for a value that is absent or unreadable. */
  readonly noValue: string;
  readonly notObserved: string;
  readonly other: (value: string) => string;
  readonly upcoming: string;

  // Where it comes from.
  readonly source: string;
  readonly provenance: string;
  readonly query: string;
  readonly sinceIntegration: string;
  readonly lifetime: string;
  readonly inTimeFrame: string;

  // Values.
  readonly yes: string;
  readonly no: string;
  readonly range: (from: string, to: string) => string;
  /** `15 of 42`. */
  readonly countOf: (shown: string, total: string) => string;

  // Actions.
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly details: string;
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
  readonly campaign: string;
  readonly date: string;
  readonly time: string;
  readonly channel: string;
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

/** English, without what every section has anyway. */
export const englishShared: Omit<SharedMessages, keyof CommonMessages> = {
  noValue: 'No value',
  notObserved: 'Not observed',
  other: (value) => `Other (${value})`,
  upcoming: 'Upcoming',

  source: 'Source',
  provenance: 'Where does this come from?',
  query: 'Query',
  sinceIntegration: 'since integration',
  lifetime: 'lifetime',
  inTimeFrame: 'in this time frame',

  yes: 'Yes',
  no: 'No',
  range: (from, to) => `${from} – ${to}`,
  countOf: (shown, total) => `${shown} of ${total}`,

  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  details: 'Details',
  search: 'Search',
  clear: 'Clear',
  filter: 'Filter',
  all: 'All',
  table: 'Table',
  chart: 'Chart',
  exportCsv: 'Export CSV',
  exportPng: 'Export PNG',
  opensInNewTab: 'opens in a new tab',

  campaign: 'Campaign',
  date: 'Date',
  time: 'Time',
  channel: 'Channel',
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
