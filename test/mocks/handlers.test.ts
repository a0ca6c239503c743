import { expect } from '@open-wc/testing';
import { DOCUMENTED_ID } from '../../mocks/index.js';
import type { CampaignsWire, EventsWire, EventWire, ProfileWire, SearchWire } from '../../mocks/wire.js';
import { createAsk, SIX_MONTHS } from './ask.js';

const { ask, json } = createAsk();

async function search(identifier: string): Promise<readonly string[]> {
  const response = await ask('/customers/search', '', { method: 'POST', body: JSON.stringify({ identifier }) });
  const { items } = (await response.json()) as SearchWire;
  return items.map(({ id }) => id);
}

/** All pages, one after another. */
async function allEvents(parameters: string): Promise<EventWire[]> {
  const events: EventWire[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: EventsWire = await json(`/customers/{id}/events?${parameters}${cursor && `&cursor=${cursor}`}`, DOCUMENTED_ID);
    events.push(...page.items);
    cursor = page.nextCursor;
  }
  return events;
}

describe('the mocked search', () => {
  it('finds a customer by any identifier, however it is typed', async () => {
    for (const identifier of [DOCUMENTED_ID, 'DANA.RIVERS@example.test', '+12025550142', 'fb-100042', ' lc-00001609 '])
      expect(await search(identifier), identifier).to.have.length(1);
  });

  it('lets a person choose where two identifiers differ in letter case only (T26)', async () =>
    expect(await search('LC-A1B2')).to.have.members([DOCUMENTED_ID, 'lc-A1b2']));

  it('finds nobody for what nobody has', async () => expect(await search('nobody@example.test')).to.deep.equal([]));

  it('refuses a question without an identifier', async () => expect((await ask('/customers/search', '', { method: 'POST', body: '{}' })).status).to.equal(422));
});

describe('the mocked events', () => {
  it('come in pages that leave nothing out and repeat nothing, in both orders', async () => {
    const newest = await allEvents(`${SIX_MONTHS}&limit=37`);
    const oldest = await allEvents(`${SIX_MONTHS}&limit=37&order=asc`);
    const { total } = (await json(`/customers/{id}/events?${SIX_MONTHS}`, DOCUMENTED_ID)) as EventsWire;
    expect(newest).to.have.length(total ?? -1);
    expect(new Set(newest.map(({ id }) => id)).size).to.equal(newest.length);
    expect(oldest.map(({ id }) => id)).to.deep.equal(newest.map(({ id }) => id).reverse());
    expect(newest.map(({ at }) => Date.parse(at))).to.deep.equal(newest.map(({ at }) => Date.parse(at)).sort((left, right) => right - left));
  });

  it('can be narrowed by lane, type and words', async () => {
    expect(new Set((await allEvents('lane=purchase')).map(({ category }) => category))).to.deep.equal(new Set(['purchase']));
    expect(new Set((await allEvents('type=support-call')).map(({ type }) => type))).to.deep.equal(new Set(['support-call']));
    const found = await allEvents('text=SUPPORT%20call');
    expect(found.map(({ name }) => name)).to.deep.equal(['Support call', 'Support call']);
  });

  it('are cut at the days of the zone that is asked, not of another', async () => {
    const evening = (await allEvents(SIX_MONTHS)).find(({ at }) => at.slice(11, 13) >= '20' && at.slice(0, 10) < '2017-12-30');
    const day = evening?.at.slice(0, 10);
    const within = async (zone: string): Promise<boolean> => (await allEvents(`from=${day}&to=${day}&timeZone=${zone}`)).some(({ id }) => id === evening?.id);
    expect(await within('America/New_York')).to.equal(true);
    expect(await within('Europe/Berlin')).to.equal(false);
  });

  it('agree with the day counts, where an e-mail counts only when delivered (B17)', async () => {
    const { days } = await json(`/customers/{id}/activity?${SIX_MONTHS}`, DOCUMENTED_ID);
    const events = await allEvents(SIX_MONTHS);
    const count = (lane: string): number =>
      days.filter((day: { lane: string }) => day.lane === lane).reduce((sum: number, day: { count: number }) => sum + day.count, 0);
    expect(count('purchase')).to.equal(events.filter(({ category }) => category === 'purchase').length);
    expect(count('site')).to.equal(events.filter(({ category }) => category === 'site').length);
    const mails = events.filter(({ category }) => category === 'email');
    const delivered = mails.filter(({ message }) => message?.lifecycle.some(({ fact }) => fact === 'delivered'));
    expect(count('email')).to.equal(delivered.length);
    expect(delivered.length).to.be.lessThan(mails.length);
  });

  it('are refused for days that are none', async () => {
    expect((await ask('/customers/{id}/events?from=yesterday', DOCUMENTED_ID)).status).to.equal(400);
    expect((await ask('/customers/{id}/events?from=2017-12-31&to=2017-01-01', DOCUMENTED_ID)).status).to.equal(400);
  });
});

describe('the mocked campaigns', () => {
  it('give counts and contact pressure with the first page only', async () => {
    const first: CampaignsWire = await json(`/customers/{id}/campaigns?${SIX_MONTHS}&limit=10`, DOCUMENTED_ID);
    const second: CampaignsWire = await json(`/customers/{id}/campaigns?${SIX_MONTHS}&limit=10&cursor=${first.nextCursor}`, DOCUMENTED_ID);
    expect(Object.values(first.counts ?? {}).reduce((sum, count) => sum + count, 0)).to.equal(first.total);
    expect(first.contactPressure).to.not.equal(undefined);
    expect(second).to.not.have.any.keys('counts', 'contactPressure');
    expect(second.items[0]?.id).to.not.equal(first.items[9]?.id);
  });
});

describe('the mocked profile', () => {
  it('keeps sensitive values back until one is asked for by name', async () => {
    const { fields, values }: ProfileWire = await json('/customers/{id}', DOCUMENTED_ID);
    const sensitive = fields.filter((field) => field.sensitive).map(({ key }) => key);
    expect(sensitive).to.include('taxNumber');
    for (const key of sensitive) expect(values[key], key).to.equal(null);
    expect(await json('/customers/{id}/fields/taxNumber', DOCUMENTED_ID)).to.deep.equal({ value: '00-000-0042' });
    expect((await ask('/customers/{id}/fields/constructor', DOCUMENTED_ID)).status).to.equal(404);
  });

  it('shows the newest snapshot that is not after the day asked for, and today’s values beside it', async () => {
    const { asOf, previous }: ProfileWire = await json('/customers/{id}?asOf=2017-09-13', DOCUMENTED_ID);
    expect(asOf).to.equal('2017-09-09');
    expect(previous?.asOf).to.equal('2017-12-31');
  });

  it('is not there for somebody nobody knows', async () => {
    const response = await ask('/customers/{id}', 'nobody');
    expect(response.status).to.equal(404);
    expect(response.headers.get('content-type')).to.contain('application/problem+json');
  });

  it('finds an id that had to be encoded', async () => expect((await json('/customers/{id}', 'Zoë/№7?a=b&c')).customer.displayName).to.equal('Zoë Slash'));
});

describe('the mocked attribute settings', () => {
  it('are saved for everybody, and refused when somebody else saved meanwhile', async () => {
    const backend = createAsk();
    const etag = (await backend.ask('/attribute-settings')).headers.get('etag') ?? '';
    const save = (visible: readonly string[]): Promise<Response> =>
      backend.ask('/attribute-settings', '', { method: 'PUT', headers: { 'if-match': etag }, body: JSON.stringify({ visible }) });
    expect((await save(['orders', 'unknown-key'])).status).to.equal(200);
    expect((await save(['netSales'])).status).to.equal(412);
    expect((await backend.json('/customers/{id}', DOCUMENTED_ID)).visible).to.deep.equal(['orders', 'unknown-key']);
  });
});

describe('the mocked pictures', () => {
  it('lie below the backend’s own root, so that no other origin is asked', async () => {
    const { lastProductPurchased } = await json(`/customers/{id}/metrics?${SIX_MONTHS}`, DOCUMENTED_ID);
    expect(lastProductPurchased.imageUrl).to.equal('https://backend.example.test/api/product-images/grocery.svg');
    const { ask: other } = createAsk();
    const picture = await other('/product-images/grocery.svg');
    expect(picture.headers.get('content-type')).to.equal('image/svg+xml');
    expect(new DOMParser().parseFromString(await picture.text(), 'image/svg+xml').querySelector('parsererror')).to.equal(null);
  });
});
