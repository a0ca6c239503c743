import type { ResolvedSettings } from '../../data/settings.js';
import { sourceFor } from '../../data/source-pool.js';
import type { Proof } from '../../model/event.js';
import { NothingThere } from '../../model/source-error.js';

/** Reads the proof of a message. */
export type ReadProof = (communicationId: string, signal: AbortSignal) => Promise<Proof>;

/** How proofs of this customer are read; `undefined` where the source has none. */
export function proofReader({ connection, customerId }: ResolvedSettings): ReadProof | undefined {
  const source = sourceFor(connection);
  if (!source.proof || typeof customerId !== 'string') return undefined;
  return async (communicationId, signal) => {
    const answer = await source.proof?.({ id: customerId, communicationId }, { signal });
    if (!answer) throw new NothingThere();
    return answer.value;
  };
}

/** A proof says whatever somebody wrote: where anything is masked, it is covered as a whole. */
export function coversProof({ maskAll, masked }: ResolvedSettings): boolean {
  return maskAll === true || Boolean(masked?.trim());
}
