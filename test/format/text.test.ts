import { expect } from '@open-wc/testing';
import { clampText, formatList, initialsOf } from '../../src/format/text.js';

describe('a text', () => {
  it('that is too long is cut at a whole character', () => {
    expect(clampText('short', 10)).to.equal('short');
    expect(clampText('abcdefghij', 5)).to.equal('abcd…');
    expect(clampText('abc😀defgh', 5)).to.equal('abc…');
    expect(clampText('x'.repeat(1_000_000))).to.have.length(200);
  });

  for (const [name, initials] of [
    ['Dana Rivers', 'DR'],
    ['dana', 'D'],
    ['Ana María de la Cruz', 'AC'],
    ["Sinéad O'Connor", 'SO'],
    ['أحمد علي', 'أع'],
    ['李小龍', '李'],
    ['  ', ''],
    ['1111113001034507', ''],
    ['<b>Bold</b>', 'BB'],
  ] as const) {
    it(`stands for "${name}" by "${initials}"`, () => expect(initialsOf(name, 'en')).to.equal(initials));
  }

  it('stands for a name by capitals of the language, not of the machine', () => {
    expect(initialsOf('ilker ışık', 'tr')).to.equal('İI');
    expect(initialsOf('ilker ışık', 'en_US')).to.equal('II');
  });

  it('enumerates as the language does', () => {
    expect(formatList(['Optimove', 'Smartico'], 'en')).to.equal('Optimove and Smartico');
    expect(formatList(['a', 'b', 'c'], 'de')).to.equal('a, b und c');
    expect(formatList([], 'en_US')).to.equal('');
  });
});
