import { listings, RESOURCES, SCENARIOS, scenarios } from '../mocks/index.js';
import { build } from './build.js';
import { choose, type DemoState, onState } from './state.js';

type Choices = readonly (readonly [value: string, label: string])[];

const same = (...values: readonly string[]): Choices => values.map((value) => [value, value]);

type Fields = readonly (readonly [key: keyof DemoState, label: string, choices: Choices])[];

/** What a visitor changes first; the scenario stands beside them. */
const fields: Fields = [
  ['customer', 'Customer', listings.map(({ id, name, shows }) => [id, `${name}: ${shows}`])],
  [
    'source',
    'Source',
    [
      ['rest', 'REST'],
      ['optimove', 'Optimove'],
      ['smartico', 'Smartico'],
      ['optimove smartico', 'Optimove + Smartico'],
    ],
  ],
  ['theme', 'Theme', same('auto', 'light', 'dark')],
  [
    'width',
    'Width',
    [
      ['full', 'Full'],
      ['1280', '1280'],
      ['960', '960'],
      ['720', '720'],
      ['420', '420 side panel'],
      ['380', '380 side panel'],
      ['320', '320 side panel'],
      ['240', '240 side panel'],
    ],
  ],
  [
    'lang',
    'Language',
    [
      ['en', 'English'],
      ['de', 'Deutsch'],
      ['es', 'Español'],
      ['fr', 'Français'],
      ['pt', 'Português'],
      ['he', 'עברית'],
      ['ar', 'العربية'],
      ['ja', '日本語'],
    ],
  ],
];

const furtherFields: Fields = [
  [
    'frame',
    'Time frame',
    [
      ['P6M', '6 months'],
      ['P30D', '30 days'],
      ['P3M', '3 months'],
      ['P1Y', '1 year'],
      ['P2Y', '2 years'],
      ['all', 'All'],
      ['2017-02-01/2017-02-28', 'February 2017'],
    ],
  ],
  ['density', 'Density', same('comfortable', 'compact')],
  [
    'dir',
    'Direction',
    [
      ['auto', 'by language'],
      ['ltr', 'left to right'],
      ['rtl', 'right to left'],
    ],
  ],
  [
    'masked',
    'Masked',
    [
      ['', 'nothing'],
      ['email phone', 'e-mail, phone'],
      ['all', 'everything personal'],
    ],
  ],
];

/** The bar every demo page carries: what to look at and how; `refresh` asks the elements to load again. */
export function createStrip(refresh: () => void): HTMLElement {
  const choosers = (of: Fields) => of.map(([key, label, choices]) => chooser(key, label, choices));
  const [customer, source, ...looks] = choosers(fields) as [HTMLElement, HTMLElement, ...HTMLElement[]];
  const more = build('details', { class: 'more' }, build('summary', {}, 'More'), build('div', {}, ...choosers(furtherFields)));
  const again = build('button', { type: 'button', onclick: refresh }, 'Refresh');
  return build(
    'details',
    { class: 'strip', dir: 'ltr', lang: 'en', open: innerWidth > 900 },
    build('summary', {}, build('b', {}, 'c360-elements'), ' demo'),
    build('div', { class: 'strip-fields' }, customer, source, scenarioChooser(), ...looks, more, again),
  );
}

/** A labelled list that follows the address. A value it does not know (from a hand-written address) is added. */
function chooser(key: keyof DemoState, label: string, choices: Choices): HTMLElement {
  const select = build(
    'select',
    { name: key, onchange: () => choose({ [key]: select.value }) },
    ...choices.map(([value, text]) => build('option', { value }, text)),
  );
  onState((state) => {
    if (!choices.some(([value]) => value === state[key])) select.append(build('option', { value: state[key] }, state[key]));
    select.value = state[key];
  });
  return build('label', {}, build('span', { class: 'field-name' }, label), select);
}

/** A scenario, and the one resource it is played on: `server:impact`. */
function scenarioChooser(): HTMLElement {
  const tell = (): void => choose({ scenario: only.value ? `${scenario.value}:${only.value}` : scenario.value });
  const scenario = build('select', { name: 'scenario', onchange: tell }, ...SCENARIOS.map((value) => build('option', { value }, scenarios[value].label)));
  const only = build(
    'select',
    { name: 'resource', onchange: tell },
    build('option', { value: '' }, 'all resources'),
    ...RESOURCES.map((value) => build('option', { value }, value)),
  );
  onState((state) => {
    const [name = 'normal', resource = ''] = (state.scenario.split(' ')[0] ?? '').split(':');
    scenario.value = name;
    only.value = resource;
  });
  return build(
    'fieldset',
    {},
    build('label', {}, build('span', { class: 'field-name' }, 'Backend'), scenario),
    build('label', {}, build('span', { class: 'field-name' }, 'on'), only),
  );
}
