import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import { formatNumber, formatPercent } from '../../../src/format/number.js';
import { loadLocale } from '../../../src/i18n/catalogue.js';
import type { ShareExtent } from '../../../src/model/prediction.js';
import { fixedNow } from '../../helpers/clock.js';
import { allParts, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { SENTENCES } from './sentences.js';

/** Percentiles and which words are true of them: "only" fits the few, "more than half" the most (T4). */
const extents: readonly (readonly [percentile: number, extent: ShareExtent])[] = [
  [0, 'none'],
  [1, 'few'],
  [25, 'few'],
  [50, 'half'],
  [51, 'most'],
  [94, 'most'],
  [100, 'all'],
];

/** A customer for each percentile, and one about whom the answer is in trouble. */
function answerFor(id: string): object {
  if (id === 'trouble') {
    const bands = { low: 0.2, high: 0.6 };
    const likelihoods = [
      ['click', 0.1],
      ['unsubscribe', 0.3],
      ['open', 1.7],
    ].map(([action, probability]) => ({ action, probability, bands }));
    return { predictedClv: { status: 'insufficient-data' }, likelihoods, horizonDays: 14, computedAt: '2017-11-01T12:00:00Z' };
  }
  const percentile = Number(id);
  return {
    predictedClv: { value: '930.03', percentile },
    likelihoods: [{ action: 'click', probability: 0.15, percentile }],
    discountPreference: { score: 0.31, percentile },
  };
}

/** How platforms space and mark a percentage is theirs. */
const plain = (text: string) => text.replace(/[\u061c\u200e\u200f]/g, '').replace(/[\u00a0\u202f]/g, ' ');

describe('predictions in words', () => {
  for (const [lang, sentences] of Object.entries(SENTENCES))
    it(`run the right way for each percentile, and say what is missing, out of range and old, in "${lang}" (T4, T5, T35)`, async () => {
      await loadLocale(lang);
      const element = await mount(
        'c360-predictions',
        {
          customerSource: { predictions: async ({ id }: { readonly id: string }) => answerFor(id) },
          customerId: 'trouble',
          now: fixedNow,
          timeZone: 'UTC',
        },
        { width: 900, lang },
      );
      await settled(element);
      const filled = (text: string) => plain(text.replace(/\{(\d+)\}/g, (_, number) => formatNumber(Number(number), lang)));
      const cards = allParts(element, 'prediction').map((card) => plain(textOf(card)));
      expect(cards[0]).to.contain(sentences.insufficient);
      for (const [index, band] of sentences.bands.entries()) expect(cards[index + 1]).to.contain(band);
      expect(cards.map((card) => card.includes(sentences.clamped))).to.deep.equal([false, false, false, true]);
      expect(plain(textOf(element)))
        .to.contain(filled(sentences.within))
        .and.to.contain(filled(sentences.old));

      for (const [percentile, extent] of extents) {
        element.customerId = String(percentile);
        await settled(element);
        const [below, rest] = [percentile, 100 - percentile].map((share) => formatPercent(share, lang));
        const expected = (['clv', 'likelihood', 'discount'] as const).map((name) =>
          plain(sentences[name][extent].replace('{p}', below!).replace('{q}', rest!)),
        );
        const told = allParts(element, 'prediction').map((card) => plain(textOf(card.querySelector('.sentence')!)));
        expect(told, `${lang} ${percentile}`).to.deep.equal(expected);
      }
    });
});
