import type { ResourceName } from '../model/connection.js';
import type { CustomerSource } from '../model/customer-source.js';
import type { Answer } from '../model/resource.js';
import { NotEnabled, NothingThere, SourceError } from '../model/source-error.js';
import type { DayRange } from '../model/time-frame.js';
import { RESOURCES, type Resources } from '../rest/contract/resources.js';
import { isRecord } from '../rest/contract/shape.js';
import { ENDPOINTS, resolveBase } from '../rest/endpoints.js';
import { parseJson } from '../rest/json.js';
import { browserSurroundings } from '../rest/surroundings.js';
import { createRestSource } from '../sources/rest/rest-source.js';
import { adviceFor } from './advice.js';
import { explain, type Finding } from './explain.js';
import { type HeaderFindings, headerFindings, preflightFindings } from './headers.js';

/** What is asked, of whom, and as who. */
export interface CheckOptions extends DayRange {
  readonly baseUrl: string;
  readonly customerId: string;
  readonly timeZone: string;
  /** What to search for; the customer's id unless told. */
  readonly identifier?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page's, to be asked for as a browser would. */
  readonly origin?: string;
}

/** `missing`: the backend does not have it, which is allowed; `skipped`: nothing to ask for. */
export type Verdict = 'right' | 'missing' | 'wrong' | 'skipped';

/** What is known of one resource. Holds no value of an answer, so that it may be shown to anybody. */
export interface ResourceReport {
  readonly resource: ResourceName;
  readonly request: string;
  readonly verdict: Verdict;
  readonly status?: number;
  readonly milliseconds?: number;
  /** One line. */
  readonly summary: string;
  /** What has to be mended. */
  readonly wrong: readonly string[];
  /** What is worth a look. */
  readonly notes: readonly string[];
}

/** The last request for a resource, and what came back. */
interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly body: Promise<string>;
}

type Asking<Name extends ResourceName> = (source: CustomerSource) => Promise<Answer<Resources[Name]>>;

/** So many findings of one answer are told; more of them say nothing new. */
const MOST = 12;

const NEVER = new AbortController().signal;

/**
 * Asks a backend for every resource of the contract, in the way the elements ask, and tells of each what is right, missing or wrong.
 *
 * @throws {SourceError} `config` for a base URL or an id that nobody could ask with.
 */
export async function checkBackend(options: CheckOptions): Promise<readonly ResourceReport[]> {
  const { customerId: id, from, to, timeZone } = options;
  const backend = new Backend(options);
  const range = { id, from, to, timeZone };
  const never = { signal: NEVER };

  const profile = await backend.check('profile', (source) => source.profile!({ id, timeZone }, never));
  const metrics = await backend.check('metrics', (source) => source.metrics!(range, never));
  const impact = await backend.check('impact', (source) => source.impact!(range, never));
  const activity = await backend.check('activity', (source) => source.activity!(range, never));
  const events = await backend.checkPages('events', (source, cursor) => source.events!({ ...range, limit: 100, ...cursor }, never));
  const campaigns = await backend.checkPages('campaigns', (source, cursor) => source.campaigns!({ ...range, limit: 500, ...cursor }, never));
  const predictions = await backend.check('predictions', (source) => source.predictions!({ id, timeZone }, never));
  const search = await backend.check('search', (source) => source.search!({ identifier: options.identifier ?? id }, never));
  const settings = await backend.check('attributeSettings', (source) => source.attributeSettings!({}, never));

  const key = profile.value?.fields.find(({ sensitive }) => sensitive)?.key;
  const field =
    key === undefined
      ? skipped('field', 'no field of this customer is sensitive')
      : await backend.check('field', (source) => source.field!({ id, key }, never));
  const messages = [
    ...(events.value?.items ?? []).flatMap(({ message }) => message ?? []),
    ...(campaigns.value?.items ?? []).flatMap((one) => one.communications),
  ];
  const communicationId = messages.find(({ channel }) => /mail/i.test(channel))?.communicationId ?? messages[0]?.communicationId;
  const proof =
    communicationId === undefined
      ? skipped('proof', 'no message of this customer among the events and campaigns')
      : await backend.check('proof', (source) => source.proof!({ id, communicationId }, never));
  return [profile, metrics, impact, activity, events, campaigns, predictions, search, settings, field, proof].map(({ report }) => report);
}

interface Checked<Value> {
  readonly report: ResourceReport;
  readonly value?: Value;
}

function skipped(resource: ResourceName, summary: string): Checked<never> {
  return { report: { resource, request: requestOf(resource), verdict: 'skipped', summary, wrong: [], notes: [] } };
}

function requestOf(resource: ResourceName): string {
  return `${resource === 'search' ? 'POST' : 'GET'} ${ENDPOINTS[resource]}`;
}

/** One backend, asked like a page would ask it, with an ear on what passes. */
class Backend {
  readonly #options: CheckOptions;
  readonly #source: CustomerSource;
  #last: Exchange | undefined;

  constructor(options: CheckOptions) {
    const { baseUrl, token } = options;
    resolveBase(baseUrl);
    this.#options = options;
    this.#source = createRestSource({
      baseUrl,
      // Nobody else is waiting, so that attempts need not be spread.
      surroundings: { ...browserSurroundings, random: () => 0 },
      onRequest: (request) => this.#dressed(request),
      fetch: (input) => this.#exchange(new Request(input)),
      ...(token !== undefined && { getToken: () => token }),
    });
  }

  async check<Name extends ResourceName>(resource: Name, asking: Asking<Name>): Promise<Checked<Resources[Name]>> {
    this.#last = undefined;
    const started = Date.now();
    const outcome = await asking(this.#source).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    );
    const milliseconds = Date.now() - started;
    const last = this.#heard();
    const answer = 'answer' in outcome ? outcome.answer : undefined;
    const error = 'error' in outcome ? outcome.error : undefined;
    const headers = await this.#headers(resource, last);
    const isAbsent = error instanceof NotEnabled || error instanceof NothingThere;
    const findings = error === undefined || isMalformed(error) ? await this.#explained(resource, last) : [];
    const told = findings.slice(0, MOST).map(sentenceOf);
    const isWrong = (one: Finding): boolean => one.loses !== 'nothing';
    const wrong = [
      ...(error === undefined || isAbsent ? [] : [adviceFor(error, resource)]),
      ...told.filter((_, index) => isWrong(findings[index]!)),
      ...(findings.length > MOST ? [`and ${findings.length - MOST} more places`] : []),
      ...headers.wrong,
    ];
    const notes = [...told.filter((_, index) => !isWrong(findings[index]!)), ...(answer ? notesOf(resource, answer) : []), ...headers.notes];
    const report: ResourceReport = {
      resource,
      request: requestOf(resource),
      verdict: wrong.length > 0 ? 'wrong' : isAbsent ? 'missing' : 'right',
      ...(last && { status: last.response.status, milliseconds }),
      summary: answer ? summaryOf(resource, answer) : isAbsent ? absenceOf(error) : 'no answer that could be shown',
      wrong,
      notes,
    };
    return { report, ...(answer && { value: answer.value }) };
  }

  /** A list, and the page after its first. */
  async checkPages<Name extends 'events' | 'campaigns'>(
    resource: Name,
    asking: (source: CustomerSource, cursor: { readonly cursor?: string }) => Promise<Answer<Resources[Name]>>,
  ): Promise<Checked<Resources[Name]>> {
    const first = await this.check(resource, (source) => asking(source, {}));
    const cursor = first.value?.nextCursor;
    if (cursor === undefined) return first;
    const second = await this.check(resource, (source) => asking(source, { cursor }));
    const known = new Set(first.value?.items.map(({ id }) => id));
    const repeated = second.value?.items.some(({ id }) => known.has(id)) ? ['repeats records of the first page'] : [];
    const wrong = [...first.report.wrong, ...[...second.report.wrong, ...repeated].map((line) => `second page: ${line}`)];
    return { ...first, report: { ...first.report, verdict: wrong.length > 0 ? 'wrong' : first.report.verdict, wrong } };
  }

  /** What passed since the question was asked. */
  #heard(): Exchange | undefined {
    return this.#last;
  }

  /** The request as a page of that origin would send it, and with what the host would add. */
  #dressed(request: Request): Request {
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries(this.#options.headers ?? {})) headers.set(name, value);
    if (this.#options.origin !== undefined) headers.set('Origin', this.#options.origin);
    return new Request(request, { headers });
  }

  async #exchange(request: Request): Promise<Response> {
    const response = await fetch(request);
    const body = response.clone().text();
    // What tears here tears for the reader too, who tells.
    body.catch(() => {});
    this.#last = { request, response, body };
    return response;
  }

  async #explained(resource: ResourceName, last: Exchange | undefined): Promise<readonly Finding[]> {
    try {
      const body = parseJson((await last?.body) ?? '');
      const meta = isRecord(body) && isRecord(body['meta']) ? body['meta'] : {};
      return explain(RESOURCES[resource], body, typeof meta['timeZone'] === 'string' ? meta['timeZone'] : this.#options.timeZone);
    } catch {
      return [];
    }
  }

  async #headers(resource: ResourceName, last: Exchange | undefined): Promise<HeaderFindings> {
    if (!last) return { wrong: [], notes: [] };
    const { origin } = this.#options;
    const { wrong, notes } = headerFindings(last.response, origin, resource === 'attributeSettings');
    if (origin === undefined) return { wrong, notes };
    // Saving is not tried, only whether a browser would be let.
    const methods = resource === 'attributeSettings' && last.response.ok ? ['GET', 'PUT'] : [last.request.method];
    const preflights: string[] = [];
    for (const method of methods) preflights.push(...(await this.#preflight(last.request, method, origin)));
    return { wrong: [...new Set([...wrong, ...preflights])], notes };
  }

  /** What a browser asks before the request, where it has to. */
  async #preflight({ url, headers }: Request, method: string, origin: string): Promise<readonly string[]> {
    const own = Object.keys(this.#options.headers ?? {}).map((name) => name.toLowerCase());
    const sent = [
      ...(headers.has('Authorization') ? ['authorization'] : []),
      ...(method === 'GET' ? [] : ['content-type']),
      ...(method === 'PUT' ? ['if-match'] : []),
      ...own,
    ];
    if (sent.length === 0) return [];
    const asked = [...new Set(sent)].sort();
    const ask = { Origin: origin, 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': asked.join(',') };
    try {
      return preflightFindings(await fetch(url, { method: 'OPTIONS', headers: ask, redirect: 'manual' }), origin, method, asked);
    } catch {
      return ['CORS: the preflight (OPTIONS) is not answered'];
    }
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof SourceError && error.kind === 'malformed' && error.details.reason === 'shape';
}

function absenceOf(error: Error): string {
  return error instanceof NotEnabled ? 'not enabled: its section is not shown' : 'nothing at this address: its section says that there is nothing';
}

const lost: Readonly<Record<Finding['loses'], string>> = {
  answer: 'the whole answer is refused',
  record: 'left out',
  member: 'not shown',
  nothing: '',
};

function sentenceOf({ path, problem, loses, count, first }: Finding): string {
  const often = count > 1 ? ` (${count} times, first ${first})` : first === path ? '' : ` (${first})`;
  return `${path} ${problem}${often}${lost[loses] && `: ${lost[loses]}`}`;
}

/** How much there is. */
function summaryOf(resource: ResourceName, { value, leftOut }: Answer<unknown>): string {
  const members = Array.isArray(value) ? [['items', value] as const] : isRecord(value) ? Object.entries(value) : [];
  const counts = members.flatMap(([name, list]) => {
    const count = Array.isArray(list) ? list.length : list instanceof Map ? list.size : undefined;
    return count === undefined ? [] : [`${name === 'items' ? 'records' : name}: ${count}`];
  });
  const told = resource === 'field' ? ['a value'] : counts.length > 0 ? counts : members.map(([name]) => name);
  const isCut = isRecord(value) && value['nextCursor'] !== undefined;
  return [...(told.length > 0 ? told : ['nothing in it']), ...(isCut ? ['more to come'] : []), ...(leftOut > 0 ? [`left out: ${leftOut}`] : [])].join(', ');
}

/** What nobody can prove of an answer that is right otherwise. */
function notesOf(resource: ResourceName, { meta }: Answer<unknown>): readonly string[] {
  const isAboutCustomer = !['search', 'attributeSettings', 'profile', 'field', 'proof'].includes(resource);
  return isAboutCustomer && meta.customerId === undefined ? ['no meta.customerId, so nobody can tell whether the answer is about this customer'] : [];
}
