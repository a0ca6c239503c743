// What the README shows must work as it stands there: its code compiles, its tags, tokens and commands are those there are.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { elementsOf, STATES, TOKENS } from '../config/manifest.js';

const readme = readFileSync('README.md', 'utf8');
const elements = elementsOf(JSON.parse(readFileSync('custom-elements.json', 'utf8')));
const fromDist = (/** @type {string} */ path) => import(pathToFileURL(join(process.cwd(), 'dist', path)).href);

/** The code blocks of these languages. @param {readonly string[]} languages */
const blocks = (...languages) =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, language = '', code = '']) => (languages.includes(language) ? [{ language, code }] : []));

describe('the README', () => {
  it('shows code that compiles against what is published', () => {
    const folder = '.cache/readme';
    mkdirSync(folder, { recursive: true });
    const written = [...blocks('js', 'jsx', 'ts'), ...blocks('html').map(({ code }) => ({ language: 'js', code: scriptIn(code) }))];
    const files = written.flatMap(({ language, code }, index) => {
      if (!code) return [];
      const file = join(folder, `block-${index}.${language}`);
      writeFileSync(file, code);
      return [file];
    });
    assert.ok(files.length > 6, `${files.length} blocks`);
    // Plain JavaScript says no types, so what is asked is whether names and members are there.
    const options =
      '--noEmit --skipLibCheck --allowJs --checkJs --strict false --jsx react-jsx --module esnext --moduleResolution bundler --target es2022 --lib es2024,dom,dom.iterable --types node --ignoreConfig';
    const { stdout, status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options.split(' '), ...files], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('shows tags, attributes and slots that there are', () => {
    const found = blocks('html', 'vue', 'svelte').flatMap(({ code }) => [...code.matchAll(/<(c360-[\w-]+)([^<>]*?)\/?>/g)]);
    assert.ok(found.length > 6, `${found.length} tags`);
    for (const [, tag, written = ''] of found) {
      const element = elements.find(({ tagName }) => tagName === tag);
      assert.ok(element, tag);
      for (const [, name = ''] of written.matchAll(/\s(?!on|@)[:]?([\w-]+)=/g))
        assert.ok(
          (element.attributes ?? []).some((one) => one.name === name),
          `${tag} ${name}`,
        );
      for (const [, name = ''] of written.matchAll(/\s(?:on|@)(c360-[\w-]+)=/g))
        assert.ok(
          (element.events ?? []).some((one) => one.name === name),
          `${tag} ${name}`,
        );
    }
  });

  it('shows tokens, parts and states that there are', () => {
    for (const { code } of blocks('css')) {
      for (const [name] of code.matchAll(/--c360-[\w-]+/g)) assert.ok(name in TOKENS, name);
      for (const [, name = ''] of code.matchAll(/:state\(([\w-]+)\)/g)) assert.ok(name in STATES, name);
      for (const [, tag, part = ''] of code.matchAll(/(c360-[\w-]+)::part\(([\w-]+)\)/g)) {
        assert.ok(
          elements.find(({ tagName }) => tagName === tag)?.cssParts?.some(({ name }) => name === part),
          `${tag} ${part}`,
        );
      }
    }
  });

  it('shows commands that there are', async () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [, name = ''] of readme.matchAll(/npm run ([\w:]+)/g)) assert.ok(name in scripts, name);
    const { output } = await (await fromDist('check/command.js')).run(['--help'], {});
    const [, line = ''] = /npx c360-elements (check .*)/.exec(readme) ?? [];
    assert.match(line, /--customer/);
    for (const [option] of line.matchAll(/--[\w-]+/g)) assert.ok(output.includes(option), option);
  });

  it('names files that are there', () => {
    const named = [...readme.matchAll(/`((?:src|test|demo|mocks|cdn)\/[\w/.-]*[\w/])`/g)].map(([, path = '']) => path);
    assert.ok(named.length > 5, `${named.length} files`);
    assert.deepEqual(
      named.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('says of every resource which personal data it carries', async () => {
    const { ENDPOINTS } = await fromDist('rest/endpoints.js');
    const [, table = ''] = /<!-- personal -->([\s\S]*?)<!-- \/personal -->/.exec(readme) ?? [];
    assert.deepEqual([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort(), Object.keys(ENDPOINTS).sort());
  });

  it('has nginx and Starlette send what the recipe for Node sends', () => {
    const recipe = readFileSync('demo/recipes/cors.mjs', 'utf8');
    const wanted = [...recipe.matchAll(/'(?:Access-Control-(?:Allow-Headers|Allow-Methods|Expose-Headers))', '([^']+)'/g)].map(([, list = '']) => list);
    assert.equal(wanted.length, 3);
    for (const list of wanted) {
      assert.ok(blocks('nginx')[0]?.code.includes(`"${list}"`), list);
      assert.ok(
        blocks('python')[0]?.code.includes(
          `[${list
            .split(', ')
            .map((one) => `"${one}"`)
            .join(', ')}]`,
        ),
        list,
      );
    }
    assert.match(blocks('nginx')[0]?.code ?? '', /Cache-Control no-store/);
  });
});

/** The script inside a page, with the package for its address. @param {string} html */
function scriptIn(html) {
  const [, code = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return code.replace(/'https:[^']*\/cdn\/c360\.js'/, "'c360-elements'");
}
