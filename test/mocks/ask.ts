import { createHandlers, createMockFetch, type MockOptions } from '../../mocks/index.js';

/** The root the tests ask; nothing is there. */
export const ROOT = 'https://backend.example.test/api';

/** Six months up to the mocks' today, as the elements ask by default. */
export const SIX_MONTHS = 'from=2017-06-30&to=2017-12-31&timeZone=America/New_York';

/** A way to ask one mocked backend by path; `id` in the path is written `{id}` and encoded here. */
export function createAsk(options: MockOptions = {}) {
  const fetch = createMockFetch(createHandlers({ wait: async () => {}, ...options }));
  const ask = (path: string, id = '', init?: RequestInit): Promise<Response> => fetch(`${ROOT}${path.replace('{id}', encodeURIComponent(id))}`, init);
  return { fetch, ask, json: async (path: string, id?: string) => (await ask(path, id)).json() };
}
