import { expect } from '@open-wc/testing';
import { attributedValue, messagesOf, outcomeOf, reasonOf, STEPS } from '../../../src/elements/campaigns/outcome.js';
import { sumByImpact } from '../../../src/model/attributed.js';
import { DECISIONS, type Fact } from '../../../src/model/campaign.js';
import { at, attributed, decision, message } from './decisions.js';

/** `2 2 1 0 0`: how many messages reached each step. */
const funnel = (about: Parameters<typeof decision>[0]): string => {
  const { reached } = outcomeOf(decision(about));
  return STEPS.map((step) => reached[step]).join(' ');
};

describe('what came of a campaign', () => {
  const tables: readonly (readonly [what: string, facts: readonly Fact[], funnel: string])[] = [
    ['was only created', ['create'], '0 0 0 0 0'],
    ['was sent', ['create', 'sent'], '1 0 0 0 0'],
    ['was delivered', ['create', 'sent', 'delivered'], '1 1 0 0 0'],
    ['was clicked', ['create', 'sent', 'delivered', 'impression', 'click'], '1 1 1 1 0'],
    ['was clicked three times (T29)', ['sent', 'click', 'click', 'click'], '1 1 1 1 0'],
    ['has facts in the order of their ids (T28)', ['create', 'sent', 'impression', 'click', 'delivered'], '1 1 1 1 0'],
    ['has no CREATE', ['delivered'], '1 1 0 0 0'],
    ['was seen although no delivery was observed (T30)', ['sent', 'impression'], '1 1 1 0 0'],
    ['was opted out of', ['sent', 'optout'], '1 1 1 0 0'],
    ['was read in the inbox', ['sent', 'read'], '1 1 1 0 0'],
    ['was deleted unread', ['sent', 'delete'], '1 1 0 0 0'],
    ['failed after it was sent', ['sent', 'fail'], '1 0 0 0 0'],
    ['has a fact nobody documented', ['sent', 'other'], '1 0 0 0 0'],
    ['has no facts at all', [], '0 0 0 0 0'],
  ];
  for (const [what, facts, expected] of tables) {
    it(`counts a message that ${what}`, () => expect(funnel({ communications: [message(facts)] })).to.equal(expected));
  }

  it('counts messages, not facts (T29)', () => {
    const twice = message(['sent', 'delivered'], { communicationId: 'same' });
    const later = message(['impression', 'click', 'click'], { communicationId: 'same' });
    expect(funnel({ communications: [twice, later, message(['sent'])] })).to.equal('2 1 1 1 0');
    expect(outcomeOf(decision({ communications: [twice, later] })).messages).to.equal(1);
  });

  it('keeps a mail and an SMS apart whose ids collide (T12)', () => {
    const both = decision({ communications: [message(['sent'], { communicationId: '7' }), message(['sent'], { communicationId: '7', channel: 'sms' })] });
    expect(messagesOf(both)).to.have.length(2);
    expect(funnel(both)).to.equal('2 0 0 0 0');
  });

  it('keeps messages together whose channel is spelled in two ways', () => {
    const spelled = [message(['sent'], { communicationId: '7', channel: 'E-Mail' }), message(['click'], { communicationId: '7', channel: 'email' })];
    expect(funnel({ communications: spelled })).to.equal('1 1 1 1 0');
  });

  for (const kind of DECISIONS) {
    const isContacted = kind === 'sent' || kind === 'failed' || kind === 'other';
    it(`${isContacted ? 'reads the messages' : 'shows nothing as sent'} when the decision is ${kind} (T17)`, () => {
      expect(funnel({ decision: kind, communications: [message(['sent', 'delivered'])] })).to.equal(isContacted ? '1 1 0 0 0' : '0 0 0 0 0');
    });
  }

  it('takes the word of a decision without messages for what was sent (O16)', () => {
    expect(funnel({})).to.equal('1 0 0 0 0');
    expect(outcomeOf(decision()).messages).to.equal(0);
    expect(funnel({ decision: 'failed' })).to.equal('0 0 0 0 0');
  });

  it('tells the two conversions apart (S22)', () => {
    const journey = { id: 'j', startedAt: null, convertedAt: at('2026-11-19T08:00:00Z'), activities: [] };
    expect(outcomeOf(decision({ journey }))).to.include({ journeyConverted: true, depositAttributed: false, furthest: 'converted' });
    expect(outcomeOf(decision({ attribution: [attributed('1')] }))).to.include({ journeyConverted: false, depositAttributed: true, furthest: 'converted' });
    expect(outcomeOf(decision())).to.include({ journeyConverted: false, depositAttributed: false, furthest: 'sent' });
  });

  it('calls an e-mail only probably seen unless it was clicked (T33)', () => {
    const seen = (facts: readonly Fact[], channel: string) => outcomeOf(decision({ communications: [message(facts, { channel })] })).isProbable;
    expect(seen(['sent', 'impression'], 'email')).to.equal(true);
    expect(seen(['sent', 'impression', 'click'], 'email')).to.equal(false);
    expect(seen(['sent', 'impression'], 'push')).to.equal(false);
    expect(seen(['sent'], 'email')).to.equal(false);
  });
});

describe('why a campaign was not received', () => {
  const failing = message(['sent', 'fail'], { failReason: 'Reason #4' });
  it('is what the decision says', () =>
    expect(reasonOf(decision({ decision: 'failed', reason: 'Mailbox full', communications: [failing] }))).to.equal('Mailbox full'));
  it('else what the failed message says', () =>
    expect(reasonOf(decision({ decision: 'failed', communications: [message(['sent']), failing] }))).to.equal('Reason #4'));
  it('or the detail of its failure, verbatim (S25)', () => {
    const detailed = { ...failing, lifecycle: [{ fact: 'fail' as const, at: null, details: '550 5.1.1 user unknown' }] };
    expect(reasonOf(decision({ decision: 'failed', communications: [detailed] }))).to.equal('550 5.1.1 user unknown');
  });
  it('is not asked of a campaign that was sent', () => expect(reasonOf(decision({ communications: [failing] }))).to.equal(undefined));
});

describe('attributed money', () => {
  it('is summed by kind of impact, in the documented order, exactly (S20, V9)', () => {
    const sums = sumByImpact([attributed('0.1', { impact: 'indirect' }), attributed('0.1'), attributed('0.2'), attributed('3', { impact: 'delivery' })]);
    expect(sums.map(({ impact, sums: [sum] }) => `${impact} ${sum?.amount}`)).to.deep.equal(['delivery 3', 'interaction 0.3', 'indirect 0.1']);
  });

  it('keeps impacts nobody documented apart under their own words', () => {
    const sums = sumByImpact([attributed('1', { impact: 'other', impactAsGiven: 'halo' }), attributed('2', { impact: 'other', impactAsGiven: 'aura' })]);
    expect(sums.map(({ asGiven }) => asGiven)).to.deep.equal(['halo', 'aura']);
  });

  it('never sums the deposits themselves, of which one is shared between campaigns (T31)', () => {
    const shared = [
      attributed('2', { rawValue: '100' as never, convertedValue: { amount: '90' as never, currency: 'EUR' } }),
      attributed('3', { rawValue: '100' as never }),
    ];
    expect(attributedValue(decision({ attribution: shared }))).to.deep.equal([{ amount: '5', currency: 'EUR' }]);
  });

  it('is never summed across currencies', () => {
    const mixed = [
      attributed('1'),
      attributed('2', { value: { amount: '2' as never, currency: 'USD' } }),
      attributed('3', { value: { amount: '3' as never } }),
    ];
    expect(attributedValue(decision({ attribution: mixed }))).to.deep.equal([
      { amount: '1', currency: 'EUR' },
      { amount: '2', currency: 'USD' },
      { amount: '3' },
    ]);
  });
});
