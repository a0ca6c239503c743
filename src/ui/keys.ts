/**
 * Keeps what is typed into our fields from a page's one-key shortcuts, to which the typing looks like keys on an element of no
 * input type (HP11). Escape and Tab pass.
 */
export function keepKeys(event: KeyboardEvent): void {
  if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
}
