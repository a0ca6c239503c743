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

  for (const piece of ['<', '<a', '&', '<!--', '<p> ', '\n ', '<style>']) {
    it(`takes a megabyte of “${piece.trim()}” in no time (X12)`, () => {
      const start = performance.now();
      textOfHtml(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - start).to.be.below(1500);
    });
  }
});
