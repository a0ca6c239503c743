// Pages that forbid, pollute, confine or crowd: what works there, and what is said where nothing can.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allSettled, openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const module = '<script type="module" src="/cdn/c360.js"></script>';

describe('a page of its own kind', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  before(async () => {
    // A page without an origin of its own asks as "null".
    [browser, site] = await Promise.all([openBrowser(), startSite({}, { allow: 'null' })]);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  const panel = `<c360-panel base-url="/api" customer-id="${CUSTOMER}"></c360-panel>`;

  /** @param {string} body @param {Record<string, string>} [headers] @param {() => void} [first] runs before the page's own scripts */
  async function open(body, headers = {}, first) {
    site.serve({ '/host': { html: `<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`, headers } });
    return visit(browser, `${site.origin}/host`, first && { before: first });
  }

  for (const list of ['trusted-types other', "trusted-types 'none'"])
    it(`that allows only “${list}” gets a plain text, one warning, and no error (HP4)`, async () => {
      const { page, said } = await open(panel + module, { 'content-security-policy': `${list}; require-trusted-types-for 'script'` });
      await until(page, () => (document.querySelector('c360-panel')?.shadowRoot?.textContent ?? '').trim() !== '');
      assert.match(await textOf(page), /can't be shown/);
      assert.deepEqual(
        said.filter((line) => line.startsWith('uncaught')),
        [],
      );
      assert.equal(said.filter((line) => line.startsWith('c360-elements:')).length, 1, said.join('\n'));
      await page.close();
    });

  it('whose policy does not name the backend is told so, after one attempt (HP6)', async () => {
    const { page, said } = await open(panel.replace('/api', 'http://backend.example.test/api') + module, { 'content-security-policy': "connect-src 'self'" });
    await allSettled(page);
    assert.match(await textOf(page), /blocked by .*policy/i);
    const { length } = said.filter((line) => line.startsWith('violation'));
    assert.ok(length > 0 && length <= 7, said.join('\n'));
    await page.close();
  });

  it('that has changed what all objects inherit, and has a loader of modules of its own, changes nothing (HP7)', async () => {
    const { page, said } = await open(`${panel}<script src="/cdn/c360.iife.js"></script>`, {}, () => {
      for (const prototype of [Object.prototype, Array.prototype])
        Object.assign(prototype, { junk: 'junk', animation: 'junk', onClick: 'junk', status: 'junk' });
      // As an old library did it.
      Object.assign(Array.prototype, { toJSON: () => 'junk' });
      Object.assign(globalThis, { define: Object.assign(() => {}, { amd: {} }), require: () => {}, exports: {}, module: { exports: {} }, $: () => {} });
    });
    await allSettled(page);
    const text = await textOf(page);
    assert.match(text, /Dana Rivers/);
    assert.doesNotMatch(text, /junk|undefined|\[object/);
    assert.deepEqual(said, []);
    await page.close();
  });

  it('that is a sandbox without an origin, where storage throws, shows everything (HP10)', async () => {
    site.serve({ '/inner': { html: `<!doctype html><html lang="en"><title>Inner</title><body>${panel}${module}</body></html>` } });
    const { page, said } = await open('<iframe sandbox="allow-scripts" src="/inner" width="1000" height="800"></iframe>');
    const frame = page.frames().find((one) => one.url().endsWith('/inner'));
    assert.ok(frame);
    await allSettled(frame);
    assert.match(await textOf(frame), /Dana Rivers/);
    const stores = await frame.evaluate(() => {
      try {
        return Boolean(localStorage);
      } catch {
        return false;
      }
    });
    assert.equal(stores, false);
    assert.deepEqual(said, []);
    await page.close();
  });

  it('with fifty panels, each set otherwise, shows in each what was asked of it (HP15)', async () => {
    const customers = [
      [CUSTOMER, 'Dana Rivers'],
      ['1974', ''],
    ];
    const kinds = [
      'sections="predictions"',
      'sections="profile" mask-all',
      'sections="profile" lang="de" density="compact"',
      'sections="predictions profile" dir="rtl" time-frame="P30D"',
    ];
    const panels = Array.from({ length: 50 }, (_, index) => {
      const [id = ''] = customers[index % 2] ?? [];
      return `<c360-panel base-url="/api" customer-id="${id}" ${kinds[index % kinds.length]}></c360-panel>`;
    });
    const { page, said } = await open(panels.join('') + module);
    await allSettled(page, 50);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('c360-panel')].map((element) => ({
        sections: [...(element.shadowRoot?.querySelectorAll('c360-predictions, c360-profile') ?? [])].map(({ localName }) => localName.slice(5)).sort(),
        header: element.shadowRoot?.querySelector('header')?.textContent ?? '',
      })),
    );
    for (const [index, { sections, header }] of shown.entries()) {
      assert.deepEqual(sections, [['predictions'], ['profile'], ['profile'], ['predictions', 'profile']][index % 4]);
      const isDana = index % 2 === 0 && index % 4 !== 0;
      assert.equal(header.includes('Dana Rivers'), isDana, `${index} ${header}`);
    }
    assert.deepEqual(said, []);
    // The same question of many panels is one request.
    assert.ok(site.asked.length < 60, `${site.asked.length} requests`);
    await page.close();
  });
});
