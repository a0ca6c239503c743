import { css } from 'lit';

/** The field alone: what it finds comes with the code that searches. */
export const searchStyles = css`
  :host {
    /* Nothing inside asks for its width. */
    container-type: normal;
    inline-size: 20em;
    max-inline-size: 100%;
  }
  .field {
    display: flex;
    align-items: center;
    position: relative;
  }
  .field > .icon {
    position: absolute;
    inset-inline-start: 8px;
    color: var(--_text-muted);
    pointer-events: none;
  }
  input {
    inline-size: 100%;
    min-block-size: 30px;
    padding-inline: 30px 8px;
    text-overflow: ellipsis;
  }
`;
