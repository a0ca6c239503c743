import type { JsonSchema } from '../../src/rest/contract/json-schema.js';

/** Schemas that several answers share, by name. */
export type Shared = ReadonlyMap<string, JsonSchema>;

/** Puts `$ref` wherever a shared schema stands in full, so that each is written once. `own`: the name of the schema that is being written. */
export function withReferences(schema: object, shared: Shared, own?: string): object {
  const names = new Map([...shared].filter(([name]) => name !== own).map(([name, one]) => [JSON.stringify(one), name]));

  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    const name = names.get(JSON.stringify(value));
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
    const { type, ...rest } = value as JsonSchema;
    const sure = Array.isArray(type) && type.includes('null') ? type.filter((one) => one !== 'null') : [];
    // What may be null is the same thing or null.
    const nullable = sure.length === 1 ? names.get(JSON.stringify({ type: sure[0], ...rest })) : undefined;
    if (nullable !== undefined) return { anyOf: [{ $ref: `#/components/schemas/${nullable}` }, { type: 'null' }] };
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replace(member)]));
  };
  return Object.fromEntries(Object.entries(schema).map(([key, member]) => [key, replace(member)]));
}
