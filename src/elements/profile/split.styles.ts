import { css } from 'lit';

/** What must hold before the rest of the looks has come: in a wide panel the two blocks stand apart, in columns of their own. */
export const splitStyles = css`
  :host(:state(split):not(:state(hidden))) {
    display: contents;
  }
`;
