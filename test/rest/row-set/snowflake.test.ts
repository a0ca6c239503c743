import { expect } from '@open-wc/testing';
import { SourceError } from '../../../src/model/source-error.js';
import { createReading, rowsOf } from './rows.js';

/** A result as https://docs.snowflake.com/en/developer-guide/sql-api/handling-responses shows it. */
function result(rowType: readonly { name: string; type: string }[], data: readonly (readonly (string | null)[])[], more: object = {}) {
  return {
    resultSetMetaData: { numRows: data.length, format: 'jsonv2', rowType, partitionInfo: [{ rowCount: data.length }] },
    data,
    code: '090001',
    statementHandle: '01b0',
    ...more,
  };
}

describe("rows of Snowflake's SQL API", () => {
  it('come as strings and are read by their type', async () => {
    const types = [
      { name: 'AMOUNT', type: 'fixed' },
      { name: 'ID', type: 'fixed' },
      { name: 'SHARE', type: 'real' },
      { name: 'TARGET', type: 'boolean' },
      { name: 'PROFILE_DATE', type: 'date' },
      { name: 'NAME', type: 'text' },
      { name: 'NOTHING', type: 'fixed' },
    ];
    const { rows, columns } = await rowsOf(result(types, [['12.50', '9223372036854775807', '1.5e-3', 'false', '19783', 'null', null]]));
    const [row] = rows;
    expect(row?.decimal('amount')).to.equal('12.50');
    expect(row?.text('id')).to.equal('9223372036854775807');
    expect(row?.decimal('share')).to.equal('0.0015');
    expect(row?.boolean('target')).to.equal(false);
    expect(row?.day('profile_date')).to.equal('2024-03-01');
    expect(row?.text('name')).to.equal('null');
    expect(row?.cell('nothing')).to.equal(null);
    expect(columns.map(({ kind }) => kind)).to.deep.equal(['number', 'number', 'number', 'boolean', 'day', 'text', 'number']);
  });

  it('count days from 1970, before it too', async () => {
    const { rows } = await rowsOf(result([{ name: 'D', type: 'date' }], [['0'], ['-1'], ['18262'], [null]]));
    expect(rows.map((row) => row.day('d'))).to.deep.equal(['1970-01-01', '1969-12-31', '2020-01-01', undefined]);
  });

  it('count seconds with a fraction, and keep the wall clock of a zone so that its day stays its day', async () => {
    const types = [
      { name: 'N', type: 'timestamp_ntz' },
      { name: 'L', type: 'timestamp_ltz' },
      { name: 'Z', type: 'timestamp_tz' },
    ];
    // 2021-03-19T17:06:59.5Z; 960 − 1440 = −480 minutes; 1770 − 1440 = +330 minutes.
    const { rows } = await rowsOf(
      result(types, [
        ['1616173619.500000000', '1616173619.500000000', '1616173619.500000000 960'],
        ['-0.500000000', '0.000000000', '1616191800.000000000 1770'],
      ]),
    );
    const at = Date.UTC(2021, 2, 19, 17, 6, 59, 500);
    expect(['n', 'l', 'z'].map((column) => rows[0]?.instant(column))).to.deep.equal([at, at, at]);
    expect(rows[0]?.text('z')).to.equal('2021-03-19T09:06:59.500-08:00');
    expect(rows[1]?.instant('n')).to.equal(-500);
    expect(rows[1]?.text('z')).to.equal('2021-03-20T03:40:00.000+05:30');
    expect(rows[1]?.day('z')).to.equal('2021-03-20');
  });

  it('read the word null as nothing where the backend asked for words, but not in texts', async () => {
    const types = [
      { name: 'A', type: 'fixed' },
      { name: 'D', type: 'date' },
    ];
    const [row] = (await rowsOf(result(types, [['null', 'null']]))).rows;
    expect(row?.cell('a')).to.equal(null);
    expect(row?.day('d')).to.equal(undefined);
  });

  it('are waited for while the statement runs (202), and asked for by handle', async () => {
    const running = { code: '333334', message: 'Asynchronous execution in progress.', statementHandle: 'h-1', statementStatusUrl: '/api/v2/statements/h-1' };
    const reading = createReading([running, running, result([{ name: 'A', type: 'text' }], [['done']])]);
    expect((await reading.read()).rows.map((row) => row.text('a'))).to.deep.equal(['done']);
    expect(reading.asked).to.deep.equal([{}, { handle: 'h-1' }, { handle: 'h-1' }]);
    expect(reading.waits).to.deep.equal([250, 500]);
  });

  it('are not waited for without end', async () => {
    const reading = createReading([{ code: '333334', statementHandle: 'h-1' }]);
    const failure = await reading.read().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(SourceError).with.property('kind', 'timeout');
    expect(reading.waits.reduce((sum, wait) => sum + wait, 0)).to.be.at.most(30_000);
  });

  it('are refused when the statement failed', async () => {
    const failure = await rowsOf({ code: '002140', message: 'SQL compilation error', sqlState: '42601', statementHandle: 'h-1' }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.deep.include({ kind: 'malformed', details: { reason: 'backend' } });
  });

  it('are put together from all partitions, in order', async () => {
    const types = [{ name: 'A', type: 'text' }];
    const first = result(types, [['p0']]);
    const parts = { ...first, resultSetMetaData: { ...first.resultSetMetaData, partitionInfo: Array.from({ length: 7 }, () => ({ rowCount: 1 })) } };
    const reading = createReading([parts, ...[1, 2, 3, 4, 5, 6].map((part) => ({ data: [[`p${part}`]] }))]);
    expect((await reading.read()).rows.map((row) => row.text('a'))).to.deep.equal(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    expect(reading.asked.slice(1)).to.deep.equal([1, 2, 3, 4, 5, 6].map((part) => ({ handle: '01b0', partition: String(part) })));
  });

  it('say when the result was too large to come whole', async () => {
    expect((await rowsOf(result([{ name: 'A', type: 'text' }], [['x']], { code: '391908' }))).truncated).to.equal(true);
  });

  it('may be none', async () => {
    const { rows, truncated } = await rowsOf(result([{ name: 'A', type: 'text' }], []));
    expect(rows).to.deep.equal([]);
    expect(truncated).to.equal(false);
  });

  it('are refused without columns', async () => {
    const failure = await rowsOf({ resultSetMetaData: {}, data: [] }).catch((error: unknown) => error);
    expect(failure).to.have.nested.property('details.paths').that.includes('resultSetMetaData.rowType');
  });
});
