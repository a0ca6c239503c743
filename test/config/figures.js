// Figures of the long forms of tests: each process adds its own, the summary prints all of them.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const folder = '.cache';
const file = `${folder}/figures.txt`;

/** Forgets the figures of an earlier run. */
export function forgetFigures() {
  rmSync(file, { force: true });
}

/** @param {string} name @param {string} value */
export function note(name, value) {
  mkdirSync(folder, { recursive: true });
  appendFileSync(file, `${name}: ${value}\n`);
}

/** @returns {string} one figure a line; empty when there is none */
export function readFigures() {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
