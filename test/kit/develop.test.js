// What a developer reads in the console who uses the package with a bundler in development, where Lit says what is done wrong.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { forPages } from '../config/bundle.js';
import { allSettled, openBrowser, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

describe('in development', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  before(async () => {
    const { outputFiles } = await build({
      ...forPages,
      entryPoints: ['src/define.ts'],
      outdir: 'dev',
      splitting: false,
      conditions: ['development'],
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    const body = outputFiles[0]?.text ?? '';
    const html = `<!doctype html><html lang="en"><title>Development</title><body><c360-panel base-url="/api" customer-id="${CUSTOMER}" time-zone="UTC" time-frame="all"></c360-panel><script type="module" src="/define.js"></script>`;
    [browser, site] = await Promise.all([openBrowser(), startSite({ '/': { html }, '/define.js': { body, type: 'text/javascript' } })]);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  it('Lit warns of nothing, whatever is loaded, opened, folded and shown of whom', async () => {
    const { page, said } = await visit(browser, site.origin);
    await allSettled(page);
    for (const width of [360, 1280]) {
      await page.setViewport({ width, height: 900 });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    for (const id of ['1974', CUSTOMER]) {
      await page.evaluate((customerId) => document.querySelector('c360-panel')?.setAttribute('customer-id', customerId), id);
      await allSettled(page);
    }
    await page.evaluate(() => {
      const timeline = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-timeline')?.shadowRoot;
      const name = timeline?.querySelector('.name[aria-expanded="false"]');
      if (name instanceof HTMLElement) name.click();
      timeline?.querySelector('.list')?.scrollBy(0, 100_000);
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await allSettled(page);
    assert.deepEqual(
      said.filter((line) => !line.startsWith('Lit is in dev mode.')),
      [],
    );
    await page.close();
  });
});
