import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { RowHeights } from '../../src/ui/row-heights.js';

describe('the heights of a long list', () => {
  it('tell where a row lies and which row lies where, as if each had been added up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 600 }),
        fc.array(fc.tuple(fc.nat(599), fc.integer({ min: 0, max: 900 })), { maxLength: 20 }),
        fc.integer({ min: -100, max: 100_000 }),
        (given, changes, offset) => {
          const heights = [...given];
          const rows = new RowHeights(heights.length, (index) => heights[index] ?? 0);
          for (const [index, height] of changes) {
            if (index >= heights.length) continue;
            expect(rows.set(index, height)).to.equal(height - heights[index]!);
            heights[index] = height;
          }
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

  it('are found in no time among a million rows', () => {
    const rows = new RowHeights(1_000_000, () => 36);
    const start = performance.now();
    for (let index = 0; index < 1000; index++) rows.indexAt(rows.top(index * 997));
    expect(rows.total).to.equal(36_000_000);
    expect(performance.now() - start).to.be.below(500);
  });
});
