import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { allowedImage, allowedLink, type LinkRules, mailLink, phoneLink } from '../../src/format/link.js';

const rules: LinkRules = {
  base: 'https://crm.example.test/app/',
  allowedOrigins: ['https://crm.example.test', 'https://shop.example.test/', 'http://old.example.test:8080'],
};

describe('an address from the data', () => {
  for (const [url, href] of [
    ['https://shop.example.test/oat?size=1#top', 'https://shop.example.test/oat?size=1#top'],
    ['HTTPS://SHOP.example.test/oat', 'https://shop.example.test/oat'],
    ['http://old.example.test:8080/', 'http://old.example.test:8080/'],
    ['products/7', 'https://crm.example.test/app/products/7'],
    ['//shop.example.test/oat', 'https://shop.example.test/oat'],
    ['javascript&colon;alert(1)', 'https://crm.example.test/app/javascript&colon;alert(1)'],
    ['mailto:ada@example.test', 'mailto:ada@example.test'],
    ['MailTo:ada@example.test', 'mailto:ada@example.test'],
    ['mailto:jörg@bücher.example', 'mailto:jörg@bücher.example'],
    ['tel:+49-30-123456', 'tel:+49-30-123456'],
  ] as const) {
    it(`${url} may be followed`, () => expect(allowedLink(url, rules)).to.equal(href));
  }

  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript\u200b:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,AAAA',
    'vbscript:msgbox(1)',
    'blob:https://crm.example.test/1',
    'file:///etc/passwd',
    'ftp://shop.example.test/',
    'view-source:https://shop.example.test/',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    'https:/\\evil.example',
    'ht\ttps://evil.example/',
    'https://user@shop.example.test/',
    'https://user:pw@shop.example.test/',
    'https://shop.example.test@evil.example/',
    'https://shop.example.test.evil.example/',
    'https://shop.example.test:444/',
    'http://shop.example.test/',
    'https://shop.example.test/\u202egnp.exe',
    'mailto:ada@example.test?bcc=eve@evil.example',
    'mailto:ada@example.test%3Fbcc=eve@evil.example',
    'mailto:ada@example.test%0Abcc:eve@evil.example',
    'mailto:ada@example.test,eve@evil.example',
    'mailto:ada',
    'mailto:',
    'tel:+49;phone-context=evil',
    'tel:123?x',
    'sms:123',
    'https://',
    '',
    `https://shop.example.test/${'a'.repeat(3000)}`,
  ]) {
    it(`${JSON.stringify(url.slice(0, 60))} is only text (X2, X3)`, () => expect(allowedLink(url, rules)).to.equal(undefined));
  }

  it('is only text when it is no text at all', () => {
    for (const gadget of [null, undefined, 7, {}, [], { toString: () => 'https://shop.example.test/' }]) expect(allowedLink(gadget, rules)).to.equal(undefined);
  });

  it('goes nowhere when the base is unusable', () => {
    expect(allowedLink('products/7', { base: 'about:srcdoc', allowedOrigins: ['null', 'https://crm.example.test'] })).to.equal(undefined);
    expect(allowedLink('products/7', { base: '', allowedOrigins: ['', 'nonsense'] })).to.equal(undefined);
  });

  it('never leaves the allowed origins and schemes, whatever it is', () => {
    const part = fc.constantFrom(
      'javascript:',
      'data:',
      'https:',
      'http:',
      'mailto:',
      'tel:',
      '//',
      '/\\',
      '\\',
      '\t',
      '\n',
      '\u0000',
      '@',
      ':',
      '?',
      '#',
      '%0a',
      'evil.example',
      'shop.example.test',
      'user:pw',
      '..',
      '1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        ),
        (url) => {
          const judged = allowedLink(url, rules);
          if (judged === undefined) return;
          const { protocol, origin, username, search } = new URL(judged);
          if (protocol === 'mailto:' || protocol === 'tel:') expect(search).to.equal('');
          else expect(['https://crm.example.test', 'https://shop.example.test', 'http://old.example.test:8080']).to.include(origin);
          expect(username).to.equal('');
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the address of a picture', () => {
  it('may be on an allowed origin', () => expect(allowedImage('https://shop.example.test/oat.svg', rules)).to.equal('https://shop.example.test/oat.svg'));

  for (const url of ['https://tracker.example/pixel.gif', 'data:image/png;base64,AAAA', 'mailto:ada@example.test', 'javascript:1']) {
    it(`${url} is never asked for`, () => expect(allowedImage(url, rules)).to.equal(undefined));
  }
});

describe('a customer', () => {
  it('can be written to at a bare address only', () => {
    expect(mailLink('ada@example.test')).to.equal('mailto:ada@example.test');
    expect(mailLink('ada@example.test?subject=x')).to.equal(undefined);
    expect(mailLink('not an address')).to.equal(undefined);
  });

  it('can be called at a number, however it is spaced', () => {
    expect(phoneLink('+49 (30) 123-456')).to.equal('tel:+49(30)123-456');
    expect(phoneLink('call me')).to.equal(undefined);
    expect(phoneLink('+1')).to.equal(undefined);
  });
});
