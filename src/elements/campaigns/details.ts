import { css, nothing, type TemplateResult } from 'lit';
import { formatDay, formatInstant } from '../../format/date.js';
import { allowedLink, type LinkRules } from '../../format/link.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { impactText } from '../../i18n/impact-words.js';
import { type CampaignDetailsMessages, englishCampaignDetails } from '../../i18n/slices/campaign-details.js';
import { englishIdentity, type IdentityMessages } from '../../i18n/slices/identity.js';
import { channelText, factText } from '../../i18n/words.js';
import { sumByImpact } from '../../model/attributed.js';
import type { Bonus, CampaignDecision, Communication, Journey, LifecycleFact } from '../../model/campaign.js';
import type { Instant } from '../../model/day.js';
import type { KpiSeries } from '../../model/impact.js';
import type { Maskable } from '../../model/masking.js';
import { toDecimal } from '../../model/money.js';
import { channelIcon } from '../../ui/channel-icon.js';
import { html } from '../../ui/html.js';
import { longText } from '../../ui/long-text.js';
import { renderSecret, type SecretKeeper, secretStyles } from '../../ui/secret.js';
import { attributedValue, messagesOf, outcomeOf, reasonOf, STEPS, wasContacted } from './outcome.js';
import { maskableFact, maskableReason, maskableText } from './personal.js';
import { decisionWords, moneyText, stepText, type Writing } from './wording.js';

/** English texts only an opened row needs. */
export const english: CampaignDetailsMessages & IdentityMessages = { ...englishIdentity, ...englishCampaignDetails };

/** Texts of the row and of what is behind it. */
export type DetailsTexts = Writing['texts'] & CampaignDetailsMessages & IdentityMessages;

export interface DetailsWriting extends Writing {
  readonly texts: DetailsTexts;
}

export interface DetailsContext {
  readonly writing: DetailsWriting;
  /** Level of the headings inside. */
  readonly level: number;
  readonly now: Instant;
  /** Shown among the documented columns too, and masked as it is elsewhere. */
  readonly customerId: string;
  readonly links: LinkRules;
  readonly secrets: SecretKeeper;
  /** The series of the chart that goes by this key, where the chart is on the page. */
  readonly seriesOf: (key: string) => Pick<KpiSeries, 'label' | 'unit' | 'currency'> | undefined;
  /** Shows the message itself. */
  readonly showMessage: (message: Communication) => void;
  /** What shows a message could not be loaded. */
  readonly messageFailed: boolean;
}

/** Style of opened rows, adopted when the first one is opened. */
export const detailsStyles = css`
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background-color: var(--_surface-raised);
    cursor: auto;
  }
  .group.wide {
    grid-column: 1 / -1;
  }
  .group > [role='heading'] {
    margin-block-end: var(--_space);
    font-weight: 600;
  }
  .pairs > div {
    display: grid;
    grid-template-columns: minmax(5em, 8.5em) minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 0.5);
    overflow-wrap: anywhere;
  }
  .pairs.inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    font-size: var(--_size-s);
  }
  .pairs.inline > div {
    display: block;
  }
  .pairs.inline :is(dt, dd) {
    display: inline;
  }
  .pairs :is(dt, small),
  .group .table-name {
    color: var(--_text-muted);
  }
  .pairs small,
  .group .table-name {
    display: block;
    overflow-wrap: anywhere;
    font-size: calc(var(--_size-m) * 0.85);
  }
  .item + .item,
  .pairs + .table-name {
    margin-block-start: calc(var(--_space) * 3);
  }
  .item > p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    padding-block: var(--_space);
    overflow-wrap: anywhere;
  }
  .ledger {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .ledger :is(th, td) {
    padding-block: calc(var(--_space) * 0.5);
    padding-inline: 0 calc(var(--_space) * 4);
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  .ledger thead {
    color: var(--_text-muted);
  }
  .ledger .amount {
    text-align: end;
  }
  .scroll {
    overflow-x: auto;
  }
  ${secretStyles}
`;

type Pair = readonly [label: unknown, value: unknown];
/** Longest text shown at once (V17). */
const LONGEST = 500;

/** Everything known of one decision, group by group; a group about which nothing is known is not there. */
export function renderDetails(row: CampaignDecision, context: DetailsContext): TemplateResult {
  const { texts } = context.writing;
  const messages = messagesOf(row);
  return html`<div class="groups">
    ${renderGroup(texts.decision, renderPairs(decisionPairs(row, context), context), context)} ${renderGroup(texts.campaign, renderPairs(campaignPairs(row, context), context), context)}
    ${wasContacted(row) ? renderGroup(texts.outcome, renderOutcome(row, context), context) : nothing}
    ${row.journey ? renderGroup(texts.journey, renderJourney(row.journey, context), context) : nothing}
    ${
      messages.length
        ? renderGroup(
            texts.messages,
            messages.map((message) => renderMessage(message, context)),
            context,
            true,
          )
        : nothing
    }
    ${row.attribution.length ? renderGroup(`${texts.attributed}, ${texts.mayStillChange}`, renderMoney(row, context), context, true) : nothing}
    ${
      row.bonuses.length
        ? renderGroup(
            texts.bonuses,
            row.bonuses.map((bonus) => renderBonus(bonus, context)),
            context,
          )
        : nothing
    }
    ${
      row.kpisThatDay.length
        ? renderGroup(
            texts.kpisThatDay,
            renderPairs(
              row.kpisThatDay.map(([key, value]) => figurePair(key, value, context)),
              context,
            ),
            context,
          )
        : nothing
    }
    ${row.facts.length ? renderGroup(texts.furtherFields, renderFacts(row, context), context) : nothing}
  </div>`;
}

function renderGroup(title: string, content: unknown, { level }: DetailsContext, wide = false): TemplateResult {
  return html`<div class="group ${wide ? 'wide' : ''}"><div role="heading" aria-level=${level}>${title}</div>${content}</div>`;
}

/** Pairs of label and value; those without a value are not provided and have no place. */
function renderPairs(pairs: readonly Pair[], { writing: { texts } }: DetailsContext, inline = false): TemplateResult {
  const given = pairs.filter(([, value]) => value !== undefined && value !== '');
  return html`<dl class="pairs ${inline ? 'inline' : ''}">
    ${given.map(([label, value]) => html`<div><dt>${label}</dt> <dd>${typeof value === 'string' ? html`<bdi>${longText(value, { texts, first: LONGEST })}</bdi>` : value}</dd></div>`)}
  </dl>`;
}

/** A figure under the name it has in the chart, with its unit; a day without a snapshot has none (T24). */
function figurePair(key: string, value: string | null, { writing, seriesOf }: DetailsContext): Pair {
  const { texts, terms, language, currency } = writing;
  const series = seriesOf(key);
  const label = series?.label ?? terms.figure(key) ?? nameOfKey(key);
  if (value === null) return [label, html`<span class="muted">${texts.noSnapshot}</span>`];
  const amount = toDecimal(value);
  if (amount === undefined) return [label, value];
  return [
    label,
    // Where the chart is not on the page, a documented column says by its name that it holds an amount (O13).
    (series ? series.unit === 'money' : /_AMOUNT$/.test(key))
      ? formatMoney({ amount, ...(series?.currency && { currency: series.currency }) }, language, { currency })
      : formatNumber(amount, language),
  ];
}

function moment(at: Instant | null | undefined, { writing: { language, timeZone, texts } }: DetailsContext): string | undefined {
  return at === undefined ? undefined : formatInstant(at, { language, timeZone, unknown: texts.unknownDate });
}

/** `grossSales` and `ECOM_TOTAL_ORDERS` as words, for figures without a familiar name. */
function nameOfKey(key: string): string {
  const words = clampText(key, 80)
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Text that may tell who the customer is: shown, or masked until it is revealed. */
function personal(
  name: string,
  id: string,
  value: Maskable,
  text: string,
  { secrets, writing: { texts } }: DetailsContext,
  content: unknown = html`<bdi>${longText(text, { texts, first: LONGEST })}</bdi>`,
): unknown {
  if (!secrets.isMasked(value)) return content;
  return renderSecret({ name, state: secrets.state(id), texts, toggle: () => secrets.toggle(id, value.key), content: () => content });
}

function decisionPairs(row: CampaignDecision, context: DetailsContext): readonly Pair[] {
  const { texts, terms, language } = context.writing;
  const reason = reasonOf(row);
  return [
    [texts.decision, decisionWords(row, texts)],
    [texts.reason, reason && personal(texts.reason, `reason ${row.id}`, maskableReason(reason), reason, context)],
    [texts.takenFromPlan, row.takenFrom],
    [texts.date, formatDay(row.executionDate, { language, unknown: texts.unknownDate })],
    [texts.targetGroup, row.targetGroup],
    [texts.segment, row.segment?.name ?? row.segment?.id],
    [texts.segmentId, row.segment?.name && row.segment.id],
    [texts.segmentType, join(terms.word('segment', row.segment?.type), terms.word('segment', row.segment?.status))],
    [texts.segmentCreated, moment(row.segment?.createdAt, context)],
    [texts.segmentUpdated, moment(row.segment?.updatedAt, context)],
    [texts.updated, moment(row.updatedAt, context)],
    [texts.source, row.source],
  ];
}

function campaignPairs(
  { campaign, action, planId, planDetailId, channels, promotionId, tags }: CampaignDecision,
  { writing: { texts, terms } }: DetailsContext,
): readonly Pair[] {
  return [
    [texts.campaign, campaign.name ?? texts.detailsUnavailable],
    [texts.campaignId, campaign.id],
    [texts.category, terms.word('category', campaign.category)],
    [texts.execution, terms.word('execution', campaign.execType)],
    [texts.status, terms.word('status', campaign.status)],
    [texts.action, action?.name],
    [texts.actionId, action?.id],
    [texts.plan, planId],
    [texts.planDetail, planDetailId],
    ...channels.map(({ name, template, providerName }): Pair => [channelText(name, texts), join(template, providerName) ?? texts.detailsUnavailable]),
    [texts.promotion, promotionId],
    [texts.tags, tags.join(', ')],
  ];
}

function join(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** Each step with how many messages reached it; what was not observed may still have happened (T30). */
function renderOutcome(row: CampaignDecision, context: DetailsContext): TemplateResult {
  const { writing } = context;
  const { texts, language } = writing;
  const outcome = outcomeOf(row);
  const steps: Pair[] = STEPS.slice(0, -1).map((step) => {
    const count = outcome.reached[step];
    return [stepText(step, outcome, texts), count ? formatNumber(count, language) : texts.notObserved];
  });
  if (outcome.failed) steps.push([texts.decisionFailed, formatNumber(outcome.failed, language)]);
  if (outcome.optedOut) steps.push([texts.factOptedOut, formatNumber(outcome.optedOut, language)]);
  // The two meanings of conversion, each for itself (S22).
  return renderPairs(
    [
      ...steps,
      [texts.journeyConverted, outcome.journeyConverted ? moment(row.journey?.convertedAt, context) : texts.notObserved],
      [texts.depositAttributed, outcome.depositAttributed ? moneyText(attributedValue(row), writing) : texts.notObserved],
    ],
    context,
  );
}

function renderMessage(message: Communication, context: DetailsContext): TemplateResult {
  const { texts, terms } = context.writing;
  const { communicationId: id, channel, subject, lifecycle } = message;
  return html`<div class="item" part="message">
    <p>
      ${channelIcon(channel)()}<span>${channelText(channel, texts)}</span>
      ${subject ? personal(texts.messages, `subject ${id}`, maskableText('subject'), subject, context, longText(subject, { texts, first: 300, draw: (words) => html`<b><bdi>${words}</bdi></b>` })) : nothing}
      <button type="button" class="link" @click=${() => context.showMessage(message)}>${texts.showMessage}</button>${context.messageFailed ? html`<span class="negative" role="alert">${texts.errorUnreachable}</span>` : nothing}
    </p>
    <ol class="steps">
      ${lifecycle.map((fact) => html`<li>${factText(fact, channel, texts)} <span class="muted number">${moment(fact.at, context)}</span> ${renderFactDetails(fact, id, context)}</li>`)}
    </ol>
    ${renderPairs(
      [
        [texts.resource, message.resource],
        [texts.variation, message.variation],
        [texts.provider, message.providerName],
        [texts.activity, terms.word('activity', message.activityType)],
        [texts.plannedTime, moment(message.plannedSendAt, context)],
        [texts.reason, message.failReason && personal(texts.reason, `failed ${id}`, maskableReason(message.failReason), message.failReason, context)],
        [texts.messageId, id],
        [texts.gatewayId, message.gatewayId],
      ],
      context,
      true,
    )}
  </div>`;
}

/** The clicked link, if it may be followed, or the reason of a failure as it was given (S25). */
function renderFactDetails({ fact, details }: LifecycleFact, messageId: string, context: DetailsContext): unknown {
  if (!details) return nothing;
  const href = fact === 'click' ? allowedLink(details, context.links) : undefined;
  const { texts } = context.writing;
  const shown = longText(details, {
    texts,
    first: 200,
    draw: (words) => (href ? html`<a href=${href} target="_blank" rel="noopener noreferrer"><bdi>${words}</bdi></a>` : html`<bdi class="muted">${words}</bdi>`),
  });
  return personal(texts.details, `${fact} ${messageId}`, maskableText('details'), details, context, shown);
}

function renderJourney(journey: Journey, context: DetailsContext): TemplateResult {
  const { texts } = context.writing;
  const { stoppedAt, convertedAt, expectedStopAt, abTarget, activities } = journey;
  // A journey without a stop is open as long as its time is not up (S35).
  const isOpen = stoppedAt === undefined && (expectedStopAt === undefined || expectedStopAt > context.now);
  return html`${abTarget ? html`<p><span class="badge">${texts.abTest}</span></p>` : nothing}${renderPairs(
    [
      [texts.started, moment(journey.startedAt, context)],
      [texts.converted, moment(convertedAt, context)],
      [texts.stopped, stoppedAt === undefined ? (isOpen ? texts.stillOpen : texts.notObserved) : moment(stoppedAt, context)],
      [texts.expectedStop, moment(expectedStopAt, context)],
      [texts.abTest, abTarget === undefined ? undefined : abTarget ? texts.yes : texts.no],
      [texts.journeyId, journey.id],
    ],
    context,
  )}
    ${
      activities.length
        ? html`<details>
            <summary>${texts.activities} (${formatNumber(activities.length, context.writing.language)})</summary>
            ${renderPairs(
              activities.map(({ type, at, name }) => [moment(at, context) ?? '', join(context.writing.terms.word('activity', type), name)]),
              context,
            )}
          </details>`
        : nothing
    }`;
}

function renderMoney(row: CampaignDecision, context: DetailsContext): TemplateResult {
  const { writing } = context;
  const { texts, language, currency } = writing;
  const { attribution } = row;
  return html`<ul class="steps">
      ${sumByImpact(attribution).map(({ impact, asGiven, sums }) => html`<li class=${impact === 'indirect' ? 'muted' : nothing}>${impactText(impact, asGiven, texts)} <b class="number">${moneyText(sums, writing)}</b></li>`)}
      ${attribution.length > 1 ? html`<li>${texts.total} <b class="number">${moneyText(attributedValue(row), writing)}</b></li>` : nothing}
    </ul>
    <div class="scroll" role="group" aria-label=${texts.attributed} tabindex="0">
      <table class="ledger number">
        <thead>
          <tr>
            <th scope="col">${texts.date}</th>
            <th scope="col">${texts.impactKind}</th>
            <th scope="col" class="amount">${texts.value}</th>
            <th scope="col" class="amount">${texts.depositAsMade}</th>
            <th scope="col" class="amount">${texts.depositConverted}</th>
            <th scope="col">${texts.calculated}</th>
          </tr>
        </thead>
        <tbody>
          ${attribution.map(
            ({ date, at, value, impact, impactAsGiven, rawValue, convertedValue, calculatedAt }) =>
              html`<tr class=${impact === 'indirect' ? 'muted' : nothing}>
                <td>${at === undefined ? formatDay(date, { language, unknown: texts.unknownDate }) : moment(at, context)}</td>
                <td>${impactText(impact, impactAsGiven, texts)}</td>
                <td class="amount">${formatMoney(value, language, { currency })}</td>
                <td class="amount">${rawValue === undefined ? nothing : formatNumber(rawValue, language)}</td>
                <td class="amount">${convertedValue === undefined ? nothing : formatMoney(convertedValue, language, { currency })}</td>
                <td>${moment(calculatedAt, context)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** A bonus with its final status and how it came to it; of equal times the backend's order stands (S43, T13). */
function renderBonus({ bonusId, name, sourceProduct, entityId, history }: Bonus, context: DetailsContext): TemplateResult {
  const { texts, terms } = context.writing;
  const last = history.at(-1);
  return html`<div class="item" part="bonus">
    <p>${longText(name ?? bonusId, { texts, first: 200, draw: (words) => html`<b><bdi>${words}</bdi></b>` })}${last ? html`<span class="badge ${last.error || last.errorCode ? 'negative' : ''}">${terms.word('bonus', last.status)}</span>` : nothing}</p>
    <ol class="steps">
      ${history.map(({ status, at, error, errorCode }) => html`<li>${terms.word('bonus', status)} <span class="muted number">${moment(at, context)}</span> ${error || errorCode ? html`${longText(join(errorCode, error) ?? '', { texts, first: 200, draw: (words) => html`<bdi class="negative">${words}</bdi>` })}` : nothing}</li>`)}
    </ol>
    ${renderPairs(
      [
        [texts.sourceProduct, terms.word('product', sourceProduct)],
        [texts.entityId, entityId],
        [texts.bonusId, bonusId],
      ],
      context,
      true,
    )}
  </div>`;
}

/** Every documented column without a place of its own, by table, under the name it has there; 0 is a value, and so is its absence (T27). */
function renderFacts({ id, facts }: CampaignDecision, context: DetailsContext): readonly TemplateResult[] {
  const { texts } = context.writing;
  const tables = new Map<string, Pair[]>();
  facts.forEach(({ label, table = '', column, value }, index) => {
    const name = html`<bdi>${label ?? column}</bdi>${label ? html`<small><bdi>${column}</bdi></small>` : nothing}`;
    const shown =
      value === null
        ? html`<span class="muted">${texts.noValue}</span>`
        : personal(clampText(label ?? column, 80), `fact ${id} ${index}`, maskableFact(column, value, context.customerId), value, context);
    const pairs = tables.get(table);
    if (pairs) pairs.push([name, shown]);
    else tables.set(table, [[name, shown]]);
  });
  return [...tables].map(([table, pairs]) => html`${table ? html`<p class="table-name"><bdi>${table}</bdi></p>` : nothing}${renderPairs(pairs, context)}`);
}
