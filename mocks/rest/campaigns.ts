import { MOCK_TODAY } from '../clock.js';
import type { MockCustomer } from '../customers/customer.js';
import { countMessages } from '../customers/decisions.js';
import { addDays } from '../days.js';
import type { CampaignsWire } from '../wire.js';
import { metaOf } from './meta.js';
import { type Asked, isWithin, pageOf } from './query.js';

/** One page of decisions, newest first; counts and contact pressure of the whole time frame with the first one. */
export function campaignsAnswer(customer: MockCustomer, asked: Asked): CampaignsWire {
  const { to } = asked;
  // What is planned lies after "today", where a time frame ends: it belongs to a frame that reaches today.
  const found = customer.decisions.filter(
    ({ executionDate, decision }) => isWithin(executionDate, asked) || (decision === 'planned' && (!to || to >= MOCK_TODAY)),
  );
  const isFirst = !asked.parameters.get('cursor');
  return {
    ...pageOf(found, asked),
    ...(isFirst && { counts: countsOf(found.map(({ decision }) => decision)), contactPressure: contactPressureOf(customer) }),
    meta: metaOf(customer, {
      query:
        'SELECT * FROM VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2 TAEC LEFT JOIN VW_SCHEDULED_CAMPAIGNS_V1_2 SC12 ON TAEC.PLAN_ID = SC12.PLAN_ID AND TAEC.PLAN_DETAIL_ID = SC12.PLAN_DETAIL_ID WHERE TAEC.CLIENT_CUSTOMER_ID = :id ORDER BY EXECUTION_DATE DESC',
    }),
  };
}

function countsOf(words: readonly string[]): { [word: string]: number } {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function contactPressureOf({ decisions }: MockCustomer): NonNullable<CampaignsWire['contactPressure']> {
  const channels = [...new Set(decisions.flatMap(({ communications = [] }) => communications.map(({ channel }) => channel)))].sort();
  return channels.map((channel) => ({
    channel,
    last7Days: countMessages(decisions, channel, addDays(MOCK_TODAY, -6), MOCK_TODAY),
    last30Days: countMessages(decisions, channel, addDays(MOCK_TODAY, -29), MOCK_TODAY),
  }));
}
