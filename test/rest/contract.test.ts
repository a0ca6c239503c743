import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ResourceName } from '../../src/model/connection.js';
import { toPlainDay } from '../../src/model/day.js';
import type { CustomerEvent } from '../../src/model/event.js';
import type { PredictedClv } from '../../src/model/prediction.js';
import { type Asked, readAnswer } from '../../src/rest/answer.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';
import type { Shape } from '../../src/rest/contract/shape.js';
import { parseJson } from '../../src/rest/json.js';

function read<Name extends ResourceName>(name: Name, body: unknown, asked: Asked = { timeZone: 'UTC' }) {
  return readAnswer(RESOURCES[name], body, asked);
}

const event = { id: 'e1', at: '2026-01-01T10:00:00Z', category: 'site', type: 'search' };

/** One event with these members instead. */
function eventWith(members: object, asked?: Asked): CustomerEvent | undefined {
  return read('events', { items: [{ ...event, ...members }] }, asked).value.items[0];
}

describe('a text', () => {
  const texts: readonly [name: string, given: unknown, read: string | undefined][] = [
    ['is kept', 'Zoë "Z" O’Neill 李', 'Zoë "Z" O’Neill 李'],
    ['keeps markup as text', '<b>&amp; {{constructor}}', '<b>&amp; {{constructor}}'],
    ['keeps line breaks and tabs', 'a\n\tb', 'a\n\tb'],
    ['loses control characters', 'a\u0007b\u009fc\r', 'abc'],
    ['shows half letters and nothing as what they are', 'a\u0000\ud800b\udc00', 'a\ufffd\ufffdb\ufffd'],
    ['keeps whole letters of two halves', '𝒵👩‍👩‍👧', '𝒵👩‍👩‍👧'],
    ['loses what would turn its neighbours around', 'Ada\u202egnp.exe\u2066\u2069', 'Adagnp.exe'],
    ['loses what is invisible', 'A\u200bd\u2060a\ufeff', 'Ada'],
    ['keeps the marks that Arabic and Persian are written with', 'می\u200cخواهم\u200f', 'می\u200cخواهم\u200f'],
    ['keeps a megabyte', 'x'.repeat(1_000_000), 'x'.repeat(1_000_000)],
    ['may be a number', 12.5, '12.5'],
    ['is missing when blank', ' \n ', undefined],
    ['is missing when it is nothing but invisible', '\u200b', undefined],
    ['is missing when it is no text', { toString: () => 'x' }, undefined],
    ['is missing when it is a list', ['x'], undefined],
    ['is missing when it is true', true, undefined],
    ['is missing when null', null, undefined],
  ];
  for (const [name, given, expected] of texts) {
    it(name, () => expect(eventWith({ name: given })?.name).to.equal(expected));
  }
});

describe('an id', () => {
  it('is exact to the last digit (V1)', () => {
    const body = parseJson(
      '{"items":[{"id":9223372036854775807,"at":null,"category":"site","type":"x"},{"id":9223372036854775806,"at":null,"category":"site","type":"x"}]}',
    );
    expect(read('events', body).value.items.map(({ id }) => id)).to.deep.equal(['9223372036854775806', '9223372036854775807']);
  });

  it('may be a number or a big integer of the host, as long as it is exact', () => {
    expect(eventWith({ id: 2 ** 53 - 1 })?.id).to.equal('9007199254740991');
    expect(eventWith({ id: 2n ** 64n })?.id).to.equal('18446744073709551616');
    expect(eventWith({ id: '007' })?.id).to.equal('007');
    expect(eventWith({ id: 0 })?.id).to.equal('0');
  });

  it('that is none leaves its record out, which is counted', () => {
    for (const id of [2 ** 53, 1e21, Number.NaN, '', ' ', null, undefined, {}, [], true, 'a\u0000b', 'a\ud800', 'a\u202eb']) {
      expect(read('events', { items: [{ ...event, id }, event] })).to.deep.include({ leftOut: 1 });
    }
  });
});

describe('a moment', () => {
  const utc = (text: string): number => Date.parse(text);
  const moments: readonly [given: unknown, read: number | null, zone?: string][] = [
    ['2026-03-04T05:06:07Z', utc('2026-03-04T05:06:07Z')],
    ['2026-03-04t05:06:07z', utc('2026-03-04T05:06:07Z')],
    ['2026-03-04 05:06:07+02:00', utc('2026-03-04T03:06:07Z')],
    ['2026-03-04T05:06:07.123456789-05:30', utc('2026-03-04T10:36:07.123Z')],
    ['2026-03-04T05:06:07-0030', utc('2026-03-04T05:36:07Z')],
    ['2026-03-04T05:06+01', utc('2026-03-04T04:06:00Z')],
    ['2024-02-29T00:00:00Z', utc('2024-02-29T00:00:00Z')],
    // Without an offset it is the zone's clock (V13).
    ['2026-01-15T12:00:00', utc('2026-01-15T11:00:00Z'), 'Europe/Berlin'],
    ['2026-07-15T12:00:00', utc('2026-07-15T10:00:00Z'), 'Europe/Berlin'],
    ['2026-07-15T12:00:00', utc('2026-07-15T16:00:00Z'), 'America/New_York'],
    ['2026-07-15T12:00:00', utc('2026-07-15T06:15:00Z'), 'Asia/Kathmandu'],
    ['2026-03-29T02:30:00', utc('2026-03-29T01:30:00Z'), 'Europe/Berlin'],
    ['2026-10-25T02:30:00', utc('2026-10-25T00:30:00Z'), 'Europe/Berlin'],
    ['2026-10-25T03:30:00', utc('2026-10-25T02:30:00Z'), 'Europe/Berlin'],
    ['2026-07-15T12:00:00', utc('2026-07-15T12:00:00Z'), 'Mars/Phobos'],
    // What names none.
    ['2026-02-29T00:00:00Z', null],
    ['2026-13-01T00:00:00Z', null],
    ['2026-01-01T24:30:00Z', null],
    ['2026-01-01T12:60:00Z', null],
    ['0001-01-01T00:00:00Z', null],
    ['1900-01-01T00:00:00Z', null],
    ['9999-12-31T23:59:59Z', null],
    ['55000-01-01T00:00:00Z', null],
    ['0000-00-00', null],
    ['2026-03-04', null],
    ['yesterday', null],
    ['', null],
    [1_767_225_600, null],
    [null, null],
    [undefined, null],
    [{}, null],
  ];
  for (const [given, expected, timeZone = 'UTC'] of moments) {
    it(`${String(given)} in ${timeZone} is ${expected === null ? 'unknown' : new Date(expected).toISOString()}`, () => {
      expect(eventWith({ at: given }, { timeZone })?.at).to.equal(expected);
    });
  }

  it('with an offset is what the platform reads, whichever digits it has', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
    const clock = fc.tuple(two(12), two(31), two(24), two(60), two(60), fc.constantFrom('', '.000', '.250'));
    fc.assert(
      fc.property(fc.integer({ min: 1901, max: 2199 }), clock, fc.constantFrom('Z', '+00:00', '-05:00', '+05:45', '-11:30'), (year, parts, zone) => {
        const [month, day, hours, minutes, seconds, fraction] = parts;
        const date = `${year}-${month}-${day}`;
        const text = `${date}T${hours}:${minutes}:${seconds}${fraction}${zone}`;
        const platform = toPlainDay(date) ? Date.parse(text) : Number.NaN;
        expect(eventWith({ at: text })?.at, text).to.equal(Number.isNaN(platform) ? null : platform);
      }),
    );
  });

  it('without an offset is read in the zone the answer names, not in the one asked for', () => {
    const body = { items: [{ ...event, at: '2026-01-15T12:00:00' }], meta: { timeZone: 'Asia/Tokyo' } };
    expect(read('events', body, { timeZone: 'Europe/Berlin' }).value.items[0]?.at).to.equal(utc('2026-01-15T03:00:00Z'));
  });
});

describe('an amount', () => {
  const amounts: readonly [given: unknown, read: object | undefined][] = [
    ['12.50', { amount: '12.50' }],
    [12.5, { amount: '12.5' }],
    [-0, { amount: '0' }],
    ['1e3', { amount: '1000' }],
    [
      { amount: '9007199254740993.10', currency: 'eur' },
      { amount: '9007199254740993.10', currency: 'EUR' },
    ],
    [
      { amount: 7, currency: 'POINTS' },
      { amount: '7', currency: 'POINTS' },
    ],
    [{ amount: 7, currency: {} }, { amount: '7' }],
    [{ amount: '-3' }, { amount: '-3' }],
    ['12,5', undefined],
    ['$12', undefined],
    ['NaN', undefined],
    [Number.NaN, undefined],
    [{ amount: {} }, undefined],
    [{ currency: 'EUR' }, undefined],
    [null, undefined],
  ];
  for (const [given, expected] of amounts) {
    it(`${JSON.stringify(given)} is ${expected ? JSON.stringify(expected) : 'not shown'}`, () =>
      expect(eventWith({ value: given })?.value).to.deep.equal(expected));
  }
});

describe('a page of events', () => {
  it('leaves out one bad record among a thousand, and says so', () => {
    const items: object[] = Array.from({ length: 1000 }, (_, index) => ({ ...event, id: `e${index}` }));
    items[417] = { id: 'e417', at: '2026-01-01T10:00:00Z' };
    const answer = read('events', { items });
    expect(answer.value.items).to.have.lengthOf(999);
    expect(answer.leftOut).to.equal(1);
  });

  it('counts a record once, however much is wrong inside', () => {
    const message = { communicationId: 'm1', channel: 'email', lifecycle: [{}, {}, {}] };
    expect(read('events', { items: [{ message }, { message }] }).leftOut).to.equal(2);
  });

  const times = [
    { ...event, id: 'b', at: '2026-01-02T00:00:00Z' },
    { ...event, id: 'unknown', at: null },
    { ...event, id: 'c', at: '2026-01-03T00:00:00Z' },
    { ...event, id: 'a', at: '2026-01-02T00:00:00Z' },
    { ...event, id: 'd', at: '2026-01-01T00:00:00Z' },
  ];

  it('is newest first, equal times by id, unknown times last', () => {
    expect(read('events', { items: times }).value.items.map(({ id }) => id)).to.deep.equal(['c', 'a', 'b', 'd', 'unknown']);
  });

  it('is oldest first when that was asked for, unknown times last', () => {
    expect(read('events', { items: times }, { order: 'asc' }).value.items.map(({ id }) => id)).to.deep.equal(['d', 'a', 'b', 'c', 'unknown']);
  });

  it('shows a record it names twice once', () => {
    expect(read('events', { items: [event, { ...event, type: 'again' }] }).value.items).to.have.lengthOf(1);
    for (const ids of ['abca', 'abcc', 'cbac', 'aabc', 'cbb', 'aba']) {
      const items = [...ids].map((id) => ({ ...event, id }));
      expect(read('events', { items }).value.items, ids).to.have.lengthOf(new Set(ids).size);
    }
  });

  it('says where it goes on, and how much there is when that is exact', () => {
    expect(read('events', { items: [], nextCursor: 'n', total: 7 }).value).to.deep.equal({ items: [], nextCursor: 'n', total: 7 });
    expect(read('events', { items: [], nextCursor: null, total: 'about 7' }).value).to.deep.equal({ items: [] });
    expect(read('events', { items: [], nextCursor: '', total: -1 }).value).to.deep.equal({ items: [] });
  });

  it("keeps the backend's own word for a category nobody documented (PS14)", () => {
    expect(eventWith({ category: 'carrier-pigeon' })).to.include({ category: 'custom', categoryAsGiven: 'carrier-pigeon' });
    expect(eventWith({})).to.not.have.property('categoryAsGiven');
    expect(eventWith({ category: 'toString' })).to.include({ category: 'custom', categoryAsGiven: 'toString' });
  });

  it('keeps properties in their order, in words', () => {
    const properties = { zeta: 1, alpha: true, list: ['a', 2, false], nothing: null, thing: { a: 1 }, __proto__: 'x' };
    expect(eventWith({ properties })?.properties).to.deep.equal([
      ['zeta', '1'],
      ['alpha', 'true'],
      ['list', 'a, 2, false'],
    ]);
  });

  it('drops names that reach a prototype (PS8)', () => {
    const properties: unknown = JSON.parse('{"__proto__":"x","constructor":"y","prototype":"z","size":"m"}');
    expect(eventWith({ properties })?.properties).to.deep.equal([['size', 'm']]);
  });

  it('keeps an event whose product, order or message is wrong, without it', () => {
    expect(eventWith({ product: { name: 'x' }, order: 7, message: {}, campaign: [] })).to.deep.equal({
      id: 'e1',
      at: Date.parse(event.at),
      category: 'site',
      type: 'search',
      properties: [],
    });
  });

  it('calls a product without a name by its id', () => {
    expect(eventWith({ product: { id: 'p1' } })?.product).to.deep.equal({ id: 'p1', name: 'p1' });
  });

  it('tells a message in lifecycle order, not in that of times or ids', () => {
    const at = (minute: number): string => `2026-01-01T10:0${minute}:00Z`;
    const lifecycle = [
      { fact: 'click', at: at(4), details: 'https://shop.example.test/' },
      { fact: 'impression', at: at(3) },
      { fact: 'bounced-hard', at: at(0) },
      { fact: 'sent', at: at(2) },
      { fact: 'click', at: at(3) },
      { fact: 'create', at: at(5) },
      { fact: 'delivered' },
      { fact: 7 },
    ];
    const facts = eventWith({ message: { communicationId: 1, channel: 'email', lifecycle } })?.message?.lifecycle;
    expect(facts?.map(({ fact, factAsGiven }) => factAsGiven ?? fact)).to.deep.equal([
      'create',
      'sent',
      'delivered',
      'impression',
      'click',
      'click',
      'bounced-hard',
      '7',
    ]);
    expect(facts?.map(({ at }) => at === null)).to.deep.equal([false, false, true, false, false, false, false, true]);
    expect(facts?.[4]?.at).to.equal(Date.parse(at(3)));
  });

  it('tells a bonus from its first status to its last, equal times as the server gave them', () => {
    const history = [
      { status: 'redeemed', at: '2026-01-02T00:00:00Z' },
      { status: 'new', at: '2026-01-01T00:00:00Z' },
      { status: 'expired', at: '2026-01-02T00:00:00Z' },
    ];
    expect(eventWith({ bonus: { bonusId: 1, sourceProduct: 0, history } })?.bonus?.history.map(({ status }) => status)).to.deep.equal([
      'new',
      'redeemed',
      'expired',
    ]);
    expect(eventWith({ bonus: { bonusId: 1, sourceProduct: 0 } })?.bonus).to.deep.equal({ bonusId: '1', sourceProduct: '0', history: [] });
  });

  it('knows false from missing', () => {
    const journey = { id: 'j', startedAt: null };
    expect(eventWith({ journey: { ...journey, abTarget: false } })?.journey?.abTarget).to.equal(false);
    expect(eventWith({ journey })?.journey).to.not.have.property('abTarget');
  });
});

describe('a page of campaigns', () => {
  const row = { id: 1, source: 'optimove', executionDate: '2026-01-01', decision: 'sent', campaign: { id: 7, name: 'Spring' }, channels: [] };

  it('is newest first, days unknown last, each decision once', () => {
    const items = [row, { ...row, id: 2, executionDate: '2026-02-30' }, { ...row, id: 3, executionDate: '2026-01-03' }, row];
    expect(read('campaigns', { items }).value.items.map(({ id, executionDate }) => [id, executionDate])).to.deep.equal([
      ['3', '2026-01-03'],
      ['1', '2026-01-01'],
      ['2', null],
    ]);
  });

  it("keeps the backend's own word for a decision nobody documented", () => {
    expect(read('campaigns', { items: [{ ...row, decision: 'throttled' }] }).value.items[0]).to.include({ decision: 'other', decisionAsGiven: 'throttled' });
  });

  it('fills what may be missing with nothing, and leaves out a campaign without an id', () => {
    const answer = read('campaigns', {
      items: [
        { id: 1, decision: 'sent', campaign: { id: 7 } },
        { ...row, id: 2, campaign: { name: 'x' } },
      ],
    });
    expect(answer.leftOut).to.equal(1);
    expect(answer.value.items).to.deep.equal([
      {
        id: '1',
        source: '',
        executionDate: null,
        decision: 'sent',
        campaign: { id: '7' },
        channels: [],
        tags: [],
        communications: [],
        attribution: [],
        bonuses: [],
        kpisThatDay: [],
        facts: [],
      },
    ]);
  });

  it('counts records inside a decision that could not be read, and keeps the decision', () => {
    const inner = { ...row, channels: [{}, { name: 'email' }], communications: [{}], attribution: [{ date: 'x' }], bonuses: 'none', journey: {} };
    const answer = read('campaigns', { items: [inner] });
    expect(answer.leftOut).to.equal(5);
    expect(answer.value.items[0]?.channels).to.deep.equal([{ name: 'email' }]);
  });

  it('carries amounts, days and facts as given', () => {
    const attribution = [
      { date: '2026-01-02', campaignId: 7, value: '12.5', impact: 'psychic', rawValue: '99', convertedValue: { amount: 90, currency: 'EUR' } },
    ];
    const answer = read('campaigns', {
      items: [{ ...row, attribution, kpisThatDay: { sales: '12.50', none: null }, facts: [{ column: 'X', value: 9 }, { value: 1 }] }],
    });
    const [item] = answer.value.items;
    expect(item?.attribution).to.deep.equal([
      {
        date: '2026-01-02',
        campaignId: '7',
        value: { amount: '12.5' },
        impact: 'other',
        impactAsGiven: 'psychic',
        rawValue: '99',
        convertedValue: { amount: '90', currency: 'EUR' },
      },
    ]);
    expect(item?.kpisThatDay).to.deep.equal([
      ['sales', '12.50'],
      ['none', null],
    ]);
    expect(item?.facts).to.deep.equal([{ column: 'X', value: '9' }]);
  });

  it('tells counts and contact pressure of its first page', () => {
    const body = { items: [], counts: { sent: 3, weird: 'x', __proto__: 1 }, contactPressure: [{ channel: 'email', last7Days: 2, last30Days: '9' }] };
    const { counts, contactPressure } = read('campaigns', body).value;
    expect([...(counts ?? [])]).to.deep.equal([['sent', 3]]);
    expect(contactPressure).to.deep.equal([{ channel: 'email', last7Days: 2, last30Days: 9 }]);
  });
});

describe('activity', () => {
  it('is one entry for each day and lane, in order, pieces added up', () => {
    const days = [
      { date: '2026-01-02', lane: 'purchase', count: 1, types: { purchase: 1 } },
      { date: '2026-01-02', lane: 'site', count: 2, types: { search: 2 } },
      { date: '2026-01-01', lane: 'fax', count: 1 },
      { date: '2026-01-02', lane: 'site', count: '3', types: { search: 1, productViewed: 2, odd: -1 } },
      { date: '2026-01-01', lane: 'email', count: -1 },
      { date: 'x', lane: 'email', count: 1 },
    ];
    const answer = read('activity', { days });
    expect(answer.leftOut).to.equal(2);
    expect(answer.value.days.map(({ types, ...day }) => ({ ...day, types: Object.fromEntries(types) }))).to.deep.equal([
      { date: '2026-01-01', lane: 'other', count: 1, types: {} },
      { date: '2026-01-02', lane: 'site', count: 5, types: { search: 3, productViewed: 2 } },
      { date: '2026-01-02', lane: 'purchase', count: 1, types: { purchase: 1 } },
    ]);
    expect(answer.value.eventTypes).to.deep.equal([]);
  });
});

describe('impact', () => {
  const kpi = { key: 'sales', unit: 'money', window: 'cumulative' };

  it('has its days once and in order, and every column beside them', () => {
    const dates = ['2026-01-03', '2026-01-01', '2026-02-30', '2026-01-02', '2026-01-01'];
    const kpis = [
      { ...kpi, values: [3, 1, 99, '2.50', 1.5, 7, 8] },
      { ...kpi, key: 'short', values: [3] },
      { ...kpi, key: 'holes', values: [null, 'NaN', 1, {}, ''] },
    ];
    const answer = read('impact', { dates, kpis, targetingDays: [] });
    expect(answer.value.dates).to.deep.equal(['2026-01-01', '2026-01-02', '2026-01-03']);
    expect(answer.value.kpis.map(({ values }) => values)).to.deep.equal([
      ['1.5', '2.50', '3'],
      [null, null, '3'],
      [null, null, null],
    ]);
    expect(answer.leftOut).to.equal(1);
  });

  it('leaves out a series that does not say whether it runs up or rolls', () => {
    const answer = read('impact', {
      dates: [],
      kpis: [
        { ...kpi, window: '7D', values: [] },
        { ...kpi, key: '__proto__', values: [] },
        { ...kpi, unit: 'kg', values: [] },
      ],
    });
    expect(answer.value.kpis).to.deep.equal([{ key: 'sales', unit: 'count', window: 'cumulative', values: [] }]);
    expect(answer.leftOut).to.equal(2);
  });

  it('gathers the campaigns of a day, and calls one without a name by its id', () => {
    const targetingDays = [
      { date: '2026-01-02', campaigns: [{ campaignId: 1, name: 'A', decision: 'sent' }] },
      { date: '2026-01-01', campaigns: [{ campaignId: 2, decision: 'guessed' }, {}] },
      { date: '2026-01-02', campaigns: [{ campaignId: 3, name: 'C', decision: 'control' }] },
    ];
    const answer = read('impact', { dates: [], kpis: [], targetingDays });
    expect(answer.value.targetingDays).to.deep.equal([
      { date: '2026-01-01', campaigns: [{ campaignId: '2', name: '2', decision: 'other', decisionAsGiven: 'guessed' }] },
      {
        date: '2026-01-02',
        campaigns: [
          { campaignId: '1', name: 'A', decision: 'sent' },
          { campaignId: '3', name: 'C', decision: 'control' },
        ],
      },
    ]);
    expect(answer.leftOut).to.equal(1);
  });
});

describe('metrics', () => {
  const lifetime = (value: unknown) => ({ value, scope: 'lifetime' });

  it('keep value, currency, scope and the previous period', () => {
    const totalSpend = {
      value: { amount: '12.50', currency: 'USD' },
      scope: 'since-integration',
      since: '2025-01-01',
      inTimeFrame: { amount: 5, currency: 'USD' },
      previous: '4.00',
    };
    expect(read('metrics', { totalSpend }).value.totalSpend).to.deep.equal({
      value: '12.50',
      currency: 'USD',
      scope: 'since-integration',
      since: '2025-01-01',
      inTimeFrame: '5',
      previous: '4.00',
    });
  });

  const averages: readonly [name: string, body: object, average: unknown][] = [
    ['as given', { averageOrderValue: lifetime('9.99'), customerLifetimeValue: lifetime(100), numberOfPurchases: lifetime(4) }, '9.99'],
    [
      'lifetime value by purchases, never total spend',
      { customerLifetimeValue: lifetime('100.50'), numberOfPurchases: lifetime(4), totalSpend: lifetime(9) },
      '25.125',
    ],
    ["without a float's crumbs", { customerLifetimeValue: lifetime('0.3'), numberOfPurchases: lifetime(3) }, '0.1'],
    ['nothing without purchases', { customerLifetimeValue: lifetime(100), numberOfPurchases: lifetime(0) }, null],
    ['nothing when nothing was bought at all', { customerLifetimeValue: lifetime(0), numberOfPurchases: lifetime(0) }, null],
    [
      "not a lifetime's value by the purchases of a time frame (T1, T2)",
      { customerLifetimeValue: lifetime(100), numberOfPurchases: { value: 4, scope: 'time-frame' } },
      undefined,
    ],
    ['not shown when the purchases are not provided', { customerLifetimeValue: lifetime(100) }, undefined],
    ['not shown when the lifetime value is not known', { customerLifetimeValue: lifetime(null), numberOfPurchases: lifetime(2) }, undefined],
  ];
  for (const [name, body, average] of averages) {
    it(`average order value: ${name}`, () => expect(read('metrics', body).value.averageOrderValue?.value).to.equal(average));
  }

  it('know "never bought" from "not provided" and from "could not be read"', () => {
    expect(read('metrics', { lastProductPurchased: null }).value).to.deep.equal({ lastProductPurchased: null });
    expect(read('metrics', {}).value).to.deep.equal({});
    expect(read('metrics', { lastProductPurchased: { name: 'x' } })).to.deep.include({ value: {}, leftOut: 1 });
  });

  it('leave out a figure that does not say what it covers', () => {
    expect(read('metrics', { totalSpend: { value: 3 }, customerLifetimeValue: { value: 3, scope: 'recently' }, numberOfPurchases: 7 })).to.deep.include({
      value: {},
      leftOut: 3,
    });
  });

  it('know zero from null', () => {
    const { totalSpend, numberOfPurchases } = read('metrics', { totalSpend: lifetime(0), numberOfPurchases: lifetime(null) }).value;
    expect([totalSpend?.value, numberOfPurchases?.value]).to.deep.equal(['0', null]);
  });

  it('draw a series in order, with gaps where there is nothing', () => {
    const series = { dates: ['2026-01-02', '2026-01-01'], values: { totalSpend: [2], numberOfPurchases: ['3', null], shoeSize: [1, 2] } };
    const read_ = read('metrics', { series }).value.series;
    expect(read_?.dates).to.deep.equal(['2026-01-01', '2026-01-02']);
    expect([...(read_?.values ?? [])]).to.deep.equal([
      ['totalSpend', [null, 2]],
      ['numberOfPurchases', [null, 3]],
    ]);
  });
});

describe('predictions', () => {
  it('stand in the documented order, others after, each once', () => {
    const likelihoods = ['purchase', 'refer', 'open', 'click', 'unsubscribe', 'open'].map((action, index) => ({ action, probability: index / 10 }));
    expect(read('predictions', { likelihoods }).value.likelihoods.map(({ action }) => action)).to.deep.equal([
      'click',
      'unsubscribe',
      'open',
      'purchase',
      'refer',
    ]);
  });

  it('are clamped where they lie outside, and that is said', () => {
    const body = {
      predictedClv: { value: 10, percentile: 101 },
      likelihoods: [
        { action: 'click', probability: '0.83', percentile: -1 },
        { action: 'open', probability: 1.2 },
      ],
      discountPreference: { score: -0.1, percentile: '25' },
    };
    expect(read('predictions', body).value).to.deep.equal({
      predictedClv: { status: 'available', value: { amount: '10' }, percentile: 100, percentileClamped: true },
      likelihoods: [
        { status: 'available', action: 'click', probability: 0.83, percentile: 0, percentileClamped: true },
        { status: 'available', action: 'open', probability: 1, clamped: true },
      ],
      discountPreference: { status: 'available', score: 0, clamped: true, percentile: 25 },
    });
  });

  it('may say that there is too little to go by, each for itself', () => {
    const insufficient = { status: 'insufficient-data', reason: 'Fewer than 5 orders' };
    const body = {
      predictedClv: insufficient,
      likelihoods: [
        { ...insufficient, action: 'open' },
        { action: 'click', probability: 0 },
      ],
    };
    const { predictedClv, likelihoods } = read('predictions', body).value;
    expect(predictedClv).to.deep.equal(insufficient);
    expect(likelihoods).to.deep.equal([
      { status: 'available', action: 'click', probability: 0 },
      { ...insufficient, action: 'open' },
    ]);
  });

  it('that cannot be read are left out and counted', () => {
    const body = { predictedClv: { value: 'much' }, likelihoods: [{ action: 'click' }, { probability: 1 }], discountPreference: { score: '0,5' } };
    expect(read('predictions', body)).to.deep.include({ value: { likelihoods: [] }, leftOut: 4 });
  });

  it('show a graph only from bins that are all there, and bands only in order', () => {
    const clv = (members: object) => read('predictions', { predictedClv: { value: 1, ...members } }).value.predictedClv as PredictedClv;
    expect(clv({ distribution: { min: 0, max: 9, bins: [1, '2', 0] } }).distribution).to.deep.equal({ min: 0, max: 9, bins: [1, 2, 0] });
    for (const distribution of [{ min: 0, max: 9, bins: [1, null] }, { min: 0, max: 9, bins: [] }, { min: 9, max: 0, bins: [1] }, { bins: [1] }, []]) {
      expect(clv({ distribution })).to.not.have.property('distribution');
    }
    expect(clv({ bands: { low: 1, high: 2 } }).bands).to.deep.equal({ low: 1, high: 2 });
    expect(clv({ bands: { low: 3, high: 2 } })).to.not.have.property('bands');
  });
});

describe('a profile', () => {
  const profile = { customer: { id: 'ada' }, asOf: '2026-01-01', fields: [], values: {} };

  it("keeps each value's type and digits, and shows nothing for what is none", () => {
    const values = parseJson(
      '{"text":"x","blank":"","number":1.5,"zero":0,"big":12345678901234567890,"yes":true,"no":false,"none":null,"thing":{"a":1},"list":[1],"huge":1e999,"__proto__":1}',
    );
    expect([...read('profile', { ...profile, values }).value.values]).to.deep.equal([
      ['text', 'x'],
      ['blank', ''],
      ['number', 1.5],
      ['zero', 0],
      ['big', '12345678901234567890'],
      ['yes', true],
      ['no', false],
      ['none', null],
      ['thing', null],
      ['list', null],
      ['huge', null],
    ]);
  });

  it('shows a field of a type nobody documented as text', () => {
    const field = { key: 'A', type: 'geo', label: ' ', default: 'yes', custom: 1, source: { table: 'T' } };
    expect(read('profile', { ...profile, fields: [field] }).value.fields).to.deep.equal([
      { key: 'A', type: 'text', default: false, custom: false, sensitive: false },
    ]);
  });

  it('masks a field unless the backend clearly says that it may be shown', () => {
    const fields = [undefined, null, false, 'false', true, 'true', 'yes', 1, {}].map((sensitive, index) => ({ key: `k${index}`, type: 'text', sensitive }));
    expect(read('profile', { ...profile, fields }).value.fields.map(({ sensitive }) => sensitive)).to.deep.equal([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('names a field once, and none that could reach a prototype', () => {
    const fields = ['A', 'A', '__proto__', 'constructor', 7].map((key) => ({ key, type: 'text' }));
    const answer = read('profile', { ...profile, fields });
    expect(answer.value.fields.map(({ key }) => key)).to.deep.equal(['A', '7']);
    expect(answer.leftOut).to.equal(2);
  });

  it('is shown in part where fields or values are missing, and says so (PS5)', () => {
    const answer = read('profile', { customer: { id: 'ada' } });
    expect(answer.leftOut).to.equal(2);
    expect(answer.value).to.deep.equal({ customer: { id: 'ada', flags: [], identifiers: [] }, fields: [], values: new Map(), segments: [] });
  });

  it('tells consents, flags, identifiers and segments', () => {
    const customer = {
      id: 'ada',
      flags: [{ label: 'VIP', tone: 'gold' }, { tone: 'bad' }],
      identifiers: [{ type: 'email', value: 'a@example.test', verified: false }, { type: 'phone' }],
      consents: [
        { channel: 'sms', status: 'maybe', since: '2026-01-01' },
        { channel: 'email', status: 'granted', since: '2026-01-01T00:00:00Z' },
      ],
    };
    const { value, leftOut } = read('profile', { ...profile, customer, segments: [{ id: 1 }] });
    expect(leftOut).to.equal(2);
    expect(value.customer).to.deep.equal({
      id: 'ada',
      flags: [{ label: 'VIP', tone: 'info' }],
      identifiers: [{ type: 'email', value: 'a@example.test', verified: false }],
      consents: [
        { channel: 'sms', status: 'unknown', since: '2026-01-01' },
        { channel: 'email', status: 'granted', since: Date.parse('2026-01-01T00:00:00Z') },
      ],
    });
    expect(value.segments).to.deep.equal([{ id: '1', name: '1' }]);
  });

  it('tells what it was before', () => {
    const previous = { asOf: '2025-12-31', values: { A: 1 } };
    expect(read('profile', { ...profile, previous }).value.previous).to.deep.equal({ asOf: '2025-12-31', values: new Map([['A', 1]]) });
    expect(read('profile', { ...profile, previous: 7 })).to.deep.include({ leftOut: 1 });
  });
});

describe('the small answers', () => {
  it('search: each customer once, with what matched', () => {
    const match = { id: 7, matchedOn: { type: 'email', value: 'a@example.test' } };
    const answer = read('search', { items: [match, match, { id: 8 }] });
    expect(answer.value).to.deep.equal([{ id: '7', matchedOn: match.matchedOn }]);
    expect(answer.leftOut).to.equal(1);
  });

  it('field: one value, null included', () => {
    expect(read('field', { value: null }).value).to.equal(null);
    expect(read('field', { value: false }).value).to.equal(false);
  });

  it('attribute settings: unknown keys kept in order, editable unless told', () => {
    expect(read('attributeSettings', { visible: ['b', 'a', 'gone'] }).value).to.deep.equal({ visible: ['b', 'a', 'gone'], editable: true });
    expect(read('attributeSettings', { visible: [], editable: false }).value.editable).to.equal(false);
  });

  it('proof: its markup untouched, for a sandbox alone', () => {
    const html = '<script>alert(1)</script>\u202e';
    expect(read('proof', { html, subject: 'Hi\u202e', url: 'javascript:alert(1)' }).value).to.deep.equal({ html, subject: 'Hi', url: 'javascript:alert(1)' });
  });
});

describe('an object of the contract', () => {
  /** The shape and all within it. */
  function withInner(shape: Shape<unknown>): readonly Shape<unknown>[] {
    const inner = [...Object.values(shape.entries ?? {}), ...(shape.options ?? []), ...(shape.item ? [shape.item] : [])];
    return [shape, ...inner.flatMap(withInner)];
  }

  it('has no more members than there are bits to tell which were there', () => {
    const sizes = Object.values(RESOURCES)
      .flatMap(withInner)
      .map(({ entries }) => Object.keys(entries ?? {}).length);
    expect(Math.max(...sizes)).to.be.within(20, 31);
  });
});
