import { nothing } from 'lit';
import { englishCommon } from '../../i18n/slices/common.js';
import type { PredictionsMessages } from '../../i18n/slices/predictions.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { Predictions } from '../../model/prediction.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { DataElement } from '../data-element.js';
import type { PredictionsView } from './predictions-view.js';

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
export class C360Predictions extends DataElement<'predictions', SharedMessages & PredictionsMessages> {
  static override readonly styles = [...baseStyles, sectionStyles];

  override readonly section = 'predictions';

  #view: PredictionsView | undefined;

  constructor() {
    super(englishCommon, 'predictions', {
      isEmpty: ({ predictedClv, likelihoods, discountPreference }) => !predictedClv && likelihoods.length === 0 && !discountPreference,
    });
  }

  protected override async prepare(): Promise<void> {
    const { PredictionsView } = await import('./predictions-view.js');
    this.addPart(PredictionsView);
    this.#view = new PredictionsView(this.host);
  }

  protected override skeleton(width: number): readonly number[] {
    // Three cards beside each other: narrow ones break their sentences.
    return [width < 440 ? 1080 : width < 720 ? 540 : width < 900 ? 340 : 300];
  }

  protected override renderReady(predictions: Predictions): unknown {
    return this.#view?.render(predictions) ?? nothing;
  }
}
