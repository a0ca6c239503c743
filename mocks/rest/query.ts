import { MOCK_TIME_ZONE } from '../clock.js';

/** What a request asks: both days included, missing ones open (contract section 4). */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly timeZone: string;
  readonly parameters: URLSearchParams;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the request's days and zone; a zone nobody knows is answered in the backend's own, and the answer says so. */
export function readQuery(request: Request): Asked | 'invalid' {
  const parameters = new URL(request.url).searchParams;
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  if ([from, to].some((day) => day !== null && !dayPattern.test(day))) return 'invalid';
  if (from && to && to < from) return 'invalid';
  return { ...(from && { from }), ...(to && { to }), timeZone: knownZone(parameters.get('timeZone')), parameters };
}

function knownZone(name: string | null): string {
  if (!name) return MOCK_TIME_ZONE;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return MOCK_TIME_ZONE;
  }
}

/** Whether a day lies in what is asked. */
export function isWithin(day: string, { from, to }: Pick<Asked, 'from' | 'to'>): boolean {
  return (!from || day >= from) && (!to || day <= to);
}

/** One page of a list whose cursor is opaque to the reader: here the place of the next item. `total` is exact. */
export function pageOf<Item>(items: readonly Item[], { parameters }: Asked): { items: readonly Item[]; nextCursor: string | null; total: number } {
  const limit = Math.min(Math.max(Number(parameters.get('limit') ?? 100) || 100, 1), 500);
  const start = Number(parameters.get('cursor')?.replace(/^after-/, '') ?? 0) || 0;
  const end = start + limit;
  return { items: items.slice(start, end), nextCursor: end < items.length ? `after-${end}` : null, total: items.length };
}
