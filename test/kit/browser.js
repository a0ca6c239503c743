// A browser for the tests of what is built, told everything a page complains about.
import puppeteer from 'puppeteer-core';
import { browserEnvironment, browserPath, chromiumFlags } from '../config/browsers.js';

/** @typedef {'chromium' | 'firefox'} Kind */

/** What suites run in that hold in every browser: `C360_KIT_BROWSERS` lists them, as `npm run test:all` and `npm run test:nightly` do. */
export const kinds = /** @type {readonly Kind[]} */ (process.env['C360_KIT_BROWSERS']?.split(' ') ?? ['chromium']);

/** @param {Kind} kind */
export function openBrowser(kind = 'chromium') {
  return puppeteer.launch({
    browser: kind === 'firefox' ? 'firefox' : 'chrome',
    executablePath: browserPath(kind),
    // One page after another in one process: a process of its own for each would read and compile the same code anew.
    args: kind === 'firefox' ? [] : [...chromiumFlags, '--renderer-process-limit=1'],
    env: browserEnvironment,
    headless: true,
    // A question that gets no answer fails here, and not with the whole run.
    protocolTimeout: 40_000,
    // One that shows no page by itself, and takes what it is told and no more.
    defaultViewport: { width: 1280, height: 900 },
    ...(kind === 'firefox' && { extraPrefsFirefox: { 'intl.accept_languages': 'en-US' } }),
  });
}

/**
 * A page that is listened to, its child frames included.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {{before?: () => void, prepare?: (page: import('puppeteer-core').Page) => Promise<void>, beside?: boolean}} [options] `before` runs in
 * each document before its own scripts, `prepare` once before the page is opened; `beside` others that tests at the same time have open
 */
export async function visit(browser, address, { before, prepare, beside = false } = {}) {
  // What an earlier test left open would keep this page in the background, where browsers draw nothing.
  const left = beside ? [] : (await browser.pages()).filter((one) => one.url() !== 'about:blank');
  const page = await browser.newPage();
  for (const one of left) await one.close();
  /** @type {string[]} what the console said, errors and warnings only */
  const said = [];
  page.on('console', (message) => {
    if (['error', 'warn', 'warning', 'assert'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(`uncaught ${error instanceof Error ? error.message : String(error)}`));
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`violation ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  if (before) await page.evaluateOnNewDocument(before);
  await prepare?.(page);
  await page.goto(address, { waitUntil: 'load' });
  return { page, said };
}

/**
 * Waits until it holds in the page; asks from outside, so that neither the page's policy nor a page in the background keeps it from being asked.
 *
 * @template {readonly unknown[]} Arguments
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} frame
 * @param {(...values: Arguments) => boolean} holds
 * @param {Arguments} values
 */
export async function until(frame, holds, ...values) {
  const end = Date.now() + 30_000;
  while (!(await frame.evaluate(holds, ...values))) {
    if (Date.now() > end) throw new Error(`Not within 30 seconds: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * Waits until each section below the document is in one of these states.
 *
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} frame
 * @param {number} [count] how many sections there are
 */
export async function allSettled(frame, count = 5) {
  await until(
    frame,
    (expected) => {
      /** @type {Element[]} */
      const found = [];
      /** @param {Document | ShadowRoot} root */
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if ('focusHeading' in element) found.push(element);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      const is = (/** @type {Element} */ element, /** @type {string} */ state) => element.matches(`:state(${state})`);
      return found.length >= expected && found.every((element) => ['ready', 'empty', 'error', 'hidden', 'stale'].some((state) => is(element, state)));
    },
    count,
  );
}

/**
 * All text a person meets below the document.
 *
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} frame
 * @returns {Promise<string>}
 */
export function textOf(frame) {
  return frame.evaluate(() => {
    /** @param {Node} node @returns {string} */
    const read = (node) => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
      const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inner.childNodes].map(read).join(' ');
    };
    return read(document.body).replace(/\s+/g, ' ');
  });
}
