import type { Bonus } from '../../model/campaign.js';
import type { Row } from '../../rest/row-set/row.js';
import { given } from '../given.js';
import { BONUS_STATUS, type Dimensions, firstText, groupRows, nameOf, SOURCE_PRODUCT, wordOf } from './dimensions.js';

export interface BonusRecord {
  readonly bonus: Bonus;
  /** `root_audience_id`: the campaign, where one issued it (S42). */
  readonly campaignId?: string;
  readonly row: Row;
}

/** One row for each change of status, grouped by bonus, though the document calls `bonus_id` a key (S38, T13). */
export function toBonuses(rows: readonly Row[], dimensions: Dimensions): { readonly records: readonly BonusRecord[]; readonly leftOut: number } {
  return groupRows(
    rows,
    (row) => row.text('bonus_id'),
    (id, changes) => toRecord(id, changes, dimensions),
  );
}

function toRecord(bonusId: string, rows: readonly Row[], dimensions: Dimensions): BonusRecord {
  // Sorting is stable: equal times keep the server's order (T13). What has no date comes last.
  const changes = rows.toSorted((left, right) => (left.instant('fact_date') ?? Infinity) - (right.instant('fact_date') ?? Infinity) || 0);
  const first = (column: string): string | undefined => firstText(changes, column);
  const bonus: Bonus = given({
    bonusId,
    name: nameOf(dimensions, 'dm_bonus_template', first('label_bonus_template_id')),
    sourceProduct: wordOf(SOURCE_PRODUCT, first('source_product_id')) ?? '',
    entityId: first('entity_id'),
    history: changes.map((row) =>
      given({
        status: wordOf(BONUS_STATUS, row.text('bonus_status_id')) ?? '',
        at: row.instant('fact_date') ?? null,
        errorCode: row.text('error_code'),
        error: row.text('error_message'),
      }),
    ),
  });
  return { row: changes[0]!, campaignId: first('root_audience_id'), bonus };
}
