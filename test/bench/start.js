// From navigation to five painted sections, nothing cached, every answer 100 ms away. The limit is the same panel with its code inside
// the page and all its data in one answer, asked for by the page itself.
import { readFileSync } from 'node:fs';

export const LATENCY = 100;
export const CUSTOMER = '1111113001034507';

const attributes = `time-zone="UTC" time-frame="P6M" currency="USD" customer-id="${CUSTOMER}"`;

/** Tells when all five sections have settled, the chart's canvas has been drawn on, and that has been painted. */
const watch = `<script>
addEventListener('DOMContentLoaded', () => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  const settled = ['ready', 'empty', 'hidden'].map((state) => ':state(' + state + ')').join();
  const look = () => {
    const panel = document.querySelector('c360-panel');
    const sections = [...(panel.shadowRoot?.querySelectorAll('*') ?? [])].filter((element) => 'focusHeading' in element);
    const canvas = sections.map((section) => section.shadowRoot?.querySelector('canvas')).find((found) => found && found.width !== 300);
    if (sections.length === 5 && canvas && sections.every((section) => section.matches(settled))) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.painted = { time: performance.now(), shift: moved }; };
      port2.postMessage(0);
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
</script>`;

/** Before the element is upgraded: set later it would be another question, and all would be asked twice. */
const clock = `<script>document.querySelector('c360-panel').now = () => new Date('2017-12-31T12:00:00Z');</script>`;

/** @param {string} head @param {string} body */
const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Start</title>${head}${watch}</head><body>${body}</body></html>`;

/**
 * The pages to compare, the limit first.
 *
 * @param {readonly string[]} files what a panel loads on demand, for the snippet that preloads it
 */
export function startPages(files) {
  const panel = `<c360-panel base-url="/api" ${attributes}></c360-panel>`;
  const script = '<script type="module" src="/cdn/c360.js"></script>';
  const preload = ['c360.js', ...files].map((file) => `<link rel="modulepreload" href="/cdn/${file}">`).join('');
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
    ['ours preload', page(preload + script, panel + clock)],
  ]);
}
