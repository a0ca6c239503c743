import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define.js';
import type { C360Campaigns } from '../../../src/elements/campaigns/campaigns.js';
import type { CampaignPage } from '../../../src/model/campaign.js';
import type { Answer } from '../../../src/model/resource.js';
import { SourceError } from '../../../src/model/source-error.js';
import { registerSource } from '../../../src/sources/registry.js';
import { axe } from '../../helpers/axe.js';
import { fixedNow } from '../../helpers/clock.js';
import { deferred } from '../../helpers/deferred.js';
import { allParts, nextFrame, part, textOf } from '../../helpers/dom.js';
import { mount, type Surroundings, settled } from '../../helpers/mount.js';
import { decision } from './decisions.js';

type Wire = Readonly<Record<string, unknown>>;

/** A decision as a backend writes it. */
const row = (id: string, about: Wire = {}): Wire => ({
  id,
  source: 'test',
  executionDate: '2017-12-20',
  decision: 'sent',
  campaign: { id: `c-${id}`, name: `Campaign ${id}` },
  channels: [{ name: 'email', template: 'Two columns' }],
  ...about,
});

const sent = (id: string, ...facts: string[]): Wire => ({
  communicationId: id,
  channel: 'email',
  lifecycle: facts.map((fact, minute) => ({ fact, at: `2017-12-20T10:0${minute}:00Z` })),
});

type Properties = Partial<C360Campaigns>;

async function show(
  items: readonly Wire[],
  page: Wire = {},
  properties: Properties = {},
  surroundings: Surroundings = { width: 1200 },
): Promise<C360Campaigns> {
  return showPages(async () => ({ items, ...page }), properties, surroundings);
}

async function showPages(
  campaigns: (query: { cursor?: string; id: string }) => Promise<unknown>,
  properties: Properties = {},
  surroundings: Surroundings = { width: 1200 },
) {
  const element = await mount(
    'c360-campaigns',
    { customerSource: { campaigns }, customerId: 'ada', now: fixedNow, timeZone: 'UTC', timeFrame: 'P1M', ...properties },
    surroundings,
  );
  await settled(element);
  return element;
}

const rowsOf = (element: Element): string[] => allParts(element, 'campaign').map(textOf);
const buttons = (element: C360Campaigns): HTMLButtonElement[] => [...element.renderRoot.querySelectorAll('button')];

function button(element: C360Campaigns, name: string | RegExp): HTMLButtonElement {
  const found = buttons(element).find((each) => {
    const text = each.ariaLabel ?? textOf(each);
    return typeof name === 'string' ? text === name : name.test(text);
  });
  if (!found) throw new Error(`No button ${String(name)} among ${buttons(element).map(textOf).join(', ')}`);
  return found;
}

async function press(element: C360Campaigns, name: string | RegExp): Promise<void> {
  button(element, name).click();
  await settled(element);
}

/** Opens a row and waits for what is behind it, whose code comes with the first one. */
async function open(element: C360Campaigns, name: string): Promise<HTMLElement> {
  button(element, name).click();
  while (!element.renderRoot.querySelector('.groups')) await nextFrame();
  await element.updateComplete;
  return part(element, 'details');
}

/** The value beside a label in an opened row. */
function shownAt(details: HTMLElement, label: string): string | undefined {
  const term = [...details.querySelectorAll('dt')].find((each) => textOf(each) === label);
  return term?.nextElementSibling ? textOf(term.nextElementSibling) : undefined;
}

describe('<c360-campaigns>', () => {
  it('has one row for each decision, newest first, with all documented columns (O17, O18)', async () => {
    const element = await show([
      row('old', { executionDate: '2017-12-02' }),
      row('new', { targetGroup: 'Gold', promotionId: 'P-1', tags: ['spring', 'mail'], communications: [sent('m', 'create', 'sent', 'delivered')] }),
    ]);
    expect(rowsOf(element)).to.deep.equal([
      'Dec 20 Campaign new Gold E-mail Two columns P-1 spring, mail Delivered — No value',
      'Dec 2 Campaign old — No value E-mail Two columns — No value — No value Sent outcome not tracked — No value',
    ]);
  });

  for (const [what, about, shown] of [
    [
      'the control group as not contacted, never as sent (T17)',
      { decision: 'control', action: { id: '1', name: 'DN' }, channels: [] },
      'Control group, not contacted',
    ],
    [
      'an excluded one with its reason and the plan it was taken by (T18)',
      { decision: 'excluded', reason: 'Higher priority', takenFrom: '4018' },
      'Excluded Higher priority · taken by plan 4018',
    ],
    ['a failed one with its reason', { decision: 'failed', reason: 'Mailbox full' }, 'Failed Mailbox full'],
    ['a capped one', { decision: 'capped', reason: 'More than 3 in 7 days' }, 'Capped More than 3 in 7 days'],
    ['a planned one', { decision: 'planned', executionDate: '2018-01-04' }, 'Planned'],
    ['a decision nobody documented under its own word', { decision: 'withheld' }, 'Other (withheld)'],
    ['a probable opening as probable (T33)', { communications: [sent('m', 'sent', 'impression')] }, 'Probably seen'],
    ['one failed message of two', { communications: [sent('m', 'sent', 'delivered'), sent('n', 'fail')] }, 'Delivered 1 of 2 failed'],
    ['an opt-out', { communications: [sent('m', 'sent', 'delivered', 'optout')] }, 'Seen Opted out'],
    [
      'a conversion of the journey',
      { journey: { id: 'j', startedAt: '2017-12-20T10:00:00Z', convertedAt: '2017-12-21T10:00:00Z' } },
      'Converted Journey converted',
    ],
    ['an attributed deposit', { attribution: [{ date: '2017-12-21', campaignId: 'c', value: '4.2', impact: 'delivery' }] }, 'Converted Attributed deposit'],
  ] as const) {
    it(`shows ${what}`, async () => {
      const element = await show([row('x', about)]);
      expect(textOf(element.renderRoot.querySelector('.row .outcome')!)).to.equal(shown);
    });
  }

  it('says that the details are unavailable where the campaign side of the join is missing (O17)', async () => {
    const element = await show([row('x', { campaign: { id: '4711' }, channels: [] })]);
    expect(rowsOf(element)[0]).to.contain('4711').and.to.contain('Details unavailable');
  });

  it('says that only scheduled campaigns are listed, and that names are of today, where the source says so (T19, T39)', async () => {
    const value: CampaignPage = { items: [decision()] };
    const answer: Answer<CampaignPage> = { value, meta: { caveats: ['scheduled-only', 'names-of-today'] }, leftOut: 0 };
    registerSource('campaigns-caveats', () => ({ campaigns: async () => answer }));
    const element = await mount('c360-campaigns', { source: 'campaigns-caveats', customerId: 'ada', now: fixedNow });
    await settled(element);
    expect(textOf(element)).to.contain('Only scheduled campaigns are listed').and.to.contain("Names and details of campaigns are today's");
    registerSource('campaigns-none', () => ({ campaigns: async () => ({ ...answer, value: { items: [] } }) }));
    element.source = 'campaigns-none';
    await settled(element);
    expect(textOf(element), 'where there is none it matters most').to.contain('Nothing in this time frame. Only scheduled campaigns are listed');
  });

  it('shows attributed money in its own currency, without one as a bare number, and says that it may change (T31, T32)', async () => {
    const money = (value: unknown, impact: string): Wire => ({ date: '2017-12-21', campaignId: 'c', value, impact });
    const element = await show([
      row('1', { attribution: [money({ amount: '1.10', currency: 'EUR' }, 'indirect'), money({ amount: '2.20', currency: 'EUR' }, 'delivery')] }),
      row('2', { attribution: [money('7.5', 'interaction')] }),
    ]);
    expect([...element.renderRoot.querySelectorAll('.row .attributed')].map(textOf)).to.deep.equal(['€3.30', '7.5']);
    expect(textOf(part(element, 'table'))).to.contain('Attributed may still change');
  });

  it('leaves one malformed record out and counts it', async () => {
    const element = await show([row('good'), { id: 'bad' }]);
    expect(rowsOf(element)).to.have.length(1);
    expect(textOf(element)).to.contain('1 record could not be read');
  });

  it('shows hostile texts as text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const element = await show([
      row('x', { campaign: { id: markup, name: markup }, targetGroup: markup, tags: [markup], reason: markup, decision: 'excluded' }),
    ]);
    const details = await open(element, markup);
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(shownAt(details, 'Target group')).to.equal(markup);
  });
});

describe('filters of campaigns', () => {
  const decisions = ['sent', 'sent', 'failed', 'excluded', 'control', 'capped', 'planned'].map((kind, index) =>
    row(`r${index}`, { decision: kind, campaign: { id: `c${index}`, name: `Name ${index}`, category: index ? 'Marketing' : 'Operational' } }),
  );
  const filterTexts = (element: C360Campaigns) => allParts(element, 'filter').map(textOf);

  it('show how many there are of each decision, and the ways not to get it once they are looked at', async () => {
    const element = await show(decisions);
    expect(filterTexts(element)).to.deep.equal(['All 7', 'Received 2', 'Did not get it 4', 'Control group 1', 'Planned 1']);
    await press(element, 'Did not get it 4');
    expect(filterTexts(element)).to.deep.equal([
      'All 7',
      'Received 2',
      'Did not get it 4',
      'Failed 1',
      'Excluded 1',
      'Control group 1',
      'Capped 1',
      'Planned 1',
    ]);
    expect(rowsOf(element)).to.have.length(4);
    await press(element, 'Capped 1');
    expect(rowsOf(element).map((text) => text.includes('Capped'))).to.deep.equal([true]);
    expect(button(element, 'Capped 1').ariaPressed).to.equal('true');
  });

  it('show what the backend counted while pages are missing', async () => {
    const element = await showPages(({ cursor }) =>
      cursor ? new Promise(() => {}) : Promise.resolve({ items: decisions, nextCursor: '2', total: 40, counts: { sent: 30, control: 9, withheld: 1 } }),
    );
    expect(filterTexts(element)).to.deep.equal(['All 40', 'Received 30', 'Did not get it 9', 'Control group 9', 'Other 1']);
    expect(textOf(element)).to.contain('7 of 40 loaded');
  });

  it('combine; the counts beside the decisions count what the others leave', async () => {
    const element = await show(decisions);
    element.filters = { category: 'Marketing', text: 'name' };
    await settled(element);
    expect(filterTexts(element)[0]).to.equal('All 6');
    expect(element.filters).to.deep.equal({ category: 'Marketing', text: 'name' });
  });

  it('say that nothing matches, and go in one press', async () => {
    const element = await show(decisions, {}, { filters: { text: 'nowhere' } });
    expect(textOf(element)).to.contain('No campaign matches');
    await press(element, 'Clear');
    expect(rowsOf(element)).to.have.length(7);
  });

  it("keep what is typed from the page's own shortcuts (HP11)", async () => {
    const element = await show(decisions);
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['d', 'Escape'])
      element.renderRoot.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['Escape']);
  });

  it('are part of the view that can be saved and set again, with order and open rows', async () => {
    const element = await show(decisions);
    await press(element, 'Received 2');
    await press(element, 'Campaign');
    await open(element, 'Name 0');
    const saved = JSON.parse(JSON.stringify(element.viewState));
    const again = await show(decisions, {}, { viewState: saved });
    while (!again.renderRoot.querySelector('.groups')) await nextFrame();
    expect(rowsOf(again).map((text) => text.slice(0, 13))).to.deep.equal(['Dec 20 Name 0', 'Dec 20 Name 1']);
    expect(again.viewState).to.deep.equal(saved);
  });

  it('survive whatever a host saved', async () => {
    const element = await show(decisions, {}, { viewState: JSON.parse('{"filters": 3, "order": [], "open": {"length": 2}}') });
    expect(rowsOf(element)).to.have.length(7);
  });
});

describe('the order of campaigns', () => {
  it('changes by each header, which tells it', async () => {
    const element = await show([row('b', { promotionId: 'P-2' }), row('a', { promotionId: 'P-10' }), row('c')]);
    const names = () => [...element.renderRoot.querySelectorAll('.row .name')].map(textOf).join();
    const sorted = () =>
      [...element.renderRoot.querySelectorAll('[aria-sort]')].map((header) => `${textOf(header)} ${header.getAttribute('aria-sort')}`).join();
    expect(sorted()).to.equal('Date descending');
    await press(element, 'Promotion');
    expect(names()).to.equal('Campaign b,Campaign a,Campaign c');
    expect(sorted()).to.equal('Promotion ascending');
    await press(element, 'Promotion');
    expect(names()).to.equal('Campaign a,Campaign b,Campaign c');
    expect(sorted()).to.equal('Promotion descending');
  });

  it('can be chosen where there is no header to press', async () => {
    const element = await show([row('b'), row('a')], {}, {}, { width: 360 });
    const [select] = [...element.renderRoot.querySelectorAll('select')].filter((each) => each.ariaLabel === 'Sort by');
    select!.selectedIndex = 1;
    select!.dispatchEvent(new Event('change'));
    await settled(element);
    expect(rowsOf(element)[0]).to.contain('Campaign b');
    await press(element, 'Descending');
    expect(rowsOf(element)[0]).to.contain('Campaign a');
  });
});

describe('a row with texts without end', () => {
  const endless = 'x'.repeat(1_000_000);
  const full = row('1', {
    campaign: { id: 'c', name: endless, category: endless },
    targetGroup: endless,
    channels: [{ name: endless, template: endless }],
    promotionId: endless,
    tags: Array.from({ length: 60 }, (_, index) => `${index}${endless.slice(0, 1_000)}`),
    decision: endless,
    reason: endless,
  });

  it('is cut (V17)', async () => {
    const element = await show([full], { contactPressure: [{ channel: endless, last7Days: 1, last30Days: 2 }] });
    expect(textOf(element).length).to.be.below(5_000);
  });

  it('leaves its name room beside an amount of any length in a narrow panel (V17)', async () => {
    const attribution = [{ date: '2017-12-21', campaignId: 'c-1', value: { amount: `-${'1'.repeat(30)}.${'2'.repeat(10)}` }, impact: 'delivery' }];
    const element = await show([row('1', { attribution })], {}, {}, { width: 320 });
    const [name, amount] = ['.campaign', '.attributed'].map((cell) => element.renderRoot.querySelector(`.row > ${cell}`)!.getBoundingClientRect().width);
    expect(name!).to.be.above(amount!);
  });
});

describe('an opened campaign', () => {
  const full = row('x', {
    decision: 'sent',
    campaign: { id: 'c-9', name: 'Spring', category: 'Marketing', execType: 'Realtime', status: 'ACTIVE' },
    segment: { id: 's-1', name: 'Loyal', status: 'Active', type: 'State based', createdAt: '2017-01-02T09:00:00Z' },
    action: { id: '0', name: 'Variant A' },
    planId: '0',
    planDetailId: '70',
    channels: [{ name: 'email', template: 'T', providerName: 'Mailroom' }],
    communications: [
      {
        ...sent('m-1', 'sent', 'click'),
        subject: 'Hello',
        providerName: 'Mailroom',
        gatewayId: '0',
        variation: 'B',
        lifecycle: [
          { fact: 'click', at: '2017-12-20T11:00:00Z', details: 'https://evil.example/' },
          { fact: 'sent', at: '2017-12-20T10:00:00Z' },
        ],
      },
    ],
    journey: {
      id: 'j-1',
      startedAt: '2017-12-20T10:00:00Z',
      expectedStopAt: '2018-01-20T10:00:00Z',
      abTarget: false,
      activities: [{ type: 'Send Mail', at: '2017-12-20T10:00:00Z' }],
    },
    attribution: [
      {
        date: '2017-12-21',
        campaignId: 'c-9',
        value: { amount: '2.5', currency: 'EUR' },
        impact: 'interaction',
        rawValue: '30.00',
        convertedValue: { amount: '25', currency: 'EUR' },
        calculatedAt: '2017-12-22T03:00:00Z',
      },
      { date: '2017-12-22', campaignId: 'c-9', value: { amount: '1', currency: 'EUR' }, impact: 'halo' },
    ],
    bonuses: [
      {
        bonusId: 'b-1',
        sourceProduct: '0',
        history: [
          { status: 'COUPON_ISSUED', at: '2017-12-20T10:00:05Z' },
          { status: 'NEW', at: '2017-12-20T10:00:00Z' },
          { status: '7', at: '2017-12-20T10:00:05Z', errorCode: '0', error: 'Till offline' },
        ],
      },
    ],
    kpisThatDay: { GROSS: '100.50', ORDERS: 0, NET: null },
    facts: [
      { table: 'view', column: 'LIFECYCLE_STAGE', value: 0 },
      { table: 'view', label: 'Reason', column: 'REASON_ID', value: null },
    ],
  });

  it('shows every documented field, names of enumerations, and 0 as a value (T27)', async () => {
    const details = await open(await show([full]), 'Spring');
    const shown = Object.fromEntries(
      [
        'Campaign id',
        'Category',
        'Execution',
        'Status',
        'Segment',
        'Segment id',
        'Segment type',
        'Action',
        'Action id',
        'Plan',
        'Plan detail',
        'Variation',
        'Provider',
        'Gateway id',
        'Journey id',
        'A/B test',
        'From',
        'Gross',
        'Orders',
        'Net',
        'LIFECYCLE_STAGE',
        'Reason REASON_ID',
      ].map((label) => [label, shownAt(details, label)]),
    );
    expect(shown).to.deep.equal({
      'Campaign id': 'c-9',
      Category: 'Marketing',
      Execution: 'Realtime',
      Status: 'Active',
      Segment: 'Loyal',
      'Segment id': 's-1',
      'Segment type': 'State based · Active',
      Action: 'Variant A',
      'Action id': '0',
      Plan: '0',
      'Plan detail': '70',
      Variation: 'B',
      Provider: 'Mailroom',
      'Gateway id': '0',
      'Journey id': 'j-1',
      'A/B test': 'No',
      From: '#0',
      Gross: '100.50',
      Orders: '0',
      Net: 'No snapshot',
      LIFECYCLE_STAGE: '0',
      'Reason REASON_ID': 'No value',
    });
  });

  it('says what was not observed, and tells both conversions apart (S22, T30)', async () => {
    const details = await open(await show([full]), 'Spring');
    expect(shownAt(details, 'Clicked')).to.equal('1');
    expect(shownAt(details, 'Journey converted')).to.equal('Not observed');
    expect(shownAt(details, 'Attributed deposit')).to.equal('€3.50');
  });

  it('shows a journey without a stop as open as long as its time is not up (S35)', async () => {
    const details = await open(await show([full]), 'Spring');
    expect(shownAt(details, 'Stopped')).to.equal('Still open');
    const over = { ...full, journey: { id: 'j', startedAt: '2017-12-01T10:00:00Z', expectedStopAt: '2017-12-05T10:00:00Z', abTarget: true } };
    const closed = await open(await show([over]), 'Spring');
    expect(shownAt(closed, 'Stopped')).to.equal('Not observed');
    expect(shownAt(closed, 'A/B test')).to.equal('Yes');
  });

  it('shows deposits as made without a symbol, since their currency is not known (T31)', async () => {
    const details = await open(await show([full], {}, { currency: 'USD' }), 'Spring');
    const cells = [...details.querySelectorAll('.ledger tbody tr')].map((line) => [...line.children].map(textOf).join(' | '));
    expect(cells).to.deep.equal(['Dec 21, 2017 | click | €2.50 | 30.00 | €25.00 | Dec 22, 2017, 3:00 AM', 'Dec 22, 2017 | Other (halo) | €1.00 |  |  | ']);
  });

  it('shows the final status of a bonus and how it came to it, equal times in the order given (S43, T13)', async () => {
    const details = await open(await show([full]), 'Spring');
    const bonus = part(details, 'bonus');
    expect(textOf(bonus.querySelector('.badge')!)).to.equal('Status #7');
    expect([...bonus.querySelectorAll('li')].map((line) => textOf(line).replace(/ Dec.*M/, ''))).to.deep.equal([
      'New',
      'Coupon issued',
      'Status #7 0 · Till offline',
    ]);
  });

  it('makes a link only of an address the host allows (TH3)', async () => {
    const details = await open(await show([full]), 'Spring');
    expect(details.querySelector('a')).to.equal(null);
    expect(textOf(details)).to.contain('https://evil.example/');
    const allowed = await open(await show([full], {}, { allowedLinkOrigins: ['https://evil.example'] }), 'Spring');
    expect(allowed.querySelector('a')?.rel).to.equal('noopener noreferrer');
  });

  it('is told to the host first, by ids alone, which may show it itself', async () => {
    const element = await show([full]);
    const heard: CustomEvent[] = [];
    element.addEventListener('c360-campaign-open', (event) => {
      heard.push(event);
      event.preventDefault();
    });
    await press(element, 'Spring');
    expect(heard[0]?.detail).to.deep.equal({ source: 'test', campaignId: 'c-9', actionId: '0', executionDate: '2017-12-20' });
    expect(allParts(element, 'details')).to.have.length(0);
  });

  it('opens by a press anywhere on its row, but not while text is being selected', async () => {
    const element = await show([full]);
    const cell = element.renderRoot.querySelector<HTMLElement>('.row .targetGroup, .row .channel')!;
    cell.click();
    await settled(element);
    expect(allParts(element, 'details')).to.have.length(1);
    part(element, 'details').click();
    await settled(element);
    expect(allParts(element, 'details')).to.have.length(1);
    getSelection()!.selectAllChildren(cell);
    cell.click();
    await settled(element);
    expect(allParts(element, 'details')).to.have.length(1);
    getSelection()!.removeAllRanges();
    cell.click();
    await settled(element);
    expect(allParts(element, 'details')).to.have.length(0);
  });

  it('closes again and says so (A19)', async () => {
    const element = await show([full]);
    await open(element, 'Spring');
    expect(button(element, 'Spring').ariaExpanded).to.equal('true');
    await press(element, 'Spring');
    expect(allParts(element, 'details')).to.have.length(0);
    expect(button(element, 'Spring').ariaExpanded).to.equal('false');
  });

  it('hides what tells who the customer is until it is revealed (PR6)', async () => {
    const secret = row('x', {
      decision: 'failed',
      reason: 'No such user ada@example.test',
      communications: [{ ...sent('m', 'sent'), subject: 'Dear Ada' }],
      facts: [
        { column: 'CLIENT_CUSTOMER_ID', value: 'ada' },
        { column: 'STAGE', value: 'VIP' },
      ],
    });
    const element = await show([secret], {}, { maskAll: true });
    const details = await open(element, 'Campaign x');
    for (const text of ['ada', 'Dear Ada']) expect(textOf(element)).not.to.contain(text);
    expect(shownAt(details, 'STAGE')).to.equal('VIP');
    const revealed: string[] = [];
    element.addEventListener('c360-reveal', ({ detail }) => revealed.push(detail.key));
    await press(element, 'Reveal CLIENT_CUSTOMER_ID');
    expect(shownAt(details, 'CLIENT_CUSTOMER_ID')).to.contain('ada');
    expect(revealed).to.deep.equal(['CLIENT_CUSTOMER_ID']);
  });
});

describe('a message of a campaign', () => {
  const rows = [row('x', { communications: [{ ...sent('m-1', 'sent'), subject: 'Hello' }] })];
  const withProof = async (properties: Properties = {}) => {
    const asked: string[] = [];
    const proof = async ({ communicationId }: { communicationId: string }) => {
      asked.push(communicationId);
      return { channel: 'email', text: 'Dear reader' };
    };
    const element = await mount('c360-campaigns', {
      customerSource: { campaigns: async () => ({ items: rows }), proof },
      customerId: 'ada',
      now: fixedNow,
      timeFrame: 'P1M',
      ...properties,
    });
    await settled(element);
    await open(element, 'Campaign x');
    return { element, asked };
  };
  const dialogOf = async (element: C360Campaigns) => {
    while (!element.renderRoot.querySelector('dialog[open]')) await nextFrame();
    await settled(element);
    return element.renderRoot.querySelector('dialog')!;
  };

  it('is told to the host by ids alone and then shown with its proof (B25)', async () => {
    const { element, asked } = await withProof();
    const told = oneEvent(element, 'c360-message-open');
    button(element, 'Show message').click();
    expect((await told).detail).to.deep.equal({ communicationId: 'm-1', channel: 'email' });
    const dialog = await dialogOf(element);
    while (!textOf(dialog).includes('Dear reader')) await nextFrame();
    expect(asked).to.deep.equal(['m-1']);
    await axe(element);
  });

  it('is left to a host that shows it itself', async () => {
    const { element, asked } = await withProof();
    element.addEventListener('c360-message-open', (event) => event.preventDefault());
    await press(element, 'Show message');
    await settled(element);
    expect(element.renderRoot.querySelector('dialog[open]')).to.equal(null);
    expect(asked).to.deep.equal([]);
  });

  it('is not even asked for while anything is masked, until it is revealed (PR6)', async () => {
    const { element, asked } = await withProof({ masked: 'name' });
    button(element, 'Show message').click();
    const dialog = await dialogOf(element);
    expect(textOf(dialog)).to.contain('E-mail: Message').and.not.to.contain('Hello');
    expect(asked).to.deep.equal([]);
    await press(element, 'Reveal Message');
    while (!textOf(dialog).includes('Dear reader')) await nextFrame();
    expect(asked).to.deep.equal(['m-1']);
  });

  it('goes with the customer', async () => {
    const { element } = await withProof();
    button(element, 'Show message').click();
    await dialogOf(element);
    element.customerId = 'grace';
    await nextFrame();
    await settled(element);
    expect(element.renderRoot.querySelector('dialog[open]')).to.equal(null);
  });
});

describe('the keyboard in the list of campaigns', () => {
  const many = Array.from({ length: 300 }, (_, index) => row(String(index).padStart(3, '0')));
  const key = (element: C360Campaigns, name: string) => {
    const { activeElement } = element.shadowRoot!;
    activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
  };
  const focused = (element: C360Campaigns) => textOf(element.shadowRoot!.activeElement!);
  /** Waits for the row that is to have the focus, which may have to be drawn first. */
  const focusedOn = async (element: C360Campaigns, name: string) => {
    for (let frame = 0; frame < 60 && focused(element) !== name; frame++) {
      await nextFrame();
      await element.updateComplete;
    }
    expect(focused(element)).to.equal(name);
  };

  it('enters the rows once and walks them with arrows, to the end and back', async () => {
    const element = await show(many);
    const stops = () => [...element.renderRoot.querySelectorAll<HTMLElement>('.name')].filter((each) => each.tabIndex === 0).map(textOf);
    expect(stops()).to.deep.equal(['Campaign 000']);
    button(element, 'Campaign 000').focus();
    key(element, 'ArrowDown');
    await focusedOn(element, 'Campaign 001');
    expect(stops()).to.deep.equal(['Campaign 001']);
    key(element, 'End');
    await focusedOn(element, 'Campaign 299');
    key(element, 'ArrowDown');
    await focusedOn(element, 'Campaign 299');
    key(element, 'PageUp');
    await focusedOn(element, 'Campaign 289');
    key(element, 'Home');
    await focusedOn(element, 'Campaign 000');
  });

  for (const width of [300, 1200]) {
    it(`lets what is cut at the lower edge fade, but not its last row, at ${width} px`, async () => {
      const element = await show(many, {}, {}, { width });
      const list = element.renderRoot.querySelector<HTMLElement>('.list')!;
      const veil = getComputedStyle(list, '::after');
      expect(veil.position).to.equal('sticky');
      expect(veil.pointerEvents).to.equal('none');
      button(element, 'Campaign 000').focus();
      key(element, 'End');
      await focusedOn(element, 'Campaign 299');
      const last = allParts(element, 'campaign').at(-1)!;
      const edge = list.getBoundingClientRect().bottom;
      expect(last.getBoundingClientRect().bottom).to.be.closeTo(edge, 2);
      expect(last.getBoundingClientRect().top).to.be.at.most(edge - Number.parseFloat(veil.blockSize));
      expect(Number(getComputedStyle(last).zIndex)).to.be.above(Number(veil.zIndex));
      key(element, 'ArrowUp');
      await focusedOn(element, 'Campaign 298');
    });
  }

  it('draws no more than is in sight of a long list, and says how long it is (PS11, A23)', async () => {
    const element = await show(many);
    expect(rowsOf(element).length).to.be.below(60);
    expect(part(element, 'table').getAttribute('aria-rowcount')).to.equal('301');
  });

  it('finds every control by its name', async () => {
    const element = await show(many.slice(0, 3), {}, {}, { width: 340 });
    for (const each of element.renderRoot.querySelectorAll<HTMLElement>('button, input, select')) {
      const name = each.ariaLabel ?? textOf(each);
      expect(name, each.outerHTML).not.to.equal('');
    }
  });

  it('never loses the focus by scrolling (I8)', async () => {
    const element = await show(many);
    button(element, 'Campaign 001').focus();
    const list = element.renderRoot.querySelector('.list')!;
    // WebKit brings what has the focus into sight a little later, and would undo what is scrolled in the same breath.
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    list.scrollTop = 8000;
    const isFar = () => rowsOf(element).some((text) => /Campaign (1[5-9]|2)\d/.test(text));
    for (let frame = 0; frame < 60 && !isFar(); frame++) await nextFrame();
    expect(isFar()).to.equal(true);
    expect(focused(element)).to.equal('Campaign 001');
  });
});

describe('pages of campaigns', () => {
  const page = (from: number, count: number, more: Wire = {}): Wire => ({
    items: Array.from({ length: count }, (_, index) => row(`r${String(from + index).padStart(3, '0')}`)),
    ...more,
  });

  it('come in the background, and what is there is said', async () => {
    const second = deferred<Wire>();
    const element = await showPages(({ cursor }) => (cursor ? second.promise : Promise.resolve(page(0, 3, { nextCursor: 'b', total: 5 }))));
    expect(textOf(element)).to.contain('3 of 5 loaded');
    second.resolve(page(2, 3));
    await second.promise;
    await nextFrame();
    await settled(element);
    expect(rowsOf(element)).to.have.length(5);
    expect(textOf(element)).to.contain('5 campaigns').and.not.to.contain('loaded');
  });

  it('leave what is there when one fails, tell the host, and can be asked for again (H16)', async () => {
    let failing = true;
    const element = await showPages(async ({ cursor }) => {
      if (cursor && failing) throw new TypeError('broken');
      return cursor ? page(3, 1) : page(0, 3, { nextCursor: 'b' });
    });
    while (!element.renderRoot.querySelector('[part=retry]')) await nextFrame();
    expect(rowsOf(element)).to.have.length(3);
    failing = false;
    await press(element, 'Retry');
    await nextFrame();
    await settled(element);
    expect(rowsOf(element)).to.have.length(4);
  });

  it('take all data from the screen when one says that access was withdrawn (H5)', async () => {
    const element = await showPages(async ({ cursor }) => {
      if (cursor) throw new SourceError('forbidden');
      return page(0, 3, { nextCursor: 'b' });
    });
    while (!element.matches(':state(error)')) await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.contain('No permission').and.not.to.contain('Campaign r000');
  });

  it('never mix two customers', async () => {
    const late = deferred<Wire>();
    const element = await showPages(({ id, cursor }) =>
      id === 'ada' ? (cursor ? late.promise : Promise.resolve(page(0, 2, { nextCursor: 'b' }))) : Promise.resolve({ items: [row('grace')] }),
    );
    element.customerId = 'grace';
    await nextFrame();
    await settled(element);
    late.resolve(page(2, 2));
    await late.promise;
    await nextFrame();
    await settled(element);
    expect(rowsOf(element)).to.have.length(1);
    expect(textOf(element)).to.contain('Campaign grace').and.not.to.contain('Campaign r0');
  });
});

describe('contact pressure', () => {
  it('counts messages of 7 and 30 days against what the host allows, whatever the spelling of the channel', async () => {
    const contactPressure = [
      { channel: 'E-Mail', last7Days: 3, last30Days: 9 },
      { channel: 'sms', last7Days: 1, last30Days: 2 },
      { channel: 'push', last7Days: 0, last30Days: 0 },
    ];
    const element = await show([row('x')], { contactPressure }, { contactCaps: { email: 3, sms: 2 } });
    const items = [...part(element, 'pressure').querySelectorAll('li .visually-hidden')].map(textOf);
    expect(items).to.deep.equal(['3 of 3 in 7 days, 9 in 30 days', '1 of 2 in 7 days, 2 in 30 days']);
    expect(textOf(part(element, 'pressure'))).to.contain('limit reached');
  });

  it('has no place where the backend does not count', async () => {
    expect(allParts(await show([row('x')]), 'pressure')).to.have.length(0);
  });
});

describe('the linked day', () => {
  it('is told when a row is hovered or focused, once, and given up again', async () => {
    const element = await show([row('a'), row('b'), row('c', { executionDate: '2017-12-02' })]);
    const days: unknown[] = [];
    element.addEventListener('c360-day-focus', ({ detail }) => days.push(detail));
    const rows = allParts(element, 'campaign');
    for (const each of rows) each.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    rows[0]!.parentElement!.dispatchEvent(new PointerEvent('pointerleave'));
    button(element, 'Campaign a').focus();
    button(element, 'Campaign a').blur();
    expect(days).to.deep.equal([
      { date: '2017-12-20', origin: 'campaigns' },
      { date: '2017-12-02', origin: 'campaigns' },
      { date: null, origin: 'campaigns' },
      { date: '2017-12-20', origin: 'campaigns' },
      { date: null, origin: 'campaigns' },
    ]);
  });

  it('marks its rows', async () => {
    const element = await show([row('a'), row('c', { executionDate: '2017-12-02' })]);
    element.focusedDay = '2017-12-02' as never;
    await settled(element);
    expect(allParts(element, 'campaign').map((each) => each.classList.contains('linked'))).to.deep.equal([false, true]);
  });
});

describe('the file of campaigns', () => {
  it('has the rows shown with every field, exact, and says whose it is', async () => {
    const element = await show(
      [
        row('a', { decision: 'control', campaign: { id: '1', name: '=SUM(A1)' } }),
        row('b', {
          attribution: [{ date: '2017-12-21', campaignId: 'c', value: { amount: '0.10', currency: 'EUR' }, impact: 'delivery' }],
          facts: [{ column: 'STAGE', value: 'VIP' }],
        }),
      ],
      { meta: { source: 'Warehouse' } },
      { filters: { decision: 'received' } },
    );
    element.addEventListener('c360-export', (event) => event.preventDefault());
    const lines = (await (await element.exportCsv()).text()).split('\r\n');
    expect(lines.slice(0, 6)).to.deep.equal(['customer,ada', 'timeFrame,2017-11-30/2017-12-31', 'timeZone,UTC', 'source,Warehouse', 'asOf,', '']);
    const [head, only, end] = lines.slice(6).map((line) => line.split(','));
    const cell = (name: string) => only?.[head!.indexOf(name)];
    expect([cell('campaign'), cell('decision'), cell('attributedValue'), cell('deliveryValue'), cell('currency'), cell('STAGE')]).to.deep.equal([
      'Campaign b',
      'sent',
      '0.10',
      '0.10',
      'EUR',
      'VIP',
    ]);
    expect(end).to.deep.equal(['']);
  });

  it('may be forbidden by the host, and masks what the screen masks', async () => {
    const element = await show([row('a', { facts: [{ column: 'CLIENT_CUSTOMER_ID', value: 'ada' }] })], {}, { maskAll: true });
    const asked = oneEvent(element, 'c360-export');
    element.addEventListener('c360-export', (event) => event.preventDefault());
    const text = await (await element.exportCsv()).text();
    expect((await asked).detail).to.deep.equal({ section: 'campaigns', format: 'csv' });
    expect(text).to.contain('customer,••••••').and.not.to.contain('ada');
  });
});

describe('the table of campaigns', () => {
  const rows = [
    row('a', { communications: [sent('m', 'sent', 'delivered', 'click')], tags: ['x'], promotionId: 'P', targetGroup: 'G' }),
    row('b', { decision: 'failed', reason: 'Mailbox full' }),
  ];

  for (const width of [320, 500, 640, 900, 1200]) {
    it(`stays a table to those who listen at ${width} px, opened or not, and axe finds nothing (A23)`, async () => {
      const element = await show(rows, { contactPressure: [{ channel: 'email', last7Days: 3, last30Days: 4 }] }, { contactCaps: { email: 3 } }, { width });
      await open(element, 'Campaign a');
      const table = part(element, 'table');
      expect(table.getAttribute('role')).to.equal('table');
      expect(table.getAttribute('aria-rowcount')).to.equal('3');
      const lines = [...table.querySelectorAll('[role=row]')];
      expect(lines.map((line) => line.getAttribute('aria-rowindex'))).to.deep.equal(['1', '2', '3']);
      for (const line of lines) {
        const cells = [...line.children];
        expect(cells.length).to.be.within(9, 10);
        for (const cell of cells) {
          expect(cell.getAttribute('role')).to.be.oneOf(['columnheader', 'rowheader', 'cell']);
          expect(getComputedStyle(cell).display, cell.className).not.to.equal('none');
        }
      }
      await axe(element);
      const { scrollWidth, clientWidth } = element;
      expect(scrollWidth, 'no sideways scroll').to.be.at.most(clientWidth);
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in the ${theme} theme`, async () => {
      const element = await show(rows, {}, { theme });
      element.focusedDay = '2017-12-20' as never;
      await settled(element);
      await axe(element);
    });
  }

  it('is empty, in words, when nothing was decided in the time frame', async () => {
    const element = await show([]);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(textOf(element)).to.contain('Nothing in this time frame');
    await axe(element);
    element.timeFrame = 'all';
    await settled(element);
    expect(textOf(element)).to.contain('Nothing recorded yet');
  });
});
