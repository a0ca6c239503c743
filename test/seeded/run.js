// Puts one mistake after the other into the code and demands that the test which is named for it fails: `npm run test:seeded`, or some of
// them: `npm run test:seeded -- chart token`. Files stay as they are: each mistake is made
// while its test is bundled. `--readme` writes the table of the README instead.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { build } from 'esbuild';
import { browserEnvironment, browserPath, chromiumFlags } from '../config/browsers.js';
import { forPages } from '../config/bundle.js';
import { note } from '../config/figures.js';
import { BUGS } from './bugs.js';
import { tableOf, withTable } from './table.js';

const folder = '.cache/seeded';

/** @typedef {import('./bugs.js').Bug} Bug */

/** @param {Bug} bug */
function patched({ file, find, replace }) {
  const pieces = readFileSync(file, 'utf8').split(find);
  if (pieces.length !== 2) throw new Error(`${file} holds ${pieces.length - 1} times:\n${find}`);
  return pieces.join(replace);
}

/**
 * Bundles the test with the mistake in it. Its page has nothing else, so the guard comes first.
 *
 * @param {Bug} bug @param {string} name
 */
async function plant(bug, name) {
  const contents = patched(bug);
  const place = resolve(bug.file);
  const entry = join(folder, `${name}.js`);
  const { outputFiles } = await build({
    ...forPages,
    stdin: { contents: `import './test/helpers/guard.ts';\nimport './${bug.test}';\n`, resolveDir: process.cwd(), loader: 'ts' },
    chunkNames: `${name}/[hash]`,
    entryNames: name,
    outdir: folder,
    plugins: [
      {
        name: 'mistake',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => (path === place ? { contents, loader: 'ts' } : undefined));
        },
      },
    ],
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return entry;
}

/**
 * Titles of what failed.
 *
 * @param {import('@web/test-runner-core').TestSession} session
 */
function failuresOf(session) {
  /** @type {string[]} */
  const failed = [];
  /** @param {import('@web/test-runner-core').TestSuiteResult | undefined} suite */
  const walk = (suite) => {
    for (const test of suite?.tests ?? []) if (!test.passed && !test.skipped) failed.push(test.name);
    suite?.suites.forEach(walk);
  };
  walk(session.testResults);
  return failed;
}

/** @param {string} title */
function matcherOf(title) {
  const pieces = title.split('…').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}`, 's');
}

const words = process.argv.slice(2);
if (words.includes('--readme')) {
  writeFileSync('test/README.md', withTable(readFileSync('test/README.md', 'utf8'), tableOf(BUGS)));
  process.exit();
}
const wanted = BUGS.filter(({ harm, file }) => words.length === 0 || words.some((word) => `${harm} ${file}`.toLowerCase().includes(word.toLowerCase())));

rmSync(folder, { recursive: true, force: true });
/** @type {Map<string, Bug>} */
const planted = new Map();
for (const [index, bug] of wanted.entries()) planted.set(resolve(await plant(bug, `bug-${String(index).padStart(2, '0')}`)), bug);

let caught = 0;
const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    rootDir: process.cwd(),
    files: [...planted.keys()],
    concurrency: 2,
    browsers: [
      chromeLauncher({
        launchOptions: { executablePath: browserPath('chromium'), args: chromiumFlags, env: browserEnvironment },
        // As the page in front, else it draws nothing and its test waits in vain.
        createPage: async ({ context }) => {
          const page = await context.newPage();
          await page.emulateFocusedPage?.(true);
          return page;
        },
      }),
    ],
    nodeResolve: { exportConditions: ['production', 'browser'] },
    testFramework: { config: { timeout: 20_000 } },
    testRunnerHtml: (framework) => `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Tests</title></head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
    reporters: [
      {
        onTestRunFinished({ sessions }) {
          for (const session of sessions) {
            const bug = planted.get(session.testFile);
            if (!bug) continue;
            const failed = failuresOf(session);
            const isCaught = bug.title !== '' && failed.some((title) => matcherOf(bug.title).test(title));
            if (isCaught) caught++;
            console.log(`${isCaught ? 'caught' : 'MISSED'} ${bug.harm} (${bug.file})`);
            if (isCaught) continue;
            const trouble = session.errors.map(({ message }) => message).join(' | ') || (session.testResults ? 'nothing failed' : 'its page did not finish');
            console.log(`       ${bug.test}: ${failed.length ? `failed instead: ${failed.slice(0, 6).join(' | ')}` : trouble}`);
          }
        },
      },
    ],
    // A mistake may also make a page hang: that is nobody's named test.
    testsStartTimeout: 60_000,
    testsFinishTimeout: 180_000,
  },
});
runner?.on('stopped', () => {
  console.log(`${caught} of ${wanted.length} seeded bugs caught`);
  if (process.env['C360_NIGHTLY']) note('Seeded bugs caught', `${caught} of ${wanted.length}`);
  process.exitCode = caught === wanted.length ? 0 : 1;
  setTimeout(() => process.exit(), 0);
});
