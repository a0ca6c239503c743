// Every row of the fault matrix is tested, and every test that names a row names one there is (test/faults/rows.ts).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { transformSync } from 'esbuild';
import { titles } from './titles.js';

/** @param {string} path @returns {Promise<any>} what a file of data exports; it imports nothing but types */
function dataOf(path) {
  const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** @type {{rows: readonly {id: string, stimulus: string, sees: string, tests: readonly string[]}[]}} */
const { rows } = await dataOf('test/faults/rows.ts');
/** @type {{faults: readonly {ids: readonly string[]}[]}} */
const { faults } = await dataOf('test/faults/matrix.ts');

/** Played with a title made of the ids in the data. */
const PLAYED = 'faults/matrix';
const played = new Set(faults.flatMap(({ ids }) => ids));

/** Ids in parentheses, as titles name them. @param {string} title */
function idsIn(title) {
  return [...title.matchAll(/\(((?:[A-Z]{1,2}\d+(?:, )?)+)\)/g)].flatMap(([, ids = '']) => ids.split(', '));
}

/** @param {string} file @param {string} id */
const names = (file, id) => (file === PLAYED && played.has(id)) || (titles.get(file) ?? []).some((title) => idsIn(title).includes(id));

describe('the fault matrix', () => {
  it('has each row once, saying what happens and what a person sees', () => {
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.deepEqual(
      rows.filter(({ stimulus, sees }) => !stimulus || !sees).map(({ id }) => id),
      [],
    );
  });

  it('has a test for each row, whose title names it', () => {
    assert.deepEqual(
      rows.filter(({ tests }) => tests.length === 0).map(({ id }) => id),
      [],
    );
    const missing = rows.flatMap(({ id, tests }) => tests.filter((file) => !names(file, id)).map((file) => `no title in test/${file} names (${id})`));
    assert.deepEqual(missing, []);
  });

  it('knows every row that a test plays or names', () => {
    const known = new Set(rows.map(({ id }) => id));
    const unknown = [...titles].flatMap(([file, found]) =>
      found.flatMap((title) =>
        idsIn(title)
          .filter((id) => /^(N|H|PS|V|L|X|HP|A|PR)\d/.test(id) && !known.has(id))
          .map((id) => `test/${file} names ${id}`),
      ),
    );
    assert.deepEqual(unknown, []);
    assert.deepEqual(
      [...played].filter((id) => !known.has(id) && !/^(B|TH)\d+$/.test(id)),
      [],
    );
  });
});
