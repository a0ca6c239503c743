// `npx c360-elements check`, against the mocked backend as it is, and against one that does nearly everything wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { CUSTOMER, startSite } from '../kit/site.js';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const FRAME = ['--customer', CUSTOMER, '--time-frame', '2017-07-01/2017-12-31'];
const ORIGIN = 'https://crm.example.com';
const TOKEN = 'secret-of-the-session';

const command = await import(pathToFileURL(join(process.cwd(), 'dist/check/command.js')).href);

/** Runs the program as npx would. @param {readonly string[]} args */
async function started(args) {
  const env = { ...process.env, C360_TOKEN: TOKEN };
  const ended = promisify(execFile)(process.execPath, [bin['c360-elements'], ...args], { env, timeout: 30_000 });
  const { stdout, stderr, code } = await ended.then(
    (done) => ({ ...done, code: 0 }),
    (/** @type {any} */ failed) => failed,
  );
  assert.equal(stderr, '');
  return { output: stdout, code };
}

/** What the program would say and end with. @param {readonly string[]} args @returns {Promise<{output: string, code: number}>} */
async function run(args) {
  const { output, ok } = await command.run(args, { C360_TOKEN: TOKEN });
  assert.ok(!output.includes(TOKEN), 'the token is never shown');
  return { output, code: ok ? 0 : 1 };
}

/** The report of each resource. @param {readonly string[]} args */
async function report(args) {
  const { output, code } = await run([...args, '--json']);
  const { ok, resources } = JSON.parse(output);
  assert.equal(code, ok ? 0 : 1);
  return Object.fromEntries(resources.map((/** @type {{resource: string}} */ one) => [one.resource, one]));
}

/** Nobody may read this in a report: it stands where a backend would have a person's name. */
const CANARY = 'Nina Nobody';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {any} body
 */

/** What the bad backend does to the good one's answers, by the end of the path. @type {Readonly<Record<string, (answer: Answer) => void>>} */
const faults = {
  [CUSTOMER]: ({ body }) => {
    body.fields[3].type = 'colour';
    body.fields[4].key = '';
    body.customer.consents = CANARY;
    body.customer.displayname = CANARY;
  },
  metrics: ({ body }) => Object.assign(body, { meta: { customerId: 'somebody-else' } }),
  impact: (answer) => Object.assign(answer, { status: 500, body: { detail: CANARY } }),
  activity: (answer) => Object.assign(answer, { status: 404, body: {} }),
  events: ({ body }) => {
    for (const index of [2, 5, 7]) delete body.items[index].id;
    body.items[9].at = CANARY;
    body.items[9].value = { amount: 'ten' };
    body.items[11].category = CANARY;
  },
  campaigns: ({ body, headers }) => {
    delete body.meta;
    delete headers['cache-control'];
    headers['content-type'] = 'text/html';
  },
  predictions: (answer) => Object.assign(answer, { status: 404, body: { type: 'https://errors.example.com/not-enabled' } }),
  search: (answer) => Object.assign(answer, { body: { results: [CANARY] } }),
  'attribute-settings': (answer) => Object.assign(answer, { body: `<p>${CANARY}</p>` }),
};

describe('npx c360-elements check', () => {
  /** @type {import('../kit/site.js').Site} */
  let good;
  /** @type {import('../kit/site.js').Site} */
  let open;
  /** @type {import('node:http').Server} */
  let bad;
  let badBase = '';
  before(async () => {
    good = await startSite();
    open = await startSite({}, { allow: ORIGIN });
    bad = createServer(async ({ url = '', method = 'GET' }, response) => {
      const path = url.split('?')[0] ?? '';
      const given = await fetch(good.origin + url, { method, ...(method === 'POST' && { body: JSON.stringify({ identifier: CUSTOMER }) }) });
      const answer = { status: given.status, headers: Object.fromEntries(given.headers), body: await given.json() };
      faults[path.split('/').at(-1) ?? '']?.(answer);
      delete answer.headers['content-length'];
      response.writeHead(answer.status, answer.headers).end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
    await new Promise((resolve) => bad.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = bad.address();
    badBase = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api`;
  });
  after(async () => {
    bad.closeAllConnections();
    await Promise.all([good.close(), open.close(), new Promise((resolve) => bad.close(resolve))]);
  });

  it('asks a good backend for every resource, with the token, and ends with 0', async () => {
    const { output, code } = await started(['check', `${good.origin}/api?key=kept-to-itself`, ...FRAME, '--header', 'X-Tenant: north']);
    assert.match(output, /^right +events +GET \/customers\/\{id\}\/events: 200 in \d+ ms\n +records: 100, more to come$/m);
    assert.match(output, /^11 right, 0 missing, 0 wrong, 0 not asked$/m);
    assert.ok(!output.includes(TOKEN) && !output.includes('kept-to-itself'), 'neither the token nor what stands in the query is shown');
    assert.equal(code, 0);
    assert.equal(good.asked.length, 12, 'eleven resources, and the second page of the events');
    assert.deepEqual([...new Set(good.heads.map((heads) => `${heads.authorization} ${heads['x-tenant']}`))], [`Bearer ${TOKEN} north`]);
  });

  it('tells of a bad one what is wrong in each resource, where, and what it costs, but no value of anybody', async () => {
    const { profile, metrics, impact, activity, events, campaigns, predictions, search, attributeSettings, field, proof } = await report([
      'check',
      badBase,
      ...FRAME,
    ]);
    const verdict = (/** @type {{verdict: string, wrong: readonly string[]}} */ { verdict: found, wrong }) => [found, ...wrong];
    assert.deepEqual(verdict(profile), [
      'wrong',
      'customer.consents is a text, not a list: left out',
      'fields[].key is a blank text, not an id: a text, or an integer with all its digits (fields[4].key): left out',
      'fields[].type is a text, not one of text, number, integer, money, percent, boolean, date, instant, email, phone, url, category (fields[3].type): not shown',
    ]);
    assert.deepEqual(profile.notes, ['customer has a member "displayname", which the contract does not know']);
    assert.deepEqual(verdict(metrics), [
      'wrong',
      'the answer is about another customer than the one asked for (meta.customerId or customer.id), and is refused',
    ]);
    assert.deepEqual(verdict(impact), ['wrong', 'it fails (500)']);
    assert.deepEqual(verdict(activity), ['missing']);
    assert.match(events.summary, /left out: 3/);
    assert.deepEqual(verdict(events).slice(0, 4), [
      'wrong',
      'items[].id is missing (3 times, first items[2].id): left out',
      'items[].at is a text, not an instant, RFC 3339 with offset (items[9].at): not shown',
      'items[].value.amount is a text, not a decimal, as text or number (items[9].value.amount): not shown',
    ]);
    assert.deepEqual(events.notes, [
      'items[].category is none of the documented words: site, email, message, purchase, journey, bonus, custom (items[11].category)',
    ]);
    assert.deepEqual(verdict(campaigns), ['wrong', 'Cache-Control: no-store is missing, so the answer may stay on a disk']);
    assert.deepEqual(campaigns.notes, [
      'no meta.customerId, so nobody can tell whether the answer is about this customer',
      'Content-Type is not application/json',
    ]);
    assert.deepEqual(verdict(predictions), ['missing']);
    assert.match(predictions.summary, /not enabled/);
    assert.deepEqual(verdict(search), [
      'wrong',
      "the answer has not the contract's shape: items cannot be read",
      'items is missing: the whole answer is refused',
    ]);
    assert.deepEqual(verdict(attributeSettings), ['wrong', 'the answer is no JSON']);
    assert.deepEqual([field.verdict, proof.verdict], ['right', 'right']);
    const { output, code } = await run(['check', badBase, ...FRAME]);
    assert.match(output, /^2 right, 2 missing, 7 wrong, 0 not asked$/m);
    assert.equal(code, 1);
    assert.ok(!output.includes(CANARY) && !JSON.stringify([profile, events, search]).includes(CANARY));
  });

  it('asks as a page of another origin, preflight included, and says which header is missing', async () => {
    const refused = await report(['check', `${good.origin}/api`, ...FRAME, '--origin', `${ORIGIN}/some/page`]);
    for (const { wrong } of Object.values(refused)) assert.deepEqual(wrong[0], `CORS: Access-Control-Allow-Origin does not allow ${ORIGIN}`);
    const allowed = await report(['check', `${open.origin}/api`, ...FRAME, '--origin', ORIGIN]);
    assert.deepEqual(allowed['events'].wrong, []);
    assert.deepEqual(allowed['events'].notes, ['CORS: Access-Control-Expose-Headers lacks Retry-After, X-Request-Id']);
    assert.deepEqual(allowed['attributeSettings'].wrong, ['CORS: Access-Control-Allow-Headers lacks if-match']);
    const { output } = await run(['check', `${open.origin}/api`, ...FRAME, '--origin', ORIGIN, '--header', 'X-Tenant: north']);
    assert.match(output, /^every answer\n +✗ CORS: Access-Control-Allow-Headers lacks x-tenant$/m);
  });

  it('finds nothing wrong with what the README says about other origins', async () => {
    const { allowPages } = await import(pathToFileURL(join(process.cwd(), 'demo/recipes/cors.mjs')).href);
    const server = createServer((request, response) =>
      allowPages(request, response, async () => {
        const { method = 'GET', url = '' } = request;
        const given = await fetch(good.origin + url, { method, ...(method === 'POST' && { body: JSON.stringify({ identifier: CUSTOMER }) }) });
        const own = Object.fromEntries(['content-type', 'etag'].flatMap((name) => (given.headers.has(name) ? [[name, given.headers.get(name) ?? '']] : [])));
        response.writeHead(given.status, own).end(await given.text());
      }),
    );
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api`;
    const allowed = await report(['check', base, ...FRAME, '--origin', ORIGIN]);
    const refused = await report(['check', base, ...FRAME, '--origin', 'https://other.example.com']);
    server.closeAllConnections();
    server.close();
    assert.deepEqual(
      Object.values(allowed).flatMap(({ wrong, notes }) => [...wrong, ...notes]),
      [],
    );
    assert.match(refused['profile'].wrong[0], /does not allow https:\/\/other\.example\.com/);
  });

  it('knows a customer who is not there and an address where nobody is', async () => {
    const { profile, events } = await report(['check', `${good.origin}/api`, '--customer', 'nobody']);
    assert.match(profile.wrong[0], /no such customer/);
    assert.equal(events.verdict, 'missing');
    const { profile: away } = await report(['check', 'http://127.0.0.1:9/api', '--customer', 'nobody']);
    assert.match(away.wrong[0], /nobody answers/);
  });

  it('explains itself, and refuses what it cannot ask with', async () => {
    assert.equal((await started([])).code, 1);
    assert.match((await run(['--help'])).output, /npx c360-elements check <base-url> --customer <id>/);
    for (const [args, words] of /** @type {const} */ ([
      [['check', good.origin], /--customer is missing/],
      [['check', '/api', '--customer', '1'], /base URL is no http\(s\) address/],
      [['look', good.origin, '--customer', '1'], /Say: check/],
      [['check', good.origin, '--customer', '1', '--time-frame', 'lately'], /--time-frame is none/],
      [['check', good.origin, '--customer', '1', '--header', TOKEN], /--header is none/],
      [['check', good.origin, '--customer', '1', '--token', TOKEN], /set C360_TOKEN/],
      [['check', good.origin, '--customer', '1', '--colour'], /no option --colour/],
    ])) {
      const { output, code } = await run(args);
      assert.match(output, words);
      assert.equal(code, 1);
    }
  });
});
