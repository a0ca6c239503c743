import type { CustomerSource } from './customer-source.js';

/** The resource names of contract section 4 in camelCase: the keys of `endpoints` and `transform`. */
export type ResourceName =
  | 'search'
  | 'profile'
  | 'field'
  | 'attributeSettings'
  | 'metrics'
  | 'impact'
  | 'activity'
  | 'events'
  | 'proof'
  | 'campaigns'
  | 'predictions';

/** By resource, or by source name and then by resource where several sources are combined (contract section 2). */
export type PerResource<Value> = { readonly [name: string]: Value | { readonly [resource: string]: Value } };

/** `({reason}) => token`: asked once for many requests, again once after a 401. */
export type GetToken = (request: { readonly reason: 'first' | 'renew' }) => Promise<string> | string;

/** `{EXECUTION_DATE: 'EXEC_DT'}`, or by source: `{optimove: {EXECUTION_DATE: 'EXEC_DT'}}` (contract section 5: "an alias map renames"). */
export type ColumnAliases = { readonly [name: string]: string | { readonly [column: string]: string } };

/** A source of the host's own: any subset of readers, each giving section 4's answer, which is checked like a backend's. */
export type HostSource = { readonly [Name in keyof CustomerSource]?: (query: never, options: { readonly signal: AbortSignal }) => Promise<unknown> | unknown };

/**
 * Where the data comes from and with which credentials. These travel as one group: whoever sets its own `baseUrl`,
 * `source` or `customerSource` inherits none of the others, so that a token never reaches another backend (contract section 1).
 */
export interface Connection {
  /** Resolved against `document.baseURI`; keyed by source where several are combined. */
  readonly baseUrl?: string | { readonly [source: string]: string };
  /** Adapter names separated by spaces; `rest` unless told. */
  readonly source?: string;
  readonly getToken?: GetToken;
  /** `same-origin` unless told. */
  readonly credentials?: RequestCredentials;
  readonly fetch?: typeof globalThis.fetch;
  /** Called before each request leaves; may return a changed one. */
  readonly onRequest?: (request: Request) => Request | undefined | void | Promise<Request | undefined | void>;
  /** Called with a copy of each response. */
  readonly onResponse?: (response: Response) => void;
  readonly endpoints?: PerResource<string>;
  readonly transform?: PerResource<(answer: unknown) => unknown>;
  /** Documented column name → what this warehouse calls it (PS16); keyed by source where several are combined. */
  readonly aliases?: ColumnAliases;
  readonly customerIdFor?: (source: string, customerId: string) => string;
  readonly customerSource?: HostSource;
}

/** The members of the group, so that they are handed on together. */
export const CONNECTION_KEYS = [
  'baseUrl',
  'source',
  'getToken',
  'credentials',
  'fetch',
  'onRequest',
  'onResponse',
  'endpoints',
  'transform',
  'aliases',
  'customerIdFor',
  'customerSource',
] as const;
