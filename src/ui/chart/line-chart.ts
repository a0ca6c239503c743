import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';

Chart.register(LineController, LineElement, LinearScale, PointElement);

/** One stepped line; equal neighbours may be left out, a `null` breaks it (T24). */
export interface ChartLine {
  readonly label: string;
  /** Which axis: amounts on the start side, counts on the other. */
  readonly axis: 'money' | 'count';
  /** Classic colour, `rgb(…)`: Chart.js reads no newer ones. */
  readonly color: string;
  readonly dash: readonly number[];
  /** Finite numbers and `NaN` for gaps, by whole days. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
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

/** A drawing on a canvas. Chart.js only draws: pointer, keyboard and what is marked belong to the element. */
export interface LineChart {
  draw(picture: ChartPicture, width: number, height: number): PlotArea;
  destroy(): void;
}

/**
 * Makes a chart on a canvas that is connected and laid out (F15). Options are all set by hand, because a page may have put junk
 * on `Object.prototype` (F18); nothing is animated, parsed or sorted.
 */
export function createLineChart(canvas: HTMLCanvasElement): LineChart {
  let chart: Chart<'line'> | undefined;
  return {
    draw(picture, width, height) {
      const config = options(picture);
      const datasets = picture.lines.map((line) => dataset(line));
      if (!chart) {
        canvas.width = width;
        canvas.height = height;
        chart = new Chart(canvas, { type: 'line', data: { datasets }, options: config });
        chart.resize(width, height);
      } else {
        // The lines there are take the new values: Chart.js builds anew what belongs to an object it does not know.
        chart.data.datasets = datasets.map((next, index) => Object.assign(chart?.data.datasets[index] ?? {}, next));
        chart.options = config;
        if (chart.width !== width || chart.height !== height) chart.resize(width, height);
        chart.update('none');
      }
      const { left, right, top, bottom } = chart.chartArea;
      const area = { left, right, top, bottom };
      picture.paintOver(chart.ctx, area);
      return area;
    },
    destroy() {
      chart?.destroy();
      chart = undefined;
    },
  };
}

function dataset({ label, axis, color, dash, points }: ChartLine) {
  return {
    label,
    // Chart.js patches the arrays it is given until it is destroyed (F17).
    data: points.slice(),
    yAxisID: axis,
    borderColor: color,
    borderWidth: 2,
    borderDash: [...dash],
    stepped: 'before' as const,
    spanGaps: false,
    pointRadius: 0,
    pointHitRadius: 0,
    fill: false,
    clip: 4,
  };
}

/** Chart.js asks for the same labels at each of its attempts to find room for them. */
function once(format: (value: number) => string): (value: string | number) => string {
  const labels = new Map<number, string>();
  return (value) => {
    const number = Number(value);
    const label = labels.get(number) ?? format(number);
    labels.set(number, label);
    return label;
  };
}

type LineOptions = NonNullable<Chart<'line'>['options']>;

function options({ lines, from, to, ticks, formatMoney, formatCount, grid, text, font, rightToLeft, markerLane }: ChartPicture): LineOptions {
  const shared = { border: { display: false }, offset: false } as const;
  const tickStyle = { color: text, font: { ...font }, padding: 6 };
  const amounts = (axis: ChartLine['axis'], format: (value: number) => string, position: 'left' | 'right', main: boolean) => ({
    ...shared,
    type: 'linear' as const,
    display: lines.some((line) => line.axis === axis),
    position,
    grid: { color: grid, drawTicks: false, drawOnChartArea: main },
    ticks: {
      ...tickStyle,
      maxTicksLimit: 5,
      autoSkip: false,
      callback: once(format),
      ...(axis === 'count' && { precision: 0 }),
    },
  });
  const moneyShown = lines.some(({ axis }) => axis === 'money');
  const [start, end] = rightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    events: [],
    devicePixelRatio: window.devicePixelRatio || 1,
    layout: { padding: { top: 6, right: 0, bottom: 0, left: 0 } },
    plugins: {},
    scales: {
      x: {
        ...shared,
        type: 'linear',
        display: true,
        position: 'bottom',
        min: from,
        max: to,
        reverse: rightToLeft,
        grid: { display: false },
        ticks: { ...tickStyle, padding: markerLane, maxRotation: 0, autoSkip: false, callback: (_value, index) => ticks[index]?.label ?? '' },
        // Markers and labels need so much and no more.
        afterFit: (axis) => {
          axis.height = markerLane + font.size * 2;
        },
        afterBuildTicks: (axis) => {
          axis.ticks = ticks.map(({ value }) => ({ value }));
        },
      },
      money: amounts('money', formatMoney, start, true),
      count: amounts('count', formatCount, end, !moneyShown),
    },
  };
}
