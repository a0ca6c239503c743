import { executeServerCommand } from '@web/test-runner-commands';

let cases = 0;

/** Notes that so many cases were tried and held; the long forms of tests print the sum at their end. */
export function tried(count: number): void {
  cases += count;
}

after(async () => {
  if (globalThis.C360_NIGHTLY && cases > 0) await executeServerCommand('tried', { cases });
});
