import { sendKeys } from '@web/test-runner-commands';

/** Presses a key of the real keyboard, so that focus moves and fields fill as they do for a person. */
export function pressKey(key: string): Promise<void> {
  return sendKeys({ press: key });
}

/** Types into whatever has focus. */
export function typeText(text: string): Promise<void> {
  return sendKeys({ type: text });
}
