import type { Activity, Lane } from './activity.js';
import type { CampaignPage } from './campaign.js';
import type { AttributeSettings, CustomerMatch, FieldValue, Metrics, Profile } from './customer.js';
import type { PlainDay } from './day.js';
import type { CustomerEvent, Page, Proof } from './event.js';
import type { Impact } from './impact.js';
import type { Predictions } from './prediction.js';
import type { Answer } from './resource.js';
import type { DayRange } from './time-frame.js';

/** Every reader names the customer by `id`, an opaque string. */
export interface CustomerQuery {
  readonly id: string;
  /** The day it is for whoever looks; sources that keep only so many days count back from it (S17, S23). Missing: the clock's. */
  readonly today?: PlainDay;
  /** Whose clock a moment without an offset means, where the answer does not say (V13). */
  readonly timeZone?: string;
}

export interface ProfileQuery extends CustomerQuery {
  /** Snapshot day; missing = the newest. */
  readonly asOf?: PlainDay;
}

export interface FieldQuery extends CustomerQuery {
  readonly key: string;
}

/** Both days included; none of them for all time. */
export interface RangeQuery extends CustomerQuery, DayRange {
  /** Whose days. */
  readonly timeZone: string;
}

export interface EventsQuery extends RangeQuery {
  readonly lane?: Lane;
  readonly type?: string;
  readonly text?: string;
  /** `desc` (newest first) unless told. */
  readonly order?: 'desc' | 'asc';
  readonly cursor?: string;
  readonly limit?: number;
}

export interface CampaignsQuery extends RangeQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

export interface ProofQuery extends CustomerQuery {
  readonly communicationId: string;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Called when the first attempt takes unusually long and is repeated (N5), so that the section can say so. */
  readonly onSlow?: () => void;
}

/**
 * Reads one resource. Rejects with `SourceError`, or with `NotEnabled` (section hides) or `NothingThere` (section is empty);
 * an aborted read rejects with whatever the abort gave, which is not an error.
 */
export type Reader<Query, Value> = (query: Query, options: ReadOptions) => Promise<Answer<Value>>;

/**
 * The port between the elements and any backend: every reader is optional, and a section whose reader is missing is not shown.
 * Values are checked: strings, finite numbers, booleans, null (and maps of them), never what a template could mistake for more (TH4).
 */
export interface CustomerSource {
  readonly search?: Reader<{ readonly identifier: string }, readonly CustomerMatch[]>;
  readonly profile?: Reader<ProfileQuery, Profile>;
  readonly field?: Reader<FieldQuery, FieldValue>;
  readonly attributeSettings?: Reader<Record<never, never>, AttributeSettings>;
  /** Saves for all customers; `conflict` when somebody else saved meanwhile. */
  readonly saveAttributeSettings?: Reader<AttributeSettings, AttributeSettings>;
  readonly metrics?: Reader<RangeQuery, Metrics>;
  readonly impact?: Reader<RangeQuery, Impact>;
  readonly activity?: Reader<RangeQuery, Activity>;
  readonly events?: Reader<EventsQuery, Page<CustomerEvent>>;
  readonly proof?: Reader<ProofQuery, Proof>;
  readonly campaigns?: Reader<CampaignsQuery, CampaignPage>;
  readonly predictions?: Reader<CustomerQuery, Predictions>;
}
