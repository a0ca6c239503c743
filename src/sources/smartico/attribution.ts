import type { Attribution, ImpactKind } from '../../model/campaign.js';
import { dayOf } from '../../model/day.js';
import type { Row } from '../../rest/row-set/row.js';
import { given } from '../given.js';

/** S20. */
const impacts: ReadonlyMap<string, ImpactKind> = new Map([
  ['1', 'delivery'],
  ['2', 'impression'],
  ['3', 'interaction'],
  ['4', 'indirect'],
]);

export interface AttributionRecord {
  readonly attribution: Attribution;
  /** `root_engagement_id`: the journey's root row. Joined on this, never on the resource, which would multiply rows (T31). */
  readonly journeyId?: string;
}

/**
 * Attributed money, a row each. Only `value` may be summed: one deposit is shared between campaigns, so the raw and the converted amount stand in
 * several rows (S19, T31). Rows without a value, a campaign or a date cannot be placed and are left out; the same `id` twice is one row (S17).
 */
export function toAttribution(rows: readonly Row[], timeZone: string): { readonly records: readonly AttributionRecord[]; readonly leftOut: number } {
  const records = new Map<string, AttributionRecord>();
  let leftOut = 0;
  rows.forEach((row, index) => {
    const record = toRecord(row, timeZone);
    if (record) records.set(row.text('id') ?? `#${index}`, record);
    else leftOut += 1;
  });
  return { records: [...records.values()], leftOut };
}

function toRecord(row: Row, timeZone: string): AttributionRecord | undefined {
  const amount = row.decimal('value');
  const campaignId = row.text('audience_id');
  const at = row.instant('event_date');
  if (amount === undefined || campaignId === undefined || at === undefined) return undefined;
  const word = row.text('kpi_impact_id') ?? '';
  const impact = impacts.get(word) ?? 'other';
  const currency = currencyOf(row);
  const converted = row.decimal('converted_value');
  return {
    journeyId: row.text('root_engagement_id'),
    attribution: given({
      date: dayOf(at, timeZone),
      at,
      campaignId,
      value: given({ amount, currency }),
      impact,
      impactAsGiven: impact === 'other' ? word : undefined,
      rawValue: row.decimal('raw_value'),
      convertedValue: converted && given({ amount: converted, currency }),
      calculatedAt: row.instant('calculated_ts'),
    }),
  };
}

/** The label's base currency, which `value` and `converted_value` are in; the raw deposit's is not known (T31). */
function currencyOf(row: Row): string | undefined {
  const code = row.text('default_currency')?.trim();
  return code && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : code;
}
