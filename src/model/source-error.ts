/** Why a section could not load: the `kind` of `c360-error` (contract section 3). */
export type ErrorKind =
  | 'offline'
  | 'timeout'
  | 'unreachable'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'rejected'
  | 'rate-limited'
  | 'server'
  | 'malformed'
  | 'render'
  | 'config';

/**
 * What goes with a kind, never with personal data: `parse`, `shape`, `too-large`, `identity-mismatch`, `backend` for `malformed`;
 * for `config` one of the reasons the messages explain (`customer-id`, `base-url`, `mixed-content`, `time-frame`, `source`, `page-policy`, …).
 */
export interface SourceErrorDetails {
  readonly reason?: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The backend's own id of the request (`X-Request-Id`), to quote in a ticket. */
  readonly requestId?: string;
  /** Milliseconds the backend asked to wait. */
  readonly retryAfter?: number;
  /** Names of members that were missing or of the wrong type; never their values (PS17). */
  readonly paths?: readonly string[];
}

/** Kinds that another attempt by hand may mend. */
const retryableKinds: ReadonlySet<ErrorKind> = new Set([
  'offline',
  'timeout',
  'unreachable',
  'conflict',
  'rate-limited',
  'server',
  'malformed',
  'render',
  'unauthorized',
]);

/** Kinds after which the data on screen must go: access was withdrawn, or there is no such customer any more (H3, H5, H8). */
const withdrawingKinds: ReadonlySet<ErrorKind> = new Set(['unauthorized', 'forbidden', 'gone', 'not-found']);

/** The one error readers throw. Carries no text of the backend and no value, so that it may be logged anywhere (TH14). */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: ErrorKind;
  readonly details: SourceErrorDetails;

  constructor(kind: ErrorKind, details: SourceErrorDetails = {}) {
    super(details.reason ? `${kind}: ${details.reason}` : kind);
    this.kind = kind;
    this.details = details;
  }

  /** Whether a person may sensibly press Retry. */
  get retryable(): boolean {
    return retryableKinds.has(this.kind);
  }

  /** Whether data already on screen must go, of whichever page of it the backend says so. */
  get withdrawsData(): boolean {
    return withdrawingKinds.has(this.kind);
  }
}

/** The backend answered that this resource is not licensed or switched on (B28): the section hides and says nothing. */
export class NotEnabled extends Error {
  override readonly name = 'NotEnabled';
}

/** The backend knows the customer but has nothing at this address (404 beside a known profile): the section is empty. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere';
}
