// Each recipe of demo/recipes/ as an integrator would take it, against what is built.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { allSettled, kinds, openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const recipe = (/** @type {string} */ name) => readFileSync(`demo/recipes/${name}`, 'utf8');

/** @returns {import('esbuild').Plugin} */
const svelte = () => ({
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' }).js.code,
      loader: 'js',
    }));
  },
});

describe('the recipe for', () => {
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

  /** Opens it, and waits until the customer is there. @param {string} html */
  async function shows(html) {
    site.asked.length = 0;
    site.serve({ '/recipe': { html } });
    const { page, said } = await visit(browser, `${site.origin}/recipe`);
    await allSettled(page);
    assert.match(await textOf(page), /Dana Rivers/);
    assert.deepEqual(said, []);
    assert.equal(site.asked.length, 7, site.asked.join(' '));
    return page;
  }

  for (const name of ['plain.html', 'strict.html']) {
    it(name, async () => {
      await (await shows(recipe(name))).close();
    });
  }

  it('a faster start: what cdn/sri.json names is what a panel loads, all of it and nothing else', async () => {
    const { preload } = JSON.parse(readFileSync('cdn/sri.json', 'utf8'));
    const links = preload.map((/** @type {string} */ name) => `<link rel="modulepreload" href="/cdn/${name}">`).join('');
    const page = await shows(recipe('plain.html').replace('<title>', `${links}<title>`));
    // Files preloaded in vain would be told by the browser; those forgotten are seen here.
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    const files = loaded.filter((path) => path.startsWith('/cdn/')).map((path) => path.slice('/cdn/'.length));
    assert.deepEqual([...new Set(files)].sort(), [...preload].sort());
    await page.close();
  });

  it('cms.html, whose hash is the one of cdn/sri.json', async () => {
    const { files } = JSON.parse(readFileSync('cdn/sri.json', 'utf8'));
    const page = await shows(recipe('cms.html').replaceAll('INTEGRITY', files['c360.iife.js'].integrity));
    assert.equal(await page.evaluate(() => typeof (/** @type {any} */ (globalThis).C360Elements.configure)), 'function');
    await page.close();
  });

  it('cms.html in a language the classic script has not: English, and nobody complains', async () => {
    const { files } = JSON.parse(readFileSync('cdn/sri.json', 'utf8'));
    const html = recipe('cms.html').replaceAll('INTEGRITY', files['c360.iife.js'].integrity).replace('lang="en"', 'lang="de"');
    const page = await shows(html);
    assert.match(await textOf(page), /Marketing impact/);
    await page.close();
  });

  for (const name of ['react.jsx', 'vue.js', 'svelte.js']) {
    it(`${name}: the framework sets the customer and hears the events`, async () => {
      const { outputFiles } = await build({
        entryPoints: [`demo/recipes/${name}`],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        conditions: ['browser', 'svelte'],
        jsx: 'automatic',
        define: {
          'process.env.NODE_ENV': '"production"',
          __VUE_OPTIONS_API__: 'true',
          __VUE_PROD_DEVTOOLS__: 'false',
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
        },
        plugins: [svelte()],
        logLevel: 'error',
      });
      site.serve({ '/app.js': { body: outputFiles[0]?.text ?? '', type: 'text/javascript' } });
      const page = await shows(
        '<!doctype html><html lang="en"><title>App</title><body><div id="app"></div><script type="module" src="/app.js"></script></body></html>',
      );
      await until(page, (id) => document.querySelector('h1')?.textContent === `Customer of ${id}`, CUSTOMER);
      await page.close();
    });
  }

  it('iframe.html, with the bridge on another origin', async () => {
    const bridge = await startSite();
    try {
      site.serve({ '/recipe': { html: recipe('iframe.html').replaceAll('BRIDGE', bridge.origin).replaceAll('ORIGIN', encodeURIComponent(site.origin)) } });
      const { page, said } = await visit(browser, `${site.origin}/recipe`);
      await until(page, () => document.title.endsWith('is there'));
      const frame = page.frames().find((one) => one.url().startsWith(bridge.origin));
      assert.ok(frame);
      await allSettled(frame);
      assert.match(await textOf(frame), /Dana Rivers/);
      assert.deepEqual([...new Set(bridge.heads.map(({ authorization }) => authorization))], ['Bearer the-token-of-this-session']);
      assert.deepEqual(said, []);
      await page.close();
    } finally {
      await bridge.close();
    }
  });

  it('test-your-page.mjs: the mocks answer in place of a backend', async () => {
    const { mockBackend } = await import(pathToFileURL(join(process.cwd(), 'demo/recipes/test-your-page.mjs')).href);
    const answers = await Promise.all(['normal', 'server'].map((scenario) => mockBackend(scenario)(`https://backend.test/customers/${CUSTOMER}`)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 500],
    );
  });

  it('server.mjs: a server renders the tag, and the page it sends comes alive', async () => {
    const html = execFileSync(process.execPath, ['demo/recipes/server.mjs'], { encoding: 'utf8', timeout: 20_000 });
    await (
      await shows(`<!doctype html><html lang="en"><title>Server</title><body>${html.replace('<c360-panel', '<c360-panel base-url="/api"')}</body></html>`)
    ).close();
  });
});

// Policies and the hashes of scripts are enforced by each browser in its own way.
for (const kind of kinds.filter((one) => one !== 'chromium')) {
  describe(`in ${kind}, the recipe for`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('./site.js').Site} */
    let site;
    before(async () => {
      [browser, site] = await Promise.all([openBrowser(kind), startSite()]);
    });
    after(async () => {
      await Promise.all([browser?.close(), site?.close()]);
    });

    for (const name of ['strict.html', 'cms.html']) {
      it(name, async () => {
        const { files } = JSON.parse(readFileSync('cdn/sri.json', 'utf8'));
        site.serve({ '/recipe': { html: recipe(name).replaceAll('INTEGRITY', files['c360.iife.js'].integrity) } });
        const { page, said } = await visit(browser, `${site.origin}/recipe`);
        await allSettled(page);
        assert.match(await textOf(page), /Dana Rivers/);
        assert.deepEqual(said, []);
        await page.close();
      });
    }
  });
}
