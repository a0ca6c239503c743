import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import '../../../src/define.js';
import { type BriefStyle, briefText, type Known, toBrief } from '../../../src/elements/profile/brief.js';
import { loadedLocale, loadLocale, mergeMessages } from '../../../src/i18n/catalogue.js';
import { englishBrief } from '../../../src/i18n/slices/brief.js';
import { englishCommon } from '../../../src/i18n/slices/common.js';
import { englishProfile } from '../../../src/i18n/slices/profile.js';
import { englishShared } from '../../../src/i18n/slices/shared.js';
import type { CampaignDecision } from '../../../src/model/campaign.js';
import type { Metric } from '../../../src/model/customer.js';
import type { Instant, PlainDay } from '../../../src/model/day.js';
import type { CustomerEvent } from '../../../src/model/event.js';
import type { Decimal } from '../../../src/model/money.js';
import { fixedNow } from '../../helpers/clock.js';
import { deferred } from '../../helpers/deferred.js';
import { allParts, composedElements, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { button, dana, danasMetrics, show, sourceOf } from './dana.js';

const at = (text: string) => Date.parse(text) as Instant;
const style: BriefStyle = {
  language: 'en',
  timeZone: 'UTC',
  unknown: 'Date unknown',
  texts: { ...englishCommon, ...englishShared, ...englishProfile, ...englishBrief },
  now: at('2017-12-31T12:00:00Z'),
  hide: (_key, _type, text) => text,
};
const metric = (value: string | null, scope: Metric['scope'] = 'lifetime', currency?: string): Metric => ({
  value: value as Decimal | null,
  scope,
  ...(currency && { currency }),
});
const decision = (change: Partial<CampaignDecision>): CampaignDecision => ({
  id: Math.random().toString(36),
  source: 'test',
  executionDate: '2017-12-20' as PlainDay,
  decision: 'sent',
  campaign: { id: 'c' },
  channels: [{ name: 'email' }],
  tags: [],
  communications: [],
  attribution: [],
  bonuses: [],
  kpisThatDay: [],
  facts: [],
  ...change,
});
const event = (change: Partial<CustomerEvent>): CustomerEvent => ({
  id: 'e',
  at: at('2017-12-29T10:00:00Z'),
  category: 'email',
  type: 'x',
  properties: [],
  ...change,
});
const journey = (id: string, change: object = {}) => ({ id, startedAt: at('2017-12-01T00:00:00Z'), activities: [], ...change });
const likelihood = (action: string, probability: number, percentile?: number) =>
  ({ status: 'available', action, probability, ...(percentile !== undefined && { percentile }) }) as const;

const sentences: readonly (readonly [situation: string, known: Known, said: string])[] = [
  ['nothing is known', {}, ''],
  ['nothing was bought', { metrics: { numberOfPurchases: metric('0') } }, 'Has not bought anything yet.'],
  [
    'amount and purchases cover the same',
    { metrics: { customerLifetimeValue: metric('2100', 'lifetime', 'EUR'), numberOfPurchases: metric('1') } },
    'Spent €2,100.00 in 1 purchase so far.',
  ],
  [
    'they do not cover the same, so that they are not said in one breath (T1)',
    { metrics: { totalSpend: metric('100', 'since-integration', 'EUR'), numberOfPurchases: metric('9') } },
    'Spent €100.00 since integration.',
  ],
  ['only purchases are known', { metrics: { numberOfPurchases: metric('9') } }, 'Made 9 purchases.'],
  ['nothing can be divided', { metrics: { customerLifetimeValue: metric(null) } }, ''],
  [
    'the last purchase is known',
    { metrics: { numberOfPurchases: metric('9'), lastProductPurchased: { id: 'p', name: 'x', purchasedAt: at('2017-12-30T10:00:00Z') } } },
    'Made 9 purchases, most recently yesterday.',
  ],
  [
    'a campaign was sent; one that was only decided is no contact (T17)',
    {
      campaigns: {
        items: [
          decision({ executionDate: '2017-12-28' as PlainDay, decision: 'control' }),
          decision({ executionDate: '2018-01-04' as PlainDay, decision: 'planned' }),
          decision({ executionDate: '2017-12-10' as PlainDay }),
        ],
      },
    },
    'Last contacted Dec 10 by e-mail. Received 1 of 3 campaigns in this time frame.',
  ],
  [
    'a message came later than any campaign',
    { events: { items: [event({}), event({ category: 'site', at: at('2017-12-31T10:00:00Z') })] } },
    'Last contacted 2 days ago by e-mail.',
  ],
  [
    'campaigns were counted by the backend',
    {
      campaigns: {
        items: [],
        nextCursor: 'n',
        counts: new Map([
          ['sent', 14],
          ['control', 3],
          ['failed', 2],
        ]),
      },
    },
    'Received 14 of 19 campaigns in this time frame.',
  ],
  [
    'two sources may tell of one campaign',
    { campaigns: { items: [decision({ source: 'a' }), decision({ source: 'b' })], counts: new Map([['sent', 2]]), mayRepeat: true } },
    'Last contacted Dec 20 by e-mail.',
  ],
  ['only a part of the campaigns is there and nobody counted', { campaigns: { items: [decision({})], nextCursor: 'n' } }, 'Last contacted Dec 20 by e-mail.'],
  [
    'journeys are open: started, neither stopped nor converted nor past their end (S35)',
    {
      events: {
        items: [
          event({ category: 'journey', journey: journey('1') }),
          event({ category: 'journey', journey: journey('1') }),
          event({ category: 'journey', journey: journey('2', { expectedStopAt: at('2018-01-10T00:00:00Z') }) }),
          event({ category: 'journey', journey: journey('3', { expectedStopAt: at('2017-12-10T00:00:00Z') }) }),
          event({ category: 'journey', journey: journey('4', { stoppedAt: at('2017-12-10T00:00:00Z') }) }),
          event({ category: 'journey', journey: journey('5', { convertedAt: at('2017-12-10T00:00:00Z') }) }),
          event({ category: 'journey', journey: journey('6', { startedAt: null }) }),
        ],
      },
    },
    'Is in 2 open journeys.',
  ],
  [
    'one prediction sets the customer furthest apart',
    { predictions: { likelihoods: [likelihood('click', 0.5, 55), likelihood('purchase', 0.27, 93), likelihood('open', 0.9)], horizonDays: 14 } },
    'Is 27% likely to buy within 14 days; 93% of customers are less likely.',
  ],
  [
    'a low likelihood does',
    { predictions: { likelihoods: [likelihood('unsubscribe', 0.03, 2), likelihood('open', 0.4, 60)] } },
    'Is 3% likely to unsubscribe; 2% of customers are less likely.',
  ],
  [
    'the predicted value does',
    {
      predictions: {
        likelihoods: [likelihood('open', 0.4, 60)],
        predictedClv: { status: 'available', value: { amount: '3200' as Decimal, currency: 'EUR' }, percentile: 94 },
      },
    },
    'Predicted to spend €3,200.00 in all, more than 94% of customers.',
  ],
  ['predictions have too little to go by', { predictions: { likelihoods: [{ status: 'insufficient-data', action: 'open' }, likelihood('juggle', 1)] } }, ''],
];

describe('the brief', () => {
  for (const [situation, known, said] of sentences) it(`says what is true when ${situation}`, () => expect(briefText(toBrief(known, style))).to.equal(said));

  it('is made of what profile and metrics know when it stands alone, and asks for no more', async () => {
    const asked: string[] = [];
    const reader = (name: string) => async () => {
      asked.push(name);
      return { items: [] };
    };
    const element = await show(
      sourceOf(undefined, undefined, { campaigns: reader('campaigns'), predictions: reader('predictions'), events: reader('events') }),
    );
    expect(textOf(part(element, 'brief'))).to.contain(
      'Spent €2,100.00 in 42 purchases so far, most recently 3 days ago. May be contacted by e-mail, but opted out of SMS.',
    );
    expect(asked).to.deep.equal([]);
  });

  for (const [language, said] of [
    ['en', 'May be contacted by e-mail, push, channel #7, and WhatsApp, but opted out of SMS.'],
    ['de', 'Darf per E-Mail, Push, Kanal #7 und WhatsApp kontaktiert werden, ist aber von SMS abgemeldet.'],
    ['es', 'Se le puede contactar por correo, push, canal #7 y WhatsApp, pero se dio de baja de SMS.'],
    ['fr', 'Peut être contacté par e-mail, push, canal #7 et WhatsApp, mais désabonné de SMS.'],
    ['pt', 'Pode ser contactado por e-mail, push, canal #7 e WhatsApp, mas cancelou a subscrição de SMS.'],
  ] as const)
    it(`names channels as a sentence of the language does: ${language}`, async () => {
      await loadLocale(language);
      const texts = mergeMessages(style.texts, loadedLocale(language));
      const consents = ['email', 'push', '#7', 'WhatsApp', 'sms'].map((channel) => ({
        channel,
        status: channel === 'sms' ? ('denied' as const) : ('granted' as const),
      }));
      const profile = { customer: { id: 'dana', flags: [], identifiers: [], consents }, segments: [], fields: [], values: new Map() };
      expect(briefText(toBrief({ profile }, { ...style, language, texts }))).to.equal(said);
    });

  it('lets the host say it otherwise, in another order', async () => {
    const element = await show(sourceOf(), { messages: { briefConsentsMixed: 'Not {1}! But {0}.' } });
    expect(textOf(part(element, 'brief'))).to.contain('Not SMS! But e-mail.');
  });

  it('leads to its evidence in the profile', async () => {
    const element = await show();
    button(element, '€2,100.00 in 42 purchases').click();
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'metrics'));
    button(element, 'SMS').click();
    expect(textOf(element.shadowRoot!.activeElement!)).to.equal('Consent');
  });

  it('grows with what other sections learn, and leads to them', async () => {
    const provider = await mount('c360-provider', {
      customerSource: {
        ...sourceOf(),
        predictions: async () => ({ likelihoods: [{ action: 'purchase', probability: 0.27, percentile: 73 }], horizonDays: 14 }),
      },
      customerId: '0042',
      now: fixedNow,
    });
    const [profile, predictions] = [document.createElement('c360-profile'), document.createElement('c360-predictions')];
    provider.append(profile, predictions);
    await oneEvent(predictions, 'c360-load');
    await settled(provider);
    expect(textOf(part(profile, 'brief'))).to.contain('Is 27% likely to buy within 14 days; 73% of customers are less likely.');
    button(profile, '27% likely to buy').click();
    await nextFrame();
    expect(document.activeElement).to.equal(predictions);
    expect(predictions.shadowRoot!.activeElement!.textContent).to.contain('Predictions');
  });

  for (const order of [
    ['metrics', 'events', 'campaigns', 'predictions'],
    ['predictions', 'campaigns', 'events', 'metrics'],
  ] as const)
    it(`keeps the place of what it will say of answers still under way, so that what is below stays where it is: ${order.join(', ')}`, async () => {
      const answers = {
        metrics: danasMetrics,
        events: { items: [event({ at: '2017-12-29T10:00:00Z' as never, journey: { id: 'j', startedAt: '2017-12-01T00:00:00Z' } as never })] },
        campaigns: { items: [{ ...decision({ id: 'd' }), bonuses: [] }] },
        predictions: { likelihoods: [{ action: 'purchase', probability: 0.27, percentile: 73 }], horizonDays: 14 },
      };
      const held = Object.fromEntries(order.map((name) => [name, deferred<object>()]));
      const readers = Object.fromEntries(order.map((name) => [name, () => held[name]!.promise]));
      const panel = await mount('c360-panel', { customerSource: sourceOf(undefined, undefined, readers), customerId: '0042', now: fixedNow }, { width: 1280 });
      const profile = composedElements(panel).find((found) => found.localName === 'c360-profile')!;
      await waitUntil(() => allParts(profile, 'consents').length > 0);
      const tops = [part(profile, 'consents').getBoundingClientRect().top];
      for (const name of order) {
        held[name]!.resolve(answers[name]);
        await waitUntil(() =>
          textOf(part(profile, 'brief')).includes({ metrics: 'Spent', events: 'Is in', campaigns: 'Received', predictions: 'likely' }[name]),
        );
        tops.push(part(profile, 'consents').getBoundingClientRect().top);
      }
      const line = 1.6 * 14;
      expect(Math.max(...tops) - Math.min(...tops), tops.join()).to.be.at.most(line + 4);
    });

  it('never speaks of the last customer', async () => {
    const other = { ...dana, customer: { id: '0043', displayName: 'Ada', identifiers: [] } };
    const element = await show({
      profile: async ({ id }: { id: string }) => (id === '0042' ? dana : other),
      metrics: ({ id }: { id: string }) => (id === '0042' ? sourceOf().metrics!(undefined as never, undefined as never) : new Promise(() => {})),
    });
    element.customerId = '0043';
    await nextFrame();
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.contain('Ada').and.not.to.contain('2,100').and.not.to.contain('SMS');
  });
});
