/** What kind of text stands at a place of an answer: read by people, an id, a web address, or a word of a list that may grow. */
export type Kind = 'text' | 'id' | 'url' | 'word';

/** Writes the text of one place; `path` names it, `plain` is what an ordinary backend says there. */
export type Write = (path: string, plain: string, kind: Kind) => unknown;

/** An amount that belongs to one customer alone. */
export type Amount = (plain: number) => string;

export interface AnswerOptions {
  readonly write?: Write;
  readonly amount?: Amount;
  readonly customerId?: string;
}

/** The resources a panel loads by itself. */
export const READERS = ['profile', 'metrics', 'impact', 'activity', 'events', 'campaigns', 'predictions'] as const;
export type ReaderName = (typeof READERS)[number];

/** The rest, each asked for by an action. */
export const FURTHER = ['search', 'field', 'attributeSettings', 'proof'] as const;
export type FurtherName = (typeof FURTHER)[number];

export type AnswerName = ReaderName | FurtherName;

const DAY = '2017-12-20';
const BEFORE = '2017-12-19';
const AT = `${DAY}T10:00:00Z`;

/**
 * Answers of contract section 4 with every member it names, a few records each. Every text a backend may choose passes through
 * `write`, so that a test can mark all of them as one customer's, or put something hostile into any one.
 */
export function answersFor({ write = (_, plain) => plain, amount = String, customerId = '0042' }: AnswerOptions = {}): Readonly<Record<AnswerName, object>> {
  const at = (prefix: string) => ({
    text: (path: string, plain: string) => write(`${prefix}.${path}`, plain, 'text'),
    id: (path: string, plain: string) => write(`${prefix}.${path}`, plain, 'id'),
    url: (path: string, plain: string) => write(`${prefix}.${path}`, plain, 'url'),
    word: (path: string, plain: string) => write(`${prefix}.${path}`, plain, 'word'),
  });
  const money = (plain: number) => ({ amount: amount(plain), currency: 'USD' });

  const product = (prefix: string) => {
    const { text, id, url } = at(prefix);
    return {
      id: id('id', 'product-1'),
      name: text('name', 'Chili, canned'),
      price: money(3),
      imageUrl: url('imageUrl', 'product-images/grocery.svg'),
      url: url('url', 'catalog/product-1'),
      purchasedAt: AT,
    };
  };
  const communication = (prefix: string) => {
    const { text, id, word } = at(prefix);
    return {
      communicationId: id('communicationId', 'message-1'),
      channel: word('channel', 'email'),
      subject: text('subject', 'Your coupons are here'),
      resource: text('resource', 'Coupon booklet'),
      variation: text('variation', 'B'),
      providerName: text('providerName', 'Mailroom'),
      activityType: text('activityType', 'Send Mail'),
      gatewayId: id('gatewayId', 'gateway-1'),
      lifecycle: [
        { fact: 'create', at: AT },
        { fact: 'delivered', at: AT },
        { fact: word('lifecycle[].fact', 'click'), at: AT, details: text('lifecycle[].details', 'https://shop.example.test/offers/1') },
      ],
      plannedSendAt: AT,
      failReason: text('failReason', 'The box was full'),
    };
  };
  const journey = (prefix: string) => {
    const { text, id } = at(prefix);
    return {
      id: id('id', 'journey-1'),
      campaignId: id('campaignId', 'campaign-1'),
      startedAt: AT,
      stoppedAt: AT,
      convertedAt: AT,
      expectedStopAt: AT,
      abTarget: false,
      activities: [{ type: text('activities[].type', 'Send Mail'), at: AT, name: text('activities[].name', 'Booklet') }],
    };
  };
  const bonus = (prefix: string) => {
    const { text, id } = at(prefix);
    return {
      bonusId: id('bonusId', 'bonus-1'),
      name: text('name', 'Coupon'),
      sourceProduct: text('sourceProduct', 'Campaign'),
      entityId: id('entityId', 'campaign-1'),
      history: [
        { status: 'New', at: AT },
        {
          status: text('history[].status', 'FAILED'),
          at: AT,
          errorCode: text('history[].errorCode', '4021'),
          error: text('history[].error', 'The till was offline'),
        },
      ],
    };
  };
  const attribution = (prefix: string) => {
    const { id, word } = at(prefix);
    return {
      date: DAY,
      at: AT,
      campaignId: id('campaignId', 'campaign-1'),
      value: money(4),
      impact: word('impact', 'delivery'),
      rawValue: amount(5),
      convertedValue: money(6),
      calculatedAt: AT,
    };
  };
  const meta = (prefix: string) => {
    const { text } = at(`${prefix}.meta`);
    return {
      source: text('source', 'Shop'),
      asOf: DAY,
      timeZone: 'UTC',
      retention: { dataSince: '2017-07-01' },
      truncated: true,
      query: text('query', 'SELECT 1'),
    };
  };
  const standing = { percentile: 40, distribution: { min: 0, max: 10, bins: [1, 5, 2] }, bands: { low: 3, high: 7 } };

  const customer = at('profile.customer');
  const field = at('profile.fields[]');
  const own = (type: string, index: number) => ({
    key: `field-${index}`,
    label: field.text('label', `A ${type}`),
    group: field.text('group', 'Habits'),
    type,
    unit: field.text('unit', 'days'),
    currency: 'USD',
    default: true,
    custom: index % 2 === 0,
    source: { table: field.text('source.table', 'PROFILES'), column: field.text('source.column', 'STR12') },
  });
  const types = ['text', 'number', 'integer', 'money', 'percent', 'boolean', 'date', 'instant', 'email', 'phone', 'url', 'category'] as const;
  const plainValues: Readonly<Record<(typeof types)[number], string | number | boolean>> = {
    text: 'Words',
    number: amount(7),
    integer: '8',
    money: amount(9),
    percent: '50',
    boolean: true,
    date: DAY,
    instant: AT,
    email: 'somebody@example.test',
    phone: '+1 202 555 0142',
    url: 'https://shop.example.test/accounts/1',
    category: 'Gold',
  };
  const free: ReadonlySet<string> = new Set(['text', 'email', 'phone', 'url', 'category']);
  const values = (prefix: string) => ({
    ...Object.fromEntries(
      types.map((type, index) => [
        `field-${index}`,
        free.has(type) ? write(`${prefix}.${type}`, String(plainValues[type]), type === 'url' ? 'url' : 'text') : plainValues[type],
      ]),
    ),
    [`field-${types.length}`]: null,
  });

  const impact = at('impact');
  const activity = at('activity');
  const events = at('events.items[]');
  const campaigns = at('campaigns.items[]');
  const predictions = at('predictions');
  const event = (id: string, category: string, members: object) => ({
    id,
    at: AT,
    category,
    type: category,
    name: events.text('name', 'Something happened'),
    source: events.text('source', 'web'),
    ...members,
  });

  return {
    profile: {
      customer: {
        id: customerId,
        displayName: customer.text('displayName', 'Dana Rivers'),
        avatarUrl: customer.url('avatarUrl', 'avatars/dana.svg'),
        status: customer.text('status', 'Active'),
        flags: [{ label: customer.text('flags[].label', 'Open complaint'), tone: 'warning' }],
        identifiers: [
          {
            type: 'email',
            value: customer.text('identifiers[].value', 'dana@example.test'),
            label: customer.text('identifiers[].label', 'E-mail'),
            verified: true,
          },
          { type: customer.word('identifiers[].type', 'facebook'), value: customer.text('identifiers[].value', 'dana.rivers') },
        ],
        timeZone: customer.word('timeZone', 'America/New_York'),
        consents: [
          { channel: 'email', status: 'granted', since: BEFORE },
          { channel: customer.word('consents[].channel', 'sms'), status: 'denied' },
        ],
      },
      asOf: DAY,
      // The last one is told on reveal only.
      fields: [...types.map(own), { ...own('text', types.length), label: field.text('label', 'A secret'), sensitive: true }],
      values: values('profile.values'),
      segments: [{ id: at('profile.segments[]').id('id', 'segment-1'), name: at('profile.segments[]').text('name', 'Gold card') }],
      previous: { asOf: BEFORE, values: values('profile.previous.values') },
      meta: meta('profile'),
    },
    metrics: {
      totalSpend: { value: money(10), scope: 'lifetime', since: '2017-01-01', inTimeFrame: money(11), previous: money(12) },
      customerLifetimeValue: { value: money(13), scope: 'lifetime' },
      averageOrderValue: { value: money(14), scope: 'lifetime' },
      numberOfPurchases: { value: 3, scope: 'lifetime' },
      lastProductPurchased: product('metrics.lastProductPurchased'),
      series: { dates: [BEFORE, DAY], values: { totalSpend: [1, 2] } },
      meta: meta('metrics'),
    },
    impact: {
      currency: 'USD',
      dates: [BEFORE, DAY],
      kpis: (['money', 'count'] as const).map((unit, index) => ({
        key: impact.id('kpis[].key', `kpi-${index}`),
        label: impact.text('kpis[].label', `Figure ${index}`),
        unit,
        currency: 'USD',
        window: 'cumulative',
        values: [amount(15), amount(16)],
        source: impact.text('kpis[].source', 'PROFILES.STR12'),
      })),
      targetingDays: [
        {
          date: DAY,
          campaigns: [
            {
              campaignId: impact.id('targetingDays[].campaigns[].campaignId', 'campaign-1'),
              actionId: impact.id('targetingDays[].campaigns[].actionId', 'action-1'),
              name: impact.text('targetingDays[].campaigns[].name', 'Weekly offers'),
              channel: impact.word('targetingDays[].campaigns[].channel', 'email'),
              decision: impact.word('targetingDays[].campaigns[].decision', 'sent'),
            },
          ],
        },
      ],
      attribution: [attribution('impact.attribution[]')],
      meta: meta('impact'),
    },
    activity: {
      days: [
        { date: BEFORE, lane: 'site', count: 3, types: { search: 3 } },
        { date: DAY, lane: 'purchase', count: 2, types: { purchase: 2 } },
      ],
      firstPurchase: { at: AT },
      lastActivity: { at: AT, type: activity.word('lastActivity.type', 'purchase') },
      eventTypes: [{ type: 'search', label: activity.text('eventTypes[].label', 'Searched'), lane: 'site' }],
      meta: meta('activity'),
    },
    events: {
      items: [
        event('event-1', 'purchase', {
          product: product('events.items[].product'),
          order: {
            id: events.id('order.id', 'order-1'),
            total: money(17),
            items: [{ product: product('events.items[].order.items[].product'), quantity: 2, amount: money(18) }],
          },
          value: money(19),
        }),
        event('event-2', 'email', {
          campaign: {
            campaignId: events.id('campaign.campaignId', 'campaign-1'),
            name: events.text('campaign.name', 'Weekly offers'),
            type: events.text('campaign.type', 'Marketing'),
          },
          message: communication('events.items[].message'),
        }),
        event('event-3', 'bonus', { bonus: bonus('events.items[].bonus') }),
        event('event-4', 'journey', { journey: journey('events.items[].journey') }),
        event('event-5', 'custom', {
          type: events.word('type', 'support-call'),
          properties: { topic: events.text('properties.*', 'A coupon was refused') },
        }),
        // At a time of its own: equal times are put in order by the id, and a test may write any.
        { id: events.id('id', 'event-6'), at: `${BEFORE}T10:00:00Z`, category: events.word('category', 'site'), type: 'search', properties: {} },
      ],
      nextCursor: null,
      total: 6,
      meta: meta('events'),
    },
    campaigns: {
      items: [
        {
          id: campaigns.id('id', 'decision-1'),
          source: campaigns.text('source', 'shop'),
          executionDate: DAY,
          decision: 'sent',
          reason: campaigns.text('reason', 'It was due'),
          takenFrom: campaigns.text('takenFrom', 'Another plan'),
          campaign: {
            id: campaigns.id('campaign.id', 'campaign-1'),
            name: campaigns.text('campaign.name', 'Weekly offers'),
            category: campaigns.text('campaign.category', 'Marketing'),
            execType: campaigns.text('campaign.execType', 'Scheduled'),
            status: campaigns.text('campaign.status', 'Running'),
          },
          targetGroup: campaigns.text('targetGroup', 'Everybody'),
          segment: {
            id: campaigns.id('segment.id', 'segment-1'),
            name: campaigns.text('segment.name', 'Gold card'),
            status: campaigns.text('segment.status', 'Active'),
            type: campaigns.text('segment.type', 'Dynamic'),
            createdAt: AT,
            updatedAt: AT,
          },
          action: { id: campaigns.id('action.id', 'action-1'), name: campaigns.text('action.name', 'Send') },
          planId: campaigns.id('planId', 'plan-1'),
          planDetailId: campaigns.id('planDetailId', 'detail-1'),
          channels: [
            {
              name: campaigns.word('channels[].name', 'email'),
              template: campaigns.text('channels[].template', 'Two columns'),
              providerName: campaigns.text('channels[].providerName', 'Mailroom'),
            },
          ],
          promotionId: campaigns.id('promotionId', 'promotion-1'),
          tags: [campaigns.text('tags[]', 'winter')],
          communications: [communication('campaigns.items[].communications[]')],
          journey: journey('campaigns.items[].journey'),
          attribution: [attribution('campaigns.items[].attribution[]')],
          bonuses: [bonus('campaigns.items[].bonuses[]')],
          kpisThatDay: { grossSales: amount(20), words: campaigns.text('kpisThatDay.*', '12') },
          facts: [
            {
              label: campaigns.text('facts[].label', 'Plan'),
              table: campaigns.text('facts[].table', 'PLANS'),
              column: campaigns.text('facts[].column', 'PLAN_ID'),
              value: campaigns.text('facts[].value', '77'),
            },
          ],
          updatedAt: AT,
        },
        {
          id: 'decision-2',
          source: 'shop',
          executionDate: BEFORE,
          decision: campaigns.word('decision', 'control'),
          campaign: { id: 'campaign-2' },
          channels: [],
        },
      ],
      nextCursor: null,
      total: 2,
      counts: { sent: 1, control: 1 },
      contactPressure: [{ channel: at('campaigns').word('contactPressure[].channel', 'email'), last7Days: 2, last30Days: 5 }],
      meta: meta('campaigns'),
    },
    predictions: {
      predictedClv: { value: money(21), ...standing },
      likelihoods: [
        { action: 'click', probability: 0.4, ...standing },
        { action: predictions.word('likelihoods[].action', 'purchase'), probability: 0.2, ...standing },
        { action: 'open', status: 'insufficient-data', reason: predictions.text('likelihoods[].reason', 'Too new') },
      ],
      discountPreference: { status: 'insufficient-data', reason: predictions.text('discountPreference.reason', 'Never bought') },
      horizonDays: 14,
      computedAt: AT,
      model: predictions.text('model', 'Model 3'),
      meta: meta('predictions'),
    },
    search: {
      items: [
        {
          id: at('search.items[]').id('id', 'customer-1'),
          displayName: at('search.items[]').text('displayName', 'Dana Rivers'),
          matchedOn: { type: at('search.items[]').word('matchedOn.type', 'email'), value: at('search.items[]').text('matchedOn.value', 'dana@example.test') },
        },
        { id: 'customer-2', matchedOn: { type: 'phone', value: '+1' } },
      ],
    },
    field: { value: at('field').text('value', 'secret words') },
    attributeSettings: { visible: ['field-0', 'field-1'], editable: true },
    proof: {
      subject: at('proof').text('subject', 'Your coupons are here'),
      text: at('proof').text('text', 'Three coupons for you.'),
      channel: 'email',
      from: at('proof').text('from', 'shop@example.test'),
      sentAt: AT,
    },
  };
}

/** Every place of every answer whose text a backend may choose. */
export function writtenPlaces(): ReadonlyMap<string, Kind> {
  const places = new Map<string, Kind>();
  answersFor({
    write: (path, plain, kind) => {
      places.set(path, kind);
      return plain;
    },
  });
  return places;
}
