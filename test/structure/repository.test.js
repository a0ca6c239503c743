import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { files } from './sources.js';

/** The rooms of the house (design/architecture.md); tool configuration lives in package.json or below test/. */
const topLevel = new Set([
  '.ci',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'demo',
  'index.html',
  'mocks',
  'package-lock.json',
  'package.json',
  'src',
  'test',
  'tsconfig.json',
  'vite.config.ts',
]);

/** Put together here so that this file does not name what it looks for. */
const absolutePath = new RegExp(`["'\`\\s(=]/(${['work', 'root', 'home'].join('|')})/[\\w.-]+`);
const registryHost = new RegExp(`\\b(${['registry', 'npm'].join('|')})\\.[a-z0-9-]+\\.(org|com|net|io|dev)\\b`);

const texts = files.filter((path) => !/\.(png|jpe?g|gif|webp|avif|ico|woff2?|gz|zip|parquet)$/.test(path));

describe('the repository', () => {
  it('has nothing on its top level but the rooms of the house', () => {
    const names = new Set(files.map((path) => path.split('/')[0] ?? ''));
    assert.deepEqual(
      [...names].filter((name) => !topLevel.has(name)),
      [],
    );
  });

  it('names no path of the machine it was written on and no package registry', () => {
    const wrong = texts.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, index) => (absolutePath.test(line) || registryHost.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : [])),
    );
    assert.deepEqual(wrong, []);
  });

  it('pins every version', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('keeps the demo as careful as the elements: no style attributes, which its strict policy would block', () => {
    const wrong = files.filter((path) => /^(index\.html|demo\/.*\.html)$/.test(path) && /\sstyle\s*=/.test(readFileSync(path, 'utf8')));
    assert.deepEqual(wrong, []);
  });
});
