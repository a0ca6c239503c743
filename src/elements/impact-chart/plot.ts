import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LineChart } from '../../ui/chart/line-chart.js';
import type { ChartPicture, PlotArea } from '../../ui/chart/picture.js';
import { watchSizes } from '../../ui/own-document.js';

type Host = ReactiveControllerHost & HTMLElement;
type Library = typeof import('../../ui/chart/line-chart.js');

/** Asked for once, when the first chart is connected: a page without one never downloads it. */
let loading: Promise<Library> | undefined;
let library: Library | undefined;

function loadLibrary(): Promise<Library> {
  loading ??= import('../../ui/chart/line-chart.js').then(
    (loaded) => (library = loaded),
    (error) => {
      // A chunk that could not be loaded may come at the next attempt.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Which looks the page is in; each change paints anew. */
const looks = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

/** Milliseconds of a frame that drawing may take; where it takes longer, what a person did is answered first. */
const SHARE_OF_FRAME = 8;

/**
 * Owns the canvas: asks for the chart library as soon as the element is on the page, draws once the canvas has a size, and destroys
 * the chart when the element leaves (F15, F16). Says where the lines are, so that overlays can be aligned.
 */
export class PlotController implements ReactiveController {
  readonly #host: Host;
  readonly #onDrawn: () => void;
  #chart: LineChart | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #frame: Element | undefined;
  #drawn: readonly unknown[] = [];
  #resizes: ResizeObserver | undefined;
  #listening: AbortController | undefined;
  #area: PlotArea | undefined;
  #width = 0;
  #height = 0;
  #paint = 0;
  #repainting = 0;
  #failed = false;
  /** Milliseconds the last picture took, the first one apart: that one is slow everywhere, because its code runs for the first time. */
  #cost = 0;

  /** `onDrawn` is called after each drawing, when `area` is that of the new picture. */
  constructor(host: Host, onDrawn: () => void) {
    this.#host = host;
    this.#onDrawn = onDrawn;
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

  /** A picture is about to be drawn; until then the canvas and what lies over it are out of sight. */
  get isPending(): boolean {
    return this.#frame?.classList.contains('pending') === true;
  }

  /** Paints again in the next picture, once however many colours have changed by then. */
  repaintSoon(): void {
    this.#repainting ||= requestAnimationFrame(() => this.#repaint());
  }

  /**
   * Draws unless the very same is drawn already. `inputs` is what the picture depends on; `toPicture` is called only to draw.
   * Called after each render with the canvas of that render, or without one where there is none.
   */
  show(canvas: HTMLCanvasElement | undefined, frame: Element | undefined, inputs: readonly unknown[], toPicture: () => ChartPicture): void {
    if (canvas !== this.#canvas) {
      this.#forget();
      this.#canvas = canvas;
      this.#frame = frame;
      this.#resizes?.disconnect();
      if (frame) {
        this.#resizes?.observe(frame);
        // Read once; from then on the observer tells.
        this.#width = frame.clientWidth;
        this.#height = frame.clientHeight;
      }
    }
    if (!canvas || this.#width <= 0) return;
    const wanted = [...inputs, this.#width, this.#height, this.#paint];
    if (wanted.length === this.#drawn.length && wanted.every((input, index) => Object.is(input, this.#drawn[index]))) return;
    this.#drawn = wanted;
    if (library && this.#cost <= SHARE_OF_FRAME) this.#draw(library, canvas, toPicture);
    else void this.#drawLater(canvas, toPicture, wanted);
  }

  hostConnected(): void {
    loadLibrary().catch(() => {});
    this.#resizes = watchSizes(this.#host, ([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      // Out of sight it has no size; it comes back as it was.
      if (width === 0 || (Math.floor(width) === this.#width && Math.floor(height) === this.#height)) return;
      this.#width = Math.floor(width);
      this.#height = Math.floor(height);
      this.#host.requestUpdate();
    });
    this.#listening = new AbortController();
    // At once: paper does not wait for a next picture.
    for (const query of looks) matchMedia(query).addEventListener('change', () => this.#repaint(), { signal: this.#listening.signal });
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#repainting);
    this.#repainting = 0;
    this.#resizes?.disconnect();
    this.#listening?.abort();
    this.#canvas = undefined;
    this.#forget();
  }

  #repaint(): void {
    this.#repainting = 0;
    this.#paint++;
    this.#host.requestUpdate();
  }

  /** Draws when the library is there, and where drawing is slow not before the frame at hand is on screen. */
  async #drawLater(canvas: HTMLCanvasElement, toPicture: () => ChartPicture, wanted: readonly unknown[]): Promise<void> {
    this.#frame?.classList.add('pending');
    try {
      const [loaded] = await Promise.all([loadLibrary(), this.#cost > SHARE_OF_FRAME && painted()]);
      if (this.#canvas === canvas && this.#drawn === wanted && canvas.isConnected) this.#draw(loaded, canvas, toPicture);
    } catch {
      this.#failed = true;
      this.#host.requestUpdate();
    }
  }

  #draw({ createLineChart }: Library, canvas: HTMLCanvasElement, toPicture: () => ChartPicture): void {
    const started = performance.now();
    const isFirst = !this.#chart;
    const wasShown = this.#area !== undefined;
    try {
      this.#chart ??= createLineChart(canvas);
      this.#area = this.#chart.draw(toPicture(), this.#width, this.#height);
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#frame?.classList.remove('pending');
    if (!isFirst) this.#cost = performance.now() - started;
    this.#onDrawn();
    // Not within the update that may be under way.
    if (!wasShown || this.#failed) queueMicrotask(() => this.#host.requestUpdate());
  }

  #forget(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#area = undefined;
    this.#frame = undefined;
    this.#drawn = [];
  }
}

/** Resolves when the frame at hand is on screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
