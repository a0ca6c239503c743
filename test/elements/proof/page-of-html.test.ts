import { expect } from '@open-wc/testing';
import { pageOfHtml } from '../../../src/elements/proof/page-of-html.js';

const images = { base: 'https://api.example.test/c360/', allowedOrigins: ['https://crm.example.test', 'https://api.example.test/c360'] };
const pageOf = (html: string) => new DOMParser().parseFromString(pageOfHtml(html, images), 'text/html');

describe('the page of a mail', () => {
  it('keeps words, tables and looks', () => {
    const { body, head } = pageOf(
      '<style>h1{color:green}</style><body bgcolor="#eee"><table width="600"><tr><td align="center"><h1 style="font-size:20px">Hello</h1><font color="red">offers</font></td></tr></table><o:p>Outlook</o:p><form action="https://evil.example.test"><p>in a form</p></form></body>',
    );
    expect(head.querySelector('style')?.textContent).to.equal('h1{color:green}');
    expect(body.getAttribute('bgcolor')).to.equal('#eee');
    expect(body.querySelector('h1')?.getAttribute('style')).to.equal('font-size:20px');
    expect(body.querySelector('td')?.align).to.equal('center');
    expect(body.textContent).to.contain('offers').and.to.contain('Outlook').and.to.contain('in a form');
    expect(body.querySelector('form')?.getAttributeNames()).to.deep.equal([]);
  });

  it('leads nowhere: an agent who clicks a link unsubscribes nobody; where it would lead can be read (T34)', () => {
    const { body } = pageOf(
      '<a href="https://shop.example.test/unsubscribe?who=ada" ping="https://tracker.example.test" target="_top">Unsubscribe</a><map><area href="https://shop.example.test"></map><button formaction="https://shop.example.test">Buy</button>',
    );
    expect(body.querySelectorAll('[href], [ping], [target], [formaction]').length).to.equal(0);
    expect(body.querySelector('a')?.title).to.equal('https://shop.example.test/unsubscribe?who=ada');
    expect(body.textContent).to.contain('Unsubscribe').and.to.contain('Buy');
  });

  it('runs nothing', () => {
    const page = pageOf(
      '<script>1</script><svg><script>1</script><a xlink:href="javascript:1">x</a></svg><math><mi href="javascript:1">x</mi></math><img src=x onerror="1"><style onload="1">p{}</style><body onload="1"><iframe srcdoc="<script>1</script>"></iframe><object data="x"></object><template><script>1</script></template><base href="https://evil.example.test/"><meta http-equiv="refresh" content="0;url=https://evil.example.test/"><link rel="stylesheet" href="https://evil.example.test/x.css">',
    );
    expect(page.querySelectorAll('script, svg, math, iframe, object, template, base, link, meta[http-equiv=refresh]').length).to.equal(0);
    const handlers = [...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on')));
    expect(handlers).to.deep.equal([]);
  });

  it('shows pictures only from where pictures may come from, and tells nobody else that it was opened (T33, TH9)', () => {
    const page = pageOf(
      '<img src="logo.png" alt="own"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="https://tracker.example.test/o.gif" srcset="https://tracker.example.test/2.gif 2x" alt="Offer"><picture><source srcset="https://tracker.example.test/p.webp"><img src="https://crm.example.test/p.png"></picture><table background="https://tracker.example.test/t.png"><tr><td style="background:u\\rl(https://tracker.example.test/b.png)">x</td></tr></table><style>@import "https://tracker.example.test/i.css"; td{background:URL (https://tracker.example.test/u.png);content:image-set("https://tracker.example.test/s.png" 1x)}</style>',
    );
    expect([...page.images].map((image) => image.getAttribute('src'))).to.deep.equal([
      'https://api.example.test/c360/logo.png',
      'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
      null,
      'https://crm.example.test/p.png',
    ]);
    expect(page.images[2]?.alt).to.equal('Offer');
    expect(page.querySelectorAll('[srcset], [background]').length).to.equal(0);
    expect(page.querySelector('td')?.getAttribute('style')).to.equal(null);
    expect(page.querySelector('style')?.textContent).not.to.match(/@import|url\s*\(|image-set\s*\(/i);
  });

  it('has a policy of its own, and sends no address of the page around it', () => {
    const page = pageOf('<p>Hello</p>');
    const policy = page.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
    expect(policy).to.equal("default-src 'none'; style-src 'unsafe-inline'; img-src data: https://crm.example.test https://api.example.test");
    expect(page.querySelector<HTMLMetaElement>('meta[name=referrer]')?.content).to.equal('no-referrer');
  });
});
