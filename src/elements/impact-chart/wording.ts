import type { Terms } from '../../data/terms.js';
import { formatDay } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { ImpactMessages } from '../../i18n/slices/impact.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import { channelText, decisionText } from '../../i18n/words.js';
import type { PlainDay } from '../../model/day.js';
import type { KpiSeries, TargetedCampaign } from '../../model/impact.js';
import type { Decimal } from '../../model/money.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { campaignsOn, rowOf, type Span } from './view.js';

export type ImpactTexts = SharedMessages & IdentityMessages & ImpactMessages;

/** For whom it is written. */
export interface Writing {
  readonly texts: ImpactTexts;
  readonly terms: Terms;
  readonly language: string;
  readonly today: PlainDay;
  /** For amounts that came without one. */
  readonly currency: string | undefined;
}

/** The day, without its year when that is today's. */
export function dayText(day: PlainDay, { texts, language, today }: Writing): string {
  return formatDay(day, { language, unknown: texts.unknownDate }, today);
}

/** From the first to the last day. */
export function spanText({ from, to }: Span, writing: Writing): string {
  return writing.texts.range(dayText(from, writing), dayText(to, writing));
}

/** The figure's own currency, else that of the answer, else the page's: never a guess (T31). */
export function currencyOf({ currency }: KpiSeries, writing: Writing): string | undefined {
  return currency ?? writing.currency;
}

/** A value of a figure; what is not known is said to be so. */
export function valueText(series: KpiSeries, value: Decimal | null, writing: Writing, signed = false): string {
  const { texts, language } = writing;
  if (value === null) return texts.noSnapshot;
  return series.unit === 'money'
    ? formatMoney({ amount: value }, language, { currency: currencyOf(series, writing), signed })
    : formatNumber(value, language, { signed });
}

/** By which channel, and what was decided. */
export function campaignText({ channel, decision, decisionAsGiven }: TargetedCampaign, texts: ImpactTexts): string {
  const words = [channel && channelText(channel, texts), decisionText(decision, decisionAsGiven, texts)];
  return words.flatMap((word) => (word ? clampText(word, 60) : [])).join(' · ');
}

/** The whole picture in one sentence, for those who do not see it (A2). */
export function summaryText({ impact, shown, writing }: ImpactScene, { from, to }: Span): string {
  const { texts, language } = writing;
  const series = shown.map((each) => {
    const isKnown = (value: Decimal | null, index: number) => value !== null && impact.dates[index]! >= from && impact.dates[index]! <= to;
    return texts.impactSeriesSummary(
      seriesText(each, writing),
      valueText(each, each.values.find(isKnown) ?? null, writing),
      valueText(each, each.values.findLast(isKnown) ?? null, writing),
    );
  });
  const days = impact.targetingDays.filter(({ date }) => date >= from && date <= to).length;
  return texts.impactSummary(series.join('; ') || texts.impact, dayText(from, writing), dayText(to, writing), days, formatNumber(days, language));
}

/** What is known of a day, spoken as the arrows move over it (A3). */
export function spokenDay({ impact, shown, writing }: ImpactScene, day: PlainDay): string {
  const { texts } = writing;
  const row = rowOf(impact, day);
  const figures =
    row < 0 ? [texts.noSnapshot] : shown.map((series) => `${seriesText(series, writing)} ${valueText(series, series.values[row] ?? null, writing)}`);
  const campaigns = campaignsOn(impact, day).map((campaign) => `${clampText(campaign.name)}, ${campaignText(campaign, texts)}`);
  return [dayText(day, writing), ...figures, ...campaigns].join('; ');
}
