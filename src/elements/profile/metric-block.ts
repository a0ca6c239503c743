import { nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../format/money.js';
import { formatRelativeDay } from '../../format/relative.js';
import { clampText } from '../../format/text.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import { METRIC_NAMES, type Metric, type MetricName, type Metrics } from '../../model/customer.js';
import { dayOf, type Instant } from '../../model/day.js';
import type { Maskable } from '../../model/masking.js';
import type { Product } from '../../model/product.js';
import { html } from '../../ui/html.js';
import { infoIcon } from '../../ui/icons.js';
import { renderProduct } from '../../ui/product.js';
import { renderSecret, type SecretKeeper } from '../../ui/secret.js';
import { arrowDownIcon, arrowUpIcon } from '../../ui/shared-icons.js';
import { tooltip } from '../../ui/tooltip.js';
import { renderNoValue } from '../../ui/value.js';
import { changeOf, formatMetric, formatScope, type MetricStyle, toSparkline } from './metrics-view.js';

/** What the tiles show and whom they tell. */
export interface MetricView extends MetricStyle {
  readonly metrics: Metrics;
  readonly texts: MetricStyle['texts'] & IdentityMessages;
  readonly now: Instant;
  readonly secrets: SecretKeeper;
  readonly picture: (url: string | undefined) => string | undefined;
  readonly link: (url: string | undefined) => string | undefined;
  readonly openProduct: (product: Product, href: string | undefined, event: Event) => void;
}

/** A metric as something that can be masked, by its name or as an amount. */
export function maskableMetric(name: MetricName): Maskable {
  return { key: name, type: name === 'numberOfPurchases' ? 'integer' : 'money' };
}

/** The activity metrics as tiles, each with the scope of its figure (T1), and the last product purchased (B7 to B11). */
export function renderMetrics(view: MetricView): TemplateResult {
  return html`<dl class="tiles">${METRIC_NAMES.map((name) => renderMetric(name, view))}${renderLastProduct(view)}</dl>`;
}

function renderMetric(name: MetricName, view: MetricView): TemplateResult | typeof nothing {
  const { metrics, texts, secrets } = view;
  const metric = metrics[name];
  if (!metric) return nothing;
  const help = name === 'averageOrderValue' ? texts.averageOrderValueHelp : name === 'customerLifetimeValue' ? texts.customerLifetimeValueHelp : undefined;
  const id = `metric-${name}`;
  const content = () => renderFigures(name, metric, view);
  return html`<div class="metric" part="metric">
    <dt class="muted">${help ? renderHelped(texts[name], help, texts) : texts[name]}</dt>
    <dd>
      ${
        secrets.isMasked(maskableMetric(name))
          ? html`<div class="figure">${renderSecret({ name: texts[name], state: secrets.state(id), texts, toggle: () => secrets.toggle(id, name), content })}</div>`
          : content()
      }
    </dd>
  </div>`;
}

/** A name with a mark that tells more on hover and focus; the two never part where the line breaks. */
function renderHelped(name: string, help: string, texts: MetricView['texts']): TemplateResult {
  const lastWord = name.lastIndexOf(' ') + 1;
  return html`${name.slice(0, lastWord)}<span class="together">${name.slice(lastWord)}<button type="button" class="plain icon-button help no-print" aria-label=${`${texts.details}: ${name}`} ${tooltip(help)}>${infoIcon()}</button></span>`;
}

function renderFigures(name: MetricName, metric: Metric, view: MetricView): TemplateResult {
  const { texts, metrics } = view;
  const { value, currency, inTimeFrame, scope } = metric;
  const change = changeOf(name, metric, view);
  const line = toSparkline(metrics.series?.values.get(name));
  const write = (amount: NonNullable<typeof value>) => formatMetric(name, amount, currency, view);
  return html`<span class="figure number">${value === null ? renderNoValue(texts) : write(value)}</span>
    <span class="muted small">${formatScope(metric, view)}</span>
    ${inTimeFrame !== undefined && scope !== 'time-frame' ? html`<span class="small number">${texts.metricInTimeFrame(write(inTimeFrame))}</span>` : nothing}
    ${
      change === undefined
        ? nothing
        : change.direction === 'same'
          ? html`<span class="small muted">${texts.unchanged}</span>`
          : html`<span class=${`small number ${change.direction === 'up' ? 'positive' : 'negative'}`}>${change.direction === 'up' ? arrowUpIcon() : arrowDownIcon()}${texts.changeToBefore(change.text)}</span>`
    }
    ${
      line
        ? html`<svg class="sparkline" part="sparkline" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label=${texts.trend(write(line.first), write(line.last))}><path d=${line.path} /></svg>`
        : nothing
    }`;
}

/** `null` is known that nothing was bought; missing is not provided, and has no place (B11). */
function renderLastProduct(view: MetricView): TemplateResult | typeof nothing {
  const { metrics, texts, language, currency, now, timeZone } = view;
  const product = metrics.lastProductPurchased;
  if (product === undefined) return nothing;
  return html`<div class="metric" part="metric">
    <dt class="muted">${texts.lastProductPurchased}</dt>
    <dd>${product === null ? html`<span class="muted">${texts.nothingBought}</span>` : render(product)}</dd>
  </div>`;

  function render({ id, name, price, imageUrl, url, purchasedAt }: Product): TemplateResult {
    const picture = view.picture(imageUrl);
    const href = view.link(url);
    const title = clampText(name || id, 120);
    const cost = price && formatMoney(price, language, { ...(currency && { currency }) });
    const day = purchasedAt === undefined ? undefined : formatRelativeDay(dayOf(purchasedAt, timeZone), dayOf(now, timeZone), view);
    return renderProduct({
      name: title,
      openLabel: texts.openProduct(title),
      ...(cost && { price: cost }),
      ...(picture && { picture }),
      ...(href && { href }),
      content: html`<span class="product-words"><bdi class="product-name">${title}</bdi><span class="muted small">${[cost, day].filter(Boolean).join(' · ')}</span></span>`,
      onOpen: (event) => view.openProduct({ id, name, ...(url && { url }) }, href, event),
    });
  }
}
