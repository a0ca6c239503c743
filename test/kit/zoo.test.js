// Pages that are not kind: what they do to everything on them must not reach into the elements, nor the elements out to them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allSettled, openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const FRAME = '2017-07-01/2017-12-31';

describe('the panel on an unkind page', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), startSite()]);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  /** @param {string} css @param {{attributes?: string, html?: string, around?: (panel: string) => string}} [options] */
  async function open(css, { attributes = '', html = 'lang="en"', around = (panel) => panel } = {}) {
    const panel = `<c360-panel base-url="/api" customer-id="${CUSTOMER}" time-frame="${FRAME}" ${attributes}></c360-panel>`;
    const page = `<!doctype html><html ${html}><title>Zoo</title><style>${css}</style><body><p id="host">The page itself</p>${around(panel)}<script type="module" src="/cdn/c360.js"></script></body></html>`;
    site.serve({ '/zoo': { html: page } });
    const opened = await visit(browser, `${site.origin}/zoo`);
    await allSettled(opened.page);
    assert.match(await textOf(opened.page), /Dana Rivers/);
    assert.deepEqual(opened.said, []);
    return opened.page;
  }

  /** How the text of a section's heading looks, and its size. @param {import('puppeteer-core').Page} page */
  const looks = (page) =>
    page.evaluate(() => {
      const heading = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-profile')?.shadowRoot?.querySelector('#heading');
      if (!heading) throw new Error('no heading');
      const { fontSize, textTransform, letterSpacing, color, lineHeight, fontStyle, textAlign, wordSpacing, textIndent } = getComputedStyle(heading);
      return { fontSize, textTransform, letterSpacing, color, lineHeight, fontStyle, textAlign, wordSpacing, textIndent };
    });

  /** Elements that stick out of the viewport sideways. @param {import('puppeteer-core').Page} page */
  const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('looks the same under capitals, red, 40 px, wide letters and a rule for everything (HP1)', async () => {
    const plain = await open('');
    const expected = await looks(plain);
    await plain.close();
    const page = await open(
      'html{font-size:40px}body{text-transform:uppercase;color:red;font-size:40px;letter-spacing:.5em;word-spacing:1em;line-height:3;font-style:italic;text-align:center;text-indent:3em}*{box-sizing:content-box;float:none;color:lime;border-radius:9px;transition:all 1s}',
    );
    assert.deepEqual(await looks(page), expected);
    await page.close();
  });

  it('leaves the page as it is: its own text, its address, its title, its globals (PR1)', async () => {
    const page = await open('p{color:rgb(1, 2, 3)}');
    const state = await page.evaluate(() => ({
      color: getComputedStyle(document.querySelector('#host') ?? document.body).color,
      address: location.pathname + location.search + location.hash,
      title: document.title,
      entries: history.length,
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      children: [...document.body.children].map(({ localName }) => localName),
      stored: localStorage.length + sessionStorage.length,
      cookie: document.cookie,
    }));
    assert.deepEqual(state, {
      color: 'rgb(1, 2, 3)',
      address: '/zoo',
      title: 'Zoo',
      entries: 2,
      sheets: 1,
      children: ['p', 'c360-panel', 'script'],
      stored: 0,
      cookie: '',
    });
    await page.close();
  });

  it('is mirrored where the page is written from right to left', async () => {
    const page = await open('', { html: 'lang="he" dir="rtl"' });
    const direction = await page.evaluate(() => {
      const section = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-timeline');
      return section && getComputedStyle(section).direction;
    });
    assert.equal(direction, 'rtl');
    assert.equal(await sideways(page), 0);
    await page.close();
  });

  for (const width of [240, 320]) {
    it(`fits into ${width} px without scrolling sideways (HP14)`, async () => {
      const page = await open(`body{margin:0}#box{width:${width}px;overflow:auto}`, { around: (panel) => `<div id="box">${panel}</div>` });
      const over = await page.evaluate(() => {
        const box = document.querySelector('#box');
        return box ? box.scrollWidth - box.clientWidth : -1;
      });
      assert.equal(over, 0);
      await page.close();
    });
  }

  it('can be enlarged to 400 % on a screen of 1280 px without scrolling sideways (HP14, A14)', async () => {
    const page = await open('body{margin:0}');
    // What a browser does at 400 %: a quarter of the room, four pixels for each.
    await page.setViewport({ width: 320, height: 256, deviceScaleFactor: 4 });
    // Asking for a measure lays the page out anew; what listens to the panel's size has its turn before the second one.
    await sideways(page);
    await until(page, () => document.querySelector('c360-panel')?.matches(':state(narrow)') === true);
    assert.equal(await sideways(page), 0);
    await page.close();
  });

  it('opens what pops up above everything, even where the page cuts off', async () => {
    const page = await open('#box{overflow:hidden;height:120px;transform:translateZ(0)}', { around: (panel) => `<div id="box">${panel}</div>` });
    const cut = await page.evaluate(() => {
      /** @type {Element[]} */
      const found = [];
      /** @param {Document | ShadowRoot} root */
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('[popover], dialog')) found.push(element);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      const popovers = found.filter((element) => element instanceof HTMLElement && element.hasAttribute('popover'));
      if (popovers.length === 0) return ['there is none'];
      return popovers.flatMap((element) => {
        if (!(element instanceof HTMLElement)) return [];
        element.showPopover();
        const shown = element.matches(':popover-open') && getComputedStyle(element).position === 'fixed';
        element.hidePopover();
        return shown ? [] : [element.className];
      });
    });
    assert.deepEqual(cut, []);
    await page.close();
  });
});
