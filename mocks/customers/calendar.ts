import { addDays, daysBetween } from '../days.js';
import { createRandom } from '../random.js';
import type { ShopCampaign } from './shop.js';

/** One occurrence of a campaign as a plan has it, before anything is decided about a customer. */
export interface Occurrence {
  readonly campaignId: string;
  readonly name: string;
  readonly day: string;
  /** Local time of contact. */
  readonly time: string;
  /** Last day of its journey. */
  readonly until: string;
  readonly channels: readonly { readonly name: string; readonly template: string }[];
  readonly subjects: Readonly<Record<string, string>>;
  readonly targetGroup: string;
  readonly segment: { readonly id: string; readonly name: string };
  readonly action: { readonly id: string; readonly name: string };
  readonly planId: string;
  readonly planDetailId: string;
  readonly category: 'Marketing' | 'Operational';
  readonly execType: string;
  readonly status: string;
  readonly promotionId?: string;
  readonly tags: readonly string[];
}

/** Marks what is invented, on the row itself. */
const INVENTED = 'invented';
const REAL = 'complete-journey';

const channelsOfType: Readonly<Record<string, readonly string[]>> = { 'Type A': ['email', 'sms'], 'Type B': ['email'], 'Type C': ['inbox'] };

/**
 * A campaign of the data. Only its type, its days and who was targeted are real; that its contact was on the first day,
 * the hour, the channel, the texts and the ids of plans are invented (T42).
 */
export function occurrenceOf({ id, type, from, to }: ShopCampaign): Occurrence {
  const random = createRandom(`campaign ${id}`);
  const kind = type.slice(-1);
  return {
    campaignId: `journey-${id}`,
    name: `Campaign ${id} (${type})`,
    day: from,
    time: `${random.pick(['07', '08', '09', '10'])}:${random.pick(['00', '15', '30'])}:00`,
    until: to,
    channels: (channelsOfType[type] ?? ['email']).map((name) => ({ name, template: `${name === 'sms' ? 'Reminder' : 'Coupon booklet'} ${kind}${id}` })),
    subjects: {
      email: `Your coupons are here: booklet ${kind}${id}`,
      sms: `Coupons ${kind}${id} end ${to}. Reply STOP to opt out.`,
      inbox: `New coupons in your account until ${to}`,
    },
    targetGroup: `${type} households`,
    segment: { id: `seg-${kind}`, name: `Households of ${type}` },
    action: { id: String(100 + Number(id)), name: `Coupon booklet ${kind}` },
    planId: String(4000 + Number(id)),
    planDetailId: String(70_000 + Number(id) * 10),
    category: 'Marketing',
    execType: 'Scheduled/Marketing',
    status: to < '2017-12-31' ? 'Executed' : 'Active',
    promotionId: `P-${kind}${id.padStart(2, '0')}`,
    tags: [REAL, 'coupons'],
  };
}

interface Series {
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly every: number;
  readonly time: string;
  readonly channels: readonly (readonly [channel: string, template: string, subject: string])[];
  readonly targetGroup: string;
  readonly execType: string;
}

/** The invented regular campaigns; the last ones lie just after "now" and are only planned. */
const regular: readonly Series[] = [
  {
    id: 1,
    name: 'Weekly offers',
    from: '2017-02-02',
    every: 14,
    time: '09:00:00',
    channels: [['email', 'Weekly offers, two columns', 'This week: six prices worth a look']],
    targetGroup: 'Active grocery buyers',
    execType: 'Scheduled/Marketing',
  },
  {
    id: 2,
    name: 'Points reminder',
    from: '2017-02-21',
    every: 35,
    time: '11:30:00',
    channels: [['sms', 'Points short text', 'You have points to spend before the month ends. Reply STOP to opt out.']],
    targetGroup: 'Loyalty members',
    execType: 'Scheduled/Marketing',
  },
  {
    id: 3,
    name: 'We miss you',
    from: '2017-03-15',
    every: 56,
    time: '18:00:00',
    channels: [
      ['email', 'We miss you', '{{first_name}}, your usual shelf misses you'],
      ['push', 'We miss you push', 'Something for your next visit'],
    ],
    targetGroup: 'Cooling down',
    execType: 'Realtime/Marketing',
  },
  {
    id: 4,
    name: 'Receipt and terms',
    from: '2017-05-10',
    every: 91,
    time: '07:15:00',
    channels: [['email', 'Terms of the card', 'Your card: what changes']],
    targetGroup: 'All card holders',
    execType: 'Scheduled/Operational',
  },
  {
    id: 5,
    name: 'App deals',
    from: '2017-04-06',
    every: 49,
    time: '16:45:00',
    channels: [
      ['push', 'App deals push', 'Three deals in the app today'],
      ['inbox', 'App deals inbox', 'Your deals of the month'],
      ['popup', 'App deals popup', ''],
    ],
    targetGroup: 'App users',
    execType: 'Realtime/Marketing',
  },
];

/** Every occurrence of the invented regular campaigns up to two weeks after the data's last day. */
export function regularOccurrences(): Occurrence[] {
  return regular.flatMap((series) => {
    const count = Math.floor(daysBetween(series.from, '2018-01-14') / series.every) + 1;
    return Array.from({ length: count }, (_, index): Occurrence => {
      const day = addDays(series.from, index * series.every);
      return {
        campaignId: `regular-${series.id}`,
        name: series.name,
        day,
        time: series.time,
        until: addDays(day, 14),
        channels: series.channels.map(([name, template]) => ({ name, template })),
        subjects: Object.fromEntries(series.channels.flatMap(([name, , subject]) => (subject ? [[name, subject]] : []))),
        targetGroup: series.targetGroup,
        segment: { id: `seg-r${series.id}`, name: series.targetGroup },
        action: { id: String(200 + series.id), name: `${series.name} standard` },
        planId: String(9000 + series.id),
        planDetailId: String(90_000 + series.id * 10),
        category: series.execType.endsWith('Operational') ? 'Operational' : 'Marketing',
        execType: series.execType,
        status: 'Active',
        tags: [INVENTED],
      };
    });
  });
}
