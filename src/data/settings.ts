import type { MessageOverrides } from '../i18n/messages.js';
import type { Connection } from '../model/connection.js';
import { CONNECTION_KEYS } from '../model/connection.js';
import { DEFAULT_TIME_FRAME } from '../model/time-frame.js';

/**
 * Everything a host may set on a section, a provider, the panel or page-wide (contract section 2).
 * A missing member is inherited.
 */
export interface Settings extends Connection {
  readonly customerId?: string | null;
  readonly timeFrame?: string;
  readonly timeZone?: string;
  readonly now?: () => Date;
  readonly asOf?: string;
  readonly currency?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly density?: 'comfortable' | 'compact';
  readonly headingLevel?: number;
  readonly masked?: string;
  readonly maskAll?: boolean;
  readonly proof?: 'text' | 'html' | 'url';
  readonly allowedLinkOrigins?: readonly string[];
  readonly allowedImageOrigins?: readonly string[];
  readonly pinnedAttributes?: readonly string[];
  /** Messages allowed per week, by channel. */
  readonly contactCaps?: { readonly [channel: string]: number };
  /** Texts that replace the built-in ones, by key. */
  readonly messages?: MessageOverrides;
}

/** Settings after inheritance: the connection is one shared object, so that equal settings share one source. */
export interface ResolvedSettings extends Omit<Settings, keyof Connection | 'customerId' | 'timeFrame' | 'now' | 'timeZone'> {
  readonly connection: Connection;
  /** Missing or empty = no customer. Of any type, because a host may set what it likes; judged in `question`. */
  readonly customerId: unknown;
  readonly timeFrame: string;
  readonly timeZone: string;
  readonly now: () => Date;
}

const otherKeys = [
  'asOf',
  'currency',
  'theme',
  'density',
  'headingLevel',
  'masked',
  'maskAll',
  'proof',
  'allowedLinkOrigins',
  'allowedImageOrigins',
  'pinnedAttributes',
  'contactCaps',
  'messages',
] as const;

/** Every name a host may set. */
export const SETTING_KEYS = [...CONNECTION_KEYS, 'customerId', 'timeFrame', 'timeZone', 'now', ...otherKeys] as const;

const connections: WeakRef<Connection>[] = [];

/** Gives equal connections one identity, so that requests and tokens are shared between elements that were set up apart. */
function intern(connection: Connection): Connection {
  // From the end, since taking out one that is gone moves those behind it.
  for (let index = connections.length - 1; index >= 0; index--) {
    const known = connections[index]?.deref();
    if (!known) connections.splice(index, 1);
    else if (CONNECTION_KEYS.every((key) => known[key] === connection[key])) return known;
  }
  connections.push(new WeakRef(connection));
  return connection;
}

/** Own connection members over inherited ones, unless the owner names another backend: then none is inherited (contract section 1). */
function resolveConnection(own: Settings, inherited: Connection | undefined): Connection {
  const apart = own.baseUrl !== undefined || own.source !== undefined || own.customerSource !== undefined;
  const result: Record<string, unknown> = {};
  for (const key of CONNECTION_KEYS) {
    const value = own[key] ?? (apart ? undefined : inherited?.[key]);
    if (value !== undefined) result[key] = value;
  }
  return intern(result as Connection);
}

let viewerTimeZone: string | undefined;

/** Own settings over inherited ones over the defaults. */
export function resolveSettings(own: Settings, inherited: ResolvedSettings | undefined): ResolvedSettings {
  viewerTimeZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const rest: Record<string, unknown> = {};
  for (const key of otherKeys) {
    const value = own[key] ?? inherited?.[key];
    if (value !== undefined) rest[key] = value;
  }
  return {
    ...rest,
    connection: resolveConnection(own, inherited?.connection),
    customerId: own.customerId ?? inherited?.customerId,
    timeFrame: own.timeFrame || inherited?.timeFrame || DEFAULT_TIME_FRAME,
    timeZone: own.timeZone || inherited?.timeZone || viewerTimeZone,
    now: own.now ?? inherited?.now ?? (() => new Date()),
  };
}
