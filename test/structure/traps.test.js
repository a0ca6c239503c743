import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { files } from './sources.js';
import { traps } from './traps.js';

/** Where tests look at what a person or a host meets, and not at a function behind it. */
const outside = /^test\/(elements|sources|contracts|faults|kit|demo)\/.*\.(test|cases)\.[jt]s$/;

/** Names of traps in brackets at the end of a title. */
const named = /\(([^()]*\bT\d+\b[^()]*)\)[`'"]/g;

/** @param {string} path */
const trapsIn = (path) => [...readFileSync(path, 'utf8').matchAll(named)].flatMap(([, list = '']) => list.match(/\bT\d+\b/g) ?? []);

describe('the traps in the data', () => {
  it('have each a test that names them, where a person or a host would fall into them', () => {
    const proven = new Set(files.filter((path) => outside.test(path)).flatMap(trapsIn));
    assert.deepEqual(
      Object.keys(traps).filter((name) => !proven.has(name)),
      [],
    );
  });

  it('are all listed: no title names one that is not', () => {
    const all = files.filter((path) => /^test\/.*\.(test|cases)\.[jt]s$/.test(path)).flatMap((path) => trapsIn(path).map((name) => `${name} in ${path}`));
    assert.deepEqual(
      all.filter((entry) => !Object.hasOwn(traps, entry.split(' ')[0] ?? '')),
      [],
    );
  });

  it('of third parties: no source names a host to send anything to (T38)', () => {
    const wrong = files
      .filter((path) => /^src\/.*\.ts$/.test(path))
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => /https?:\/\/(?!\w+\.example\.)[a-z]/.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    assert.deepEqual(wrong, []);
  });
});
