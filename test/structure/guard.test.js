import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

it('the guard of the tests catches what it promises to catch, and nothing else', () => {
  const { stdout } = spawnSync(process.execPath, ['test/config/unit.js', '--results', 'guard-cases', 'test/structure/cases/guard.cases.ts'], {
    encoding: 'utf8',
  });
  // Each failed test is listed as "suite > test".
  const failed = [...stdout.matchAll(/❌ (must \w+) > (.*)/g)].map(([, suite, name]) => `${suite}: ${name}`);
  assert.deepEqual(failed, [
    'must fail: a console line nobody declared',
    'must fail: a declared console line that does not come',
    'must fail: a rejection nobody handles',
    'must fail: an error outside of the test',
    'must fail: a request nobody declared',
    'must fail: a changed prototype',
  ]);
  assert.deepEqual(JSON.parse(readFileSync('.cache/guard-cases.json', 'utf8')), { passed: 3, failed: 6, skipped: 0 });
});
