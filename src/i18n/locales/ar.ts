import type { Messages } from '../messages.js';

/** Arabic. */
export const messages: Partial<Messages> = {};
