import { expect } from '@open-wc/testing';
import { DOCUMENTED_ID } from '../../mocks/customers/documented.js';
import { customerOf } from '../../mocks/customers/index.js';
import { audienceId } from '../../mocks/warehouse/dimensions.js';
import { type DocumentedQuery, optimoveQueries, smarticoQueries } from '../../mocks/warehouse/queries.js';
import type { Row } from '../../mocks/warehouse/table.js';
import { addDecimals } from '../../src/model/arithmetic.js';
import type { CampaignDecision } from '../../src/model/campaign.js';
import { createOptimoveSource } from '../../src/sources/optimove/optimove-source.js';
import { BONUS_STATUS } from '../../src/sources/smartico/dimensions.js';
import { createSmarticoSource } from '../../src/sources/smartico/smartico-source.js';
import { day, mocked, range } from './warehouse.js';

const customer = customerOf(DOCUMENTED_ID)!;
const CAMPAIGN = 'journey-18';

function rowsOf(queries: readonly DocumentedQuery[], fact: string): readonly Row[] {
  const query = queries.find((one) => one.fact === fact);
  if (!query) throw new Error(`No query for ${fact}.`);
  return query.rows;
}

const inRange = (row: Row, column: string) => String(row[column]) >= '2017-07-01' && String(row[column]) <= '2017-12-31';

describe("the queries of Optimove's document", () => {
  const queries = optimoveQueries(customer);
  const { source, options } = mocked(createOptimoveSource);

  it('have columns as documented, for the documented customer', () => {
    expect(queries.map(({ fact }) => fact)).to.deep.equal(['O3', 'O6', 'O10', 'O12', 'O13', 'O14', 'O15', 'O17']);
    expect(Object.keys(rowsOf(queries, 'O15')[0]!)).to.deep.equal([
      'EXECUTION_DATE',
      'CLIENT_CUSTOMER_ID',
      'PLAN_ID',
      'PLAN_DETAIL_ID',
      'CAMPAIGN_ACTION_ID',
      'CAMPAIGN_ACTION_NAME',
      'ECOM_TOTAL_GROSS_SALES_AMOUNT',
      'ECOM_TOTAL_NET_SALES_AMOUNT',
      'ECOM_TOTAL_REFUND_AMOUNT',
      'ECOM_NUMBER_OF_ORDER_DAYS',
      'ECOM_NUMBER_OF_ORDERS',
      'LAST_UPDATED_TIME',
    ]);
    for (const { fact, rows } of queries) expect(rows, fact).to.not.be.empty;
    expect(rowsOf(queries, 'O3')).to.have.lengthOf(10);
    expect(Object.keys(rowsOf(queries, 'O3')[0]!)).to.include.members(['STR12', 'FIELD153']);
    expect(new Set(rowsOf(queries, 'O10').map((row) => row['CLIENT_CUSTOMER_ID']))).to.deep.equal(new Set(['1111113001034507']));
  });

  it('give the chart its values and its days (O12 to O14)', async () => {
    const { value } = await source.impact!(range, options);
    for (const [fact, window] of [
      ['O12', '1M'],
      ['O13', 'cumulative'],
    ] as const) {
      const rows = rowsOf(queries, fact).filter((row) => inRange(row, 'PROFILE_DATE'));
      expect(value.dates).to.deep.equal(rows.map((row) => row['PROFILE_DATE']));
      for (const { key, values } of value.kpis.filter((kpi) => kpi.window === window)) {
        expect(values.map(Number), key).to.deep.equal(rows.map((row) => Number(row[key])));
      }
    }
    const days = rowsOf(queries, 'O14').filter((row) => inRange(row, 'EXECUTION_DATE'));
    expect(value.targetingDays.flatMap(({ date, campaigns }) => campaigns.map(({ campaignId }) => `${date} ${campaignId}`))).to.have.members(
      days.map((row) => `${row['EXECUTION_DATE']} ${row['PLAN_ID']}`),
    );
  });

  it('give each sent campaign its details and the KPIs of its day (O15, O17)', async () => {
    const { value } = await source.campaigns!(range, options);
    const targeted = value.items.filter(({ planDetailId }) => planDetailId !== undefined);
    const [kpis, details] = ['O15', 'O17'].map((fact) => rowsOf(queries, fact).filter((row) => inRange(row, 'EXECUTION_DATE')));
    expect(targeted).to.have.lengthOf(kpis!.length);
    for (const decision of targeted) {
      const isIts = (row: Row) => row['EXECUTION_DATE'] === decision.executionDate && row['PLAN_ID'] === decision.planId;
      const own = kpis!.find(isIts);
      expect(decision.kpisThatDay.map(([key, figure]) => [key, figure === null ? null : Number(figure)])).to.deep.equal(
        decision.kpisThatDay.map(([key]) => [key, own?.[key] === null ? null : Number(own?.[key])]),
      );
      const joined = details!.filter(isIts);
      expect(decision.channels.map(({ template }) => template)).to.deep.equal(joined.flatMap((row) => row['TEMPLATE_NAME'] ?? []));
      expect(decision.targetGroup ?? null).to.equal(joined[0]?.['TARGET_GROUP_NAME'] ?? null);
      expect(decision.promotionId ?? null).to.equal(joined[0]?.['PROMOTION_ID'] ?? null);
    }
    // One day has no snapshot, one plan no details, one day is a control group's: the documents' own cases.
    expect(kpis!.some((row) => row['ECOM_NUMBER_OF_ORDERS'] === null)).to.equal(true);
    expect(details!.some((row) => row['TARGET_GROUP_NAME'] === null)).to.equal(true);
    expect(targeted.some(({ decision }) => decision === 'control')).to.equal(true);
  });
});

describe("the queries of Smartico's document, as we read them (T16)", () => {
  const queries = smarticoQueries([customer], audienceId(CAMPAIGN), '2017-07-01');
  const { source, options } = mocked(createSmarticoSource);
  let decisions: readonly CampaignDecision[] = [];

  before(async () => {
    decisions = (await source.campaigns!({ ...range, from: day('2017-07-01') }, options)).value.items;
  });

  it('have an answer each', () => {
    expect(queries.map(({ fact }) => fact)).to.deep.equal(['S13', 'S21', 'S22', 'S30', 'S37', 'S43', 'S44']);
    for (const { fact, rows } of queries) expect(rows, fact).to.not.be.empty;
  });

  it('count the campaigns of each active segment, and keep one that has none (S13, T14)', () => {
    const rows = rowsOf(queries, 'S13');
    expect(rows.find((row) => row['segment_name'] === 'Never bought fuel')?.['campaigns']).to.equal(0);
    expect(rows.map((row) => row['segment_name'])).to.not.include('Card holders of 2015');
  });

  it('add up what each campaign brought, as its decisions do (S21, T31)', () => {
    for (const row of rowsOf(queries, 'S21')) {
      const own = decisions.filter(({ campaign }) => campaign.id === row['audience_id']).flatMap(({ attribution }) => attribution);
      expect(addDecimals(own.map(({ value }) => value.amount)) as string).to.equal(row['value']);
    }
  });

  it('tell a conversion in both senses: an attributed deposit, and a converted journey (S22, T16)', () => {
    const deposits = rowsOf(queries, 'S22').map((row) => `${row['audience_id']} ${Date.parse(String(row['event_date']))}`);
    expect(decisions.flatMap(({ attribution }) => attribution.map(({ campaignId, at }) => `${campaignId} ${at}`))).to.have.members(deposits);
    expect(decisions.some(({ journey }) => journey?.convertedAt !== undefined)).to.equal(true);
  });

  it('count messages and not facts, by status and provider (S30, T29)', () => {
    const words = { 1: 'create', 2: 'sent', 3: 'impression', 4: 'click', 5: 'fail', 6: 'delivered', 7: 'optout', 8: 'read', 9: 'delete' } as const;
    const messages = decisions.flatMap(({ communications }) => communications);
    for (const [id, word] of Object.entries(words)) {
      const counted = rowsOf(queries, 'S30')
        .filter((row) => row['fact_type_id'] === id)
        .reduce((sum, row) => sum + Number(row['communications']), 0);
      const own = messages.filter(({ lifecycle }) =>
        lifecycle.some(({ fact, at }) => fact === word && at !== null && new Date(at).toISOString() >= '2017-12-25'),
      );
      expect(own.length, word).to.equal(counted);
    }
  });

  it('find who entered a campaign after a day and converted (S37, T14)', () => {
    const entered = decisions.filter(
      ({ campaign, journey }) =>
        campaign.id === audienceId(CAMPAIGN) && journey?.convertedAt !== undefined && (journey.startedAt ?? 0) > Date.parse('2017-07-01'),
    );
    expect(entered.map(({ journey }) => new Date(journey?.startedAt ?? 0).toISOString())).to.deep.equal(
      rowsOf(queries, 'S37').map((row) => row['create_date']),
    );
  });

  it('end each bonus in its final status (S43)', async () => {
    const { value } = await source.events!(range, options);
    const final = new Map(value.items.flatMap(({ bonus }) => (bonus ? [[bonus.bonusId, bonus.history.at(-1)?.status]] : [])));
    for (const row of rowsOf(queries, 'S43')) {
      const word: string | undefined = Object.entries(BONUS_STATUS).find(([id]) => id === row['bonus_status_id'])?.[1];
      expect(final.get(String(row['bonus_id'])), String(row['bonus_id'])).to.equal(word);
    }
    expect(final.size).to.equal(rowsOf(queries, 'S43').length);
  });

  it('know which bonuses the Dynamic Bonuses engine gave (S44)', () => {
    const own = decisions.flatMap(({ bonuses }) => bonuses).filter(({ sourceProduct }) => sourceProduct === 'Dynamic Bonuses engine');
    expect(own.reduce((sum, { history }) => sum + history.length, 0)).to.equal(rowsOf(queries, 'S44').length);
  });
});
