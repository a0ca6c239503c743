import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { TimelineMessages } from '../../i18n/slices/timeline.js';
import { factText, knownChannel } from '../../i18n/words.js';
import type { Communication, Fact } from '../../model/campaign.js';
import type { Instant } from '../../model/day.js';

/** What came of a message, short enough for its row. */
export interface Outcome {
  /** Observed steps in lifecycle order, each once however often it happened (S24, T29). */
  readonly steps: readonly string[];
  /** What was not observed, which proves nothing (T30); or when it is going to be sent (S29). */
  readonly note?: string;
  /** Why it failed, verbatim (S25). */
  readonly failure?: string;
  readonly isTrouble: boolean;
}

/** Steps that only say that the message exists or that are told apart from its way. */
const silent: ReadonlySet<Fact> = new Set(['create']);

/** Reads the facts of one message; their order is the documented one whatever order or ids they came with (T28). */
export function outcomeOf(message: Communication, texts: SharedMessages & TimelineMessages, now: Instant, writeTime: (at: Instant) => string): Outcome {
  const facts = new Set(message.lifecycle.map(({ fact }) => fact));
  const steps = new Set<string>();
  for (const fact of message.lifecycle) if (!silent.has(fact.fact)) steps.add(factText(fact, message.channel, texts));
  const failed = facts.has('fail');
  const failure = failed ? (message.lifecycle.find(({ fact, details }) => fact === 'fail' && details)?.details ?? message.failReason) : undefined;
  const note = failed ? undefined : noteOf(message, facts, texts, now, writeTime);
  return { steps: [...steps], ...(note && { note }), ...(failure && { failure }), isTrouble: failed || facts.has('optout') };
}

function noteOf(
  { channel, plannedSendAt }: Communication,
  facts: ReadonlySet<Fact>,
  texts: SharedMessages & TimelineMessages,
  now: Instant,
  writeTime: (at: Instant) => string,
): string | undefined {
  const has = (...names: Fact[]) => names.some((name) => facts.has(name));
  if (plannedSendAt !== undefined && plannedSendAt > now && !has('sent', 'delivered', 'impression', 'click')) return texts.plannedFor(writeTime(plannedSendAt));
  // What was clicked was seen, and what was seen was delivered, observed or not.
  if (has('click', 'optout', 'delete')) return undefined;
  // A call has nothing to see and nothing to click.
  const seen = has('impression', 'read');
  if (!seen && !has('delivered')) return has('sent') ? texts.deliveryNotObserved : undefined;
  if (knownChannel(channel) === 'ivr') return undefined;
  return seen ? texts.clickNotObserved : texts.openingNotObserved;
}
