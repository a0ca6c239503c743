import { type CSSResult, css } from 'lit';
import { tokenStyles } from './tokens.styles.js';

/**
 * What every element starts from. Inherited text properties are reset on the host and once more on the roots of the shadow
 * tree, because a page's `*` rule reaches the host and wins there (HP1). Only the font family is taken from the page.
 */
const base = css`
  :host {
    display: block;
    isolation: isolate;
    container-type: inline-size;
    /* A container has no width of its own: in a row of the page it would vanish, or refuse to shrink. */
    contain-intrinsic-inline-size: 320px;
    min-inline-size: 0;
    background-color: var(--_surface);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :host,
  :where(:host > *) {
    color: var(--_text);
    font: 400 var(--_size-m) / 1.4 sans-serif;
    font-family: var(--c360-font-family, inherit);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
    cursor: auto;
    list-style: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  /* In a field for a date it is one of its parts that has the focus. */
  :focus-visible,
  input:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  button,
  input,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  .button,
  .chip,
  input,
  select {
    min-height: 24px;
    min-width: 24px;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  input,
  select {
    border-color: var(--_edge);
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    vertical-align: middle;
    cursor: pointer;
    text-decoration: none;
  }
  button:hover,
  .button:hover {
    background-color: var(--_surface-raised);
  }
  button[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  /* A message in place of content. */
  .state {
    display: grid;
    grid-template-columns: auto minmax(0, max-content);
    justify-content: start;
    gap: calc(var(--_space) * 2);
    padding-block: var(--_space);
  }
  .state > button {
    grid-column: 2;
    justify-self: start;
  }
  .quiet {
    align-items: center;
  }
  summary {
    min-block-size: 24px;
    padding-block: 3px;
    cursor: pointer;
  }
  .plain,
  .plain:hover {
    border-color: transparent;
    background-color: transparent;
  }
  .icon-button {
    padding: 0;
    color: var(--_text-muted);
  }
  a,
  .link {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .link {
    padding: 0;
    border: 0;
    background-color: transparent;
    text-decoration: underline;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    border-radius: 1em;
  }
  .badge {
    padding: 0 0.5em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: var(--_size-s);
    white-space: nowrap;
  }
  .muted,
  ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .small {
    font-size: var(--_size-s);
  }
  .positive {
    color: var(--_positive);
  }
  .negative {
    color: var(--_negative);
  }
  .warning {
    color: var(--_warning);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :dir(rtl) > .icon.directed {
    transform: scaleX(-1);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  /* Where colours are forced every button has an edge; that of a pressed one is another, wherever it had none. */
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border-color: Highlight !important;
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
    * {
      print-color-adjust: exact;
    }
  }
`;

/** Tokens and the ground rules of type, controls and motion: the first entries of every element's `styles`. */
export const baseStyles: readonly CSSResult[] = [tokenStyles, base];
