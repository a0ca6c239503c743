import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatNumber, formatPercent, type NumberStyle, roundShare } from '../../src/format/number.js';
import { toDecimal } from '../../src/model/money.js';

/** Blanks between number and unit come in several widths; a person sees one. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

describe('a number', () => {
  const cases: readonly (readonly [value: string | number, language: string, style: NumberStyle, shown: string])[] = [
    [1234.5, 'en', {}, '1,234.5'],
    [1234.567, 'en', {}, '1,234.57'],
    [1234.5, 'de', {}, '1.234,5'],
    [1234.5, 'fr', {}, '1 234,5'],
    [1234.5, 'es', {}, '1234,5'],
    [1234.5, 'ar-EG', {}, '١٬٢٣٤٫٥'],
    ['12.50', 'en', {}, '12.50'],
    ['9007199254740993.000000000000000001', 'en', {}, '9,007,199,254,740,993.000000000000000001'],
    ['9007199254740993', 'de', {}, '9.007.199.254.740.993'],
    [-0, 'en', {}, '0'],
    ['-0.00', 'en', {}, '0.00'],
    [-0.004, 'en', { decimals: 2 }, '0'],
    [5, 'en', { signed: true }, '+5'],
    [0, 'en', { signed: true }, '0'],
    [12_345, 'en', { compact: true }, '12.3K'],
    ['12345', 'en', { compact: true }, '12.3K'],
    [12_345, 'de', { compact: true }, '12.345'],
    [1.5, 'en_US', {}, '1.5'],
    [1.5, 'xx-not-a-language', {}, '1.5'],
    [1.5, '', {}, '1.5'],
    [Number.NaN, 'en', {}, '—'],
    [Number.POSITIVE_INFINITY, 'en', {}, '—'],
  ];
  for (const [value, language, style, shown] of cases) {
    it(`${String(value)} is "${shown}" in ${language || 'no language'}${Object.keys(style).length ? ` ${JSON.stringify(style)}` : ''} (V3, V7, V25)`, () => {
      expect(plain(formatNumber(typeof value === 'string' ? toDecimal(value) : value, language, style))).to.equal(shown);
    });
  }

  it('is a dash when it is known to be absent', () => {
    expect(formatNumber(null, 'en')).to.equal('—');
    expect(formatNumber(undefined, 'en')).to.equal('—');
  });

  it('keeps every digit of whatever decimal arrives (V5)', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.stringMatching(/^\d{1,20}$/), (whole, fraction) => {
        const decimal = toDecimal(`${whole}.${fraction}`)!;
        expect(formatNumber(decimal, 'en').replaceAll(',', '')).to.equal(decimal);
      }),
    );
  });

  it('never throws, whatever language and style it is asked for', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer()), fc.string(), fc.integer(), fc.boolean(), fc.boolean(), (value, language, decimals, signed, compact) => {
        expect(formatNumber(value, language, { decimals, signed, compact })).to.be.a('string');
        expect(formatPercent(value, language, { decimals, signed })).to.be.a('string');
      }),
    );
  });
});

describe('a share in per cent', () => {
  const cases: readonly (readonly [value: string | number, language: string, shown: string])[] = [
    [94, 'en', '94%'],
    [94, 'de', '94 %'],
    [94, 'fr', '94 %'],
    [27.4, 'en', '27%'],
    ['12.5', 'en', '12.5%'],
    ['12.5', 'de', '12,5 %'],
    [0, 'en', '0%'],
    [0.04, 'en', '0.1%'],
    [0.43, 'en', '0.4%'],
    [99.97, 'en', '99.9%'],
    [100, 'en', '100%'],
    [-0.2, 'en', '0%'],
  ];
  for (const [value, language, shown] of cases) {
    it(`of ${value} is "${shown}" in ${language}`, () => {
      expect(plain(formatPercent(typeof value === 'string' ? toDecimal(value) : value, language))).to.equal(shown);
    });
  }

  it('never claims all or none of what is neither', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, minExcluded: true, maxExcluded: true, noNaN: true }), (percent) => {
        expect(roundShare(percent)).to.be.greaterThan(0).and.lessThan(100);
      }),
    );
  });
});
