import { SourceError, type SourceErrorDetails } from '../model/source-error.js';

/**
 * Reads a body as it arrives, so that one without end, or one that unpacks into more than was sent, costs no more than the cap (PS10).
 *
 * @throws {SourceError} `malformed`, reason `too-large`; anything else means that the body was torn (N8).
 */
export async function readBody({ body, headers }: Response, maxBytes: number, details?: SourceErrorDetails): Promise<string> {
  const reader = body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = Number(headers.get('Content-Length')) > maxBytes ? Number.POSITIVE_INFINITY : 0;
  while (bytes <= maxBytes) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  reader.cancel().catch(() => {});
  throw new SourceError('malformed', { ...details, reason: 'too-large' });
}
