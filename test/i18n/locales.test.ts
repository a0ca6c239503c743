import { expect } from '@open-wc/testing';
import { loadLocale } from '../../src/i18n/catalogue.js';
import { loadTerms } from '../../src/i18n/terms.js';
import { english } from './english.js';

const words = ['⟦a⟧', '⟦b⟧', '⟦c⟧', '⟦d⟧', '⟦e⟧'];

/** What a text says, and which of the words it was given. */
function written(text: unknown): { readonly text: string; readonly used: readonly string[] } {
  if (typeof text !== 'function') return { text: String(text), used: [] };
  const result: string = text(...words);
  return { text: result, used: words.filter((word) => result.includes(word)) };
}

/** What a text says for every count that has a form of its own somewhere, and for every kind of share. */
function* forms(text: unknown): Generator<string> {
  if (typeof text !== 'function') return;
  for (const first of [0, 1, 2, 3, 11, 100, 1.5, 'none', 'few', 'half', 'most', 'all']) yield text(first, ...words.slice(1));
}

it('Arabic has no digits in its texts: whether a reader is shown 7 or ٧ is for the formatters to say', async () => {
  const messages = Object.entries({ ...(await loadLocale('ar')), ...(await loadTerms('ar')) });
  expect(messages.filter(([, text]) => /\d/.test(written(text).text)).map(([key]) => key)).to.deep.equal([]);
});

for (const language of ['ar', 'de', 'es', 'fr', 'he', 'ja', 'pt']) {
  describe(`in ${language}`, () => {
    it('every text is said, with everything English says in it', async () => {
      const messages = new Map<string, unknown>(Object.entries({ ...(await loadLocale(language)), ...(await loadTerms(language)) }));
      for (const [key, text] of english.flatMap((slice) => Object.entries(slice))) {
        const own = messages.get(key);
        expect(typeof own, key).to.equal(typeof text);
        expect(written(own).text.trim(), key).to.not.equal('');
        expect(written(own).used, key).to.deep.equal(written(text).used);
        for (const form of forms(own))
          expect(form, key)
            .to.match(/\S/)
            .and.not.match(/undefined|#/);
      }
    });

    it('no text is left over that English does not have', async () => {
      const keys = new Set(english.flatMap((slice) => Object.keys(slice)));
      expect(Object.keys({ ...(await loadLocale(language)), ...(await loadTerms(language)) }).filter((key) => !keys.has(key))).to.deep.equal([]);
    });
  });
}
