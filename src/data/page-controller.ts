import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer } from '../model/resource.js';
import { SourceError } from '../model/source-error.js';

/** A page of anything with an id; what else it carries does not matter here. */
interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export type PageReader<Item> = (cursor: string, signal: AbortSignal) => Promise<Answer<PageOf<Item>>>;

/**
 * The pages of a list after its first: asked for one at a time, each record once, a cursor that comes back is the end, a
 * failing page leaves what is there (H16). Everything goes when the list changes.
 */
export class PageController<Item extends { readonly id: string }> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key: string | undefined;
  #first: PageOf<Item> | undefined;
  #items: readonly Item[] = [];
  #cursors = new Set<string>();
  #next: string | undefined;
  #abort: AbortController | undefined;
  #error: SourceError | undefined;
  #leftOut = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** All records so far, in the order they came; a new array whenever records were added. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** Records of later pages that could not be read. */
  get leftOut(): number {
    return this.#leftOut;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  get loading(): boolean {
    return this.#abort !== undefined;
  }

  /** Why the last page could not be loaded; `loadMore` tries again. */
  get error(): SourceError | undefined {
    return this.#error;
  }

  /** Starts over with the first page of a list; the same list again (same key and page) changes nothing. */
  start(key: string, first: PageOf<Item>): void {
    if (key === this.#key && first === this.#first) return;
    this.clear();
    this.#key = key;
    this.#first = first;
    this.#add(first);
  }

  /** Forgets everything and aborts. */
  clear(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#key = undefined;
    this.#first = undefined;
    this.#items = [];
    this.#cursors = new Set();
    this.#next = undefined;
    this.#error = undefined;
    this.#leftOut = 0;
  }

  /** Loads the next page, unless one is under way or there is none. Never rejects. */
  async loadMore(read: PageReader<Item>): Promise<void> {
    const cursor = this.#next;
    if (this.#abort || cursor === undefined) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const answer = await read(cursor, abort.signal);
      if (abort.signal.aborted) return;
      this.#cursors.add(cursor);
      this.#leftOut += answer.leftOut;
      this.#add(answer.value);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#error = error instanceof SourceError ? error : new SourceError('render');
    }
    this.#abort = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** A page names each of its records once, which its source sees to; another page may name them again. */
  #add({ items, nextCursor }: PageOf<Item>): void {
    if (this.#items.length === 0) this.#items = items;
    else {
      // The ids of a hundred thousand records are not worth keeping for a look at each page.
      const fresh = new Set(items.map(({ id }) => id));
      for (const { id } of this.#items) fresh.delete(id);
      this.#items = this.#items.concat(items.filter(({ id }) => fresh.delete(id)));
    }
    // A cursor that was followed already would go round in circles.
    this.#next = nextCursor !== undefined && !this.#cursors.has(nextCursor) ? nextCursor : undefined;
  }
}
