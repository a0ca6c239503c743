// Bundles an entry of the package the way an application would, and tells what a page loads at once and what only on demand.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { parseSync } from 'vite';

/** @param {string | Uint8Array} content */
export const gzipKiB = (content) => gzipSync(content, { level: 9 }).length / 1024;

/**
 * @typedef {object} Loaded
 * @property {number} kib gzip −9, all files together
 * @property {readonly string[]} modules what is inside
 * @property {number} laterKib gzip −9 of what comes on demand, without charts, languages and other sources
 */

/**
 * What an application loads at once that imports this file of dist/.
 *
 * @param {string} input
 * @returns {Promise<Loaded>}
 */
export async function bundled(input) {
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'silent', treeshake: true });
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false });
  await bundle.close();
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  /** @type {Set<string>} */
  const names = new Set();
  /** @param {string} name */
  const add = (name) => {
    if (names.has(name)) return;
    names.add(name);
    chunks.get(name)?.imports.forEach(add);
  };
  for (const [name, { isEntry }] of chunks) if (isEntry) add(name);
  const files = [...names].flatMap((name) => chunks.get(name) ?? []);
  const others = /node_modules[\\/](chart\.js|@kurkle)|i18n[\\/]locales|sources[\\/](combined|optimove|smartico)/;
  const later = [...chunks.values()].filter((chunk) => !names.has(chunk.fileName) && !chunk.moduleIds.some((id) => others.test(id)));
  /** @param {readonly {code: string}[]} list */
  const weight = (list) => list.reduce((sum, { code }) => sum + gzipKiB(code), 0);
  return { kib: weight(files), modules: files.flatMap(({ moduleIds }) => moduleIds), laterKib: weight(later) };
}

/**
 * A built file and everything it imports statically.
 *
 * @param {string} path
 * @param {Set<string>} [seen]
 * @returns {Set<string>}
 */
export function staticFiles(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const { module } = parseSync(path, readFileSync(path, 'utf8'));
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
  ];
  for (const name of named) staticFiles(join(dirname(path), name), seen);
  return seen;
}

/**
 * Which source modules each file of cdn/ holds; written by the build.
 *
 * @returns {Record<string, readonly string[]>}
 */
export const cdnModules = () => Object.assign({}, ...['cdn', 'iife'].map((build) => JSON.parse(readFileSync(`.cache/${build}-modules.json`, 'utf8'))));
