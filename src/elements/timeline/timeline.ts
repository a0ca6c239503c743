import { html, nothing, svg, type TemplateResult } from 'lit';
import { today } from '../../data/question.js';
import { formatDayHeading, formatMonth, formatTime } from '../../format/date.js';
import { formatNumber } from '../../format/number.js';
import { type CommonMessages, englishCommon } from '../../i18n/slices/common.js';
import { englishTimeline, type TimelineMessages } from '../../i18n/slices/timeline.js';
import { type Activity, LANES } from '../../model/activity.js';
import { dayNumber } from '../../model/day.js';
import { type CustomerEvent, laneOf, type Page } from '../../model/event.js';
import { parseTimeFrame, rangeOf } from '../../model/time-frame.js';
import { baseStyles } from '../../ui/base.styles.js';
import { sectionStyles } from '../../ui/section.js';
import { renderError } from '../../ui/status.js';
import { DataElement } from '../data-element.js';
import { type DayGroup, toDays } from './days.js';
import { laneLabel, laneLooks } from './lanes.js';
import { centerOf, dotPath, monthsOf, radiusOf, scaleOf, toOverview, zoomFor } from './overview.js';
import { timelineStyles } from './timeline.styles.js';

const WIDTH = 800;
const PITCH = 26;

/**
 * Everything that happened: the Activity Overview, a lane of dots for each category, and the Activity Details, a list by days (B12 to B27).
 *
 * @summary What the customer did and what was sent to them, as dots and as a list.
 *
 * @csspart chart - The Activity Overview.
 * @csspart dot - The dots of one lane.
 * @csspart event - One line of the Activity Details.
 * @fires {CustomEvent<LoadDetail>} c360-load - When the section shows its answer.
 */
export class C360Timeline extends DataElement<'events', CommonMessages & TimelineMessages> {
  static override readonly styles = [...baseStyles, sectionStyles, timelineStyles];

  override readonly section = 'timeline';

  readonly #activity = this.createResource('activity');

  constructor() {
    super({ ...englishCommon, ...englishTimeline }, 'events', {
      emptyReason: ({ items, nextCursor }) => (items.length || nextCursor !== undefined ? undefined : 'nothing-in-time-frame'),
    });
  }

  protected override skeleton(): readonly number[] {
    return [122, 360];
  }

  protected override renderReady({ items }: Page<CustomerEvent>): unknown {
    const activity = this.#activity.resource;
    const { events, groups } = toDays(items, this.zone, this.nowInstant);
    return html`${activity.status === 'ready' ? this.#renderOverview(activity.answer.value) : nothing}
    ${activity.status === 'error' ? renderError(activity.error, this.texts, () => this.#activity.refresh()) : nothing}
    <div class="list" tabindex="0" role="group" aria-label=${this.texts.activityDetails}>${groups.map((group) => this.#renderDay(group, events))}</div>`;
  }

  #renderOverview(activity: Activity): TemplateResult {
    const frame = parseTimeFrame(this.settings.timeFrame);
    const scale = scaleOf(activity, typeof frame === 'string' ? {} : rangeOf(frame, today(this.settings)), today(this.settings));
    const [from, to] = scale;
    const overview = toOverview(activity, scale, zoomFor(to - from + 1, WIDTH));
    const at = (day: number) => ((day - from + 0.5) / (to - from + 1)) * WIDTH;
    const { language, texts } = this;
    return html`<svg part="chart" class="chart" viewBox="0 0 ${WIDTH} ${PITCH * LANES.length + 18}" role="img" aria-label=${texts.activityOverview}>
      ${LANES.map((lane, row) => {
        const y = (row + 0.5) * PITCH;
        const dots = overview.buckets.flatMap((bucket) => {
          const held = bucket.lanes.get(lane);
          return held ? dotPath(lane, at(centerOf(bucket)), y, radiusOf(held.count, overview.full)) : [];
        });
        return svg`<line x1="0" x2=${WIDTH} y1=${y} y2=${y} /><path part="dot" class=${lane} d=${dots.join('')} />`;
      })}
      ${monthsOf(from, to).map((month) => svg`<text x=${at(dayNumber(month))} y=${PITCH * LANES.length + 13}>${formatMonth(month, { language, unknown: '' })}</text>`)}
    </svg>`;
  }

  #renderDay({ day, start, size }: DayGroup, events: readonly CustomerEvent[]): TemplateResult {
    const { language, texts } = this;
    const style = { language, unknown: texts.unknownDate };
    return html`<div class="day">
      <div class="day-heading" role="heading" aria-level=${(this.settings.headingLevel ?? 2) + 1}>
        <span>${formatDayHeading(day, style, today(this.settings))}</span><span class="muted">${texts.activityCount(size, formatNumber(size, language))}</span>
      </div>
      <ol>
        ${events.slice(start, start + size).map((event) => this.#renderEvent(event))}
      </ol>
    </div>`;
  }

  #renderEvent(event: CustomerEvent): TemplateResult {
    const { language, texts } = this;
    const lane = laneOf(event.category);
    return html`<li class="event" part="event">
      <span class="time number muted">${event.day ? nothing : formatTime(event.at, { language, timeZone: this.zone, unknown: '' })}</span>
      <span class=${`mark ${lane}`} role="img" aria-label=${laneLabel(lane, texts)}>${laneLooks[lane].mark()}</span>
      <span class="name">${event.name ?? event.type}</span>
      <span class="context muted">${event.product?.name ?? event.campaign?.type ?? event.campaign?.name ?? nothing}</span>
    </li>`;
  }
}
