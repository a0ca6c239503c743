import type { Connection } from '../../model/connection.js';
import type { CampaignsQuery, CustomerSource, EventsQuery, RangeQuery, ReadOptions } from '../../model/customer-source.js';
import { addDays, dayOf, type Instant, type PlainDay, startOfDay } from '../../model/day.js';
import { SourceError } from '../../model/source-error.js';
import type { DayRange } from '../../model/time-frame.js';
import { assertCustomerId } from '../../rest/endpoints.js';
import type { RowSet } from '../../rest/row-set/read-rows.js';
import type { Surroundings } from '../../rest/surroundings.js';
import { toAnswer } from '../answer.js';
import { assertSome, missingOf, spare } from '../gather.js';
import { countDecisions, isInRange, selectEvents, toActivity } from '../order.js';
import { RowBackend, type TableEndpoint } from '../row-backend.js';
import { toAttribution } from './attribution.js';
import { toContactPressure, toDecisions } from './decisions.js';
import { DIMENSIONS, type Dimension, type DimensionName, type Dimensions, toDimension } from './dimensions.js';
import { toEvents } from './events.js';
import { toImpact } from './impact.js';
import { type FactTables, type Story, toStory } from './story.js';

const source = 'smartico';
const identity = 'user_ext_id';

/** Where the documented tables are expected (contract section 5); the keys name them in `endpoints` and `transform`. */
const tables = {
  communications: { template: '/customers/{id}/communications', identity, day: 'fact_date', required: ['fact_date', 'fact_type_id', 'communication_id'] },
  engagements: { template: '/customers/{id}/engagements', identity, day: 'create_date', required: ['create_date', 'activity_type_id', 'engagement_id'] },
  bonuses: { template: '/customers/{id}/bonuses', identity, day: 'fact_date', required: ['fact_date', 'bonus_id'] },
  // It carries `user_id` alone: the backend maps the id, and the other tables check it (T31).
  attribution: { template: '/customers/{id}/attribution', day: 'event_date', required: ['event_date', 'audience_id', 'value'] },
  dimensions: { template: '/dimensions/{name}' },
} satisfies Readonly<Record<string, TableEndpoint>>;

type FactTable = keyof FactTables;

/** As the warehouse calls them, for what a person reads when one is missing. */
const tableNames: Readonly<Record<FactTable, string>> = {
  communications: 'j_communication',
  engagements: 'j_engagements',
  bonuses: 'j_bonuses',
  attribution: 'j_av',
};

/** All fact tables keep so many days (S17, S23, S31, S38). */
const keptDays = 180;

interface StoryRead {
  readonly story: Story;
  readonly dimensions: Dimensions;
  readonly rowSets: readonly (RowSet | undefined)[];
  readonly missing: readonly string[];
}

/** Stands directly on Smartico's tables (S1 to S44): a pass-through that returns their rows is all it needs. */
export function createSmarticoSource(connection: Connection, surroundings?: Surroundings): CustomerSource {
  const backend = new RowBackend(connection, tables, surroundings);

  function todayOf({ today, timeZone }: RangeQuery): PlainDay {
    return today ?? dayOf(backend.now() as Instant, timeZone);
  }

  /** Nothing is kept from before this day; "today" counts as kept. */
  function dataSince(query: RangeQuery): PlainDay {
    return addDays(todayOf(query), -keptDays);
  }

  /** A warehouse cuts days in its own zone, so a day more is asked for on either side and cut here in the reader's (T25). */
  function readRows(name: FactTable, { id, from, to }: RangeQuery, options: ReadOptions): Promise<RowSet> {
    const padded: DayRange = { ...(from !== undefined && { from: addDays(from, -1) }), ...(to !== undefined && { to: addDays(to, 1) }) };
    return backend.rows(name, id, padded, options);
  }

  /** Each once per page; a missing one leaves its ids standing. */
  async function readDimensions(
    names: readonly DimensionName[],
    options: ReadOptions,
  ): Promise<{ readonly dimensions: Dimensions; readonly missing: readonly string[] }> {
    const spares = await Promise.all(names.map((name) => spare(name, backend.once('dimensions', { name }, options), options.signal)));
    const held = spares.flatMap(({ value }, index): [DimensionName, Dimension][] => (value ? [[names[index]!, toDimension(names[index]!, value)]] : []));
    return { dimensions: new Map(held), missing: missingOf(spares) };
  }

  async function readStory(names: readonly FactTable[], dimensionNames: readonly DimensionName[], query: RangeQuery, options: ReadOptions): Promise<StoryRead> {
    const [{ dimensions, missing }, ...spares] = await Promise.all([
      readDimensions(dimensionNames, options),
      ...names.map((name) => spare(tableNames[name], readRows(name, query, options), options.signal)),
    ]);
    assertSome(spares);
    const facts: FactTables = Object.fromEntries(names.map((name, index) => [name, spares[index]?.value]));
    refuseOtherUsers(facts);
    return { story: toStory(facts, dimensions, query.timeZone), dimensions, rowSets: Object.values(facts), missing: [...missingOf(spares), ...missing] };
  }

  async function readEvents(query: RangeQuery, options: ReadOptions) {
    const read = await readStory(
      ['communications', 'engagements', 'bonuses'],
      DIMENSIONS.filter((name) => name !== 'dm_segment'),
      query,
      options,
    );
    return { ...read, events: toEvents(read.story, read.dimensions) };
  }

  function partsOf(query: RangeQuery, { story, rowSets, missing }: StoryRead) {
    // The story has counted what the decoder left out already.
    return {
      source,
      id: query.id,
      rowSets: rowSets.map((rowSet) => rowSet && { ...rowSet, leftOut: 0 }),
      missing,
      leftOut: story.leftOut,
      dataSince: dataSince(query),
    };
  }

  return {
    async impact(query: RangeQuery, options) {
      assertCustomerId(query.id);
      const [kept, today] = [dataSince(query), todayOf(query)];
      const { from = kept, to = today } = query;
      const [start, end] = [from > kept ? from : kept, to < today ? to : today];
      // From where the tables reach back to, so that the lines do not begin anew with each time frame.
      const since: RangeQuery = { ...query, from: query.from !== undefined && query.from < kept ? query.from : kept };
      const rowSet = await readRows('attribution', since, options);
      const { records, leftOut } = toAttribution(rowSet.rows, query.timeZone);
      const attribution = records.map((record) => record.attribution).filter(({ date }) => isInRange(date, since));
      return toAnswer(toImpact(attribution, start, end), {
        source,
        id: query.id,
        rowSets: [rowSet],
        missing: [],
        leftOut,
        dataSince: kept,
        caveats: ['may-change'],
      });
    },

    async activity(query: RangeQuery, options) {
      assertCustomerId(query.id);
      const read = await readEvents(query, options);
      return toAnswer(toActivity(read.events, query), { ...partsOf(query, read), caveats: ['tracked-30-days'] });
    },

    async events(query: EventsQuery, options) {
      assertCustomerId(query.id);
      const read = await readEvents(query, options);
      const items = selectEvents(read.events, query);
      return toAnswer({ items, total: items.length }, { ...partsOf(query, read), caveats: ['tracked-30-days'] });
    },

    async campaigns(query: CampaignsQuery, options) {
      assertCustomerId(query.id);
      const read = await readStory(['communications', 'engagements', 'bonuses', 'attribution'], DIMENSIONS, query, options);
      const today = todayOf(query);
      const now = Math.min(backend.now(), startOfDay(addDays(today, 1), query.timeZone)) as Instant;
      const items = toDecisions(read.story, read.dimensions, query, now);
      const [sevenDays, thirtyDays] = [addDays(today, -6), addDays(today, -29)];
      // A time frame that does not hold the thirty days whole would count too few.
      const isCovered = isInRange(thirtyDays, query) && isInRange(today, query);
      return toAnswer(
        {
          items,
          total: items.length,
          counts: countDecisions(items),
          ...(isCovered && { contactPressure: toContactPressure(read.story.communications, query.timeZone, sevenDays, thirtyDays, today) }),
        },
        { ...partsOf(query, read), caveats: ['may-change', 'tracked-30-days'] },
      );
    },
  };
}

/** Attribution has no id of the operator's to check (T31): its users must be among those the other tables name, where they name any. */
function refuseOtherUsers({ attribution, ...others }: FactTables): void {
  const usersOf = (rowSet: RowSet | undefined): readonly string[] => rowSet?.rows.flatMap((row) => row.text('user_id') ?? []) ?? [];
  const known = new Set(Object.values(others).flatMap(usersOf));
  if (known.size > 0 && usersOf(attribution).some((user) => !known.has(user))) throw new SourceError('malformed', { reason: 'identity-mismatch' });
}
