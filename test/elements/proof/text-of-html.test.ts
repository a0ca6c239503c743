import { expect } from '@open-wc/testing';
import { textOfHtml } from '../../../src/elements/proof/text-of-html.js';

describe('a mail without a text part', () => {
  for (const [what, html, text] of [
    ['its words, line by line', '<h1>Hello</h1><p>one<br>two</p><ul><li>a<li>b</ul>', 'Hello\n\none\ntwo\n\na\nb'],
    ['no styles, no scripts, no title', '<head><title>T</title></head><style>p{}</style>x<script>alert("<p>")</script>y', 'xy'],
    ['no comments, whatever is in them', 'a<!-- <p>b</p> > -->c', 'ac'],
    ['entities as what they stand for', 'a &amp; b &lt;c&gt; &#8364; &#x20AC; &nbsp;&unknown;', 'a & b <c> € € \u00a0&unknown;'],
    ['what is no tag as it is', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['the beginning of what was cut off', 'a<b', 'a<b'],
    ['nothing of nothing', '', ''],
  ] as const) {
    it(`gives ${what}`, () => expect(textOfHtml(html)).to.equal(text));
  }

  /** The fastest of some readings of so many letters: what a busy machine adds is not the reader's. */
  const read = (piece: string, letters: number): number => {
    const html = piece.repeat(letters / piece.length);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      textOfHtml(html);
      return performance.now() - start;
    });
    return Math.max(Math.min(...times), 0.1);
  };

  for (const piece of ['<', '<a', '&', '<!--', '<p> ', '\n ', '<style>']) {
    it(`takes sixteen times as long for sixteen times as many “${piece.trim()}”, not two hundred times (X12)`, () => {
      const [few, many] = [read(piece, 50_000), read(piece, 800_000)];
      expect(many / few, `${few} ms, then ${many} ms`).to.be.below(96);
    });
  }
});
