import type { Shape } from './shape.js';

/** JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** How each scalar of scalars.ts looks on the wire when a backend writes it best; what else is read, is kindness. */
const scalars: Readonly<Record<string, JsonSchema>> = {
  text: { type: 'string' },
  id: { type: ['string', 'integer'], description: 'A text, or an integer of any size, read exactly.' },
  decimal: {
    type: ['string', 'number'],
    pattern: '^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?$',
    description: 'A decimal as text or number, shown with its digits.',
  },
  number: { type: ['number', 'string'] },
  count: { type: ['integer', 'string'], minimum: 0 },
  share: { type: ['number', 'string'], minimum: 0, maximum: 1 },
  percent: { type: ['number', 'string'], minimum: 0, maximum: 100 },
  boolean: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  value: { type: ['string', 'number', 'boolean', 'null'] },
  words: { type: ['string', 'number', 'boolean', 'array'] },
};

/**
 * Describes to backends what a shape reads. Used where `openapi.json` is made; no page loads it.
 *
 * @throws {Error} for a scalar that is not described here.
 */
export function toJsonSchema(shape: Shape<unknown>): JsonSchema {
  const schema = describe(shape);
  if (!shape.isOptional && !shape.isNullable) return schema;
  // Missing and null are read alike, but for the few members whose null is an answer of its own.
  return schema.type === undefined ? { anyOf: [schema, { type: 'null' }] } : { ...schema, type: [...new Set([schema.type, 'null'].flat())] };
}

function describe({ kind, entries, item, options, words }: Shape<unknown>): JsonSchema {
  switch (kind) {
    case 'object': {
      const members = Object.entries(entries ?? {});
      const required = members.filter(([, entry]) => !entry.isOptional).map(([name]) => name);
      return {
        type: 'object',
        properties: Object.fromEntries(members.map(([name, entry]) => [name, toJsonSchema(entry)])),
        ...(required.length > 0 && { required }),
      };
    }
    case 'list':
      return { type: 'array', ...(item && { items: toJsonSchema(item) }) };
    case 'map':
      return { type: 'object', ...(item && { additionalProperties: toJsonSchema(item) }) };
    case 'either':
      return { anyOf: (options ?? []).map(toJsonSchema) };
    case 'word':
      // Words that are not documented are shown as they are, so they are no mistake.
      return { anyOf: [{ type: 'string', enum: words ?? [] }, { type: 'string' }] };
  }
  const schema = scalars[kind];
  if (!schema) throw new Error(`${kind} has no description.`);
  return schema;
}
