// Where the time of one run goes: `npm run bench -- --profile 'chart.html?years=5 ours'`. The elements are bundled with their names
// kept; the whole profile is written for the browser's own tools.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

/** @typedef {{nodes: {id: number, children?: number[], callFrame: {functionName: string, url: string, lineNumber: number}}[], samples?: number[], timeDeltas?: number[]}} Profile */

/**
 * @param {import('./browser.js').Bench} bench
 * @param {import('./site.js').Site} site
 * @param {string} path of the page
 * @param {string} name of the run
 * @param {number} rounds what is told is their mean
 */
export async function profile(bench, site, path, name, rounds) {
  const options = /** @type {const} */ ({ bundle: true, splitting: true, format: 'esm', write: false, logLevel: 'error' });
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: "import './define.js'; export * from './index.js';", resolveDir: 'dist', sourcefile: 'c360.js' },
    entryNames: 'c360',
    outdir: 'cdn',
    chunkNames: '[name]-[hash]',
  });
  for (const file of outputFiles) site.files.set(`/cdn/${basename(file.path)}`, { type: 'text/javascript', body: Buffer.from(file.contents) });
  /** @type {Map<string, Profile[]>} */
  const taken = new Map();
  for (let round = 0; round < rounds; round++) {
    await bench.visit(`/${path}`, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 100 });
      session.on('Profiler.consoleProfileFinished', ({ title = '', profile: one }) => taken.set(title, [...(taken.get(title) ?? []), one]));
      console.log(await bench.call(page, name));
    });
  }
  for (const [title, profiles] of taken) {
    console.log(`\n${title}, ${profiles.length} times`);
    writeFileSync(`.cache/bench-${title}.cpuprofile`, JSON.stringify(profiles[0]));
    tell(profiles);
  }
}

/** @param {readonly Profile[]} profiles the mean of which is told */
function tell(profiles) {
  /** @type {Map<string, number>} */
  const own = new Map();
  /** @type {Map<string, number>} */
  const whole = new Map();
  for (const { nodes, samples = [], timeDeltas = [] } of profiles) {
    const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => /** @type {const} */ ([child, id]))));
    const labels = new Map(
      nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || '(anonymous)'} ${basename(callFrame.url)}:${callFrame.lineNumber + 1}`]),
    );
    samples.forEach((sample, index) => {
      const time = (timeDeltas[index] ?? 0) / 1000 / profiles.length;
      const label = labels.get(sample) ?? '';
      own.set(label, (own.get(label) ?? 0) + time);
      const seen = new Set();
      for (let at = /** @type {number | undefined} */ (sample); at !== undefined; at = parents.get(at)) seen.add(labels.get(at));
      for (const each of seen) whole.set(each, (whole.get(each) ?? 0) + time);
    });
  }
  for (const [title, times] of /** @type {const} */ ([
    ['own', own],
    ['with all it calls', whole],
  ])) {
    console.log(`\nms ${title}`);
    const heaviest = [...times].sort(([, left], [, right]) => right - left).slice(0, 45);
    console.log(heaviest.map(([label, time]) => `${time.toFixed(1).padStart(8)}  ${label}`).join('\n'));
  }
}
