import { expect } from '@open-wc/testing';
import { type DataTable, renderTable, type Sorting, tableStyles } from '../../src/ui/data-table.js';
import { axe } from '../helpers/axe.js';
import { draw, find } from '../helpers/draw.js';

interface Line {
  readonly date: string;
  readonly sales: string;
}

const table: DataTable<Line> = {
  caption: 'Gross sales by day',
  columns: [
    { key: 'date', header: 'Date', cell: ({ date }) => date, rowHeader: true, sortable: true },
    { key: 'sales', header: 'Gross sales', cell: ({ sales }) => sales, numeric: true, sortable: true },
    { key: 'note', header: 'Note', cell: () => '—' },
  ],
  rows: [
    { date: '20 Nov', sales: '€1,840.50' },
    { date: '18 Nov', sales: '€1,817.40' },
  ],
};

describe('a table of figures', () => {
  it('has a name, and headers for its columns and rows (A23)', async () => {
    const { host, root } = draw(renderTable(table), [tableStyles]);
    expect(find(root, 'caption').textContent).to.equal('Gross sales by day');
    expect([...root.querySelectorAll('thead th')].map((header) => [header.textContent?.trim(), header.getAttribute('scope')])).to.deep.equal([
      ['Date', 'col'],
      ['Gross sales', 'col'],
      ['Note', 'col'],
    ]);
    expect([...root.querySelectorAll('tbody th')].map((header) => [header.textContent, header.getAttribute('scope')])).to.deep.equal([
      ['20 Nov', 'row'],
      ['18 Nov', 'row'],
    ]);
    await axe(host);
  });

  it('says by which column it is ordered, and asks for the other way round when pressed', async () => {
    const asked: Sorting[] = [];
    const sorted = { ...table, sorting: { key: 'date', descending: true }, onSort: (sorting: Sorting) => asked.push(sorting) };
    const { host, root } = draw(renderTable(sorted), [tableStyles]);
    expect([...root.querySelectorAll('thead th')].map((header) => header.getAttribute('aria-sort'))).to.deep.equal(['descending', null, null]);
    for (const button of root.querySelectorAll<HTMLElement>('thead button')) button.click();
    expect(asked).to.deep.equal([
      { key: 'date', descending: false },
      { key: 'sales', descending: false },
    ]);
    await axe(host);
  });

  it('wider than its place scrolls by itself, and can be reached by keyboard for that', () => {
    const { host, root } = draw(renderTable({ ...table, columns: [{ key: 'sales', header: 'x'.repeat(400), cell: () => '1', numeric: true }] }), [tableStyles]);
    const region = find(root, '[role=region]');
    expect(region.scrollWidth).to.be.greaterThan(region.clientWidth);
    expect(host.scrollWidth).to.equal(host.clientWidth);
    region.focus();
    expect(root.activeElement).to.equal(region);
  });

  it('aligns figures to the end with digits of equal width', () => {
    const { root } = draw(renderTable(table), [tableStyles]);
    const { textAlign, fontVariantNumeric } = getComputedStyle(find(root, 'tbody td'));
    expect(textAlign).to.equal('end');
    expect(fontVariantNumeric).to.equal('tabular-nums');
  });
});
