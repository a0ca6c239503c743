import { type CustomerEvent, EVENT_CATEGORIES, type Page } from '../../model/event.js';
import { bonus, communication, journey } from './communication.js';
import { byId, byTime, sorted, withoutDuplicates } from './order.js';
import { product } from './product.js';
import { count, id, instant, money, number, text, withKnown, word, words } from './scalars.js';
import { into, list, object, optional, or, pairs, part, type Shape } from './shape.js';

const event: Shape<CustomerEvent> = withKnown(
  object({
    id,
    at: or(instant, null),
    category: word(EVENT_CATEGORIES),
    type: text,
    name: optional(text),
    campaign: optional(object({ campaignId: id, name: optional(text), type: optional(text) })),
    product: optional(product),
    order: optional(
      object({
        id,
        total: optional(money),
        items: part(list(object({ product, quantity: optional(number), amount: optional(money) })), []),
      }),
    ),
    message: optional(communication),
    bonus: optional(bonus),
    journey: optional(journey),
    value: optional(money),
    properties: optional(pairs(words), []),
    source: optional(text),
  }),
  'category',
  EVENT_CATEGORIES,
  'custom',
);

/** `events` of section 4: one page, in the order asked for. */
export const events: Shape<Page<CustomerEvent>> = object({
  items: into(list(event), (items, { ascending }) =>
    sorted(
      withoutDuplicates(items, (one) => one.id),
      (left, right) => byTime(left.at, right.at, ascending) || byId(left.id, right.id),
    ),
  ),
  nextCursor: optional(id),
  total: optional(count),
});
