import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import { instantNow } from '../../data/question.js';
import { formatExactInstant, formatInstant } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber, formatPercent } from '../../format/number.js';
import { discountShares, shareBelow } from '../../format/percentile.js';
import { clampText } from '../../format/text.js';
import { englishPredictions, type PredictionsMessages } from '../../i18n/slices/predictions.js';
import { englishShared, type SharedMessages } from '../../i18n/slices/shared.js';
import { toDecimal, toNumber } from '../../model/money.js';
import type { AvailableLikelihood, DiscountPreference, Insufficient, Likelihood, PredictedClv, Predictions, Standing } from '../../model/prediction.js';
import { distributionStyles, renderDistribution } from '../../ui/distribution.js';
import { html } from '../../ui/html.js';
import { longText } from '../../ui/long-text.js';
import type { SectionHost } from '../section-host.js';
import { predictionsStyles } from './predictions.styles.js';

export type PredictionsTexts = SharedMessages & PredictionsMessages;
type TextKey = { [Key in keyof PredictionsTexts]: PredictionsTexts[Key] extends string ? Key : never }[keyof PredictionsTexts];

/** A model older than this is called old: models refresh nightly at most, and horizons are weeks. */
const OLD_MODEL_DAYS = 30;
const DAY = 86_400_000;

/** Unknown actions keep their own word (contract section 4). */
const actionTexts = new Map<string, TextKey>([
  ['click', 'actionClick'],
  ['unsubscribe', 'actionUnsubscribe'],
  ['open', 'actionOpen'],
  ['purchase', 'actionPurchase'],
]);

/** What one prediction draws; all of it text already. */
interface Card {
  readonly title: string;
  readonly figure: unknown;
  readonly sentence: string | undefined;
  readonly standing: Standing;
  /** On the distribution's scale. */
  readonly value: number;
  readonly valueText: string;
  /** Writes the ends of the distribution's scale. */
  readonly formatEnd: (value: number) => string;
  /** Ends of the scale in words, where they have names. */
  readonly ends?: readonly [low: string, high: string];
  readonly clamped?: boolean;
  /** Says what is low, medium or high, where the bare word would mislead. */
  readonly bandText?: (band: string) => string;
}

/** Draws predictions: a file of its own, loaded while the data is under way. */
export class PredictionsView {
  static readonly english = { ...englishShared, ...englishPredictions };
  static readonly styles: CSSResultGroup = [distributionStyles, predictionsStyles];

  readonly #host: SectionHost<Predictions, PredictionsTexts>;

  constructor(host: SectionHost<Predictions, PredictionsTexts>) {
    this.#host = host;
  }

  render({ predictedClv, likelihoods, discountPreference, horizonDays, computedAt, model }: Predictions) {
    const { texts, language } = this.#host;
    return html`<div class="cards">
        ${predictedClv ? html`<div class="card">${this.#renderClv(predictedClv)}</div>` : nothing}
        ${
          likelihoods.length > 0
            ? html`<div class="card likelihoods">
                <p class="title muted">${horizonDays === undefined ? texts.likelihoods : texts.likelyWithin(horizonDays, formatNumber(horizonDays, language))}</p>
                <div class="list">${likelihoods.map((likelihood) => this.#renderLikelihood(likelihood))}</div>
              </div>`
            : nothing
        }
        ${discountPreference ? html`<div class="card">${this.#renderDiscount(discountPreference)}</div>` : nothing}
      </div>
      ${this.#renderOrigin(computedAt, model)}`;
  }

  #renderClv(clv: PredictedClv | Insufficient): TemplateResult {
    const { texts, language } = this.#host;
    if (clv.status !== 'available') return this.#renderInsufficient(texts.predictedClv, clv);
    const currency = clv.value.currency ?? this.#host.settings.currency;
    const figure = formatMoney(clv.value, language, { currency });
    const share = shareBelow(clv.percentile);
    return this.#renderCard({
      title: texts.predictedClv,
      figure: html`<p class="figure number">${figure}</p>
        <p class="muted small">${texts.predictedClvMeaning}</p>`,
      sentence: share && texts.clvStanding(share.extent, formatPercent(share.percent, language)),
      standing: clv,
      value: toNumber(clv.value.amount),
      valueText: figure,
      formatEnd: (value) => {
        const amount = toDecimal(value);
        return amount ? formatMoney({ amount }, language, { currency, compact: true }) : '';
      },
    });
  }

  #renderLikelihood(likelihood: Likelihood): TemplateResult {
    const { texts } = this.#host;
    const key = actionTexts.get(likelihood.action ?? '');
    const title = key ? texts[key] : likelihood.action ? texts.other(clampText(likelihood.action, 80)) : texts.likelihoods;
    return likelihood.status === 'available' ? this.#renderAvailable(title, likelihood) : this.#renderInsufficient(title, likelihood);
  }

  #renderAvailable(title: string, likelihood: AvailableLikelihood): TemplateResult {
    const { texts, language } = this.#host;
    const percent = formatPercent(likelihood.probability * 100, language);
    const share = shareBelow(likelihood.percentile);
    const sentence = share && texts.likelihoodStanding(share.extent, formatPercent(share.percent, language));
    return this.#renderCard({
      title,
      figure: html`<p class="figure number" role="meter" aria-label=${title} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${likelihood.probability * 100} aria-valuetext=${[texts.likely(percent), sentence].filter(Boolean).join('; ')}>
        ${percent}
      </p>`,
      sentence,
      standing: likelihood,
      value: likelihood.probability,
      valueText: percent,
      formatEnd: (value) => formatPercent(value * 100, language),
      clamped: likelihood.clamped,
    });
  }

  #renderDiscount(discount: DiscountPreference | Insufficient): TemplateResult {
    const { texts, language } = this.#host;
    if (discount.status !== 'available') return this.#renderInsufficient(texts.discountPreference, discount);
    const score = formatNumber(discount.score, language);
    const shares = discountShares(discount.percentile);
    return this.#renderCard({
      title: texts.discountPreference,
      figure: html`<p class="figure number" role="meter" aria-label=${texts.discountPreference} aria-valuemin="0" aria-valuemax="1" aria-valuenow=${discount.score} aria-valuetext=${texts.discountScore(score)}>
        ${score}
      </p>`,
      sentence:
        shares &&
        texts.discountStanding(
          shares.moreDiscount.extent,
          formatPercent(shares.moreDiscount.percent, language),
          formatPercent(shares.moreFullPrice.percent, language),
        ),
      standing: discount,
      value: discount.score,
      valueText: score,
      formatEnd: (value) => formatNumber(value, language),
      ends: [texts.discountBuyer, texts.fullPriceBuyer],
      clamped: discount.clamped,
      bandText: texts.bandOfScore,
    });
  }

  #renderCard({ title, figure, sentence, standing, value, valueText, formatEnd, ends, clamped, bandText = (band) => band }: Card): TemplateResult {
    const { texts } = this.#host;
    const { distribution, percentile, percentileClamped, bands } = standing;
    const scaled = distribution !== undefined && distribution.bins.length > 1 && distribution.max > distribution.min;
    const [low, high] = ends ?? (scaled ? [formatEnd(distribution.min), formatEnd(distribution.max)] : [texts.lowestCustomer, texts.highestCustomer]);
    const graph = renderDistribution({
      distribution,
      value: scaled ? value : undefined,
      percentile,
      label: texts.spreadOfCustomers(title, valueText, low, high),
    });
    return html`<div class="prediction" part="prediction">
      <div class="top">
        <p class="title muted">${title}</p>
        ${bands ? html`<span class="badge muted">${bandText(bandOf(value, bands, texts))}</span>` : nothing}
      </div>
      ${figure} ${sentence ? html`<p class="sentence">${sentence}</p>` : nothing}
      ${clamped || percentileClamped ? html`<p class="warning small">${texts.clampedValue}</p>` : nothing}
      ${graph === nothing ? nothing : html`<div class="graph">${graph}<p class="ends muted small number" aria-hidden="true"><span>${low}</span><span>${high}</span></p></div>`}
    </div>`;
  }

  #renderInsufficient(title: string, { reason }: Insufficient): TemplateResult {
    return html`<div class="prediction" part="prediction">
      <p class="title muted">${title}</p>
      <p class="insufficient">${this.#host.texts.insufficientData}</p>
      ${reason ? html`<p class="muted small"><bdi>${longText(reason, { texts: this.#host.texts, first: 500 })}</bdi></p>` : nothing}
    </div>`;
  }

  /** That these are estimates, by which model and how old (B36, T35). */
  #renderOrigin(computedAt: Predictions['computedAt'], model: string | undefined): TemplateResult {
    const { texts, language } = this.#host;
    const style = { language, timeZone: this.#host.zone, unknown: texts.unknownDate };
    const age = computedAt === undefined ? 0 : Math.floor((instantNow(this.#host.settings.now) - computedAt) / DAY);
    return html`<p class="origin muted small">
      <span>${texts.estimates}</span>
      ${model ? html`<span>${texts.model(model)}</span>` : nothing}
      ${computedAt === undefined ? nothing : html`<time title=${formatExactInstant(computedAt, style)}>${texts.computedOn(formatInstant(computedAt, style))}</time>`}
      ${age > OLD_MODEL_DAYS ? html`<span class="warning">${texts.oldModel(age, formatNumber(age, language))}</span>` : nothing}
    </p>`;
  }
}

/** Low under the first threshold, high from the second on. */
function bandOf(value: number, { low, high }: { readonly low: number; readonly high: number }, texts: PredictionsTexts): string {
  return value < low ? texts.bandLow : value >= high ? texts.bandHigh : texts.bandMedium;
}
