// Runs the tests that need no browser: `node test/config/node-tests.js <name> <folder>`. The counts go where the summary finds them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const [name = '', folder = ''] = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.test.js'))
  .map((file) => resolve(join(folder, file)));

const count = { passed: 0, failed: 0, skipped: 0 };
// These mostly wait for a browser or a compiler; one at a time, as is usual on two cores, would leave a core idle.
const stream = run({ files, concurrency: 2 });

/** @param {{details: {type?: string}, skip?: string | boolean, todo?: string | boolean}} test */
const isCounted = ({ details, skip, todo }) => {
  if (details.type === 'suite') return false;
  if (skip || todo) count.skipped += 1;
  return !skip && !todo;
};
stream.on('test:pass', (test) => {
  if (isCounted(test)) count.passed += 1;
});
stream.on('test:fail', (test) => {
  if (isCounted(test)) count.failed += 1;
});
stream.on('end', () => {
  mkdirSync('.cache/results', { recursive: true });
  writeFileSync(`.cache/results/${name}.json`, JSON.stringify(count));
  process.exitCode = count.failed ? 1 : 0;
});
stream.compose(new spec()).pipe(process.stdout);
