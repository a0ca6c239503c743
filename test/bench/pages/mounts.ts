// Put up and taken away, again and again, to see what stays: our whole panel, and of others a single chart, list or grid.
import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import type { EventWire } from '../../../mocks/wire.js';
import { isFull, listPeers } from './list-peers.js';
import { hold, isReady, NOW } from './ours.js';
import { offer, place, until } from './timing.js';

/** Puts one up, waits for its picture, and takes it away as its documentation says. */
type Mount = () => Promise<void>;

const NAME = '1111113001034507';

async function panel(): Promise<Mount> {
  const answers: Record<string, object> = {};
  for (const name of ['profile', 'metrics', 'impact', 'activity', 'events', 'campaigns', 'predictions']) {
    const response = await fetch(`/data/${name}.json`);
    answers[name] = (await response.json()) as object;
  }
  await hold({ [NAME]: answers });
  return async () => {
    const element = document.createElement('c360-panel');
    Object.assign(element, { source: 'held', timeFrame: 'P6M', timeZone: 'UTC', now: () => NOW, customerId: NAME });
    place(1200, 900).append(element);
    await until(() => {
      const sections = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter((within) => 'focusHeading' in within);
      return sections.length === 5 && sections.every((section) => isReady(section) || section.matches(':state(empty)'));
    });
    element.remove();
  };
}

const DAYS = 5 * 365;
const dates = Array.from({ length: DAYS }, (_, index) => Date.UTC(2017, 11, 31) - (DAYS - 1 - index) * 86_400_000);
const series = Array.from({ length: 5 }, (_, at) => dates.map((_, index) => ((index * 7 + at * 13) % 11) + index / 10 + at * 40));
const SIZE = { width: 900, height: 260 };

/** Draws into a place and gives what takes the chart away; all of these draw at once, or before the next frame. */
const chart =
  (draw: (into: HTMLElement) => () => void): Mount =>
  async () => {
    const into = place();
    const remove = draw(into);
    await until(() => !!into.querySelector('canvas'));
    remove();
  };

function tuned(into: HTMLElement): Chart<'line'> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  into.append(canvas);
  const datasets = series.map((values) => ({ data: values.map((y, index) => ({ x: dates[index] ?? 0, y })), pointRadius: 0 }));
  const scales = { x: { type: 'linear' as const } };
  const options = { animation: false as const, parsing: false as const, normalized: true, responsive: false, events: [], scales };
  return new Chart(canvas, { type: 'line', data: { datasets }, options });
}

function chartTuned(isDestroyed: boolean): Mount {
  Chart.register(LineController, LineElement, LinearScale, PointElement);
  return chart((into) => {
    const drawn = tuned(into);
    return () => isDestroyed && drawn.destroy();
  });
}

async function eCharts(): Promise<Mount> {
  const [{ init, use }, { LineChart }, { GridComponent }, { CanvasRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  use([LineChart, GridComponent, CanvasRenderer]);
  return chart((into) => {
    const drawn = init(into, undefined, SIZE);
    const lines = series.map((values) => ({ type: 'line' as const, showSymbol: false, data: values.map((value, index) => [dates[index] ?? 0, value]) }));
    drawn.setOption({ animation: false, xAxis: { type: 'time' }, yAxis: { type: 'value' }, series: lines });
    drawn.getZr().flush();
    return () => drawn.dispose();
  });
}

async function uPlot(): Promise<Mount> {
  const { default: UPlot } = await import('uplot');
  const data = [dates.map((date) => date / 1000), ...series] as [number[], ...number[][]];
  return chart((into) => {
    const drawn = new UPlot({ ...SIZE, series: [{}, ...series.map((_, index) => ({ label: `${index}`, stroke: '#26a' }))] }, data, into);
    return () => drawn.destroy();
  });
}

async function list(name: 'rows by hand' | 'TanStack Virtual' | '@lit-labs/virtualizer' | 'Tabulator' | 'AG Grid'): Promise<Mount> {
  const peer = await listPeers[name]();
  const events = (await (await fetch('/data/events-1000.json')).json()) as readonly EventWire[];
  return async () => {
    const into = place();
    const remove = peer.show(into, events);
    await until(() => isFull(into, peer));
    remove();
  };
}

const subjects = {
  ours: panel,
  'Chart.js tuned': async () => chartTuned(true),
  'Chart.js tuned, without destroy()': async () => chartTuned(false),
  ECharts: eCharts,
  uPlot,
  'rows by hand': () => list('rows by hand'),
  'TanStack Virtual': () => list('TanStack Virtual'),
  '@lit-labs/virtualizer': () => list('@lit-labs/virtualizer'),
  Tabulator: () => list('Tabulator'),
  'AG Grid': () => list('AG Grid'),
};

/** What puts the page's subject up, once it is ready. */
let mount: Mount | undefined;

offer(
  Object.fromEntries(
    Object.entries(subjects).map(([name, make]) => [
      name,
      async () => {
        mount ??= await make();
        const cycles = Number(new URLSearchParams(location.search).get('cycles') ?? 100);
        for (let cycle = 0; cycle < cycles; cycle++) await mount();
        document.querySelector('#place')?.remove();
        return cycles;
      },
    ]),
  ),
);
