import { MOCK_TODAY } from '../clock.js';
import { lastDifferentDay } from '../customers/attributes.js';
import type { MockCustomer } from '../customers/customer.js';
import type { ProfileWire, ValuesWire } from '../wire.js';
import { metaOf } from './meta.js';

/** The newest snapshot that is not after `asOf`; sensitive values stay behind until asked for by their field. */
export function profileAnswer(customer: MockCustomer, asOf: string | null, visible: readonly string[] | undefined): ProfileWire | undefined {
  const { identity, segments, history, fields, valuesOn } = customer;
  const newest = history.dayNotAfter(MOCK_TODAY) ?? MOCK_TODAY;
  const day = asOf ? (history.dayNotAfter(asOf) ?? (history.firstDay ? undefined : newest)) : newest;
  if (!day) return undefined;
  const hidden = new Set(fields.flatMap(({ key, sensitive }) => (sensitive ? [key] : [])));
  const shown = (at: string): ValuesWire => Object.fromEntries(Object.entries(valuesOn(at)).map(([key, value]) => [key, hidden.has(key) ? null : value]));
  const compared = asOf && day !== newest ? newest : lastDifferentDay(valuesOn, history, day);
  return {
    customer: identity,
    asOf: day,
    fields,
    values: shown(day),
    ...(visible && { visible }),
    ...(segments && { segments }),
    ...(compared && { previous: { asOf: compared, values: shown(compared) } }),
    meta: metaOf(customer, {
      asOf: day,
      query: `SELECT * FROM VW_CUSTOMER_PROFILES_REAL_FIELD_NAMES WHERE CLIENT_CUSTOMER_ID = :id AND PROFILE_DATE <= '${day}' ORDER BY PROFILE_DATE DESC LIMIT 2`,
    }),
  };
}
