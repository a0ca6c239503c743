import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { SourceError } from '../../src/model/source-error.js';
import { parseJson } from '../../src/rest/json.js';

describe('JSON', () => {
  const exact: readonly [text: string, value: unknown][] = [
    ['{"id":9223372036854775807}', { id: '9223372036854775807' }],
    ['[9223372036854775807,9223372036854775806]', ['9223372036854775807', '9223372036854775806']],
    ['{"id": \n -9223372036854775808 }', { id: '-9223372036854775808' }],
    ['[9007199254740991]', [9007199254740991]],
    ['[9007199254740993]', ['9007199254740993']],
    ['["9007199254740993"]', ['9007199254740993']],
    ['{"a":"x,9007199254740993,y","b":9007199254740993}', { a: 'x,9007199254740993,y', b: '9007199254740993' }],
    ['{"a":"\\",9007199254740993,","b":9007199254740993}', { a: '",9007199254740993,', b: '9007199254740993' }],
    ['{"a":"\\\\","b":9007199254740993}', { a: '\\', b: '9007199254740993' }],
    ['{"9007199254740993":9007199254740993}', { '9007199254740993': '9007199254740993' }],
    ['[9007199254740993.5,1e25,12345678901234567890e2]', [Number('9007199254740993.5'), 1e25, Number('12345678901234567890e2')]],
    ['[0.1234567890123456789,9007199254740993]', [Number('0.1234567890123456789'), '9007199254740993']],
    ['[1e9007199254740993]', [Number.POSITIVE_INFINITY]],
  ];
  for (const [text, value] of exact) {
    it(`keeps every digit of ${text} (V1)`, () => expect(parseJson(text)).to.deep.equal(value));
  }

  it('is read as the platform reads it, wherever no integer is too long', () => {
    fc.assert(
      fc.property(
        fc.json().filter((text) => !/\d{16}/.test(text)),
        fc.constantFrom('', ' ', '\n'),
        (text, space) => {
          const body = `[${space}1234567890123456,${space}${text}${space}]`;
          expect(JSON.stringify(parseJson(body))).to.equal(JSON.stringify(JSON.parse(body)));
        },
      ),
    );
  });

  it('keeps all long integers, whatever texts stand between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a"\\,:0-9\n]*$/), fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n })), { maxLength: 5 }), (members) => {
        const text = `[${members.map(([name, id]) => `{"name":${JSON.stringify(name)},"id":${id}}`).join(',')}]`;
        expect(JSON.stringify(parseJson(text))).to.equal(JSON.stringify(members.map(([name, id]) => ({ name, id: String(id) }))));
      }),
    );
  });

  it('may be deep, but not without bound, and brackets in texts do not count (PS9)', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(() => parseJson(nested(90))).not.to.throw();
    expect(() => parseJson(nested(101))).to.throw(SourceError, 'too-large');
    expect(parseJson(JSON.stringify([']'.repeat(5000), '{'.repeat(5000), '"]]'.repeat(5000)]))).to.have.lengthOf(3);
  });

  it('that is none says so and repeats nothing of it (PS1)', () => {
    for (const text of ['', 'Ada', '{"a":', '{"a":9007199254740993', "{'a':1}", '[1,]', 'NaN']) {
      expect(() => parseJson(text)).to.throw(SourceError, /^malformed: parse$/);
    }
  });
});
