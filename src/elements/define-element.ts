import { warnOnce } from '../data/warn.js';

/**
 * Registers a tag unless it is taken: loaded twice or in two versions, the first wins with one console warning (T37, HP2).
 * Loading the very same class again says nothing.
 */
export function defineElement(name: string, element: CustomElementConstructor): void {
  const known = customElements.get(name);
  if (!known) customElements.define(name, element);
  else if (known !== element) warnOnce('this page loads the elements twice; the first copy is used', 'embed-it');
}
