import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterPaint } from './after-paint.js';
import { watchSizes } from './own-document.js';
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

/** A group and the rows of it to draw now. */
export interface VisibleGroup {
  readonly group: number;
  readonly from: number;
  readonly to: number;
  /** The group is out of sight, kept only because the focus is in it. */
  readonly away?: boolean;
  /** This row is out of sight, kept only because it has the focus. */
  readonly awayRow?: number;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** What is drawn beyond each edge, so that scrolling shows no gap. */
const OVERSCAN = 200;
/** Firefox lays out nothing that is higher than about 17.9 million pixels: above this the range is scaled. */
const LONGEST = 16_000_000;
/** Scrolling has come to rest after so long. */
const REST = 150;
/** Heights before anything was measured; less than most are, so that what is drawn first fills what is seen. */
const GUESS = 32;

const NO_ROWS: WindowRows = { groups: [], count: 0, keyOf: () => '', kinds: 0, kindOf: () => 0 };

/** Kinds beside those of rows, which follow. */
const HEADING = 0;
const TAIL = 1;
const ROWS = 2;

const noHeights = () => new RowHeights({ count: 0, kindOf: () => TAIL, tell: () => {} }, []);

/**
 * Says which rows of a long list to draw, whatever their heights and however many there are: what is drawn follows what is seen.
 * The host draws a `.list` that scrolls, in it a `.range` and in that a `.window` with the groups; headings, rows and the one
 * `.tail` carry their `data-index`.
 *
 * Where the reader is (`#offset`) is kept apart from where the scroll bar is: they differ while rows above turn out higher than
 * guessed, and where the list is longer than a browser can lay out. When scrolling rests the bar is brought back in line.
 */
export class RowWindow implements ReactiveController {
  readonly #host: Host;
  readonly #near: (edge: 'start' | 'end') => void;
  #rows: WindowRows = NO_ROWS;
  #heights = noHeights();
  /** By kind: what one of it measured. */
  readonly #guesses = new Map<number, number>();
  #list: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  /** What is drawn and was measured, and how high all of it was together. */
  #measured: ReadonlySet<Element> = new Set();
  #drawnHeight = 0;
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** First pixel of the whole list in sight. */
  #offset = 0;
  /** Where the scroll bar stood when we last looked. */
  #scrolled = 0;
  #viewport = 480;
  #width = 0;
  /** Key of the heading, row or tail that has the focus. */
  #focused: string | undefined;
  /** Where it was when last looked for. */
  #focusedIndex = -1;
  #shown: readonly VisibleGroup[] = [];
  #focusNext: number | undefined;
  #everything = false;
  /** What is in sight has to be drawn now; what lies beyond follows once that is painted. */
  #hurries = true;
  /** Calls off what waits for the paint. */
  #stopWaiting: (() => void) | undefined;
  #first = 0;
  #last = 0;

  /** `near` is called when the reader comes close to an end of the list. */
  constructor(host: Host, near: (edge: 'start' | 'end') => void) {
    this.#host = host;
    this.#near = near;
    host.addController(this);
  }

  /** Takes the rows to show and gives those to draw now. Where the reader is stays where it was, whatever was added above. */
  show(rows: WindowRows): readonly VisibleGroup[] {
    if (rows !== this.#rows) {
      // The tail is where more comes: no place to hold on to.
      const anchor = Math.min(this.#heights.indexAt(this.#offset), this.#heights.count - 2);
      const [key, rest] = anchor < 0 ? [undefined, 0] : [this.#keyAt(anchor), this.#offset - this.#heights.top(anchor)];
      this.#rows = rows;
      this.#estimate();
      const index = key === undefined ? -1 : this.#find(key, anchor);
      this.#offset = index < 0 ? 0 : Math.min(this.#heights.top(index) + rest, Math.max(this.#heights.total - this.#viewport, 0));
    }
    this.#shown = this.#withFocused(this.#visible());
    return this.#shown;
  }

  /** Forgets the rows: they are gone, and nothing of them stays behind (PR10). */
  forget(): void {
    this.#rows = NO_ROWS;
    this.#heights = noHeights();
    this.#offset = 0;
  }

  /** Forgets where the reader was: another list. */
  restart(): void {
    this.#offset = 0;
    this.#scrolled = 0;
    this.#focused = undefined;
    if (this.#list) this.#list.scrollTop = 0;
  }

  /** Index of the row that can be reached by Tab: the last one that had the focus, else the first one in sight. */
  tabStop(preferred: string | undefined): number {
    const highest = this.#heights.indexAt(this.#offset);
    let first = -1;
    for (const { group, from, to } of this.#shown) {
      for (let row = from; row < to; row++) {
        if (this.#rows.keyOf(row) === preferred) return row;
        if (first < 0 && row + group + 1 > highest) first = row;
      }
    }
    return first < 0 ? (this.#shown[0]?.from ?? 0) : first;
  }

  /** Brings the heading of a group to the top and, if so wanted, gives it the focus. */
  showGroup(group: number, focus: boolean): void {
    const heading = this.#headingOf(group);
    this.#moveTo(this.#heights.top(heading));
    if (focus) this.#focusNext = heading;
    this.#host.requestUpdate();
  }

  /** Brings a row into sight below its heading and gives it the focus. */
  focusRow(row: number): void {
    const group = this.#groupOfRow(row);
    const index = row + group + 1;
    const [top, heading] = [this.#heights.top(index), this.#heights.height(this.#headingOf(group))];
    const [highest, lowest] = [top - heading, top + this.#heights.height(index) - this.#viewport];
    if (this.#offset > highest) this.#moveTo(highest);
    else if (this.#offset < lowest) this.#moveTo(Math.min(lowest, highest));
    this.#focusNext = index;
    this.#host.requestUpdate();
  }

  /** Row of the element or of whatever is around it; −1 for a heading and for the tail. */
  rowOf(element: Element): number {
    const index = Number(element.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
    return Number.isInteger(index) && index < this.#heights.count - 1 && !this.#isHeading(index) ? index - this.#groupOf(index) - 1 : -1;
  }

  /** Group of the element or of whatever is around it. */
  groupOf(element: Element): number {
    return this.#groupOf(Number(element.closest('[data-index]')?.getAttribute('data-index') ?? 0));
  }

  // The `data-index` of things.
  indexOfHeading(group: number): number {
    return this.#headingOf(group);
  }
  indexOfRow(row: number, group: number): number {
    return row + group + 1;
  }
  get indexOfTail(): number {
    return this.#heights.count - 1;
  }

  /** Whether the tail is among what is drawn. */
  get atEnd(): boolean {
    return this.#last >= this.indexOfTail;
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Paper shows what is loaded, not what is in sight; beyond this it is no longer a page but a file: that is what the export is for.
    window.addEventListener('beforeprint', () => this.#print(this.#rows.count <= 2000), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#release();
    this.forget();
  }

  hostUpdated(): void {
    const list = this.#host.renderRoot.querySelector<HTMLElement>('.list') ?? undefined;
    if (list !== this.#list) {
      this.#release();
      if (list) this.#take(list);
    }
    if (!list) return;
    this.#place();
    this.#watchRows(list);
    this.#giveFocus();
    this.#drawRest();
    // Once this drawing is over: more may be asked for, and that is drawn, too.
    queueMicrotask(() => this.#tellEdges());
  }

  #take(list: HTMLElement): void {
    this.#list = list;
    list.addEventListener('scroll', this.#onScroll, { passive: true });
    list.addEventListener('focusin', this.#onFocus);
    list.addEventListener('focusout', this.#onBlur);
    this.#observer = watchSizes(list, (entries) => {
      if (list.clientWidth !== this.#width || entries.some((entry) => this.#isNews(entry, list))) this.#onResize();
    });
    this.#observer.observe(list);
    // One place in which every row shows: watching each of them took as long as a row in twenty takes to draw.
    const view = list.querySelector('.window');
    if (view) this.#observer.observe(view);
    if (this.#offset > 0) this.#moveTo(this.#offset);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#hurries = true;
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#measured = new Set();
    this.#list?.removeEventListener('scroll', this.#onScroll);
    this.#list?.removeEventListener('focusin', this.#onFocus);
    this.#list?.removeEventListener('focusout', this.#onBlur);
    this.#list = undefined;
    this.#focused = undefined;
    this.#scrolled = 0;
  }

  #estimate(): void {
    const { groups, count, kinds, kindOf } = this.#rows;
    const tell = (take: (kind: number) => void) => {
      for (const { start, size } of groups) {
        take(HEADING);
        for (let row = start; row < start + size; row++) take(ROWS + kindOf(row));
      }
      take(TAIL);
    };
    this.#heights = new RowHeights(
      { count: groups.length + count + 1, kindOf: (index) => this.#kindOf(index), tell },
      Array.from({ length: ROWS + kinds }, (_, kind) => this.#guesses.get(kind) ?? GUESS),
    );
  }

  #visible(): readonly VisibleGroup[] {
    const { groups, count } = this.#rows;
    if (groups.length === 0) return [];
    [this.#first, this.#last] = this.#everything ? [0, this.#heights.count - 1] : this.#stretch();
    const [firstGroup, lastGroup] = [this.#groupOf(this.#first), this.#groupOf(Math.min(this.#last, this.#heights.count - 2))];
    const visible: VisibleGroup[] = [];
    for (let group = firstGroup; group <= lastGroup; group++) {
      const { start, size } = groups[group]!;
      const shift = group + 1;
      visible.push({ group, from: Math.max(start, this.#first - shift), to: Math.min(start + size, this.#last - shift + 1, count) });
    }
    return visible;
  }

  /** First and last of what to draw: what is in sight and some more at each edge; in a hurry, of that only what is drawn already. */
  #stretch(): readonly [first: number, last: number] {
    const [first, last] = this.#inSight(OVERSCAN);
    if (!this.#hurries) return [first, last];
    const [firstSeen, lastSeen] = this.#inSight(0);
    const isApart = this.#first > lastSeen + 1 || this.#last < firstSeen - 1;
    return isApart ? [firstSeen, lastSeen] : [Math.min(firstSeen, Math.max(first, this.#first)), Math.max(lastSeen, Math.min(last, this.#last))];
  }

  /** First and last in sight and so far beyond each edge. */
  #inSight(beyond: number): readonly [first: number, last: number] {
    return [this.#heights.indexAt(this.#offset - beyond), this.#heights.indexAt(this.#offset + this.#viewport + beyond)];
  }

  /** The focus survives scrolling: what has it stays in the tree although it is out of sight. */
  #withFocused(visible: readonly VisibleGroup[]): readonly VisibleGroup[] {
    const index = this.#focused === undefined ? -1 : this.#find(this.#focused, this.#focusedIndex);
    this.#focusedIndex = index;
    if (index < 0 || index === this.indexOfTail || (index >= this.#first && index <= this.#last)) return visible;
    const group = this.#groupOf(index);
    const row = this.#isHeading(index) ? {} : { awayRow: index - group - 1 };
    const held = visible.findIndex((each) => each.group === group);
    // Its group is drawn anyway, and with it its heading.
    if (held >= 0) return visible.map((each, place) => (place === held ? { ...each, ...row } : each));
    const kept = { group, from: 0, to: 0, away: true, ...row };
    return index < this.#first ? [kept, ...visible] : [...visible, kept];
  }

  #place(): void {
    const { groups } = this.#rows;
    const [range, view] = [this.#list?.querySelector<HTMLElement>('.range'), this.#list?.querySelector<HTMLElement>('.window')];
    if (!range || !view) return;
    range.style.setProperty('block-size', this.#everything ? 'auto' : `${this.#range}px`);
    if (groups.length === 0) return;
    const group = this.#groupOf(Math.min(this.#first, this.#heights.count - 2));
    const heading = this.#headingOf(group);
    // A group that begins further up still has its heading, which sticks to the top.
    const top = this.#first === heading ? this.#heights.top(heading) : this.#heights.top(this.#first) - this.#heights.height(heading);
    view.style.setProperty('inset-block-start', this.#everything ? '0px' : `${this.#scrolled + top - this.#offset}px`);
  }

  /** Height of what scrolls. */
  get #range(): number {
    return Math.min(this.#heights.total, LONGEST);
  }

  /** Where the bar stands for where the reader is. */
  #barFor(offset: number): number {
    const [bar, list] = [this.#range - this.#viewport, this.#heights.total - this.#viewport];
    return list <= 0 ? 0 : (offset * Math.max(bar, 0)) / list;
  }

  #moveTo(offset: number): void {
    this.#offset = Math.min(Math.max(offset, 0), Math.max(this.#heights.total - this.#viewport, 0));
    this.#alignBar();
  }

  #alignBar(): void {
    if (!this.#list) return;
    // The range may have grown since it was last drawn.
    this.#list.querySelector<HTMLElement>('.range')?.style.setProperty('block-size', `${this.#range}px`);
    const wanted = this.#barFor(this.#offset);
    if (Math.abs(wanted - this.#list.scrollTop) > 1) this.#list.scrollTop = wanted;
    this.#scrolled = this.#list.scrollTop;
    this.#place();
  }

  readonly #onScroll = (): void => {
    const list = this.#list;
    if (!list || this.#everything) return;
    const moved = list.scrollTop - this.#scrolled;
    if (moved === 0) return;
    this.#viewport = list.clientHeight || this.#viewport;
    this.#scrolled = list.scrollTop;
    const [bar, end] = [this.#range - this.#viewport, this.#heights.total - this.#viewport];
    // The wheel and the keys move by pixels, the bar itself by parts of the whole.
    const small = Math.abs(moved) < 2 * this.#viewport;
    if (this.#scrolled <= 0) this.#offset = 0;
    else if (this.#scrolled >= bar - 1) this.#offset = end;
    else this.#offset = small ? this.#offset + moved : (this.#scrolled * end) / bar;
    this.#offset = Math.min(Math.max(this.#offset, 0), Math.max(end, 0));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#alignBar(), REST);
    this.#redraw();
  };

  /** Draws anew where other rows came into sight. */
  #redraw(): void {
    const isDrawn = ([first, last]: readonly [number, number]) => first >= this.#first && last <= this.#last;
    if (isDrawn(this.#inSight(OVERSCAN / 2))) {
      this.#place();
      return;
    }
    this.#hurries = !isDrawn(this.#inSight(0));
    this.#host.requestUpdate();
  }

  /** After a hurry: what lies beyond the edges, once what is in sight is painted. */
  #drawRest(): void {
    if (!this.#hurries) return;
    this.#stopWaiting ??= afterPaint(() => {
      this.#stopWaiting = undefined;
      this.#hurries = false;
      this.#host.requestUpdate();
    });
  }

  /**
   * Measures what was drawn anew, in the same picture in which it was drawn; later changes are told of by the observer. Nothing
   * is resized while sizes are reported: the browser, and whoever observes us, could not settle (HP16).
   */
  #watchRows(list: HTMLElement): void {
    const before = this.#measured;
    this.#measured = new Set(list.querySelectorAll('[data-index]'));
    const fresh = [...this.#measured].filter((row) => !before.has(row));
    if (fresh.length > 0) this.#measure(list, fresh);
  }

  /** Whether the list, or what is drawn of it, is no longer as high as when it was measured; being watched from now on is told of as well. */
  #isNews({ target, borderBoxSize }: ResizeObserverEntry, list: HTMLElement): boolean {
    if (target === list) return list.clientHeight !== this.#viewport;
    return Math.abs((borderBoxSize[0]?.blockSize ?? 0) - this.#drawnHeight) > 0.1;
  }

  #onResize(): void {
    requestAnimationFrame(() => {
      const list = this.#list;
      if (!list || this.#everything) return;
      this.#measure(list, [...this.#measured]);
      this.#redraw();
    });
  }

  #measure(list: HTMLElement, rows: readonly Element[]): void {
    if (this.#everything) return;
    const anchor = this.#heights.indexAt(this.#offset);
    const rest = this.#offset - this.#heights.top(anchor);
    const { clientWidth, clientHeight } = list;
    // A page may show everything smaller or larger than it is laid out.
    const shown = list.getBoundingClientRect().height / list.offsetHeight;
    const scale = Math.abs(shown - 1) > 0.01 ? shown : 1;
    const heightOf = (element: Element) => element.getBoundingClientRect().height / scale;
    const view = list.querySelector('.window');
    // Read before anything is written, so that the browser lays out once.
    this.#drawnHeight = view ? heightOf(view) : 0;
    const measured = rows.flatMap((row): readonly [index: number, height: number, isOpen: boolean][] => {
      if (!row.isConnected || row.closest('.away, [hidden]')) return [];
      return [[Number(row.getAttribute('data-index')), heightOf(row), row.querySelector('[aria-expanded="true"]') !== null]];
    });
    // Lines break elsewhere: what was learned no longer holds.
    const isOther = clientWidth !== this.#width;
    if (isOther) {
      this.#guesses.clear();
      this.#heights.forget();
      this.#width = clientWidth;
    }
    let changed = isOther;
    for (const [index, height, isOpen] of measured) {
      const kind = this.#heights.kind(index);
      if (isOpen || this.#guesses.has(kind)) continue;
      this.#guesses.set(kind, height);
      this.#heights.guess(kind, height);
      changed = true;
    }
    for (const [index, height] of measured) if (this.#heights.set(index, height) !== 0) changed = true;
    const seen = clientHeight || this.#viewport;
    // A list about to become higher is told of by the observer; until then what it may become is drawn.
    this.#viewport = changed ? Math.max(seen, Math.min(this.#viewport, this.#heights.total)) : seen;
    if (changed) {
      // What is in sight stays where it is, whatever turned out higher above it.
      this.#offset = this.#heights.top(anchor) + rest;
      this.#place();
    }
    const filled = this.#heights.indexAt(this.#offset + this.#viewport);
    if (filled > this.#last) queueMicrotask(() => this.#host.requestUpdate());
  }

  #giveFocus(): void {
    const index = this.#focusNext;
    if (index === undefined) return;
    this.#focusNext = undefined;
    const row = this.#list?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    (row?.querySelector<HTMLElement>('[data-focus]') ?? row)?.focus({ preventScroll: true });
    this.#list?.scrollIntoView({ block: 'nearest' });
  }

  #tellEdges(): void {
    if (this.#last >= this.#heights.count - 3) this.#near('end');
    if (this.#first <= 2) this.#near('start');
  }

  readonly #onFocus = ({ target }: FocusEvent): void => {
    const index = target instanceof Element ? Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1) : -1;
    this.#focused = index < 0 ? undefined : this.#keyAt(index);
    this.#focusedIndex = index;
  };

  readonly #onBlur = (): void => {
    this.#focused = undefined;
  };

  #print(everything: boolean): void {
    if (everything === this.#everything) return;
    this.#everything = everything;
    this.#host.requestUpdate();
  }

  #headingOf(group: number): number {
    return (this.#rows.groups[group]?.start ?? 0) + group;
  }

  #isHeading(index: number): boolean {
    return this.#headingOf(this.#groupOf(index)) === index;
  }

  #kindOf(index: number): number {
    if (index >= this.#rows.groups.length + this.#rows.count) return TAIL;
    const group = this.#groupOf(index);
    return index === this.#headingOf(group) ? HEADING : ROWS + this.#rows.kindOf(index - group - 1);
  }

  /** The group in which a heading or row stands. */
  #groupOf(index: number): number {
    let [low, high] = [0, this.#rows.groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#headingOf(middle) <= index) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  #groupOfRow(row: number): number {
    const group = this.#rows.groups.findIndex(({ start, size }) => row < start + size);
    return Math.max(group, 0);
  }

  #keyAt(index: number): string {
    if (index >= this.#heights.count - 1) return 'tail';
    const group = this.#groupOf(index);
    const heading = this.#headingOf(group) === index;
    // A heading is known by its first row: groups may split and join, events stay.
    return `${heading ? 'heading' : ''} ${this.#rows.keyOf(heading ? (this.#rows.groups[group]?.start ?? 0) : index - group - 1)}`;
  }

  /** Where the heading, row or tail of this key is, most likely where it was; −1 when it has gone. */
  #find(key: string, before: number): number {
    if (before >= 0 && before < this.#heights.count && this.#keyAt(before) === key) return before;
    for (let index = 0; index < this.#heights.count; index++) if (this.#keyAt(index) === key) return index;
    return -1;
  }
}
