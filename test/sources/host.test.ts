import { expect } from '@open-wc/testing';
import type { HostSource } from '../../src/model/connection.js';
import { NotEnabled, NothingThere, SourceError } from '../../src/model/source-error.js';
import { createHostSource } from '../../src/sources/host.js';
import { openPaths } from '../helpers/closed.js';
import { createWorld, rejection } from '../helpers/world.js';

const { signal } = new AbortController();

/** What reading predictions from a host ends with. */
function ask(predictions: HostSource['predictions'], id: unknown = 'ada'): Promise<unknown> {
  return createHostSource({ predictions: predictions! }).predictions?.({ id: id as string }, { signal }) ?? Promise.resolve();
}

describe("a source of the host's own", () => {
  it('may have any readers, methods of a class too, and what is none is ignored', async () => {
    class Backend {
      readonly #score = 0.5;
      predictions(): object {
        return { likelihoods: [{ action: 'open', probability: this.#score }] };
      }
    }
    const source = createHostSource(Object.assign(new Backend(), { events: 'none' as never }));
    expect(Object.keys(source)).to.deep.equal(['predictions']);
    expect((await source.predictions?.({ id: 'ada' }, { signal }))?.value.likelihoods).to.have.lengthOf(1);
  });

  it('is asked the question with a signal', async () => {
    const seen: unknown[] = [];
    await ask((query: object, options: { readonly signal: AbortSignal }) => {
      seen.push(query, options.signal instanceof AbortSignal);
      return {};
    });
    expect(seen).to.deep.equal([{ id: 'ada' }, true]);
  });

  it('is checked like any backend', async () => {
    const answer = await ask(() => ({ likelihoods: [{ action: { _$litType$: 1 }, probability: 1 }], model: { nodeType: 1 } }));
    expect(openPaths(answer)).to.deep.equal([]);
    expect(answer).to.deep.include({ value: { likelihoods: [] }, leftOut: 1 });
    expect(await rejection(ask(() => ({ meta: { customerId: 'grace' } })))).to.have.nested.property('details.reason', 'identity-mismatch');
    for (const nothing of [undefined, null, 'x', []]) expect(await rejection(ask(() => nothing))).to.have.nested.property('details.reason', 'shape');
  });

  it('keeps what it hands over: it is neither changed nor frozen', async () => {
    const body = { items: [{ id: 'e1', at: '2026-01-01T10:00:00Z', category: 'site', type: 'search', product: { id: 'p1' }, properties: { size: 'm' } }] };
    const before = structuredClone(body);
    const source = createHostSource({ events: () => body });
    const answers = [await source.events?.({ id: 'ada' } as never, { signal }), await source.events?.({ id: 'ada' } as never, { signal })];
    expect(answers[0]?.value.items).to.have.lengthOf(1);
    expect(answers[1]?.value.items).to.deep.equal(answers[0]?.value.items);
    expect(body).to.deep.equal(before);
    expect([body, body.items, body.items[0], body.items[0]?.product, body.items[0]?.properties].filter(Object.isFrozen)).to.deep.equal([]);
  });

  it('is not asked about a customer who cannot be named', async () => {
    for (const id of [42, '', '..', null]) {
      const error = await rejection(
        ask(() => {
          throw new Error('It was asked.');
        }, id),
      );
      expect(error).to.deep.include({ kind: 'config', details: { reason: 'customer-id' } });
    }
  });

  const failures: readonly [name: string, thrown: unknown, kind: string][] = [
    ['a network error', new TypeError('Failed to fetch'), 'unreachable'],
    ['an answer that was no JSON', new SyntaxError('Unexpected token < of Ada Lovelace'), 'malformed'],
    ['a status', Object.assign(new Error('Ada Lovelace'), { status: 403 }), 'forbidden'],
    ['a status of the server', { status: 503 }, 'server'],
    ['a status as text', { status: '429' }, 'rate-limited'],
    ['a word', 'Ada Lovelace', 'unreachable'],
    ['nothing', undefined, 'unreachable'],
    ['an error of ours', new SourceError('gone'), 'gone'],
  ];
  for (const [name, thrown, kind] of failures) {
    it(`that fails with ${name} is ${kind}`, async () => {
      const error = await rejection(ask(() => Promise.reject(thrown)));
      expect(error).to.be.instanceOf(SourceError).with.property('kind', kind);
      expect(`${(error as Error).message}${(error as Error).stack}`).not.to.contain('Lovelace');
    });
  }

  it('may say that there is nothing, no such customer, or no such licence', async () => {
    expect(await rejection(ask(() => Promise.reject({ status: 404 })))).to.be.instanceOf(NothingThere);
    expect(await rejection(ask(() => Promise.reject(new NotEnabled())))).to.be.instanceOf(NotEnabled);
    const profile = createHostSource({ profile: () => Promise.reject({ status: 404 }) }).profile?.({ id: 'ada' }, { signal });
    expect(await rejection(profile ?? Promise.resolve())).to.have.property('kind', 'not-found');
  });

  it('that never answers times out', async () => {
    const world = createWorld([]);
    const source = createHostSource({ predictions: () => new Promise(() => {}) }, world.surroundings);
    const answer = source.predictions?.({ id: 'ada' }, { signal: world.signal }) ?? Promise.resolve();
    queueMicrotask(world.expire);
    expect(await rejection(answer)).to.have.property('kind', 'timeout');
    expect(world.elapsed()).to.equal(30_000);
  });

  it('may save the settings for all customers, and say nothing when it is done', async () => {
    const source = createHostSource({ saveAttributeSettings: () => undefined });
    expect((await source.saveAttributeSettings?.({ visible: ['a'], editable: true }, { signal }))?.value).to.deep.equal({ visible: ['a'], editable: true });
  });
});
