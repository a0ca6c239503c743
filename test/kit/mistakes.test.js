// Mistakes in the set-up: each is said on screen in words, and once in the console with the README's section that helps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const SECURE = 'https://crm.example.test';

const anchors = new Set(
  [...readFileSync('README.md', 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  ),
);

describe('a mistake in the set-up', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  /** @type {import('./site.js').Site} */
  let closed;
  let scenario = 'normal';
  before(async () => {
    [browser, site, closed] = await Promise.all([openBrowser(), startSite({}, { scenario: () => scenario }), startSite()]);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close(), closed?.close()]);
  });

  /** The same site under an address that is secure. @param {import('puppeteer-core').Page} page */
  async function secured(page) {
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      const { pathname } = new URL(request.url());
      const answer = await fetch(site.origin + pathname);
      await request.respond({ status: answer.status, contentType: answer.headers.get('content-type') ?? '', body: Buffer.from(await answer.arrayBuffer()) });
    });
  }

  const known = `customer-id="${CUSTOMER}"`;
  /** @type {readonly [string, () => string, RegExp, RegExp, {scenario?: string, policy?: string, secure?: boolean, script?: string}?][]} */
  const mistakes = [
    ['no base URL', () => known, /address of the backend is missing or invalid/, /base-url is missing/],
    ['a base URL that is none', () => `${known} base-url="ftp://example.test"`, /address of the backend is missing or invalid/, /base-url is missing/],
    ['an unknown source', () => `${known} base-url="/api" source="abacus"`, /source/i, /source names a backend nobody registered/],
    ['an id that would name another address', () => 'base-url="/api" customer-id=".."', /customer id/i, /customer-id must be text/],
    ['a time frame that is none', () => `${known} base-url="/api" time-frame="lately"`, /time frame/i, /time-frame cannot be used/],
    ['a backend that does not allow this origin', () => `${known} base-url="${closed.origin}/api"`, /reach/i, /CORS/],
    ['no customer', () => 'base-url="/api"', /no customer/i, /no customer-id is set/],
    [
      'a backend that is not secure below a page that is',
      () => `${known} base-url="http://api.example.test/c360"`,
      /page is secure \(https\), the backend is not/,
      /base-url is http: below an https: page/,
      { secure: true },
    ],
    [
      'a policy of the page that keeps it from its backend',
      () => `${known} base-url="/api"`,
      /Blocked by page policy/,
      /name it in connect-src/,
      { policy: "connect-src 'none'" },
    ],
    [
      'a token set for another backend than the one that asks for it',
      () => `${known} base-url="/api"`,
      /Session expired/,
      /no token is sent: set getToken in the same place as base-url/,
      { scenario: 'unauthorized', script: "import { configure } from '/cdn/c360.js'; configure({ getToken: () => 'abc' });" },
    ],
    [
      'a setting there is not',
      () => `${known} base-url="/api" time-frame="all"`,
      /Dana Rivers/,
      /configure\(\): unknown setting "baseURL"/,
      { script: "import { configure } from '/cdn/c360.js'; configure({ baseURL: '/api' });" },
    ],
  ];

  for (const [name, attributes, onScreen, inConsole, world = {}] of mistakes) {
    it(`${name}: one message on screen, one warning that leads to the README`, async () => {
      scenario = world.scenario ?? 'normal';
      const script = world.script ?? "import '/cdn/c360.js';";
      const html = `<!doctype html><html lang="en"><title>Mistake</title><body><c360-panel ${attributes()}></c360-panel><script type="module">${script}</script></body></html>`;
      site.serve({ '/mistake': { html, headers: world.policy ? { 'content-security-policy': world.policy } : {} } });
      const { page, said } = await visit(browser, world.secure ? `${SECURE}/mistake` : `${site.origin}/mistake`, world.secure ? { prepare: secured } : {});
      await until(page, () => {
        const section = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-timeline');
        return section !== null && section !== undefined && ['error', 'idle', 'ready'].some((state) => section.matches(`:state(${state})`));
      });
      const ours = () => said.filter((line) => line.startsWith('c360-elements:'));
      for (const end = Date.now() + 15_000; ours().length === 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 30));
      assert.match(await textOf(page), onScreen);
      assert.equal(ours().length, 1, said.join('\n'));
      assert.match(ours()[0] ?? '', inConsole);
      const [, anchor = ''] = ours()[0]?.match(/README\.md#([\w-]+)$/) ?? [];
      assert.ok(anchors.has(anchor), anchor);
      await page.close();
    });
  }
});
