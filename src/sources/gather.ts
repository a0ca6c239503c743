import { NotEnabled, NothingThere, SourceError } from '../model/source-error.js';

/** What came of a read the answer can do without. */
export interface Spare<Value> {
  readonly value?: Value;
  /** Why there is none. */
  readonly error?: unknown;
  /** Its name, when it failed; one that is merely not there (404, not enabled) is no failure. */
  readonly missing: readonly string[];
}

/**
 * Waits for a read the answer can do without.
 *
 * @throws when it was aborted, and when `isFatal` says of its failure that nothing may be shown.
 */
export async function spare<Value>(
  name: string,
  read: Promise<Value>,
  signal: AbortSignal,
  isFatal: (error: unknown) => boolean = mustBeTold,
): Promise<Spare<Value>> {
  try {
    return { value: await read, missing: [] };
  } catch (error) {
    signal.throwIfAborted();
    if (isFatal(error)) throw error;
    return { error, missing: isAbsence(error) ? [] : [name] };
  }
}

/** Makes sure that at least one of them came. */
export function assertSome(spares: readonly Spare<unknown>[]): void {
  if (spares.every((one) => 'error' in one)) throw failureOf(spares);
}

/** The failure that says most: an error before "not enabled", that before "nothing there". */
export function failureOf(spares: readonly Spare<unknown>[]): unknown {
  const errors = spares.flatMap((one) => ('error' in one ? [one.error] : []));
  return errors.find((error) => !isAbsence(error)) ?? errors.find((error) => error instanceof NotEnabled) ?? errors[0] ?? new NotEnabled();
}

/** Names of all that failed. */
export function missingOf(spares: readonly Spare<unknown>[]): readonly string[] {
  return spares.flatMap(({ missing }) => missing);
}

function isAbsence(error: unknown): boolean {
  return error instanceof NothingThere || error instanceof NotEnabled;
}

/**
 * Rows of another customer: then the backend mixes customers up, and none of its rows may be shown (TH1, V26).
 * And what is no failure of a source at all, but a mistake of ours.
 */
function mustBeTold(error: unknown): boolean {
  return error instanceof SourceError ? error.details.reason === 'identity-mismatch' : !isAbsence(error);
}
