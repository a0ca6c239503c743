import { DOCUMENTED_ID } from '../../mocks/customers/documented.js';
import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/mock-fetch.js';
import { toPlainDay } from '../../src/model/day.js';
import { createCombinedSource } from '../../src/sources/combined.js';
import { createOptimoveSource } from '../../src/sources/optimove/optimove-source.js';
import { createRestSource } from '../../src/sources/rest/rest-source.js';
import { createSmarticoSource } from '../../src/sources/smartico/smartico-source.js';
import { immediate } from '../sources/warehouse.js';
import { describeSource, type SourceFlavour } from './describe-source.js';

const [from, to] = [toPlainDay('2017-07-01')!, toPlainDay('2017-12-31')!];
const fetchMock = createMockFetch(createHandlers());
const fetchStrangers = createMockFetch(createHandlers({ scenario: 'wrong-customer' }));

const common = {
  network: (request: Request) => fetchMock(request),
  strangers: (request: Request) => fetchStrangers(request),
  id: DOCUMENTED_ID,
  from,
  to,
} satisfies Partial<SourceFlavour>;

const optimoveReaders = ['search', 'profile', 'metrics', 'impact', 'activity', 'events', 'campaigns'] as const;
const smarticoReaders = ['impact', 'activity', 'events', 'campaigns'] as const;

for (const behaviour of ['plain', 'wrapped', 'snowflake/raw', 'bigquery']) {
  const baseUrl = `https://warehouse.example.test/${behaviour}`;

  describeSource(`optimove (${behaviour})`, {
    ...common,
    readers: optimoveReaders,
    create: ({ fetch, surroundings }) => createOptimoveSource({ baseUrl, fetch }, immediate(surroundings)),
  });

  describeSource(`smartico (${behaviour})`, {
    ...common,
    readers: smarticoReaders,
    create: ({ fetch, surroundings }) => createSmarticoSource({ baseUrl, fetch }, immediate(surroundings)),
  });
}

describeSource('optimove and smartico', {
  ...common,
  readers: optimoveReaders,
  create: ({ fetch, surroundings }) => {
    const connection = { baseUrl: 'https://warehouse.example.test/plain', fetch };
    return createCombinedSource([
      { name: 'optimove', source: createOptimoveSource(connection, immediate(surroundings)) },
      { name: 'smartico', source: createSmarticoSource(connection, immediate(surroundings)) },
    ]);
  },
});

describeSource('rest and smartico', {
  ...common,
  identifier: 'rivers',
  fieldKey: 'allergies',
  communicationId: `msg-${DOCUMENTED_ID}-journey-23-2017-12-28-email`,
  readers: [
    'search',
    'profile',
    'field',
    'attributeSettings',
    'saveAttributeSettings',
    'metrics',
    'impact',
    'activity',
    'events',
    'proof',
    'campaigns',
    'predictions',
  ],
  create: ({ fetch, surroundings }) =>
    createCombinedSource([
      { name: 'rest', source: createRestSource({ baseUrl: 'https://api.example.test/v1', fetch, surroundings: immediate(surroundings) }) },
      { name: 'smartico', source: createSmarticoSource({ baseUrl: 'https://warehouse.example.test/plain', fetch }, immediate(surroundings)) },
    ]),
});
