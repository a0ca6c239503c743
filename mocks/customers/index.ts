import type { MockCustomer } from './customer.js';
import { createDocumented, DOCUMENTED_ID } from './documented.js';
import { createHousehold } from './household.js';
import { people } from './people.js';
import { specialCustomers } from './special.js';

/** One line of the demo's customer list: enough to choose by, without building the customer. */
export interface CustomerListing {
  readonly id: string;
  readonly name: string;
  /** What this customer is good for seeing. */
  readonly shows: string;
}

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

const makers: ReadonlyMap<string, { readonly listing: CustomerListing; readonly create: () => MockCustomer }> = new Map([
  [DOCUMENTED_ID, { listing: { id: DOCUMENTED_ID, name: 'Dana Rivers', shows: 'the documented customer: everything' }, create: createDocumented }],
  ...shows.map(
    ([id, text]) =>
      [id, { listing: { id, name: `${people[id]?.first ?? ''} ${people[id]?.last ?? ''}`.trim(), shows: text }, create: () => createHousehold(id) }] as const,
  ),
  ...specialCustomers.map((special) => [special.listing.id, special] as const),
]);

/** Every customer, the documented one first. */
export const listings: readonly CustomerListing[] = [...makers.values()].map(({ listing }) => listing);

const made = new Map<string, MockCustomer>();

/** The customer of this id, put together at the first question; `undefined` for one nobody knows. */
export function customerOf(id: string): MockCustomer | undefined {
  const held = made.get(id) ?? makers.get(id)?.create();
  if (held) made.set(id, held);
  return held;
}

export { DOCUMENTED_ID };
