// Serves the test files ready made. Each file has a page of its own, and a page that fetches some two hundred sources one by one spends
// longer on that than on its tests. All are built together, so that what they share exists once: the guard above all, whose page-wide
// state the tests write to.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** Where the parts that several files share are served. */
const SHARED = '/__tests/';

/** How a test is made ready for its page. @satisfies {import('esbuild').BuildOptions} */
export const forPages = /** @type {const} */ ({
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  conditions: ['production'],
  target: 'es2022',
  // What the package says of its built files is not true of their sources: an import for its effect must stay.
  ignoreAnnotations: true,
  // Speaks to the test server through addresses of its own, and must reach the page untouched.
  external: ['@web/*'],
  write: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
  // A plugin of the assertions that no test uses would bring the whole of axe into every page.
  alias: { 'chai-a11y-axe': './test/helpers/no-axe.ts' },
});

/**
 * @param {string} place a file or folder
 * @returns {string[]}
 */
function testsIn(place) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Writes a file that holds all tests of a folder.
 *
 * @param {string} folder
 */
export function pageOf(folder) {
  const page = `.cache/pages/${folder.replaceAll('/', '-')}.test.ts`;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(
    page,
    testsIn(folder)
      .map((file) => `import '../../${file.replaceAll('\\', '/')}';\n`)
      .join(''),
  );
  return page;
}

/**
 * @param {readonly string[]} places files and folders with the tests that will be asked for
 * @param {readonly string[]} others modules that pages import beside them, and that must be the same ones
 * @returns {import('@web/dev-server-core').Plugin}
 */
export function bundle(places, others) {
  /** @type {Map<string, string>} */
  const modules = new Map();
  return {
    name: 'bundle',
    async serverStart() {
      const files = [...new Set([...places.flatMap(testsIn), ...others].map((file) => relative('.', file)))];
      const { outputFiles } = await build({
        ...forPages,
        entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.ts$/, '') })),
        chunkNames: `${SHARED.slice(1)}[name]-[hash]`,
        outbase: '.',
        outdir: '.',
        sourcemap: 'linked',
        // Asked for when a test fails, and not before.
        sourcesContent: false,
      });
      for (const { path, text } of outputFiles) modules.set(`/${relative('.', path).replaceAll('\\', '/')}`, text);
    },
    serve({ path }) {
      const body = modules.get(path.replace(/\.ts$/, '.js'));
      if (body === undefined) return undefined;
      /** @type {Record<string, string>} */
      const headers = path.startsWith(SHARED) ? { 'cache-control': 'max-age=3600' } : {};
      return { body, type: path.endsWith('.map') ? 'json' : 'js', headers };
    },
  };
}
