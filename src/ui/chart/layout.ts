import { type Axis, toAxis, withSteps } from './axis.js';
import type { AxisName, ChartLine, ChartPicture, PlotArea } from './picture.js';
import { type Point, thin, within } from './thin.js';

/** Room above the lines, between labels and lines, and at a side without labels: half a mark of a campaign day. */
const [TOP, GAP, SIDE] = [8, 6, 10];

/** A label with the place of its middle (days) or of the side that faces the lines (values). */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: CanvasTextAlign;
}

/** A line in pixels; points whose `skip` is set end it. */
export interface PlacedLine {
  readonly line: ChartLine;
  /** What is drawn of its points (V23). */
  readonly points: readonly Point[];
  readonly places: readonly { readonly x: number; readonly y: number; readonly skip: boolean }[];
}

/** Where everything of a picture stands, in CSS pixels. */
export interface ChartLayout {
  readonly area: PlotArea;
  readonly lines: readonly PlacedLine[];
  /** Heights of the lines of the grid. */
  readonly grid: readonly number[];
  readonly labels: readonly PlacedLabel[];
}

/**
 * Finds the place of everything in one pass: the labels of the values say how much room they need, the days take the rest. Chart.js
 * tries out and measures several times, which costs more than all its drawing.
 */
export function toLayout(picture: ChartPicture, width: number, height: number, widthOf: (text: string) => number): ChartLayout {
  const { from, to, ticks, rightToLeft, font, markerLane } = picture;
  const visible = picture.lines.map((line) => ({ line, points: thin(within(line.points, from, to)) }));
  const axes = toAxes(visible);
  const [start, end] = rightToLeft ? (['count', 'money'] as const) : (['money', 'count'] as const);
  const texts = {
    money: axes.money?.ticks.map(picture.formatMoney) ?? [],
    count: axes.count?.ticks.map(picture.formatCount) ?? [],
  };
  const roomOf = (name: AxisName) => (axes[name] ? Math.ceil(widestOf(texts[name], widthOf)) + 2 * GAP : SIDE);
  const area = { left: roomOf(start), right: Math.max(width - roomOf(end), roomOf(start) + 1), top: TOP, bottom: height - markerLane - 2 * font.size };
  const scale = (area.right - area.left) / Math.max(to - from, 1);
  const xOf = (day: number) => (rightToLeft ? area.right - (day - from) * scale : area.left + (day - from) * scale);
  const yOf = (axis: Axis, value: number) => area.bottom - ((value - axis.min) / (axis.max - axis.min)) * (area.bottom - area.top);
  const valueLabels = (name: AxisName): readonly PlacedLabel[] =>
    (axes[name]?.ticks ?? []).map((value, index) => ({
      text: texts[name][index]!,
      x: name === start ? area.left - GAP : area.right + GAP,
      y: yOf(axes[name]!, value),
      align: name === start ? 'right' : 'left',
    }));
  const dayLabels = ticks.map(({ value, label }, index): PlacedLabel => {
    // Only the first and the last could stand out of the picture.
    const half = index === 0 || index === ticks.length - 1 ? widthOf(label) / 2 : 0;
    return { text: label, x: Math.min(Math.max(xOf(value), half), width - half), y: area.bottom + markerLane + font.size, align: 'center' };
  });
  const main = axes.money ?? axes.count;
  return {
    area,
    lines: visible.map(({ line, points }) => ({
      line,
      points,
      places: points.map(({ x, y }) => ({ x: xOf(x), y: Number.isNaN(y) ? 0 : yOf(axes[line.axis]!, y), skip: Number.isNaN(y) })),
    })),
    grid: main?.ticks.map((value) => yOf(main, value)) ?? [],
    labels: [...valueLabels('money'), ...valueLabels('count'), ...dayLabels],
  };
}

/** An axis for amounts and one for counts, where there are such lines; where both are there, both have their labels at the same heights. */
function toAxes(lines: readonly { readonly line: ChartLine; readonly points: readonly Point[] }[]): { readonly [Name in AxisName]?: Axis } {
  const [money, count] = (['money', 'count'] as const).map((name) => {
    const own = lines.filter(({ line }) => line.axis === name);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { points } of own) {
      for (const { y } of points) {
        // Whatever is compared with a gap is false.
        if (y < low) low = y;
        if (y > high) high = y;
      }
    }
    if (low > high) return own.length > 0 ? toAxis(0, 0, true) : undefined;
    return toAxis(low, high, name === 'count');
  });
  const steps = Math.max(money?.ticks.length ?? 0, count?.ticks.length ?? 0) - 1;
  return { ...(money && { money: withSteps(money, steps) }), ...(count && { count: withSteps(count, steps) }) };
}

/** Width of the widest label: one of those with the most characters, since measuring is slow. */
function widestOf(texts: readonly string[], widthOf: (text: string) => number): number {
  const longest = Math.max(...texts.map(({ length }) => length));
  return Math.max(...texts.filter(({ length }) => length === longest).map(widthOf));
}
