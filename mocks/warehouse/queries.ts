import { MOCK_TODAY } from '../clock.js';
import type { MockCustomer } from '../customers/customer.js';
import { addDays } from '../days.js';
import { dimension } from './dimensions.js';
import { customerProfileFields, customerProfiles, customerProfilesRealFieldNames, scheduledCampaigns, targetedAndExcluded } from './optimove.js';
import { attribution, bonuses, communications, engagements } from './smartico.js';
import type { Cell, Row } from './table.js';

/** A query of the documents and what it gives on the mocked tables. */
export interface DocumentedQuery {
  /** Fact of the source documents. */
  readonly fact: string;
  readonly asks: string;
  /** As documented for Optimove. Smartico's document has headings without SQL: these are our readings of them (T16). */
  readonly sql: string;
  readonly rows: readonly Row[];
}

const KPIS = ['GROSS_SALES_AMOUNT', 'NET_SALES_AMOUNT', 'REFUND_AMOUNT']
  .map((name) => `ECOM_TOTAL_${name}`)
  .concat('ECOM_NUMBER_OF_ORDER_DAYS', 'ECOM_NUMBER_OF_ORDERS');
const IDENTITY = ['EXECUTION_DATE', 'CLIENT_CUSTOMER_ID', 'PLAN_ID', 'PLAN_DETAIL_ID', 'CAMPAIGN_ACTION_ID', 'CAMPAIGN_ACTION_NAME'];
const TARGETED = 'VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2';
const REAL = 'VW_CUSTOMER_PROFILES_REAL_FIELD_NAMES';

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

/** `ORDER BY … DESC`, equal ones as they came. */
function newestFirst(rows: readonly Row[], column: string): readonly Row[] {
  return rows.toSorted((left, right) => (String(left[column]) < String(right[column]) ? 1 : Number(String(left[column]) > String(right[column])) * -1));
}

/** Queries 1 to 9 of Optimove's document, for one customer. `LIMIT` is left to the pass-through, which the mocks play by address. */
export function optimoveQueries(customer: MockCustomer): readonly DocumentedQuery[] {
  const where = `WHERE CLIENT_CUSTOMER_ID = '${customer.identity.id}'`;
  const profiles = customerProfilesRealFieldNames(customer).rows;
  const byDay = new Map(profiles.map((row) => [row['PROFILE_DATE'], row]));
  const targeted = newestFirst(
    targetedAndExcluded(customer).rows.filter((row) => row['PLAN_DETAIL_ID'] !== null),
    'EXECUTION_DATE',
  );
  const campaigns = scheduledCampaigns().rows;
  const lastMonth = ['PROFILE_DATE', 'CLIENT_CUSTOMER_ID', 'NUMBEROFCAMPAIGNS_1M', ...KPIS.map((kpi) => `${kpi}_1M`)];
  const cumulative = ['PROFILE_DATE', 'CLIENT_CUSTOMER_ID', ...KPIS];
  const details = ['TARGET_GROUP_NAME', 'CHANNEL_NAME', 'TEMPLATE_NAME', 'PROMOTION_ID', 'TAG_NAMES'];
  return [
    {
      fact: 'O3',
      asks: 'An initial look',
      sql: 'SELECT * FROM CUSTOMER_PROFILES LIMIT 10',
      rows: customerProfiles(customer, customer.history.days.slice(0, 10)).rows,
    },
    { fact: 'O6', asks: 'Familiar names of fields', sql: 'SELECT * FROM VW_CUSTOMER_PROFILE_FIELDS_V1_2', rows: customerProfileFields().rows },
    { fact: 'O10', asks: 'The full profile of a customer', sql: `SELECT * FROM ${REAL} ${where}`, rows: profiles },
    {
      fact: 'O12',
      asks: 'KPIs of the last month',
      sql: `SELECT ${lastMonth.join(', ')} FROM ${REAL} ${where}`,
      rows: profiles.map((row) => pick(row, lastMonth)),
    },
    { fact: 'O13', asks: 'Cumulative KPIs', sql: `SELECT ${cumulative.join(', ')} FROM ${REAL} ${where}`, rows: profiles.map((row) => pick(row, cumulative)) },
    {
      fact: 'O14',
      asks: 'Campaign targeting days',
      sql: `SELECT * FROM ${TARGETED} ${where} AND PLAN_DETAIL_ID IS NOT NULL ORDER BY EXECUTION_DATE DESC`,
      rows: targeted,
    },
    {
      fact: 'O15',
      asks: 'Targeting days and KPIs together',
      sql: `SELECT ${IDENTITY.join(', ')}, ${KPIS.join(', ')}, LAST_UPDATED_TIME FROM ${TARGETED} TAEC LEFT JOIN ${REAL} CPRFN ON TAEC.CLIENT_CUSTOMER_ID = CPRFN.CLIENT_CUSTOMER_ID AND TAEC.EXECUTION_DATE = CPRFN.PROFILE_DATE ${where} AND PLAN_DETAIL_ID IS NOT NULL ORDER BY EXECUTION_DATE DESC`,
      rows: targeted.map((row) => ({
        ...pick(row, IDENTITY),
        ...pick(byDay.get(row['EXECUTION_DATE'] ?? null) ?? {}, KPIS),
        ...pick(row, ['LAST_UPDATED_TIME']),
      })),
    },
    {
      fact: 'O17',
      asks: 'The list of sent campaigns',
      sql: `SELECT ${IDENTITY.join(', ')}, ${details.map((name) => `SC12.${name}`).join(', ')} FROM ${TARGETED} TAEC LEFT JOIN VW_SCHEDULED_CAMPAIGNS_V1_2 SC12 ON SC12.PLAN_ID = TAEC.PLAN_ID AND SC12.PLAN_DETAIL_ID = TAEC.PLAN_DETAIL_ID ${where} AND TAEC.PLAN_DETAIL_ID IS NOT NULL ORDER BY EXECUTION_DATE DESC`,
      rows: targeted.flatMap((row) => {
        const joined = campaigns.filter((campaign) => campaign['PLAN_ID'] === row['PLAN_ID'] && campaign['PLAN_DETAIL_ID'] === row['PLAN_DETAIL_ID']);
        return (joined.length ? joined : [{}]).map((campaign: Row) => ({ ...pick(row, IDENTITY), ...pick(campaign, details) }));
      }),
    },
  ];
}

/** Groups rows by some of their columns and adds what is told of each group. */
function groupRows(rows: readonly Row[], columns: readonly string[], tell: (group: readonly Row[]) => Row): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column] ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({ ...pick(group[0] ?? {}, columns), ...tell(group) }));
}

/** An exact sum of amounts with two decimals. */
function sumOf(rows: readonly Row[], column: string): string {
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
  return (cents / 100).toFixed(2);
}

function rowsOf(name: string): readonly Row[] {
  return dimension(name)?.rows ?? [];
}

const ACTIVE_SEGMENT = '1';
const ACTIVE_CAMPAIGN = '2';
const DYNAMIC_BONUSES = '125';
const START = '1';
const CONVERTED = '3';

/** The seven headings of Smartico's document, read by us, over these customers; the campaign and the day of S37 are the mocks' own. */
export function smarticoQueries(customers: readonly MockCustomer[], campaignId: Cell, enteredAfter: string): readonly DocumentedQuery[] {
  const facts = customers.flatMap((customer) => communications(customer).rows);
  const steps = customers.flatMap((customer) => engagements(customer).rows);
  const gifts = customers.flatMap((customer) => bonuses(customer).rows);
  const money = customers.flatMap((customer) => attribution(customer).rows);
  const weekAgo = addDays(MOCK_TODAY, -6);
  const converted = new Set(steps.filter((step) => step['activity_type_id'] === CONVERTED).map((step) => step['root_engagement_id']));
  return [
    {
      fact: 'S13',
      asks: 'Active segments with the number of active campaigns that use each',
      sql: 'SELECT s.segment_id, s.segment_name, COUNT(a.audience_id) AS campaigns FROM dm_segment s LEFT JOIN dm_audience a ON a.segment_id = s.segment_id AND a.audience_status_id = 2 WHERE s.segment_status_id = 1 GROUP BY 1, 2',
      rows: rowsOf('dm_segment')
        .filter((segment) => segment['segment_status_id'] === ACTIVE_SEGMENT)
        .map((segment) => ({
          ...pick(segment, ['segment_id', 'segment_name']),
          campaigns: rowsOf('dm_audience').filter(
            (campaign) => campaign['segment_id'] === segment['segment_id'] && campaign['audience_status_id'] === ACTIVE_CAMPAIGN,
          ).length,
        })),
    },
    {
      fact: 'S21',
      asks: 'Attribution value per campaign',
      sql: 'SELECT audience_id, SUM(value) AS value FROM j_av GROUP BY audience_id',
      rows: groupRows(money, ['audience_id'], (group) => ({ value: sumOf(group, 'value') })),
    },
    {
      fact: 'S22',
      asks: 'Conversion of a user per campaign, with its time: the attributed deposits',
      sql: 'SELECT user_id, audience_id, event_date, value FROM j_av ORDER BY event_date DESC',
      rows: newestFirst(
        money.map((row) => pick(row, ['user_id', 'audience_id', 'event_date', 'value'])),
        'event_date',
      ),
    },
    {
      fact: 'S30',
      asks: 'Communications by status and provider, the past 7 days',
      sql: 'SELECT fact_type_id, label_provider_id, COUNT(DISTINCT communication_id) AS communications FROM j_communication WHERE fact_date >= :weekAgo GROUP BY 1, 2',
      rows: groupRows(
        facts.filter((row) => String(row['fact_date']).slice(0, 10) >= weekAgo),
        ['fact_type_id', 'label_provider_id'],
        (group) => ({ communications: new Set(group.map((row) => row['communication_id'])).size }),
      ),
    },
    {
      fact: 'S37',
      asks: 'Users who entered a campaign after a day and converted in it',
      sql: 'SELECT start.user_id, start.create_date FROM j_engagements start WHERE start.root_audience_id = :campaign AND start.activity_type_id = 1 AND start.create_date > :day AND EXISTS (SELECT 1 FROM j_engagements converted WHERE converted.root_engagement_id = start.root_engagement_id AND converted.activity_type_id = 3)',
      rows: steps
        .filter(
          (step) =>
            step['root_audience_id'] === campaignId &&
            step['activity_type_id'] === START &&
            String(step['create_date']) > enteredAfter &&
            converted.has(step['root_engagement_id'] ?? null),
        )
        .map((step) => pick(step, ['user_id', 'create_date'])),
    },
    {
      fact: 'S43',
      asks: 'Final statuses of bonuses',
      sql: 'SELECT bonus_id, bonus_status_id FROM j_bonuses QUALIFY ROW_NUMBER() OVER (PARTITION BY bonus_id ORDER BY fact_date DESC) = 1',
      rows: groupRows(gifts, ['bonus_id'], (group) => {
        // Of equal times the last of the server's order is the final one (T13).
        const final = group.reduce((last, row) => (String(row['fact_date']) >= String(last['fact_date']) ? row : last));
        return pick(final, ['bonus_status_id']);
      }),
    },
    {
      fact: 'S44',
      asks: 'Transactions issued by the Dynamic Bonuses engine',
      sql: 'SELECT * FROM j_bonuses WHERE source_product_id = 125',
      rows: gifts.filter((row) => row['source_product_id'] === DYNAMIC_BONUSES),
    },
  ];
}
