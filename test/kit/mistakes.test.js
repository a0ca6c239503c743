// Mistakes in the set-up: each is said on screen in words, and once in the console with the README's section that helps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

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
  before(async () => {
    [browser, site, closed] = await Promise.all([openBrowser(), startSite(), startSite()]);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close(), closed?.close()]);
  });

  const known = `customer-id="${CUSTOMER}"`;
  /** @type {readonly [string, () => string, RegExp, RegExp][]} */
  const mistakes = [
    ['no base URL', () => known, /address of the backend is missing or invalid/, /base-url is missing/],
    ['a base URL that is none', () => `${known} base-url="ftp://example.test"`, /address of the backend is missing or invalid/, /base-url is missing/],
    ['an unknown source', () => `${known} base-url="/api" source="abacus"`, /source/i, /source names a backend nobody registered/],
    ['an id that would name another address', () => 'base-url="/api" customer-id=".."', /customer id/i, /customer-id must be text/],
    ['a time frame that is none', () => `${known} base-url="/api" time-frame="lately"`, /time frame/i, /time-frame cannot be used/],
    ['a backend that does not allow this origin', () => `${known} base-url="${closed.origin}/api"`, /reach/i, /CORS/],
    ['no customer', () => 'base-url="/api"', /no customer/i, /no customer-id is set/],
  ];

  for (const [name, attributes, onScreen, inConsole] of mistakes) {
    it(`${name}: one message on screen, one warning that leads to the README`, async () => {
      const html = `<!doctype html><html lang="en"><title>Mistake</title><body><c360-panel ${attributes()}></c360-panel><script type="module" src="/cdn/c360.js"></script></body></html>`;
      site.serve({ '/mistake': { html } });
      const { page, said } = await visit(browser, `${site.origin}/mistake`);
      await until(page, () => {
        const section = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-timeline');
        return section !== null && section !== undefined && (section.matches(':state(error)') || section.matches(':state(idle)'));
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
