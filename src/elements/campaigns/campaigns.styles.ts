import { css } from 'lit';

/**
 * One table in four layouts. Its cells always stand in the same order and a grid places them: cards where it is narrow, two lines a
 * row in the middle, one line where it is wide. What a layout has no room for stays in the table for those who listen, and in the
 * opened row for those who look.
 */
export const campaignsStyles = css`
  .pressure,
  .chips,
  .fields,
  .order,
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  ul,
  ol {
    list-style: none;
  }
  .pressure {
    gap: 0 calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 2);
  }
  .pressure .icon {
    color: var(--_text-muted);
    inline-size: 1.1em;
  }
  .toolbar {
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 2);
  }
  /* A choice is higher than a text. */
  .fields,
  .order {
    align-items: stretch;
  }
  .fields {
    flex: 0 1 auto;
  }
  .fields input {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .fields select {
    max-inline-size: 14em;
  }
  .order {
    display: none;
  }
  .list {
    max-block-size: min(44em, 80vh);
  }
  .sheet,
  .sheet > thead,
  .sheet > tbody,
  .cells > * {
    display: block;
    padding: 0;
    text-align: start;
    font-weight: 400;
    min-inline-size: 0;
  }
  .sheet > thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    background-color: var(--_surface);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .head button,
  .name {
    padding: 0;
    border: 0;
    min-inline-size: 0;
    gap: 0.25em;
    white-space: nowrap;
  }
  .head .icon {
    inline-size: 1em;
  }
  .head [aria-sort] {
    color: var(--_text);
  }
  .cells {
    position: relative;
    display: grid;
    align-items: baseline;
    column-gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    padding-inline: calc(var(--_size-m) * 1.6) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    /* What is taller than its neighbours makes the last line taller, not the space between the lines. */
    grid-template-rows: auto 1fr;
    grid-template-columns: calc(var(--_size-m) * 5.6) minmax(0, 1.4fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.5fr) calc(var(--_size-m) * 6);
    grid-template-areas:
      'date campaign channel promotion outcome attributed'
      'date targetGroup template tags outcome attributed'
      'details details details details details details';
  }
  .head {
    padding-block: var(--_space);
  }
  .row {
    cursor: pointer;
  }
  /* The last one drawn is in sight only at the end of the list. */
  .row:last-child {
    z-index: 3;
  }
  .row:hover {
    background-color: var(--_surface-raised);
  }
  .row.linked {
    background-color: color-mix(in srgb, var(--_accent) 12%, transparent);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .row.linked:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }
  .date {
    grid-area: date;
  }
  .campaign {
    grid-area: campaign;
  }
  .targetGroup {
    grid-area: targetGroup;
  }
  .channel {
    grid-area: channel;
  }
  .template {
    grid-area: template;
  }
  .promotion {
    grid-area: promotion;
  }
  .tags {
    grid-area: tags;
  }
  .outcome {
    grid-area: outcome;
  }
  .attributed {
    grid-area: attributed;
    text-align: end;
  }
  .row > .details {
    grid-area: details;
  }
  .head > .details {
    position: absolute;
  }
  .row > :is(.targetGroup, .template, .tags) {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .row > .date {
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .name {
    display: inline;
    vertical-align: top;
    min-block-size: 0;
    max-inline-size: 100%;
    white-space: normal;
    font-weight: 500;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .name:hover {
    background-color: transparent;
  }
  .name .icon {
    position: absolute;
    inset-inline-start: 0.1em;
    inset-block-start: calc(var(--_space) * 2 + 0.1em);
    color: var(--_text-muted);
  }
  .name[aria-expanded='true'] .icon {
    transform: rotate(90deg);
  }
  .notes {
    display: block;
    overflow-wrap: anywhere;
  }
  .failed .label {
    color: var(--_negative);
  }
  .pipeline {
    block-size: 12px;
    inline-size: 68px;
    margin-inline-end: calc(var(--_space) * 2);
    vertical-align: -1.5px;
    fill: none;
    stroke-width: 1.5;
  }
  .pipeline:dir(rtl) {
    transform: scaleX(-1);
  }
  .pipeline .way,
  .pipeline .reached {
    stroke: var(--_email);
  }
  .pipeline .reached {
    fill: var(--_email);
  }
  .pipeline .converted {
    fill: var(--_purchase);
    stroke: var(--_purchase);
  }
  .pipeline .unseen {
    stroke: var(--_edge);
    stroke-dasharray: 1.5 1.6;
  }
  .more-filters {
    display: none;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 2);
  }

  @container (min-width: 1100px) {
    .cells {
      grid-template-columns: calc(var(--_size-m) * 5.6) minmax(0, 1.5fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.3fr) calc(var(--_size-m) * 5.6) minmax(0, 1fr) minmax(0, 1.7fr) calc(var(--_size-m) * 6);
      grid-template-areas:
        'date campaign targetGroup channel template promotion tags outcome attributed'
        'details details details details details details details details details';
    }
  }
  @container (max-width: 719.98px) {
    .cells {
      grid-template-columns: calc(var(--_size-m) * 5.4) minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1.4fr) calc(var(--_size-m) * 5.6);
      grid-template-areas:
        'date campaign channel outcome attributed'
        'date targetGroup template outcome attributed'
        'details details details details details';
    }
    .cells > :is(.promotion, .tags) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .order {
      display: flex;
    }
  }
  @container (max-width: 559.98px) {
    .more-filters {
      display: inline-flex;
    }
    .fields {
      flex: 1 1 100%;
    }
    .fields.folded {
      display: none;
    }
    .cells {
      grid-template-columns: calc(var(--_size-m) * 5.4) minmax(0, 1fr) minmax(0, 1.1fr) calc(var(--_size-m) * 5.6);
      grid-template-areas:
        'date campaign outcome attributed'
        'channel targetGroup outcome attributed'
        'details details details details';
    }
    .cells > .template {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 419.98px) {
    .sheet > thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .cells {
      row-gap: calc(var(--_space) * 0.5);
      grid-template-columns: minmax(0, 1fr) fit-content(45%);
      grid-template-areas:
        'campaign attributed'
        'targetGroup date'
        'outcome channel'
        'details details';
    }
    .cells > :is(.date, .channel) {
      text-align: end;
    }
    .none > [aria-hidden] {
      display: none;
    }
    .row > .details {
      margin-inline-start: calc(var(--_size-m) * -1.6);
    }
  }
  @media print {
    .sheet > thead {
      position: static;
    }
  }
`;
