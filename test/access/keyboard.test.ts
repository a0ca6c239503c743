import { expect } from '@open-wc/testing';
import { composedElements, nextFrame, part, textOf } from '../helpers/dom.js';
import { canHoldKeys, pressKey, withShift } from '../helpers/keyboard.js';
import { settled, updated } from '../helpers/mount.js';
import { LONG } from '../helpers/property.js';
import { control, focused, showPanel, until } from './scene.js';

/** Goes back to where one was, by keys where they can be held. */
async function back(to: HTMLElement): Promise<void> {
  if (canHoldKeys) await withShift(() => pressKey('Tab'));
  else to.focus();
}

/** A place before or after the panel where one comes in and goes out by Tab. */
function gate(name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = name;
  return button;
}

/** What a press meets: the row where the whole row opens, else the control itself. */
function targetOf(element: Element): Element {
  return element.closest('.name')?.closest('.event, .row') ?? element;
}

/** Whether some of it is what one sees at its place, not something that lies over it. */
function isSeen(element: Element): boolean {
  const target = targetOf(element);
  for (const { left, right, top, bottom, width, height } of [element.getBoundingClientRect(), target.getBoundingClientRect()]) {
    if (width === 0 || height === 0) continue;
    for (const [x, y] of [
      [left + width / 2, top + height / 2],
      [left + 3, top + 3],
      [right - 3, bottom - 3],
      [left + 3, bottom - 3],
      [right - 3, top + 3],
    ] as const) {
      const root = element.getRootNode();
      if (!(root instanceof ShadowRoot)) return true;
      const found = root.elementFromPoint(x, y);
      if (found && (found === element || element.contains(found) || (found.contains(element) && found !== root.host) || target.contains(found))) return true;
    }
  }
  return false;
}

function nameOf(element: Element): string {
  return `${element.localName}${element.className ? `.${element.getAttribute('class')}` : ''} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}`;
}

/** Whether the focus can be seen at it, on itself or on what it draws around its row. */
function showsFocus(element: Element): boolean {
  return [getComputedStyle(element), getComputedStyle(element, '::after')].some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
  );
}

/** Goes from gate to gate and gives every stop between. */
async function walk(from: HTMLElement, to: HTMLElement, look: (stop: Element) => Promise<void>): Promise<number> {
  const passed = new Set<Element>();
  let last: Element | undefined;
  from.focus();
  for (let presses = 0; ; presses++) {
    if (presses > 400) throw new Error(`There is no end to it after ${nameOf(last ?? from)}.`);
    await pressKey('Tab');
    const now = focused();
    if (!now || now === to) return passed.size;
    // A field for a date has a stop for each of its parts.
    if (now === last && now instanceof HTMLInputElement) continue;
    if (passed.has(now)) throw new Error(`One comes back to ${nameOf(now)}.`);
    passed.add(now);
    last = now;
    await look(now);
  }
}

for (const { width, density } of [
  { width: 1280, density: 'comfortable' },
  { width: 320, density: 'compact' },
] as const) {
  describe(`the panel at ${width} px, ${density}, by keys alone`, () => {
    it('is walked from end to end and back: no trap, the focus always seen and never under what sticks (A21)', async () => {
      const { element } = await showPanel({ width });
      element.density = density;
      const [before, after] = [gate('before'), gate('after')];
      element.before(before);
      element.after(after);
      // Rows that are open hold further stops below headings that stick.
      for (const section of composedElements(element).filter((found) => found.matches('c360-timeline, c360-campaigns'))) {
        for (const row of section.shadowRoot?.querySelectorAll<HTMLElement>('.name[aria-expanded="false"]') ?? [])
          if (row.matches('.event:nth-child(-n + 3) *, .row:nth-child(-n + 3) *')) row.click();
      }
      await settled(element);
      const wrong = new Set<string>();
      const look = async (stop: Element) => {
        // A list that scrolls takes its rows along in the next picture.
        if (!isSeen(stop)) {
          await nextFrame();
          await nextFrame();
        }
        if (!isSeen(stop)) wrong.add(`hidden: ${nameOf(stop)}`);
        if (!showsFocus(stop)) wrong.add(`no ring: ${nameOf(stop)}`);
      };
      const there = await walk(before, after, look);
      expect(there).to.be.greaterThan(width > 1000 ? 60 : 40);
      if (canHoldKeys) expect(await withShift(() => walk(after, before, look))).to.be.greaterThan(there * 0.8);
      expect([...wrong]).to.deep.equal([]);
    }).timeout(LONG);
  });
}

describe('the chart by keys alone', () => {
  it('is entered once, tells each day, and is left by Escape and by Tab (A3, A18)', async () => {
    const { element } = await showPanel();
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    const slider = control(chart, 'Day in the chart');
    const [, , , last] = composedElements(chart).filter((found) => found.matches('.legend button'));
    if (last instanceof HTMLElement) last.focus();
    const day = () => dayOf(Number(slider.ariaValueNow));
    const newest = Number(slider.getAttribute('aria-valuemax'));
    slider.focus();
    for (const [key, steps] of [
      ['ArrowLeft', -1],
      ['ArrowLeft', -2],
      ['ArrowRight', -1],
      ['ArrowDown', -2],
      ['ArrowUp', -1],
      ['End', 0],
    ] as const) {
      await pressKey(key);
      await updated(chart);
      expect(Number(slider.ariaValueNow) - newest, key).to.equal(steps);
      expect(slider.ariaValueText, key).to.contain(day());
    }
    await pressKey('PageDown');
    await updated(chart);
    expect(newest - Number(slider.ariaValueNow)).to.be.within(28, 31);
    await pressKey('PageUp');
    await updated(chart);
    expect(Number(slider.ariaValueNow)).to.be.within(newest - 1, newest);
    await pressKey('Home');
    await updated(chart);
    expect(slider.ariaValueNow).to.equal(slider.getAttribute('aria-valuemin'));
    expect(chart.renderRoot.querySelector('.marked')).not.to.equal(null);
    await pressKey('Escape');
    await updated(chart);
    expect(chart.renderRoot.querySelector('.marked')).to.equal(null);
    expect(focused()).to.equal(slider);
    await pressKey('Tab');
    expect(focused()).not.to.equal(slider);
    await back(slider);
    expect(focused()).to.equal(slider);
  });

  it('runs from right to left where the writing does: days, arrows and marks (A15)', async () => {
    const { element } = await showPanel();
    const chart = element.renderRoot.querySelector('c360-impact-chart')!;
    const slider = control(chart, 'Day in the chart');
    /** Where the line of the marked day stands after a key, in pixels from the left. */
    const placeAfter = async (key: string) => {
      slider.focus();
      await pressKey(key);
      await updated(chart);
      return chart.renderRoot.querySelector('.marked')!.getBoundingClientRect().left;
    };
    expect(await placeAfter('Home')).to.be.below(await placeAfter('End'));
    element.parentElement!.dir = 'rtl';
    element.requestUpdate();
    chart.requestUpdate();
    await settled(element);
    await nextFrame();
    await updated(element);
    expect(await placeAfter('Home')).to.be.above(await placeAfter('End'));
    const newest = Number(slider.ariaValueNow);
    const place = await placeAfter('ArrowRight');
    expect(Number(slider.ariaValueNow)).to.equal(newest - 1);
    expect(place).to.be.above(await placeAfter('End'));
  });
});

describe('the dots by keys alone', () => {
  it('are left by Escape: mark and tooltip go, the focus stays until Tab (A4, A18)', async () => {
    const { element } = await showPanel();
    const timeline = element.renderRoot.querySelector('c360-timeline')!;
    const slider = composedElements(timeline).find((found): found is HTMLElement => found instanceof HTMLElement && found.role === 'slider')!;
    control(timeline, /^First purchase/).focus();
    await back(slider);
    expect(focused()).to.equal(slider);
    await updated(timeline);
    const tooltip = () => composedElements(timeline).find((found) => found.role === 'tooltip' && found.matches(':popover-open'));
    expect(slider.querySelector('.cursor')).not.to.equal(null);
    expect(textOf(tooltip()!)).not.to.equal('');
    await pressKey('Escape');
    await updated(timeline);
    expect(slider.querySelector('.cursor')).to.equal(null);
    expect(tooltip()).to.equal(undefined);
    expect(focused()).to.equal(slider);
    await pressKey('ArrowLeft');
    await updated(timeline);
    expect(slider.querySelector('.cursor')).not.to.equal(null);
  });
});

describe('the sections of a narrow panel by keys alone', () => {
  it('unfold and fold, say which they are, and keep what is folded out of the way (A19)', async () => {
    const { element } = await showPanel({ width: 320 });
    const after = gate('after');
    element.after(after);
    const predictions = element.renderRoot.querySelector('c360-predictions')!;
    const fold = control(predictions, 'Predictions');
    fold.focus();
    expect(fold.ariaExpanded).to.equal('false');
    expect(predictions.renderRoot.querySelector(`#${fold.getAttribute('aria-controls')}`)?.checkVisibility()).to.equal(false);
    await pressKey('Tab');
    expect(focused(), 'nothing folded is a stop').to.equal(after);
    await back(fold);
    expect(focused()).to.equal(fold);
    await pressKey('Enter');
    await updated(element);
    expect(fold.ariaExpanded).to.equal('true');
    expect(focused()).to.equal(fold);
    expect(part(predictions, 'prediction').checkVisibility()).to.equal(true);
    await pressKey(' ');
    await updated(element);
    expect(fold.ariaExpanded).to.equal('false');
  });
});

describe('no press of a button', () => {
  it('loses the focus: it is on the button, on what the press opened, or on the heading above', async () => {
    const { element } = await showPanel();
    element.addEventListener('c360-export', (event) => event.preventDefault());
    element.addEventListener('c360-product-open', (event) => event.preventDefault());
    element.addEventListener('c360-reveal', (event) => event.preventDefault());
    const kinds = new Set<string>();
    const lost: string[] = [];
    const pressed: string[] = [];

    const next = () =>
      composedElements(element).find((found): found is HTMLButtonElement => {
        if (!(found instanceof HTMLButtonElement) || found.disabled || !found.checkVisibility() || found.closest('[inert]')) return false;
        const kind = kindOf(found);
        return !kinds.has(kind);
      });
    for (let button = next(); button; button = next()) {
      kinds.add(kindOf(button));

      const name = nameOf(button);
      button.focus();
      button.click();
      await updated(element);
      await nextFrame();
      await until(() => !composedElements(element).some((found) => found.matches(':state(loading), [aria-busy="true"]')), `the answer to ${name}`);
      await updated(element);
      if (!element.contains(document.activeElement)) lost.push(`${name} after ${pressed.slice(-3)}`);
      pressed.push(name);
      for (const dialog of composedElements(element)) if (dialog instanceof HTMLDialogElement && dialog.open) dialog.close();
      for (const popover of composedElements(element)) if (popover instanceof HTMLElement && popover.matches(':popover-open')) popover.hidePopover();
      await updated(element);
    }
    expect(kinds.size).to.be.greaterThan(25);
    expect(lost).to.deep.equal([]);
  }).timeout(LONG);
});

/** Buttons that do the same, whatever they do it to. */
function kindOf(button: HTMLButtonElement): string {
  const root = button.getRootNode();
  const host = root instanceof ShadowRoot ? root.host.localName : '';
  const isIcon = button.matches('.icon-button');
  return [host, button.className, button.part.value, button.closest('[part]')?.part.value, isIcon ? button.ariaLabel?.split(' ')[0] : ''].join('|');
}

/** How the chart writes the day. */
function dayOf(day: number): string {
  return new Date(day * 86_400_000).toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
}
