import { css, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../format/number.js';
import { clampText, initialsOf } from '../format/text.js';
import type { CommonMessages } from '../i18n/slices/common.js';
import type { IdentityMessages } from '../i18n/slices/identity.js';
import type { Customer, Flag, Identifier, Tone } from '../model/customer.js';
import type { Maskable } from '../model/masking.js';
import { type CopyKeeper, renderCopy } from './copy.js';
import { html } from './html.js';
import type { Icon } from './icon.js';
import { alertIcon, checkIcon, flagIcon, infoIcon, personIcon } from './icons.js';
import { longText } from './long-text.js';
import { pictureStyles, renderPicture } from './picture.js';
import { renderSecret, type SecretKeeper, secretStyles } from './secret.js';

/** The customer as an element that shows one sees it. */
export interface Identity {
  readonly customer: Customer;
  /** Address of the picture, judged by `format/link`. */
  readonly picture?: string;
  readonly texts: CommonMessages & IdentityMessages;
  readonly language: string;
  readonly secrets: SecretKeeper;
  readonly copies: CopyKeeper;
  /** Level of the name as a heading; a plain line without it. */
  readonly level?: number;
}

/** The name as something that can be masked. */
export const NAME: Maskable = { key: 'name', type: 'name', personal: true };

/** The customer's id as something that can be masked. */
const ID: Maskable = { key: 'id', type: 'id', personal: true };

/** How many identifiers stand in the open; the others fold. */
const SHOWN = 3;

const icons: { readonly [Kind in Tone]: Icon } = { bad: alertIcon, warning: alertIcon, info: infoIcon, good: flagIcon };

/** Style of the customer's header. */
export const identityStyles = [
  pictureStyles,
  secretStyles,
  css`
    .identity {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 0 calc(var(--_space) * 3);
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(var(--_space) * 3);
      min-block-size: 30px;
      min-inline-size: 0;
    }
    .identity > .flags {
      grid-column: 1 / -1;
      margin-block-end: calc(var(--_space) * 2);
    }
    .flags {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
      list-style: none;
    }
    .flag {
      display: inline-flex;
      align-items: center;
      gap: var(--_space);
      max-inline-size: 100%;
      padding: 2px calc(var(--_space) * 2);
      border: 1px solid var(--_tone);
      border-radius: var(--_radius);
      color: var(--_tone);
      font-weight: 600;
    }
    .flag.info {
      --_tone: var(--_accent);
    }
    .flag.good {
      --_tone: var(--_positive);
    }
    .flag.warning {
      --_tone: var(--_warning);
    }
    /* The one thing nobody may overlook before speaking to the customer. */
    .flag.bad {
      --_tone: var(--_negative);
      flex: 1 1 100%;
      padding-block: var(--_space);
      background-color: var(--_tone);
      color: var(--_surface);
      font-size: var(--_size-l);
    }
    .avatar {
      grid-row: span 2;
      display: flex;
    }
    .avatar .picture {
      inline-size: 40px;
      block-size: 40px;
      border-radius: 50%;
      background-color: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
      color: var(--_accent);
      font-size: var(--_size-l);
      font-weight: 600;
    }
    .name {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 calc(var(--_space) * 2);
      font-size: var(--_size-xl);
      font-weight: 600;
      line-height: 1.25;
      overflow-wrap: anywhere;
    }
    .name .icon-button {
      font-size: var(--_size-m);
    }
    .name .badge {
      border-color: var(--_edge);
      color: var(--_text-muted);
      font-weight: 400;
    }
    .identifiers {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 calc(var(--_space) * 4);
      color: var(--_text-muted);
      list-style: none;
    }
    .identity > .identifiers {
      grid-column: 2;
    }
    /* Beside the picture only the name; the rest has the whole width. */
    @container (max-width: 480px) {
      .avatar {
        grid-row: auto;
      }
      .who {
        display: contents;
      }
      .who > .flags,
      .identity > .identifiers {
        grid-column: 1 / -1;
        margin-block-start: calc(var(--_space) * 2);
      }
    }
    .identifiers li {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--_space);
      min-inline-size: 0;
    }
    .held {
      display: inline-flex;
      align-items: center;
      gap: 0 var(--_space);
      min-block-size: 24px;
      min-inline-size: 0;
    }
    .identifiers bdi {
      color: var(--_text);
      overflow-wrap: anywhere;
    }
  `,
];

/** Draws who the customer is: alerts first, then picture, name, status and every identifier. */
export function renderIdentity(identity: Identity): TemplateResult {
  const { customer, texts, language } = identity;
  const identifiers = identifiersOf(customer);
  const rest = identifiers.slice(SHOWN);
  return html`<div class="identity" part="identity">
    ${renderFlags(customer.flags, ['bad'], texts)}
    <span class="avatar">${renderAvatar(identity)}</span>
    <div class="who">
      <div class="name" part="name" role=${identity.level ? 'heading' : nothing} aria-level=${identity.level ?? nothing}>
        ${renderName(identity)} ${customer.status ? html`<span class="badge" part="customer-status">${clampText(customer.status, 60)}</span>` : nothing}
      </div>
      ${renderFlags(customer.flags, ['warning', 'info', 'good'], texts)}
    </div>
    <ul class="identifiers">
        ${identifiers.slice(0, SHOWN).map((identifier, index) => renderIdentifier(identifier, index, identity))}
        ${
          rest.length
            ? html`<li>
                <details>
                  <summary>${texts.moreIdentifiers(rest.length, formatNumber(rest.length, language))}</summary>
                  <ul class="identifiers">
                    ${rest.map((identifier, index) => renderIdentifier(identifier, SHOWN + index, identity))}
                  </ul>
                </details>
              </li>`
            : nothing
        }
      </ul>
  </div>`;
}

/** Draws what whoever speaks to the customer has to know; in the order of the tones, whatever order it came in. */
function renderFlags(flags: readonly Flag[], tones: readonly Tone[], texts: CommonMessages & IdentityMessages): TemplateResult | typeof nothing {
  const sorted = tones.flatMap((tone) => flags.filter((flag) => flag.tone === tone));
  if (sorted.length === 0) return nothing;
  return html`<ul class="flags" aria-label=${texts.alerts}>
    ${sorted.map(({ label, tone }) => html`<li class=${`flag ${tone}`} part="flag">${icons[tone]()}<bdi>${longText(label, { texts })}</bdi></li>`)}
  </ul>`;
}

/** The customer's name as it may be said aloud or written into a copy; `undefined` when there is none or it is masked. */
export function openName({ displayName }: Customer, secrets: SecretKeeper): string | undefined {
  return displayName && (!secrets.isMasked(NAME) || secrets.state(NAME.key) === 'revealed') ? clampText(displayName) : undefined;
}

/** What an identifier's type is called. */
export function identifierLabel({ type, label }: Identifier, texts: CommonMessages & IdentityMessages): string {
  const known: ReadonlyMap<string, string> = new Map([
    ['id', texts.customerIdLabel],
    ['email', texts.channelEmail],
    ['phone', texts.phone],
  ]);
  return clampText(label ?? known.get(type) ?? type, 40);
}

function renderAvatar({ customer, picture, language, secrets }: Identity): TemplateResult {
  const name = openName(customer, secrets);
  // A face is as telling as a name.
  const src = secrets.isMasked(NAME) && name === undefined ? undefined : picture;
  return renderPicture({ standIn: (name && initialsOf(name, language)) || personIcon(), ...(src !== undefined && { src }) });
}

function renderName({ customer, texts, secrets }: Identity): unknown {
  const { displayName, id } = customer;
  // Of somebody without a name the id is what people there call them.
  if (!displayName) return secrets.isMasked(ID) ? html`<span class="muted">${texts.customer}</span>` : html`<bdi>${longText(id, { texts })}</bdi>`;
  const content = () => html`<bdi>${longText(displayName, { texts })}</bdi>`;
  if (!secrets.isMasked(NAME)) return content();
  return renderSecret({ name: texts.name, state: secrets.state(NAME.key), texts, toggle: () => secrets.toggle(NAME.key, NAME.key), content });
}

/** The id comes first, unless the answer lists it itself. */
function identifiersOf({ id, identifiers }: Customer): readonly Identifier[] {
  return identifiers.some(({ value }) => value === id) ? identifiers : [{ type: 'id', value: id }, ...identifiers];
}

function renderIdentifier(identifier: Identifier, index: number, { texts, secrets, copies }: Identity): TemplateResult {
  const { type, value, verified } = identifier;
  const name = identifierLabel(identifier, texts);
  const id = `identifier-${index}`;
  const content = () =>
    html`<bdi>${longText(value, { texts })}</bdi>${verified ? html`<span class="positive" title=${texts.verified}>${checkIcon()}<span class="visually-hidden">${texts.verified}</span></span>` : nothing}${renderCopy(id, name, () => value, copies, texts)}`;
  return html`<li part="identifier">
    <span>${name}</span
    ><span class="held"
      >${
        secrets.isMasked({ key: type, type, personal: true })
          ? renderSecret({ name, state: secrets.state(id), texts, toggle: () => secrets.toggle(id, type), content })
          : content()
      }</span
    >
  </li>`;
}
