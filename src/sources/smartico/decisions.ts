import type { CampaignDecision, Communication, Decision, Fact, LifecycleFact } from '../../model/campaign.js';
import type { RangeQuery } from '../../model/customer-source.js';
import { dayOf, type Instant, type PlainDay } from '../../model/day.js';
import type { Row } from '../../rest/row-set/row.js';
import { given } from '../given.js';
import { compareDecisions, isInRange } from '../order.js';
import type { AttributionRecord } from './attribution.js';
import type { BonusRecord } from './bonuses.js';
import type { CommunicationRecord } from './communications.js';
import { AUDIENCE_STATUS, CATEGORY, type Dimensions, EXEC_TYPE, firstText, lookUp, SEGMENT_STATUS, SEGMENT_TYPE, wordOf } from './dimensions.js';
import type { JourneyRecord } from './journeys.js';
import type { Story } from './story.js';

/** One entry of the customer into a campaign, with all that belongs to it. */
interface Entry {
  readonly id: string;
  readonly campaignId: string | undefined;
  readonly journey: JourneyRecord | undefined;
  readonly communications: CommunicationRecord[];
  readonly attribution: AttributionRecord[];
  readonly bonuses: BonusRecord[];
}

/**
 * A decision for each entry into a campaign of which anything lies in the days asked for, newest first: its messages by
 * `root_engagement_uuid`, its money by `root_engagement_id`, bonuses by campaign, since their history names no engagement (S42). What has no
 * journey among the rows makes an entry of its own: nothing is dropped.
 */
export function toDecisions(story: Story, dimensions: Dimensions, query: RangeQuery, now: Instant): readonly CampaignDecision[] {
  return gatherEntries(story)
    .map((entry) => toDecision(entry, dimensions, query.timeZone, now))
    .filter(({ decision, moments }) => isWithin(decision.executionDate, moments, query))
    .map(({ decision }) => decision)
    .sort(compareDecisions);
}

/** A journey entered before the days may still send messages within. */
function isWithin(day: PlainDay | null, moments: readonly Instant[], query: RangeQuery): boolean {
  if (day === null || isInRange(day, query)) return true;
  return (query.to === undefined || day < query.to) && moments.some((at) => isInRange(dayOf(at, query.timeZone), query));
}

/** When anything of the entry happened. */
function momentsOf({ journey, communications, attribution, bonuses }: Entry): readonly Instant[] {
  const moments = [
    ...(journey?.journey.activities ?? []),
    ...communications.flatMap(({ communication }) => communication.lifecycle),
    ...attribution.map((record) => record.attribution),
    ...bonuses.flatMap(({ bonus }) => bonus.history),
  ];
  return moments.flatMap(({ at }) => at ?? []);
}

function gatherEntries({ journeys, communications, attribution, bonuses }: Story): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const entryOf = (id: string, campaignId: string | undefined, journey?: JourneyRecord): Entry => {
    const entry = entries.get(id) ?? { id, campaignId, journey, communications: [], attribution: [], bonuses: [] };
    entries.set(id, entry);
    return entry;
  };
  const byUid = new Map<string, Entry>();
  const byPoint = new Map<string, Entry>();
  for (const journey of journeys) {
    const entry = entryOf(`journey|${journey.journey.id}`, journey.campaignId, journey);
    if (journey.uid !== undefined) byUid.set(journey.uid.toLowerCase(), entry);
    for (const point of journey.points) byPoint.set(point, entry);
  }
  for (const record of communications) {
    const uid = record.journeyUid?.toLowerCase();
    const entry =
      (uid !== undefined && byUid.get(uid)) ||
      // A root from before the days asked for is not among the rows; the step that sent the message may be.
      record.points.map((point) => byPoint.get(point)).find((found) => found !== undefined) ||
      entryOf(uid === undefined ? `message|${record.communication.communicationId}` : `root|${uid}`, record.campaignId);
    entry.communications.push(record);
  }
  for (const record of attribution) {
    const { campaignId, at } = record.attribution;
    const entry =
      (record.journeyId !== undefined && entries.get(`journey|${record.journeyId}`)) ||
      latestOf(entries, campaignId, at) ||
      entryOf(`campaign|${campaignId}`, campaignId);
    entry.attribution.push(record);
  }
  for (const record of bonuses) {
    const { campaignId, bonus } = record;
    // Without a campaign it was not one that gave it; the timeline tells it.
    if (campaignId === undefined) continue;
    const entry = latestOf(entries, campaignId, bonus.history[0]?.at ?? undefined) ?? entryOf(`campaign|${campaignId}`, campaignId);
    entry.bonuses.push(record);
  }
  return [...entries.values()];
}

/** The last entry into the campaign that had begun by then; the earliest when all began later. */
function latestOf(entries: ReadonlyMap<string, Entry>, campaignId: string, at: Instant | undefined): Entry | undefined {
  const ofCampaign = [...entries.values()]
    .filter((entry) => entry.campaignId === campaignId)
    .sort((left, right) => (beginOf(left) ?? 0) - (beginOf(right) ?? 0));
  return ofCampaign.findLast((entry) => at === undefined || (beginOf(entry) ?? 0) <= at) ?? ofCampaign[0];
}

/** When the entry began: the journey's start, else what its messages say of it, else the first thing known. */
function beginOf(entry: Entry): Instant | undefined {
  const { journey, communications } = entry;
  const told = journey?.journey.startedAt ?? communications.map(({ row }) => row.instant('root_engagement_create_date')).find((at) => at !== undefined);
  return told ?? momentsOf(entry).toSorted((left, right) => left - right)[0];
}

function toDecision(
  entry: Entry,
  dimensions: Dimensions,
  timeZone: string,
  now: Instant,
): { readonly decision: CampaignDecision; readonly moments: readonly Instant[] } {
  const { id, campaignId, journey, communications, attribution, bonuses } = entry;
  const begin = beginOf(entry);
  const audience = lookUp(dimensions, 'dm_audience', campaignId);
  const rows = [journey?.row, ...communications.map(({ row }) => row), ...bonuses.map(({ row }) => row)].filter((row) => row !== undefined);
  const messages = communications.map(({ communication }) => communication);
  const word = decisionOf(messages, now);
  const calculations = attribution.flatMap(({ attribution: { calculatedAt } }) => calculatedAt ?? []);
  const decision: CampaignDecision = given({
    id: `smartico|${id}`,
    source: 'smartico',
    executionDate: begin === undefined ? null : dayOf(begin, timeZone),
    decision: word,
    standsFor: word !== 'other' ? undefined : messages.length ? 'message' : journey ? 'journey' : bonuses.length ? 'bonus' : 'deposit',
    reason: word === 'failed' ? messages.map((message) => failureOf(message)?.details ?? message.failReason).find(Boolean) : undefined,
    campaign: campaignOf(campaignId ?? id, audience, firstText(rows, 'audience_category_id')),
    segment: segmentOf(dimensions, audience?.text('segment_id')),
    channels: channelsOf(messages),
    tags: [],
    communications: messages,
    journey: journey?.journey,
    attribution: attribution.map((record) => record.attribution),
    bonuses: bonuses.map(({ bonus }) => bonus),
    kpisThatDay: [],
    facts: factsOf(journey?.row, communications, audience),
    updatedAt: calculations.length ? (Math.max(...calculations) as Instant) : undefined,
  });
  return { decision, moments: momentsOf(entry) };
}

/** S3 to S6: name, status, category, and the other half of the execution type. */
function campaignOf(id: string, audience: Row | undefined, categoryId: string | undefined): CampaignDecision['campaign'] {
  return given({
    id,
    name: audience?.text('audience_name'),
    category: wordOf(CATEGORY, audience?.text('category_id') ?? categoryId),
    execType: wordOf(EXEC_TYPE, audience?.text('audience_exec_type_id')),
    status: wordOf(AUDIENCE_STATUS, audience?.text('audience_status_id')),
  });
}

/** The segment the campaign targets (S10 to S12); its id alone where the table is missing. */
function segmentOf(dimensions: Dimensions, id: string | undefined): CampaignDecision['segment'] {
  const row = lookUp(dimensions, 'dm_segment', id);
  return id === undefined
    ? undefined
    : given({
        id,
        name: row?.text('segment_name'),
        status: wordOf(SEGMENT_STATUS, row?.text('segment_status_id')),
        type: wordOf(SEGMENT_TYPE, row?.text('segment_type_id')),
        createdAt: row?.instant('create_date'),
        updatedAt: row?.instant('update_date'),
      });
}

/** What shows that a message left: no DELIVERED does not mean undelivered (T30). */
const leftFacts: readonly Fact[] = ['sent', 'delivered', 'impression', 'click', 'optout', 'read', 'delete'];

/** A FAIL after SENT is a failure all the same (S24). */
function failureOf({ lifecycle }: Communication): LifecycleFact | undefined {
  return lifecycle.find(({ fact }) => fact === 'fail');
}

function wasSent(message: Communication): boolean {
  return !failureOf(message) && message.lifecycle.some(({ fact }) => leftFacts.includes(fact));
}

/** One message that went out makes it sent; else one still to go makes it planned (S29); else a failed one makes it failed. */
function decisionOf(messages: readonly Communication[], now: Instant): Decision {
  if (messages.some(wasSent)) return 'sent';
  if (messages.some((message) => !failureOf(message) && (message.plannedSendAt ?? now) > now)) return 'planned';
  return messages.some(failureOf) ? 'failed' : 'other';
}

function channelsOf(messages: readonly Communication[]): CampaignDecision['channels'] {
  const channels = new Map<string, CampaignDecision['channels'][number]>();
  for (const { channel: name, resource: template, providerName } of messages) {
    channels.set(`${name}|${template ?? ''}`, given({ name, template, providerName }));
  }
  return [...channels.values()];
}

/** Documented columns without a typed place (S26, S27, S29, S32). */
function factsOf(journey: Row | undefined, communications: readonly CommunicationRecord[], audience: Row | undefined): CampaignDecision['facts'] {
  const of = (table: string, row: Row | undefined, columns: readonly string[]): CampaignDecision['facts'] =>
    columns.flatMap((column) => (row?.has(column) ? [{ table, column, value: row.text(column) ?? null }] : []));
  return [
    ...of('j_engagements', journey, ['user_id', 'user_ext_id', 'engagement_id', 'engagement_uid', 'root_engagement_create_date', 'expected_stop_date']),
    ...of('j_communication', communications[0]?.row, ['root_engagement_uuid', 'audience_category_id', 'crm_brand_id', 'fail_reason_id']),
    ...of('dm_audience', audience, ['audience_exec_type_id', 'category_id']),
  ];
}

/**
 * How much the customer heard from us: messages that went out, each once however many facts it has (T29), in the 7 and 30 days that end today.
 * Missing when the time frame does not hold those days whole.
 */
export function toContactPressure(records: readonly CommunicationRecord[], timeZone: string, sevenDays: PlainDay, thirtyDays: PlainDay, today: PlainDay) {
  const channels = new Map<string, { last7Days: number; last30Days: number }>();
  for (const { communication } of records) {
    const at =
      communication.lifecycle.find(({ fact }) => fact === 'sent')?.at ??
      communication.lifecycle.find(({ fact, at: when }) => leftFacts.includes(fact) && when !== null)?.at;
    const day = wasSent(communication) && at !== null && at !== undefined ? dayOf(at, timeZone) : undefined;
    if (day === undefined || day < thirtyDays || day > today) continue;
    const counts = channels.get(communication.channel) ?? { last7Days: 0, last30Days: 0 };
    channels.set(communication.channel, counts);
    counts.last30Days += 1;
    if (day >= sevenDays) counts.last7Days += 1;
  }
  return [...channels].map(([channel, counts]) => ({ channel, ...counts }));
}
