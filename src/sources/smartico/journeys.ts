import type { Journey } from '../../model/campaign.js';
import type { Row } from '../../rest/row-set/row.js';
import { given } from '../given.js';
import { type Dimensions, firstText, groupRows, nameOf } from './dimensions.js';

/** S2: what every campaign has. */
const START = '1';
const STOP = '2';
const CONVERTED = '3';

/** One way of the customer through a campaign, and the ids by which other tables refer to it. */
export interface JourneyRecord {
  readonly journey: Journey;
  /** `engagement_uid` of the root row: what communications call `root_engagement_uuid` (T40). */
  readonly uid?: string;
  /** Ids and uids of all its steps: what communications call `engagement_id` and `engagement_uid` (S26). */
  readonly points: readonly string[];
  readonly campaignId?: string;
  readonly row: Row;
}

/** Engagement rows grouped by their root (S31, S32); a journey whose start lies before the time frame or the retention keeps what is known of it. */
export function toJourneys(rows: readonly Row[], dimensions: Dimensions): { readonly records: readonly JourneyRecord[]; readonly leftOut: number } {
  return groupRows(
    rows,
    (row) => row.text('root_engagement_id') ?? row.text('engagement_id'),
    (id, steps) => toRecord(id, steps, dimensions),
  );
}

function toRecord(id: string, rows: readonly Row[], dimensions: Dimensions): JourneyRecord {
  const steps = rows.toSorted((left, right) => (left.instant('create_date') ?? 0) - (right.instant('create_date') ?? 0) || rankOf(left) - rankOf(right));
  const of = (type: string): Row | undefined => steps.find((row) => row.text('activity_type_id') === type);
  const root = steps.find((row) => row.text('engagement_id') === id) ?? of(START);
  const row = root ?? steps[0]!;
  // `false` is a value (T27): true if any element was a test target, false if some said no (S36).
  const targets = steps.map((step) => step.boolean('ab_target')).filter((target) => target !== undefined);
  const campaignId = firstText(steps, 'root_audience_id');
  const journey: Journey = given({
    id,
    campaignId,
    startedAt: of(START)?.instant('create_date') ?? row.instant('root_engagement_create_date') ?? null,
    stoppedAt: of(STOP)?.instant('create_date'),
    convertedAt: of(CONVERTED)?.instant('create_date'),
    expectedStopAt: (of(START) ?? row).instant('expected_stop_date'),
    abTarget: targets.length ? targets.includes(true) : undefined,
    activities: steps.map((step) => toActivity(step, dimensions)),
  });
  const points = steps.flatMap((step) => pointsOf(step));
  return { row, uid: root?.text('engagement_uid'), points, campaignId, journey };
}

/** The two names of one step; uids in one letter case. */
export function pointsOf(row: Row): readonly string[] {
  return [row.text('engagement_id'), row.text('engagement_uid')?.toLowerCase()].filter((point) => point !== undefined);
}

/** Of steps at one moment the start is the first and the stop the last. */
function rankOf(row: Row): number {
  switch (row.text('activity_type_id')) {
    case START:
      return 0;
    case CONVERTED:
      return 2;
    case STOP:
      return 3;
    default:
      return 1;
  }
}

/** Ids 1 to 3 keep their documented names even where the dimension is missing (S2). */
const essential: ReadonlyMap<string | undefined, string> = new Map([
  [START, 'Journey start'],
  [STOP, 'Journey stopped'],
  [CONVERTED, 'Journey Converted'],
]);

function toActivity(row: Row, dimensions: Dimensions): Journey['activities'][number] {
  const typeId = row.text('activity_type_id');
  return given({
    type: essential.get(typeId) ?? nameOf(dimensions, 'dm_activity_type', typeId) ?? '',
    at: row.instant('create_date') ?? null,
    // Filled nightly at 3 UTC (S34): null today is "pending", so nothing is said of it.
    name: nameOf(dimensions, 'dm_resource', row.text('resource_id')),
  });
}
