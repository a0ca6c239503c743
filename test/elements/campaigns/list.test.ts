import { expect } from '@open-wc/testing';
import {
  type CampaignFilters,
  channelsOf,
  countDecisions,
  countFor,
  type DecisionFilter,
  decisionsOf,
  facetsOf,
  filterByContent,
  toDecisionCounts,
  toFilters,
} from '../../../src/elements/campaigns/filter.js';
import { gatherDecisions } from '../../../src/elements/campaigns/gather.js';
import { COLUMNS, type ColumnName, nextOrder, sortDecisions, toOrder } from '../../../src/elements/campaigns/order.js';
import { createSelect } from '../../../src/elements/campaigns/selection.js';
import { type CampaignDecision, DECISIONS } from '../../../src/model/campaign.js';
import { attributed, day, decision, message } from './decisions.js';

const idsOf = (rows: readonly CampaignDecision[]): string => rows.map(({ id }) => id).join(' ');

describe('rows of one decision', () => {
  const action = { planId: 'p', planDetailId: 'pd', action: { id: '3' } };

  it('are one row with its channels inside (T20)', () => {
    const rows = gatherDecisions([
      decision({ ...action, id: 'a', channels: [{ name: 'email', template: 'A' }], tags: ['x'] }),
      decision({ ...action, id: 'b', channels: [{ name: 'sms' }], tags: ['x', 'y'], targetGroup: 'Gold' }),
    ]);
    expect(rows).to.have.length(1);
    expect(rows[0]).to.deep.include({ id: 'a', channels: [{ name: 'email', template: 'A' }, { name: 'sms' }], tags: ['x', 'y'], targetGroup: 'Gold' });
  });

  it('that come twice count their money once (T31)', () => {
    const twice = decision({ attribution: [attributed('4')], communications: [message(['sent'])] });
    const [row] = gatherDecisions([twice, { ...twice }]);
    expect(row?.attribution).to.have.length(1);
    expect(row?.communications).to.have.length(1);
  });

  for (const [what, other] of [
    ['another day', { executionDate: day('2026-11-19') }],
    ['another action', { planDetailId: 'other' }],
    ['another decision', { decision: 'failed' }],
    ['another journey', { journey: { id: 'j2', startedAt: null, activities: [] } }],
    ['no plan detail', { planDetailId: undefined }],
  ] as const) {
    it(`stay apart where they are of ${what}`, () => {
      const rows = gatherDecisions([decision({ ...action, id: 'a' }), { ...decision({ ...action, id: 'b' }), ...(other as Partial<CampaignDecision>) }]);
      expect(idsOf(rows)).to.equal('a b');
    });
  }
});

describe('filters by decision', () => {
  const rows = DECISIONS.map((kind) => decision({ id: kind, decision: kind }));
  const counts = countDecisions(rows);

  for (const [filter, kinds] of [
    ['all', 'sent failed excluded control capped planned other'],
    ['received', 'sent'],
    ['not-received', 'failed excluded control capped'],
    ['control', 'control'],
    ['planned', 'planned'],
    ['constructor', 'sent failed excluded control capped planned other'],
  ] as const) {
    it(`let "${filter}" through as ${kinds}`, () => {
      expect(decisionsOf(filter as DecisionFilter).join(' ')).to.equal(kinds);
      expect(countFor(filter as DecisionFilter, counts)).to.equal(kinds.split(' ').length);
    });
  }

  it('count what the backend counts, its unknown words together', () => {
    const given = toDecisionCounts(
      new Map([
        ['sent', 40],
        ['paused', 2],
        ['withheld', 1],
      ]),
    );
    expect([...given]).to.deep.equal([
      ['sent', 40],
      ['other', 3],
    ]);
  });
});

describe('filters by content', () => {
  const rows = [
    decision({ id: 'mail', campaign: { id: 'c1', name: 'Crème fraîche', category: 'Marketing' }, targetGroup: 'Gold', tags: ['spring'] }),
    decision({ id: 'sms', campaign: { id: 'c2', category: 'Operational' }, channels: [{ name: 'SMS', template: 'Short' }], promotionId: 'P-7' }),
    decision({ id: 'message', channels: [], communications: [message(['sent'], { channel: 'push' })], reason: 'No consent' }),
  ];
  const tables: readonly (readonly [filters: CampaignFilters, ids: string])[] = [
    [{}, 'mail sms message'],
    [{ channel: 'email' }, 'mail'],
    [{ channel: 'sms' }, 'sms'],
    [{ channel: 'push' }, 'message'],
    [{ category: 'Marketing' }, 'mail'],
    [{ text: 'creme' }, 'mail'],
    [{ text: ' GOLD   spring ' }, 'mail'],
    [{ text: 'gold winter' }, ''],
    [{ text: 'p-7' }, 'sms'],
    [{ text: 'short' }, 'sms'],
    [{ text: 'consent' }, 'message'],
    [{ text: '.*' }, ''],
    [{ channel: 'sms', category: 'Marketing' }, ''],
  ];
  for (const [filters, ids] of tables)
    it(`${JSON.stringify(filters)} find ${ids || 'nothing'}`, () => expect(idsOf(filterByContent(rows, filters))).to.equal(ids));

  it('offer what occurs, documented channels by their one name', () => {
    expect(facetsOf(rows)).to.deep.equal({ channels: ['email', 'push', 'sms'], categories: ['Marketing', 'Operational'] });
    expect(channelsOf(decision({ channels: [{ name: 'E-Mail' }, { name: 'Carrier pigeon' }] }))).to.deep.equal(['email', 'Carrier pigeon']);
  });

  for (const given of [undefined, null, 3, 'text', [], { decision: 7, text: { toString: 1 } }, JSON.parse('{"__proto__": {"text": "x"}}')]) {
    it(`are none where a host saved ${JSON.stringify(given)}`, () => expect(toFilters(given)).to.deep.equal({}));
  }
});

describe('the order', () => {
  const rows = [
    decision({ id: 'b', executionDate: day('2026-11-02'), campaign: { id: '1', name: 'Offers 10' }, attribution: [attributed('9.5')], tags: ['b'] }),
    decision({ id: 'a', executionDate: day('2026-11-02'), campaign: { id: '2', name: 'offers 9' }, communications: [message(['click'])], targetGroup: 'Z' }),
    decision({ id: 'c', executionDate: null, campaign: { id: '3' }, decision: 'control', channels: [], promotionId: 'P' }),
    decision({
      id: 'd',
      executionDate: day('2026-11-20'),
      campaign: { id: '4', name: 'Älteste' },
      attribution: [attributed('10')],
      channels: [{ name: 'sms', template: 'T' }],
    }),
  ];
  const tables: readonly (readonly [key: ColumnName, ascending: string, descending: string])[] = [
    ['date', 'a b d c', 'd a b c'],
    ['campaign', 'd a b c', 'b a d c'],
    ['targetGroup', 'a d b c', 'a d b c'],
    ['channel', 'a b d c', 'd a b c'],
    ['template', 'd a b c', 'd a b c'],
    ['promotion', 'c d a b', 'c d a b'],
    ['tags', 'b d a c', 'b d a c'],
    ['outcome', 'c a d b', 'd b a c'],
    ['attributed', 'b d a c', 'd b a c'],
  ];
  for (const [key, ascending, descending] of tables) {
    it(`by ${key}: what has no value comes last both ways, equal ones newest first`, () => {
      expect(idsOf(sortDecisions(rows, { key, descending: false }, 'de'))).to.equal(ascending);
      expect(idsOf(sortDecisions(rows, { key, descending: true }, 'de'))).to.equal(descending);
    });
  }

  it('does not depend on the order the rows came in (V15)', () => {
    for (const key of COLUMNS) {
      const order = { key, descending: true };
      expect(idsOf(sortDecisions([...rows].reverse(), order, 'en'))).to.equal(idsOf(sortDecisions(rows, order, 'en')));
    }
  });

  it('survives a language the platform refuses', () => expect(sortDecisions(rows, { key: 'campaign', descending: false }, 'not a language')).to.have.length(4));

  it('turns round for the same column and starts with the largest where that is looked for', () => {
    expect(nextOrder('date', { key: 'date', descending: true })).to.deep.equal({ key: 'date', descending: false });
    expect(nextOrder('campaign', { key: 'date', descending: true })).to.deep.equal({ key: 'campaign', descending: false });
    expect(nextOrder('attributed', { key: 'campaign', descending: false })).to.deep.equal({ key: 'attributed', descending: true });
  });

  for (const given of [undefined, null, 'date', { key: 'toString' }, { key: 'money', descending: 'yes' }]) {
    it(`is newest first where a host saved ${JSON.stringify(given)}`, () => expect(toOrder(given)).to.deep.equal({ key: 'date', descending: true }));
  }
});

describe('what is shown', () => {
  it('counts decisions among the rows that pass the other filters', () => {
    const rows = [decision({ id: '1' }), decision({ id: '2', decision: 'control' }), decision({ id: '3', channels: [{ name: 'sms' }] })];
    const { counts, rows: shown } = createSelect()(rows, { decision: 'control', channel: 'email' }, { key: 'date', descending: true }, 'en');
    expect([...counts]).to.deep.equal([
      ['sent', 1],
      ['control', 1],
    ]);
    expect(idsOf(shown)).to.equal('2');
  });

  it('is the very same as long as nothing has changed', () => {
    const [select, rows, order] = [createSelect(), [decision()], { key: 'date', descending: true } as const];
    expect(select(rows, { text: 'offers' }, order, 'en').rows).to.equal(select(rows, { text: 'offers' }, order, 'en').rows);
  });
});
