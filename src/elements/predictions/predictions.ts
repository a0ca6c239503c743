import { html, nothing } from 'lit';
import { formatMoney } from '../../format/money.js';
import { formatPercent } from '../../format/number.js';
import { shareBelow } from '../../format/percentile.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishPredictions, type PredictionsMessages } from '../../i18n/slices/predictions.js';
import type { Predictions } from '../../model/prediction.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { DataElement } from '../data-element.js';

/**
 * What the customer is likely to do next, each figure with its place among all customers.
 *
 * @summary Predicted lifetime value, likelihoods within the horizon, discount preference (B28 to B36).
 */
export class C360Predictions extends DataElement<'predictions', CommonMessages & PredictionsMessages> {
  static override readonly styles = [...baseStyles, sectionStyles];

  override readonly section = 'predictions';

  constructor() {
    super({ ...englishCommon, ...englishPredictions }, 'predictions');
  }

  protected override renderReady({ predictedClv }: Predictions) {
    const share = predictedClv?.status === 'available' ? shareBelow(predictedClv.percentile) : undefined;
    return predictedClv?.status === 'available'
      ? html`<div part="prediction">
          <p class="muted">${this.texts.predictedClv}</p>
          <p>${formatMoney(predictedClv.value, this.language, { currency: this.settings.currency })}</p>
          ${share ? html`<p>${formatPercent(share.percent, this.language)}</p>` : nothing}
        </div>`
      : nothing;
  }
}
