// From text to checked, frozen values, beside what the browser needs to parse the text at all.
import { readAnswer } from '../../../src/rest/answer.js';
import { RESOURCES } from '../../../src/rest/contract/resources.js';
import { parseJson } from '../../../src/rest/json.js';
import { elements } from './ours.js';
import { peers, readers, refusals } from './parsing-peers.js';
import { afterPaint, frame, offer, type Runs } from './timing.js';

const COUNT = Number(new URLSearchParams(location.search).get('count') ?? 100_000);

async function text(): Promise<string> {
  const rows = await (await fetch(`/data/events-${COUNT}.json`)).text();
  return `{"items":${rows},"nextCursor":null}`;
}

/** Milliseconds of something done at once; a profile is taken of just this. */
async function timed(work: () => unknown): Promise<number> {
  await frame();
  await afterPaint();
  console.profile('reading');
  const start = performance.now();
  const result = work();
  const time = performance.now() - start;
  console.profileEnd('reading');
  if (!result) throw new Error('nothing came of it');
  return time;
}

/** Milliseconds of the longest task while something is done that takes many; shorter ones than 50 are not told and count as that. */
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  let longest = 50;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  await work();
  await frame();
  await afterPaint();
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return longest;
}

/**
 * Milliseconds of the longest time in which the page could do nothing else while something is done beside it: a message to itself is
 * always under way, and told is the longest it took.
 */
async function longestGap(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let [longest, before, isDone] = [0, Number.POSITIVE_INFINITY, false];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isDone) port2.postMessage(undefined);
  };
  await frame();
  await afterPaint();
  port2.postMessage(undefined);
  await afterPaint();
  const result = await work();
  await frame();
  await afterPaint();
  isDone = true;
  if (!result) throw new Error('nothing came of it');
  return longest;
}

/** Names of runs begin with what they tell. */
function runs<Made>(prefix: string, makers: Readonly<Record<string, () => Promise<Made>>>, run: (made: Made, given: string) => Promise<number>): Runs {
  return Object.fromEntries(Object.entries(makers).map(([name, make]) => [prefix + name, async () => run(await make(), await text())]));
}

const page = () => fetch('/data/page-20000.json');

offer({
  ...runs('', peers, async ({ prepare = String, read }, given) => {
    const prepared = prepare(given);
    return timed(() => read(prepared));
  }),
  ...runs('refuse: ', peers, ({ prepare = String, read }, given) => refusals(given, (one) => read(prepare(one)))),
  ...runs('still: ', readers, (read, given) => longestGap(() => read(given))),
  ...runs('refuse: ', readers, (read, given) => refusals(given, read)),
  'still: JSON.parse': async () => {
    const given = await text();
    return longestGap(async () => JSON.parse(given));
  },
  'still: ours': async () => {
    const { createRestSource } = await elements();
    const response = new Response(await text(), { headers: { 'Content-Type': 'application/json' } });
    const source = createRestSource({ baseUrl: '/api', maxBytes: 2 ** 30, fetch: async () => response });
    return longestGap(async () => source.events?.({ id: 'ada', timeZone: 'UTC' }, { signal: new AbortController().signal }));
  },
  'block: JSON.parse': () => longestTask(async () => JSON.parse(await (await page()).text())),
  'block: ours': async () => {
    const { createRestSource } = await elements();
    const source = createRestSource({ baseUrl: '/api', fetch: page });
    return longestTask(async () => source.events?.({ id: 'ada', timeZone: 'UTC' }, { signal: new AbortController().signal }));
  },
  'JSON.parse': async () => {
    const given = await text();
    return timed(() => JSON.parse(given));
  },
  ours: async () => {
    const given = await text();
    return timed(() => readAnswer(RESOURCES.events, parseJson(given), { id: 'ada' }, { isOwned: true }).value.items.length);
  },
});
