import { expect } from '@open-wc/testing';
import { loadLocale } from '../../src/i18n/catalogue.js';
import { englishCommon } from '../../src/i18n/slices/common.js';
import { english } from './english.js';

const translated = [englishCommon];

/** Calls a text with as many distinct arguments as it takes, so that a forgotten one shows. */
function written(text: unknown): { readonly text: string; readonly used: readonly string[] } {
  if (typeof text !== 'function') return { text: String(text), used: [] };
  const words = ['⟦a⟧', '⟦b⟧', '⟦c⟧', '⟦d⟧'];
  const result: string = text(...words);
  return { text: result, used: words.filter((word) => result.includes(word)) };
}

for (const language of ['ar', 'de', 'es', 'fr', 'he', 'ja', 'pt']) {
  describe(`in ${language}`, () => {
    it('every text is said, with everything English says in it', async () => {
      const messages = new Map<string, unknown>(Object.entries((await loadLocale(language)) ?? {}));
      for (const [key, english] of translated.flatMap((slice) => Object.entries(slice))) {
        const own = messages.get(key);
        expect(typeof own, key).to.equal(typeof english);
        expect(written(own).text.trim(), key).to.not.equal('');
        expect(written(own).used, key).to.deep.equal(written(english).used);
      }
    });

    it('no text is left over that English does not have', async () => {
      const keys = new Set(english.flatMap((slice) => Object.keys(slice)));
      expect(Object.keys((await loadLocale(language)) ?? {}).filter((key) => !keys.has(key))).to.deep.equal([]);
    });
  });
}
