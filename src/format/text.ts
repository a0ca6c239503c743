import { canonicalLanguage } from '../model/language.js';
import { listFormat } from './formatters.js';

/** Cuts a text that is too long to show (V17), at a whole character and with an ellipsis. */
export function clampText(text: string, most = 200): string {
  if (text.length <= most) return text;
  // A cut between the halves of one character would leave a broken one.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Up to two letters that stand for a name: `Dana Rivers` is `DR`; empty when the name has none. */
export function initialsOf(name: string, language: string): string {
  const words = name.slice(0, 200).match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  // As the language has them, not as the viewer's machine does: of `i` Turkish makes `İ`.
  return ends.map((word) => [...word][0]!.toLocaleUpperCase(canonicalLanguage(language))).join('');
}

/** `Optimove and Smartico`: an enumeration in the language. */
export function formatList(items: readonly string[], language: string): string {
  return listFormat(language, { type: 'conjunction' })?.format(items) ?? items.join(', ');
}
