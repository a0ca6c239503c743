import { css } from 'lit';

/**
 * Three cards beside each other where there is room, thin separators between them; likelihoods in two columns. Where two have room the
 * likelihoods stand below the others, whose columns are theirs.
 */
export const predictionsStyles = css`
  .cards {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .card + .card {
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_border);
  }
  .title {
    font-size: var(--_size-s);
  }
  .top {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  .prediction {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    block-size: 100%;
  }
  .figure {
    font-size: var(--_size-xl);
    font-weight: 600;
    line-height: 1.25;
  }
  .card > .prediction .figure {
    font-size: var(--_size-xxl);
  }
  .insufficient {
    padding-block: var(--_space);
    font-weight: 600;
  }
  .sentence {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .graph {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: end;
    padding-block-start: calc(var(--_space) * 2);
  }
  .card > .prediction .distribution {
    flex: 1;
    min-block-size: 3em;
    max-block-size: 9em;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 0.5);
  }
  .list {
    display: grid;
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
    margin-block-start: calc(var(--_space) * 2);
  }
  .list .distribution {
    block-size: 2em;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 4);
  }
  @container (min-width: 440px) {
    .list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 440px) and (max-width: 719.98px) {
    .cards {
      grid-auto-flow: dense;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .cards,
    .list {
      column-gap: calc(var(--_space) * 10);
    }
    .likelihoods {
      grid-column: 1 / -1;
    }
    .card:first-child:not(.likelihoods) ~ .card:not(.likelihoods) {
      margin-inline-start: calc(var(--_space) * -5 - 1px);
      padding-block-start: 0;
      padding-inline-start: calc(var(--_space) * 5);
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }
  }
  @container (min-width: 720px) {
    .cards {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr) minmax(0, 1fr);
    }
    .card + .card {
      padding-block-start: 0;
      padding-inline-start: calc(var(--_space) * 5);
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }
  }
`;
