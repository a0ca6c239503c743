// Parses and checks beside the page; says `null` where a row is wrong.
import { buffersOf, pack, toTables } from './event-columns.js';
import { isPage } from './event-rows.js';

/** What it is asked: a text, and how its rows are to come back. */
export interface Order {
  readonly text: string;
  readonly as: 'rows' | 'columns';
}

self.onmessage = ({ data: { text, as } }: MessageEvent<Order>) => {
  const page: unknown = JSON.parse(text);
  if (!isPage(page)) return self.postMessage(null);
  if (as === 'rows') return self.postMessage(page);
  const packed = pack(toTables(page));
  return self.postMessage(packed, { transfer: [...buffersOf(packed)] });
};
// It listens from now on.
self.postMessage('ready');
