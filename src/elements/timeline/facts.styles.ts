import { css } from 'lit';

/** Looks of what is behind a row. */
export const factsStyles = css`
  .lines {
    display: grid;
    grid-template-columns: minmax(5em, max-content) minmax(0, 1fr);
    gap: var(--_space) calc(var(--_space) * 4);
    margin: 0;
    overflow-wrap: anywhere;
  }
  .lifecycle {
    margin: 0;
    padding: 0;
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
    margin-block-end: calc(var(--_space) * 3);
  }
  .lifecycle li {
    position: relative;
    padding-inline-start: 14px;
  }
  .lifecycle li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.45em;
    inset-inline-start: 0;
    inline-size: 7px;
    block-size: 7px;
    border: 1px solid currentColor;
    border-radius: 50%;
    background-color: currentColor;
  }
  .lifecycle .muted::before {
    background-color: transparent;
  }
  .lifecycle span {
    display: block;
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
  }
  .lifecycle + p {
    margin-block-end: calc(var(--_space) * 3);
  }
  .order {
    border-collapse: collapse;
    margin-block-end: calc(var(--_space) * 3);
    min-inline-size: min(24em, 100%);
  }
  .order th,
  .order td {
    padding: var(--_space) calc(var(--_space) * 4) var(--_space) 0;
    text-align: start;
    font-weight: 400;
  }
  .order thead {
    color: var(--_text-muted);
  }
  .order .number {
    text-align: end;
  }
  .order tfoot {
    border-block-start: 1px solid var(--_border);
    font-weight: 600;
  }
`;
