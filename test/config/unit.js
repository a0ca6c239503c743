// Runs the tests that need a browser: `node test/config/unit.js [--browser chromium|firefox|webkit] [--watch] [files, folders or globs]`.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserEnvironment, browserPath, chromiumFlags, startWebKit } from './browsers.js';
import { bundle, pageOf } from './bundle.js';
import { dependencies } from './dependencies.js';
import { note } from './figures.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    watch: { type: 'boolean', default: false },
    // Beside what needs the package: each page more takes from the others what it gains.
    concurrency: { type: 'string', default: '2' },
    // Where the counts go; below .cache/results they enter the sum of all runners.
    results: { type: 'string' },
  },
});

/** Milliseconds a file may take. */
const FINISH_WITHIN = process.env['C360_NIGHTLY'] ? 7_200_000 : 300_000;

const everything = ['test/**/*.test.ts', '!test/bench/**', ...(process.env['C360_NIGHTLY'] ? [] : ['!test/nightly/**'])];
/** Folders whose tests ask functions and leave nothing in a page: in a whole run each folder shares one, since a page costs more than they do. */
const onePage = positionals.length || values.watch ? [] : ['test/format', 'test/i18n', 'test/model', 'test/rest', 'test/sources'];
const pages = onePage.map(pageOf);
const files = positionals.length
  ? positionals.map((name) => (existsSync(name) && statSync(name).isDirectory() ? `${name.replace(/\/$/, '')}/**/*.test.ts` : name))
  : [...everything, ...onePage.map((folder) => `!${folder}/**`), ...pages];

/** @type {() => void} */
let stopBrowser = () => {};

/**
 * A page in a window of its own: of several pages in one window only the one in front is drawn sixty times a second, the others once.
 *
 * @param {import('puppeteer-core').Browser} browser
 */
async function openWindow(browser) {
  const context = await browser.createBrowserContext();
  return context.newPage();
}

/** Makes a page behave as the one in front: focus and light colours do not depend on which page the machine drew last. */
/** @param {import('puppeteer-core').Page} page */
async function settlePage(page) {
  await page.emulateFocusedPage?.(true);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'no-preference' },
  ]);
  return page;
}

async function launcher() {
  switch (values.browser) {
    case 'chromium':
      return chromeLauncher({
        launchOptions: { executablePath: browserPath('chromium'), args: chromiumFlags, env: browserEnvironment },
        createPage: async ({ browser }) => settlePage(await openWindow(browser)),
      });
    case 'firefox': {
      const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
      return puppeteerLauncher({
        launchOptions: {
          browser: 'firefox',
          executablePath: browserPath('firefox'),
          env: browserEnvironment,
          extraPrefsFirefox: { 'intl.accept_languages': 'en-US', 'layout.css.prefers-color-scheme.content-override': 1 },
        },
      });
    }
    case 'webkit': {
      const { webdriverLauncher } = await import('@web/test-runner-webdriver');
      const { port, miniBrowser, stop } = await startWebKit();
      stopBrowser = stop;
      return webdriverLauncher({
        automationProtocol: 'webdriver',
        hostname: '127.0.0.1',
        port,
        path: '/',
        logLevel: 'error',
        // Longer than a file may take: a page that is slow fails its own file, not the whole run.
        connectionRetryTimeout: FINISH_WITHIN + 60_000,
        capabilities: {
          browserName: 'MiniBrowser',
          // @ts-expect-error A capability of WebKitGTK alone.
          'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
          'wdio:enforceWebDriverClassic': true,
        },
      });
    }
    default:
      throw new Error(`--browser is chromium, firefox or webkit, not ${values.browser}.`);
  }
}

/** Counts what ran and leaves it where the summary of all runners finds it. */
/** @returns {import('@web/test-runner-core').Reporter} */
function tally() {
  return {
    onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      /** @param {import('@web/test-runner-core').TestSuiteResult | undefined} suite */
      const walk = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.skipped) count.skipped += 1;
          else if (test.passed) count.passed += 1;
          else count.failed += 1;
        }
        suite?.suites.forEach(walk);
      };
      for (const session of sessions) {
        const failedBefore = count.failed;
        walk(session.testResults);
        // A file that could not be loaded, or whose hook failed, has no failed test to show for it.
        if (!session.passed && count.failed === failedBefore) count.failed += 1;
      }
      mkdirSync('.cache/results', { recursive: true });
      writeFileSync(values.results ? `.cache/${values.results}.json` : `.cache/results/${values.browser}.json`, JSON.stringify(count));
      console.log(`${values.browser}: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`);
    },
  };
}

/** Adds up how many cases the pages have tried, for the figures at the end. */
/** @returns {import('@web/test-runner-core').TestRunnerPlugin<{cases: number}>} */
function countCases() {
  let sum = 0;
  return {
    name: 'count-cases',
    executeCommand({ command, payload }) {
      if (command !== 'tried' || !payload) return undefined;
      sum += payload.cases;
      return true;
    },
    serverStop() {
      if (sum > 0) note(`Cases tried by properties (${values.browser})`, String(sum));
    },
  };
}

const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    rootDir: process.cwd(),
    files,
    watch: values.watch,
    // Firefox draws only the tab in front, and WebKit's driver has one session.
    concurrency: values.browser === 'chromium' ? Number(values.concurrency) : 1,
    browsers: [await launcher()],
    nodeResolve: { exportConditions: ['production', 'browser'] },
    plugins: [
      countCases(),
      // A pattern may mean any of them.
      ...(values.watch
        ? []
        : [bundle(positionals.length && positionals.every((name) => existsSync(name)) ? positionals : ['test'], ['test/helpers/guard.ts'])]),
      // The demo's pages, which tests open in frames, are read as they are; tests only where they are not bundled.
      dependencies(['src', 'mocks', 'demo', ...(values.watch ? ['test'] : [])].filter((folder) => existsSync(folder))),
      esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    ],
    // A service worker rules over what lies below it, so the mocks' one must seem to lie at the root, as in the demo.
    middleware: [
      (context, next) => {
        if (context.path === '/mockServiceWorker.js') context.path = '/mocks/public/mockServiceWorker.js';
        return next();
      },
    ],
    // Long enough for a busy machine: nothing is timed here, a test that hangs is what is looked for.
    testFramework: { config: { timeout: process.env['C360_NIGHTLY'] ? 600_000 : 60_000 } },
    testRunnerHtml: (framework) => `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Tests</title><script>globalThis.C360_NIGHTLY = ${Boolean(process.env['C360_NIGHTLY'])}</script></head>
  <body>
    <script type="module">
      import '${framework}';
      import '/test/helpers/guard.ts';
    </script>
  </body>
</html>`,
    reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), tally()],
    testsStartTimeout: 60_000,
    testsFinishTimeout: FINISH_WITHIN,
  },
});

// The launcher waits for no driver to say that a page has come, so nobody hears when it never does. A page without results fails by itself.
process.on('unhandledRejection', (error) => {
  if (!/WebDriver.* "url"/.test(String(error))) throw error;
});
// Also when the run breaks off.
process.on('exit', () => stopBrowser());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner?.stop());
runner?.on('stopped', (passed) => {
  process.exitCode = passed ? 0 : 1;
  // Launchers keep sockets open for a while; the result is known.
  setTimeout(() => process.exit(), 0);
});
