// Code in a README that names its file is that file, so that what is read is what is type-checked and run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const marked = /<!-- ((?:test|demo)\/\S+\.(?:ts|mjs)) -->\n```[jt]s\n([\s\S]*?)```/g;

describe('examples in READMEs', () => {
  for (const readme of ['README.md', 'src/sources/README.md']) {
    for (const [, file = '', code = ''] of readFileSync(readme, 'utf8').matchAll(marked)) {
      it(`${readme}: ${file}`, () => {
        const written = file.startsWith('test/') ? code.replace("from 'c360-elements'", "from '../../src/index.js'") : code;
        assert.equal(written, readFileSync(file, 'utf8'));
      });
    }
  }

  it('are there', () => {
    for (const readme of ['README.md', 'src/sources/README.md']) assert.notEqual(readFileSync(readme, 'utf8').search(marked), -1, readme);
  });
});
