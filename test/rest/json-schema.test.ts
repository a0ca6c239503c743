import { expect } from '@open-wc/testing';
import { type JsonSchema, toJsonSchema } from '../../src/rest/contract/json-schema.js';
import { meta } from '../../src/rest/contract/meta.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';

const schemas = Object.fromEntries(Object.entries(RESOURCES).map(([name, shape]) => [name, toJsonSchema(shape)]));

/** The description of a member, by its path; `[]` for the items of a list. */
function at(schema: JsonSchema | undefined, path: string): JsonSchema | undefined {
  return path.split('.').reduce((found, name) => (name === '[]' ? found?.items : found?.properties?.[name]), schema);
}

describe('the description for backends', () => {
  it('covers every resource and what comes with each answer', () => {
    for (const schema of [...Object.values(schemas), toJsonSchema(meta)]) {
      expect(schema.type).to.equal('object');
      expect(Object.keys(schema.properties ?? {})).to.not.be.empty;
    }
  });

  it('asks for what the contract asks for', () => {
    expect(schemas['search']?.required).to.deep.equal(['items']);
    expect(schemas['profile']?.required).to.deep.equal(['customer', 'fields', 'values']);
    expect(schemas['impact']?.required).to.deep.equal(['dates', 'kpis']);
    expect(schemas['metrics']?.required).to.equal(undefined);
    expect(at(schemas['events'], 'items.[]')?.required).to.deep.equal(['id', 'at', 'category', 'type']);
    expect(at(schemas['events'], 'items.[].message')?.required).to.deep.equal(['communicationId', 'channel', 'lifecycle']);
  });

  it('says how each value is written', () => {
    expect(at(schemas['events'], 'items.[].at')).to.deep.equal({ type: ['string', 'null'], format: 'date-time' });
    expect(at(schemas['events'], 'items.[].id')?.type).to.deep.equal(['string', 'integer']);
    expect(at(schemas['impact'], 'kpis.[].values.[]')?.type).to.deep.equal(['string', 'number', 'null']);
    expect(at(schemas['activity'], 'days.[].types')?.additionalProperties).to.include({ minimum: 0 });
    expect(at(schemas['metrics'], 'totalSpend.value')?.anyOf).to.have.lengthOf(2);
    expect(at(schemas['profile'], 'values')?.additionalProperties?.type).to.include.members(['string', 'number', 'boolean', 'null']);
  });

  it('names the documented words, and forbids no others', () => {
    const action = at(schemas['predictions'], 'likelihoods.[]')?.anyOf?.[1]?.properties?.['action'];
    expect(action?.anyOf).to.deep.equal([{ type: 'string', enum: ['click', 'unsubscribe', 'open', 'purchase'] }, { type: 'string' }]);
  });
});
