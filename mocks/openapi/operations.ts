import type { ResourceName } from '../../src/model/connection.js';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: { readonly [keyword: string]: unknown };
}

/** One question of section 4, in words. */
export interface Operation {
  readonly resource: ResourceName;
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  /** What the mocks are asked for the example. */
  readonly example: string;
  readonly body?: unknown;
}

const id: Parameter = { name: 'id', in: 'path', description: 'The customer, an opaque text, percent-encoded.', schema: { type: 'string', minLength: 1 } };
const from: Parameter = { name: 'from', in: 'query', description: 'First day, included; missing: all time.', schema: { type: 'string', format: 'date' } };
const to: Parameter = { name: 'to', in: 'query', description: 'Last day, included.', schema: { type: 'string', format: 'date' } };
const timeZone: Parameter = { name: 'timeZone', in: 'query', description: 'IANA zone whose days are meant.', schema: { type: 'string' } };
const cursor: Parameter = { name: 'cursor', in: 'query', description: '`nextCursor` of the page before.', schema: { type: 'string' } };
const limit: Parameter = {
  name: 'limit',
  in: 'query',
  description: 'Records in one page.',
  schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
};

const range = [id, from, to];
const halfYear = 'from=2017-06-30&to=2017-12-31';
const inZone = `${halfYear}&timeZone=America/New_York`;
const customer = '/customers/1111113001034507';

/** Section 4, resource by resource. */
export const operations: readonly Operation[] = [
  {
    resource: 'search',
    method: 'post',
    path: '/customers/search',
    id: 'searchCustomers',
    summary: 'Find customers by any identifier',
    description: 'A body, since an address or a phone number has no place in a URL. Changes nothing and may be repeated.',
    parameters: [],
    example: '/customers/search',
    body: { identifier: 'rivers@example.test' },
  },
  {
    resource: 'profile',
    method: 'get',
    path: '/customers/{id}',
    id: 'getProfile',
    summary: 'Identifiers and attributes',
    description:
      'With `asOf`: the newest snapshot not after it, which the answer names, and `previous` = today’s values. Without: `previous` = the last different snapshot.',
    parameters: [id, { name: 'asOf', in: 'query', description: 'Snapshot day.', schema: { type: 'string', format: 'date' } }],
    example: customer,
  },
  {
    resource: 'field',
    method: 'get',
    path: '/customers/{id}/fields/{key}',
    id: 'getField',
    summary: 'One sensitive value, on reveal',
    description: 'A `sensitive` value the profile left out (`null`).',
    parameters: [id, { name: 'key', in: 'path', description: 'The field’s key.', schema: { type: 'string', minLength: 1 } }],
    example: `${customer}/fields/allergies`,
  },
  {
    resource: 'attributeSettings',
    method: 'get',
    path: '/attribute-settings',
    id: 'getAttributeSettings',
    summary: 'Which attributes are shown for all customers',
    description: 'With an `ETag`, so that two people do not overwrite each other. 404: the fields’ own `default` holds and nothing can be saved.',
    parameters: [],
    example: '/attribute-settings',
  },
  {
    resource: 'attributeSettings',
    method: 'put',
    path: '/attribute-settings',
    id: 'putAttributeSettings',
    summary: 'Choose the attributes shown for all customers',
    description: 'Keys nobody knows are kept. `If-Match` is sent when an `ETag` came; 409 or 412 makes the dialog load anew.',
    parameters: [],
    example: '/attribute-settings',
    body: { visible: ['lifecycleStage', 'loyaltyPoints'] },
  },
  {
    resource: 'metrics',
    method: 'get',
    path: '/customers/{id}/metrics',
    id: 'getMetrics',
    summary: 'Activity metrics',
    description: 'Each figure says its scope. A change is shown only from `inTimeFrame` and `previous`.',
    parameters: [...range, timeZone],
    example: `${customer}/metrics?${inZone}`,
  },
  {
    resource: 'impact',
    method: 'get',
    path: '/customers/{id}/impact',
    id: 'getImpact',
    summary: 'KPIs over time with campaign-targeting days',
    description: 'Columns are aligned with `dates`; a day without snapshot is `null`. Cumulative values are given as they are.',
    parameters: range,
    example: `${customer}/impact?${halfYear}`,
  },
  {
    resource: 'activity',
    method: 'get',
    path: '/customers/{id}/activity',
    id: 'getActivity',
    summary: 'Day counts for the overview',
    description: '`email` counts delivered messages only.',
    parameters: [...range, timeZone],
    example: `${customer}/activity?${inZone}`,
  },
  {
    resource: 'events',
    method: 'get',
    path: '/customers/{id}/events',
    id: 'listEvents',
    summary: 'Everything that happened, page by page',
    description: 'Newest first. A jump to a day asks `to=day` downwards and `from=day+1&order=asc` upwards.',
    parameters: [
      ...range,
      timeZone,
      { name: 'lane', in: 'query', description: 'Only this lane.', schema: { type: 'string', enum: ['site', 'email', 'purchase', 'other'] } },
      { name: 'type', in: 'query', description: 'Only this type.', schema: { type: 'string' } },
      { name: 'text', in: 'query', description: 'Only what contains these words.', schema: { type: 'string' } },
      { name: 'order', in: 'query', description: 'Newest or oldest first.', schema: { type: 'string', enum: ['desc', 'asc'], default: 'desc' } },
      cursor,
      limit,
    ],
    example: `${customer}/events?${inZone}&limit=3`,
  },
  {
    resource: 'proof',
    method: 'get',
    path: '/customers/{id}/messages/{communicationId}/proof',
    id: 'getProof',
    summary: 'What a message looked like',
    description: 'All of it is untrusted: `html` is shown in a sandbox alone.',
    parameters: [id, { name: 'communicationId', in: 'path', description: 'The message.', schema: { type: 'string', minLength: 1 } }],
    example: `${customer}/messages/msg-1111113001034507-journey-23-2017-12-28-email/proof`,
  },
  {
    resource: 'campaigns',
    method: 'get',
    path: '/customers/{id}/campaigns',
    id: 'listCampaigns',
    summary: 'Every campaign decision about the customer, page by page',
    description: '`counts` and `contactPressure` stand on the first page and mean the whole time frame.',
    parameters: [...range, cursor, limit],
    example: `${customer}/campaigns?${halfYear}&limit=3`,
  },
  {
    resource: 'predictions',
    method: 'get',
    path: '/customers/{id}/predictions',
    id: 'getPredictions',
    summary: 'What the customer is likely to do',
    description: '`percentile` = share of all customers whose value is lower. 404 with a problem type ending in `/not-enabled`: the section is not shown.',
    parameters: [id],
    example: `${customer}/predictions`,
  },
];
