import { MOCK_TODAY } from '../clock.js';
import { type Occurrence, occurrenceOf, regularOccurrences } from '../customers/calendar.js';
import type { MockCustomer } from '../customers/customer.js';
import { customerOf, listings } from '../customers/index.js';
import { shopCampaigns } from '../customers/shop.js';
import type { CampaignWire, FieldTypeWire, FieldWire } from '../wire.js';
import { int64, smallId } from './ids.js';
import { type Cell, type ColumnType, inUtc, type Row, type Table } from './table.js';

const types: Readonly<Record<FieldTypeWire, ColumnType>> = {
  text: 'string',
  category: 'string',
  email: 'string',
  phone: 'string',
  url: 'string',
  number: 'number',
  percent: 'number',
  integer: 'int64',
  money: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamp',
};

const rawPattern = /^(STR|FIELD)\d+$/;

/** The generic name of a column (O4): the documented ones keep theirs, the others have a number of their own. */
function rawName({ key, type, source }: FieldWire): string {
  if (source && rawPattern.test(source.column)) return source.column;
  return `${['string', 'date', 'timestamp', 'boolean'].includes(types[type]) ? 'STR' : 'FIELD'}${1000 + Number(BigInt(int64(key)) % 90_000n)}`;
}

/** The familiar name (O5): the documented KPI columns as documented; `undefined` where nobody gave one. */
function realName({ key, label, type, source }: FieldWire): string | undefined {
  if (source && /^(ECOM_|NUMBEROF)/.test(source.column)) return source.column;
  if (label === undefined) return undefined;
  const words = key
    .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return type === 'money' ? `${words}_AMOUNT` : words;
}

/** Fields a warehouse shows to a pass-through: the sensitive ones are kept back by its column policy. */
function columnsOf(customer: MockCustomer): readonly FieldWire[] {
  const seen = new Set<string>();
  return customer.fields.filter((field) => {
    const name = rawName(field);
    if (field.sensitive || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** One daily snapshot a row (O2): `CUSTOMER_PROFILES`, or the view with real field names (O7). */
function profiles(customer: MockCustomer, days: readonly string[], name: string, nameOf: (field: FieldWire) => string): Table {
  const fields = columnsOf(customer).map((field) => ({ key: field.key, column: nameOf(field), type: types[field.type] }));
  return {
    name,
    columns: [['PROFILE_DATE', 'date'], ['CLIENT_CUSTOMER_ID', 'string'], ...fields.map(({ column, type }) => [column, type] as const)],
    rows: days.map((day): Row => {
      const values = customer.valuesOn(day);
      return {
        PROFILE_DATE: day,
        CLIENT_CUSTOMER_ID: customer.identity.id,
        ...Object.fromEntries(fields.map(({ key, column, type }) => [column, toCell(values[key], type)])),
      };
    }),
  };
}

function toCell(value: Cell | undefined, type: ColumnType): Cell {
  if (value === undefined || value === null) return null;
  return type === 'timestamp' ? inUtc(String(value)) : type === 'int64' || type === 'numeric' ? String(value) : value;
}

export function customerProfiles(customer: MockCustomer, days = customer.history.days): Table {
  return profiles(customer, days, 'CUSTOMER_PROFILES', rawName);
}

export function customerProfilesRealFieldNames(customer: MockCustomer, days = customer.history.days): Table {
  return profiles(customer, days, 'VW_CUSTOMER_PROFILES_REAL_FIELD_NAMES', (field) => realName(field) ?? rawName(field));
}

let fieldView: Table | undefined;

/** Which familiar name belongs to which column (O5, O6). The document does not name the column with the raw name (T9): `FIELD_NAME` is ours. */
export function customerProfileFields(): Table {
  fieldView ??= {
    name: 'VW_CUSTOMER_PROFILE_FIELDS_V1_2',
    columns: [
      ['FIELD_NAME', 'string'],
      ['ALIAS_FIELD_NAME', 'string'],
    ],
    rows: [
      ...new Map(
        listings
          .flatMap(({ id }) => customerOf(id)?.fields ?? [])
          .flatMap((field) => {
            const alias = realName(field);
            return alias === undefined || field.sensitive ? [] : [[rawName(field), { FIELD_NAME: rawName(field), ALIAS_FIELD_NAME: alias }] as const];
          })
          .toReversed(),
      ).values(),
    ].toReversed(),
  };
  return fieldView;
}

/** Optimove schedules; what happens in real time is not in its views (T19). */
const isScheduled = ({ campaign }: CampaignWire): boolean => campaign.execType?.startsWith('Scheduled') === true;

/** Who was taken out has no plan detail (T18); a cap is a reason like another. */
const isExcluded = ({ decision }: CampaignWire): boolean => decision === 'excluded' || decision === 'capped';

/** `VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2` (O14, O15), with the exclusion columns of its V1.1 description. */
export function targetedAndExcluded(customer: MockCustomer): Table {
  const stage = (day: string): Cell => customer.valuesOn(customer.history.dayNotAfter(day) ?? '')['lifecycleStage'] ?? null;
  return {
    name: 'VW_TARGETED_AND_EXCLUDED_CUSTOMERS_V1_2',
    columns: [
      ['EXECUTION_DATE', 'date'],
      ['CLIENT_CUSTOMER_ID', 'string'],
      ['LIFECYCLE_STAGE', 'string'],
      ['PLAN_ID', 'int64'],
      ['PLAN_DETAIL_ID', 'int64'],
      ['CAMPAIGN_ACTION_ID', 'int64'],
      ['CAMPAIGN_ACTION_NAME', 'string'],
      ['TAKEN_FROM_PLAN_ID', 'int64'],
      ['EXCLUSION_REASON_ID', 'int64'],
      ['EXCLUSION_REASON', 'string'],
      ['EXCLUSION_REASON_DESC', 'string'],
      ['LAST_UPDATED_TIME', 'timestamp'],
    ],
    // Only what was executed is in it.
    rows: customer.decisions
      .filter((decision) => isScheduled(decision) && decision.executionDate <= MOCK_TODAY)
      .map((decision) => {
        const excluded = isExcluded(decision);
        return {
          EXECUTION_DATE: decision.executionDate,
          CLIENT_CUSTOMER_ID: customer.identity.id,
          LIFECYCLE_STAGE: stage(decision.executionDate),
          PLAN_ID: decision.planId ?? null,
          PLAN_DETAIL_ID: excluded ? null : (decision.planDetailId ?? null),
          CAMPAIGN_ACTION_ID: excluded ? null : (decision.action?.id ?? null),
          CAMPAIGN_ACTION_NAME: excluded ? null : (decision.action?.name ?? null),
          TAKEN_FROM_PLAN_ID: decision.takenFrom ?? null,
          EXCLUSION_REASON_ID: excluded ? (decision.decision === 'capped' ? '3' : '2') : null,
          EXCLUSION_REASON: excluded ? (decision.decision === 'capped' ? 'Contact cap' : 'Target group priority') : null,
          EXCLUSION_REASON_DESC: excluded ? (decision.reason ?? null) : null,
          LAST_UPDATED_TIME: decision.updatedAt ? inUtc(decision.updatedAt) : null,
        };
      }),
  };
}

/** This plan is missing from the campaign side of the join, so that its details are unavailable (O17). */
export const PLAN_WITHOUT_DETAILS = '4014';

const channelIds: Readonly<Record<string, string>> = { email: '493', sms: '515', push: '17', inbox: '482', popup: '481', ivr: '20' };
const channelNames: Readonly<Record<string, string>> = { email: 'Email', sms: 'SMS', push: 'Push', inbox: 'Inbox', popup: 'Popup', ivr: 'Voice' };

/** `VW_SCHEDULED_CAMPAIGNS_V1_2` (O17): no customer in it, a row for each channel of an action (T20), names of today (T39). */
export function scheduledCampaigns(): Table {
  const plans = new Map<string, Occurrence>();
  for (const occurrence of [...shopCampaigns.map(occurrenceOf), ...regularOccurrences()]) {
    if (occurrence.execType.startsWith('Scheduled') && occurrence.planId !== PLAN_WITHOUT_DETAILS) plans.set(occurrence.planId, occurrence);
  }
  return {
    name: 'VW_SCHEDULED_CAMPAIGNS_V1_2',
    columns: [
      ['PLAN_ID', 'int64'],
      ['PLAN_DETAIL_ID', 'int64'],
      ['PLAN_DETAIL_CHANNEL_ID', 'int64'],
      ['TARGET_GROUP_ID', 'int64'],
      ['TARGET_GROUP_NAME', 'string'],
      ['MARKETING_ACTION_NAME', 'string'],
      ['CAMPAIGN_ACTION_ID', 'int64'],
      ['CAMPAIGN_ACTION_NAME', 'string'],
      ['CAMPAIGN_TYPE', 'int64'],
      ['CAMPAIGN_TYPE_NAME', 'string'],
      ['CHANNEL_ID', 'int64'],
      ['CHANNEL_NAME', 'string'],
      ['TEMPLATE_NAME', 'string'],
      ['PROMOTION_ID', 'string'],
      ['TAG_NAMES', 'string'],
      ['EXECUTION_START_DATE', 'date'],
      ['EXECUTION_END_DATE', 'date'],
    ],
    rows: [...plans.values()].flatMap((plan) =>
      plan.channels.map(({ name, template }, index) => ({
        PLAN_ID: plan.planId,
        PLAN_DETAIL_ID: plan.planDetailId,
        PLAN_DETAIL_CHANNEL_ID: String(Number(plan.planDetailId) * 10 + index),
        TARGET_GROUP_ID: smallId(plan.targetGroup),
        TARGET_GROUP_NAME: plan.targetGroup,
        MARKETING_ACTION_NAME: plan.name,
        CAMPAIGN_ACTION_ID: plan.action.id,
        CAMPAIGN_ACTION_NAME: plan.action.name,
        CAMPAIGN_TYPE: '1',
        CAMPAIGN_TYPE_NAME: plan.category,
        CHANNEL_ID: channelIds[name] ?? null,
        CHANNEL_NAME: channelNames[name] ?? name,
        TEMPLATE_NAME: template,
        PROMOTION_ID: plan.promotionId ?? null,
        TAG_NAMES: plan.tags.join(', '),
        EXECUTION_START_DATE: plan.day,
        // Null = never ends.
        EXECUTION_END_DATE: plan.campaignId.startsWith('regular') ? null : plan.until,
      })),
    ),
  };
}
