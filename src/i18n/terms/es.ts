import type { TermsMessages } from '../slices/terms.js';

/** Spanish. */
export const terms: TermsMessages = {
  statusDraft: 'Borrador',
  statusActive: 'Activa',
  statusPaused: 'En pausa',
  statusDisabled: 'Desactivada',
  statusArchived: 'Archivada',
  statusExecuted: 'Ejecutada',
  executionRealtime: 'En tiempo real',
  executionScheduled: 'Programada',
  categoryMarketing: 'Marketing',
  categoryOperational: 'Operativa',

  segmentActive: 'Activo',
  segmentArchived: 'Archivado',
  segmentStateBased: 'Según el estado',
  segmentImported: 'Importado de CSV',
  segmentDeprecated: 'Obsoleto',
  segmentBehavioural: 'Según el comportamiento',

  activityStart: 'Recorrido iniciado',
  activityStop: 'Recorrido detenido',
  activityConverted: 'Recorrido convertido',

  bonusNew: 'Nuevo',
  bonusCouponIssued: 'Cupón emitido',
  bonusRedeemed: 'Canjeado',
  bonusRedeemFailed: 'Canje fallido',
  bonusCouponIssueFailed: 'Emisión del cupón fallida',
  bonusExpired: 'Caducado',
  productCampaign: 'Campaña',
  productAutomationRule: 'Regla de automatización',
  productGamification: 'Gamificación',
  productDynamicBonuses: 'Bonos dinámicos',
  productManualBonus: 'Bono manual',
  productStore: 'Tienda',
  productTournament: 'Torneo',
  productMiniGameUser: 'Minijuego para usuario',
  productMiniGameVisitor: 'Minijuego para visitante',

  figureGrossSales: 'Ventas brutas',
  figureNetSales: 'Ventas netas',
  figureRefunds: 'Reembolsos',
  figureOrderDays: 'Días con pedido',
  figureOrders: 'Pedidos',
  figureCampaigns: 'Campañas',

  activityWithoutName: (id) => `Actividad ${id}`,
  statusWithoutName: (id) => `Estado ${id}`,
  reasonWithoutName: (id) => `Motivo ${id}`,
};
