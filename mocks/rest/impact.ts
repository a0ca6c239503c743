import { MOCK_CURRENCY, MOCK_TODAY } from '../clock.js';
import type { MockCustomer } from '../customers/customer.js';
import { kpiOn, kpis } from '../customers/history.js';
import { daysFrom } from '../days.js';
import type { ImpactWire } from '../wire.js';
import { metaOf } from './meta.js';
import { type Asked, isWithin } from './query.js';

/** Daily KPIs with gaps where no snapshot is, and the days on which something was decided (O11 to O15). */
export function impactAnswer(customer: MockCustomer, asked: Asked): ImpactWire {
  const { history, decisions } = customer;
  const last = asked.to && asked.to < MOCK_TODAY ? asked.to : MOCK_TODAY;
  const first = history.firstDay && (!asked.from || asked.from < history.firstDay) ? history.firstDay : asked.from;
  const dates = history.firstDay && first ? daysFrom(first, last) : [];
  const decided = decisions.filter(({ executionDate }) => isWithin(executionDate, asked));
  const days = [...new Set(decided.map(({ executionDate }) => executionDate))].sort();
  return {
    currency: MOCK_CURRENCY,
    dates,
    kpis: dates.length
      ? kpis.map((kpi) => ({
          key: kpi.key,
          label: kpi.label,
          unit: kpi.unit,
          window: kpi.window,
          values: dates.map((day) => kpiOn(history, kpi, day)),
          source: `CUSTOMER_PROFILES.${kpi.column}`,
        }))
      : [],
    targetingDays: days.map((date) => ({
      date,
      campaigns: decided
        .filter(({ executionDate }) => executionDate === date)
        .map(({ campaign, action, channels, decision }) => ({
          campaignId: campaign.id,
          ...(action && { actionId: action.id }),
          name: campaign.name ?? campaign.id,
          ...(channels[0] && { channel: channels[0].name }),
          decision,
        })),
    })),
    attribution: decisions.flatMap(({ attribution = [] }) => attribution.filter(({ date }) => isWithin(date, asked))),
    meta: metaOf(customer, {
      query:
        'SELECT PROFILE_DATE, ECOM_TOTAL_GROSS_SALES_AMOUNT, ECOM_TOTAL_NET_SALES_AMOUNT, ECOM_TOTAL_REFUND_AMOUNT, ECOM_NUMBER_OF_ORDER_DAYS, ECOM_NUMBER_OF_ORDERS FROM CUSTOMER_PROFILES WHERE CLIENT_CUSTOMER_ID = :id ORDER BY PROFILE_DATE',
    }),
  };
}
