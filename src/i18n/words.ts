import type { Decision, LifecycleFact } from '../model/campaign.js';
import type { SharedMessages } from './slices/shared.js';

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
  return channels.get(
    channel
      .slice(0, 99)
      .toLowerCase()
      .replace(/[\s_-]/g, ''),
  );
}

/** A channel in the reader's language; one nobody documented keeps its own name, which is how people there know it, and an id says of what. */
export function channelText(channel: string, texts: SharedMessages): string {
  const known: { readonly [Channel in KnownChannel]: string } = {
    email: texts.channelEmail,
    sms: texts.channelSms,
    push: texts.channelPush,
    inbox: texts.channelInbox,
    popup: texts.channelPopup,
    ivr: texts.channelIvr,
  };
  const name = knownChannel(channel);
  return name ? known[name] : /^#\d+$/.test(channel) ? `${texts.channel} ${channel}` : channel;
}

/** What was decided about a customer, in words; an unknown decision keeps its own word (PS14). */
export function decisionText(decision: Decision, asGiven: string | undefined, texts: SharedMessages): string {
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

/** What happened to a message, in words; that an e-mail was seen is only probable, since proxies load pictures too (T33). */
export function factText({ fact, factAsGiven }: Pick<LifecycleFact, 'fact' | 'factAsGiven'>, channel: string, texts: SharedMessages): string {
  switch (fact) {
    case 'create':
      return texts.factCreated;
    case 'sent':
      return texts.decisionSent;
    case 'delivered':
      return texts.factDelivered;
    case 'fail':
      return texts.decisionFailed;
    case 'impression':
      return knownChannel(channel) === 'email' ? texts.factProbablySeen : texts.factSeen;
    case 'click':
      return texts.factClicked;
    case 'optout':
      return texts.factOptedOut;
    case 'read':
      return texts.factRead;
    case 'delete':
      return texts.factDeleted;
    case 'other':
      return texts.other(factAsGiven ?? fact);
  }
}

/** A word nobody documented, made readable and never translated by guess: `NOT_YET_SENT` is `Not yet sent`, a bare id `#7` (PS14). */
export function readableWord(word: string): string {
  // No word is as long; what came instead of one stays as it came.
  if (word.length > 200) return word;
  if (/^\d+$/.test(word)) return `#${word}`;
  const words = word.replaceAll('_', ' ');
  return /^[A-Z][A-Z ]+$/.test(words) ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}
