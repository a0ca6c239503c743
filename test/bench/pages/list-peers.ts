// What one would take instead for a long list: each shows the same eight texts in each row, in a window and rows of the same height.
import 'tabulator-tables/dist/css/tabulator.min.css';
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EventWire } from '../../../mocks/wire.js';

export const WINDOW = 480;
const ROW = 32;
const COLUMNS = 8;

export interface ListPeer {
  /** Shows the rows, and gives what takes them away as its documentation says. */
  show(into: HTMLElement, rows: readonly EventWire[]): () => void;
  /** What scrolls within. */
  scroller(into: HTMLElement): Element | undefined;
  /** Finds each of the texts. */
  readonly cell: string;
  /** Whether a place shows nothing, by what is found there. */
  isEmpty(found: Element | null): boolean;
}

/** Whether the window is full of texts. */
export const isFull = (into: HTMLElement, { cell }: ListPeer) => into.querySelectorAll(cell).length >= Math.floor(WINDOW / ROW) * COLUMNS;

type Text = (event: EventWire) => string;

/** The texts of a row, one by one; making the formatter belongs to the first picture. */
function texts(): readonly Text[] {
  const time = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
  return [
    ({ at }) => time.format(Date.parse(at)),
    ({ name }) => name ?? '',
    ({ type }) => type,
    ({ category }) => category,
    ({ product }) => product?.name ?? '',
    ({ value }) => value?.amount ?? '',
    ({ source }) => source ?? '',
    ({ id }) => id,
  ];
}

const inLine = `height: ${ROW}px; display: flex; gap: 8px;`;
const positioned = `position: absolute; left: 0; right: 0; ${inLine}`;

/** A row with room for the texts. */
function emptyRow(style: string): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.style.cssText = style;
  row.append(...Array.from({ length: COLUMNS }, () => document.createElement('span')));
  return row;
}

function fillRow(row: HTMLElement, event: EventWire, columns: readonly Text[]): void {
  columns.forEach((text, index) => {
    const span = row.children[index];
    if (span) span.textContent = text(event);
  });
}

function scrollerIn(into: HTMLElement): HTMLElement {
  const list = document.createElement('div');
  list.className = 'list';
  list.style.cssText = `height: ${WINDOW}px; overflow: auto; position: relative; contain: strict;`;
  into.append(list);
  return list;
}

const ofRows: Omit<ListPeer, 'show'> = {
  scroller: (into) => into.querySelector('.list') ?? undefined,
  cell: '.row > span',
  isEmpty: (found) => !found?.closest('.row'),
};

/** As many elements as are seen, moved and filled anew. */
const rowsByHand: ListPeer = {
  ...ofRows,
  show: (into, rows) => {
    const list = scrollerIn(into);
    const range = document.createElement('div');
    range.style.height = `${rows.length * ROW}px`;
    list.append(range);
    const pool = Array.from({ length: Math.ceil(WINDOW / ROW) + 14 }, () => emptyRow(positioned));
    range.append(...pool);
    const columns = texts();
    const fill = () => {
      const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 7);
      pool.forEach((row, index) => {
        const event = rows[first + index];
        row.hidden = !event;
        if (!event) return;
        row.style.transform = `translateY(${(first + index) * ROW}px)`;
        fillRow(row, event, columns);
      });
    };
    list.addEventListener('scroll', fill);
    fill();
    return () => list.remove();
  },
};

/** It says which rows there are and where; elements are made and removed as it says, none is taken over by another row. */
async function tanStackVirtual(): Promise<ListPeer> {
  const { elementScroll, observeElementOffset, observeElementRect, Virtualizer } = await import('@tanstack/virtual-core');
  return {
    ...ofRows,
    show: (into, rows) => {
      const list = scrollerIn(into);
      const range = document.createElement('div');
      list.append(range);
      const columns = texts();
      const shown = new Map<number, HTMLElement>();
      const draw = () => {
        const items = virtualizer.getVirtualItems();
        const indexes = new Set(items.map(({ index }) => index));
        for (const [index, row] of shown) {
          if (indexes.has(index)) continue;
          row.remove();
          shown.delete(index);
        }
        for (const { index, start } of items) {
          const event = rows[index];
          if (!event || shown.has(index)) continue;
          const row = emptyRow(positioned);
          row.style.transform = `translateY(${start}px)`;
          fillRow(row, event, columns);
          range.append(row);
          shown.set(index, row);
        }
      };
      const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
        count: rows.length,
        getScrollElement: () => list,
        estimateSize: () => ROW,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
        onChange: draw,
      });
      const unmount = virtualizer._didMount();
      virtualizer._willUpdate();
      range.style.height = `${virtualizer.getTotalSize()}px`;
      draw();
      return () => {
        unmount();
        list.remove();
      };
    },
  };
}

/** A row of lit's, with a style for whoever lays it out. */
function template(event: EventWire, columns: readonly Text[], style: string) {
  const [at, name, type, category, product, value, source, id] = columns.map((text) => text(event));
  return html`<div class="row" style=${style}><span>${at}</span><span>${name}</span><span>${type}</span><span>${category}</span><span>${product}</span><span>${value}</span><span>${source}</span><span>${id}</span></div>`;
}

async function litVirtualizer(): Promise<ListPeer> {
  // It would load its layout by itself, later.
  const [{ flow }] = await Promise.all([import('@lit-labs/virtualizer/layouts/flow.js'), import('@lit-labs/virtualizer')]);
  return {
    ...ofRows,
    scroller: (into) => into.querySelector('lit-virtualizer') ?? undefined,
    show: (into, rows) => {
      const columns = texts();
      const row = (event: EventWire) => template(event, columns, `width: 100%; ${inLine}`);
      render(html`<lit-virtualizer scroller style="height: ${WINDOW}px" .layout=${flow()} .items=${rows} .renderItem=${row}></lit-virtualizer>`, into);
      return () => render(html``, into);
    },
  };
}

const ofGrid = (scroller: string, cell: string): Omit<ListPeer, 'show'> => ({
  scroller: (into) => into.querySelector(scroller) ?? undefined,
  cell,
  isEmpty: (found) => !found?.closest(cell)?.textContent,
});

async function tabulator(): Promise<ListPeer> {
  const { TabulatorFull } = await import('tabulator-tables');
  return {
    ...ofGrid('.tabulator-tableholder', '.tabulator-cell'),
    show: (into, rows) => {
      const columns = texts().map((text, index) => ({ title: `${index}`, formatter: (cell: { getData(): EventWire }) => text(cell.getData()) }));
      const options = { columns, layout: 'fitColumns', headerVisible: false, height: WINDOW, rowHeight: ROW };
      const table = new TabulatorFull(into, { ...options, data: rows as object[] });
      return () => table.destroy();
    },
  };
}

async function agGrid(): Promise<ListPeer> {
  const { ClientSideRowModelModule, createGrid, ModuleRegistry } = await import('ag-grid-community');
  ModuleRegistry.registerModules([ClientSideRowModelModule]);
  return {
    ...ofGrid('.ag-grid-viewport', '.ag-cell'),
    show: (into, rows) => {
      const columnDefs = texts().map((text) => ({ flex: 1, valueGetter: ({ data }: { data?: EventWire | undefined }) => data && text(data) }));
      const grid = createGrid<EventWire>(into, { columnDefs, rowData: rows as EventWire[], rowHeight: ROW, headerHeight: 0 });
      return () => grid.destroy();
    },
  };
}

/** All rows are there; of those out of sight the browser lays out and paints nothing. */
const contentVisibility: ListPeer = {
  ...ofRows,
  // An element it has left out so far.
  isEmpty: (found) => !found?.closest('.row')?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }),
  show: (into, rows) => {
    const list = scrollerIn(into);
    const columns = texts();
    const all = rows.map((event) => {
      const row = emptyRow(`content-visibility: auto; ${inLine}`);
      fillRow(row, event, columns);
      return row;
    });
    list.append(...all);
    return () => list.remove();
  },
};

/** All rows are there. */
const plainRepeat: ListPeer = {
  ...ofRows,
  show: (into, rows) => {
    const list = scrollerIn(into);
    const columns = texts();
    const row = (event: EventWire) => template(event, columns, inLine);
    render(html`${repeat(rows, ({ id }) => id, row)}`, list);
    return () => list.remove();
  },
};

export const listPeers = {
  'rows by hand': async () => rowsByHand,
  'TanStack Virtual': tanStackVirtual,
  '@lit-labs/virtualizer': litVirtualizer,
  Tabulator: tabulator,
  'AG Grid': agGrid,
  'content-visibility: auto': async () => contentVisibility,
  'lit repeat': async () => plainRepeat,
} satisfies Readonly<Record<string, () => Promise<ListPeer>>>;
