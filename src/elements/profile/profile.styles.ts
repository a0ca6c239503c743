import { css } from 'lit';

/** Two blocks that find their own measure: in a wide panel they stand apart, in columns of their own. */
export const profileStyles = css`
  :host(:state(split)) {
    display: contents;
  }
  section,
  .metrics {
    container-type: inline-size;
  }
  .block + .block,
  .body > .identity {
    margin-block-end: calc(var(--_space) * 4);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
    gap: calc(var(--_space) * 4);
  }
  .metric dd {
    display: grid;
  }
  .figure {
    font-size: var(--_size-xxl);
    font-weight: 600;
    line-height: 1.2;
  }
  .group {
    margin-block-end: calc(var(--_space) * 4);
  }
  .attribute {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    min-block-size: 24px;
  }
  .attribute dd {
    min-inline-size: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }
  code {
    font-family: ui-monospace, monospace;
  }
`;
