import { HttpResponse } from 'msw';
import { problem } from './problem.js';

/** The resources of contract section 4. */
export const RESOURCES = [
  'search',
  'profile',
  'field',
  'attributeSettings',
  'metrics',
  'impact',
  'activity',
  'events',
  'proof',
  'campaigns',
  'predictions',
] as const;
export type Resource = (typeof RESOURCES)[number];

/** What a scenario may look at and do. */
export interface Moment {
  readonly request: Request;
  readonly resource: Resource;
  /** The answer as if nothing were wrong. */
  readonly answer: () => Promise<Response>;
  /** How often this was asked before, by resource and customer. */
  readonly earlier: number;
  /** The first `Authorization` these handlers ever saw. */
  readonly firstToken: string | null;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface Scenario {
  /** What a person sees, for the demo's list. */
  readonly label: string;
  readonly respond: (moment: Moment) => Promise<Response> | Response;
}

/** A body given piece by piece; `next` gives `undefined` at its end and may fail or never come. */
function stream(next: (index: number) => Promise<string | undefined>): Response {
  const encoder = new TextEncoder();
  let index = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await next(index++);
      if (piece === undefined) controller.close();
      else controller.enqueue(encoder.encode(piece));
    },
  });
  return new HttpResponse(body, { headers: { 'content-type': 'application/json' } });
}

const forever = new Promise<never>(() => {});

/** The answer's text with something done to it. */
async function rewritten({ answer }: Moment, change: (text: string) => string): Promise<Response> {
  const response = await answer();
  if (!response.ok) return response;
  return new HttpResponse(change(await response.text()), { status: response.status, headers: { 'content-type': 'application/json' } });
}

/** The answer's JSON with something done to its members. */
function changed(moment: Moment, change: (answer: Record<string, unknown>) => Record<string, unknown>): Promise<Response> {
  return rewritten(moment, (text) => {
    const answer: unknown = JSON.parse(text);
    // A warehouse's rows may come without an envelope.
    return JSON.stringify(change(Array.isArray(answer) ? { rows: answer } : (answer as Record<string, unknown>)));
  });
}

/** Which member of each answer is its list of records. */
const lists = {
  search: 'items',
  profile: 'fields',
  impact: 'targetingDays',
  activity: 'days',
  events: 'items',
  campaigns: 'items',
  predictions: 'likelihoods',
} as const;

/** Members that are emptied where nothing ever happened; the profile keeps who the customer is. */
const emptied: Readonly<Record<string, unknown>> = {
  items: [],
  nextCursor: null,
  total: 0,
  counts: {},
  contactPressure: [],
  days: [],
  dates: [],
  kpis: [],
  targetingDays: [],
  attribution: [],
  fields: [],
  values: {},
  segments: [],
  likelihoods: [],
  lastProductPurchased: null,
};
const removed: ReadonlySet<string> = new Set([
  'previous',
  'firstPurchase',
  'lastActivity',
  'series',
  'predictedClv',
  'discountPreference',
  'totalSpend',
  'customerLifetimeValue',
  'averageOrderValue',
  'numberOfPurchases',
]);

const always = (status: number, name: string, headers?: Record<string, string>) => () => problem(status, name, headers);

/** What can be asked of the mocks; each fails the way a real backend would (`offline` cannot be played by one). */
export const scenarios = {
  normal: { label: 'Normal', respond: ({ answer }) => answer() },
  slow: { label: 'Slow: 2.5 s each', respond: ({ answer, wait }) => wait(2500).then(answer) },
  never: { label: 'No answer at all', respond: () => forever },
  stalls: { label: 'Headers, then silence', respond: () => stream((index) => (index ? forever : Promise.resolve('{'))) },
  drip: {
    label: 'Arrives in drops',
    respond: async ({ answer, wait }) => {
      const text = await (await answer()).text();
      const size = Math.ceil(text.length / 6);
      return stream(async (index) => {
        await wait(500);
        return index < 6 ? text.slice(index * size, (index + 1) * size) : undefined;
      });
    },
  },
  empty: {
    label: 'Empty: nothing ever',
    respond: (moment) =>
      changed(moment, (answer) =>
        Object.fromEntries(Object.entries(answer).flatMap(([key, value]) => (removed.has(key) ? [] : [[key, key in emptied ? emptied[key] : value]]))),
      ),
  },
  'not-found': { label: '404', respond: always(404, 'not-found') },
  'not-enabled': { label: '404 not licensed', respond: always(404, 'not-enabled') },
  unauthorized: { label: '401', respond: always(401, 'unauthorized') },
  'token-expired': {
    label: '401 until the token is renewed',
    respond: ({ answer, request, firstToken }) =>
      firstToken !== null && request.headers.get('authorization') !== firstToken ? answer() : problem(401, 'token-expired'),
  },
  forbidden: { label: '403', respond: always(403, 'forbidden') },
  conflict: { label: '409', respond: always(409, 'conflict') },
  gone: { label: '410 erased', respond: always(410, 'gone') },
  rejected: { label: '422', respond: always(422, 'rejected') },
  'rate-limited': { label: '429, retry after 3 s', respond: always(429, 'rate-limited', { 'retry-after': '3' }) },
  busy: { label: '503 once, retry after 1 s', respond: ({ answer, earlier }) => (earlier ? answer() : problem(503, 'busy', { 'retry-after': '1' })) },
  server: { label: '500', respond: always(500, 'server-error') },
  recovers: { label: '500 twice, then the answer', respond: ({ answer, earlier }) => (earlier < 2 ? problem(500, 'server-error') : answer()) },
  'try-later': { label: '408 twice, then the answer', respond: ({ answer, earlier }) => (earlier < 2 ? problem(408, 'try-later') : answer()) },
  'busy-until': {
    label: '429 until a date, by a clock an hour ahead',
    respond: () => problem(429, 'rate-limited', { date: new Date(36e5).toUTCString(), 'retry-after': new Date(36e5 + 3000).toUTCString() }),
  },
  'not-implemented': { label: '501', respond: always(501, 'not-implemented') },
  'fails-later': { label: 'Answers once, then 503', respond: ({ answer, earlier }) => (earlier ? problem(503, 'unavailable') : answer()) },
  unreachable: { label: 'Unreachable', respond: () => HttpResponse.error() },
  truncated: {
    label: 'Cut off half way',
    respond: async ({ answer }) => {
      const text = await (await answer()).text();
      return stream((index) => (index ? Promise.reject(new TypeError('cut off')) : Promise.resolve(text.slice(0, text.length / 2))));
    },
  },
  redirect: { label: 'Redirected elsewhere', respond: () => HttpResponse.redirect('https://elsewhere.example.test/login', 302) },
  html: { label: 'HTML instead of JSON', respond: () => HttpResponse.html('<!doctype html><title>Sign in</title><p>Sign in to the network</p>') },
  malformed: { label: 'Broken JSON', respond: (moment) => rewritten(moment, (text) => text.slice(0, -2)) },
  nothing: { label: 'JSON, but no object', respond: () => HttpResponse.json(null) },
  deep: { label: 'Nested 20,000 deep', respond: () => stream(async (index) => (index ? undefined : `${'['.repeat(20_000)}${']'.repeat(20_000)}`)) },
  'more-members': {
    label: 'Members nobody knows',
    respond: (moment) => rewritten(moment, (text) => text.replace(/\{(?=")/g, '{"surplus":{"surplus":"surplus"},')),
  },
  'wrong-shape': { label: 'Another schema', respond: () => HttpResponse.json({ data: { ok: true, rows: 3 } }) },
  'backend-error': { label: '200 with an error inside', respond: () => HttpResponse.json({ error: { code: 17, message: 'Query failed at node 4' } }) },
  'too-large': { label: 'Never ends', respond: () => stream((index) => Promise.resolve(index ? ' '.repeat(1 << 20) : '{')) },
  'one-bad-record': {
    label: 'One bad record',
    respond: (moment) =>
      changed(moment, (answer) => {
        const key = moment.resource in lists ? lists[moment.resource as keyof typeof lists] : undefined;
        const list = key && answer[key];
        return key && Array.isArray(list) && list.length > 0
          ? { ...answer, [key]: [...list.slice(0, 1), { id: { broken: true }, at: 'yesterday' }, ...list.slice(1)] }
          : answer;
      }),
  },
  'wrong-customer': {
    label: 'Another customer’s data',
    respond: (moment) => changed(moment, (answer) => ({ ...answer, meta: { customerId: 'somebody-else' } })),
  },
  merged: {
    label: 'Customer was merged',
    respond: (moment) => changed(moment, (answer) => ({ ...answer, meta: { ...(answer.meta as object), mergedInto: '1609' } })),
  },
  'short-memory': {
    label: 'Known for 180 days only',
    respond: (moment) =>
      changed(moment, (answer) => ({ ...answer, meta: { ...(answer.meta as object), retention: { dataSince: '2017-07-05' }, truncated: true } })),
  },
  'bare-integers': {
    label: 'Ids as JSON numbers',
    respond: (moment) => rewritten(moment, (text) => text.replace(/"(id|customerId|value)":"([1-9]\d{15,18})"/g, '"$1":$2')),
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** Every scenario's name, for lists. */
export const SCENARIOS = Object.keys(scenarios) as ScenarioName[];

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/**
 * Reads which scenario a resource plays: `server` for all of them, `server:impact slow:events` for the named ones only,
 * both for a general one with exceptions; the last that fits holds. Unknown names play `normal`.
 */
export function scenarioFor(text: string, resource: Resource): Scenario {
  const fitting = text.split(/[\s,]+/).flatMap((part) => {
    const [name = '', only] = part.split(':');
    return isScenario(name) && (only === undefined || only === resource) ? [{ name, isSpecial: only !== undefined }] : [];
  });
  const chosen = fitting.findLast(({ isSpecial }) => isSpecial) ?? fitting.at(-1);
  return scenarios[chosen?.name ?? 'normal'];
}
