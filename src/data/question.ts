import type { CustomerSource, RangeQuery, Reader } from '../model/customer-source.js';
import { dayOf, type Instant, isTimeZone, type PlainDay, toPlainDay } from '../model/day.js';
import { SourceError } from '../model/source-error.js';
import { type DayRange, parseTimeFrame, rangeOf } from '../model/time-frame.js';
import type { BoardName, BoardValues } from './board.js';
import { questionKey, readShared } from './request-cache.js';
import type { Asked } from './resource-controller.js';
import type { ResolvedSettings } from './settings.js';
import { sourceFor } from './source-pool.js';
import { warnOnce } from './warn.js';

/** "Today" in the zone of the settings, from the settings' clock. */
export function today({ now, timeZone }: ResolvedSettings): PlainDay {
  return dayOf(instantNow(now), timeZone);
}

/** The clock's moment; a host's clock that throws or gives no date counts as 1970 rather than breaking a section. */
export function instantNow(now: () => Date): Instant {
  try {
    const time = now().getTime();
    return (Number.isFinite(time) ? time : 0) as Instant;
  } catch {
    return 0 as Instant;
  }
}

/** A zone the platform knows; UTC with one warning for another (V25). */
export function knownTimeZone(timeZone: string): string {
  if (isTimeZone(timeZone)) return timeZone;
  warnOnce(`unknown time zone "${timeZone}", using UTC`, 'troubleshooting');
  return 'UTC';
}

/**
 * The customer to ask for; `undefined` for none.
 * @throws {SourceError} `config` for anything but text: a number has lost digits before it came here (T26, V2).
 */
export function customerOf({ customerId }: ResolvedSettings): string | undefined {
  if (customerId === undefined || customerId === null || customerId === '') return undefined;
  if (typeof customerId !== 'string') throw new SourceError('config', { reason: 'customer-id' });
  return customerId;
}

/** @throws {SourceError} `config` for a time frame that cannot be read or ends before it starts. */
export function rangeFor(settings: ResolvedSettings): DayRange {
  const timeFrame = parseTimeFrame(settings.timeFrame);
  if (typeof timeFrame === 'string') throw new SourceError('config', { reason: timeFrame === 'inverted' ? 'time-frame-inverted' : 'time-frame' });
  return rangeOf(timeFrame, today(settings));
}

/** @throws {SourceError} `config` for a snapshot day that is none. */
export function snapshotFor({ asOf }: ResolvedSettings): PlainDay | undefined {
  if (!asOf) return undefined;
  const day = toPlainDay(asOf);
  if (!day) throw new SourceError('config', { reason: 'as-of' });
  return day;
}

/** What each resource is asked with. One table, so that elements name a resource and nothing else. */
const queries: { readonly [Name in BoardName]: (settings: ResolvedSettings, id: string) => QueryOf<Name> } = {
  profile: (settings, id) => ({ id, asOf: snapshotFor(settings), timeZone: knownTimeZone(settings.timeZone), today: today(settings) }),
  metrics: rangeQuery,
  impact: rangeQuery,
  activity: rangeQuery,
  events: rangeQuery,
  campaigns: rangeQuery,
  predictions: (settings, id) => ({ id, timeZone: knownTimeZone(settings.timeZone) }),
};

type QueryOf<Name extends BoardName> = Parameters<NonNullable<CustomerSource[Name]>>[0];

function rangeQuery(settings: ResolvedSettings, id: string): RangeQuery {
  return { id, ...rangeFor(settings), timeZone: knownTimeZone(settings.timeZone), today: today(settings) };
}

let connectionCount = 0;
const connectionNumbers = new WeakMap<object, number>();

/** Tells connections apart inside a question's key without writing any of their content into it. */
function connectionNumber(connection: object): number {
  let number = connectionNumbers.get(connection);
  if (number === undefined) {
    number = ++connectionCount;
    connectionNumbers.set(connection, number);
  }
  return number;
}

/**
 * The question a resource asks with these settings: `idle` without a customer, `hidden` where the source has no such reader.
 * `extra` adds to the query (filters, order, limit).
 * @throws {SourceError} `config` for settings that cannot be asked with.
 */
export function ask<Name extends BoardName>(name: Name, settings: ResolvedSettings, extra?: Partial<QueryOf<Name>>): Asked<BoardValues[Name]> {
  const customerId = customerOf(settings);
  if (customerId === undefined) return 'idle';
  const source = sourceFor(settings.connection);
  const reader = source[name] as Reader<object, BoardValues[Name]> | undefined;
  if (!reader) return 'hidden';
  const query = { ...queries[name](settings, customerId), ...extra };
  return {
    customerId,
    key: `${connectionNumber(settings.connection)} ${name} ${questionKey(query)}`,
    // Where only some days are asked for there may be something on others.
    nothing: 'from' in query ? 'nothing-in-time-frame' : 'nothing-ever',
    read: (options) => readShared(source, name, reader, query, options),
  };
}
