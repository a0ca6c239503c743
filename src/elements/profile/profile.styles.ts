import { css } from 'lit';

/** Two blocks that find their own measure: in a wide panel they stand apart, in columns of their own. */
export const profileStyles = css`
  :host(:state(split):not(:state(hidden))) {
    display: contents;
  }
  section,
  .metrics {
    container-type: inline-size;
  }
  /* A dialog stands in the middle of the window, wherever in the tree it is. */
  .body > :not(dialog),
  .block {
    margin-block-end: calc(var(--_space) * 5);
  }
  .body > :last-child:not(dialog),
  :host(:state(split)) .metrics {
    margin-block-end: 0;
  }
  .title {
    margin-block-end: var(--_space);
    font-weight: 600;
  }
  .bar > .title {
    margin: 0;
  }
  .past {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
  }
  [part='snapshot'] {
    padding-inline: 0;
  }
  .snapshot {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .snapshot label {
    display: grid;
    gap: var(--_space);
  }

  .brief {
    display: grid;
    grid-template-columns: minmax(0, max-content) auto;
    justify-content: start;
    align-items: start;
    gap: calc(var(--_space) * 2);
  }
  .brief p {
    max-inline-size: 90ch;
    font-size: calc(var(--_size-m) * 14 / 13);
    line-height: 1.6;
  }
  .awaited {
    display: inline-block;
    inline-size: 4.5ch;
    block-size: 0.7em;
    margin-inline-end: 0.5ch;
    border-radius: 3px;
    background-color: var(--_surface-raised);
    opacity: 0;
    animation: appear 200ms 150ms forwards;
  }
  @media (prefers-reduced-motion: reduce) {
    .awaited {
      opacity: 1;
    }
  }
  .evidence,
  .evidence:hover {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background-color: transparent;
    color: inherit;
    font-weight: 500;
    /* Less than the line around it, which would grow by a pixel else. */
    line-height: 1.5;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .evidence:hover {
    color: var(--_accent);
    text-decoration-thickness: 2px;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * -4);
  }
  .metric:last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  @container (min-width: 600px) {
    .tiles {
      grid-template-columns: repeat(auto-fit, minmax(10.5em, 1fr));
    }
  }
  /* Wide enough for a fifth beside the four. */
  @container (min-width: 750px) {
    .metric:last-child:nth-child(odd) {
      grid-column: auto;
    }
  }
  /* What has a row for itself stands in one line: what it is, and beside it the thing. */
  @container (min-width: 420px) and (max-width: 749.98px) {
    .metric:last-child:nth-child(odd) {
      display: flex;
      grid-row: auto;
      align-items: center;
      gap: calc(var(--_space) * 4);
    }
    .metric:last-child:nth-child(odd) dt {
      align-self: center;
    }
  }
  @container (min-width: 840px) {
    .tiles {
      grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
      gap: 0;
      margin: 0;
    }
    .tiles > .metric {
      margin: 0;
      padding-inline: calc(var(--_space) * 4);
    }
    .tiles > .metric:first-child {
      padding-inline-start: 0;
    }
    .metric + .metric {
      border-inline-start: 1px solid var(--_border);
    }
  }
  /* Figures of a row begin on one line, also where the name of one takes two; a margin and no gap, since none is wanted within. */
  .metric {
    display: grid;
    grid-row: span 2;
    grid-template-rows: subgrid;
    margin-block-end: calc(var(--_space) * 4);
  }
  .metric dt {
    align-self: end;
    padding-block: 3px;
  }
  .together {
    white-space: nowrap;
  }
  /* Follows the last word of the name, in its line and without making it higher. */
  .help {
    position: relative;
    inset-block-start: -1px;
    margin-block: -4px;
    margin-inline-end: -8px;
  }
  /* A line that has to break breaks in its middle: no word stands alone under a figure. */
  .metric .small {
    text-wrap: balance;
  }
  /* Courses end on one line, however many words stand between. */
  .metric dd {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: start;
  }
  .figure {
    font-size: var(--_size-xl);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  @container (min-width: 420px) {
    .figure {
      font-size: var(--_size-xxl);
    }
  }
  .metric .small .icon {
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 2px;
    vertical-align: -0.125em;
  }
  .sparkline {
    inline-size: 100%;
    max-inline-size: 12em;
    block-size: 24px;
    margin-block-start: auto;
    padding-block-start: var(--_space);
    box-sizing: content-box;
    overflow: visible;
  }
  .sparkline path {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  :host(:dir(rtl)) .sparkline {
    transform: scaleX(-1);
  }
  .product {
    margin-block-start: var(--_space);
  }
  .product-words {
    display: grid;
    min-inline-size: 0;
  }
  .product-name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 500;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4) calc(var(--_space) * 12);
  }
  .facts > * {
    min-inline-size: 0;
    margin-block-end: 0;
  }
  .facts:empty {
    display: none;
  }
  .consents ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 5);
    list-style: none;
  }
  .consents li {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 24px;
  }
  .consents li > .icon {
    color: var(--_text-muted);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    list-style: none;
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: calc(var(--_space) * 2);
  }
  .attributes input {
    inline-size: 100%;
    max-inline-size: 24em;
    margin-block-end: calc(var(--_space) * 3);
  }
  .groups {
    column-width: 20em;
    column-gap: calc(var(--_space) * 8);
  }
  .group {
    margin-block-end: calc(var(--_space) * 3);
  }
  .group.short {
    break-inside: avoid;
  }
  .group > p {
    padding-block-end: 2px;
    font-weight: 600;
    break-after: avoid;
  }
  .attribute {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    min-block-size: 26px;
    padding-block: 3px;
    align-items: baseline;
    break-inside: avoid;
    /* Of 500 attributes only those in view are laid out. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 26px;
  }
  .attribute :focus-visible {
    outline-offset: -2px;
  }
  .attribute dt {
    min-inline-size: 0;
    max-inline-size: 65%;
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .attribute code {
    font: 0.92em ui-monospace, monospace;
    text-decoration: underline dotted;
  }
  .attribute dd {
    position: relative;
    min-inline-size: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .attribute.long {
    flex-direction: column;
    align-items: stretch;
    gap: 0;
  }
  .long dd {
    text-align: start;
  }
  .was {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  :host(:state(past)) .was {
    color: var(--_warning);
  }
  .row-tools {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: 100%;
    display: flex;
    padding-inline: var(--_space);
    background-color: var(--_surface);
    opacity: 0;
  }
  .long .row-tools {
    inset-block-start: auto;
    inset-block-end: 100%;
    inset-inline: auto 0;
  }
  .attribute:hover .row-tools,
  .attribute:focus-within .row-tools,
  .row-tools:has([aria-pressed='true']) {
    opacity: 1;
  }
  /* On paper nothing comes into view later. */
  @media print {
    .attribute {
      content-visibility: visible;
    }
  }
  @media (hover: none) {
    .row-tools {
      position: static;
      display: inline-flex;
      opacity: 1;
    }
  }
`;
