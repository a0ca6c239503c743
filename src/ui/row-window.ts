import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { afterPaint } from './after-paint.js';
import { RowLayout, type WindowRows } from './row-layout.js';

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

/** What the window counts on; stands after the list's own looks, which say how high it may become. */
export const rowWindowStyles = css`
  .list {
    position: relative;
    overflow-y: auto;
    /* The list keeps its place by itself. */
    overflow-anchor: none;
    /* What gets the focus is never brought to rest under the heading that sticks (A21), nor under the veil. */
    scroll-padding-block: 3.5em 28px;
    border-block-start: 1px solid var(--_border);
  }
  /* What is cut at the lower edge fades away, so that more is seen to follow; what ends the list stands above the veil. */
  .list::after {
    content: '';
    position: sticky;
    z-index: 2;
    inset-block-end: 0;
    display: block;
    block-size: 28px;
    margin-block-start: -28px;
    background-image: linear-gradient(transparent, var(--_surface));
    pointer-events: none;
  }
  .range {
    position: relative;
    overflow: clip;
  }
  .window {
    position: absolute;
    inset-inline: 0;
  }
  .away {
    position: absolute;
    inset-block-start: -9999px;
    inset-inline: 0;
  }
  @media print {
    .list {
      max-block-size: none;
      overflow: visible;
    }
    .list::after {
      display: none;
    }
    .range {
      overflow: visible;
    }
    .window {
      position: static;
    }
  }
`;

/** Height of the veil at the lower edge. */
const VEIL = 28;
/** What is drawn beyond each edge, so that scrolling shows no gap. */
const OVERSCAN = 200;
/** Firefox lays out nothing that is higher than about 17.9 million pixels: above this the range is scaled. */
const LONGEST = 16_000_000;
/** Scrolling has come to rest after so long. */
const REST = 150;

/**
 * Says which rows of a long list to draw, whatever their heights and however many there are: what is drawn follows what is seen.
 * The host draws a `.list` that scrolls, in it a `.range` and in that a `.window` with the groups; headings, rows and the one
 * `.tail` carry their `data-index`.
 *
 * Where the reader is (`#offset`) is kept apart from where the scroll bar is: they differ while rows above turn out higher than
 * guessed, and where the list is longer than a browser can lay out. When scrolling rests the bar is brought back in line. Where rows
 * lie and how high they are is the business of `RowLayout`.
 */
export class RowWindow implements ReactiveController {
  readonly #host: Host;
  readonly #near: (edge: 'start' | 'end') => void;
  readonly #layout = new RowLayout();
  #list: HTMLElement | undefined;
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** First pixel of the whole list in sight. */
  #offset = 0;
  /** Where the scroll bar stood when we last looked. */
  #scrolled = 0;
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
    const layout = this.#layout;
    if (rows !== layout.rows) {
      // The tail is where more comes: no place to hold on to.
      const anchor = Math.min(layout.heights.indexAt(this.#offset), layout.tail - 1);
      const [key, rest] = anchor < 0 ? [undefined, 0] : [layout.keyAt(anchor), this.#offset - layout.heights.top(anchor)];
      layout.take(rows);
      const index = key === undefined ? -1 : layout.find(key, anchor);
      this.#offset = index < 0 ? 0 : Math.min(layout.heights.top(index) + rest, layout.end);
    }
    this.#shown = this.#withFocused(this.#visible());
    return this.#shown;
  }

  /** Forgets the rows: they are gone, and nothing of them stays behind (PR10). */
  forget(): void {
    this.#layout.forget();
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
    const highest = this.#layout.heights.indexAt(this.#offset);
    let first = -1;
    for (const { group, from, to } of this.#shown) {
      for (let row = from; row < to; row++) {
        if (this.#layout.rows.keyOf(row) === preferred) return row;
        if (first < 0 && row + group + 1 > highest) first = row;
      }
    }
    return first < 0 ? (this.#shown[0]?.from ?? 0) : first;
  }

  /** Brings the heading of a group to the top and, if so wanted, gives it the focus. */
  showGroup(group: number, focus: boolean): void {
    const heading = this.#layout.headingOf(group);
    this.#moveTo(this.#layout.heights.top(heading));
    if (focus) this.#focusNext = heading;
    this.#host.requestUpdate();
  }

  /** Brings a row into sight below its heading and gives it the focus. */
  focusRow(row: number): void {
    const layout = this.#layout;
    const group = Math.max(
      layout.rows.groups.findIndex(({ start, size }) => row < start + size),
      0,
    );
    const index = row + group + 1;
    const [top, heading] = [layout.heights.top(index), layout.heights.height(layout.headingOf(group))];
    const [highest, lowest] = [top - heading, top + layout.heights.height(index) - layout.viewport + VEIL];
    if (this.#offset > highest) this.#moveTo(highest);
    else if (this.#offset < lowest) this.#moveTo(Math.min(lowest, highest));
    this.#focusNext = index;
    this.#host.requestUpdate();
  }

  /** Row of the element or of whatever is around it; −1 for a heading and for the tail. */
  rowOf(element: Element): number {
    const index = indexOf(element);
    return index < 0 ? -1 : this.#layout.rowAt(index);
  }

  /** Group of the element or of whatever is around it. */
  groupOf(element: Element): number {
    return this.#layout.groupOf(indexOf(element));
  }

  // The `data-index` of things.
  indexOfHeading(group: number): number {
    return this.#layout.headingOf(group);
  }
  indexOfRow(row: number, group: number): number {
    return row + group + 1;
  }
  get indexOfTail(): number {
    return this.#layout.tail;
  }

  /** Whether the tail is among what is drawn. */
  get atEnd(): boolean {
    return this.#last >= this.indexOfTail;
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Paper shows what is loaded, not what is in sight; beyond this it is no longer a page but a file: that is what the export is for.
    window.addEventListener('beforeprint', () => this.#print(this.#layout.rows.count <= 2000), { signal });
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
    // In the same picture in which it was drawn; later changes are told of by the observer.
    const drawn = this.#layout.drawnAnew(list);
    if (drawn.length > 0) this.#measure(list, drawn);
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
    this.#layout.watch(list, () => this.#onResize());
    if (this.#offset > 0) this.#moveTo(this.#offset);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#hurries = true;
    this.#layout.unwatch();
    this.#list?.removeEventListener('scroll', this.#onScroll);
    this.#list?.removeEventListener('focusin', this.#onFocus);
    this.#list?.removeEventListener('focusout', this.#onBlur);
    this.#list = undefined;
    this.#focused = undefined;
    this.#scrolled = 0;
  }

  #visible(): readonly VisibleGroup[] {
    const layout = this.#layout;
    const { groups } = layout.rows;
    if (groups.length === 0) return [];
    [this.#first, this.#last] = this.#everything ? [0, layout.tail] : this.#stretch();
    const [firstGroup, lastGroup] = [layout.groupOf(this.#first), layout.groupOf(Math.min(this.#last, layout.tail - 1))];
    const visible: VisibleGroup[] = [];
    for (let group = firstGroup; group <= lastGroup; group++) {
      const { start, size } = groups[group]!;
      const shift = group + 1;
      visible.push({ group, from: Math.max(start, this.#first - shift), to: Math.min(start + size, this.#last - shift + 1) });
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
    const layout = this.#layout;
    return [layout.heights.indexAt(this.#offset - beyond), layout.heights.indexAt(this.#offset + layout.viewport + beyond)];
  }

  /** The focus survives scrolling: what has it stays in the tree although it is out of sight. */
  #withFocused(visible: readonly VisibleGroup[]): readonly VisibleGroup[] {
    const layout = this.#layout;
    const index = this.#focused === undefined ? -1 : layout.find(this.#focused, this.#focusedIndex);
    this.#focusedIndex = index;
    if (index < 0 || index === layout.tail || (index >= this.#first && index <= this.#last)) return visible;
    const [group, awayRow] = [layout.groupOf(index), layout.rowAt(index)];
    const row = awayRow < 0 ? {} : { awayRow };
    const held = visible.findIndex((each) => each.group === group);
    // Its group is drawn anyway, and with it its heading.
    if (held >= 0) return visible.map((each, place) => (place === held ? { ...each, ...row } : each));
    const kept = { group, from: 0, to: 0, away: true, ...row };
    return index < this.#first ? [kept, ...visible] : [...visible, kept];
  }

  #place(): void {
    const layout = this.#layout;
    const [range, view] = [this.#list?.querySelector<HTMLElement>('.range'), this.#list?.querySelector<HTMLElement>('.window')];
    if (!range || !view) return;
    range.style.setProperty('block-size', this.#everything ? 'auto' : `${this.#range}px`);
    if (layout.rows.groups.length === 0) return;
    const heading = layout.headingOf(layout.groupOf(Math.min(this.#first, layout.tail - 1)));
    // A group that begins further up still has its heading, which sticks to the top.
    const top = this.#first === heading ? layout.heights.top(heading) : layout.heights.top(this.#first) - layout.heights.height(heading);
    view.style.setProperty('inset-block-start', this.#everything ? '0px' : `${this.#scrolled + top - this.#offset}px`);
  }

  /** Height of what scrolls. */
  get #range(): number {
    return Math.min(this.#layout.heights.total, LONGEST);
  }

  #moveTo(offset: number): void {
    this.#offset = Math.min(Math.max(offset, 0), this.#layout.end);
    this.#alignBar();
  }

  #alignBar(): void {
    if (!this.#list) return;
    // The range may have grown since it was last drawn.
    this.#list.querySelector<HTMLElement>('.range')?.style.setProperty('block-size', `${this.#range}px`);
    const { end, viewport } = this.#layout;
    const wanted = end === 0 ? 0 : (this.#offset * Math.max(this.#range - viewport, 0)) / end;
    if (Math.abs(wanted - this.#list.scrollTop) > 1) this.#list.scrollTop = wanted;
    this.#scrolled = this.#list.scrollTop;
    this.#place();
  }

  readonly #onScroll = (): void => {
    const list = this.#list;
    if (!list || this.#everything) return;
    const moved = list.scrollTop - this.#scrolled;
    if (moved === 0) return;
    this.#layout.look(list);
    this.#scrolled = list.scrollTop;
    const { end, viewport } = this.#layout;
    const bar = this.#range - viewport;
    // The wheel and the keys move by pixels, the bar itself by parts of the whole.
    const offset = Math.abs(moved) < 2 * viewport ? this.#offset + moved : (this.#scrolled * end) / bar;
    this.#offset = this.#scrolled <= 0 ? 0 : this.#scrolled >= bar - 1 ? end : Math.min(Math.max(offset, 0), end);
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

  /** Nothing is resized while sizes are reported: the browser, and whoever observes us, could not settle (HP16). */
  #onResize(): void {
    requestAnimationFrame(() => {
      const list = this.#list;
      if (!list || this.#everything) return;
      this.#measure(list);
      this.#redraw();
    });
  }

  /** Has these measured, or all that is drawn; what is in sight stays where it is, whatever turned out higher above it. */
  #measure(list: HTMLElement, rows?: readonly Element[]): void {
    if (this.#everything) return;
    const layout = this.#layout;
    const anchor = layout.heights.indexAt(this.#offset);
    const rest = this.#offset - layout.heights.top(anchor);
    if (layout.measure(list, rows)) {
      this.#offset = layout.heights.top(anchor) + rest;
      this.#place();
    }
    const filled = layout.heights.indexAt(this.#offset + layout.viewport);
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
    if (this.#last >= this.#layout.tail - 2) this.#near('end');
    if (this.#first <= 2) this.#near('start');
  }

  readonly #onFocus = ({ target }: FocusEvent): void => {
    const index = target instanceof Element ? indexOf(target) : -1;
    this.#focused = index < 0 ? undefined : this.#layout.keyAt(index);
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
}

/** The `data-index` of the element or of whatever is around it; −1 outside of them. */
function indexOf(element: Element): number {
  return Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1);
}
