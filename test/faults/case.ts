import { Chart } from 'chart.js';
import { http } from 'msw';
import { createMockFetch } from '../../mocks/mock-fetch.js';
import { type Resource, scenarioFor } from '../../mocks/scenarios.js';
import type { Settings } from '../../src/data/settings.js';
import type { ErrorDetail } from '../../src/elements/events.js';
import type { SectionName } from '../../src/model/resource.js';
import { BACKEND, nameOf } from '../helpers/backend.js';
import { MARKED, type Marked, markedAnswers, marksShown, whereShown } from '../helpers/canaries.js';
import { fixedNow } from '../helpers/clock.js';
import { composedElements, nextFrame } from '../helpers/dom.js';
import { mount, settled, unmountAll } from '../helpers/mount.js';
import { watchSinks } from '../helpers/sinks.js';
import { watchTraces } from '../helpers/traces.js';
import { MOST_REQUESTS } from './matrix.js';

/** The section elements, by the name of their section. */
export const tags = {
  profile: 'c360-profile',
  impact: 'c360-impact-chart',
  timeline: 'c360-timeline',
  campaigns: 'c360-campaigns',
  predictions: 'c360-predictions',
} as const satisfies { readonly [Section in SectionName]: keyof HTMLElementTagNameMap };

export type CaseTag = 'c360-panel' | (typeof tags)[SectionName];

/** What was to be noticed during one act. */
export interface Heard {
  readonly errors: readonly ErrorDetail[];
  /** How often it was told that a token could not be renewed. */
  readonly expiries: number;
  /** Method and path of the requests that left. */
  readonly requests: readonly string[];
  /** What a screen reader was given to say. */
  readonly said: readonly string[];
}

/** One element on a page under watch. */
export interface Case<Shown extends HTMLElement = HTMLElementTagNameMap[CaseTag]> {
  readonly element: Shown;
  /** From now on the backend behaves like this: scenarios of the mocks. */
  readonly play: (scenario: string) => void;
  /**
   * Does something, waits until all is at rest, and fails where it broke what no case may break. The focus has to be on the page's own
   * button then, or, where a person acts within it, in the element.
   */
  readonly act: (what: () => unknown, focus?: 'page' | 'element') => Promise<Heard>;
  /** Takes the element away in the middle of what is asked, the load of a third customer unless told, and fails where anything of it stays. */
  readonly end: (ask?: () => unknown) => Promise<void>;
}

const marked = `(?:${MARKED.join('|')})x`;
/** What only a leak could bring into a sink: texts of marked customers (not their bare ids, which the host knows) and the token. */
const SECRET = new RegExp(`${marked}|the-token`, 'i');
/** The same once a person has asked for something: addresses and events say the id of what that is, and the name of its source. */
const SECRET_BESIDE_IDS = new RegExp(`(?<!-|"source":")${marked}|the-token`, 'i');

/**
 * Waiting between attempts takes no time; time limits pass only where the fault needs them to, so no machine is too slow. What is longer
 * than any of them never passes.
 */
function compressTime(expires: boolean): void {
  const [longest, limit] = [9_000, 30_000];
  const { setTimeout: set } = window;
  Object.assign(window, {
    setTimeout: (task: () => void, delay = 0, ...rest: unknown[]) => set(task, delay < longest ? 0 : expires && delay <= limit ? 500 : 2 ** 30, ...rest),
  });
}

/** A backend of marked customers that plays the mocks' scenarios. */
function backend(scenario: () => string) {
  const asked = new Map<string, number>();
  let firstToken: string | null = null;
  const handler = http.all(`${BACKEND}/*`, async ({ request }) => {
    const { pathname } = new URL(request.url);
    const name = nameOf(pathname);
    if (!name) return new Response(null, { status: 404 });
    const earlier = asked.get(pathname) ?? 0;
    asked.set(pathname, earlier + 1);
    firstToken ??= request.headers.get('authorization');
    // Who is searched for stands in no address.
    const question = name === 'search' ? `/${((await request.clone().json()) as { readonly identifier: string }).identifier}` : pathname;
    const customer = MARKED.find((id) => question.includes(`/${id}`)) ?? 'alfaq';
    const answer = async () => new Response(JSON.stringify(markedAnswers(customer)[name]), { headers: { 'content-type': 'application/json' } });
    return scenarioFor(scenario(), name satisfies Resource).respond({ request, resource: name, answer, earlier, firstToken, wait: async () => {} });
  });
  return { fetch: createMockFetch([handler]), forget: () => asked.clear() };
}

/**
 * Puts an element under watch. What no case may break: I1 no frame shows two customers, I4 nothing personal outside of the shadow tree,
 * I5 no skeleton at the end, I6 no storm of requests, I7 nothing foreign asked, I8 the page's focus stays, I9 nothing is said twice,
 * I10 nothing is left. The guard sees to I2; I3 is the test's, who knows which sections were to fail.
 */
export async function begin<Tag extends CaseTag | 'c360-search'>(tag: Tag, scenario: string, expires = false): Promise<Case<HTMLElementTagNameMap[Tag]>> {
  performance.clearResourceTimings();
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  const [sinks, traces] = [watchSinks(), watchTraces()];
  compressTime(expires);

  let [playing, problems, errors, expiries, requests, said] = [scenario, new Set<string>(), [] as ErrorDetail[], 0, [] as string[], [] as string[]];
  let secret = SECRET;
  const signals: AbortSignal[] = [];
  const { fetch: answering, forget } = backend(() => playing);
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const { pathname, search, origin } = new URL(request.url);
    requests.push(`${request.method} ${pathname}`);
    signals.push(request.signal);
    if (origin !== new URL(BACKEND).origin) problems.add(`a request to ${request.url} (I7)`);
    if (secret.test(pathname + search)) problems.add(`a request that says too much in its address (PR2): ${pathname}${search}`);
    if (request.referrerPolicy !== 'no-referrer' || request.cache !== 'no-store') problems.add('a request with a referrer, or for the cache (PR3, PR9)');
    return answering(request);
  };
  const heard = ({ detail }: CustomEvent<ErrorDetail>) => {
    errors.push(detail);
  };
  const expired = () => {
    expiries++;
  };
  document.body.addEventListener('c360-error', heard);
  document.body.addEventListener('c360-auth-error', expired);
  const settings: Settings = { baseUrl: BACKEND, fetch, getToken: async () => 'the-token', customerId: 'alfaq', now: fixedNow, timeZone: 'UTC' };
  const element = await mount(tag, settings as Partial<HTMLElementTagNameMap[Tag]>, { width: 1100 });

  const spoken = new WeakMap<Element, string>();
  /** Looks at what is about to be painted. */
  const look = () => {
    for (const mark of marksShown(element))
      if (mark !== element.customerId) problems.add(`${mark} under ${element.customerId} (I1): ${whereShown(element, mark)}`);
    for (const region of composedElements(element)) {
      if (!region.matches('[role=status], [role=alert], [aria-live]')) continue;
      const text = region.textContent?.trim() ?? '';
      if (text && text !== spoken.get(region)) said.push(text);
      spoken.set(region, text);
    }
  };
  /** Until what somebody does is done. */
  const watched = async (acting: unknown) => {
    let goesOn = acting instanceof Promise;
    const end = Promise.resolve(acting).finally(() => {
      goesOn = false;
    });
    while (goesOn) {
      await nextFrame();
      look();
    }
    await end;
  };
  /** What somebody uncovered is covered again by a timer, each by its own. */
  const uncovered = () => composedElements(element).filter((each) => each.matches('[part~=reveal][aria-pressed=true]')).length;
  /** Until nothing is loading and, since a refresh does not show, no question's time limit runs. */
  const rest = async () => {
    do {
      await nextFrame();
      look();
    } while (traces.timers() > uncovered() || [element, ...composedElements(element)].some((each) => each.matches(':state(loading), [aria-busy="true"]')));
    // Events are told after what they are about was drawn.
    await settled(element);
    look();
  };
  const fail = () => {
    const found = [...problems, ...sinks.problems(secret)];
    if (found.length > 0) throw new Error(found.join('\n'));
  };

  return {
    element,
    play: (next) => {
      playing = next;
      forget();
    },
    act: async (what, focus = 'page') => {
      [problems, errors, expiries, requests, said] = [new Set(), [], 0, [], []];
      if (focus === 'element') secret = SECRET_BESIDE_IDS;
      await watched(what());
      await rest();
      if (composedElements(element).some(({ part }) => part.contains('skeleton'))) problems.add('a skeleton is left (I5)');
      for (const request of new Set(requests)) {
        const count = requests.filter((other) => other === request).length;
        if (count > MOST_REQUESTS) problems.add(`${count} times ${request} (I6)`);
      }
      const hosts = performance.getEntriesByType('resource').map(({ name }) => new URL(name).host);
      const foreign = new Set(hosts.filter((host) => host !== location.host && host !== new URL(BACKEND).host));
      for (const host of foreign) problems.add(`a request to ${host} (I7)`);
      const home = focus === 'page' ? button : element;
      if (document.activeElement !== home) problems.add(`the focus is on ${document.activeElement?.localName} instead of ${home.localName} (I8)`);
      // That it takes long may be said beside the end of it.
      if (new Set(said).size < said.length || said.length > 2) problems.add(`said ${said.join(' / ')} (I9)`);
      fail();
      return { errors, expiries, requests, said };
    },
    end: async (ask) => {
      playing = 'never';
      const begun = signals.length;
      if (ask) await ask();
      else element.customerId = 'caroq' satisfies Marked;
      while (signals.length === begun) await nextFrame();
      unmountAll();
      button.remove();
      document.body.removeEventListener('c360-error', heard);
      document.body.removeEventListener('c360-auth-error', expired);
      await element.updateComplete;
      for (let frame = 0; frame < 2; frame++) await nextFrame();
      [problems] = [new Set()];
      if (signals.slice(begun).some(({ aborted }) => !aborted)) problems.add('a request goes on (I10)');
      for (const trace of traces.left()) problems.add(`${trace} is left (I10)`);
      for (const mark of marksShown(element, { bareIds: false })) problems.add(`${mark} is left (I10): ${whereShown(element, mark)}`);
      if (Object.keys(Chart.instances).length > 0) problems.add('a chart is left (I10)');
      fail();
    },
  };
}
