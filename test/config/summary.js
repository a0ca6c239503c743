// The steps of `npm test` (and with --all, --nightly of its longer forms), all of them even when one fails: what needs the built package
// one after another, and beside it what runs in browsers from the sources, since either alone would leave half of two cores idle.
// Ends with the sum over every runner; .ci/run repeats it as its closing line.
import { spawn } from 'node:child_process';
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

/** @typedef {{name: string, args: readonly string[]}} Step */

/** @type {readonly Step[]} */
const ofPackage = [
  { name: 'check', args: ['run', '-s', 'check'] },
  { name: 'structure', args: ['run', '-s', 'test:structure'] },
  { name: 'build', args: ['run', '-s', 'build'] },
  { name: 'package', args: ['run', '-s', 'test:package'] },
  { name: 'kit', args: ['run', '-s', 'test:kit'] },
];

/** @type {readonly Step[]} */
const ofSources = browsers.map((browser) => ({ name: browser, args: ['run', '-s', 'test:unit', '--', '--browser', browser] }));

/** What measures memory, or changes the sources, wants the machine to itself. */
/** @type {readonly Step[]} */
const alone = values.nightly
  ? [
      { name: 'nightly', args: ['exec', '--', 'node', 'test/config/node-tests.js', 'nightly', 'test/nightly'] },
      { name: 'seeded', args: ['run', '-s', 'test:seeded'] },
    ]
  : [];

const folder = '.cache/results';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
forgetFigures();

const sum = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Step} step
 * @param {boolean} held keeps what it says until it is done, so that two steps do not speak at once
 */
async function take({ name, args }, held) {
  if (!held) console.log(`\n— ${name}`);
  const child = spawn(npm, args, { stdio: held ? ['ignore', 'pipe', 'pipe'] : 'inherit', env, shell: process.platform === 'win32' });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece));
  const status = await new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      console.error(error);
      resolve(1);
    });
  });
  if (held) process.stdout.write(`\n— ${name}\n${Buffer.concat(said)}`);
  const file = `${folder}/${name}.json`;
  const { passed = 0, failed = 0, skipped = 0 } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  sum.passed += passed;
  sum.skipped += skipped;
  // A step that failed without a failed test to show for it, such as a type error, counts as one.
  sum.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status !== 0) console.log(`${name} FAILED`);
}

/** @param {readonly Step[]} steps @param {boolean} [held] */
async function inTurn(steps, held = false) {
  for (const step of steps) await take(step, held);
}

await Promise.all([inTurn(ofPackage), inTurn(ofSources, true)]);
await inTurn(alone);

const figures = readFigures();
if (figures) console.log(`\n— figures\n${figures.trimEnd()}`);

writeFileSync(`${folder}/summary.json`, JSON.stringify(sum));
console.log(`\n${readdirSync(folder).length - 1} runners: ${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;
