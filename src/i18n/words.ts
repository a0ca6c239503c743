import type { Decision } from '../model/campaign.js';
import type { CommonMessages } from './slices/common.js';

/** The documented channels (S8, S9), told apart in texts and icons. */
export type KnownChannel = 'email' | 'sms' | 'push' | 'inbox' | 'popup' | 'ivr';

/** Names backends give the documented channels, in lower case and without blanks, hyphens and underscores. */
const channels: ReadonlyMap<string, KnownChannel> = new Map([
  ['email', 'email'],
  ['mail', 'email'],
  ['sms', 'sms'],
  ['push', 'push'],
  ['mobilepush', 'push'],
  ['webpush', 'push'],
  ['pushnotification', 'push'],
  ['inbox', 'inbox'],
  ['popup', 'popup'],
  ['ivr', 'ivr'],
]);

/** Which documented channel a backend's name means, if any. */
export function knownChannel(channel: string): KnownChannel | undefined {
  return channels.get(channel.toLowerCase().replace(/[\s_-]/g, ''));
}

/** A channel in the reader's language; one nobody documented keeps its own name, which is how people there know it. */
export function channelText(channel: string, texts: CommonMessages): string {
  const known: { readonly [Channel in KnownChannel]: string } = {
    email: texts.channelEmail,
    sms: texts.channelSms,
    push: texts.channelPush,
    inbox: texts.channelInbox,
    popup: texts.channelPopup,
    ivr: texts.channelIvr,
  };
  const name = knownChannel(channel);
  return name ? known[name] : channel;
}

/** What was decided about a customer, in words; an unknown decision keeps its own word (PS14). */
export function decisionText(decision: Decision, asGiven: string | undefined, texts: CommonMessages): string {
  const known: { readonly [Word in Exclude<Decision, 'other'>]: string } = {
    sent: texts.decisionSent,
    failed: texts.decisionFailed,
    excluded: texts.decisionExcluded,
    control: texts.decisionControl,
    capped: texts.decisionCapped,
    planned: texts.decisionPlanned,
  };
  return decision === 'other' ? texts.other(asGiven ?? decision) : known[decision];
}
