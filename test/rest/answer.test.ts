import { expect } from '@open-wc/testing';
import { listings } from '../../mocks/customers/index.js';
import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/mock-fetch.js';
import type { ResourceName } from '../../src/model/connection.js';
import { SourceError } from '../../src/model/source-error.js';
import { readAnswer, readResource } from '../../src/rest/answer.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';
import { instant, oneOf } from '../../src/rest/contract/scalars.js';
import { object, either as oneOrOther } from '../../src/rest/contract/shape.js';
import { openPaths } from '../helpers/closed.js';

/** What an answer becomes, read as the named resource. */
function read<Name extends ResourceName>(name: Name, body: unknown, asked = { id: 'ada', timeZone: 'Europe/Berlin' }) {
  return readAnswer(RESOURCES[name], body, asked);
}

/** The error an answer is refused with. */
function refusal(name: ResourceName, body: unknown, asked?: { id: string; timeZone: string }): SourceError {
  try {
    read(name, body, asked);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('The answer was accepted.');
}

const names = Object.keys(RESOURCES) as ResourceName[];

/** An envelope with all its required members, and nothing in them. */
const envelopes: Readonly<Record<ResourceName, object>> = {
  search: { items: [] },
  profile: { customer: { id: 'ada', identifiers: [] }, asOf: '2026-01-01', fields: [], values: {} },
  field: { value: null },
  attributeSettings: { visible: [] },
  metrics: {},
  impact: { dates: [], kpis: [], targetingDays: [] },
  activity: { days: [] },
  events: { items: [] },
  proof: {},
  campaigns: { items: [] },
  predictions: {},
};

describe('an answer', () => {
  for (const name of names) {
    it(`of ${name} may hold nothing but what is required`, () => {
      expect(read(name, envelopes[name])).to.deep.include({ meta: {}, leftOut: 0 });
    });

    it(`of ${name} that is no object is refused (PS3)`, () => {
      for (const body of [null, [], 'x', 42, true, undefined, [envelopes[name]]]) {
        expect(refusal(name, body)).to.deep.include({ kind: 'malformed', details: { reason: 'shape', requestId: undefined, paths: ['$'] } });
      }
    });

    it(`of ${name} in another language is refused, with the members that were missing and no value (PS17)`, () => {
      const error = refusal(name, { Data: { Name: 'Ada Lovelace' }, rows: 3 });
      expect(error.details.reason).to.equal('shape');
      expect(error.details.paths).to.not.be.empty;
      expect(JSON.stringify(error.details)).not.to.contain('Lovelace');
    });

    it(`of ${name} that is an error in disguise is refused as the backend's (H19)`, () => {
      expect(refusal(name, { ...envelopes[name], error: { message: 'Ada Lovelace' } }).details.reason).to.equal('backend');
      expect(read(name, { ...envelopes[name], error: null }).leftOut).to.equal(0);
    });

    it(`of ${name} about somebody else is refused (V26)`, () => {
      expect(refusal(name, { ...envelopes[name], meta: { customerId: 'grace' } }).details.reason).to.equal('identity-mismatch');
    });

    it(`of ${name} that names its customer by something that cannot be compared is refused`, () => {
      for (const customerId of [{}, 2 ** 53, 'ada\u202e', true]) {
        expect(refusal(name, { ...envelopes[name], meta: { customerId } }).details.reason).to.equal('identity-mismatch');
      }
    });
  }

  it('names all members that were missing, however deep', () => {
    expect(refusal('profile', { customer: { displayName: 'Ada' }, asOf: '2026-01-01' }).details.paths).to.deep.equal(['customer.id']);
    expect(refusal('impact', { kpis: {} }).details.paths).to.deep.equal(['dates', 'kpis']);
  });

  it('about the customer this one was merged into is shown', () => {
    const merged = { ...envelopes.metrics, meta: { customerId: 'grace', mergedInto: 'grace' } };
    expect(read('metrics', merged).meta).to.deep.equal({ customerId: 'grace', mergedInto: 'grace' });
    const profile = { ...envelopes.profile, customer: { id: 'grace' }, meta: { mergedInto: 'grace' } };
    expect(read('profile', profile).value.customer.id).to.equal('grace');
  });

  it('whose profile is of somebody else is refused, without any meta', () => {
    expect(refusal('profile', { ...envelopes.profile, customer: { id: 'grace' } }).details.reason).to.equal('identity-mismatch');
    expect(refusal('profile', { ...envelopes.profile, customer: { id: 'Ada' } }).details.reason).to.equal('identity-mismatch');
    const guid = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
    expect(read('metrics', { meta: { customerId: guid.toLowerCase() } }, { id: guid, timeZone: 'UTC' }).value, 'a GUID in other letters (T26)').to.deep.equal(
      {},
    );
  });

  it('names its customer by number, exactly or not at all', () => {
    const asked = { id: '17', timeZone: 'UTC' };
    expect(read('metrics', { meta: { customerId: 17 } }, asked).meta.customerId).to.equal('17');
    const composed = { id: 'é', timeZone: 'UTC' };
    expect(refusal('metrics', { meta: { customerId: 'e\u0301' } }, composed).details.reason).to.equal('identity-mismatch');
  });

  it('says where it is from, how old it is and what is missing', () => {
    const meta = {
      source: 'warehouse',
      asOf: '2026-01-02',
      timeZone: 'Asia/Tokyo',
      retention: { dataSince: '2025-07-01' },
      truncated: true,
      query: 'SELECT *\nFROM x',
      unknown: { _$litType$: 1 },
    };
    expect(read('metrics', { meta }).meta).to.deep.equal({
      source: 'warehouse',
      asOf: '2026-01-02',
      timeZone: 'Asia/Tokyo',
      dataSince: '2025-07-01',
      truncated: true,
      query: 'SELECT *\nFROM x',
    });
    expect(read('metrics', { meta: { timeZone: 'Mars/Phobos', asOf: '2026-02-30', truncated: 'yes', retention: 7 } }).meta).to.deep.equal({});
    expect(read('metrics', { meta: 'nothing' }).meta).to.deep.equal({});
  });
});

describe('a long list', () => {
  const { signal } = new AbortController();
  const listOf = (count: number) => ({
    items: Array.from({ length: count }, (_, index) => (index % 100 === 7 ? 'no event' : { id: `e${index}`, at: null, category: 'site', type: 'page-view' })),
  });

  /** How often the page had its turn before it was there. */
  async function turnsUntil(reading: Promise<unknown>): Promise<number> {
    const { port1, port2 } = new MessageChannel();
    let turns = 0;
    port1.onmessage = () => {
      turns++;
      port2.postMessage(undefined);
    };
    port2.postMessage(undefined);
    await reading.catch(() => {});
    port1.close();
    return turns;
  }

  it('is read in slices, and the page has its turn after each (PS11)', async () => {
    expect(await turnsUntil(readResource('events', listOf(5000), {}, { signal }))).to.be.at.least(8);
  });

  it('becomes what it would be all at once', async () => {
    const [sliced, whole] = [await readResource('events', listOf(1200), {}, { signal }), readAnswer(RESOURCES.events, listOf(1200), {})];
    expect(sliced).to.deep.equal(whole);
    expect(sliced).to.deep.include({ leftOut: 12 });
    expect(openPaths(sliced)).to.deep.equal([]);
  });

  it('is read no further once nobody waits for it (L8)', async () => {
    const abort = new AbortController();
    const read: number[] = [];
    const items = listOf(5000).items.map((item, index) =>
      Object.defineProperty(Object(item), 'name', {
        enumerable: true,
        get: () => {
          read.push(index);
          if (index === 700) abort.abort('gone');
        },
      }),
    );
    const reading = readResource('events', { items }, {}, abort).catch((error: unknown) => error);
    expect(read, 'before the page has had its turn').to.be.empty;
    expect(await reading).to.equal('gone');
    expect(read.length).to.be.within(500, 1000);
  });

  it('that is short is there before the page has its turn', async () => {
    expect(await turnsUntil(readResource('events', listOf(500), {}, { signal }))).to.equal(0);
  });
});

describe('an answer nobody else holds', () => {
  const wire = { id: 'e1', at: '2026-01-01T10:00:00Z', category: 'site', type: 'search', properties: { q: 'x' } };

  /** The first event of an answer with one, read in place; and what stood in the answer. */
  function adopted(members: object | string) {
    const body = typeof members === 'string' ? JSON.parse(members) : { items: [structuredClone({ ...wire, ...members })] };
    const given: unknown = body.items[0];
    const { value, leftOut } = readAnswer(RESOURCES.events, body, {}, { isOwned: true });
    return { event: value.items[0], given, leftOut, openPaths: openPaths(value) };
  }

  it('is not copied where nothing has to go', () => {
    const { event, given } = adopted({});
    expect(event).to.equal(given);
    expect(event).to.deep.equal({ ...wire, at: Date.parse(wire.at), properties: [['q', 'x']] });
  });

  it('loses what nobody asked for, at any depth', () => {
    const order = { id: 'o1', secret: 1, items: [{ product: { id: 'p1', secret: 1 }, secret: 1 }, 'none'] };
    const { event, openPaths: open } = adopted({ secret: 1, order, product: { id: {} }, _$litType$: 1, strings: ['<b>'] });
    expect(event).to.deep.equal({
      ...wire,
      at: Date.parse(wire.at),
      properties: [['q', 'x']],
      order: { id: 'o1', items: [{ product: { id: 'p1', name: 'p1' } }] },
    });
    expect(Object.keys(event ?? {})).to.have.members(['id', 'at', 'category', 'type', 'properties', 'order']);
    expect(open).to.deep.equal([]);
  });

  it('loses members whose names reach a prototype (PS8)', () => {
    const { event, openPaths: open } = adopted(
      '{"items":[{"__proto__":{"name":"Eve","polluted":1},"constructor":{"prototype":{}},"toString":1,"id":"e1","at":null,"category":"site","type":"x"}]}',
    );
    expect(Object.getOwnPropertyNames(event)).to.have.members(['id', 'at', 'category', 'type', 'properties']);
    expect(event?.name).to.equal(undefined);
    expect(open).to.deep.equal([]);
  });

  it('has no member that somebody put on the prototype of all objects (HP7)', () => {
    for (const enumerable of [true, false]) {
      Object.defineProperty(Object.prototype, 'name', { value: 'Eve', configurable: true, enumerable, writable: true });
      let name: PropertyDescriptor | undefined;
      try {
        name = Object.getOwnPropertyDescriptor(adopted({}).event, 'name');
      } finally {
        delete (Object.prototype as { name?: string }).name;
      }
      expect(name).to.equal(undefined);
    }
  });

  it('writes a value in its own spelling although it is equal to another', () => {
    const order = { id: 'o1', items: [{ product: { id: 'p1' }, quantity: -0 }] };
    expect(Object.is(adopted({ order }).event?.order?.items[0]?.quantity, 0)).to.equal(true);
  });

  it('leaves no trace of a shape that was tried and did not fit', () => {
    const left = object({ at: instant, kind: oneOf(['left']) });
    const either = oneOrOther(left, object({ at: instant, part: object({ at: instant }) }));
    const reading = { timeZone: 'UTC', ascending: false, leftOut: 0, isOwned: true };
    const at = Date.parse(wire.at);
    expect(either.read({ at: wire.at, part: { at: wire.at } }, reading)).to.deep.equal({ at, part: { at } });
    expect(reading.isOwned).to.equal(true);
  });
});

describe("the mocked backend's answers", () => {
  const fetch = createMockFetch(createHandlers());
  const paths: Partial<Record<ResourceName, string>> = {
    profile: '',
    metrics: '/metrics?from=2017-07-01&to=2017-12-31&timeZone=UTC',
    impact: '/impact?from=2017-01-01&to=2017-12-31',
    activity: '/activity?from=2017-07-01&to=2017-12-31&timeZone=UTC',
    events: '/events?from=2017-07-01&to=2017-12-31&timeZone=UTC&limit=200',
    campaigns: '/campaigns?from=2017-01-01&to=2017-12-31&limit=200',
    predictions: '/predictions',
  };

  for (const name of Object.keys(paths) as ResourceName[]) {
    it(`of ${name} are read whole and are closed`, async () => {
      let read = 0;
      for (const { id } of listings.slice(0, 4)) {
        const response = await fetch(`https://api.example.test/customers/${encodeURIComponent(id)}${paths[name]}`);
        if (response.status === 404) continue;
        const answer = readAnswer<unknown>(RESOURCES[name], await response.json(), { id, timeZone: 'UTC' });
        expect(answer.leftOut, `${id}: records left out`).to.equal(0);
        expect(openPaths(answer)).to.deep.equal([]);
        read++;
      }
      expect(read).to.be.above(1);
    });
  }

  /** What a hostile or careless backend may put in any place (F8, PS6 to PS8, V3, V10). */
  const gadgets: readonly unknown[] = [
    { _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'] },
    { _$litDirective$: 1 },
    { nodeType: 1 },
    { toString: 1, valueOf: 1 },
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    [],
    [[]],
    {},
    '',
    '\u0000\ud800\u202e',
    null,
    true,
    0,
    -0,
    1e308,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    2 ** 60,
    10n ** 30n,
    'NaN',
    '0000-00-00',
    '9999-12-31T23:59:59Z',
    () => 1,
    Symbol('x'),
    undefined,
  ];

  /** The same answer with two items in each list, which stand for all. */
  function shortened(value: unknown): unknown {
    if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shortened(member)])) : value;
  }

  /** The same answer once for each place in it, with something else there. */
  function* spoiled(value: unknown, gadget: unknown): Generator<unknown> {
    yield gadget;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      for (const other of spoiled(member, gadget)) yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    }
  }

  for (const name of Object.keys(paths) as ResourceName[]) {
    it(`of ${name} stay closed, or are refused, whatever stands in any place of them (PS6, PS7, PS8, V3, V10)`, async () => {
      const response = await fetch(`https://api.example.test/customers/${listings[0]?.id}${paths[name]}`);
      const body = shortened(await response.json());
      let tried = 0;
      for (const gadget of gadgets) {
        for (const other of spoiled(body, gadget)) {
          tried++;
          try {
            const answer = readAnswer<unknown>(RESOURCES[name], other, { id: listings[0]?.id ?? '', timeZone: 'Europe/Berlin' });
            const open = openPaths(answer);
            if (open.length) expect.fail(open.join(', '));
          } catch (error) {
            if (!(error instanceof SourceError)) throw error;
            expect(error.kind).to.equal('malformed');
          }
        }
      }
      expect(tried).to.be.above(100);
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    });
  }
});
