import { expect } from '@open-wc/testing';
import { DOCUMENTED_ID, SCENARIOS } from '../../mocks/index.js';
import { readAnswer } from '../../src/rest/answer.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';
import { createAsk, SIX_MONTHS } from './ask.js';

const EVENTS = `/customers/{id}/events?${SIX_MONTHS}`;

function asking(scenario: string) {
  const { ask } = createAsk({ scenario });
  return (path = EVENTS, init?: RequestInit) => ask(path, DOCUMENTED_ID, init);
}

/** What comes of a question whose answer is read as it arrives: its status, or the name of what it failed with. */
async function outcome(promise: Promise<Response>): Promise<number | string> {
  try {
    const { body, status } = await promise;
    const reader = body?.getReader();
    for (let isDone = !reader; !isDone; ) isDone = (await reader?.read())?.done ?? true;
    return status;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe('a scenario', () => {
  const statuses = {
    'not-found': 404,
    'not-enabled': 404,
    unauthorized: 401,
    forbidden: 403,
    conflict: 409,
    gone: 410,
    rejected: 422,
    'rate-limited': 429,
    server: 500,
  } as const;
  for (const [name, status] of Object.entries(statuses))
    it(`answers ${status} when it is "${name}"`, async () => expect(await outcome(asking(name)())).to.equal(status));

  it('fails as the network does when nothing can be reached, and when the answer is cut off', async () => {
    expect(await outcome(asking('unreachable')())).to.equal('TypeError');
    expect(await outcome(asking('truncated')())).to.equal('TypeError');
  });

  it('recovers at the third try, or fails only from the second on', async () => {
    const recovers = asking('recovers');
    expect([await outcome(recovers()), await outcome(recovers()), await outcome(recovers())]).to.deep.equal([500, 500, 200]);
    const fails = asking('fails-later');
    expect([await outcome(fails()), await outcome(fails())]).to.deep.equal([200, 503]);
  });

  it('lets a renewed token in and the old one not', async () => {
    const ask = asking('token-expired');
    const withToken = (token: string) => outcome(ask(EVENTS, { headers: { authorization: `Bearer ${token}` } }));
    expect([await withToken('old'), await withToken('old'), await withToken('new')]).to.deep.equal([401, 401, 200]);
  });

  it('can be played on one resource and leaves the others alone', async () => {
    const ask = asking('server:impact forbidden:events');
    expect([await outcome(ask(`/customers/{id}/impact?${SIX_MONTHS}`)), await outcome(ask()), await outcome(ask('/customers/{id}'))]).to.deep.equal([
      500, 403, 200,
    ]);
  });

  it('breaks one record and no more', async () => {
    const ask = asking('one-bad-record');
    for (const [resource, path] of [
      ['events', EVENTS],
      ['campaigns', `/customers/{id}/campaigns?${SIX_MONTHS}`],
      ['activity', `/customers/{id}/activity?${SIX_MONTHS}`],
      ['impact', `/customers/{id}/impact?${SIX_MONTHS}`],
      ['profile', '/customers/{id}'],
      ['predictions', '/customers/{id}/predictions'],
    ] as const) {
      expect(readAnswer<unknown>(RESOURCES[resource], await (await ask(path)).json(), { id: DOCUMENTED_ID }).leftOut, resource).to.equal(1);
    }
  });

  it('gives the same answer when it comes in drops', async () => {
    const [whole, drops] = await Promise.all([asking('normal')(), asking('drip')()]);
    expect(await drops.text()).to.equal(await whole.text());
  });

  it('hides where a redirect went', async () => {
    const { type, status } = await asking('redirect')(EVENTS, { redirect: 'manual' });
    expect({ type, status }).to.deep.equal({ type: 'opaqueredirect', status: 0 });
  });

  it('stops when the question is withdrawn, before the answer and within it', async () => {
    for (const name of ['never', 'stalls']) {
      const controller = new AbortController();
      const promise = outcome(asking(name)(EVENTS, { signal: controller.signal }));
      controller.abort();
      expect(await promise, name).to.equal('AbortError');
    }
  });

  it('has a name everybody can choose by', () => expect(new Set(SCENARIOS).size).to.be.greaterThan(20));
});
