import type { Terms } from '../../data/terms.js';
import { formatDay } from '../../format/date.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import type { CampaignsMessages } from '../../i18n/slices/campaigns.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import { channelText, decisionText } from '../../i18n/words.js';
import type { CampaignDecision } from '../../model/campaign.js';
import type { PlainDay } from '../../model/day.js';
import { MASK, type Maskable } from '../../model/masking.js';
import type { Money } from '../../model/money.js';
import { type Outcome, outcomeOf, reasonOf, type Step, wasContacted } from './outcome.js';
import { maskableReason } from './personal.js';

/** For whom it is written. */
export interface Writing {
  readonly texts: SharedMessages & CampaignsMessages;
  readonly terms: Terms;
  readonly language: string;
  readonly timeZone: string;
  readonly today: PlainDay;
  /** For amounts that came without one. */
  readonly currency: string | undefined;
  readonly isMasked: (value: Maskable) => boolean;
}

/** What people know the campaign by; its id where the campaign's side of the join is missing (O17). A control group's action has no name worth showing (T17). */
export function nameOf({ campaign, action, decision }: CampaignDecision): string {
  return campaign.name ?? (decision === 'control' ? undefined : action?.name) ?? campaign.id;
}

/** Whether the campaign's side of the join is missing (O17). */
export function isWithoutDetails({ campaign, targetGroup, segment, channels, promotionId, tags, decision }: CampaignDecision): boolean {
  return decision !== 'control' && !campaign.name && !targetGroup && !segment && !channels.length && !promotionId && !tags.length;
}

/** The day of the decision, without its year when that is today's. */
export function dayText({ executionDate }: CampaignDecision, { language, texts, today }: Writing): string {
  return formatDay(executionDate, { language, unknown: texts.unknownDate }, today);
}

/** Sums of several currencies stand beside each other (contract section 4). */
export function moneyText(sums: readonly Money[], { language, currency }: Writing): string {
  return sums.map((sum) => formatMoney(sum, language, { currency })).join(' + ');
}

/** The channels of the action, each once however many templates it has. */
export function channelsText({ channels }: CampaignDecision, { texts }: Writing): string {
  return [...new Set(channels.map(({ name }) => channelText(name, texts)))].join(', ');
}

/** The templates of the action's channels. */
export function templatesText({ channels }: CampaignDecision): string {
  return [...new Set(channels.flatMap(({ template }) => template ?? []))].join(', ');
}

/** What a step is called; an e-mail nobody clicked was seen only probably (T33). */
export function stepText(step: Step, { isProbable }: Pick<Outcome, 'isProbable'>, texts: Writing['texts']): string {
  const words: { readonly [Name in Step]: string } = {
    sent: texts.decisionSent,
    delivered: texts.factDelivered,
    seen: isProbable ? texts.factProbablySeen : texts.factSeen,
    clicked: texts.factClicked,
    converted: texts.converted,
  };
  return words[step];
}

/** What was decided, in words; where nothing says so, what shows that there was something to decide. */
export function decisionWords({ decision, decisionAsGiven, standsFor }: CampaignDecision, texts: Writing['texts']): string {
  if (!standsFor) return decisionText(decision, decisionAsGiven, texts);
  return { message: texts.factCreated, journey: texts.enteredJourney, bonus: texts.bonus, deposit: texts.depositAttributed }[standsFor];
}

/** What came of a decision, in words: one to see at once, and what has to be said beside it. */
export interface OutcomeWords {
  readonly label: string;
  readonly notes: readonly string[];
}

/** Words for what came of a decision. */
export function outcomeWords(row: CampaignDecision, { texts, terms, language, isMasked }: Writing, outcome: Outcome = outcomeOf(row)): OutcomeWords {
  const { furthest, messages, failed, optedOut, journeyConverted, depositAttributed } = outcome;
  const notes: string[] = [];
  const decision = decisionWords(row, texts);
  const showsStep = row.decision === 'sent' && furthest !== undefined;
  if (!showsStep) {
    const reason = reasonOf(row);
    if (reason) notes.push(isMasked(maskableReason(reason)) ? MASK : terms.reason(reason));
    if (row.takenFrom) notes.push(texts.takenBy(row.takenFrom));
    if (!wasContacted(row)) return { label: decision, notes };
  }
  // The two meanings of conversion are never one word (S22).
  if (journeyConverted) notes.push(texts.journeyConverted);
  if (depositAttributed) notes.push(texts.depositAttributed);
  if (row.decision === 'sent' && !messages && furthest === 'sent') notes.push(texts.outcomeNotTracked);
  if (failed && row.decision === 'sent') notes.push(texts.messagesFailed(formatNumber(failed, language), formatNumber(messages, language)));
  if (optedOut) notes.push(texts.factOptedOut);
  return { label: showsStep ? stepText(furthest, outcome, texts) : decision, notes };
}
