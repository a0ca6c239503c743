import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor } from 'rolldown/utils';
import { sources } from './sources.js';

/** Every word the code outside of the texts mentions: names and strings. */
const mentioned = new Set();
/** @type {[path: string, key: string][]} */
const texts = [];

for (const { path, program } of sources.filter((source) => source.path.startsWith('src/'))) {
  if (path.startsWith('src/i18n/slices/')) {
    new Visitor({
      VariableDeclarator({ id, init }) {
        if (id.type !== 'Identifier' || !id.name.startsWith('english') || init?.type !== 'ObjectExpression') return;
        for (const property of init.properties) if (property.type === 'Property' && property.key.type === 'Identifier') texts.push([path, property.key.name]);
      },
    }).visit(program);
  } else if (!/^src\/(i18n\/locales|check)\//.test(path)) {
    new Visitor({
      Identifier: ({ name }) => void mentioned.add(name),
      Literal: ({ value }) => void mentioned.add(value),
    }).visit(program);
  }
}

describe('texts', () => {
  it('are all said somewhere: what nobody says is neither carried nor translated', () => {
    assert.ok(texts.length > 100, 'found the texts');
    assert.deepEqual(
      texts.filter(([, key]) => !mentioned.has(key)).map(([path, key]) => `${path}: ${key}`),
      [],
    );
  });
});
