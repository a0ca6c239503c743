// What openapi.json says, made from what the sources check, is what the mocks answer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { generate, importSource } from '../../mocks/openapi/build.js';

const text = await generate();
const document = JSON.parse(text);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, 'openapi.json');

/**
 * The schema of what an operation answers with this status.
 *
 * @param {string} path
 * @param {string} method
 * @param {number} status
 */
function validatorOf(path, method, status) {
  const pointer = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema'];
  return ajv.getSchema(`openapi.json#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`);
}

/**
 * @param {string} path
 * @param {Response} response
 * @param {string} [method]
 */
async function assertAnswers(path, response, method = 'get') {
  const validate = validatorOf(path, method, response.status);
  assert.ok(validate, `${method} ${path} is not described with status ${response.status}`);
  const body = await response.json();
  assert.ok(validate(body), `${response.url || path}: ${ajv.errorsText(validate.errors?.slice(0, 5))}`);
}

describe('openapi.json', () => {
  it('is OpenAPI 3.1 without anything to find fault with', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
    assert.deepEqual(
      problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`),
      [],
    );
  });

  it('describes every resource and every table of the contract', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    assert.equal(
      described.filter((name) => !/dimensions|profiles|profile-fields|targeted|scheduled|communications|engagements|bonuses|attribution$/.test(name)).length,
      12,
    );
    assert.equal(described.length, 28);
  });

  it('has examples that keep to their schemas', async () => {
    let count = 0;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const { example } = responses['200'].content['application/json'];
        await assertAnswers(path, Response.json(example), method);
        count += 1;
      }
    }
    assert.equal(count, 28);
  });
});

describe('every answer of the mocks', async () => {
  const { createHandlers, createMockFetch, listings } = await importSource('mocks/index.ts');
  const ask = createMockFetch(createHandlers({ wait: async () => {} }));
  const root = 'https://backend.example.test';
  const halfYear = 'from=2017-06-30&to=2017-12-31';

  const resources = ['', '/metrics', '/impact', '/activity', '/events', '/campaigns', '/predictions'];
  it('keeps to openapi.json, for every customer', async () => {
    for (const { id } of listings) {
      for (const resource of resources) {
        const response = await ask(`${root}/customers/${encodeURIComponent(id)}${resource}?${halfYear}&limit=500&timeZone=America/New_York`);
        if (response.status !== 404) await assertAnswers(`/customers/{id}${resource}`, response);
      }
    }
  });

  it('keeps to it beyond one customer', async () => {
    const documented = `${root}/customers/1111113001034507`;
    await assertAnswers('/customers/search', await ask(`${root}/customers/search`, { method: 'POST', body: '{"identifier":"rivers@example.test"}' }), 'post');
    await assertAnswers('/attribute-settings', await ask(`${root}/attribute-settings`));
    await assertAnswers('/attribute-settings', await ask(`${root}/attribute-settings`, { method: 'PUT', body: '{"visible":["tier"]}' }), 'put');
    await assertAnswers('/customers/{id}/fields/{key}', await ask(`${documented}/fields/allergies`));
    await assertAnswers(
      '/customers/{id}/messages/{communicationId}/proof',
      await ask(`${documented}/messages/msg-1111113001034507-journey-23-2017-12-28-email/proof`),
    );
  });

  const tables = ['profiles', 'targeted', 'communications', 'engagements', 'bonuses', 'attribution'];
  const dimensions = Object.keys(document.paths).filter((path) => path.startsWith('/dimensions/'));
  for (const format of ['plain', 'wrapped', 'snowflake', 'snowflake/slow', 'bigquery', 'bigquery-int64', 'bigquery/slow']) {
    it(`keeps to it in every table, as ${format}`, async () => {
      for (const id of ['1111113001034507', '1609', '1023', 'nothing-yet']) {
        for (const table of tables) await assertAnswers(`/customers/{id}/${table}`, await ask(`${root}/${format}/customers/${id}/${table}?${halfYear}`));
      }
      for (const path of ['/profile-fields', '/scheduled-campaigns', ...dimensions]) await assertAnswers(path, await ask(`${root}/${format}${path}`));
    });
  }
});
