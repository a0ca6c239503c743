import { type CSSResult, css } from 'lit';

/** Style of proofs. */
export const proofStyles: CSSResult = css`
  .proof {
    margin-block-start: calc(var(--_space) * 4);
  }
  .proof-text {
    max-block-size: 24em;
    overflow: auto;
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    white-space: pre-wrap;
  }
  /* Mails are written for white paper. */
  .proof-frame {
    display: block;
    inline-size: 100%;
    block-size: 30em;
    margin-block-start: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: #fff;
    color-scheme: light;
  }
`;
