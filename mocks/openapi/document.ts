import { attribution, bonus, communication, journey } from '../../src/rest/contract/communication.js';
import { type JsonSchema, toJsonSchema } from '../../src/rest/contract/json-schema.js';
import { meta } from '../../src/rest/contract/meta.js';
import { product } from '../../src/rest/contract/product.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';
import { money } from '../../src/rest/contract/scalars.js';
import type { Shape } from '../../src/rest/contract/shape.js';
import { createHandlers } from '../handlers.js';
import { createMockFetch } from '../mock-fetch.js';
import { type Operation, operations, type Parameter } from './operations.js';
import { withReferences } from './references.js';
import { rowSchema, rowSetSchemas, type TablePath, tablePaths } from './tables.js';

/** What several answers share, by the names of section 4. */
const shared: ReadonlyMap<string, JsonSchema> = new Map(
  Object.entries({ Money: money, Product: product, Communication: communication, Journey: journey, Bonus: bonus, Attribution: attribution, Meta: meta }).map(
    ([name, shape]) => [name, toJsonSchema(shape)],
  ),
);

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** An answer: what its shape says, and `meta`, which any may carry. */
function answerSchema(shape: Shape<unknown>): object {
  const schema = toJsonSchema(shape);
  return withReferences({ ...schema, properties: { ...schema.properties, meta: toJsonSchema(meta) } }, shared);
}

const MOST_ITEMS = 2;
const MOST_MEMBERS = 24;

/** Enough of an answer to see how it looks. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_MEMBERS)
      .map(([key, member]) => [key, shortened(member)]),
  );
}

const ask = createMockFetch(createHandlers({ wait: async () => {} }));
const ROOT = 'https://backend.example.test';

async function exampleOf({ method, example, body }: Operation): Promise<unknown> {
  const response = await ask(`${ROOT}${example}`, { method: method.toUpperCase(), ...(body !== undefined && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${example} was answered ${response.status}.`);
  return shortened(await response.json());
}

/** A problem of RFC 9457; any body must do. */
const problems = {
  '401': { $ref: '#/components/responses/Unauthorized' },
  '403': { $ref: '#/components/responses/Forbidden' },
  '404': { $ref: '#/components/responses/NotFound' },
  '429': { $ref: '#/components/responses/Busy' },
};

function problem(description: string, headers?: object): object {
  return { description, ...(headers && { headers }), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function parameterOf({ name, in: place, description, schema }: Parameter): object {
  return { name, in: place, description, ...(place === 'path' && { required: true }), schema };
}

async function operationOf(operation: Operation): Promise<object> {
  const { resource, method, id, summary, description, parameters, body } = operation;
  const isSettings = resource === 'attributeSettings';
  const ifMatch = { name: 'If-Match', in: 'header', description: 'The `ETag` that came with the settings.', schema: { type: 'string' } };
  const listed = [...parameters.map(parameterOf), ...(method === 'put' ? [ifMatch] : [])];
  return {
    operationId: id,
    summary,
    description,
    tags: ['rest'],
    ...(listed.length > 0 && { parameters: listed }),
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema:
              method === 'put'
                ? { type: 'object', required: ['visible'], properties: { visible: { type: 'array', items: { type: 'string' } } } }
                : { type: 'object', required: ['identifier'], properties: { identifier: { type: 'string', minLength: 1 } } },
            example: body,
          },
        },
      },
    }),
    responses: {
      '200': {
        description: summary,
        ...(isSettings && { headers: { ETag: { description: 'Sent back as `If-Match`.', schema: { type: 'string' } } } }),
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${capital(resource)}` }, example: await exampleOf(operation) } },
      },
      ...problems,
      ...(method === 'put' && { '409': problem('Somebody else saved meanwhile'), '412': problem('Somebody else saved meanwhile') }),
    },
  };
}

const pagingParameters: readonly Parameter[] = [
  { name: 'handle', in: 'query', description: 'Snowflake: the statement to go on with.', schema: { type: 'string' } },
  { name: 'partition', in: 'query', description: 'Snowflake: the partition.', schema: { type: 'string' } },
  { name: 'jobId', in: 'query', description: 'BigQuery: the job to go on with.', schema: { type: 'string' } },
  { name: 'pageToken', in: 'query', description: 'BigQuery: the page.', schema: { type: 'string' } },
];

function tableOperation({ path, id, source, table }: TablePath): object {
  const parameters = operations.find(({ resource }) => resource === 'impact')?.parameters ?? [];
  const row = { $ref: `#/components/schemas/${capital(id.replace(/^list/, ''))}Row` };
  const rows = { type: 'array', items: row };
  const [first] = table.rows;
  return {
    operationId: id,
    summary: `Rows of ${table.name}`,
    description: `The documented ${path.includes('{id}') ? 'table, the rows of one customer' : 'table whole, asked for once per page'}. Column names in any letter case; other columns may come along.`,
    tags: [source],
    parameters: [...(path.includes('{id}') ? parameters : []), ...pagingParameters].map(parameterOf),
    responses: {
      '200': {
        description: 'Rows in one of four formats',
        content: {
          'application/json': {
            schema: {
              anyOf: [
                rows,
                { type: 'object', required: ['rows'], properties: { rows, meta: { $ref: '#/components/schemas/Meta' } } },
                { type: 'object', required: ['items'], properties: { items: rows, meta: { $ref: '#/components/schemas/Meta' } } },
                { $ref: '#/components/schemas/SnowflakeResult' },
                { $ref: '#/components/schemas/BigQueryAnswer' },
              ],
            },
            example: first ? [Object.fromEntries(table.columns.map(([name]) => [name, first[name] ?? null]))] : [],
          },
        },
      },
      '202': { description: 'The query still runs', content: { 'application/json': { schema: { $ref: '#/components/schemas/SnowflakePending' } } } },
      ...problems,
    },
  };
}

/** `openapi.json`: section 4 from the shapes that check answers, section 5 from the documented tables, with examples from the mocks. */
export async function createDocument(version: string): Promise<object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) paths[operation.path] = { ...paths[operation.path], [operation.method]: await operationOf(operation) };
  for (const table of tablePaths) paths[table.path] = { ...paths[table.path], get: tableOperation(table) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'c360-elements: what a backend answers',
      version,
      summary: 'The REST contract, version 1, and the row contracts of two warehouses.',
      description:
        'A backend implements the paths of the tag `rest`, or is one authenticated pass-through to the tables of `optimove` or `smartico`. A resource it does not have answers 404 with a problem type ending in `/not-enabled`, and its section is not shown. Every member that may be missing may be `null`: known to be absent.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: ROOT, description: 'Wherever `base-url` points; paths are appended to it.' }],
    security: [{ bearer: [] }, {}],
    tags: [
      { name: 'rest', description: 'The REST contract, version 1 (`source="rest"`).' },
      { name: 'optimove', description: 'The documented views of Optimove (`source="optimove"`).' },
      { name: 'smartico', description: 'The documented tables of Smartico (`source="smartico"`).' },
    ],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'What the host’s `getToken` gives.' } },
      responses: {
        Unauthorized: problem('The token is missing or has run out: it is renewed once'),
        Forbidden: problem('Not for this person'),
        NotFound: problem('No such customer; on another resource: nothing there; problem type ending in `/not-enabled`: not licensed'),
        Busy: problem('Too many requests', { 'Retry-After': { description: 'Seconds or a date; 0 to 60 seconds are kept to.', schema: { type: 'string' } } }),
      },
      schemas: {
        ...Object.fromEntries(Object.entries(RESOURCES).map(([name, shape]) => [capital(name), answerSchema(shape)])),
        ...Object.fromEntries([...shared].map(([name, schema]) => [name, withReferences(schema, shared, name)])),
        ...Object.fromEntries(tablePaths.map(({ id, table }) => [`${capital(id.replace(/^list/, ''))}Row`, rowSchema(table)])),
        ...rowSetSchemas,
        Problem: {
          type: 'object',
          properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } },
        },
      },
    },
  };
}
