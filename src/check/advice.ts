import type { ResourceName } from '../model/connection.js';
import { SourceError } from '../model/source-error.js';

/** What to look at when a resource could not be read. Names members and statuses, never what a backend wrote. */
export function adviceFor(error: unknown, resource: ResourceName): string {
  if (!(error instanceof SourceError)) return 'the check itself failed';
  const { kind, details } = error;
  switch (kind) {
    case 'timeout':
      return 'no answer within ten seconds, twice';
    case 'unreachable':
      return details.reason === 'redirect'
        ? 'it redirects; answer at the address that is asked, since nobody follows with a token'
        : 'nobody answers at this address, or the connection broke off';
    case 'unauthorized':
      return 'it refuses the token (401); set C360_TOKEN, or --header for another scheme';
    case 'forbidden':
      return 'it refuses (403): this token may not see it';
    case 'not-found':
      return resource === 'profile' ? 'there is no such customer (404), or the base URL is not the root of the API' : 'it answers with nothing (204)';
    case 'gone':
      return 'this customer was erased (410)';
    case 'rate-limited':
      return `it is busy (${details.status}), even after waiting as long as it asked`;
    case 'malformed':
      return malformed[details.reason ?? ''] ?? `the answer has not the contract's shape: ${(details.paths ?? []).join(', ')} cannot be read`;
    case 'config':
      return `cannot be asked: ${details.reason}`;
    default:
      return `it fails (${details.status ?? kind})`;
  }
}

const malformed: Readonly<Record<string, string>> = {
  parse: 'the answer is no JSON',
  'too-large': 'the answer is larger, or deeper, than any page should read',
  'identity-mismatch': 'the answer is about another customer than the one asked for (meta.customerId or customer.id), and is refused',
  backend: 'the answer has a member "error" under a status that says all is well',
};
