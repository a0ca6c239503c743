import { INTEGRATED_ON, MOCK_NOW, MOCK_TODAY } from '../clock.js';
import { addSeconds, daysFrom, instantOf } from '../days.js';
import { createRandom } from '../random.js';
import type { EventWire } from '../wire.js';
import type { Order } from './shop.js';
import { shopProducts, toProduct } from './shop.js';

/**
 * Visits to the shop's site (B16), all invented with a fixed seed: before many purchases the person looks at what they then buy,
 * and now and then without buying. `interest` is the chance of a visit on a day without one.
 */
export function siteVisits(customerId: string, orders: readonly Order[], interest: number): EventWire[] {
  const random = createRandom(`site ${customerId}`);
  const byDay = new Map(orders.map((order) => [order.day, order]));
  const [first, ...rest] = shopProducts.filter(({ department }) => department);
  return daysFrom(INTEGRATED_ON, MOCK_TODAY).flatMap((day) => {
    const order = byDay.get(day);
    if (!first || !random.chance(order ? 0.4 : interest)) return [];
    // A visit before a purchase ends an hour before it.
    let at = order
      ? addSeconds(order.at, -3600 - random.between(0, 1200))
      : instantOf(`${day}T${random.pick(['07', '12', '19', '20', '21'])}:${random.between(10, 59)}:00`);
    const visit: EventWire[] = [];
    const add = (type: string, name: string, more: Partial<EventWire>): void => {
      visit.push({ id: `site-${customerId}-${day}-${visit.length}`, at, category: 'site', type, name, source: 'web', ...more });
      at = addSeconds(at, random.between(20, 240));
    };
    const wanted = order?.lines.filter(({ product }) => product.department).map(({ product }) => product) ?? [];
    const seen = [...wanted, ...Array.from({ length: random.between(1, 4) }, () => random.pick([first, ...rest]))];
    if (random.chance(0.6)) add('search', 'Search', { properties: { query: (seen[0]?.category ?? 'offers').toLowerCase(), results: random.between(0, 80) } });
    for (const product of seen) add('product-view', 'Product viewed', { product: toProduct(product) });
    for (const product of wanted.slice(0, 2)) add('add-to-cart', 'Added to cart', { product: toProduct(product) });
    return visit.filter((event) => Date.parse(event.at) <= Date.parse(MOCK_NOW));
  });
}
