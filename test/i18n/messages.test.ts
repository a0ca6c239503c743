import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { loadLocale, mergeMessages, negotiateLocale } from '../../src/i18n/catalogue.js';
import { createPlural } from '../../src/i18n/plural.js';
import { englishCommon } from '../../src/i18n/slices/common.js';
import { english } from './english.js';

describe('texts', () => {
  it('under one name say one thing, in whichever sections', () => {
    const said = new Map<string, string>();
    for (const [key, text] of english.flatMap((slice) => Object.entries(slice))) {
      expect(said.get(key) ?? String(text), key).to.equal(String(text));
      said.set(key, String(text));
    }
  });

  it('are never empty', () => {
    for (const slice of english) {
      for (const [key, text] of Object.entries(slice)) if (typeof text === 'string') expect(text.trim(), key).to.not.equal('');
    }
  });

  it('can be replaced one by one; a string may stand for a text with arguments', () => {
    const texts = mergeMessages(englishCommon, { retry: 'Noch einmal' }, { retry: 'Try again', notUpdatedSince: 'Old: {0}' });
    expect(texts.retry).to.equal('Try again');
    expect(texts.notUpdatedSince('14:02')).to.equal('Old: 14:02');
    expect(texts.loading).to.equal('Loading');
  });

  it('survive whatever a host sets in their place', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": "yes"}, "constructor": "x", "toString": "x", "retry": {"_$litType$": 1}, "loading": null, "nobody": "knows"}',
    );
    const texts = mergeMessages(englishCommon, hostile, undefined);
    expect(texts).to.deep.equal(englishCommon);
    expect(Object.hasOwn(texts, 'nobody')).to.equal(false);
    expect('polluted' in {}).to.equal(false);
  });
});

describe('a language', () => {
  for (const [asked, given] of [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['fr-CA', 'fr'],
    ['pt-BR', 'pt'],
    ['ar-EG', 'ar'],
    ['en-GB', undefined],
    ['zh-Hant-TW', undefined],
    ['', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
  ] as const) {
    it(`asked for as "${asked}" is ${given ?? 'English'}`, () => expect(negotiateLocale(asked)).to.equal(given));
  }

  it('nobody ships leaves English', async () => {
    expect(await loadLocale('tlh')).to.equal(undefined);
    expect(await loadLocale('')).to.equal(undefined);
  });
});

describe('a count', () => {
  it('takes the form its language wants', () => {
    const forms = { zero: 'z #', one: 'o #', two: 't #', few: 'f #', many: 'm #', other: 'x #' };
    expect([0, 1, 2, 5].map((count) => createPlural('en')(count, String(count), forms))).to.deep.equal(['x 0', 'o 1', 'x 2', 'x 5']);
    expect([0, 1, 2, 3, 11, 100].map((count) => createPlural('ar')(count, String(count), forms))).to.deep.equal(['z 0', 'o 1', 't 2', 'f 3', 'm 11', 'x 100']);
  });

  it('reads right in English', () => {
    expect(englishCommon.recordsLeftOut(1, '1')).to.equal('1 record could not be read');
    expect(englishCommon.recordsLeftOut(2000, '2,000')).to.equal('2,000 records could not be read');
  });

  it('never throws, whatever is counted in whatever language', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), fc.string(), (language, count, formatted) => {
        expect(createPlural(language)(count, formatted, { other: '[#]' })).to.equal(`[${formatted}]`);
      }),
    );
  });
});
