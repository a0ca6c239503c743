import { clampText } from '../../format/text.js';
import { impactText } from '../../i18n/impact-words.js';
import type { KpiSeries } from '../../model/impact.js';
import type { Writing } from './wording.js';

/** What a figure is called: by its source, as a documented one or by the kind of money it is in the reader's language, else by its key. */
export function seriesText({ key, label, attributed }: KpiSeries, { texts, terms }: Writing): string {
  const own = () => (attributed ? texts.attributedValue(impactText(attributed.impact, attributed.asGiven, texts)) : (terms.figure(key) ?? key));
  return clampText(label ?? own(), 80);
}
