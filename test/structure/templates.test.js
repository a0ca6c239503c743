import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor } from 'rolldown/utils';
import { sources } from './sources.js';

const ours = sources.filter(({ path }) => path.startsWith('src/'));

/** Names that turn text into markup or markup into styles: data never meets them (TH2, F10, F12). */
const forbiddenNames = new Set([
  'unsafeHTML',
  'unsafeSVG',
  'unsafeMathML',
  'unsafeStatic',
  'styleMap',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'eval',
  'Function',
]);

/** @param {string} text @param {number} offset */
const lineOf = (text, offset) => text.slice(0, offset).split('\n').length;

describe('templates and code that draws', () => {
  it('never turn text into markup', () => {
    /** @type {string[]} */
    const wrong = [];
    for (const { path, text, program } of ours) {
      new Visitor({
        Identifier({ name, start }) {
          if (forbiddenNames.has(name)) wrong.push(`${path}:${lineOf(text, start)} uses ${name}`);
        },
      }).visit(program);
    }
    assert.deepEqual(wrong, []);
  });

  it('write JSON in one place, where no library of the page changes it (HP7)', () => {
    const writers = ours.filter(({ path, program }) => {
      let writes = false;
      new Visitor({
        Identifier({ name }) {
          writes ||= name === 'stringify';
        },
      }).visit(program);
      // What runs in a terminal has no page around it.
      return writes && !path.startsWith('src/check/');
    });
    assert.deepEqual(
      writers.map(({ path }) => path),
      ['src/model/json-text.ts'],
    );
  });

  it('write texts through `ui/html`, which cuts what is too long (V17)', () => {
    const own = ['src/ui/html.ts', 'src/ui/long-text.ts'];
    // What is on the page before any data, and draws none of it: every byte there comes before the first answer.
    const frame = ['ui/icon', 'ui/section', 'ui/skeleton', 'ui/status', 'elements/data-element', 'elements/provider/provider'].concat(
      ['impact-chart', 'profile', 'timeline'].map((name) => `elements/${name}/${name}`),
    );
    const allowed = [...own, ...frame.map((name) => `src/${name}.ts`)];
    /** @type {string[]} */
    const wrong = [];
    for (const { path, program } of ours) {
      new Visitor({
        ImportDeclaration({ source, specifiers }) {
          if (!/^lit(-html)?(\/|$)/.test(source.value) || allowed.includes(path)) return;
          const names = specifiers.flatMap((each) => (each.type === 'ImportSpecifier' && each.imported.type === 'Identifier' ? each.imported.name : []));
          if (names.includes('html')) wrong.push(`${path} takes html from ${source.value}`);
        },
      }).visit(program);
    }
    assert.deepEqual(wrong, []);
  });

  it('carry no style attribute and no style element, which a strict policy blocks (F12)', () => {
    /** @type {string[]} */
    const wrong = [];
    for (const { path, text, program } of ours) {
      new Visitor({
        TaggedTemplateExpression({ tag, quasi }) {
          if (tag.type !== 'Identifier' || !['html', 'svg', 'mathml'].includes(tag.name)) return;
          for (const { value, start } of quasi.quasis) {
            if (/[\s"']style\s*=|<style[\s>]/i.test(value.raw)) wrong.push(`${path}:${lineOf(text, start)} has style in a template`);
          }
        },
        CallExpression({ callee, arguments: [first], start }) {
          if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'setAttribute') return;
          if (first?.type === 'Literal' && first.value === 'style') wrong.push(`${path}:${lineOf(text, start)} sets a style attribute`);
        },
      }).visit(program);
    }
    assert.deepEqual(wrong, []);
  });
});
