import { css, nothing, type TemplateResult } from 'lit';
import { formatDayRange } from '../format/date.js';
import { formatNumber } from '../format/number.js';
import type { CommonMessages } from '../i18n/slices/common.js';
import type { TimeFrameMessages } from '../i18n/slices/time-frame.js';
import { type PlainDay, toPlainDay } from '../model/day.js';
import { type ChosenTimeFrame, type DayRange, DEFAULT_TIME_FRAME, parseTimeFrame, rangeOf } from '../model/time-frame.js';
import { html } from './html.js';
import { calendarIcon, chevronDownIcon } from './icons.js';
import { keepKeys } from './keys.js';
import { anchored, popoverStyles } from './popover.js';

/** What the control shows and whom it tells. */
export interface TimeFrameView {
  /** The time frame in force. */
  readonly timeFrame: string;
  readonly today: PlainDay;
  readonly texts: CommonMessages & TimeFrameMessages;
  readonly language: string;
  readonly choose: (chosen: ChosenTimeFrame) => void;
}

/** Text that explains what is wrong with the two days. */
type Mistake = 'bothDays' | 'errorConfigTimeFrameInverted';

/** What is offered beside free days; the documented default in the middle (B3). */
const PRESETS = ['P1M', 'P3M', DEFAULT_TIME_FRAME, 'P1Y', 'all'] as const;

/** Style of the control. */
export const timeFrameStyles = [
  popoverStyles,
  css`
    .time-frame .popover {
      inline-size: 23em;
    }
    .presets {
      display: grid;
      gap: 2px;
      margin-block-end: calc(var(--_space) * 3);
    }
    .presets button {
      justify-content: start;
    }
    .days {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--_space) * 2);
      padding-block-start: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_border);
    }
    .days label {
      display: grid;
      gap: var(--_space);
      min-inline-size: 0;
    }
    .days input {
      inline-size: 100%;
      padding-inline: var(--_space);
    }
    .days > :not(label) {
      grid-column: 1 / -1;
    }
  `,
];

/** Chooses the time frame: a button that says what is shown, and behind it presets and two free days. */
export class TimeFrameControl {
  readonly #host: { requestUpdate(): void };
  readonly #view: () => TimeFrameView;
  #mistake: Mistake | undefined;

  constructor(host: { requestUpdate(): void }, view: () => TimeFrameView) {
    this.#host = host;
    this.#view = view;
  }

  render(): TemplateResult {
    const { timeFrame, today, texts, language } = this.#view();
    const parsed = parseTimeFrame(timeFrame);
    const range = typeof parsed === 'string' ? undefined : rangeOf(parsed, today);
    const words = range && formatDayRange(range, { language, unknown: texts.unknownDate }, texts.allTime);
    const label = this.#label(parsed);
    const mistake = this.#mistake && texts[this.#mistake];
    return html`<div class="time-frame" part="time-frame">
      <button type="button" popovertarget="time-frame" aria-label=${[`${texts.timeFrame}:`, label, words === label ? '' : words].join(' ')} title=${words ?? nothing}>
        ${calendarIcon()}${label}${chevronDownIcon()}
      </button>
      <div id="time-frame" class="popover" popover role="dialog" aria-label=${texts.timeFrame} ${anchored()} @toggle=${this.#onToggle}>
        <div class="presets" role="group" aria-label=${texts.timeFrame}>
          ${PRESETS.map((preset) => this.#renderPreset(preset, preset === timeFrame))}
        </div>
        <form class="days" novalidate @submit=${this.#onSubmit} @keydown=${keepKeys} @keypress=${keepKeys} @keyup=${keepKeys}>
          ${this.#renderDay('from', range)}${this.#renderDay('to', range)}
          <p id="mistake" class="negative" role="alert" ?hidden=${!mistake}>${mistake ?? nothing}</p>
          <button>${texts.apply}</button>
        </form>
      </div>
    </div>`;
  }

  #renderPreset(preset: string, current: boolean): TemplateResult {
    return html`<button type="button" class="plain" aria-pressed=${current} @click=${(event: Event) => this.#choose(preset, event)}>${this.#label(parseTimeFrame(preset))}</button>`;
  }

  #renderDay(name: 'from' | 'to', range: DayRange | undefined): TemplateResult {
    const { texts } = this.#view();
    return html`<label
      >${texts[name]}<input type="date" name=${name} placeholder="YYYY-MM-DD" .defaultValue=${range?.[name] ?? ''} aria-invalid=${Boolean(this.#mistake)} aria-describedby="mistake"
    /></label>`;
  }

  #label(timeFrame: ReturnType<typeof parseTimeFrame>): string {
    const { texts, language, today } = this.#view();
    if (typeof timeFrame === 'string') return texts.errorConfigTimeFrame;
    if (timeFrame.kind !== 'duration') return formatDayRange(rangeOf(timeFrame, today), { language, unknown: texts.unknownDate }, texts.allTime);
    const { count, unit } = timeFrame;
    return (unit === 'month' ? texts.lastMonths : texts.lastDays)(count, formatNumber(count, language));
  }

  readonly #onToggle = ({ newState, currentTarget }: ToggleEvent) => {
    if (newState === 'open' || !(currentTarget instanceof Element)) return;
    // What was typed and not applied is not what is shown.
    currentTarget.querySelector('form')?.reset();
    this.#explain(undefined);
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const [from, to] = [toPlainDay(data.get('from')), toPlainDay(data.get('to'))];
    if (!from || !to) this.#explain('bothDays');
    else if (to < from) this.#explain('errorConfigTimeFrameInverted');
    else this.#choose(`${from}/${to}`, event);
  };

  #explain(mistake: Mistake | undefined): void {
    this.#mistake = mistake;
    this.#host.requestUpdate();
  }

  #choose(timeFrame: string, { currentTarget }: Event): void {
    if (currentTarget instanceof Element) currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
    const { today, choose } = this.#view();
    const parsed = parseTimeFrame(timeFrame);
    if (typeof parsed === 'string') return;
    const { from, to } = rangeOf(parsed, today);
    choose({ from, to, timeFrame });
  }
}
