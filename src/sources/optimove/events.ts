import type { CampaignDecision, Decision } from '../../model/campaign.js';
import { startOfDay } from '../../model/day.js';
import type { CustomerEvent } from '../../model/event.js';
import { given } from '../given.js';

/** Types of the events below, by decision. */
const types: Partial<Record<Decision, string>> = { sent: 'campaign-targeted', control: 'campaign-control', planned: 'campaign-planned' };

/**
 * Targeting days as events (contract section 5). Being targeted is neither a delivered e-mail (B17) nor a message, so they stand in the neutral
 * lane; only the day is known, so no time is shown (T25).
 */
export function toEvents(decisions: readonly CampaignDecision[], timeZone: string): readonly CustomerEvent[] {
  return decisions.flatMap(({ id, executionDate, decision, campaign, action, channels, targetGroup }): CustomerEvent[] => {
    const type = types[decision];
    if (type === undefined || executionDate === null) return [];
    const name = action?.name ?? campaign.name;
    return [
      given({
        id: `optimove|${id}`,
        at: startOfDay(executionDate, timeZone),
        day: executionDate,
        category: 'custom',
        type,
        name,
        campaign: given({ campaignId: campaign.id, name: campaign.name ?? name }),
        targeting:
          targetGroup === undefined && channels.length === 0
            ? undefined
            : given({ targetGroup, channels: channels.map(({ name: channel, template }) => given({ name: channel, template })) }),
        properties: [],
        source: 'optimove',
      }),
    ];
  });
}
