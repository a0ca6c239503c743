import { expect } from '@open-wc/testing';
import { englishCommon } from '../../src/i18n/slices/common.js';
import { type ErrorKind, SourceError } from '../../src/model/source-error.js';
import { errorTitle } from '../../src/ui/status.js';

describe('a failure', () => {
  const kinds: readonly ErrorKind[] = [
    'offline',
    'timeout',
    'unreachable',
    'unauthorized',
    'forbidden',
    'not-found',
    'gone',
    'conflict',
    'rejected',
    'rate-limited',
    'server',
    'malformed',
    'render',
    'config',
  ];

  it('of each kind says something of its own', () => {
    const titles = kinds.map((kind) => errorTitle(new SourceError(kind), englishCommon));
    expect(new Set(titles).size).to.equal(kinds.length);
  });

  for (const [kind, reason, title] of [
    ['unreachable', undefined, "Can't reach the server"],
    ['unauthorized', undefined, 'Session expired'],
    ['malformed', 'parse', 'Unexpected answer'],
    ['malformed', 'identity-mismatch', 'Data did not match this customer'],
    ['config', 'customer-id', 'Invalid customer id'],
    ['config', 'time-frame-inverted', 'The time frame ends before it starts'],
    ['config', 'page-policy', 'Blocked by page policy'],
    ['config', 'toString', 'Not set up correctly'],
  ] as const) {
    it(`of kind ${kind}${reason ? ` because of ${reason}` : ''} reads "${title}"`, () => {
      expect(errorTitle(new SourceError(kind, reason ? { reason } : {}), englishCommon)).to.equal(title);
    });
  }
});
