import { expect } from '@open-wc/testing';
import type { GetToken } from '../../src/model/connection.js';
import { NotEnabled, NothingThere, SourceError } from '../../src/model/source-error.js';
import { Http, type HttpOptions, type Received } from '../../src/rest/http.js';
import { deferred } from '../helpers/deferred.js';
import { watchTraces } from '../helpers/traces.js';
import { createWorld, failed, json, type Reply, redirected, rejection, unreachable, type WorldOptions } from '../helpers/world.js';

const url = new URL('https://api.example.test/customers/ada/metrics');
const fine = json({ fine: true });

/** A backend that answers as told, and the client that asks it. */
function ask(replies: Reply | readonly Reply[], options: HttpOptions = {}, worldOptions: WorldOptions = {}) {
  const world = createWorld(replies, worldOptions);
  const http = new Http({ fetch: world.fetch, surroundings: world.surroundings, ...options });
  return { world, http, get: (isCustomer = false): Promise<Received> => http.get(url, { signal: world.signal, isCustomer }) };
}

/** The error a question ends with, as the contract describes it. */
async function failure(question: Promise<unknown>): Promise<SourceError> {
  const error = await rejection(question);
  if (!(error instanceof SourceError)) throw error;
  return error;
}

/** Notes something on the way to a result. */
function noting<Note, Result>(notes: Note[], note: Note, result: Result): Result {
  notes.push(note);
  return result;
}

describe('a question to the backend', () => {
  it("leaves without cache, referrer or redirects, and with the page's own cookies only (PR3)", async () => {
    const { world, get } = ask(fine);
    expect((await get()).body).to.deep.equal({ fine: true });
    const [request] = world.requests;
    expect(request).to.include({ method: 'GET', cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer', credentials: 'same-origin' });
    expect(request?.url).to.equal(url.href);
    expect(request?.headers.has('Authorization')).to.equal(false);
  });

  it('carries what must not stand in a URL as its body', async () => {
    const { world, http } = ask(fine);
    await http.post(url, { identifier: 'ada@example.test' }, { signal: world.signal });
    expect(await world.requests[0]?.json()).to.deep.equal({ identifier: 'ada@example.test' });
    expect(world.requests[0]?.headers.get('Content-Type')).to.equal('application/json');
  });

  it('gives the tag and the id of its answer', async () => {
    const { get } = ask(json({}, { headers: { ETag: '"7"', 'X-Request-Id': 'r-1' } }));
    expect(await get()).to.deep.equal({ body: {}, status: 200, etag: '"7"', requestId: 'r-1' });
  });
});

/** What each status ends as (quality.md 3, "HTTP status"), and how often it is asked. */
const statuses: readonly { status: number; kind: string; requests: number; retryable: boolean }[] = [
  { status: 300, kind: 'rejected', requests: 1, retryable: false },
  { status: 304, kind: 'rejected', requests: 1, retryable: false },
  { status: 400, kind: 'rejected', requests: 1, retryable: false },
  { status: 401, kind: 'unauthorized', requests: 1, retryable: true },
  { status: 402, kind: 'rejected', requests: 1, retryable: false },
  { status: 403, kind: 'forbidden', requests: 1, retryable: false },
  { status: 405, kind: 'rejected', requests: 1, retryable: false },
  { status: 408, kind: 'rejected', requests: 3, retryable: false },
  { status: 409, kind: 'conflict', requests: 1, retryable: true },
  { status: 410, kind: 'gone', requests: 1, retryable: false },
  { status: 412, kind: 'conflict', requests: 1, retryable: true },
  { status: 418, kind: 'rejected', requests: 1, retryable: false },
  { status: 422, kind: 'rejected', requests: 1, retryable: false },
  { status: 425, kind: 'rejected', requests: 3, retryable: false },
  { status: 429, kind: 'rate-limited', requests: 3, retryable: true },
  { status: 451, kind: 'rejected', requests: 1, retryable: false },
  { status: 500, kind: 'server', requests: 3, retryable: true },
  { status: 501, kind: 'server', requests: 1, retryable: true },
  { status: 502, kind: 'server', requests: 3, retryable: true },
  { status: 503, kind: 'server', requests: 3, retryable: true },
  { status: 504, kind: 'server', requests: 3, retryable: true },
  { status: 520, kind: 'server', requests: 3, retryable: true },
];

describe('a status', () => {
  for (const { status, kind, requests, retryable } of statuses) {
    it(`${status} is ${kind}, after ${requests === 1 ? 'one request' : `${requests} requests`} (H1, H9, H17)`, async () => {
      const { world, get } = ask(failed(status, { 'X-Request-Id': 'r-1' }));
      const error = await failure(get());
      expect(error).to.include({ kind, retryable });
      expect(error.details).to.include({ status, requestId: 'r-1' });
      expect(world.requests).to.have.lengthOf(requests);
      expect(`${error.message}${error.stack}${JSON.stringify(error)}`, "the backend's words").not.to.contain('Ada');
    });
  }

  it('404 on a customer says that there is none (H6)', async () => {
    expect(await failure(ask(failed(404)).get(true))).to.include({ kind: 'not-found', retryable: false });
  });

  it('404 on anything else says that there is nothing', async () => {
    expect(await rejection(ask(failed(404)).get())).to.be.instanceOf(NothingThere);
    expect(await rejection(ask(json({ type: 'about:blank' }, { status: 404 })).get())).to.be.instanceOf(NothingThere);
    expect(await rejection(ask(json('null', { status: 404 })).get())).to.be.instanceOf(NothingThere);
  });

  it('404 with the problem "not enabled" hides the section, on a customer too', async () => {
    const problem = json(
      { type: 'https://example.test/problems/not-enabled', title: 'No licence' },
      { status: 404, headers: { 'content-type': 'application/problem+json' } },
    );
    expect(await rejection(ask(problem).get())).to.be.instanceOf(NotEnabled);
    expect(await rejection(ask(problem).get(true))).to.be.instanceOf(NotEnabled);
  });

  it('204 says that there is nothing', async () => {
    expect(await rejection(ask(new Response(null, { status: 204 })).get())).to.be.instanceOf(NothingThere);
  });

  it('500, 500, 200 is an answer (H14)', async () => {
    const { world, get } = ask([failed(500), failed(500), fine]);
    expect((await get()).body).to.deep.equal({ fine: true });
    expect(world.naps).to.deep.equal([500, 1000]);
  });

  it('of a redirect sends neither id nor token on, and asks once (N11)', async () => {
    for (const reply of [redirected(), new Response(null, { status: 302, headers: { Location: 'https://elsewhere.example.test/' } })]) {
      const { world, get } = ask(reply, { getToken: async () => 'secret' });
      const error = await failure(get());
      expect(error.kind).to.equal('unreachable');
      expect(world.requests).to.have.lengthOf(1);
    }
  });
});

describe('between attempts', () => {
  it('waits at random below a limit that doubles (full jitter)', async () => {
    for (const random of [0, 0.25, 0.999]) {
      const { world, get } = ask(failed(500), {}, { random });
      await failure(get());
      expect(world.naps).to.deep.equal([500 * random, 1000 * random]);
    }
  });

  const start = Date.UTC(2026, 5, 1, 12);
  const at = (milliseconds: number): string => new Date(start + milliseconds).toUTCString();
  const waits: readonly { name: string; headers: Record<string, string>; wait: number }[] = [
    { name: 'seconds', headers: { 'Retry-After': '3' }, wait: 3000 },
    { name: 'no seconds', headers: { 'Retry-After': '0' }, wait: 0 },
    { name: 'more than a minute', headers: { 'Retry-After': '86400' }, wait: 60_000 },
    { name: 'a date', headers: { 'Retry-After': at(7000) }, wait: 7000 },
    { name: 'a date gone by', headers: { 'Retry-After': at(-7000) }, wait: 0 },
    { name: 'a date of a server whose clock is an hour ahead', headers: { 'Retry-After': at(3_605_000), Date: at(3_600_000) }, wait: 5000 },
    { name: 'a date of a server a year ahead that hides its clock', headers: { 'Retry-After': at(31e9) }, wait: 60_000 },
  ];
  for (const status of [429, 503]) {
    for (const { name, headers, wait } of waits) {
      it(`waits as a ${status} asks: ${name} (H10, H11)`, async () => {
        const { world, get } = ask([failed(status, headers), fine], {}, { start, random: 0 });
        await get();
        expect(world.naps).to.deep.equal([wait]);
      });
    }
  }

  it('waits as asked once, and not a little less (H10)', async () => {
    const { world, get } = ask(failed(429, { 'Retry-After': '3' }), {}, { random: 0.5 });
    const error = await failure(get());
    expect(error).to.include({ kind: 'rate-limited', retryable: true });
    expect(error.details.retryAfter).to.equal(3000);
    expect(world.requests).to.have.lengthOf(2);
    expect(world.naps[0]).to.be.within(3000, 3500);
  });

  it('waits at its own pace where the header cannot be read or understood (H13)', async () => {
    for (const headers of [{}, { 'Retry-After': 'soon' }, { 'Retry-After': '-3' }, { 'Retry-After': '' }] as Record<string, string>[]) {
      const { world, get } = ask([failed(429, headers), fine]);
      await get();
      expect(world.naps).to.deep.equal([500]);
    }
  });

  it('does not ask while nobody looks, and does not count that time (N16)', async () => {
    const shown = deferred();
    const looked = deferred();
    const { world, get } = ask([failed(500), fine], {}, { visible: () => noting([], looked.resolve(), shown.promise) });
    const answer = get();
    await looked.promise;
    expect(world.requests).to.have.lengthOf(1);
    shown.resolve();
    expect((await answer).body).to.deep.equal({ fine: true });
  });

  it('never repeats what changes something', async () => {
    for (const reply of [failed(500), failed(429, { 'Retry-After': '1' }), unreachable(), 'silence'] as const) {
      const { world, http } = ask(reply);
      await failure(http.put(url, { visible: [] }, { signal: world.signal }));
      expect(world.requests).to.have.lengthOf(1);
    }
  });

  it('repeats a search like any other question', async () => {
    const { world, http } = ask([failed(500), fine]);
    await http.post(url, { identifier: 'ada' }, { signal: world.signal });
    expect(await world.requests[1]?.json()).to.deep.equal({ identifier: 'ada' });
  });
});

describe('a network that fails', () => {
  it('is unreachable, after three attempts, whatever the cause (N1, N2, N14)', async () => {
    const { world, get } = ask(unreachable());
    expect(await failure(get())).to.include({ kind: 'unreachable', retryable: true });
    expect(world.requests).to.have.lengthOf(3);
  });

  it('is unreachable when the body is torn after a 200, and no fragment is read (N8)', async () => {
    const torn = (): Response => {
      let pulls = 0;
      const body = new ReadableStream({
        pull: (controller) => (pulls++ ? controller.error(new TypeError('network error')) : controller.enqueue(new TextEncoder().encode('{"items":[]}'))),
      });
      return new Response(body);
    };
    const { world, get } = ask(torn);
    expect((await failure(get())).kind).to.equal('unreachable');
    expect(world.requests).to.have.lengthOf(3);
  });

  it('is offline at once, without a request, when the browser knows (N3)', async () => {
    const { world, get } = ask(fine, {}, { online: () => false });
    expect(await failure(get())).to.include({ kind: 'offline', retryable: true });
    expect(world.requests).to.have.lengthOf(0);
    expect(world.naps).to.have.lengthOf(0);
  });

  it('is offline when the connection goes while a question is on its way (N4)', async () => {
    let online = true;
    const goDown = (): Response => {
      online = false;
      throw unreachable();
    };
    const { world, get } = ask(goDown, {}, { online: () => online });
    expect((await failure(get())).kind).to.equal('offline');
    expect(world.requests).to.have.lengthOf(1);
  });

  it('times out after ten seconds, asks once more, says so, and gives up after twenty (N5)', async () => {
    const { world, http } = ask('silence');
    let slow = 0;
    const error = await failure(http.get(url, { signal: world.signal, onSlow: () => slow++ }));
    expect(error).to.include({ kind: 'timeout', retryable: true });
    expect(world.requests).to.have.lengthOf(2);
    expect(slow).to.equal(1);
    expect(world.elapsed()).to.be.within(20_000, 21_000);
    expect(world.requests.every((request) => request.signal.aborted)).to.equal(true);
  });

  it('times out when the headers come but the body does not (N6)', async () => {
    const half = (): Response =>
      new Response(
        new ReadableStream({
          pull: () =>
            noting(
              [],
              queueMicrotask(() => world.expire()),
              new Promise(() => {}),
            ),
        }),
      );
    const { world, get } = ask(half);
    expect((await failure(get())).kind).to.equal('timeout');
    expect(world.requests).to.have.lengthOf(2);
  });

  it('times out although the network ignores that it is called off', async () => {
    const { get } = ask('silence', {}, { ignoresAbort: true });
    expect((await failure(get())).kind).to.equal('timeout');
  });

  it('leaves no listener behind although the body never ends, not even once it is called off', async () => {
    const traces = watchTraces();
    const { world, get } = ask(() => {
      queueMicrotask(() => world.expire());
      return new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    });
    expect((await failure(get())).kind).to.equal('timeout');
    expect(traces.left()).to.deep.equal([]);
  });

  it('ends within thirty seconds whatever happens', async () => {
    const { world, get } = ask(['silence', unreachable(), 'silence']);
    await failure(get());
    expect(world.elapsed()).to.be.at.most(30_000);
  });
});

describe('a caller who gives up', () => {
  it('gets back what he said, not an error of ours', async () => {
    for (const ignoresAbort of [false, true]) {
      const { world, get } = ask(() => new Promise<never>(() => {}), {}, { ignoresAbort });
      const question = get();
      world.abort('another customer');
      expect(await rejection(question)).to.equal('another customer');
      expect(world.requests.every((request) => request.signal.aborted)).to.equal(true);
    }
  });

  it('before asking, sends nothing', async () => {
    const { world, get } = ask(fine, { getToken: () => 'secret' });
    world.abort('gone');
    expect(await rejection(get())).to.equal('gone');
    expect(world.requests).to.have.lengthOf(0);
  });

  it('while waiting for a token, is not held up by it', async () => {
    const { world, get } = ask(fine, { getToken: () => new Promise(() => {}) });
    const question = get();
    world.abort('gone');
    expect(await rejection(question)).to.equal('gone');
  });

  it('while the page is hidden, is not held up by that', async () => {
    const { browserSurroundings } = await import('../../src/rest/surroundings.js');
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    try {
      const { world, get } = ask(failed(500), {}, { visible: (signal) => browserSurroundings.visible(signal) });
      const question = get();
      world.abort('gone');
      expect(await rejection(question)).to.equal('gone');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });
});

describe('an answer', () => {
  const malformed: readonly { name: string; body: BodyInit; reason: string }[] = [
    { name: 'in HTML, of a captive portal', body: '<!doctype html><title>Sign in</title>', reason: 'parse' },
    { name: 'without a body', body: '', reason: 'parse' },
    { name: 'with something after its end', body: '{"items":[]} {}', reason: 'parse' },
    { name: 'of several lines of JSON', body: '{"a":1}\n{"a":2}', reason: 'parse' },
    { name: 'as a script', body: 'callback({"items":[]})', reason: 'parse' },
    { name: 'cut off', body: '{"items":[{"id":"a', reason: 'parse' },
    { name: 'nested 20,000 deep in lists', body: '['.repeat(20_000) + ']'.repeat(20_000), reason: 'too-large' },
    { name: 'nested 20,000 deep in objects', body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, reason: 'too-large' },
    { name: 'nested 20,000 deep in both', body: `${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`, reason: 'too-large' },
  ];
  for (const { name, body, reason } of malformed) {
    it(`${name} is malformed (${reason}), and not asked for again`, async () => {
      const { world, get } = ask(new Response(body, { headers: { 'X-Request-Id': 'r-9' } }));
      const error = await failure(get());
      expect(error).to.include({ kind: 'malformed', retryable: true });
      expect(error.details).to.include({ reason, requestId: 'r-9' });
      expect(world.requests).to.have.lengthOf(1);
    });
  }

  it('without end is cut off at the cap, and its transfer stopped (PS10)', async () => {
    let sent = 0;
    let stopped = false;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += 1024;
            controller.enqueue(new Uint8Array(1024).fill(32));
          },
          cancel: () => {
            stopped = true;
          },
        }),
      );
    const { world, get } = ask(endless, { maxBytes: 10_000 });
    expect((await failure(get())).details.reason).to.equal('too-large');
    expect(sent).to.be.below(16_000);
    expect(stopped).to.equal(true);
    expect(world.requests).to.have.lengthOf(1);
  });

  it('that announces more than the cap is not read at all', async () => {
    const { get } = ask(() => new Response('{}', { headers: { 'Content-Length': '99999' } }), { maxBytes: 10_000 });
    expect((await failure(get())).details.reason).to.equal('too-large');
  });

  it('may begin with a byte order mark, and be split within a letter', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"name":"Zoë 𝒵"}');
    const pieces = (): Response =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    expect((await ask(pieces).get()).body).to.deep.equal({ name: 'Zoë 𝒵' });
  });
});

describe('the token', () => {
  it('is asked for once by five questions, and sent with each', async () => {
    const token = deferred<string>();
    const reasons: string[] = [];
    const { world, get } = ask(fine, { getToken: ({ reason }) => noting(reasons, reason, token.promise) });
    const questions = Array.from({ length: 5 }, () => get());
    token.resolve('first-token');
    await Promise.all(questions);
    expect(reasons).to.deep.equal(['first']);
    expect(world.requests.map(({ headers }) => headers.get('Authorization'))).to.deep.equal(Array(5).fill('Bearer first-token'));
    await get();
    expect(reasons).to.deep.equal(['first']);
  });

  it('is renewed once for five questions that were refused, and each is sent once more (H2)', async () => {
    const reasons: string[] = [];
    const backend = ({ headers }: Request): Response => (headers.get('Authorization') === 'Bearer new' ? json({ fine: true }) : failed(401));
    const getToken: GetToken = ({ reason }) => noting(reasons, reason, reason === 'first' ? 'old' : 'new');
    const { world, get } = ask(backend, { getToken });
    const answers = await Promise.all(Array.from({ length: 5 }, () => get()));
    expect(answers.map(({ body }) => body)).to.deep.equal(Array(5).fill({ fine: true }));
    expect(reasons).to.deep.equal(['first', 'renew']);
    expect(world.requests).to.have.lengthOf(10);
  });

  it('is not renewed for a question that was refused with the one before', async () => {
    const reasons: string[] = [];
    const late = deferred<Response>();
    const replies = [() => late.promise, failed(401), fine, fine];
    const { get } = ask(replies, { getToken: ({ reason }) => noting(reasons, reason, `token-${reasons.length}`) });
    const [first, second] = [get(), get()];
    await second;
    late.resolve(failed(401));
    await first;
    expect(reasons).to.deep.equal(['first', 'renew']);
  });

  it('refused again is the end, with one error for all, and without a loop (H3)', async () => {
    const reasons: string[] = [];
    const { world, get } = ask(failed(401), { getToken: ({ reason }) => noting(reasons, reason, 'same') });
    const errors = await Promise.all(Array.from({ length: 5 }, () => failure(get())));
    expect(errors[0]).to.include({ kind: 'unauthorized' });
    expect(errors[0]?.details.status).to.equal(401);
    expect(new Set(errors).size).to.equal(1);
    expect(world.requests).to.have.lengthOf(10);
    expect(reasons).to.deep.equal(['first', 'renew']);
  });

  it('of a host that failed once is asked for again by the next question', async () => {
    let fails = true;
    const { get } = ask(fine, { getToken: () => (fails ? Promise.reject(new Error('no session')) : 'fresh') });
    await failure(get());
    fails = false;
    expect((await get()).status).to.equal(200);
  });

  const useless: readonly { name: string; getToken: GetToken }[] = [
    { name: 'rejects', getToken: () => Promise.reject(new Error('secret-token')) },
    {
      name: 'throws',
      getToken: () => {
        throw new Error('secret-token');
      },
    },
    { name: 'gives an empty text', getToken: () => '' },
    { name: 'gives a text with a line break', getToken: () => 'secret-token\r\nX-Evil: 1' },
    { name: 'gives a text with a space', getToken: () => 'secret token' },
    { name: 'gives letters no header can carry', getToken: () => 'sécret-token' },
    { name: 'gives no text', getToken: () => 42 as unknown as string },
    { name: 'gives nothing', getToken: () => undefined as unknown as string },
  ];
  for (const { name, getToken } of useless) {
    it(`of a host that ${name} ends as unauthorized, without a request (H4)`, async () => {
      const { world, get } = ask(fine, { getToken });
      const error = await failure(get());
      expect(error.kind).to.equal('unauthorized');
      expect(world.requests).to.have.lengthOf(0);
      expect(`${error.message}${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.to.match(/s.cret/);
    });
  }

  it('that never comes ends as unauthorized after ten seconds (H4)', async () => {
    const { world, get } = ask(fine, {
      getToken: () =>
        noting(
          [],
          queueMicrotask(() => world.expire()),
          new Promise<never>(() => {}),
        ),
    });
    expect((await failure(get())).kind).to.equal('unauthorized');
    expect(world.elapsed()).to.equal(10_000);
    expect(world.requests).to.have.lengthOf(0);
  });

  it('is in no error, whatever goes wrong (T38)', async () => {
    for (const reply of [failed(500), failed(401), unreachable(), redirected(), new Response('<html>'), 'silence'] as const) {
      const error = await failure(ask(reply, { getToken: () => 'secret' }).get());
      expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.to.contain('secret');
    }
  });
});

describe("the host's hooks", () => {
  it('may change a request, but not loosen it', async () => {
    const { world, get } = ask(fine, { onRequest: (request) => new Request(`${request.url}?tenant=7`, { headers: { 'X-Tenant': '7' } }) });
    await get();
    expect(world.requests[0]).to.include({ cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer', url: `${url.href}?tenant=7` });
    expect(world.requests[0]?.headers.get('X-Tenant')).to.equal('7');
  });

  it('may look at a request without giving one back', async () => {
    const seen: string[] = [];
    const { get } = ask(fine, { onRequest: (request) => void seen.push(request.url) });
    await get();
    expect(seen).to.deep.equal([url.href]);
  });

  it('cannot send the token to another origin', async () => {
    const { world, get } = ask(fine, { getToken: () => 'secret', onRequest: (request) => new Request('https://elsewhere.example.test/', request) });
    expect(await failure(get())).to.deep.include({ kind: 'config', details: { reason: 'origin' } });
    expect(world.requests).to.have.lengthOf(0);
  });

  it('stop a request by failing, which is said to be theirs', async () => {
    const { world, get } = ask(fine, {
      onRequest: () => {
        throw new Error('Ada Lovelace');
      },
    });
    const error = await failure(get());
    expect(error).to.include({ kind: 'config', message: 'config: on-request' });
    expect(world.requests).to.have.lengthOf(0);
  });

  it('see a copy of each response, and spoil nothing by failing', async () => {
    const seen: unknown[] = [];
    const { get } = ask(fine, {
      onResponse: (response) => {
        seen.push(response.json());
        throw new Error('broken hook');
      },
    });
    expect((await get()).body).to.deep.equal({ fine: true });
    expect(await seen[0]).to.deep.equal({ fine: true });
  });
});

describe('saving', () => {
  it('says what it was based on, and that somebody else was faster', async () => {
    const { world, http } = ask(failed(412));
    expect((await failure(http.put(url, { visible: ['a'] }, { signal: world.signal, ifMatch: '"7"' }))).kind).to.equal('conflict');
    expect(world.requests[0]?.headers.get('If-Match')).to.equal('"7"');
    expect(await world.requests[0]?.json()).to.deep.equal({ visible: ['a'] });
  });

  it('may be answered with nothing', async () => {
    for (const reply of [new Response(null, { status: 204 }), new Response('')]) {
      const { world, http } = ask(reply);
      expect((await http.put(url, {}, { signal: world.signal })).body).to.equal(undefined);
    }
  });

  it('is an error where there is nothing to save to', async () => {
    const { world, http } = ask(failed(404));
    expect((await failure(http.put(url, {}, { signal: world.signal }))).kind).to.equal('not-found');
  });
});

describe('many questions at once', () => {
  /** A client whose every request waits for the test, and what waits. */
  function holding(options: HttpOptions = {}) {
    const left: { readonly request: Request; readonly answer: (response?: Response) => void; readonly signal: AbortSignal }[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const reply = deferred<Response>();
      left.push({ request, answer: (response = fine.clone()) => reply.resolve(response), signal: request.signal });
      return reply.promise;
    };
    const { surroundings, signal: everybody } = createWorld(fine);
    const http = new Http({ fetch, surroundings, ...options });
    const ask = (path: string, signal = everybody) => http.get(new URL(path, 'https://queue.example.test'), { signal });
    return { left, ask, paths: () => left.map(({ request }) => new URL(request.url).pathname) };
  }

  const nextTask = () => new Promise((resolve) => setTimeout(resolve));
  const until = async (holds: () => boolean) => {
    while (!holds()) await nextTask();
  };
  const names = (count: number, first = 1) => Array.from({ length: count }, (_, index) => `/${first + index}`);

  it('leave eight at a time for one origin, in the order they came, whoever asks; another origin has its own eight (HP15)', async () => {
    const [one, two] = [holding(), holding()];
    const answers = [...names(6).map((path) => one.ask(path)), ...names(6).map((path) => two.ask(path))];
    const elsewhere = names(8).map((path) => two.ask(`https://elsewhere.example.test${path}`));
    await nextTask();
    expect([one.left.length, two.left.length]).to.deep.equal([6, 2 + 8]);
    one.left[3]!.answer();
    await answers[3];
    await nextTask();
    expect(two.paths().slice(10)).to.deep.equal(['/3']);
    for (const { answer } of one.left) answer();
    await Promise.all(answers.slice(0, 6));
    await nextTask();
    expect(two.paths().slice(10)).to.deep.equal(['/3', '/4', '/5', '/6']);
    for (const { answer } of two.left) answer();
    for (const { body } of await Promise.all([...answers, ...elsewhere])) expect(body).to.deep.equal({ fine: true });
  });

  it('that are a panel’s first load leave in one task', async () => {
    const { left, ask } = holding();
    const answers = names(7).map((path) => ask(path));
    await nextTask();
    expect(left.length).to.equal(7);
    for (const { answer } of left) answer();
    await Promise.all(answers);
  });

  it('are left by whoever gives up, waiting or under way', async () => {
    const { left, ask, paths } = holding();
    const [first, waiting] = [new AbortController(), new AbortController()];
    const answers = names(8).map((path, index) => ask(path, index === 0 ? first.signal : undefined));
    const gone = ask('/gone', waiting.signal);
    const last = ask('/last');
    await nextTask();
    waiting.abort('gave up');
    expect(await rejection(gone)).to.equal('gave up');
    await nextTask();
    expect(paths()).to.deep.equal(names(8));
    first.abort('gave up');
    expect(await rejection(answers[0]!)).to.equal('gave up');
    await nextTask();
    expect(paths()).to.deep.equal([...names(8), '/last']);
    for (const { answer } of left) answer();
    await Promise.all([...answers.slice(1), last]);
  });

  it('all come to their answers where the token has to be renewed and the backend is busy', async () => {
    let renewals = 0;
    const busy = new Set<string>();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      await nextTask();
      if (request.headers.get('Authorization') !== 'Bearer renewed') return failed(401);
      if (busy.has(request.url)) return fine.clone();
      busy.add(request.url);
      return failed(503);
    };
    const getToken: GetToken = async ({ reason }) => {
      await nextTask();
      if (reason === 'first') return 'first';
      renewals++;
      return 'renewed';
    };
    const { ask } = holding({ fetch, getToken });
    const answers = await Promise.all(names(40).map((path) => ask(path)));
    expect(answers.map(({ body }) => body)).to.deep.equal(names(40).map(() => ({ fine: true })));
    expect(renewals).to.equal(1);
  });

  it('have their whole time from the moment they leave', async () => {
    let time = 0;
    const limits: number[] = [];
    const { surroundings } = createWorld(fine);
    const sleep = (milliseconds: number) => {
      limits.push(milliseconds);
      return new Promise<never>(() => {});
    };
    const { left, ask } = holding({ surroundings: { ...surroundings, now: () => time, sleep } });
    const answers = names(9).map((path) => ask(path));
    await nextTask();
    time += 60_000;
    left[0]!.answer();
    await until(() => left.length === 9);
    expect(limits).to.deep.equal(names(9).map(() => 10_000));
    for (const { answer } of left) answer();
    await Promise.all(answers);
  });
});
