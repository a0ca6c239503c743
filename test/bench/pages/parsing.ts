// From text to checked, frozen values, beside what the browser needs to parse the text at all.
import { readAnswer } from '../../../src/rest/answer.js';
import { RESOURCES } from '../../../src/rest/contract/resources.js';
import { parseJson } from '../../../src/rest/json.js';
import { elements } from './ours.js';
import { afterPaint, frame, offer } from './timing.js';

const COUNT = Number(new URLSearchParams(location.search).get('count') ?? 100_000);

async function text(): Promise<string> {
  const rows = await (await fetch(`/data/events-${COUNT}.json`)).text();
  return `{"items":${rows},"nextCursor":null}`;
}

async function timed(work: () => unknown): Promise<number> {
  await frame();
  await afterPaint();
  const start = performance.now();
  const result = work();
  const time = performance.now() - start;
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

const page = () => fetch('/data/page-20000.json');

offer({
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
