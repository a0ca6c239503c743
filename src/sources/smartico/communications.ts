import type { Communication, Fact, LifecycleFact } from '../../model/campaign.js';
import { FACTS } from '../../model/campaign.js';
import type { Row } from '../../rest/row-set/row.js';
import { given } from '../given.js';
import { CHANNEL, type Dimensions, firstText, groupRows, lookUp, nameOf, wordOf } from './dimensions.js';
import { pointsOf } from './journeys.js';

/** By id (S24: 5 is FAIL, whatever a customer's own guide says, T28) and by word; the document itself writes both FAIL and FAILED (T15). */
const factWords: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ['1', 'create'],
  ['2', 'sent'],
  ['3', 'impression'],
  ['4', 'click'],
  ['5', 'fail'],
  ['6', 'delivered'],
  ['7', 'optout'],
  ['8', 'read'],
  ['9', 'delete'],
  ['failed', 'fail'],
  ['clicked', 'click'],
  ...FACTS.map((fact) => [fact, fact] as const),
]);

/** One message and what ties it to its journey and campaign. */
export interface CommunicationRecord {
  readonly communication: Communication;
  /** `root_engagement_uuid`: the `engagement_uid` of the journey's root row (T40). */
  readonly journeyUid?: string;
  /** The step of the journey it was sent from (S26). */
  readonly points: readonly string[];
  readonly campaignId?: string;
  /** Any of its rows, for the columns without a typed place. */
  readonly row: Row;
}

/** Facts grouped into messages by `communication_id` (S28, T29), each in lifecycle order; rows without the id cannot be grouped and are left out. */
export function toCommunications(rows: readonly Row[], dimensions: Dimensions): { readonly records: readonly CommunicationRecord[]; readonly leftOut: number } {
  return groupRows(
    rows,
    (row) => row.text('communication_id'),
    (id, facts) => toRecord(id, facts, dimensions),
  );
}

function toRecord(communicationId: string, rows: readonly Row[], dimensions: Dimensions): CommunicationRecord {
  const first = (column: string): string | undefined => firstText(rows, column);
  const resourceId = first('resource_id');
  const variationId = first('resource_variation_id');
  const resource = lookUp(dimensions, 'dm_resource', resourceId);
  const variation = lookUp(dimensions, 'dm_resource', variationId);
  const activityType = nameOf(dimensions, 'dm_activity_type', first('activity_type_id'));
  const channel = channelOf(resource?.text('resource_type_id') ?? variation?.text('resource_type_id'), activityType);
  const communication: Communication = given({
    communicationId,
    channel,
    subject: variation?.text('resource_subject') ?? resource?.text('resource_subject'),
    resource: nameOf(dimensions, 'dm_resource', resourceId),
    variation: variationId === resourceId ? undefined : nameOf(dimensions, 'dm_resource', variationId),
    providerName: providerOf(dimensions, channel, first('label_provider_id')),
    activityType,
    gatewayId: first('external_id'),
    lifecycle: toLifecycle(rows),
    plannedSendAt: rows.map((row) => row.instant('planned_send_date')).find((at) => at !== undefined),
    failReason: nameOf(dimensions, 'dm_com_fail_reason', first('fail_reason_id')),
  });
  return { row: rows[0]!, journeyUid: first('root_engagement_uuid'), points: pointsOf(rows[0]!), campaignId: first('root_audience_id'), communication };
}

/** In lifecycle order, then time (T28); the same fact told twice at the same moment is one (S23: the key is fact and date). */
function toLifecycle(rows: readonly Row[]): readonly LifecycleFact[] {
  const facts = new Map<string, LifecycleFact>();
  for (const row of rows) {
    const word = row.text('fact_type_id') ?? '';
    const fact = factWords.get(word.toLowerCase()) ?? 'other';
    const at = row.instant('fact_date') ?? null;
    const details = row.text('fact_details');
    const key = [word, at, details].join('|');
    if (!facts.has(key)) facts.set(key, given({ fact, factAsGiven: fact === 'other' ? word : undefined, at, details }));
  }
  return [...facts.values()].sort((left, right) => FACTS.indexOf(left.fact) - FACTS.indexOf(right.fact) || (left.at ?? Infinity) - (right.at ?? Infinity) || 0);
}

/** By the resource's type (S8); where the resource is unknown, by the words of the activity that sent it (S1). */
function channelOf(typeId: string | undefined, activity = ''): string {
  if (typeId !== undefined) return wordOf(CHANNEL, typeId)!;
  const word = /\b(mail|popup|sms|push|inbox|ivr)\b/i.exec(activity)?.[1]?.toLowerCase();
  return word === 'mail' ? 'email' : (word ?? 'unknown');
}

/** `label_provider_id` leads into two tables whose ids may collide: the channel decides which (T12). */
function providerOf(dimensions: Dimensions, channel: string, id: string | undefined): string | undefined {
  const table = channel === 'email' ? 'dm_providers_mail' : channel === 'sms' ? 'dm_providers_sms' : undefined;
  return table ? nameOf(dimensions, table, id) : id && `#${id}`;
}
