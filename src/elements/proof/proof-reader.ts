import type { ResolvedSettings } from '../../data/settings.js';
import { sourceFor } from '../../data/source-pool.js';
import type { Proof } from '../../model/event.js';
import { askFor } from '../asked.js';
import type { SectionHost } from '../section-host.js';

/** Reads the proof of a message. */
export type ReadProof = (communicationId: string, signal: AbortSignal) => Promise<Proof>;

/** How proofs of this customer are read; `undefined` where the source has none. */
export function proofReader(host: Pick<SectionHost<unknown, unknown>, 'settings' | 'tellFailure'>): ReadProof | undefined {
  const { connection, customerId } = host.settings;
  const { proof } = sourceFor(connection);
  if (!proof || typeof customerId !== 'string') return undefined;
  return (communicationId, signal) => askFor(host, signal, async () => (await proof({ id: customerId, communicationId }, { signal })).value);
}

/** A proof says whatever somebody wrote: where anything is masked, it is covered as a whole. */
export function coversProof({ maskAll, masked }: ResolvedSettings): boolean {
  return maskAll === true || Boolean(masked?.trim());
}
