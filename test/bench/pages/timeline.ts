// The overview from counts by day, and a list of many events; both in the published element, and what one would take instead.
import type { EventWire } from '../../../mocks/wire.js';
import type { Instant } from '../../../src/model/day.js';
import type { CustomerEvent, Page } from '../../../src/model/event.js';
import { isFull, listPeers } from './list-peers.js';
import { type Change, hold, isReady, prepared } from './ours.js';
import { DAY, DAYS, dayCounts, overviewPeers } from './overview-peers.js';
import { heap, nodesBelow, offer, painted, place, wheelThrough } from './timing.js';

const COUNT = Number(new URLSearchParams(location.search).get('count') ?? 1000);
const counts = dayCounts(COUNT);

/** A text of a million would be longer than a browser reads: they are a hundred thousand, ten times. */
const READ = Math.min(COUNT, 100_000);

function repeat<Item extends { readonly id: string }>(items: readonly Item[], earlier: (item: Item, days: number) => Item): readonly Item[] {
  if (COUNT === READ) return items;
  return Array.from({ length: COUNT / READ }, (_, time) => items.map((item) => ({ ...earlier(item, time * DAYS), id: `${time} ${item.id}` }))).flat();
}

let fetched: readonly EventWire[] | undefined;
const events = async () => (fetched ??= (await (await fetch(`/data/events-${READ}.json`)).json()) as readonly EventWire[]);

/** First picture, frames while wheeling, elements, and what is held beside the data. */
async function listed(
  first: () => void,
  isDone: () => boolean,
  scroller: () => Element | undefined,
  root: Element,
  isEmpty?: (found: Element | null) => boolean,
) {
  const before = await heap();
  const firstTime = await painted(first, isDone);
  const element = scroller();
  if (!element) throw new Error('Nothing scrolls');
  const nodes = nodesBelow(root);
  const wheeling = await wheelThrough(element, isEmpty);
  return { first: firstTime, ...wheeling, nodes, heap: ((await heap()) - before) / 2 ** 20 };
}

async function oursWith(held: Readonly<Record<string, object>>, change?: Change) {
  await hold({ ada: held }, { change });
  return prepared('c360-timeline', 760);
}

offer({
  ...Object.fromEntries(
    Object.entries(overviewPeers).map(([name, make]) => [
      `overview: ${name}`,
      async () => {
        const draw = await make(counts);
        const into = place();
        let isDrawn = false;
        return painted(
          () => draw(into, () => (isDrawn = true)),
          () => isDrawn,
        );
      },
    ]),
  ),
  'overview: ours': async () => {
    const element = await oursWith({ activity: { days: counts, eventTypes: [] }, events: { items: [], nextCursor: null } });
    return painted(
      () => (element.customerId = 'ada'),
      () => isReady(element) && !!element.shadowRoot?.querySelector('[part~="dot"]'),
    );
  },
  ...Object.fromEntries(
    Object.entries(listPeers).map(([name, make]) => [
      `list: ${name}`,
      async () => {
        const peer = await make();
        const rows = repeat(await events(), (row) => row);
        const into = place();
        return listed(
          () => void peer.show(into, rows),
          () => isFull(into, peer),
          () => peer.scroller(into),
          into,
          peer.isEmpty,
        );
      },
    ]),
  ),
  'list: ours': async () => {
    const earlier = (event: CustomerEvent, days: number) => ({ ...event, at: ((event.at ?? 0) - days * DAY) as Instant });
    const element = await oursWith({ events: { items: await events(), nextCursor: null } }, (answer) => {
      const { items } = answer.value as Page<CustomerEvent>;
      return { ...answer, value: { items: repeat(items, earlier) } };
    });
    fetched = undefined;
    const list = () => element.shadowRoot?.querySelector('.list') ?? undefined;
    return listed(
      () => (element.customerId = 'ada'),
      () => isReady(element) && !!list()?.querySelector('[part~="event"]'),
      list,
      element,
    );
  },
});
