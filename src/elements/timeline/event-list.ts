import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PageController } from '../../data/page-controller.js';
import type { EventsQuery } from '../../model/customer-source.js';
import { addDays, type Instant, type PlainDay } from '../../model/day.js';
import type { CustomerEvent, Page } from '../../model/event.js';
import type { Answer } from '../../model/resource.js';
import type { SourceError } from '../../model/source-error.js';
import { afterPaint } from '../../ui/after-paint.js';
import type { WindowRows } from '../../ui/row-layout.js';
import { type Days, isMessage, toDays, toFirstDays } from './days.js';

/** Asks for a page of the list with these additions to what the first page was asked with. */
export type ReadPage = (more: Partial<EventsQuery>, signal: AbortSignal) => Promise<Answer<Page<CustomerEvent>>>;

/** So many pages without anything new are asked for by themselves; then a person decides, since a source may go on for ever. */
const MOST_EMPTY = 5;
/** Stands for the first page of the newer part, which has no cursor. */
const BEGINNING = '';
const nothingNewer: Page<CustomerEvent> = { items: [] };
const everythingNewer: Page<CustomerEvent> = { items: [], nextCursor: BEGINNING };

/** The days as the window takes them. */
export function toRows(days: Days): WindowRows {
  return {
    groups: days.groups,
    count: days.events.length,
    keyOf: (row) => days.events[row]?.id ?? '',
    // Rows of one kind are equally high while they are closed: messages say how they fared.
    kinds: 2,
    kindOf: (row) => (isMessage(days, row) ? 1 : 0),
  };
}

/** The list by days, and as the window takes it. */
export interface ShownList {
  readonly days: Days;
  readonly rows: WindowRows;
}

/** A direction in which the list goes on. */
export interface ListEnd {
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly error: SourceError | undefined;
  /** A person has to ask for more: the source gave nothing new for a while. */
  readonly waits: boolean;
}

/**
 * The events loaded so far: pages downwards by cursor, pages upwards after a jump to a day, one stretch without a gap. A refresh
 * renews what is there in place and holds back what is new, so that nothing jumps under the reader.
 */
export class EventList implements ReactiveController {
  readonly #older: PageController<CustomerEvent>;
  readonly #newer: PageController<CustomerEvent>;
  readonly #read: ReadPage;
  readonly #host: ReactiveControllerHost;
  #key: string | undefined;
  #page: Page<CustomerEvent> | undefined;
  #first: Page<CustomerEvent> | undefined;
  #renewed = new Map<string, CustomerEvent>();
  #news = 0;
  #anchor: PlainDay | undefined;
  #empty = { older: 0, newer: 0 };
  #memo: (ShownList & { readonly key: readonly unknown[] }) | undefined;
  /** What is drawn until all of a long list is cut into days. */
  #beginning: { readonly shown: ShownList; readonly cancel: () => void } | undefined;

  constructor(host: ReactiveControllerHost, read: ReadPage) {
    this.#host = host;
    this.#older = new PageController(host);
    this.#newer = new PageController(host);
    this.#read = read;
    host.addController(this);
  }

  /** Whether there is a list to go to a day in. */
  get isStarted(): boolean {
    return this.#key !== undefined;
  }

  /** Only its beginning is drawn so far. */
  get isBeginning(): boolean {
    return this.#beginning !== undefined;
  }

  /** Events that came with a refresh and are not shown yet. */
  get news(): number {
    return this.#news;
  }

  /** Records of further pages that could not be read. */
  get leftOut(): number {
    return this.#older.leftOut + this.#newer.leftOut;
  }

  get older(): ListEnd {
    const { hasMore, loading, error } = this.#older;
    return { hasMore, loading, error, waits: this.#empty.older >= MOST_EMPTY };
  }

  get newer(): ListEnd {
    const { hasMore, loading, error } = this.#newer;
    return { hasMore, loading, error, waits: this.#empty.newer >= MOST_EMPTY };
  }

  /** Takes the first page of the list `key`; `anchor` when it was asked to begin at a day and there is a newer part. Tells whether it is another list. */
  take(key: string, page: Page<CustomerEvent>, anchor: PlainDay | undefined): boolean {
    if (key === this.#key) {
      if (page !== this.#page) this.#renew(page);
      return false;
    }
    this.clear();
    this.#key = key;
    this.#anchor = anchor;
    this.#start(page);
    return true;
  }

  /** Forgets everything and aborts. */
  clear(): void {
    this.#older.clear();
    this.#newer.clear();
    this.#key = undefined;
    this.#page = undefined;
    this.#first = undefined;
    this.#renewed = new Map();
    this.#news = 0;
    this.#memo = undefined;
    this.#forgetBeginning();
  }

  /** Shows what a refresh has brought. */
  showNews(): void {
    if (this.#page) this.#start(this.#page);
    this.#host.requestUpdate();
  }

  /** Loads further down; `byHand` also where the list has stopped by itself. */
  loadOlder(byHand = false): void {
    void this.#load('older', byHand, (cursor) => ({ cursor, ...(this.#anchor && { to: this.#anchor }) }));
  }

  /** Loads further up, after a jump (contract section 4). */
  loadNewer(byHand = false): void {
    const anchor = this.#anchor;
    if (anchor) void this.#load('newer', byHand, (cursor) => ({ from: addDays(anchor, 1), order: 'asc', ...(cursor !== BEGINNING && { cursor }) }));
  }

  /** The list, cut into days. */
  show(timeZone: string, now: Instant): ShownList {
    const key = [this.#older.items, this.#newer.items, this.#renewed, timeZone];
    if (this.#memo && key.every((each, index) => each === this.#memo?.key[index])) return this.#memo;
    const events = this.#newer.items.length > 0 ? [...this.#newer.items.toReversed(), ...this.#older.items] : this.#older.items;
    const days = toDays(this.#renewed.size > 0 ? events.map((event) => this.#renewed.get(event.id) ?? event) : events, timeZone, now);
    this.#memo = { key, days, rows: toRows(days) };
    // It is drawn as soon as somebody has asked for all of it.
    if (this.#beginning) this.#host.requestUpdate();
    this.#forgetBeginning();
    return this.#memo;
  }

  /**
   * The list as it is to be drawn: of a long one the beginning first, all of it once that is painted. Whoever opened it reads the top,
   * and of the time it takes to draw a hundred thousand events for the first time two fifths would go into finding their days.
   */
  draw(timeZone: string, now: Instant): ShownList {
    if (this.#beginning) return this.#beginning.shown;
    const days = this.#memo ? undefined : toFirstDays(this.#older.items, timeZone, now);
    if (!days) return this.show(timeZone, now);
    const shown = { days, rows: toRows(days) };
    this.#beginning = { shown, cancel: afterPaint(() => this.show(timeZone, now)) };
    return shown;
  }

  hostDisconnected(): void {
    this.clear();
  }

  #forgetBeginning(): void {
    this.#beginning?.cancel();
    this.#beginning = undefined;
  }

  #start(page: Page<CustomerEvent>): void {
    this.#page = page;
    this.#first = page;
    this.#renewed = new Map();
    this.#news = 0;
    this.#empty = { older: 0, newer: 0 };
    this.#older.start(this.#key ?? '', page);
    this.#newer.start(this.#key ?? '', this.#anchor ? everythingNewer : nothingNewer);
  }

  #renew(page: Page<CustomerEvent>): void {
    this.#page = page;
    const shown = new Set([...this.#older.items, ...this.#newer.items].map(({ id }) => id));
    this.#news = page.items.filter(({ id }) => !shown.has(id)).length;
    this.#renewed = new Map([...this.#renewed, ...page.items.map((event) => [event.id, event] as const)]);
    // An empty list has no reader to disturb.
    if (shown.size === 0) this.#start(page);
  }

  async #load(end: 'older' | 'newer', byHand: boolean, more: (cursor: string) => Partial<EventsQuery>): Promise<void> {
    const pages = end === 'older' ? this.#older : this.#newer;
    if (byHand) this.#empty[end] = 0;
    else if (pages.error || this.#empty[end] >= MOST_EMPTY) return;
    const [before, first] = [pages.items, this.#first];
    if (pages.loading || !pages.hasMore) return;
    await pages.loadMore((cursor, signal) => this.#read(more(cursor), signal));
    if (first !== this.#first || pages.error) return;
    this.#empty[end] = pages.items.length > before.length ? 0 : this.#empty[end] + 1;
    // The page was drawn before it was counted.
    this.#host.requestUpdate();
  }
}
