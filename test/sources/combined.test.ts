import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { PageController } from '../../src/data/page-controller.js';
import { toDays } from '../../src/elements/timeline/days.js';
import type { CampaignDecision } from '../../src/model/campaign.js';
import type { AttributeSettings, Field, FieldValue, Profile } from '../../src/model/customer.js';
import type { CustomerSource, EventsQuery } from '../../src/model/customer-source.js';
import type { Instant } from '../../src/model/day.js';
import type { CustomerEvent } from '../../src/model/event.js';
import type { KpiSeries } from '../../src/model/impact.js';
import { toDecimal } from '../../src/model/money.js';
import type { Answer, Meta } from '../../src/model/resource.js';
import { NotEnabled, NothingThere, SourceError } from '../../src/model/source-error.js';
import { createCombinedSource } from '../../src/sources/combined.js';
import { createSource, registerSource } from '../../src/sources/registry.js';
import { createWorld, json, rejection } from '../helpers/world.js';
import { day, ID, mocked, range } from './warehouse.js';

const { signal } = new AbortController();
const options = { signal };

function answer<Value>(value: Value, meta: Meta = {}, leftOut = 0): Answer<Value> {
  return { value, meta, leftOut };
}

const gives =
  <Value>(value: Value, meta?: Meta, leftOut?: number) =>
  async () =>
    answer(value, meta, leftOut);

const fails = (error: unknown) => async () => Promise.reject(error);

/** Sources `a`, `b`, … in the order written. */
function combine(...sources: CustomerSource[]): CustomerSource {
  return createCombinedSource(sources.map((source, index) => ({ name: 'abc'[index] ?? '', source })));
}

function field(key: string, more: Partial<Field> = {}): Field {
  return { key, type: 'text', default: false, custom: false, sensitive: false, ...more };
}

function profile(values: Readonly<Record<string, FieldValue>>, more: Partial<Profile> = {}): Profile {
  return {
    customer: { id: ID, flags: [], identifiers: [] },
    fields: Object.keys(values).map((key) => field(key)),
    values: new Map(Object.entries(values)),
    segments: [],
    ...more,
  };
}

/** A list of events at these hours that pages as a backend would. */
function paging(hours: readonly number[], pageSize: number, name: string): { readonly source: CustomerSource; readonly asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = [];
  const items = hours.map(
    (hour): CustomerEvent => ({ id: `${name}${hour}`, at: (hour * 3_600_000) as Instant, category: 'custom', type: name, properties: [] }),
  );
  const events = async ({ cursor, order }: EventsQuery) => {
    asked.push(cursor);
    const sorted = items.toSorted((left, right) => (order === 'asc' ? 1 : -1) * ((left.at ?? 0) - (right.at ?? 0)));
    const start = Number(cursor ?? 0);
    return answer({
      items: sorted.slice(start, start + pageSize),
      ...(start + pageSize < items.length && { nextCursor: String(start + pageSize) }),
      total: items.length,
    });
  };
  return { source: { events }, asked };
}

/** The id as its source gave it. */
const ownId = ({ id }: { readonly id: string }): string => id.slice(id.indexOf(' ') + 1);

async function readAll(source: CustomerSource, query: Partial<EventsQuery> = {}): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let cursor: string | undefined;
  do {
    const { value } = await source.events!({ ...range, ...query, ...(cursor !== undefined && { cursor }) }, options);
    pages.push(value.items.map(ownId));
    cursor = value.nextCursor;
  } while (cursor !== undefined && pages.length < 50);
  return pages;
}

describe('several sources as one', () => {
  it('have every reader that one of them has, and no other', () => {
    expect(Object.keys(combine({ profile: gives(profile({})) }, { events: gives({ items: [] }), profile: gives(profile({})) })).sort()).to.deep.equal([
      'events',
      'profile',
    ]);
  });

  it('take a field from the first that has it, and keep what others say of it in its provenance', async () => {
    const source = combine({ profile: gives(profile({ tier: 'Gold', age: null })) }, { profile: gives(profile({ tier: 'Silver', age: 34, city: 'Ghent' })) });
    const { value } = await source.profile!({ id: ID }, options);
    expect([...value.values]).to.deep.equal([
      ['tier', 'Gold'],
      ['age', null],
      ['city', 'Ghent'],
    ]);
    expect(value.fields.map(({ key, otherValues }) => [key, otherValues])).to.deep.equal([
      ['tier', [{ source: 'b', value: 'Silver' }]],
      ['age', [{ source: 'b', value: 34 }]],
      ['city', undefined],
    ]);
  });

  it('hide what one of them holds to be sensitive, whoever comes first', async () => {
    const sensitive = profile({ income: 90 }, { fields: [field('income', { sensitive: true })] });
    for (const order of [
      [profile({ income: 80 }), sensitive],
      [sensitive, profile({ income: 80 })],
    ] as const) {
      const { value } = await combine(...order.map((one) => ({ profile: gives(one) }))).profile!({ id: ID }, options);
      expect(value.fields[0]?.sensitive).to.equal(true);
    }
  });

  it('keep what only one knows of the customer', async () => {
    const email = { type: 'email', value: 'dana@example.test' };
    const source = combine(
      { profile: gives(profile({}, { customer: { id: ID, flags: [], identifiers: [{ type: 'crm', value: '1' }] }, segments: [{ id: 's', name: 'S' }] })) },
      {
        profile: gives(
          profile(
            {},
            {
              customer: {
                id: 'other',
                displayName: 'Dana',
                status: 'Active',
                flags: [{ label: 'x', tone: 'info' }],
                identifiers: [email, { type: 'crm', value: '1' }],
              },
              visible: ['a'],
            },
          ),
        ),
      },
    );
    const { value } = await source.profile!({ id: ID }, options);
    expect(value.customer).to.deep.include({ id: ID, displayName: 'Dana', status: 'Active' });
    expect(value.customer.identifiers).to.deep.equal([{ type: 'crm', value: '1' }, email]);
    expect(value.segments).to.deep.equal([{ id: 's', name: 'S' }]);
    expect(value.visible).to.deep.equal(['a']);
  });

  it('leave the others’ data standing when one fails, and say which', async () => {
    const source = combine({ profile: fails(new SourceError('server')) }, { profile: gives(profile({ tier: 'Gold' })) });
    const { value, meta } = await source.profile!({ id: ID }, options);
    expect(value.values.get('tier')).to.equal('Gold');
    expect(meta.missingSources).to.deep.equal(['a']);
  });

  it('do not call it a failure when one has nothing or is not licensed', async () => {
    for (const absence of [new NothingThere(), new NotEnabled()]) {
      const { meta } = await combine({ profile: fails(absence) }, { profile: gives(profile({})) }).profile!({ id: ID }, options);
      expect(meta).to.not.have.property('missingSources');
    }
  });

  it('fail when all fail, with what says most', async () => {
    const outcome = (...errors: unknown[]) => rejection(combine(...errors.map((error) => ({ profile: fails(error) }))).profile!({ id: ID }, options));
    expect(await outcome(new NothingThere(), new SourceError('forbidden'))).to.have.property('kind', 'forbidden');
    expect(await outcome(new NothingThere(), new NotEnabled())).to.be.instanceOf(NotEnabled);
    expect(await outcome(new NothingThere(), new NothingThere())).to.be.instanceOf(NothingThere);
  });

  it('show nothing of a source that answered about somebody else, and still the others', async () => {
    const source = combine({ profile: gives(profile({ tier: 'Gold' })) }, { profile: fails(new SourceError('malformed', { reason: 'identity-mismatch' })) });
    const { value, meta } = await source.profile!({ id: ID }, options);
    expect(value.values.size).to.equal(1);
    expect(meta.missingSources).to.deep.equal(['b']);
  });

  it('put what they say of themselves together, the strictest where they differ', async () => {
    const source = combine(
      {
        events: gives({ items: [] }, { source: 'A', dataSince: day('2017-01-01'), caveats: ['scheduled-only'], query: 'SELECT 1', asOf: day('2017-12-30') }, 2),
      },
      {
        events: gives(
          { items: [] },
          { dataSince: day('2017-07-04'), caveats: ['scheduled-only', 'may-change'], truncated: true, query: 'SELECT 2', missingSources: ['dm_resource'] },
          3,
        ),
      },
    );
    expect(await source.events!(range, options)).to.deep.include({
      leftOut: 5,
      meta: {
        source: 'A, b',
        sources: [{ source: 'A', asOf: '2017-12-30' }, { source: 'b' }],
        asOf: '2017-12-30',
        dataSince: '2017-07-04',
        truncated: true,
        query: 'SELECT 1;\n\nSELECT 2',
        missingSources: ['dm_resource'],
        caveats: ['scheduled-only', 'may-change'],
      },
    });
  });

  it('stop all of them when the caller gives up', async () => {
    const world = createWorld(() => new Promise<never>(() => {}));
    const source = createSource({ source: 'optimove smartico', baseUrl: 'https://w.example.test', fetch: world.fetch });
    const read = source.events!(range, { signal: world.signal });
    world.abort('another customer');
    expect(await rejection(read)).to.equal('another customer');
  });
});

describe('lists of several sources', () => {
  it('are merged by time, each event once, whatever their pages', async () => {
    const slow = paging([100, 90, 80, 70, 60, 50, 40, 30, 20, 10], 3, 'x');
    const quick = paging([95, 94, 93, 65, 15, 5], 2, 'y');
    const whole = paging([99, 71, 12, 1], 100, 'z');
    const pages = await readAll(combine(slow.source, quick.source, whole.source));
    expect(pages.flat()).to.deep.equal([
      'x100',
      'z99',
      'y95',
      'y94',
      'y93',
      'x90',
      'x80',
      'z71',
      'x70',
      'y65',
      'x60',
      'x50',
      'x40',
      'x30',
      'x20',
      'y15',
      'z12',
      'x10',
      'y5',
      'z1',
    ]);
    expect(pages.length).to.be.greaterThan(2);
  });

  it('keep apart what two of them happen to call by one id, on one page and over many', async () => {
    const host: ReactiveControllerHost = {
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => {},
      updateComplete: Promise.resolve(true),
    };
    for (const pageSize of [1, 2, 10]) {
      const source = combine(paging([9, 8, 7], pageSize, 'x').source, paging([9, 6, 5], pageSize, 'x').source);
      const pages = new PageController<CustomerEvent>(host);
      pages.start('', (await source.events!(range, options)).value);
      while (pages.hasMore) await pages.loadMore((cursor) => source.events!({ ...range, cursor }, options));
      const days = toDays(pages.items, 'UTC', Number.POSITIVE_INFINITY as Instant);
      expect(days.events.map(ownId), `${pageSize} on a page`).to.have.members(['x9', 'x9', 'x8', 'x7', 'x6', 'x5']);
    }
  });

  it('are merged upwards too', async () => {
    const pages = await readAll(combine(paging([1, 5, 9], 1, 'x').source, paging([2, 3, 10], 2, 'y').source), { order: 'asc' });
    expect(pages.flat()).to.deep.equal(['x1', 'y2', 'y3', 'x5', 'x9', 'y10']);
  });

  it('ask each source with its own cursor, and no longer one that has nothing more', async () => {
    const first = paging([9, 8, 7], 2, 'x');
    const second = paging([6], 10, 'y');
    await readAll(combine(first.source, second.source));
    expect(first.asked).to.deep.equal([undefined, '2']);
    expect(second.asked).to.deep.equal([undefined, undefined]);
  });

  it('have a total only where all have one, and once', async () => {
    const { value } = await combine(paging([1, 2], 1, 'x').source, paging([3], 1, 'y').source).events!(range, options);
    expect(value.total).to.equal(3);
    const unknown = await combine(paging([1], 1, 'x').source, { events: gives({ items: [] }) }).events!(range, options);
    expect(unknown.value).to.not.have.property('total');
  });

  it('are empty for a cursor that is none of theirs', async () => {
    for (const cursor of ['after-100', '[]', '{"a":1}', '[["nobody",null,0]]']) {
      const { value } = await combine(paging([1], 1, 'x').source).events!({ ...range, cursor }, options);
      expect(value.items, cursor).to.deep.equal([]);
    }
  });

  it('keep events without a date at the end', async () => {
    const undated: CustomerEvent = { id: 'when?', at: null, category: 'custom', type: 'x', properties: [] };
    const pages = await readAll(combine({ events: gives({ items: [undated] }) }, paging([3, 2, 1], 1, 'y').source));
    expect(pages.flat()).to.deep.equal(['y3', 'y2', 'y1', 'when?']);
  });

  it('add up the counts of campaign decisions and the pressure of each channel', async () => {
    const decision = (id: string, date: string): CampaignDecision => ({
      id,
      source: id,
      executionDate: day(date),
      decision: 'sent',
      campaign: { id },
      channels: [],
      tags: [],
      communications: [],
      attribution: [],
      bonuses: [],
      kpisThatDay: [],
      facts: [],
    });
    const pressure = (channel: string, last7Days: number, last30Days: number) => ({ channel, last7Days, last30Days });
    const source = combine(
      { campaigns: gives({ items: [decision('a', '2017-12-01')], counts: new Map([['sent', 1]]), contactPressure: [pressure('email', 1, 2)] }) },
      {
        campaigns: gives({
          items: [decision('b', '2017-12-20')],
          counts: new Map([
            ['sent', 1],
            ['control', 2],
          ]),
          contactPressure: [pressure('email', 1, 3), pressure('sms', 0, 1)],
        }),
      },
    );
    const { value } = await source.campaigns!(range, options);
    expect(value.items.map(ownId)).to.deep.equal(['b', 'a']);
    expect([...(value.counts ?? [])]).to.deep.equal([
      ['sent', 2],
      ['control', 2],
    ]);
    expect(value.contactPressure).to.deep.equal([pressure('email', 2, 5), pressure('sms', 0, 1)]);
    expect(value.mayRepeat, 'one campaign may be among both').to.equal(true);
    const half = combine({ campaigns: gives({ items: [decision('a', '2017-12-01')], counts: new Map([['sent', 1]]) }) }, { campaigns: gives({ items: [] }) });
    const { value: ofOne } = await half.campaigns!(range, options);
    expect(ofOne, 'counts of one source alone').to.not.have.property('counts');
    expect(ofOne, 'one source tells').to.not.have.property('mayRepeat');
  });
});

describe('what several sources know', () => {
  it('of money stands on one calendar, a day without value as a gap (T24)', async () => {
    const kpi = (key: string, ...values: (number | null)[]): KpiSeries => ({
      key,
      unit: 'count',
      window: 'cumulative',
      values: values.map((value) => toDecimal(value) ?? null),
    });
    const source = combine(
      { impact: gives({ currency: 'EUR', dates: [day('2017-12-01'), day('2017-12-03')], kpis: [kpi('orders', 1, 3)], targetingDays: [] }) },
      {
        impact: gives({
          dates: [day('2017-12-02'), day('2017-12-03')],
          kpis: [kpi('orders', 9, 9), kpi('visits', 4, 5)],
          targetingDays: [{ date: day('2017-12-02'), campaigns: [{ campaignId: '1', name: 'x', decision: 'sent' as const }] }],
        }),
      },
    );
    const { value } = await source.impact!(range, options);
    expect(value.dates).to.deep.equal(['2017-12-01', '2017-12-02', '2017-12-03']);
    expect(value.kpis.map(({ key, values, currency }) => [key, values, currency])).to.deep.equal([
      ['orders', ['1', null, '3'], 'EUR'],
      ['visits', [null, '4', '5'], undefined],
    ]);
    expect(value.targetingDays).to.have.lengthOf(1);
  });

  it('of a campaign says which of them it came from, also where both aimed at the customer on one day', async () => {
    const targeting = (campaignId: string) => [{ date: day('2017-12-02'), campaigns: [{ campaignId, name: 'x', decision: 'sent' as const }] }];
    const source = combine(
      { impact: gives({ dates: [], kpis: [], targetingDays: targeting('1') }) },
      { impact: gives({ dates: [], kpis: [], targetingDays: targeting('2') }) },
    );
    const { value, meta } = await source.impact!(range, options);
    const names = meta.sources!.map((one) => one.source);
    expect(new Set(names).size).to.equal(2);
    expect(value.targetingDays[0]!.campaigns.map(({ campaignId, source: name }) => [campaignId, name])).to.deep.equal([
      ['1', names[0]],
      ['2', names[1]],
    ]);
  });

  it('of attributed amounts stays in the currency of the answer they came in', async () => {
    const attributed = (value: object) => ({
      date: day('2017-12-01'),
      campaignId: '1',
      impact: 'delivery' as const,
      value: { amount: toDecimal(5)!, ...value },
    });
    const given = (currency: string, value: object) => ({
      impact: gives({ currency, dates: [], kpis: [], targetingDays: [], attribution: [attributed(value)] }),
    });
    const { value } = await combine(given('EUR', {}), given('USD', { currency: 'GBP' })).impact!(range, options);
    expect(value.attribution?.map((one) => one.value.currency)).to.deep.equal(['EUR', 'GBP']);
  });

  it('of activity is added up by day and lane', async () => {
    const on = (date: string, count: number, type: string) => ({ date: day(date), lane: 'other' as const, count, types: new Map([[type, count]]) });
    const source = combine(
      {
        activity: gives({
          days: [on('2017-12-02', 1, 'x')],
          eventTypes: [{ type: 'x', label: 'X', lane: 'other' as const }],
          lastActivity: { at: 5 as Instant, type: 'x' },
        }),
      },
      {
        activity: gives({
          days: [on('2017-12-01', 4, 'y'), on('2017-12-02', 2, 'y')],
          eventTypes: [{ type: 'x', label: 'other X', lane: 'other' as const }],
          lastActivity: { at: 9 as Instant, type: 'y' },
        }),
      },
    );
    const { value } = await source.activity!(range, options);
    expect(value.days.map(({ date, count, types }) => [date, count, [...types]])).to.deep.equal([
      ['2017-12-01', 4, [['y', 4]]],
      [
        '2017-12-02',
        3,
        [
          ['x', 1],
          ['y', 2],
        ],
      ],
    ]);
    expect(value.lastActivity).to.deep.equal({ at: 9, type: 'y' });
    expect(value.eventTypes).to.deep.equal([{ type: 'x', label: 'X', lane: 'other' }]);
  });

  it('of metrics and predictions comes from the first that has each', async () => {
    const metric = (value: string) => ({ value: toDecimal(value) ?? null, scope: 'lifetime' as const });
    const metrics = combine({ metrics: gives({ totalSpend: metric('1') }) }, { metrics: gives({ totalSpend: metric('2'), numberOfPurchases: metric('3') }) });
    expect((await metrics.metrics!(range, options)).value).to.deep.equal({ totalSpend: metric('1'), numberOfPurchases: metric('3') });
    const series = {
      dates: [day('2017-12-01')],
      values: new Map([
        ['totalSpend', [2]],
        ['numberOfPurchases', [3]],
      ] as const),
    };
    const courses = combine(
      { metrics: gives({ totalSpend: metric('1') }) },
      { metrics: gives({ totalSpend: metric('2'), numberOfPurchases: metric('3'), series }) },
    );
    const course = (await courses.metrics!(range, options)).value.series?.values;
    expect([...(course ?? [])], 'no course that leads to another figure').to.deep.equal([['numberOfPurchases', [3]]]);
    const insufficient = { status: 'insufficient-data' as const };
    const predictions = combine(
      { predictions: gives({ likelihoods: [], predictedClv: insufficient, horizonDays: 7 }) },
      { predictions: gives({ likelihoods: [insufficient], discountPreference: insufficient, horizonDays: 14 }) },
    );
    expect((await predictions.predictions!({ id: ID }, options)).value).to.deep.equal({
      likelihoods: [insufficient],
      predictedClv: insufficient,
      discountPreference: insufficient,
      horizonDays: 14,
    });
  });

  it('of a message’s proof or of one field is asked for until one can tell', async () => {
    const source = combine(
      { proof: fails(new NothingThere()), field: fails(new SourceError('server')) },
      { proof: gives({ text: 'Hello' }), field: gives('Hazelnut') },
    );
    expect((await source.proof!({ id: ID, communicationId: 'm' }, options)).value).to.deep.equal({ text: 'Hello' });
    expect((await source.field!({ id: ID, key: 'k' }, options)).value).to.equal('Hazelnut');
  });

  it('of settings lives in one place: what fails there is saved nowhere else', async () => {
    let saved = 0;
    const saveElsewhere = async (value: AttributeSettings) => {
      saved += 1;
      return answer(value);
    };
    const settings = { visible: ['a'], editable: true };
    const source = combine(
      { profile: gives(profile({})) },
      { attributeSettings: gives(settings), saveAttributeSettings: fails(new SourceError('conflict')) },
      { attributeSettings: gives({ visible: [], editable: true }), saveAttributeSettings: saveElsewhere },
    );
    expect((await source.attributeSettings!({}, options)).value).to.equal(settings);
    expect(await rejection(source.saveAttributeSettings!(settings, options))).to.have.property('kind', 'conflict');
    expect(saved).to.equal(0);
  });

  it('of an identifier is one list, each customer once', async () => {
    const match = (id: string, value: string) => ({ id, matchedOn: { type: 'x', value } });
    const source = combine({ search: gives([match('1', 'a'), match('2', 'a')]) }, { search: gives([match('2', 'b'), match('3', 'b')]) });
    expect((await source.search!({ identifier: 'x' }, options)).value).to.deep.equal([match('1', 'a'), match('2', 'a'), match('3', 'b')]);
  });
});

describe('source="optimove smartico"', () => {
  it('asks each backend at its own address, with its own endpoints, columns and ids', async () => {
    const world = createWorld((request) => json(request.url.includes('/o/') ? [] : []));
    const source = createSource({
      source: 'optimove smartico',
      baseUrl: { optimove: 'https://w.example.test/o', smartico: 'https://w.example.test/s' },
      endpoints: { optimove: { targeted: '/t/{id}' } },
      customerIdFor: (name, id) => `${name}-${id}`,
      fetch: world.fetch,
    });
    await source.events!(range, { signal: world.signal });
    const urls = world.requests.map(({ url }) => url.replace('https://w.example.test', '').replace(/\?.*/, ''));
    expect(urls).to.include.members([`/o/t/optimove-${ID}`, `/s/customers/smartico-${ID}/communications`, '/s/dimensions/dm_resource']);
  });

  it('tells one story from the mocks: targeting days beside messages and journeys, decisions of both', async () => {
    const { source, options: read } = mocked((connection) => createSource({ ...connection, source: 'optimove smartico' }), 'plain');
    const events = (await source.events!(range, read)).value.items;
    expect(new Set(events.map((event) => event.source))).to.deep.equal(new Set(['optimove', 'smartico']));
    const campaigns = await source.campaigns!(range, read);
    const onOneDay = campaigns.value.items.filter(({ executionDate }) => executionDate === '2017-12-28');
    expect(onOneDay.map((decision) => [decision.source, decision.decision, decision.campaign.name])).to.deep.equal([
      ['optimove', 'sent', 'Campaign 23 (Type B)'],
      ['smartico', 'sent', 'Campaign 23 (Type B)'],
    ]);
    expect(campaigns.meta.source).to.equal('optimove, smartico');
  });

  it('may name a source of a third party beside them', async () => {
    registerSource('crm', () => ({ predictions: gives({ likelihoods: [] }), events: paging([1], 1, 'crm').source.events! }));
    const source = createSource({ source: 'crm optimove', baseUrl: 'https://w.example.test' });
    expect(Object.keys(source)).to.include.members(['predictions', 'events', 'profile']);
    expect((await source.predictions!({ id: ID }, options)).value).to.deep.equal({ likelihoods: [] });
  });

  it('named twice is asked once', async () => {
    const world = createWorld(() => json([]));
    const source = createSource({ source: 'smartico smartico', baseUrl: 'https://w.example.test', fetch: world.fetch });
    await source.impact!(range, { signal: world.signal });
    expect(world.requests).to.have.lengthOf(1);
  });
});
