import type { Instant, PlainDay } from './day.js';
import type { SourceError } from './source-error.js';

/** What came with an answer: where it is from, how old it is, what is missing (contract section 4, `meta`). */
export interface Meta {
  readonly customerId?: string;
  /** The id this customer lives under now. */
  readonly mergedInto?: string;
  readonly source?: string;
  /** Who took part, where several sources answered together. */
  readonly sources?: readonly Pick<Meta, 'source' | 'asOf'>[];
  /** The day or moment the data was true. */
  readonly asOf?: PlainDay | Instant;
  readonly timeZone?: string;
  /** Nothing is known before this day (S17, S23: 180 days). */
  readonly dataSince?: PlainDay;
  /** The backend cut the answer short. */
  readonly truncated?: boolean;
  /** The query behind the answer, shown under "Where does this come from?". */
  readonly query?: string;
  /** Sources that could not answer while others did (section 5, "Combined"). */
  readonly missingSources?: readonly string[];
  /** What a reader must know to read the answer right. */
  readonly caveats?: readonly Caveat[];
}

/**
 * What the documents say about their own data: only scheduled campaigns are there, so that "no campaigns" is not "never contacted" (T19);
 * names of campaigns are today's, not the day's (T39); attributed values may still change (S17, T32); facts of a message are tracked for
 * 30 days after it was created, so that silence proves nothing (S23, T30).
 */
export const CAVEATS = ['scheduled-only', 'names-of-today', 'may-change', 'tracked-30-days'] as const;
export type Caveat = (typeof CAVEATS)[number];

/** A checked answer: the value, what came with it, and how many malformed records were left out. */
export interface Answer<Value> {
  readonly value: Value;
  readonly meta: Meta;
  /** Records that could not be read and are not in `value`. */
  readonly leftOut: number;
}

/** Which of the three kinds of "nothing" it is. */
export type EmptyReason = 'nothing-ever' | 'nothing-in-time-frame' | 'not-tracked';

/** The last answer, kept on screen although a later refresh failed. */
export interface Stale {
  readonly since: Instant;
  readonly error: SourceError;
}

/**
 * The state of one section, as data; impossible combinations cannot be built.
 * `loading.slow` is set once the first attempt has taken unusually long (N5).
 */
export type Resource<Value> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly slow?: boolean }
  | { readonly status: 'ready'; readonly answer: Answer<Value>; readonly loadedAt: Instant; readonly refreshing?: boolean; readonly stale?: Stale }
  | { readonly status: 'empty'; readonly reason: EmptyReason; readonly meta: Meta }
  | { readonly status: 'hidden' }
  | { readonly status: 'error'; readonly error: SourceError };

/** Section names, wherever one is needed (contract section 1), in the panel's default order. */
export const SECTIONS = ['profile', 'impact', 'timeline', 'campaigns', 'predictions'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Whether what a reader had opened is forgotten with the data: it was shown and then reset, or it was withdrawn. */
export function isForgotten(resource: Resource<unknown>, wasShown: boolean): boolean {
  return resource.status === 'idle' ? wasShown : resource.status === 'error' && resource.error.withdrawsData;
}
