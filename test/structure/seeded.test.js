// The seeded bugs (test/seeded/) are run by night; by day it is seen to that they still fit the code, that the tests named for them are
// there, and that the README tells of them: `npm run test:seeded -- --readme` writes its table.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { BUGS } from '../seeded/bugs.js';
import { inReadme, tableOf } from '../seeded/table.js';

/** @type {Map<string, string>} */
const texts = new Map();
/** @param {string} file */
function textOf(file) {
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return text;
}

describe('seeded bugs', () => {
  it('are at least 25, each a change of a place that is there once', () => {
    assert.ok(BUGS.length >= 25);
    const misfits = BUGS.filter(({ file, find, replace }) => textOf(file).split(find).length !== 2 || find === replace);
    assert.deepEqual(
      misfits.map(({ harm, file }) => `${file}: ${harm}`),
      [],
    );
    assert.equal(new Set(BUGS.map(({ harm }) => harm)).size, BUGS.length);
  });

  it('each name a test that is there', () => {
    const missing = BUGS.filter(({ test, title }) => {
      const written = textOf(test)
        .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')
        .replaceAll("\\'", "'");
      return title === '' || !written.includes(title);
    });
    assert.deepEqual(
      missing.map(({ test, title }) => `${test}: ${title}`),
      [],
    );
  });

  it('stand in the README with the tests that catch them', () => {
    assert.equal(inReadme(readFileSync('test/README.md', 'utf8')), tableOf(BUGS));
  });
});
