import { MOCK_TIME_ZONE } from '../clock.js';
import { addDays, instantOf } from '../days.js';
import { createRandom } from '../random.js';
import type { CustomerWire, DecisionWire, EventWire, FieldWire, ValuesWire } from '../wire.js';
import { assemble } from './assemble.js';
import { field } from './attributes.js';
import { type Occurrence, occurrenceOf, regularOccurrences } from './calendar.js';
import type { CustomerMaker, MockCustomer } from './customer.js';
import { drawDecision, type Plan, tellDecision } from './decisions.js';
import type { Refund } from './history.js';
import { type Person, personalFields } from './people.js';
import { createPredictions, placeAt } from './predictions.js';
import { householdOf, moveOrders, type Order, shopCampaigns } from './shop.js';
import { siteVisits } from './site.js';

/** The customer of the document's own query (O10). */
export const DOCUMENTED_ID = '1111113001034507';

const person: Person = { first: 'Dana', last: 'Rivers', phone: '42', status: 'Active', born: '1983-04-17' };

const identity: CustomerWire = {
  id: DOCUMENTED_ID,
  displayName: 'Dana Rivers',
  avatarUrl: 'avatars/dana-rivers.svg',
  status: 'Active',
  flags: [
    { label: 'Open complaint', tone: 'warning' },
    { label: 'Gold card', tone: 'good' },
  ],
  identifiers: [
    { type: 'email', value: 'dana.rivers@example.test', label: 'E-mail', verified: true },
    { type: 'email', value: 'rivers.family@example.test', label: 'Second e-mail', verified: false },
    { type: 'phone', value: '+1 202 555 0142', label: 'Phone', verified: true },
    { type: 'facebook', value: 'fb-100042', label: 'Facebook ID' },
    { type: 'loyalty-card', value: 'lc-a1B2', label: 'Loyalty card' },
  ],
  timeZone: MOCK_TIME_ZONE,
  consents: [
    { channel: 'email', status: 'granted', since: '2016-02-03' },
    { channel: 'sms', status: 'denied', since: '2017-10-03T12:14:00-04:00' },
    { channel: 'push', status: 'unknown' },
  ],
};

/** Two years: one household's shopping in 2017, another's moved into 2016, so that there is a period before to compare with. */
function ordersOf(): Order[] {
  return [...moveOrders(householdOf('256').orders, -364), ...householdOf('2007').orders].sort((left, right) => (left.at < right.at ? -1 : 1));
}

/** Three goods brought back, of which two were taken off net sales, so that a cumulative value falls (T21). */
function refundsOf(orders: readonly Order[]): Refund[] {
  const large = orders.filter(({ paid, day }) => paid > 800 && day > '2017-06-30');
  return [large[1], large[6], large[11]].flatMap((order, index) =>
    order ? [{ day: addDays(order.day, 5), orderId: order.id, amount: order.paid, lowersNet: index !== 1 }] : [],
  );
}

/** Campaigns whose days the snapshots leave out, and a week without any (T24). */
const withoutSnapshot: ReadonlySet<string> = new Set(['2017-10-18', '2017-08-08', ...Array.from({ length: 7 }, (_, index) => addDays('2017-09-10', index))]);

/** Every way a decision can go, on the campaigns of the data from this household and some it was not targeted with. */
const decided: readonly (readonly [campaign: string, decision: DecisionWire, reason?: string, takenFrom?: string])[] = [
  ['8', 'sent'],
  ['9', 'control'],
  ['10', 'excluded', 'Taken by a target group of higher priority', '4008'],
  ['11', 'failed', 'Address rejected by the receiving server: 421 4.7.0 try again later'],
  ['13', 'sent'],
  ['14', 'sent'],
  ['16', 'capped', 'More than 3 messages in 7 days'],
  ['17', 'sent'],
  ['18', 'sent'],
  ['19', 'control'],
  ['20', 'sent'],
  ['22', 'excluded', 'Bought in the last 3 days', '4018'],
  ['23', 'sent'],
];

const planned: Occurrence = {
  campaignId: 'planned-1',
  name: 'January pantry',
  day: '2018-01-04',
  time: '09:00:00',
  until: '2018-01-18',
  channels: [
    { name: 'email', template: 'January pantry' },
    { name: 'push', template: 'January pantry push' },
  ],
  subjects: { email: 'Fill the pantry for less', push: 'Pantry prices from today' },
  targetGroup: 'Gold card',
  segment: { id: 'seg-gold', name: 'Gold card' },
  action: { id: '301', name: 'January pantry standard' },
  planId: '9301',
  planDetailId: '93010',
  category: 'Marketing',
  execType: 'Scheduled/Marketing',
  status: 'Active',
  promotionId: 'P-118',
  tags: ['invented', 'new year'],
};

function plansOf(): Plan[] {
  const random = createRandom(`plans ${DOCUMENTED_ID}`);
  return [
    ...decided.flatMap(([id, decision, reason, takenFrom]): Plan[] => {
      const campaign = shopCampaigns.find((one) => one.id === id);
      return campaign ? [{ occurrence: occurrenceOf(campaign), decision, ...(reason && { reason }), ...(takenFrom && { takenFrom }) }] : [];
    }),
    ...regularOccurrences().map((occurrence) => drawDecision(occurrence, random, identity.consents)),
    { occurrence: planned, decision: 'planned' },
  ];
}

/** Custom events with properties (B14), invented. */
const customEvents: readonly EventWire[] = [
  {
    id: 'custom-call-1',
    at: instantOf('2017-12-28T10:42:00'),
    category: 'custom',
    type: 'support-call',
    name: 'Support call',
    properties: { topic: 'Coupon not accepted', minutes: 7, solved: false },
    source: 'mock',
  },
  {
    id: 'custom-review-1',
    at: instantOf('2017-11-19T20:05:00'),
    category: 'custom',
    type: 'review',
    name: 'Review written',
    properties: { stars: 4, text: 'Good bread, long queue' },
    source: 'mock',
  },
  {
    id: 'custom-call-2',
    at: instantOf('2017-08-15T09:20:00'),
    category: 'custom',
    type: 'support-call',
    name: 'Support call',
    properties: { topic: 'Change of address', minutes: 3, solved: true },
    source: 'mock',
  },
  {
    id: 'custom-legacy-1',
    at: instantOf('2016-05-02T12:00:00'),
    category: 'custom',
    type: 'card-opened',
    name: 'Loyalty card opened',
    properties: { store: '367' },
    source: 'legacy CRM',
  },
];

/** Invented attributes beside the calculated ones, one without a familiar name (O5) and one known to be absent. */
const invented: readonly (readonly [FieldWire, ValuesWire[string]])[] = [
  [field('tier', 'Card', 'Status', 'category', { default: true }), 'Gold'],
  [field('leadSource', 'Came through', 'Status', 'category', { custom: true }), 'Shop opening'],
  [field('newsletterTopic', 'Newsletter topic', 'Contact', 'category', { custom: true }), 'Baking'],
  [field('allergies', 'Allergies', 'Household', 'text', { custom: true, sensitive: true }), 'Hazelnut'],
  [field('pets', 'Pets', 'Household', 'integer', { custom: true }), 0],
  [field('complaintOpen', 'Open complaint', 'Status', 'boolean'), true],
  [field('secondAddress', 'Second address', 'Contact', 'text'), null],
  [field('creditLimit', 'Credit limit', 'Buying', 'money', { custom: true, currency: 'EUR' }), '250.00'],
  [{ key: 'FIELD207', group: 'Unnamed', type: 'number', source: { table: 'CUSTOMER_PROFILES', column: 'FIELD207' } }, 17.25],
  [{ key: 'STR31', group: 'Unnamed', type: 'category', source: { table: 'CUSTOMER_PROFILES', column: 'STR31' } }, 'B'],
];

/** Rich on purpose: whatever the documents name can be seen on this one. */
export const documentedCustomer: CustomerMaker = { identity, shows: 'the documented customer: everything', create: createDocumented };

function createDocumented(): MockCustomer {
  const orders = ordersOf();
  const { demographics, redemptions } = householdOf('2007');
  const temper = { open: 0.42, click: 0.15, unsubscribe: 0.02 };
  return assemble({
    identity,
    segments: [
      { id: 'seg-gold', name: 'Gold card' },
      { id: 'seg-A', name: 'Households of Type A' },
    ],
    orders,
    refunds: refundsOf(orders),
    withoutSnapshot,
    decisions: plansOf().map((plan) => tellDecision(plan, { customerId: DOCUMENTED_ID, orders, redemptions, temper })),
    otherEvents: () => [...siteVisits(DOCUMENTED_ID, orders, 0.12), ...customEvents],
    demographics,
    fixedFields: [...invented, ...personalFields(person)],
    // The document's own examples: 94th percentile (B31), 15 % at the 55th (B33), 25th (B35).
    predictions: createPredictions({
      predictedClv: placeAt('predictedClv', 94),
      click: [0.15, 55],
      unsubscribe: placeAt('unsubscribe', 88),
      open: placeAt('open', 61),
      purchase: placeAt('purchase', 73),
      discountScore: placeAt('discountScore', 25),
    }),
    givesAverage: false,
  });
}
