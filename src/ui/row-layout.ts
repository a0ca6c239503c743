import { watchSizes } from './own-document.js';
import { shownScale } from './own-pixels.js';
import { RowHeights } from './row-heights.js';

/** A long list in groups; each group has a heading above its rows. */
export interface WindowRows {
  /** In order, without gaps: `start` is the index of the group's first row. */
  readonly groups: readonly { readonly start: number; readonly size: number }[];
  readonly count: number;
  readonly keyOf: (row: number) => string;
  /** How many kinds there are. */
  readonly kinds: number;
  /** Closed rows of one kind, numbered from 0, are taken to be equally high until they are measured. */
  readonly kindOf: (row: number) => number;
}

/** Heights before anything was measured; less than most are, so that what is drawn first fills what is seen. */
const GUESS = 32;

const NO_ROWS: WindowRows = { groups: [], count: 0, keyOf: () => '', kinds: 0, kindOf: () => 0 };

/** Kinds beside those of rows, which follow. */
const HEADING = 0;
const TAIL = 1;
const ROWS = 2;

/**
 * Where everything in a long list lies: headings, rows and the one tail have an index in one order, and a height that is guessed by
 * their kind until they were drawn and measured. Knows nothing of what is to be drawn; `RowWindow` says when to measure.
 */
export class RowLayout {
  /** By kind: what one of it measured. */
  readonly #guesses = new Map<number, number>();
  #rows = NO_ROWS;
  #heights = this.#guessed(NO_ROWS);
  #observer: ResizeObserver | undefined;
  /** What is drawn and was measured, and how high all of it was together. */
  #drawn: ReadonlySet<Element> = new Set();
  #drawnHeight = 0;
  #width = 0;
  #viewport = 480;

  get rows(): WindowRows {
    return this.#rows;
  }

  /** Of the list taken last. */
  get heights(): RowHeights {
    return this.#heights;
  }

  /** How much of the list is seen at once. */
  get viewport(): number {
    return this.#viewport;
  }

  /** Offset of the last stretch that can be seen. */
  get end(): number {
    return Math.max(this.#heights.total - this.#viewport, 0);
  }

  get tail(): number {
    return this.#heights.count - 1;
  }

  /** Takes another list; what was learned of heights goes by kind. */
  take(rows: WindowRows): void {
    this.#rows = rows;
    this.#heights = this.#guessed(rows);
  }

  forget(): void {
    this.take(NO_ROWS);
  }

  /** Tells when the list, or what is drawn of it, is no longer of the size it was measured with. */
  watch(list: HTMLElement, tell: () => void): void {
    this.#observer = watchSizes(list, (entries) => {
      if (list.clientWidth !== this.#width || entries.some((entry) => this.#isNews(entry, list))) tell();
    });
    this.#observer.observe(list);
    // One place in which every row shows: watching each of them took as long as a row in twenty takes to draw.
    const view = list.querySelector('.window');
    if (view) this.#observer.observe(view);
  }

  unwatch(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#drawn = new Set();
  }

  /** What is drawn now and was not when this was asked before. */
  drawnAnew(list: HTMLElement): readonly Element[] {
    const before = this.#drawn;
    this.#drawn = new Set(list.querySelectorAll('[data-index]'));
    return [...this.#drawn].filter((row) => !before.has(row));
  }

  /** Looks how much of the list is seen. */
  look({ clientHeight }: HTMLElement): void {
    this.#viewport = clientHeight || this.#viewport;
  }

  /** Measures these, or all that is drawn; tells whether anything may lie elsewhere than it did. */
  measure(list: HTMLElement, rows: readonly Element[] = [...this.#drawn]): boolean {
    const { clientWidth } = list;
    const expected = this.#viewport;
    this.look(list);
    const { down } = shownScale(list);
    const heightOf = (element: Element) => element.getBoundingClientRect().height / down;
    const view = list.querySelector('.window');
    // Read before anything is written, so that the browser lays out once.
    this.#drawnHeight = view ? heightOf(view) : 0;
    const measured = rows
      .filter((row) => row.isConnected && !row.closest('.away, [hidden]'))
      .map((row) => ({ index: Number(row.getAttribute('data-index')), height: heightOf(row), isOpen: row.querySelector('[aria-expanded="true"]') !== null }));
    // Lines break elsewhere: what was learned no longer holds.
    let changed = clientWidth !== this.#width;
    if (changed) {
      this.#guesses.clear();
      this.#heights.forget();
      this.#width = clientWidth;
    }
    for (const { index, height, isOpen } of measured) {
      const kind = this.#heights.kind(index);
      if (isOpen || this.#guesses.has(kind)) continue;
      this.#guesses.set(kind, height);
      this.#heights.guess(kind, height);
      changed = true;
    }
    for (const { index, height } of measured) if (this.#heights.set(index, height) !== 0) changed = true;
    // A list about to become higher is told of by the observer; until then what it may become is seen.
    if (changed) this.#viewport = Math.max(this.#viewport, Math.min(expected, this.#heights.total));
    return changed;
  }

  headingOf(group: number): number {
    return (this.#rows.groups[group]?.start ?? 0) + group;
  }

  /** The row at an index; −1 for a heading and for the tail. */
  rowAt(index: number): number {
    if (index >= this.tail) return -1;
    const group = this.groupOf(index);
    return index === this.headingOf(group) ? -1 : index - group - 1;
  }

  /** The group in which a heading or row stands. */
  groupOf(index: number): number {
    let [low, high] = [0, this.#rows.groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.headingOf(middle) <= index) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  keyAt(index: number): string {
    if (index >= this.tail) return 'tail';
    const group = this.groupOf(index);
    const heading = this.headingOf(group) === index;
    // A heading is known by its first row: groups may split and join, events stay.
    return `${heading ? 'heading' : ''} ${this.#rows.keyOf(index - group - (heading ? 0 : 1))}`;
  }

  /** Where the heading, row or tail of this key is, most likely where it was; −1 when it has gone. */
  find(key: string, before: number): number {
    if (before >= 0 && before <= this.tail && this.keyAt(before) === key) return before;
    for (let index = 0; index <= this.tail; index++) if (this.keyAt(index) === key) return index;
    return -1;
  }

  /** Whether the list, or what is drawn of it, is no longer as high as when it was measured; being watched from now on is told of as well. */
  #isNews({ target, borderBoxSize }: ResizeObserverEntry, list: HTMLElement): boolean {
    if (target === list) return list.clientHeight !== this.#viewport;
    return Math.abs((borderBoxSize[0]?.blockSize ?? 0) - this.#drawnHeight) > 0.1;
  }

  #guessed({ groups, count, kinds, kindOf }: WindowRows): RowHeights {
    const tell = (take: (kind: number) => void) => {
      for (const { start, size } of groups) {
        take(HEADING);
        for (let row = start; row < start + size; row++) take(ROWS + kindOf(row));
      }
      take(TAIL);
    };
    return new RowHeights(
      { count: groups.length + count + 1, kindOf: (index) => this.#kindOf(index), tell },
      Array.from({ length: ROWS + kinds }, (_, kind) => this.#guesses.get(kind) ?? GUESS),
    );
  }

  #kindOf(index: number): number {
    const row = this.rowAt(index);
    if (row >= 0) return ROWS + this.#rows.kindOf(row);
    return index < this.tail ? HEADING : TAIL;
  }
}
