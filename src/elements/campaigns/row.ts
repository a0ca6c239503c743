import { nothing, svg, type TemplateResult } from 'lit';
import { formatDay } from '../../format/date.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { sumByImpact } from '../../model/attributed.js';
import type { CampaignDecision } from '../../model/campaign.js';
import { chevronEndIcon } from '../../ui/campaign-icons.js';
import { html } from '../../ui/html.js';
import { arrowDownIcon, arrowUpIcon } from '../../ui/shared-icons.js';
import { renderNoValue } from '../../ui/value.js';
import { COLUMNS, type ColumnName, nextOrder, type Order } from './order.js';
import { attributedValue, type Outcome, outcomeOf, STEPS } from './outcome.js';
import { channelsText, isWithoutDetails, moneyText, nameOf, outcomeWords, stepText, templatesText, type Writing } from './wording.js';

export interface Head {
  readonly order: Order;
  /** Whether there is money that may still change. */
  readonly hasMoney: boolean;
  /** Its place in the window of rows. */
  readonly dataIndex: number;
  readonly sortBy: (order: Order) => void;
}

/** Rows stay rows of a table whatever their looks: roles are said, since a changed `display` takes them away (A23). */
export function renderHead({ order, hasMoney, dataIndex, sortBy }: Head, { texts }: Writing): TemplateResult {
  return html`<thead role="rowgroup" data-index=${dataIndex}>
    <tr class="cells head" role="row" aria-rowindex="1">
      ${COLUMNS.map((key) => {
        const sorted = order.key === key ? (order.descending ? 'descending' : 'ascending') : undefined;
        return html`<th role="columnheader" scope="col" class=${key} aria-sort=${sorted ?? nothing}>
          <button type="button" class="plain" @click=${() => sortBy(nextOrder(key, order))}>
            ${columnText(key, texts)}${key === 'attributed' && hasMoney ? html`<span class="visually-hidden">${texts.mayStillChange}</span><span aria-hidden="true">*</span>` : nothing}${sorted ? (order.descending ? arrowDownIcon() : arrowUpIcon()) : nothing}
          </button>
        </th>`;
      })}
      <th role="columnheader" scope="col" class="details"><span class="visually-hidden">${texts.details}</span></th>
    </tr>
  </thead>`;
}

/** What a column is called. */
export function columnText(key: ColumnName, texts: Writing['texts']): string {
  return texts[key];
}

export interface RowState {
  readonly index: number;
  /** Its place in the window of rows. */
  readonly dataIndex: number;
  readonly open: boolean;
  /** Out of sight, kept because it has the focus. */
  readonly away: boolean;
  /** Tab enters the rows here. */
  readonly tabStop: boolean;
  /** On the day marked in all sections. */
  readonly linked: boolean;
  /** What stands in the opened row. */
  readonly details: unknown;
}

/** More than that would push the other rows out of sight (V17); the opened row has more. */
const MOST_TAGS = 12;

/** One decision: a line to read, and all that is known once it is opened. */
export function renderRow(row: CampaignDecision, { index, dataIndex, open, away, linked, tabStop, details }: RowState, writing: Writing): TemplateResult {
  const { texts } = writing;
  const outcome = outcomeOf(row);
  const group = row.targetGroup ?? row.segment?.name;
  const templates = templatesText(row);
  const detailsId = `details-${index}`;
  return html`<tr
    role="row"
    part="campaign"
    class="cells row ${row.decision} ${linked ? 'linked' : ''} ${open ? 'open' : ''} ${away ? 'away' : ''}"
    aria-rowindex=${index + 2}
    data-index=${dataIndex}
    data-day=${row.executionDate ?? nothing}
  >
    <td role="cell" class="date number">${renderDay(row, writing)}</td>
    <th role="rowheader" scope="row" class="campaign">
      <button type="button" class="plain name" data-focus tabindex=${tabStop ? 0 : -1} aria-expanded=${open} aria-controls=${open ? detailsId : nothing}>
        ${chevronEndIcon()}<bdi>${clampText(nameOf(row))}</bdi>
      </button>
    </th>
    ${renderText('targetGroup', group ?? (isWithoutDetails(row) ? texts.detailsUnavailable : undefined), texts)}
    ${renderText('channel', channelsText(row, writing) || undefined, texts)} ${renderText('template', templates || undefined, texts)} ${renderText('promotion', row.promotionId, texts)}
    <td role="cell" class="tags ${row.tags.length ? '' : 'none'}">${row.tags.length ? row.tags.slice(0, MOST_TAGS).map((tag, index) => html`${index ? ', ' : ''}<bdi>${clampText(tag, 60)}</bdi>`) : renderNoValue(texts)}</td>
    <td role="cell" class="outcome">${renderOutcome(row, outcome, writing)}</td>
    <td role="cell" class="attributed number ${row.attribution.length ? '' : 'none'}">${renderMoney(row, writing)}</td>
    ${open ? html`<td role="cell" class="details" id=${detailsId} part="details">${details}</td>` : nothing}
  </tr>`;
}

function renderDay({ executionDate }: CampaignDecision, { language, texts, today }: Writing): unknown {
  const text = formatDay(executionDate, { language, unknown: texts.unknownDate }, today);
  return executionDate ? html`<time datetime=${executionDate}>${text}</time>` : text;
}

/** A cell of text, cut where it is too long to show (V17). */
function renderText(column: ColumnName, text: string | undefined, texts: Writing['texts']): TemplateResult {
  return html`<td role="cell" class="${column} ${text ? '' : 'none'}">${text ? html`<bdi>${clampText(text)}</bdi>` : renderNoValue(texts)}</td>`;
}

function renderOutcome(row: CampaignDecision, outcome: Outcome, writing: Writing): TemplateResult {
  const { label, notes } = outcomeWords(row, writing, outcome);
  const shown = row.decision === 'sent' && outcome.furthest !== undefined;
  return html`${shown ? renderPipeline(outcome, writing) : nothing}<span class="label">${clampText(label)}</span>${
    notes.length ? html`<span class="notes muted small"><bdi>${notes.map((note) => clampText(note)).join(' · ')}</bdi></span>` : nothing
  }`;
}

const PITCH = 14;

/** The steps as marks on a line, drawn in three paths; a diamond for the last, so that shape repeats what colour says (A1). */
export function renderPipeline(outcome: Outcome, { texts, language }: Writing): TemplateResult {
  const isReached = STEPS.map((step) => outcome.reached[step] > 0);
  const mark = (reached: boolean) =>
    STEPS.slice(0, -1)
      .map((_, index) => (isReached[index] === reached ? `M${2 + index * PITCH} 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0` : ''))
      .join('');
  const [first, last] = [isReached.indexOf(true), isReached.lastIndexOf(true)];
  const spoken = STEPS.map((step) => {
    const count = outcome.reached[step];
    return `${stepText(step, outcome, texts)}: ${count ? formatNumber(count, language) : texts.notObserved}`;
  }).join(', ');
  return html`<svg class="pipeline" viewBox="0 0 ${PITCH * 5 - 2} 12" role="img" aria-label=${spoken}>
    ${svg`<path class="way" d="M${6 + first * PITCH} 6H${6 + last * PITCH}" /><path class="unseen" d=${mark(false)} /><path class="reached" d=${mark(true)} /><path
      class=${isReached[4] ? 'converted' : 'unseen'} d="M${6 + 4 * PITCH} 1l5 5l-5 5l-5-5z" />`}
  </svg>`;
}

function renderMoney(row: CampaignDecision, writing: Writing): unknown {
  const sums = attributedValue(row);
  if (!sums.length) return renderNoValue(writing.texts);
  // Indirect impact is the weakest claim, and looks it (S20).
  const isWeak = sumByImpact(row.attribution).every(({ impact }) => impact === 'indirect');
  return html`<span class=${isWeak ? 'muted' : nothing}>${moneyText(sums, writing)}</span>`;
}
