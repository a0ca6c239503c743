// The titles of all tests, read from their sources: of what is called `it`, and of nothing that only stands in a comment.

import { readFileSync } from 'node:fs';
import { Visitor } from 'rolldown/utils';
import { parseSync } from 'vite';
import { files } from './sources.js';

/**
 * What a title says as far as it is written down; a part that is put in when the test runs is left out.
 *
 * @param {import('vite').ESTree.Argument | undefined} title
 * @returns {string}
 */
function written(title) {
  switch (title?.type) {
    case 'Literal':
      return String(title.value);
    case 'TemplateLiteral':
      return title.quasis.map(({ value }) => value.cooked ?? '').join('…');
    case 'BinaryExpression':
      return `${written(/** @type {import('vite').ESTree.Expression} */ (title.left))}${written(title.right)}`;
    default:
      return '';
  }
}

/** @param {string} path @returns {readonly string[]} */
function titlesIn(path) {
  const { program, errors } = parseSync(path, readFileSync(path, 'utf8'));
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  /** @type {string[]} */
  const titles = [];
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (callee.type === 'Identifier' && callee.name === 'it') titles.push(written(title));
    },
  }).visit(program);
  return titles;
}

/** By file, as its path below `test/` without the ending. */
export const titles = new Map(
  files
    .filter((path) => /^test\/(?!config|helpers|shots|bench\/(?!.*\.test)).*\.(ts|js)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => /** @type {const} */ ([path.replace(/^test\//, '').replace(/(\.test)?\.(ts|js)$/, ''), titlesIn(path)]))
    .filter(([, found]) => found.length > 0),
);
