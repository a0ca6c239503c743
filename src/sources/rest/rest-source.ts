import type { Connection, ResourceName } from '../../model/connection.js';
import type { CustomerSource, Reader, ReadOptions } from '../../model/customer-source.js';
import type { Answer } from '../../model/resource.js';
import type { Asked } from '../../rest/answer.js';
import type { Resources } from '../../rest/contract/resources.js';
import { ENDPOINTS, endpointUrl, type Parameters, resolveBase } from '../../rest/endpoints.js';
import { Http, type HttpOptions, type Received } from '../../rest/http.js';
import { own } from '../own.js';
import { loadAnswerReader } from '../reader.js';
import { transformed } from '../transformed.js';

/** Where a backend that speaks section 4 lives, and how it is asked. */
export type RestSourceOptions = HttpOptions & Pick<Connection, 'baseUrl' | 'endpoints' | 'transform'>;

/** What each question sends: members of its query, by name. */
const PARAMETERS: Readonly<Record<ResourceName, readonly string[]>> = {
  search: [],
  profile: ['id', 'asOf'],
  field: ['id', 'key'],
  attributeSettings: [],
  metrics: ['id', 'from', 'to', 'timeZone'],
  impact: ['id', 'from', 'to'],
  activity: ['id', 'from', 'to', 'timeZone'],
  events: ['id', 'from', 'to', 'timeZone', 'lane', 'type', 'text', 'order', 'cursor', 'limit'],
  proof: ['id', 'communicationId'],
  campaigns: ['id', 'from', 'to', 'cursor', 'limit'],
  predictions: ['id'],
};

/**
 * Reads a backend that speaks the REST contract (section 4).
 *
 * @throws {SourceError} `config`, reason `base-url` or `mixed-content`.
 */
export function createRestSource(options: RestSourceOptions): CustomerSource {
  const base = resolveBase(options.baseUrl);
  const http = new Http(options);

  /** The URL of one question. */
  const urlOf = (name: ResourceName, query: object): URL => {
    const parameters = Object.fromEntries(PARAMETERS[name].map((parameter) => [parameter, own(query as Parameters, parameter)]));
    return endpointUrl(base, own(options.endpoints, name) ?? ENDPOINTS[name], parameters);
  };

  /** The checked answer to what was asked just now, after the host has put it into the contract's words. */
  const answerOf = async <Name extends ResourceName>(
    name: Name,
    asking: Promise<Received>,
    readOptions: ReadOptions,
    asked: Asked = {},
  ): Promise<Answer<Resources[Name]>> => {
    const [{ body, requestId }, { readResource }] = await Promise.all([asking, loadAnswerReader()]);
    const transform = own(options.transform, name);
    return readResource(name, transformed(transform, body, requestId), asked, readOptions, { requestId, isOwned: !transform });
  };

  /** A reader that is one GET. */
  const get = <Name extends ResourceName, Query extends Asked>(name: Name): Reader<Query, Resources[Name]> => {
    return async (query: Query, readOptions: ReadOptions) =>
      answerOf(name, http.get(urlOf(name, query), { ...readOptions, isCustomer: name === 'profile' }), readOptions, query);
  };

  return {
    profile: get('profile'),
    field: get('field'),
    metrics: get('metrics'),
    impact: get('impact'),
    activity: get('activity'),
    events: get('events'),
    proof: get('proof'),
    campaigns: get('campaigns'),
    predictions: get('predictions'),
    // A body, because an address or a phone number has no place in a URL (PR2).
    search: async ({ identifier }, readOptions) => answerOf('search', http.post(urlOf('search', {}), { identifier }, readOptions), readOptions),
    attributeSettings: async (_query, readOptions) => {
      const asking = http.get(urlOf('attributeSettings', {}), readOptions);
      return withEtag(await answerOf('attributeSettings', asking, readOptions), await asking);
    },
    saveAttributeSettings: async ({ etag, ...settings }, readOptions) => {
      const asking = http.put(urlOf('attributeSettings', {}), { visible: settings.visible }, { ...readOptions, ifMatch: etag });
      const received = await asking;
      // Nothing to read means that it was saved as sent.
      const answer = received.body === undefined ? { value: settings, meta: {}, leftOut: 0 } : await answerOf('attributeSettings', asking, readOptions);
      return withEtag(answer, received);
    },
  };
}

function withEtag(answer: Answer<Resources['attributeSettings']>, { etag }: Received): Answer<Resources['attributeSettings']> {
  return Object.freeze({ ...answer, value: Object.freeze({ ...answer.value, ...(etag && { etag }) }) });
}
