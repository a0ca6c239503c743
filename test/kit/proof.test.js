// Proofs of e-mails on pages that allow and that forbid to show them (T33, T34): nothing of them ever runs, loads or leads anywhere, and no
// policy is tried out beforehand. Page and frames are listened to, and so is the address policies report to.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { allSettled, kinds, openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

/** What a browser says of a picture that is not there; the tests look at who was asked for it only. */
const ofPictures = /Failed to load resource|status of 404/;

for (const kind of kinds) {
  describe(`the proof of an e-mail in ${kind}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('./site.js').Site} */
    let site;
    /** @type {import('./site.js').Site} */
    let api;
    /** @type {string[]} */
    let addresses;
    before(async () => {
      site = await startSite();
      [browser, api] = await Promise.all([openBrowser(kind), startSite({}, { allow: site.origin })]);
      const { items } = await (await fetch(`${api.origin}/api/customers/${CUSTOMER}/events?from=2017-07-01&to=2017-12-31&timeZone=UTC&limit=500`)).json();
      const messages = items.flatMap((/** @type {any} */ { message }) => (message?.channel === 'email' ? [message.communicationId] : []));
      addresses = messages.map((/** @type {string} */ id) => `/api/customers/${CUSTOMER}/messages/${encodeURIComponent(id)}/proof`);
      assert.ok(addresses.length > 1);
    });
    after(async () => {
      await Promise.all([browser?.close(), site?.close(), api?.close()]);
    });
    afterEach(() => {
      api.asked.length = 0;
      api.heads.length = 0;
    });

    /** What would tell of itself if it did anything. */
    const proofs = () => ({
      text: 'Hello in words',
      html: `<h1 style="color:green">Hello in a page</h1><script>parent.postMessage('ran', '*')</script><img src="x" onerror="parent.postMessage('ran', '*')"><img src="${api.origin}/api/shown.png"><img src="https://tracker.example.test/o.gif" srcset="https://tracker.example.test/o.gif"><style>h1{background:url(https://tracker.example.test/b.gif)}</style><meta http-equiv="refresh" content="0;url=https://evil.example.test/"><iframe src="https://evil.example.test/"></iframe><a href="https://shop.example.test/unsubscribe" target="_top">Unsubscribe</a>`,
      url: `${api.origin}/proof-page`,
    });
    const page = () => ({
      html: `<!doctype html><title>Proof</title><img src="${api.origin}/api/shown.png"><script>parent.postMessage('ran', '*')</script>`,
      headers: { 'content-security-policy': `default-src 'none'; img-src ${api.origin}` },
    });

    const strict = () =>
      `default-src 'none'; script-src 'self'; style-src 'none'; connect-src ${api.origin}; img-src ${api.origin}; require-trusted-types-for 'script'; trusted-types c360-lit`;
    const lenient = () =>
      `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src ${api.origin}; img-src ${api.origin} data:; trusted-types c360-lit`;

    /** Opens the proof of the first e-mail. @param {string} attributes @param {string} policy @param {Record<string, string>} [proof] */
    async function open(attributes, policy, proof = proofs()) {
      const headers = { 'access-control-allow-origin': site.origin };
      const answer = { body: JSON.stringify({ channel: 'email', ...proof }), type: 'application/json', headers };
      api.serve({ ...Object.fromEntries(addresses.map((address) => [address, answer])), '/proof-page': page() });
      const html = `<!doctype html><html lang="en"><title>Proof</title><link rel="icon" href="${api.origin}/favicon.ico"><body><c360-timeline base-url="${api.origin}/api" customer-id="${CUSTOMER}" time-frame="2017-07-01/2017-12-31" time-zone="UTC" ${attributes}></c360-timeline><script type="module" src="/cdn/c360.js"></script>`;
      site.serve({ '/proof': { html, headers: policy ? { 'content-security-policy': `${policy}; report-uri ${api.origin}/api/reports` } : {} } });
      const opened = await visit(browser, `${site.origin}/proof`, {
        before: () => {
          /** @type {unknown[]} */
          const heard = [];
          Object.assign(globalThis, { heard });
          addEventListener('message', ({ data }) => heard.push(data));
        },
      });
      await allSettled(opened.page, 1);
      const openMessage = () =>
        opened.page.evaluate(() => {
          const root = document.querySelector('c360-timeline')?.shadowRoot;
          root?.querySelector('dialog')?.close();
          let isOpen = false;
          document.addEventListener('c360-message-open', () => (isOpen = true), { once: true });
          for (const button of root?.querySelectorAll('[part~=event] .context button') ?? []) if (!isOpen) /** @type {HTMLElement} */ (button).click();
        });
      await openMessage();
      await until(opened.page, () => document.querySelector('c360-timeline')?.shadowRoot?.querySelector('.proof') !== null);
      return { ...opened, openMessage };
    }

    /** @param {import('puppeteer-core').Page} tab */
    const frameOf = (tab) =>
      tab.evaluate(() => {
        const frame = document.querySelector('c360-timeline')?.shadowRoot?.querySelector('iframe');
        return frame ? { sandbox: frame.getAttribute('sandbox'), src: frame.getAttribute('src'), srcdoc: frame.srcdoc } : null;
      });
    const ran = (/** @type {import('puppeteer-core').Page} */ tab) => tab.evaluate(() => /** @type {any} */ (globalThis).heard);
    const reports = () => api.asked.filter((line) => line.includes('/reports'));
    /** Waits until the frame has asked for its picture, which comes last. */
    async function pictureAsked() {
      for (const end = Date.now() + 15_000; !api.asked.some((line) => line.endsWith('/shown.png')); ) {
        if (Date.now() > end) throw new Error(`The frame shows nothing: ${api.asked.join(' ')}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
    /** What the console of the frames says besides that of the page. @param {import('puppeteer-core').Page} tab */
    async function saidInFrames(tab) {
      /** @type {string[]} */
      const lines = [];
      for (const frame of kind === 'chromium' ? tab.frames().slice(1) : []) {
        const { client } = /** @type {any} */ (frame);
        client.on('Log.entryAdded', (/** @type {any} */ { entry }) => lines.push(entry.text));
        await client.send('Log.enable');
      }
      return lines.filter((line) => !ofPictures.test(line));
    }

    it('is text under the strictest policy, and nothing else is even tried', async () => {
      const { page: tab, said } = await open('', strict());
      await until(tab, () => document.querySelector('c360-timeline')?.shadowRoot?.querySelector('.proof-text') !== null);
      assert.match(await textOf(tab), /Hello in words/);
      assert.equal(await frameOf(tab), null);
      assert.deepEqual([said, reports(), await ran(tab)], [[], [], []]);
      await tab.close();
    });

    for (const [name, policy] of /** @type {const} */ ([
      ['has no policy', () => ''],
      ['allows styles and pictures of its backend', lenient],
    ])) {
      it(`is a page where the host wants it and ${name}: without script, link, origin and foreign picture, and without a complaint`, async () => {
        const { page: tab, said } = await open('proof="html"', policy());
        await pictureAsked();
        const frame = await frameOf(tab);
        assert.equal(frame?.sandbox, '');
        assert.match(frame?.srcdoc ?? '', /Hello in a page/);
        assert.doesNotMatch(frame?.srcdoc ?? '', /<script|href=|onerror|evil|tracker/);
        const head = api.heads[api.asked.findIndex((line) => line.endsWith('/shown.png'))];
        assert.equal(head?.referer, undefined);
        assert.deepEqual(await saidInFrames(tab), []);
        assert.deepEqual([said.filter((line) => !ofPictures.test(line)), reports(), await ran(tab)], [[], [], []]);
        await tab.close();
      });
    }

    /**
     * The page's policy is asked once, however often the message is opened.
     *
     * @param {import('puppeteer-core').Page} tab @param {readonly string[]} said @param {() => Promise<unknown>} openMessage
     */
    async function isTextRefusedOnce(tab, said, openMessage) {
      for (let time = 0; time < 2; time += 1) {
        await until(tab, () => document.querySelector('c360-timeline')?.shadowRoot?.querySelector('.proof-text') !== null);
        assert.match(await textOf(tab), /Hello in words/);
        assert.equal(await frameOf(tab), null);
        await openMessage();
      }
      assert.equal(said.filter((line) => line.startsWith('violation')).length, 1, said.join('\n'));
    }

    it('is text where Trusted Types forbid its page: refused once, told once, and not tried again', async () => {
      const { page: tab, said, openMessage } = await open('proof="html"', strict());
      await isTextRefusedOnce(tab, said, openMessage);
      const ours = said.filter((line) => line.startsWith('c360-elements:'));
      assert.equal(ours.length, 1, said.join('\n'));
      assert.match(ours[0] ?? '', /refuses proof="html".*README\.md#privacy-and-security$/);
      // Firefox logs each violation as an error besides.
      assert.deepEqual(
        said.filter((line) => line.startsWith('uncaught') && !line.startsWith('uncaught Content-Security-Policy')),
        [],
      );
      assert.doesNotMatch(said.join('\n'), /Hello/);
      assert.deepEqual(await ran(tab), []);
      await tab.close();
    });

    it('is the page at its address in a frame without scripts, where the policy names it', async () => {
      const { page: tab, said } = await open('proof="url"', `${strict()}; frame-src ${api.origin}`);
      await pictureAsked();
      assert.deepEqual(await frameOf(tab), { sandbox: '', src: `${api.origin}/proof-page`, srcdoc: '' });
      // That the framed page's own script is blocked is the sandbox at work.
      const others = said.filter((line) => !ofPictures.test(line) && !/Blocked script execution/.test(line));
      assert.deepEqual([others, reports(), await ran(tab)], [[], [], []]);
      await tab.close();
    });

    it('is text where the policy does not name its address: refused once, told once', async () => {
      const { page: tab, said, openMessage } = await open('proof="url"', strict());
      await isTextRefusedOnce(tab, said, openMessage);
      assert.match(said.find((line) => line.startsWith('c360-elements:')) ?? '', /refuses proof="url"/);
      await tab.close();
    });

    it('is a message where there is nothing but an address that may not be shown', async () => {
      const { page: tab } = await open('proof="url"', strict(), { url: proofs().url });
      await until(tab, () => document.querySelector('c360-timeline')?.shadowRoot?.querySelector('.proof [part=error]') !== null);
      assert.match(await textOf(tab), /Blocked by page policy.*Tell whoever set up this page/);
      await tab.close();
    });
  });
}
