// How everything is timed, ours and others alike.

/** What a page offers: runs by name, each giving milliseconds, or several figures by name. */
export type Runs = Readonly<Record<string, () => Promise<number | Readonly<Record<string, number>>>>>;

declare global {
  interface Window {
    runs?: Runs;
    /** Milliseconds the main thread has worked, where that is what counts. */
    threadTime?: () => Promise<number>;
  }
}

/** Offers the runs to whoever opened the page. */
export function offer(runs: Runs): void {
  window.runs = runs;
}

export const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Resolves after the frame that is being made has been painted. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
}

/**
 * Milliseconds from the beginning of a frame in which `work` is done until a frame is painted in which it shows (`isDone`). Beginning
 * with a frame keeps the wait for the screen out of it. A profile is taken of just this, by `title`.
 */
export async function painted(work: () => void, isDone: () => boolean = () => true, title = 'picture'): Promise<number> {
  await frame();
  console.profile(title);
  const start = window.threadTime ? await window.threadTime() : performance.now();
  work();
  for (;;) {
    await afterPaint();
    if (isDone()) break;
    await frame();
  }
  const end = window.threadTime ? await window.threadTime() : performance.now();
  console.profileEnd(title);
  return end - start;
}

/** Waits for something that is not timed. */
export async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Not within a minute: ${holds}`);
    await frame();
  }
  await afterPaint();
}

/** A place in the page to draw into; the one before is removed. */
export function place(width = 900, height = 480): HTMLElement {
  document.querySelector('#place')?.remove();
  const element = document.createElement('div');
  element.id = 'place';
  element.style.cssText = `width: ${width}px; height: ${height}px;`;
  document.body.append(element);
  return element;
}

/** Elements below, shadow trees included. */
export function nodesBelow(root: Element | ShadowRoot): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) count += 1 + (element.shadowRoot ? nodesBelow(element.shadowRoot) : 0);
  return count + (root instanceof Element && root.shadowRoot ? nodesBelow(root.shadowRoot) : 0);
}

/** The 95th percentile. */
export function p95(values: readonly number[]): number {
  const ordered = values.toSorted((left, right) => left - right);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * 0.95))] ?? Number.NaN;
}

/** Scrolls as a hand on a wheel does, frame after frame, and tells what 95 of 100 frames stay below. */
export async function scrollThrough(scroller: Element, frames = 60, step = 700): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < frames; index++) {
    times.push(
      await painted(
        () => {
          scroller.scrollTop += step;
          // Browsers tell of it at the beginning of the next frame; told now, the work is within the frame that is timed.
          scroller.dispatchEvent(new Event('scroll'));
        },
        undefined,
        'scroll',
      ),
    );
  }
  return p95(times);
}

/** Bytes in use once everything that can go has gone. */
export async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN;
}
