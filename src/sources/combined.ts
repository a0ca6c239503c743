import type { CampaignDecision, CampaignPage } from '../model/campaign.js';
import type { CampaignsQuery, CustomerSource, EventsQuery, Reader, ReadOptions } from '../model/customer-source.js';
import type { CustomerEvent, Page } from '../model/event.js';
import type { Answer } from '../model/resource.js';
import { NotEnabled } from '../model/source-error.js';
import { closed } from './answer.js';
import { assertSome, failureOf, missingOf, type Spare, spare } from './gather.js';
import { addPressure, firstOfEach, joinAnswers, mergeActivities, mergeImpacts, mergeMetrics, mergePredictions, mergeProfiles, type Told } from './merge.js';
import { decodeCursor, mergePages } from './merge-pages.js';
import { compareDecisions, compareEvents } from './order.js';

/** One of the sources named by `source="optimove smartico"`. */
export interface NamedSource {
  readonly name: string;
  readonly source: CustomerSource;
}

/**
 * Several sources as one: what both tell is merged, what one cannot tell the other does, and one that fails leaves the others' data with a
 * note. The written order is precedence (contract section 5, "Combined").
 */
export function createCombinedSource(sources: readonly NamedSource[]): CustomerSource {
  /** Asks all that can answer, in the same tick. */
  async function askAll<Value>(
    name: keyof CustomerSource,
    signal: AbortSignal,
    ask: (source: CustomerSource, sourceName: string) => Promise<Answer<Value>> | undefined,
  ): Promise<{ readonly told: readonly Told<Value>[]; readonly missing: readonly string[] }> {
    const able = sources.filter(({ source }) => source[name]);
    // An answer about somebody else is that source's failure; the others' stand (V26).
    const spares = await Promise.all(
      able.map((one) => spare(one.name, ask(one.source, one.name) ?? Promise.reject(new TypeError(one.name)), signal, () => false)),
    );
    assertSome(spares);
    return { told: spares.flatMap(({ value }, index) => (value ? [{ name: able[index]!.name, answer: value }] : [])), missing: missingOf(spares) };
  }

  /** A reader that asks all with the same question and merges what they tell. */
  function merged<Query extends object, Value>(
    name: keyof CustomerSource,
    readerOf: (source: CustomerSource) => Reader<Query, Value> | undefined,
    merge: (told: readonly Told<Value>[]) => Value,
  ): Reader<Query, Value> {
    return async (query, options) => {
      const { told, missing } = await askAll(name, options.signal, (source) => readerOf(source)?.(query, options));
      return closed({ value: merge(told), ...joinAnswers(told, missing) });
    };
  }

  /** A reader that asks one after the other until one can tell: a proof or a field lives in one place. */
  function first<Query extends object, Value>(readerOf: (source: CustomerSource) => Reader<Query, Value> | undefined): Reader<Query, Value> {
    return async (query, options) => {
      const failures: Spare<unknown>[] = [];
      for (const { name, source } of sources) {
        const reader = readerOf(source);
        if (!reader) continue;
        const asked = await spare(name, reader(query, options), options.signal, () => false);
        if (asked.value) return asked.value;
        failures.push(asked);
      }
      throw failureOf(failures);
    };
  }

  /** Lists are merged by time with one cursor each; see `Place`. */
  function paged<Query extends EventsQuery | CampaignsQuery, Item extends { readonly id: string }, List extends Page<Item>>(
    name: keyof CustomerSource,
    readerOf: (source: CustomerSource) => Reader<Query, List> | undefined,
    compare: (query: Query) => (left: Item, right: Item) => number,
  ): (query: Query, options: ReadOptions) => Promise<{ readonly page: Page<Item>; readonly told: readonly Told<List>[]; readonly missing: readonly string[] }> {
    return async (query, options) => {
      const places = decodeCursor(query.cursor);
      const { told, missing } = await askAll(name, options.signal, (source, sourceName) => {
        const place = places?.get(sourceName);
        if (places && !place) return Promise.resolve({ value: { items: [] } as unknown as List, meta: {}, leftOut: 0 });
        const { cursor: _combined, ...rest } = query;
        return readerOf(source)?.({ ...rest, ...(place?.cursor !== undefined && { cursor: place.cursor }) } as Query, options);
      });
      return { page: mergePages(told, places, compare(query)), told, missing };
    };
  }

  const able = (name: keyof CustomerSource): boolean => sources.some(({ source }) => source[name]);
  const readEvents = paged<EventsQuery, CustomerEvent, Page<CustomerEvent>>(
    'events',
    ({ events }) => events,
    ({ order }) => compareEvents(order),
  );
  const readCampaigns = paged<CampaignsQuery, CampaignDecision, CampaignPage>(
    'campaigns',
    ({ campaigns }) => campaigns,
    () => compareDecisions,
  );

  const settings = sources.find(({ source }) => source.attributeSettings)?.source;
  const refused = (): Promise<never> => Promise.reject(new NotEnabled());

  const all: Required<CustomerSource> = {
    search: merged(
      'search',
      ({ search }) => search,
      (told) =>
        firstOfEach(
          told.flatMap(({ answer }) => answer.value),
          ({ id }) => id,
        ),
    ),
    profile: merged('profile', ({ profile }) => profile, mergeProfiles),
    metrics: merged('metrics', ({ metrics }) => metrics, mergeMetrics),
    impact: merged('impact', ({ impact }) => impact, mergeImpacts),
    activity: merged('activity', ({ activity }) => activity, mergeActivities),
    predictions: merged('predictions', ({ predictions }) => predictions, mergePredictions),
    field: first(({ field }) => field),
    proof: first(({ proof }) => proof),
    // What is read in one place is saved in that place, and nowhere else when that fails.
    attributeSettings: settings?.attributeSettings ?? refused,
    saveAttributeSettings: settings?.saveAttributeSettings ?? refused,
    events: async (query, options) => {
      const { page, told, missing } = await readEvents(query, options);
      return closed({ value: page, ...joinAnswers(told, missing) });
    },
    campaigns: async (query, options) => {
      const { page, told, missing } = await readCampaigns(query, options);
      const counts = new Map<string, number>();
      // Counts of some of the sources would be too small for all of them.
      if (told.every(({ answer }) => answer.value.counts))
        for (const [decision, count] of told.flatMap(({ answer }) => [...(answer.value.counts ?? [])]))
          counts.set(decision, (counts.get(decision) ?? 0) + count);
      const tellers = told.filter(({ answer: { value } }) => value.items.length > 0);
      const pressure = told.flatMap(({ answer }) => answer.value.contactPressure ?? []);
      return closed({
        value: {
          ...page,
          ...(counts.size && { counts }),
          ...(tellers.length > 1 && { mayRepeat: true as const }),
          ...(pressure.length && { contactPressure: addPressure(pressure) }),
        },
        ...joinAnswers(told, missing),
      });
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => able(name as keyof CustomerSource)));
}
