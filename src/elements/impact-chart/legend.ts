import { nothing, svg, type TemplateResult } from 'lit';
import { NO_VALUE } from '../../format/formatters.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { decisionText } from '../../i18n/words.js';
import type { Impact, KpiSeries } from '../../model/impact.js';
import { html } from '../../ui/html.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { type ImpactMode, seriesOf } from './view.js';
import { currencyOf, type ImpactTexts } from './wording.js';

/** Dash patterns in the order of the figures, so that lines differ without colour (A1). */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4]];

/** What tells one line from the others. */
export interface LineStyle {
  /** The class that gives it its colour. */
  readonly name: string;
  readonly dash: readonly number[];
}

/** The style of a figure: the same wherever it is drawn, and whatever else is. */
export function lineStyleOf({ series }: ImpactScene, { key }: KpiSeries): LineStyle {
  const style = series.findIndex((each) => each.key === key) % dashes.length;
  return { name: `series-${style}`, dash: dashes[style]! };
}

/** Names offered at once; of more the rest waits behind a button (V23). */
const MOST_NAMES = 12;

export interface LegendActions {
  /** Shows the names that are left out, where there are too many. */
  readonly showAll: () => void;
  readonly chooseMode: (mode: ImpactMode) => void;
  /** Draws a figure, or no more. */
  readonly toggle: (key: string) => void;
  /** The page has changed the colours around. */
  readonly onColour: () => void;
}

/** Above the drawing: which kind of figures, what the marks and the lines mean, and which lines are drawn. */
export function renderLegend(scene: ImpactScene, allNames: boolean, { chooseMode, toggle, showAll, onColour }: LegendActions): TemplateResult {
  const { impact, mode, series, shown, writing } = scene;
  const { texts, language } = writing;
  const modes = (['cumulative', '1M'] as const).filter((each) => seriesOf(impact, each).length > 0);
  const keys = new Set(shown.map(({ key }) => key));
  const named = allNames || series.length <= MOST_NAMES ? series : series.filter(({ key }, index) => index < MOST_NAMES - 1 || keys.has(key));
  const more = series.length - named.length;
  const codes = new Set(shown.filter(({ unit }) => unit === 'money').map((each) => currencyOf(each, writing)));
  return html`<div class="bar">
      ${
        modes.length > 1
          ? html`<div class="modes" role="group" aria-label=${texts.impactMode}>
              ${modes.map((each) => html`<button type="button" aria-pressed=${mode === each} @click=${() => chooseMode(each)}>${each === '1M' ? texts.lastMonth : texts.cumulative}</button>`)}
            </div>`
          : nothing
      }
      <div class="keys" @transitionend=${onColour}>${renderMarks(impact, texts)}</div>
    </div>
    <ul class="legend" part="legend" aria-label=${texts.impactSeries} @transitionend=${onColour}>
      ${named.map((each) => {
        const { name, dash } = lineStyleOf(scene, each);
        return html`<li>
          <button type="button" aria-pressed=${keys.has(each.key)} data-key=${each.key} @click=${() => toggle(each.key)}>
            <span class=${name}><svg viewBox="0 0 20 10" aria-hidden="true"><path d="M0 5H20" stroke-dasharray=${dash.join(' ') || nothing} /></svg></span>${seriesText(each, writing)}
          </button>
        </li>`;
      })}
      ${more > 0 ? html`<li><button type="button" @click=${showAll}>${texts.moreIdentifiers(more, formatNumber(more, language))}</button></li>` : nothing}
    </ul>
    ${keys.size === 0 ? html`<p class="muted">${texts.noSeries}</p>` : nothing} ${codes.size > 1 ? html`<p class="warning small">${texts.mixedCurrencies([...codes].map((code) => code ?? NO_VALUE).join(', '))}</p>` : nothing}`;
}

/** What the marks of campaign days mean; only the kinds that are there. */
function renderMarks({ targetingDays }: Impact, texts: ImpactTexts): unknown {
  const campaigns = targetingDays.flatMap((day) => day.campaigns);
  const kinds = new Set(campaigns.map(({ decision }) => decision));
  // Each kind by its own word, also where nobody documented it.
  const rest = new Set(
    campaigns
      .filter(({ decision }) => decision !== 'sent' && decision !== 'control')
      .map((one) => clampText(decisionText(one.decision, one.decisionAsGiven, texts), 60)),
  );
  const mark = (name: string, label: string) =>
    html`<span><svg class=${name} viewBox="0 0 12 12" aria-hidden="true">${name === 'excluded' ? svg`<path class="shape" d="M2 2l8 8m0-8l-8 8" />` : svg`<circle class="shape" cx="6" cy="6" r="4.5" />`}</svg>${label}</span>`;
  return html`${kinds.has('sent') ? mark('sent', texts.decisionSent) : nothing} ${kinds.has('control') ? mark('control', texts.decisionControl) : nothing}
  ${rest.size > 0 ? mark('excluded', [...rest].join(', ')) : nothing}`;
}
