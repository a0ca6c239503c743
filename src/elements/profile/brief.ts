import { formatNumber, formatPercent } from '../../format/number.js';
import { shareBelow } from '../../format/percentile.js';
import { formatRelativeDay } from '../../format/relative.js';
import { formatList } from '../../format/text.js';
import type { BriefMessages } from '../../i18n/slices/brief.js';
import { channelText, knownChannel } from '../../i18n/words.js';
import { compareDecimals } from '../../model/arithmetic.js';
import type { CampaignPage, Journey } from '../../model/campaign.js';
import type { Consent, Metrics, Profile } from '../../model/customer.js';
import { dayOf, type Instant, type PlainDay } from '../../model/day.js';
import type { CustomerEvent, Page } from '../../model/event.js';
import type { Decimal } from '../../model/money.js';
import type { KnownAction, Predictions } from '../../model/prediction.js';
import type { SectionName } from '../../model/resource.js';
import { formatMetric, formatScope, type MetricStyle } from './metrics-view.js';

/** Where what is said can be seen: a block of the profile itself, or another section. */
export type Evidence = 'metrics' | 'consents' | Exclude<SectionName, 'profile'>;

/** A run of text; what it rests on, where it states a fact. */
export interface Phrase {
  readonly text: string;
  readonly evidence?: Evidence;
}

/** Some sentences about one thing. */
export type Statement = readonly Phrase[];

/** What is known at the moment; any subset will do. */
export interface Known {
  readonly profile?: Profile;
  readonly metrics?: Metrics;
  readonly events?: Page<CustomerEvent>;
  readonly campaigns?: CampaignPage;
  readonly predictions?: Predictions;
}

/** How the brief is written. */
export interface BriefStyle extends MetricStyle {
  readonly texts: MetricStyle['texts'] & BriefMessages;
  readonly now: Instant;
  /** What is written of a figure; a mask where it is masked. */
  readonly hide: (key: string, type: string, text: string) => string;
}

/** Stands in a sentence for the phrase of that index. Phrases themselves are never looked through, so that no text of the data can pass for one. */
const PLACE = 0xe000;
const places = /([\ue000-\ue00f])/;

/** Puts phrases into a sentence of the language, wherever the language wants them. */
function say(sentence: (...phrases: string[]) => string, ...phrases: readonly Phrase[]): Statement {
  const text = sentence(...phrases.map((_, index) => String.fromCharCode(PLACE + index)));
  return text
    .split(places)
    .filter(Boolean)
    .map((run) => (places.test(run) ? phrases[run.charCodeAt(0) - PLACE] : undefined) ?? { text: run });
}

/**
 * Three to five statements from what is known: worth, last contact, open journeys, consent, strongest prediction. In the place of one
 * that rests on an answer still awaited stands how many characters such a statement has as a rule. Each has a place of its own, so that a
 * page that replaces one leaves the others as they are.
 */
export function toBriefPlaces(known: Known, awaited: ReadonlySet<keyof Known>, style: BriefStyle): readonly (Statement | number | undefined)[] {
  const { profile, metrics, predictions } = known;
  const orAwaited = (statement: Statement | undefined, length: number, ...names: readonly (keyof Known)[]) =>
    statement ?? (names.some((name) => awaited.has(name)) ? length : undefined);
  return [
    orAwaited(metrics && sayWorth(metrics, style), 63, 'metrics'),
    orAwaited(sayContact(known, style), 36, 'campaigns', 'events'),
    orAwaited(sayReceived(known, style), 47, 'campaigns'),
    orAwaited(sayJourneys(known, style), 22, 'campaigns', 'events'),
    profile?.customer.consents && sayConsents(profile.customer.consents, style),
    orAwaited(predictions && sayPrediction(predictions, style), 64, 'predictions'),
  ];
}

/** What of the brief can be said of what is known. */
export function toBrief(known: Known, style: BriefStyle): readonly Statement[] {
  return toBriefPlaces(known, new Set(), style).filter((place) => typeof place === 'object');
}

/** The brief as text, for a ticket. */
export function briefText(brief: readonly Statement[]): string {
  return brief.map((statement) => statement.map(({ text }) => text).join('')).join(' ');
}

/** Amount and purchases in one breath only where they cover the same (T1): lifetime value before spend since the integration (T2). */
function sayWorth(
  { customerLifetimeValue, totalSpend, numberOfPurchases: purchases, lastProductPurchased }: Metrics,
  style: BriefStyle,
): Statement | undefined {
  const { texts, now, timeZone } = style;
  const evidence = 'metrics';
  const count = purchases?.value ?? null;
  if (count !== null && compareDecimals(count, '0' as Decimal) === 0) return say(texts.briefNothingBought, { text: texts.briefNothing, evidence });
  const amounts = [['customerLifetimeValue', customerLifetimeValue] as const, ['totalSpend', totalSpend] as const];
  const given = amounts.filter(([, metric]) => metric && metric.value !== null);
  const [name, amount] = given.find(([, metric]) => metric?.scope === purchases?.scope) ?? given[0] ?? [];
  const bought =
    count === null ? undefined : style.hide('numberOfPurchases', 'integer', texts.briefPurchases(Number(count), formatNumber(count, style.language)));
  const last = lastProductPurchased?.purchasedAt;
  const lastDay = last === undefined ? undefined : formatRelativeDay(dayOf(last, timeZone), dayOf(now, timeZone), style);
  if (!name || !amount || amount.value === null) {
    if (bought === undefined) return undefined;
    return lastDay ? say(texts.briefBoughtLast, { text: bought, evidence }, { text: lastDay, evidence }) : say(texts.briefBought, { text: bought, evidence });
  }
  const money = style.hide(name, 'money', formatMetric(name, amount.value, amount.currency, style));
  const text = bought !== undefined && amount.scope === purchases?.scope ? texts.briefAmountIn(money, bought) : money;
  const scope = { text: amount.scope === 'lifetime' && !amount.since ? texts.briefSoFar : formatScope(amount, style) };
  return lastDay ? say(texts.briefSpentLast, { text, evidence }, scope, { text: lastDay, evidence }) : say(texts.briefSpent, { text, evidence }, scope);
}

/** When and how somebody last reached the customer. */
function sayContact(known: Known, style: BriefStyle): Statement | undefined {
  const { texts, timeZone, now } = style;
  const last = lastContact(known, dayOf(now, timeZone), timeZone);
  const when = last && formatRelativeDay(last.day, dayOf(now, timeZone), style);
  if (!last || when === undefined) return undefined;
  return say(texts.briefContacted, { text: texts.briefContact(when, last.channel && sayChannel(last.channel, style)), evidence: last.evidence });
}

/** How many campaigns of the time frame reached the customer. */
function sayReceived({ campaigns }: Known, { texts, language }: BriefStyle): Statement | undefined {
  const [received, total] = receivedOf(campaigns) ?? [0, 0];
  if (total === 0) return undefined;
  const text = texts.briefCampaigns(total, formatNumber(received, language), formatNumber(total, language));
  return say(texts.briefReceived, { text, evidence: 'campaigns' });
}

/**
 * Campaigns that reached the customer, of all that were decided; unknown while only a part of the list is there and nobody counted, and where one
 * may be counted twice.
 */
function receivedOf(campaigns: CampaignPage | undefined): readonly [number, number] | undefined {
  if (!campaigns || campaigns.mayRepeat) return undefined;
  const { counts, items, nextCursor } = campaigns;
  if (counts) return [counts.get('sent') ?? 0, [...counts.values()].reduce((sum, count) => sum + count, 0)];
  return nextCursor === undefined ? [items.filter(({ decision }) => decision === 'sent').length, items.length] : undefined;
}

interface Contact {
  readonly day: PlainDay;
  readonly channel: string | undefined;
  readonly evidence: Evidence;
}

/** The later of what campaigns and events say; a campaign that was only decided is no contact (T17). */
function lastContact({ campaigns, events }: Known, today: PlainDay, timeZone: string): Contact | undefined {
  const contacts: Contact[] = [];
  for (const { decision, executionDate, channels } of campaigns?.items ?? []) {
    if (decision === 'sent' && executionDate && executionDate <= today)
      contacts.push({ day: executionDate, channel: channels[0]?.name, evidence: 'campaigns' });
  }
  for (const { category, at, day, message } of events?.items ?? []) {
    if ((category !== 'email' && category !== 'message') || at === null) continue;
    const on = day ?? dayOf(at, timeZone);
    if (on <= today) contacts.push({ day: on, channel: message?.channel ?? (category === 'email' ? 'email' : undefined), evidence: 'timeline' });
  }
  return contacts.reduce<Contact | undefined>((latest, contact) => (latest && latest.day >= contact.day ? latest : contact), undefined);
}

/** Open: started, neither stopped nor converted, and not past the day it was expected to stop (S35). */
function sayJourneys({ campaigns, events }: Known, { texts, now, language }: BriefStyle): Statement | undefined {
  const open = new Set<string>();
  let evidence: Evidence = 'timeline';
  const look = (journey: Journey | undefined, from: Evidence) => {
    if (!journey || journey.startedAt === null || journey.stoppedAt !== undefined || journey.convertedAt !== undefined) return;
    if (journey.expectedStopAt !== undefined && journey.expectedStopAt <= now) return;
    open.add(journey.id);
    if (from === 'campaigns') evidence = from;
  };
  for (const { journey } of campaigns?.items ?? []) look(journey, 'campaigns');
  for (const { journey } of events?.items ?? []) look(journey, 'timeline');
  return open.size ? say(texts.briefInJourneys, { text: texts.briefJourneys(open.size, formatNumber(open.size, language)), evidence }) : undefined;
}

/**
 * A channel within a sentence, where German alone gives a noun its capital; abbreviations, and names that only the backend knows,
 * are written as they are.
 */
function sayChannel(channel: string, { texts, language }: BriefStyle): string {
  const name = channelText(channel, texts);
  const isOurs = knownChannel(channel) !== undefined || name !== channel;
  return isOurs && !/^de\b/i.test(language) && /^\p{Lu}\P{Lu}*$/u.test(name) ? name.toLowerCase() : name;
}

/** On which channels the customer may be addressed; what is not known is not said. */
function sayConsents(consents: readonly Consent[], style: BriefStyle): Statement | undefined {
  const { texts, language } = style;
  const phrase = (wanted: Consent['status']): Phrase | undefined => {
    const channels = consents.filter(({ status }) => status === wanted).map(({ channel }) => sayChannel(channel, style));
    return channels.length ? { text: formatList(channels, language), evidence: 'consents' } : undefined;
  };
  const [granted, denied] = [phrase('granted'), phrase('denied')];
  if (granted && denied) return say(texts.briefConsentsMixed, granted, denied);
  if (denied) return say(texts.briefConsentsDenied, denied);
  return granted && say(texts.briefConsentsGranted, granted);
}

/** The prediction that sets this customer furthest apart from all others. */
function sayPrediction({ likelihoods, predictedClv, horizonDays }: Predictions, style: BriefStyle): Statement | undefined {
  const { texts, language } = style;
  const actions: { readonly [Action in KnownAction]: (percent: string) => string } = {
    click: texts.briefLikelyClick,
    unsubscribe: texts.briefLikelyUnsubscribe,
    open: texts.briefLikelyOpen,
    purchase: texts.briefLikelyPurchase,
  };
  const standing = (percentile: number | undefined) => {
    const share = shareBelow(percentile);
    return share && formatPercent(share.percent, language);
  };
  const distance = (percentile: number | undefined) => (percentile === undefined ? 0 : Math.abs(percentile - 50));
  const candidates: { readonly distance: number; readonly statement: Statement }[] = [];
  for (const likelihood of likelihoods) {
    if (likelihood.status !== 'available') continue;
    const { action, probability, percentile } = likelihood;
    if (!Object.hasOwn(actions, action)) continue;
    const text = style.hide(action, 'probability', actions[action as KnownAction](formatPercent(probability * 100, language)));
    const phrase: Phrase = { text, evidence: 'predictions' };
    const within = { text: horizonDays === undefined ? '' : texts.briefWithin(horizonDays, formatNumber(horizonDays, language)) };
    const below = standing(percentile);
    candidates.push({
      distance: distance(percentile),
      statement: below ? say(texts.briefPredictedBelow, phrase, within, { text: below }) : say(texts.briefPredicted, phrase, within),
    });
  }
  if (predictedClv?.status === 'available') {
    const { amount, currency } = predictedClv.value;
    const phrase: Phrase = {
      text: style.hide('predictedClv', 'money', formatMetric('customerLifetimeValue', amount, currency, style)),
      evidence: 'predictions',
    };
    const below = standing(predictedClv.percentile);
    candidates.push({
      distance: distance(predictedClv.percentile),
      statement: below ? say(texts.briefClvBelow, phrase, { text: below }) : say(texts.briefClv, phrase),
    });
  }
  return candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, candidate) => (best && best.distance >= candidate.distance ? best : candidate),
    undefined,
  )?.statement;
}
