import { sendKeys } from '@web/test-runner-commands';

/** Presses a key of the real keyboard, so that focus moves and fields fill as they do for a person. */
export function pressKey(key: string): Promise<void> {
  return sendKeys({ press: key });
}

/** Types into whatever has focus. */
export function typeText(text: string): Promise<void> {
  return sendKeys({ type: text });
}

/** Whether a key can be held down: the driver of WebKit knows single keys only. */
export const canHoldKeys = !/AppleWebKit/.test(navigator.userAgent) || /Chrom/.test(navigator.userAgent);

/** Does something while Shift is held down. */
export async function withShift<Result>(act: () => Promise<Result>): Promise<Result> {
  await sendKeys({ down: 'Shift' });
  // A key that stays down would be part of every later press.
  return act().finally(() => sendKeys({ up: 'Shift' }));
}
