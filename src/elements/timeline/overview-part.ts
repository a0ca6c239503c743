import { nothing, type ReactiveController, type ReactiveControllerHost, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type DateStyle, formatDay, formatDayHeading, formatDayRange, formatMonth } from '../../format/date.js';
import { formatNumber } from '../../format/number.js';
import { clampText } from '../../format/text.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { TimelineMessages } from '../../i18n/slices/timeline.js';
import { type Activity, LANES, type Lane } from '../../model/activity.js';
import { addMonths, dayFromNumber, dayNumber, dayOf, type PlainDay } from '../../model/day.js';
import type { DayRange } from '../../model/time-frame.js';
import { html } from '../../ui/html.js';
import { renderLaneMark } from '../../ui/lane.js';
import { watchSizes } from '../../ui/own-document.js';
import { ownPlace, shownScale } from '../../ui/own-pixels.js';
import { tooltipOf } from '../../ui/tooltip.js';
import type { EventNames } from './event-names.js';
import { axisFor, createGeometry, type Geometry } from './geometry.js';
import { type Bucket, centerOf, dotPath, monthsOf, nearestBucket, type Overview, radiusOf, scaleOf, toOverview, ZOOMS, type Zoom } from './overview.js';

/** What the overview shows, and for whom. */
export interface OverviewScene {
  readonly activity: Activity;
  readonly range: DayRange;
  readonly today: PlainDay;
  /** Nothing is known before this day (T8). */
  readonly dataSince: PlainDay | undefined;
  /** The one lane the list shows. */
  readonly lane: Lane | undefined;
  readonly linkedDay: PlainDay | null;
  readonly names: EventNames;
  readonly dates: DateStyle;
  readonly texts: SharedMessages & TimelineMessages;
}

/** What the overview asks of the element it is a part of. */
export interface OverviewHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly matches: (selector: string) => boolean;
  readonly clientWidth: number;
}

export interface OverviewActions {
  readonly goTo: (day: PlainDay) => void;
  readonly markDay: (day: PlainDay | null) => void;
  readonly chooseLane: (lane: Lane | undefined) => void;
}

/** Below this width time runs downwards (product, "How it looks"). */
const NARROW = 420;
/** How far from a dot a pointer may be. */
const REACH = 16;

/**
 * Activity Overview (B13, B15 to B23): a lane of dots for each category. One path a lane, whatever the number of days; one slider
 * that steps from dot to dot, so that keys and screen readers reach what a pointer reaches.
 */
export class OverviewPart implements ReactiveController {
  readonly #host: OverviewHost;
  readonly #actions: OverviewActions;
  #zoom: Zoom | undefined;
  #width = 0;
  #vertical = false;
  #cursor = -1;
  #memo: { readonly key: readonly unknown[]; readonly overview: Overview; readonly geometry: Geometry } | undefined;
  #scene: OverviewScene | undefined;
  #observer: ResizeObserver | undefined;
  #strip: Element | undefined;

  constructor(host: OverviewHost, actions: OverviewActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  /** How many days one dot stands for; `undefined` = as fine as fits. */
  get zoom(): Zoom | undefined {
    return this.#zoom;
  }
  set zoom(zoom: Zoom | undefined) {
    this.#zoom = zoom;
    this.#cursor = -1;
    this.#host.requestUpdate();
  }

  /** Keeps nothing of activities that are gone (PR10). */
  forget(): void {
    this.#memo = undefined;
    this.#scene = undefined;
    this.#cursor = -1;
  }

  /** Another customer, another time frame: the mark goes. */
  restart(): void {
    this.#cursor = -1;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#strip = undefined;
    this.forget();
  }

  hostUpdated(): void {
    const strip = this.#host.renderRoot.querySelector('.strip') ?? undefined;
    if (strip === this.#strip) return;
    this.#observer?.disconnect();
    this.#strip = strip;
    if (!strip) return;
    // What is told of is drawn in the next picture: within the same one the browser could not settle.
    this.#observer = watchSizes(strip, () => requestAnimationFrame(() => this.#measure()));
    this.#observer.observe(strip);
    // Once this drawing is over: what is found out may ask for another.
    queueMicrotask(() => {
      this.#measure();
      this.#toNewest();
    });
  }

  render(scene: OverviewScene): unknown {
    this.#scene = scene;
    const laidOut = this.#layOut(scene);
    const { overview, geometry } = laidOut;
    const { texts, names, dates, today, dataSince, lane, linkedDay } = scene;
    if (this.#cursor >= overview.buckets.length) this.#cursor = -1;
    // Scrolling the list draws the section anew: not this part, as long as nothing in it has changed.
    const dependencies = [laidOut, this.#cursor, texts, names, dates.language, dates.timeZone, today, dataSince, lane, linkedDay];
    return guard(
      dependencies,
      () => html`<div class="overview" part="overview" role="group" aria-label=${texts.activityOverview}>
        ${this.renderLanes(scene, overview.totals)}
        <div class="strip">${this.#renderPlot(scene, overview, geometry)}</div>
        ${this.#renderEnds(scene, overview)}
      </div>`,
    );
  }

  /** Legend, counts and filter in one: the lanes as buttons. Without counts they only filter. */
  renderLanes({ texts, lane: chosen, dates }: Pick<OverviewScene, 'texts' | 'lane' | 'dates'>, totals?: Overview['totals']): TemplateResult {
    return html`<div class="lanes">
      ${LANES.map((lane) => {
        const [name, count] = [laneText(lane, texts), totals && formatNumber(totals.get(lane) ?? 0, dates.language)];
        return html`<button type="button" class="plain lane" aria-pressed=${lane === chosen} @click=${() => this.#actions.chooseLane(lane === chosen ? undefined : lane)}>
          <span>${renderLaneMark(lane)}</span><span class="lane-name">${name}</span>${count === undefined ? nothing : html`<span class="muted number">${count}</span>`}
        </button>`;
      })}
    </div>`;
  }

  #renderPlot(scene: OverviewScene, overview: Overview, geometry: Geometry): TemplateResult {
    const { texts, dates } = scene;
    const { buckets } = overview;
    const bucket = buckets[this.#cursor];
    return html`<div
      class="plot"
      role="slider"
      tabindex="0"
      aria-label=${texts.activityOverview}
      aria-orientation=${geometry.vertical ? 'vertical' : 'horizontal'}
      aria-valuemin="0"
      aria-valuemax=${Math.max(buckets.length - 1, 0)}
      aria-valuenow=${Math.max(this.#cursor, 0)}
      aria-valuetext=${bucket ? this.#sentence(bucket, scene) : formatDayRange({ from: dayFromNumber(overview.from), to: dayFromNumber(overview.to) }, dates, texts.allTime)}
      @pointermove=${this.#onMove}
      @pointerleave=${this.#onLeave}
      @click=${this.#onClick}
      @keydown=${this.#onKey}
      @focus=${this.#onFocus}
      @blur=${this.#onLeave}
    >
      <svg width=${geometry.width} height=${geometry.height} aria-hidden="true">${this.#width ? this.#renderDrawing(scene, overview, geometry, bucket) : nothing}</svg>
    </div>`;
  }

  #renderDrawing(scene: OverviewScene, overview: Overview, geometry: Geometry, bucket: Bucket | undefined): unknown {
    const { dataSince, linkedDay, lane: chosen, dates, activity } = scene;
    const { vertical, dayLength, along } = geometry;
    /** A stretch of time across all lanes. */
    const band = (from: number, to: number, name: string) => {
      const [start, end] = [along(from), along(to)].sort((left, right) => left - right) as [number, number];
      const [place, size] = [start - dayLength / 2, end - start + dayLength];
      return vertical
        ? svg`<rect class=${name} x="0" width=${geometry.width} y=${place} height=${size} />`
        : svg`<rect class=${name} y="0" height=${LANES.length * 26} x=${place} width=${size} />`;
    };
    const { firstPurchase, lastActivity } = activity;
    const marks = [firstPurchase?.at, lastActivity?.at].flatMap((at) => (at === undefined ? [] : dayNumber(dayOf(at, dates.timeZone))));
    const linked = linkedDay ? dayNumber(linkedDay) : undefined;
    return svg`
      ${dataSince && dayNumber(dataSince) > overview.from ? band(overview.from, Math.min(dayNumber(dataSince) - 1, overview.to), 'untracked') : nothing}
      ${bucket ? band(bucket.from, bucket.to, 'cursor') : nothing}
      ${LANES.map((lane) => {
        const [x, y] = geometry.point(overview.from, lane);
        return vertical ? svg`<line x1=${x} x2=${x} y1="0" y2=${geometry.height} />` : svg`<line x1="0" x2=${geometry.width} y1=${y} y2=${y} />`;
      })}
      ${this.#renderMonths(overview, geometry, dates)}
      ${marks.filter((day) => day >= overview.from && day <= overview.to).map((day) => lineAt(day, geometry, 'end'))}
      ${linked !== undefined && linked >= overview.from && linked <= overview.to ? lineAt(linked, geometry, 'linked') : nothing}
      ${LANES.map((lane) => {
        const dots = overview.buckets.flatMap((each) => {
          const held = each.lanes.get(lane);
          return held ? dotPath(lane, ...geometry.point(centerOf(each), lane), radiusOf(held.count, overview.full)) : [];
        });
        return svg`<path part="dot" class="lane-${lane} ${chosen && chosen !== lane ? 'dimmed' : ''}" d=${dots.join('')} />`;
      })}`;
  }

  #renderMonths({ from, to, zoom }: Overview, geometry: Geometry, dates: DateStyle): unknown {
    const { vertical, rtl, along, width, height } = geometry;
    let [free, year] = [Number.NEGATIVE_INFINITY, ''];
    return monthsOf(from, to, zoom === 'month').flatMap((month) => {
      const first = dayNumber(month);
      // Where a dot is a month its name stands beside the dot, else where the month begins.
      const place = along(zoom === 'month' ? (Math.max(first, from) + Math.min(dayNumber(addMonths(month, 1)) - 1, to)) / 2 : first);
      // Distance from the end of the axis at which it began, whichever way it runs.
      const distance = vertical ? height - place : rtl ? width - place : place;
      if (distance < free) return [];
      const text = formatMonth(month, dates, month.slice(0, 4) !== year);
      const room = vertical ? 16 : text.length * 8;
      if (vertical ? distance < 8 || place < 8 : distance + room / 2 > width) return [];
      free = distance + room;
      year = month.slice(0, 4);
      if (vertical) return svg`<text x=${rtl ? width : 0} y=${place + 4}>${text}</text>`;
      return svg`${zoom === 'month' ? nothing : svg`<line x1=${place} x2=${place} y1=${height - 20} y2=${height - 16} />`}<text class=${zoom === 'month' ? 'middle' : ''} x=${place} y=${height - 4}>${text}</text>`;
    });
  }

  /** First Purchase and Last Activity (B22, B23), what the sizes mean, and how many days a dot is. */
  #renderEnds({ activity, texts, dates, today, dataSince, names }: OverviewScene, { zoom, full, from }: Overview): TemplateResult {
    const { firstPurchase, lastActivity } = activity;
    const end = (label: string, day: PlainDay | undefined, more = '') =>
      day === undefined
        ? html`<span></span>`
        : html`<button type="button" class="link small" @click=${() => this.#actions.goTo(day)}>${label} <span><span class="when">${formatDay(day, dates, today)}</span>${more}</span></button>`;
    const sizes = full > 4 ? [1, Math.round(full / 4), full] : [1, full];
    const zooms = { day: texts.zoomDay, week: texts.zoomWeek, month: texts.zoomMonth };
    const last = lastActivity && dayOf(lastActivity.at, dates.timeZone);
    return html`<div class="ends small muted">
      ${end(texts.firstPurchase, firstPurchase && dayOf(firstPurchase.at, dates.timeZone))}
      ${dataSince && dayNumber(dataSince) > from ? html`<span>${texts.dataSince(formatDay(dataSince, dates, today))}</span>` : nothing}
      <span class="sizes" role="img" aria-label="${texts.dotSizes}: ${sizes.map((size) => formatNumber(size, dates.language, { compact: true })).join(', ')}+">
        ${sizes.map((size, index) => {
          const radius = radiusOf(size, full);
          return html`<svg width=${2 * radius} height=${2 * radius}><circle cx=${radius} cy=${radius} r=${radius} /></svg>${formatNumber(size, dates.language, { compact: true })}${index === sizes.length - 1 ? '+' : nothing}`;
        })}
      </span>
      <span class="zoom" role="group" aria-label=${texts.zoom}>
        ${ZOOMS.map((each) => html`<button type="button" class="plain small" aria-pressed=${each === zoom} @click=${() => this.#chooseZoom(each)}>${zooms[each]}</button>`)}
      </span>
      ${end(texts.lastActivity, last, lastActivity && last ? ` · ${clampText(names.type(lastActivity.type), 60)}` : '')}
    </div>`;
  }

  #layOut({ activity, range, today }: OverviewScene): { readonly overview: Overview; readonly geometry: Geometry } {
    const rtl = this.#host.matches(':dir(rtl)');
    const key = [activity, range.from, range.to, today, this.#width, this.#vertical, this.#zoom, rtl];
    if (this.#memo && key.every((each, index) => each === this.#memo?.key[index])) return this.#memo;
    const scale = scaleOf(activity, range, today);
    const layout = { vertical: this.#vertical, rtl, width: this.#width };
    const { zoom, length } = axisFor(scale[1] - scale[0] + 1, layout, this.#zoom);
    const overview = toOverview(activity, scale, zoom);
    this.#memo = { key, overview, geometry: createGeometry(overview, layout, length) };
    return this.#memo;
  }

  #measure(): void {
    const [width, vertical] = [this.#strip?.clientWidth ?? 0, this.#host.clientWidth < NARROW];
    if (!width || (width === this.#width && vertical === this.#vertical)) return;
    this.#width = width;
    this.#vertical = vertical;
    this.#host.requestUpdate();
  }

  /** Where the axis is longer than the screen, one begins at the newest end (B23). */
  #toNewest(): void {
    void this.#host.updateComplete.then(() => {
      if (!this.#strip) return;
      const { scrollWidth } = this.#strip;
      this.#strip.scrollLeft = this.#host.matches(':dir(rtl)') ? -scrollWidth : scrollWidth;
    });
  }

  #chooseZoom(zoom: Zoom): void {
    // The chosen one again: back to what fits.
    this.zoom = zoom === this.#zoom ? undefined : zoom;
    this.#toNewest();
  }

  readonly #onMove = (event: PointerEvent): void => {
    this.#setCursor(this.#bucketAt(event), event.currentTarget);
  };

  readonly #onLeave = (event: Event): void => {
    if (this.#cursor >= 0 && event.currentTarget instanceof Element) {
      const tooltip = tooltipOf(event.currentTarget);
      // A pointer may be on its way to the tooltip; a key has left, and what it reaches next must not lie under it.
      if (event.type === 'pointerleave') tooltip.hideSoon();
      else tooltip.hide();
    }
    this.#setCursor(-1, null);
  };

  readonly #onFocus = (event: Event): void => {
    if (!(event.currentTarget instanceof Element) || !event.currentTarget.matches(':focus-visible')) return;
    if (this.#cursor < 0) this.#setCursor((this.#memo?.overview.buckets.length ?? 0) - 1, event.currentTarget);
  };

  readonly #onClick = (event: PointerEvent): void => {
    const before = this.#cursor;
    const index = this.#bucketAt(event);
    this.#setCursor(index, event.currentTarget);
    const bucket = this.#memo?.overview.buckets[index];
    // A finger cannot hover: its first touch tells, its second goes.
    if (bucket && (event.pointerType !== 'touch' || index === before)) this.#actions.goTo(bucket.day);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { overview, geometry } = this.#memo ?? {};
    if (!overview || !geometry || overview.buckets.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = overview.buckets.length - 1;
    const bucket = overview.buckets[this.#cursor];
    const month = (days: number) => (bucket ? nearestBucket(overview, centerOf(bucket) + days) : last);
    const further = geometry.rtl ? 'ArrowLeft' : 'ArrowRight';
    switch (event.key) {
      case 'Enter':
      case ' ':
        if (bucket) this.#actions.goTo(bucket.day);
        break;
      case 'Escape':
        if (!bucket) return;
        this.#onLeave(event);
        break;
      case 'Home':
        this.#setCursor(0, event.currentTarget);
        break;
      case 'End':
        this.#setCursor(last, event.currentTarget);
        break;
      case 'PageUp':
        this.#setCursor(Math.min(Math.max(month(30), this.#cursor + 1), last), event.currentTarget);
        break;
      case 'PageDown':
        this.#setCursor(Math.max(Math.min(month(-30), this.#cursor - 1), 0), event.currentTarget);
        break;
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#setCursor(Math.min(Math.max(this.#cursor + (event.key === further || event.key === 'ArrowUp' ? 1 : -1), 0), last), event.currentTarget);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  #bucketAt(event: MouseEvent): number {
    const { overview, geometry } = this.#memo ?? {};
    if (!overview || !geometry || !(event.currentTarget instanceof HTMLElement)) return -1;
    const { x, y } = ownPlace(event.currentTarget, event);
    const day = geometry.dayAt(x, y);
    const index = nearestBucket(overview, day);
    const bucket = overview.buckets[index];
    if (!bucket) return -1;
    const distance = Math.max(bucket.from - 0.5 - day, day - bucket.to - 0.5, 0) * geometry.dayLength;
    return distance <= REACH ? index : -1;
  }

  #setCursor(index: number, plot: EventTarget | null): void {
    if (index === this.#cursor) return;
    this.#cursor = index;
    const { overview, geometry } = this.#memo ?? {};
    const bucket = overview?.buckets[index];
    this.#actions.markDay(bucket?.day ?? null);
    this.#host.requestUpdate();
    if (!bucket || !geometry || !this.#scene || !(plot instanceof HTMLElement)) return;
    const place = geometry.along(centerOf(bucket));
    this.#reveal(plot, place, geometry);
    const tip = this.#tip(bucket, this.#scene);
    tooltipOf(plot).show({ getBoundingClientRect: () => anchorAt(plot, place, geometry) }, tip);
  }

  /** What is spoken of is in sight, also where the axis scrolls. */
  #reveal(plot: HTMLElement, place: number, { vertical }: Geometry): void {
    const strip = this.#strip;
    if (!strip || vertical || strip.scrollWidth <= strip.clientWidth) return;
    const start = (plot.getBoundingClientRect().left - strip.getBoundingClientRect().left) / shownScale(plot).across;
    const [x, end] = [start + place, strip.clientWidth];
    if (x < 8) strip.scrollLeft -= 60 - x;
    else if (x > end - 8) strip.scrollLeft += x - end + 60;
  }

  #when({ from, to }: Bucket, { dates, today, texts }: OverviewScene): string {
    if (from === to) return formatDayHeading(dayFromNumber(from), dates, today);
    return formatDayRange({ from: dayFromNumber(from), to: dayFromNumber(to) }, dates, texts.allTime);
  }

  #sentence(bucket: Bucket, scene: OverviewScene): string {
    const parts = [...bucket.lanes].map(([lane, { count }]) => `${laneText(lane, scene.texts)} ${formatNumber(count, scene.dates.language)}`);
    return `${this.#when(bucket, scene)}: ${parts.join(', ')}`;
  }

  /** Date and activity (B20). */
  #tip(bucket: Bucket, scene: OverviewScene): TemplateResult {
    const { texts, names, dates } = scene;
    const number = (value: number) => formatNumber(value, dates.language);
    return html`<b>${this.#when(bucket, scene)}</b>${LANES.flatMap((lane) => {
      const held = bucket.lanes.get(lane);
      if (!held) return [];
      const types = [...held.types].map(([type, count]) => `${clampText(names.type(type), 60)} ${number(count)}`).join(', ');
      return html`<div>${renderLaneMark(lane)} ${laneText(lane, texts)} ${number(held.count)}${types ? html`<span class="muted"> · ${types}</span>` : nothing}</div>`;
    })}`;
  }
}

function laneText(lane: Lane, texts: TimelineMessages): string {
  return { site: texts.laneSite, email: texts.laneEmail, purchase: texts.lanePurchase, other: texts.laneOther }[lane];
}

/** A day across all lanes: downwards from where the dots of the first one may begin, so that it leaves the names of the months alone. */
function lineAt(day: number, { vertical, rtl, along, point, width, height }: Geometry, name: string): unknown {
  const place = along(day);
  const [first] = point(day, LANES[0]!);
  return vertical
    ? svg`<line class=${name} x1=${rtl ? 0 : first - REACH} x2=${rtl ? first + REACH : width} y1=${place} y2=${place} />`
    : svg`<line class=${name} x1=${place} x2=${place} y1="0" y2=${height - 20} />`;
}

/** Where in the window a place on the axis of time is. */
function anchorAt(plot: HTMLElement, place: number, { vertical }: Geometry): Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'> {
  const { left, top, bottom, right } = plot.getBoundingClientRect();
  const { across, down } = shownScale(plot);
  if (vertical) return { left, right, top: top + (place - 8) * down, bottom: top + (place + 8) * down };
  const x = left + place * across;
  return { left: x, right: x, top, bottom };
}
