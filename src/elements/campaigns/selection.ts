import type { CampaignDecision, Decision } from '../../model/campaign.js';
import { type CampaignFilters, countDecisions, decisionsOf, type Facets, facetsOf, filterByContent } from './filter.js';
import { gatherDecisions } from './gather.js';
import { type Order, sortDecisions } from './order.js';

/** What is shown of what is loaded. */
export interface Selection {
  /** One row for each decision. */
  readonly all: readonly CampaignDecision[];
  /** Of the rows that pass the other filters, how many there are of each decision. */
  readonly counts: ReadonlyMap<Decision, number>;
  /** Whether anything but the decision narrows the list. */
  readonly isNarrowed: boolean;
  readonly facets: Facets;
  /** Whether any of them brought money, which may still change (S17). */
  readonly hasMoney: boolean;
  /** In order. */
  readonly rows: readonly CampaignDecision[];
}

export type Select = (items: readonly CampaignDecision[], filters: CampaignFilters, order: Order, language: string) => Selection;

/** Makes a selection that does each step again only when something it depends on has changed; forgetting it forgets every row (PR10). */
export function createSelect(): Select {
  const gather = createMemo(gatherDecisions);
  const facets = createMemo(facetsOf);
  const match = createMemo((rows: readonly CampaignDecision[], channel?: string, category?: string, text?: string) =>
    filterByContent(rows, { ...(channel && { channel }), ...(category && { category }), ...(text && { text }) }),
  );
  const count = createMemo(countDecisions);
  const anyMoney = createMemo((rows: readonly CampaignDecision[]) => rows.some(({ attribution }) => attribution.length > 0));
  const sort = createMemo((rows: readonly CampaignDecision[], decision: CampaignFilters['decision'], order: Order, language: string) => {
    const wanted = new Set(decisionsOf(decision));
    return sortDecisions(
      rows.filter((row) => wanted.has(row.decision)),
      order,
      language,
    );
  });
  return (items, { decision, channel, category, text }, order, language) => {
    const all = gather(items);
    const matching = match(all, channel, category, text);
    return {
      all,
      counts: count(matching),
      isNarrowed: matching !== all,
      facets: facets(all),
      hasMoney: anyMoney(all),
      rows: sort(matching, decision, order, language),
    };
  };
}

/** Remembers the last answer and gives it again as long as it is asked the very same. */
function createMemo<Args extends readonly unknown[], Value>(compute: (...args: Args) => Value): (...args: Args) => Value {
  let held: { readonly args: Args; readonly value: Value } | undefined;
  return (...args) => {
    if (!held || args.some((arg, index) => arg !== held?.args[index])) held = { args, value: compute(...args) };
    return held.value;
  };
}
