// The overview from counts by day, and a list of many events; both in the published element, and what one would take instead.
import 'tabulator-tables/dist/css/tabulator.min.css';
import type { EventWire } from '../../../mocks/wire.js';
import type { Instant } from '../../../src/model/day.js';
import type { CustomerEvent, Page } from '../../../src/model/event.js';
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

const WINDOW = 480;
const ROW = 32;

/** Rows by hand: as many elements as are seen, moved and filled anew. */
function recycle(into: HTMLElement, rows: readonly EventWire[]): HTMLElement {
  const list = document.createElement('div');
  list.style.cssText = `height: ${WINDOW}px; overflow: auto; position: relative; contain: strict;`;
  const range = document.createElement('div');
  range.style.height = `${rows.length * ROW}px`;
  list.append(range);
  const pool = Array.from({ length: Math.ceil(WINDOW / ROW) + 14 }, () => {
    const row = document.createElement('div');
    row.style.cssText = `position: absolute; left: 0; right: 0; height: ${ROW}px; display: flex; gap: 8px;`;
    row.append(...Array.from({ length: 8 }, () => document.createElement('span')));
    range.append(row);
    return row;
  });
  const time = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
  const fill = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 7);
    pool.forEach((row, index) => {
      const event = rows[first + index];
      row.hidden = !event;
      if (!event) return;
      row.style.transform = `translateY(${(first + index) * ROW}px)`;
      const texts = [
        time.format(Date.parse(event.at)),
        event.name,
        event.type,
        event.category,
        event.product?.name,
        event.value?.amount,
        event.source,
        event.id,
      ];
      texts.forEach((text, cell) => {
        const span = row.children[cell];
        if (span) span.textContent = text ?? '';
      });
    });
  };
  list.addEventListener('scroll', fill);
  into.append(list);
  fill();
  return list;
}

/** First picture, frames while wheeling, elements, and what is held beside the data. */
async function listed(first: () => void, isDone: () => boolean, scroller: () => Element | undefined, root: Element) {
  const before = await heap();
  const firstTime = await painted(first, isDone);
  const element = scroller();
  if (!element) throw new Error('Nothing scrolls');
  const nodes = nodesBelow(root);
  const wheeling = await wheelThrough(element);
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
  'list: rows by hand': async () => {
    const rows = repeat(await events(), (row) => row);
    const into = place();
    let list: HTMLElement | undefined;
    return listed(
      () => (list = recycle(into, rows)),
      () => !!list,
      () => list,
      into,
    );
  },
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
  'list: Tabulator': async () => {
    const { TabulatorFull } = await import('tabulator-tables');
    const rows = await events();
    const into = place();
    const columns = ['at', 'name', 'type', 'category', 'source', 'id'].map((field) => ({ field, title: field }));
    return listed(
      () => new TabulatorFull(into, { data: rows as object[], columns, height: WINDOW, rowHeight: ROW }),
      () => !!into.querySelector('.tabulator-row'),
      () => into.querySelector('.tabulator-tableholder') ?? undefined,
      into,
    );
  },
});
