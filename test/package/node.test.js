import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { elementNames } from './tags.js';

const { exports: entries, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What Lit's own stand-ins for the browser add where there is none. */
const litStandIns = [
  'customElements',
  'Element',
  'HTMLElement',
  'CSSStyleSheet',
  'Event',
  'CustomEvent',
  'EventTarget',
  'litElementVersions',
  'litHtmlVersions',
  'litServerRoot',
  'litPropertyMetadata',
  'litIssuedWarnings',
  'reactiveElementVersions',
];

/** Imports the file in a Node without a browser, and tells what that did. */
const probe = `
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const file = process.argv[1];
  const exported = Object.keys(await import(file));
  const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  const registered = globalThis.customElements?.get('c360-profile') !== undefined;
  process.stdout.write(JSON.stringify({ exported, added, registered }));
`;

/** @param {string} file */
function importInNode(file) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', probe, join(process.cwd(), file)], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.equal(stderr, '');
  assert.equal(status, 0, 'Node ends by itself: nothing keeps running');
  return JSON.parse(stdout);
}

describe('importing the package where there is no browser', () => {
  it('does nothing and throws nothing', () => {
    const { exported, added, registered } = importInNode('dist/index.js');
    assert.ok(exported.includes('configure'));
    assert.deepEqual(
      added.filter((/** @type {string} */ name) => !litStandIns.includes(name)),
      [],
    );
    assert.equal(registered, false);
  });

  for (const name of elementNames) {
    it(`works for the class of ${name} too`, () => {
      const { registered } = importInNode(`dist/elements/${name}/${name}.js`);
      assert.equal(registered, false);
    });
  }
});

describe('the package', () => {
  it('has a file for every entry it promises', () => {
    /** @param {unknown} target @returns {string[]} */
    const targets = (target) => (typeof target === 'string' ? [target] : Object.values(/** @type {object} */ (target)).flatMap(targets));
    const missing = Object.values(entries)
      .flatMap(targets)
      .filter((path) => !path.includes('*') && !existsSync(path));
    assert.deepEqual(missing, []);
  });

  it('has the class and the registration of every element under the promised name', () => {
    const expected = elementNames.flatMap((name) => [`${name}.js`, `${name}.d.ts`, 'define.js', 'define.d.ts'].map((file) => `dist/elements/${name}/${file}`));
    assert.deepEqual(
      expected.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('tells its version', async () => {
    const { VERSION } = await import(join(process.cwd(), 'dist/version.js'));
    assert.equal(VERSION, version);
  });
});
