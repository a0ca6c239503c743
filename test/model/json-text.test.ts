import { expect } from '@open-wc/testing';
import { jsonText } from '../../src/model/json-text.js';

/** Runs it on a page whose old library gave every list, text and object a JSON of its own. */
function amongOldLibraries<Result>(run: () => Result): Result {
  const prototypes: readonly object[] = [Object.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype];
  for (const prototype of prototypes) Object.defineProperty(prototype, 'toJSON', { value: () => 'old', configurable: true });
  try {
    return run();
  } finally {
    for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON');
  }
}

describe('JSON', () => {
  const values: readonly unknown[] = ['a"b', 1.5, true, null, [], {}, ['a', ['b', 2]], [['id', 'ada']], { list: [{ deep: ['x'] }], none: undefined }, ['old']];
  for (const value of values)
    it(`of ${JSON.stringify(value)} is the same whatever the page did to prototypes (HP7)`, () => {
      const text = JSON.stringify(value);
      expect([jsonText(value), amongOldLibraries(() => jsonText(value))]).to.deep.equal([text, text]);
    });

  it('keeps every digit of long integers, as text', () => {
    expect(jsonText({ id: 9223372036854775807n })).to.equal('{"id":"9223372036854775807"}');
  });
});
