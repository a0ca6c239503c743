// What only a real server on a second origin shows: what browsers hide from a page, how connections end, and what arrives there.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startBackend } from './backend.js';
import { openBrowser, textOf, until, visit } from './browser.js';
import { startSite } from './site.js';

const body = JSON.stringify({ predictedClv: { value: { amount: '71717', currency: 'USD' } }, likelihoods: [] });
const json = { 'content-type': 'application/json' };

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {() => boolean} holds */
async function soon(holds) {
  for (const end = Date.now() + 30_000; !holds(); await pause(10)) if (Date.now() > end) throw new Error(`Not within 30 seconds: ${holds}`);
}

// Back-off is at random; half of the most it may be, so that "at its own pace" can be told from "at once".
const script = `import { configure } from '/cdn/c360.js';
Math.random = () => 0.5;
configure({ now: () => new Date('2017-12-31T12:00:00Z'), timeZone: 'UTC' });
globalThis.heard = [];
for (const type of ['c360-load', 'c360-error']) addEventListener(type, ({ detail }) => heard.push(detail));`;

describe('a backend on another origin', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  /** @type {import('./backend.js').Backend} */
  let backend;
  /** @type {import('./backend.js').Backend} */
  let elsewhere;
  /** @type {import('puppeteer-core').Page} */
  let page;
  before(async () => {
    site = await startSite({ '/page.js': { body: script, type: 'text/javascript' } });
    [browser, backend, elsewhere] = await Promise.all([openBrowser(), startBackend(site.origin), startBackend(site.origin)]);
    site.serve({
      '/page': { html: '<!doctype html><html lang="en"><title>Network</title><body><script type="module" src="/page.js"></script></body></html>' },
    });
    ({ page } = await visit(browser, `${site.origin}/page?session=of-the-host`));
    await until(page, () => 'heard' in globalThis);
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close(), backend?.close(), elsewhere?.close()]);
  });

  /**
   * Shows a section whose backend answers like this, and what the host heard when it is at rest.
   *
   * @param {import('./backend.js').Answer} answer
   * @param {{origin?: string, tag?: string, waits?: boolean}} [options]
   */
  async function show(answer, { origin = backend.origin, tag = 'c360-predictions', waits = true } = {}) {
    backend.answers(answer);
    await page.evaluate(
      (name, address) => {
        /** @type {any} */ (globalThis).heard.length = 0;
        document.querySelector('[base-url]')?.remove();
        const element = document.createElement(name);
        element.setAttribute('base-url', address);
        element.setAttribute('customer-id', 'alfaq');
        // It belongs to this backend, so the page's would not be sent.
        Object.assign(element, { getToken: async () => 'the-token' });
        document.body.append(element);
      },
      tag,
      `${origin}/api`,
    );
    if (waits) await until(page, () => /** @type {any} */ (globalThis).heard.length > 0);
    return { heard: await page.evaluate(() => /** @type {any} */ (globalThis).heard), text: await textOf(page) };
  }

  /** @param {object} detail @param {object} expected */
  const includes = (detail, expected) => assert.deepEqual({ ...detail, ...expected }, detail);

  it('is asked for the customer in the path alone, with the token, without a referrer, a cookie or a word of the page (PR2, PR3)', async () => {
    const { heard, text } = await show((_, response) => void response.writeHead(200, json).end(body));
    assert.match(text, /71,717/);
    includes(heard[0], { status: 'ready' });
    const [{ url, headers } = assert.fail()] = backend.asked;
    assert.equal(url.pathname + url.search, '/api/customers/alfaq/predictions');
    assert.equal(headers.authorization, 'Bearer the-token');
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
  });

  it('that refuses the connection cannot be reached, after three attempts (N1)', async () => {
    const gone = await startBackend();
    await gone.close();
    const { heard, text } = await show(() => {}, { origin: gone.origin });
    includes(heard[0], { kind: 'unreachable', retryable: true });
    assert.match(text, /Can't reach the server/);
  });

  it('that does not allow this origin looks the same, and no cause is claimed (N2)', async () => {
    const closed = await startBackend();
    try {
      const { heard, text } = await show(() => {}, { origin: closed.origin });
      includes(heard[0], { kind: 'unreachable' });
      assert.match(text, /Can't reach the server/);
      assert.deepEqual(closed.asked, []);
    } finally {
      await closed.close();
    }
  });

  it('that cuts its answer off after a 200 gave none: no fragment is read (N8)', async () => {
    const { heard, text } = await show((_, response) => {
      response.writeHead(200, { ...json, 'content-length': String(body.length + 10) });
      response.write(body, () => response.socket?.destroy());
    });
    includes(heard[0], { kind: 'unreachable' });
    assert.doesNotMatch(text, /71,717/);
    assert.equal(backend.asked.length, 3);
  });

  it('that resets the connection at first is asked again (N1)', async () => {
    const { text } = await show((_, response, earlier) =>
      earlier < 1 ? void response.socket?.resetAndDestroy() : void response.writeHead(200, json).end(body),
    );
    assert.match(text, /71,717/);
  });

  it('that answers in drops is waited for and read whole (N6)', async () => {
    const { text } = await show(async (_, response) => {
      response.writeHead(200, json);
      for (const letter of body) {
        response.write(letter);
        await pause(1);
      }
      response.end();
    });
    assert.match(text, /71,717/);
    assert.equal(backend.asked.length, 1);
  });

  /** @type {import('./backend.js').Answer} */
  const busyOnce = (_, response, earlier) =>
    void (earlier ? response.writeHead(200, json).end(body) : response.writeHead(429, { 'retry-after': '1', 'x-request-id': 'r-1' }).end());
  const gap = () => (backend.asked[1]?.at ?? 0) - (backend.asked[0]?.at ?? 0);

  it('whose Retry-After the page may not read is asked again at an own pace, not at once (H13)', async () => {
    await show(busyOnce);
    assert.ok(gap() > 200 && gap() < 1000, `${gap()} ms`);
  });

  it('whose Retry-After the page may read is given that time (H10)', async () => {
    await show((request, response, earlier) => {
      response.setHeader('access-control-expose-headers', 'Retry-After, X-Request-Id');
      return busyOnce(request, response, earlier);
    });
    assert.ok(gap() >= 1000, `${gap()} ms`);
  });

  it('has its id of a failed request told, where the page may read it', async () => {
    for (const exposed of [true, false]) {
      const { heard } = await show((_, response) => {
        if (exposed) response.setHeader('access-control-expose-headers', 'X-Request-Id');
        response.writeHead(422, { 'x-request-id': 'r-1' }).end();
      });
      assert.equal(heard[0].requestId, exposed ? 'r-1' : undefined);
    }
  });

  it('that sends on to somewhere else is not followed: neither token nor id arrives there (N11)', async () => {
    elsewhere.answers((_, response) => void response.writeHead(200, json).end(body));
    const { heard } = await show((request, response) => void response.writeHead(302, { location: `${elsewhere.origin}${request.url}` }).end());
    includes(heard[0], { kind: 'unreachable', reason: 'redirect' });
    assert.equal(backend.asked.length, 1);
    assert.deepEqual(elsewhere.asked, []);
  });

  it('is told at once that nobody waits any more: by another customer, and by an element that goes (L1, L8)', async () => {
    await show(() => {}, { waits: false });
    await soon(() => backend.asked.length > 0);
    await page.evaluate(() => document.querySelector('[base-url]')?.setAttribute('customer-id', 'bravq'));
    assert.equal(await backend.asked[0]?.end, 'aborted');
    await soon(() => backend.asked.length > 1);
    await page.evaluate(() => document.querySelector('[base-url]')?.remove());
    assert.equal(await backend.asked[1]?.end, 'aborted');
    assert.deepEqual(
      backend.asked.map(({ url }) => url.pathname),
      ['/api/customers/alfaq/predictions', '/api/customers/bravq/predictions'],
    );
  });

  it('is asked anew every time, whatever it allows caches to keep (PR9)', async () => {
    await show((_, response) => void response.writeHead(200, { ...json, 'cache-control': 'max-age=3600', etag: '"1"' }).end(body));
    await page.evaluate(() => /** @type {any} */ (document.querySelector('[base-url]')).refresh());
    await until(page, () => /** @type {any} */ (globalThis).heard.length > 1);
    assert.equal(backend.asked.length, 2);
    assert.equal(backend.asked[1]?.headers['if-none-match'], undefined);
  });

  it('that sends without end, or more than it seems, is stopped at the cap (PS10)', async () => {
    const megabyte = Buffer.alloc(1 << 20, ' ');
    const endless = await show((_, response) => {
      response.writeHead(200, json);
      const more = () => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', more);
      more();
    });
    includes(endless.heard[0], { kind: 'malformed', reason: 'too-large' });
    assert.equal(await backend.asked[0]?.end, 'aborted');
    const small = gzipSync(Buffer.alloc(64 << 20, ' '));
    const bomb = await show((_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(small));
    includes(bomb.heard[0], { kind: 'malformed', reason: 'too-large' });
    assert.match(bomb.text, /too large/);
  });

  it('gives pictures, too, without learning from which page (PR3)', async () => {
    const customer = { id: 'alfaq', displayName: 'Dana Rivers', identifiers: [], avatarUrl: `${backend.origin}/face.png` };
    await show(
      (request, response) =>
        void (request.url?.endsWith('alfaq')
          ? response.writeHead(200, json).end(JSON.stringify({ customer, fields: [], values: {} }))
          : response.writeHead(404).end()),
      {
        tag: 'c360-profile',
      },
    );
    await soon(() => backend.asked.some(({ url }) => url.pathname === '/face.png'));
    for (const { headers } of backend.asked) assert.equal(headers.referer, undefined);
  });
});
