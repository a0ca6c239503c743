import type { Connection } from '../../model/connection.js';
import type { CustomerMatch, Profile } from '../../model/customer.js';
import type { CampaignsQuery, CustomerQuery, CustomerSource, EventsQuery, ProfileQuery, RangeQuery, ReadOptions } from '../../model/customer-source.js';
import { addDays, dayOf, type Instant, type PlainDay } from '../../model/day.js';
import type { Answer } from '../../model/resource.js';
import { NotEnabled, NothingThere, SourceError } from '../../model/source-error.js';
import type { DayRange } from '../../model/time-frame.js';
import { assertCustomerId } from '../../rest/endpoints.js';
import type { RowSet } from '../../rest/row-set/read-rows.js';
import type { Surroundings } from '../../rest/surroundings.js';
import { toAnswer } from '../answer.js';
import { assertSome, missingOf, type Spare, spare } from '../gather.js';
import { countDecisions, isInRange, selectEvents, toActivity } from '../order.js';
import { RowBackend, type TableEndpoint } from '../row-backend.js';
import { CUSTOMER_ID, FIELD_VIEW, PROFILE_DATE, SCHEDULED_VIEW, TARGETED_VIEW, TRANSLATED_VIEW } from './columns.js';
import { type Decisions, tellsExclusion, toDecisions } from './decisions.js';
import { toEvents } from './events.js';
import { type FieldMap, hasRawNames, toFieldMap } from './field-map.js';
import { toImpact } from './impact.js';
import { toMetrics } from './metrics.js';
import { toProfile } from './profile.js';
import { type Snapshots, toSnapshots } from './snapshots.js';

const source = 'optimove';

/** Where the documented views are expected (contract section 5); the keys name them in `endpoints` and `transform`. */
const tables = {
  profiles: { template: '/customers/{id}/profiles', identity: CUSTOMER_ID, day: PROFILE_DATE, required: [PROFILE_DATE] },
  profileFields: { template: '/profile-fields', required: ['ALIAS_FIELD_NAME'] },
  targeted: { template: '/customers/{id}/targeted', identity: CUSTOMER_ID, day: 'EXECUTION_DATE', required: ['EXECUTION_DATE'] },
  scheduledCampaigns: { template: '/scheduled-campaigns', required: ['PLAN_ID', 'PLAN_DETAIL_ID'] },
} satisfies Readonly<Record<string, TableEndpoint>>;

/** Enough for the newest snapshot and one before it; only a customer without any in these days is asked for whole. */
const recentDays = 35;

/** An id and nothing that could be a name or an address, which have no place in a URL (PR2). */
const idPattern = /^[\w-]{1,64}$/;

/** Snapshots and what came with them. */
interface SnapshotRead {
  readonly snapshots: Snapshots;
  readonly rowSet: RowSet;
  readonly missing: readonly string[];
}

/** Decisions and what came with them. */
interface DecisionRead extends Decisions {
  readonly rowSet: RowSet;
  readonly missing: readonly string[];
}

/** Stands directly on Optimove's views (O1 to O18): a pass-through that returns their rows is all it needs. */
export function createOptimoveSource(connection: Connection, surroundings?: Surroundings): CustomerSource {
  const backend = new RowBackend(connection, tables, surroundings);

  function todayOf({ today }: CustomerQuery, timeZone = 'UTC'): PlainDay {
    return today ?? dayOf(backend.now() as Instant, timeZone);
  }

  /** The field view is asked for only where raw names need it (O7); without it they stand as they are (O5). */
  async function readFieldMap(rowSet: RowSet, options: ReadOptions): Promise<Spare<FieldMap>> {
    if (!hasRawNames(rowSet)) return { missing: [] };
    return spare(FIELD_VIEW, backend.once('profileFields', {}, options).then(toFieldMap), options.signal);
  }

  async function readSnapshots(id: string, range: DayRange, options: ReadOptions, isCustomer = false): Promise<SnapshotRead> {
    const rowSet = await backend.rows('profiles', id, range, options, isCustomer);
    const { value, missing } = await readFieldMap(rowSet, options);
    return { rowSet, snapshots: toSnapshots(rowSet, value ?? new Map()), missing };
  }

  async function readDecisions(query: RangeQuery, options: ReadOptions, snapshots?: Promise<SnapshotRead>): Promise<DecisionRead> {
    const { signal } = options;
    const [targeted, scheduled, profiles] = await Promise.all([
      backend.rows('targeted', query.id, query, options),
      spare(SCHEDULED_VIEW, backend.once('scheduledCampaigns', {}, options), signal),
      snapshots && spare(TRANSLATED_VIEW, snapshots, signal),
    ]);
    if (!tellsExclusion(targeted)) throw new SourceError('malformed', { reason: 'shape', paths: ['PLAN_DETAIL_ID'] });
    const decisions = toDecisions({
      targeted,
      ...(scheduled.value && { scheduled: scheduled.value }),
      ...(profiles?.value && { snapshots: profiles.value.snapshots }),
      today: todayOf(query, query.timeZone),
    });
    const items = decisions.items.filter(({ executionDate }) => executionDate === null || isInRange(executionDate, query));
    return {
      ...decisions,
      items,
      rowSet: targeted,
      missing: [...scheduled.missing, ...(profiles ? [...profiles.missing, ...(profiles.value?.missing ?? [])] : [])],
    };
  }

  async function profile(query: ProfileQuery, options: ReadOptions): Promise<Answer<Profile>> {
    const { id, asOf } = query;
    assertCustomerId(id);
    let read = await readSnapshots(id, { from: addDays(asOf ?? todayOf(query), -recentDays) }, options, true);
    let value = toProfile(read.snapshots, id, asOf);
    if (!value) {
      read = await readSnapshots(id, {}, options, true);
      value = toProfile(read.snapshots, id, asOf);
    }
    if (!value) throw read.snapshots.days.length ? new NothingThere() : new SourceError('not-found');
    return toAnswer(value, {
      rowSets: [read.rowSet],
      source,
      id,
      missing: read.missing,
      leftOut: read.snapshots.leftOut,
      asOf: value.asOf,
    });
  }

  /** The identifier is taken for a `CLIENT_CUSTOMER_ID`: these views know no other (O9). */
  async function search({ identifier }: { readonly identifier: string }, options: ReadOptions): Promise<Answer<readonly CustomerMatch[]>> {
    const id = identifier.trim();
    const isFound = idPattern.test(id) && (await isCustomer(id, options));
    return toAnswer(isFound ? [{ id, matchedOn: { type: CUSTOMER_ID, value: id } }] : [], { source, rowSets: [], missing: [], leftOut: 0 });
  }

  async function isCustomer(id: string, options: ReadOptions): Promise<boolean> {
    const recent = await backend.rows('profiles', id, { from: addDays(todayOf({ id }), -recentDays) }, options);
    return recent.rows.length > 0 || (await backend.rows('profiles', id, {}, options)).rows.length > 0;
  }

  return {
    search,
    profile,

    async metrics(query: RangeQuery, options) {
      assertCustomerId(query.id);
      const today = todayOf(query, query.timeZone);
      const [inFrame, recent] = await Promise.all([
        readSnapshots(query.id, query, options),
        // Of a time frame that is over the figures are today's all the same (T1).
        query.to !== undefined && query.to < today
          ? spare(TRANSLATED_VIEW, readSnapshots(query.id, { from: addDays(today, -recentDays) }, options), options.signal)
          : undefined,
      ]);
      const newest = recent?.value?.snapshots.days.length ? recent.value : inFrame;
      if (newest.snapshots.days.length === 0) throw new NothingThere();
      const value = toMetrics(newest.snapshots.days, inFrame.snapshots.days);
      if (!value) throw new NotEnabled();
      return toAnswer(value, {
        rowSets: [inFrame.rowSet, recent?.value?.rowSet],
        source,
        id: query.id,
        missing: [...inFrame.missing, ...(recent?.missing ?? [])],
        leftOut: inFrame.snapshots.leftOut + (recent?.value?.snapshots.leftOut ?? 0),
        asOf: newest.snapshots.days.at(-1)?.day,
      });
    },

    async impact(query: RangeQuery, options) {
      assertCustomerId(query.id);
      const [profiles, decisions] = await Promise.all([
        spare(TRANSLATED_VIEW, readSnapshots(query.id, query, options), options.signal),
        spare(TARGETED_VIEW, readDecisions(query, options), options.signal),
      ]);
      assertSome([profiles, decisions]);
      const snapshots = profiles.value?.snapshots ?? { days: [], columns: [], table: TRANSLATED_VIEW, leftOut: 0 };
      return toAnswer(toImpact(snapshots, decisions.value?.items ?? [], query), {
        source,
        id: query.id,
        rowSets: [profiles.value?.rowSet, decisions.value?.rowSet],
        missing: [...missingOf([profiles, decisions]), ...(profiles.value?.missing ?? []), ...(decisions.value?.missing ?? [])],
        leftOut: snapshots.leftOut + (decisions.value?.leftOut ?? 0),
        caveats: ['scheduled-only'],
        asOf: snapshots.days.at(-1)?.day,
      });
    },

    async activity(query: RangeQuery, options) {
      assertCustomerId(query.id);
      const { items, rowSet, missing, leftOut } = await readDecisions(query, options);
      return toAnswer(toActivity(toEvents(items, query.timeZone), query), {
        rowSets: [rowSet],
        source,
        id: query.id,
        missing,
        leftOut,
        caveats: ['scheduled-only'],
      });
    },

    async events(query: EventsQuery, options) {
      assertCustomerId(query.id);
      const { items, rowSet, missing, leftOut } = await readDecisions(query, options);
      const events = selectEvents(toEvents(items, query.timeZone), query);
      return toAnswer({ items: events, total: events.length }, { rowSets: [rowSet], source, id: query.id, missing, leftOut, caveats: ['scheduled-only'] });
    },

    async campaigns(query: CampaignsQuery, options) {
      assertCustomerId(query.id);
      const { items, rowSet, missing, leftOut } = await readDecisions(query, options, readSnapshots(query.id, query, options));
      return toAnswer(
        { items, total: items.length, counts: countDecisions(items) },
        { rowSets: [rowSet], source, id: query.id, missing, leftOut, caveats: ['scheduled-only', 'names-of-today'] },
      );
    },
  };
}
