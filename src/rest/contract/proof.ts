import type { Proof } from '../../model/event.js';
import { instant, text, verbatim } from './scalars.js';
import { object, optional, type Shape } from './shape.js';

/** `proof` of section 4. All of it is untrusted (T34); `html` is kept as it came, for a sandbox alone. */
export const proof: Shape<Proof> = object({
  subject: optional(text),
  html: optional(verbatim),
  text: optional(text),
  url: optional(text),
  channel: optional(text),
  from: optional(text),
  sentAt: optional(instant),
});
