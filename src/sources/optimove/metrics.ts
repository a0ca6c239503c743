import type { Metric, Metrics } from '../../model/customer.js';
import { toNumber } from '../../model/money.js';
import type { Snapshot } from './snapshots.js';

/**
 * The metrics whose meaning a cumulative KPI states: what was spent, after refunds, and the number of orders. Lifetime value and average
 * order value have no column, and none is computed from others (T2, T23); order days are not orders.
 */
const columns = { totalSpend: 'ECOM_TOTAL_NET_SALES_AMOUNT', numberOfPurchases: 'ECOM_NUMBER_OF_ORDERS' } as const;

/**
 * The newest figures, which no time frame changes (T1), with their course over the days of the time frame; `undefined` when no column
 * matches.
 */
export function toMetrics(newest: readonly Snapshot[], days: readonly Snapshot[]): Metrics | undefined {
  const metrics: { totalSpend?: Metric; numberOfPurchases?: Metric } = {};
  const series = new Map<keyof typeof columns, readonly (number | null)[]>();
  for (const name of ['totalSpend', 'numberOfPurchases'] as const) {
    const values = days.map(({ row }) => row.decimal(columns[name]));
    const value = newest.map(({ row }) => row.decimal(columns[name])).findLast((held) => held !== undefined);
    if (value === undefined) continue;
    metrics[name] = { value, scope: 'lifetime' };
    if (days.length > 0)
      series.set(
        name,
        values.map((held) => (held === undefined ? null : toNumber(held))),
      );
  }
  if (!metrics.totalSpend && !metrics.numberOfPurchases) return undefined;
  return { ...metrics, ...(series.size > 0 && { series: { dates: days.map(({ day }) => day), values: series } }) };
}
