import { css } from 'lit';

/** The chart is the only thing with strong colour; everything around it is quiet. */
export const impactStyles = css`
  .bar,
  .legend,
  .modes,
  .keys {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }
  .bar {
    justify-content: space-between;
    margin-block-end: calc(var(--_space) * 2);
  }
  .modes {
    gap: 0;
  }
  .modes button {
    border-radius: 0;
    margin-inline-start: -1px;
  }
  .modes button:first-child {
    margin-inline-start: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .modes button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .legend {
    gap: var(--_space);
    /* Names begin where everything else does, and not where the room around them does. */
    margin-inline-start: calc(-1 * var(--_space) - 1px);
    list-style: none;
  }
  .legend button {
    padding-inline: var(--_space);
    border-color: transparent;
    background-color: transparent;
    color: var(--_text);
  }
  .legend button[aria-pressed='false'] {
    color: var(--_text-muted);
  }
  .legend button[aria-pressed='false'] svg {
    opacity: 0.35;
  }
  .legend svg {
    inline-size: 20px;
    block-size: 10px;
    stroke: currentColor;
    stroke-width: 2.5;
    fill: none;
  }
  .keys {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .keys span {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }
  .keys svg {
    inline-size: 12px;
    block-size: 12px;
  }
  .series-0 {
    color: var(--_accent);
  }
  .series-1 {
    color: var(--_purchase);
  }
  .series-2 {
    color: var(--_text-muted);
  }
  .series-3 {
    color: var(--_warning);
  }
  .series-4 {
    color: var(--_email);
  }
  .series-5 {
    color: var(--_negative);
  }
  .plot {
    position: relative;
    block-size: 260px;
    border-color: var(--_border);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  /* No movement but a sign: it ends when the page has changed the colours around us, by whatever means, and a canvas keeps those it was painted in. */
  .plot,
  .overlay,
  .legend span,
  .keys .shape {
    transition:
      color 1ms step-start,
      stroke 1ms step-start,
      border-top-color 1ms step-start !important;
  }
  .plot canvas,
  .plot .overlay {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* Kept for the time frame that is under way. By name: what may be anything makes the browser look at everything anew. */
  [aria-busy='true'] .actions > button {
    display: none;
  }
  .pending > canvas,
  .pending > .overlay {
    visibility: hidden;
  }
  .layer {
    position: absolute;
    inset: 0;
    cursor: crosshair;
    touch-action: pan-y;
    border-radius: var(--_radius);
  }
  .overlay {
    direction: ltr;
    pointer-events: none;
    /* Its own shapes have colours of theirs; this one is read by what paints on the canvas. */
    color: var(--_surface);
  }
  .axis {
    stroke: var(--_border);
  }
  .marked {
    stroke: var(--_accent);
    stroke-width: 2;
    opacity: 0.6;
  }
  .brush {
    fill: var(--_accent);
    opacity: 0.15;
  }
  .keys .shape {
    fill: var(--_email);
    stroke: var(--_email);
    stroke-width: 1.5;
  }
  .control .shape {
    fill: var(--_surface);
  }
  .excluded .shape {
    stroke: var(--_text-muted);
    fill: none;
  }
  .card {
    min-block-size: 5em;
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background-color: var(--_surface-raised);
  }
  .card .row,
  .effect .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space) calc(var(--_space) * 4);
  }
  .card .row + .row,
  .effect .row + .row {
    margin-block-start: var(--_space);
  }
  .hint {
    margin-block-start: var(--_space);
  }
  .effect {
    margin-block-start: calc(var(--_space) * 3);
  }
  .campaigns {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 3);
    list-style: none;
  }
  .campaigns li {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 2);
  }
  .ids {
    display: inline-flex;
    align-items: center;
    white-space: nowrap;
  }
  .table {
    max-block-size: 320px;
    margin-block-start: calc(var(--_space) * 3);
    overflow: auto;
  }
  .rest {
    padding: calc(var(--_space) * 2);
  }
  .provenance {
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  pre {
    margin: var(--_space) 0;
    overflow-x: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: var(--_size-s);
  }
  /* What the marks mean stands below them where there is no room above: the lines are seen sooner. */
  @container (max-width: 599.98px) {
    .drawing {
      display: flex;
      flex-direction: column;
    }
    .bar {
      display: contents;
    }
    .bar > .modes {
      margin-block-end: var(--_space);
    }
    .keys {
      order: 1;
      row-gap: var(--_space);
      margin-block: var(--_space);
    }
  }
  /* The heading and all that can be done stand in one line. */
  @container (max-width: 419.98px) {
    .actions {
      gap: 0;
    }
    .table-switch {
      padding: 0;
    }
    .table-switch:not([aria-pressed='true']) {
      border-color: transparent;
      color: var(--_text-muted);
    }
    .table-switch span {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    .legend {
      row-gap: 0;
      margin-inline-start: -4px;
    }
    .legend button {
      gap: 3px;
      padding-inline: 3px;
    }
    .plot {
      block-size: 232px;
    }
  }
  /* Paper says what was chosen; what else could be pressed is of no use there. */
  @media print {
    .card,
    .layer,
    .modes button:not([aria-pressed='true']),
    .legend li:not(:has([aria-pressed='true'])) {
      display: none;
    }
    .modes button[aria-pressed='true'],
    .legend button[aria-pressed='true'] {
      padding-inline: 0;
      border-color: transparent;
      color: var(--_text);
    }
    .legend {
      gap: var(--_space) calc(var(--_space) * 4);
      margin-inline-start: 0;
    }
    .table {
      max-block-size: none;
    }
  }
`;
