import { nothing, type TemplateResult } from 'lit';
import type { Impact, KpiSeries } from '../../model/impact.js';
import type { Answer } from '../../model/resource.js';
import { copyText } from '../../ui/clipboard.js';
import { html } from '../../ui/html.js';
import { copyIcon } from '../../ui/icons.js';
import { longText } from '../../ui/long-text.js';
import { seriesText } from './series-text.js';
import type { Writing } from './wording.js';

/** "Where does this come from?": source, columns and the query with a button that copies it. */
export function renderProvenance({ meta }: Answer<Impact>, series: readonly KpiSeries[], writing: Writing, mayCopy: () => boolean): TemplateResult {
  const { texts } = writing;
  const columns = series.filter(({ source }) => source);
  return html`<p><b>${texts.provenance}</b></p>
    ${meta.source ? html`<p><span class="muted">${texts.source}</span> ${meta.source}</p>` : nothing}
    ${
      columns.length > 0
        ? html`<p class="muted">${texts.columnsBehind}</p>
            <ul>
              ${columns.map((each) => html`<li>${seriesText(each, writing)}: <code>${each.source}</code></li>`)}
            </ul>`
        : nothing
    }
    ${
      meta.query
        ? html`<p class="muted">${texts.query}</p>
            <pre tabindex="0"><code>${longText(meta.query, { texts, first: 5000 })}</code></pre>
            <button type="button" class="no-print" @click=${() => mayCopy() && copyText(meta.query ?? '')}>${copyIcon()}${texts.copyQuery}</button>`
        : nothing
    }
    ${!meta.source && columns.length === 0 && !meta.query ? html`<p class="muted">${texts.noValue}</p>` : nothing}`;
}
