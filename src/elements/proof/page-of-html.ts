import { allowedImage, type LinkRules } from '../../format/link.js';

/** What may be said of words, tables and pictures: looks, nothing that leads or loads anywhere. */
const kept = new Set(
  'align alt bgcolor border cellpadding cellspacing class color colspan dir face height hspace id lang nowrap rowspan size span start style title type valign vspace width'.split(
    ' ',
  ),
);
/** What has no words to be read. */
const silent = new Set(
  'applet audio base canvas embed frameset iframe link math meta noembed noframes object script select svg template textarea title video'.split(' '),
);

/**
 * The page of a mail to be looked at and nothing else: no script, no form, no link that unsubscribes somebody when an agent clicks it,
 * and only pictures from where pictures may come from, since a tracking picture tells that the mail was opened once more (T33, T34,
 * TH9). The frame's sandbox and policy forbid the same; what they would have to refuse, and complain of, is not even there.
 *
 * @throws {TypeError} where the page's policy forbids to turn text into a document (Trusted Types).
 */
export function pageOfHtml(html: string, images: LinkRules): string {
  const parser = new DOMParser();
  // A page that refuses does so here: its report quotes the text, and no word of a mail may stand there.
  parser.parseFromString('', 'text/html');
  // Chromium asks the page's policy about handlers already where a document is only read.
  const harmless = html.replace(/<[^<>]*>/g, (tag) => tag.replace(/([\s"'/])on(?=[a-z]+\s*=)/gi, '$1data-'));
  const page = parser.parseFromString(harmless, 'text/html');
  for (const element of page.querySelectorAll('*')) {
    const { localName } = element;
    if (silent.has(localName)) element.remove();
    else tidy(element, images);
    if (localName === 'style') element.textContent = withoutAddresses(element.textContent ?? '');
  }
  const origins = images.allowedOrigins.flatMap((origin) => (URL.canParse(origin) ? new URL(origin).origin : [])).filter((origin) => origin !== 'null');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: ${origins.join(' ')}`;
  // Pictures of allowed origins need not know on which page of whom they are seen.
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">`;
  return `<!doctype html>${head}${page.documentElement.getHTML()}`;
}

function tidy(element: Element, images: LinkRules): void {
  const source = element.localName === 'img' ? element.getAttribute('src') : null;
  const target = element.getAttribute('href');
  const style = element.getAttribute('style') ?? '';
  for (const name of element.getAttributeNames()) {
    if (!kept.has(name) || (name === 'style' && withoutAddresses(style) !== style)) element.removeAttribute(name);
  }
  // Where a link would lead can be read.
  if (target) element.setAttribute('title', target);
  const picture = source?.startsWith('data:image/') ? source : allowedImage(source, images);
  if (picture !== undefined) element.setAttribute('src', picture);
}

/** Style that loads nothing: backgrounds, fonts and further sheets may track as pictures do. A backslash could hide an address. */
function withoutAddresses(style: string): string {
  return style
    .replaceAll('\\', '')
    .replace(/@import[^;]*;?/gi, '')
    .replace(/\b(url|src|image|image-set|cross-fade)\s*\([^)]*\)?/gi, 'none');
}
