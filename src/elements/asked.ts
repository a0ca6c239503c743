import { SourceError } from '../model/source-error.js';

/**
 * Asks for something beside a section's own data, because a person wants it: a final failure is told like one of the section itself,
 * unless nobody waits for the answer any more.
 */
export async function askFor<Value>(
  { tellFailure }: { readonly tellFailure: (error: SourceError) => void },
  signal: AbortSignal,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceError && !signal.aborted) tellFailure(error);
    throw error;
  }
}
