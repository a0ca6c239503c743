// What one would draw the overview with instead. All show the same: a lane for each kind of event, in it a circle for each day, larger
// where more happened, and months below.
export const DAY = 86_400_000;
const END = Date.UTC(2017, 11, 31);
export const DAYS = 184;
const lanes = ['site', 'email', 'purchase', 'other'] as const;
const colors = { site: '#26a', email: '#a62', purchase: '#2a6', other: '#666' };

const day = (index: number) => new Date(END - (DAYS - 1 - index) * DAY).toISOString().slice(0, 10);

/** So many events, counted by day and lane. */
export function dayCounts(events: number) {
  return Array.from({ length: DAYS }, (_, index) =>
    lanes.map((lane, at) => ({ date: day(index), lane, count: Math.round((events / DAYS / 4) * (0.5 + ((index * 7 + at * 3) % 11) / 10)), types: {} })),
  )
    .flat()
    .filter(({ count }) => count > 0);
}

type Counts = ReturnType<typeof dayCounts>;
type Lane = Counts[number]['lane'];

/** Draws into a place and says when it has. */
type Draw = (into: HTMLElement, onDrawn: () => void) => void;

const SIZE = { width: 900, height: 152 };
const months = Array.from({ length: 6 }, (_, month) => END - month * 30 * DAY);
const monthNames = () => new Intl.DateTimeFormat('en', { month: 'short' });
const xOf = (time: number) => SIZE.width - ((END - time) / DAY / DAYS) * SIZE.width;
const yOf = (lane: Lane) => 20 + lanes.indexOf(lane) * 30;
const radiusOf = (count: number, most: number) => 2 + 10 * Math.sqrt(count / most);
const mostOf = (counts: Counts) => Math.max(...counts.map(({ count }) => count));

function canvasIn(into: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIZE);
  into.append(canvas);
  return canvas;
}

/** The least that could be done. */
function canvasPeer(counts: Counts): Draw {
  return (into, onDrawn) => {
    const context = canvasIn(into).getContext('2d');
    if (!context) return;
    const most = mostOf(counts);
    for (const { date, lane, count } of counts) {
      context.fillStyle = colors[lane];
      context.beginPath();
      context.arc(xOf(Date.parse(date)), yOf(lane), radiusOf(count, most), 0, 2 * Math.PI);
      context.fill();
    }
    const names = monthNames();
    for (const [index, month] of months.entries()) context.fillText(names.format(month), 880 - index * 145, 148);
    onDrawn();
  };
}

function svgPeer(counts: Counts): Draw {
  const add = (into: Element, name: string, attributes: Readonly<Record<string, string | number>>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
    into.append(element);
    return element;
  };
  return (into, onDrawn) => {
    const svg = add(into, 'svg', SIZE);
    const most = mostOf(counts);
    for (const { date, lane, count } of counts) {
      add(svg, 'circle', { cx: xOf(Date.parse(date)), cy: yOf(lane), r: radiusOf(count, most), fill: colors[lane] });
    }
    const names = monthNames();
    for (const [index, month] of months.entries()) {
      add(svg, 'text', { x: 880 - index * 145, y: 148, 'font-size': 10, 'font-family': 'sans-serif' }).textContent = names.format(month);
    }
    onDrawn();
  };
}

interface Bubble {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A data set for each lane, without animation and pointing at things. */
async function bubbles(pointsOf: (lane: Lane) => Bubble[]): Promise<Draw> {
  const { BubbleController, Chart, LinearScale, PointElement } = await import('chart.js');
  Chart.register(BubbleController, LinearScale, PointElement);
  return (into, onDrawn) => {
    const names = monthNames();
    new Chart(canvasIn(into), {
      type: 'bubble',
      data: { datasets: lanes.map((lane) => ({ label: lane, data: pointsOf(lane), backgroundColor: colors[lane], borderWidth: 0 })) },
      options: {
        animation: false,
        normalized: true,
        responsive: false,
        events: [],
        scales: {
          x: {
            min: END - DAYS * DAY,
            max: END,
            grid: { display: false },
            afterBuildTicks: (axis) => (axis.ticks = months.toReversed().map((value) => ({ value }))),
            ticks: { callback: (value) => names.format(Number(value)) },
          },
          y: { display: false, min: -0.5, max: lanes.length - 0.5, reverse: true },
        },
      },
      plugins: [{ id: 'drawn', afterDraw: onDrawn }],
    });
  };
}

function countBubblesPeer(counts: Counts): Promise<Draw> {
  return bubbles((lane) => {
    const most = mostOf(counts);
    return counts.filter((one) => one.lane === lane).map(({ date, count }) => ({ x: Date.parse(date), y: lanes.indexOf(lane), r: radiusOf(count, most) }));
  });
}

/** Each event in hand as one, the nth of its day and lane. */
const eventsOf = (counts: Counts) =>
  counts.flatMap(({ date, lane, count }) => Array.from({ length: count }, (_, nth) => ({ time: Date.parse(date), lane, nth })));

/** The dots of a day lie as the seeds of a sunflower do: the more there are, the more of the circle of the others they fill. */
function eventBubblesPeer(counts: Counts): Promise<Draw> {
  const events = eventsOf(counts);
  const most = mostOf(counts);
  const perPixel = { x: (DAYS * DAY) / SIZE.width, y: 1 / 30 };
  return bubbles((lane) =>
    events
      .filter((one) => one.lane === lane)
      .map(({ time, nth }) => {
        const distance = 10 * Math.sqrt(nth / most);
        const angle = nth * Math.PI * (3 - Math.sqrt(5));
        return { x: time + Math.cos(angle) * distance * perPixel.x, y: lanes.indexOf(lane) + Math.sin(angle) * distance * perPixel.y, r: 2 };
      }),
  );
}

/** An item for each event: they heap up. It shows itself with all of them in one place and puts them where they belong when it draws again. */
async function visTimelinePeer(counts: Counts): Promise<Draw> {
  const { Timeline } = await import('vis-timeline/standalone');
  const items = eventsOf(counts).map(({ time, lane }, id) => ({ id, start: time, group: lane, type: 'point', content: '' }));
  const groups = lanes.map((lane) => ({ id: lane, content: lane }));
  return (into, onDrawn) => {
    const timeline = new Timeline(into, items, groups, { onInitialDrawComplete: () => timeline.on('changed', onDrawn) });
  };
}

export const overviewPeers = {
  'canvas by hand': canvasPeer,
  SVG: svgPeer,
  'Chart.js bubble': countBubblesPeer,
  'Chart.js bubble, a dot an event': eventBubblesPeer,
  'vis-timeline': visTimelinePeer,
} satisfies Readonly<Record<string, (counts: Counts) => Draw | Promise<Draw>>>;
