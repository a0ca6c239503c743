import { css, nothing, type TemplateResult } from 'lit';
import { html } from './html.js';
import { arrowDownIcon, arrowUpIcon } from './shared-icons.js';

/** One column: how it is called and what stands in it. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => unknown;
  /** Figures: aligned to the end, digits of equal width. */
  readonly numeric?: boolean;
  /** Its cells name their rows. */
  readonly rowHeader?: boolean;
  readonly sortable?: boolean;
}

/** Which column orders the rows, and how. */
export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** A real table (A2, A23): rows arrive in the order they are shown. */
export interface DataTable<Row> {
  /** Names the table; seen only when `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sorting?: Sorting;
  /** Asked with the ordering a press on a header wants: the other way round for the same column. */
  readonly onSort?: (sorting: Sorting) => void;
}

/** Style of tables. */
export const tableStyles = css`
  .table-scroll {
    overflow-x: auto;
    max-inline-size: 100%;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
    padding-block-end: var(--_space);
  }
  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  thead th {
    color: var(--_text-muted);
    white-space: nowrap;
  }
  th button {
    padding: 0;
    border: 0;
    background-color: transparent;
  }
  th button .icon {
    inline-size: 1em;
  }
  .numeric {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;

/** Draws a table with a caption and scoped headers; wide ones scroll by themselves, also by keyboard. */
export function renderTable<Row>(table: DataTable<Row>): TemplateResult {
  return html`<div class="table-scroll" role="region" aria-label=${table.caption} tabindex="0">
    <table part="table">
      <caption class=${table.captionShown ? nothing : 'visually-hidden'}>${table.caption}</caption>
      <thead>
        <tr>${table.columns.map((column) => renderHeader(column, table))}</tr>
      </thead>
      <tbody>
        ${table.rows.map((row) => html`<tr>${table.columns.map((column) => renderCell(column, row))}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

function renderHeader<Row>({ key, header, numeric, sortable }: Column<Row>, { sorting, onSort }: DataTable<Row>): TemplateResult {
  const sorted = sorting?.key === key ? sorting : undefined;
  const order = sorted && (sorted.descending ? 'descending' : 'ascending');
  const label =
    !sortable || !onSort
      ? header
      : html`<button @click=${() => onSort({ key, descending: sorted ? !sorted.descending : false })}>
        ${header}${order && (order === 'descending' ? arrowDownIcon() : arrowUpIcon())}
      </button>`;
  return html`<th scope="col" class=${numeric ? 'numeric' : nothing} aria-sort=${order ?? nothing}>${label}</th>`;
}

function renderCell<Row>({ cell, numeric, rowHeader }: Column<Row>, row: Row): TemplateResult {
  const style = numeric ? 'numeric' : nothing;
  return rowHeader ? html`<th scope="row" class=${style}>${cell(row)}</th>` : html`<td class=${style}>${cell(row)}</td>`;
}
