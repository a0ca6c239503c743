import { dayOf, type Instant, isTimeZone } from '../model/day.js';
import { SourceError } from '../model/source-error.js';
import { DEFAULT_TIME_FRAME, parseTimeFrame, rangeOf } from '../model/time-frame.js';
import { VERSION } from '../version.js';
import { type CheckOptions, checkBackend, type ResourceReport } from './check.js';

/** What a run says, and whether it found nothing wrong. */
export interface Outcome {
  readonly output: string;
  readonly ok: boolean;
}

const USAGE = `c360-elements ${VERSION}

  npx c360-elements check <base-url> --customer <id> [options]

Asks a backend for every resource of the REST contract, as the elements would, and tells of each what is right, missing or wrong.

  --customer <id>         a customer the backend knows, best one with events, campaigns and messages
  --time-frame <frame>    ${DEFAULT_TIME_FRAME} (default), P30D, 2026-01-01/2026-06-30, all
  --time-zone <name>      IANA name of the zone days are cut in, UTC by default
  --search <identifier>   what to search for, the customer's id by default
  --origin <origin>       the page's, where it is another than the backend's: checks CORS and preflights
  --header <name: value>  one more header for each request, may be repeated
  --json                  the same for programs

The bearer token is read from the environment, C360_TOKEN, and never shown.
Ends with 0 when nothing is wrong, else with 1.
`;

/** Options with a value. */
const NAMES = ['customer', 'time-frame', 'time-zone', 'search', 'origin', 'header'] as const;

interface Given {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly json: boolean;
  readonly help: boolean;
}

/** A mistake in what was typed; its message is for whoever typed it. */
class UsageError extends Error {}

/** Reads `--name value` and `--name=value`. */
function readArguments(args: readonly string[]): Given {
  const words: string[] = [];
  const values = new Map<string, readonly string[]>();
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index++) {
    const [, name, , inline] = /^--([\w-]+)(=(.*))?$/s.exec(args[index]!) ?? [];
    if (name === undefined) words.push(args[index]!);
    else if (name === 'token') throw new UsageError('A token on a command line is kept in its history: set C360_TOKEN instead.');
    else if (name === 'json' || name === 'help') flags.add(name);
    else if (!(NAMES as readonly string[]).includes(name)) throw new UsageError(`There is no option --${name}.`);
    else {
      const value = inline ?? args[++index];
      if (value === undefined) throw new UsageError(`--${name} wants a value.`);
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return { words, values, json: flags.has('json'), help: flags.has('help') };
}

/** What to ask for, from what was typed. */
function optionsFrom({ words, values }: Given, token: string | undefined): CheckOptions {
  const one = (name: (typeof NAMES)[number]): string | undefined => values.get(name)?.at(-1);
  const [command, baseUrl, ...more] = words;
  if (command !== 'check' || baseUrl === undefined || more.length > 0) throw new UsageError('Say: check <base-url> --customer <id>.');
  const customerId = one('customer');
  if (customerId === undefined) throw new UsageError('--customer is missing: whom to ask for.');
  const timeZone = one('time-zone') ?? 'UTC';
  if (!isTimeZone(timeZone)) throw new UsageError(`Nobody knows the time zone ${timeZone}.`);
  const timeFrame = parseTimeFrame(one('time-frame') ?? DEFAULT_TIME_FRAME);
  if (typeof timeFrame === 'string') throw new UsageError('--time-frame is none: P6M, P30D, 2026-01-01/2026-06-30 or all.');
  const identifier = one('search');
  const origin = originFrom(one('origin'));
  return {
    baseUrl,
    customerId,
    timeZone,
    ...rangeOf(timeFrame, dayOf(Date.now() as Instant, timeZone)),
    headers: headersFrom(values.get('header') ?? []),
    ...(identifier !== undefined && { identifier }),
    ...(origin !== undefined && { origin }),
    ...(token && { token }),
  };
}

function originFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^https?:/i.test(text) || !URL.canParse(text)) throw new UsageError('--origin is none: https://crm.example.com.');
  return new URL(text).origin;
}

function headersFrom(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line) ?? [];
      // The value may be a secret, so the line is not repeated.
      if (name === undefined || value === undefined) throw new UsageError('--header is none: "X-Api-Key: …".');
      return [name, value];
    }),
  );
}

/** Runs what was typed. Never rejects, and never repeats a token or a header's value. */
export async function run(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<Outcome> {
  try {
    const given = readArguments(args);
    if (given.help || args.length === 0) return { output: USAGE, ok: given.help };
    const options = optionsFrom(given, environment['C360_TOKEN']);
    const reports = await checkBackend(options);
    const ok = reports.every(({ verdict }) => verdict !== 'wrong');
    return { output: given.json ? toJson(options, reports, ok) : toText(options, reports), ok };
  } catch (error) {
    return { output: `${messageOf(error)}\n\n${USAGE}`, ok: false };
  }
}

function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const reason = error instanceof SourceError ? error.details.reason : undefined;
  if (reason === 'base-url') return 'The base URL is no http(s) address, or has a password in it.';
  return 'The check could not run.';
}

/** The address without its query, which may hold a key. */
function baseOf({ baseUrl }: CheckOptions): string {
  const { origin, pathname } = new URL(baseUrl);
  return origin + pathname;
}

function toJson(options: CheckOptions, resources: readonly ResourceReport[], ok: boolean): string {
  const { customerId, from = null, to = null, timeZone, origin = null } = options;
  return `${JSON.stringify({ version: VERSION, baseUrl: baseOf(options), customerId, from, to, timeZone, origin, ok, resources }, null, 2)}\n`;
}

function toText(options: CheckOptions, reports: readonly ResourceReport[]): string {
  const { customerId, from, to, origin } = options;
  const asked = reports.filter(({ verdict }) => verdict !== 'skipped');
  // What is said of every answer, the server says as a whole: once is enough.
  const everywhere = [...new Set(asked.flatMap(linesOf))].filter((line) => asked.every((report) => linesOf(report).includes(line)));
  const resources = reports.flatMap((report) => {
    const { resource, request, verdict, status, milliseconds, summary } = report;
    return [
      `${(verdict === 'skipped' ? '–' : verdict).padEnd(8)} ${resource.padEnd(18)} ${request}${status === undefined ? '' : `: ${status} in ${milliseconds} ms`}`,
      `         ${summary}`,
      ...linesOf(report).filter((line) => !everywhere.includes(line)),
    ];
  });
  const count = (verdict: string): number => reports.filter((one) => one.verdict === verdict).length;
  return [
    `${baseOf(options)}, customer ${customerId}, ${from === undefined ? 'all time' : `${from} to ${to}`}${origin === undefined ? '' : `, as ${origin} would ask`}`,
    '',
    ...resources,
    ...(everywhere.length > 0 ? ['', 'every answer', ...everywhere] : []),
    '',
    `${count('right')} right, ${count('missing')} missing, ${count('wrong')} wrong, ${count('skipped')} not asked`,
    '',
  ].join('\n');
}

function linesOf({ wrong, notes }: ResourceReport): readonly string[] {
  return [...wrong.map((line) => `       ✗ ${line}`), ...notes.map((line) => `       · ${line}`)];
}
