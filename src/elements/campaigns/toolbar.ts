import { nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import { channelText, decisionText, knownChannel } from '../../i18n/words.js';
import type { CampaignPage, Decision } from '../../model/campaign.js';
import { channelIcon } from '../../ui/channel-icon.js';
import { html } from '../../ui/html.js';
import { keepKeys } from '../../ui/keys.js';
import { arrowDownIcon, arrowUpIcon } from '../../ui/shared-icons.js';
import { type CampaignFilters, countFor, type DecisionFilter, type Facets, NOT_RECEIVED } from './filter.js';
import { COLUMNS, type Order } from './order.js';
import type { Writing } from './wording.js';

export interface Toolbar {
  readonly filters: CampaignFilters;
  /** By decision, of the rows that pass the other filters. */
  readonly counts: ReadonlyMap<Decision, number>;
  readonly facets: Facets;
  readonly order: Order;
  /** Whether the further filters are shown where they are folded away. */
  readonly showsFields: boolean;
  readonly setFilters: (filters: CampaignFilters) => void;
  readonly setOrder: (order: Order) => void;
}

/** Filters with their counts, and the order for layouts without a header. */
export function renderToolbar(toolbar: Toolbar, writing: Writing): TemplateResult {
  const { filters, facets, order, showsFields, setFilters, setOrder } = toolbar;
  const { texts, terms } = writing;
  const set = (change: CampaignFilters) => setFilters({ ...filters, ...change });
  return html`<div class="toolbar no-print" part="toolbar">
    <div class="chips" role="group" aria-label=${texts.filter}>${renderDecisions(toolbar, writing)}</div>
    <div class="fields ${showsFields ? '' : 'folded'}">
      ${renderChoice(
        texts.channel,
        facets.channels,
        filters.channel,
        (channel) => set({ channel }),
        texts,
        (channel) => channelText(channel, texts),
      )}
      ${renderChoice(
        texts.category,
        facets.categories,
        filters.category,
        (category) => set({ category }),
        texts,
        (category) => terms.word('category', category),
      )}
      <input
        type="search"
        aria-label=${texts.searchCampaigns}
        placeholder=${texts.searchCampaigns}
        .value=${filters.text ?? ''}
        @keydown=${keepKeys}
        @input=${(event: InputEvent) => event.target instanceof HTMLInputElement && set({ text: event.target.value })}
      />
      <span class="order">
        <select aria-label=${texts.sortBy} @change=${(event: Event) => setOrder({ ...order, key: COLUMNS[selectedIndex(event)] ?? order.key })}>
          ${COLUMNS.map((key) => html`<option ?selected=${key === order.key}>${texts[key]}</option>`)}
        </select>
        <button
          type="button"
          class="icon-button"
          aria-label=${order.descending ? texts.descending : texts.ascending}
          title=${order.descending ? texts.descending : texts.ascending}
          @click=${() => setOrder({ ...order, descending: !order.descending })}
        >
          ${order.descending ? arrowDownIcon() : arrowUpIcon()}
        </button>
      </span>
    </div>
  </div>`;
}

/** The wide kinds first; the ways not to get a campaign one by one while they are looked at. */
function renderDecisions({ filters, counts, setFilters }: Toolbar, { texts, language }: Writing): unknown {
  const active = filters.decision ?? 'all';
  const amongMissed = active === 'not-received' || NOT_RECEIVED.some((decision) => decision === active);
  const chip = (filter: DecisionFilter, label: string, always = false) => {
    const count = countFor(filter, counts);
    if (!count && !always && filter !== active) return nothing;
    return html`<button type="button" class="chip" part="filter" aria-pressed=${filter === active} @click=${() => setFilters({ ...filters, decision: filter })}>
      ${label} <span class="number muted">${formatNumber(count, language)}</span>
    </button>`;
  };
  const ways = NOT_RECEIVED.filter((decision) => decision === 'control' || amongMissed);
  return [
    chip('all', texts.all, true),
    chip('received', texts.received, true),
    chip('not-received', texts.notReceived, true),
    ...ways.map((decision) => chip(decision, decision === 'control' ? texts.controlGroup : decisionText(decision, undefined, texts), decision === 'control')),
    chip('planned', texts.decisionPlanned),
    chip('other', texts.otherDecisions),
  ];
}

function renderChoice(
  label: string,
  values: readonly string[],
  chosen: string | undefined,
  choose: (value: string | undefined) => void,
  texts: Writing['texts'],
  write: (value: string) => string,
): unknown {
  // One value is no choice, unless it was chosen before another customer came.
  const options = chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
  if (options.length < 2 && chosen === undefined) return nothing;
  return html`<select aria-label=${label} @change=${(event: Event) => choose(options[selectedIndex(event) - 1])}>
    <option ?selected=${chosen === undefined}>${label}: ${texts.all}</option>
    ${options.map((value) => html`<option ?selected=${value === chosen}>${clampText(write(value), 60)}</option>`)}
  </select>`;
}

function selectedIndex({ target }: Event): number {
  return target instanceof HTMLSelectElement ? target.selectedIndex : -1;
}

/** How often the customer heard from us, against what the host allows for each channel and week. */
export function renderPressure(
  pressure: NonNullable<CampaignPage['contactPressure']>,
  caps: { readonly [channel: string]: number } | undefined,
  { texts, language }: Writing,
): TemplateResult | typeof nothing {
  const heard = pressure.filter(({ channel, last30Days }) => last30Days > 0 || capOf(channel, caps) !== undefined);
  if (!heard.length) return nothing;
  const write = (count: number) => formatNumber(count, language);
  return html`<ul class="pressure small" part="pressure" aria-label=${texts.contactPressure}>
    <li class="muted" aria-hidden="true">${texts.contactPressure}</li>
    ${heard.map(({ channel, last7Days, last30Days }) => {
      const cap = capOf(channel, caps);
      const week = cap === undefined ? write(last7Days) : texts.countOf(write(last7Days), write(cap));
      const isReached = cap !== undefined && last7Days >= cap;
      return html`<li>
        ${channelIcon(channel)()}
        <bdi>${clampText(channelText(channel, texts), 60)}</bdi>
        <b class="number ${isReached ? 'warning' : ''}" aria-hidden="true">${week}</b><span class="number muted" aria-hidden="true"> · ${write(last30Days)}</span
        ><span class="visually-hidden">${texts.messagesReceived(week, write(last30Days))}</span>
        ${isReached ? html`<span class="warning">${texts.capReached}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}

/** The host's limit for a channel, whatever spelling of it the host and the backend use. */
function capOf(channel: string, caps: { readonly [channel: string]: number } | undefined): number | undefined {
  const same = (name: string) => (knownChannel(name) ?? name) === (knownChannel(channel) ?? channel);
  const cap = Object.entries(caps ?? {}).find(([name]) => same(name))?.[1];
  return typeof cap === 'number' && cap >= 0 ? cap : undefined;
}
