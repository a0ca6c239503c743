import type { Point } from './thin.js';

/** Amounts have an axis on the start side, counts one on the other. */
export type AxisName = 'money' | 'count';

/** One stepped line; equal neighbours may be left out, a `NaN` breaks it (T24). */
export interface ChartLine {
  readonly label: string;
  readonly axis: AxisName;
  readonly color: string;
  readonly dash: readonly number[];
  /** By whole days. */
  readonly points: readonly Point[];
}

export interface ChartPicture {
  readonly lines: readonly ChartLine[];
  /** First and last day, both in the picture. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly formatMoney: (value: number) => string;
  readonly formatCount: (value: number) => string;
  readonly grid: string;
  readonly text: string;
  readonly font: { readonly family: string; readonly size: number };
  readonly rightToLeft: boolean;
  /** Pixels kept free between the lines and the labels of the days. */
  readonly markerLane: number;
  /** Paints what belongs to the picture and is no line; `context` counts in CSS pixels. */
  readonly paintOver: (context: CanvasRenderingContext2D, area: PlotArea) => void;
}

/** Where the lines are, in pixels of the canvas; overlays are aligned with it. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
