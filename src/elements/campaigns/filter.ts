import { knownChannel } from '../../i18n/words.js';
import { type CampaignDecision, DECISIONS, type Decision } from '../../model/campaign.js';

/** Which decisions: all, those the customer received, those they did not get and why not, or one kind. */
export type DecisionFilter = 'all' | 'received' | 'not-received' | Decision;

/** What a person may narrow the list by; nothing set shows everything. */
export interface CampaignFilters {
  readonly decision?: DecisionFilter;
  /** A documented channel (`email`) or the backend's own word for another. */
  readonly channel?: string;
  readonly category?: string;
  /** Words that all have to be found in the row. */
  readonly text?: string;
}

/** Ways not to get a campaign: the control group's among them, since it was not contacted (T17). */
export const NOT_RECEIVED: readonly Decision[] = ['failed', 'excluded', 'control', 'capped'];

/** The kinds of decision a filter lets through; a word that is no filter lets all through. */
export function decisionsOf(filter: DecisionFilter | undefined): readonly Decision[] {
  if (filter === 'received') return ['sent'];
  if (filter === 'not-received') return NOT_RECEIVED;
  const one = DECISIONS.filter((decision) => decision === filter);
  return one.length ? one : DECISIONS;
}

/** Reads filters from what a host saved; whatever is none is left out. */
export function toFilters(given: unknown): CampaignFilters {
  const filters: Record<string, string> = {};
  if (typeof given !== 'object' || given === null) return filters;
  for (const name of ['decision', 'channel', 'category', 'text']) {
    const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    if (typeof value === 'string' && value !== '') filters[name] = value.slice(0, 200);
  }
  return filters;
}

/** The channels of a decision, documented ones by their one name; of its messages too, where the action names none. */
export function channelsOf({ channels, communications }: CampaignDecision): readonly string[] {
  const names = [...channels.map(({ name }) => name), ...communications.map(({ channel }) => channel)];
  return [...new Set(names.map((name) => knownChannel(name) ?? name))];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const haystacks = new WeakMap<CampaignDecision, string>();

/** Everything the row shows as text, and the ids people know campaigns by. */
function haystackOf(row: CampaignDecision): string {
  let haystack = haystacks.get(row);
  if (haystack === undefined) {
    const { campaign, action, targetGroup, segment, promotionId, tags, channels, reason, planId, planDetailId, decisionAsGiven } = row;
    const words = [campaign.name, campaign.id, action?.name, targetGroup, segment?.name, promotionId, reason, planId, planDetailId, decisionAsGiven];
    haystack = fold([...words, ...tags, ...channels.flatMap(({ name, template }) => [name, template])].filter(Boolean).join('\n'));
    haystacks.set(row, haystack);
  }
  return haystack;
}

/** The rows that pass channel, category and text, whatever was decided: what the counts beside the decisions count. */
export function filterByContent(rows: readonly CampaignDecision[], { channel, category, text }: CampaignFilters): readonly CampaignDecision[] {
  const words = fold(text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  if (!channel && !category && !words.length) return rows;
  return rows.filter(
    (row) =>
      (!channel || channelsOf(row).includes(channel)) &&
      (!category || row.campaign.category === category) &&
      words.every((word) => haystackOf(row).includes(word)),
  );
}

/** How many rows there are of each kind of decision. */
export function countDecisions(rows: readonly Pick<CampaignDecision, 'decision'>[]): ReadonlyMap<Decision, number> {
  const counts = new Map<Decision, number>();
  for (const { decision } of rows) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  return counts;
}

/** The backend's counts by its own words; unknown ones together. */
export function toDecisionCounts(given: ReadonlyMap<string, number>): ReadonlyMap<Decision, number> {
  const counts = new Map<Decision, number>();
  for (const [word, count] of given) {
    const decision = DECISIONS.find((known) => known === word) ?? 'other';
    counts.set(decision, (counts.get(decision) ?? 0) + count);
  }
  return counts;
}

/** How many the filter lets through. */
export function countFor(filter: DecisionFilter, counts: ReadonlyMap<Decision, number>): number {
  return decisionsOf(filter).reduce((sum, decision) => sum + (counts.get(decision) ?? 0), 0);
}

/** What there is to choose among. */
export interface Facets {
  readonly channels: readonly string[];
  readonly categories: readonly string[];
}

/** Channels and categories that occur, in alphabetical order. */
export function facetsOf(rows: readonly CampaignDecision[]): Facets {
  const channels = new Set(rows.flatMap(channelsOf));
  const categories = new Set(rows.flatMap(({ campaign }) => campaign.category ?? []));
  return { channels: [...channels].sort(), categories: [...categories].sort() };
}
