import { type CsvValue, type FileFacts, toCsvFile } from '../../format/csv.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import { factText } from '../../i18n/words.js';
import type { Instant } from '../../model/day.js';
import { type CustomerEvent, laneOf } from '../../model/event.js';
import { MASK } from '../../model/masking.js';
import { download, toFileName } from '../../ui/download.js';
import type { TimelineFilters } from './filters.js';
import type { RowScene } from './render-event.js';

/** What the file says about itself, and what it holds. */
export interface TimelineFile extends Pick<RowScene, 'masksWords' | 'masksProperty' | 'names'> {
  readonly facts: FileFacts;
  readonly filters: TimelineFilters;
  readonly events: readonly CustomerEvent[];
  /** Not all of the list is loaded. */
  readonly isPart: boolean;
  readonly texts: RowScene['texts'] & IdentityMessages;
}

type Column = (event: CustomerEvent, file: TimelineFile) => CsvValue;

const iso = (instant: Instant | null) => (instant === null ? '' : new Date(instant).toISOString());
const amountOf = ({ order, value }: CustomerEvent) => order?.total ?? value;

/** Columns by name, for machines: instants in UTC, amounts with every digit. */
const columns: Readonly<Record<string, Column>> = {
  id: ({ id }) => id,
  at: ({ at, day }) => (day ? '' : iso(at)),
  day: ({ day }) => day,
  lane: ({ category }) => laneOf(category),
  category: ({ category, categoryAsGiven }) => categoryAsGiven ?? category,
  type: ({ type }) => type,
  label: ({ type }, { names }) => names.type(type),
  name: ({ name, message }, { masksWords }) => (message && masksWords ? MASK : name),
  campaignId: ({ campaign }) => campaign?.campaignId,
  campaign: ({ campaign }) => campaign?.name,
  campaignType: ({ campaign }) => campaign?.type,
  product: ({ product, order }) => product?.name ?? order?.items.map((item) => item.product.name).join('; '),
  order: ({ order }) => order?.id,
  amount: (event) => amountOf(event)?.amount,
  currency: (event) => amountOf(event)?.currency,
  targetGroup: ({ targeting }) => targeting?.targetGroup,
  channel: ({ message, targeting }) => message?.channel ?? targeting?.channels.map(({ name }) => name).join('; '),
  lifecycle: ({ message }, { texts }) => message?.lifecycle.map((fact) => `${factText(fact, message.channel, texts)} ${iso(fact.at)}`.trim()).join('; '),
  properties: ({ properties }, { masksProperty }) => properties.map(([key, text]) => `${key}: ${masksProperty(key) ? MASK : text}`).join('; '),
  source: ({ source }) => source,
};

/** Makes the list as it is shown a file, masked where the screen is. */
export function timelineCsv(file: TimelineFile): Blob {
  const { facts, filters, events, isPart } = file;
  const about: CsvValue[][] = [...Object.entries(filters).map(([name, value]) => [`filter ${name}`, value]), ...(isPart ? [['loaded', events.length]] : [])];
  if (about.length > 0) about.push([]);
  return toCsvFile(facts, [...about, Object.keys(columns), ...events.map((event) => Object.values(columns).map((column) => column(event, file)))]);
}

/** Hands the file to the person. */
export function downloadCsv(file: Blob, { customerId, timeFrame }: FileFacts): void {
  download(file, toFileName(['timeline', customerId, timeFrame], 'csv'));
}
