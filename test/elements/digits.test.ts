import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { drawn, until } from '../access/scene.js';
import { answersFor, READERS } from '../helpers/answers.js';
import { fixedNow } from '../helpers/clock.js';
import { composedElements } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';

/** Texts of the backend without a figure: what is left was written by the elements. */
const wordsOnly = (_: string, plain: string): string => plain.replaceAll(/[0-9]/g, 'x');

/** What these answers call things by, which is shown as it is. */
const ID = /^(?:campaign|event)-\d$/;

/** Everything that is read or heard of an element. */
function* said(element: Element): Generator<string> {
  for (const found of composedElements(element)) {
    if (found.matches('style, title')) continue;
    for (const node of found.childNodes) if (node.nodeType === Node.TEXT_NODE) yield node.textContent ?? '';
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) yield found.getAttribute(name) ?? '';
  }
}

/** What is written on canvases until `stop`. */
function watchCanvases(): { readonly written: ReadonlySet<string>; readonly stop: () => void } {
  const written = new Set<string>();
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    written.add(text);
    return fillText.call(this, text, ...place);
  };
  return {
    written,
    stop: () => {
      CanvasRenderingContext2D.prototype.fillText = fillText;
    },
  };
}

describe('the figures of a panel', () => {
  it('are all in the digits of the language, none beside them in others', async () => {
    const canvases = watchCanvases();
    try {
      const answers = answersFor({ write: wordsOnly, customerId: 'ada' });
      const campaigns = ['sent', 'excluded'].map((decision) => ({ campaignId: decision, name: 'Weekly offers', decision }));
      const impact = { ...answers.impact, targetingDays: [{ date: '2017-12-20', campaigns }] };
      const element = await mount(
        'c360-panel',
        {
          customerSource: Object.fromEntries(READERS.map((name) => [name, async () => (name === 'impact' ? impact : answers[name])])),
          customerId: 'ada',
          now: fixedNow,
          timeZone: 'UTC',
          timeFrame: 'P20Y',
        },
        { width: 1280, lang: 'ar-EG', dir: 'rtl' },
      );
      await settled(element);
      await drawn(element);
      for (const row of composedElements(element)) if (row instanceof HTMLElement && row.matches('.name[aria-expanded="false"]')) row.click();
      await until(() => composedElements(element).some((found) => found.matches('td.details > :not(.note)')), 'what is behind a row');
      await settled(element);
      await drawn(element);
      const texts = [...said(element), ...canvases.written].filter((text) => /\d/.test(text) && !ID.test(text));
      expect([...new Set(texts)]).to.deep.equal([]);
      expect([...said(element)].join(' ')).to.match(/[\u0660-\u0669]/);
      expect([...canvases.written].join(' ')).to.match(/[\u0660-\u0669]/);
    } finally {
      canvases.stop();
    }
  });
});
