import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { SourceError } from '../../../src/model/source-error.js';
import type { Row } from '../../../src/rest/row-set/row.js';
import { holdsInTime } from '../../helpers/property.js';
import { rowsOf } from './rows.js';

/** What may stand where a word, a number, a cell or a whole part is expected (F8, PS1 to PS8, V1 to V12). */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'null',
    '0',
    '-17',
    '19723',
    '1408452095.000000000',
    '1408452095.5 1560',
    '99999999999999999999.9 99999999',
    '1.408452095E9',
    '9223372036854775807',
    1e308,
    -0,
    '\u0000\ud800\u202e',
    '__proto__',
    'constructor',
    {},
    [],
    { toString: 1, valueOf: 1 },
    { _$litType$: 1, strings: ['<b>'] },
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const mostly = (usual: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: anything });
const lists = (item: fc.Arbitrary<unknown>) => mostly(fc.array(mostly(item), { maxLength: 4 }));
const members = (usual: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(Object.fromEntries(Object.entries(usual).map(([name, arbitrary]) => [name, mostly(arbitrary)])), { requiredKeys: [] });

const name = fc.constantFrom('ID', 'AT', 'VALUE', 'toString', '__proto__');
const type = fc.constantFrom('fixed', 'date', 'timestamp_tz', 'TIMESTAMP', 'BOOLEAN', 'text', 'NUMERIC');
const snowflake = members({
  resultSetMetaData: members({ rowType: lists(members({ name, type })) }),
  data: lists(lists(anything)),
  code: fc.constantFrom('090001', '391908', '333334'),
});
const bigQuery = members({
  schema: members({ fields: lists(members({ name, type, mode: fc.constant('REPEATED') })) }),
  rows: lists(members({ f: lists(members({ v: anything })) })),
  jobComplete: fc.constantFrom(true, false),
  jobReference: members({ jobId: fc.constant('job') }),
});
const record = fc.dictionary(fc.oneof(name, fc.string()), anything, { maxKeys: 5 });
const plain = fc.oneof(
  fc.array(mostly(record), { maxLength: 5 }),
  members({ rows: lists(record), meta: members({ query: fc.string(), customerId: fc.string() }) }),
);

const readers = ['cell', 'text', 'decimal', 'day', 'instant', 'boolean'] as const;

/** What a row says of a column, in every way it can be asked. */
const told = (row: Row, column: string): readonly unknown[] => readers.map((reader) => row[reader](column));

const isPlain = (value: unknown) =>
  value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

describe('whatever stands in the place of rows', () => {
  it('is read into plain values or refused in known words, and reaches no prototype', async () => {
    await holdsInTime(
      fc.asyncProperty(fc.array(fc.oneof(snowflake, bigQuery, plain, anything), { minLength: 1, maxLength: 40, size: 'max' }), async (answers) => {
        for (const answer of answers) {
          try {
            const { rows, columns } = await rowsOf(answer);
            const values = rows.flatMap((row) => columns.flatMap((column) => told(row, column.name)));
            expect(values.filter((value) => !isPlain(value))).to.deep.equal([]);
          } catch (error) {
            if (!(error instanceof SourceError)) throw error;
            expect(['malformed', 'timeout']).to.include(error.kind);
          }
        }
        expect('polluted' in {}).to.equal(false);
      }),
    );
  });

  it('never takes a good row with it, and is counted', async () => {
    const good = fc.array(fc.record({ ID: fc.integer(), VALUE: fc.string() }), { minLength: 1, maxLength: 5 });
    const bad = fc.array(fc.record({ place: fc.nat(5), what: fc.constantFrom<unknown>(null, 7, 'row', true) }), { maxLength: 4 });
    await holdsInTime(
      fc.asyncProperty(good, bad, async (rows, others) => {
        const mixed = <Item>(wrap: (row: (typeof rows)[number]) => Item): unknown[] =>
          others.reduce<unknown[]>((list, { place, what }) => list.toSpliced(place, 0, what), rows.map(wrap));
        const fields = ['ID', 'VALUE'].map((each) => ({ name: each, type: 'text' }));
        const answers: readonly unknown[] = [
          mixed((row) => row),
          { rows: mixed((row) => row) },
          { resultSetMetaData: { rowType: fields }, data: mixed(({ ID, VALUE }) => [String(ID), VALUE]) },
          { schema: { fields }, rows: mixed(({ ID, VALUE }) => ({ f: [{ v: String(ID) }, { v: VALUE }] })) },
        ];
        for (const answer of answers) {
          const read = await rowsOf(answer);
          expect(read.rows.map((row) => row.text('ID'))).to.deep.equal(rows.map(({ ID }) => String(ID)));
          expect(read.leftOut).to.equal(others.length);
        }
      }),
    );
  });
});
