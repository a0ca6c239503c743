import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { elementNames } from './tags.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('what is published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'c360-'));
  /** @type {Uint8Array} */
  let tarball;

  before(() => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { stdio: 'ignore' });
    tarball = new Uint8Array(readFileSync(join(folder, `${manifest.name}-${manifest.version}.tgz`)));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is described rightly: publint has nothing to say', async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, level: 'suggestion', strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest)),
      [],
    );
  });

  it('has types that fit each entry: arethetypeswrong has nothing to say', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball), {
      includeEntrypoints: [...elementNames.flatMap((name) => [`elements/${name}`, `elements/${name}/define`]), 'locales/de'],
    });
    assert.ok(result.types, 'the package has types');
    // The package is modules only: resolvers that know no exports map, and require(), are not served.
    const served = result.problems.filter((problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)));
    assert.deepEqual(
      served.map((problem) => JSON.stringify(problem)),
      [],
    );
  });

  it('holds what is needed and nothing else', () => {
    const files = execFileSync('tar', ['-tzf', join(folder, `${manifest.name}-${manifest.version}.tgz`)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    const rooms = new Set(files.map((path) => path.replace(/^package\//, '').replace(/\/.*/, '/')));
    assert.deepEqual([...rooms].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'cdn/',
      'custom-elements.json',
      'demo/',
      'dist/',
      'llms.txt',
      'openapi.json',
      'package.json',
      'src/',
    ]);
    // What the README leads to comes along; the rest of those rooms stays at home.
    assert.deepEqual(
      files.filter((path) => /^package\/(demo|src)\//.test(path) && !/^package\/(demo\/recipes\/|src\/(?:sources\/)?README\.md$)/.test(path)),
      [],
    );
  });
});
