import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { allSettled, openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const hostPage = (/** @type {string} */ address) => `<!doctype html><title>Host</title><iframe src="${address}" width="1200" height="800"></iframe>`;

/** The only token these tests send first: the mocks take the first they see for the one that expires. */
const FIRST = 'abc.def';

/** Keeps what the bridge says; runs in the host's page before its own scripts. */
const listen = () => {
  /** @type {{data: unknown, origin: string}[]} */
  const heard = [];
  Object.assign(globalThis, { heard });
  addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
};

describe('the iframe bridge', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let ours;
  /** @type {import('./site.js').Site} */
  let host;
  let scenario = 'normal';
  before(async () => {
    [browser, ours, host] = await Promise.all([openBrowser(), startSite({}, { scenario: () => scenario }), startSite()]);
  });
  after(async () => {
    await Promise.all([browser?.close(), ours?.close(), host?.close()]);
  });
  afterEach(() => {
    scenario = 'normal';
    ours.asked.length = 0;
    ours.heads.length = 0;
  });

  /** @param {string} query @param {string} [page] */
  async function open(query, page = '/cdn/bridge.html') {
    host.serve({ '/': { html: hostPage(`${ours.origin}${page}?${query}`) } });
    const { page: tab, said } = await visit(browser, host.origin, { before: listen });
    await until(tab, () => /** @type {any} */ (globalThis).heard.length > 0);
    const frame = tab.frames().find((one) => one.url().startsWith(ours.origin));
    assert.ok(frame);
    return {
      tab,
      said,
      frame,
      send: (/** @type {unknown} */ message) => tab.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message),
      heard: () => tab.evaluate(() => /** @type {any} */ (globalThis).heard.map((/** @type {any} */ one) => one.data)),
    };
  }
  const allowed = () => `base-url=/api&origins=${encodeURIComponent(host.origin)}`;

  it('shows the customer its host names and tells it what happens, with the token the host gave', async () => {
    const { tab, frame, said, send, heard } = await open(allowed());
    await send({ type: 'c360:token', token: FIRST });
    await send({ type: 'c360:customer', customerId: CUSTOMER });
    await allSettled(frame);
    assert.match(await textOf(frame), /Dana Rivers/);
    await until(tab, () => /** @type {any} */ (globalThis).heard.filter((/** @type {any} */ one) => one.data.type === 'c360-load').length === 5);
    const loads = (await heard()).filter((/** @type {any} */ one) => one.type === 'c360-load');
    assert.deepEqual(loads.map((/** @type {any} */ one) => one.detail.section).sort(), ['campaigns', 'impact', 'predictions', 'profile', 'timeline']);
    assert.ok(loads.every((/** @type {any} */ one) => one.detail.customerId === CUSTOMER));
    assert.deepEqual([...new Set(ours.heads.map(({ authorization }) => authorization))], [`Bearer ${FIRST}`]);
    assert.deepEqual(said, []);
    await tab.close();
  });

  it('asks the host for a new token when the old one is refused', async () => {
    scenario = 'token-expired';
    const { tab, frame, send } = await open(allowed());
    await send({ type: 'c360:token', token: FIRST });
    await send({ type: 'c360:customer', customerId: CUSTOMER });
    await until(tab, () => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ one) => one.data.type === 'c360:token-needed'));
    await send({ type: 'c360:token', token: 'new' });
    await allSettled(frame);
    assert.match(await textOf(frame), /Dana Rivers/);
    await tab.close();
  });

  /** Says it from the host's page, and waits until the bridge has heard it. */
  async function sayAll(/** @type {Awaited<ReturnType<typeof open>>} */ { frame, send }, /** @type {readonly unknown[]} */ messages) {
    await frame.evaluate(() => {
      const last = new Promise((resolve) => addEventListener('message', ({ data }) => data === 'last' && resolve(undefined)));
      Object.assign(globalThis, { last });
    });
    // Messages keep their order: once the last has arrived, so have those before.
    for (const message of [...messages, 'last']) await send(message);
    await frame.evaluate(() => /** @type {any} */ (globalThis).last);
  }
  const customerOf = (/** @type {import('puppeteer-core').Frame} */ frame) =>
    frame.evaluate(() => /** @type {any} */ (document.querySelector('c360-panel')).customerId ?? null);
  const both = [
    { type: 'c360:token', token: FIRST },
    { type: 'c360:customer', customerId: CUSTOMER },
  ];

  for (const list of ['', 'https://crm.example.test', '*', 'null', 'http://127.0.0.1']) {
    it(`does nothing for an origin that is not on the list "${list}", and tells it nothing`, async () => {
      const opened = await open(`base-url=/api&origins=${encodeURIComponent(list)}`);
      await sayAll(opened, both);
      assert.equal(await customerOf(opened.frame), null);
      assert.deepEqual(await opened.heard(), [{ type: 'c360:ready' }]);
      assert.deepEqual(ours.asked, []);
      await opened.tab.close();
    });
  }

  it('does nothing for messages it does not know, and for numbers, which have lost digits before they came', async () => {
    const opened = await open(allowed());
    await sayAll(opened, [
      null,
      7,
      'c360:customer',
      [],
      { type: 'c360:customer', customerId: 1111113001034507 },
      { type: 'c360:token', token: {} },
      { customerId: CUSTOMER },
    ]);
    assert.equal(await customerOf(opened.frame), null);
    assert.deepEqual(await opened.heard(), [{ type: 'c360:ready' }]);
    await opened.tab.close();
  });

  it('believes its own page more than its address', async () => {
    const html = readFileSync('cdn/bridge.html', 'utf8').replace('<html', '<html data-origins="https://crm.example.test"');
    ours.serve({ '/cdn/own.html': { html } });
    const opened = await open(allowed(), '/cdn/own.html');
    await sayAll(opened, both);
    assert.equal(await customerOf(opened.frame), null);
    assert.deepEqual(ours.asked, []);
    await opened.tab.close();
  });

  it("sends the page's cookies only where the page itself, and not its address, says who may talk to it", async () => {
    const html = readFileSync('cdn/bridge.html', 'utf8').replace('<html', `<html data-origins="${host.origin}"`);
    // Both origins are one site here, so that the cookie would go along.
    ours.serve({ '/cdn/own.html': { html, headers: { 'set-cookie': 'session=1; Path=/' } } });
    for (const [page, cookie] of [
      ['/cdn/own.html', 'session=1'],
      ['/cdn/bridge.html', undefined],
    ]) {
      ours.heads.length = 0;
      const { tab, frame, send } = await open(allowed(), page);
      await send({ type: 'c360:customer', customerId: CUSTOMER });
      await allSettled(frame);
      assert.ok(ours.heads.length >= 7);
      assert.deepEqual([...new Set(ours.heads.map((heads) => heads.cookie))], [cookie]);
      await tab.close();
    }
  });

  it('takes no customer from its address, where it would stand in logs', async () => {
    const opened = await open(`${allowed()}&customer-id=${CUSTOMER}&customerId=${CUSTOMER}`);
    await sayAll(opened, []);
    assert.equal(await customerOf(opened.frame), null);
    await opened.tab.close();
  });

  it('works as a dashboard app of a Chatwoot: asks for the contact and shows the customer its identifier names', async () => {
    const opened = await open(`${allowed()}&app=chatwoot`);
    assert.deepEqual(await opened.heard(), ['chatwoot-dashboard-app:fetch-info']);
    const contact = { id: 5, identifier: CUSTOMER, name: 'Somebody' };
    await opened.send(JSON.stringify({ event: 'appContext', data: { conversation: { id: 1 }, contact, currentAgent: { id: 2 } } }));
    await allSettled(opened.frame);
    assert.match(await textOf(opened.frame), /Dana Rivers/);
    await sayAll(opened, ['{', JSON.stringify({ event: 'other' }), JSON.stringify(null)]);
    assert.equal(await customerOf(opened.frame), CUSTOMER);
    await sayAll(opened, [JSON.stringify({ event: 'appContext', data: { contact: { id: 6, identifier: null } } })]);
    assert.equal(await customerOf(opened.frame), '', 'a contact nobody knows shows nobody, not the one before');
    await opened.tab.close();
  });

  it('keeps out tools that record sessions, with the marks the README names, whatever is shown (PR8)', async () => {
    const [, written = ''] = /`(class="ph-no-capture[^`]*)`/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const marks = [...written.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]);
    assert.ok(marks.length > 5, written);
    const { tab, frame, send } = await open(allowed());
    await send({ type: 'c360:token', token: FIRST });
    await send({ type: 'c360:customer', customerId: CUSTOMER });
    await allSettled(frame);
    const found = await frame.evaluate(
      (names) => names.map((name = '') => [name, document.querySelector('c360-panel')?.getAttribute(name)]),
      marks.map(([name]) => name),
    );
    assert.deepEqual(found, marks);
    await tab.close();
  });

  it('tells its host every event the elements have', () => {
    const script = readFileSync('cdn/bridge.js', 'utf8');
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
    const names = modules.flatMap((/** @type {any} */ module) => module.declarations ?? []).flatMap((/** @type {any} */ one) => one.events ?? []);
    const missing = names
      .map((/** @type {any} */ { name }) => name)
      .filter((/** @type {string} */ name) => name?.startsWith('c360-') && !script.includes(name));
    assert.deepEqual(missing, []);
  });
});
