import { nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatDayHeading } from '../../format/date.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { PlainDay } from '../../model/day.js';
import { toPlainDay } from '../../model/day.js';
import type { CustomerEvent } from '../../model/event.js';
import type { DayRange } from '../../model/time-frame.js';
import { html } from '../../ui/html.js';
import { keepKeys } from '../../ui/keys.js';
import { meansLine } from '../../ui/line-press.js';
import type { WindowRows } from '../../ui/row-layout.js';
import type { RowWindow, VisibleGroup } from '../../ui/row-window.js';
import { arrowUpIcon } from '../../ui/shared-icons.js';
import { renderError, renderNothing, renderRetry } from '../../ui/status.js';
import type { DayGroup, Days } from './days.js';
import type { EventList } from './event-list.js';
import type { TimelineFilters } from './filters.js';
import { type RowScene, renderEvent } from './render-event.js';

/** What the list shows, and for whom. */
export interface DetailsScene extends RowScene {
  readonly list: EventList;
  readonly days: Days;
  readonly rows: WindowRows;
  readonly openRows: ReadonlySet<string>;
  readonly linkedDay: PlainDay | null;
  /** The day a person went to. */
  readonly shownDay: PlainDay | undefined;
  readonly today: PlainDay;
  /** Level of the headings of the days. */
  readonly level: number;
  readonly renderFacts: (event: CustomerEvent) => unknown;
}

/** What stands above the list. */
export interface ToolsScene extends Pick<RowScene, 'texts' | 'dates' | 'names'> {
  readonly filters: TimelineFilters;
  readonly types: readonly string[];
  readonly range: DayRange;
  readonly shownDay: PlainDay | undefined;
  readonly level: number;
  /** The panel says it once for all sections. */
  readonly sayZone: boolean;
}

export interface DetailsActions {
  readonly filter: (filters: TimelineFilters) => void;
  readonly goTo: (day: PlainDay) => void;
  readonly goToNewest: () => void;
  readonly markDay: (day: PlainDay | null) => void;
  readonly toggle: (event: CustomerEvent) => void;
  readonly openMessage: (event: CustomerEvent) => void;
}

/** Typing rests for so long before the backend is asked. */
const TYPING = 300;

/** Activity Details (B13, B24): what is above the list, and the list by days, of which only what is in sight is drawn. */
export class DetailsPart {
  readonly #window: RowWindow;
  readonly #actions: DetailsActions;
  #scene: DetailsScene | undefined;
  #tools: ToolsScene | undefined;
  #active: string | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(window: RowWindow, actions: DetailsActions) {
    this.#window = window;
    this.#actions = actions;
  }

  /** Another list, or none. */
  restart(): void {
    clearTimeout(this.#typing);
    this.#active = undefined;
    this.#window.restart();
  }

  /** Keeps nothing of a list that is gone (PR10); what is drawn next sets it again. */
  forget(): void {
    this.#scene = undefined;
    this.#tools = undefined;
    this.#window.forget();
    this.#active = undefined;
  }

  /** Brings a day to the top and, if so wanted, gives it the focus; its first row is what Tab reaches next. */
  showDay(days: Days, group: number, focus: boolean): void {
    const start = days.groups[group]?.start;
    this.#active = start === undefined ? undefined : days.events[start]?.id;
    this.#window.showGroup(group, focus);
  }

  renderTools(scene: ToolsScene): TemplateResult {
    this.#tools = scene;
    const { texts, filters, types, range, shownDay, dates, names, level, sayZone } = scene;
    const options = filters.type && !types.includes(filters.type) ? [...types, filters.type] : types;
    return html`<div class="tools">
      <div class="tools-heading" role="heading" aria-level=${level}>${texts.activityDetails}</div>
      <input class="search" type="search" autocomplete="off" aria-label=${texts.searchActivities} placeholder=${texts.searchActivities} .value=${filters.text ?? ''} @input=${this.#onInput} @keydown=${this.#onInputKey} />
      ${
        options.length > 1
          ? html`<select aria-label=${texts.activityType} @change=${this.#onType}>
              <option value="" ?selected=${!filters.type}>${texts.allTypes}</option>
              ${options.map((type) => html`<option value=${type} ?selected=${type === filters.type}>${clampText(names.type(type), 60)}</option>`)}
            </select>`
          : nothing
      }
      <input type="date" aria-label=${texts.goToDay} title=${texts.goToDay} min=${range.from ?? nothing} max=${range.to ?? nothing} .value=${shownDay ?? ''} @change=${this.#onDay} @keydown=${keepKeys} />
      ${sayZone ? html`<span class="muted small">${texts.timesIn(dates.timeZone)}</span>` : nothing}
    </div>`;
  }

  renderNothingFound({ texts }: Pick<RowScene, 'texts'>): TemplateResult {
    return renderNothing(texts.nothingMatches, html`<button type="button" @click=${() => this.#actions.filter({})}>${texts.clearFilters}</button>`);
  }

  renderList(scene: DetailsScene): TemplateResult {
    this.#scene = scene;
    const { rows, days, texts, list } = scene;
    const visible = this.#window.show(rows);
    const tabStop = this.#window.tabStop(this.#active);
    const numberOfDays = days.isBeginning || list.older.hasMore || list.newer.hasMore ? -1 : days.groups.length;
    return html`${this.#renderAbove(scene)}
      <div class="list" @click=${this.#onClick} @keydown=${this.#onKey} @focusin=${this.#onFocus} @focusout=${this.#onOut} @pointerover=${this.#onOver} @pointerleave=${this.#onOut}>
        <div class="range">
          <div class="window">
            <div role="feed" aria-label=${texts.activityDetails} aria-busy=${list.older.loading}>
              ${repeat(
                visible,
                ({ group }) => days.groups[group]?.key,
                (each) => this.#renderDay(each, scene, tabStop, numberOfDays),
              )}
            </div>
            <div class="tail muted" data-index=${this.#window.indexOfTail} ?hidden=${!this.#window.atEnd}>${this.#renderTail(scene)}</div>
          </div>
        </div>
      </div>`;
  }

  /** What came meanwhile, and what is newer than where the list begins. */
  #renderAbove({ list, texts, dates }: DetailsScene): TemplateResult {
    const { news, newer } = list;
    return html`<div class="above" role="status">
      ${news > 0 ? html`<button type="button" class="chip" @click=${this.#onNews}>${arrowUpIcon()}${texts.newActivities(news, formatNumber(news, dates.language))}</button>` : nothing}
      ${newer.hasMore ? html`<button type="button" class="chip" @click=${this.#actions.goToNewest}>${arrowUpIcon()}${texts.newest}</button>` : nothing}
      ${newer.error ? renderRetry(texts, () => list.loadNewer(true)) : nothing}
    </div>`;
  }

  #renderDay({ group, from, to, away, awayRow }: VisibleGroup, scene: DetailsScene, tabStop: number, numberOfDays: number): TemplateResult {
    const { days, dates, texts, today, linkedDay, shownDay, level, list } = scene;
    const { day, upcoming, start, size, key } = days.groups[group] as DayGroup;
    const isWhole = (group > 0 || !list.newer.hasMore) && (group < days.groups.length - 1 || !list.older.hasMore);
    const name = formatDayHeading(day, dates, today);
    const state = [away ? 'away' : '', day !== null && day === linkedDay ? 'linked' : '', day !== null && day === shownDay ? 'shown' : ''].join(' ');
    return html`<div class="day ${state}" role="article" aria-labelledby="day-${key}" aria-posinset=${group + 1} aria-setsize=${numberOfDays} data-day=${day ?? nothing}>
      <div class="day-heading" id="day-${key}" role="heading" aria-level=${level} tabindex="-1" data-index=${this.#window.indexOfHeading(group)}>
        <span>${upcoming ? html`<span class="badge">${texts.upcoming}</span> ` : nothing}${name}</span>
        ${isWhole ? html`<bdi class="muted small">${texts.activityCount(size, formatNumber(size, dates.language))}</bdi>` : nothing}
      </div>
      <ol role="list">
        ${repeat(
          rowsOf(from, to, awayRow),
          (row) => days.events[row]?.id,
          (row) => {
            const event = days.events[row];
            if (!event) return nothing;
            const open = scene.openRows.has(event.id);
            const place = {
              index: this.#window.indexOfRow(row, group),
              position: row - start + 1,
              size: isWhole ? size : -1,
              tabStop: row === tabStop,
              away: row === awayRow,
              open,
              facts: open ? scene.renderFacts(event) : nothing,
            };
            return renderEvent(event, place, scene);
          },
        )}
      </ol>
    </div>`;
  }

  /** The end of the list: more to come, an error beside what is there (H16), or really the end. */
  #renderTail({ list, texts }: DetailsScene): unknown {
    const { hasMore, loading, error, waits } = list.older;
    if (error) return renderError(error, texts, () => list.loadOlder(true));
    if (loading) return texts.loadingMore;
    if (hasMore && waits) return html`<button type="button" @click=${() => list.loadOlder(true)}>${texts.loadMore}</button>`;
    return hasMore ? texts.loadingMore : texts.endOfList;
  }

  readonly #onNews = (): void => {
    this.#scene?.list.showNews();
    this.restart();
  };

  readonly #onInput = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const text = currentTarget.value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#search(text), TYPING);
  };

  readonly #onInputKey = (event: KeyboardEvent): void => {
    keepKeys(event);
    if (event.key !== 'Enter' || !(event.currentTarget instanceof HTMLInputElement)) return;
    clearTimeout(this.#typing);
    this.#search(event.currentTarget.value);
  };

  #search(text: string): void {
    this.#actions.filter({ ...this.#tools?.filters, text });
  }

  readonly #onType = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLSelectElement) this.#actions.filter({ ...this.#tools?.filters, type: currentTarget.value });
  };

  readonly #onDay = ({ currentTarget }: Event): void => {
    const day = currentTarget instanceof HTMLInputElement && toPlainDay(currentTarget.value);
    if (day) this.#actions.goTo(day);
  };

  /** One listener for all rows. A press anywhere on a line opens and closes it, as on its name; one on its message opens that. */
  readonly #onClick = (click: Event): void => {
    const { target } = click;
    const event = target instanceof Element && this.#scene?.days.events[this.#window.rowOf(target)];
    if (!event) return;
    const isLine = meansLine(click, 'button, a, .facts');
    // The focus is where a press on the name itself would have left it.
    if (isLine) target.closest('.event')?.querySelector<HTMLElement>('.name')?.focus({ preventScroll: true });
    if (isLine || target.closest('.name')) this.#actions.toggle(event);
    else if (target.closest('.message')) this.#actions.openMessage(event);
  };

  /** Tab enters the list once; arrows go from row to row, Page Up and Page Down from day to day. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!this.#scene || event.altKey || event.ctrlKey || event.metaKey || !(target instanceof Element) || !target.matches('[data-focus], .day-heading')) return;
    const { days } = this.#scene;
    const isHeading = target.matches('.day-heading');
    const group = this.#window.groupOf(target);
    const row = isHeading ? (days.groups[group]?.start ?? 0) - 1 : this.#window.rowOf(target);
    const startOf = (index: number) => days.groups[Math.min(Math.max(index, 0), days.groups.length - 1)]?.start ?? 0;
    const last = days.events.length - 1;
    const next: { readonly [key: string]: number } = {
      ArrowDown: row + 1,
      ArrowUp: isHeading ? row : row - 1,
      PageDown: group < days.groups.length - 1 ? startOf(group + 1) : last,
      PageUp: row > startOf(group) ? startOf(group) : startOf(group - 1),
      Home: 0,
      End: last,
    };
    if (!Object.hasOwn(next, event.key)) return;
    event.preventDefault();
    const wanted = Math.min(Math.max(next[event.key] ?? 0, 0), last);
    this.#active = days.events[wanted]?.id;
    this.#window.focusRow(wanted);
  };

  readonly #onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    const row = this.#window.rowOf(target);
    const event = this.#scene?.days.events[row];
    if (event) this.#active = event.id;
    this.#markDayOf(target);
  };

  readonly #onOver = ({ target }: PointerEvent): void => {
    if (target instanceof Element) this.#markDayOf(target);
  };

  readonly #onOut = (): void => this.#actions.markDay(null);

  #markDayOf(element: Element): void {
    this.#actions.markDay(toPlainDay(element.closest('[data-day]')?.getAttribute('data-day')) ?? null);
  }
}

/** The rows of a stretch, and the one outside of it that has the focus, in order. */
function rowsOf(from: number, to: number, more: number | undefined): readonly number[] {
  const rows = Array.from({ length: Math.max(to - from, 0) }, (_, offset) => from + offset);
  if (more === undefined) return rows;
  return more < from ? [more, ...rows] : [...rows, more];
}
