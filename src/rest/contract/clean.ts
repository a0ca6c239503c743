/** What stands for no letter at all (V20). */
const broken = /[\0\p{Cs}]/gu;
/** Controls, and invisible marks that could reorder a neighbour's letters or make two names look alike (V19); line breaks and tabs are text. */
const hidden = /(?![\t\n])[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Whether a text holds none of them and begins with a letter, as most do; letter by letter it is told in half the time a pattern takes. */
export function isHarmless(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7e ? code < 0xa0 || code > 0x1fff : code < 0x20) return false;
  }
  const first = text.charCodeAt(0);
  return first !== 0x20 && first !== 0xa0;
}

/** The text without what no reader could see. */
export function clean(text: string): string {
  return isHarmless(text) ? text : text.replace(broken, '\ufffd').replace(hidden, '');
}
