import { css } from 'lit';

export const timelineStyles = css`
  .site {
    color: var(--_site);
    fill: var(--_site);
  }
  .email {
    color: var(--_email);
    fill: var(--_email);
  }
  .purchase {
    color: var(--_purchase);
    fill: var(--_purchase);
  }
  .other {
    color: var(--_other);
    fill: var(--_other);
  }
  .chart {
    display: block;
    inline-size: 100%;
  }
  .chart path {
    stroke: var(--_surface);
  }
  .chart line {
    stroke: var(--_border);
  }
  .chart text {
    fill: var(--_text-muted);
    font-size: var(--_size-s);
  }
  .list {
    max-block-size: 480px;
    overflow-y: auto;
  }
  .day-heading {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    justify-content: space-between;
    padding-block: calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_border);
    background-color: var(--_surface);
  }
  .event {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }
  .time {
    inline-size: 5em;
  }
  .name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
