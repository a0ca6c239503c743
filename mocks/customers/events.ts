import { MOCK_NOW } from '../clock.js';
import { instantOf } from '../days.js';
import type { CampaignWire, CommunicationWire, EventWire } from '../wire.js';
import type { Refund } from './history.js';
import type { Order } from './shop.js';
import { dollars, toProduct } from './shop.js';

/** The registry of event types (B14), with the lane each is drawn in (B16 to B18, T6). */
export const eventTypes = [
  { type: 'search', label: 'Search', lane: 'site' },
  { type: 'product-view', label: 'Product viewed', lane: 'site' },
  { type: 'add-to-cart', label: 'Added to cart', lane: 'site' },
  { type: 'email', label: 'E-mail', lane: 'email' },
  { type: 'purchase', label: 'Purchase', lane: 'purchase' },
  { type: 'refund', label: 'Refund', lane: 'other' },
  { type: 'sms', label: 'SMS', lane: 'other' },
  { type: 'push', label: 'Push message', lane: 'other' },
  { type: 'inbox', label: 'Inbox message', lane: 'other' },
  { type: 'popup', label: 'Popup', lane: 'other' },
  { type: 'ivr', label: 'Voice message', lane: 'other' },
  { type: 'journey-start', label: 'Journey start', lane: 'other' },
  { type: 'journey-stop', label: 'Journey stopped', lane: 'other' },
  { type: 'journey-convert', label: 'Journey converted', lane: 'other' },
  { type: 'bonus', label: 'Bonus', lane: 'other' },
  { type: 'support-call', label: 'Support call', lane: 'other' },
  { type: 'review', label: 'Review written', lane: 'other' },
] as const;

/** The lane an event belongs to; `undefined` for an e-mail that was not seen to be delivered, which is no dot (B17). */
export function laneOf(event: EventWire): 'site' | 'email' | 'purchase' | 'other' | undefined {
  switch (event.category) {
    case 'site':
    case 'purchase':
      return event.category;
    case 'email':
      return event.message?.lifecycle.some(({ fact }) => fact === 'delivered') ? 'email' : undefined;
    default:
      return 'other';
  }
}

/** Baskets as events: real but for the zone. */
export function purchaseEvents(orders: readonly Order[]): EventWire[] {
  return orders.map(({ id, at, lines, paid, store }) => {
    const [largest] = lines.toSorted((left, right) => right.paid - left.paid);
    const items = lines.map((line) => ({ product: toProduct(line.product, line, at), quantity: line.quantity, amount: dollars(line.paid) }));
    return {
      id: `order-${id}`,
      at,
      category: 'purchase',
      type: 'purchase',
      name: 'Purchase',
      ...(largest && { product: toProduct(largest.product, largest, at) }),
      order: { id, total: dollars(paid), items },
      value: dollars(paid),
      properties: { store },
      source: 'Complete Journey',
    };
  });
}

/** Refunds are invented, and their events say so. */
export function refundEvents(refunds: readonly Refund[]): EventWire[] {
  return refunds.map(({ day, orderId, amount }) => ({
    id: `refund-${orderId}`,
    at: instantOf(`${day}T15:20:00`),
    category: 'custom',
    type: 'refund',
    name: 'Refund',
    value: dollars(-amount),
    properties: { order: orderId, invented: true },
    source: 'mock',
  }));
}

/** What the decisions did, as events: each message once with its facts (S28), journeys and bonuses at each turn. */
export function marketingEvents(decisions: readonly CampaignWire[]): EventWire[] {
  const events = decisions.flatMap(({ campaign: { id: campaignId, name = campaignId, category }, communications = [], journey, bonuses = [] }): EventWire[] => {
    const campaign = { campaignId, name, ...(category && { type: category }) };
    const turns: readonly (readonly [type: string, label: string, at: string | undefined])[] = [
      ['journey-start', 'Journey start', journey?.startedAt],
      ['journey-convert', 'Journey converted', journey?.convertedAt],
      ['journey-stop', 'Journey stopped', journey?.stoppedAt],
    ];
    return [
      ...communications.map((message) => messageEvent(message, campaign)),
      ...turns.flatMap(([type, label, at]): EventWire[] =>
        journey && at ? [{ id: `${type}-${journey.id}`, at, category: 'journey', type, name: label, campaign, journey, source: 'mock' }] : [],
      ),
      ...bonuses.flatMap((bonus): EventWire[] => {
        const last = bonus.history.at(-1);
        return last
          ? [{ id: `event-${bonus.bonusId}`, at: last.at, category: 'bonus', type: 'bonus', name: bonus.name ?? 'Bonus', campaign, bonus, source: 'mock' }]
          : [];
      }),
    ];
  });
  return events.filter(({ at }) => Date.parse(at) <= Date.parse(MOCK_NOW));
}

function messageEvent(message: CommunicationWire, campaign: NonNullable<EventWire['campaign']>): EventWire {
  return {
    id: `event-${message.communicationId}`,
    at: (message.lifecycle.find(({ fact }) => fact === 'sent') ?? message.lifecycle[0])?.at ?? MOCK_NOW,
    category: message.channel === 'email' ? 'email' : 'message',
    type: message.channel,
    name: message.subject ?? message.resource ?? campaign.name,
    campaign,
    message,
    source: 'mock',
  };
}

/** Newest first; of equal times the greater id first, so that pages never overlap. */
export function newestFirst(events: readonly EventWire[]): EventWire[] {
  return events
    .map((event) => ({ event, at: Date.parse(event.at) }))
    .sort((left, right) => right.at - left.at || (left.event.id < right.event.id ? 1 : -1))
    .map(({ event }) => event);
}
