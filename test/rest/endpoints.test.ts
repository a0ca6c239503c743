import { expect } from '@open-wc/testing';
import { SourceError } from '../../src/model/source-error.js';
import { ENDPOINTS, endpointUrl, resolveBase } from '../../src/rest/endpoints.js';

const base = resolveBase('https://api.example.test/v1/');

/** Why something was refused. */
function reasonOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'config') return error.details.reason;
    throw error;
  }
  return undefined;
}

describe('the address of a question', () => {
  const ids: readonly [id: string, segment: string][] = [
    ['1111113001034507', '1111113001034507'],
    ['007', '007'],
    ['a/b', 'a%2Fb'],
    ['a/../b', 'a%2F..%2Fb'],
    ['%2e%2e', '%252e%252e'],
    ['%2E', '%252E'],
    ['?x#y', '%3Fx%23y'],
    ['a&b=c', 'a%26b%3Dc'],
    ['\\', '%5C'],
    ['..\\', '..%5C'],
    ['...', '...'],
    [' ', '%20'],
    ['a\tb', 'a%09b'],
    ['{id}', '%7Bid%7D'],
    ['ada@example.test', 'ada%40example.test'],
    ['李', '%E6%9D%8E'],
    ['\u00e9', '%C3%A9'],
    ['e\u0301', 'e%CC%81'],
    ['😀', '%F0%9F%98%80'],
    ['https://evil.example.test/', 'https%3A%2F%2Fevil.example.test%2F'],
  ];
  for (const [id, segment] of ids) {
    it(`names the customer ${JSON.stringify(id)} in one segment (X7)`, () => {
      expect(endpointUrl(base, ENDPOINTS.metrics, { id }).href).to.equal(`https://api.example.test/v1/customers/${segment}/metrics`);
    });
  }

  for (const id of ['', '.', '..', '\ud800', 'a\udc00', 42, 9223372036854775807n, null, undefined, {}, ['a']]) {
    it(`refuses the customer ${typeof id === 'string' ? JSON.stringify(id) : String(id)} (X7)`, () => {
      expect(reasonOf(() => endpointUrl(base, ENDPOINTS.profile, { id: id as string }))).to.equal('customer-id');
    });
  }

  it('fills what the template names, and asks for the rest', () => {
    const parameters = { id: 'ada', from: '2026-01-01', to: '2026-06-30', timeZone: 'Europe/Berlin', cursor: undefined, limit: 100 };
    expect(endpointUrl(base, '/c/{id}/days/{from}?until={to}&v=2', parameters).href).to.equal(
      'https://api.example.test/v1/c/ada/days/2026-01-01?until=2026-06-30&v=2&timeZone=Europe%2FBerlin&limit=100',
    );
  });

  it('keeps what the base asks for', () => {
    expect(endpointUrl(resolveBase('https://api.example.test/?tenant=7#top'), '/c/{id}', { id: 'ada', from: '2026-01-01' }).href).to.equal(
      'https://api.example.test/c/ada?tenant=7&from=2026-01-01',
    );
  });

  it('may be a whole one of the same backend', () => {
    expect(endpointUrl(base, 'https://api.example.test/v2/c/{id}', { id: 'ada' }).href).to.equal('https://api.example.test/v2/c/ada');
  });

  const templates: readonly unknown[] = [
    'https://evil.example.test/{id}',
    'http://api.example.test/{id}',
    'https://api.example.test:8443/{id}',
    'https://api.example.test@evil.example.test/{id}',
    '//evil.example.test/{id}',
    '/\\evil.example.test/{id}',
    '/customers/../{id}',
    '/customers/./{id}',
    '/customers/%2e%2e/{id}',
    '/customers/{id}/{nothing}',
    '/customers/{toString}',
    '/customers/{id}#{to}',
    'javascript://x/{id}',
    42,
    null,
    {},
  ];
  for (const template of templates) {
    it(`refuses the template ${JSON.stringify(template)}`, () => {
      expect(reasonOf(() => endpointUrl(base, template, { id: 'ada', to: 'x' }))).to.equal('endpoints');
    });
  }

  it('cannot be led elsewhere by anything but the id', () => {
    for (const key of ['..', '.', '', '\ud800']) {
      expect(reasonOf(() => endpointUrl(base, ENDPOINTS.field, { id: 'ada', key }))).to.equal('endpoints');
    }
    expect(endpointUrl(base, ENDPOINTS.proof, { id: 'ada', communicationId: '../x' }).pathname).to.equal('/v1/customers/ada/messages/..%2Fx/proof');
  });
});

describe('the root of a backend', () => {
  it('is resolved against the page', () => {
    expect(resolveBase('/api/').href).to.equal(new URL('/api', document.baseURI).href);
    expect(resolveBase('api').href).to.equal(new URL('api', document.baseURI).href);
    expect(resolveBase('https://api.example.test').href).to.equal('https://api.example.test/');
  });

  for (const baseUrl of [
    '',
    ' ',
    undefined,
    null,
    7,
    {},
    'https://',
    'https://u:p@api.example.test',
    'ftp://api.example.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
  ]) {
    it(`cannot be ${JSON.stringify(baseUrl)}`, () => {
      expect(reasonOf(() => resolveBase(baseUrl))).to.equal('base-url');
    });
  }

  const pages: readonly [page: string, baseUrl: string, reason: string | undefined][] = [
    ['https:', 'http://api.example.test', 'mixed-content'],
    ['https:', 'http://localhost.example.test', 'mixed-content'],
    ['https:', 'http://localhost:8080', undefined],
    ['https:', 'http://127.0.0.1:8080', undefined],
    ['https:', 'http://[::1]:8080', undefined],
    ['https:', 'https://api.example.test', undefined],
    ['http:', 'http://api.example.test', undefined],
  ];
  for (const [page, baseUrl, reason] of pages) {
    it(`${baseUrl} on an ${page} page is ${reason ? 'refused' : 'taken'}`, () => {
      expect(reasonOf(() => resolveBase(baseUrl, page))).to.equal(reason);
    });
  }
});
