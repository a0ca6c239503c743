import { expect } from '@open-wc/testing';
import { Http } from '../../src/rest/http.js';
import { allowNetwork } from '../helpers/guard.js';
import { rejection } from '../helpers/world.js';

describe("the page's own policy", () => {
  it('that keeps a request from leaving is named, since no retry will mend it (HP6)', async () => {
    allowNetwork();
    let refusals = 0;
    document.addEventListener('securitypolicyviolation', (event) => {
      // Expected here; the guard of all tests would take it for a fault.
      event.stopPropagation();
      refusals++;
    });
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    // The test runner's own lines to its server stay open.
    policy.content = "connect-src 'self' ws:";
    document.head.append(policy);

    const { signal } = new AbortController();
    const error = await rejection(new Http().get(new URL('https://api.example.test/customers/ada?from=2026-01-01'), { signal }));
    expect(error).to.deep.include({ kind: 'config', details: { reason: 'page-policy' } });
    expect(refusals).to.equal(1);
  });
});
