// The steps of `npm test` (and with --all, --nightly of its longer forms), one after another, all of them even when one fails.
// Ends with the sum over every runner; .ci/run repeats it as its closing line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forgetFigures, readFigures } from './figures.js';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, nightly: { type: 'boolean', default: false } } });

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const browsers = values.all ? ['chromium', 'firefox', 'webkit'] : ['chromium'];

/** What the long forms are told by. */
const env = {
  ...process.env,
  ...(values.nightly && { C360_NIGHTLY: '1' }),
  ...((values.all || values.nightly) && { C360_KIT_BROWSERS: 'chromium firefox' }),
};

/** @type {readonly {name: string, args: readonly string[]}[]} */
const steps = [
  { name: 'check', args: ['run', '-s', 'check'] },
  { name: 'structure', args: ['run', '-s', 'test:structure'] },
  { name: 'build', args: ['run', '-s', 'build'] },
  { name: 'package', args: ['run', '-s', 'test:package'] },
  { name: 'kit', args: ['run', '-s', 'test:kit'] },
  ...browsers.map((browser) => ({ name: browser, args: ['run', '-s', 'test:unit', '--', '--browser', browser] })),
  ...(values.nightly
    ? [
        { name: 'nightly', args: ['exec', '--', 'node', 'test/config/node-tests.js', 'nightly', 'test/nightly'] },
        { name: 'seeded', args: ['run', '-s', 'test:seeded'] },
      ]
    : []),
];

const folder = '.cache/results';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
forgetFigures();

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const { name, args } of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(npm, args, { stdio: 'inherit', env });
  const file = `${folder}/${name}.json`;
  const { passed = 0, failed = 0, skipped = 0 } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  sum.passed += passed;
  sum.skipped += skipped;
  // A step that failed without a failed test to show for it, such as a type error, counts as one.
  sum.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status !== 0) console.log(`${name} FAILED`);
}

const figures = readFigures();
if (figures) console.log(`\n— figures\n${figures.trimEnd()}`);

writeFileSync(`${folder}/summary.json`, JSON.stringify(sum));
console.log(`\n${readdirSync(folder).length - 1} runners: ${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;
