import type { ImpactKind } from '../model/campaign.js';
import type { ImpactMessages } from './slices/impact.js';

type Texts = Pick<ImpactMessages, 'impactDelivery' | 'impactImpression' | 'impactInteraction' | 'impactIndirect'> & {
  readonly other: (value: string) => string;
};

/** What brought the deposit about (S20), in words; a kind nobody documented keeps its own word (PS14). */
export function impactText(impact: ImpactKind, asGiven: string | undefined, texts: Texts): string {
  const words = { delivery: texts.impactDelivery, impression: texts.impactImpression, interaction: texts.impactInteraction, indirect: texts.impactIndirect };
  return impact === 'other' ? texts.other(asGiven ?? impact) : words[impact];
}
