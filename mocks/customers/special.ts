import { MOCK_TIME_ZONE } from '../clock.js';
import { generateAttributes, generateCampaigns, generateEvents } from '../data/generate.js';
import type { CustomerWire } from '../wire.js';
import { assemble, type Ingredients } from './assemble.js';
import type { CustomerMaker, MockCustomer } from './customer.js';
import { createShopper } from './household.js';
import { createPredictions } from './predictions.js';
import { householdOf } from './shop.js';

/** Nothing but an identity, unless told. */
function special(identity: CustomerWire, shows: string, more: () => Partial<Ingredients> = () => ({})): CustomerMaker {
  const create = (): MockCustomer =>
    assemble({
      identity,
      orders: [],
      decisions: [],
      otherEvents: () => [],
      demographics: {},
      fixedFields: [],
      predictions: createPredictions({}),
      givesAverage: false,
      ...more(),
    });
  return { identity, shows, create };
}

/** Whatever a text from outside may hold; all of it must be shown as it stands (X1, X9, V19, V24). */
export const hostileTexts = {
  name: '<img src=x onerror="alert(1)"> \u202Eevil\u202C {{constructor.constructor("alert(1)")()}}',
  note: 'Session expired, log in at http://phish.example.test/ </style><script>alert(1)</script>',
  url: 'javascript:alert(1)',
} as const;

const noa: CustomerWire = {
  id: 'he-000123',
  displayName: 'נועה בן־דוד',
  status: 'פעילה',
  flags: [{ label: 'לקוחה ותיקה', tone: 'good' }],
  identifiers: [
    { type: 'email', value: 'noa.bendavid@example.test', label: 'דוא״ל', verified: true },
    { type: 'phone', value: '+1 202 555 0151', label: 'טלפון' },
  ],
  timeZone: 'Asia/Jerusalem',
  consents: [
    { channel: 'email', status: 'granted', since: '2017-02-01' },
    { channel: 'sms', status: 'denied', since: '2017-06-12' },
  ],
};

/** Customers that no shop has, each for one thing to see. */
export const specialCustomers: readonly CustomerMaker[] = [
  { identity: noa, shows: 'right-to-left name', create: () => createShopper(householdOf('931'), noa, {}) },
  special(
    { id: 'attributes-500', displayName: 'Quentin Fivehundred', identifiers: [{ type: 'email', value: 'quentin@example.test' }] },
    '500 attributes',
    () => ({ fixedFields: generateAttributes(500), orders: householdOf('74').orders }),
  ),
  special({ id: 'events-100000', displayName: 'Hundred Thousand', identifiers: [] }, '100,000 events, 10,000 campaigns', () => ({
    otherEvents: () => generateEvents(100_000),
    decisions: generateCampaigns(10_000),
    orders: householdOf('74').orders,
  })),
  special({ id: 'nothing-yet', identifiers: [] }, 'everything missing'),
  special(
    { id: 'lc-A1b2', displayName: 'Dana Riverstone', identifiers: [{ type: 'loyalty-card', value: 'lc-A1b2', label: 'Loyalty card' }] },
    'an identifier like another’s but for its case',
  ),
  special(
    { id: 'Zoë/№7?a=b&c', displayName: 'Zoë Slash', identifiers: [{ type: 'email', value: 'zoe@example.test' }], timeZone: MOCK_TIME_ZONE },
    'an id that must be encoded',
  ),
  special({ id: '9007199254740993', displayName: 'Max Integer', identifiers: [{ type: 'crm', value: '9007199254740993' }] }, 'an id beyond exact numbers'),
  special(
    {
      id: 'hostile-1',
      displayName: hostileTexts.name,
      flags: [{ label: hostileTexts.note, tone: 'bad' }],
      identifiers: [{ type: 'email', value: '"><svg/onload=alert(1)>@example.test' }],
      avatarUrl: 'https://tracker.example.test/a.gif',
    },
    'hostile texts',
    () => ({
      fixedFields: [
        [{ key: 'note', label: '<b>Note</b>', group: '{{x}}', type: 'text', default: true }, hostileTexts.note],
        [{ key: 'site', label: 'Site', type: 'url', default: true }, hostileTexts.url],
        [{ key: '__proto__x', label: 'constructor', type: 'text', default: true }, '__proto__'],
      ],
      otherEvents: () => [
        {
          id: 'hostile-event',
          at: '2017-12-30T12:00:00-05:00',
          category: 'custom',
          type: 'toString',
          name: hostileTexts.name,
          product: { id: 'x', name: hostileTexts.note, imageUrl: 'https://tracker.example.test/p.gif', url: hostileTexts.url },
        },
      ],
    }),
  ),
];
