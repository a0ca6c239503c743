import type { BoardName } from '../../data/board.js';
import type { Instant, PlainDay } from '../../model/day.js';
import type { Meta, Resource } from '../../model/resource.js';

/** What the data-trust strip says about all sections together. */
export interface Trust {
  /** Who answered, each once, with the newest day or moment its data was true. */
  readonly sources: readonly { readonly name: string | undefined; readonly asOf: PlainDay | Instant | undefined }[];
  /** The latest of the days before which something is not known (T8). */
  readonly dataSince: PlainDay | undefined;
  readonly truncated: boolean;
  readonly missingSources: readonly string[];
  /** The zone the backend cut its days in, where it is not the one asked for. */
  readonly otherZone: string | undefined;
  /** When the oldest answer on screen was loaded. */
  readonly updatedAt: Instant | undefined;
  readonly stale: boolean;
}

/** Puts together what came with the answers. */
export function toTrust(entries: readonly (readonly [BoardName, Resource<unknown>])[], zone: string): Trust {
  const sources = new Map<string | undefined, PlainDay | Instant | undefined>();
  const missing = new Set<string>();
  let dataSince: PlainDay | undefined;
  let updatedAt: Instant | undefined;
  let otherZone: string | undefined;
  let truncated = false;
  let stale = false;
  for (const [, resource] of entries) {
    const meta: Meta | undefined = resource.status === 'ready' ? resource.answer.meta : resource.status === 'empty' ? resource.meta : undefined;
    if (!meta) continue;
    for (const { source, asOf } of meta.sources ?? [meta]) {
      if (source || asOf !== undefined) sources.set(source, newest(sources.get(source), asOf));
    }
    for (const name of meta.missingSources ?? []) missing.add(name);
    if (meta.dataSince && (!dataSince || meta.dataSince > dataSince)) dataSince = meta.dataSince;
    if (meta.timeZone && meta.timeZone !== zone) otherZone = meta.timeZone;
    truncated ||= meta.truncated === true;
    if (resource.status !== 'ready') continue;
    stale ||= resource.stale !== undefined;
    if (updatedAt === undefined || resource.loadedAt < updatedAt) updatedAt = resource.loadedAt;
  }
  return { sources: [...sources].map(([name, asOf]) => ({ name, asOf })), dataSince, truncated, missingSources: [...missing], otherZone, updatedAt, stale };
}

/** The later of two; a day and a moment are not compared, the moment says more. */
function newest(left: PlainDay | Instant | undefined, right: PlainDay | Instant | undefined): PlainDay | Instant | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  if (typeof left === 'number' && typeof right === 'number') return left > right ? left : right;
  if (typeof left === 'string' && typeof right === 'string') return left > right ? left : right;
  return typeof left === 'number' ? left : right;
}
