// The steps of `npm test` (and with --all, --nightly of its longer forms), all of them even when one fails.
// Ends with the sum over every runner; .ci/run repeats it as its closing line.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browserPath } from './browsers.js';
import { forgetFigures, readFigures } from './figures.js';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, nightly: { type: 'boolean', default: false } } });

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** @typedef {{name: string, args: readonly string[]}} Step */

/** @param {string} browser @returns {Step} */
const unit = (browser) => ({ name: browser, args: ['run', '-s', 'test:unit', '--', '--browser', browser] });

/** What one after the other makes of the package. @type {readonly Step[]} */
const made = [
  { name: 'check', args: ['run', '-s', 'check'] },
  { name: 'structure', args: ['run', '-s', 'test:structure'] },
  { name: 'build', args: ['run', '-s', 'build'] },
  { name: 'package', args: ['run', '-s', 'test:package'] },
  { name: 'kit', args: ['run', '-s', 'test:kit'] },
];

/** What comes when the machine is free again: these measure memory, or hold a whole browser. @type {readonly Step[]} */
const alone = [
  ...(values.all ? [unit('firefox'), unit('webkit')] : []),
  ...(values.nightly
    ? [
        { name: 'nightly', args: ['exec', '--', 'node', 'test/config/node-tests.js', 'nightly', 'test/nightly'] },
        { name: 'seeded', args: ['run', '-s', 'test:seeded'] },
      ]
    : []),
];

const steps = [...made, unit('chromium'), ...alone];

const folder = '.cache/results';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
forgetFigures();

const sum = { passed: 0, failed: 0, skipped: 0 };

// Two steps at a time still read as one after the other: the first that has not ended speaks at once, a later one when its turn comes.
/** @type {Map<string, {said: string, ended: boolean}>} */
const speech = new Map(steps.map(({ name }) => [name, { said: '', ended: false }]));

function speak() {
  for (const [name, step] of speech) {
    process.stdout.write(step.said);
    step.said = '';
    if (!step.ended) return;
    speech.delete(name);
  }
}

/** @param {Step} step */
async function run({ name, args }) {
  const step = speech.get(name);
  if (!step) return;
  /** @param {string | Buffer} text */
  const say = (text) => {
    step.said += text;
    speak();
  };
  say(`\n— ${name}\n`);
  /** @type {number | null} */
  const status = await new Promise((resolve) => {
    const child = spawn(npm, args, { env: { ...process.env, ...(values.nightly ? { C360_NIGHTLY: '1' } : {}) }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    child.on('error', ({ message }) => {
      say(`${message}\n`);
      resolve(null);
    });
    child.on('close', resolve);
  });
  const file = `${folder}/${name}.json`;
  const { passed = 0, failed = 0, skipped = 0 } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  sum.passed += passed;
  sum.skipped += skipped;
  // A step that failed without a failed test to show for it, such as a type error, counts as one.
  sum.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status !== 0) say(`${name} FAILED\n`);
  step.ended = true;
  speak();
}

/** Finds or installs a browser before two steps at once would. @param {Parameters<typeof browserPath>[0]} browser */
function settle(browser) {
  try {
    browserPath(browser);
  } catch (error) {
    // Each step that needs it fails, and counts.
    console.error(error instanceof Error ? error.message : error);
  }
}

/** @param {readonly Step[]} some */
async function oneByOne(some) {
  for (const step of some) await run(step);
}

settle('chromium');
settle('firefox');
if (values.all) settle('webkit');

// The tests of the sources need nothing that is built, and both wait for browsers more than they compute.
await Promise.all([oneByOne(made), run(unit('chromium'))]);
await oneByOne(alone);

const figures = readFigures();
if (figures) console.log(`\n— figures\n${figures.trimEnd()}`);

writeFileSync(`${folder}/summary.json`, JSON.stringify(sum));
console.log(`\n${readdirSync(folder).length - 1} runners: ${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;
