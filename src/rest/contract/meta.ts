import { isTimeZone } from '../../model/day.js';
import type { Meta } from '../../model/resource.js';
import { boolean, day, dayOrInstant, id, text } from './scalars.js';
import { into, object, optional, type Shape, UNREADABLE } from './shape.js';

/** `meta` of section 4, which any answer may carry. */
export const meta: Shape<Meta> = into(
  object({
    customerId: optional(id),
    mergedInto: optional(id),
    source: optional(text),
    asOf: optional(dayOrInstant),
    timeZone: optional(into(text, (zone) => (isTimeZone(zone) ? zone : UNREADABLE))),
    retention: optional(object({ dataSince: optional(day) })),
    truncated: optional(boolean),
    query: optional(text),
  }),
  ({ retention, ...rest }) => ({ ...rest, ...(retention?.dataSince && { dataSince: retention.dataSince }) }),
);
