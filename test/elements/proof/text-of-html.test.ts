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

  /** How long the fastest of some readings takes: what a busy machine adds is not the reader's. */
  const fastest = (read: () => void): number => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      read();
      return performance.now() - start;
    });
    return Math.max(Math.min(...times), 0.5);
  };

  for (const piece of ['<', '<a', '&', '<!--', '<p> ', '\n ', '<style>']) {
    it(`takes about as long for a megabyte of “${piece.trim()}” as for its sixty-four parts, not sixty-four times as long (X12)`, () => {
      const part = piece.repeat(16_000 / piece.length);
      const parts = fastest(() => {
        for (let index = 0; index < 64; index++) textOfHtml(part);
      });
      const whole = fastest(() => textOfHtml(part.repeat(64)));
      expect(whole / parts, `${parts} ms, then ${whole} ms`).to.be.below(32);
    });
  }
});
