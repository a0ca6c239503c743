import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { SCENARIOS } from '../../mocks/scenarios.js';
import { SECTIONS, type SectionName } from '../../src/model/resource.js';
import { marksShown } from '../helpers/canaries.js';
import { allParts, composedElements, part, textOf } from '../helpers/dom.js';
import { mount } from '../helpers/mount.js';
import { isNightly, LONG } from '../helpers/property.js';
import { begin, type Case, type CaseTag, type Heard, tags } from './case.js';
import { expectationOf, type Fault, faults, looks } from './matrix.js';

/** Which resources a section must lose to be without an answer. */
const resources: { readonly [Section in SectionName]: readonly string[] } = {
  profile: ['profile', 'metrics'],
  impact: ['impact'],
  timeline: ['activity', 'events'],
  campaigns: ['campaigns'],
  predictions: ['predictions'],
};

/** Where a fault strikes: which element stands on the page, and which of its sections the backend fails. */
interface Place {
  readonly tag: CaseTag;
  readonly struck: readonly SectionName[];
  readonly name: string;
}

const places: readonly Place[] = [
  ...SECTIONS.map((section) => ({ tag: 'c360-panel' as const, struck: [section], name: `${section} in a panel` })),
  { tag: 'c360-panel', struck: SECTIONS, name: 'all of a panel' },
  ...SECTIONS.map((section) => ({ tag: tags[section], struck: [section], name: `${section} alone` })),
];

const is = (element: Element, ...states: readonly string[]) => states.some((state) => element.matches(`:state(${state})`));

/** The element of a section: itself, or the one in the panel. */
function sectionOf({ element }: Case, section: SectionName): Element {
  const found = [element, ...composedElements(element)].find(({ localName }) => localName === tags[section]);
  if (!found) throw new Error(`There is no ${section}.`);
  return found;
}

/** Each section that was struck ends as it must, told as often as it must be, and the others stay as they were. */
function expectFault(fault: Fault, { tag, struck }: Place, played: Case, { errors }: Heard, during: 'load' | 'refresh'): void {
  const purges = struck.some((section) => expectationOf(fault, section).purges);
  const isOneForAll = SECTIONS.every((section) => !fault.except?.[section]);
  const allFail = struck.length > 1 && fault.state === 'error' && isOneForAll && (during === 'load' || fault.withdraws);
  // One reason for all of a panel is told once, with one button, and its sections are quiet (N15).
  const isToldOnce = tag === 'c360-panel' && (allFail || purges);
  if (isToldOnce) {
    const panel = played.element;
    expect(textOf(part(panel, 'status'))).to.contain(fault.text ?? '');
    if (fault.text) for (const section of SECTIONS) expect(textOf(sectionOf(played, section))).not.to.contain(fault.text);
    if (fault.retry !== undefined) expect(allParts(panel, 'retry').length).to.equal(fault.retry ? 1 : 0);
  }
  for (const section of tag === 'c360-panel' ? SECTIONS : struck) {
    const element = sectionOf(played, section);
    const own = errors.filter((error) => error.section === section);
    if (!struck.includes(section)) {
      // I3: a fault of one section is no fault of another, unless all data has to go.
      expect(is(element, purges ? 'error' : 'ready'), `${section} beside: ${textOf(element)}`).to.equal(true);
      if (!purges) expect(own, section).to.deep.equal([]);
      continue;
    }
    const expected = expectationOf(fault, section);
    const staysShown = during === 'refresh' && expected.state === 'error' && !expected.withdraws;
    const state = staysShown ? 'stale' : expected.state;
    expect(is(element, state), `${section} is to be ${state}: ${textOf(element)}`).to.equal(true);
    if (staysShown) expect(textOf(element)).to.contain('Not updated since');
    if (staysShown || state === 'ready') expect([...marksShown(element, { bareIds: false })]).to.deep.equal([played.element.customerId]);
    else if (during === 'refresh' && expected.withdraws) expect([...marksShown(element, { bareIds: false })]).to.deep.equal([]);
    if (expected.text && state !== 'stale' && !isToldOnce) expect(textOf(element)).to.contain(expected.text);
    if (state === 'hidden') expect(getComputedStyle(element).display).to.equal('none');
    if (state === 'error' && expected.retry !== undefined && !isToldOnce) expect(allParts(element, 'retry').length > 0).to.equal(expected.retry);
    expect(textOf(element)).not.to.match(/\[object|undefined|NaN|surplus/);

    // The first answer that says "erased" takes the other questions with it.
    // Of a customer who is not found, only the profile says so; beside it there is nothing.
    const told = expected.kind && !purges ? (expected.kind === 'not-found' ? 1 : resources[section].length) : undefined;
    if (expected.kind && !told) expect(errors.length, JSON.stringify(errors)).to.be.greaterThan(0);
    else if (struck.length === 1) expect(own.length, JSON.stringify(errors)).to.equal(told ?? 0);
    for (const error of own) {
      expect(error).to.include({ kind: expected.kind, customerId: played.element.customerId });
      if (expected.reason) expect(error.reason).to.equal(expected.reason);
    }
  }
}

/** All is well again, for whoever is shown. */
function expectWell({ tag, struck }: Place, played: Case, { errors }: Heard): void {
  expect(errors).to.deep.equal([]);
  for (const section of tag === 'c360-panel' ? SECTIONS : struck) {
    const element = sectionOf(played, section);
    expect(is(element, 'ready'), `${section} is to be ready: ${textOf(element)}`).to.equal(true);
    expect([...marksShown(element, { bareIds: false })]).to.deep.equal([played.element.customerId]);
  }
}

/** The fault at the first load, mended by hand, at a refresh of what is shown, and at the load of another customer. */
async function suffer(fault: Fault, place: Place): Promise<void> {
  const isWhole = place.struck.length > 1;
  const scenario = isWhole ? fault.scenario : place.struck.flatMap((section) => resources[section].map((name) => `${fault.scenario}:${name}`)).join(' ');
  const played = await begin(place.tag, scenario, fault.expires);
  expectFault(fault, place, played, await played.act(() => {}), 'load');

  played.play('normal');
  const retries = allParts(played.element, 'retry');
  const mended = await played.act(() => (retries.length === 1 || (retries.length > 0 && !isWhole) ? retries[0]!.click() : played.element.refresh()));
  expectWell(place, played, mended);

  played.play(scenario);
  expectFault(fault, place, played, await played.act(() => played.element.refresh()), 'refresh');

  played.play(scenario);
  const switched = await played.act(() => {
    played.element.customerId = 'bravq';
  });
  expectFault(fault, place, played, switched, 'load');
  await played.end();
}

describe('a fault of the backend', () => {
  before(async function () {
    this.timeout(LONG);
    // What a page loads and listens to once, whoever uses it, is not what an element leaves behind.
    const played = await begin('c360-panel', 'normal');
    await played.act(() => {});
    await played.end();
    await mount('div');
  });

  for (const [row, fault] of faults.entries()) {
    // Each fault meets one of these places by day, and one in asked.test.ts, all by night; over the whole matrix every place is met by several.
    const met = places.filter((_, index) => isNightly || index === (row * 3) % places.length);
    for (const place of met)
      it(`at ${place.name}, ${fault.scenario}: ends ${fault.state}${fault.kind ? `, told as ${fault.kind}` : ''} (${fault.ids.join(', ')})`, async function () {
        this.timeout(LONG);
        await suffer(fault, place);
      });
  }

  it('of all sections at once is one banner and five quiet cards, after no more than 21 requests (N15, PR4, PR5)', async () => {
    const played = await begin('c360-panel', 'server');
    const { requests } = await played.act(() => {});
    expect(requests.length).to.be.within(7, 21);
    expect(part(played.element, 'status').className).to.equal('banner');
    expect(allParts(played.element, 'retry').map((button) => button.closest('.banner') !== null)).to.deep.equal([true]);
    for (const section of SECTIONS)
      expect(textOf(sectionOf(played, section)))
        .to.contain('Nothing could be loaded')
        .and.not.to.contain('problem');
    expect(composedElements(played.element).filter((found) => found.matches('[role=alert]') && found.textContent?.trim())).to.deep.equal([]);
    await played.end();
  });

  it('is one of the demo’s, which has no other and no two under one name', () => {
    const ids = faults.flatMap((fault) => fault.ids);
    expect(new Set(ids).size).to.equal(ids.length);
    expect([...faults.map(({ scenario }) => scenario), ...looks].sort()).to.deep.equal([...SCENARIOS].sort());
  });
});
