import { type AttributeSettings, type CustomerMatch, FIELD_TYPES, type Field, type FieldValue, type Profile } from '../../model/customer.js';
import { withoutDuplicates } from './order.js';
import { boolean, currency, day, dayOrInstant, fieldValue, id, key, oneOf, text, withName } from './scalars.js';
import { expected, into, list, map, object, optional, or, part, type Shape, scalar } from './shape.js';

/** `search` of section 4. */
export const search: Shape<readonly CustomerMatch[]> = into(
  object({ items: list(object({ id, displayName: optional(text), matchedOn: object({ type: text, value: text }) })) }),
  ({ items }) => withoutDuplicates(items, (match) => match.id),
);

const customer = object({
  id: into(id, (value, reading) => {
    reading.subject = value;
    return value;
  }),
  displayName: optional(text),
  avatarUrl: optional(text),
  status: optional(text),
  flags: part(list(object({ label: text, tone: or(oneOf(['info', 'good', 'warning', 'bad']), 'info') })), []),
  identifiers: part(list(object({ type: text, value: text, label: optional(text), verified: optional(boolean) })), []),
  timeZone: optional(text),
  consents: part(list(object({ channel: text, status: or(oneOf(['granted', 'denied', 'unknown']), 'unknown'), since: optional(dayOrInstant) })), undefined),
});

/** Whatever does not clearly say that a field may be shown, says that it may not (TH15). */
const sensitive = optional(
  scalar('boolean', (wire) => !(wire === null || wire === false || wire === 'false')),
  false,
);

const field: Shape<Field> = object({
  key,
  label: optional(text),
  group: optional(text),
  type: or(oneOf(FIELD_TYPES), 'text'),
  unit: optional(text),
  currency: optional(currency),
  default: optional(boolean, false),
  custom: optional(boolean, false),
  sensitive,
  source: optional(object({ table: text, column: text })),
});

/** What is given but cannot be shown is known to be nothing (PS6, PS7, V3). */
const values: Shape<ReadonlyMap<string, FieldValue>> = map(or(fieldValue, null));

/** `profile` of section 4. */
export const profile: Shape<Profile> = object({
  customer,
  asOf: optional(day),
  fields: expected(
    into(list(field), (fields) => withoutDuplicates(fields, (one) => one.key)),
    [],
  ),
  values: expected(values, new Map<string, FieldValue>()),
  visible: optional(list(key)),
  segments: part(list(withName(object({ id, name: optional(text) }), (segment) => segment.id)), []),
  previous: part(object({ asOf: optional(day), values }), undefined),
});

/** `field` of section 4: one value, asked for on reveal. */
export const revealedField: Shape<FieldValue> = into(object({ value: fieldValue }), ({ value }) => value);

/** `attributeSettings` of section 4; they may be changed unless the backend says no. */
export const attributeSettings: Shape<AttributeSettings> = object({ visible: list(key), editable: optional(boolean, true) });
