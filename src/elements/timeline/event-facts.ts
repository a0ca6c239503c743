import { nothing, type TemplateResult } from 'lit';
import type { Terms } from '../../data/terms.js';
import { formatExactInstant, formatInstant } from '../../format/date.js';
import { allowedLink } from '../../format/link.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { ProofMessages } from '../../i18n/slices/proof.js';
import { channelText, factText, knownChannel } from '../../i18n/words.js';
import type { Bonus, Communication, Fact, Journey, LifecycleFact } from '../../model/campaign.js';
import type { Instant } from '../../model/day.js';
import type { CustomerEvent } from '../../model/event.js';
import { html } from '../../ui/html.js';
import { longText } from '../../ui/long-text.js';
import { renderSecret, type SecretKeeper } from '../../ui/secret.js';
import { renderNoValue } from '../../ui/value.js';
import { type RowScene, renderEventProduct, writeMoney } from './render-event.js';

export { factsStyles } from './facts.styles.js';

/** What the facts behind a row need beside what its line needs. */
export interface FactsScene extends RowScene {
  readonly texts: RowScene['texts'] & IdentityMessages & ProofMessages;
  readonly secrets: SecretKeeper;
  readonly terms: Terms;
  readonly openCampaign: (event: CustomerEvent) => void;
}

type Line = readonly [label: string, content: unknown];
/** Longest text shown at once (V17). */
const LONGEST = 5000;
/** The way of a message; what a call has not, nobody waits for. */
const way: readonly Fact[] = ['sent', 'delivered', 'impression', 'click'];

/** Everything that is known of one activity, loaded when the first row is opened. */
export function renderFacts(event: CustomerEvent, scene: FactsScene): TemplateResult {
  const { texts, dates, names } = scene;
  const { message, journey, bonus, order, properties, targeting, campaign, value, source, id, at, day } = event;
  const kind = names.kind(event);
  const lines: Line[] = [
    [texts.time, day ? nothing : formatExactInstant(at, dates)],
    [texts.activityType, message || names.event(event) === kind ? nothing : kind],
    [texts.eventCategory, event.categoryAsGiven ? texts.other(event.categoryAsGiven) : nothing],
    ...(message ? messageLines(event, message, scene) : []),
    ...(journey ? journeyLines(journey, scene) : []),
    ...(bonus ? bonusLines(bonus, scene) : []),
    [texts.targetGroup, targeting?.targetGroup],
    ...(targeting?.channels ?? []).map(({ name, template }): Line => [texts.channel, [channelText(name, texts), template].filter(Boolean).join(': ')]),
    [texts.value, value && !order ? writeMoney(value, scene) : nothing],
    [texts.order, order ? order.id : nothing],
    ...properties.map(([name, text], index): Line => [name, renderHidden(`${id} ${index}`, name, () => longText(text, { texts, first: LONGEST }), scene)]),
    [texts.campaign, campaign ? renderCampaign(event, scene) : nothing],
    [texts.source, source ?? nothing],
    [texts.activityId, id],
  ];
  return html`${message ? renderLifecycle(message, scene) : nothing}${order && order.items.length > 0 ? renderOrder(order, scene) : nothing}${renderLines(lines, texts)}`;
}

/** Names and what they stand for; a line without content is left out. */
export function renderLines(lines: readonly Line[], texts: FactsScene['texts']): TemplateResult {
  return html`<dl class="lines">${lines.map(([label, content]) =>
    content === nothing || content === undefined || content === ''
      ? nothing
      : html`<dt class="muted">${clampText(label, 80)}</dt><dd><bdi>${typeof content === 'string' ? longText(content, { texts, first: LONGEST }) : content}</bdi></dd>`,
  )}</dl>`;
}

/** The lifecycle in its order with times (S24), what was not observed said as that (T30), an opened e-mail as probable (T33). */
export function renderLifecycle({ channel, lifecycle, failReason, plannedSendAt }: Communication, scene: FactsScene): TemplateResult {
  const { texts, now } = scene;
  const facts = new Set(lifecycle.map(({ fact }) => fact));
  const isPlanned = plannedSendAt !== undefined && plannedSendAt > now && !facts.has('sent');
  const furthest = Math.max(-1, ...[...facts].map((fact) => (fact === 'optout' || fact === 'read' || fact === 'delete' ? 2 : way.indexOf(fact))));
  // What lies before an observed step happened too; after a failure nothing is waited for.
  const missing =
    facts.has('fail') || isPlanned ? [] : way.slice(furthest + 1, knownChannel(channel) === 'ivr' ? 2 : undefined).filter((fact) => !facts.has(fact));
  const isProbable = knownChannel(channel) === 'email' && facts.has('impression');
  return html`<ol class="lifecycle" role="list">
      ${lifecycle.map((fact) => html`<li class=${fact.fact === 'fail' || fact.fact === 'optout' ? 'negative' : ''}>${renderFact(fact, channel, failReason, scene)}</li>`)}
      ${missing.map((fact) => html`<li class="muted">${factText({ fact }, channel, texts)}<span>${texts.notObserved}</span></li>`)}
    </ol>
    ${isProbable ? html`<p class="muted small">${texts.probableOpens}</p>` : nothing}${missing.length > 0 ? html`<p class="muted small">${texts.trackedFor30Days}</p>` : nothing}`;
}

function renderFact(fact: LifecycleFact, channel: string, failReason: string | undefined, scene: FactsScene): TemplateResult {
  const details = fact.details ?? (fact.fact === 'fail' && failReason ? scene.terms.reason(failReason) : undefined);
  return html`${factText(fact, channel, scene.texts)}<span class="number muted"><bdi>${formatInstant(fact.at, scene.dates)}</bdi></span>${
    details && !scene.masksWords
      ? html`<span class="details">${fact.fact === 'click' ? renderLink(details, scene) : longText(details, { texts: scene.texts, first: LONGEST })}</span>`
      : nothing
  }`;
}

/** The clicked link, once judged; else its text (S25, T34). */
function renderLink(url: string, { links }: RowScene): unknown {
  const href = allowedLink(url, links);
  const text = clampText(url, 200);
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${text}</a>` : text;
}

/** What is known of a message beside its way (S7 to S9, S29). */
export function messageLines({ id }: Pick<CustomerEvent, 'id'>, message: Communication, scene: FactsScene): readonly Line[] {
  const { texts, dates, terms } = scene;
  const { subject, resource, variation, providerName, gatewayId, communicationId, plannedSendAt, channel, activityType } = message;
  return [
    [texts.channel, [channelText(channel, texts), terms.word('activity', activityType)].filter(Boolean).join(' · ')],
    [
      texts.subject,
      subject ? renderHidden(`${id} subject`, texts.subject, () => longText(subject, { texts, first: LONGEST }), scene, scene.masksWords) : nothing,
    ],
    [texts.resource, resource],
    [texts.variation, variation],
    [texts.provider, providerName],
    [texts.plannedTime, plannedSendAt === undefined ? nothing : formatInstant(plannedSendAt, dates)],
    [texts.gatewayId, gatewayId],
    [texts.messageId, communicationId],
  ];
}

/** A journey's turns (S33, S35, S36). */
function journeyLines(
  { startedAt, convertedAt, stoppedAt, expectedStopAt, abTarget, activities }: Journey,
  { texts, dates, terms }: FactsScene,
): readonly Line[] {
  const when = (at: Instant | null | undefined) => (at === undefined ? nothing : formatInstant(at, dates));
  return [
    [texts.journeyStart, when(startedAt)],
    [texts.journeyConvert, when(convertedAt)],
    [texts.journeyStop, when(stoppedAt)],
    [texts.journeyExpectedStop, when(expectedStopAt)],
    // No is a value too (T27).
    [texts.abTest, abTarget === undefined ? nothing : abTarget ? texts.yes : texts.no],
    ...activities.map(({ type, name, at }): Line => [name ?? terms.word('activity', type), formatInstant(at, dates)]),
  ];
}

/** A bonus with each change of its status (S38 to S42). */
function bonusLines({ sourceProduct, entityId, bonusId, history }: Bonus, { texts, dates, terms }: FactsScene): readonly Line[] {
  return [
    ...history.map(
      ({ status, at, errorCode, error }): Line => [
        terms.word('bonus', status),
        html`<span class="number">${formatInstant(at, dates)}</span>${errorCode || error ? html` <span class="negative">${[errorCode, error].filter(Boolean).join(': ')}</span>` : nothing}`,
      ],
    ),
    [texts.sourceProduct, [terms.word('product', sourceProduct), entityId].filter(Boolean).join(' · ')],
    [texts.bonusId, bonusId],
  ];
}

function renderOrder({ items, total }: NonNullable<CustomerEvent['order']>, scene: RowScene): TemplateResult {
  const { texts, dates } = scene;
  return html`<table class="order">
    <thead>
      <tr><th scope="col">${texts.product}</th><th scope="col" class="number">${texts.quantity}</th><th scope="col" class="number">${texts.amount}</th></tr>
    </thead>
    <tbody>
      ${items.map(
        ({ product, quantity, amount }) => html`<tr>
          <td>${renderEventProduct(product, scene, 0)}</td>
          <td class="number">${quantity === undefined ? renderNoValue(texts) : formatNumber(quantity, dates.language)}</td>
          <td class="number">${amount ? writeMoney(amount, scene) : renderNoValue(texts)}</td>
        </tr>`,
      )}
    </tbody>
    ${total ? html`<tfoot><tr><th scope="row">${texts.total}</th><td></td><td class="number">${writeMoney(total, scene)}</td></tr></tfoot>` : nothing}
  </table>`;
}

/** The campaign leads to its decision in the section of campaigns, or to where the host wants. */
function renderCampaign(event: CustomerEvent, scene: FactsScene): TemplateResult {
  const { campaign } = event;
  const words = [campaign?.name ?? campaign?.campaignId, campaign?.type].filter(Boolean).join(' · ');
  return html`<button type="button" class="link" @click=${() => scene.openCampaign(event)}>${clampText(words)}</button>`;
}

/** A value, or the mask over it with its button (PR6, PR7). */
export function renderHidden(id: string, name: string, content: () => unknown, scene: FactsScene, hidden = scene.masksProperty(name)): unknown {
  const { secrets, texts } = scene;
  return hidden ? renderSecret({ name, state: secrets.state(id), texts, toggle: () => secrets.toggle(id, name), content }) : content();
}
