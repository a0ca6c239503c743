// A text that one language lacks, and a text nobody says, do not compile: neither among the languages that ship nor in what a host sets.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';

const LOCALES = 'src/i18n/locales';
const languages = readdirSync(LOCALES).map((file) => file.slice(0, 2));
const folder = '.cache/texts';

/** The file of a language with something done to its texts, as it would stand elsewhere. @param {string} language @param {(text: string) => string} change */
const changed = (language, change) => {
  const text = readFileSync(join(LOCALES, `${language}.ts`), 'utf8');
  const other = change(text);
  assert.notEqual(other, text, language);
  return other.replaceAll("'../", "'../../src/i18n/");
};

/** @type {Record<string, string>} */
const programs = {
  ...Object.fromEntries(
    languages.flatMap((language) => [
      [`missing-${language}.ts`, changed(language, (text) => text.replace(/^ {2}retry: .*\n/m, ''))],
      [`unknown-${language}.ts`, changed(language, (text) => text.replace(/^ {2}retry: /m, "  retri: '',\n  retry: "))],
      [`whole-${language}.ts`, changed(language, (text) => `${text}\n`)],
    ]),
  ),
  'missing-en.ts': readFileSync('src/i18n/slices/panel.ts', 'utf8')
    .replaceAll("'../", "'../../src/i18n/")
    .replace(/^ {2}refresh: '.*\n/m, ''),
  'host.ts': `import { configure, type MessageOverrides, type Messages } from 'c360-elements';
configure({ messages: { noCustomer: 'Pick a guest', notUpdatedSince: 'As of {0}' } });
export const own: MessageOverrides = { retry: 'Once more', notUpdatedSince: (time) => \`As of \${time}\` };
export const keys: (keyof Messages)[] = ['retry'];
`,
  'host-unknown.ts': `import { configure } from 'c360-elements';
configure({ messages: { noCustomr: 'Pick a guest' } });
`,
  'host-unknown-on-tag.ts': `import 'c360-elements/define';
const panel = document.createElement('c360-panel');
panel.messages = { retri: 'Once more' };
`,
};

describe('texts', () => {
  /** @type {string} */
  let said;
  before(() => {
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(programs)) writeFileSync(join(folder, file), text);
    const options =
      '--noEmit --strict --module esnext --moduleResolution bundler --target es2022 --lib es2024,dom,dom.iterable --types node --skipLibCheck --pretty false --ignoreConfig';
    const files = Object.keys(programs).map((file) => join(folder, file));
    said = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options.split(' '), ...files], { encoding: 'utf8' }).stdout;
  });

  /** What the compiler says of one program, with the lines that explain it. @param {string} file */
  const complaints = (file) => said.split(/^(?=\S)/m).filter((complaint) => complaint.includes(`/${file}(`));

  for (const language of languages) {
    it(`of ${language} compile as they are; without one of them, or with one nobody says, they do not, and the compiler names it`, () => {
      assert.deepEqual(complaints(`whole-${language}.ts`), []);
      assert.match(complaints(`missing-${language}.ts`).join('\n'), /Property 'retry' is missing in type/);
      assert.match(complaints(`unknown-${language}.ts`).join('\n'), /'retri' does not exist in type/);
    });
  }

  it('of English are held to the same', () => {
    assert.match(complaints('missing-en.ts').join('\n'), /Property 'refresh' is missing in type/);
  });

  it('that a host sets are those there are', () => {
    assert.deepEqual(complaints('host.ts'), []);
    assert.match(complaints('host-unknown.ts').join('\n'), /'noCustomr' does not exist in type 'MessageOverrides'/);
    assert.match(complaints('host-unknown-on-tag.ts').join('\n'), /'retri' does not exist in type 'MessageOverrides'/);
  });
});
