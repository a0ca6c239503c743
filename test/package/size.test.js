// Holds what is built to the byte budgets. The table is printed, so that a change shows before it is too much.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { budgets } from './budgets.js';
import { bundled, cdnModules, gzipKiB, staticFiles } from './bundles.js';
import { elementNames } from './tags.js';

const isChartCode = /(^|[\\/])node_modules[\\/](chart\.js|@kurkle)[\\/]/;
const modulesOf = cdnModules();
const lazy = Object.entries(modulesOf).filter(([file]) => !file.startsWith('c360.'));

/** @type {{name: string, kib: number, later?: number}[]} */
const table = [];

/** @param {string} name */
function budgetOf(name) {
  const budget = budgets[name];
  assert.ok(budget, `${name} has a budget in budgets.js`);
  return budget;
}

/** @param {string} name @param {number} kib @param {number} [later] what may come on demand */
function within(name, kib, later) {
  table.push({ name, kib, later });
  const { kib: most } = budgetOf(name);
  assert.ok(kib <= most, `${name} weighs ${kib.toFixed(1)} KiB, more than ${most}`);
}

/** @param {RegExp} pattern */
const chunksWith = (pattern) => lazy.filter(([, modules]) => modules.some((path) => pattern.test(path)));

/** @param {string} file */
const weight = (file) => gzipKiB(readFileSync(`cdn/${file}`));

/** @param {RegExp} pattern */
const weightWith = (pattern) => chunksWith(pattern).reduce((sum, [file]) => sum + weight(file), 0);

describe('a page with the script tag', () => {
  it('loads one file before anything shows', () => {
    assert.deepEqual([...staticFiles('cdn/c360.js')], ['cdn/c360.js']);
  });

  it('loads all tags, the rest source and English within the budget', () => {
    within('cdn/c360.js', weight('c360.js'));
  });

  it('knows all that shows the first data once the entry is there, so that nobody waits for one file to name the next', () => {
    const asked = new Set([...readFileSync('cdn/c360.js', 'utf8').matchAll(/import\([`"']\.\/([^`"']+)/g)].map(([, name]) => `cdn/${name}`));
    /** @type {{preload: string[]}} */
    const { preload } = JSON.parse(readFileSync('cdn/sri.json', 'utf8'));
    const shown = preload.filter((name) => name !== 'c360.js' && asked.has(`cdn/${name}`));
    assert.ok(shown.length > 6, `views and what they share: ${shown}`);
    const named = shown.flatMap((name) => [...staticFiles(`cdn/${name}`)]).filter((path) => path !== 'cdn/c360.js' && !asked.has(path));
    assert.deepEqual(named, []);
  });

  it('loads no chart code before a chart is shown', () => {
    assert.deepEqual(
      (modulesOf['c360.js'] ?? []).filter((path) => isChartCode.test(path)),
      [],
    );
  });

  it('loads the chart within the budget', () => {
    assert.notEqual(chunksWith(isChartCode).length, 0, 'the chart is a file of its own');
    within('chart', weightWith(isChartCode));
  });

  for (const source of ['optimove', 'smartico']) {
    it(`loads the ${source} source within the budget`, () => {
      const own = new RegExp(`src/sources/${source}/`);
      assert.notEqual(chunksWith(own).length, 0, 'the source is a file of its own');
      within(`source ${source}`, weightWith(own));
    });
  }

  const languages = chunksWith(/src\/i18n\/locales\//);
  it('has a file for each language', () => {
    assert.equal(languages.length, readdirSync('src/i18n/locales').length);
  });
  for (const [file] of languages) {
    const [language = ''] = file.split('-');
    it(`loads ${language} within the budget`, () => {
      within(`language ${language}`, weight(file));
    });
  }
});

describe('a page with the classic script', () => {
  it('loads English, the rest source and the chart within the budget', () => {
    within('cdn/c360.iife.js', weight('c360.iife.js'));
  });

  it('loads no other language and no warehouse source', () => {
    const inside = modulesOf['c360.iife.js'] ?? [];
    assert.ok(inside.some((path) => isChartCode.test(path)));
    assert.deepEqual(
      inside.filter((path) => /src\/(i18n\/locales|sources\/(optimove|smartico))\/|src\/sources\/(combined|row-backend)/.test(path)),
      [],
    );
  });
});

describe('an application that imports one section', () => {
  const names = elementNames.filter((name) => name !== 'panel');

  for (const name of names) {
    it(`loads ${name} and everything it needs within the budget, without chart code`, async () => {
      const { kib, modules, laterKib } = await bundled(`dist/elements/${name}/define.js`);
      within(`elements/${name}`, kib, laterKib);
      assert.deepEqual(
        modules.filter((path) => isChartCode.test(path)),
        [],
      );
    });
  }
});

describe('the budgets', () => {
  it('are for files that are there', () => {
    assert.deepEqual(Object.keys(budgets).sort(), table.map(({ name }) => name).sort());
  });

  it('are what is aimed at wherever that is reached', () => {
    const reached = table.filter(({ name, kib }) => kib <= (budgetOf(name).target ?? 0));
    assert.deepEqual(reached, []);
  });
});

after(() => {
  const rows = table.map(({ name, kib, later }) => {
    const { kib: most, target } = budgetOf(name);
    const notes = [...(target ? [`aimed at ${target}`] : []), ...(later ? [`on demand ${later.toFixed(1)}`] : [])];
    return `${name.padEnd(22)} ${kib.toFixed(1).padStart(6)} of ${most.toFixed(1).padStart(5)} KiB${notes.map((note) => `, ${note}`).join('')}`;
  });
  console.log(`\n${rows.join('\n')}\n`);
});
