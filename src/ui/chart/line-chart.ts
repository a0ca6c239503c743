import { Chart, type ChartConfiguration, DatasetController, LineElement, type LineOptions } from 'chart.js';
import { type ChartLayout, type PlacedLine, toLayout } from './layout.js';
import type { ChartPicture, PlotArea } from './picture.js';
import type { Point } from './thin.js';

/** A drawing on a canvas. Chart.js only draws: pointer, keyboard and what is marked belong to the element. */
export interface LineChart {
  draw(picture: ChartPicture, width: number, height: number): PlotArea;
  destroy(): void;
}

/** A line as Chart.js holds it. */
interface StepsDataset {
  label: string;
  data: Point[];
  line: { readonly area: PlotArea; readonly places: PlacedLine['places']; readonly options: LineOptions };
}

/** A name of our own: a page may draw other charts with the same copy of Chart.js. */
const TYPE = 'c360-steps';

/**
 * Draws lines whose places are known. Unlike the controllers of Chart.js it makes no element for each point, resolves no option for
 * each of them and leaves the arrays it is given as they are (F17).
 */
class StepsController extends DatasetController {
  static readonly id = TYPE;
  static readonly defaults = { datasetElementType: 'line', dataElementType: 'line' };

  readonly #line = new LineElement({} as never);

  override addElements(): void {}
  override buildOrUpdateElements(): void {}

  override update(): void {
    const { places, options } = this.#dataset.line;
    this.#line.points = places as never;
    this.#line.options = options;
  }

  override draw(): void {
    const { ctx } = this.chart;
    const { left, right, top, bottom } = this.#dataset.line.area;
    ctx.save();
    ctx.beginPath();
    // A line along an edge is not cut in half.
    ctx.rect(left - LINE, top - LINE, right - left + 2 * LINE, bottom - top + 2 * LINE);
    ctx.clip();
    this.#line.draw(ctx);
    ctx.restore();
  }

  get #dataset(): StepsDataset {
    return this.getDataset() as unknown as StepsDataset;
  }
}

Chart.register(StepsController, LineElement);

/** Width of a line. */
const LINE = 2;

/** What lines have in common: all of it set by hand, because a page may have put junk on `Object.prototype` (F18). */
const lineOptions = {
  borderWidth: LINE,
  borderCapStyle: 'butt',
  borderDashOffset: 0,
  borderJoinStyle: 'miter',
  capBezierPoints: false,
  cubicInterpolationMode: 'default',
  fill: false,
  segment: undefined,
  spanGaps: false,
  stepped: 'before',
  tension: 0,
} as const;

/** Nothing is animated, nobody is listened to, no plugin of the page takes part: where things stand is found here. */
const chartOptions = {
  animation: false,
  responsive: false,
  resizeDelay: 0,
  maintainAspectRatio: false,
  parsing: false,
  events: [],
  plugins: false,
  scales: {},
};

/** Makes a chart on a canvas that is connected and laid out (F15). */
export function createLineChart(canvas: HTMLCanvasElement): LineChart {
  let chart: Chart | undefined;
  return {
    draw(picture, width, height) {
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      const font = `${picture.font.size}px ${picture.font.family}`;
      context.font = font;
      const layout = toLayout(picture, width, height, (text) => context.measureText(text).width);
      const datasets = layout.lines.map((line) => toDataset(line, layout.area));
      if (!chart) {
        canvas.width = width;
        canvas.height = height;
        const devicePixelRatio = window.devicePixelRatio || 1;
        chart = new Chart(canvas, { type: TYPE, data: { datasets }, options: { ...chartOptions, devicePixelRatio } } as unknown as ChartConfiguration);
      } else drawAgain(chart, datasets, width, height);
      paintUnder(context, layout, picture, font);
      picture.paintOver(context, layout.area);
      return layout.area;
    },
    destroy() {
      chart?.destroy();
      chart = undefined;
    },
  };
}

function toDataset({ line, points, places }: PlacedLine, area: PlotArea): StepsDataset {
  const options = { ...lineOptions, borderColor: line.color, borderDash: [...line.dash] } as unknown as LineOptions;
  return { label: line.label, data: [...points], line: { area, places, options } };
}

/** The lines there are take the new values; Chart.js looks at all its options again only where their number or the size has changed. */
function drawAgain(chart: Chart, datasets: readonly StepsDataset[], width: number, height: number): void {
  const held = chart.data.datasets;
  const isSame = held.length === datasets.length;
  chart.data.datasets = datasets.map((next, index) => Object.assign(held[index] ?? {}, next) as never);
  if (chart.width !== width || chart.height !== height) {
    chart.options.devicePixelRatio = window.devicePixelRatio || 1;
    chart.resize(width, height);
  } else if (!isSame) chart.update('none');
  else {
    for (const index of datasets.keys()) chart.getDatasetMeta(index).controller.update('none');
    chart.draw();
  }
}

/** The grid and the labels, painted last and below: Chart.js wipes the canvas before it draws. */
function paintUnder(context: CanvasRenderingContext2D, { area, grid, labels }: ChartLayout, colors: ChartPicture, font: string): void {
  context.save();
  context.globalCompositeOperation = 'destination-over';
  context.strokeStyle = colors.grid;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.beginPath();
  for (const y of grid) {
    context.moveTo(area.left, Math.round(y) + 0.5);
    context.lineTo(area.right, Math.round(y) + 0.5);
  }
  context.stroke();
  context.fillStyle = colors.text;
  context.font = font;
  context.textBaseline = 'middle';
  for (const { text, x, y, align } of labels) {
    context.textAlign = align;
    context.fillText(text, x, y);
  }
  context.restore();
}
