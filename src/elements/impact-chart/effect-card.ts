import { nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { impactText } from '../../i18n/impact-words.js';
import type { PlainDay } from '../../model/day.js';
import type { Impact, TargetedCampaign } from '../../model/impact.js';
import type { Decimal } from '../../model/money.js';
import { html } from '../../ui/html.js';
import { EFFECT_DAYS, type Effect, toEffect } from './effect.js';
import type { ImpactScene } from './scene.js';
import { seriesText } from './series-text.js';
import { defaultKeys, seriesOf } from './view.js';
import { campaignText, dayText, valueText } from './wording.js';

/** Names a campaign of a day. */
export interface CampaignOfDay {
  readonly campaignId: string;
  readonly date: PlainDay;
}

/** A campaign and the day it was for. */
export interface TargetedOn {
  readonly campaign: TargetedCampaign;
  readonly date: PlainDay;
}

/** The campaign whose effect is shown: the chosen one, else the newest the customer received. */
export function effectCampaign({ targetingDays }: Impact, wanted: CampaignOfDay | undefined): TargetedOn | undefined {
  for (let index = targetingDays.length - 1; index >= 0; index--) {
    const { date, campaigns } = targetingDays[index]!;
    const campaign = wanted
      ? date === wanted.date
        ? campaigns.find(({ campaignId }) => campaignId === wanted.campaignId)
        : undefined
      : campaigns.find(({ decision }) => decision === 'sent');
    if (campaign) return { campaign, date };
  }
  return undefined;
}

export interface EffectCard {
  readonly chosen: TargetedOn;
  /** How many days before and after are compared. */
  readonly days: number;
  readonly chooseDays: (days: number) => void;
}

/** What changed around a campaign, and the money attributed to it: a comparison, with what speaks against reading it as a cause. */
export function renderEffectCard(scene: ImpactScene, { chosen: { campaign, date }, days, chooseDays }: EffectCard): TemplateResult | typeof nothing {
  const { impact, writing } = scene;
  const { texts, language, today, currency } = writing;
  if (seriesOf(impact, 'cumulative').length === 0) return nothing;
  const effect = toEffect(impact, campaign, date, days, today);
  return html`<div class="effect" part="effect">
    <div class="row">
      <b>${texts.effectOf(clampText(campaign.name))}</b><span class="muted">${dayText(date, writing)} · ${campaignText(campaign, texts)}</span>
      <span class="modes" role="group" aria-label=${texts.effectDays}>
        ${EFFECT_DAYS.map((each) => html`<button type="button" aria-pressed=${days === each} @click=${() => chooseDays(each)}>${texts.daysShort(each, formatNumber(each, language))}</button>`)}
      </span>
    </div>
    <div class="row">${renderChanges(scene, effect)}</div>
    <p class="row muted small">
      ${campaign.decision === 'sent' ? nothing : html`<span>${texts.effectNotReceived}</span>`} ${effect.overlap > 0 ? html`<span>${texts.effectOverlap(effect.overlap, formatNumber(effect.overlap, language))}</span>` : nothing}
      <span>${texts.effectCaution}</span>
    </p>
    ${
      effect.attributed.length > 0
        ? html`<p class="row small">
            <span class="muted">${texts.attributed}</span>${effect.attributed.map(({ impact: kind, asGiven, sums }) => html`<span class=${kind === 'indirect' ? 'muted' : ''}>${sums.map((money) => formatMoney(money, language, { currency })).join(', ')} <span class="muted">${impactText(kind, asGiven, texts)}</span></span>`)}<span class="muted">${texts.mayStillChange}</span>
          </p>`
        : nothing
    }
  </div>`;
}

function renderChanges({ impact, mode, shown, writing }: ImpactScene, { changes, unfinished }: Effect): unknown {
  const { texts } = writing;
  const keys = new Set(mode === 'cumulative' ? shown.map(({ key }) => key) : defaultKeys(seriesOf(impact, 'cumulative')));
  return changes
    .filter(({ series }) => keys.has(series.key))
    .map(({ series, before, after }) => {
      const side = (value: Decimal | null, otherwise: string) =>
        value === null ? html`<span class="muted">${otherwise}</span>` : html`<b class="number">${valueText(series, value, writing, true)}</b>`;
      return html`<span class="pair"
        >${seriesText(series, writing)} <span class="muted">${texts.before}</span> ${side(before, texts.noSnapshot)}<span class="muted">, ${texts.after}</span> ${side(after, unfinished ? texts.effectUnfinished : texts.noSnapshot)}</span
      >`;
    });
}
