import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { SECTIONS, type SectionName } from '../../src/model/resource.js';
import type { FurtherName } from '../helpers/answers.js';
import { marksShown } from '../helpers/canaries.js';
import { allParts, composedElements, nextFrame, part, textOf } from '../helpers/dom.js';
import { mount, settled, unmountAll } from '../helpers/mount.js';
import { isNightly, LONG } from '../helpers/property.js';
import { begin, type Case, type CaseTag, type Heard, tags } from './case.js';
import { type AskedName, expectationOf, type Fault, faults } from './matrix.js';

type Shown = HTMLElementTagNameMap[CaseTag | 'c360-search'];

/** What somebody asks for beside what is loaded by itself: how, and where the answer is read. */
interface Asked {
  readonly what: AskedName;
  readonly name: string;
  readonly resource: FurtherName;
  /** Alone on a page; in a panel it is one of its elements. */
  readonly alone: CaseTag | 'c360-search';
  /** Which section tells of a failure. */
  readonly section?: SectionName;
  /** Comes to where it can be asked. */
  readonly approach?: (element: Shown) => Promise<void>;
  /** Asks, as a person does; done once the answer is waited for. */
  readonly ask: (element: Shown) => Promise<void>;
  /** Asks once more after a failure. */
  readonly again: (element: Shown) => Promise<void>;
  /** Leaves the answer. */
  readonly leave: (element: Shown) => Promise<void>;
  /** Where the answer is read. */
  readonly outcome: (element: Shown) => Element;
  /** What is read of it when all is well. */
  readonly well: string;
}

/** Where a fault strikes. */
interface Place extends Asked {
  readonly tag: CaseTag | 'c360-search';
}

async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await nextFrame();
}

function find<Found extends Element>(element: Element, type: new () => Found, holds: (found: Found) => boolean): Found | undefined {
  return [element, ...composedElements(element)].find((found): found is Found => found instanceof type && holds(found));
}

function within(element: Element, selector: string): HTMLElement {
  const found = find(element, HTMLElement, (each) => each.matches(selector));
  if (!found) throw new Error(`There is no ${selector} in: ${textOf(element)}`);
  return found;
}

const buttonOf = (element: Element, name: string) =>
  find(element, HTMLButtonElement, (found) => (found.getAttribute('aria-label') ?? textOf(found)).startsWith(name));

/** Presses the button as a person does, who has the focus on it then. */
async function press(element: Element, name: string): Promise<void> {
  await until(() => buttonOf(element, name));
  const button = buttonOf(element, name)!;
  button.focus();
  button.click();
}

const dialogOf = (element: Element) => find(element, HTMLDialogElement, ({ open }) => open);

async function closeDialog(element: Element): Promise<void> {
  const dialog = dialogOf(element);
  if (!dialog) return;
  await press(dialog, 'Close');
  // That it closed is told some time later.
  await until(() => !dialog.open && !textOf(dialog));
  await settled(element);
}

function type(element: Element, text: string): void {
  const field = within(within(element, 'c360-search'), 'input') as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const resultsOf = (element: Element) => part(within(element, 'c360-search'), 'results');

async function search(element: Shown): Promise<void> {
  type(element, String(element.customerId));
  await until(() => resultsOf(element).matches(':popover-open'));
}

async function tryAgain(element: Shown): Promise<void> {
  await press(element, 'Retry');
}

async function showMessage(element: Shown, opener: () => HTMLElement | undefined): Promise<void> {
  await until(opener);
  opener()!.focus();
  opener()!.click();
  // What erases the section closes the window, maybe before it was ever drawn.
  await until(() => dialogOf(element) ?? sectionsOf(element).find((section) => section.matches(':state(error)')));
}

async function customize(element: Shown): Promise<void> {
  await press(element, 'Customize');
  await until(() => dialogOf(element));
}

async function save(element: Shown): Promise<void> {
  await press(dialogOf(element)!, 'Save');
  await until(() => !dialogOf(element));
}

/** Uncovers it, or covers it again. */
async function reveal(element: Shown): Promise<void> {
  await press(element, 'Reveal');
}

const all: readonly Asked[] = [
  {
    what: 'search',
    name: 'the search',
    resource: 'search',
    alone: 'c360-search',
    ask: search,
    again: tryAgain,
    leave: async (element) => type(element, ''),
    outcome: resultsOf,
    well: 'Dana Rivers',
  },
  {
    what: 'proof',
    name: 'a message of the timeline',
    resource: 'proof',
    alone: 'c360-timeline',
    section: 'timeline',
    ask: (element) => showMessage(element, () => find(element, HTMLButtonElement, (found) => found.matches('[part~=event] [aria-haspopup=dialog]'))),
    again: tryAgain,
    leave: closeDialog,
    outcome: (element) => within(element, 'dialog .proof'),
    well: 'Three coupons for you.',
  },
  {
    what: 'proof',
    name: 'a message of the campaigns',
    resource: 'proof',
    alone: 'c360-campaigns',
    section: 'campaigns',
    approach: async (element) => {
      const row = within(within(element, 'c360-campaigns'), '.name[aria-expanded]');
      row.focus();
      if (row.ariaExpanded === 'false') row.click();
      await until(() => buttonOf(element, 'Show message'));
    },
    ask: (element) => showMessage(element, () => buttonOf(element, 'Show message')),
    again: tryAgain,
    leave: closeDialog,
    outcome: (element) => within(element, 'dialog .proof'),
    well: 'Three coupons for you.',
  },
  {
    what: 'reveal',
    name: 'a sensitive value',
    resource: 'field',
    alone: 'c360-profile',
    section: 'profile',
    ask: reveal,
    again: reveal,
    leave: async (element) => {
      if (buttonOf(element, 'Reveal')?.ariaPressed === 'true') await reveal(element);
    },
    outcome: (element) => within(element, 'dd:has([part~=reveal])'),
    well: 'secret words',
  },
  {
    what: 'settings',
    name: 'the choice of attributes',
    resource: 'attributeSettings',
    alone: 'c360-profile',
    section: 'profile',
    ask: customize,
    again: tryAgain,
    leave: closeDialog,
    outcome: (element) => within(element, 'dialog[open]'),
    well: 'Applies to all customers',
  },
  {
    what: 'save',
    name: 'the choice of attributes, saved',
    resource: 'attributeSettings',
    alone: 'c360-profile',
    section: 'profile',
    approach: async (element) => {
      await customize(element);
      await settled(element);
      await press(dialogOf(element)!, 'Hide ');
    },
    ask: save,
    // With what was chosen before.
    again: async (element) => {
      await press(element, 'Open again');
      await until(() => dialogOf(element));
      await save(element);
    },
    leave: async () => {},
    outcome: (element) => part(element, 'saved'),
    well: 'Saved for all customers',
  },
];

const places: readonly Place[] = all.flatMap((asked) => [
  { ...asked, tag: asked.alone, name: `${asked.name} alone` },
  { ...asked, tag: 'c360-panel' as const, name: `${asked.name} in a panel` },
]);

/** The sections there are around it. */
function sectionsOf(element: Element): readonly Element[] {
  const names: ReadonlySet<string> = new Set(SECTIONS.map((section) => tags[section]));
  return [element, ...composedElements(element)].filter(({ localName }) => names.has(localName));
}

/** What was asked ends as it must and is told as it must be; what is around it stays as it was, unless all data has to go. */
function expectOutcome(fault: Fault | undefined, place: Place, { element }: Case<Shown>, { errors, expiries, requests, said }: Heard): void {
  const { what, section, outcome, well } = place;
  const expected = fault && expectationOf(fault, what);
  const fails = expected?.state === 'error';
  for (const around of sectionsOf(element)) {
    expect(around.matches(`:state(${expected?.purges ? 'error' : 'ready'})`), `${around.localName}: ${textOf(around)}`).to.equal(true);
    expect([...marksShown(around, { bareIds: false })]).to.deep.equal(expected?.purges ? [] : [element.customerId]);
  }
  const told = fails && section ? [{ section, customerId: element.customerId, kind: expected.kind, ...(expected.reason && { reason: expected.reason }) }] : [];
  expect(
    errors.map(({ section: from, customerId, kind, reason }) => ({ section: from, customerId, kind, ...(reason && expected?.reason && { reason }) })),
    'told as an error',
  ).to.deep.equal(told);
  expect(expiries, 'told as a token that could not be renewed').to.equal(fails && expected.kind === 'unauthorized' ? 1 : 0);
  // Saving is no question: it is asked again only where the token was refused before anything could be saved.
  if (what === 'save') expect(requests.filter((request) => request.startsWith('PUT'))).to.have.length(expiries + 1);

  const shown = expected?.purges ? element : outcome(element);
  const text = textOf(shown);
  expect(text).not.to.match(/\[object|undefined|NaN|surplus|can't be shown|Customer not found|Unknown source/);
  if (!expected || expected.state === 'ready') {
    expect(text).to.contain(well);
    expect(allParts(shown, 'retry')).to.deep.equal([]);
    return;
  }
  expect(text).not.to.contain(well);
  if (expected.text) {
    expect(text).to.contain(expected.text);
    expect(said.filter((words) => words.includes(expected.text!)).length, `said: ${said.join(' / ')}`).to.equal(1);
  }
  // The same button asks once more, or one that brings back what was chosen.
  const own = { reveal: 'Reveal', save: 'Open again' }[what as string];
  const canTryAgain = own ? buttonOf(shown, own) !== undefined : allParts(shown, 'retry').length > 0;
  const may = own ? !expected.purges : fails && expected.retry === true;
  if (!fails || expected.retry !== undefined) expect(canTryAgain, 'another attempt').to.equal(may);
}

/** The fault when something is asked, mended by hand, another customer while the answer is open, and the fault again. */
async function suffer(fault: Fault, place: Place): Promise<void> {
  const { what, resource, approach, ask, again, leave } = place;
  const expected = expectationOf(fault, what);
  const played: Case<Shown> = await begin(place.tag, 'normal', fault.expires);
  const { element } = played;
  const scenario = `${fault.scenario}:${resource}`;
  await played.act(() => {});

  if (approach) await played.act(() => approach(element), 'element');
  played.play(scenario);
  expectOutcome(fault, place, played, await played.act(() => ask(element), 'element'));

  played.play('normal');
  const canTryAgain = buttonOf(element, what === 'save' ? 'Open again' : 'Retry') !== undefined;
  if (expected.purges && 'refresh' in element) await played.act(() => element.refresh(), 'element');
  // What is said on the way to the question is not said of its answer.
  const comeAgain = async () => {
    await leave(element);
    await approach?.(element);
  };
  if (!canTryAgain) await played.act(comeAgain, 'element');
  expectOutcome(undefined, place, played, await played.act(() => (canTryAgain ? again : ask)(element), 'element'));

  // Whoever is found belongs to nobody; everything else goes with its customer.
  if (what === 'search') await played.act(() => leave(element), 'element');
  await played.act(() => {
    element.customerId = 'bravq';
  }, 'element');
  expect(dialogOf(element)).to.equal(undefined);
  if (what !== 'search') expect(textOf(element)).not.to.contain(place.well);
  await played.act(() => approach?.(element), 'element');
  played.play(scenario);
  expectOutcome(fault, place, played, await played.act(() => ask(element), 'element'));

  // What is being saved goes on without the element, as it should.
  if (what === 'save') return played.end();
  played.play('normal');
  if (expected.purges && 'refresh' in element) await played.act(() => element.refresh(), 'element');
  await played.act(comeAgain, 'element');
  await played.end(() => ask(element));
}

describe('a fault of the backend when somebody asks for more', () => {
  before(async function () {
    this.timeout(LONG);
    // What a page loads and listens to once, whoever uses it, is not what an element leaves behind.
    for (const { alone, approach, ask } of all) {
      const played: Case<Shown> = await begin(alone, 'normal');
      await played.act(() => {});
      await played.act(() => approach?.(played.element), approach && 'element');
      await played.act(() => ask(played.element), 'element');
      unmountAll();
    }
    await mount('div');
  });

  for (const [row, fault] of faults.entries()) {
    // Each fault meets one place by day, all by night; over the whole matrix every place is met by some.
    const met = places.filter((_, index) => isNightly || index === (row * 5) % places.length);
    for (const place of met)
      it(`at ${place.name}, ${fault.scenario}: ends ${expectationOf(fault, place.what).state} (${fault.ids.join(', ')})`, async function () {
        this.timeout(LONG);
        await suffer(fault, place);
      });
  }
});
