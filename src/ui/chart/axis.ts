/** Round values along an axis, from below the lowest to above the highest that is drawn. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Distances between lines of the grid: more could not be told apart at a glance. */
const MOST_STEPS = 4;

/** Amounts below it are nothing. */
const TINY = 1e-290;

/** The next of 1, 2, 5, 10, 20 … that is not smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = least / power;
  return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
}

/**
 * The axis of values between `low` and `high`, in steps of 1, 2 or 5; `whole` values have no step below 1. Where nothing differs there
 * is room around the one value, but none below zero for what is not negative.
 */
export function toAxis(low: number, high: number, whole: boolean): Axis {
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Differences beyond the digits of a number cannot be parted into steps.
  const isLevel = high - low <= Math.max(size, TINY) * 1e-12;
  const room = isLevel ? Math.max(size * 0.05, whole || size < TINY ? 1 : 0) : 0;
  const [from, to] = [low < 0 ? low - room : Math.max(low - room, 0), high + room];
  let step = Math.max(roundStep((to - from) / MOST_STEPS), whole ? 1 : 0);
  for (let steps = stepsOf(from, to, step); steps > MOST_STEPS; steps = stepsOf(from, to, step)) step = roundStep((steps * step) / MOST_STEPS);
  const first = Math.floor(from / step);
  // Rounded, so that 3 × 0.1 is 0.3.
  const ticks = Array.from({ length: stepsOf(from, to, step) + 1 }, (_, index) => Number(((first + index) * step).toPrecision(15)));
  return { min: ticks[0]!, max: ticks[ticks.length - 1]!, ticks };
}

function stepsOf(from: number, to: number, step: number): number {
  return Math.ceil(to / step) - Math.floor(from / step);
}

/** The same axis with steps added above, so that two axes share the lines of one grid. */
export function withSteps(axis: Axis, steps: number): Axis {
  const ticks = [...axis.ticks];
  const step = (axis.max - axis.min) / (ticks.length - 1);
  while (ticks.length <= steps) ticks.push(Number((axis.max + (ticks.length - axis.ticks.length + 1) * step).toPrecision(15)));
  return { min: axis.min, max: ticks[ticks.length - 1]!, ticks };
}
