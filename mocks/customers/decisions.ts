import { INTEGRATED_ON, MOCK_NOW, MOCK_TODAY } from '../clock.js';
import { addDays, addSeconds, instantOf } from '../days.js';
import { createRandom, type Random } from '../random.js';
import type { AttributionWire, BonusWire, CampaignWire, CommunicationWire, CustomerWire, DecisionWire, JourneyWire } from '../wire.js';
import type { Occurrence } from './calendar.js';
import { createMessage, has, type Temper } from './messages.js';
import type { Household, Order } from './shop.js';
import { dollars, sum } from './shop.js';

/** What is to be decided for one customer about one occurrence. */
export interface Plan {
  readonly occurrence: Occurrence;
  readonly decision: DecisionWire;
  readonly reason?: string;
  readonly takenFrom?: string;
}

interface DecisionContext {
  readonly customerId: string;
  readonly orders: readonly Order[];
  readonly redemptions: Household['redemptions'];
  readonly temper: Temper;
}

const failReasons = ['Mailbox full', 'Number not in service', 'Address rejected by the receiving server: 550 5.1.1 user unknown'] as const;

/** The decision a customer gets about a regular campaign: mostly sent, else one of the ways not to get it; invented, with a fixed seed. */
export function drawDecision(occurrence: Occurrence, random: Random, consents: CustomerWire['consents'] = []): Plan {
  const channel = occurrence.channels[0]?.name;
  const denial = consents.find((consent) => consent.channel === channel && consent.status === 'denied');
  if (denial && occurrence.day >= (denial.since ?? '').slice(0, 10)) return { occurrence, decision: 'excluded', reason: 'No consent for this channel' };
  if (occurrence.day > MOCK_TODAY) return { occurrence, decision: 'planned' };
  const share = random.next();
  if (share < 0.82) return { occurrence, decision: 'sent' };
  if (share < 0.88) return { occurrence, decision: 'control' };
  if (share < 0.93) return { occurrence, decision: 'excluded', reason: 'Taken by a target group of higher priority', takenFrom: '4018' };
  if (share < 0.97) return { occurrence, decision: 'capped', reason: 'More than 3 messages in 7 days' };
  return { occurrence, decision: 'failed', reason: random.pick(failReasons) };
}

/** Tells one decision in full: messages, journey, attributed money, bonuses. */
export function tellDecision(plan: Plan, context: DecisionContext): CampaignWire {
  const { occurrence, decision, reason, takenFrom } = plan;
  const { campaignId, day } = occurrence;
  const id = `${context.customerId}-${campaignId}-${day}`;
  const random = createRandom(`decision ${id}`);
  const startedAt = instantOf(`${day}T${occurrence.time}`);
  const isContacted = decision === 'sent' || decision === 'failed';
  const communications = isContacted && day >= INTEGRATED_ON ? messagesOf(plan, id, startedAt, context.temper, random) : [];
  const redemptions = decision === 'sent' ? context.redemptions.filter((one) => `journey-${one.campaignId}` === campaignId) : [];
  const attribution = decision === 'sent' ? attributionOf(occurrence, communications, redemptions, context.orders, random) : [];
  const bonuses = redemptions.length > 0 ? bonusesOf(id, redemptions, occurrence, random) : [];
  const isControl = decision === 'control';
  return {
    id,
    source: 'mock',
    executionDate: day,
    decision,
    ...(reason && { reason }),
    ...(takenFrom && { takenFrom }),
    campaign: { id: campaignId, name: occurrence.name, category: occurrence.category, execType: occurrence.execType, status: occurrence.status },
    targetGroup: occurrence.targetGroup,
    segment: { ...occurrence.segment, status: 'Active', type: 'State based', createdAt: '2017-01-02T09:00:00-05:00', updatedAt: '2017-06-01T09:00:00-04:00' },
    // The documented mark of a control group: action 1, 'DN' (T17).
    action: isControl ? { id: '1', name: 'DN' } : occurrence.action,
    planId: occurrence.planId,
    // Excluded rows have no plan detail (T18).
    ...(decision !== 'excluded' && { planDetailId: occurrence.planDetailId }),
    channels: isControl ? [] : occurrence.channels.map((channel) => ({ ...channel, ...providerOf(communications, channel.name) })),
    ...(occurrence.promotionId && { promotionId: occurrence.promotionId }),
    tags: occurrence.tags,
    communications,
    ...(isContacted && decision === 'sent' && { journey: journeyOf(id, occurrence, startedAt, communications, attribution, random) }),
    attribution,
    bonuses,
    facts: factsOf(plan, context.customerId),
    updatedAt: addSeconds(startedAt, 40_000),
  };
}

function providerOf(communications: readonly CommunicationWire[], channel: string): { providerName?: string } {
  const providerName = communications.find((message) => message.channel === channel)?.providerName;
  return providerName ? { providerName } : {};
}

function messagesOf({ occurrence, decision, reason }: Plan, id: string, startedAt: string, temper: Temper, random: Random): CommunicationWire[] {
  return occurrence.channels.map(({ name, template }, index) => {
    const subject = occurrence.subjects[name];
    return createMessage(
      {
        id: `msg-${id}-${name}`,
        channel: name,
        at: addSeconds(startedAt, index * 3600),
        resource: template,
        ...(subject && { subject }),
        ...(random.chance(0.3) && { variation: `${template}, variation B` }),
        ...(decision === 'failed' && { failReason: reason ?? 'Unknown' }),
      },
      temper,
      random,
    );
  });
}

/** What was bought for three dollars or more within two weeks, shared out by the strongest thing seen of the messages; redeemed coupons count as a click. */
function attributionOf(
  occurrence: Occurrence,
  messages: readonly CommunicationWire[],
  redemptions: Household['redemptions'],
  orders: readonly Order[],
  random: Random,
): AttributionWire[] {
  const until = addDays(occurrence.day, 14);
  const redeemedOn = new Set(redemptions.map(({ day }) => day));
  return orders
    .filter(({ day, paid }) => paid > 0 && (redeemedOn.has(day) || (paid >= 300 && day >= occurrence.day && day <= until && random.chance(0.3))))
    .map(({ day, at, paid }) => {
      const impact =
        redeemedOn.has(day) || messages.some((message) => has(message, 'click'))
          ? 'interaction'
          : messages.some((message) => has(message, 'impression'))
            ? 'impression'
            : messages.some((message) => has(message, 'delivered'))
              ? 'delivery'
              : 'indirect';
      // One deposit is shared between campaigns (T31), so only a part of it is this campaign's.
      const part = Math.round(paid * random.pick([0.2, 0.35, 0.5, 1]));
      return {
        date: day,
        at,
        campaignId: occurrence.campaignId,
        value: dollars(part),
        impact,
        rawValue: (paid / 100).toFixed(2),
        convertedValue: dollars(paid),
        calculatedAt: `${addDays(day, 1)}T03:00:00Z`,
      };
    });
}

function journeyOf(
  id: string,
  occurrence: Occurrence,
  startedAt: string,
  messages: readonly CommunicationWire[],
  attribution: readonly AttributionWire[],
  random: Random,
): JourneyWire {
  const end = instantOf(`${occurrence.until}T23:59:00`);
  const isOver = Date.parse(end) <= Date.parse(MOCK_NOW);
  const converted = attribution.find(({ impact, at }) => impact === 'interaction' && at && at > startedAt)?.at;
  return {
    id: `eng-${id}`,
    campaignId: occurrence.campaignId,
    startedAt,
    ...(isOver && { stoppedAt: end }),
    ...(converted && { convertedAt: converted }),
    expectedStopAt: end,
    abTarget: random.chance(0.3),
    activities: messages.map(({ activityType = 'Send', lifecycle, resource = '' }) => ({
      type: activityType,
      at: lifecycle[0]?.at ?? startedAt,
      name: resource,
    })),
  };
}

/** One coupon for each redemption, real in its day only; a further one may fail or expire, so that every status is seen (S40). */
function bonusesOf(id: string, redemptions: Household['redemptions'], occurrence: Occurrence, random: Random): BonusWire[] {
  const issuedAt = instantOf(`${occurrence.day}T${occurrence.time}`);
  const used = redemptions.slice(0, 6).map(
    ({ day }, index): BonusWire => ({
      bonusId: `bonus-${id}-${index}`,
      name: `Coupon ${occurrence.promotionId ?? ''}`.trim(),
      sourceProduct: 'Campaign',
      entityId: occurrence.campaignId,
      history: [
        { status: 'New', at: issuedAt },
        { status: 'COUPON_ISSUED', at: addSeconds(issuedAt, 5) },
        ...(index === 0 && random.chance(0.4)
          ? [{ status: 'REDEEM_FAILED', at: instantOf(`${day}T11:02:00`), errorCode: '4021', error: 'The till was offline' }]
          : []),
        { status: 'REDEEMED', at: instantOf(`${day}T12:00:00`) },
      ],
    }),
  );
  const expired: BonusWire = {
    bonusId: `bonus-${id}-x`,
    name: 'Coupon not used',
    sourceProduct: 'Dynamic Bonuses engine',
    history: [
      { status: 'New', at: issuedAt },
      { status: 'COUPON_ISSUED', at: addSeconds(issuedAt, 7) },
      { status: 'EXPIRED', at: instantOf(`${occurrence.until}T23:59:30`) },
    ],
  };
  return occurrence.until < MOCK_TODAY ? [...used, expired] : used;
}

/** The documented columns that have no typed place in the contract. */
function factsOf({ occurrence, decision, reason }: Plan, customerId: string): NonNullable<CampaignWire['facts']> {
  const table = 'VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2';
  return [
    { label: 'Customer', table, column: 'CLIENT_CUSTOMER_ID', value: customerId },
    { label: 'Lifecycle stage', table, column: 'LIFECYCLE_STAGE', value: decision === 'excluded' ? 'Churn' : 'Active' },
    { label: 'Exclusion reason', table, column: 'EXCLUSION_REASON_ID', value: decision === 'excluded' ? '2' : null },
    { table, column: 'EXCLUSION_REASON_DESC', value: decision === 'excluded' ? (reason ?? null) : null },
    { label: 'Campaign type', table: 'VW_SCHEDULED_CAMPAIGNS_V1_2', column: 'CAMPAIGN_TYPE_NAME', value: 'Scheduled' },
    { label: 'End of campaign', table: 'VW_SCHEDULED_CAMPAIGNS_V1_2', column: 'EXECUTION_END_DATE', value: occurrence.until },
  ];
}

/** Messages of a channel within the days that end with this one. */
export function countMessages(decisions: readonly CampaignWire[], channel: string, from: string, to: string): number {
  return sum(
    decisions.map(
      ({ communications = [] }) =>
        communications.filter(
          (message) =>
            message.channel === channel && message.lifecycle.some(({ fact, at }) => fact === 'sent' && at.slice(0, 10) >= from && at.slice(0, 10) <= to),
        ).length,
    ),
  );
}
