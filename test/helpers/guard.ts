/**
 * The guard every test runs under (quality.md 4.5). A test fails when, meanwhile, an error went uncaught or a rejection unhandled,
 * a console line was written or a request left that it did not declare, a content security policy was violated, or a built-in
 * prototype was changed.
 */

interface Problem {
  readonly text: string;
  /** The thrown value, where one lies behind it. */
  readonly reason?: unknown;
}

interface Expectation {
  readonly pattern: string | RegExp;
  met: boolean;
}

let problems: Problem[] = [];
let expectedLines: Expectation[] = [];
let networkAllowed = false;

/** Declares a console line, or an uncaught error, that the test is going to cause. It must come, or the test fails. */
export function expectConsole(pattern: string | RegExp): void {
  expectedLines.push({ pattern, met: false });
}

/** Declares that the test sends requests through the page's own `fetch`; others give their elements an answer of their own. */
export function allowNetwork(): void {
  networkAllowed = true;
}

function matches(pattern: string | RegExp, line: string): boolean {
  return typeof pattern === 'string' ? line.includes(pattern) : pattern.test(line);
}

function describe(value: unknown): string {
  if (!(value instanceof Error)) return String(value);
  const lines = (value.stack ?? value.message).split('\n').filter((line) => !line.includes('__web-test-runner__'));
  return lines.join('\n');
}

// The test runner writes what went uncaught to the console as well; that is not a second problem.
const runnersNote = 'An error was thrown in a Promise outside a test.';
const uncaught = new Set<unknown>();

function recordUncaught(kind: string, reason: unknown): void {
  problems = problems.filter((problem) => !('reason' in problem) || problem.reason !== reason);
  problems.push({ text: `${kind}: ${describe(reason)}` });
  uncaught.add(reason);
}

addEventListener('error', (event) => {
  // The framework would end the test at once and stumble over its own end later.
  event.stopImmediatePropagation();
  const expected = expectedLines.find(({ pattern }) => matches(pattern, event.message));
  if (expected) {
    expected.met = true;
    // The runner may have written it to the console before this was told.
    problems = problems.filter((problem) => !('reason' in problem) || problem.reason !== event.error);
    uncaught.add(event.error);
    event.preventDefault();
  } else recordUncaught('Uncaught error', event.error ?? event.message);
});

addEventListener('unhandledrejection', ({ reason }) => recordUncaught('Unhandled rejection', reason));

addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  problems.push({ text: `Content security policy violated: ${effectiveDirective} by ${blockedURI || 'inline code'}` });
});

for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) {
  const write = console[level];
  console[level] = (...values: unknown[]) => {
    const line = values.map(describe).join(' ');
    const expected = expectedLines.find(({ pattern }) => matches(pattern, line));
    if (expected) {
      expected.met = true;
      return;
    }
    if (!line.startsWith(runnersNote) && !uncaught.has(values[0])) problems.push({ text: `console.${level}: ${line}`, reason: values[0] });
    write.apply(console, values);
  };
}

const pageFetch = window.fetch;
window.fetch = (input, init) => {
  if (!networkAllowed) problems.push({ text: `A request left that the test did not declare: ${input instanceof Request ? input.url : String(input)}` });
  return pageFetch(input, init);
};

/** What a script could have added to the objects everything inherits from (TH6). */
function prototypeKeys(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype]
    .flatMap((prototype) => Reflect.ownKeys(prototype).map(String))
    .join(' ');
}
const pristine = prototypeKeys();

/** Everything the test that just ended did that it may not; the next one starts clean. */
function takeProblems(): string[] {
  const found = problems.map(({ text }) => text);
  for (const { pattern, met } of expectedLines) if (!met) found.push(`The console line ${String(pattern)} was declared but did not come.`);
  if (prototypeKeys() !== pristine) found.push('A built-in prototype was changed.');
  problems = [];
  expectedLines = [];
  networkAllowed = false;
  uncaught.clear();
  return found;
}

function withProblems(error: unknown, found: readonly string[]): unknown {
  if (!found.length) return error;
  if (!(error instanceof Error)) return new Error(found.join('\n'));
  // Of a `DOMException` it cannot be set.
  Object.defineProperty(error, 'message', { value: [error.message, ...found].join('\n'), configurable: true });
  return error;
}

const { setTimeout: later } = window;

// Asking in an `afterEach` hook would be simpler, but the framework gives up the whole file when a hook fails; so each test is asked
// at its own end. A rejection is reported as unhandled in a task after the one that caused it, hence the two steps.
const { run } = Mocha.Runnable.prototype;
Mocha.Runnable.prototype.run = function (this: Mocha.Runnable, done: Mocha.Done) {
  if (!(this instanceof Mocha.Test)) return run.call(this, done);
  return run.call(this, (error?: unknown) => {
    later.call(window, () => later.call(window, () => done(withProblems(error, takeProblems()))));
  });
};
