// From navigation to five painted sections, nothing cached, every answer 100 ms away. The limit is the same panel with its code inside
// the page and all its data in one answer, asked for by the page itself.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { asPublished } from './bundle.js';

export const LATENCY = 100;
export const CUSTOMER = '1111113001034507';

const attributes = `time-zone="UTC" time-frame="P6M" currency="USD" customer-id="${CUSTOMER}"`;

/**
 * Tells when all five sections show what they have to and that has been painted.
 *
 * @param {string} isDone code of a function
 */
const watch = (isDone) => `<script>
addEventListener('DOMContentLoaded', () => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  const isDone = ${isDone};
  const look = () => {
    if (isDone()) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.painted = { time: performance.now(), shift: moved }; };
      port2.postMessage(0);
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
</script>`;

/** All five sections have settled, and the chart's canvas has been drawn on. */
const isPanelDone = `() => {
  const settled = ['ready', 'empty', 'hidden'].map((state) => ':state(' + state + ')').join();
  const panel = document.querySelector('c360-panel');
  const sections = [...(panel.shadowRoot?.querySelectorAll('*') ?? [])].filter((element) => 'focusHeading' in element);
  const canvas = sections.map((section) => section.shadowRoot?.querySelector('canvas')).find((found) => found && found.width !== 300);
  return sections.length === 5 && canvas && sections.every((section) => section.matches(settled));
}`;

const isReactDone = `() => document.querySelectorAll('[data-shown]').length === 5 && document.querySelector('.recharts-line-curve')`;

/** Before the element is upgraded: set later it would be another question, and all would be asked twice. */
const clock = `<script>document.querySelector('c360-panel').now = () => new Date('2017-12-31T12:00:00Z');</script>`;

/** @param {string} head @param {string} body @param {string} [isDone] */
const page = (head, body, isDone = isPanelDone) =>
  `<!doctype html><html lang="en" data-customer="${CUSTOMER}"><head><meta charset="utf-8"><title>Start</title>${head}${watch(isDone)}</head><body>${body}</body></html>`;

/** What a team would write by hand, in one bundle. */
export async function reactBundle() {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/pages/react-panel.ts'],
    ...asPublished,
  });
  return Buffer.from(outputFiles[0]?.contents ?? '');
}

/**
 * The pages to compare, the limit first.
 *
 * @param {string} elsewhere origin of a backend that is not the page's own
 */
export function startPages(elsewhere) {
  const panel = `<c360-panel base-url="/api" ${attributes}></c360-panel>`;
  const distant = `<c360-panel base-url="${elsewhere}/api" ${attributes}></c360-panel>`;
  const token = `<script>document.querySelector('c360-panel').getToken = () => 'a-token';</script>`;
  const script = '<script type="module" src="/cdn/c360.js"></script>';
  const { preload: names } = JSON.parse(readFileSync('cdn/sri.json', 'utf8'));
  // As README.md tells an integrator to.
  const preload = ['c360.js', ...names].map((file) => `<link rel="modulepreload" href="/cdn/${file}">`).join('');
  const inline = readFileSync('cdn/c360.iife.js', 'utf8').replaceAll('</script', '<\\/script');
  const limit = `<script>window.all = fetch('/api/all.json').then((response) => response.json());</script>
    <c360-panel base-url="/api" ${attributes}></c360-panel>
    <script>
      const panel = document.querySelector('c360-panel');
      panel.now = () => new Date('2017-12-31T12:00:00Z');
      panel.fetch = async (request) => Response.json((await window.all)[new URL(request.url).pathname] ?? {});
    </script><script>${inline}</script>`;
  return new Map([
    ['limit', page('', limit)],
    ['ours', page(script, panel + clock)],
    ['ours, preload', page(preload + script, panel + clock)],
    ['ours, backend elsewhere', page(script, distant + clock)],
    ['ours, backend elsewhere, token', page(script, distant + clock + token)],
    ['React + Recharts', page('<script type="module" src="/bench/react-panel.js"></script>', '<main></main>', isReactDone)],
  ]);
}
