import type { TermsMessages } from '../slices/terms.js';

/** Japanese. */
export const terms: TermsMessages = {
  statusDraft: '下書き',
  statusActive: '有効',
  statusPaused: '一時停止',
  statusDisabled: '無効',
  statusArchived: 'アーカイブ済み',
  statusExecuted: '実行済み',
  executionRealtime: 'リアルタイム',
  executionScheduled: 'スケジュール配信',
  categoryMarketing: 'マーケティング',
  categoryOperational: '運用',

  segmentActive: '有効',
  segmentArchived: 'アーカイブ済み',
  segmentStateBased: '状態ベース',
  segmentImported: 'CSV から取り込み',
  segmentDeprecated: '非推奨',
  segmentBehavioural: '行動ベース',

  activityStart: 'ジャーニーの開始',
  activityStop: 'ジャーニーの停止',
  activityConverted: 'ジャーニーのコンバージョン',

  bonusNew: '新規',
  bonusCouponIssued: 'クーポン発行済み',
  bonusRedeemed: '利用済み',
  bonusRedeemFailed: '利用失敗',
  bonusCouponIssueFailed: 'クーポン発行失敗',
  bonusExpired: '期限切れ',
  productCampaign: 'キャンペーン',
  productAutomationRule: '自動化ルール',
  productGamification: 'ゲーミフィケーション',
  productDynamicBonuses: 'ダイナミックボーナス',
  productManualBonus: '手動ボーナス',
  productStore: 'ストア',
  productTournament: 'トーナメント',
  productMiniGameUser: 'ユーザー向けミニゲーム',
  productMiniGameVisitor: '訪問者向けミニゲーム',

  figureGrossSales: '総売上',
  figureNetSales: '純売上',
  figureRefunds: '返金',
  figureOrderDays: '注文日数',
  figureOrders: '注文数',
  figureCampaigns: 'キャンペーン数',

  activityWithoutName: (id) => `アクティビティ ${id}`,
  statusWithoutName: (id) => `ステータス ${id}`,
  reasonWithoutName: (id) => `理由 ${id}`,
};
