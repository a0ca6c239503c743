import type { TermsMessages } from '../slices/terms.js';

/** Hebrew. */
export const terms: TermsMessages = {
  statusDraft: 'טיוטה',
  statusActive: 'פעיל',
  statusPaused: 'מושהה',
  statusDisabled: 'מושבת',
  statusArchived: 'בארכיון',
  statusExecuted: 'בוצע',
  executionRealtime: 'בזמן אמת',
  executionScheduled: 'מתוזמן',
  categoryMarketing: 'שיווקי',
  categoryOperational: 'תפעולי',

  segmentActive: 'פעיל',
  segmentArchived: 'בארכיון',
  segmentStateBased: 'לפי מצב',
  segmentImported: 'יובא מקובץ CSV',
  segmentDeprecated: 'מיושן',
  segmentBehavioural: 'התנהגותי',

  activityStart: 'המסע התחיל',
  activityStop: 'המסע נעצר',
  activityConverted: 'המסע הומר',

  bonusNew: 'חדש',
  bonusCouponIssued: 'קופון הונפק',
  bonusRedeemed: 'מומש',
  bonusRedeemFailed: 'המימוש נכשל',
  bonusCouponIssueFailed: 'הנפקת הקופון נכשלה',
  bonusExpired: 'פג תוקף',
  productCampaign: 'קמפיין',
  productAutomationRule: 'כלל אוטומציה',
  productGamification: 'משחוק',
  productDynamicBonuses: 'בונוסים דינמיים',
  productManualBonus: 'בונוס ידני',
  productStore: 'חנות',
  productTournament: 'טורניר',
  productMiniGameUser: 'מיני־משחק למשתמש',
  productMiniGameVisitor: 'מיני־משחק למבקר',

  figureGrossSales: 'מכירות ברוטו',
  figureNetSales: 'מכירות נטו',
  figureRefunds: 'החזרים',
  figureOrderDays: 'ימי הזמנה',
  figureOrders: 'הזמנות',
  figureCampaigns: 'קמפיינים',

  activityWithoutName: (id) => `פעילות ${id}`,
  statusWithoutName: (id) => `מצב ${id}`,
  reasonWithoutName: (id) => `סיבה ${id}`,
};
