import { type CsvValue, type FileFacts, toCsvFile } from '../../format/csv.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import { factText } from '../../i18n/words.js';
import type { Instant } from '../../model/day.js';
import { type CustomerEvent, laneOf } from '../../model/event.js';
import { MASK } from '../../model/masking.js';
import { type TypeLabels, typeText } from './event-text.js';
import type { TimelineFilters } from './filters.js';
import type { RowScene } from './render-event.js';

/** What the file says about itself, and what it holds. */
export interface TimelineFile extends Pick<RowScene, 'masksWords' | 'masksProperty'> {
  readonly facts: FileFacts;
  readonly filters: TimelineFilters;
  readonly events: readonly CustomerEvent[];
  /** Not all of the list is loaded. */
  readonly isPart: boolean;
  readonly labels: TypeLabels;
  readonly texts: RowScene['texts'] & IdentityMessages;
}

const header = [
  'id',
  'at',
  'day',
  'lane',
  'category',
  'type',
  'label',
  'name',
  'campaignId',
  'campaign',
  'campaignType',
  'product',
  'order',
  'amount',
  'currency',
  'channel',
  'lifecycle',
  'properties',
  'source',
];

/** The list as it is shown, every instant exact, masked where the screen is. */
export function timelineCsv(file: TimelineFile): Blob {
  const { facts, filters, events, isPart } = file;
  const head = [...Object.entries(filters).map(([name, value]) => [`filter ${name}`, value]), ...(isPart ? [['loaded', events.length]] : [])];
  return toCsvFile(facts, [...head, ...(head.length > 0 ? [[]] : []), header, ...events.map((event) => toRow(event, file))]);
}

function toRow(event: CustomerEvent, { labels, texts, masksWords, masksProperty }: TimelineFile): CsvValue[] {
  const { id, at, day, category, categoryAsGiven, type, name, campaign, product, order, value, message, properties, source } = event;
  const amount = order?.total ?? value;
  const iso = (instant: Instant | null) => (instant === null ? '' : new Date(instant).toISOString());
  return [
    id,
    day ? '' : iso(at),
    day,
    laneOf(category),
    categoryAsGiven ?? category,
    type,
    typeText(type, labels),
    message && masksWords ? MASK : name,
    campaign?.campaignId,
    campaign?.name,
    campaign?.type,
    product?.name ?? order?.items.map((item) => item.product.name).join('; '),
    order?.id,
    amount?.amount,
    amount?.currency,
    message?.channel,
    message?.lifecycle.map((fact) => `${factText(fact, message.channel, texts)} ${iso(fact.at)}`.trim()).join('; '),
    properties.map(([key, text]) => `${key}: ${masksProperty(key) ? MASK : text}`).join('; '),
    source,
  ];
}
