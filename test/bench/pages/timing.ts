// How everything is timed, ours and others alike.

/** What a page offers: runs by name, each giving milliseconds, or several figures by name. */
export type Runs = Readonly<Record<string, () => Promise<number | Readonly<Record<string, number>>>>>;

declare global {
  interface Window {
    runs?: Runs;
    /** Milliseconds the main thread has worked, where that is what counts. */
    threadTime?: () => Promise<number>;
    /** Turns the wheel over a place of the page. */
    wheel?: (x: number, y: number, by: number) => Promise<void>;
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

/** What wheeling through a list was like. */
export interface Wheeling {
  /** Milliseconds that 95 of 100 frames stay below, from the news of the scrolling to its picture; of the main thread alone: the mean. */
  readonly scroll: number;
  /** Frames painted with a place of the list empty. */
  readonly blank: number;
}

/**
 * Turns the wheel over a list, again and again; what stands between a scrolled list and its picture is what counts. `isEmpty` tells by
 * what is found at a place whether nothing is shown there.
 */
export async function wheelThrough(
  scroller: Element,
  isEmpty = (found: Element | null) => [scroller, scroller.firstElementChild, null].includes(found),
  turns = 60,
  by = 700,
): Promise<Wheeling> {
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const root = scroller.getRootNode() as Document | ShadowRoot;
  const isEmptyAt = (y: number) => isEmpty(root.elementFromPoint(left + width / 3, y));
  const times: number[] = [];
  let [begun, blank] = [0, 0];
  const onScroll = () => {
    if (begun) return;
    begun = performance.now();
    requestAnimationFrame(async () => {
      await afterPaint();
      times.push(performance.now() - begun);
      if ([0.1, 0.3, 0.5, 0.7, 0.9].some((share) => isEmptyAt(top + share * height))) blank++;
      begun = 0;
    });
  };
  // Before anybody else hears of it.
  scroller.addEventListener('scroll', onScroll, { capture: true });
  const start = (await window.threadTime?.()) ?? 0;
  console.profile('scroll');
  for (let turn = 0; turn < turns; turn++) await window.wheel?.(left + width / 2, top + height / 2, by);
  console.profileEnd('scroll');
  await frame();
  await afterPaint();
  const worked = ((await window.threadTime?.()) ?? 0) - start;
  scroller.removeEventListener('scroll', onScroll, { capture: true });
  // The bar of a list longer than a browser can lay out moves by less than the list.
  if (scroller.scrollTop < (turns * by) / 4) throw new Error(`Scrolled to ${scroller.scrollTop} only`);
  return { scroll: window.threadTime ? worked / times.length : p95(times), blank };
}

/** Bytes in use once everything that can go has gone. */
export async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN;
}
