import { DOCUMENTED_ID } from '../customers/documented.js';
import { customerOf } from '../customers/index.js';
import { dimension } from '../warehouse/dimensions.js';
import { customerProfileFields, customerProfilesRealFieldNames, scheduledCampaigns, targetedAndExcluded } from '../warehouse/optimove.js';
import { attribution, bonuses, communications, engagements } from '../warehouse/smartico.js';
import type { Table } from '../warehouse/table.js';

/** One address of section 5 and the documented table behind it. */
export interface TablePath {
  readonly path: string;
  readonly id: string;
  readonly source: 'optimove' | 'smartico';
  readonly table: Table;
}

const documented = customerOf(DOCUMENTED_ID);
if (!documented) throw new Error('The documented customer is missing from the mocks.');

/** The snapshots' own columns are the client's; only what the document names is described. */
const profiles = customerProfilesRealFieldNames(documented, ['2017-12-31']);
const documentedProfiles: Table = {
  ...profiles,
  columns: profiles.columns.filter(([name]) => /^(PROFILE_DATE|CLIENT_CUSTOMER_ID|ECOM_\w+|NUMBEROFCAMPAIGNS_1M)$/.test(name)),
};

const dimensionNames = [
  'dm_activity_type',
  'dm_audience',
  'dm_resource',
  'dm_segment',
  'dm_providers_sms',
  'dm_providers_mail',
  'dm_bonus_template',
  'dm_com_fail_reason',
];

/** Section 5, table by table. */
export const tablePaths: readonly TablePath[] = [
  { path: '/customers/{id}/profiles', id: 'listProfiles', source: 'optimove', table: documentedProfiles },
  { path: '/profile-fields', id: 'listProfileFields', source: 'optimove', table: customerProfileFields() },
  { path: '/customers/{id}/targeted', id: 'listTargeted', source: 'optimove', table: targetedAndExcluded(documented) },
  { path: '/scheduled-campaigns', id: 'listScheduledCampaigns', source: 'optimove', table: scheduledCampaigns() },
  { path: '/customers/{id}/communications', id: 'listCommunications', source: 'smartico', table: communications(documented) },
  { path: '/customers/{id}/engagements', id: 'listEngagements', source: 'smartico', table: engagements(documented) },
  { path: '/customers/{id}/bonuses', id: 'listBonuses', source: 'smartico', table: bonuses(documented) },
  { path: '/customers/{id}/attribution', id: 'listAttribution', source: 'smartico', table: attribution(documented) },
  ...dimensionNames.flatMap((name): TablePath[] => {
    const table = dimension(name);
    return table ? [{ path: `/dimensions/${name}`, id: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), source: 'smartico', table }] : [];
  }),
];

const columnSchemas: Readonly<Record<Table['columns'][number][1], object>> = {
  string: { type: ['string', 'null'] },
  int64: { type: ['integer', 'string', 'null'], description: 'int64; every digit counts.' },
  numeric: { type: ['string', 'number', 'null'] },
  number: { type: ['number', 'string', 'null'] },
  boolean: { type: ['boolean', 'string', 'null'] },
  date: { type: ['string', 'null'], format: 'date' },
  timestamp: { type: ['string', 'null'], description: 'RFC 3339; without an offset it is UTC.' },
};

/** A row as an object: the documented columns in any letter case, and any others. */
export function rowSchema({ columns }: Table): object {
  return { type: 'object', properties: Object.fromEntries(columns.map(([name, type]) => [name, columnSchemas[type]])) };
}

/** The formats a row set may come in beside objects (contract section 5). */
export const rowSetSchemas: Readonly<Record<string, object>> = {
  SnowflakeResult: {
    description:
      'The result of Snowflake’s SQL API, https://docs.snowflake.com/en/developer-guide/sql-api/handling-responses. Further partitions are asked for with `handle` and `partition`.',
    type: 'object',
    required: ['data'],
    properties: {
      resultSetMetaData: {
        type: 'object',
        required: ['rowType'],
        properties: {
          numRows: { type: 'integer' },
          rowType: { type: 'array', items: { type: 'object', required: ['name', 'type'], properties: { name: { type: 'string' }, type: { type: 'string' } } } },
          partitionInfo: { type: 'array', items: { type: 'object' } },
        },
      },
      data: { type: 'array', items: { type: 'array', items: { type: ['string', 'null'] } } },
      statementHandle: { type: 'string' },
      code: { type: 'string' },
    },
  },
  SnowflakePending: {
    description: 'Status 202: the statement still runs and is asked for again with `handle`.',
    type: 'object',
    required: ['statementHandle'],
    properties: { statementHandle: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
  },
  BigQueryAnswer: {
    description:
      'The answer of BigQuery’s jobs.query, https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query. `jobComplete: false` is asked for again with `jobId`, further pages with `jobId` and `pageToken`.',
    type: 'object',
    required: ['jobComplete'],
    properties: {
      jobComplete: { type: 'boolean' },
      jobReference: { type: 'object', properties: { jobId: { type: 'string' } } },
      schema: {
        type: 'object',
        properties: {
          fields: { type: 'array', items: { type: 'object', required: ['name', 'type'], properties: { name: { type: 'string' }, type: { type: 'string' } } } },
        },
      },
      rows: { type: 'array', items: { type: 'object', required: ['f'], properties: { f: { type: 'array', items: { type: 'object' } } } } },
      pageToken: { type: 'string' },
      totalRows: { type: 'string' },
    },
  },
};
