import { createContext } from '@lit/context';
import type { PlainDay } from '../model/day.js';
import type { SectionName } from '../model/resource.js';
import type { SourceError } from '../model/source-error.js';
import type { Board } from './board.js';
import type { ResolvedSettings } from './settings.js';

/** What a panel or provider gives to everything inside it. A new object whenever the settings or the failure change. */
export interface Scope {
  readonly settings: ResolvedSettings;
  readonly board: Board;
  /** What is told once for all sections: a mistake in the set-up, or the one reason why nothing could be loaded. */
  readonly failure: SourceError | undefined;
  /** Whether the panel announces states and draws the customer's header, so that its sections need not. */
  readonly embedded: boolean;
  /** Takes another customer until the host sets one again. */
  readonly chooseCustomer: (customerId: string) => void;
  /** Takes another time frame until the host sets one again. */
  readonly chooseTimeFrame: (timeFrame: string) => void;
  /** Takes another snapshot day (`undefined` = the newest) until the host sets one again or another customer comes. */
  readonly chooseSnapshot: (asOf: PlainDay | undefined) => void;
  /** Takes the attributes pinned by this person (T36) until the host sets them again. */
  readonly choosePins: (keys: readonly string[]) => void;
  /** Opens a section and moves focus to it: where a sentence of the brief has its evidence. `false` when it is not on the page. */
  readonly showEvidence: (section: SectionName) => boolean;
  /** Somebody was told that the customer's data was erased or access withdrawn: every section forgets (PR12). */
  readonly purge: (error: SourceError) => void;
}

export const scopeContext = createContext<Scope | undefined>(Symbol('c360-scope'));

/** Apart from the scope, because it changes with every movement of the pointer. */
export const focusedDayContext = createContext<PlainDay | null>(Symbol('c360-focused-day'));
