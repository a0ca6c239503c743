import { expect } from '@open-wc/testing';
import type { Connection } from '../../src/model/connection.js';
import { toPlainDay } from '../../src/model/day.js';
import { createRestSource } from '../../src/sources/rest/rest-source.js';
import { createWorld, failed, json, type Reply, rejection } from '../helpers/world.js';

function sourceWith(reply: Reply | readonly Reply[], options: Partial<Connection> = {}) {
  const world = createWorld(reply);
  const { fetch, surroundings, signal, requests } = world;
  return { source: createRestSource({ ...options, baseUrl: 'https://api.example.test/v1', fetch, surroundings }), requests, signal };
}

const range = { id: 'a/b', from: toPlainDay('2026-01-01')!, to: toPlainDay('2026-06-30')!, timeZone: 'Europe/Berlin', today: toPlainDay('2026-06-30')! };

/** What a question looks like on its way, method and address. */
async function sent(ask: (made: ReturnType<typeof sourceWith>) => Promise<unknown> | undefined): Promise<string> {
  const made = sourceWith(
    json({ customer: { id: 'a/b' }, items: [], days: [], dates: [], kpis: [], visible: [], value: null, series: null, likelihoods: [], channel: 'email' }),
  );
  await ask(made);
  const [request] = made.requests;
  return `${request?.method} ${request?.url.replace('https://api.example.test/v1', '')}`;
}

describe('a question over the REST contract', () => {
  it('goes where the contract says', async () => {
    expect(await sent(({ source, signal }) => source.search?.({ identifier: 'ada@example.test' }, { signal }))).to.equal('POST /customers/search');
    expect(await sent(({ source, signal }) => source.profile?.({ id: 'a/b' }, { signal }))).to.equal('GET /customers/a%2Fb');
    expect(await sent(({ source, signal }) => source.profile?.({ id: 'a/b', asOf: range.from }, { signal }))).to.equal('GET /customers/a%2Fb?asOf=2026-01-01');
    expect(await sent(({ source, signal }) => source.field?.({ id: 'a/b', key: 'FIELD 1' }, { signal }))).to.equal('GET /customers/a%2Fb/fields/FIELD%201');
    expect(await sent(({ source, signal }) => source.attributeSettings?.({}, { signal }))).to.equal('GET /attribute-settings');
    expect(await sent(({ source, signal }) => source.metrics?.(range, { signal }))).to.equal(
      'GET /customers/a%2Fb/metrics?from=2026-01-01&to=2026-06-30&timeZone=Europe%2FBerlin',
    );
    expect(await sent(({ source, signal }) => source.impact?.(range, { signal }))).to.equal('GET /customers/a%2Fb/impact?from=2026-01-01&to=2026-06-30');
    expect(await sent(({ source, signal }) => source.activity?.(range, { signal }))).to.equal(
      'GET /customers/a%2Fb/activity?from=2026-01-01&to=2026-06-30&timeZone=Europe%2FBerlin',
    );
    expect(
      await sent(({ source, signal }) => source.events?.({ ...range, lane: 'site', text: 'a&b', order: 'asc', cursor: 'c/1', limit: 50 }, { signal })),
    ).to.equal('GET /customers/a%2Fb/events?from=2026-01-01&to=2026-06-30&timeZone=Europe%2FBerlin&lane=site&text=a%26b&order=asc&cursor=c%2F1&limit=50');
    expect(await sent(({ source, signal }) => source.campaigns?.({ id: 'a/b', timeZone: 'UTC', cursor: '2' }, { signal }))).to.equal(
      'GET /customers/a%2Fb/campaigns?cursor=2',
    );
    expect(await sent(({ source, signal }) => source.proof?.({ id: 'a/b', communicationId: 'm/1' }, { signal }))).to.equal(
      'GET /customers/a%2Fb/messages/m%2F1/proof',
    );
    expect(await sent(({ source, signal }) => source.predictions?.({ id: 'a/b', timeZone: 'UTC' }, { signal }))).to.equal('GET /customers/a%2Fb/predictions');
  });

  it("may go elsewhere, and its answer be put into the contract's words, which are checked", async () => {
    const options: Partial<Connection> = {
      endpoints: { predictions: '/scores/{id}?kind=all' },
      transform: { predictions: (answer) => ({ likelihoods: (answer as { scores: unknown }).scores }) },
    };
    const made = sourceWith(
      json({
        scores: [
          { action: 'open', probability: 0.5 },
          { action: 'click', probability: { toString: 1 } },
        ],
      }),
      options,
    );
    const answer = await made.source.predictions?.({ id: 'ada' }, { signal: made.signal });
    expect(made.requests[0]?.url).to.equal('https://api.example.test/v1/scores/ada?kind=all');
    expect(answer).to.deep.include({ value: { likelihoods: [{ status: 'available', action: 'open', probability: 0.5 }] }, leftOut: 1 });
  });

  it("whose answer goes through the host's hands leaves what the host keeps of it as it is", async () => {
    const kept: unknown[] = [];
    const transform: Connection['transform'] = { events: (answer) => kept[kept.push(answer) - 1] };
    const body = { items: [{ id: 'e1', at: '2026-01-01T10:00:00Z', category: 'site', type: 'search', product: { id: 'p1' } }] };
    const { source, signal } = sourceWith(json(body), { transform });
    const answer = await source.events?.({ id: 'ada', timeZone: 'UTC' } as never, { signal });
    expect(answer?.value.items).to.have.lengthOf(1);
    expect(kept).to.deep.equal([body]);
    const { items } = kept[0] as typeof body;
    expect([items, items[0], items[0]?.product].filter(Object.isFrozen)).to.deep.equal([]);
  });

  it('whose answer the host cannot put into words is malformed, in no words of the host', async () => {
    const transform = {
      predictions: () => {
        throw new Error('Ada Lovelace');
      },
    };
    const { source, signal } = sourceWith(json({}), { transform });
    const error = await rejection(source.predictions?.({ id: 'ada' }, { signal }) ?? Promise.resolve());
    expect(error).to.deep.include({ kind: 'malformed', message: 'malformed: shape' });
  });

  it('with a template of another origin is a mistake of the page, and is not sent', async () => {
    const { source, signal, requests } = sourceWith(json({}), { endpoints: { predictions: 'https://evil.example.test/{id}' } });
    expect(await rejection(source.predictions?.({ id: 'ada' }, { signal }) ?? Promise.resolve())).to.deep.include({
      kind: 'config',
      details: { reason: 'endpoints' },
    });
    expect(requests).to.have.lengthOf(0);
  });
});

describe('the settings for all customers', () => {
  it('are saved as long as nobody else was faster', async () => {
    const settings = { visible: ['b', 'a'], editable: true };
    const { source, signal, requests } = sourceWith([json(settings, { headers: { ETag: '"1"' } }), json(settings, { headers: { ETag: '"2"' } }), failed(412)]);
    const first = await source.attributeSettings?.({}, { signal });
    expect(first?.value).to.deep.equal({ ...settings, etag: '"1"' });
    const second = await source.saveAttributeSettings?.(first!.value, { signal });
    expect(second?.value.etag).to.equal('"2"');
    expect(requests[1]?.headers.get('If-Match')).to.equal('"1"');
    expect(await requests[1]?.json()).to.deep.equal({ visible: ['b', 'a'] });
    expect(await rejection(source.saveAttributeSettings?.(first!.value, { signal }) ?? Promise.resolve())).to.have.property('kind', 'conflict');
    expect(requests).to.have.lengthOf(3);
  });

  it('are as sent when saving is answered with nothing', async () => {
    const { source, signal } = sourceWith(new Response(null, { status: 204, headers: { ETag: '"3"' } }));
    const saved = await source.saveAttributeSettings?.({ visible: ['a'], editable: true, etag: '"2"' }, { signal });
    expect(saved?.value).to.deep.equal({ visible: ['a'], editable: true, etag: '"3"' });
  });
});
