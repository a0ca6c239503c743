// Code in a README that names its file is that file, so that what is read is what is type-checked and run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const marked = /<!-- (test\/\S+\.ts) -->\n```ts\n([\s\S]*?)```/g;

describe('examples in READMEs', () => {
  for (const readme of ['README.md', 'src/sources/README.md']) {
    for (const [, file = '', code = ''] of readFileSync(readme, 'utf8').matchAll(marked)) {
      it(`${readme}: ${file}`, () => {
        assert.equal(code.replace("from 'c360-elements'", "from '../../src/index.js'"), readFileSync(file, 'utf8'));
      });
    }
  }

  it('are there', () => {
    assert.match(readFileSync('src/sources/README.md', 'utf8'), marked);
  });
});
