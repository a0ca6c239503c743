// Types, lint and format, side by side: what must hold before anything is committed.
import { spawn } from 'node:child_process';

const checks = [
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['types of tests', 'tsc', '--noEmit', '-p', 'test'],
  ['types of tools', 'tsc', '--noEmit', '-p', 'test/config'],
  ['lint and format', 'biome', 'check', '--config-path', 'test/config/style.json', '--error-on-warnings', '--log-level=warn', '.'],
];

/** @param {readonly string[]} check */
function run([name, command = '', ...args]) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(`node_modules/.bin/${command}`, args, { shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

const results = await Promise.all(checks.map(run));
process.exitCode = results.every(Boolean) ? 0 : 1;
