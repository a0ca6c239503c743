import { createRandom } from '../random.js';
import type { PredictionsWire } from '../wire.js';
import { assemble } from './assemble.js';
import { occurrenceOf, regularOccurrences } from './calendar.js';
import type { MockCustomer } from './customer.js';
import { drawDecision, type Plan, tellDecision } from './decisions.js';
import type { Temper } from './messages.js';
import { identityOf, people, personalFields } from './people.js';
import { predictionsOf } from './predictions.js';
import { type Household, householdOf } from './shop.js';
import { siteVisits } from './site.js';

/** Households without campaigns in the data that stay so, to show the section without any. */
const WITHOUT_CAMPAIGNS: ReadonlySet<string> = new Set(['1023', '1471']);

/** The client of this one has no licence for predictions (B28). */
const WITHOUT_PREDICTIONS: ReadonlySet<string> = new Set(['201']);

/** A real household with the invented rest around it. */
export function createHousehold(id: string): MockCustomer {
  const household = householdOf(id);
  const person = people[id];
  if (!person) throw new Error(`Household ${id} has no invented name yet.`);
  const { orders, redemptions, demographics } = household;
  const identity = identityOf(id, person);
  const random = createRandom(`plans ${id}`);
  const plans: readonly Plan[] = WITHOUT_CAMPAIGNS.has(id)
    ? []
    : [
        ...household.campaigns.map((campaign): Plan => ({ occurrence: occurrenceOf(campaign), decision: 'sent' })),
        ...regularOccurrences().map((occurrence) => drawDecision(occurrence, random, identity.consents)),
      ];
  const temper = temperOf(household);
  return assemble({
    identity,
    segments: [{ id: `store-${orders[0]?.store ?? 'none'}`, name: `Shoppers of store ${orders[0]?.store ?? 'none'}` }],
    orders,
    decisions: plans.map((plan) => tellDecision(plan, { customerId: id, orders, redemptions, temper })),
    otherEvents: siteVisits(id, orders, temper.open / 6),
    demographics,
    fixedFields: personalFields(person),
    predictions: predictions(household),
    givesAverage: Number(id) % 2 === 0,
  });
}

function predictions(household: Household): PredictionsWire | 'not-enabled' {
  return WITHOUT_PREDICTIONS.has(household.id) ? 'not-enabled' : predictionsOf(household);
}

/** How the household meets its messages: the generated part of the population. */
export function temperOf({ predicted }: Household): Temper {
  return { open: predicted.open?.[0] ?? 0, click: predicted.click?.[0] ?? 0, unsubscribe: predicted.unsubscribe?.[0] ?? 0 };
}
