import { addDays, addMonths, dayFromNumber, dayNumber, type PlainDay } from '../../model/day.js';
import type { Impact, TargetedCampaign } from '../../model/impact.js';
import type { PlotArea } from '../../ui/chart/picture.js';
import { campaignsOn, placeIn, type Span } from './view.js';

/** A press that moves less than this is a press, more is a choice of days. */
const DRAG = 6;
/** How near a campaign day has to be to be meant. */
const REACH = 6;
/** The wheel has come to rest when it has not turned for so long. */
const REST = 250;

/** The picture a person points into. */
export interface Stage {
  readonly impact: Impact;
  readonly span: Span;
  readonly rightToLeft: boolean;
}

/** What a person wants by it. */
export interface GestureActions {
  /** Where the lines are, and which pixel of the drawing lies at a place of the window; missing until something is drawn. */
  readonly place: () => { readonly area: PlotArea; readonly pixelAt: (clientX: number) => number } | undefined;
  /** The marked day, where it lies in the picture. */
  readonly marked: (span: Span) => PlainDay | undefined;
  /** Marks a day, or none any more; `false` where nothing changes. */
  readonly point: (day: PlainDay | null) => boolean;
  /** Shows which days are being chosen. */
  readonly brush: (days: readonly [PlainDay, PlainDay] | undefined) => void;
  readonly narrow: (span: Span) => void;
  /** Back to the time frame before the last narrowing; `false` when there is none. */
  readonly goBack: () => boolean;
  readonly openCampaign: (campaign: TargetedCampaign, day: PlainDay) => void;
}

/** Pointer, wheel and keys on the drawing: a day is pointed at, days are chosen, a campaign is opened. */
export class Gestures {
  readonly #actions: GestureActions;
  #pressedAt: number | undefined;
  #brush: readonly [PlainDay, PlainDay] | undefined;
  #wheelTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: GestureActions) {
    this.#actions = actions;
  }

  /** Whoever leaves or changes the customer in the middle of a gesture has not made it. */
  forget(): void {
    clearTimeout(this.#wheelTimer);
    this.#brush = undefined;
  }

  onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#pressedAt = event.clientX;
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
  }

  onPointerMove(event: PointerEvent, stage: Stage): void {
    const day = this.#dayAt(event.clientX, stage);
    if (this.#pressedAt !== undefined && Math.abs(event.clientX - this.#pressedAt) >= DRAG) {
      const start = this.#dayAt(this.#pressedAt, stage);
      this.#setBrush(start <= day ? [start, day] : [day, start]);
    }
    this.#actions.point(this.#nearCampaign(day, event.clientX, stage));
  }

  onPointerUp(event: PointerEvent, stage: Stage): void {
    const chosen = this.#brush;
    const wasPress = this.#pressedAt !== undefined && !chosen;
    this.cancel();
    if (chosen && chosen[0] < chosen[1]) this.#actions.narrow({ from: chosen[0], to: chosen[1] });
    else if (wasPress) this.#open(this.#nearCampaign(this.#dayAt(event.clientX, stage), event.clientX, stage), stage);
  }

  onPointerLeave(isFocused: boolean): void {
    if (this.#pressedAt === undefined && !isFocused) this.#actions.point(null);
  }

  /** The press is over, and no days are chosen. */
  cancel(): void {
    this.#pressedAt = undefined;
    this.#setBrush(undefined);
  }

  onKey(event: KeyboardEvent, stage: Stage): void {
    const { marked, point, narrow, goBack } = this.#actions;
    const { span, rightToLeft } = stage;
    const day = marked(span) ?? span.to;
    const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const steps: Readonly<Record<string, () => PlainDay>> = {
      [forward]: () => addDays(day, 1),
      [backward]: () => addDays(day, -1),
      ArrowUp: () => addDays(day, 1),
      ArrowDown: () => addDays(day, -1),
      PageUp: () => addMonths(day, 1),
      PageDown: () => addMonths(day, -1),
      Home: () => span.from,
      End: () => span.to,
    };
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (step) {
      const next = step();
      point(next < span.from ? span.from : next > span.to ? span.to : next);
    } else if (event.key === 'Enter' || event.key === ' ') this.#open(day, stage);
    else if (event.key === '+') narrow(scaled(span, day, 0.5));
    else if (event.key === '-' || event.key === 'Escape') {
      // Without a time frame to leave, Escape leaves the day.
      if (!goBack() && (event.key === '-' || !point(null))) return;
    } else return;
    event.preventDefault();
  }

  /** With the modifier that zooms everywhere else too; without it the page scrolls. */
  onWheel(event: WheelEvent, stage: Stage): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.deltaY > 0) {
      this.#actions.goBack();
      return;
    }
    const [from, to] = this.#brush ?? [stage.span.from, stage.span.to];
    const next = scaled({ from, to }, this.#dayAt(event.clientX, stage), 0.8);
    this.#setBrush([next.from, next.to]);
    clearTimeout(this.#wheelTimer);
    // One question when the wheel has come to rest, not one for each notch.
    this.#wheelTimer = setTimeout(() => {
      const chosen = this.#brush;
      this.cancel();
      if (chosen) this.#actions.narrow({ from: chosen[0], to: chosen[1] });
    }, REST);
  }

  #setBrush(days: readonly [PlainDay, PlainDay] | undefined): void {
    this.#brush = days;
    this.#actions.brush(days);
  }

  #open(day: PlainDay, { impact }: Stage): void {
    const [campaign] = campaignsOn(impact, day);
    if (campaign) this.#actions.openCampaign(campaign, day);
  }

  #dayAt(clientX: number, { span, rightToLeft }: Stage): PlainDay {
    const place = this.#actions.place();
    if (!place) return span.to;
    const { left, right } = place.area;
    const fraction = Math.min(Math.max((place.pixelAt(clientX) - left) / Math.max(right - left, 1), 0), 1);
    const length = dayNumber(span.to) - dayNumber(span.from);
    return dayFromNumber(dayNumber(span.from) + Math.round((rightToLeft ? 1 - fraction : fraction) * length));
  }

  /** A campaign day close to the pointer wins over the exact day, so that markers are easy to hit. */
  #nearCampaign(day: PlainDay, clientX: number, { impact, span, rightToLeft }: Stage): PlainDay {
    const place = this.#actions.place();
    if (!place) return day;
    const pixelOf = placeIn(place.area, span, rightToLeft);
    const pixel = place.pixelAt(clientX);
    let best: PlainDay | undefined;
    let distance = REACH;
    for (const { date } of impact.targetingDays) {
      const away = Math.abs(pixelOf(date) - pixel);
      if (away < distance) [best, distance] = [date, away];
    }
    return best ?? day;
  }
}

/** A part of the span around a day, never less than two days. */
function scaled({ from, to }: Span, day: PlainDay, factor: number): Span {
  const [start, end, middle] = [dayNumber(from), dayNumber(to), dayNumber(day)];
  const next = { from: dayFromNumber(middle - Math.floor((middle - start) * factor)), to: dayFromNumber(middle + Math.floor((end - middle) * factor)) };
  return next.from < next.to ? next : { from, to };
}
