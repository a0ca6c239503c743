import { LANES, type Lane } from '../../model/activity.js';

/** Which activities the list shows; asked of the backend, so that they are found wherever they are. */
export interface TimelineFilters {
  readonly lane?: Lane;
  readonly type?: string;
  readonly text?: string;
}

/** A backend's search takes words, not essays. */
const LONGEST = 200;

/** Reads filters a host has set: anything that is none is left out. */
export function toFilters(given: unknown): TimelineFilters {
  if (typeof given !== 'object' || given === null) return {};
  const { lane, type, text } = given as { readonly [Key in keyof TimelineFilters]: unknown };
  const known = LANES.find((name) => name === lane);
  return {
    ...(known && { lane: known }),
    ...(typeof type === 'string' && type && { type }),
    ...(typeof text === 'string' && text.trim() && { text: text.trim().slice(0, LONGEST) }),
  };
}

export function sameFilters(left: TimelineFilters, right: TimelineFilters): boolean {
  return left.lane === right.lane && left.type === right.type && left.text === right.text;
}
