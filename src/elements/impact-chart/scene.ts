import type { Impact, KpiSeries } from '../../model/impact.js';
import type { ImpactMode, Span } from './view.js';
import type { Writing } from './wording.js';

/** What is on screen, for whom and in which words: made once for each picture, and read by all that draws a part of it. */
export interface ImpactScene {
  readonly impact: Impact;
  readonly mode: ImpactMode;
  /** The figures of the mode. */
  readonly series: readonly KpiSeries[];
  /** Those of them that are drawn. */
  readonly shown: readonly KpiSeries[];
  /** The days of the picture; missing where neither the question nor the answer names any. */
  readonly span: Span | undefined;
  readonly rightToLeft: boolean;
  readonly writing: Writing;
}
