import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import { fixedNow } from '../helpers/clock.js';
import { part, textOf } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';

type Asked = { readonly from?: string };

/** Somebody of whom all that is known is older than a time frame. */
const longAgo = {
  campaigns: async ({ from }: Asked) => ({
    items: from ? [] : [{ id: 'one', executionDate: '2010-03-01', decision: 'sent', campaign: { id: 'c', name: 'Spring' }, channels: [] }],
    nextCursor: null,
  }),
  events: async ({ from }: Asked) => ({
    items: from ? [] : [{ id: 'one', at: '2010-03-01T10:00:00Z', category: 'custom', type: 'other', name: 'Spring' }],
    nextCursor: null,
  }),
  impact: async ({ from }: Asked) => ({
    currency: 'USD',
    dates: from ? [] : ['2010-03-01'],
    kpis: from ? [] : [{ key: 'sales', label: 'Spring sales', unit: 'money', window: 'cumulative', values: ['1.00'] }],
    targetingDays: [],
  }),
};

const properties = { customerSource: longAgo, customerId: 'ada', now: fixedNow, timeZone: 'UTC', timeFrame: 'P1M' } as const;

const allTimeIn = (section: Element) => section.shadowRoot?.querySelector<HTMLButtonElement>('[part=empty] button') ?? undefined;

for (const tag of ['c360-campaigns', 'c360-timeline', 'c360-impact-chart'] as const) {
  describe(`<${tag}> with nothing in the time frame`, () => {
    it('offers all time, shows what is there then and says so to the page', async () => {
      const element = await mount(tag, properties);
      await settled(element);
      expect(textOf(part(element, 'empty'))).to.equal('Nothing in this time frame All time');
      const heard = oneEvent(element, 'c360-time-frame-change');
      allTimeIn(element)?.focus();
      allTimeIn(element)?.click();
      expect((await heard).detail).to.deep.equal({ from: undefined, to: undefined, timeFrame: 'all' });
      await settled(element);
      expect(element.matches(':state(ready)')).to.equal(true);
      expect(textOf(element)).to.contain('Spring');
      expect(element.shadowRoot?.activeElement?.id, 'what was pressed has gone').to.equal('heading');
    });

    it('stays as it is where the page forbids it', async () => {
      const element = await mount(tag, properties);
      await settled(element);
      element.addEventListener('c360-time-frame-change', (event) => event.preventDefault());
      allTimeIn(element)?.click();
      await settled(element);
      expect(element.matches(':state(empty)')).to.equal(true);
    });

    for (const timeFrame of ['all', ' all ']) {
      it(`offers nothing where there is nothing at any time, asked for with “${timeFrame}”`, async () => {
        const element = await mount(tag, { ...properties, timeFrame, customerSource: nothingEver });
        await settled(element);
        expect(textOf(part(element, 'empty'))).to.equal('Nothing recorded yet');
        expect(allTimeIn(element)).to.equal(undefined);
      });
    }
  });
}

const none = async () => ({ items: [], nextCursor: null });
const nothingEver = { campaigns: none, events: none, impact: async () => ({ dates: [], kpis: [], targetingDays: [] }) };

describe('a panel of which a section has nothing in the time frame', () => {
  it('shows all time in every section', async () => {
    const panel = await mount('c360-panel', { ...properties, sections: 'campaigns timeline' });
    await settled(panel);
    const sections = [...(panel.shadowRoot?.querySelectorAll('c360-campaigns, c360-timeline') ?? [])];
    expect(sections.map(allTimeIn)).to.not.include(undefined);
    allTimeIn(sections[0]!)?.click();
    await settled(panel);
    expect(sections.map((section) => section.matches(':state(ready)'))).to.deep.equal([true, true]);
    expect(textOf(panel)).to.contain('All time');
  });
});

describe('a section none of whose records could be read', () => {
  const unreadable = {
    campaigns: async () => ({ items: ['one', 'two'], nextCursor: null }),
    events: async () => ({ items: ['one', 'two'], nextCursor: null }),
    activity: async () => ({ days: [] }),
    impact: async () => ({ dates: [], kpis: ['one'], targetingDays: ['two'] }),
    predictions: async () => ({ predictedClv: 'one', likelihoods: ['two'] }),
  };

  for (const tag of ['c360-campaigns', 'c360-timeline', 'c360-impact-chart', 'c360-predictions'] as const) {
    it(`says so and does not say that there is nothing: <${tag}>`, async () => {
      const element = await mount(tag, { ...properties, customerSource: unreadable });
      await settled(element);
      expect(textOf(element)).to.contain('2 records could not be read');
      expect(textOf(element)).not.to.match(/Nothing in this time frame|Nothing recorded yet|No campaign matches|false/);
    });
  }
});
