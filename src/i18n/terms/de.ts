import type { TermsMessages } from '../slices/terms.js';

/** German. */
export const terms: TermsMessages = {
  statusDraft: 'Entwurf',
  statusActive: 'Aktiv',
  statusPaused: 'Pausiert',
  statusDisabled: 'Deaktiviert',
  statusArchived: 'Archiviert',
  statusExecuted: 'Ausgeführt',
  executionRealtime: 'In Echtzeit',
  executionScheduled: 'Terminiert',
  categoryMarketing: 'Marketing',
  categoryOperational: 'Betrieblich',

  segmentActive: 'Aktiv',
  segmentArchived: 'Archiviert',
  segmentStateBased: 'Nach Zustand',
  segmentImported: 'Aus CSV importiert',
  segmentDeprecated: 'Veraltet',
  segmentBehavioural: 'Nach Verhalten',

  activityStart: 'Journey begonnen',
  activityStop: 'Journey beendet',
  activityConverted: 'Journey konvertiert',

  bonusNew: 'Neu',
  bonusCouponIssued: 'Coupon ausgegeben',
  bonusRedeemed: 'Eingelöst',
  bonusRedeemFailed: 'Einlösung fehlgeschlagen',
  bonusCouponIssueFailed: 'Ausgabe des Coupons fehlgeschlagen',
  bonusExpired: 'Abgelaufen',
  productCampaign: 'Kampagne',
  productAutomationRule: 'Automatisierungsregel',
  productGamification: 'Gamification',
  productDynamicBonuses: 'Dynamische Boni',
  productManualBonus: 'Manueller Bonus',
  productStore: 'Shop',
  productTournament: 'Turnier',
  productMiniGameUser: 'Minispiel für Nutzer',
  productMiniGameVisitor: 'Minispiel für Besucher',

  figureGrossSales: 'Bruttoumsatz',
  figureNetSales: 'Nettoumsatz',
  figureRefunds: 'Erstattungen',
  figureOrderDays: 'Bestelltage',
  figureOrders: 'Bestellungen',
  figureCampaigns: 'Kampagnen',

  activityWithoutName: (id) => `Aktivität ${id}`,
  statusWithoutName: (id) => `Status ${id}`,
  reasonWithoutName: (id) => `Grund ${id}`,
};
