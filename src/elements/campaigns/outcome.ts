import { knownChannel } from '../../i18n/words.js';
import { sumMoney } from '../../model/arithmetic.js';
import type { CampaignDecision, Communication, Fact } from '../../model/campaign.js';
import type { Money } from '../../model/money.js';

/** What can come of a campaign, in order. */
export const STEPS = ['sent', 'delivered', 'seen', 'clicked', 'converted'] as const;
export type Step = (typeof STEPS)[number];

/** What came of one decision. */
export interface Outcome {
  /** Messages behind it, each once however many facts it has (T29); 0 = none is known. */
  readonly messages: number;
  /** How many messages got so far, by step; of `converted` 1 or 0. Nothing = not observed, which does not mean it did not happen (T30). */
  readonly reached: { readonly [Name in Step]: number };
  /** The last step reached. */
  readonly furthest: Step | undefined;
  /** It was seen only as far as the picture of an e-mail tells, which proxies load too (T33). */
  readonly isProbable: boolean;
  readonly failed: number;
  readonly optedOut: number;
  /** The two meanings of conversion, told apart (S22, T16). */
  readonly journeyConverted: boolean;
  readonly depositAttributed: boolean;
}

/** How far a fact proves a message got: what was clicked was seen, what was seen was delivered. Ids and times say nothing (T28). */
const levels: { readonly [Name in Fact]: number } = {
  create: 0,
  sent: 1,
  delivered: 2,
  fail: 0,
  impression: 3,
  click: 4,
  optout: 3,
  read: 3,
  delete: 2,
  other: 0,
};

/** Decisions after which something can have come of it; the others never left, whatever else their record says (T17, T18). */
const contacted: ReadonlySet<string> = new Set(['sent', 'failed', 'other']);

/** Whether anything was sent, or tried to be. */
export function wasContacted({ decision }: Pick<CampaignDecision, 'decision'>): boolean {
  return contacted.has(decision);
}

/** The messages of a decision, each once (S28). Ids of two channels may collide, as those of their providers do (T12). */
export function messagesOf({ communications }: Pick<CampaignDecision, 'communications'>): readonly Communication[] {
  const messages = new Map<string, Communication>();
  for (const message of communications) {
    const key = `${knownChannel(message.channel) ?? message.channel} ${message.communicationId}`;
    const held = messages.get(key);
    messages.set(key, held ? { ...held, ...message, lifecycle: [...held.lifecycle, ...message.lifecycle] } : message);
  }
  return [...messages.values()];
}

/** What came of a decision, counted by distinct message (T29). */
export function outcomeOf(decision: CampaignDecision): Outcome {
  const messages = wasContacted(decision) ? messagesOf(decision) : [];
  const reached = { sent: 0, delivered: 0, seen: 0, clicked: 0, converted: 0 };
  let [failed, optedOut] = [0, 0];
  let isProbable = true;
  for (const { channel, lifecycle } of messages) {
    const level = Math.max(0, ...lifecycle.map(({ fact }) => levels[fact]));
    for (const step of STEPS.slice(0, level)) reached[step]++;
    if (lifecycle.some(({ fact }) => fact === 'fail')) failed++;
    if (lifecycle.some(({ fact }) => fact === 'optout')) optedOut++;
    if (level >= 3 && !(knownChannel(channel) === 'email' && lifecycle.every(({ fact }) => fact !== 'click' && fact !== 'optout'))) isProbable = false;
  }
  // Without its messages the decision itself is what is known (O16).
  if (messages.length === 0 && decision.decision === 'sent') reached.sent = 1;
  const journeyConverted = wasContacted(decision) && decision.journey?.convertedAt !== undefined;
  const depositAttributed = decision.attribution.length > 0;
  if (journeyConverted || depositAttributed) reached.converted = 1;
  const furthest = STEPS.findLast((step) => reached[step] > 0);
  return { messages: messages.length, reached, furthest, isProbable: isProbable && reached.seen > 0, failed, optedOut, journeyConverted, depositAttributed };
}

/** Why the customer did not get it: the decision's own reason, else what a failed message says (S25). */
export function reasonOf(decision: CampaignDecision): string | undefined {
  if (decision.reason !== undefined || decision.decision !== 'failed') return decision.reason;
  for (const { failReason, lifecycle } of decision.communications) {
    const reason = lifecycle.find(({ fact, details }) => fact === 'fail' && details)?.details ?? failReason;
    if (reason) return reason;
  }
  return undefined;
}

/** Attributed value of the decision, one sum for each currency. */
export function attributedValue({ attribution }: Pick<CampaignDecision, 'attribution'>): readonly Money[] {
  return sumMoney(attribution.map(({ value }) => value));
}
