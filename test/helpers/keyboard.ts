import { sendKeys } from '@web/test-runner-commands';

/** Presses a key of the real keyboard, so that focus moves and fields fill as they do for a person. */
export async function pressKey(key: string, { shift = false }: { readonly shift?: boolean } = {}): Promise<void> {
  if (shift) await sendKeys({ down: 'Shift' });
  await sendKeys({ press: key });
  if (shift) await sendKeys({ up: 'Shift' });
}

/** Types into whatever has focus. */
export function typeText(text: string): Promise<void> {
  return sendKeys({ type: text });
}
