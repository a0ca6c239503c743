// Measures the elements beside what people would use instead: `npm run bench`, or some of it: `npm run bench -- --only chart,list`.
// `--rounds`, `--cycles` make it shorter; `--profile 'page run'` tells where the time of one run goes; `--cpu` counts the work of the
// page's main thread instead of the clock, for a machine that has other things to do; `--readme` puts the table into README.md.
// All of it takes about twenty minutes on two cores that have nothing else to do.
// All subjects of a row run in turn in one browser; what counts is the ratio, since milliseconds differ from machine to machine.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { getResponse } from 'msw';
import { openBench } from './browser.js';
import { asPublished } from './bundle.js';
import { bytes } from './bytes.js';
import { inTurn, median, rowsOf, toMarkdown } from './figures.js';
import { profile } from './profile.js';
import { startSite } from './site.js';
import { CUSTOMER, LATENCY, reactBundle, startPages } from './start.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    cycles: { type: 'string', default: '1000' },
    cpu: { type: 'boolean', default: false },
    profile: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
/** Rows whose target is near run so many times as often. */
const OFTEN = 3;
const only = options.only.split(',').filter(Boolean);

const mocks = await import(pathToFileURL(join(process.cwd(), 'dist/mocks/index.js')).href);
const handlers = mocks.createHandlers();
const site = await startSite();

/** @param {string} path @returns {Promise<string>} */
async function ask(path) {
  const response = await getResponse(handlers, new Request(`http://localhost/api/c360${path}`));
  if (!response?.ok) throw new Error(`${path}: ${response?.status}`);
  return response.text();
}

/** Bundles the pages with the peers; ours comes from cdn/ as it is published. */
async function buildPages() {
  const names = ['chart', 'timeline', 'records', 'parsing', 'parsing-worker', 'mounts'];
  const { outputFiles } = await build({
    entryPoints: names.map((name) => `test/bench/pages/${name}.ts`),
    splitting: true,
    outdir: 'bench',
    ...asPublished,
  });
  for (const { path, contents } of outputFiles) {
    site.files.set(`/bench/${basename(path)}`, { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', body: Buffer.from(contents) });
  }
  for (const name of names) {
    const styles = outputFiles.filter(({ path }) => path.endsWith('.css')).map(({ path }) => `<link rel="stylesheet" href="/bench/${basename(path)}">`);
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${styles.join('')}<body><script type="module" src="/bench/${name}.js"></script></body></html>`;
    site.files.set(`/${name}.html`, { type: 'text/html', body });
  }
}

/** What a panel asks for at first. */
const questions = {
  profile: `/customers/${CUSTOMER}`,
  metrics: `/customers/${CUSTOMER}/metrics?from=2017-07-01&to=2017-12-31&timeZone=UTC`,
  impact: `/customers/${CUSTOMER}/impact?from=2017-07-01&to=2017-12-31`,
  activity: `/customers/${CUSTOMER}/activity?from=2017-07-01&to=2017-12-31&timeZone=UTC`,
  events: `/customers/${CUSTOMER}/events?from=2017-07-01&to=2017-12-31&timeZone=UTC&limit=200`,
  campaigns: `/customers/${CUSTOMER}/campaigns?from=2017-07-01&to=2017-12-31&limit=200`,
  predictions: `/customers/${CUSTOMER}/predictions`,
};

await buildPages();
for (const [name, path] of Object.entries(questions)) {
  const body = await ask(path);
  site.files.set(`/data/${name}.json`, { type: 'application/json', body });
  site.files.set(`/api${new URL(path, 'http://localhost').pathname}`, { type: 'application/json', body });
}
const answers = Object.entries(questions).map(([name, path]) => [
  `/api${path.replace(/\?.*/, '')}`,
  JSON.parse(String(site.files.get(`/data/${name}.json`)?.body)),
]);
site.files.set('/api/all.json', { type: 'application/json', body: JSON.stringify(Object.fromEntries(answers)) });
site.files.set('/data/page-20000.json', { type: 'application/json', body: () => JSON.stringify({ items: mocks.generateEvents(20_000), nextCursor: null }) });
for (const count of [1000, 10_000, 100_000]) {
  site.files.set(`/data/events-${count}.json`, { type: 'application/json', body: () => JSON.stringify(mocks.generateEvents(count)) });
}

const bench = await openBench(site.origin, { cpu: options.cpu });
/** @type {import('./figures.js').Row[]} */
const rows = [];

/** @param {string} path @param {string} prefix @param {readonly string[]} subjects the first is what the others are compared with */
const each = (path, prefix, subjects) => subjects.map((name) => /** @type {const} */ ([name, () => bench.run(path, prefix + name)]));

/**
 * A million dots would take half a minute a run and tell no more than that ten times as many take ten times as long; vis-timeline is
 * behind everybody with a thousand items.
 */
const overviews = (/** @type {number} */ count) => [
  'canvas by hand',
  'SVG',
  'Chart.js bubble',
  ...(count <= 100_000 ? ['Chart.js bubble, a dot an event'] : []),
  ...(count <= 1000 ? ['vis-timeline'] : []),
  'ours',
];

const charts = ['uPlot', 'Chart.js tuned', 'ECharts', 'Chart.js defaults', 'ApexCharts', 'ours'];

/** @type {Record<string, () => Promise<void>>} */
const measures = {
  async bytes() {
    for (const [name, target, weights] of await bytes()) {
      rows.push(...rowsOf(name, new Map(weights.map(([subject, kib]) => [subject, { kib: [kib] }])), 'kib', { unit: 'KiB', target }));
    }
  },

  async start() {
    const elsewhere = await startSite(site.files);
    site.files.set('/bench/react-panel.js', { type: 'text/javascript', body: await reactBundle() });
    const pages = startPages(elsewhere.origin);
    const addressOf = (/** @type {string} */ name) => `/start-${name.replace(/\W+/g, '-')}.html`;
    for (const [name, html] of pages) site.files.set(addressOf(name), { type: 'text/html', body: html });
    /** @param {import('playwright-core').Page} page */
    const painted = async (page) => {
      await page.waitForFunction('window.painted', undefined, { timeout: 60_000 });
      const told = /** @type {{time: number, shift: number}} */ (await page.evaluate('window.painted'));
      return { ...told, ...(await requestsUntil(page, told.time)) };
    };
    /** @param {string} name @param {(page: import('playwright-core').Page) => Promise<import('./browser.js').Figures>} measure */
    const subject = (name, measure) =>
      /** @type {const} */ ([
        name,
        async () => {
          for (const one of [site, elsewhere]) one.setLatency(LATENCY);
          try {
            return await bench.visit(addressOf(pages.has(name) ? name : 'ours'), measure);
          } finally {
            for (const one of [site, elsewhere]) one.setLatency(0);
          }
        },
      ]);
    const subjects = [...pages.keys()].map((name) => subject(name, painted));
    const again = subject('ours, visited before', async (page) => {
      await painted(page);
      await page.goto('about:blank');
      await page.goto(site.origin + addressOf('ours'));
      return painted(page);
    });
    const measured = await inTurn(rounds, [...subjects, again]);
    elsewhere.close();
    const name = `Start: navigation to five painted sections, cold, ${LATENCY} ms latency (${site.protocol})`;
    rows.push(...rowsOf(name, measured, 'time', { target: '≤ 1.6 (stretch 1.4)' }));
    rows.push(...rowsOf('Start: round trips, one after another', measured, 'trips', { unit: '' }));
    rows.push(...rowsOf('Start: requests for data', measured, 'data', { unit: '', target: '≤ 7' }));
    rows.push(...rowsOf('Start: requests for code', measured, 'code', { unit: '' }));
    rows.push(...rowsOf('Start: layout shift', measured, 'shift', { unit: '', target: '≤ 0.02' }));
  },

  async chart() {
    for (const years of [5, 20]) {
      const measured = await inTurn(rounds, each(`/chart.html?years=${years}`, '', charts), { often: years === 5 ? OFTEN : 1 });
      rows.push(...rowsOf(`Chart, ${years} years × 5 series, 300 markers: first picture`, measured, 'first', { target: years === 5 ? '≤ 2.8' : '' }));
      rows.push(...rowsOf(`Chart, ${years} years: change of time frame`, measured, 'change', { target: years === 5 ? '≤ 2.3' : '' }));
    }
  },

  async click() {
    const measured = await inTurn(
      1,
      charts.map((name) => [
        name,
        () =>
          bench.visit('/chart.html', async (page) => {
            await bench.call(page, `click: ${name}`);
            const session = await page.context().newCDPSession(page);
            await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
            await page.evaluate(() => {
              const durations = /** @type {number[]} */ ([]);
              Object.assign(window, { durations });
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) if (entry.name === 'click') durations.push(entry.duration);
              }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
            });
            for (let click = 0; click < 20; click++) {
              await page.click('#change');
              await page.waitForTimeout(400);
            }
            const durations = /** @type {number[]} */ (await page.evaluate('window.durations')).toSorted((left, right) => left - right);
            // What took less than 16 ms is not told.
            const all = [.../** @type {number[]} */ (Array(Math.max(0, 20 - durations.length)).fill(8)), ...durations];
            return { time: all[Math.floor(all.length * 0.75)] ?? Number.NaN };
          }),
      ]),
    );
    rows.push(...rowsOf('Click that changes the time frame, CPU slowed 4×, p75', measured, 'time', { target: '≤ 50 ms' }));
  },

  async overview() {
    /** @type {[number, number][]} */
    const ours = [];
    for (const count of [1000, 10_000, 100_000, 1_000_000]) {
      const target = /** @type {Record<number, string>} */ ({ 10000: '≤ 2.2', 100000: '≤ 1.6' })[count] ?? '';
      const measured = await inTurn(rounds, each(`/timeline.html?count=${count}`, 'overview: ', overviews(count)), {
        often: target ? OFTEN : 1,
      });
      rows.push(...rowsOf(`Timeline overview, ${count.toLocaleString('en')} events`, measured, 'time', { target }));
      ours.push([count, median(measured.get('ours')?.['time'] ?? [])]);
    }
    const [first, last] = [ours[0], ours.at(-1)];
    const exponent = first && last ? Math.log(last[1] / first[1]) / Math.log(last[0] / first[0]) : Number.NaN;
    rows.push({ name: 'Timeline overview: growth with events', subject: 'ours', value: `exponent ${exponent.toFixed(2)}`, ratio: '', target: '≤ 0.1' });
  },

  async list() {
    const subjects = ['rows by hand', 'ours', 'TanStack Virtual', '@lit-labs/virtualizer', 'Tabulator', 'AG Grid'];
    const measured = await inTurn(Math.min(rounds, 5), each('/timeline.html?count=100000', 'list: ', subjects), { often: OFTEN });
    rows.push(...rowsOf('List of 100,000 events: first picture', measured, 'first', { target: '≤ 1.5' }));
    rows.push(...rowsOf(`List of 100,000 events: frame while wheeling, ${options.cpu ? 'mean' : 'p95'}`, measured, 'scroll', { target: '≤ 1.5' }));
    rows.push(...rowsOf('List of 100,000 events: frames with empty places while wheeling', measured, 'blank', { unit: '', target: '0' }));
    rows.push(...rowsOf('List of 100,000 events: elements', measured, 'nodes', { unit: '', target: '≤ 500' }));
    rows.push(...rowsOf('List of 100,000 events: memory beside the data', measured, 'heap', { unit: 'MiB', target: '≤ 1' }));
    const whole = await inTurn(Math.min(rounds, 3), each('/timeline.html?count=10000', 'list: ', ['rows by hand', 'content-visibility: auto', 'lit repeat']));
    const name = 'List of 10,000 events, nothing windowed';
    rows.push(...rowsOf(`${name}: first picture`, whole, 'first'));
    rows.push(...rowsOf(`${name}: frame while wheeling, ${options.cpu ? 'mean' : 'p95'}`, whole, 'scroll'));
    rows.push(...rowsOf(`${name}: frames with empty places while wheeling`, whole, 'blank', { unit: '' }));
    rows.push(...rowsOf(`${name}: elements`, whole, 'nodes', { unit: '' }));
    rows.push(...rowsOf(`${name}: memory beside the data`, whole, 'heap', { unit: 'MiB' }));
    // What is the same for every length: code, texts, formatters.
    const short = await inTurn(Math.min(rounds, 3), each('/timeline.html?count=1000', 'list: ', ['rows by hand', 'ours']));
    rows.push(...rowsOf('List of 1,000 events: memory beside the data', short, 'heap', { unit: 'MiB' }));
    const long = await inTurn(Math.min(rounds, 5), each('/timeline.html?count=1000000', 'list: ', ['rows by hand', 'ours']));
    rows.push(...rowsOf('List of 1,000,000 events: first picture', long, 'first', { target: '≤ 3.5' }));
    rows.push(...rowsOf('List of 1,000,000 events: frames with empty places while wheeling', long, 'blank', { unit: '', target: '0' }));
    rows.push(...rowsOf('List of 1,000,000 events: memory beside the data', long, 'heap', { unit: 'MiB' }));
  },

  async campaigns() {
    const measured = await inTurn(Math.min(rounds, 5), each('/records.html', 'campaigns: ', ['Tabulator', 'ours']));
    rows.push(...rowsOf('10,000 campaigns: first picture', measured, 'first', { target: '≤ 1' }));
    rows.push(...rowsOf('10,000 campaigns: sorted', measured, 'sort', { target: '≤ 1' }));
  },

  async attributes() {
    const measured = await inTurn(Math.min(rounds, 3), each('/records.html', 'attributes: ', ['markup by hand', 'ours']));
    rows.push(...rowsOf('500 attributes: first picture', measured, 'first'));
    rows.push(...rowsOf('500 attributes: another customer, median of 50', measured, 'change'));
  },

  async parsing() {
    const guards = ['guard by hand', 'guard, dates, counts a day', 'valibot', 'zod', 'zod mini', 'typebox compiled', 'columns, checked'];
    const workers = ['worker with clone', 'worker with transferred columns'];
    // The same page under a policy that has no `eval`, as most have.
    const strict = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><title>';
    site.files.set('/parsing-strict.html', { type: 'text/html', body: String(site.files.get('/parsing.html')?.body).replace('<title>', strict) });
    for (const [, refuses] of each('/parsing.html?count=1000', 'refuse: ', [...guards, ...workers])) await refuses();
    await bench.run('/parsing-strict.html?count=1000', 'refuse: typebox without eval');
    const subjects = [
      ...each('/parsing.html', '', ['JSON.parse', ...guards]),
      ...each('/parsing-strict.html', '', ['typebox without eval']),
      ...each('/parsing.html', '', ['ours']),
    ];
    const measured = await inTurn(rounds, subjects, { often: OFTEN });
    rows.push(...rowsOf('100,000 event rows from text to checked values', measured, 'time', { target: '≤ 1.4' }));
    const stills = await inTurn(rounds, each('/parsing.html', 'still: ', ['JSON.parse', ...workers, 'ours']), { often: OFTEN });
    rows.push(...rowsOf('100,000 event rows: longest time the page stands still', stills, 'time'));
    const blocks = await inTurn(rounds, each('/parsing.html', 'block: ', ['JSON.parse', 'ours']));
    rows.push(...rowsOf('Longest time the page stands still while 5 MB arrive and are checked', blocks, 'time', { target: '≤ 200 ms' }));
  },

  async memory() {
    const cycles = Number(options.cycles);
    /** What others keep shows in fewer, and a chart that is kept whole soon fills the memory. */
    const [fewer, few] = [Math.min(cycles, 200), Math.min(cycles, 50)];
    const peers = ['Chart.js tuned', 'ECharts', 'uPlot', 'rows by hand', 'TanStack Virtual', '@lit-labs/virtualizer', 'Tabulator', 'AG Grid'];
    const subjects = new Map([['ours', cycles], ...peers.map((peer) => /** @type {const} */ ([peer, fewer]))]);
    const measured = await inTurn(1, [
      ...[...subjects].map(([subject, times]) => /** @type {const} */ ([subject, () => keptBy(subject, times)])),
      [`Chart.js tuned, without destroy(), ${few} times`, () => keptBy('Chart.js tuned, without destroy()', few)],
    ]);
    const whose = `ours a whole panel of five sections, ${cycles.toLocaleString('en')} times, others one chart or list, ${fewer} times`;
    rows.push(...rowsOf(`Put up and taken away, ${whose}: memory kept of each`, measured, 'heap', { unit: 'KiB', target: '≤ 5 KiB' }));
    rows.push(...rowsOf('Put up and taken away: nodes kept of all', measured, 'nodes', { unit: '', target: '0' }));
    rows.push(...rowsOf('Put up and taken away: listeners kept of all', measured, 'listeners', { unit: '', target: '0' }));
  },
};

/**
 * What stays after something was put up and taken away so many times.
 *
 * @param {string} subject
 * @param {number} cycles
 */
function keptBy(subject, cycles) {
  return bench.visit(`/mounts.html?cycles=${cycles}`, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const held = async () => {
      for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
    };
    // The first ones fill caches that are meant to stay.
    await page.evaluate(() => history.replaceState(null, '', '?cycles=20'));
    await bench.call(page, subject);
    const before = await held();
    await page.evaluate((count) => history.replaceState(null, '', `?cycles=${count}`), cycles);
    await bench.call(page, subject);
    const after = await held();
    return { heap: (after.heap - before.heap) / 1024 / cycles, nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
  });
}

/**
 * What was asked for until a moment, and how many round trips that took one after another: an answer had to be there before what it
 * names could be asked for.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} end
 */
async function requestsUntil(page, end) {
  const all = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => {
      const { name, startTime, responseEnd } = /** @type {PerformanceResourceTiming} */ (entry);
      return { name, startTime, responseEnd };
    }),
  );
  const seen = all.filter(({ startTime }) => startTime < end).sort((left, right) => left.startTime - right.startTime);
  /** @type {number[]} */
  const depths = [];
  for (const { startTime } of seen) {
    const before = depths.filter((_, index) => (seen[index]?.responseEnd ?? Number.POSITIVE_INFINITY) <= startTime);
    depths.push(1 + Math.max(0, ...before));
  }
  const count = (/** @type {string} */ part) => seen.filter(({ name }) => new URL(name).pathname.startsWith(part)).length;
  return { trips: Math.max(...depths), data: count('/api/'), code: count('/cdn/') };
}

if (options.profile) {
  try {
    const [path = '', ...run] = options.profile.split(' ');
    await profile(bench, site, path, run.join(' '), rounds);
  } finally {
    await bench.close();
    site.close();
  }
  process.exit();
}

try {
  for (const [name, measure] of Object.entries(measures)) {
    if (only.length && !only.includes(name)) continue;
    const from = rows.length;
    const started = Date.now();
    console.log(`\n— ${name}`);
    try {
      await measure();
    } catch (error) {
      // The other rows are worth having all the same; the run fails in the end.
      console.error(error);
      process.exitCode = 1;
    }
    console.log(toMarkdown(rows.slice(from)));
    console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
} finally {
  await bench.close();
  site.close();
}

const commit = execFileSync('git', ['log', '-1', '--format=%h'], { encoding: 'utf8' }).trim();
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${platform()}, headless Chromium ${bench.version}`;
const report = `c360-elements ${version} (${commit}), ${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${toMarkdown(rows)}\n`;
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bench.md', report);
console.log(`\n${report}`);
if (options.readme) {
  const readme = readFileSync('README.md', 'utf8');
  const quoted = readme.replace(/(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/, (_, open, close) => `${open}${report}${close}`);
  if (!quoted.includes(report)) throw new Error('README.md has no place for the table');
  writeFileSync('README.md', quoted);
}
