import { delay, HttpResponse, http, type RequestHandler } from 'msw';
import type { MockCustomer } from './customers/customer.js';
import { DOCUMENTED_ID } from './customers/documented.js';
import { customerOf } from './customers/index.js';
import { problem } from './problem.js';
import { campaignsAnswer } from './rest/campaigns.js';
import { impactAnswer } from './rest/impact.js';
import { metaOf } from './rest/meta.js';
import { metricsAnswer } from './rest/metrics.js';
import { avatarPicture, productPicture } from './rest/pictures.js';
import { profileAnswer } from './rest/profile.js';
import { type Asked, readQuery } from './rest/query.js';
import { searchAnswer } from './rest/search.js';
import { activityAnswer, eventsAnswer } from './rest/timeline.js';
import { type Resource, scenarioFor } from './scenarios.js';
import { createWarehouseHandlers } from './warehouse/handlers.js';

/** How the mocked backend behaves. */
export interface MockOptions {
  /** A scenario's name, or several by resource (`server:impact slow:events`); a function is asked anew for each request. */
  readonly scenario?: string | (() => string);
  /** How the slow ones wait; tests give their own, so that nothing sleeps. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** One list for everybody: the demo's service worker and the tests' in-process `fetch` use the same (contract section 4). */
export function createHandlers({ scenario = 'normal', wait = (milliseconds) => delay(milliseconds) }: MockOptions = {}): RequestHandler[] {
  const settings = createSettings();
  const asked = new Map<string, number>();
  let firstToken: string | null = null;

  /** Plays the scenario around an answer; counts how often each question came, since some fail only at first. */
  async function play(resource: Resource, key: string, request: Request, answer: () => Response | Promise<Response>): Promise<Response> {
    const earlier = asked.get(`${resource} ${key}`) ?? 0;
    asked.set(`${resource} ${key}`, earlier + 1);
    firstToken ??= request.headers.get('authorization');
    const text = typeof scenario === 'string' ? scenario : scenario();
    return scenarioFor(text, resource).respond({ request, resource, earlier, firstToken, wait, answer: async () => answer() });
  }

  /** A resource of one customer, found by the id in the path. */
  function ofCustomer(
    resource: Resource,
    path: string,
    answer: (customer: MockCustomer, asked: Asked, parameter: string) => object | 'not-enabled' | undefined,
  ): RequestHandler {
    return http.get<{ id: string; parameter?: string }>(`*/customers/:id${path}`, ({ params, request }) =>
      play(resource, params.id, request, () => {
        const query = readQuery(request);
        if (query === 'invalid') return problem(400, 'invalid-days');
        const customer = customerOf(params.id);
        const body = customer && answer(customer, query, params.parameter ?? '');
        if (body === 'not-enabled') return problem(404, 'not-enabled');
        return body ? json(request, body) : problem(404, 'not-found');
      }),
    );
  }

  return [
    http.post('*/customers/search', ({ request }) =>
      play('search', '', request, async () => {
        const body: unknown = await request
          .clone()
          .json()
          .catch(() => undefined);
        const identifier = typeof body === 'object' && body !== null && 'identifier' in body ? body.identifier : undefined;
        return typeof identifier === 'string' ? json(request, searchAnswer(identifier)) : problem(422, 'identifier-missing');
      }),
    ),
    ofCustomer('metrics', '/metrics', metricsAnswer),
    ofCustomer('impact', '/impact', impactAnswer),
    ofCustomer('activity', '/activity', activityAnswer),
    ofCustomer('events', '/events', eventsAnswer),
    ofCustomer('campaigns', '/campaigns', campaignsAnswer),
    ofCustomer('predictions', '/predictions', (customer) =>
      customer.predictions === 'not-enabled' ? 'not-enabled' : { ...customer.predictions, meta: metaOf(customer) },
    ),
    ofCustomer('proof', '/messages/:parameter/proof', ({ proofs }, _, communicationId) => proofs.get(communicationId)),
    ofCustomer('field', '/fields/:parameter', (customer, _, key) => fieldAnswer(customer, key)),
    ofCustomer('profile', '', (customer, { parameters }) => profileAnswer(customer, parameters.get('asOf'), settings.saved())),

    http.get('*/attribute-settings', ({ request }) => play('attributeSettings', 'get', request, () => settings.read())),
    http.put('*/attribute-settings', ({ request }) => play('attributeSettings', 'put', request, () => settings.write(request))),

    ...createWarehouseHandlers(play),

    http.get<{ department: string }>('*/product-images/:department.svg', ({ params }) => picture(productPicture(params.department))),
    http.get('*/avatars/:name.svg', () => picture(avatarPicture())),
  ];
}

/** Only fields the customer has; a sensitive value comes here and nowhere else. */
function fieldAnswer({ fields, valuesOn, history }: MockCustomer, key: string): object | undefined {
  if (!fields.some((field) => field.key === key)) return undefined;
  return { value: valuesOn(history.days.at(-1) ?? '')[key] ?? null };
}

function picture(svg: string): Response {
  return new HttpResponse(svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' } });
}

/** Pictures and catalogue pages are named from the backend's root, wherever a page has put it. */
const ownAddress = /^(?:product-images|catalog|avatars)\//;

function json(request: Request, body: object): Response {
  const root = request.url.replace(/\/customers\/.*$/, '/');
  const text = JSON.stringify(body, (_, value: unknown) => (typeof value === 'string' && ownAddress.test(value) ? new URL(value, root).href : value));
  return new HttpResponse(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-request-id': 'mock' } });
}

/** Which attributes all customers show (B5): saved with an ETag, so that two people do not overwrite each other. */
function createSettings() {
  let version = 1;
  let saved: readonly string[] | undefined;

  const initial = (): readonly string[] => (customerOf(DOCUMENTED_ID)?.fields ?? []).filter((field) => field.default).map(({ key }) => key);
  const answer = (): Response =>
    HttpResponse.json({ visible: saved ?? initial(), editable: true }, { headers: { etag: `"${version}"`, 'cache-control': 'no-store' } });
  return {
    /** `undefined` until somebody saved: then the fields' own defaults hold. */
    saved: () => saved,
    read: answer,
    async write(request: Request): Promise<Response> {
      const known = request.headers.get('if-match');
      if (known && known !== `"${version}"`) return problem(412, 'changed-meanwhile');
      const body: unknown = await request
        .clone()
        .json()
        .catch(() => undefined);
      const visible = typeof body === 'object' && body !== null && 'visible' in body ? body.visible : undefined;
      if (!Array.isArray(visible) || !visible.every((key) => typeof key === 'string')) return problem(422, 'visible-missing');
      saved = visible;
      version += 1;
      return answer();
    },
  };
}
