// One file for the dev server and for everything that is built; `npm run build` goes through the modes one by one.
//   (none)  the demo: dev server, and `vite build --mode demo` for a static copy of it
//   dist    ES modules, one per source file, dependencies external, with declarations
//   mocks   the same for `c360-elements/mocks`
//   cdn     one module for a script tag; charts, locales and warehouse sources are split off
//   iife    one classic script, for pages that cannot load modules
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Visitor } from 'rolldown/utils';
import { defineConfig, type Plugin, parseSync, type UserConfig } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Files below the folder, as paths from the root of the repository. */
function filesBelow(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && pattern.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}

const sourceFiles = (folder: string) => filesBelow(folder, /(?<!\.d)\.ts$/);

/** Packages stay imports: whoever installs ours installs them, and shares them with the rest of their page. */
const isPackage = (id: string) => /^[@a-z][^:]*$/.test(id) && !/^(src|mocks)\//.test(id) && !id.startsWith('@oxc-project/runtime');

/**
 * package.json names the built files that do something when imported; its patterns know nothing of the sources they are built from.
 */
function keepSideEffects(): Plugin {
  return {
    name: 'keep-side-effects',
    transform(_code, id) {
      return id.includes('node_modules') ? undefined : { moduleSideEffects: true };
    },
  };
}

/**
 * Gives Lit's Trusted Types policy a name of our own where Lit is bundled: a page that has its own Lit under a policy list would
 * otherwise refuse the second copy, and with it the whole script (F11). A refusal leaves the module alive, and a copy that comes too
 * late to register a tag asks for none: nothing of it is ever drawn, and the page's policy allows the name once.
 */
function ownTrustedTypesPolicy(): Plugin {
  const creation = /(\w+)\.createPolicy\("lit-html",(\{.+?\})\)/;
  let replaced = 0;
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!/lit-html[\\/](?:.*[\\/])?lit-html\.js$/.test(id)) return undefined;
      replaced += 1;
      if (!creation.test(code)) this.error('Lit creates its Trusted Types policy in another way than before.');
      return {
        code: code.replace(creation, '(()=>{if(!globalThis.customElements?.get("c360-provider"))try{return $1.createPolicy("c360-lit",$2)}catch{}})()'),
        map: null,
      };
    },
    buildEnd(error) {
      if (!error && replaced > 1) this.error('Lit is bundled more than once.');
    },
  };
}

/**
 * Leaves out what Chart.js mixes colours with, 3.5 KiB: it does so for animations and under the pointer, and our charts have neither.
 * Whoever asked all the same would get the colour back as it was given.
 */
function colorsAsGiven(): Plugin {
  const id = '\0colors-as-given';
  return {
    name: 'colors-as-given',
    enforce: 'pre',
    resolveId: (source) => (source === '@kurkle/color' ? id : undefined),
    load: (loaded) =>
      loaded === id
        ? 'export class Color { constructor(color) { this.color = color; } saturate() { return this; } darken() { return this; } hexString() { return this.color; } }'
        : undefined,
  };
}

/**
 * Leaves out of Chart.js what measures and draws axes, 5 KiB: its register holds the class only to tell axes from other parts, and ours
 * are drawn by ourselves, so that no chart has any.
 */
function noAxes(): Plugin {
  const register = "new TypedRegistry(Scale, 'scales')";
  return {
    name: 'no-axes',
    transform(code, id) {
      if (!/chart\.js[\\/]dist[\\/]chart\.js$/.test(id)) return undefined;
      if (!code.includes(register)) this.error('Chart.js registers its axes in another way than before.');
      return { code: code.replace(register, "new TypedRegistry(class {}, 'scales')"), map: null };
    },
  };
}

/**
 * Has the bundler's own helper read only what an object itself has: on a page that has added something enumerable to
 * `Object.prototype` the script would otherwise throw before it registers anything (HP7).
 */
function ownMembersOnly(): Plugin {
  const walk = /\bfor\(var (\w+) in (\w+)\)/g;
  return {
    name: 'own-members-only',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(walk, 'for(var $1 of Object.keys($2))');
      }
    },
  };
}

/**
 * Leaves out of the classic script what a script tag would load on demand, the chart excepted: it has nothing to load it with. Another
 * language falls back to English, and a warehouse source is one that is not registered.
 */
function leaveOut(pattern: RegExp): Plugin {
  const id = '\0left-out';
  return {
    name: 'leave-out',
    enforce: 'pre',
    resolveId: (source) => (pattern.test(source) ? id : undefined),
    load: (loaded) =>
      loaded === id
        ? `import { SourceError } from '${join(process.cwd(), 'src/model/source-error.ts').replaceAll('\\', '/')}';\nthrow new SourceError('config', { reason: 'source' });`
        : undefined,
  };
}

/**
 * Makes of each `import()` an import at the start: a classic script holds everything anyway, and what is run on demand inside of it
 * costs a wrapper around each module. What is left out stays on demand, since it throws.
 */
function atOnce(leftOut: RegExp): Plugin {
  return {
    name: 'at-once',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !/\bimport\('/.test(code)) return undefined;
      const names: string[] = [];
      const changed = code.replace(/(?<!typeof )\bimport\('(\.[^']+)'\)/g, (written, path: string) =>
        leftOut.test(path) ? written : `Promise.resolve(onDemand${names.push(path)})`,
      );
      return { code: names.map((path, index) => `import * as onDemand${index + 1} from '${path}';\n`).join('') + changed, map: null };
    },
  };
}

/** Languages, sources and the words of their documents that a classic script does without. */
const LEFT_OUT = /^\.\/(locales\/\w+|optimove\/optimove-source|smartico\/smartico-source|combined)\.js$|^\.\.\/i18n\/terms\.js$/;

/** Writes the declarations beside the modules. */
function declarations(): Plugin {
  return {
    name: 'declarations',
    closeBundle() {
      const folder = '.cache/declarations';
      rmSync(folder, { recursive: true, force: true });
      execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/config/tsconfig.declarations.json'], { stdio: 'inherit' });
      cpSync(join(folder, 'src'), 'dist', { recursive: true });
      for (const file of filesBelow(join(folder, 'mocks'), /\.d\.ts$/)) {
        const target = join('dist', file.slice(folder.length + 1));
        mkdirSync(dirname(target), { recursive: true });
        // What is src/ here is the root of the package there.
        writeFileSync(target, readFileSync(file, 'utf8').replace(/((?:\.\.\/)+)src\//g, '$1'));
      }
    },
  };
}

/** What a panel shows its first data with, which a page may ask for before it runs the entry. */
const SHOWS_DATA = /src\/(elements\/[\w-]+\/(profile|impact|timeline|campaigns|predictions)-view|rest\/answer|ui\/chart\/line-chart|i18n\/terms)\.ts$/;

/** The entry, the files that show the first data, and what those import. */
function preloaded(): string[] {
  const modulesOf = JSON.parse(readFileSync('.cache/cdn-modules.json', 'utf8')) as Record<string, string[]>;
  const names = new Set(['c360.js']);
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const { module } = parseSync(name, readFileSync(join('cdn', name), 'utf8'));
    for (const { moduleRequest } of module.staticImports) add(basename(moduleRequest.value));
  };
  for (const [name, modules] of Object.entries(modulesOf)) if (modules.some((path) => SHOWS_DATA.test(path))) add(name);
  return [...names];
}

/** Writes `cdn/sri.json`: the hash of every file, and an import map that holds the browser to them, chunks included, and what to preload. */
function integrity(): Plugin {
  return {
    name: 'integrity',
    closeBundle() {
      const base = `https://cdn.jsdelivr.net/npm/c360-elements@${version}/cdn/`;
      const names = filesBelow('cdn', /\.(js|html|css)$/)
        .map((path) => path.slice('cdn/'.length))
        .sort();
      const files = Object.fromEntries(
        names.map((name) => {
          const content = readFileSync(join('cdn', name));
          const hash = createHash('sha384').update(content).digest('base64');
          return [name, { integrity: `sha384-${hash}`, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length }];
        }),
      );
      const modules = Object.entries(files).filter(([name]) => name.endsWith('.js') && !name.endsWith('.iife.js'));
      const importMap = {
        imports: { 'c360-elements': `${base}c360.js` },
        integrity: Object.fromEntries(modules.map(([name, file]) => [base + name, file.integrity])),
      };
      writeFileSync('cdn/sri.json', `${JSON.stringify({ version, files, importMap, preload: preloaded() }, null, 2)}\n`);
    },
  };
}

/**
 * Joins the white space of templates and styles, which is there for their authors. One space stays where the page could show it, so
 * what is built looks like what was tested.
 */
function smallTemplates(): Plugin {
  const join: Readonly<Record<string, (text: string) => string>> = {
    html: (text) => text.replace(/\s+/g, ' '),
    svg: (text) => text.replace(/\s+/g, ' '),
    css: (text) =>
      text
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}'),
  };
  return {
    name: 'small-templates',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return undefined;
      const pieces: { readonly start: number; readonly end: number; readonly text: string }[] = [];
      new Visitor({
        TaggedTemplateExpression({ tag, quasi }) {
          const joined = tag.type === 'Identifier' ? join[tag.name] : undefined;
          if (!joined || /<(pre|textarea)\b/.test(code.slice(quasi.start, quasi.end))) return;
          for (const { start, end, value } of quasi.quasis) {
            const written = code.slice(start, end);
            // The parser counts the backtick or the braces around the text or leaves them out; the text itself is what counts.
            const from = start + written.indexOf(value.raw);
            pieces.push({ start: from, end: from + value.raw.length, text: joined(value.raw) });
          }
        },
      }).visit(parseSync(id, code).program);
      let result = code;
      for (const { start, end, text } of pieces.sort((left, right) => right.start - left.start)) result = result.slice(0, start) + text + result.slice(end);
      return { code: result, map: null };
    },
  };
}

/** Writes which source modules each file of the build holds, for the size budgets. */
function contents(build: 'cdn' | 'iife'): Plugin {
  return {
    name: 'contents',
    generateBundle(_options, bundle) {
      const root = process.cwd();
      const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
      const modulesOf = Object.fromEntries(
        chunks.map(({ fileName, moduleIds }) => [fileName, moduleIds.map((id) => relative(root, id).replaceAll('\\', '/'))]),
      );
      mkdirSync('.cache', { recursive: true });
      writeFileSync(`.cache/${build}-modules.json`, JSON.stringify(modulesOf));
    },
  };
}

/** How long a plugin took says more about the machine than about the build. */
const checks = { pluginTimings: false };

/** Chart.js is full of kinds of charts and scales that only read something where they are defined; without this they all stay, 6 KiB of them. */
const treeshake = { propertyReadSideEffects: false } as const;

/** Settings all builds share. */
const build: UserConfig['build'] = { target: 'es2022', emptyOutDir: true, reportCompressedSize: false, sourcemap: false };

function modules(folder: 'src' | 'mocks', outDir: string): UserConfig {
  // What is only ever bundled with all tags belongs to cdn/ alone; tools belong nowhere.
  const inputs = sourceFiles(folder).filter((path) => !['cdn.ts', 'bridge.ts'].includes(basename(path)) && !/\/(scripts|openapi)\//.test(path));
  return {
    publicDir: false,
    build: {
      ...build,
      outDir,
      minify: false,
      lib: { entry: inputs, formats: ['es'] },
      rolldownOptions: {
        checks,
        external: isPackage,
        output: { preserveModules: true, preserveModulesRoot: folder, entryFileNames: '[name].js' },
      },
    },
    plugins: folder === 'mocks' || !existsSync('mocks') ? [declarations()] : [],
  };
}

/**
 * What the files that show the first data stand on, and what checks answers: one file, asked for beside them. In two, the second would be known
 * only once the first is there, and everybody would wait one more round trip for it. A page with one section loads 7 KiB more than it needs of it.
 */
const SHARED = [
  /\/src\/(?:model|format|data)\//,
  /\/src\/i18n\/(?:words|impact-words|slices\/(?:shared|proof))\.ts$/,
  /\/src\/ui\/(?:channel-icon|download|line-press|own-pixels|product|provenance|shared-icons|tooltip|value)\.ts$/,
  /\/src\/elements\/(?:asked|proof\/proof-reader|campaigns\/(?:outcome|personal))\.ts$/,
  /\/src\/rest\/(?:answer|identity|instant|contract\/[\w-]+)\.ts$/,
  /\/node_modules\/(?:lit|lit-html)\/directives\/repeat\.js$/,
];

const configs: Record<string, () => UserConfig> = {
  dist: () => modules('src', 'dist'),
  mocks: () => modules('mocks', 'dist/mocks'),

  cdn: () => ({
    // The page of the iframe bridge, as it is.
    publicDir: 'src/bridge',
    build: {
      ...build,
      outDir: 'cdn',
      lib: { entry: { c360: 'src/cdn.ts', bridge: 'src/bridge.ts' }, formats: ['es'] },
      rolldownOptions: {
        checks,
        treeshake,
        // Lazy files take what they share from the entry: a third file in common would cost everybody one more round trip.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          minify: true,
          comments: false,
          codeSplitting: {
            groups: [
              { name: 'c360', tags: ['$initial'], test: (id: string) => !id.endsWith('/src/bridge.ts') },
              // The ground that several lazy files stand on, all of it small, is one request instead of a dozen.
              { name: 'shared', test: (id: string) => SHARED.some((pattern) => pattern.test(id)) },
            ],
          },
        },
      },
    },
    plugins: [ownTrustedTypesPolicy(), colorsAsGiven(), noAxes(), contents('cdn')],
  }),

  iife: () => ({
    publicDir: false,
    build: {
      ...build,
      outDir: 'cdn',
      emptyOutDir: false,
      lib: { entry: 'src/cdn.ts', formats: ['iife'], name: 'C360Elements', fileName: () => 'c360.iife.js' },
      rolldownOptions: { checks, treeshake, output: { minify: true, comments: false } },
    },
    plugins: [leaveOut(LEFT_OUT), atOnce(LEFT_OUT), ownTrustedTypesPolicy(), colorsAsGiven(), noAxes(), ownMembersOnly(), contents('iife'), integrity()],
  }),

  demo: () => ({
    base: './',
    publicDir: 'mocks/public',
    build: {
      ...build,
      outDir: 'site',
      // The mocks bring their data along.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { checks, input: ['index.html', ...filesBelow('demo', /\.html$/).filter((path) => dirname(path) === 'demo')] },
    },
  }),
};

export default defineConfig(({ mode }) => {
  const config = configs[mode]?.() ?? {};
  return {
    // The demo is several pages; an address that is none of them is an error, not the first page.
    appType: 'mpa',
    publicDir: 'mocks/public',
    // What the demo's pages import; the bridge's page belongs to what is built.
    optimizeDeps: { entries: ['index.html', 'demo/*.html'] },
    ...config,
    plugins: [keepSideEffects(), ...(config.build?.lib ? [smallTemplates()] : []), ...(config.plugins ?? [])],
  };
});
