import { css, nothing, svg, type TemplateResult } from 'lit';
import type { Distribution } from '../model/prediction.js';
import { html } from './html.js';
import { fractionOf } from './meter.js';

/** A customer among all customers (B36). */
export interface Placing {
  /** Missing or unusable: a plain bar from the lowest to the highest customer instead. */
  readonly distribution?: Distribution;
  /** On the distribution's scale; where it is not known, the percentile finds the place. */
  readonly value?: number;
  /** 0 to 100. */
  readonly percentile?: number;
  /** The whole picture in a sentence. */
  readonly label: string;
}

/** Style of distributions. */
export const distributionStyles = css`
  .distribution {
    display: block;
    inline-size: 100%;
    block-size: 3em;
    overflow: visible;
    stroke: none;
    forced-color-adjust: none;
  }
  .distribution:dir(rtl) {
    transform: scaleX(-1);
  }
  .distribution .everybody {
    fill: var(--_border);
  }
  .distribution .below {
    fill: var(--_accent);
    fill-opacity: 0.35;
  }
  .distribution .base,
  .distribution .mark {
    fill: none;
    stroke: var(--_edge);
    vector-effect: non-scaling-stroke;
  }
  .distribution .mark {
    stroke: var(--_accent);
    stroke-width: 2px;
  }
  .distribution .head {
    stroke-width: 9px;
    stroke-linecap: round;
  }
  @media (forced-colors: active) {
    .distribution .everybody {
      fill: GrayText;
      fill-opacity: 0.5;
    }
  }
`;

const WIDTH = 100;
const HEIGHT = 30;
/** Room above the highest bin for the head of the mark. */
const TOP = 6;
const MOST_BINS = 100;

/**
 * Draws the spread of all customers with this one's mark; geometry stands in attributes, since style attributes are not
 * allowed (F12). Nothing when there is no place to mark.
 */
export function renderDistribution({ distribution, value, percentile, label }: Placing): TemplateResult | typeof nothing {
  const bins = usableBins(distribution?.bins);
  const place = bins && distribution ? placeAmong(bins, distribution, value, percentile) : fromPercentile(percentile);
  if (place === undefined) return nothing;
  const x = round(place * WIDTH);
  const heights = bins ?? [0.3];
  // A line as short as can be, for its round ends: around none at all WebKit stretches them along with the picture.
  const head = `M${x} ${TOP / 2}h.01`;
  return html`<svg class="distribution" part="graph" role="img" aria-label=${label} viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
    ${svg`<path class="everybody" d=${outline(heights, 1)} />
    <path class="below" d=${outline(heights, place)} />
    <path class="base" d="M0 ${HEIGHT}H${WIDTH}" />
    <path class="mark" d="M${x} ${HEIGHT}V${TOP / 2}" />
    <path class="mark head" d=${head} />`}
  </svg>`;
}

/** Heights 0 to 1; neighbours are merged where there are more bins than can be seen. `undefined` when there is nothing to draw. */
function usableBins(counts: readonly number[] = []): readonly number[] | undefined {
  const step = Math.ceil(counts.length / MOST_BINS);
  const bins: number[] = [];
  counts.forEach((count, index) => {
    const bin = Math.floor(index / step);
    bins[bin] = (bins[bin] ?? 0) + (Number.isFinite(count) && count > 0 ? count : 0);
  });
  const highest = bins.reduce((most, bin) => Math.max(most, bin), 0);
  return bins.length > 1 && highest > 0 && Number.isFinite(highest) ? bins.map((bin) => bin / highest) : undefined;
}

function placeAmong(bins: readonly number[], { min, max }: Distribution, value: number | undefined, percentile: number | undefined): number | undefined {
  if (value !== undefined && Number.isFinite(value) && max > min) return fractionOf(value, min, max);
  const share = fromPercentile(percentile);
  if (share === undefined) return undefined;
  let left = share * bins.reduce((sum, bin) => sum + bin, 0);
  for (const [index, bin] of bins.entries()) {
    if (left <= bin) return (index + (bin ? left / bin : 0)) / bins.length;
    left -= bin;
  }
  return 1;
}

function fromPercentile(percentile: number | undefined): number | undefined {
  return percentile === undefined || Number.isNaN(percentile) ? undefined : fractionOf(percentile, 0, 100);
}

/** The stepped area of the bins from the left up to a fraction of the width. */
function outline(heights: readonly number[], fraction: number): string {
  const end = fraction * WIDTH;
  const width = WIDTH / heights.length;
  let path = `M0 ${HEIGHT}`;
  for (const [index, height] of heights.entries()) {
    if (index * width >= end) break;
    path += `V${round(HEIGHT - height * (HEIGHT - TOP))}H${round(Math.min((index + 1) * width, end))}`;
  }
  return `${path}V${HEIGHT}z`;
}

const round = (length: number) => Math.round(length * 100) / 100;
