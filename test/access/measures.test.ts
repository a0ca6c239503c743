import { expect } from '@open-wc/testing';
import { LANES } from '../../src/model/activity.js';
import { composedElements, nextFrame } from '../helpers/dom.js';
import { settled, updated } from '../helpers/mount.js';
import { control, drawn, showPanel, surround, until } from './scene.js';

const LEAST = 24;

interface Target {
  readonly element: Element;
  readonly box: DOMRect;
}

/** Everything that can be pressed, with the place that hears the press. */
function targetsIn(element: Element): readonly Target[] {
  return composedElements(element).flatMap((found): readonly Target[] => {
    if (
      !found.matches('button, a[href], input, select, summary, [role=slider], [role=option]') ||
      !found.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
      return [];
    // Where the whole row opens, the row is what is pressed.
    const box = (found.closest('.name')?.closest('.event, .row > .cells, .row') ?? found).getBoundingClientRect();
    return box.width > 0 && box.height > 0 ? [{ element: found, box }] : [];
  });
}

/** In a sentence the line decides (2.5.8, "inline"). */
const isInline = ({ element }: Target) => element.matches('p .evidence, p a, li a');

const center = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2] as const;

/** Whether a circle around the middle meets no other target, nor another small one's circle (2.5.8, "spacing"). */
function isSpaced(target: Target, others: readonly Target[]): boolean {
  const [x, y] = center(target.box);
  return others.every((other) => {
    if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return true;
    const { left, right, top, bottom } = other.box;
    const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const [otherX, otherY] = center(other.box);
    const isSmall = Math.min(other.box.width, other.box.height) < LEAST - 0.01;
    return away >= LEAST / 2 && (!isSmall || Math.hypot(x - otherX, y - otherY) >= LEAST);
  });
}

const nameOf = ({ element, box }: Target) =>
  `${element.localName}.${element.getAttribute('class')} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}" ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;

/** What sticks out of the element with nothing to scroll it, and text that is cut off. */
function lossesIn(element: Element): readonly string[] {
  const edges = element.getBoundingClientRect();
  const scrollers = '.strip, .list, .table-scroll, .table, dialog, pre, :popover-open, .overlay';
  const losses = new Set<string>();
  for (const found of composedElements(element)) {
    if (!(found instanceof HTMLElement) || !found.checkVisibility() || found.closest('.visually-hidden, .away')) continue;
    const box = found.getBoundingClientRect();
    // What is a pixel wide is for listening only.
    if (box.width <= 2 || box.height <= 2) continue;
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(found);
    const name = `${found.localName}.${found.getAttribute('class') ?? ''}`;
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    if (cuts(overflowX) && found.scrollWidth > found.clientWidth + 1 && found.textContent?.trim()) losses.add(`${name} cuts its text`);
    if (cuts(overflowY) && (webkitLineClamp || 'none') === 'none' && found.scrollHeight > found.clientHeight + 1 && found.textContent?.trim())
      losses.add(`${name} cuts its lines`);
    if (Math.max(box.right - edges.right, edges.left - box.left) > 1 && !found.closest(scrollers)) losses.add(`${name} sticks out`);
  }
  return [...losses];
}

/** What WCAG 1.4.12 lets a person set, in every tree. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
);

function spaceOut(element: Element): void {
  for (const { shadowRoot } of [element, ...composedElements(element)])
    if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, spacing];
}

describe('the whole panel', () => {
  it('has no target below 24 pixels that is not apart from others, wide or narrow, also when compact (A10)', async () => {
    const { element } = await showPanel();
    for (const { width, density } of [
      { width: 1280, density: 'comfortable' },
      { width: 320, density: 'comfortable' },
      { width: 320, density: 'compact' },
      { width: 1280, density: 'compact' },
    ] as const) {
      element.density = density;
      await surround(element, { width });
      for (const fold of composedElements(element).filter((found) => found.matches('.disclosure[aria-expanded="false"]')))
        if (fold instanceof HTMLElement) fold.click();
      await settled(element);
      await drawn(element);
      for (const row of composedElements(element)
        .filter((found) => found.matches('.name[aria-expanded="false"]'))
        .slice(0, 6))
        if (row instanceof HTMLElement) row.click();
      await settled(element);
      const targets = targetsIn(element);
      expect(targets.length).to.be.greaterThan(60);
      const small = targets.filter((target) => Math.min(target.box.width, target.box.height) < LEAST - 0.01 && !isInline(target));
      expect(small.filter((target) => !isSpaced(target, targets)).map(nameOf), `${width} ${density}`).to.deep.equal([]);
    }
  });

  it('loses nothing and does not scroll sideways at 320 pixels, which is 400 % of 1280, and with wide text (A14)', async () => {
    const { element } = await showPanel({ width: 320 });
    for (const fold of composedElements(element).filter((found) => found.matches('.disclosure[aria-expanded="false"]')))
      if (fold instanceof HTMLElement) fold.click();
    await settled(element);
    await drawn(element);
    for (const row of composedElements(element)
      .filter((found) => found.matches('.name[aria-expanded="false"]'))
      .slice(0, 6))
      if (row instanceof HTMLElement) row.click();
    await settled(element);
    for (const [width, dir, spaced] of [
      [320, 'ltr', false],
      [320, 'rtl', false],
      [320, 'ltr', true],
      [720, 'ltr', true],
      [1280, 'ltr', true],
    ] as const) {
      if (spaced && width === 320) spaceOut(element);
      await surround(element, { width, dir });
      await settled(element);
      await drawn(element);
      const where = `${width} ${dir}${spaced ? ' wide text' : ''}`;
      expect(lossesIn(element), where).to.deep.equal([]);
      expect(element.scrollWidth, where).to.be.at.most(width);
    }
  });

  for (const width of [320, 720, 1280]) {
    it(`has fields of one height side by side at ${width} pixels`, async () => {
      const { element } = await showPanel({ width });
      const fields = composedElements(element)
        .filter((found) => found.matches(':is(.tools, .fields) :is(input, select)') && found.checkVisibility())
        .map((found) => found.getBoundingClientRect());
      expect(fields.length).to.be.greaterThan(2);
      for (const { top, bottom, height } of fields) {
        for (const other of fields) if (other.top < bottom && other.bottom > top) expect(other.height, `at ${top}`).to.be.closeTo(height, 0.1);
      }
    });
  }

  it('has figures side by side begin at one height, also where the name of one breaks', async () => {
    const { element } = await showPanel({ width: 300 });
    const tiles = composedElements(element).filter((found) => found.matches('.metric:has(.figure)'));
    const top = (found: Element | null | undefined) => found?.getBoundingClientRect().top ?? 0;
    const [, , average, purchases] = tiles.map((tile) => tile.querySelector('.figure'));
    expect(top(tiles[2])).to.be.closeTo(top(tiles[3]), 0.1);
    expect(top(average)).to.be.closeTo(top(purchases), 0.1);
  });

  for (const dir of ['ltr', 'rtl'] as const) {
    it(`has a mark of help follow the last word of a name, also of one that breaks (${dir})`, async () => {
      const { element } = await showPanel({ width: 300, dir });
      const marks = composedElements(element).filter((found) => found.matches('dt .help'));
      const lines = marks.map((mark) => {
        const name = document.createRange();
        name.selectNodeContents(mark.closest('dt')!);
        name.setEndBefore(mark);
        const words = [...name.getClientRects()].filter(({ width }) => width > 0);
        const lowest = Math.max(...words.map(({ bottom }) => bottom));
        const [line, icon] = [words.filter(({ bottom }) => bottom > lowest - 5), mark.getBoundingClientRect()];
        const gap = dir === 'ltr' ? icon.left - Math.max(...line.map(({ right }) => right)) : Math.min(...line.map(({ left }) => left)) - icon.right;
        expect(Math.abs(gap), mark.ariaLabel ?? '').to.be.at.most(4);
        expect((icon.top + icon.bottom) / 2).to.be.closeTo((line[0]!.top + lowest) / 2, 3);
        return new Set(words.map(({ top }) => Math.round(top))).size;
      });
      expect(Math.max(...lines)).to.equal(2);
    });
  }

  it('takes its place in the outline of the page: headings from the level it is told, and regions with names (A20)', async () => {
    const { element } = await showPanel();
    element.headingLevel = 4;
    await updated(element);
    await nextFrame();
    const headings = composedElements(element).filter((found) => found.checkVisibility() && (found.role === 'heading' || /^h\d$/.test(found.localName)));
    const levels = headings.map((found) => Number(found.getAttribute('aria-level') ?? found.localName.slice(1)));
    expect(headings.length).to.be.greaterThan(8);
    expect(levels[0]).to.equal(3);
    expect(Math.min(...levels)).to.equal(3);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 2), `${headings[index]?.textContent?.trim()} in ${levels}`).to.be.at.most(1);
    for (const region of composedElements(element)) {
      if (!region.matches('section, [role=region], [role=group], [role=feed], [role=table]')) continue;
      const labelledBy = region.getAttribute('aria-labelledby');
      const root = region.getRootNode();
      const label = labelledBy && root instanceof ShadowRoot ? root.getElementById(labelledBy)?.textContent : region.getAttribute('aria-label');
      expect(label?.trim(), region.outerHTML.slice(0, 120)).to.be.a('string').and.not.equal('');
    }
  });
});

/** Linear light of `rgb(…)`, 0 to 1. */
function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** The best contrast of any pixel of a stretch of the canvas against the paper, which is how dark the middle of a line or letter is. */
function contrastIn(canvas: HTMLCanvasElement, paper: readonly number[], [left, top, right, bottom]: readonly [number, number, number, number]): number {
  const scale = canvas.width / canvas.clientWidth;
  const { data } = canvas.getContext('2d')!.getImageData(left * scale, top * scale, Math.max((right - left) * scale, 1), Math.max((bottom - top) * scale, 1));
  let best = 1;
  for (let index = 0; index < data.length; index += 4) {
    const alpha = data[index + 3]! / 255;
    if (alpha < 0.5) continue;
    best = Math.max(
      best,
      contrast(
        [0, 1, 2].map((channel) => data[index + channel]! * alpha + paper[channel]! * (1 - alpha)),
        paper,
      ),
    );
  }
  return best;
}

/** How many pixels have just this colour. */
function pixelsOf(canvas: HTMLCanvasElement, colour: readonly number[]): number {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let index = 0; index < data.length; index += 4)
    if (data[index + 3] === 255 && [0, 1, 2].every((channel) => Math.abs(data[index + channel]! - colour[channel]!) <= 1)) count++;
  return count;
}

describe('the chart on its canvas', () => {
  it('has lines of 3 to 1 and words of 4.5 to 1, measured on its pixels, in both themes, and follows the page from one to the other (A11)', async () => {
    const { element } = await showPanel();
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    const canvas = chart.renderRoot.querySelector('canvas')!;
    const shown = () => [...chart.renderRoot.querySelectorAll<HTMLElement>('.legend button')];
    for (const button of shown()) if (button.ariaPressed !== 'true') button.click();
    await updated(element);
    await drawn(element);
    for (const theme of ['light', 'dark', 'light'] as const) {
      // No media query changes: it is the page that says so.
      element.parentElement!.style.colorScheme = theme;
      const paper = () => channels(getComputedStyle(chart).backgroundColor);
      const colours = () => shown().map((button) => channels(getComputedStyle(button.querySelector('span')!).color));
      await until(() => colours().every((colour) => pixelsOf(canvas, colour) >= 20), `lines in ${theme}`);
      expect(luminance(paper()) > 0.5).to.equal(theme === 'light');
      for (const [index, colour] of colours().entries()) expect(contrast(colour, paper()), `line ${index}, ${theme}`).to.be.at.least(3);
      const { clientWidth: width, clientHeight: height } = canvas;
      const axes = {
        days: contrastIn(canvas, paper(), [width * 0.2, height - 22, width * 0.8, height]),
        amounts: contrastIn(canvas, paper(), [0, 0, 30, height - 60]),
      };
      for (const [axis, value] of Object.entries(axes)) expect(value, `${axis}, ${theme}`).to.be.at.least(4.5);
    }
  });

  it('tells its lines apart by dash and name, not by colour alone (A1)', async () => {
    const { element } = await showPanel();
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    const buttons = [...chart.renderRoot.querySelectorAll('.legend button')];
    expect(buttons.length).to.be.greaterThan(2);
    const dashes = buttons.map((button) => button.querySelector('path')?.getAttribute('stroke-dasharray') ?? 'solid');
    expect(new Set(dashes).size).to.equal(Math.min(buttons.length, 6));
    expect(new Set(buttons.map((button) => button.textContent?.trim())).size).to.equal(buttons.length);
    const kinds = new Set([...chart.renderRoot.querySelectorAll('.keys .shape')].map((shape) => `${shape.localName} ${getComputedStyle(shape).fill}`));
    expect(kinds.size).to.equal(chart.renderRoot.querySelectorAll('.keys svg').length);
  });
});

describe('the four kinds of activity', () => {
  it('differ in shape, in the legend and as dots, not in colour alone (A1)', async () => {
    const { element } = await showPanel();
    const { renderRoot } = element.renderRoot.querySelector('c360-timeline')!;
    const marks = [...renderRoot.querySelectorAll('.mark[class*="lane-"]')];
    const shapesOf = new Map(
      LANES.map((lane) => [lane, new Set(marks.filter((mark) => mark.matches(`.lane-${lane}`)).map((mark) => getComputedStyle(mark).clipPath))]),
    );
    const outlines = [...shapesOf.values()].flatMap((outline) => [...outline]);
    expect(outlines).not.to.include('none');
    expect([outlines.length, new Set(outlines).size]).to.deep.equal([4, 4]);
    const dots = [...renderRoot.querySelectorAll('[part="dot"]')].map((dot) => dot.getAttribute('d') ?? '');
    // The commands of a path without its numbers are its shape.
    const shapes = dots.filter(Boolean).map((path) => path.split(/(?=M)/)[0]!.replace(/[-\d.\s,]+/g, ' '));
    expect(shapes.length).to.be.greaterThan(2);
    expect(new Set(shapes).size).to.equal(shapes.length);
  });
});

describe('the chart without sight', () => {
  it('has a name, a sentence, and one press away a table with every figure that is drawn (A2)', async () => {
    const { element } = await showPanel();
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    const canvas = chart.renderRoot.querySelector('canvas')!;
    const { Chart } = await import('chart.js');
    const shown = Object.values(Chart.instances).find((each) => each.canvas === canvas)!;
    const button = control(chart, 'Table');
    button.focus();
    button.click();
    await updated(chart);
    const table = chart.renderRoot.querySelector('table')!;
    expect(canvas.getAttribute('aria-label')).to.match(/\.$/);
    expect(table.caption?.textContent).not.to.equal('');
    const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent?.trim());
    for (const { label, data } of shown.data.datasets) {
      const column = heads.indexOf(label ?? '');
      expect(column, label).to.be.greaterThan(0);
      const cells = [...table.querySelectorAll('tbody tr')].map((row) => Number((row.children[column]?.textContent ?? '').replace(/[^\d.-]/g, '')));
      const points = new Set(
        data.flatMap((point) => (typeof point === 'object' && point !== null && 'y' in point && Number.isFinite(point.y) ? [point.y] : [])),
      );
      for (const value of points) expect(cells, `${label} ${value}`).to.include(value);
    }
  });
});
