// Writes openapi.json: `npm run openapi`, which the build calls.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles TypeScript sources for Node and imports what they export.
 *
 * @param {string} entry
 */
export async function importSource(entry) {
  const outfile = resolve('.cache', `${entry.replaceAll('/', '-')}-${process.pid}.mjs`);
  mkdirSync('.cache', { recursive: true });
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

/** The text of openapi.json as the sources have it now. */
export async function generate() {
  const { createDocument } = await importSource('mocks/openapi/document.ts');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `${JSON.stringify(await createDocument(version), null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync('openapi.json', await generate());
