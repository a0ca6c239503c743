import type { SourceError } from '../model/source-error.js';

/** Time for one attempt, its body included (N5, N6). */
export const ATTEMPT_LIMIT = 10_000;

/** Time for all attempts of one question; waiting that a backend asked for, and a hidden page, do not count. */
export const TOTAL_LIMIT = 30_000;

const RETRIES = 2;
const FIRST_BACK_OFF = 500;
const LONGEST_BACK_OFF = 8_000;
const LONGEST_RETRY_AFTER = 60_000;

/** What has been tried so far for one question. */
export interface Attempts {
  retries: number;
  timeouts: number;
  waitedAsAsked: boolean;
}

/**
 * How long to wait before the question is asked again, `undefined` for never. Notes the retry in `attempts`.
 *
 * Full jitter spreads the sections of many pages (TH11); a time-out is worth one more try (N5), and so is a wait the backend
 * asked for (H10), which is never cut short.
 */
export function delayBeforeRetry(error: SourceError, attempts: Attempts, random: () => number): number | undefined {
  if (!mayPass(error) || attempts.retries >= RETRIES) return undefined;
  if (error.kind === 'timeout' && ++attempts.timeouts > 1) return undefined;
  const asked = error.details.retryAfter;
  if (asked !== undefined) {
    if (attempts.waitedAsAsked) return undefined;
    attempts.waitedAsAsked = true;
  }
  const backOff = random() * Math.min(FIRST_BACK_OFF * 2 ** attempts.retries++, LONGEST_BACK_OFF);
  return (asked ?? 0) + backOff;
}

/** Whether the same question may get another answer in a moment (H9, H14; not H1, H17, N11). */
function mayPass({ kind, details: { status, reason } }: SourceError): boolean {
  switch (kind) {
    case 'timeout':
    case 'rate-limited':
      return true;
    case 'unreachable':
      return reason === undefined;
    case 'server':
      return status !== 501 && status !== 505;
    case 'rejected':
      return status === 408 || status === 425;
    default:
      return false;
  }
}

/**
 * Reads `Retry-After` in seconds or as a date, as milliseconds from 0 to a minute; `undefined` when it is absent or
 * hidden from other origins (F21, H13). A date is measured against the server's own clock where that can be read (H11).
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('Retry-After')?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - (Date.parse(headers.get('Date') ?? '') || now);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER);
}
