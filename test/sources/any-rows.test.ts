import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { NotEnabled, NothingThere, SourceError } from '../../src/model/source-error.js';
import { createOptimoveSource } from '../../src/sources/optimove/optimove-source.js';
import { createSmarticoSource } from '../../src/sources/smartico/smartico-source.js';
import { openPaths } from '../helpers/closed.js';
import { holdsInTime } from '../helpers/property.js';
import { before, ID, range } from './warehouse.js';

/** Whatever a backend may put into a cell: the usual, the odd, and what was made to hurt (F8, TH6, V1 to V20). */
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      '2017-12-01',
      '2017-12-02 08:00:00',
      '2017-12-02T08:00:00Z',
      1,
      '1',
      2,
      5,
      '900',
      '11',
      'ROOT',
      true,
      false,
      null,
      '12.50',
      '',
      '0',
      0,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      '9223372036854775807',
      9007199254740991,
      -0,
      1e308,
      '1e400',
      '0000-00-00',
      '2024-02-30',
      'NaN',
      '__proto__',
      'constructor',
      'toString',
      '\u202e\u0000\ud800',
      '<img src=x onerror=alert(1)>',
      { _$litType$: 1, strings: [] },
      { toString: 1 },
      { __proto__: { a: 1 } },
      [[[]]],
      ['a', { b: 1 }],
      '[1,',
      '{',
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

const columns: Readonly<Record<string, readonly string[]>> = {
  profiles: [
    'PROFILE_DATE',
    'STR12',
    'FIELD153',
    'ECOM_NUMBER_OF_ORDERS',
    'ECOM_TOTAL_NET_SALES_AMOUNT',
    'NUMBEROFCAMPAIGNS_1M',
    'EMAIL',
    'LIFECYCLE_STAGE',
    '__proto__',
  ],
  'profile-fields': ['FIELD_NAME', 'ALIAS_FIELD_NAME'],
  targeted: [
    'EXECUTION_DATE',
    'PLAN_ID',
    'PLAN_DETAIL_ID',
    'CAMPAIGN_ACTION_ID',
    'CAMPAIGN_ACTION_NAME',
    'TAG_NAMES',
    'EXCLUSION_REASON',
    'TAKEN_FROM_PLAN_ID',
    'LAST_UPDATED_TIME',
  ],
  'scheduled-campaigns': [
    'PLAN_ID',
    'PLAN_DETAIL_ID',
    'TARGET_GROUP_NAME',
    'CHANNEL_NAME',
    'TEMPLATE_NAME',
    'TAG_NAMES',
    'PROMOTION_ID',
    'MARKETING_ACTION_NAME',
  ],
  communications: [
    'fact_date',
    'fact_type_id',
    'communication_id',
    'fact_details',
    'resource_id',
    'resource_variation_id',
    'root_audience_id',
    'root_engagement_uuid',
    'root_engagement_create_date',
    'planned_send_date',
    'label_provider_id',
    'fail_reason_id',
  ],
  engagements: [
    'engagement_id',
    'engagement_uid',
    'create_date',
    'root_engagement_id',
    'activity_type_id',
    'root_audience_id',
    'ab_target',
    'expected_stop_date',
    'resource_id',
  ],
  bonuses: [
    'fact_date',
    'bonus_id',
    'bonus_status_id',
    'source_product_id',
    'root_audience_id',
    'entity_id',
    'label_bonus_template_id',
    'error_code',
    'error_message',
  ],
  attribution: [
    'id',
    'event_date',
    'audience_id',
    'value',
    'raw_value',
    'converted_value',
    'kpi_impact_id',
    'root_engagement_id',
    'default_currency',
    'user_id',
    'calculated_ts',
  ],
  'dimensions/dm_resource': ['resource_id', 'resource_name', 'resource_subject', 'resource_type_id'],
  'dimensions/dm_audience': ['audience_id', 'audience_name', 'audience_status_id', 'audience_exec_type_id', 'category_id', 'segment_id'],
};

function rowsWith(names: readonly string[]) {
  return fc.array(fc.record(Object.fromEntries(names.map((name) => [name, cell])), { requiredKeys: [] }), { maxLength: 6 });
}

const tables = fc.record(Object.fromEntries(Object.entries(columns).map(([path, names]) => [path, rowsWith(names)])));

describe('whatever rows a warehouse gives', () => {
  it('every reader answers with a closed value or says what is wrong', async () => {
    await holdsInTime(
      fc.asyncProperty(tables, async (rows) => {
        const { source: optimove, options } = before(createOptimoveSource, rows);
        const { source: smartico } = before(createSmarticoSource, rows);
        for (const source of [optimove, smartico]) {
          for (const name of ['profile', 'metrics', 'impact', 'activity', 'events', 'campaigns'] as const) {
            const outcome: unknown = await source[name]?.(range, options).catch((error: unknown) => error);
            if (outcome instanceof SourceError || outcome instanceof NotEnabled || outcome instanceof NothingThere) continue;
            expect(outcome, name).to.not.be.instanceOf(Error);
            expect(openPaths(outcome), name).to.deep.equal([]);
          }
        }
        expect(Object.keys(Object.prototype)).to.deep.equal([]);
      }),
    );
  });

  it('nothing of another customer is shown beside the one asked for', async () => {
    await holdsInTime(
      fc.asyncProperty(fc.nat({ max: 5 }), rowsWith(columns['targeted'] ?? []), async (place, rows) => {
        const stranger = { EXECUTION_DATE: '2017-12-01', PLAN_ID: 'STRANGER', CLIENT_CUSTOMER_ID: 'somebody-else' };
        const own = rows.map((row) => ({ ...row, CLIENT_CUSTOMER_ID: ID }));
        const { source, options } = before(createOptimoveSource, { targeted: own.toSpliced(place, 0, stranger), profiles: [] });
        const outcome: unknown = await source.campaigns?.(range, options).catch((error: unknown) => error);
        expect(outcome).to.be.instanceOf(SourceError).with.nested.property('details.reason', 'identity-mismatch');
      }),
    );
  });
});
