import { MOCK_TODAY } from '../clock.js';
import { addDays, addSeconds, instantOf } from '../days.js';
import { createRandom } from '../random.js';
import type { CampaignWire, DecisionWire, EventWire, FieldTypeWire, FieldWire, ValuesWire } from '../wire.js';

const categories = ['site', 'site', 'site', 'email', 'purchase', 'message', 'custom'] as const;

const typeOf = { site: 'product-view', email: 'email', purchase: 'purchase', message: 'sms', custom: 'review' } as const;

/** So many events, newest first, spread evenly over the days that end with the mocks' today; the same for the same numbers. */
export function generateEvents(count: number, { days = 184, seed = 'events' }: { readonly days?: number; readonly seed?: string } = {}): EventWire[] {
  const random = createRandom(seed);
  const newest = instantOf(`${MOCK_TODAY}T16:00:00`);
  const step = ((days - 1) * 86_400) / Math.max(count, 1);
  return Array.from({ length: count }, (_, index): EventWire => {
    const at = addSeconds(newest, -Math.round(index * step));
    const category = random.pick(categories);
    const number = count - index;
    const event = { id: `event-${String(number).padStart(7, '0')}`, at, category, type: typeOf[category], source: 'generated' };
    const product = {
      id: String(random.between(1000, 9999)),
      name: `Product ${random.between(1, 400)}`,
      price: { amount: (random.between(50, 4000) / 100).toFixed(2), currency: 'USD' },
    };
    switch (category) {
      case 'site':
        return { ...event, name: 'Product viewed', product };
      case 'purchase':
        return {
          ...event,
          name: 'Purchase',
          product,
          order: { id: `order-${number}`, total: product.price, items: [{ product, quantity: 1, amount: product.price }] },
          value: product.price,
        };
      case 'custom':
        return { ...event, name: 'Review written', properties: { stars: random.between(1, 5) } };
      default: {
        const channel = category === 'email' ? 'email' : 'sms';
        const lifecycle = (['create', 'sent', 'delivered', 'impression'] as const)
          .slice(0, random.between(2, 4))
          .map((fact, offset) => ({ fact, at: addSeconds(at, offset * 4) }));
        return {
          ...event,
          name: `Message ${number}`,
          campaign: { campaignId: `campaign-${number % 60}`, name: `Campaign ${number % 60}`, type: 'Marketing' },
          message: { communicationId: `message-${number}`, channel, subject: `Message ${number}`, lifecycle },
        };
      }
    }
  });
}

const decisions: readonly [DecisionWire, ...DecisionWire[]] = ['sent', 'sent', 'sent', 'sent', 'sent', 'control', 'excluded', 'failed', 'capped', 'planned'];

/** So many decisions, newest first, ten a day. */
export function generateCampaigns(count: number, { seed = 'campaigns' }: { readonly seed?: string } = {}): CampaignWire[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index): CampaignWire => {
    const decision = random.pick(decisions);
    const executionDate = addDays(MOCK_TODAY, -Math.floor(index / 10));
    const campaignId = `campaign-${index % 300}`;
    const at = instantOf(`${executionDate}T09:00:00`);
    const isSent = decision === 'sent';
    return {
      id: `decision-${String(count - index).padStart(6, '0')}`,
      source: 'generated',
      executionDate,
      decision,
      ...(!isSent && decision !== 'control' && { reason: `Reason ${index % 4}` }),
      campaign: { id: campaignId, name: `Campaign ${index % 300}`, category: 'Marketing', status: 'Active' },
      targetGroup: `Group ${random.between(1, 40)}`,
      action: decision === 'control' ? { id: '1', name: 'DN' } : { id: String(200 + (index % 7)), name: `Action ${index % 7}` },
      channels: [{ name: index % 3 ? 'email' : 'sms', template: `Template ${index % 25}` }],
      tags: ['generated'],
      communications: isSent
        ? [
            {
              communicationId: `m-${index}`,
              channel: index % 3 ? 'email' : 'sms',
              subject: `Subject ${index}`,
              lifecycle: [
                { fact: 'create', at },
                { fact: 'sent', at: addSeconds(at, 5) },
                { fact: 'delivered', at: addSeconds(at, 20) },
              ],
            },
          ]
        : [],
      attribution:
        isSent && index % 5 === 0
          ? [{ date: executionDate, campaignId, value: { amount: (random.between(100, 9000) / 100).toFixed(2), currency: 'USD' }, impact: 'interaction' }]
          : [],
      updatedAt: addSeconds(at, 60),
    };
  });
}

const types: readonly FieldTypeWire[] = ['text', 'number', 'integer', 'money', 'percent', 'boolean', 'date', 'instant', 'email', 'phone', 'url', 'category'];

/** So many attributes of every type in 20 groups; every tenth without a familiar name (O4, O5), every fifteenth known to be absent. */
export function generateAttributes(count: number, { seed = 'attributes' }: { readonly seed?: string } = {}): (readonly [FieldWire, ValuesWire[string]])[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const type = types[index % types.length] ?? 'text';
    const column = `${type === 'text' || type === 'category' ? 'STR' : 'FIELD'}${index + 1}`;
    const value: Readonly<Record<FieldTypeWire, ValuesWire[string]>> = {
      text: `Text ${index}`,
      number: random.between(0, 100_000) / 100,
      integer: random.between(0, 5000),
      money: (random.between(0, 500_000) / 100).toFixed(2),
      percent: random.between(0, 1000) / 10,
      boolean: random.chance(0.5),
      date: addDays(MOCK_TODAY, -random.between(0, 900)),
      instant: instantOf(`${addDays(MOCK_TODAY, -random.between(0, 90))}T10:00:00`),
      email: `person${index}@example.test`,
      phone: `+1 202 555 01${String(index % 100).padStart(2, '0')}`,
      url: `https://shop.example.test/attributes/${index}`,
      category: random.pick(['Low', 'Medium', 'High']),
    };
    const field: FieldWire = {
      key: column,
      ...(index % 10 !== 9 && { label: `Attribute ${index + 1}` }),
      group: `Group ${String((index % 20) + 1).padStart(2, '0')}`,
      type,
      ...(type === 'money' && { currency: 'USD' }),
      default: index < 12,
      source: { table: 'CUSTOMER_PROFILES', column },
    };
    return [field, index % 15 === 14 ? null : value[type]] as const;
  });
}
