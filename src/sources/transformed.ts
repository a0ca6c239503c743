import { SourceError } from '../model/source-error.js';

/** What the host makes of an answer; a host that cannot read it says that its shape is wrong. */
export function transformed(transform: unknown, body: unknown, requestId: string | undefined): unknown {
  if (typeof transform !== 'function') return body;
  try {
    return transform(body);
  } catch {
    throw new SourceError('malformed', { reason: 'shape', paths: ['transform'], requestId });
  }
}
