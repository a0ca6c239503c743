import { MOCK_CURRENCY } from '../clock.js';
import { addDays, daysBetween } from '../days.js';
import type { CampaignWire, EventWire, FieldTypeWire, FieldWire, ValuesWire } from '../wire.js';
import { type History, kpiOn, kpis } from './history.js';
import { has } from './messages.js';
import { population } from './predictions.js';
import type { Household, Order, OrderLine } from './shop.js';
import { decimal, slug, sum } from './shop.js';

/** What attributes are calculated from; every list is cut to the asked day before use. */
export interface AttributeInput {
  readonly orders: readonly Order[];
  readonly history: History;
  readonly events: () => readonly EventWire[];
  readonly decisions: readonly CampaignWire[];
  readonly demographics: Household['demographics'];
  /** Invented or personal attributes that do not change: given as they are. */
  readonly fixed: readonly (readonly [field: FieldWire, value: ValuesWire[string]])[];
}

type Value = ValuesWire[string];

/** All that is known up to one day. */
interface Known {
  readonly day: string;
  readonly orders: readonly Order[];
  readonly lines: readonly OrderLine[];
  readonly events: readonly EventWire[];
  readonly decisions: readonly CampaignWire[];
  readonly input: AttributeInput;
}

interface Attribute {
  readonly field: FieldWire;
  readonly of: (known: Known) => Value | undefined;
}

/** The fields and their values by day: calculated ones (real where the shopping is), demographics and fixed ones. */
export function createAttributes(input: AttributeInput): { fields: FieldWire[]; valuesOn: (day: string) => ValuesWire } {
  const attributes: readonly Attribute[] = [
    ...calculated,
    ...kpis.map(
      (kpi): Attribute => ({
        field: field(
          kpi.key,
          kpi.window === '1M' ? `${kpi.label}, last month` : kpi.label,
          kpi.window === '1M' ? 'Last month' : 'Buying',
          kpi.unit === 'money' ? 'money' : 'integer',
          { source: { table: 'CUSTOMER_PROFILES', column: kpi.column } },
        ),
        of: ({ day }) => kpiOn(input.history, kpi, day),
      }),
    ),
    ...departments(input.orders),
    ...demographic,
    ...input.fixed.map(([field, value]): Attribute => ({ field, of: () => value })),
  ];
  const held = new Map<string, ValuesWire>();
  return {
    fields: attributes.map((attribute) => attribute.field),
    valuesOn: (day) => {
      const values = held.get(day) ?? valuesOf(attributes, known(input, day));
      held.set(day, values);
      return values;
    },
  };
}

/** A field with the house's defaults. */
export function field(key: string, label: string, group: string, type: FieldTypeWire, more: Partial<FieldWire> = {}): FieldWire {
  return { key, label, group, type, ...(type === 'money' && { currency: MOCK_CURRENCY }), ...more };
}

function known(input: AttributeInput, day: string): Known {
  const orders = input.orders.filter((order) => order.day <= day);
  return {
    day,
    orders,
    lines: orders.flatMap(({ lines }) => lines),
    events: input.events().filter(({ at }) => at.slice(0, 10) <= day),
    decisions: input.decisions.filter(({ executionDate }) => executionDate <= day),
    input,
  };
}

function valuesOf(attributes: readonly Attribute[], known: Known): ValuesWire {
  return Object.fromEntries(
    attributes.flatMap(({ field, of }) => {
      const value = of(known);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 1000) / 10 : null;
}

function spent(orders: readonly { readonly paid: number }[]): number {
  return sum(orders.map(({ paid }) => paid));
}

/** The word that occurs most. */
function favourite(words: readonly (string | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

function recent({ orders, day }: Known, days: number): readonly Order[] {
  return orders.filter((order) => order.day > addDays(day, -days));
}

function sentEmails({ events }: Known): readonly EventWire[] {
  return events.filter(({ category }) => category === 'email');
}

function lifecycleStage(known: Known): string {
  const { orders, day } = known;
  const last = orders.at(-1);
  if (!last) return 'Prospect';
  const quiet = daysBetween(last.day, day);
  if (quiet > 90) return 'Churn';
  const before = orders.at(-2);
  if (before && daysBetween(before.day, last.day) > 60) return 'Back from Churn';
  if (orders.length < 4) return 'New';
  return spent(orders) > 45_000 ? 'VIP' : 'Active';
}

const weekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

const calculated: readonly Attribute[] = [
  {
    field: field('lifecycleStage', 'Lifecycle stage', 'Status', 'category', { default: true, source: { table: 'CUSTOMER_PROFILES', column: 'STR12' } }),
    of: lifecycleStage,
  },
  { field: field('customerSince', 'Customer since', 'Status', 'date', { default: true }), of: ({ orders }) => orders[0]?.day ?? null },
  { field: field('lastOrderDay', 'Last order', 'Status', 'date', { default: true }), of: ({ orders }) => orders.at(-1)?.day ?? null },
  {
    field: field('lastSeenAt', 'Last seen on the site', 'Status', 'instant', { default: true }),
    of: ({ events }) => events.find(({ category }) => category === 'site')?.at ?? null,
  },
  {
    field: field('loyaltyPoints', 'Loyalty points', 'Status', 'integer', { default: true, source: { table: 'CUSTOMER_PROFILES', column: 'FIELD153' } }),
    of: ({ orders }) => Math.floor(spent(orders) / 10),
  },
  {
    field: field('churnRisk', 'Risk of churn', 'Status', 'percent', { default: true }),
    of: ({ orders, day }) => (orders.length ? Math.round((1 - Math.exp(-daysBetween(orders.at(-1)?.day ?? day, day) / 60)) * 1000) / 10 : null),
  },
  {
    field: field('spendPlace', 'Spends more than', 'Status', 'percent', { unit: 'of all households' }),
    of: ({ orders }) => population.quantiles.spend.filter((value) => value * 100 < spent(orders)).length - (orders.length ? 1 : 0),
  },
  {
    field: field('averageBasket', 'Average basket', 'Buying', 'money', { default: true }),
    of: ({ orders }) => (orders.length ? decimal(Math.round(spent(orders) / orders.length)) : null),
  },
  {
    field: field('largestBasket', 'Largest basket', 'Buying', 'money'),
    of: ({ orders }) => (orders.length ? decimal(Math.max(...orders.map(({ paid }) => paid))) : null),
  },
  {
    field: field('linesPerBasket', 'Products per basket', 'Buying', 'number'),
    of: ({ orders, lines }) => (orders.length ? Math.round((lines.length / orders.length) * 100) / 100 : null),
  },
  {
    field: field('daysBetweenOrders', 'Days between orders', 'Buying', 'number', { unit: 'days' }),
    of: ({ orders }) => (orders.length > 1 ? Math.round((daysBetween(orders[0]?.day ?? '', orders.at(-1)?.day ?? '') / (orders.length - 1)) * 10) / 10 : null),
  },
  { field: field('ordersLast90Days', 'Orders in 90 days', 'Buying', 'integer'), of: (known) => recent(known, 90).length },
  { field: field('spendLast90Days', 'Spend in 90 days', 'Buying', 'money'), of: (known) => decimal(spent(recent(known, 90))) },
  {
    field: field('favouriteDepartment', 'Favourite department', 'Habits', 'category', { default: true }),
    of: ({ lines }) => favourite(lines.map(({ product }) => product.department)),
  },
  { field: field('favouriteCategory', 'Favourite category', 'Habits', 'category'), of: ({ lines }) => favourite(lines.map(({ product }) => product.category)) },
  { field: field('favouriteStore', 'Favourite store', 'Habits', 'text'), of: ({ orders }) => favourite(orders.map(({ store }) => store)) },
  { field: field('storesVisited', 'Stores visited', 'Habits', 'integer'), of: ({ orders }) => new Set(orders.map(({ store }) => store)).size },
  { field: field('productsTried', 'Different products', 'Habits', 'integer'), of: ({ lines }) => new Set(lines.map(({ product }) => product.id)).size },
  {
    field: field('weekendShare', 'Buys at weekends', 'Habits', 'percent'),
    of: ({ orders }) => share(orders.filter(({ day }) => weekday(day) % 6 === 0).length, orders.length),
  },
  {
    field: field('eveningShare', 'Buys after 17:00', 'Habits', 'percent'),
    of: ({ orders }) => share(orders.filter(({ at }) => at.slice(11, 13) >= '17').length, orders.length),
  },
  {
    field: field('privateLabelShare', 'Buys the shop’s own brand', 'Habits', 'percent'),
    of: ({ lines }) => share(lines.filter(({ product }) => product.brand === 'Private').length, lines.length),
  },
  {
    field: field('couponShare', 'Buys with coupon', 'Discounts', 'percent', { default: true }),
    of: ({ lines }) => share(lines.filter(({ coupon }) => coupon > 0).length, lines.length),
  },
  {
    field: field('discountShare', 'Discount on the shelf price', 'Discounts', 'percent'),
    of: ({ lines }) => share(sum(lines.map(({ discount }) => discount)), sum(lines.map(({ paid, discount }) => paid + discount))),
  },
  { field: field('discountTotal', 'Discounts received', 'Discounts', 'money'), of: ({ lines }) => decimal(sum(lines.map(({ discount }) => discount))) },
  { field: field('couponTotal', 'Of which coupons', 'Discounts', 'money'), of: ({ lines }) => decimal(sum(lines.map(({ coupon }) => coupon))) },
  {
    field: field('campaignsReceived', 'Campaigns received', 'Engagement', 'integer', { default: true }),
    of: ({ decisions }) => decisions.filter(({ decision }) => decision === 'sent').length,
  },
  { field: field('emailsSent', 'E-mails sent', 'Engagement', 'integer'), of: (known) => sentEmails(known).length },
  {
    field: field('emailOpenShare', 'E-mails opened, probably', 'Engagement', 'percent'),
    of: (known) => share(sentEmails(known).filter(({ message }) => message && has(message, 'impression')).length, sentEmails(known).length),
  },
  {
    field: field('emailClickShare', 'E-mails clicked', 'Engagement', 'percent'),
    of: (known) => share(sentEmails(known).filter(({ message }) => message && has(message, 'click')).length, sentEmails(known).length),
  },
  { field: field('lastMessageAt', 'Last message', 'Engagement', 'instant'), of: ({ events }) => events.find(({ message }) => message)?.at ?? null },
  {
    field: field('siteVisits30Days', 'Site activities in 30 days', 'Engagement', 'integer'),
    of: ({ events, day }) => events.filter(({ category, at }) => category === 'site' && at.slice(0, 10) > addDays(day, -30)).length,
  },
  { field: field('hasApp', 'App installed', 'Engagement', 'boolean'), of: ({ events }) => events.some(({ type }) => type === 'push') },
  {
    field: field('reachable', 'Reachable for marketing', 'Engagement', 'boolean'),
    of: ({ events }) => !events.some(({ message }) => message && has(message, 'optout')),
  },
];

const demographicLabels: readonly (readonly [column: string, label: string, type: FieldTypeWire])[] = [
  ['age', 'Age', 'category'],
  ['income', 'Income, thousand US dollars', 'category'],
  ['home_ownership', 'Home', 'category'],
  ['marital_status', 'Marital status', 'category'],
  ['household_size', 'People in the household', 'category'],
  ['household_comp', 'Household', 'category'],
  ['kids_count', 'Children', 'category'],
];

/** Known to be absent (`null`) for the households without demographics. */
const demographic: readonly Attribute[] = demographicLabels.map(([column, label, type]) => ({
  field: field(column, label, 'Household', type, { default: column === 'age', source: { table: 'demographics', column } }),
  of: ({ input }) => input.demographics[column] ?? null,
}));

/** One amount for each department the customer ever bought in, largest first. */
function departments(orders: readonly Order[]): Attribute[] {
  const totals = new Map<string, number>();
  for (const { product, paid } of orders.flatMap(({ lines }) => lines))
    if (product.department) totals.set(product.department, (totals.get(product.department) ?? 0) + paid);
  return [...totals]
    .sort(([, left], [, right]) => right - left)
    .map(([department]) => ({
      field: field(`spend-${slug(department)}`, department, 'Spend by department', 'money'),
      of: ({ lines }) => decimal(sum(lines.filter(({ product }) => product.department === department).map(({ paid }) => paid))),
    }));
}

/** The newest day before this one whose values differ, looked for up to 60 days back. */
export function lastDifferentDay(valuesOn: (day: string) => ValuesWire, history: History, day: string): string | undefined {
  const now = JSON.stringify(valuesOn(day));
  return history.days.findLast((earlier) => earlier < day && earlier >= addDays(day, -60) && JSON.stringify(valuesOn(earlier)) !== now);
}
