import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Terms } from '../../data/terms.js';
import { formatDay } from '../../format/date.js';
import { type FieldStyle, formatFieldValue } from '../../format/field-value.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { IdentityMessages } from '../../i18n/slices/identity.js';
import type { ProfileMessages } from '../../i18n/slices/profile.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { Field, FieldValue, Profile } from '../../model/customer.js';
import { NotEnabled, NothingThere, SourceError } from '../../model/source-error.js';
import { html } from '../../ui/html.js';
import { chevronDownIcon } from '../../ui/icons.js';
import { keepKeys } from '../../ui/keys.js';
import { longText } from '../../ui/long-text.js';
import { externalLinkIcon, pencilIcon, pinIcon, pinOffIcon } from '../../ui/profile-icons.js';
import { renderSecret } from '../../ui/secret.js';
import { emptyText, errorTitle } from '../../ui/status.js';
import { tooltip } from '../../ui/tooltip.js';
import { renderNoValue } from '../../ui/value.js';
import type { Secrets } from '../secrets.js';
import { type AttributeGroup, type AttributeRow, fold, listAttributes } from './attributes.js';

/** What the block shows and whom it tells. */
export interface AttributeView {
  readonly profile: Profile;
  readonly visible: readonly string[] | undefined;
  readonly pins: readonly string[];
  readonly texts: SharedMessages & IdentityMessages & ProfileMessages;
  readonly terms: Terms;
  readonly style: FieldStyle;
  readonly level: number;
  /** An older snapshot is shown: the other values are today's. */
  readonly isPast: boolean;
  /** Where room is scarce the attributes come folded, so that what happened is not far below. */
  readonly folds: boolean;
  readonly secrets: Secrets;
  /** Reads a value the answer left out because it is sensitive. */
  readonly readField: ((key: string, signal: AbortSignal) => Promise<FieldValue>) | undefined;
  readonly pin: (keys: readonly string[]) => void;
  readonly customize: (key?: string) => void;
  /** What became of the last choice for all customers. */
  readonly outcome: TemplateResult | undefined;
}

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** Lines drawn before somebody asks for the rest: enough to choose from, and as fast for 500 attributes as for 50. */
const LIMIT = 60;
/** A text is cut here, and the rest shown when asked for (V17). */
const MOST_LETTERS = 160;
/** Longer groups may go on in the next column. */
const LONG_GROUP = 12;
/** Longer texts stand below their name instead of beside it. */
const WIDE = 40;

/** The attributes: chosen ones, searchable among all; typed, pinned, masked; with what another snapshot says. */
export class AttributeBlock implements ReactiveController {
  readonly #host: Host;
  #listening: AbortController | undefined;
  /** Paper has no place to press for more: while it is printed everything is there. */
  #onPaper = false;
  #query = '';
  #all = false;
  #isOpen = false;
  #limit = LIMIT;
  #failure = '';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#onPaper = false;
  }

  /** What is worth saving: what is searched for, and whether all are shown. */
  get viewState(): { readonly query: string; readonly all: boolean; readonly open: boolean } {
    return { query: this.#query, all: this.#all, open: this.#isOpen };
  }
  set viewState({ query, all, open }: { readonly query?: unknown; readonly all?: unknown; readonly open?: unknown }) {
    this.#query = typeof query === 'string' ? query : '';
    this.#isOpen = open === true;
    this.#change({ all: all === true });
  }

  /** Another customer begins anew. */
  clear(): void {
    this.#failure = '';
    this.#limit = LIMIT;
  }

  /** Says that something could not be done. */
  fail(failure: string): void {
    this.#failure = failure;
    this.#host.requestUpdate();
  }

  #print(onPaper: boolean): void {
    this.#onPaper = onPaper;
    this.#host.requestUpdate();
  }

  #showAll(): void {
    this.#limit = Number.POSITIVE_INFINITY;
    this.#host.requestUpdate();
  }

  render(view: AttributeView): TemplateResult {
    const { texts, level, folds } = view;
    const isOpen = !folds || this.#isOpen || this.#onPaper;
    return html`<div class="block attributes" part="attributes">
      <div class="bar">
        <div class="title" role="heading" aria-level=${level}>
          ${
            folds
              ? html`<button type="button" class="plain disclosure" aria-expanded=${isOpen} aria-controls="attributes" @click=${() => this.#fold(!isOpen)}>${chevronDownIcon()}${texts.attributes}</button>`
              : texts.attributes
          }
        </div>
        <button type="button" class="no-print" part="customize" @click=${() => view.customize()}>${texts.customize}</button>
      </div>
      ${view.outcome}
      <div id="attributes" ?hidden=${!isOpen}>${isOpen ? this.#renderList(view) : nothing}</div>
      <p class="small negative" role="alert">${this.#failure}</p>
    </div>`;
  }

  #renderList(view: AttributeView): TemplateResult {
    const { profile, texts, style } = view;
    const query = fold(this.#query.trim());
    const { groups, shown, left, total } = listAttributes(profile, {
      visible: view.visible,
      pins: view.pins,
      all: this.#all || query !== '',
      limit: this.#onPaper ? Number.POSITIVE_INFINITY : this.#limit,
      ...(query && { matches: (row) => this.#text(row, view).includes(query) }),
    });
    const number = (count: number) => formatNumber(count, style.language);
    const counted = texts.attributesShown(number(shown), number(total));
    return html`${
      total > shown || this.#query || this.#all
        ? html`<input class="no-print" type="search" part="attribute-search" placeholder=${texts.searchAttributes} aria-label=${texts.searchAttributes} autocomplete="off" spellcheck="false" .value=${this.#query} @input=${this.#onInput} @keydown=${keepKeys} @keypress=${keepKeys} @keyup=${keepKeys} />`
        : nothing
    }
      <div class="groups">${groups.map((group) => this.#renderGroup(group, view))}</div>
      ${groups.length === 0 ? html`<p class="muted">${query ? texts.noAttributeMatches : total === 0 ? texts.nothingEver : texts.noAttributes}</p>` : nothing}
      ${left ? html`<button type="button" class="no-print" @click=${() => this.#showAll()}>${texts.moreAttributes(left, number(left))}</button>` : nothing}
      <p class="muted small" ?hidden=${total === 0}>
        <span>${counted}</span><span class="visually-hidden" role="status">${query ? counted : nothing}</span>
        ${query || (!this.#all && shown >= total) ? nothing : html`<button type="button" class="link no-print" @click=${() => this.#change({ all: !this.#all })}>${this.#all ? texts.showChosenAttributes : texts.showAllAttributes}</button>`}
      </p>`;
  }

  #renderGroup({ name, pinned, rows }: AttributeGroup, view: AttributeView): TemplateResult {
    const title = pinned ? view.texts.pinned : clampText(name ?? view.texts.otherAttributes, 80);
    return html`<div class=${rows.length > LONG_GROUP ? 'group' : 'group short'} role="group" aria-label=${title}>
      <p class="muted small"><bdi>${title}</bdi></p>
      <dl>${rows.map((row) => this.#renderRow(row, view))}</dl>
    </div>`;
  }

  #renderRow(row: AttributeRow, view: AttributeView): TemplateResult {
    const { texts, secrets, pins } = view;
    const { field, pinned } = row;
    const { key, sensitive } = field;
    const id = `field-${key}`;
    const name = nameOf(field, view.terms);
    const read = view.readField;
    const toggle = () => secrets.toggle(id, key, sensitive && (row.value ?? null) === null && read ? (signal) => read(key, signal) : undefined);
    const pin = ({ detail }: MouseEvent) => {
      view.pin(pinned ? pins.filter((other) => other !== key) : [...pins, key]);
      this.#followFocus(key, detail > 0);
    };
    const isLong = typeof row.value === 'string' && row.value.length > WIDE && !isHidden(row, view);
    const origin = tooltip(renderOrigin(row, view));
    return html`<div class=${isLong ? 'attribute long' : 'attribute'} part="attribute">
      <dt ${origin}>${field.label === undefined ? html`<code>${name}</code><span class="visually-hidden">${texts.noAlias}</span>` : html`<bdi>${name}</bdi>`}</dt>
      <dd>
        <span class="row-tools no-print"
          ><button type="button" class="plain icon-button" part="pin" data-key=${key} aria-label=${texts.pin(name)} aria-pressed=${pinned} @click=${pin}>${pinned ? pinOffIcon() : pinIcon()}</button
          ><button type="button" class="plain icon-button" part="edit" aria-label=${texts.customizeAttribute(name)} ${origin} @click=${() => view.customize(key)}>${pencilIcon()}</button></span
        >${
          isHidden(row, view)
            ? renderSecret({
                name,
                state: secrets.state(id),
                why: whyUnread(secrets.failure(id), texts),
                texts,
                toggle,
                content: () => this.#renderValue({ ...row, value: secrets.value(id) ?? row.value }, view),
              })
            : this.#renderValue(row, view)
        }
      </dd>
    </div>`;
  }

  #renderValue({ field, value, other }: AttributeRow, view: AttributeView): TemplateResult {
    const { profile, texts, style, isPast } = view;
    const { text, href, isNumber, isAbsent } = formatFieldValue(field, value, style);
    const link = (words: TemplateResult): TemplateResult =>
      href === undefined
        ? html`<bdi>${words}</bdi>`
        : href.startsWith('http')
          ? html`<a href=${href} target="_blank" rel="noopener noreferrer"><bdi>${words}</bdi>${externalLinkIcon()}<span class="visually-hidden">${texts.opensInNewTab}</span></a>`
          : html`<a href=${href}><bdi>${words}</bdi></a>`;
    const was = other === undefined ? undefined : clampText(formatFieldValue(field, other, style).text, 60);
    return html`<span class=${isNumber ? 'value number' : 'value'}
        >${isAbsent ? renderNoValue(texts) : longText(text, { texts, first: MOST_LETTERS, draw: link })}</span
      >${was === undefined ? nothing : html`<span class="was" title=${profile.previous?.asOf ? texts.asOf(formatDay(profile.previous.asOf, style)) : nothing}>${(isPast ? texts.valueToday : texts.valueWas)(was)}</span>`}`;
  }

  /** What a search looks through: never a value that is masked, or a search would tell it letter by letter. */
  #text(row: AttributeRow, view: AttributeView): string {
    const { field, value } = row;
    const text = view.secrets.isMasked(maskableOf(field)) ? '' : formatFieldValue(field, value, view.style).text;
    return fold(`${nameOf(field, view.terms)} ${field.label?.slice(0, 200) ?? ''} ${field.key.slice(0, 200)} ${field.group?.slice(0, 200) ?? ''} ${text}`);
  }

  readonly #onInput = ({ currentTarget }: InputEvent) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    this.#query = currentTarget.value;
    this.#change({});
  };

  #change({ all = this.#all }: { readonly all?: boolean }): void {
    this.#all = all;
    this.#limit = LIMIT;
    this.#host.requestUpdate();
  }

  /** The line moves to another group, focus goes with it; a pointer stays where it is, and so does the page under it. */
  #followFocus(key: string, preventScroll: boolean): void {
    requestAnimationFrame(() => this.#host.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll }));
  }

  #fold(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }
}

/** How an attribute is called; by its raw key where no familiar name is known. */
export function nameOf({ label, key }: Pick<Field, 'label' | 'key'>, terms: Terms): string {
  return clampText((label && terms.figure(label)) ?? label ?? key, 80);
}

/** Why a value could not be read; that the backend has none is no failure of anything (H6, B28). */
function whyUnread(error: unknown, texts: SharedMessages): string | undefined {
  if (error instanceof SourceError) return errorTitle(error, texts);
  if (error instanceof NothingThere) return emptyText({ reason: 'nothing-ever' }, texts);
  return error instanceof NotEnabled ? emptyText({ reason: 'not-tracked' }, texts) : undefined;
}

/** Free text may hold anything about a person; a category or a figure does not say who it is. */
function maskableOf({ key, type, sensitive }: Field) {
  return { key, type, sensitive, personal: type === 'text' };
}

function isHidden({ field }: AttributeRow, { secrets }: AttributeView): boolean {
  return secrets.isMasked(maskableOf(field));
}

/** Where a value comes from, and what other sources say of it; of a masked one only where from. */
function renderOrigin(row: AttributeRow, view: AttributeView): TemplateResult {
  const { texts, style } = view;
  const { field } = row;
  const { label, key, source, otherValues } = field;
  const column = clampText(source ? `${source.table}.${source.column}` : key);
  return html`${texts.fromColumn(column)}${label === undefined ? html`<br />${texts.noAlias}` : nothing}${
    isHidden(row, view)
      ? nothing
      : (otherValues ?? []).map((other) => html`<br />${texts.otherSource(other.source, clampText(formatFieldValue(field, other.value, style).text))}`)
  }`;
}
