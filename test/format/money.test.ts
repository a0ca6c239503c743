import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatMoney, type MoneyStyle } from '../../src/format/money.js';
import { toDecimal } from '../../src/model/money.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

/** The characters that are seen, as they stand from left to right. */
function asSeen(text: string): string {
  const line = document.createElement('div');
  line.dir = 'rtl';
  line.textContent = `א ${text} א`;
  document.body.append(line);
  const seen = [...text].map((character, index) => {
    const range = document.createRange();
    range.setStart(line.firstChild!, index + 2);
    range.setEnd(line.firstChild!, index + 3);
    return [range.getBoundingClientRect().left, character] as const;
  });
  line.remove();
  return plain(
    seen
      .toSorted(([left], [right]) => left - right)
      .map(([, character]) => character)
      .join(''),
  );
}

describe('from right to left an amount of money', () => {
  for (const [amount, currency, language, shown] of [
    ['579.84', 'USD', 'ar-u-nu-latn', 'US$ +579.84'],
    ['-579.84', 'USD', 'ar-u-nu-latn', 'US$ -579.84'],
    ['-579.84', 'EUR', 'ar-u-nu-latn', '€ -579.84'],
    ['-79', 'JPY', 'ar-u-nu-latn', 'JP¥ -79'],
    ['-79.1', 'CHF', 'ar-u-nu-latn', 'CHF -79.10'],
    // Arabic digits are read from the right, and with them their sign.
    ['579.84', 'USD', 'ar-u-nu-arab', 'US$ ٥٧٩٫٨٤+'],
    ['-579.84', 'USD', 'ar-EG', 'US$ ٥٧٩٫٨٤-'],
    ['-579.84', 'EUR', 'ar-u-nu-arab', '€ ٥٧٩٫٨٤-'],
    ['-79', 'JPY', 'ar-u-nu-arab', 'JP¥ ٧٩-'],
    ['-79.1', 'CHF', 'ar-u-nu-arab', 'CHF ٧٩٫١٠-'],
    ['79.1', 'CAD', 'he', 'CA$ +79.10'],
    ['-79.1', 'ILS', 'he', '₪ -79.10'],
  ] as const) {
    it(`of ${amount} ${currency} in ${language} keeps its sign at its figures and its symbol whole`, () => {
      expect(asSeen(formatMoney({ amount: toDecimal(amount)!, currency }, language, { signed: true }))).to.equal(shown);
    });
  }

  it('in Arabic without a country has the digits that the browser takes for it, and is as whole in these', () => {
    const { numberingSystem } = new Intl.NumberFormat('ar').resolvedOptions();
    expect(numberingSystem).to.be.oneOf(['latn', 'arab']);
    for (const amount of ['579.84', '-579.84']) {
      const seenIn = (language: string) => asSeen(formatMoney({ amount: toDecimal(amount)!, currency: 'USD' }, language, { signed: true }));
      expect(seenIn('ar')).to.equal(seenIn(`ar-u-nu-${numberingSystem}`));
    }
  });
});

describe('an amount of money', () => {
  const cases: readonly (readonly [amount: string, currency: string | undefined, language: string, style: MoneyStyle, shown: string])[] = [
    ['1840.5', 'EUR', 'en', {}, '€1,840.50'],
    ['1840.5', 'EUR', 'de', {}, '1.840,50 €'],
    ['1840.5', 'EUR', 'fr', {}, '1 840,50 €'],
    ['1840.5', 'EUR', 'es', {}, '1840,50 €'],
    ['1840.5', 'USD', 'ar-EG', {}, '١٬٨٤٠٫٥٠ US$'],
    ['1200', 'JPY', 'en', {}, '¥1,200'],
    ['1.5', 'KWD', 'en', {}, 'KWD 1.500'],
    ['12.345', 'EUR', 'en', {}, '€12.345'],
    ['43.8095238', 'EUR', 'en', { rounded: true }, '€43.81'],
    ['43.8095238', undefined, 'en', { rounded: true }, '43.81'],
    ['9007199254740993.01', 'EUR', 'en', {}, '€9,007,199,254,740,993.01'],
    ['-19.9', 'EUR', 'en', {}, '-€19.90'],
    ['-0.00', 'EUR', 'en', {}, '€0.00'],
    ['5', 'EUR', 'en', { signed: true }, '+€5.00'],
    ['12345', 'EUR', 'en', { compact: true }, '€12.3K'],
    ['12345.67', 'EUR', 'en', { decimals: 0 }, '€12,346'],
    ['12.50', undefined, 'en', {}, '12.50'],
    ['12.50', undefined, 'en', { currency: 'EUR' }, '€12.50'],
    ['12.50', 'USD', 'en', { currency: 'EUR' }, '$12.50'],
    ['1250', 'POINTS', 'en', {}, '1,250 POINTS'],
    ['12.50', 'usd', 'en', {}, '$12.50'],
    ['12.50', '€', 'en', {}, '12.50 €'],
    ['12.50', 'XYZ', 'en', {}, 'XYZ 12.50'],
  ];
  for (const [amount, currency, language, style, shown] of cases) {
    it(`${amount} ${currency ?? 'without currency'} is "${shown}" in ${language} ${JSON.stringify(style)}`, () => {
      expect(plain(formatMoney({ amount: toDecimal(amount)!, ...(currency !== undefined && { currency }) }, language, style))).to.equal(shown);
    });
  }

  it('is a dash when there is none', () => {
    expect(formatMoney(null, 'en')).to.equal('—');
    expect(formatMoney(undefined, 'en')).to.equal('—');
  });

  it('never throws and never grows out of bounds, whatever currency and language arrive', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.oneof(fc.string(), fc.string({ minLength: 5000, maxLength: 6000 })), fc.string(), (whole, currency, language) => {
        const shown = formatMoney({ amount: toDecimal(whole)!, currency }, language);
        expect(shown.length).to.be.lessThan(200);
      }),
      { numRuns: 300 },
    );
  });
});
