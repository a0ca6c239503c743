import type { TermsMessages } from '../slices/terms.js';

/** French. */
export const terms: TermsMessages = {
  statusDraft: 'Brouillon',
  statusActive: 'Active',
  statusPaused: 'En pause',
  statusDisabled: 'Désactivée',
  statusArchived: 'Archivée',
  statusExecuted: 'Exécutée',
  executionRealtime: 'En temps réel',
  executionScheduled: 'Planifiée',
  categoryMarketing: 'Marketing',
  categoryOperational: 'Opérationnelle',

  segmentActive: 'Actif',
  segmentArchived: 'Archivé',
  segmentStateBased: 'Selon l’état',
  segmentImported: 'Importé d’un CSV',
  segmentDeprecated: 'Obsolète',
  segmentBehavioural: 'Comportemental',

  activityStart: 'Parcours commencé',
  activityStop: 'Parcours arrêté',
  activityConverted: 'Parcours converti',

  bonusNew: 'Nouveau',
  bonusCouponIssued: 'Coupon émis',
  bonusRedeemed: 'Utilisé',
  bonusRedeemFailed: 'Échec de l’utilisation',
  bonusCouponIssueFailed: 'Échec de l’émission du coupon',
  bonusExpired: 'Expiré',
  productCampaign: 'Campagne',
  productAutomationRule: 'Règle d’automatisation',
  productGamification: 'Ludification',
  productDynamicBonuses: 'Bonus dynamiques',
  productManualBonus: 'Bonus manuel',
  productStore: 'Boutique',
  productTournament: 'Tournoi',
  productMiniGameUser: 'Mini-jeu pour utilisateur',
  productMiniGameVisitor: 'Mini-jeu pour visiteur',

  figureGrossSales: 'Ventes brutes',
  figureNetSales: 'Ventes nettes',
  figureRefunds: 'Remboursements',
  figureOrderDays: 'Jours de commande',
  figureOrders: 'Commandes',
  figureCampaigns: 'Campagnes',

  activityWithoutName: (id) => `Activité ${id}`,
  statusWithoutName: (id) => `Statut ${id}`,
  reasonWithoutName: (id) => `Motif ${id}`,
};
