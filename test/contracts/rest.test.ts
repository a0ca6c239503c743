import { DOCUMENTED_ID } from '../../mocks/customers/documented.js';
import { customerOf } from '../../mocks/customers/index.js';
import { createHandlers } from '../../mocks/handlers.js';
import { createMockFetch } from '../../mocks/mock-fetch.js';
import type { HostSource } from '../../src/model/connection.js';
import { toPlainDay } from '../../src/model/day.js';
import { createHostSource } from '../../src/sources/host.js';
import { createRestSource } from '../../src/sources/rest/rest-source.js';
import { describeSource, type SourceFlavour } from './describe-source.js';

const [from, to] = [toPlainDay('2017-07-01')!, toPlainDay('2017-12-31')!];
const fetchMock = createMockFetch(createHandlers());
const fetchStrangers = createMockFetch(createHandlers({ scenario: 'wrong-customer' }));

const common = {
  network: (request: Request) => fetchMock(request),
  strangers: (request: Request) => fetchStrangers(request),
  id: DOCUMENTED_ID,
  identifier: 'rivers',
  fieldKey: 'allergies',
  communicationId: [...(customerOf(DOCUMENTED_ID)?.proofs.keys() ?? [])][0],
  from,
  to,
} satisfies Partial<SourceFlavour>;

describeSource('rest', {
  ...common,
  create: ({ fetch, surroundings }) => createRestSource({ baseUrl: 'https://api.example.test/v1', fetch, surroundings }),
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
});

/** A host with a client of its own, which fails with the status it got. */
function hostOver(fetch: typeof globalThis.fetch): HostSource {
  const ask = async (path: string, query: object, signal: AbortSignal): Promise<unknown> => {
    const url = new URL(`https://crm.example.test/${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined && name !== 'id') url.searchParams.set(name, String(value));
    const response = await fetch(new Request(url, { signal }));
    if (!response.ok) throw Object.assign(new Error('Ada Lovelace'), { status: response.status });
    return response.json();
  };
  const of =
    (resource: string) =>
    (query: { readonly id: string }, { signal }: { readonly signal: AbortSignal }) =>
      ask(`customers/${query.id}/${resource}`, query, signal);
  return {
    profile: (query: { readonly id: string }, { signal }) => ask(`customers/${query.id}`, query, signal),
    impact: of('impact'),
    events: of('events'),
    predictions: of('predictions'),
  };
}

describeSource("of a host's own", {
  ...common,
  create: ({ fetch, surroundings }) => createHostSource(hostOver(fetch), surroundings),
  readers: ['profile', 'impact', 'events', 'predictions'],
});
