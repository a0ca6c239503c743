import type { Messages } from '../messages.js';

/** Spanish. */
export const messages: Partial<Messages> = {};
