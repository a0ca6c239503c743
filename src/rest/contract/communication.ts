import { type Attribution, type Bonus, type Communication, FACTS, IMPACTS, type Journey } from '../../model/campaign.js';
import { byTime, sorted } from './order.js';
import { boolean, day, decimal, id, instant, money, text, withKnown, word } from './scalars.js';
import { into, list, object, optional, or, type Shape } from './shape.js';

const fact = withKnown(object({ fact: word(FACTS), at: or(instant, null), details: optional(text) }), 'fact', FACTS, 'other');

/** Lifecycle order is the documents', not that of ids or times (S24, T28). */
const lifecycle = into(list(fact), (facts) =>
  sorted(facts, (left, right) => FACTS.indexOf(left.fact) - FACTS.indexOf(right.fact) || byTime(left.at, right.at, true)),
);

/** `Communication` of section 4. */
export const communication: Shape<Communication> = object({
  communicationId: id,
  channel: text,
  subject: optional(text),
  resource: optional(text),
  variation: optional(text),
  providerName: optional(text),
  activityType: optional(text),
  gatewayId: optional(text),
  lifecycle: or(lifecycle, []),
  plannedSendAt: optional(instant),
  failReason: optional(text),
});

/** `Journey` of section 4. */
export const journey: Shape<Journey> = object({
  id,
  campaignId: optional(id),
  startedAt: or(instant, null),
  stoppedAt: optional(instant),
  convertedAt: optional(instant),
  expectedStopAt: optional(instant),
  abTarget: optional(boolean),
  activities: optional(list(object({ type: text, at: or(instant, null), name: optional(text) })), []),
});

const bonusStatus = object({ status: text, at: or(instant, null), errorCode: optional(text), error: optional(text) });

/** `Bonus` of section 4. Of equal times the server's order stands (T13). */
export const bonus: Shape<Bonus> = object({
  bonusId: id,
  name: optional(text),
  sourceProduct: text,
  entityId: optional(id),
  history: or(
    into(list(bonusStatus), (history) => sorted(history, (left, right) => byTime(left.at, right.at, true))),
    [],
  ),
});

/** `Attribution` of section 4. */
export const attribution: Shape<Attribution> = withKnown(
  object({
    date: day,
    at: optional(instant),
    campaignId: id,
    value: money,
    impact: word(IMPACTS),
    rawValue: optional(decimal),
    convertedValue: optional(money),
    calculatedAt: optional(instant),
  }),
  'impact',
  IMPACTS,
  'other',
);
