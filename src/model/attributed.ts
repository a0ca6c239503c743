import { sumMoney } from './arithmetic.js';
import { type Attribution, IMPACTS, type ImpactKind } from './campaign.js';
import type { Money } from './money.js';

/** Attributed value of one kind of impact. */
export interface ImpactSum {
  readonly impact: ImpactKind;
  /** The backend's own word for an impact that is none of the documented ones. */
  readonly asGiven?: string;
  readonly sums: readonly Money[];
}

/** Attributed value in the base currency, the only one that may be summed (S19, T31), by kind of impact in the documented order (S20). */
export function sumByImpact(attribution: readonly Attribution[]): readonly ImpactSum[] {
  const kinds = new Map<string, Attribution[]>();
  for (const one of attribution) {
    const key = one.impact === 'other' ? `other ${one.impactAsGiven ?? ''}` : one.impact;
    const held = kinds.get(key);
    if (held) held.push(one);
    else kinds.set(key, [one]);
  }
  return [...kinds.values()]
    .map((list) => ({
      impact: list[0]!.impact,
      ...(list[0]!.impactAsGiven && { asGiven: list[0]!.impactAsGiven }),
      sums: sumMoney(list.map(({ value }) => value)),
    }))
    .sort((left, right) => IMPACTS.indexOf(left.impact) - IMPACTS.indexOf(right.impact));
}
