/** As far as it is used here; the package has no types of its own. */
declare module 'tabulator-tables' {
  export class TabulatorFull {
    constructor(into: HTMLElement, options: object);
    on(event: string, listener: () => void): void;
    destroy(): void;
    setSort(field: string, direction: 'asc' | 'desc'): void;
  }
}

/** Its styles: without them nothing of it scrolls. */
declare module 'tabulator-tables/dist/css/tabulator.min.css';
