import { css, type TemplateResult } from 'lit';
import { html } from './html.js';

/** A measure within known bounds. */
export interface Meter {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What is measured. */
  readonly label: string;
  /** The value in words, as it is spoken (A16). */
  readonly valueText: string;
}

/** Style of meters. */
export const meterStyles = css`
  .meter {
    display: block;
    block-size: 8px;
    border: 1px solid var(--_edge);
    border-radius: 4px;
    overflow: hidden;
  }
  .meter svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_accent);
    forced-color-adjust: none;
  }
  .meter:dir(rtl) svg {
    transform: scaleX(-1);
  }
`;

/** How far a value lies between two bounds, 0 to 1; what is out of range or no number is brought into it. */
export function fractionOf(value: number, min: number, max: number): number {
  const fraction = (value - min) / (max - min);
  return Number.isFinite(fraction) ? Math.min(Math.max(fraction, 0), 1) : 0;
}

/** Draws a meter, which is not a progress bar (A16): one colour whatever the value, since high is not always good (T5). */
export function renderMeter({ value, min, max, label, valueText }: Meter): TemplateResult {
  const within = min + fractionOf(value, min, max) * (max - min);
  return html`<div class="meter" part="meter" role="meter" aria-label=${label} aria-valuemin=${min} aria-valuemax=${max} aria-valuenow=${within} aria-valuetext=${valueText}>
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${100 * fractionOf(value, min, max)} height="1" /></svg>
  </div>`;
}
