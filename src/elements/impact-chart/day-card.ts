import { nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { PlainDay } from '../../model/day.js';
import type { TargetedCampaign } from '../../model/impact.js';
import { type CopyKeeper, renderCopy } from '../../ui/copy.js';
import { html } from '../../ui/html.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { campaignsOn, rowOf } from './view.js';
import { campaignText, dayText, valueText } from './wording.js';

export interface DayCard {
  readonly day: PlainDay;
  /** A person points at it; else it is a day worth looking at first. */
  readonly isMarked: boolean;
  readonly openCampaign: (campaign: TargetedCampaign) => void;
  readonly copies: CopyKeeper;
  /** Shows the profile as it was that day, where there is one to show. */
  readonly showProfile: (() => void) | undefined;
}

/** The combined view (O15): who was aimed at the customer that day, with the ids to look it up by, and the figures of that day. */
export function renderDayCard({ impact, shown, writing }: ImpactScene, { day, isMarked, openCampaign, copies, showProfile }: DayCard): TemplateResult {
  const { texts, language } = writing;
  const campaigns = campaignsOn(impact, day);
  const row = rowOf(impact, day);
  return html`<div class="card" part="day">
    <div class="row">
      <b>${dayText(day, writing)}</b>
      ${
        row < 0
          ? html`<span class="muted">${texts.noSnapshot}</span>`
          : shown.map(
              (series) =>
                html`<span class="pair"><span class="muted">${seriesText(series, writing)}</span> <span class="number">${valueText(series, series.values[row] ?? null, writing)}</span></span>`,
            )
      }
      ${showProfile && row >= 0 ? html`<button type="button" class="link" @click=${showProfile}>${texts.showProfileOfDay}</button>` : nothing}
    </div>
    ${
      campaigns.length > 0
        ? html`<ul class="row campaigns" aria-label=${texts.campaignsOnDay(campaigns.length, formatNumber(campaigns.length, language))}>
            ${campaigns.map((campaign) => {
              const { campaignId, actionId, name } = campaign;
              return html`<li>
                <button type="button" class="link" @click=${() => openCampaign(campaign)}><bdi>${clampText(name)}</bdi></button> <span class="muted">${campaignText(campaign, texts)}</span>
                <span class="ids muted small"><bdi>${texts.campaignIds(campaignId, actionId)}</bdi>${renderCopy(`${day} ${campaignId} ${actionId}`, texts.campaignIds(campaignId, actionId), () => campaignId, copies, texts)}</span>
              </li>`;
            })}
          </ul>`
        : html`<p class="row muted">${texts.nothingOnDay}</p>`
    }
    ${isMarked ? nothing : html`<p class="hint muted small">${texts.brushHint}</p>`}
  </div>`;
}
