// The elements as they are published, with answers held in memory: what is measured is ours alone, without network and checking.
import type * as Package from '../../../src/index.js';
import type { CustomerSource } from '../../../src/model/customer-source.js';
import type { Answer } from '../../../src/model/resource.js';
import { place, until } from './timing.js';

export type Tag = 'c360-panel' | 'c360-profile' | 'c360-impact-chart' | 'c360-timeline' | 'c360-campaigns' | 'c360-predictions';

/** The published script; a script tag would load the same file. */
const address = '/cdn/c360.js';
export const elements = (): Promise<typeof Package> => import(address);

/** By customer and resource, what section 4 of the contract says; `impact framed` is the answer where a time frame is asked for. */
export type Held = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Makes a checked answer another one. */
export type Change = (answer: Answer<unknown>) => Answer<unknown>;

/**
 * Checks the answers once, as it is done with a backend's, and gives a source that hands them out at once, or `later`: in a task of
 * its own, as whatever comes from a network does.
 */
export async function hold(
  answers: Held,
  { later = false, change = (answer) => answer }: { readonly later?: boolean; readonly change?: Change | undefined } = {},
): Promise<void> {
  const { createRestSource, registerSource, NotEnabled } = await elements();
  const checked = new Map<string, unknown>();
  let body: object = {};
  const reader = createRestSource({ baseUrl: '/api', maxBytes: 2 ** 30, fetch: async () => Response.json(body) });
  const { signal } = new AbortController();
  for (const [id, resources] of Object.entries(answers)) {
    for (const [name, answer] of Object.entries(resources)) {
      body = answer;
      const read = reader[name.split(' ')[0] as 'events'];
      const given = await read?.({ id, timeZone: 'UTC' }, { signal });
      if (given) checked.set(`${id} ${name}`, change(given));
    }
  }
  const read = (name: string) => (query: { readonly id?: string; readonly from?: string }) => {
    const answer = (query.from && checked.get(`${query.id} ${name} framed`)) || checked.get(`${query.id} ${name}`);
    if (!answer) return Promise.reject(new NotEnabled());
    return later ? new Promise((resolve) => setTimeout(() => resolve(answer))) : Promise.resolve(answer);
  };
  const names = new Set(Object.values(answers).flatMap((resources) => Object.keys(resources).map((name) => name.split(' ')[0] ?? '')));
  registerSource('held', () => Object.fromEntries([...names].map((name) => [name, read(name)])) as unknown as CustomerSource);
}

/** The newest answers are of this day. */
export const NOW = new Date('2017-12-31T12:00:00Z');

/** An element that has all its code and no customer yet. */
export async function prepared<Name extends Tag>(tag: Name, height?: number): Promise<HTMLElementTagNameMap[Name]> {
  const element = document.createElement(tag);
  Object.assign(element, { source: 'held', timeFrame: 'all', timeZone: 'UTC', currency: 'USD', now: () => NOW });
  place(900, height).append(element);
  await until(() => performance.getEntriesByType('resource').length > 0);
  await filesAtRest();
  return element;
}

/** Resolves once no file has come for a while. */
async function filesAtRest(): Promise<void> {
  let count = -1;
  while (count !== performance.getEntriesByType('resource').length) {
    count = performance.getEntriesByType('resource').length;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export const isReady = (element: Element) => element.matches(':state(ready)');
