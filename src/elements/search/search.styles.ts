import { css } from 'lit';

/** A field and, below it in the top layer, what it found. */
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
  }
  input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .popover {
    padding: var(--_space);
    inline-size: max-content;
    min-inline-size: 16em;
    max-inline-size: min(28em, calc(100vw - 16px));
  }
  [role='option'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  [role='option'][aria-selected='true'],
  [role='option']:hover {
    background-color: var(--_surface-raised);
  }
  [role='option'][aria-selected='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [role='option'] > :nth-child(n + 2) {
    font-size: var(--_size-s);
  }
  [role='option'] > .wide {
    grid-column: 1 / -1;
  }
  .message {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
`;
