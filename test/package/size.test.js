// The byte budgets of design/performance.md: minified, gzip −9, KiB. The table is printed, so that a change shows before it is too much.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { bundled, cdnModules, gzipKiB, staticFiles } from './bundles.js';

const isChartCode = /(^|[\\/])node_modules[\\/](chart\.js|@kurkle)[\\/]/;
const modulesOf = cdnModules();
const lazy = Object.entries(modulesOf).filter(([file]) => !file.startsWith('c360.'));

/** @type {[string, number, number, number?][]} */
const table = [];

/** @param {string} name @param {number} kib @param {number} budget @param {number} [later] what may come on demand */
function within(name, kib, budget, later) {
  table.push([name, kib, budget, later]);
  assert.ok(kib <= budget, `${name} weighs ${kib.toFixed(1)} KiB, more than ${budget}`);
}

/** @param {RegExp} pattern */
const chunksWith = (pattern) => lazy.filter(([, modules]) => modules.some((path) => pattern.test(path)));

/** @param {string} file */
const weight = (file) => gzipKiB(readFileSync(`cdn/${file}`));

describe('a page with the script tag', () => {
  const atOnce = [...staticFiles('cdn/c360.js')];

  it('loads one file before anything shows', () => {
    assert.deepEqual(atOnce, ['cdn/c360.js']);
  });

  it('loads all tags, the rest source and English in 40 KiB', () => {
    within('cdn/c360.js', gzipKiB(readFileSync('cdn/c360.js')), 40);
  });

  it('loads no chart code before a chart is shown', () => {
    assert.deepEqual(
      (modulesOf['c360.js'] ?? []).filter((path) => isChartCode.test(path)),
      [],
    );
  });

  it('loads the chart in 60 KiB', () => {
    const charts = chunksWith(isChartCode);
    assert.notEqual(charts.length, 0, 'the chart is a file of its own');
    within(
      'chart',
      charts.reduce((sum, [file]) => sum + weight(file), 0),
      60,
    );
  });

  for (const source of ['optimove', 'smartico']) {
    it(`loads the ${source} source in 6 KiB`, () => {
      const chunks = chunksWith(new RegExp(`src/sources/${source}/`));
      assert.notEqual(chunks.length, 0, 'the source is a file of its own');
      within(
        `source ${source}`,
        chunks.reduce((sum, [file]) => sum + weight(file), 0),
        6,
      );
    });
  }

  const languages = chunksWith(/src\/i18n\/locales\//);
  it('has a file for each language', () => {
    assert.equal(languages.length, readdirSync('src/i18n/locales').length);
  });
  for (const [file] of languages) {
    const [language = ''] = file.split('-');
    it(`loads ${language} in 3 KiB`, () => {
      within(`language ${language}`, weight(file), 3);
    });
  }

  it('has the classic script with chart in 105 KiB', () => {
    within('cdn/c360.iife.js', weight('c360.iife.js'), 105);
  });
});

describe('an application that imports one section', () => {
  const names = readdirSync('dist/elements', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'panel' && existsSync(`dist/elements/${entry.name}/define.js`))
    .map(({ name }) => name);

  for (const name of names) {
    it(`loads ${name} and everything it needs in 20 KiB, without chart code`, async () => {
      const { kib, modules, laterKib } = await bundled(`dist/elements/${name}/define.js`);
      within(`elements/${name}`, kib, 20, laterKib);
      assert.deepEqual(
        modules.filter((path) => isChartCode.test(path)),
        [],
      );
    });
  }
});

after(() => {
  const rows = table.map(
    ([name, kib, budget, later]) =>
      `${name.padEnd(28)} ${kib.toFixed(1).padStart(6)} of ${String(budget).padStart(3)} KiB${later ? `, on demand ${later.toFixed(1)}` : ''}`,
  );
  console.log(`\n${rows.join('\n')}\n`);
});
