import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChartPicture, LineChart, PlotArea } from '../../ui/chart/line-chart.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Asked for once, when the first chart is connected: a page without one never downloads it. */
let library: Promise<typeof import('../../ui/chart/line-chart.js')> | undefined;

/** Which looks the page is in; each change paints anew. */
const looks = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

/**
 * Owns the canvas: asks for the chart library as soon as the element is on the page, draws once the canvas has a size, and destroys
 * the chart when the element leaves (F15, F16). Says where the lines are, so that overlays can be aligned.
 */
export class PlotController implements ReactiveController {
  readonly #host: Host;
  #chart: LineChart | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #drawn: readonly unknown[] = [];
  #resizes: ResizeObserver | undefined;
  #listening: AbortController | undefined;
  #area: PlotArea | undefined;
  #width = 0;
  #paint = 0;
  #frame = 0;
  #failed = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Where the lines are; missing until something is drawn. */
  get area(): PlotArea | undefined {
    return this.#area;
  }

  /** Width of the plot in CSS pixels. */
  get width(): number {
    return this.#width;
  }

  /** The chart code could not be loaded; the table stands in. */
  get failed(): boolean {
    return this.#failed;
  }

  get canvas(): HTMLCanvasElement | undefined {
    return this.#canvas;
  }

  /** Paints again in the next picture, once however many colours have changed by then. */
  repaintSoon(): void {
    this.#frame ||= requestAnimationFrame(() => this.#repaint());
  }

  /**
   * Draws unless the very same is drawn already. `inputs` is what the picture depends on; `toPicture` is called only to draw.
   * Called after each render with the canvas of that render, or without one where there is none.
   */
  show(canvas: HTMLCanvasElement | undefined, frame: Element | undefined, height: number, inputs: readonly unknown[], toPicture: () => ChartPicture): void {
    if (canvas !== this.#canvas) {
      this.#forget();
      this.#canvas = canvas;
      this.#resizes?.disconnect();
      if (frame) this.#resizes?.observe(frame);
      if (frame) this.#width = frame.clientWidth;
    }
    if (!canvas || this.#width <= 0) return;
    const wanted = [...inputs, this.#width, height, this.#paint];
    if (wanted.length === this.#drawn.length && wanted.every((input, index) => Object.is(input, this.#drawn[index]))) return;
    this.#drawn = wanted;
    void this.#draw(canvas, height, toPicture, wanted);
  }

  hostConnected(): void {
    library ??= import('../../ui/chart/line-chart.js');
    this.#resizes = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.#width) return;
      this.#width = width;
      this.#host.requestUpdate();
    });
    this.#listening = new AbortController();
    // At once: paper does not wait for a next picture.
    for (const query of looks) matchMedia(query).addEventListener('change', () => this.#repaint(), { signal: this.#listening.signal });
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#resizes?.disconnect();
    this.#listening?.abort();
    this.#canvas = undefined;
    this.#forget();
  }

  #repaint(): void {
    this.#frame = 0;
    this.#paint++;
    this.#host.requestUpdate();
  }

  async #draw(canvas: HTMLCanvasElement, height: number, toPicture: () => ChartPicture, wanted: readonly unknown[]): Promise<void> {
    try {
      library ??= import('../../ui/chart/line-chart.js');
      const { createLineChart } = await library;
      if (this.#canvas !== canvas || this.#drawn !== wanted || !canvas.isConnected) return;
      this.#chart ??= createLineChart(canvas);
      this.#area = this.#chart.draw(toPicture(), this.#width, height);
      this.#failed = false;
    } catch {
      // A chunk that could not be loaded may come at the next attempt.
      library = undefined;
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#area = undefined;
    this.#drawn = [];
  }
}

/** Any colour a style sheet may hold as the classic `rgb()` that Chart.js reads. */
export function toClassicColor(color: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}
