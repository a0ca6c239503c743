import { expect } from '@open-wc/testing';
import type { CustomerSource, ReadOptions } from '../../src/model/customer-source.js';
import { addDays, type Instant, type PlainDay } from '../../src/model/day.js';
import type { Answer } from '../../src/model/resource.js';
import { NothingThere, SourceError } from '../../src/model/source-error.js';
import type { Surroundings } from '../../src/rest/surroundings.js';
import { openPaths } from '../helpers/closed.js';
import { createWorld, failed, json, type Reply, rejection, unreachable, type World, type WorldOptions } from '../helpers/world.js';

type ReaderName = keyof CustomerSource;

/** How to set one kind of source before its backend, and what to ask it. */
export interface SourceFlavour {
  /** A source that asks over this network and lives by this clock. */
  readonly create: (world: { readonly fetch: typeof fetch; readonly surroundings: Surroundings }) => CustomerSource;
  /** Answers well. */
  readonly network: (request: Request) => Promise<Response>;
  /** Answers each question with what belongs to somebody else. */
  readonly strangers: (request: Request) => Promise<Response>;
  /** The readers it must have, and no other. */
  readonly readers: readonly ReaderName[];
  readonly id: string;
  readonly identifier?: string;
  readonly communicationId?: string;
  readonly fieldKey?: string;
  readonly from: PlainDay;
  readonly to: PlainDay;
}

/** What every source promises to the elements, whichever backend stands behind it. */
export function describeSource(name: string, flavour: SourceFlavour): void {
  const { create, readers, id, from, to } = flavour;
  const range = { from, to, timeZone: 'UTC', today: to };

  /** A question each reader can answer. */
  const queries: Partial<Record<ReaderName, object>> = {
    search: { identifier: flavour.identifier ?? id },
    profile: { id },
    field: { id, key: flavour.fieldKey },
    attributeSettings: {},
    metrics: { id, ...range },
    impact: { id, ...range },
    activity: { id, ...range },
    events: { id, ...range },
    proof: { id, communicationId: flavour.communicationId },
    campaigns: { id, ...range },
    predictions: { id },
  };
  const asked = readers.filter((reader) => reader in queries);
  const ofCustomer = asked.filter((reader) => 'id' in (queries[reader] ?? {}));

  /** A source before a backend that answers like this. */
  function before(reply: Reply, options?: WorldOptions): { readonly source: CustomerSource; readonly world: World } {
    const world = createWorld(reply, options);
    return { source: create(world), world };
  }

  function read(source: CustomerSource, reader: ReaderName, world: World, members: object = {}): Promise<Answer<unknown>> {
    const ask = source[reader] as ((query: object, options: ReadOptions) => Promise<Answer<unknown>>) | undefined;
    if (!ask) throw new Error(`${name} has no reader ${reader}.`);
    return ask({ ...queries[reader], ...members }, { signal: world.signal });
  }

  describe(`the source ${name}`, () => {
    it('has its readers and no others, so that sections without data are not shown', () => {
      expect(Object.keys(before(flavour.network).source).sort()).to.deep.equal([...readers].sort());
    });

    for (const reader of asked) {
      it(`gives ${reader} whole, checked and closed`, async () => {
        const { source, world } = before(flavour.network);
        const answer = await read(source, reader, world);
        expect(openPaths(answer)).to.deep.equal([]);
        expect(answer.leftOut).to.equal(0);
        expect([undefined, id]).to.include(answer.meta.customerId);
        // Lists rely on it: to look through a hundred thousand records again takes longer than to draw them.
        const { items = [] } = answer.value as { readonly items?: readonly { readonly id: string }[] };
        expect(new Set(items.map((item) => item.id)).size).to.equal(items.length);
      });

      it(`gives ${reader} back to a caller who gives up, with what he said`, async () => {
        const { source, world } = before(() => new Promise<never>(() => {}));
        const answer = read(source, reader, world);
        world.abort('another customer');
        expect(await rejection(answer)).to.equal('another customer');
      });
    }

    for (const reader of ofCustomer) {
      it(`refuses ${reader} of somebody else`, async () => {
        const { source, world } = before(flavour.strangers);
        const error = await rejection(read(source, reader, world));
        expect(error).to.be.instanceOf(SourceError).with.property('kind', 'malformed');
        expect(error).to.have.nested.property('details.reason', 'identity-mismatch');
      });

      it(`asks nobody for ${reader} of an id that would name somebody else`, async () => {
        for (const wrong of ['', '.', '..', '\ud800', 1111113001034507, null, undefined, { toString: () => id }]) {
          const { source, world } = before(flavour.network);
          expect(await rejection(read(source, reader, world, { id: wrong }))).to.deep.include({ kind: 'config', details: { reason: 'customer-id' } });
          expect(world.requests).to.have.lengthOf(0);
        }
      });
    }

    const failures: readonly { name: string; reply: Reply; kind: string; reason?: string }[] = [
      { name: '401', reply: failed(401), kind: 'unauthorized' },
      { name: '403', reply: failed(403), kind: 'forbidden' },
      { name: '410', reply: failed(410), kind: 'gone' },
      { name: '422', reply: failed(422), kind: 'rejected' },
      { name: '429', reply: failed(429), kind: 'rate-limited' },
      { name: '500', reply: failed(500), kind: 'server' },
      { name: 'nobody there', reply: unreachable(), kind: 'unreachable' },
      { name: 'HTML', reply: new Response('<!doctype html>'), kind: 'malformed', reason: 'parse' },
      { name: 'an error as an answer', reply: json({ error: { message: 'x' } }), kind: 'malformed', reason: 'backend' },
      { name: 'a number', reply: json(42), kind: 'malformed', reason: 'shape' },
    ];
    for (const failure of failures) {
      it(`says that a backend that answers ${failure.name} is ${failure.kind}, for each reader`, async () => {
        for (const reader of asked) {
          const { source, world } = before(failure.reply);
          const error = await rejection(read(source, reader, world));
          if (!(error instanceof SourceError)) throw error;
          expect(error.kind, reader).to.equal(failure.kind);
          if (failure.reason) expect(error.details.reason, reader).to.equal(failure.reason);
        }
      });
    }

    if (readers.includes('profile')) {
      it('knows a customer who does not exist from one about whom there is nothing', async () => {
        for (const reader of asked) {
          const { source, world } = before(failed(404));
          const error = await rejection(read(source, reader, world));
          if (reader === 'profile') expect(error).to.be.instanceOf(SourceError).with.property('kind', 'not-found');
          else expect(error, reader).to.be.instanceOf(NothingThere);
        }
      });
    }

    if (readers.includes('events')) {
      for (const order of ['desc', 'asc'] as const) {
        it(`gives every event once, ${order === 'desc' ? 'newest' : 'oldest'} first, page after page`, async () => {
          const { source, world } = before(flavour.network);
          const times: (Instant | null)[] = [];
          const ids = new Set<string>();
          let cursor: string | undefined;
          do {
            const page = await source.events?.({ id, ...range, order, limit: 40, ...(cursor !== undefined && { cursor }) }, { signal: world.signal });
            for (const event of page?.value.items ?? []) {
              times.push(event.at);
              ids.add(event.id);
            }
            cursor = page?.value.nextCursor;
          } while (cursor !== undefined);
          expect(times).to.not.be.empty;
          expect(ids.size).to.equal(times.length);
          const known = times.filter((at) => at !== null);
          expect(known).to.deep.equal([...known].sort((left, right) => (order === 'desc' ? right - left : left - right)));
          expect(times.slice(0, known.length), 'unknown times at the end').to.deep.equal(known);
        });
      }

      it('gives events of the days asked for, and no others', async () => {
        const { source, world } = before(flavour.network);
        const day = addDays(to, -30);
        const page = await source.events?.({ id, ...range, from: day, to: addDays(day, 20) }, { signal: world.signal });
        for (const { at } of page?.value.items ?? []) expect(at).to.be.within(Date.parse(`${day}T00:00:00Z`), Date.parse(`${addDays(day, 21)}T00:00:00Z`) - 1);
      });
    }

    if (readers.includes('campaigns')) {
      it('gives every decision once, newest first', async () => {
        const { source, world } = before(flavour.network);
        const items = (await source.campaigns?.({ id, ...range }, { signal: world.signal }))?.value.items ?? [];
        expect(items).to.not.be.empty;
        expect(new Set(items.map((item) => item.id)).size).to.equal(items.length);
        const days = items.flatMap(({ executionDate }) => executionDate ?? []);
        expect(days).to.deep.equal([...days].sort().reverse());
      });
    }

    if (readers.includes('impact')) {
      it('gives impact with its days once, in order, and every column beside them', async () => {
        const { source, world } = before(flavour.network);
        const impact = (await source.impact?.({ id, ...range }, { signal: world.signal }))?.value;
        const dates = impact?.dates ?? [];
        expect(dates).to.deep.equal([...new Set(dates)].sort());
        for (const { values } of impact?.kpis ?? []) expect(values).to.have.lengthOf(dates.length);
      });
    }

    it('says that it is offline when the browser knows', async () => {
      for (const reader of asked) {
        const { source, world } = before(unreachable(), { online: () => false });
        expect(await rejection(read(source, reader, world)), reader).to.have.property('kind', 'offline');
      }
    });
  });
}
