import { createRandom } from '../random.js';
import type { CustomerWire } from '../wire.js';
import { assemble, type Ingredients } from './assemble.js';
import { occurrenceOf, regularOccurrences } from './calendar.js';
import type { CustomerMaker, MockCustomer } from './customer.js';
import { drawDecision, type Plan, tellDecision } from './decisions.js';
import type { Temper } from './messages.js';
import { identityOf, people, personalFields } from './people.js';
import { predictionsOf } from './predictions.js';
import { type Household, householdOf } from './shop.js';
import { siteVisits } from './site.js';

/** What each household is good for seeing, in the order of the demo's list. */
const shows: readonly (readonly [id: string, text: string])[] = [
  ['1609', 'heavy shopper, three campaigns'],
  ['2489', '14 campaigns, 27 coupons, gone quiet'],
  ['367', '30 coupons redeemed'],
  ['718', '107 baskets, 13 campaigns'],
  ['2317', 'most campaigns, open complaint'],
  ['2400', 'many coupons'],
  ['676', 'no demographics'],
  ['1111', 'most lines, no demographics'],
  ['1023', 'highest spend, no campaigns, do not contact'],
  ['931', '29 coupons in 15 baskets'],
  ['74', 'light shopper, over 65'],
  ['201', 'predictions not licensed, long name'],
  ['1974', 'lapsed in August'],
  ['399', 'four baskets: not enough data to predict'],
  ['1471', 'one basket of 0.00'],
];

/** Households without campaigns in the data that stay so, to show the section without any. */
const WITHOUT_CAMPAIGNS: ReadonlySet<string> = new Set(['1023', '1471']);

/** The client of this one has no licence for predictions (B28). */
const WITHOUT_PREDICTIONS: ReadonlySet<string> = new Set(['201']);

/** The real households, each under an invented name. */
export const householdCustomers: readonly CustomerMaker[] = shows.map(([id, text]) => {
  const person = people[id];
  if (!person) throw new Error(`Household ${id} has no invented name yet.`);
  const identity = identityOf(id, person);
  return { identity, shows: text, create: () => createShopper(householdOf(id), identity, { fixedFields: personalFields(person) }) };
});

/** A real household's shopping under this identity, with the invented rest around it. */
export function createShopper(household: Household, identity: CustomerWire, more: Partial<Ingredients>): MockCustomer {
  const { orders, redemptions, demographics } = household;
  const { id: customerId, consents } = identity;
  const temper = temperOf(household);
  const store = orders[0]?.store ?? 'none';
  return assemble({
    identity,
    segments: [{ id: `store-${store}`, name: `Shoppers of store ${store}` }],
    orders,
    decisions: plansOf(household, customerId, consents).map((plan) => tellDecision(plan, { customerId, orders, redemptions, temper })),
    otherEvents: () => siteVisits(customerId, orders, temper.open / 6),
    demographics,
    fixedFields: [],
    predictions: WITHOUT_PREDICTIONS.has(household.id) ? 'not-enabled' : predictionsOf(household),
    givesAverage: Number(household.id) % 2 === 0,
    ...more,
  });
}

/** The campaigns the household really was targeted with, and the invented regular ones. */
function plansOf({ id, campaigns }: Household, customerId: string, consents: CustomerWire['consents']): Plan[] {
  if (WITHOUT_CAMPAIGNS.has(id)) return [];
  const random = createRandom(`plans ${customerId}`);
  return [
    ...campaigns.map((campaign): Plan => ({ occurrence: occurrenceOf(campaign), decision: 'sent' })),
    ...regularOccurrences().map((occurrence) => drawDecision(occurrence, random, consents)),
  ];
}

/** How the household meets its messages: the generated part of the population. */
function temperOf({ predicted }: Household): Temper {
  return { open: predicted.open?.[0] ?? 0, click: predicted.click?.[0] ?? 0, unsubscribe: predicted.unsubscribe?.[0] ?? 0 };
}
