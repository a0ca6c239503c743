import { html as litHtml } from 'lit';
import { clampText } from '../format/text.js';

/** Longest text of a place without a way to see more: more than any sentence of ours, and soon laid out. */
const LONGEST = 1000;

/** What stands before a value that a program reads: an attribute that no person reads or hears. */
const unseen = /(?<!aria-\w+|title)=[^=>]*$/;

/**
 * Lit's `html`, and the one way of a text into a page: a text that is too long is cut where a person reads it (V17), since a browser may
 * take minutes to lay out a megabyte without a space. What a program reads stays whole: ids, addresses, properties. `longText` shows more.
 */
export const html: typeof litHtml = (strings, ...values) => {
  // A loop, since this is asked for each text of each row.
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (typeof value === 'string' && value.length > LONGEST && !unseen.test(strings[index]!)) values[index] = clampText(value, LONGEST);
  }
  return litHtml(strings, ...values);
};
