import { householdsJson } from '../data/households.data.js';
import { addDays, instantOf } from '../days.js';
import type { MoneyWire, ProductWire } from '../wire.js';

/** One line of a basket; amounts in cents. */
export interface OrderLine {
  readonly product: ShopProduct;
  readonly quantity: number;
  readonly paid: number;
  readonly discount: number;
  /** Part of `discount` that came from coupons. */
  readonly coupon: number;
}

/** One visit to a shop, from the real data. */
export interface Order {
  readonly id: string;
  readonly at: string;
  readonly day: string;
  readonly store: string;
  readonly lines: readonly OrderLine[];
  readonly paid: number;
  readonly discount: number;
}

export interface ShopProduct {
  readonly id: string;
  readonly name: string;
  /** Missing for the products the tables do not know. */
  readonly department?: string;
  readonly category?: string;
  readonly brand?: string;
}

/** A campaign of the real data: its type and its days; contact dates and channels are not in it (T42). */
export interface ShopCampaign {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** What is known of a household, from the real data but for the invented parts of `predicted`. */
export interface Household {
  readonly id: string;
  readonly demographics: { readonly [column: string]: string };
  readonly campaigns: readonly ShopCampaign[];
  readonly redemptions: readonly { readonly day: string; readonly campaignId: string }[];
  readonly predicted: { readonly [name: string]: readonly [value: number, percentile: number] };
  /** Oldest first. */
  readonly orders: readonly Order[];
}

interface Tables {
  readonly campaigns: readonly (readonly [id: string, type: string, from: string, to: string])[];
  readonly products: readonly (readonly [id: string, type?: string, department?: string, category?: string, brand?: string, size?: string])[];
  readonly households: readonly {
    readonly id: string;
    readonly demographics: Household['demographics'];
    readonly campaigns: readonly string[];
    readonly redemptions: readonly (readonly [day: string, campaignId: string])[];
    readonly predicted: Household['predicted'];
    readonly baskets: readonly (readonly [
      id: string,
      local: string,
      store: string,
      lines: readonly (readonly [product: number, quantity: number, paid: number, retail: number, coupon: number])[],
    ])[];
  }[];
}

const tables = JSON.parse(householdsJson) as Tables;

const products: readonly ShopProduct[] = tables.products.map(([id, type, department, category, brand, size]) => ({
  id,
  name: type ? `${readable(type)}${readableSize(size)}` : `Product ${id}`,
  ...(department && { department: readable(department) }),
  ...(category && { category: readable(category) }),
  ...(brand && { brand }),
}));

/** Every campaign of the real data. */
export const shopCampaigns: readonly ShopCampaign[] = tables.campaigns.map(([id, type, from, to]) => ({ id, type, from, to }));

/** Every product somebody here bought. */
export const shopProducts = products;

/** Every household of the extract, by its number in the data. */
export const households: ReadonlyMap<string, Household> = new Map(
  tables.households.map(({ id, demographics, campaigns, redemptions, predicted, baskets }) => [
    id,
    {
      id,
      demographics,
      campaigns: shopCampaigns.filter((campaign) => campaigns.includes(campaign.id)),
      redemptions: redemptions.map(([day, campaignId]) => ({ day, campaignId })),
      predicted,
      orders: baskets.map(([basket, local, store, lines]) => toOrder(basket, local, store, lines)),
    },
  ]),
);

/** The household of that number; it is known at the time of writing, so a missing one is a mistake in the mocks. */
export function householdOf(id: string): Household {
  const household = households.get(id);
  if (!household) throw new Error(`Household ${id} is not in the extract: add it to build.mjs.`);
  return household;
}

/** The same orders so many days earlier (364 keeps the weekday), under other ids. */
export function moveOrders(orders: readonly Order[], days: number): Order[] {
  return orders.map((order) => ({
    ...order,
    id: `${order.id}${days}`,
    day: addDays(order.day, days),
    at: instantOf(`${addDays(order.day, days)}${order.at.slice(10, 19)}`),
  }));
}

function toOrder(id: string, local: string, store: string, lines: Tables['households'][number]['baskets'][number][3]): Order {
  const items = lines.map(([product, quantity, paid, retail, coupon]): OrderLine => {
    const what = products[product];
    if (!what) throw new Error(`Product ${product} is not in the extract.`);
    // Petrol is counted in thousandths of a gallon.
    return { product: what, quantity: quantity > 1000 ? quantity / 1000 : quantity, paid, discount: retail + coupon, coupon };
  });
  return {
    id,
    at: instantOf(local),
    day: local.slice(0, 10),
    store,
    lines: items,
    paid: sum(items.map((item) => item.paid)),
    discount: sum(items.map((item) => item.discount)),
  };
}

/** `EGGS - X-LARGE` as a person would write it. */
function readable(shouted: string): string {
  const text = shouted.replace(/\s*\([^)]*$/, '').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ` , 16 oz`; the tables pad sizes with codes and blanks. */
function readableSize(size: string | undefined): string {
  const match = /(\d[\d./]*)\s*(OZ|LB|DZ|CT|LTR|GAL|PK|ML|FZ|QT|PT)\b/.exec(size ?? '');
  return match ? `, ${match[1]} ${match[2]!.toLowerCase()}` : '';
}

/** `1234` cents as the contract writes money. */
export function dollars(cents: number): MoneyWire {
  return { amount: decimal(cents), currency: 'USD' };
}

/** `1234` cents as `12.34`. */
export function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What one piece cost, where that can be said. */
function unitPrice(line: OrderLine): number {
  return line.quantity > 0 ? Math.round(line.paid / line.quantity) : line.paid;
}

/** The wire form; pictures are drawn by department, so a product without one has none. Addresses are relative to the backend's root. */
export function toProduct(product: ShopProduct, line?: OrderLine, purchasedAt?: string): ProductWire {
  return {
    id: product.id,
    name: product.name,
    ...(line && { price: dollars(unitPrice(line)) }),
    ...(product.department && { imageUrl: `product-images/${slug(product.department)}.svg`, url: `catalog/${product.id}` }),
    ...(purchasedAt && { purchasedAt }),
  };
}

/** `Drug gm` as `drug-gm`. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
