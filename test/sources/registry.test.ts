import { expect } from '@open-wc/testing';
import type { Connection } from '../../src/model/connection.js';
import type { CustomerSource } from '../../src/model/customer-source.js';
import { SourceError } from '../../src/model/source-error.js';
import { createSource, lazySource, registerSource } from '../../src/sources/registry.js';
import { createWorld, json, rejection } from '../helpers/world.js';

const predictions = json({ likelihoods: [] });

/** Why a connection gives no source. */
function reasonOf(connection: Connection): unknown {
  try {
    createSource(connection);
  } catch (error) {
    return error instanceof SourceError && error.kind === 'config' ? error.details.reason : error;
  }
  return undefined;
}

/** Asks a source for predictions and gives back where it went. */
async function addressOf(connection: Connection, id = 'ada'): Promise<string | undefined> {
  const world = createWorld(predictions);
  await createSource({ ...connection, fetch: world.fetch }).predictions?.({ id }, { signal: world.signal });
  return world.requests[0]?.url;
}

describe('a connection', () => {
  it('is read over the REST contract unless it says otherwise', async () => {
    expect(await addressOf({ baseUrl: 'https://api.example.test/v1' })).to.equal('https://api.example.test/v1/customers/ada/predictions');
    expect(await addressOf({ baseUrl: 'https://api.example.test/v1', source: ' rest ' })).to.equal('https://api.example.test/v1/customers/ada/predictions');
  });

  it('without an address, or with one that cannot be used, gives no source', () => {
    expect(reasonOf({})).to.equal('base-url');
    expect(reasonOf({ baseUrl: 'https://' })).to.equal('base-url');
  });

  it('that names a backend nobody registered gives no source', () => {
    for (const source of ['nonsense', 'rest nonsense', 'toString', '__proto__']) {
      expect(reasonOf({ baseUrl: 'https://api.example.test', source })).to.equal('source');
    }
  });

  it('may hold what belongs to one source under its name', async () => {
    const connection: Connection = {
      baseUrl: { rest: 'https://api.example.test', optimove: 'https://o.example.test' },
      endpoints: { rest: { predictions: '/p/{id}' }, optimove: { predictions: '/wrong/{id}' } },
    };
    expect(await addressOf(connection)).to.equal('https://api.example.test/p/ada');
  });

  it('is not led astray by what somebody put on a prototype', async () => {
    const inherited: Connection['endpoints'] = Object.create({ predictions: '/evil/{id}', rest: { predictions: '/evil/{id}' } });
    expect(await addressOf({ baseUrl: 'https://api.example.test', endpoints: inherited ?? {} })).to.equal('https://api.example.test/customers/ada/predictions');
  });

  it('may name the customer differently for its backend', async () => {
    const connection: Connection = { baseUrl: 'https://api.example.test', customerIdFor: (source, id) => `${source}-${id}` };
    expect(await addressOf(connection)).to.equal('https://api.example.test/customers/rest-ada/predictions');
  });

  it('whose host cannot name the customer asks nobody', async () => {
    const hosts: NonNullable<Connection['customerIdFor']>[] = [
      () => {
        throw new Error('Ada Lovelace');
      },
      () => 42 as unknown as string,
      () => '..',
    ];
    for (const customerIdFor of hosts) {
      expect(await rejection(addressOf({ baseUrl: 'https://api.example.test', customerIdFor }))).to.deep.include({
        kind: 'config',
        details: { reason: 'customer-id' },
      });
    }
  });

  it("may be a source of the host's own", () => {
    expect(Object.keys(createSource({ customerSource: { predictions: () => ({}) } }))).to.deep.equal(['predictions']);
  });

  it('may be of a kind that somebody registered', async () => {
    const seen: Connection[] = [];
    registerSource('homegrown', (connection) => {
      seen.push(connection);
      return { predictions: async () => ({ value: { likelihoods: [] }, meta: {}, leftOut: 0 }) };
    });
    expect(Object.keys(createSource({ source: 'homegrown', baseUrl: { homegrown: '/h' } }))).to.deep.equal(['predictions']);
    expect(seen[0]).to.include({ source: 'homegrown', baseUrl: '/h' });
    for (const name of ['', 'two words', ' ']) expect(() => registerSource(name, () => ({}))).to.throw(SourceError);
  });
});

describe('a source that is loaded when first needed', () => {
  const loaded: CustomerSource = { predictions: async () => ({ value: { likelihoods: [] }, meta: {}, leftOut: 0 }) };
  const { signal } = new AbortController();

  it('is loaded by its first question, once', async () => {
    let loads = 0;
    const source = lazySource(['predictions'], async () => {
      loads++;
      return loaded;
    });
    expect(Object.keys(source)).to.deep.equal(['predictions']);
    expect(loads).to.equal(0);
    await Promise.all([source.predictions?.({ id: 'ada' }, { signal }), source.predictions?.({ id: 'ada' }, { signal })]);
    expect(loads).to.equal(1);
  });

  it('that could not be loaded is unreachable, and loaded again by the next question', async () => {
    let fails = true;
    const source = lazySource(['predictions'], async () => {
      if (fails) throw new TypeError('Failed to fetch dynamically imported module');
      return loaded;
    });
    expect(await rejection(source.predictions?.({ id: 'ada' }, { signal }) ?? Promise.resolve())).to.deep.include({ kind: 'unreachable' });
    fails = false;
    expect((await source.predictions?.({ id: 'ada' }, { signal }))?.leftOut).to.equal(0);
  });

  it('does not hold up a caller who gives up', async () => {
    const caller = new AbortController();
    const source = lazySource(['predictions'], () => new Promise<never>(() => {}));
    const answer = source.predictions?.({ id: 'ada' }, { signal: caller.signal }) ?? Promise.resolve();
    caller.abort('gone');
    expect(await rejection(answer)).to.equal('gone');
  });
});
