// The strictest policy an integrator may have: what is built must live under it in every state, and no report may be raised anywhere.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allSettled, kinds, openBrowser, textOf, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const TAGS = ['c360-panel', 'c360-profile', 'c360-impact-chart', 'c360-timeline', 'c360-campaigns', 'c360-predictions'];

/** What a browser says of an answer that is an error; the page is not at fault. */
const ofAnswers = /Failed to load resource|status of [45]\d\d/;

/** @param {string} api */
const policy = (api) =>
  `default-src 'none'; script-src 'self'; style-src 'none'; connect-src ${api}; img-src ${api}; require-trusted-types-for 'script'; trusted-types c360-lit`;

const script = `import { configure } from '/cdn/c360.js';
configure({ now: () => new Date('2017-12-31T23:45:00Z'), timeZone: 'America/New_York' });`;

for (const kind of kinds) {
  describe(`under the strictest policy in ${kind}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('./site.js').Site} */
    let site;
    /** @type {import('./site.js').Site} */
    let api;
    let scenario = 'normal';
    before(async () => {
      site = await startSite({ '/page.js': { body: script, type: 'text/javascript' } });
      [browser, api] = await Promise.all([openBrowser(kind), startSite({}, { allow: site.origin, scenario: () => scenario })]);
    });
    after(async () => {
      await Promise.all([browser?.close(), site?.close(), api?.close()]);
    });

    /** @param {string} attributes */
    async function open(attributes, tags = TAGS) {
      const elements = tags.map((tag) => `<${tag} base-url="${api.origin}/api" ${attributes}></${tag}>`).join('');
      const html = `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="${api.origin}/favicon.ico"><body>${elements}<script type="module" src="/page.js"></script></body></html>`;
      site.serve({ '/strict': { html, headers: { 'content-security-policy': policy(api.origin) } } });
      return visit(browser, `${site.origin}/strict`);
    }

    it('nothing else gets markup into the page, so the policy is in force', async () => {
      const { page } = await open('');
      const refused = await page.evaluate(() => {
        try {
          document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
          return false;
        } catch {
          return true;
        }
      });
      assert.equal(refused, true);
      await page.close();
    });

    const states = /** @type {const} */ ({
      ready: 'normal',
      empty: 'empty',
      error: 'server',
      hidden: 'not-enabled',
      malformed: 'malformed',
      idle: '',
      loading: 'never',
    });
    for (const [state, name] of Object.entries(states)) {
      it(`every section is ${state} without a violation (HP5)`, async () => {
        scenario = name;
        const { page, said } = await open(state === 'idle' ? 'customer-id=""' : `customer-id="${CUSTOMER}"`);
        if (state === 'idle' || state === 'loading') {
          await until(
            page,
            (expected) => ['c360-profile', 'c360-timeline', 'c360-campaigns'].every((tag) => document.querySelector(tag)?.matches(`:state(${expected})`)),
            state,
          );
        } else {
          await allSettled(page, 10);
        }
        if (state === 'ready') assert.match(await textOf(page), /Dana Rivers/);
        assert.deepEqual(
          said.filter((line) => !ofAnswers.test(line)),
          [],
        );
        await page.close();
      });
    }

    it('every button may be pressed, and what it opens raises no violation', async () => {
      scenario = 'normal';
      const { page, said } = await open(`customer-id="${CUSTOMER}"`, ['c360-panel']);
      await allSettled(page);
      await page.evaluate(() => {
        window.print = () => {};
        // Files are made, but none is left on the machine.
        addEventListener('click', (event) => event.composedPath()[0] instanceof HTMLAnchorElement && event.preventDefault(), true);
        // By what they are called, since a press may put a new button in the place of the one that was pressed; of those that stand in each
        // of many rows, such as all attributes, a few.
        Object.assign(globalThis, { done: new Set(), alike: new Map() });
      });
      /** Presses what is there and was not pressed yet; returns where such buttons stood. */
      const press = () =>
        page.evaluate(async () => {
          const { done, alike } = /** @type {{done: Set<string>, alike: Map<string, number>}} */ (/** @type {unknown} */ (globalThis));
          /** @param {HTMLElement} button */
          const placeOf = (button) => {
            const root = button.getRootNode();
            return `${root instanceof ShadowRoot ? root.host.localName : ''} ${button.parentElement?.className} ${button.className}`;
          };
          /** @param {HTMLElement} button */
          const nameOf = (button) => `${placeOf(button)} ${button.getAttribute('aria-label') ?? button.textContent}`;
          /** @param {Document | ShadowRoot} root @returns {HTMLElement | undefined} */
          const next = (root) => {
            for (const element of root.querySelectorAll('*')) {
              const inner = element.shadowRoot && next(element.shadowRoot);
              if (inner) return inner;
              if (!(element instanceof HTMLElement) || !element.matches('button, summary, [role=tab]')) continue;
              if (!done.has(nameOf(element)) && (alike.get(placeOf(element)) ?? 0) < 12) return element;
            }
            return undefined;
          };
          for (let button = next(document); button; button = next(document)) {
            const place = placeOf(button);
            done.add(nameOf(button));
            alike.set(place, (alike.get(place) ?? 0) + 1);
            button.click();
            await new Promise((resolve) => setTimeout(resolve));
            for (const open of document.querySelectorAll('*'))
              for (const dialog of open.shadowRoot?.querySelectorAll('dialog[open]') ?? []) /** @type {HTMLDialogElement} */ (dialog).close();
          }
          return [...alike.keys()];
        });
      // What a press loads anew has its buttons later.
      let pressed = await press();
      for (let before = 0; before < pressed.length; ) {
        before = pressed.length;
        await allSettled(page);
        pressed = await press();
      }
      assert.ok(pressed.length > 50, `${pressed.length} kinds of buttons`);
      for (const tag of TAGS.filter((one) => one !== 'c360-predictions'))
        assert.ok(
          pressed.some((place) => place.startsWith(`${tag} `)),
          tag,
        );
      await allSettled(page);
      assert.deepEqual(
        said.filter((line) => !ofAnswers.test(line)),
        [],
      );
      await page.close();
    });
  });
}
