// What `npm run build` does: the modules and what is told about them beside the script tags, which know nothing of each other.
import { spawn } from 'node:child_process';

const vite = (/** @type {string} */ mode) => ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn'];
const analyze = ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--litelement', '--quiet', '--globs', 'src/elements/**/*.ts'];

/** Within a line each step stands on the one before. @type {readonly (readonly (readonly string[])[])[]} */
const lines = [
  [vite('dist'), vite('mocks'), analyze, ['test/config/manifest.js']],
  [vite('cdn'), vite('iife'), ['mocks/openapi/build.js']],
];

/** @param {readonly string[]} step @returns {Promise<void>} */
function run(step) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, step, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${step.join(' ')} ended with ${code}`))));
  });
}

const results = await Promise.allSettled(
  lines.map(async (line) => {
    for (const step of line) await run(step);
  }),
);
for (const result of results) {
  if (result.status === 'fulfilled') continue;
  console.error(result.reason instanceof Error ? result.reason.message : result.reason);
  process.exitCode = 1;
}
