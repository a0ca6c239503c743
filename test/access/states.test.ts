import { expect } from '@open-wc/testing';
import { axe } from '../helpers/axe.js';
import { composedElements, nextFrame } from '../helpers/dom.js';
import { mount, settled, updated } from '../helpers/mount.js';
import { isNightly, LONG } from '../helpers/property.js';
import { control, documented, drawn, focused, playing, SECTIONS, showPanel, surround, until } from './scene.js';

const STATES = ['idle', 'loading', 'ready', 'empty', 'error', 'stale'] as const;
type State = (typeof STATES)[number];

const scenarios: Readonly<Record<State, string>> = { idle: 'normal', loading: 'never', ready: 'normal', empty: 'empty', error: 'server', stale: 'normal' };

const WIDTHS = [320, 720, 1280] as const;
const THEMES = ['light', 'dark'] as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;

interface Place {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

/** Where a state is looked at: by day so that each value of each factor meets each value of every other, by night all there are. */
function places(state: State): readonly Place[] {
  const row = STATES.indexOf(state);
  return WIDTHS.flatMap((width, column): readonly Place[] => {
    if (isNightly) return THEMES.flatMap((theme) => DIRECTIONS.map((dir) => ({ width, theme, dir })));
    return [{ width, theme: (row + column) % 2 ? 'dark' : 'light', dir: column === row % 3 ? 'rtl' : 'ltr' }];
  });
}

/** Every section alone and the search, or the panel that holds them all. */
async function show(what: 'alone' | 'together', state: State) {
  const backend = playing(scenarios[state]);
  const settings = { ...documented(backend.fetch), ...(state === 'idle' && { customerId: '' }) };
  const element = await mount(what === 'alone' ? 'c360-provider' : 'c360-panel', settings, { width: 1280 });
  if (what === 'alone') for (const tag of [...SECTIONS, 'c360-search'] as const) element.append(document.createElement(tag));
  if (state === 'loading') {
    await nextFrame();
    await updated(element);
    return element;
  }
  await settled(element);
  if (state === 'stale') {
    backend.play('rejected');
    element.refresh();
    await until(() => timelines(element, state).length > 0, 'stale data');
    await settled(element);
  }
  await drawn(element);
  return element;
}

const timelines = (element: Element, state: State) => composedElements(element).filter((found) => found.matches(`c360-timeline:state(${state})`));

/** Says where a rule was broken. */
async function axeAt(element: Element, place: unknown): Promise<void> {
  try {
    await axe(element);
  } catch (error) {
    throw new Error(`${JSON.stringify(place)}: ${error instanceof Error ? error.message : error}`);
  }
}

describe('the places in which states are looked at', () => {
  it('hold every pair of state, theme, direction and width', () => {
    const seen = new Set<string>();
    for (const state of STATES) {
      for (const { width, theme, dir } of places(state)) {
        const values = [state, String(width), theme, dir];
        for (const [index, one] of values.entries()) for (const another of values.slice(index + 1)) seen.add(`${one} ${another}`);
      }
    }
    const [states, widths, themes, directions] = [STATES.length, WIDTHS.length, THEMES.length, DIRECTIONS.length];
    expect(seen.size).to.equal(states * (widths + themes + directions) + widths * (themes + directions) + themes * directions);
  });
});

describe('no accessibility rule is broken', () => {
  for (const what of ['alone', 'together'] as const)
    for (const state of STATES)
      it(`by sections ${what} that are ${state}, in either theme and direction, at any width (A14, A20)`, async () => {
        const element = await show(what, state);
        expect(timelines(element, state)).to.have.length(1);
        // By day the panel adds what it has around the sections: their own states are looked at where they stand alone.
        const isAdded = what === 'together' && !isNightly && state !== 'ready' && state !== 'error';
        for (const place of isAdded ? places(state).slice(-1) : places(state)) {
          await surround(element, place);
          await drawn(element);
          await axeAt(element, place);
          expect(element.parentElement?.scrollWidth, JSON.stringify(place)).to.be.at.most(place.width);
        }
      }).timeout(LONG);

  it('by what opens: rows with all they hold, tables, popovers, results and dialogs', async () => {
    const { element } = await showPanel({ theme: 'dark' });
    for (const section of composedElements(element)) {
      // All of the first kind of row, so that mails, orders, journeys and bonuses are among them.
      if (!section.matches('c360-timeline, c360-campaigns')) continue;
      const rows = composedElements(section).filter(
        (found): found is HTMLElement => found instanceof HTMLElement && found.matches('.name[aria-expanded="false"]'),
      );
      for (const row of rows.slice(0, 8)) row.click();
    }
    control(element, 'Table').click();
    control(element, 'Where does this come from?').click();
    const opened = () => composedElements(element).filter((found) => found.matches('td.details'));
    await until(() => opened().length > 0 && opened().every((found) => found.querySelector(':scope > :not(.note)')), 'what is behind the rows');
    await settled(element);
    await drawn(element);
    await axe(...element.renderRoot.querySelectorAll('c360-timeline, c360-campaigns, c360-impact-chart'));

    control(element, /^Time frame:/).click();
    await until(() => openedIn(element).length === 1, 'the time frame');
    await axe(...openedIn(element));
    control(element, /^Time frame:/).click();

    control(element, /^Customize/).click();
    await until(() => openedIn(element)[0]?.querySelector('.choice') != null, 'the dialog');
    for (const opened of openedIn(element)) {
      await axe(opened);
      if (opened instanceof HTMLDialogElement) opened.close();
    }

    const search = control(element, 'Find a customer');
    search.focus();
    if (!(search instanceof HTMLInputElement)) throw new Error('It is no field.');
    search.value = 'Sam';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until(() => openedIn(element).some((found) => found.textContent?.trim()), 'an answer');
    await axe(element.renderRoot.querySelector('c360-search')!);
    expect(focused()).to.equal(search);
  }).timeout(LONG);
});

/** What lies above the rest. */
function openedIn(element: Element): readonly HTMLElement[] {
  return composedElements(element).filter((found): found is HTMLElement => found instanceof HTMLElement && found.matches('dialog[open], :popover-open'));
}
