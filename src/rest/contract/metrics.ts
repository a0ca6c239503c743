import { divideDecimals } from '../../model/arithmetic.js';
import { METRIC_NAMES, type Metric, type Metrics } from '../../model/customer.js';
import { alignDays } from './order.js';
import { product } from './product.js';
import { day, money, number, oneOf } from './scalars.js';
import { column, into, map, nullable, object, optional, part, type Shape } from './shape.js';

const metric: Shape<Metric> = into(
  object({
    value: nullable(money),
    scope: oneOf(['since-integration', 'lifetime', 'time-frame']),
    since: optional(day),
    inTimeFrame: optional(money),
    previous: optional(money),
  }),
  ({ value, inTimeFrame, previous, ...rest }) => ({
    ...rest,
    value: value === null ? null : value.amount,
    ...(value?.currency && { currency: value.currency }),
    ...(inTimeFrame && { inTimeFrame: inTimeFrame.amount }),
    ...(previous && { previous: previous.amount }),
  }),
);

const series = into(object({ dates: column(day, null), values: map(column(number, null)) }), ({ dates: given, values }) => {
  const { dates, align } = alignDays(given);
  const columns = METRIC_NAMES.flatMap((name) => {
    const held = values.get(name);
    return held ? [[name, align(held)] as const] : [];
  });
  return { dates, values: new Map(columns) };
});

/** As given; else lifetime value by purchases (B9), which is nothing where nothing was bought (T3). */
function averageOrderValue(customerLifetimeValue?: Metric, numberOfPurchases?: Metric): Metric | undefined {
  if (!customerLifetimeValue?.value || !numberOfPurchases?.value) return undefined;
  const { scope, since, currency, value } = customerLifetimeValue;
  // A lifetime's value by the purchases of a few weeks would be no average of anything (T1, T2).
  if ((scope === 'time-frame') !== (numberOfPurchases.scope === 'time-frame')) return undefined;
  return Object.freeze({ value: divideDecimals(value, numberOfPurchases.value) ?? null, scope, ...(since && { since }), ...(currency && { currency }) });
}

/** `metrics` of section 4. */
export const metrics: Shape<Metrics> = into(
  object({
    totalSpend: part(metric, undefined),
    customerLifetimeValue: part(metric, undefined),
    averageOrderValue: part(metric, undefined),
    numberOfPurchases: part(metric, undefined),
    lastProductPurchased: nullable(part(product, undefined)),
    series: part(series, undefined),
  }),
  (value) => {
    const average = value.averageOrderValue ?? averageOrderValue(value.customerLifetimeValue, value.numberOfPurchases);
    return average ? { ...value, averageOrderValue: average } : value;
  },
);
