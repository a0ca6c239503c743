import { html, nothing, type TemplateResult } from 'lit';
import { type DateStyle, formatDay } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import type { CommonMessages } from '../../i18n/slices/common.js';
import type { ProfileMessages } from '../../i18n/slices/profile.js';
import { METRIC_NAMES, type Metric, type MetricName, type Metrics } from '../../model/customer.js';
import type { Decimal } from '../../model/money.js';
import { renderNoValue } from '../../ui/value.js';

/** How metrics are written. */
export interface MetricStyle extends DateStyle {
  readonly texts: CommonMessages & ProfileMessages;
  /** For amounts that arrive without a currency. */
  readonly currency?: string;
}

/** Writes a figure of a metric: purchases are a count, everything else money; an average is rounded to what its currency has. */
export function formatMetric(name: MetricName, amount: Decimal, currency: string | undefined, style: MetricStyle): string {
  if (name === 'numberOfPurchases') return formatNumber(amount, style.language);
  return formatMoney({ amount, ...(currency && { currency }) }, style.language, { currency: style.currency, rounded: name === 'averageOrderValue' });
}

/** What the figure covers, printed on its tile, because the documents mix lifetime and time frame (T1). */
export function formatScope({ scope, since }: Metric, style: MetricStyle): string {
  const { texts } = style;
  const words = { 'since-integration': texts.sinceIntegration, lifetime: texts.lifetime, 'time-frame': texts.inTimeFrame }[scope];
  return since ? texts.scopeSince(words, formatDay(since, style)) : words;
}

/** Draws the figures that came, each with its scope; a dash where there is nothing to divide (T3). */
export function renderMetrics(metrics: Metrics, style: MetricStyle): readonly (TemplateResult | typeof nothing)[] {
  return METRIC_NAMES.map((name) => {
    const metric = metrics[name];
    if (!metric) return nothing;
    return html`<div class="metric" part="metric">
      <dt class="muted">${style.texts[name]}</dt>
      <dd>
        <span class="figure number">${metric.value === null ? renderNoValue(style.texts) : formatMetric(name, metric.value, metric.currency, style)}</span>
        <span class="muted small">${formatScope(metric, style)}</span>
      </dd>
    </div>`;
  });
}
