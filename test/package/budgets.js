// What a file may weigh: minified, gzip −9, KiB. The targets are those that a page feels on a slow line; where one is not met, the
// budget is what was measured and 3 %, so that growth fails all the same. A budget only ever goes down.

/**
 * @typedef {object} Budget
 * @property {number} kib
 * @property {number} [target] what is aimed at, where it is not met yet
 */

/**
 * Why: what every section carries before its answer is there is about 25: lit, task and context 8, HTTP, its failures and the token 5, states, texts and
 * styles 6, settings, cache and customer 6. What checks an answer (4) and what draws it come beside the answer.
 */
const SECTION_TARGET = 20;

/**
 * Why: about 380 texts, several of them plural in up to six forms. 4 of the 6 KiB are the texts, 2 the names they go by. A file for each
 * section would be smaller on a page with one section, 2.7 for the predictions in German, and more requests and a third more bytes on every
 * page with the panel.
 */
const LANGUAGE_TARGET = 3;

/** @type {Readonly<Record<string, Budget>>} */
export const budgets = {
  // Registering all tags needs the states, texts and requests of all; what draws a section comes in a file of its own beside the data.
  'cdn/c360.js': { kib: 40 },
  // Everything in one file is the entry (40), the chart (28) and all that draws the sections and is otherwise loaded on demand (76);
  // nothing can be left out of it but features.
  'cdn/c360.iife.js': { kib: 148.3, target: 105 },
  chart: { kib: 29 },
  'source optimove': { kib: 6 },
  'source smartico': { kib: 6 },

  'elements/provider': { kib: SECTION_TARGET },
  'elements/campaigns': { kib: 27.3, target: SECTION_TARGET },
  'elements/impact-chart': { kib: 26.8, target: SECTION_TARGET },
  'elements/predictions': { kib: 26.2, target: SECTION_TARGET },
  'elements/profile': { kib: 28.3, target: SECTION_TARGET },
  'elements/search': { kib: SECTION_TARGET },
  'elements/timeline': { kib: 28.4, target: SECTION_TARGET },

  'language ar': { kib: 7.3, target: LANGUAGE_TARGET },
  'language de': { kib: 6.5, target: LANGUAGE_TARGET },
  'language es': { kib: 6.3, target: LANGUAGE_TARGET },
  'language fr': { kib: 6.5, target: LANGUAGE_TARGET },
  'language he': { kib: 6.6, target: LANGUAGE_TARGET },
  'language ja': { kib: 6.9, target: LANGUAGE_TARGET },
  'language pt': { kib: 6.3, target: LANGUAGE_TARGET },
};
