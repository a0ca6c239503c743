// Run by guard.test.js alone: each test says in its name how it must end.
import { allowNetwork, expectConsole } from '../../helpers/guard.js';

const pollute: Record<string, unknown> = Object.prototype as unknown as Record<string, unknown>;

describe('must fail', () => {
  it('a console line nobody declared', () => {
    console.warn('surprise');
  });

  it('a declared console line that does not come', () => {
    expectConsole('announced');
  });

  it('a rejection nobody handles', () => {
    void Promise.reject(new Error('unhandled'));
  });

  it('an error outside of the test', async () => {
    setTimeout(() => {
      throw new Error('uncaught');
    });
    // The guard lets nobody else hear of the error; a timer set later runs later.
    await new Promise((resolve) => setTimeout(resolve));
  });

  it('a request nobody declared', async () => {
    await fetch('/');
  });

  it('a changed prototype', () => {
    pollute['polluted'] = true;
  });

  after(() => {
    delete pollute['polluted'];
  });
});

describe('must pass', () => {
  it('a declared console line', () => {
    expectConsole('announced');
    console.warn('announced');
  });

  it('a declared request', async () => {
    allowNetwork();
    await fetch('/');
  });

  it('a test that follows failed ones', () => {});
});
