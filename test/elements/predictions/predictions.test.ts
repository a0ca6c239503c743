import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import { axe } from '../../helpers/axe.js';
import { fixedNow } from '../../helpers/clock.js';
import { allParts, composedElements, nextFrame, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';

type Answer = Readonly<Record<string, unknown>>;

/** Mounts the section on an answer as section 4 of the contract shapes it. */
async function show(answer: Answer, width = 900, lang = 'en') {
  const element = await mount(
    'c360-predictions',
    { customerSource: { predictions: async () => answer }, customerId: 'ada', now: fixedNow, timeZone: 'UTC' },
    { width, lang },
  );
  await settled(element);
  return element;
}

const meters = (element: Element) => composedElements(element).filter((found) => found.role === 'meter');

const distribution = { min: 0, max: 1000, bins: [5, 3, 2, 1] };

describe('<c360-predictions>', () => {
  const clvSentences: readonly (readonly [percentile: number, sentence: string])[] = [
    [0, 'Not higher than any other customer.'],
    [0.2, 'Higher than only 0.2% of all customers.'],
    [25, 'Higher than only 25% of all customers.'],
    [50, 'Higher than half of all customers.'],
    [94, 'Higher than 94% of all customers.'],
    [99.97, 'Higher than 99.9% of all customers.'],
    [100, 'Higher than all other customers.'],
  ];
  for (const [percentile, sentence] of clvSentences)
    it(`says of the lifetime value at the ${percentile} percentile: ${sentence}`, async () => {
      expect(textOf(await show({ predictedClv: { value: { amount: '930.03', currency: 'USD' }, percentile } })))
        .to.contain('$930.03')
        .and.to.contain(sentence);
    });

  const likelihoodSentences: readonly (readonly [percentile: number, sentence: string])[] = [
    [0, 'No customer is less likely.'],
    [12, 'Only 12% of customers are less likely.'],
    [50, 'Half of all customers are less likely.'],
    [55, '55% of customers are less likely.'],
    [100, 'All other customers are less likely.'],
  ];
  for (const [percentile, sentence] of likelihoodSentences)
    it(`keeps likelihood and percentile apart at the ${percentile} percentile: 15% likely, ${sentence}`, async () => {
      const element = await show({ likelihoods: [{ action: 'click', probability: 0.15, percentile }], horizonDays: 14 });
      expect(textOf(element)).to.contain('Likely within 14 days').and.to.contain('15%').and.to.contain(sentence);
      expect(meters(element)[0]!.ariaValueText).to.equal(`15% likely; ${sentence}`);
      expect(meters(element)[0]!.ariaValueNow).to.equal('15');
    });

  const discountSentences: readonly (readonly [percentile: number, sentence: string])[] = [
    [0, 'No customer likes discounts more.'],
    [25, 'Only 25% of customers like discounts more; 75% prefer full price more.'],
    [50, 'Half of all customers like discounts more, half prefer full price more.'],
    [75, 'More than half of customers, 75%, like discounts more; 25% prefer full price more.'],
    [100, 'All other customers like discounts more.'],
  ];
  for (const [percentile, sentence] of discountSentences)
    it(`runs the discount percentile ${percentile} the other way in words: ${sentence}`, async () => {
      expect(textOf(await show({ discountPreference: { score: 0.31, percentile } })))
        .to.contain(sentence)
        .and.to.contain('Discount buyer')
        .and.to.contain('Full price buyer');
    });

  for (const width of [440, 560, 719]) {
    it(`keeps what belongs together near each other at ${width} px: two columns, those of the likelihoods below the others’`, async () => {
      const standing = { percentile: 50, distribution, bands: { low: 1, high: 2 } };
      const element = await show(
        {
          predictedClv: { value: { amount: '930.03', currency: 'USD' }, ...standing },
          likelihoods: ['click', 'unsubscribe'].map((action) => ({ action, probability: 0.15, ...standing })),
          discountPreference: { score: 0.31, ...standing },
        },
        width,
      );
      const [clv, click, unsubscribe, discount] = allParts(element, 'prediction').map((each) => each.getBoundingClientRect()) as [
        DOMRect,
        DOMRect,
        DOMRect,
        DOMRect,
      ];
      for (const { width: measure } of [clv, click, unsubscribe, discount]) expect(measure).to.be.closeTo((width - 40) / 2, 1);
      expect(discount.top).to.be.closeTo(clv.top, 0.1);
      expect(click.top).to.be.above(Math.max(clv.bottom, discount.bottom));
      expect(click.left).to.be.closeTo(clv.left, 0.1);
      expect(unsubscribe.left).to.be.closeTo(discount.left, 0.1);
      expect(discount.right).to.be.at.most(element.getBoundingClientRect().right);
    });
  }

  it('shows the likelihoods in the documented order, unknown actions last under their own word', async () => {
    const likelihoods = ['purchase', 'recommend', 'open', 'unsubscribe', 'click'].map((action) => ({ action, probability: 0.5 }));
    const text = textOf(await show({ likelihoods }));
    const places = ['Click an e-mail', 'Unsubscribe', 'Open an e-mail', 'Purchase', 'Other (recommend)'].map((word) => text.indexOf(word));
    expect(places.every((place) => place >= 0)).to.equal(true);
    expect(places).to.deep.equal([...places].sort((left, right) => left - right));
  });

  it('gives a high likelihood to unsubscribe no colour of success (T5)', async () => {
    const element = await show({
      likelihoods: [
        { action: 'unsubscribe', probability: 0.9, percentile: 99 },
        { action: 'purchase', probability: 0.1, percentile: 1 },
      ],
    });
    const [high, low] = allParts(element, 'prediction').map((card) => getComputedStyle(card.querySelector('[role="meter"]')!).color);
    expect(high).to.equal(low);
  });

  for (const [given, shown] of [
    [1.7, '100%'],
    [-0.2, '0%'],
    [83, '100%'],
  ] as const)
    it(`shows a probability of ${given} at the limit and says so`, async () => {
      const text = textOf(await show({ likelihoods: [{ action: 'open', probability: given }] }));
      expect(text).to.contain(shown).and.to.contain('Out of range in the answer');
    });

  it('reads a probability that arrives as text', async () => {
    expect(textOf(await show({ likelihoods: [{ action: 'open', probability: '0.83' }] })))
      .to.contain('83%')
      .and.not.to.contain('Out of range');
  });

  it('draws a plain bar when no usable spread is given, and no drawing without any place', async () => {
    for (const broken of [
      { min: 0, max: 0, bins: [1, 2] },
      { min: 0, max: 10, bins: [] },
      { min: 0, max: 10, bins: [7] },
    ]) {
      const element = await show({ predictedClv: { value: '12', percentile: 40, distribution: broken } });
      expect(composedElements(element).filter((found) => found.part.contains('graph'))).to.have.length(1);
      expect(textOf(element)).to.contain('Lowest').and.to.contain('Highest');
      element.remove();
    }
    const element = await show({ predictedClv: { value: '12' } });
    expect(composedElements(element).some((found) => found.part.contains('graph'))).to.equal(false);
  });

  it('describes the drawing in words', async () => {
    const element = await show({ predictedClv: { value: { amount: '250', currency: 'USD' }, percentile: 60, distribution } });
    const graph = composedElements(element).find((found) => found.part.contains('graph'))!;
    expect(graph.getAttribute('aria-label')).to.equal('Predicted lifetime value of all customers from $0 to $1K, this customer at $250.00');
  });

  it('says that data is insufficient and why, beside what is available', async () => {
    const text = textOf(
      await show({ predictedClv: { status: 'insufficient-data', reason: 'Fewer than two orders' }, likelihoods: [{ action: 'click', probability: 0.2 }] }),
    );
    expect(text).to.contain('Not enough data').and.to.contain('Fewer than two orders').and.to.contain('20%');
  });

  it('is gone without a word where predictions are not licensed (T35)', async () => {
    const element = await mount('c360-predictions', { customerSource: {}, customerId: 'ada' });
    await nextFrame();
    expect(element.matches(':state(hidden)')).to.equal(true);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('says that these are estimates, of which model, and when the model is old', async () => {
    const fresh = textOf(await show({ predictedClv: { value: '1' }, model: 'm1', computedAt: '2017-12-30T04:00:00Z' }));
    expect(fresh).to.contain('Estimates').and.to.contain('Model m1').and.to.contain('Computed Dec 30, 2017').and.not.to.contain('days old');
    expect(textOf(await show({ predictedClv: { value: '1' }, computedAt: '2017-11-01T12:00:00Z' }))).to.contain('Model is 60 days old');
  });

  it('names the band by the thresholds of the backend', async () => {
    const bands = { low: 0.2, high: 0.6 };
    const likelihoods = [0.1, 0.2, 0.6].map((probability, index) => ({ action: ['click', 'open', 'purchase'][index], probability, bands }));
    const cards = allParts(await show({ likelihoods }), 'prediction').map(textOf);
    expect(cards.map((card) => /Low|Medium|High/.exec(card)?.[0])).to.deep.equal(['Low', 'Medium', 'High']);
  });

  it('never guesses a currency', async () => {
    expect(textOf(await show({ predictedClv: { value: '1234.5' } })))
      .to.contain('1,234.5')
      .and.not.to.match(/[$€£]/);
  });

  for (const width of [320, 1280])
    it(`breaks no accessibility rule and does not scroll sideways at ${width} px`, async () => {
      const standing = { percentile: 30, distribution };
      const element = await show(
        {
          predictedClv: { value: { amount: '930.03', currency: 'USD' }, ...standing },
          likelihoods: ['click', 'unsubscribe', 'open', 'purchase'].map((action) => ({
            action,
            probability: 0.3,
            ...standing,
            distribution: { min: 0, max: 1, bins: [1, 2, 3] },
          })),
          discountPreference: { score: 0.2, ...standing },
          horizonDays: 14,
        },
        width,
      );
      await axe(element);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
});
