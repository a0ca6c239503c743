import type { CampaignDecision } from '../../model/campaign.js';
import { jsonText } from '../../model/json-text.js';

/** The customer's one execution of an action; `undefined` where the row does not say enough to know it again. */
function executionKey({ source, executionDate, planId, planDetailId, decision, journey }: CampaignDecision): string | undefined {
  if (!planDetailId || !executionDate) return undefined;
  return [source, executionDate, planId, planDetailId, decision, journey?.id].join('\n');
}

/** Both lists in one, what says the same once. */
function union<Item>(left: readonly Item[], right: readonly Item[]): readonly Item[] {
  const known = new Map([...left, ...right].map((item) => [jsonText(item), item]));
  return [...known.values()];
}

function merge(left: CampaignDecision, right: CampaignDecision): CampaignDecision {
  return {
    ...right,
    ...left,
    channels: union(left.channels, right.channels),
    tags: union(left.tags, right.tags),
    communications: union(left.communications, right.communications),
    attribution: union(left.attribution, right.attribution),
    bonuses: union(left.bonuses, right.bonuses),
    facts: union(left.facts, right.facts),
  };
}

/**
 * One row for each decision (T20): the documented join repeats an action for each of its channels, and the same decision may come
 * twice. What is known only of one of them is kept; money that came twice is counted once (T31).
 */
export function gatherDecisions(decisions: readonly CampaignDecision[]): readonly CampaignDecision[] {
  const gathered = new Map<string, CampaignDecision>();
  for (const decision of decisions) {
    const key = executionKey(decision) ?? `id\n${decision.id}`;
    const held = gathered.get(key);
    gathered.set(key, held ? merge(held, decision) : decision);
  }
  return [...gathered.values()];
}
