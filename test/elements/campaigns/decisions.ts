import type { Attribution, CampaignDecision, Communication, Fact } from '../../../src/model/campaign.js';
import type { Instant, PlainDay } from '../../../src/model/day.js';
import type { Decimal } from '../../../src/model/money.js';

/** A decision as simple as one can be, with what the test is about. */
export function decision(about: Partial<CampaignDecision> = {}): CampaignDecision {
  return {
    id: 'd1',
    source: 'test',
    executionDate: day('2026-11-18'),
    decision: 'sent',
    campaign: { id: 'c1', name: 'Weekly offers' },
    channels: [{ name: 'email' }],
    tags: [],
    communications: [],
    attribution: [],
    bonuses: [],
    kpisThatDay: [],
    facts: [],
    ...about,
  };
}

export const day = (text: string): PlainDay => text as PlainDay;
export const at = (text: string): Instant => Date.parse(text) as Instant;

let messages = 0;

/** A message with these facts, an hour apart, in the order given. */
export function message(facts: readonly Fact[], about: Partial<Communication> = {}): Communication {
  return {
    communicationId: `m${++messages}`,
    channel: 'email',
    lifecycle: facts.map((fact, hour) => ({ fact, at: at(`2026-11-18T${String(9 + hour).padStart(2, '0')}:00:00Z`) })),
    ...about,
  };
}

/** Attributed money. */
export function attributed(value: string, about: Partial<Attribution> = {}): Attribution {
  return { date: day('2026-11-20'), campaignId: 'c1', value: { amount: value as Decimal, currency: 'EUR' }, impact: 'interaction', ...about };
}
