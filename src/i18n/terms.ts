import { mergeMessages, negotiateLocale } from './catalogue.js';
import type { MessageOverrides } from './messages.js';
import { englishTerms, type TermsMessages } from './slices/terms.js';
import { readableWord } from './words.js';

const loaders = {
  ar: () => import('./terms/ar.js'),
  de: () => import('./terms/de.js'),
  es: () => import('./terms/es.js'),
  fr: () => import('./terms/fr.js'),
  he: () => import('./terms/he.js'),
  ja: () => import('./terms/ja.js'),
  pt: () => import('./terms/pt.js'),
} as const;

const loaded = new Map<string, TermsMessages>();

/** The words of the documents in a language, once they are loaded; English where none are shipped, or none came. */
export function loadedTerms(language: string): TermsMessages {
  return loaded.get(negotiateLocale(language) ?? 'en') ?? englishTerms;
}

/** Loads the words of the documents in a language. Never rejects: a file that cannot be loaded leaves English. */
export async function loadTerms(language: string): Promise<TermsMessages> {
  const name = negotiateLocale(language);
  try {
    if (name && !loaded.has(name)) loaded.set(name, (await loaders[name]()).terms);
  } catch {}
  return loadedTerms(language);
}

/** The texts of all words but those that an id fills in. */
type Term = { [Key in keyof TermsMessages]: TermsMessages[Key] extends string ? Key : never }[keyof TermsMessages];

/** By what they are words of, as `toKey` writes them: the same word of something else is the backend's own. */
const documented = {
  // S4.
  status: {
    draft: 'statusDraft',
    active: 'statusActive',
    paused: 'statusPaused',
    disabled: 'statusDisabled',
    archived: 'statusArchived',
    executed: 'statusExecuted',
  },
  // S5, S6: one id for both, one word for each.
  execution: { realtime: 'executionRealtime', scheduled: 'executionScheduled', marketing: 'categoryMarketing', operational: 'categoryOperational' },
  category: { marketing: 'categoryMarketing', operational: 'categoryOperational' },
  // S11, S12.
  segment: {
    active: 'segmentActive',
    archived: 'segmentArchived',
    statebased: 'segmentStateBased',
    importedfromcsv: 'segmentImported',
    deprecated: 'segmentDeprecated',
    behavioural: 'segmentBehavioural',
  },
  // S2.
  activity: { journeystart: 'activityStart', journeystopped: 'activityStop', journeyconverted: 'activityConverted' },
  // S40.
  bonus: {
    new: 'bonusNew',
    couponissued: 'bonusCouponIssued',
    redeemed: 'bonusRedeemed',
    redeemfailed: 'bonusRedeemFailed',
    couponissuefailed: 'bonusCouponIssueFailed',
    expired: 'bonusExpired',
  },
  // S41.
  product: {
    campaign: 'productCampaign',
    automationrule: 'productAutomationRule',
    gamification: 'productGamification',
    dynamicbonusesengine: 'productDynamicBonuses',
    manualbonus: 'productManualBonus',
    store: 'productStore',
    tournament: 'productTournament',
    minigameforretentionuser: 'productMiniGameUser',
    minigameforvisitor: 'productMiniGameVisitor',
  },
  // O12, O13: the columns of the last month say the same of other days.
  figure: {
    ecomtotalgrosssalesamount: 'figureGrossSales',
    ecomtotalnetsalesamount: 'figureNetSales',
    ecomtotalrefundamount: 'figureRefunds',
    ecomnumberoforderdays: 'figureOrderDays',
    ecomnumberoforders: 'figureOrders',
    numberofcampaigns: 'figureCampaigns',
  },
} as const satisfies { readonly [kind: string]: { readonly [key: string]: Term } };

/** What a word may be a word of; a reason is no word, but may be an id without a name. */
export type TermKind = keyof typeof documented | 'reason';

/** Letters alone, so that every spelling of a word is the same: `COUPON_ISSUED`, `Coupon issued`. */
function toKey(word: string): string {
  return word
    .slice(0, 60)
    .toLowerCase()
    .replace(/_1m$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The text a word of the documents goes by; nothing for a word of the backend's own. */
export function termOf(kind: TermKind, word: string): Term | undefined {
  const terms: { readonly [key: string]: Term } = kind === 'reason' ? {} : documented[kind];
  const key = toKey(word);
  return Object.hasOwn(terms, key) ? terms[key] : undefined;
}

/**
 * A word of the documents in a language, or an id as what it is the id of (S1, S40); what is put together of two (S5) is worded part by part.
 * Nothing for a word nobody documented.
 */
export function termText(kind: TermKind, word: string, language: string, overrides: object | undefined): string | undefined {
  const texts = mergeMessages(englishTerms, loadedTerms(language), overrides as MessageOverrides | undefined);
  const id = readableWord(word);
  if (/^#\d+$/.test(id)) {
    if (kind === 'reason') return texts.reasonWithoutName(id);
    if (kind === 'activity') return texts.activityWithoutName(id);
    return kind === 'bonus' ? texts.statusWithoutName(id) : undefined;
  }
  const parts = word.split('/').map((part) => termOf(kind, part));
  return parts.every((term) => term !== undefined) ? parts.map((term) => texts[term]).join('/') : undefined;
}
