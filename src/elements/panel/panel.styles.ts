import { css } from 'lit';

/** One surface with thin separators; the width at hand decides the columns. */
export const panelStyles = css`
  :host {
    --_gutter: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    overflow: clip;
  }
  header[part='header'],
  .trust,
  .banner,
  .place {
    padding-inline: var(--_gutter);
  }
  header[part='header'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    padding-block: calc(var(--_space) * 4);
  }
  /* Two lines of identifiers, whether they are needed or not: nothing below may jump when the customer comes. */
  .customer {
    display: grid;
    flex: 1 1 22em;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 78px;
  }
  :host(:state(narrow)) .customer {
    min-block-size: 152px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-inline-size: 100%;
  }
  .time-frame > button {
    min-block-size: 30px;
  }
  .tools c360-search {
    flex: 1 1 14em;
  }
  .trust {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    padding-block: var(--_space);
    border-block: 1px solid var(--_border);
    background-color: var(--_surface-raised);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .trust ul {
    flex: 1;
    list-style: none;
  }
  .trust li {
    display: inline;
    margin-inline-end: calc(var(--_space) * 4);
  }
  .updated {
    white-space: nowrap;
  }
  .banner {
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    color: var(--_warning);
  }
  .place {
    padding-block: calc(var(--_space) * 4);
  }
  .place + .place {
    border-block-start: 1px solid var(--_border);
  }
  .place:has(> slot > :state(hidden)) {
    display: none;
  }
  :host(:state(narrow)) {
    --_gutter: calc(var(--_space) * 3);
  }
  :host(:state(narrow)) .place {
    padding-block: calc(var(--_space) * 2);
  }
  /* Whoever is on a call must not scroll past the tools: one row for them, and the strip in two. */
  :host(:state(narrow)) header[part='header'] {
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 3);
  }
  :host(:state(narrow)) .tools {
    flex: 1;
  }
  :host(:state(narrow)) .tools c360-search {
    flex-basis: 9em;
  }
  :host(:state(narrow)) .trust ul {
    flex-basis: 100%;
  }
  :host(:state(narrow)) .updated {
    flex: 1;
  }
  /* Wide: the profile stands on the left and stays in sight, its metrics open the right column. */
  :host(:state(wide)) .sections {
    display: grid;
    grid-template-columns: 320px minmax(0, 1fr);
    align-items: start;
  }
  :host(:state(wide)) .place {
    grid-column: 2;
    align-self: stretch;
    border-inline-start: 1px solid var(--_border);
  }
  :host(:state(wide)) .place.profile {
    display: contents;
  }
  :host(:state(wide)) c360-profile::part(section) {
    position: sticky;
    inset-block-start: 0;
    grid-column: 1;
    grid-row: 1 / span 9;
    max-block-size: 100vh;
    padding: calc(var(--_space) * 4) var(--_gutter);
    overflow: auto;
  }
  :host(:state(wide)) c360-profile::part(metrics) {
    grid-column: 2;
    padding: calc(var(--_space) * 4) var(--_gutter);
    border-block-end: 1px solid var(--_border);
    border-inline-start: 1px solid var(--_border);
  }
  :host(:state(wide)) .place.profile + .place {
    border-block-start: 0;
  }
  /* A source that has no profile leaves no empty column. */
  :host(:state(wide)) .sections:has(c360-profile:state(hidden)) {
    display: block;
  }
  :host(:state(wide)) .sections:has(c360-profile:state(hidden)) .place {
    border-inline-start: 0;
  }
  @media print {
    :host {
      border: 0;
      overflow: visible;
    }
  }
`;
