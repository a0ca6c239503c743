// A page with the elements as they are published, and what it still holds once somebody has gone.
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { browserEnvironment, browserPath, chromiumFlags } from '../config/browsers.js';
import { startSite } from '../kit/site.js';

/** The page keeps no more than this of each cycle, in bytes (quality 4.8). */
export const MOST_PER_CYCLE = 5 * 1024;

// Texts are written whole into a heap snapshot. No code is made of functions that are called often: it would be counted as kept.
const engine = '--expose-gc --heap-snapshot-string-limit=100000000 --no-opt --no-maglev --no-sparkplug';

const html = `<!doctype html><html lang="en"><title>Leaks</title><body><script src="/leaks.js"></script><script type="module" src="/cdn/c360.js"></script></body></html>`;

/** @typedef {{heap: number, nodes: number, listeners: number}} Held what the page holds: bytes, nodes and listeners, garbage left out */

/** Opens the page. Call `close` in any case. */
export async function openLeaks() {
  const { outputFiles } = await build({
    entryPoints: ['test/leaks/page.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const site = await startSite({
    '/leaks': { html },
    '/leaks.js': { body: outputFiles[0]?.text ?? '', type: 'text/javascript' },
    '/picture.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
  });
  const browser = await puppeteer.launch({
    executablePath: browserPath('chromium'),
    args: [...chromiumFlags.filter((flag) => !flag.startsWith('--js-flags')), `--js-flags=${engine}`],
    env: browserEnvironment,
    headless: true,
    protocolTimeout: 1_800_000,
    defaultViewport: { width: 1280, height: 900 },
  });
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error instanceof Error ? error.message : String(error)));
  await page.goto(`${site.origin}/leaks`);
  const devtools = await page.createCDPSession();
  await devtools.send('HeapProfiler.enable');

  return {
    /** What the console said. */
    said,

    /**
     * Lets the page do one of its acts (page.ts).
     *
     * @param {string} name @param {readonly unknown[]} args
     */
    act: (name, ...args) => page.evaluate((name, args) => /** @type {any} */ (globalThis).leaks[name](...args), name, args),

    /**
     * Read until two readings agree: what one picture shows and the next does not comes and goes.
     *
     * @returns {Promise<Held>}
     */
    async held() {
      for (let [before, reading] = [-1, 0]; ; reading++) {
        for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
        const { usedSize } = await devtools.send('Runtime.getHeapUsage');
        const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
        if (nodes === before || reading === 20) return { heap: usedSize, nodes, listeners: jsEventListeners };
        before = nodes;
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))));
      }
    },

    /**
     * The numbers of all customers of whom a text is left in the heap. The snapshot is read piece by piece; whole it may be longer than
     * a string can be.
     *
     * @returns {Promise<number[]>}
     */
    async residues() {
      /** @type {Set<number>} */
      const found = new Set();
      let end = '';
      /** @param {{chunk: string}} piece */
      const read = ({ chunk }) => {
        const text = end + chunk;
        for (const [, customer] of text.matchAll(/residue-(\d+)-x/g)) found.add(Number(customer));
        end = text.slice(-40);
      };
      devtools.on('HeapProfiler.addHeapSnapshotChunk', read);
      await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      devtools.off('HeapProfiler.addHeapSnapshotChunk', read);
      return [...found].sort((left, right) => left - right);
    },

    async close() {
      await Promise.all([browser.close(), site.close()]);
    },
  };
}
