import { nothing, type TemplateResult } from 'lit';
import { type DateStyle, formatTime } from '../../format/date.js';
import { allowedImage, allowedLink, type LinkRules } from '../../format/link.js';
import { formatMoney } from '../../format/money.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { TimelineMessages } from '../../i18n/slices/timeline.js';
import type { Communication } from '../../model/campaign.js';
import type { Instant } from '../../model/day.js';
import { type CustomerEvent, laneOf } from '../../model/event.js';
import { MASK } from '../../model/masking.js';
import type { Money } from '../../model/money.js';
import type { Product } from '../../model/product.js';
import { channelIcon } from '../../ui/channel-icon.js';
import { html } from '../../ui/html.js';
import { laneMark } from '../../ui/lane.js';
import { renderProduct } from '../../ui/product.js';
import type { EventNames } from './event-names.js';
import { outcomeOf } from './lifecycle.js';

/** What a row needs to know about whoever looks. */
export interface RowScene {
  readonly texts: SharedMessages & TimelineMessages;
  readonly dates: DateStyle;
  readonly names: EventNames;
  readonly now: Instant;
  readonly currency: string | undefined;
  readonly links: LinkRules;
  readonly images: LinkRules;
  /** What people wrote to the customer may name them (S9). */
  readonly masksWords: boolean;
  /** Whether a property of a custom event is hidden. */
  readonly masksProperty: (name: string) => boolean;
  readonly openProduct: (product: Product, url: string | undefined) => boolean;
}

/** Where a row stands in the list. */
export interface RowPlace {
  /** Its `data-index`. */
  readonly index: number;
  readonly position: number;
  readonly size: number;
  readonly tabStop: boolean;
  /** Out of sight, kept because it has the focus. */
  readonly away: boolean;
  readonly open: boolean;
  /** What is behind it, when open. */
  readonly facts: unknown;
}

/** Draws one line of Activity Details: time and name, then campaign type or product (B24). */
export function renderEvent(event: CustomerEvent, place: RowPlace, scene: RowScene): TemplateResult {
  const { dates } = scene;
  const tab = place.tabStop ? 0 : -1;
  const { message } = event;
  const masked = scene.masksWords && message !== undefined;
  const kind = clampText(scene.names.kind(event), 60);
  const name = masked ? kind : clampText(scene.names.event(event));
  return html`<li class="event ${place.open ? 'open' : ''} ${place.away ? 'away' : ''}" part="event" data-index=${place.index} aria-posinset=${place.position} aria-setsize=${place.size}>
    <bdi class="time number muted">${event.day ? nothing : formatTime(event.at, { ...dates, unknown: '' })}</bdi>
    <span class=${laneMark(laneOf(event.category))}></span>
    <button type="button" class="plain name" data-focus tabindex=${tab} aria-expanded=${place.open}>
      ${message ? renderMessage(message, name, kind, scene) : html`<bdi>${name}</bdi>${sameWords(name, kind) ? nothing : html`<span class="muted"> · ${kind}</span>`}`}
    </button>
    <span class="context muted">${renderContext(event, scene, tab)}</span>
    ${place.open ? html`<div class="facts">${place.facts}</div>` : nothing}
  </li>`;
}

/** A message with what came of it: sent, delivered, seen, clicked as far as it was observed; failed with its reason. */
function renderMessage(message: Communication, name: string, kind: string, { texts, now, dates, masksWords }: RowScene): TemplateResult {
  const { steps, note, failure, isTrouble } = outcomeOf(message, texts, now, (at) => formatTime(at, dates));
  const words = [clampText(steps.join(' › ')), failure && !masksWords ? clampText(failure, 120) : '', note].filter(Boolean);
  return html`<span class="channel muted">${channelIcon(message.channel)()}<span class="visually-hidden">${kind}</span></span><bdi>${name}</bdi>
    <span class="outcome small ${isTrouble ? 'negative' : 'muted'}">${words.join(' · ')}</span>`;
}

/** Right: what was bought or looked at, else the campaign, else what a custom event says. */
function renderContext(event: CustomerEvent, scene: RowScene, tab: number): unknown {
  const { order, product, message, campaign, value, properties } = event;
  const { texts } = scene;
  if (message) {
    const words = campaign?.type ?? campaign?.name ?? texts.details;
    return html`<button type="button" class="link message" tabindex=${tab} aria-haspopup="dialog"><bdi>${clampText(words, 60)}</bdi></button>`;
  }
  const shown = product ?? order?.items[0]?.product;
  const rest = (order?.items.length ?? 0) - 1;
  const total = order?.total ?? value;
  const money = total && writeMoney(total, scene);
  if (shown) {
    return html`${renderEventProduct(shown, scene, tab)}${rest > 0 ? html`<bdi class="number">+${formatNumber(rest, scene.dates.language)}</bdi>` : nothing}${money ? html`<bdi class="number">${money}</bdi>` : nothing}`;
  }
  if (money) return html`<bdi class="number">${money}</bdi>`;
  const words = campaign?.name ?? campaign?.type;
  if (words && !sameWords(words, event.name ?? '')) return html`<bdi>${clampText(words, 60)}</bdi>`;
  const [property] = properties;
  return property ? html`<bdi>${clampText(property[0], 30)}: ${scene.masksProperty(property[0]) ? MASK : clampText(property[1], 60)}</bdi>` : nothing;
}

/** A product with its name and price on hover and focus (B26), leading to the catalog (B27). */
export function renderEventProduct(product: Product, scene: RowScene, tabIndex: number): TemplateResult {
  const { price } = product;
  const [name, href, picture] = [clampText(product.name), allowedLink(product.url, scene.links), allowedImage(product.imageUrl, scene.images)];
  return renderProduct({
    name,
    ...(price && { price: writeMoney(price, scene) }),
    ...(picture && { picture }),
    ...(href && { href }),
    openLabel: name,
    content: html`<bdi class="product-name">${clampText(name, 60)}</bdi>`,
    tabIndex,
    onOpen: (event) => {
      if (!scene.openProduct(product, href)) event.preventDefault();
    },
  });
}

export function writeMoney(money: Money, { dates, currency }: Pick<RowScene, 'dates' | 'currency'>): string {
  return formatMoney(money, dates.language, { ...(currency && { currency }) });
}

function sameWords(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
