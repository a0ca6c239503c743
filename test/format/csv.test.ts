import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { toCsv, toCsvFile } from '../../src/format/csv.js';

/** Reads RFC 4180 text back, as a spreadsheet would. */
function fromCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  for (let match = cell.exec(text.slice(1)); match; match = cell.exec(text.slice(1))) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('an export', () => {
  it('is UTF-8 that spreadsheets recognise, with quoted commas, quotes and line ends', () => {
    expect(
      toCsv([
        ['Name', 'Note'],
        ['Oat drink, 1 l', 'said "yes"'],
        ['two\nlines', null],
        [7, true],
      ]),
    ).to.equal('\ufeffName,Note\r\n"Oat drink, 1 l","said ""yes"""\r\n"two\nlines",\r\n7,true\r\n');
  });

  for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', ' =1+1', '＝1+1', '=HYPERLINK("https://evil.example")', '-', '+49 30 1234']) {
    it(`cannot make a spreadsheet run ${JSON.stringify(text)}`, () => expect(fromCsv(toCsv([[text, 'end']]))[0]).to.deep.equal([`'${text}`, 'end']));
  }

  it('leaves numbers numbers', () => expect(toCsv([['-19.90', -3, '12', '0.5']])).to.equal('\ufeff-19.90,-3,12,0.5\r\n'));

  it('reads back as what went in, whatever that was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const back = fromCsv(toCsv(rows));
        expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=[\s=+\-@＝＋－＠])/u, '')))).to.deep.equal(
          rows.map((row) => row.map((cell) => cell.replace(/^'(?=[\s=+\-@＝＋－＠])/u, ''))),
        );
      }),
    );
  });

  it('says in a file whose it is, which days it holds, in which zone, from where and as of when', async () => {
    const facts = { customerId: '0042', timeFrame: 'all', timeZone: 'UTC', source: undefined, asOf: Date.UTC(2026, 10, 20) };
    const [head, rows] = fromCsv(`\ufeff${await toCsvFile(facts, [['date'], ['2026-11-18']]).text()}`).reduce<[string[][], string[][]]>(
      ([before, after], row) => (after.length || row.join('') === '' ? [before, [...after, row]] : [[...before, row], after]),
      [[], []],
    );
    expect(head).to.deep.equal([
      ['customer', '0042'],
      ['timeFrame', 'all'],
      ['timeZone', 'UTC'],
      ['source', ''],
      ['asOf', '2026-11-20T00:00:00.000Z'],
    ]);
    expect(rows.slice(1)).to.deep.equal([['date'], ['2026-11-18']]);
  });
});
