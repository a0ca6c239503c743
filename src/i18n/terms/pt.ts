import type { TermsMessages } from '../slices/terms.js';

/** Portuguese. */
export const terms: TermsMessages = {
  statusDraft: 'Rascunho',
  statusActive: 'Ativa',
  statusPaused: 'Em pausa',
  statusDisabled: 'Desativada',
  statusArchived: 'Arquivada',
  statusExecuted: 'Executada',
  executionRealtime: 'Em tempo real',
  executionScheduled: 'Agendada',
  categoryMarketing: 'Marketing',
  categoryOperational: 'Operacional',

  segmentActive: 'Ativo',
  segmentArchived: 'Arquivado',
  segmentStateBased: 'Por estado',
  segmentImported: 'Importado de CSV',
  segmentDeprecated: 'Obsoleto',
  segmentBehavioural: 'Por comportamento',

  activityStart: 'Percurso iniciado',
  activityStop: 'Percurso parado',
  activityConverted: 'Percurso convertido',

  bonusNew: 'Novo',
  bonusCouponIssued: 'Cupão emitido',
  bonusRedeemed: 'Resgatado',
  bonusRedeemFailed: 'Falha no resgate',
  bonusCouponIssueFailed: 'Falha na emissão do cupão',
  bonusExpired: 'Expirado',
  productCampaign: 'Campanha',
  productAutomationRule: 'Regra de automação',
  productGamification: 'Gamificação',
  productDynamicBonuses: 'Bónus dinâmicos',
  productManualBonus: 'Bónus manual',
  productStore: 'Loja',
  productTournament: 'Torneio',
  productMiniGameUser: 'Minijogo para utilizador',
  productMiniGameVisitor: 'Minijogo para visitante',

  figureGrossSales: 'Vendas brutas',
  figureNetSales: 'Vendas líquidas',
  figureRefunds: 'Reembolsos',
  figureOrderDays: 'Dias com pedido',
  figureOrders: 'Pedidos',
  figureCampaigns: 'Campanhas',

  activityWithoutName: (id) => `Atividade ${id}`,
  statusWithoutName: (id) => `Status ${id}`,
  reasonWithoutName: (id) => `Motivo ${id}`,
};
