// Serves each package the tests import as one ready module. Packages that speak CommonJS would not run in a browser as they are,
// and a page that fetches Lit, chai and msw file by file spends longer on that than on its tests. All packages are built together,
// so that what they share (Lit above all) exists once.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Names of packages in import and export statements and in dynamic imports. */
const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*(?:\/[\w./-]+)?)'/g;

/** Packages that talk to the test server through addresses of its own and must reach the page untouched. */
const untouched = /^@web\//;

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @param {readonly string[]} folders */
function packagesUsedIn(folders) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const folder of folders) {
    for (const file of sourcesBelow(folder)) {
      for (const [, name] of readFileSync(file, 'utf8').matchAll(importPattern)) {
        if (name && !untouched.test(name)) names.add(name);
      }
    }
  }
  return [...names].sort();
}

/** @param {string} specifier */
const fileName = (specifier) => specifier.replace(/^@/, '').replace(/\.js$/, '').replaceAll('/', '--');

/**
 * @param {readonly string[]} folders whose imports are served
 * @returns {import('@web/dev-server-core').Plugin}
 */
export function dependencies(folders) {
  const base = '/__packages/';
  /** @type {Map<string, string>} */
  const addresses = new Map();
  /** @type {Map<string, string>} */
  const modules = new Map();
  return {
    name: 'dependencies',
    async serverStart() {
      const specifiers = packagesUsedIn(folders);
      const { outputFiles } = await build({
        entryPoints: Object.fromEntries(specifiers.map((specifier) => [fileName(specifier), specifier])),
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        outdir: 'packages',
        write: false,
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'error',
      });
      for (const { path, text } of outputFiles) modules.set(base + basename(path), text);
      for (const specifier of specifiers) addresses.set(specifier, `${base}${fileName(specifier)}.js`);
    },
    resolveImport({ source }) {
      return addresses.get(source);
    },
    serve({ path }) {
      const body = modules.get(path);
      return body === undefined ? undefined : { body, type: 'js', headers: { 'cache-control': 'max-age=3600' } };
    },
  };
}
