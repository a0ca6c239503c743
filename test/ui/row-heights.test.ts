import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { RowHeights, type RowKinds } from '../../src/ui/row-heights.js';

const kindsOf = (kinds: ArrayLike<number>): RowKinds => ({
  count: kinds.length,
  kindOf: (index) => kinds[index]!,
  tell: (take) => {
    for (const kind of Array.from(kinds)) take(kind);
  },
});

describe('the heights of a long list', () => {
  it('tell where a row lies and which row lies where, as if each had been added up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(15), { minLength: 1, maxLength: 600 }),
        fc.array(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 400 })), { maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(599), fc.integer({ min: 0, max: 900 })), { maxLength: 20 }),
        fc.integer({ min: -100, max: 100_000 }),
        (kinds, guesses, changes, offset) => {
          const usual = Array.from({ length: 16 }, (_, kind) => 30 + 10 * kind);
          const heights = kinds.map((kind) => usual[kind]!);
          const rows = new RowHeights(kindsOf(kinds), usual);
          const measured = new Set<number>();
          const guess = () => {
            for (const [kind, height] of guesses) {
              rows.guess(kind, height);
              kinds.forEach((each, index) => {
                if (each === kind && !measured.has(index)) heights[index] = height;
              });
            }
          };
          for (const [index, height] of changes) {
            if (index >= heights.length) continue;
            expect(rows.set(index, height)).to.equal(height - heights[index]!);
            if (height !== heights[index]) measured.add(index);
            heights[index] = height;
          }
          guess();
          const tops = [0];
          for (const height of heights) tops.push(tops.at(-1)! + height);
          expect(rows.total).to.equal(tops.at(-1));
          for (const index of [0, Math.floor(heights.length / 2), heights.length - 1]) expect(rows.top(index)).to.equal(tops[index]);
          const found = rows.indexAt(offset);
          if (offset < 0) expect(found).to.equal(0);
          else if (offset >= tops.at(-1)!) expect(found).to.equal(heights.length - 1);
          else expect(tops[found]! <= offset && offset < tops[found + 1]!).to.equal(true);
        },
      ),
    );
  });

  it('are forgotten when lines break elsewhere', () => {
    const rows = new RowHeights(kindsOf([0, 0, 0]), [30]);
    rows.set(1, 90);
    rows.forget();
    expect([rows.total, rows.top(2)]).to.deep.equal([90, 60]);
  });

  it('are found among a million rows without a look at each', () => {
    const find = (count: number): number => {
      const rows = new RowHeights(kindsOf(new Uint8Array(count)), [36]);
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        for (let index = 0; index < 10_000; index++) rows.indexAt(rows.top((index * 997) % count));
        return performance.now() - start;
      });
      expect(rows.total).to.equal(count * 36);
      return Math.max(Math.min(...times), 0.1);
    };
    const [few, many] = [find(1_000), find(1_000_000)];
    // A look through all rows would take a thousand times as long.
    expect(many / few, `${few} ms, then ${many} ms`).to.be.below(400);
  });
});
