import { type CampaignDecision, type CampaignPage, DECISIONS } from '../../model/campaign.js';
import { attribution, bonus, communication, journey } from './communication.js';
import { byId, byTime, sorted, withoutDuplicates } from './order.js';
import { count, day, id, instant, text, withKnown, word, words } from './scalars.js';
import { into, list, map, object, optional, or, pairs, part, type Shape } from './shape.js';

const campaignDecision: Shape<CampaignDecision> = withKnown(
  object({
    id,
    source: or(text, ''),
    executionDate: or(day, null),
    decision: word(DECISIONS),
    reason: optional(text),
    takenFrom: optional(text),
    campaign: object({ id, name: optional(text), category: optional(text), execType: optional(text), status: optional(text) }),
    targetGroup: optional(text),
    segment: optional(
      object({ id, name: optional(text), status: optional(text), type: optional(text), createdAt: optional(instant), updatedAt: optional(instant) }),
    ),
    action: optional(object({ id, name: optional(text) })),
    planId: optional(id),
    planDetailId: optional(id),
    channels: part(list(object({ name: text, template: optional(text), providerName: optional(text) })), []),
    promotionId: optional(id),
    tags: optional(list(text), []),
    communications: part(list(communication), []),
    journey: part(journey, undefined),
    attribution: part(list(attribution), []),
    bonuses: part(list(bonus), []),
    kpisThatDay: optional(pairs(or(words, null)), []),
    facts: optional(list(object({ label: optional(text), table: optional(text), column: text, value: or(words, null) })), []),
    updatedAt: optional(instant),
  }),
  'decision',
  DECISIONS,
  'other',
);

/** `campaigns` of section 4: one page, newest first. */
export const campaigns: Shape<CampaignPage> = object({
  items: into(list(campaignDecision), (items) =>
    sorted(
      withoutDuplicates(items, (one) => one.id),
      (left, right) => byTime(left.executionDate, right.executionDate, false) || byId(left.id, right.id),
    ),
  ),
  nextCursor: optional(id),
  total: optional(count),
  counts: optional(map(count)),
  contactPressure: optional(list(object({ channel: text, last7Days: count, last30Days: count }))),
});
