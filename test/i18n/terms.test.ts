import { expect } from '@open-wc/testing';
import { loadedTerms, loadTerms, type TermKind, termOf } from '../../src/i18n/terms.js';
import { readableWord } from '../../src/i18n/words.js';

describe('a word of the documents', () => {
  for (const [kind, word, text] of [
    ['bonus', 'COUPON_ISSUED', 'Coupon issued'],
    ['bonus', 'Coupon issued', 'Coupon issued'],
    ['bonus', 'COUPON_ISSUE_FAILED', 'Coupon issue failed'],
    ['status', 'ACTIVE', 'Active'],
    ['segment', 'Imported from CSV', 'Imported from CSV'],
    ['product', 'Mini-game for Retention user', 'Mini-game for a user'],
    ['activity', 'Journey Converted', 'Journey converted'],
    ['figure', 'ECOM_TOTAL_NET_SALES_AMOUNT', 'Net sales'],
    ['figure', 'ECOM_TOTAL_NET_SALES_AMOUNT_1M', 'Net sales'],
    ['figure', 'NUMBEROFCAMPAIGNS_1M', 'Campaigns'],
  ] as const) {
    it(`"${word}" of a ${kind} has a text in every language (S2 to S6, S11, S12, S40, S41, O12, O13)`, async () => {
      const term = termOf(kind, word);
      expect(term && loadedTerms('en')[term]).to.equal(text);
      for (const language of ['ar', 'de', 'es', 'fr', 'he', 'ja', 'pt']) expect(term && (await loadTerms(language))[term], language).to.match(/\p{L}/u);
    });
  }

  for (const [kind, word] of [
    ['status', 'COUPON_ISSUED'],
    ['activity', 'New'],
    ['bonus', 'PENDING_REVIEW'],
    ['bonus', 'toString'],
    ['figure', 'grossSales'],
    ['category', ''],
  ] as const satisfies readonly (readonly [TermKind, string])[]) {
    it(`is not guessed: "${word}" is none of a ${kind}`, () => expect(termOf(kind, word)).to.equal(undefined));
  }
});

describe('a word nobody documented', () => {
  for (const [word, text] of [
    ['PENDING_REVIEW', 'Pending review'],
    ['Seasonal', 'Seasonal'],
    ['7', '#7'],
    ['#7', '#7'],
    ['', ''],
  ] as const) {
    it(`"${word}" reads "${text}" (PS14)`, () => expect(readableWord(word)).to.equal(text));
  }
});
