import type { TermsMessages } from '../slices/terms.js';

/** Arabic. */
export const terms: TermsMessages = {
  statusDraft: 'مسودة',
  statusActive: 'نشطة',
  statusPaused: 'متوقفة مؤقتًا',
  statusDisabled: 'معطلة',
  statusArchived: 'مؤرشفة',
  statusExecuted: 'منفذة',
  executionRealtime: 'فورية',
  executionScheduled: 'مجدولة',
  categoryMarketing: 'تسويقية',
  categoryOperational: 'تشغيلية',

  segmentActive: 'نشطة',
  segmentArchived: 'مؤرشفة',
  segmentStateBased: 'حسب الحالة',
  segmentImported: 'مستوردة من CSV',
  segmentDeprecated: 'متقادمة',
  segmentBehavioural: 'حسب السلوك',

  activityStart: 'بدأت الرحلة',
  activityStop: 'توقفت الرحلة',
  activityConverted: 'تحوّلت الرحلة',

  bonusNew: 'جديدة',
  bonusCouponIssued: 'صدرت القسيمة',
  bonusRedeemed: 'تم الاسترداد',
  bonusRedeemFailed: 'فشل الاسترداد',
  bonusCouponIssueFailed: 'فشل إصدار القسيمة',
  bonusExpired: 'منتهية الصلاحية',
  productCampaign: 'حملة',
  productAutomationRule: 'قاعدة أتمتة',
  productGamification: 'التلعيب',
  productDynamicBonuses: 'مكافآت ديناميكية',
  productManualBonus: 'مكافأة يدوية',
  productStore: 'المتجر',
  productTournament: 'بطولة',
  productMiniGameUser: 'لعبة مصغرة لمستخدم',
  productMiniGameVisitor: 'لعبة مصغرة لزائر',

  figureGrossSales: 'المبيعات الإجمالية',
  figureNetSales: 'المبيعات الصافية',
  figureRefunds: 'المبالغ المستردة',
  figureOrderDays: 'أيام الطلب',
  figureOrders: 'الطلبات',
  figureCampaigns: 'الحملات',

  activityWithoutName: (id) => `النشاط ${id}`,
  statusWithoutName: (id) => `الحالة ${id}`,
  reasonWithoutName: (id) => `السبب ${id}`,
};
