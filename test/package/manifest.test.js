// What is told about the elements must be true: the manifest, what is made from it for editors and frameworks, and the README's tables.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { elementsOf, readmeTables, SECTIONS, TOKENS, withTables } from '../config/manifest.js';
import { elementNames } from './tags.js';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = elementsOf(manifest);
const tags = elementNames.map((name) => `c360-${name}`);

/** @param {string} folder @returns {string} */
const allText = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
const source = allText('src/elements') + allText('src/ui');

describe('the manifest', () => {
  it('names every tag with a summary', () => {
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), tags.sort());
    assert.deepEqual(
      elements.filter(({ summary }) => !summary).map(({ tagName }) => tagName),
      [],
    );
  });

  it('is in the same order wherever it is made, however a disk hands out its folders', () => {
    const paths = manifest.modules.map((/** @type {{path: string}} */ { path }) => path);
    assert.deepEqual(paths, paths.toSorted());
  });

  it('tells what every attribute, property, part, slot and event is for', () => {
    const silent = elements.flatMap(({ tagName, attributes = [], members = [], cssParts = [], slots = [], events = [] }) =>
      [...attributes, ...members.filter((one) => !('static' in one)), ...cssParts, ...slots, ...events]
        .filter(({ description }) => !description)
        .map(({ name }) => `${tagName} ${name}`),
    );
    assert.deepEqual(silent, []);
  });

  it('names exactly the tokens the styles read', () => {
    const read = [...new Set([...source.matchAll(/var\((--c360-[\w-]+)/g)].map(([, name = '']) => name))];
    assert.deepEqual(read.sort(), Object.keys(TOKENS).sort());
  });

  it('names parts that exist', () => {
    const drawn = new Set(
      [...source.matchAll(/\bpart=(?:"([^"$]+)"|'([^']+)'|(\w[\w-]*))/g)].flatMap((match) => (match[1] ?? match[2] ?? match[3] ?? '').split(' ')),
    );
    const missing = elements
      .flatMap(({ tagName, cssParts = [] }) => cssParts.map(({ name }) => ({ tagName, name })))
      .filter(({ tagName, name }) => !drawn.has(tagName === 'c360-panel' ? name.replace(/^(profile|impact|timeline|campaigns|predictions)-/, '') : name));
    assert.deepEqual(missing, []);
  });

  it('has each part of a section handed on by the panel under the section’s prefix, and no other', async () => {
    const { exportedParts } = await import(join(process.cwd(), 'dist/elements/panel/parts.js'));
    for (const [tag, section] of Object.entries(SECTIONS)) {
      const documented = (elements.find(({ tagName }) => tagName === tag)?.cssParts ?? []).map(({ name }) => `${name}:${section}-${name}`);
      assert.deepEqual(exportedParts(section).split(',').sort(), documented.sort(), tag);
    }
  });
});

describe('what editors are given', () => {
  it('knows every tag and its attributes, in VS Code and in JetBrains', () => {
    const code = JSON.parse(readFileSync('dist/html-custom-data.json', 'utf8'));
    const jetBrains = JSON.parse(readFileSync('dist/web-types.json', 'utf8'));
    /** @param {readonly {name: string, attributes?: readonly {name: string}[]}[]} list */
    const known = (list) => Object.fromEntries(list.map((one) => [one.name, (one.attributes ?? []).map(({ name }) => name)]));
    const expected = Object.fromEntries(elements.map(({ tagName, attributes = [] }) => [tagName, attributes.map(({ name }) => name)]));
    assert.deepEqual(known(code.tags), expected);
    assert.deepEqual(known(jetBrains.contributions.html.elements), expected);
    const theme = code.tags[0].attributes.find((/** @type {{name: string}} */ { name }) => name === 'theme');
    assert.deepEqual(theme.values, [{ name: 'auto' }, { name: 'light' }, { name: 'dark' }]);
  });
});

describe('llms.txt', () => {
  it('names every attribute, property, method, event and slot', () => {
    const text = readFileSync('llms.txt', 'utf8');
    const names = elements.flatMap(({ tagName = '', attributes = [], members = [], events = [], slots = [] }) => [
      tagName,
      ...[...attributes, ...events].map(({ name }) => name),
      ...members.filter((one) => !('static' in one && one.static)).map(({ name }) => name),
      ...slots.map(({ name }) => name),
    ]);
    assert.deepEqual(
      names.filter((name) => !text.includes(name)),
      [],
    );
  });
});

/** What an application writes; lines that must not compile say so. */
const applications = {
  'react.tsx': `import type {} from 'c360-elements/react';
import { type C360Panel, configure } from 'c360-elements';
import { useRef } from 'react';
configure({ baseUrl: '/api', getToken: async ({ reason }) => reason });
// @ts-expect-error an unknown setting
configure({ baseURL: '/api' });
export function Page({ id }: { readonly id: string }) {
  const panel = useRef<C360Panel>(null);
  return (
    <main onClick={() => panel.current?.refresh()}>
      <c360-panel
        ref={panel}
        className="wide"
        base-url="/api"
        customer-id={id}
        theme="dark"
        getToken={async () => 'token'}
        onc360-load={({ detail }) => detail.section.length}
        onc360-error={(event) => event.detail.kind === 'offline'}
      />
      <c360-timeline slot="timeline" timeFrame="P30D" />
      {/* @ts-expect-error a theme there is not */}
      <c360-profile theme="pink" />
      {/* @ts-expect-error a customer is text */}
      <c360-profile customerId={4711} />
    </main>
  );
}
`,
  'vue.ts': `import type {} from 'c360-elements/vue';
import type { GlobalComponents } from 'vue';
type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => { $props: infer Found } ? Found : never;
export const panel: Props<'c360-panel'> = {
  baseUrl: '/api',
  'customer-id': '4711',
  class: 'wide',
  getToken: () => 'token',
  'onC360-load': ({ detail }) => detail.status === 'ready',
};
// @ts-expect-error a theme there is not
export const profile: Props<'c360-profile'> = { theme: 'pink' };
`,
  'host.ts': `import { createRestSource, registerSource, NotEnabled, SourceError, toDecimal, type CustomerSource, type HostSource, type LoadDetail } from 'c360-elements';
import 'c360-elements/define';
import german from 'c360-elements/package.json' with { type: 'json' };
registerSource('mine', (connection): CustomerSource => {
  const { predictions, ...rest } = createRestSource(connection);
  return { ...rest, profile: async () => { throw german.version ? new NotEnabled() : new SourceError('server'); } };
});
export const host: HostSource = { profile: async (_query, { signal }) => (await fetch('/x', { signal })).json() };
const timeline = document.querySelector('c360-timeline');
timeline?.addEventListener('c360-load', ({ detail }) => { const told: LoadDetail = detail; return told; });
if (timeline) timeline.customerSource = host;
// @ts-expect-error an event detail knows no name of a person
timeline?.addEventListener('c360-load', ({ detail }) => detail.displayName);
export const amount = toDecimal('1.50');
`,
};

describe('a TypeScript application', () => {
  // All at once, since the compiler reads the same declarations for each; inside the package, so that its own name leads to what is published.
  const folder = '.cache/types';
  /** @type {string} */
  let said;
  before(() => {
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(applications)) writeFileSync(join(folder, file), text);
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--jsx',
      'react-jsx',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--target',
      'es2022',
      '--lib',
      'es2024,dom,dom.iterable',
      '--types',
      '',
      '--resolveJsonModule',
      '--ignoreConfig',
    ];
    const files = Object.keys(applications).map((file) => join(folder, file));
    said = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options, ...files], { encoding: 'utf8' }).stdout;
  });

  for (const file of Object.keys(applications)) {
    it(`is helped, and held to what there is: ${file}`, () => {
      assert.deepEqual(
        said.split('\n').filter((line) => line.includes(file)),
        [],
      );
    });
  }

  it('finds nothing to complain about in the declarations', () => {
    assert.equal(said, '');
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  it('has the tables the source says; `npm run docs` writes them', () => {
    const tables = readmeTables(elements);
    for (const name of Object.keys(tables)) assert.ok(readme.includes(`<!-- ${name} -->`), name);
    // The tables are long: which of them drifted says enough.
    const drifted = Object.entries(tables).filter(([name, content]) => withTables(readme, { [name]: content }) !== readme);
    assert.deepEqual(
      drifted.map(([name]) => name),
      [],
    );
  });
});
