import { html, nothing, type TemplateResult } from 'lit';
import { formatExactInstant, formatInstant } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber, formatPercent } from '../../format/number.js';
import { discountShares, shareBelow } from '../../format/percentile.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishPredictions, type PredictionsMessages } from '../../i18n/slices/predictions.js';
import { toDecimal, toNumber } from '../../model/money.js';
import type { AvailableLikelihood, DiscountPreference, Insufficient, Likelihood, PredictedClv, Predictions, Standing } from '../../model/prediction.js';
import { baseStyles } from '../../ui/base.styles.js';
import { distributionStyles, renderDistribution } from '../../ui/distribution.js';
import { sectionStyles } from '../../ui/section.js';
import { DataElement } from '../data-element.js';
import { predictionsStyles } from './predictions.styles.js';

type Texts = CommonMessages & PredictionsMessages;
type TextKey = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts];

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

/**
 * What the customer is likely to do next, each figure with its place among all customers. Direction is in the words and never in a
 * colour: a high likelihood to unsubscribe is not good (T5), and a low discount percentile is a strong discount buyer (T4).
 *
 * @summary Predicted lifetime value, likelihoods within the horizon, discount preference (B28 to B36).
 *
 * @slot actions - Buttons of the host application, beside the heading.
 * @csspart prediction - One prediction with its sentence and graph.
 * @csspart graph - The spread of all customers with this customer's mark.
 * @cssprop [--c360-accent] - Colour of the customer's mark.
 * @cssState idle - No customer is chosen.
 * @cssState loading - The answer is under way.
 * @cssState ready - The answer is shown.
 * @cssState empty - There is nothing to show, and it says why.
 * @cssState error - The answer could not be loaded.
 * @cssState stale - The answer is shown although it could not be renewed.
 * @cssState hidden - The backend does not license predictions (B28).
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 * @fires {CustomEvent<ErrorDetail>} c360-error - When it finally could not load.
 */
export class C360Predictions extends DataElement<'predictions', Texts> {
  static override readonly styles = [...baseStyles, sectionStyles, distributionStyles, predictionsStyles];

  override readonly section = 'predictions';

  constructor() {
    super({ ...englishCommon, ...englishPredictions }, 'predictions', {
      emptyReason: ({ predictedClv, likelihoods, discountPreference }) =>
        predictedClv || likelihoods.length > 0 || discountPreference ? undefined : 'nothing-ever',
    });
  }

  protected override skeleton(): readonly number[] {
    return [150, 150, 150];
  }

  protected override renderReady({ predictedClv, likelihoods, discountPreference, horizonDays, computedAt, model }: Predictions) {
    const { texts, language } = this;
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
    const { texts, language } = this;
    if (clv.status !== 'available') return this.#renderInsufficient(texts.predictedClv, clv);
    const currency = clv.value.currency ?? this.settings.currency;
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
    const { texts } = this;
    const key = actionTexts.get(likelihood.action ?? '');
    const title = key ? texts[key] : likelihood.action ? texts.other(likelihood.action) : texts.likelihoods;
    return likelihood.status === 'available' ? this.#renderAvailable(title, likelihood) : this.#renderInsufficient(title, likelihood);
  }

  #renderAvailable(title: string, likelihood: AvailableLikelihood): TemplateResult {
    const { texts, language } = this;
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
    const { texts, language } = this;
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
    const { texts } = this;
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
      <p class="insufficient">${this.texts.insufficientData}</p>
      ${reason ? html`<p class="muted small"><bdi>${reason}</bdi></p>` : nothing}
    </div>`;
  }

  /** That these are estimates, by which model and how old (B36, T35). */
  #renderOrigin(computedAt: Predictions['computedAt'], model: string | undefined): TemplateResult {
    const { texts, language } = this;
    const style = { language, timeZone: this.zone, unknown: texts.unknownDate };
    const age = computedAt === undefined ? 0 : Math.floor((this.nowInstant - computedAt) / DAY);
    return html`<p class="origin muted small">
      <span>${texts.estimates}</span>
      ${model ? html`<span>${texts.model(model)}</span>` : nothing}
      ${computedAt === undefined ? nothing : html`<time title=${formatExactInstant(computedAt, style)}>${texts.computedOn(formatInstant(computedAt, style))}</time>`}
      ${age > OLD_MODEL_DAYS ? html`<span class="warning">${texts.oldModel(age, formatNumber(age, language))}</span>` : nothing}
    </p>`;
  }
}

/** Low under the first threshold, high from the second on. */
function bandOf(value: number, { low, high }: { readonly low: number; readonly high: number }, texts: Texts): string {
  return value < low ? texts.bandLow : value >= high ? texts.bandHigh : texts.bandMedium;
}
