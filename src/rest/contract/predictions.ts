import { ACTIONS, type DiscountPreference, type Insufficient, type Likelihood, type PredictedClv, type Predictions } from '../../model/prediction.js';
import { sorted, withoutDuplicates } from './order.js';
import { count, instant, money, number, oneOf, share, text, word } from './scalars.js';
import { column, either, into, list, object, optional, part, type Read, type Shape, UNREADABLE } from './shape.js';

const distribution = into(object({ min: number, max: number, bins: column(count, null) }), (value) => {
  const bins = value.bins.filter((bin) => bin !== null);
  // A bin left out would move all that follow.
  return value.max > value.min && bins.length > 0 && bins.length === value.bins.length ? { ...value, bins: Object.freeze(bins) } : UNREADABLE;
});

const bands = into(object({ low: number, high: number }), (value) => (value.low <= value.high ? value : UNREADABLE));

/** What every prediction may carry. */
const standing = { percentile: optional(share(100)), distribution: optional(distribution), bands: optional(bands) };

/** Flattens the clamped share into the model's two members. */
function withPercentile<Value extends { readonly percentile?: Read<ReturnType<typeof share>> }>({ percentile, ...rest }: Value) {
  return { ...rest, ...(percentile && { percentile: percentile.value, ...(percentile.clamped && { percentileClamped: true }) }) };
}

const insufficientEntries = { status: oneOf(['insufficient-data']), reason: optional(text) };
const insufficient: Shape<Insufficient> = object(insufficientEntries);

const predictedClv: Shape<PredictedClv> = into(object({ value: money, ...standing }), (value) => ({ status: 'available' as const, ...withPercentile(value) }));

const likelihood: Shape<Likelihood> = either(
  object({ ...insufficientEntries, action: optional(text) }),
  into(object({ action: word(ACTIONS), probability: share(1), ...standing }), ({ probability, ...value }) => ({
    status: 'available' as const,
    ...withPercentile(value),
    probability: probability.value,
    ...(probability.clamped && { clamped: true }),
  })),
);

const discountPreference: Shape<DiscountPreference> = into(object({ score: share(1), ...standing }), ({ score, ...value }) => ({
  status: 'available' as const,
  ...withPercentile(value),
  score: score.value,
  ...(score.clamped && { clamped: true }),
}));

/** The documented order (B32); what is not documented comes after. */
function rank({ action }: Likelihood): number {
  const index = (ACTIONS as readonly string[]).indexOf(action ?? '');
  return index < 0 ? ACTIONS.length : index;
}

/** `predictions` of section 4. */
export const predictions: Shape<Predictions> = object({
  predictedClv: part(either(insufficient, predictedClv), undefined),
  likelihoods: part(
    into(list(likelihood), (likelihoods) =>
      sorted(
        withoutDuplicates(likelihoods, (one) => one.action ?? ''),
        (left, right) => rank(left) - rank(right),
      ),
    ),
    [],
  ),
  discountPreference: part(either(insufficient, discountPreference), undefined),
  horizonDays: optional(count),
  computedAt: optional(instant),
  model: optional(text),
});
