import { clampText } from '../../format/text.js';
import { impactText } from '../../i18n/impact-words.js';
import type { ImpactMessages } from '../../i18n/slices/impact.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { KpiSeries } from '../../model/impact.js';

/** What a figure is called: by its source, by the kind of money it is in the reader's language, else by its key. */
export function seriesText({ key, label, attributed }: KpiSeries, texts: SharedMessages & ImpactMessages): string {
  return clampText(label ?? (attributed ? texts.attributedValue(impactText(attributed.impact, attributed.asGiven, texts)) : key), 80);
}
