import type { ResourceName } from '../model/connection.js';
import type { ReadOptions } from '../model/customer-source.js';
import type { Answer, Meta } from '../model/resource.js';
import { SourceError } from '../model/source-error.js';
import { meta as metaShape } from './contract/meta.js';
import { RESOURCES, type Resources } from './contract/resources.js';
import { isRecord, ownMember, type Reading, readRecords, type Shape, UNREADABLE, unreadablePaths } from './contract/shape.js';
import { isSameId } from './identity.js';

/** What was asked, as far as the answer must agree with it. */
export interface Asked {
  /** The customer; missing where the question names none. */
  readonly id?: string;
  /** Whose clock an instant without offset means, unless the answer says. */
  readonly timeZone?: string;
  /** Oldest first; else newest first. */
  readonly order?: 'desc' | 'asc';
}

/** Where an answer comes from. */
export interface Given {
  /** Goes into the error, to be quoted in a ticket. */
  readonly requestId?: string | undefined;
  /** `parseJson` made it of a text, and nobody else has seen it: its records need not be copied. */
  readonly isOwned?: boolean;
}

/** How many records are read at a time: a page never stands still for a long list. */
const SLICE = 500;

/**
 * Vouches for the answer to one of section 4's questions. A long list is read in slices, and the page does what it has to in between;
 * what is short is read at once.
 *
 * @throws as `readAnswer`, and the signal's reason once nobody waits any more.
 */
export async function readResource<Name extends ResourceName>(
  name: Name,
  body: unknown,
  asked: Asked,
  { signal }: ReadOptions,
  given?: Given,
): Promise<Answer<Resources[Name]>> {
  const steps = readInSteps<Resources[Name]>(RESOURCES[name], body, asked, given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await nextTask();
    signal.throwIfAborted();
  }
}

/**
 * Vouches for an answer of section 4, all at once: that it has the shape, and that it is about the customer asked for.
 *
 * @throws {SourceError} `malformed`: `shape` with the paths that were wrong (PS3, PS17), `backend` for an error in place of an answer (H19),
 * `identity-mismatch` for an answer about somebody else (V26, TH1).
 */
export function readAnswer<Value>(shape: Shape<Value>, body: unknown, asked: Asked, given?: Given): Answer<Value> {
  const steps = readInSteps(shape, body, asked, given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Reads an answer, with a step before each slice of a long list. */
function* readInSteps<Value>(
  shape: Shape<Value>,
  body: unknown,
  asked: Asked,
  { requestId, isOwned = false }: Given = {},
): Generator<void, Answer<Value>, void> {
  const refuse = (reason: string, paths?: readonly string[]): never => {
    throw new SourceError('malformed', { reason, requestId, paths });
  };
  if (!isRecord(body)) return refuse('shape', ['$']);
  if (ownMember(body, 'error')) return refuse('backend');
  const reading: Reading = { timeZone: asked.timeZone ?? 'UTC', ascending: asked.order === 'asc', leftOut: 0, isOwned: false };
  const meta = readMeta(body, reading) ?? refuse('identity-mismatch');
  reading.timeZone = meta.timeZone ?? reading.timeZone;
  const wire = ownMember(body, 'items');
  const item = shape.entries?.['items']?.item;
  if (item && Array.isArray(wire)) {
    const items: unknown[] = isOwned ? wire : [];
    let count = 0;
    for (let from = 0; from < wire.length; from += SLICE) {
      // Before the first, too: parsing has just taken its time.
      if (wire.length > SLICE) yield;
      reading.isOwned = isOwned && !isInherited();
      count = readRecords(item, wire, reading, items, { from, to: Math.min(from + SLICE, wire.length), count });
    }
    reading.isOwned = false;
    items.length = count;
    reading.ahead = { wire, items: Object.freeze(items) };
  }
  const value = shape.read(body, reading);
  if (value === UNREADABLE) return refuse('shape', unreadablePaths(shape, body, reading));
  const isAskedFor = (id: string | undefined): boolean => asked.id === undefined || id === undefined || isSameId(id, asked.id) || id === meta.mergedInto;
  if (!isAskedFor(meta.customerId) || !isAskedFor(reading.subject)) return refuse('identity-mismatch');
  if (isForeign(shape, body)) return refuse('shape', Object.keys(shape.entries ?? {}));
  return Object.freeze({ value, meta, leftOut: reading.leftOut });
}

/** Whether objects seem to have members that somebody put on the prototype of all (HP7). */
function isInherited(): boolean {
  for (const _ in {}) return true;
  return false;
}

/** Resolves when the page has had its turn; in a page out of sight as soon, where timers wait. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** `undefined` when the answer names its customer in a way that cannot be compared: then nobody can vouch for it. */
function readMeta(body: Readonly<Record<string, unknown>>, reading: Reading): Meta | undefined {
  const wire = ownMember(body, 'meta');
  const meta = metaShape.read(wire, reading);
  if (meta === UNREADABLE) return Object.freeze({});
  const named = isRecord(wire) ? ownMember(wire, 'customerId') : undefined;
  return meta.customerId === undefined && named !== undefined && named !== null ? undefined : meta;
}

/** Where every member is optional, an answer that has members but none of ours is another language, not an empty answer (PS17). */
function isForeign({ entries }: Shape<unknown>, body: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(body).filter((name) => name !== 'meta' && name !== 'error');
  return entries !== undefined && names.length > 0 && !names.some((name) => Object.hasOwn(entries, name));
}
