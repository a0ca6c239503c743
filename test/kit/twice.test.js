// One page, two copies: of the script, of its versions, of Lit (TH18, HP2 to HP4). The first copy works, and one line says so.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { allSettled, openBrowser, textOf, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const OTHER = '0.0.9';

/** What Lit says when there are two of it. */
const policies = {
  'no policy': '',
  'a list with both policies': "trusted-types c360-lit lit-html; require-trusted-types-for 'script'",
  'the strictest policy':
    "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types c360-lit",
};

const copies = {
  module: '<script type="module" src="/cdn/c360.js"></script>',
  'other module': '<script type="module" src="/other/c360.js"></script>',
  classic: '<script src="/cdn/c360.iife.js"></script>',
  'other classic': '<script src="/other/c360.iife.js"></script>',
};

describe('two copies on a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'c360-'));
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  before(async () => {
    cpSync('cdn', folder, { recursive: true });
    for (const file of ['c360.js', 'c360.iife.js']) {
      const text = readFileSync(join(folder, file), 'utf8');
      assert.ok(text.includes(version), `${file} tells its version`);
      writeFileSync(join(folder, file), text.replaceAll(version, OTHER));
    }
    [browser, site] = await Promise.all([openBrowser(), startSite({}, { folders: { '/other/': `${folder}/` } })]);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** @param {readonly string[]} scripts @param {string} policy @param {string} [more] */
  async function open(scripts, policy, more = '') {
    // One section is enough to see a copy at work; every tag is registered all the same.
    const profile = `<c360-profile base-url="/api" customer-id="${CUSTOMER}"></c360-profile>`;
    const html = `<!doctype html><html lang="en"><title>Twice</title><body>${profile}${scripts.join('')}${more}</body></html>`;
    site.serve({ '/twice': { html, headers: policy ? { 'content-security-policy': policy } : {} } });
    const opened = await visit(browser, `${site.origin}/twice`);
    await allSettled(opened.page, 1);
    return { ...opened, shown: await opened.page.evaluate(() => /** @type {any} */ (customElements.get('c360-panel')).version) };
  }

  /** @type {readonly [keyof typeof copies, keyof typeof copies, string][]} */
  const orders = [
    ['module', 'other module', version],
    ['other module', 'module', OTHER],
    ['classic', 'other classic', version],
    ['other classic', 'classic', OTHER],
    ['classic', 'other module', version],
    ['other classic', 'module', OTHER],
    // A classic script runs before a module, wherever it stands.
    ['module', 'other classic', OTHER],
    ['classic', 'module', version],
    ['classic', 'classic', version],
  ];
  for (const [turn, [name, policy]] of Object.entries(policies).entries()) {
    // Each order under one policy by day, under all by night.
    const tried = orders.filter((_, index) => process.env['C360_NIGHTLY'] || index % Object.keys(policies).length === turn);
    for (const [first, second, winner] of tried) {
      it(`${first}, then ${second}, under ${name}: version ${winner} works and one line says that there are two (HP2, T37)`, async () => {
        const { page, said, shown } = await open([copies[first], copies[second]], policy);
        assert.equal(shown, winner);
        assert.match(await textOf(page), /Dana Rivers/);
        assert.equal(said.length, 1, said.join('\n'));
        assert.match(said[0] ?? '', /^c360-elements: .*twice.*README\.md#embed-it$/);
        await page.close();
      });
    }
  }

  it('the same module named twice is one copy, and nothing is said', async () => {
    const { page, said } = await open([copies.module, copies.module], '');
    assert.deepEqual(said, []);
    await page.close();
  });

  it('a host with its own Lit keeps it, under a policy that names both (HP3)', async () => {
    const own = `import { html, render } from '/lit/host.js'; render(html\`<p>The host's <b>\${'own'}</b> Lit</p>\`, document.querySelector('#own'));`;
    const { build } = await import('esbuild');
    const { outputFiles } = await build({
      stdin: { contents: "export * from 'lit'", resolveDir: process.cwd() },
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
    });
    site.serve({ '/lit/host.js': { body: outputFiles[0]?.text ?? '', type: 'text/javascript' }, '/own.js': { body: own, type: 'text/javascript' } });
    for (const scripts of [
      [copies.module, '<script type="module" src="/own.js"></script>'],
      ['<script type="module" src="/own.js"></script>', copies.module],
    ]) {
      const { page, said } = await open(scripts, policies['a list with both policies'], '<div id="own"></div>');
      const text = await textOf(page);
      assert.match(text, /Dana Rivers/);
      assert.match(text, /The host's own Lit/);
      // Lit itself says that it is there twice; that is for the host to know.
      assert.deepEqual(
        said.filter((line) => !/Multiple versions of Lit/.test(line)),
        [],
      );
      await page.close();
    }
  });
});
