import { MOCK_TIME_ZONE } from '../clock.js';
import type { CustomerWire, FieldWire, ValuesWire } from '../wire.js';
import { field } from './attributes.js';

/** The invented part of a customer's identity. */
export interface Person {
  readonly first: string;
  readonly last: string;
  /** Last two digits of a number of the range that is kept free for fiction. */
  readonly phone: string;
  readonly status: string;
  readonly born: string;
  readonly flags?: CustomerWire['flags'];
  readonly denies?: readonly string[];
}

/** Names for the households: all invented; the data has none. */
export const people: Readonly<Record<string, Person>> = {
  '1609': { first: 'Marlow', last: 'Ashdown', phone: '11', status: 'Active', born: '1968-05-14', flags: [{ label: 'VIP', tone: 'good' }] },
  '2489': { first: 'Ines', last: 'Calloway', phone: '12', status: 'Churn', born: '1979-11-02', denies: ['sms'] },
  '367': { first: 'Otto', last: 'Birkwood', phone: '13', status: 'Active', born: '1957-03-21' },
  '718': { first: 'Priya', last: 'Fenwick', phone: '14', status: 'Active', born: '1970-08-30' },
  '2317': { first: 'Tomas', last: 'Larkspur', phone: '15', status: 'Active', born: '1978-01-19', flags: [{ label: 'Open complaint', tone: 'warning' }] },
  '2400': { first: 'Wanda', last: 'Merrow', phone: '16', status: 'Active', born: '1980-12-05' },
  '676': { first: 'Cyrus', last: 'Oakhollow', phone: '17', status: 'Active', born: '1964-07-07' },
  '1111': { first: 'Beatrix', last: 'Quillan', phone: '18', status: 'Active', born: '1971-04-12' },
  '1023': {
    first: 'Hollis',
    last: 'Starling',
    phone: '19',
    status: 'VIP',
    born: '1959-09-25',
    flags: [{ label: 'Do not contact', tone: 'bad' }],
    denies: ['email', 'sms', 'push'],
  },
  '931': { first: 'Juno', last: 'Thackeray', phone: '20', status: 'Active', born: '1986-02-11' },
  '74': { first: 'Agnes', last: 'Underhill', phone: '21', status: 'Active', born: '1949-06-18' },
  '201': { first: 'Rafael', last: 'Vantongeren-Featherstonehaugh', phone: '22', status: 'New', born: '1967-10-01' },
  '1974': { first: 'Sunniva', last: 'Westerby', phone: '23', status: 'Churn', born: '1990-05-29' },
  '399': { first: 'Lev', last: 'Yarrow', phone: '24', status: 'Churn', born: '1988-08-08' },
  '1471': { first: 'Noor', last: 'Zell', phone: '25', status: 'Prospect', born: '1995-01-31' },
};

/** Identifiers, consents and flags, all invented; addresses end in `example.test`. */
export function identityOf(id: string, { first, last, phone, status, flags = [], denies = [] }: Person): CustomerWire {
  const since = '2017-02-01';
  return {
    id,
    displayName: `${first} ${last}`,
    status,
    flags,
    identifiers: [
      { type: 'email', value: emailOf(first, last), label: 'E-mail', verified: true },
      { type: 'phone', value: phoneOf(phone), label: 'Phone', verified: false },
      { type: 'loyalty-card', value: `LC-${id.padStart(8, '0')}`, label: 'Loyalty card' },
    ],
    timeZone: MOCK_TIME_ZONE,
    consents: ['email', 'sms', 'push', 'inbox'].map((channel) => ({
      channel,
      status: denies.includes(channel) ? 'denied' : channel === 'push' ? 'unknown' : 'granted',
      ...(channel !== 'push' && { since }),
    })),
  };
}

/** Personal fields; the last three are only given on reveal. */
export function personalFields({ first, last, phone, born }: Person): (readonly [FieldWire, ValuesWire[string]])[] {
  return [
    [field('firstName', 'First name', 'Contact', 'text'), first],
    [field('lastName', 'Last name', 'Contact', 'text'), last],
    [field('email', 'E-mail', 'Contact', 'email'), emailOf(first, last)],
    [field('phone', 'Phone', 'Contact', 'phone', { default: true }), phoneOf(phone)],
    [field('account', 'Account page', 'Contact', 'url', { custom: true }), `https://shop.example.test/accounts/${phone}`],
    [field('newsletter', 'Newsletter', 'Contact', 'boolean', { custom: true }), true],
    [field('birthDay', 'Date of birth', 'Contact', 'date', { sensitive: true }), born],
    [field('taxNumber', 'Tax number', 'Contact', 'text', { sensitive: true, custom: true }), `00-000-00${phone}`],
    [field('agentNote', 'Note of the agent', 'Contact', 'text', { sensitive: true, custom: true }), 'Prefers to be called in the afternoon.'],
  ];
}

function emailOf(first: string, last: string): string {
  return `${first}.${last}@example.test`.toLowerCase();
}

function phoneOf(phone: string): string {
  return `+1 202 555 01${phone}`;
}
