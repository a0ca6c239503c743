import { expect } from '@open-wc/testing';
import { Chart } from 'chart.js';
import { createLineChart } from '../../../src/ui/chart/line-chart.js';
import type { ChartLine, ChartPicture } from '../../../src/ui/chart/picture.js';

const line = (points: ChartLine['points'], more: Partial<ChartLine> = {}): ChartLine => ({
  label: 'Gross sales',
  axis: 'money',
  color: 'rgb(200, 0, 0)',
  dash: [],
  points,
  ...more,
});
const picture = (lines: readonly ChartLine[], more: Partial<ChartPicture> = {}): ChartPicture => ({
  lines,
  from: 0,
  to: 100,
  ticks: [{ value: 0, label: 'Jan' }],
  formatMoney: (value) => `$${value}`,
  formatCount: String,
  grid: 'rgb(200, 200, 200)',
  text: 'rgb(0, 0, 0)',
  font: { family: 'sans-serif', size: 12 },
  rightToLeft: false,
  markerLane: 30,
  paintOver: () => {},
  ...more,
});

/** Draws on a canvas in the page and gives it up in the end. */
function withChart(use: (chart: ReturnType<typeof createLineChart>, canvas: HTMLCanvasElement) => void): void {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const chart = createLineChart(canvas);
  try {
    use(chart, canvas);
  } finally {
    chart.destroy();
    canvas.remove();
  }
}

/** Whether a pixel has the colour of the line. */
function isRed(canvas: HTMLCanvasElement, x: number, y: number): boolean {
  const ratio = window.devicePixelRatio || 1;
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getContext('2d')!.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data;
  return red > 150 && green < 80 && blue < 80 && alpha > 150;
}

describe('the drawing of lines', () => {
  const steps = [
    { x: 0, y: 0 },
    { x: 50, y: 100 },
    { x: 100, y: 100 },
  ];

  it('holds each value until the next, on the day it changes', () => {
    withChart((chart, canvas) => {
      const { left, right, top, bottom } = chart.draw(picture([line(steps)]), 600, 260);
      expect(isRed(canvas, left + (right - left) * 0.25, bottom - 0.5)).to.equal(true);
      expect(isRed(canvas, (left + right) / 2, (top + bottom) / 2)).to.equal(true);
      expect(isRed(canvas, left + (right - left) * 0.75, top)).to.equal(true);
    });
  });

  it('runs from right to left where the page does, its amounts at the right', () => {
    withChart((chart, canvas) => {
      const { left, right, top, bottom } = chart.draw(picture([line(steps)], { rightToLeft: true }), 600, 260);
      expect(600 - right).to.be.above(left);
      expect(isRed(canvas, left + (right - left) * 0.75, bottom - 0.5)).to.equal(true);
      expect(isRed(canvas, left + (right - left) * 0.25, top)).to.equal(true);
    });
  });

  it('draws nothing where a value is missing (T24)', () => {
    withChart((chart, canvas) => {
      const gap = [
        { x: 0, y: 10 },
        { x: 40, y: 10 },
        { x: 40, y: Number.NaN },
        { x: 60, y: 10 },
        { x: 100, y: 10 },
      ];
      const { left, right, top, bottom } = chart.draw(picture([line(gap)]), 600, 260);
      const middle = (top + bottom) / 2;
      const at = (share: number) => isRed(canvas, left + (right - left) * share, middle);
      expect([0.2, 0.5, 0.8].map(at)).to.deep.equal([true, false, true]);
    });
  });

  it('never gives Chart.js more than a thousand points of a line, and leaves its array as it is (V23, F17)', () => {
    const points = Array.from({ length: 100_000 }, (_, x) => ({ x: x / 1000, y: (x * 7919) % 1000 }));
    withChart((chart, canvas) => {
      chart.draw(picture([line(points), line(points, { axis: 'count' })]), 600, 260);
      const held = Chart.getChart(canvas)!.data.datasets;
      for (const { data } of held) expect(data.length).to.be.within(250, 1_000);
      expect(Object.keys(Object.getOwnPropertyDescriptors(held[0]!.data))).not.to.include('push');
      // Another time frame, which shows less of them.
      chart.draw(picture([line(points), line(points, { axis: 'count' })], { from: 10, to: 10.5 }), 600, 260);
      for (const { data } of held) expect(data.length).to.equal(502);
    });
  });

  it('takes other lines, other days and another size', () => {
    withChart((chart, canvas) => {
      chart.draw(picture([line(steps)]), 600, 260);
      chart.draw(picture([line(steps), line(steps, { axis: 'count' })]), 600, 260);
      expect(Chart.getChart(canvas)!.data.datasets).to.have.length(2);
      const { left, right, top } = chart.draw(picture([line(steps)], { from: 40, to: 60 }), 400, 220);
      expect(Chart.getChart(canvas)!.data.datasets).to.have.length(1);
      expect(right).to.be.at.most(400);
      expect(isRed(canvas, left + (right - left) * 0.75, top)).to.equal(true);
    });
  });

  it('is not changed by what a page has set for charts of its own', () => {
    const plugin = { id: 'of-the-page', afterDraw: () => expect.fail('drawn over') };
    Chart.register(plugin);
    try {
      withChart((chart) => expect(chart.draw(picture([line(steps)]), 600, 260).right).to.be.above(500));
    } finally {
      Chart.unregister(plugin);
    }
  });

  it('keeps labels of days within the picture', () => {
    const written: [string, number][] = [];
    withChart((chart, canvas) => {
      const context = canvas.getContext('2d')!;
      const fillText = context.fillText.bind(context);
      context.fillText = (text, x, y) => {
        written.push([text, x - context.measureText(text).width / 2]);
        fillText(text, x, y);
      };
      chart.draw(picture([], { ticks: [{ value: 0, label: 'A very long name of a day' }] }), 600, 260);
    });
    expect(written).to.have.length(1);
    expect(written[0]![1]).to.be.at.least(0);
  });
});
