import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { createHandlers, createMockFetch, mockNow } from '../../mocks/index.js';
import type { ErrorDetail } from '../../src/elements/events.js';
import { SECTIONS, type SectionName } from '../../src/model/resource.js';
import { allParts, composedElements, nextFrame, textOf } from '../helpers/dom.js';
import { mount, settled } from '../helpers/mount.js';
import { isNightly } from '../helpers/property.js';
import { expectationOf, type Fault, faults, MOST_REQUESTS } from './matrix.js';

const CUSTOMER = '1974';

/** Which resources a section must lose to be without an answer. */
const resources: { readonly [Section in SectionName]: readonly string[] } = {
  profile: ['profile'],
  impact: ['impact'],
  timeline: ['activity', 'events'],
  campaigns: ['campaigns'],
  predictions: ['predictions'],
};

const tags: { readonly [Section in SectionName]: string } = {
  profile: 'c360-profile',
  impact: 'c360-impact-chart',
  timeline: 'c360-timeline',
  campaigns: 'c360-campaigns',
  predictions: 'c360-predictions',
};

const { setTimeout: realTimeout } = globalThis;

/** Waiting between attempts takes no time; time limits pass only where the fault needs them to, so no machine is too slow. */
function compressTime(expires: boolean): void {
  const longest = 9_000;
  globalThis.setTimeout = ((task: () => void, delay = 0, ...rest: unknown[]) =>
    realTimeout(task, delay < longest || expires ? Math.min(delay, delay < longest ? 0 : 20) : 2 ** 30, ...rest)) as typeof setTimeout;
}

afterEach(() => {
  globalThis.setTimeout = realTimeout;
});

/** A panel on the mocked backend, with the fault on one section, and everything the host heard. */
async function suffer(fault: Fault, section: SectionName) {
  compressTime(fault.expires === true);
  const scenario = resources[section].map((name) => `${fault.scenario}:${name}`).join(' ');
  const answering = createMockFetch(createHandlers({ scenario, wait: async () => {} }));
  const requests: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    requests.push(new URL(new Request(input).url).pathname);
    return answering(input, init);
  };
  const errors: ErrorDetail[] = [];
  const heard = ({ detail }: CustomEvent<ErrorDetail>) => {
    errors.push(detail);
  };
  document.body.addEventListener('c360-error', heard);
  const panel = await mount(
    'c360-panel',
    { baseUrl: 'https://backend.example.test/api', fetch, getToken: async () => 'token', customerId: CUSTOMER, now: mockNow, timeZone: 'America/New_York' },
    { width: 1100 },
  );
  await settled(panel);
  await nextFrame();
  document.body.removeEventListener('c360-error', heard);
  const elements = Object.fromEntries(SECTIONS.map((name) => [name, [...composedElements(panel)].find(({ localName }) => localName === tags[name])!]));
  return { panel, elements, errors, requests };
}

describe('a fault of the backend', () => {
  for (const [row, fault] of faults.entries()) {
    // Each fault meets two sections by day, all five by night; over the whole matrix every section is met by many.
    const met = SECTIONS.filter((_, index) => isNightly || index === row % SECTIONS.length || index === (row * 2 + 1) % SECTIONS.length);
    for (const section of met) {
      const expected = expectationOf(fault, section);
      it(`${fault.ids.join(', ')} (${fault.scenario}) on ${section}: ends ${expected.state}${expected.kind ? `, told as ${expected.kind}` : ''}, the other sections stay`, async () => {
        const { elements, errors, requests } = await suffer(expected, section);
        const element = elements[section]!;

        expect(element.matches(`:state(${expected.state})`), `state of ${section}: ${textOf(element)}`).to.equal(true);
        if (expected.text) expect(textOf(element)).to.contain(expected.text);
        if (expected.state === 'hidden') expect(getComputedStyle(element).display).to.equal('none');
        if (expected.retry !== undefined && expected.state === 'error') expect(allParts(element, 'retry').length > 0).to.equal(expected.retry);

        const own = errors.filter((error) => error.section === section);
        // The first answer that says "erased" takes the section's other questions with it.
        const told = expected.purges ? 1 : resources[section].length;
        expect(own.length, JSON.stringify(errors)).to.equal(expected.kind ? told : 0);
        for (const error of own) {
          expect(error).to.include({ kind: expected.kind, customerId: CUSTOMER });
          if (expected.reason) expect(error.reason).to.equal(expected.reason);
        }

        for (const [name, other] of Object.entries(elements)) {
          if (name === section) continue;
          if (expected.purges) expect(other.matches(':state(error)'), `${name} is purged`).to.equal(true);
          else expect(other.matches(':state(error), :state(loading), :state(hidden)'), `${name} stays`).to.equal(false);
        }
        if (!expected.purges) expect(errors.filter((error) => error.section !== section)).to.deep.equal([]);

        for (const path of new Set(requests)) expect(requests.filter((request) => request === path).length, path).to.be.at.most(MOST_REQUESTS);
        expect(document.body.textContent).not.to.match(/\[object|undefined|NaN/);
      });
    }
  }

  it('is written down once: every row of the matrix has an id and a scenario of its own', () => {
    const ids = faults.flatMap((fault) => fault.ids);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(new Set(faults.map(({ scenario }) => scenario)).size).to.equal(faults.length);
  });
});
