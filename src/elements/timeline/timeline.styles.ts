import { css } from 'lit';

/** Looks of the timeline: overview, tools, list. */
export const timelineStyles = css`
  .overview {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    column-gap: calc(var(--_space) * 2);
  }
  .lanes {
    display: flex;
    flex-direction: column;
  }
  .lane {
    block-size: 26px;
    justify-content: start;
    padding: 0 calc(var(--_space) * 1.5) 0 0;
    gap: calc(var(--_space) * 1.5);
    font-size: var(--_size-s);
  }
  .lane-name {
    flex: 1;
    text-align: start;
  }
  .lane[aria-pressed='true'] {
    border-color: transparent;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  .strip {
    overflow-x: auto;
    min-inline-size: 0;
  }
  .plot {
    inline-size: max-content;
    cursor: pointer;
    touch-action: pan-x pan-y;
  }
  .plot:focus-visible {
    outline-offset: -2px;
  }
  .plot svg {
    display: block;
  }
  .plot line {
    stroke: var(--_border);
  }
  .plot .end {
    stroke: var(--_text-muted);
    stroke-dasharray: 2 3;
  }
  .plot .linked {
    stroke: var(--_accent);
    stroke-width: 2px;
  }
  .plot text {
    fill: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .plot .middle {
    text-anchor: middle;
  }
  .plot path {
    fill: currentColor;
    stroke: var(--_surface);
  }
  .plot .dimmed {
    opacity: 0.25;
  }
  .plot .cursor {
    fill: var(--_accent);
    fill-opacity: 0.14;
  }
  .plot .untracked {
    fill: var(--_surface-raised);
  }
  .ends {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
    min-block-size: 28px;
  }
  .ends > button {
    min-inline-size: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .ends > button:last-child {
    text-align: end;
  }
  .when {
    white-space: nowrap;
  }
  .sizes {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }
  .sizes svg {
    flex: none;
    fill: var(--_other);
    margin-inline-start: var(--_space);
  }
  .zoom {
    display: inline-flex;
  }
  .zoom button[aria-pressed='true'] {
    border-color: transparent;
    font-weight: 600;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 3) calc(var(--_space) * 2);
  }
  .tools-heading {
    font-weight: 600;
    margin-inline-end: auto;
  }
  .search {
    flex: 0 1 14em;
    min-inline-size: 8em;
  }
  /* A date or a choice is higher than a text. */
  .tools :is(input, select) {
    align-self: stretch;
  }
  .tools select {
    max-inline-size: 12em;
  }
  .above {
    display: flex;
    justify-content: center;
    gap: calc(var(--_space) * 2);
  }
  .above:not(:empty) .chip {
    margin-block-end: calc(var(--_space) * 2);
  }
  .list {
    max-block-size: min(480px, 80vh);
  }
  .day-heading {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    background-color: var(--_surface);
    font-weight: 600;
  }
  .day-heading .muted {
    font-weight: 400;
  }
  .day-heading:focus-visible {
    outline-offset: -2px;
  }
  .linked > .day-heading,
  .shown > .day-heading {
    box-shadow: inset 3px 0 var(--_accent);
  }
  :host(:dir(rtl)) :is(.linked, .shown) > .day-heading {
    box-shadow: inset -3px 0 var(--_accent);
  }
  .day-heading {
    margin: 0;
  }
  .day ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .event {
    display: grid;
    grid-template-columns: 4.5em 16px minmax(0, 1fr) fit-content(50%) 16px;
    align-items: center;
    column-gap: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    cursor: pointer;
  }
  .event:hover {
    background-color: var(--_surface-raised);
  }
  .time {
    justify-self: start;
    white-space: nowrap;
  }
  .name,
  .name:hover {
    display: block;
    min-block-size: 36px;
    padding: calc(var(--_space) * 1.5) 0;
    text-align: start;
    background-color: transparent;
    border: 0;
    overflow-wrap: anywhere;
  }
  /* The whole line opens it, so the whole line has the focus. */
  .event:focus-within:not(.away) {
    position: relative;
  }
  .name:focus-visible {
    outline: none;
  }
  .name:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    pointer-events: none;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .channel .icon {
    inline-size: 15px;
    block-size: 15px;
    margin-inline-end: calc(var(--_space) * 1.5);
  }
  .outcome {
    display: block;
  }
  .context {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: calc(var(--_space) * 2);
    text-align: end;
    overflow-wrap: anywhere;
  }
  .event .product .picture {
    inline-size: 24px;
    block-size: 24px;
  }
  .product:hover .product-name {
    text-decoration: underline;
  }
  /* Two strokes: an icon in each row took as long as an eighth of all there is to do while one wheels, and what is turned is a layer. */
  .event::after {
    --_stroke: transparent calc(50% - 1.2px), var(--_text-muted) calc(50% - 0.4px) calc(50% + 0.4px), transparent calc(50% + 1.2px);
    content: '';
    grid-area: 1 / 5;
    justify-self: center;
    inline-size: 10px;
    block-size: 5px;
    background:
      linear-gradient(to top right, var(--_stroke)) left / 5px no-repeat,
      linear-gradient(to top left, var(--_stroke)) right / 5px no-repeat;
  }
  .event.open::after {
    background-position: right, left;
  }
  .facts {
    grid-column: 3 / -1;
    padding-block-end: calc(var(--_space) * 3);
    cursor: auto;
  }
  .provenance {
    margin-block-start: calc(var(--_space) * 2);
  }
  .tail {
    position: relative;
    z-index: 3;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2);
    text-align: center;
  }
  @container (max-width: 559px) {
    .event {
      grid-template-columns: 4.2em 16px minmax(0, 1fr) 16px;
    }
    .context {
      grid-area: 2 / 3 / auto / -1;
      justify-content: start;
      text-align: start;
      padding-block-end: calc(var(--_space) * 1.5);
    }
    .context:empty {
      display: none;
    }
    .event::after {
      grid-area: 1 / 4;
    }
    .search {
      flex: 1 1 100%;
      order: 1;
    }
    .tools select,
    .tools input[type='date'] {
      order: 2;
      flex: 1 1 0;
      min-inline-size: 7em;
    }
    .facts {
      grid-column: 1 / -1;
    }
  }
  @container (max-width: 419px) {
    .overview {
      display: block;
    }
    .lanes {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      padding-inline-start: 48px;
    }
    .lane {
      flex-direction: column;
      block-size: auto;
      gap: 0;
      padding: 0;
    }
    .strip {
      max-block-size: 320px;
      overflow-y: auto;
    }
    .ends {
      display: grid;
      grid-template-columns: minmax(0, 1fr) fit-content(60%);
      row-gap: var(--_space);
      padding-block: var(--_space);
    }
    .ends > button {
      flex-direction: column;
      align-items: start;
      gap: 0;
    }
    .ends > button:last-child {
      grid-area: 1 / 2;
      align-items: end;
    }
    .event {
      grid-template-columns: 16px minmax(0, 1fr) auto 16px;
      align-items: start;
      padding-inline: 0;
    }
    .time,
    .name {
      align-self: baseline;
    }
    .event .mark {
      grid-area: 1 / 1;
      /* Beside the middle of the first line. */
      margin-block-start: calc(0.7em + 1px);
    }
    .name,
    .name:hover {
      min-block-size: 0;
      padding-block: 8px;
    }
    .name {
      grid-area: 1 / 2;
    }
    .time {
      grid-area: 1 / 3;
      font-size: var(--_size-s);
      line-height: calc(var(--_size-m) * 1.4);
    }
    .event::after {
      grid-area: 1 / 4;
      margin-block-start: calc(0.7em + 6px);
    }
    .context {
      grid-area: 2 / 2 / auto / -1;
    }
    .day-heading {
      padding-inline: 0;
    }
  }
  @media print {
    .tools input,
    .tools select,
    .above,
    .zoom {
      display: none;
    }
  }
`;
