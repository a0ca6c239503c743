// Mistakes in the set-up: each is said on screen in words, and once in the console with the README's section that helps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { kinds, openBrowser, until, visit } from './browser.js';
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

/** What is written on screen, without what is spoken as well. @param {import('puppeteer-core').Page} page @returns {Promise<string>} */
const written = (page) =>
  page.evaluate(() => {
    /** @param {Node} node @returns {string} */
    const read = (node) => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLScriptElement || (node instanceof Element && node.getAttribute('role') === 'status')) return '';
      if (node instanceof HTMLSlotElement && node.assignedNodes().length) return node.assignedNodes().map(read).join(' ');
      const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inner.childNodes].map(read).join(' ');
    };
    return read(document.body).replace(/\s+/g, ' ');
  });

const known = `customer-id="${CUSTOMER}"`;
const plain = "import '/cdn/c360.js';";

for (const kind of kinds) {
  describe(`a mistake in the set-up, in ${kind}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('./site.js').Site} */
    let site;
    /** @type {import('./site.js').Site} */
    let refusing;
    /** @type {import('./site.js').Site} */
    let closed;
    before(async () => {
      [browser, site, refusing, closed] = await Promise.all([openBrowser(kind), startSite(), startSite({}, { scenario: () => 'unauthorized' }), startSite()]);
    });
    after(async () => {
      await Promise.all([browser?.close(), site?.close(), refusing?.close(), closed?.close()]);
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

    let count = 0;

    /**
     * Opens a page with it, and waits until it was told.
     *
     * @param {string} elements
     * @param {{policy?: string, secure?: boolean, refuses?: boolean, script?: string}} [world]
     */
    async function open(elements, { policy, secure, refuses, script = plain } = {}) {
      const path = `/mistake-${count++}`;
      const html = `<!doctype html><html lang="en"><title>Mistake</title><body>${elements}<script type="module">${script}</script></body></html>`;
      const { serve, origin } = refuses ? refusing : site;
      serve({ [path]: { html, headers: policy ? { 'content-security-policy': policy } : {} } });
      const opened = await visit(browser, (secure ? SECURE : origin) + path, { beside: true, ...(secure && { prepare: secured }) });
      await until(opened.page, () => {
        const root = document.querySelector('c360-panel')?.shadowRoot ?? document;
        const sections = [...root.querySelectorAll('*')].filter((element) => 'focusHeading' in element);
        return sections.length > 0 && sections.every((section) => ['error', 'idle', 'ready', 'empty'].some((state) => section.matches(`:state(${state})`)));
      });
      const ours = () => opened.said.filter((line) => line.startsWith('c360-elements:'));
      for (const end = Date.now() + 15_000; ours().length === 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 30));
      return { ...opened, ours: ours() };
    }

    /** @param {readonly string[]} ours @param {RegExp} warning @param {readonly string[]} said */
    function expectOneWarning(ours, warning, said) {
      assert.equal(ours.length, 1, said.join('\n'));
      assert.match(ours[0] ?? '', warning);
      const [, anchor = ''] = ours[0]?.match(/README\.md#([\w-]+)$/) ?? [];
      assert.ok(anchors.has(anchor), anchor);
    }

    /** @param {string} elements @param {RegExp} onScreen @param {RegExp} inConsole @param {Parameters<typeof open>[1]} [world] */
    async function expectOnce(elements, onScreen, inConsole, world, times = 1) {
      // Left open: Firefox cannot open one page while another is being closed.
      const { page, said, ours } = await open(elements, world);
      // Sections that fail one after another tell it each, until the last has: attempts pause at times of their own.
      let text = '';
      const told = () => [...text.matchAll(new RegExp(onScreen, 'g'))].length;
      for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
        text = await written(page);
        if (told() === times) break;
      }
      assert.equal(told(), times, text);
      expectOneWarning(ours, inConsole, said);
    }

    /** @type {readonly [string, () => string, RegExp, RegExp, {policy?: string, secure?: boolean, refuses?: boolean, script?: string, also?: number}?][]} */
    const mistakes = [
      ['no base URL', () => known, /The address of the backend is missing or invalid/, /base-url is missing/],
      ['a base URL that is none', () => `${known} base-url="ftp://example.test"`, /The address of the backend is missing or invalid/, /base-url is missing/],
      ['an unknown source', () => `${known} base-url="/api" source="abacus"`, /Unknown source/, /source names a backend nobody registered/],
      ['an id that would name another address', () => 'base-url="/api" customer-id=".."', /Invalid customer id/, /customer-id must be text/],
      ['a time frame that is none', () => `${known} base-url="/api" time-frame="lately"`, /Invalid time frame/, /time-frame cannot be used/, { also: 1 }],
      ['no customer', () => 'base-url="/api"', /No customer chosen/, /no customer-id is set/],
      [
        'a backend that is not secure below a page that is',
        () => `${known} base-url="http://api.example.test/c360"`,
        /The page is secure \(https\), the backend is not/,
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
        { refuses: true, script: "import { configure } from '/cdn/c360.js'; configure({ getToken: () => 'abc' });" },
      ],
    ];

    // Each has a page of its own and mostly waits.
    describe('is told once on screen, and by one warning that leads to the README:', { concurrency: 4 }, () => {
      // The control of the time frame says of itself what is wrong with it (`also`).
      for (const [name, attributes, onScreen, inConsole, { also = 0, ...world } = {}] of mistakes)
        it(name, () => expectOnce(`<c360-panel ${attributes()}></c360-panel>`, onScreen, inConsole, world, 1 + also));
    });

    // Attempts pause in a page in the background (N16), so this one has the browser for itself.
    it('is told once on screen, and by one warning: a backend that does not allow this origin', () =>
      expectOnce(`<c360-panel ${known} base-url="${closed.origin}/api"></c360-panel>`, /Can't reach the server/, /CORS/));

    it('a setting there is not: the panel works, and one warning names it', async () => {
      const script = "import { configure } from '/cdn/c360.js'; configure({ baseURL: '/api' });";
      const { page, said, ours } = await open(`<c360-panel ${known} base-url="/api" time-frame="all"></c360-panel>`, { script });
      assert.match(await written(page), /Dana Rivers/);
      expectOneWarning(ours, /configure\(\): unknown setting "baseURL"/, said);
      await page.close();
    });

    const sections = ['profile', 'impact-chart', 'timeline', 'campaigns', 'predictions'].map((name) => `<c360-${name}></c360-${name}>`).join('');
    it('of sections in a provider is told by the first of them, and once in the console', async () => {
      const { page, said, ours } = await open(`<c360-provider ${known}>${sections}</c360-provider>`);
      const text = await written(page);
      assert.match(text, /^ ?Profile The address of the backend is missing or invalid Tell whoever set up this page\. README\.md#troubleshooting/);
      assert.equal(text.match(/address of the backend/g)?.length, 1, text);
      expectOneWarning(ours, /base-url is missing/, said);
      await page.close();
    });

    it('of sections that stand alone is told by each, and once in the console', async () => {
      const { page, said, ours } = await open(`<c360-timeline ${known}></c360-timeline><c360-campaigns ${known}></c360-campaigns>`);
      assert.equal((await written(page)).match(/address of the backend/g)?.length, 2);
      expectOneWarning(ours, /base-url is missing/, said);
      await page.close();
    });
  });
}
