import { MOCK_NOW } from '../clock.js';
import { addSeconds } from '../days.js';
import type { Random } from '../random.js';
import type { CommunicationWire, FactWire } from '../wire.js';

/** How likely this customer opens, clicks, opts out: from the population's generated part. */
export interface Temper {
  readonly open: number;
  readonly click: number;
  readonly unsubscribe: number;
}

export interface MessageInput {
  readonly id: string;
  readonly channel: string;
  readonly at: string;
  readonly subject?: string;
  readonly resource: string;
  readonly variation?: string;
  readonly failReason?: string;
}

const providers: Readonly<Record<string, string>> = { email: 'Mailroom One (example)', sms: 'Textline 2 (example)', push: 'Pushgate (example)' };

const activities: Readonly<Record<string, string>> = {
  email: 'Send Mail',
  sms: 'Send SMS',
  push: 'Send Push',
  inbox: 'Send Inbox',
  popup: 'Show Popup',
  ivr: 'Call IVR',
};

type LifecycleFact = CommunicationWire['lifecycle'][number];

/**
 * One message with its facts in time order (S24, S28), all invented. Some stop at "sent": no delivery was observed, which does
 * not mean there was none (T30); several clicks on one message are legal (T29).
 */
export function createMessage(input: MessageInput, temper: Temper, random: Random): CommunicationWire {
  const { id, channel, at, subject, resource, variation, failReason } = input;
  const facts: LifecycleFact[] = [{ fact: 'create', at }];
  let clock = at;
  const later = (fact: FactWire, from: number, to: number, details?: string): void => {
    clock = addSeconds(clock, random.between(from, to));
    // What lies after "now" has not happened yet.
    if (Date.parse(clock) <= Date.parse(MOCK_NOW)) facts.push({ fact, at: clock, ...(details && { details }) });
  };

  later('sent', 1, 20);
  if (failReason) {
    later('fail', 2, 60, failReason);
  } else if (channel === 'popup' || random.chance(0.95)) {
    later('delivered', 3, 90);
    if (channel === 'ivr') {
      // A call has nothing to see or to click.
    } else if (random.chance(channel === 'email' ? Math.min(temper.open * 1.6, 0.9) : 0.6)) {
      later('impression', 120, 40_000);
      if (channel === 'inbox') later('read', 5, 90);
      if (random.chance(Math.min(temper.click / Math.max(temper.open, 0.1), 0.7))) {
        later('click', 10, 900, `https://shop.example.test/offers/${id}`);
        if (random.chance(0.25)) later('click', 30, 7200, 'https://shop.example.test/cart');
      } else if (channel === 'email' && random.chance(temper.unsubscribe)) {
        later('optout', 10, 300);
      } else if (channel === 'inbox' && random.chance(0.4)) {
        later('delete', 60, 9000);
      }
    }
  }
  return {
    communicationId: id,
    channel,
    ...(subject && { subject }),
    resource,
    ...(variation && { variation }),
    ...(providers[channel] && { providerName: providers[channel] }),
    activityType: activities[channel] ?? 'Send',
    gatewayId: `gw-${id}`,
    lifecycle: facts,
    plannedSendAt: at,
    ...(failReason && { failReason }),
  };
}

/** Whether a fact was observed. */
export function has(message: CommunicationWire, fact: FactWire): boolean {
  return message.lifecycle.some((one) => one.fact === fact);
}
