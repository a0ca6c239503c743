// Five series, a value for each day, 300 days on which campaigns were sent; first all of it, then the last half year.
import { LinearScale, LineController, LineElement, PointElement, Chart as TunedChart } from 'chart.js';
import { elements, hold, isReady, prepared } from './ours.js';
import { afterPaint, frame, offer, painted, place } from './timing.js';

const YEARS = Number(new URLSearchParams(location.search).get('years') ?? 5);
const DAYS = Math.round(365.25 * YEARS);
const DAY = 86_400_000;
const END = Date.UTC(2017, 11, 31);
const dates = Array.from({ length: DAYS }, (_, index) => END - (DAYS - 1 - index) * DAY);
const names = ['Total value', 'Orders', 'Messages', 'Visits', 'Attributed value'];
const values = names.map((_, series) => {
  let sum = 0;
  return dates.map((_, index) => (sum += (index * 7 + series * 13) % 11 === 0 ? 10 + ((index * 31) % 40) : 0));
});
const markers = Array.from({ length: 300 }, (_, index) => dates[Math.floor((index * DAYS) / 300)] ?? END);
const HALF = 184;
const colors = ['#2a6', '#26a', '#a62', '#a26', '#666'];
const SIZE = { width: 900, height: 260 };

/** Draws the days of campaigns as short lines, for libraries that leave it to their user. */
function drawMarkers(context: CanvasRenderingContext2D, at: (date: number) => number, bottom: number): void {
  context.strokeStyle = '#999';
  context.beginPath();
  for (const date of markers) {
    const x = at(date);
    context.moveTo(x, bottom - 12);
    context.lineTo(x, bottom);
  }
  context.stroke();
}

interface Peer {
  first(into: HTMLElement): void;
  /** Shows the last so many days. */
  show(days: number): void;
  /** For who does not draw on a canvas. */
  isDrawn?(): boolean;
}

async function uPlotPeer(): Promise<Peer> {
  const { default: UPlot } = await import('uplot');
  let chart: import('uplot') | undefined;
  const hooks = {
    draw: [(u: import('uplot')) => drawMarkers(u.ctx, (date) => u.valToPos(date / 1000, 'x', true), u.bbox.top + u.bbox.height)],
  };
  return {
    first: (into) => {
      const data = [dates.map((date) => date / 1000), ...values] as [number[], ...number[][]];
      chart = new UPlot({ ...SIZE, series: [{}, ...names.map((label, index) => ({ label, stroke: colors[index] ?? '' }))], hooks }, data, into);
    },
    show: (days) => chart?.setData([dates.slice(-days).map((date) => date / 1000), ...values.map((one) => one.slice(-days))] as [number[], ...number[][]]),
  };
}

async function eChartsPeer(): Promise<Peer> {
  const [{ init, use }, { LineChart }, components, { CanvasRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  use([LineChart, components.GridComponent, components.MarkLineComponent, CanvasRenderer]);
  let chart: ReturnType<typeof init> | undefined;
  const series = (from: number) =>
    values.map((one, index) => ({
      type: 'line' as const,
      name: names[index] ?? '',
      showSymbol: false,
      data: dates.slice(from).map((date, at) => [date, one[from + at] ?? 0]),
      ...(index === 0 && {
        markLine: { symbol: 'none', label: { show: false }, data: markers.filter((date) => date >= (dates[from] ?? 0)).map((xAxis) => ({ xAxis })) },
      }),
    }));
  return {
    first: (into) => {
      chart = init(into, undefined, SIZE);
      chart.setOption({ animation: false, xAxis: { type: 'time' }, yAxis: { type: 'value' }, series: series(0) });
      chart.getZr().flush();
    },
    show: (days) => {
      chart?.setOption({ series: series(DAYS - days) });
      chart?.getZr().flush();
    },
  };
}

const markerPlugin = {
  id: 'markers',
  afterDraw: (chart: TunedChart) => {
    const { x } = chart.scales;
    if (x) drawMarkers(chart.ctx, (date) => x.getPixelForValue(date), chart.chartArea.bottom);
  },
};

function canvasIn(into: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  into.append(canvas);
  return canvas;
}

/** As the documentation shows it first: everything registered, labels on a category axis. */
async function chartDefaultsPeer(): Promise<Peer> {
  const { default: Chart } = await import('chart.js/auto');
  let chart: TunedChart<'line', number[], string> | undefined;
  const label = (date: number) => new Date(date).toLocaleDateString('en-US');
  return {
    first: (into) => {
      const datasets = values.map((data, index) => ({ label: names[index] ?? '', data, borderColor: colors[index] ?? '' }));
      chart = new Chart(canvasIn(into), { type: 'line', data: { labels: dates.map(label), datasets }, options: { responsive: false } });
    },
    show: (days) => {
      if (!chart) return;
      chart.data.labels = dates.slice(-days).map(label);
      chart.data.datasets.forEach((dataset, index) => {
        dataset.data = (values[index] ?? []).slice(-days);
      });
      chart.update();
    },
  };
}

async function chartTunedPeer(): Promise<Peer> {
  TunedChart.register(LineController, LineElement, LinearScale, PointElement, markerPlugin);
  let chart: TunedChart<'line'> | undefined;
  const datasets = (from: number) =>
    values.map((one, index) => ({
      label: names[index] ?? '',
      data: dates.slice(from).map((x, at) => ({ x, y: one[from + at] ?? 0 })),
      borderColor: colors[index] ?? '',
      pointRadius: 0,
    }));
  return {
    first: (into) => {
      const options = {
        animation: false as const,
        parsing: false as const,
        normalized: true,
        responsive: false,
        events: [],
        scales: { x: { type: 'linear' as const } },
      };
      chart = new TunedChart(canvasIn(into), { type: 'line', data: { datasets: datasets(0) }, options });
    },
    show: (days) => {
      if (!chart) return;
      chart.data.datasets = datasets(DAYS - days);
      chart.update('none');
    },
  };
}

/** Without animations, and without the zooming that others do not have. Days of campaigns are points: its lines across take twice the time. */
async function apexChartsPeer(): Promise<Peer> {
  const { default: ApexCharts } = await import('apexcharts');
  let chart: import('apexcharts') | undefined;
  let isDrawn = false;
  const points = markers.map((x) => ({ x, y: values[0]?.[dates.indexOf(x)] ?? 0, marker: { size: 2, strokeColor: '#999' } }));
  const series = (from: number) =>
    values.map((one, index) => ({ name: names[index] ?? '', data: dates.slice(from).map((x, at) => ({ x, y: one[from + at] ?? 0 })) }));
  const draw = async (drawing: Promise<void> | undefined) => {
    isDrawn = false;
    await drawing;
    isDrawn = true;
  };
  return {
    first: (into) => {
      // It watches the size of what is around it.
      const own = document.createElement('div');
      into.append(own);
      chart = new ApexCharts(own, {
        chart: { type: 'line', ...SIZE, animations: { enabled: false }, toolbar: { show: false }, zoom: { enabled: false } },
        series: series(0),
        colors,
        stroke: { width: 2, curve: 'straight' },
        xaxis: { type: 'datetime' },
        annotations: { points },
      } satisfies import('apexcharts').ApexOptions);
      draw(chart.render());
    },
    show: (days) => draw(chart?.updateSeries(series(DAYS - days), false)),
    isDrawn: () => isDrawn,
  };
}

const peers = { uPlot: uPlotPeer, ECharts: eChartsPeer, 'Chart.js defaults': chartDefaultsPeer, 'Chart.js tuned': chartTunedPeer, ApexCharts: apexChartsPeer };

/** Everything the element draws around the lines is in it: heading, legend, days of campaigns to point at, table for screen readers. */
async function ours(later: boolean) {
  await elements();
  const day = (date: number) => new Date(date).toISOString().slice(0, 10);
  const impact = (from: number) => ({
    currency: 'USD',
    dates: dates.slice(from).map(day),
    kpis: names.map((label, index) => ({
      key: `kpi${index}`,
      label,
      unit: index === 0 || index === 4 ? 'money' : 'count',
      window: 'cumulative',
      values: values[index]?.slice(from) ?? [],
    })),
    targetingDays: markers
      .filter((date) => date >= (dates[from] ?? 0))
      .map((date, index) => ({ date: day(date), campaigns: [{ campaignId: `c${index}`, name: `Campaign ${index}`, decision: 'sent' }] })),
  });
  await hold({ ada: { impact: impact(0), 'impact framed': impact(DAYS - HALF) } }, { later });
  const element = await prepared('c360-impact-chart', 520);
  return element;
}

/** Lines drawn on any canvas, whoever draws. */
let strokes = 0;
const { stroke } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.stroke = function (this: CanvasRenderingContext2D, ...args: [path?: Path2D]) {
  strokes++;
  return Reflect.apply(stroke, this, args);
};

interface Subject {
  readonly first: () => void;
  readonly show: (days: number) => void;
  readonly isDone: () => boolean;
}

const subjects: Readonly<Record<string, (isClicked: boolean) => Promise<Subject>>> = {
  ...Object.fromEntries(
    Object.entries(peers).map(([name, make]) => [
      name,
      async () => {
        const peer = await make();
        const into = place();
        return { first: () => peer.first(into), show: (days: number) => peer.show(days), isDone: () => peer.isDrawn?.() ?? strokes > 0 };
      },
    ]),
  ),
  // With a click the answer comes in a task of its own, as from a network; else it is in hand like everybody's data.
  ours: async (isClicked) => {
    const element = await ours(isClicked);
    return {
      first: () => (element.customerId = 'ada'),
      show: (days) => (element.timeFrame = days === HALF ? 'P6M' : 'all'),
      isDone: () => isReady(element) && strokes > 0,
    };
  },
};

/** First picture, then the time frame is changed. */
async function timed({ first, show, isDone }: Subject) {
  const draw = (work: () => void, title: string) => {
    strokes = 0;
    return painted(work, isDone, title);
  };
  const firstTime = await draw(first, 'first');
  await frame();
  await afterPaint();
  return { first: firstTime, change: await draw(() => show(HALF), 'change') };
}

/** Draws, and leaves a button that changes the time frame to whoever clicks. */
async function clickable({ first, show, isDone }: Subject): Promise<number> {
  const button = document.createElement('button');
  button.id = 'change';
  button.textContent = 'Change';
  let days = DAYS;
  button.addEventListener('click', () => {
    days = days === HALF ? DAYS : HALF;
    show(days);
  });
  document.body.prepend(button);
  return painted(first, isDone);
}

offer(
  Object.fromEntries(
    Object.entries(subjects).flatMap(([name, make]) => [
      [name, async () => timed(await make(false))],
      [`click: ${name}`, async () => clickable(await make(true))],
    ]),
  ),
);
