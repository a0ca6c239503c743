import { expect } from '@open-wc/testing';
import { SourceError } from '../../../src/model/source-error.js';
import { parseJson } from '../../../src/rest/json.js';
import { createReading, rowsOf } from './rows.js';

describe('plain rows', () => {
  const objects = [{ PLAN_ID: 7, name: 'a' }, { PLAN_ID: 8 }];
  for (const [name, answer] of Object.entries({
    'as an array': objects,
    'under rows': { rows: objects },
    'under data': { data: objects },
    'under items': { items: objects },
  })) {
    it(`are read ${name}`, async () => {
      const { rows, columns, leftOut } = await rowsOf(answer);
      expect(rows.map((row) => row.text('plan_id'))).to.deep.equal(['7', '8']);
      expect(columns.map((column) => column.name)).to.deep.equal(['PLAN_ID', 'name']);
      expect(leftOut).to.equal(0);
    });
  }

  it('know a missing column from an empty one', async () => {
    const [first, second] = (await rowsOf([{ a: null }, {}])).rows;
    expect(first?.cell('a')).to.equal(null);
    expect(first?.has('a')).to.equal(true);
    expect(second?.cell('a')).to.equal(undefined);
    expect(second?.has('a')).to.equal(false);
  });

  it('have columns in any letter case', async () => {
    const [row] = (await rowsOf([{ Client_Customer_ID: '007' }])).rows;
    expect(row?.text('CLIENT_CUSTOMER_ID')).to.equal('007');
  });

  it('keep every digit of an int64, as a number or as text (T26)', async () => {
    const neighbours = parseJson('[{"id":9223372036854775807},{"id":9223372036854775806},{"id":"9007199254740993"},{"id":9007199254740993}]');
    const { rows } = await rowsOf(neighbours);
    expect(rows.map((row) => row.text('id'))).to.deep.equal(['9223372036854775807', '9223372036854775806', '9007199254740993', '9007199254740993']);
  });

  it('read booleans and numbers from text, and zero and false as the values they are (T27)', async () => {
    const [row] = (await rowsOf([{ yes: 'true', no: 'false', one: 1, zero: '0', amount: '12.50', product: 0, target: false, none: '' }])).rows;
    expect(['yes', 'no', 'one', 'zero', 'none'].map((column) => row?.boolean(column))).to.deep.equal([true, false, true, false, undefined]);
    expect(row?.decimal('amount')).to.equal('12.50');
    expect(row?.text('product')).to.equal('0');
    expect(row?.boolean('target')).to.equal(false);
    expect(row?.text('none')).to.equal(undefined);
  });

  it('survive several types in one column', async () => {
    const { rows } = await rowsOf([{ v: 1 }, { v: 'n/a' }, { v: true }, { v: null }, { v: { deep: [1] } }, { v: [2, 'x'] }]);
    expect(rows.map((row) => row.text('v'))).to.deep.equal(['1', 'n/a', 'true', undefined, '{"deep":[1]}', '[2,"x"]']);
    expect(rows.map((row) => row.decimal('v'))).to.deep.equal(['1', undefined, undefined, undefined, undefined, undefined]);
  });

  it('never shift a plain day, however it is written (T25)', async () => {
    const written = ['2024-03-01', '2024-03-01 00:00:00', '2024-03-01T00:00:00Z', '2024-03-01T23:30:00-08:00', '2024-02-30', '', 'soon', '2024-03-011'];
    const { rows } = await rowsOf(written.map((day) => ({ day })));
    expect(rows.map((row) => row.day('day'))).to.deep.equal([
      '2024-03-01',
      '2024-03-01',
      '2024-03-01',
      '2024-03-01',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('take a moment without offset as UTC, and numbers by their size (T25, V12)', async () => {
    const at = Date.UTC(2024, 2, 1, 10, 30);
    const written = [
      '2024-03-01 10:30:00',
      '2024-03-01T10:30:00Z',
      '2024-03-01 10:30:00 UTC',
      '2024-03-01 11:30:00.000 +0100',
      at / 1000,
      at,
      at * 1000,
      String(at * 1000),
      `${at / 1e12}E9`,
    ];
    const { rows } = await rowsOf(written.map((moment) => ({ moment })));
    expect(rows.map((row) => row.instant('moment'))).to.deep.equal(written.map(() => at));
    expect((await rowsOf([{ m: '2024-02-30 10:00:00' }, { m: 'yesterday' }, { m: true }])).rows.map((row) => row.instant('m'))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await rowsOf([{ m: '2024-03-01' }])).rows[0]?.instant('m')).to.equal(Date.UTC(2024, 2, 1));
  });

  it('are renamed by an alias map, which cannot reach a prototype (PS16, X8)', async () => {
    const aliases = new Map([
      ['EXECUTION_DATE', 'Exec_Dt'],
      ['__proto__', 'toString'],
    ]);
    const { rows, columns } = await rowsOf([{ EXECUTION_DATE: '1999-01-01', EXEC_DT: '2024-03-01', other: 1 }], aliases);
    expect(rows[0]?.day('EXECUTION_DATE')).to.equal('2024-03-01');
    expect(columns.map((column) => column.name)).to.include('EXECUTION_DATE');
    expect(rows[0]?.text('toString')).to.equal(undefined);
    expect(rows[0]?.text('constructor')).to.equal(undefined);
  });

  it('leave out and count what is no row', async () => {
    const { rows, leftOut } = await rowsOf([{ a: 1 }, null, 'x', 3, [1], { a: 2 }]);
    expect(rows).to.have.lengthOf(2);
    expect(leftOut).to.equal(4);
  });

  it('follow a cursor to the last page, and stop at one that leads to itself', async () => {
    const pages = createReading([
      { rows: [{ a: 1 }], nextCursor: 'two' },
      { rows: [{ a: 2, b: 'late column' }], nextCursor: null },
    ]);
    const { rows, columns } = await pages.read();
    expect(rows.map((row) => row.text('a'))).to.deep.equal(['1', '2']);
    expect(columns.map((column) => column.name)).to.deep.equal(['a', 'b']);
    expect(pages.asked).to.deep.equal([{}, { cursor: 'two' }]);

    const circle = createReading([{ rows: [{ a: 1 }], nextCursor: 'same' }]);
    expect((await circle.read()).rows).to.have.lengthOf(2);
  });

  it('carry the query behind them', async () => {
    expect((await rowsOf({ rows: [], meta: { query: 'SELECT 1' } })).query).to.equal('SELECT 1');
  });

  for (const [answer, reason] of [
    [null, 'shape'],
    [42, 'shape'],
    ['rows', 'shape'],
    [{ status: 'ok' }, 'shape'],
    [{ error: { message: 'no such table' } }, 'backend'],
  ] as const) {
    it(`refuse ${JSON.stringify(answer)}`, async () => {
      const failure = await rowsOf(answer).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(SourceError).with.nested.property('details.reason', reason);
    });
  }

  it('lose what could mislead whoever reads them (TH20)', async () => {
    const [row] = (await rowsOf([{ name: 'Ada\u202e\u0000' }])).rows;
    expect(row?.text('name')).to.equal('Ada\ufffd');
  });
});
