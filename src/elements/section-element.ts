import type { SectionName } from '../model/resource.js';
import type { SourceError } from '../model/source-error.js';

/** What a panel or provider may ask of a section inside it, whatever its class. */
export interface SectionElement extends HTMLElement {
  readonly section: SectionName;
  viewState: object;
  collapsible: boolean;
  open: boolean;
  refresh(): void;
  reset(): void;
  focusHeading(): void;
  purge(error: SourceError): void;
}

/** Whether the element is a section, also one of another copy or version of this package. */
export function isSectionElement(element: Element): element is SectionElement {
  return element.localName.startsWith('c360-') && 'section' in element && 'focusHeading' in element;
}

/** Opens the section and moves focus to its heading; `false` when it is not among these or not shown. */
export function focusSection(elements: readonly SectionElement[], name: SectionName): boolean {
  const found = elements.find((element) => element.section === name && !element.matches(':state(hidden)'));
  found?.focusHeading();
  return found !== undefined;
}

/** Takes the customer's data off the screen everywhere, the reason in its place (PR12). */
export function purgeSections(elements: readonly SectionElement[], error: SourceError): void {
  for (const element of elements) element.purge(error);
}
