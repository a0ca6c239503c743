import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ResourceName } from '../../src/model/connection.js';
import { SourceError } from '../../src/model/source-error.js';
import { type Given, readAnswer } from '../../src/rest/answer.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';
import { isRecord, type Shape, UNREADABLE } from '../../src/rest/contract/shape.js';
import { openPaths } from '../helpers/closed.js';
import { holds } from '../helpers/property.js';

type Arbitrary = fc.Arbitrary<unknown>;

const days = ['2017-01-01', '2017-06-15', '2017-12-31'].map(String);
const word = fc.constantFrom('Zoë', 'x', 'a, "b"', 'l\n2', '0', 'null');

/** What a good backend writes for each scalar of scalars.ts. */
const scalars: Readonly<Record<string, Arbitrary>> = {
  text: word,
  id: fc.oneof(fc.uuid(), fc.nat()),
  decimal: fc.oneof(fc.constantFrom('12.50', '-0.001', '9007199254740993.10', '1e3'), fc.integer()),
  number: fc.integer({ min: 0, max: 5 }),
  count: fc.nat(),
  share: fc.constantFrom(0, 0.15, '0.5', 1),
  percent: fc.constantFrom(0, 55, '94', 100),
  boolean: fc.boolean(),
  day: fc.constantFrom(...days),
  instant: fc.constantFrom(...days.map((day) => `${day}T10:00:00Z`)),
  value: fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
  words: fc.oneof(word, fc.integer(), fc.array(word, { minLength: 1, maxLength: 2 })),
};

/** What may stand anywhere instead (F8, PS1 to PS8, V1 to V20). */
const gadget = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    true,
    0,
    -0,
    1e308,
    2 ** 60,
    'NaN',
    '0000-00-00',
    '__proto__',
    '\u0000\ud800\u202e',
    { toString: 1, valueOf: 1 },
    { _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'] },
    { _$litDirective$: 1 },
    { nodeType: 1 },
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** How wire values are made from a shape; `around` may put something else in the place of any of them. */
function wireOf(shape: Shape<unknown>, around: (usual: Arbitrary, shape: Shape<unknown>) => Arbitrary): Arbitrary {
  const { kind, entries, item, options, words } = shape;
  if (words) return around(fc.constantFrom(...words), shape);
  switch (kind) {
    case 'object': {
      const members = Object.entries(entries ?? {});
      const record = Object.fromEntries(members.map(([name, entry]) => [name, wireOf(entry, around)]));
      const requiredKeys = members.filter(([, entry]) => !entry.isOptional).map(([name]) => name);
      return around(fc.record(record, { requiredKeys }), shape);
    }
    case 'list':
      return around(fc.array(item ? wireOf(item, around) : fc.constant(null), { maxLength: 3 }), shape);
    case 'map':
      return around(fc.dictionary(word, item ? wireOf(item, around) : fc.constant(null), { maxKeys: 3 }), shape);
    case 'either':
      return around(fc.oneof(...(options ?? []).map((option) => wireOf(option, around))), shape);
    default: {
      const scalar = scalars[kind];
      if (!scalar) throw new Error(`There is no example of ${kind}.`);
      return around(scalar, shape);
    }
  }
}

/** As the contract has it. */
const valid = (shape: Shape<unknown>) => wireOf(shape, (usual) => usual);

/** The same with gadgets, members that are missing or have another name, and strangers among them. */
const drifted = (shape: Shape<unknown>) =>
  wireOf(shape, (usual, { kind }) => {
    const other = [
      { weight: 12, arbitrary: usual },
      { weight: 1, arbitrary: gadget },
    ];
    if (kind !== 'object') return fc.oneof(...other);
    const changed = fc.tuple(usual, fc.nat(), fc.constantFrom('removed', 'renamed', 'added'), gadget).map(([wire, place, change, value]) => {
      if (!isRecord(wire)) return wire;
      const names = Object.keys(wire);
      const name = names[place % Math.max(names.length, 1)] ?? 'x';
      const { [name]: taken, ...rest } = wire;
      return change === 'removed' ? rest : change === 'renamed' ? { ...rest, [name.toUpperCase()]: taken } : { ...wire, extra: value };
    });
    return fc.oneof(...other, { weight: 3, arbitrary: changed });
  });

/** Records that are none, at the beginning, in the middle and at the end of each list of records; how many there are. */
function amongStrangers(shape: Shape<unknown>, wire: unknown): { readonly wire: unknown; readonly strangers: number } {
  const { entries, item, options } = shape;
  if (options) {
    const fitting = options.find((option) => option.read(wire, { timeZone: 'UTC', ascending: false, leftOut: 0, isOwned: false }) !== UNREADABLE);
    return fitting ? amongStrangers(fitting, wire) : { wire, strangers: 0 };
  }
  if (shape.kind === 'object' && isRecord(wire)) {
    const members = Object.entries(wire).map(([name, member]) => [name, amongStrangers(entries?.[name] ?? shape, member)] as const);
    return {
      wire: Object.fromEntries(members.map(([name, member]) => [name, member.wire])),
      strangers: members.reduce((sum, [, member]) => sum + member.strangers, 0),
    };
  }
  if (shape.kind !== 'list' || !item || !Array.isArray(wire)) return { wire, strangers: 0 };
  const inner = wire.map((one) => amongStrangers(item, one));
  const isRecords = item.kind === 'object' || item.options?.some(({ kind }) => kind === 'object') === true;
  const among = isRecords ? [{}, ...inner.map((one) => one.wire), null, 'x'] : inner.map((one) => one.wire);
  return { wire: among, strangers: inner.reduce((sum, one) => sum + one.strangers, isRecords ? 3 : 0) };
}

const asked = { timeZone: 'Europe/Berlin' };

/** What an answer becomes: it must be closed; or what it is refused with. */
function outcome(shape: Shape<unknown>, body: unknown, given?: Given): unknown {
  try {
    const answer = readAnswer(shape, body, asked, given);
    // The page of a proof is kept as it came, for a sandbox alone.
    expect(openPaths(answer).filter((path) => !path.startsWith('$.value.html '))).to.deep.equal([]);
    return answer;
  } catch (error) {
    if (error instanceof SourceError) return error.details;
    throw error;
  }
}

for (const name of Object.keys(RESOURCES) as ResourceName[]) {
  const shape: Shape<unknown> = RESOURCES[name];
  describe(`whatever answer to ${name} comes`, () => {
    it('it is read whole when it is what the contract describes', () => {
      holds(
        fc.property(valid(shape), (body) => {
          const answer = readAnswer(shape, body, asked);
          expect(answer.leftOut).to.equal(0);
          expect(openPaths(answer)).to.deep.equal([]);
        }),
      );
    });

    it('no record is lost beside others that are none, which are counted', () => {
      holds(
        fc.property(valid(shape), (body) => {
          const { wire, strangers } = amongStrangers(shape, body);
          const answer = readAnswer(shape, wire, asked);
          expect(answer.value).to.deep.equal(readAnswer(shape, body, asked).value);
          expect(answer.leftOut).to.equal(strangers);
        }),
      );
    });

    it('it is read the same where it need not be copied', () => {
      holds(
        fc.property(drifted(shape), (body) => {
          const text = JSON.stringify(body);
          expect(outcome(shape, JSON.parse(text), { isOwned: true })).to.deep.equal(outcome(shape, JSON.parse(text)));
        }),
      );
    });

    it('it is closed or refused in known words, and reaches no prototype', () => {
      holds(
        fc.property(drifted(shape), (body) => {
          try {
            // The page of a proof is kept as it came, for a sandbox alone.
            const open = openPaths(readAnswer(shape, body, asked)).filter((path) => !path.startsWith('$.value.html '));
            expect(open).to.deep.equal([]);
          } catch (error) {
            if (!(error instanceof SourceError)) throw error;
            expect(error.kind).to.equal('malformed');
            expect(['shape', 'backend', 'identity-mismatch']).to.include(error.details.reason);
          }
          expect('polluted' in {}).to.equal(false);
        }),
      );
    });
  });
}
