import type { TemplateResult } from 'lit';
import { type DateStyle, formatExactInstant } from '../format/date.js';
import { NO_VALUE } from '../format/formatters.js';
import { formatRelative } from '../format/relative.js';
import type { Instant } from '../model/day.js';
import { html } from './html.js';
import { tooltip } from './tooltip.js';

/** Draws what stands for an absent or unreadable value: a dash to see, words to hear (PS4). */
export function renderNoValue({ noValue }: { readonly noValue: string }): TemplateResult {
  return html`<span aria-hidden="true">${NO_VALUE}</span><span class="visually-hidden">${noValue}</span>`;
}

/** Draws a moment relative to now, with the exact one on hover and on focus. */
export function renderMoment(instant: Instant | null | undefined, now: Date | number, style: DateStyle): TemplateResult {
  const text = formatRelative(instant, now, style);
  if (text === style.unknown || typeof instant !== 'number') return html`${style.unknown}`;
  return html`<time datetime=${new Date(instant).toISOString()} tabindex="0" ${tooltip(formatExactInstant(instant, style))}>${text}</time>`;
}
