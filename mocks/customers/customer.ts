import type { CampaignWire, CustomerWire, EventWire, FieldWire, PredictionsWire, ProofWire, ValuesWire } from '../wire.js';
import type { History } from './history.js';
import type { Order } from './shop.js';

/** Everything the mocked backend knows of one customer; the handlers cut answers out of it. */
export interface MockCustomer {
  readonly identity: CustomerWire;
  readonly segments?: readonly { readonly id: string; readonly name: string }[];
  /** Oldest first. */
  readonly orders: readonly Order[];
  readonly history: History;
  readonly fields: readonly FieldWire[];
  /** The snapshot of a day, sensitive values included. */
  readonly valuesOn: (day: string) => ValuesWire;
  /** Newest first. */
  readonly events: readonly EventWire[];
  /** Newest first. */
  readonly decisions: readonly CampaignWire[];
  /** `not-enabled`: the client has no licence (B28). */
  readonly predictions: PredictionsWire | 'not-enabled';
  /** By `communicationId`. */
  readonly proofs: ReadonlyMap<string, ProofWire>;
  /** Whether the backend says the average order value itself or leaves it to the reader (B9). */
  readonly givesAverage: boolean;
}

/** A customer before it is put together. */
export interface CustomerMaker {
  readonly identity: CustomerWire;
  /** What this customer is good for seeing. */
  readonly shows: string;
  readonly create: () => MockCustomer;
}
