import { css } from 'lit';

/** What was found, in the top layer below the field. */
export const resultStyles = css`
  .popover {
    padding: var(--_space);
    inline-size: max-content;
    min-inline-size: 16em;
    max-inline-size: min(28em, calc(100% - 16px));
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
