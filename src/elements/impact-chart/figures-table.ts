import { nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { PlainDay } from '../../model/day.js';
import { renderTable } from '../../ui/data-table.js';
import { html } from '../../ui/html.js';
import { renderNoValue } from '../../ui/value.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { campaignsOn, daysOf, rowOf, type Span } from './view.js';
import { campaignText, dayText, spanText, valueText } from './wording.js';

/** Rows drawn at once. */
export const TABLE_ROWS = 200;
/** Rows on paper at most; what has more is no longer a page but a file: that is what the export is for. */
export const PRINTED_ROWS = 2000;

export interface FiguresTable {
  readonly span: Span;
  /** How many rows are drawn. */
  readonly rows: number;
  readonly showMore: () => void;
}

/** The numbers of the picture as a table, day by day (A2). */
export function renderFiguresTable({ impact, shown, writing }: ImpactScene, { span, rows, showMore }: FiguresTable): TemplateResult {
  const { texts, language } = writing;
  const days = daysOf(impact, span);
  return html`<div class="table">
    ${renderTable({
      caption: `${texts.impact}, ${spanText(span, writing)}`,
      columns: [
        { key: 'date', header: texts.date, cell: (day: PlainDay) => dayText(day, writing), rowHeader: true },
        ...shown.map((series) => ({
          key: series.key,
          header: seriesText(series, writing),
          numeric: true,
          cell: (day: PlainDay) => {
            const row = rowOf(impact, day);
            const value = row < 0 ? null : (series.values[row] ?? null);
            return value === null ? renderNoValue({ noValue: texts.noSnapshot }) : valueText(series, value, writing);
          },
        })),
        {
          key: 'campaigns',
          header: texts.campaigns,
          cell: (day: PlainDay) =>
            campaignsOn(impact, day)
              .map((campaign) => `${clampText(campaign.name)} (${campaignText(campaign, texts)})`)
              .join(', '),
        },
      ],
      rows: days.slice(0, rows),
    })}
    ${
      days.length > rows
        ? html`<p class="rest muted">
            ${texts.countOf(formatNumber(rows, language), texts.daysShort(days.length, formatNumber(days.length, language)))}
            <button type="button" class="no-print" @click=${showMore}>${texts.showMore}</button>
          </p>`
        : nothing
    }
  </div>`;
}
