import type { Messages } from '../messages.js';

/** French. */
export const messages: Partial<Messages> = {};
