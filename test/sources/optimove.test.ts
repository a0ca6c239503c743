import { expect } from '@open-wc/testing';
import type { Field } from '../../src/model/customer.js';
import { dayOf, type Instant } from '../../src/model/day.js';
import { NotEnabled, NothingThere, SourceError } from '../../src/model/source-error.js';
import { createOptimoveSource } from '../../src/sources/optimove/optimove-source.js';
import { failed, json, rejection } from '../helpers/world.js';
import { before, day, ID, mocked, range, type TestRow } from './warehouse.js';

/** A snapshot of a day. */
function snapshot(date: string, values: TestRow = {}): TestRow {
  return { PROFILE_DATE: date, CLIENT_CUSTOMER_ID: ID, ...values };
}

/** A row of the targeted-and-excluded view. */
function targeted(date: string, values: TestRow = {}): TestRow {
  return {
    EXECUTION_DATE: date,
    CLIENT_CUSTOMER_ID: ID,
    PLAN_ID: 40,
    PLAN_DETAIL_ID: 400,
    CAMPAIGN_ACTION_ID: 12,
    CAMPAIGN_ACTION_NAME: 'Coupon booklet',
    ...values,
  };
}

/** A row of the scheduled campaigns. */
function scheduled(values: TestRow = {}): TestRow {
  return {
    PLAN_ID: 40,
    PLAN_DETAIL_ID: 400,
    TARGET_GROUP_NAME: 'Active',
    CHANNEL_NAME: 'Email',
    TEMPLATE_NAME: 'Booklet',
    PROMOTION_ID: 'P-1',
    TAG_NAMES: 'spring, coupons',
    ...values,
  };
}

const asked = (tables: Parameters<typeof before>[1], connection?: Parameters<typeof before>[2]) => before(createOptimoveSource, tables, connection);

async function decisionsOf(rows: readonly TestRow[], campaigns: readonly TestRow[] = [], profiles: readonly TestRow[] = []) {
  const { source, options } = asked({ targeted: rows, 'scheduled-campaigns': campaigns, profiles });
  return (await source.campaigns!(range, options)).value.items;
}

describe("Optimove's profile", () => {
  it('is the newest snapshot by day, whatever order the rows come in (O10, T22)', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-29', { A: 1 }), snapshot('2017-12-31', { A: 3 }), snapshot('2017-12-30', { A: 2 })] });
    const { value, meta } = await source.profile!({ id: ID, today: day('2017-12-31') }, options);
    expect(value.asOf).to.equal('2017-12-31');
    expect(value.values.get('A')).to.equal(3);
    expect(value.previous).to.deep.include({ asOf: '2017-12-30' });
    expect(meta).to.include({ source: 'optimove', asOf: '2017-12-31', customerId: ID });
  });

  it('compares with the last snapshot that differed', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-29', { A: 1 }), snapshot('2017-12-30', { A: 2 }), snapshot('2017-12-31', { A: 2 })] });
    const { value } = await source.profile!({ id: ID }, options);
    expect(value.previous?.asOf).to.equal('2017-12-29');
    expect(value.previous?.values.get('A')).to.equal(1);
  });

  it('of another day is the newest not after it, beside today’s values', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-20', { A: 1 }), snapshot('2017-12-31', { A: 2 })] });
    const { value } = await source.profile!({ id: ID, asOf: day('2017-12-25') }, options);
    expect(value.asOf).to.equal('2017-12-20');
    expect(value.previous?.asOf).to.equal('2017-12-31');
  });

  it('names raw columns by the field view, and shows the raw name of what nobody named, marked (O4, O5)', async () => {
    const { source, options, paths } = asked({
      profiles: [snapshot('2017-12-31', { STR12: 'VIP', FIELD153: '42', FIELD9: 7 })],
      'profile-fields': [
        { COLUMN_OF_THE_PROFILE: 'STR12', ALIAS_FIELD_NAME: 'LIFECYCLE_STAGE' },
        { COLUMN_OF_THE_PROFILE: 'FIELD153', ALIAS_FIELD_NAME: 'Loyalty points' },
      ],
    });
    const { value } = await source.profile!({ id: ID }, options);
    const byKey = new Map(value.fields.map((field) => [field.key, field]));
    expect(byKey.get('STR12')).to.include({ label: 'Lifecycle stage', type: 'category' });
    expect(byKey.get('FIELD153')).to.include({ label: 'Loyalty points', type: 'number' });
    expect(byKey.get('FIELD153')?.source).to.deep.equal({ table: 'CUSTOMER_PROFILES', column: 'FIELD153' });
    expect(byKey.get('FIELD9')).to.not.have.property('label');
    expect(value.values.get('FIELD153')).to.equal('42');
    expect(value.customer.status).to.equal('VIP');
    await source.profile!({ id: ID }, options);
    expect(paths().filter((path) => path === 'profile-fields')).to.have.lengthOf(1);
  });

  it('are told which column of the field view holds the raw names, where those are none of the usual kind (T9)', async () => {
    const { source, options } = asked(
      { profiles: [snapshot('2017-12-31', { STR1: 'x', COL_7: 'VIP' })], 'profile-fields': [{ RAW: 'COL_7', ALIAS_FIELD_NAME: 'LIFECYCLE_STAGE' }] },
      { aliases: { FIELD_NAME: 'RAW' } },
    );
    const { value } = await source.profile!({ id: ID }, options);
    expect(value.fields.find(({ key }) => key === 'COL_7')?.label).to.equal('Lifecycle stage');
  });

  it('needs no field view where names are translated (O7)', async () => {
    const { source, options, paths } = asked({ profiles: [snapshot('2017-12-31', { ECOM_NUMBER_OF_ORDERS: 3 })] });
    const { value } = await source.profile!({ id: ID }, options);
    expect(value.fields[0]).to.deep.include({ key: 'ECOM_NUMBER_OF_ORDERS', label: 'ECOM_NUMBER_OF_ORDERS', type: 'integer' });
    expect(paths()).to.have.lengthOf(1);
  });

  it('stays readable without the field view, and says that it is missing', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-31', { STR12: 'VIP' })], 'profile-fields': failed(500) });
    const { value, meta } = await source.profile!({ id: ID }, options);
    expect(value.values.get('STR12')).to.equal('VIP');
    expect(meta.missingSources).to.deep.equal(['VW_CUSTOMER_PROFILE_FIELDS_V1_2']);
  });

  it('tells types by what names and values say, and calls mixed values text', async () => {
    const types: Readonly<Record<string, readonly [first: unknown, second: unknown, type: Field['type']]>> = {
      TOTAL_AMOUNT: ['12.50', 3, 'money'],
      NUMBER_OF_VISITS: ['4', 5, 'integer'],
      EMAIL: ['a@example.test', null, 'email'],
      MOBILE_PHONE: ['+1 202 555 0142', '1', 'phone'],
      BORN: ['1983-04-17', '1983-04-17', 'date'],
      SEEN: ['2017-12-24T17:21:23Z', null, 'instant'],
      GOLD: [true, false, 'boolean'],
      SHARE: [0.25, 1, 'number'],
      PETS: [0, 2, 'integer'],
      CARD: ['0042', '0043', 'text'],
      MIXED: ['n/a', 7, 'text'],
      NOTHING: [null, null, 'text'],
    };
    const row = (index: 0 | 1) => Object.fromEntries(Object.entries(types).map(([name, values]) => [name, values[index]]));
    const { source, options } = asked({ profiles: [snapshot('2017-12-30', row(0)), snapshot('2017-12-31', row(1))] });
    const { value } = await source.profile!({ id: ID }, options);
    expect(Object.fromEntries(value.fields.map(({ key, type }) => [key, type]))).to.deep.equal(
      Object.fromEntries(Object.entries(types).map(([name, [, , type]]) => [name, type])),
    );
  });

  it('groups hundreds of attributes by the prefix they share (O1)', async () => {
    const columns = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${['ECOM', 'APP', 'WEB'][index % 3]}_${index}`, index]));
    const { source, options } = asked({ profiles: [snapshot('2017-12-31', { ...columns, ALONE_1: 1 })] });
    const { value } = await source.profile!({ id: ID }, options);
    expect(value.fields).to.have.lengthOf(301);
    expect([...new Set(value.fields.map(({ group }) => group))]).to.deep.equal(['ECOM', 'APP', 'WEB', undefined]);
    expect(value.fields.filter((field) => field.default)).to.have.lengthOf(12);
  });

  it('says nothing of consents, which these views do not have', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-31')] });
    expect((await source.profile!({ id: ID }, options)).value.customer).to.not.have.property('consents');
  });

  it('asks for a month, and for everything only where that month is empty', async () => {
    const rows = [snapshot('2016-05-05', { A: 1 })];
    const { source, options, paths } = asked({ profiles: (url) => (url.searchParams.has('from') ? [] : rows) });
    const { value } = await source.profile!({ id: ID, today: day('2017-12-31') }, options);
    expect(value.asOf).to.equal('2016-05-05');
    expect(paths()).to.deep.equal([`customers/${ID}/profiles?from=2017-11-26`, `customers/${ID}/profiles`]);
  });

  it('of a customer without snapshots is not found; of a day before the first one is empty', async () => {
    const none = asked({ profiles: [] });
    expect(await rejection(none.source.profile!({ id: ID }, none.options))).to.have.property('kind', 'not-found');
    const later = asked({ profiles: [snapshot('2017-12-31')] });
    expect(await rejection(later.source.profile!({ id: ID, asOf: day('2017-01-01') }, later.options))).to.be.instanceOf(NothingThere);
  });

  it('is refused when one row is another customer’s; leading zeros count, letter case only in GUIDs does not (T26)', async () => {
    const guid = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
    for (const [id, inRow, isRefused] of [
      [ID, '1111113001034508', true],
      ['0042', 42, true],
      ['0042', '0042', false],
      ['abc', 'ABC', true],
      [guid, guid.toLowerCase(), false],
      [ID, Number(ID), false],
      [ID, null, false],
    ] as const) {
      const { source, options } = asked({
        profiles: [
          { PROFILE_DATE: '2017-12-31', CLIENT_CUSTOMER_ID: id },
          { PROFILE_DATE: '2017-12-30', CLIENT_CUSTOMER_ID: inRow },
        ],
      });
      const outcome = await source.profile!({ id }, options).catch((error: unknown) => error);
      if (isRefused) expect(outcome, `${id} and ${inRow}`).to.deep.include({ kind: 'malformed', details: { reason: 'identity-mismatch' } });
      else expect(outcome, `${id} and ${inRow}`).to.not.be.instanceOf(SourceError);
    }
  });

  it('names the column that is missing, and reads it under another name where an alias map tells it (PS16, PS17)', async () => {
    const rows = [{ SNAPSHOT_DT: '2017-12-31', CLIENT_CUSTOMER_ID: ID, A: 1 }];
    const drifted = asked({ profiles: rows });
    expect(await rejection(drifted.source.profile!({ id: ID }, drifted.options))).to.deep.include({
      kind: 'malformed',
      details: { reason: 'shape', paths: ['PROFILE_DATE'] },
    });
    const mended = asked({ profiles: rows }, { aliases: { PROFILE_DATE: 'snapshot_dt' } });
    expect((await mended.source.profile!({ id: ID }, mended.options)).value.asOf).to.equal('2017-12-31');
  });
});

describe("Optimove's search", () => {
  it('takes the identifier for a CLIENT_CUSTOMER_ID', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-31')] });
    expect((await source.search!({ identifier: ` ${ID} ` }, options)).value).to.deep.equal([{ id: ID, matchedOn: { type: 'CLIENT_CUSTOMER_ID', value: ID } }]);
  });

  it('never puts a name, an address or a phone number into a URL (PR2)', async () => {
    for (const identifier of ['dana@example.test', 'Dana Rivers', '+1 202 555 0142', '../x', '']) {
      const { source, options, paths } = asked({ profiles: [snapshot('2017-12-31')] });
      expect((await source.search!({ identifier }, options)).value).to.deep.equal([]);
      expect(paths()).to.deep.equal([]);
    }
  });
});

describe("Optimove's metrics", () => {
  it('come from the cumulative KPIs whose names say the same, and nothing is computed (T2, T23)', async () => {
    const { source, options } = asked({
      profiles: [
        snapshot('2017-12-30', { ECOM_TOTAL_NET_SALES_AMOUNT: '90.10', ECOM_NUMBER_OF_ORDERS: 4, ECOM_TOTAL_GROSS_SALES_AMOUNT: '120' }),
        snapshot('2017-12-31', { ECOM_TOTAL_NET_SALES_AMOUNT: '80.05', ECOM_NUMBER_OF_ORDERS: 5, ECOM_NUMBER_OF_ORDER_DAYS: 3 }),
      ],
    });
    const { value } = await source.metrics!(range, options);
    expect(value.totalSpend).to.deep.equal({ value: '80.05', scope: 'lifetime' });
    expect(value.numberOfPurchases).to.deep.equal({ value: '5', scope: 'lifetime' });
    expect(value).to.not.have.any.keys('averageOrderValue', 'customerLifetimeValue', 'lastProductPurchased');
    expect(value.series?.values.get('totalSpend')).to.deep.equal([90.1, 80.05]);
  });

  it('are today’s whatever the time frame, which only cuts their course (T1)', async () => {
    const profiles = [snapshot('2017-03-01', { ECOM_NUMBER_OF_ORDERS: 1 }), snapshot('2017-03-02', { ECOM_NUMBER_OF_ORDERS: 2 })];
    const { source, options } = asked({
      profiles: ({ searchParams }) => (searchParams.has('to') ? profiles : [...profiles, snapshot('2017-12-31', { ECOM_NUMBER_OF_ORDERS: 9 })]),
    });
    const { value, meta } = await source.metrics!({ ...range, from: day('2017-03-01'), to: day('2017-03-31') }, options);
    expect(value.numberOfPurchases).to.deep.equal({ value: '9', scope: 'lifetime' });
    expect(value.series?.values.get('numberOfPurchases')).to.deep.equal([1, 2]);
    expect(meta.asOf).to.equal('2017-12-31');
  });

  it('are hidden where no column says anything of them', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-31', { A: 1 })] });
    expect(await rejection(source.metrics!(range, options))).to.be.instanceOf(NotEnabled);
  });
});

describe("Optimove's impact", () => {
  it('gives cumulative and last month’s KPIs as they are, never summed (O12, O13, T21)', async () => {
    const { source, options } = asked({
      profiles: [
        snapshot('2017-12-31', { ECOM_TOTAL_NET_SALES_AMOUNT: '80.05', NUMBEROFCAMPAIGNS_1M: 2, ECOM_NUMBER_OF_ORDERS_1M: '1' }),
        snapshot('2017-12-29', { ECOM_TOTAL_NET_SALES_AMOUNT: '90.10', NUMBEROFCAMPAIGNS_1M: 3, ECOM_NUMBER_OF_ORDERS_1M: null }),
      ],
      targeted: [],
    });
    const { value } = await source.impact!(range, options);
    expect(value.dates).to.deep.equal(['2017-12-29', '2017-12-31']);
    expect(value.kpis.map(({ key, window, unit, values }) => [key, window, unit, values])).to.deep.equal([
      ['ECOM_TOTAL_NET_SALES_AMOUNT', 'cumulative', 'money', ['90.10', '80.05']],
      ['NUMBEROFCAMPAIGNS_1M', '1M', 'count', ['3', '2']],
      ['ECOM_NUMBER_OF_ORDERS_1M', '1M', 'count', [null, '1']],
    ]);
  });

  it('has no cumulative number of campaigns, since there is no such column (T10)', async () => {
    const { source, options } = mocked(createOptimoveSource);
    const { value } = await source.impact!(range, options);
    expect(value.kpis).to.have.lengthOf(11);
    expect(value.kpis.filter(({ key }) => key.startsWith('NUMBEROFCAMPAIGNS')).map(({ key }) => key)).to.deep.equal(['NUMBEROFCAMPAIGNS_1M']);
  });

  it('reads raw profiles through the field view into the same picture', async () => {
    const translated = mocked(createOptimoveSource);
    const raw = mocked(createOptimoveSource, 'raw/');
    const [one, other] = [await translated.source.impact!(range, translated.options), await raw.source.impact!(range, raw.options)];
    const picture = ({ value }: typeof one) => value.kpis.map(({ key, values }) => [key, values]);
    expect(picture(other)).to.deep.equal(picture(one));
    expect(other.value.kpis[0]?.source).to.match(/^CUSTOMER_PROFILES\.FIELD\d+$/);
  });

  it('marks the days the customer was targeted, tells the control group apart and leaves the excluded out (O14, T17)', async () => {
    const { source, options } = asked({
      profiles: [],
      targeted: [
        targeted('2017-12-20'),
        targeted('2017-12-01', { PLAN_ID: 41, CAMPAIGN_ACTION_ID: '1', CAMPAIGN_ACTION_NAME: 'DN' }),
        targeted('2017-11-01', { PLAN_DETAIL_ID: null }),
        targeted('2016-01-01'),
      ],
    });
    const { value, meta } = await source.impact!(range, options);
    expect(value.targetingDays).to.deep.equal([
      { date: '2017-12-01', campaigns: [{ campaignId: '41', actionId: '1', name: 'DN', decision: 'control' }] },
      { date: '2017-12-20', campaigns: [{ campaignId: '40', actionId: '12', name: 'Coupon booklet', decision: 'sent' }] },
    ]);
    expect(meta.caveats).to.deep.equal(['scheduled-only']);
  });

  it('keeps a campaign day that has no snapshot (O15, T24)', async () => {
    const { source, options } = asked({ profiles: [snapshot('2017-12-30', { ECOM_NUMBER_OF_ORDERS: 1 })], targeted: [targeted('2017-12-20')] });
    const { value } = await source.impact!(range, options);
    expect(value.dates).to.deep.equal(['2017-12-30']);
    expect(value.targetingDays.map(({ date }) => date)).to.deep.equal(['2017-12-20']);
  });

  it('stands on one leg when the other view fails, and says so', async () => {
    const { source, options } = asked({ profiles: failed(503), targeted: [targeted('2017-12-20')] });
    const { value, meta } = await source.impact!(range, options);
    expect(value.targetingDays).to.have.lengthOf(1);
    expect(meta.missingSources).to.deep.equal(['VW_CUSTOMER_PROFILES_REAL_FIELD_NAMES']);
    const both = asked({ profiles: failed(403), targeted: failed(403) });
    expect(await rejection(both.source.impact!(range, both.options))).to.have.property('kind', 'forbidden');
  });
});

describe("Optimove's campaign decisions", () => {
  it('join the details of a plan, all eleven columns (O17, O18)', async () => {
    const [decision] = await decisionsOf(
      [targeted('2017-12-20', { LAST_UPDATED_TIME: '2017-12-21 03:00:00' })],
      [scheduled({ MARKETING_ACTION_NAME: 'Spring', CAMPAIGN_TYPE_NAME: 'Marketing' })],
    );
    expect(decision).to.deep.include({
      executionDate: '2017-12-20',
      decision: 'sent',
      planId: '40',
      planDetailId: '400',
      targetGroup: 'Active',
      promotionId: 'P-1',
      updatedAt: Date.UTC(2017, 11, 21, 3),
    });
    expect(decision?.action).to.deep.equal({ id: '12', name: 'Coupon booklet' });
    expect(decision?.campaign).to.deep.equal({ id: '40', name: 'Spring', category: 'Marketing', execType: 'Scheduled' });
    expect(decision?.channels).to.deep.equal([{ name: 'Email', template: 'Booklet' }]);
    expect(decision?.tags).to.deep.equal(['spring', 'coupons']);
  });

  it('that excluded the customer are named by what all details of their plan say', async () => {
    const excluded = targeted('2017-12-20', { PLAN_DETAIL_ID: null });
    const details = [
      scheduled({ MARKETING_ACTION_NAME: 'Spring' }),
      scheduled({ PLAN_DETAIL_ID: 401, MARKETING_ACTION_NAME: 'Spring', TARGET_GROUP_NAME: 'Other' }),
    ];
    const [decision] = await decisionsOf([excluded], details);
    expect(decision?.campaign).to.include({ id: '40', name: 'Spring' });
    expect(decision).to.not.have.property('targetGroup');
    expect(decision?.channels).to.deep.equal([]);
  });

  it('stay without details where the campaign side is missing (O17)', async () => {
    const [decision] = await decisionsOf([targeted('2017-12-20')]);
    expect(decision?.channels).to.deep.equal([]);
    expect(decision?.campaign).to.not.have.property('name');
    expect(decision).to.not.have.property('targetGroup');
  });

  it('take the details from rows that were joined already', async () => {
    const [decision] = await decisionsOf([targeted('2017-12-20', scheduled())]);
    expect(decision?.channels).to.deep.equal([{ name: 'Email', template: 'Booklet' }]);
  });

  it('are one for all channels of an action, whether the join repeats rows or not (T20)', async () => {
    const two = [scheduled(), scheduled({ CHANNEL_NAME: 'SMS', TEMPLATE_NAME: 'Reminder', PLAN_DETAIL_CHANNEL_ID: 2 })];
    for (const items of [await decisionsOf([targeted('2017-12-20')], two), await decisionsOf(two.map((row) => targeted('2017-12-20', row)))]) {
      expect(items).to.have.lengthOf(1);
      expect(items[0]?.channels).to.deep.equal([
        { name: 'Email', template: 'Booklet' },
        { name: 'SMS', template: 'Reminder' },
      ]);
    }
  });

  it('are one for each occurrence of the same plan (T39)', async () => {
    const items = await decisionsOf([targeted('2017-12-20'), targeted('2017-12-06')], [scheduled()]);
    expect(items.map(({ executionDate }) => executionDate)).to.deep.equal(['2017-12-20', '2017-12-06']);
    expect(new Set(items.map(({ id }) => id)).size).to.equal(2);
  });

  it('know the control group by action 1 or by DN, and say that nothing was sent (T17)', async () => {
    const items = await decisionsOf([
      targeted('2017-12-20', { CAMPAIGN_ACTION_ID: 1, CAMPAIGN_ACTION_NAME: 'x' }),
      targeted('2017-12-19', { CAMPAIGN_ACTION_ID: 9, CAMPAIGN_ACTION_NAME: 'dn' }),
      targeted('2017-12-18', { CAMPAIGN_ACTION_ID: 11 }),
    ]);
    expect(items.map(({ decision }) => decision)).to.deep.equal(['control', 'control', 'sent']);
  });

  it('show the excluded with their reason and the plan that took them (T18)', async () => {
    const [decision] = await decisionsOf([
      targeted('2017-12-20', {
        PLAN_DETAIL_ID: null,
        CAMPAIGN_ACTION_ID: null,
        EXCLUSION_REASON_ID: 2,
        EXCLUSION_REASON: 'Priority',
        EXCLUSION_REASON_DESC: 'Taken by a group of higher priority',
        TAKEN_FROM_PLAN_ID: 41,
      }),
    ]);
    expect(decision).to.include({ decision: 'excluded', reason: 'Taken by a group of higher priority', takenFrom: '41' });
    expect(decision?.facts).to.deep.include({ table: 'VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2', column: 'EXCLUSION_REASON_ID', value: '2' });
  });

  it('call a day to come planned, by the reader’s own today', async () => {
    const { source, options } = asked({ targeted: [targeted('2018-01-04')], profiles: [] });
    const { value } = await source.campaigns!({ ...range, to: day('2018-01-31') }, options);
    expect(value.items[0]?.decision).to.equal('planned');
  });

  it('carry the KPIs of their day, a day without snapshot as a gap and not as zero (O15, T24)', async () => {
    const [first, second] = await decisionsOf(
      [targeted('2017-12-20'), targeted('2017-12-06')],
      [],
      [snapshot('2017-12-20', { ECOM_NUMBER_OF_ORDERS: 0, ECOM_TOTAL_NET_SALES_AMOUNT: '12.5' })],
    );
    expect(new Map(first?.kpisThatDay).get('ECOM_NUMBER_OF_ORDERS')).to.equal('0');
    expect(new Map(first?.kpisThatDay).get('ECOM_TOTAL_NET_SALES_AMOUNT')).to.equal('12.5');
    expect(second?.kpisThatDay.map(([, value]) => value)).to.deep.equal([null, null, null, null, null]);
  });

  it('read tags however a warehouse writes lists', async () => {
    for (const written of ['a, b', 'a;b', 'a | b', '["a","b"]', ['a', 'b']]) {
      expect((await decisionsOf([targeted('2017-12-20')], [scheduled({ TAG_NAMES: written })]))[0]?.tags).to.deep.equal(['a', 'b']);
    }
  });

  it('are counted by decision, come without cursor, and say what the view does not know (T19, T39)', async () => {
    const { source, options } = mocked(createOptimoveSource);
    const { value, meta } = await source.campaigns!({ ...range, limit: 5 }, options);
    expect(value.nextCursor).to.equal(undefined);
    expect(value.total).to.equal(value.items.length);
    expect([...(value.counts ?? [])].reduce((sum, [, count]) => sum + count, 0)).to.equal(value.items.length);
    expect(meta.caveats).to.deep.equal(['scheduled-only', 'names-of-today']);
  });

  it('are not guessed where nobody asked for the column that tells the excluded apart (T18, PS17)', async () => {
    const { PLAN_DETAIL_ID: _, ...row } = targeted('2017-12-20');
    const { source, options } = asked({ targeted: [row], profiles: [] });
    expect(await rejection(source.campaigns!(range, options))).to.deep.include({ details: { reason: 'shape', paths: ['PLAN_DETAIL_ID'] } });
    const [excluded] = await decisionsOf([{ ...row, EXCLUSION_REASON: 'Taken' }]);
    expect(excluded).to.include({ decision: 'excluded', reason: 'Taken' });
  });

  it('leave out and count rows that name neither a day nor a plan', async () => {
    const { source, options } = asked({ targeted: [targeted('2017-12-20'), { EXECUTION_DATE: null, CLIENT_CUSTOMER_ID: ID }], profiles: [] });
    const { value, leftOut } = await source.campaigns!(range, options);
    expect(value.items).to.have.lengthOf(1);
    expect(leftOut).to.equal(1);
  });

  it('ask for the campaigns of all customers once per page', async () => {
    const { source, options, paths } = asked({ targeted: [targeted('2017-12-20')], profiles: [], 'scheduled-campaigns': [scheduled()] });
    await Promise.all([source.campaigns!(range, options), source.events!(range, options)]);
    await source.campaigns!({ ...range, id: ID }, options);
    expect(paths().filter((path) => path === 'scheduled-campaigns')).to.have.lengthOf(1);
  });
});

describe("Optimove's events", () => {
  it('are the targeting days, each on its own day in every zone and without a time (T25)', async () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC', 'Asia/Kathmandu']) {
      const { source, options } = asked({ targeted: [targeted('2017-12-20'), targeted('2017-12-19', { PLAN_DETAIL_ID: null })] });
      const { value } = await source.events!({ ...range, timeZone }, options);
      expect(value.items.map((event) => [event.day, event.type, event.name])).to.deep.equal([['2017-12-20', 'campaign-targeted', 'Coupon booklet']]);
      expect(dayOf(value.items[0]?.at ?? (0 as Instant), timeZone), timeZone).to.equal('2017-12-20');
    }
  });

  it('are no delivered e-mails: they are counted in the neutral lane (B17, T6)', async () => {
    const { source, options } = mocked(createOptimoveSource);
    const { value } = await source.activity!(range, options);
    expect(new Set(value.days.map(({ lane }) => lane))).to.deep.equal(new Set(['other']));
    expect(value.days.every(({ count, types }) => count === [...types.values()].reduce((sum, number) => sum + number, 0))).to.equal(true);
  });

  it('can be filtered by lane, type and words', async () => {
    const { source, options } = asked({ targeted: [targeted('2017-12-20'), targeted('2017-12-10', { CAMPAIGN_ACTION_ID: 1, CAMPAIGN_ACTION_NAME: 'DN' })] });
    const found = async (filter: object) => (await source.events!({ ...range, ...filter }, options)).value.items.map((event) => event.day);
    expect(await found({ lane: 'email' })).to.deep.equal([]);
    expect(await found({ type: 'campaign-control' })).to.deep.equal(['2017-12-10']);
    expect(await found({ text: 'BOOKLET' })).to.deep.equal(['2017-12-20']);
    expect(await found({ order: 'asc' })).to.deep.equal(['2017-12-10', '2017-12-20']);
  });
});

describe('rows about Optimove', () => {
  it('are the same whatever format they come in', async () => {
    const reference = mocked(createOptimoveSource);
    const expected = await reference.source.campaigns!(range, reference.options);
    expect(expected.value.items.length).to.be.greaterThan(20);
    for (const behaviour of ['wrapped', 'snowflake/slow/small-pages', 'bigquery/small-pages', 'bigquery-int64/slow', 'limit-100', 'raw']) {
      const { source, options } = mocked(createOptimoveSource, behaviour);
      const { value } = await source.campaigns!(range, options);
      expect(JSON.stringify(value.items) === JSON.stringify(expected.value.items), behaviour).to.equal(true);
    }
  });

  it('can be anywhere on the same origin, and be put into shape by the host', async () => {
    const { source, options, paths } = asked(
      { 'v2/people': () => ({ result: [[ID, '2017-12-31', 9]] }) },
      {
        endpoints: { profiles: '/v2/people?who={id}' },
        transform: {
          profiles: (answer) => {
            const { result } = answer as { result: [string, string, number][] };
            return result.map(([id, date, orders]) => ({ CLIENT_CUSTOMER_ID: id, PROFILE_DATE: date, ECOM_NUMBER_OF_ORDERS: orders }));
          },
        },
      },
    );
    expect((await source.metrics!(range, options)).value.numberOfPurchases?.value).to.equal('9');
    expect(paths()).to.deep.equal([`v2/people?who=${ID}&from=2017-07-01&to=2017-12-31`]);
  });

  it('that a host cannot put into shape are malformed', async () => {
    const transform = { profiles: () => JSON.parse('{') };
    const { source, options } = asked({ profiles: [] }, { transform });
    expect(await rejection(source.profile!({ id: ID }, options))).to.deep.include({ kind: 'malformed' });
  });

  it('asked for by several sections at once are asked for once', async () => {
    const { source, options, paths } = asked({
      profiles: [snapshot('2017-12-31', { ECOM_NUMBER_OF_ORDERS: 1 })],
      targeted: [targeted('2017-12-20')],
      'scheduled-campaigns': [],
    });
    await Promise.all([
      source.metrics!(range, options),
      source.impact!(range, options),
      source.campaigns!(range, options),
      source.events!(range, options),
      source.activity!(range, options),
    ]);
    expect([...paths()].sort()).to.deep.equal([
      `customers/${ID}/profiles?from=2017-07-01&to=2017-12-31`,
      `customers/${ID}/targeted?from=2017-07-01&to=2017-12-31`,
      'scheduled-campaigns',
    ]);
  });

  it('that take long to come say so, and are waited for', async () => {
    let asks = 0;
    const pending = { code: '333334', statementHandle: 'h' };
    const { source, world } = asked({ profiles: () => (++asks < 5 ? pending : [snapshot('2017-12-31', { ECOM_NUMBER_OF_ORDERS: 1 })]) });
    let isSlow = false;
    const { value } = await source.metrics!(range, { signal: world.signal, onSlow: () => (isSlow = true) });
    expect(value.numberOfPurchases?.value).to.equal('1');
    expect(isSlow).to.equal(true);
  });

  it('may be none', async () => {
    const { source, options } = asked({ profiles: [], targeted: json([]), 'scheduled-campaigns': [] });
    expect((await source.impact!(range, options)).value).to.deep.equal({ dates: [], kpis: [], targetingDays: [] });
    expect((await source.campaigns!(range, options)).value.items).to.deep.equal([]);
    expect((await source.events!(range, options)).value.items).to.deep.equal([]);
  });
});
