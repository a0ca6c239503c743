// From text to checked, frozen values, beside what the browser needs to parse the text at all.
import { readResource } from '../../../src/rest/answer.js';
import { parseJson } from '../../../src/rest/json.js';
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

offer({
  'JSON.parse': async () => {
    const given = await text();
    return timed(() => JSON.parse(given));
  },
  ours: async () => {
    const given = await text();
    return timed(() => readResource('events', parseJson(given), { id: 'ada' }).value.items.length);
  },
});
