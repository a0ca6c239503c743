import { MOCK_TODAY } from '../clock.js';
import type { MockCustomer } from '../customers/customer.js';
import { addDays, addSeconds } from '../days.js';
import type { BonusWire, CampaignWire, CommunicationWire, FactWire } from '../wire.js';
import { activityTypeId, audienceId, bonusTemplateId, failReasonId, providerIdOf, resourceId } from './dimensions.js';
import { int64, uuid } from './ids.js';
import { type Cell, inUtc, type Row, type Table } from './table.js';

/** S24. */
const factIds: Readonly<Record<FactWire, string>> = {
  create: '1',
  sent: '2',
  impression: '3',
  click: '4',
  fail: '5',
  delivered: '6',
  optout: '7',
  read: '8',
  delete: '9',
};

/** S40. */
const bonusStatusIds: Readonly<Record<string, string>> = {
  New: '1',
  COUPON_ISSUED: '2',
  REDEEMED: '3',
  REDEEM_FAILED: '4',
  COUPON_ISSUE_FAILED: '5',
  EXPIRED: '6',
};

/** S41. */
const productIds: Readonly<Record<string, string>> = { Campaign: '0', 'Dynamic Bonuses engine': '125', 'Manual bonus': '126' };

/** S20. */
const impactIds = { delivery: '1', impression: '2', interaction: '3', indirect: '4' } as const;

/** The tables keep 180 days (S17, S23). */
export const KEPT_SINCE = addDays(MOCK_TODAY, -180);

const isKept = (moment: string): boolean => moment.slice(0, 10) >= KEPT_SINCE;

/** Columns every fact has of its customer. */
const people = ({ identity }: MockCustomer) => ({ user_id: int64(`user ${identity.id}`), user_ext_id: identity.id });

const BRAND_ID = '7';

/** The word an engagement's number and uuid are made of: the root of a decision's journey, and one for each message it sends. */
const rootOf = (decision: CampaignWire): string => `root ${decision.id}`;
const elementOf = (message: CommunicationWire): string => `element ${message.communicationId}`;

/** When the journey began for the customer: its own start, else its first message. */
function startOf({ journey, communications = [], executionDate }: CampaignWire): string {
  return inUtc(journey?.startedAt ?? communications[0]?.lifecycle[0]?.at ?? `${executionDate}T12:00:00Z`);
}

/** Decisions that put the customer on a way through a campaign; the others leave no trace here. */
const entered = ({ decisions }: MockCustomer): readonly CampaignWire[] =>
  decisions.filter(({ journey, communications = [] }) => journey || communications.length > 0);

const id = (name: string) => [name, 'int64'] as const;
const text = (name: string) => [name, 'string'] as const;
const moment = (name: string) => [name, 'timestamp'] as const;

/** `j_communication`: one row a fact (S23 to S29). */
export function communications(customer: MockCustomer): Table {
  const rowsOf = (decision: CampaignWire, message: CommunicationWire): readonly Row[] =>
    message.lifecycle.map(({ fact, at, details }) => ({
      fact_date: inUtc(at),
      user_id: people(customer).user_id,
      fact_type_id: factIds[fact],
      fact_details: details ?? null,
      activity_type_id: activityTypeId(message.activityType ?? ''),
      engagement_uid: uuid(elementOf(message)),
      resource_id: resourceId(message.channel, message.resource ?? ''),
      resource_variation_id: message.variation ? resourceId(message.channel, message.variation) : null,
      root_audience_id: audienceId(decision.campaign.id),
      root_engagement_uuid: uuid(rootOf(decision)),
      root_engagement_create_date: startOf(decision),
      engagement_id: int64(elementOf(message)),
      communication_id: int64(message.communicationId),
      audience_category_id: decision.campaign.category === 'Operational' ? '2' : '1',
      external_id: message.gatewayId ?? null,
      label_provider_id: providerIdOf(message),
      planned_send_date: message.plannedSendAt ? inUtc(message.plannedSendAt) : null,
      fail_reason_id: fact === 'fail' ? failReasonId(message.failReason ?? '') : null,
      user_ext_id: customer.identity.id,
      crm_brand_id: BRAND_ID,
    }));
  return {
    name: 'j_communication',
    columns: [
      moment('fact_date'),
      id('user_id'),
      id('fact_type_id'),
      text('fact_details'),
      id('activity_type_id'),
      text('engagement_uid'),
      id('resource_id'),
      id('resource_variation_id'),
      id('root_audience_id'),
      text('root_engagement_uuid'),
      moment('root_engagement_create_date'),
      id('engagement_id'),
      id('communication_id'),
      id('audience_category_id'),
      text('external_id'),
      id('label_provider_id'),
      moment('planned_send_date'),
      id('fail_reason_id'),
      text('user_ext_id'),
      id('crm_brand_id'),
    ],
    rows: kept(
      entered(customer).flatMap((decision) => (decision.communications ?? []).flatMap((message) => rowsOf(decision, message))),
      'fact_date',
      'communication_id',
    ),
  };
}

/** `j_engagements`: each step of a way through a campaign (S31 to S36). */
export function engagements(customer: MockCustomer): Table {
  const rowsOf = (decision: CampaignWire): readonly Row[] => {
    const { journey, communications: messages = [] } = decision;
    const start = startOf(decision);
    const step = (word: string, at: string, type: string, more: Readonly<Record<string, Cell>> = {}): Row => ({
      engagement_id: int64(word),
      engagement_uid: uuid(word),
      root_audience_id: audienceId(decision.campaign.id),
      create_date: inUtc(at),
      user_id: people(customer).user_id,
      root_engagement_id: int64(rootOf(decision)),
      root_engagement_create_date: start,
      activity_type_id: type,
      user_ext_id: customer.identity.id,
      resource_id: null,
      expected_stop_date: null,
      ab_target: null,
      ...more,
    });
    return [
      step(rootOf(decision), start, '1', { expected_stop_date: journey?.expectedStopAt ? inUtc(journey.expectedStopAt) : null }),
      ...messages.map((message) => {
        const at = message.lifecycle[0]?.at ?? start;
        return step(elementOf(message), at, activityTypeId(message.activityType ?? ''), {
          // Filled at night only (S34).
          resource_id: at.slice(0, 10) < MOCK_TODAY ? resourceId(message.channel, message.resource ?? '') : null,
          ab_target: journey?.abTarget ?? null,
        });
      }),
      ...(journey?.convertedAt ? [step(`converted ${decision.id}`, journey.convertedAt, '3')] : []),
      ...(journey?.stoppedAt ? [step(`stopped ${decision.id}`, journey.stoppedAt, '2')] : []),
    ];
  };
  return {
    name: 'j_engagements',
    columns: [
      id('engagement_id'),
      text('engagement_uid'),
      id('root_audience_id'),
      moment('create_date'),
      id('user_id'),
      id('root_engagement_id'),
      moment('root_engagement_create_date'),
      id('activity_type_id'),
      text('user_ext_id'),
      id('resource_id'),
      moment('expected_stop_date'),
      ['ab_target', 'boolean'],
    ],
    rows: kept(entered(customer).flatMap(rowsOf), 'create_date', 'engagement_id'),
  };
}

/** `j_bonuses`: one row for each change of a bonus (S38, S39), and one given by hand without a campaign. */
export function bonuses(customer: MockCustomer): Table {
  const rowsOf = (bonus: BonusWire, campaignId: string | undefined): readonly Row[] =>
    bonus.history.map(({ status, at, errorCode, error }) => ({
      fact_date: inUtc(at),
      bonus_id: int64(bonus.bonusId),
      ...people(customer),
      crm_brand_id: BRAND_ID,
      bonus_status_id: bonusStatusIds[status] ?? null,
      label_bonus_template_id: bonusTemplateId(bonus.name ?? ''),
      source_product_id: productIds[bonus.sourceProduct] ?? null,
      entity_id: campaignId ? audienceId(campaignId) : '1',
      root_audience_id: campaignId ? audienceId(campaignId) : null,
      error_code: errorCode ?? null,
      error_message: error ?? null,
    }));
  const byHand: BonusWire = {
    bonusId: `by hand ${customer.identity.id}`,
    name: 'Coupon not used',
    sourceProduct: 'Manual bonus',
    history: [
      { status: 'New', at: '2017-11-30T16:00:00-05:00' },
      { status: 'COUPON_ISSUE_FAILED', at: addSeconds('2017-11-30T16:00:00-05:00', 4), errorCode: '503', error: 'The coupon service did not answer' },
    ],
  };
  const given = entered(customer);
  return {
    name: 'j_bonuses',
    columns: [
      moment('fact_date'),
      id('bonus_id'),
      id('user_id'),
      text('user_ext_id'),
      id('crm_brand_id'),
      id('bonus_status_id'),
      id('label_bonus_template_id'),
      id('source_product_id'),
      id('entity_id'),
      id('root_audience_id'),
      id('error_code'),
      text('error_message'),
    ],
    rows: kept(
      [
        ...given.flatMap(({ bonuses: list = [], campaign }) => list.flatMap((bonus) => rowsOf(bonus, campaign.id))),
        ...(given.length > 0 ? rowsOf(byHand, undefined) : []),
      ],
      'fact_date',
      'bonus_id',
    ),
  };
}

/** `j_av`: attributed deposits (S17 to S20). It carries `user_id` alone (T31). */
export function attribution(customer: MockCustomer): Table {
  return {
    name: 'j_av',
    columns: [
      id('id'),
      moment('event_date'),
      id('resource_id'),
      id('audience_id'),
      ['value', 'numeric'],
      ['raw_value', 'numeric'],
      ['converted_value', 'numeric'],
      id('event_id'),
      id('engagement_id'),
      id('root_engagement_id'),
      id('kpi_impact_id'),
      text('default_currency'),
      id('user_id'),
      moment('calculated_ts'),
    ],
    rows: kept(
      entered(customer).flatMap((decision) => {
        const [message] = decision.communications ?? [];
        return (decision.attribution ?? []).map(({ at = '', value, impact, rawValue, convertedValue, calculatedAt }, index) => ({
          id: int64(`attribution ${decision.id} ${index}`),
          event_date: inUtc(at),
          resource_id: message ? resourceId(message.channel, message.resource ?? '') : null,
          audience_id: audienceId(decision.campaign.id),
          value: value.amount,
          raw_value: rawValue ?? null,
          converted_value: convertedValue?.amount ?? null,
          event_id: int64(`deposit ${customer.identity.id} ${at}`),
          engagement_id: int64(message ? elementOf(message) : rootOf(decision)),
          root_engagement_id: int64(rootOf(decision)),
          kpi_impact_id: impactIds[impact],
          default_currency: value.currency ?? null,
          user_id: people(customer).user_id,
          calculated_ts: calculatedAt ? inUtc(calculatedAt) : null,
        }));
      }),
      'event_date',
      'id',
    ),
  };
}

/** Rows of the partitions that are still there, in no particular order of time: the documents promise none. */
function kept(rows: readonly Row[], column: string, mixedBy: string): readonly Row[] {
  const place = (row: Row): string => String(row[mixedBy]).slice(-3);
  return rows.filter((row) => isKept(String(row[column]))).toSorted((left, right) => (place(left) < place(right) ? -1 : Number(place(left) > place(right))));
}
