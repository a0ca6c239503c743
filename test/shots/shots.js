// Renders every section and the panel in every state, width, theme and direction to picture files, for people to look at:
//   npm run shots -- --only profile,panel --state ready --width 320 --theme dark --dir rtl --lang ar --customer 1609
// Pictures go to shots/, with an index.html that shows them side by side. What a person would report is listed at the end: console
// errors, violations of the demo's policy, pages that scroll sideways, states that never came.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { browserEnvironment, browserPath, chromiumFlags } from '../config/browsers.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'panel,profile,impact-chart,timeline,campaigns,predictions,search' },
    state: { type: 'string', default: 'loading,ready,empty,error,stale,hidden' },
    width: { type: 'string', default: '320,720,1280' },
    theme: { type: 'string', default: 'light,dark' },
    dir: { type: 'string', default: 'ltr,rtl' },
    lang: { type: 'string', default: 'en' },
    customer: { type: 'string' },
    frame: { type: 'string' },
    source: { type: 'string' },
    density: { type: 'string' },
    masked: { type: 'string' },
  },
});

/** @param {string} text */
const list = (text) => text.split(',').filter(Boolean);

/** Which backend brings a section into each state, and what it takes beyond waiting. */
const states = /** @type {const} */ ({
  loading: { scenario: 'never' },
  ready: { scenario: 'normal' },
  empty: { scenario: 'empty' },
  error: { scenario: 'server' },
  stale: { scenario: 'fails-later', refresh: true },
  hidden: { scenario: 'not-enabled' },
});

/** @param {string} name @returns {name is keyof typeof states} */
const isState = (name) => Object.hasOwn(states, name);

const site = '.cache/shots-site';
await build({ mode: 'demo', logLevel: 'warn', build: { outDir: site } });
const server = await preview({ build: { outDir: site }, preview: { port: 0, strictPort: false }, logLevel: 'warn' });
const root = server.resolvedUrls?.local[0];
if (!root) throw new Error('The demo could not be served.');

const browser = await chromium.launch({ executablePath: browserPath('chromium'), args: chromiumFlags, env: browserEnvironment });

/** @type {string[]} */
const complaints = [];
/** What sticks out where, and in which states. */
/** @type {Map<string, Set<string>>} */
const outside = new Map();
/** @type {{file: string, tag: string, state: string}[]} */
const pictures = [];
const folder = 'shots';

/** What a section cannot be: a customer's profile always has the customer in it, and a search asks nothing before somebody types. */
/** @type {Readonly<Record<string, readonly string[]>>} */
const never = { profile: ['empty'], search: ['loading', 'empty', 'error', 'stale', 'hidden'] };

/**
 * Waits until nothing on the page is loading any more (where loading or stale is wanted: until something is) and the picture has been
 * drawn. Says which states the element and the elements within are in.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} tag
 * @param {string} wanted
 */
async function arrive(page, tag, wanted) {
  const found = await page.waitForFunction(
    ({ name, wanted }) => {
      const element = document.querySelector(name);
      if (!element || !customElements.get(name)) return false;
      /** @param {Element | ShadowRoot} node @returns {Element[]} */
      const within = (node) => [...node.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? within(each.shadowRoot) : [])]);
      const all = [element, ...within(element), ...(element.shadowRoot ? within(element.shadowRoot) : [])].filter(({ localName }) => localName.startsWith('c360-'));
      const states = ['idle', 'loading', 'ready', 'empty', 'error', 'stale', 'hidden'].filter((one) => all.some((each) => each.matches(`:state(${one})`)));
      const isThere = ['loading', 'stale'].includes(wanted) ? states.includes(wanted) : !states.includes('loading');
      return isThere && states;
    },
    { name: `c360-${tag}`, wanted },
    { timeout: 20_000 },
  );
  await drawn(page);
  return /** @type {string[]} */ (await found.jsonValue());
}

/**
 * What stands beyond the element's own edges without anything to scroll it into view.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} tag
 */
function stickingOut(page, tag) {
  return page.evaluate((name) => {
    const element = document.querySelector(name);
    if (!element) return [];
    const edges = element.getBoundingClientRect();
    /** @type {string[]} */
    const found = [];
    /** @param {Element} child */
    const nameOf = (child) => [child.localName, child.getAttribute('part') ?? child.getAttribute('class')].filter(Boolean).join('.');
    /** @param {Element | ShadowRoot} node */
    const visit = (node) => {
      for (const child of node.children) {
        const { overflowX, position, display } = getComputedStyle(child);
        const box = child.getBoundingClientRect();
        // What only a screen reader reads is a pixel wide; what scrolls may hold as much as it likes.
        if (position === 'fixed' || display === 'none' || (box.width <= 2 && display !== 'contents')) continue;
        const by = Math.max(box.right - edges.right, edges.left - box.left);
        if (by > 1 && box.width > 0) found.push(`${nameOf(child)} by ${Math.round(by)} px`);
        if (overflowX === 'auto' || overflowX === 'scroll') continue;
        visit(child);
        if (child.shadowRoot) visit(child.shadowRoot);
      }
    };
    if (element.shadowRoot) visit(element.shadowRoot);
    return found.slice(0, 3);
  }, `c360-${tag}`);
}

/** @param {import('playwright-core').Page} page */
async function drawn(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const finite = () => document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await frame();
    await frame();
    await Promise.allSettled(finite().map((animation) => animation.finished));
    await frame();
  });
}

for (const tag of list(values.only)) {
  for (const state of list(values.state)) {
    if (!isState(state)) throw new Error(`--state is one of ${Object.keys(states).join(', ')}, not ${state}.`);
    if (never[tag]?.includes(state)) continue;
    const where = `c360-${tag}, ${state}`;
    // A context of its own: the mocks' service worker counts what it was asked.
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.on('console', (message) => {
      // Chromium reports every failed answer by itself; that is what the error states are made of.
      if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) complaints.push(`${where}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${where}: ${error.message}`));

    const { scenario, ...more } = states[state];
    /** @param {Record<string, string | undefined>} changes */
    const address = (changes) => {
      const all = { bare: '1', scenario, lang: values.lang, customer: values.customer, frame: values.frame, source: values.source, density: values.density, masked: values.masked, ...changes };
      const given = Object.entries(all).flatMap(([key, value]) => (value ? [[key, value]] : []));
      return `${root}demo/${tag}.html#${new URLSearchParams(given)}`;
    };

    try {
      await page.goto(address({}));
      let reached = await arrive(page, tag, 'refresh' in more ? 'ready' : state);
      if ('refresh' in more) {
        await page.evaluate((name) => {
          const element = document.querySelector(name);
          if (element && 'refresh' in element && typeof element.refresh === 'function') element.refresh();
        }, `c360-${tag}`);
        reached = await arrive(page, tag, state);
      }
      if (!reached.includes(state) && reached.length > 0) complaints.push(`${where}: is ${reached.join(', ')} instead`);
    } catch (error) {
      complaints.push(`${where}: did not come (${error instanceof Error ? error.message.split('\n')[0] : error})`);
    }

    for (const width of list(values.width)) {
      await page.setViewportSize({ width: Number(width), height: 800 });
      for (const theme of list(values.theme)) {
        await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
        for (const dir of list(values.dir)) {
          await page.evaluate((hash) => {
            location.hash = hash;
          }, new URL(address({ theme, dir })).hash);
          await drawn(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (overflow > 0) complaints.push(`${where}, ${width} ${theme} ${dir}: the page scrolls sideways by ${overflow} px`);
          for (const part of await stickingOut(page, tag)) {
            const place = `c360-${tag}, ${width} ${dir}: ${part} beyond the edge`;
            outside.set(place, (outside.get(place) ?? new Set()).add(state));
          }
          mkdirSync(join(folder, tag), { recursive: true });
          const file = join(tag, `${[state, width, theme, dir, ...(values.lang === 'en' ? [] : [values.lang])].join('-')}.png`);
          await page.screenshot({ path: join(folder, file), fullPage: true, animations: state === 'loading' ? 'allow' : 'disabled' });
          pictures.push({ file, tag, state });
        }
      }
    }
    await context.close();
    console.log(`${where}: ${pictures.filter((picture) => picture.tag === tag && picture.state === state).length} pictures`);
  }
}

await browser.close();
await new Promise((resolve) => server.httpServer.close(resolve));
rmSync(site, { recursive: true, force: true });

/** All pictures that lie there, also those of earlier runs. */
const lying = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? readdirSync(join(folder, entry.name)).map((name) => join(entry.name, name)) : [],
);
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>body{font:13px sans-serif}figure{display:inline-block;margin:8px;vertical-align:top}img{max-width:480px;border:1px solid #ccc}</style>
${lying.map((file) => `<figure><figcaption>${file}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt=""></a></figure>`).join('\n')}\n`,
);
for (const [place, found] of outside) complaints.push(`${place} (${[...found].join(', ')})`);
console.log(`\n${pictures.length} pictures in ${folder}/; look at them together in ${folder}/index.html.`);
if (complaints.length) console.log(`\n${[...new Set(complaints)].join('\n')}`);
process.exitCode = complaints.length ? 1 : 0;
