import type { CSSResultGroup, LitElement } from 'lit';
import type { Scope } from '../data/contexts.js';
import type { ResolvedSettings } from '../data/settings.js';
import type { PlainDay } from '../model/day.js';
import type { Resource } from '../model/resource.js';
import type { SourceError } from '../model/source-error.js';
import type { ChosenTimeFrame } from '../model/time-frame.js';

/**
 * What a section hands to the code that draws its value, when that is a file of its own: the element for its tree and its events,
 * and what only its class can see. A view never knows the class.
 */
export interface SectionHost<Value, Texts> {
  readonly element: LitElement;
  /** The state of the main resource. */
  readonly resource: Resource<Value>;
  readonly texts: Texts;
  readonly language: string;
  readonly zone: string;
  readonly settings: ResolvedSettings;
  readonly linkedDay: PlainDay | null;
  readonly scope: Scope | undefined;
  /** Takes another time frame, in the nearest panel or provider or, alone, in this section, unless the page forbids it; `false` then. */
  readonly chooseTimeFrame: (chosen: ChosenTimeFrame) => boolean;
  /** Tells of a final failure of what a person asked for beside the section's own data. */
  readonly tellFailure: (error: SourceError) => void;
}

/** What a file loaded later brings beside its code. */
export interface LoadedPart<Texts> {
  readonly english: Partial<Texts>;
  readonly styles: CSSResultGroup;
}

type Getters<Value, Texts> = { readonly [Key in Exclude<keyof SectionHost<Value, Texts>, 'element'>]: () => SectionHost<Value, Texts>[Key] };

/** Makes the host of a section: each member is asked for anew whenever it is read. */
export function sectionHost<Value, Texts>(element: LitElement, getters: Getters<Value, Texts>): SectionHost<Value, Texts> {
  const descriptors = Object.fromEntries(Object.entries(getters).map(([name, get]) => [name, { get }]));
  return Object.defineProperties({ element }, descriptors) as SectionHost<Value, Texts>;
}
