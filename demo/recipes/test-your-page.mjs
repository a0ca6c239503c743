// A test of your own page without a backend: `npm install --save-dev msw`, and the mocks answer in place of it.
import { configure } from 'c360-elements';
import { createHandlers, createMockFetch, DOCUMENTED_ID, MOCK_TIME_ZONE, mockNow } from 'c360-elements/mocks';

/** `normal`, `slow`, `empty`, `server:impact`, …: how the backend behaves. */
export function mockBackend(scenario = 'normal') {
  const fetch = createMockFetch(createHandlers({ scenario }));
  configure({ baseUrl: 'https://backend.test/', customerId: DOCUMENTED_ID, fetch, now: mockNow, timeZone: MOCK_TIME_ZONE });
  return fetch;
}
