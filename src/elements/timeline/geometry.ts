import { LANES, type Lane } from '../../model/activity.js';
import type { Overview, Zoom } from './overview.js';
import { zoomFor } from './overview.js';

/** How the overview lies on the screen: time runs along the lines of text where it is wide, downwards (newest on top) where it is narrow. */
export interface Layout {
  readonly vertical: boolean;
  /** The line of text runs from right to left, and so does time (A15). */
  readonly rtl: boolean;
  /** Pixels across the page. */
  readonly width: number;
}

/** Where things are, in pixels. */
export interface Geometry extends Layout {
  readonly height: number;
  /** Length of one day. */
  readonly dayLength: number;
  /** Where on the axis of time the middle of a day lies. */
  readonly along: (day: number) => number;
  readonly point: (day: number, lane: Lane) => readonly [x: number, y: number];
  /** The day at a place. */
  readonly dayAt: (x: number, y: number) => number;
}

/** Distance between two lanes that lie below one another; a lane's button is as high. */
export const PITCH = 26;
/** Room for the names of the months, below or beside. */
const AXIS = 20;
const GUTTER = 48;
/** Length of the axis of time where it runs downwards: the list below should be in sight. */
const DOWNWARDS = 200;
/** How many pixels a step gets when a person has chosen it; the rest is scrolled to. */
const ROOM: { readonly [Name in Zoom]: number } = { day: 10, week: 16, month: 30 };
/** Steps narrower than this cannot be hit downwards. */
const NARROWEST_DOWNWARDS = 14;
const DAYS: { readonly [Name in Zoom]: number } = { day: 1, week: 7, month: 30.4 };
const LONGEST = 30_000;

/** Steps and length of the axis: the finest steps that fit, or those a person has chosen, then as long as they need (B22, B23). */
export function axisFor(days: number, { vertical, width }: Layout, chosen: Zoom | undefined): { readonly zoom: Zoom; readonly length: number } {
  const room = vertical ? DOWNWARDS : width;
  if (!chosen) return { zoom: vertical ? zoomFor(days, room, NARROWEST_DOWNWARDS) : zoomFor(days, room), length: room };
  return { zoom: chosen, length: Math.min(Math.max(room, (days / DAYS[chosen]) * ROOM[chosen]), LONGEST) };
}

export function createGeometry({ from, to }: Pick<Overview, 'from' | 'to'>, layout: Layout, length: number): Geometry {
  const { vertical, rtl, width } = layout;
  const dayLength = length / (to - from + 1);
  const forward = !vertical && !rtl;
  const along = (day: number) => (forward ? day - from + 0.5 : to - day + 0.5) * dayLength;
  const back = (place: number) => (forward ? place / dayLength - 0.5 + from : to + 0.5 - place / dayLength);
  if (!vertical) {
    return {
      ...layout,
      width: length,
      height: PITCH * LANES.length + AXIS,
      dayLength,
      along,
      point: (day, lane) => [along(day), (LANES.indexOf(lane) + 0.5) * PITCH],
      dayAt: (x) => back(x),
    };
  }
  const column = (width - GUTTER) / LANES.length;
  return {
    ...layout,
    height: length,
    dayLength,
    along,
    point: (day, lane) => {
      const x = GUTTER + (LANES.indexOf(lane) + 0.5) * column;
      return [rtl ? width - x : x, along(day)];
    },
    dayAt: (_x, y) => back(y),
  };
}
