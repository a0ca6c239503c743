/** What is no text although it stands between tags. */
const silent = new Set(['style', 'script', 'head', 'title', 'template']);
/** What begins a new line. */
const lines = new Set(['p', 'div', 'br', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'ul', 'ol', 'hr', 'blockquote']);
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/**
 * The words of a mail that came without a text part, to be read and never to be parsed: one pass, whatever the markup is like
 * (X12). What it gives is shown as text, so that nothing in it can do anything.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let silence = '';
  for (const [index, piece] of html.split('<').entries()) {
    if (silence === '--' || (!silence && index > 0 && piece.startsWith('!--'))) {
      const over = piece.indexOf('-->');
      silence = over < 0 ? '--' : '';
      if (over >= 0) text += piece.slice(over + 3).replace(/\s+/g, ' ');
      continue;
    }
    const end = index === 0 ? -1 : piece.indexOf('>');
    if (index > 0 && (end < 0 || !/^[a-z/!?]/i.test(piece))) {
      if (!silence) text += `<${piece}`;
      continue;
    }
    const [, closing, name = ''] = /^(\/?)([a-z][a-z0-9]*)/i.exec(piece.slice(0, 40)) ?? [];
    const tag = name.toLowerCase();
    if (silence) {
      if (closing && tag === silence) silence = '';
      else continue;
    } else if (!closing && silent.has(tag) && index > 0) {
      silence = tag;
      continue;
    }
    if (lines.has(tag)) text += '\n';
    text += piece.slice(end + 1).replace(/\s+/g, ' ');
  }
  return text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return entities.get(String(name).toLowerCase()) ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
