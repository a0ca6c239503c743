import type { Instant, PlainDay } from './day.js';
import type { Decimal } from './money.js';
import type { Product } from './product.js';

/** One customer in a search answer (B2). */
export interface CustomerMatch {
  readonly id: string;
  readonly displayName?: string;
  readonly matchedOn: { readonly type: string; readonly value: string };
}

export type Tone = 'info' | 'good' | 'warning' | 'bad';

export interface Flag {
  readonly label: string;
  readonly tone: Tone;
}

export interface Identifier {
  readonly type: string;
  readonly value: string;
  readonly label?: string;
  readonly verified?: boolean;
}

export interface Consent {
  readonly channel: string;
  readonly status: 'granted' | 'denied' | 'unknown';
  readonly since?: Instant | PlainDay;
}

export interface Customer {
  readonly id: string;
  readonly displayName?: string;
  readonly avatarUrl?: string;
  readonly status?: string;
  readonly flags: readonly Flag[];
  readonly identifiers: readonly Identifier[];
  readonly timeZone?: string;
  /** Missing when the backend does not say; then no place is shown for it. */
  readonly consents?: readonly Consent[];
}

/** The documented field types; anything else arrives as `text`. */
export const FIELD_TYPES = ['text', 'number', 'integer', 'money', 'percent', 'boolean', 'date', 'instant', 'email', 'phone', 'url', 'category'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Field {
  readonly key: string;
  /** The familiar name (O5); missing when no alias is known: the raw key is shown then, flagged. */
  readonly label?: string;
  readonly group?: string;
  readonly type: FieldType;
  readonly unit?: string;
  readonly currency?: string;
  readonly default: boolean;
  readonly custom: boolean;
  readonly sensitive: boolean;
  readonly source?: { readonly table: string; readonly column: string };
  /** Where the value of other sources differs (section 5, "Combined"). */
  readonly otherValues?: readonly { readonly source: string; readonly value: FieldValue }[];
}

/** Text keeps every digit of big numbers; `null` = known to be absent. */
export type FieldValue = string | number | boolean | null;

export interface Profile {
  readonly customer: Customer;
  /** The snapshot day shown (O2). */
  readonly asOf?: PlainDay;
  readonly fields: readonly Field[];
  /** By key; a missing key was not provided. A `Map`, so that no key can reach a prototype (TH6). */
  readonly values: ReadonlyMap<string, FieldValue>;
  /** Keys to show, in order, for all customers (B5); missing = the fields' own `default`. */
  readonly visible?: readonly string[];
  readonly segments: readonly { readonly id: string; readonly name: string }[];
  readonly previous?: { readonly asOf?: PlainDay; readonly values: ReadonlyMap<string, FieldValue> };
}

/** Which attributes are shown for all customers (B5, B6). */
export interface AttributeSettings {
  readonly visible: readonly string[];
  readonly editable: boolean;
  /** Sent back as `If-Match`. */
  readonly etag?: string;
}

export interface Metric {
  /** Decimal text. */
  readonly value: Decimal | null;
  readonly currency?: string;
  readonly scope: 'since-integration' | 'lifetime' | 'time-frame';
  readonly since?: PlainDay;
  readonly inTimeFrame?: Decimal;
  /** The same figure of the previous period of equal length. */
  readonly previous?: Decimal;
}

export const METRIC_NAMES = ['totalSpend', 'customerLifetimeValue', 'averageOrderValue', 'numberOfPurchases'] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

/** The activity metrics (B7 to B11). */
export interface Metrics {
  readonly totalSpend?: Metric;
  readonly customerLifetimeValue?: Metric;
  /** As given; else lifetime value ÷ purchases (B9); `value: null` when there is nothing to divide (T3). */
  readonly averageOrderValue?: Metric;
  readonly numberOfPurchases?: Metric;
  /** `null` = known that nothing was bought; missing = not provided (B11). */
  readonly lastProductPurchased?: Product | null;
  readonly series?: { readonly dates: readonly PlainDay[]; readonly values: ReadonlyMap<MetricName, readonly (number | null)[]> };
}
