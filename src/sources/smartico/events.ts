import type { Communication } from '../../model/campaign.js';
import type { Instant } from '../../model/day.js';
import type { CustomerEvent } from '../../model/event.js';
import { given } from '../given.js';
import { type Dimensions, lookUp } from './dimensions.js';
import type { Story } from './story.js';

/** Messages once each with all their facts (S28), journeys at their three turns (S33), bonuses at their last change (S38). */
export function toEvents({ communications, journeys, bonuses }: Story, dimensions: Dimensions): readonly CustomerEvent[] {
  const eventOf = (campaignId: string | undefined, event: Omit<CustomerEvent, 'campaign' | 'properties' | 'source'>): CustomerEvent => {
    const name = lookUp(dimensions, 'dm_audience', campaignId)?.text('audience_name');
    return given({ ...event, campaign: campaignId === undefined ? undefined : given({ campaignId, name }), properties: [], source: 'smartico' });
  };
  return [
    ...communications.map(({ communication, campaignId }) =>
      eventOf(campaignId, {
        id: `smartico|message|${communication.communicationId}`,
        at: momentOf(communication),
        // A purple dot is a delivered e-mail; one whose delivery was not observed is a message like others (B17, T30).
        category: communication.channel === 'email' && communication.lifecycle.some(({ fact }) => fact === 'delivered') ? 'email' : 'message',
        type: communication.channel,
        name: communication.subject ?? communication.resource,
        message: communication,
      }),
    ),
    ...journeys.flatMap(({ journey, campaignId }) => {
      const turns: readonly (readonly [type: string, at: Instant | null | undefined])[] = [
        ['journey-start', journey.startedAt],
        ['journey-convert', journey.convertedAt],
        ['journey-stop', journey.stoppedAt],
      ];
      return turns.flatMap(([type, at]) =>
        at === undefined || at === null ? [] : [eventOf(campaignId, { id: `smartico|${type}|${journey.id}`, at, category: 'journey', type, journey })],
      );
    }),
    ...bonuses.map(({ bonus, campaignId }) =>
      eventOf(campaignId, {
        id: `smartico|bonus|${bonus.bonusId}`,
        at: bonus.history.findLast(({ at }) => at !== null)?.at ?? null,
        category: 'bonus',
        type: 'bonus',
        name: bonus.name,
        bonus,
      }),
    ),
  ];
}

/** When it reached the customer, as far as that was observed; else when it was sent; else its first fact; a planned one when it is due. */
function momentOf({ lifecycle, plannedSendAt }: Communication): Instant | null {
  const at = (wanted: string): Instant | null | undefined => lifecycle.find(({ fact }) => fact === wanted)?.at;
  const isOnlyCreated = lifecycle.every(({ fact }) => fact === 'create');
  return at('delivered') ?? at('sent') ?? (isOnlyCreated ? plannedSendAt : undefined) ?? lifecycle.find((fact) => fact.at !== null)?.at ?? null;
}
