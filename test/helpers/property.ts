import { assert, type IAsyncProperty, type IProperty } from 'fast-check';
import { tried } from './figures.js';

declare global {
  /** Set by the runner: whether the long forms of tests run. */
  var C360_NIGHTLY: boolean | undefined;
}

/** Whether the long forms of tests run (`npm run test:nightly`). */
export const isNightly = globalThis.C360_NIGHTLY === true;

/** Milliseconds a test of many cases may take: enough for a busy machine, since a test that hangs is what is looked for. */
export const LONG = isNightly ? 3_600_000 : 120_000;

// By day the same cases every time, so that a failure is the change's and not the dice's; by night many others.
const parameters = isNightly ? { numRuns: 20_000 } : { numRuns: 300, seed: 20_171_231 };

/** Fails with the smallest counterexample when the property does not hold for every case tried. */
export function holds<Values>(property: IProperty<Values>): void {
  assert(property, parameters);
  tried(parameters.numRuns);
}

/** The same for a property that takes time. */
export async function holdsInTime<Values>(property: IAsyncProperty<Values>): Promise<void> {
  const numRuns = isNightly ? 2_000 : 50;
  await assert(property, { numRuns, ...(!isNightly && { seed: parameters.seed }) });
  tried(numRuns);
}
