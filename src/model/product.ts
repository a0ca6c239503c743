import type { Instant } from './day.js';
import type { Money } from './money.js';

/** A thing bought or looked at (B11, B26, B27). URLs are judged by `format/link` before use. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly price?: Money;
  readonly imageUrl?: string;
  readonly url?: string;
  readonly purchasedAt?: Instant;
}
