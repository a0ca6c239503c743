/** What a visitor chose; all of it stands in the URL's hash, so that any picture of the demo has an address. */
export interface DemoState {
  readonly customer: string;
  readonly source: string;
  readonly scenario: string;
  readonly theme: string;
  readonly density: string;
  /** `full`, or CSS pixels; narrow ones show the side panel of a support tool. */
  readonly width: string;
  readonly lang: string;
  readonly dir: string;
  readonly frame: string;
  readonly masked: string;
  /** `1`: nothing but the element, for screenshots. */
  readonly bare: string;
}

const defaults: DemoState = {
  customer: '1111113001034507',
  source: 'rest',
  scenario: 'normal',
  theme: 'auto',
  density: 'comfortable',
  width: 'full',
  lang: 'en',
  dir: 'auto',
  frame: 'P6M',
  masked: '',
  bare: '',
};

const keys = Object.keys(defaults) as (keyof DemoState)[];

/** What the hash says now; what it leaves out is the default. */
export function readState(): DemoState {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(keys.map((key) => [key, parameters.get(key) ?? defaults[key]])) as unknown as DemoState;
}

/** The address of this page with something chosen otherwise. */
export function hashWith(change: Partial<DemoState>): string {
  const state = { ...readState(), ...change };
  return `#${new URLSearchParams(keys.flatMap((key) => (state[key] === defaults[key] ? [] : [[key, state[key]]])))}`;
}

/** Chooses; every listener hears of it through the address. */
export function choose(change: Partial<DemoState>): void {
  location.hash = hashWith(change);
}

/** Calls back now and at each choice, with what was chosen before. */
export function onState(listener: (state: DemoState, previous: DemoState | undefined) => void): void {
  let previous: DemoState | undefined;
  const tell = (): void => {
    const state = readState();
    listener(state, previous);
    previous = state;
  };
  addEventListener('hashchange', tell);
  tell();
}
