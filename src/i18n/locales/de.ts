import type { Messages } from '../messages.js';

/** German. */
export const messages: Partial<Messages> = {};
