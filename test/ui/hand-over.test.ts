import { expect } from '@open-wc/testing';
import { copyText } from '../../src/ui/clipboard.js';
import { download, toFileName } from '../../src/ui/download.js';
import { holdTimers } from '../helpers/timers.js';

describe('a file', () => {
  for (const [words, name] of [
    [['campaigns', '1111113001034507', '2026-05-23', 'Europe/Berlin'], 'campaigns-1111113001034507-2026-05-23-Europe-Berlin.csv'],
    [['../../etc/passwd', undefined, '', 'a:b*c'], 'etc-passwd-a-b-c.csv'],
    [['客户', 'Zoë'], '客户-Zoë.csv'],
    [[undefined, '///'], 'export.csv'],
  ] as const) {
    it(`made of ${JSON.stringify(words)} is called ${name}`, () => expect(toFileName(words, 'csv')).to.equal(name));
  }

  it('is handed over without touching the page, and cannot be read afterwards', async () => {
    const timers = holdTimers();
    const { click } = HTMLAnchorElement.prototype;
    const nodes = document.querySelectorAll('*').length;
    let handed: { name: string; href: string; text: Promise<string> } | undefined;
    HTMLAnchorElement.prototype.click = function () {
      handed = { name: this.download, href: this.href, text: fetchText(this.href) };
    };
    try {
      download(new Blob(['a,b']), 'impact.csv');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(handed?.name).to.equal('impact.csv');
    expect(await handed?.text).to.equal('a,b');
    expect(document.querySelectorAll('*').length).to.equal(nodes);
    timers.run();
    let readable = true;
    await fetchText(handed!.href).catch(() => (readable = false));
    expect(readable).to.equal(false);
  });
});

/** Reads a blob's address as the browser does when it saves the file. */
function fetchText(href: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', href);
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error('gone'));
    request.send();
  });
}

describe('a copy', () => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  const { execCommand } = Document.prototype;
  afterEach(() => {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
    Document.prototype.execCommand = execCommand;
  });
  const clipboard = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { value, configurable: true });

  it('goes to the clipboard', async () => {
    let held = '';
    clipboard({ writeText: async (text: string) => void (held = text) });
    expect(await copyText('ada@example.test')).to.equal(true);
    expect(held).to.equal('ada@example.test');
  });

  for (const [place, value] of [
    ['a frame that may not', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
    ['a page without https', undefined],
  ] as const) {
    it(`takes the older way in ${place}`, async () => {
      clipboard(value);
      let held: string | undefined;
      Document.prototype.execCommand = () => {
        const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
        document.dispatchEvent(event);
        held = event.clipboardData?.getData('text/plain');
        return true;
      };
      expect(await copyText('ada@example.test')).to.equal(true);
      expect(held).to.equal('ada@example.test');
    });
  }

  it('that neither way is allowed says so', async () => {
    clipboard(undefined);
    Document.prototype.execCommand = () => false;
    expect(await copyText('ada@example.test')).to.equal(false);
    Document.prototype.execCommand = () => {
      throw new Error('not here');
    };
    expect(await copyText('ada@example.test')).to.equal(false);
  });
});
