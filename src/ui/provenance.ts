import { css, nothing, type TemplateResult } from 'lit';
import { type DateStyle, formatDay, formatInstant } from '../format/date.js';
import type { SharedMessages } from '../i18n/slices/shared.js';
import type { Meta } from '../model/resource.js';
import { html } from './html.js';
import { longText } from './long-text.js';

/** Style of the fold. */
export const provenanceStyles = css`
  .provenance {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .provenance pre {
    margin: 0;
    max-block-size: 16em;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-family: ui-monospace, monospace;
    text-align: start;
    direction: ltr;
  }
`;

/** Longest query shown at once. */
const LONGEST = 5000;

/** Draws "Where does this come from?": source, age and query of an answer; nothing when it came without. */
export function renderProvenance({ source, asOf, query }: Meta, texts: SharedMessages, style: DateStyle): TemplateResult | typeof nothing {
  if (!source && !query) return nothing;
  const age = asOf === undefined ? undefined : texts.asOf(typeof asOf === 'number' ? formatInstant(asOf, style) : formatDay(asOf, style));
  return html`<details class="provenance" part="provenance">
    <summary>${texts.provenance}</summary>
    <p>${[source && `${texts.source}: ${source}`, age].filter(Boolean).join(' · ')}</p>
    ${query ? html`<pre tabindex="0" role="region" aria-label=${texts.query}>${longText(query, { texts, first: LONGEST })}</pre>` : nothing}
  </details>`;
}
