import { MOCK_TODAY } from '../clock.js';
import { addDays, daysFrom } from '../days.js';
import type { Order } from './shop.js';
import { decimal } from './shop.js';

/** The cumulative figures of one day (O13); amounts in cents. */
export interface DayFigures {
  readonly gross: number;
  readonly net: number;
  readonly refunds: number;
  readonly orderDays: number;
  readonly orders: number;
  readonly campaigns: number;
}

export interface Refund {
  readonly day: string;
  readonly orderId: string;
  readonly amount: number;
  /** Whether the backend took it off net sales too: then a cumulative value falls (T21). */
  readonly lowersNet: boolean;
}

/** Daily snapshots (O2): one for each day from the first order on, but for the days that have none (T24). */
export interface History {
  readonly firstDay?: string;
  readonly days: readonly string[];
  on(day: string): DayFigures | undefined;
  /** The newest day with a snapshot that is not after this one. */
  dayNotAfter(day: string): string | undefined;
}

interface HistoryInput {
  readonly orders: readonly Order[];
  readonly refunds?: readonly Refund[];
  /** Days on which a campaign reached the customer. */
  readonly contacts?: readonly string[];
  readonly withoutSnapshot?: ReadonlySet<string>;
}

export const nothing: DayFigures = { gross: 0, net: 0, refunds: 0, orderDays: 0, orders: 0, campaigns: 0 };

/** Adds the orders up day by day: gross = paid + discounts, net = paid. */
export function createHistory({ orders, refunds = [], contacts = [], withoutSnapshot = new Set() }: HistoryInput): History {
  const changes = new Map<string, DayFigures>();
  const change = (day: string, by: Partial<DayFigures>): void => {
    changes.set(day, add(changes.get(day) ?? nothing, { ...nothing, ...by }));
  };
  for (const order of orders)
    change(order.day, { gross: order.paid + order.discount, net: order.paid, orders: 1, orderDays: changes.get(order.day)?.orders ? 0 : 1 });
  for (const { day, amount, lowersNet } of refunds) change(day, { refunds: amount, net: lowersNet ? -amount : 0 });
  for (const day of contacts) change(day, { campaigns: 1 });

  const firstDay = [...changes.keys()].sort()[0];
  const figures = new Map<string, DayFigures>();
  let running = nothing;
  for (const day of firstDay ? daysFrom(firstDay, MOCK_TODAY) : []) {
    running = add(running, changes.get(day) ?? nothing);
    figures.set(day, running);
  }
  const days = [...figures.keys()].filter((day) => !withoutSnapshot.has(day));
  return {
    ...(firstDay && { firstDay }),
    days,
    on: (day) => (withoutSnapshot.has(day) ? undefined : figures.get(day)),
    dayNotAfter: (day) => days.findLast((known) => known <= day),
  };
}

function add(left: DayFigures, right: DayFigures): DayFigures {
  return {
    gross: left.gross + right.gross,
    net: left.net + right.net,
    refunds: left.refunds + right.refunds,
    orderDays: left.orderDays + right.orderDays,
    orders: left.orders + right.orders,
    campaigns: left.campaigns + right.campaigns,
  };
}

/** The figures of the 30 days that end with this one (O12); `undefined` without a snapshot at either end. */
export function lastMonth(history: History, day: string): DayFigures | undefined {
  const now = history.on(day);
  const before = addDays(day, -30);
  const then = history.firstDay === undefined || before < history.firstDay ? nothing : history.on(before);
  if (!now || !then) return undefined;
  return add(now, { gross: -then.gross, net: -then.net, refunds: -then.refunds, orderDays: -then.orderDays, orders: -then.orders, campaigns: -then.campaigns });
}

/** One documented KPI: its place in the figures, its column and its window. */
export interface Kpi {
  readonly key: string;
  readonly label: string;
  readonly unit: 'money' | 'count';
  readonly window: 'cumulative' | '1M';
  readonly column: string;
  readonly of: keyof DayFigures;
}

const base = [
  { name: 'grossSales', label: 'Gross sales', unit: 'money', column: 'ECOM_TOTAL_GROSS_SALES_AMOUNT', of: 'gross' },
  { name: 'netSales', label: 'Net sales', unit: 'money', column: 'ECOM_TOTAL_NET_SALES_AMOUNT', of: 'net' },
  { name: 'refunds', label: 'Refunds', unit: 'money', column: 'ECOM_TOTAL_REFUND_AMOUNT', of: 'refunds' },
  { name: 'orderDays', label: 'Order days', unit: 'count', column: 'ECOM_NUMBER_OF_ORDER_DAYS', of: 'orderDays' },
  { name: 'orders', label: 'Orders', unit: 'count', column: 'ECOM_NUMBER_OF_ORDERS', of: 'orders' },
] as const;

/** The five cumulative KPIs (O13) and the six of the last month (O12); campaigns have no cumulative one (T10). */
export const kpis: readonly Kpi[] = [
  ...base.map(({ name, ...rest }) => ({ key: name, window: 'cumulative' as const, ...rest })),
  { key: 'campaigns1M', label: 'Campaigns', unit: 'count', window: '1M', column: 'NUMBEROFCAMPAIGNS_1M', of: 'campaigns' },
  ...base.map(({ name, column, ...rest }) => ({ key: `${name}1M`, window: '1M' as const, column: `${column}_1M`, ...rest })),
];

/** The KPI's value on a day: money as decimal text, counts as numbers, `null` without a snapshot (T24). */
export function kpiOn(history: History, kpi: Kpi, day: string): string | number | null {
  const figures = kpi.window === 'cumulative' ? history.on(day) : lastMonth(history, day);
  if (!figures) return null;
  return kpi.unit === 'money' ? decimal(figures[kpi.of]) : figures[kpi.of];
}
