// One browser for everything that is measured, and a page of its own for each run, so that nobody profits from another's warm code.
import { chromium } from 'playwright-core';
import { browserEnvironment, browserPath, chromiumFlags } from '../config/browsers.js';

/** @typedef {Readonly<Record<string, number>>} Figures */

/**
 * @param {string} origin
 * @param {{cpu?: boolean}} [options] `cpu` takes the time the page's main thread has worked instead of the clock's: other work of the
 *   machine is not in it, nor is what the browser draws beside that thread
 */
export async function openBench(origin, { cpu = false } = {}) {
  const browser = await chromium.launch({
    executablePath: browserPath('chromium'),
    args: [...chromiumFlags, '--enable-precise-memory-info'],
    env: /** @type {Record<string, string>} */ (browserEnvironment),
  });

  /**
   * A fresh page in a fresh profile: nothing cached.
   *
   * @template Result
   * @param {string} path
   * @param {(page: import('playwright-core').Page) => Promise<Result>} use
   */
  const visit = async (path, use) => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 }, timezoneId: 'UTC' });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(240_000);
      page.on('pageerror', (error) => console.error(`  ${path}: ${error.message}`));
      // A real wheel, which the browser scrolls by as it does for a person.
      await page.exposeFunction('wheel', async (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ by) => {
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, by);
      });
      if (cpu) {
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.exposeFunction('threadTime', async () => {
          const { metrics } = await session.send('Performance.getMetrics');
          return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
        });
      }
      await page.goto(origin + path);
      return await use(page);
    } finally {
      await context.close();
    }
  };

  /** @param {import('playwright-core').Page} page @param {string} name @returns {Promise<Figures>} */
  const call = async (page, name) => {
    /** @type {number | Figures | undefined} */
    const figures = await page.evaluate(`window.runs?.[${JSON.stringify(name)}]?.()`);
    if (figures === undefined) throw new Error(`No run "${name}"`);
    return typeof figures === 'number' ? { time: figures } : figures;
  };

  /**
   * @param {string} path of a page that offers runs
   * @param {string} name of the run
   */
  const run = (path, name) => visit(path, (page) => call(page, name));

  return { visit, call, run, version: browser.version(), close: () => browser.close() };
}

/** @typedef {Awaited<ReturnType<typeof openBench>>} Bench */
