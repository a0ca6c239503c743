import { expect } from '@open-wc/testing';
import { SourceError } from '../../../src/model/source-error.js';
import { createReading, rowsOf } from './rows.js';

const job = { projectId: 'p', jobId: 'job-1', location: 'EU' };

/** An answer as https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query shows it. */
function answer(fields: readonly { name: string; type: string; mode?: string }[], rows: readonly (readonly unknown[])[], more: object = {}) {
  return {
    kind: 'bigquery#queryResponse',
    schema: { fields },
    jobReference: job,
    totalRows: String(rows.length),
    rows: rows.map((cells) => ({ f: cells.map((v) => ({ v })) })),
    jobComplete: true,
    ...more,
  };
}

describe("rows of BigQuery's jobs.query", () => {
  it('are nested and are read by their type', async () => {
    const fields = [
      { name: 'id', type: 'INTEGER' },
      { name: 'value', type: 'NUMERIC' },
      { name: 'ab_target', type: 'BOOLEAN' },
      { name: 'day', type: 'DATE' },
      { name: 'at', type: 'DATETIME' },
      { name: 'name', type: 'STRING' },
      { name: 'nothing', type: 'STRING' },
      { name: 'tags', type: 'STRING', mode: 'REPEATED' },
    ];
    const [row] = (
      await rowsOf(answer(fields, [['9223372036854775806', '0.10', 'false', '2024-03-01', '2024-03-01T10:00:00', 'x', null, [{ v: 'a' }, { v: 'b' }]]]))
    ).rows;
    expect(row?.text('ID')).to.equal('9223372036854775806');
    expect(row?.decimal('value')).to.equal('0.10');
    expect(row?.boolean('ab_target')).to.equal(false);
    expect(row?.day('day')).to.equal('2024-03-01');
    expect(row?.instant('at')).to.equal(Date.UTC(2024, 2, 1, 10));
    expect(row?.cell('nothing')).to.equal(null);
    expect(row?.text('tags')).to.equal('["a","b"]');
  });

  for (const [format, value] of [
    ['float seconds', '1.408452095E9'],
    ['int64 microseconds', '1408452095000000'],
    ['ISO 8601', '2014-08-19T12:41:35.000000000000Z'],
  ] as const) {
    it(`tell timestamps as ${format}`, async () => {
      const [row] = (await rowsOf(answer([{ name: 'at', type: 'TIMESTAMP' }], [[value]]))).rows;
      expect(row?.instant('at')).to.equal(Date.UTC(2014, 7, 19, 12, 41, 35));
    });
  }

  it('are waited for while the job is not complete', async () => {
    const reading = createReading([
      { jobComplete: false, jobReference: job },
      { jobComplete: false, jobReference: job },
      answer([{ name: 'a', type: 'STRING' }], [['done']]),
    ]);
    expect((await reading.read()).rows.map((row) => row.text('a'))).to.deep.equal(['done']);
    expect(reading.asked).to.deep.equal([{}, { jobId: 'job-1' }, { jobId: 'job-1' }]);
  });

  it('are read page after page, with the columns of the first', async () => {
    const fields = [{ name: 'a', type: 'INTEGER' }];
    const reading = createReading([answer(fields, [['1']], { pageToken: 'two' }), { rows: [{ f: [{ v: '2' }] }], jobComplete: true, jobReference: job }]);
    expect((await reading.read()).rows.map((row) => row.text('a'))).to.deep.equal(['1', '2']);
    expect(reading.asked).to.deep.equal([{}, { jobId: 'job-1', pageToken: 'two' }]);
  });

  it('may be none: an empty result has no rows at all', async () => {
    const { rows: _rows, ...empty } = answer([{ name: 'a', type: 'STRING' }], []);
    const { rows, columns } = await rowsOf(empty);
    expect(rows).to.deep.equal([]);
    expect(columns.map(({ name }) => name)).to.deep.equal(['a']);
  });

  it('are left out and counted when they are not rows', async () => {
    const { rows, leftOut } = await rowsOf(answer([{ name: 'a', type: 'STRING' }], [['x']], { rows: [{ f: [{ v: 'x' }] }, { g: 1 }, null] }));
    expect(rows).to.have.lengthOf(1);
    expect(leftOut).to.equal(2);
  });

  it('are refused when nobody says what the job is called, or what the columns are', async () => {
    for (const wrong of [{ jobComplete: false }, { jobComplete: true, rows: [{ f: [{ v: 'x' }] }] }]) {
      expect(await rowsOf(wrong).catch((error: unknown) => error))
        .to.be.instanceOf(SourceError)
        .with.nested.property('details.reason', 'shape');
    }
  });
});
