/** Whether a press means the whole line it falls on: not what stands apart in it, to be pressed or read, nor once some of it was selected. */
export function meansLine({ target }: Event, apart: string): boolean {
  return target instanceof Element && !target.closest(apart) && !`${getSelection() ?? ''}`;
}
