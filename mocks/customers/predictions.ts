import { populationJson } from '../data/population.data.js';
import type { DistributionWire, PredictionsWire, StandingWire } from '../wire.js';
import type { Household } from './shop.js';
import { dollars } from './shop.js';

type Measure = 'predictedClv' | 'click' | 'unsubscribe' | 'open' | 'purchase' | 'discountScore' | 'spend';

interface Population {
  readonly households: number;
  readonly distributions: { readonly [Name in Measure]: DistributionWire };
  readonly quantiles: { readonly [Name in Measure]: readonly number[] };
}

/** Measured over all households of the data, not only the ones shown here. */
export const population = JSON.parse(populationJson) as Population;

/** Value and place among all customers, for each measure. */
export type Places = { readonly [Name in Measure]?: readonly [value: number, percentile: number] };

/** The value at this place among all households; only a share of customers below can be asked for, as percentiles are defined. */
export function placeAt(measure: Measure, percentile: number): readonly [number, number] {
  return [population.quantiles[measure][Math.min(Math.max(Math.round(percentile), 0), 100)] ?? 0, percentile];
}

const actions = ['click', 'unsubscribe', 'open', 'purchase'] as const;

/** The three predictions (B29), invented by simple rules over the real households; the model's name says so. */
export function createPredictions(places: Places): PredictionsWire {
  const { predictedClv, discountScore } = places;
  return {
    predictedClv: predictedClv ? { value: dollars(Math.round(predictedClv[0] * 100)), ...standing('predictedClv', predictedClv[1]) } : insufficient,
    likelihoods: actions.map((action) => {
      const place = places[action];
      return place ? { action, probability: place[0], ...standing(action, place[1]) } : { ...insufficient, action };
    }),
    discountPreference: discountScore ? { score: discountScore[0], ...standing('discountScore', discountScore[1]) } : insufficient,
    horizonDays: 14,
    computedAt: '2017-12-31T04:10:00-05:00',
    model: 'mock-rules 1 (invented)',
  };
}

/** Fewer than five orders tell too little (T35). */
export function predictionsOf({ predicted, orders }: Household): PredictionsWire {
  return orders.length < 5 ? createPredictions({}) : createPredictions(predicted);
}

const insufficient = { status: 'insufficient-data', reason: 'Fewer than 5 orders' } as const;

function standing(measure: Measure, percentile: number): StandingWire {
  const at = population.quantiles[measure];
  return { percentile, distribution: population.distributions[measure], bands: { low: at[33] ?? 0, high: at[80] ?? 0 } };
}
