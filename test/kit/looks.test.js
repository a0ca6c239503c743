// What a browser is told about the person in front of it: forced colours, less motion, paper. Judged by what is painted.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allSettled, openBrowser, until, visit } from './browser.js';
import { CUSTOMER, startSite } from './site.js';

const FRAME = '2017-10-01/2017-12-31';

/** What is drawn and not written, and where: 3 to 1 (1.4.11). */
const MARKS = [
  ['c360-timeline', 'path.lane-site'],
  ['c360-timeline', 'path.lane-email'],
  ['c360-timeline', 'path.lane-purchase'],
  ['c360-timeline', '.lanes .lane-other'],
  ['c360-timeline', '.event .mark'],
  ['c360-impact-chart', '.keys .sent .shape'],
  ['c360-impact-chart', '.keys .control .shape'],
  // The campaign days stand on the canvas, in the lane below the axis.
  ['c360-impact-chart', '.axis', 'below'],
  ['c360-impact-chart', '.legend .series-0 svg'],
  ['c360-impact-chart', '.legend .series-1 svg'],
  ['c360-campaigns', '.pipeline .reached'],
  ['c360-predictions', '.distribution .mark'],
  ['c360-profile', '.sparkline'],
];

describe('the panel as a person wants to see it', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('./site.js').Site} */
  let site;
  /** @type {import('puppeteer-core').Page} */
  let page;
  /** @type {import('puppeteer-core').CDPSession} */
  let session;

  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), startSite()]);
    const panel = `<c360-panel base-url="/api" customer-id="${CUSTOMER}" time-frame="${FRAME}"></c360-panel>`;
    const html = `<!doctype html><html lang="en"><title>Looks</title><style>html{color-scheme:light dark}body{margin:0}</style><body>${panel}<script type="module" src="/cdn/c360.js"></script></body></html>`;
    site.serve({ '/looks': { html }, '/blank': { html: '<!doctype html><title>Pixels</title>' } });
    ({ page } = await visit(browser, `${site.origin}/looks`, {
      before: () => {
        // How often the page asks to be told before it is painted; our own questions are counted off.
        const ask = window.requestAnimationFrame.bind(window);
        /** @param {ArrayLike<number>} pixel */
        const light = (pixel) => {
          const [r = 0, g = 0, b = 0] = [0, 1, 2].map((index) => {
            const value = (pixel[index] ?? 0) / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        Object.assign(window, { asked: 0, nextFrame: () => new Promise((resolve) => ask(resolve)), light });
        window.requestAnimationFrame = (callback) => {
          Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 });
          return ask(callback);
        };
      },
    }));
    session = await page.createCDPSession();
    await allSettled(page);
    await drawn();
  });
  after(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  /** @param {{media?: string, features?: Record<string, string>}} looks */
  async function look({ media = '', features = {} }) {
    await session.send('Emulation.setEmulatedMedia', { media, features: Object.entries(features).map(([name, value]) => ({ name, value })) });
    // An emulation that is ignored would prove nothing.
    for (const [name, value] of Object.entries(features))
      assert.equal(await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`), true, `${name}: ${value}`);
    await drawn();
  }

  /** Waits until the chart is painted and nothing moves. */
  async function drawn() {
    await until(page, () => document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-impact-chart')?.shadowRoot?.querySelector('.axis') != null);
    await page.evaluate(async () => {
      const next = /** @type {() => Promise<void>} */ (Reflect.get(window, 'nextFrame'));
      for (let frames = 0; frames < 4; frames++) await next();
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      await next();
    });
  }

  /**
   * The best contrast of any pixel of each mark against what it stands on, from a picture of the page.
   *
   * @param {readonly (readonly string[])[]} marks
   * @returns {Promise<Record<string, number>>}
   */
  async function measure(marks) {
    const boxes = await page.evaluate((wanted) => {
      return wanted.map(([tag, selector, place]) => {
        const root = document.querySelector('c360-panel')?.shadowRoot?.querySelector(String(tag))?.shadowRoot;
        const found = root?.querySelector(String(selector));
        if (!found) return { name: `${tag} ${selector}`, box: null };
        const { left, top, width, height } = found.getBoundingClientRect();
        const name = [tag, selector, place].filter(Boolean).join(' ');
        if (place === 'below') return { name, box: { x: left + scrollX, y: top + scrollY + 8, width, height: 20 } };
        // A line has no width of its own.
        const room = Math.max(1, (8 - Math.min(width, height)) / 2);
        return { name, box: { x: left + scrollX - room, y: top + scrollY - room, width: width + 2 * room, height: height + 2 * room } };
      });
    }, marks);
    const picture = await page.screenshot({ fullPage: true, encoding: 'base64' });
    return page.evaluate(
      async (data, places) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (!context) throw new Error('No canvas');
        context.drawImage(image, 0, 0);
        const light = /** @type {(pixel: ArrayLike<number>) => number} */ (Reflect.get(window, 'light'));
        /** @type {Record<string, number>} */
        const result = {};
        for (const { name, box } of places) {
          if (!box) {
            result[name] = 0;
            continue;
          }
          const { data: pixels } = context.getImageData(
            Math.round(box.x),
            Math.round(box.y),
            Math.max(Math.round(box.width), 1),
            Math.max(Math.round(box.height), 1),
          );
          /** @type {Map<string, {count: number, light: number}>} */
          const colours = new Map();
          for (let index = 0; index < pixels.length; index += 4) {
            const pixel = pixels.subarray(index, index + 3);
            const known = colours.get(pixel.join()) ?? { count: 0, light: light(pixel) };
            known.count += 1;
            colours.set(pixel.join(), known);
          }
          // What a mark stands on is the colour of the corner.
          const paper = light(pixels.subarray(0, 3));
          result[name] = Math.max(...[...colours.values()].map((one) => (Math.max(one.light, paper) + 0.05) / (Math.min(one.light, paper) + 0.05)));
        }
        return result;
      },
      picture,
      boxes,
    );
  }

  /** Contrast of the words on the canvas against the paper, and whether the paper is light. */
  const canvasWords = () =>
    page.evaluate(() => {
      const chart = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-impact-chart');
      const canvas = chart?.shadowRoot?.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!chart || !canvas || !context) throw new Error('no chart');
      const light = /** @type {(pixel: ArrayLike<number>) => number} */ (Reflect.get(window, 'light'));
      const paper = light((getComputedStyle(chart).backgroundColor.match(/\d+/g) ?? []).slice(0, 3).map(Number));
      const strip = Math.round((22 * canvas.height) / canvas.clientHeight);
      const { data } = context.getImageData(0, canvas.height - strip, canvas.width, strip);
      let best = 1;
      for (let index = 0; index < data.length; index += 4) {
        if ((data[index + 3] ?? 0) < 250) continue;
        const one = light(data.subarray(index, index + 3));
        best = Math.max(best, (Math.max(one, paper) + 0.05) / (Math.min(one, paper) + 0.05));
      }
      return { contrast: best, onLight: paper > 0.5 };
    });

  for (const scheme of ['light', 'dark']) {
    it(`draws every mark at 3 to 1 in ${scheme}, the ring of the focus too, measured on its picture (A11)`, async () => {
      await look({ features: { 'prefers-color-scheme': scheme } });
      const measured = await measure(MARKS);
      for (const [name, value] of Object.entries(measured)) assert.ok(value >= 3, `${name}: ${value.toFixed(2)}`);
      const { contrast, onLight } = await canvasWords();
      assert.equal(onLight, scheme === 'light');
      assert.ok(contrast >= 4.5, `words of the axis: ${contrast.toFixed(2)}`);
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        let found = document.activeElement;
        while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
        if (!found) throw new Error('no focus');
        const light = /** @type {(pixel: ArrayLike<number>) => number} */ (Reflect.get(window, 'light'));
        const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(found);
        const panel = document.querySelector('c360-panel');
        const [ring = 0, paper = 0] = [outlineColor, panel ? getComputedStyle(panel).backgroundColor : ''].map((text) =>
          light((text.match(/\d+/g) ?? []).slice(0, 3).map(Number)),
        );
        const contrast = (Math.max(ring, paper) + 0.05) / (Math.min(ring, paper) + 0.05);
        return { look: `${outlineWidth} ${outlineStyle}`, isOurs: found.getRootNode() instanceof ShadowRoot, contrast };
      });
      assert.deepEqual({ look: ring.look, isOurs: ring.isOurs }, { look: '2px solid', isOurs: true });
      assert.ok(ring.contrast >= 3, `ring: ${ring.contrast.toFixed(2)}`);
    });

    it(`draws everything anew in forced colours over ${scheme}: marks, hollow ones hollow, and the canvas (A12)`, async () => {
      await look({ features: { 'prefers-color-scheme': scheme, 'forced-colors': 'active' } });
      const measured = await measure(MARKS);
      for (const [name, value] of Object.entries(measured)) assert.ok(value >= 3, `${name}: ${value.toFixed(2)}`);
      const colours = await page.evaluate(() => {
        const root = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-impact-chart')?.shadowRoot;
        /** @param {string} selector */
        const of = (selector) => {
          const found = root?.querySelector(selector);
          return found ? getComputedStyle(found) : undefined;
        };
        const probe = document.createElement('i');
        document.body.append(probe);
        const system = (/** @type {string} */ name) => {
          probe.style.setProperty('color', name);
          return getComputedStyle(probe).color;
        };
        const found = {
          hollow: of('.keys .control .shape')?.fill,
          filled: of('.keys .sent .shape')?.fill,
          paper: system('Canvas'),
          ink: system('CanvasText'),
        };
        probe.remove();
        return found;
      });
      assert.equal(colours.hollow, colours.paper);
      assert.equal(colours.filled, colours.ink);
      const { contrast, onLight } = await canvasWords();
      assert.equal(onLight, scheme === 'light');
      assert.ok(contrast >= 7, `words of the axis: ${contrast.toFixed(2)}`);
    });
  }

  it('is painted for paper on paper, whatever it was on screen, and is itself again afterwards', async () => {
    await look({ features: { 'prefers-color-scheme': 'dark' } });
    assert.equal((await canvasWords()).onLight, false);
    await look({ media: 'print', features: { 'prefers-color-scheme': 'dark' } });
    const printed = await canvasWords();
    assert.equal(printed.onLight, true);
    assert.ok(printed.contrast >= 4.5, `words of the axis: ${printed.contrast.toFixed(2)}`);
    await look({ features: { 'prefers-color-scheme': 'dark' } });
    const again = await canvasWords();
    assert.equal(again.onLight, false);
    assert.ok(again.contrast >= 4.5, `words of the axis: ${again.contrast.toFixed(2)}`);
  });

  it('takes nothing along to paper that only a press would make sense of: no search, no buttons beside headings', async () => {
    await look({ media: 'print' });
    const printed = await page.evaluate(() => {
      const panel = document.querySelector('c360-panel')?.shadowRoot;
      if (!panel) throw new Error('no panel');
      const roots = [panel, ...[...panel.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
      const tools = roots.flatMap((root) => [...root.querySelectorAll('c360-search, .trust button, .actions button')]);
      return tools.filter((tool) => tool.checkVisibility()).map((tool) => tool.getAttribute('aria-label') ?? (tool.textContent?.trim() || tool.localName));
    });
    await look({});
    assert.deepEqual(printed, []);
  });

  it('tells on paper which figures are drawn and how many days are compared, and offers no others', async () => {
    /** What stands in the chart's switches: only what was chosen, where nothing else is seen. */
    const switches = () =>
      page.evaluate(() => {
        const chart = document.querySelector('c360-panel')?.shadowRoot?.querySelector('c360-impact-chart')?.shadowRoot;
        if (!chart) throw new Error('no chart');
        return ['.bar .modes', '.legend', '.effect .modes'].map((group) => {
          const seen = [...chart.querySelectorAll(`${group} button`)].filter((button) => button.checkVisibility());
          const chosen = seen.filter((button) => button.getAttribute('aria-pressed') === 'true');
          const drawn = seen.filter((button) => !/rgba\(.*, 0\)|transparent/.test(getComputedStyle(button).borderTopColor));
          return { seen: seen.length, chosen: chosen.length, drawn: drawn.length, words: chosen.every(({ textContent }) => textContent?.trim()) };
        });
      });
    const [modes, legend, days] = await switches();
    await look({ media: 'print' });
    const printed = await switches();
    await look({});
    assert.ok(modes && modes.seen > 1 && legend && legend.seen > legend.chosen && days && days.seen > 1, 'there is something to choose');
    assert.deepEqual(
      printed,
      [modes, legend, days].map(({ chosen }) => ({ seen: chosen, chosen, drawn: 0, words: true })),
    );
  });

  it('moves nothing once less motion is wanted, from one moment to the next, and asks for no frames when all is drawn (A13)', async () => {
    await look({ features: { 'prefers-reduced-motion': 'no-preference' } });
    await look({ features: { 'prefers-reduced-motion': 'reduce' } });
    const moved = await page.evaluate(async (customer) => {
      const next = /** @type {() => Promise<void>} */ (Reflect.get(window, 'nextFrame'));
      const panel = document.querySelector('c360-panel');
      if (!panel) throw new Error('no panel');
      const before = Reflect.get(window, 'asked');
      for (let frames = 0; frames < 20; frames++) await next();
      const idle = Reflect.get(window, 'asked') - before;
      // Another customer: skeletons come and go.
      panel.setAttribute('customer-id', '1609');
      let animated = 0;
      for (let frames = 0; frames < 20; frames++) {
        await next();
        animated = Math.max(animated, document.getAnimations().length);
      }
      panel.setAttribute('customer-id', customer);
      return { idle, animated };
    }, CUSTOMER);
    assert.deepEqual(moved, { idle: 0, animated: 0 });
    await allSettled(page);
  });
});
