import { type Occurrence, occurrenceOf, regularOccurrences } from '../customers/calendar.js';
import { shopCampaigns } from '../customers/shop.js';
import type { CommunicationWire } from '../wire.js';
import { smallId } from './ids.js';
import type { Row, Table } from './table.js';

/** The label (the operator's brand) all of this belongs to; the documented query filters on this number (S37). */
export const LABEL_ID = '2305';
const OTHER_LABEL_ID = '2306';

/** S1, S2; numbers above 3 are not documented and invented. */
const activities: readonly (readonly [id: string, name: string])[] = [
  ['1', 'Journey start'],
  ['2', 'Journey stopped'],
  ['3', 'Journey Converted'],
  ['30', 'Send Push'],
  ['31', 'Show Popup'],
  ['40', 'Send SMS'],
  ['50', 'Send Mail'],
  ['60', 'Send Inbox'],
  ['61', 'Call IVR'],
  ['100', 'Give Bonus'],
  ['101', 'Stop campaign'],
];

export function activityTypeId(name: string): string {
  return activities.find(([, known]) => known === name)?.[0] ?? '9999';
}

/** S8. */
const resourceTypes: Readonly<Record<string, string>> = { email: '1', popup: '2', sms: '3', push: '4', inbox: '5', ivr: '9' };

export function resourceId(channel: string, name: string): string {
  return smallId(`resource ${channel} ${name}`);
}

/** Ids of mail and SMS providers collide, since they lie in two tables (T12). */
export const PROVIDER_ID = '12';

const failReasons = ['Mailbox full', 'Number not in service', 'Address rejected by the receiving server'] as const;

/** `dm_com_fail_reason`: no document tells its columns or values; both are invented. */
export function failReasonId(reason: string): string {
  const index = failReasons.findIndex((known) => reason.startsWith(known));
  return String(index < 0 ? 99 : index + 1);
}

export function bonusTemplateId(name: string): string {
  return smallId(`bonus ${name}`);
}

/** This template's number is used by a second label too, so that its name cannot be told from the history (T41). */
const AMBIGUOUS_TEMPLATE = 'Coupon not used';

/** `journey-8` is campaign 793408: near the document's own 793485 (S37). */
const firstAudiences: ReadonlyMap<string, number> = new Map([
  ['journey', 793_400],
  ['regular', 793_900],
  ['planned', 794_000],
]);

export function audienceId(campaignId: string): string {
  const [kind = '', number] = campaignId.split('-');
  const first = firstAudiences.get(kind);
  return first === undefined ? smallId(campaignId) : String(first + Number(number));
}

export function segmentId(id: string): string {
  return smallId(`segment ${id}`);
}

const statusIds: Readonly<Record<string, string>> = { Draft: '1', Active: '2', Paused: '3', Disabled: '4', Archived: '5', Executed: '6' };
const execTypeIds: Readonly<Record<string, string>> = {
  'Realtime/Marketing': '1',
  'Realtime/Operational': '2',
  'Scheduled/Marketing': '3',
  'Scheduled/Operational': '4',
};

/** Every campaign there is, as its plan has it. */
function campaigns(): readonly Occurrence[] {
  return [...shopCampaigns.map(occurrenceOf), ...regularOccurrences()];
}

function audiences(): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { campaignId, name, status, execType, category, segment } of campaigns()) {
    rows.set(campaignId, {
      audience_id: audienceId(campaignId),
      audience_name: name,
      audience_status_id: statusIds[status] ?? null,
      audience_exec_type_id: execTypeIds[execType] ?? null,
      category_id: category === 'Operational' ? '2' : '1',
      segment_id: segmentId(segment.id),
    });
  }
  return [...rows.values()];
}

function resources(): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { channels, subjects } of campaigns()) {
    for (const { name: channel, template } of channels) {
      // Main resources and variations stand in one list (S7).
      for (const name of [template, `${template}, variation B`]) {
        const id = resourceId(channel, name);
        rows.set(id, {
          resource_id: id,
          resource_name: name,
          // Popups and IVR have nothing like a subject (S9).
          resource_subject: channel === 'popup' || channel === 'ivr' ? null : (subjects[channel] ?? null),
          resource_type_id: resourceTypes[channel] ?? null,
        });
      }
    }
  }
  return [...rows.values()];
}

function segments(): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { segment } of campaigns()) {
    rows.set(segment.id, {
      segment_id: segmentId(segment.id),
      create_date: '2017-01-02T14:00:00.000Z',
      update_date: '2017-06-01T13:00:00.000Z',
      segment_name: segment.name,
      segment_status_id: '1',
      segment_type_id: segment.id.startsWith('seg-r') ? '4' : '1',
    });
  }
  const unused = { create_date: '2016-03-01T09:00:00.000Z', update_date: '2016-09-01T09:00:00.000Z' };
  rows.set('old', { segment_id: segmentId('old'), ...unused, segment_name: 'Card holders of 2015', segment_status_id: '2', segment_type_id: '2' });
  // Active and used by no campaign: the documented query keeps it with a zero (S13).
  rows.set('unused', { segment_id: segmentId('unused'), ...unused, segment_name: 'Never bought fuel', segment_status_id: '1', segment_type_id: '4' });
  return [...rows.values()];
}

function provider(id: string, name: string, service: string): Row {
  return { create_date: '2017-01-10T08:00:00.000Z', update_date: '2017-01-10T08:00:00.000Z', id, provider_name: name, provider_type: service };
}

function bonusTemplates(): readonly Row[] {
  const names = new Set([...campaigns().flatMap(({ promotionId }) => (promotionId ? [`Coupon ${promotionId}`] : [])), AMBIGUOUS_TEMPLATE]);
  const rows = [...names].map((name) => ({
    label_id: LABEL_ID,
    label_bonus_template_id: bonusTemplateId(name),
    product_bonus_type_id: '1',
    public_name: name,
  }));
  return [
    ...rows,
    { label_id: OTHER_LABEL_ID, label_bonus_template_id: bonusTemplateId(AMBIGUOUS_TEMPLATE), product_bonus_type_id: '2', public_name: 'Free delivery' },
  ];
}

const int64 = (name: string) => [name, 'int64'] as const;
const text = (name: string) => [name, 'string'] as const;
const moment = (name: string) => [name, 'timestamp'] as const;
const providerColumns = [moment('create_date'), moment('update_date'), int64('id'), text('provider_name'), text('provider_type')];

/** The dimension tables column for column (S1 to S16). */
const makers: Readonly<Record<string, () => Omit<Table, 'name'>>> = {
  dm_activity_type: () => ({
    columns: [int64('activity_type_id'), text('activity_name')],
    rows: activities.map(([id, name]) => ({ activity_type_id: id, activity_name: name })),
  }),
  dm_audience: () => ({
    columns: [
      int64('audience_id'),
      text('audience_name'),
      int64('audience_status_id'),
      int64('audience_exec_type_id'),
      int64('category_id'),
      int64('segment_id'),
    ],
    rows: audiences(),
  }),
  dm_resource: () => ({
    columns: [int64('resource_id'), text('resource_name'), text('resource_subject'), int64('resource_type_id')],
    rows: resources(),
  }),
  dm_segment: () => ({
    columns: [int64('segment_id'), moment('create_date'), moment('update_date'), text('segment_name'), int64('segment_status_id'), int64('segment_type_id')],
    rows: segments(),
  }),
  dm_providers_sms: () => ({ columns: providerColumns, rows: [provider(PROVIDER_ID, 'Textline 2 (example)', 'Textline (example)')] }),
  dm_providers_mail: () => ({ columns: providerColumns, rows: [provider(PROVIDER_ID, 'Mailroom One (example)', 'Mailroom (example)')] }),
  dm_bonus_template: () => ({
    columns: [int64('label_id'), int64('label_bonus_template_id'), int64('product_bonus_type_id'), text('public_name')],
    rows: bonusTemplates(),
  }),
  dm_com_fail_reason: () => ({
    columns: [int64('fail_reason_id'), text('fail_reason_name')],
    rows: failReasons.map((name) => ({ fail_reason_id: failReasonId(name), fail_reason_name: name })),
  }),
};

const made = new Map<string, Table>();

/** A dimension table by its name; `undefined` for one nobody documented. */
export function dimension(name: string): Table | undefined {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  const table = made.get(name) ?? (make && { name, ...make() });
  if (table) made.set(name, table);
  return table;
}

/** The provider of a message: one of the two tables, by its channel (T12); other channels have none. */
export function providerIdOf({ channel }: CommunicationWire): string | null {
  return channel === 'email' || channel === 'sms' ? PROVIDER_ID : null;
}
