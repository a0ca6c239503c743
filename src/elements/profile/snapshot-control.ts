import { nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../format/date.js';
import type { ProfileMessages } from '../../i18n/slices/profile.js';
import type { SharedMessages } from '../../i18n/slices/shared.js';
import { type PlainDay, toPlainDay } from '../../model/day.js';
import { html } from '../../ui/html.js';
import { calendarIcon, chevronDownIcon } from '../../ui/icons.js';
import { keepKeys } from '../../ui/keys.js';
import { anchored } from '../../ui/popover.js';

/** What the control shows and whom it tells. */
export interface SnapshotView {
  /** The snapshot day on screen. */
  readonly shown: PlainDay | undefined;
  /** The day asked for; without it, or empty, the newest. */
  readonly asked: string | undefined;
  readonly today: PlainDay;
  readonly texts: SharedMessages & ProfileMessages;
  readonly language: string;
  readonly choose: (day: PlainDay | undefined) => void;
}

/** Travels in time: a button that says of which day the profile is, and behind it another day to choose. */
export class SnapshotControl {
  readonly #host: { requestUpdate(): void };
  readonly #view: () => SnapshotView;
  #isInvalid = false;

  constructor(host: { requestUpdate(): void }, view: () => SnapshotView) {
    this.#host = host;
    this.#view = view;
  }

  render(): TemplateResult | typeof nothing {
    const { shown, asked, today, texts, language } = this.#view();
    // A source without snapshots has no days to choose from.
    if (!shown) return nothing;
    return html`<button type="button" class="plain muted no-print" part="snapshot" popovertarget="snapshot" title=${texts.chooseSnapshot}>
        ${calendarIcon()}${texts.asOf(formatDay(shown, { language, unknown: texts.unknownDate }))}${chevronDownIcon()}
      </button>
      <div id="snapshot" class="popover" popover role="dialog" aria-label=${texts.chooseSnapshot} ${anchored()} @toggle=${this.#onToggle}>
        <form class="snapshot" novalidate @submit=${this.#onSubmit} @keydown=${keepKeys} @keypress=${keepKeys} @keyup=${keepKeys}>
          <label>${texts.snapshotDay}<input type="date" name="day" placeholder="YYYY-MM-DD" max=${today} .defaultValue=${asked || shown} aria-invalid=${this.#isInvalid} aria-describedby="snapshot-mistake" /></label>
          <p id="snapshot-mistake" class="negative" role="alert" ?hidden=${!this.#isInvalid}>${this.#isInvalid ? texts.invalidDay : nothing}</p>
          <button>${texts.showSnapshot}</button>
        </form>
      </div>`;
  }

  /** Says that what is on screen is not today's, in whatever state the section is, so that the way back is never lost. */
  renderNote(): TemplateResult | typeof nothing {
    const { shown, asked, texts, language, choose } = this.#view();
    if (!asked) return nothing;
    const day = shown ?? toPlainDay(asked);
    return html`<p class="past" part="past">
      <span>${texts.snapshotShown(formatDay(day, { language, unknown: texts.unknownDate }))}</span><button type="button" @click=${() => choose(undefined)}>${texts.backToToday}</button>
    </p>`;
  }

  readonly #onToggle = ({ newState, currentTarget }: ToggleEvent) => {
    if (newState === 'open' || !(currentTarget instanceof Element)) return;
    currentTarget.querySelector('form')?.reset();
    this.#setInvalid(false);
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const day = toPlainDay(new FormData(form).get('day'));
    const { today, choose } = this.#view();
    if (!day || day > today) {
      this.#setInvalid(true);
      return;
    }
    form.closest<HTMLElement>('[popover]')?.hidePopover();
    choose(day === today ? undefined : day);
  };

  #setInvalid(isInvalid: boolean): void {
    this.#isInvalid = isInvalid;
    this.#host.requestUpdate();
  }
}
