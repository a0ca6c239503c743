import { INTEGRATED_ON, MOCK_TODAY } from '../clock.js';
import type { MockCustomer } from '../customers/customer.js';
import { decimal, dollars, type Order, sum, toProduct } from '../customers/shop.js';
import { addDays, dayIn, daysBetween } from '../days.js';
import type { MetricsWire, MoneyWire } from '../wire.js';
import { metaOf } from './meta.js';
import { type Asked, isWithin } from './query.js';

/** The activity metrics (B7 to B11): lifetime figures with what of them falls into the time frame and the one before (T1). */
export function metricsAnswer(customer: MockCustomer, asked: Asked): MetricsWire {
  const { orders, givesAverage } = customer;
  const days = new Map(orders.map((order) => [order, dayIn(order.at, asked.timeZone)]));
  const within = (from: string | undefined, to: string | undefined): readonly Order[] =>
    orders.filter((order) => isWithin(days.get(order) ?? order.day, { ...(from && { from }), ...(to && { to }) }));
  const now = within(asked.from, asked.to);
  const before = previousOf(asked, orders);
  const then = before && within(before.from, before.to);

  const spent = (some: readonly Order[]): number => sum(some.map(({ paid }) => paid));
  const average = (some: readonly Order[]): MoneyWire | undefined => (some.length ? dollars(Math.round(spent(some) / some.length)) : undefined);
  const lifetimeAverage = average(orders);
  const newest = orders.at(-1);
  const line = newest?.lines.find(({ paid }) => paid > 0) ?? newest?.lines[0];
  return {
    totalSpend: {
      value: dollars(spent(within(INTEGRATED_ON, undefined))),
      scope: 'since-integration',
      since: INTEGRATED_ON,
      inTimeFrame: dollars(spent(now)),
      ...(then && { previous: dollars(spent(then)) }),
    },
    // What a lifetime is worth has no part in a time frame.
    customerLifetimeValue: { value: dollars(spent(orders)), scope: 'lifetime' },
    ...(givesAverage &&
      lifetimeAverage && {
        averageOrderValue: {
          value: lifetimeAverage,
          scope: 'lifetime',
          ...orNothing('inTimeFrame', average(now)),
          ...orNothing('previous', then && average(then)),
        },
      }),
    numberOfPurchases: { value: orders.length, scope: 'lifetime', inTimeFrame: now.length, ...(then && { previous: then.length }) },
    lastProductPurchased: newest && line ? toProduct(line.product, line, newest.at) : null,
    ...(orders.length > 0 && { series: weekly(asked, orders, days) }),
    meta: metaOf(customer, { timeZone: asked.timeZone }),
  };
}

function orNothing<Key extends string>(key: Key, value: MoneyWire | undefined): { [Name in Key]?: MoneyWire } {
  return value ? ({ [key]: value } as { [Name in Key]?: MoneyWire }) : {};
}

/** The period of equal length before; none where the data does not reach back that far, so that no change is claimed. */
function previousOf({ from, to }: Asked, orders: readonly Order[]): { from: string; to: string } | undefined {
  const first = orders[0]?.day;
  if (!from || !to || !first) return undefined;
  const before = { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
  return before.from >= first ? before : undefined;
}

/** One point a week: what was spent and bought in it, and what the customer was worth at its end. */
function weekly({ from, to = MOCK_TODAY }: Asked, orders: readonly Order[], days: ReadonlyMap<Order, string>): NonNullable<MetricsWire['series']> {
  const first = from ?? orders[0]?.day ?? to;
  const weeks = Array.from({ length: Math.max(1, Math.ceil((daysBetween(first, to) + 1) / 7)) }, (_, index) => addDays(first, index * 7));
  const inWeek = weeks.map((week) => orders.filter((order) => isWithin(days.get(order) ?? order.day, { from: week, to: addDays(week, 6) })));
  const spend = inWeek.map((some) => Number(decimal(sum(some.map(({ paid }) => paid)))));
  const worth = weeks.map((week) => Number(decimal(sum(orders.flatMap((order) => ((days.get(order) ?? order.day) <= addDays(week, 6) ? order.paid : []))))));
  return { dates: weeks, values: { totalSpend: spend, customerLifetimeValue: worth, numberOfPurchases: inWeek.map((some) => some.length) } };
}
