import type { PlainDay } from '../model/day.js';
import type { SectionName } from '../model/resource.js';
import type { ErrorKind } from '../model/source-error.js';

/** A section shows its answer; once per completed load or refresh, not per page. */
export interface LoadDetail {
  readonly section: SectionName;
  readonly customerId: string;
  readonly status: 'ready' | 'empty' | 'hidden';
}

/** A section could not load; once per final failure. */
export interface ErrorDetail {
  readonly section: SectionName;
  readonly customerId: string;
  readonly kind: ErrorKind;
  readonly reason?: string;
  readonly status?: number;
  readonly retryable: boolean;
  readonly requestId?: string;
}

/** Every event the elements fire and what its `detail` holds: ids, kinds and dates, never names, addresses or amounts (PR5). */
export interface C360EventDetails {
  /** A section shows its answer: once per completed load or refresh. */
  'c360-load': LoadDetail;
  /** It finally could not, or what was asked for beside it could not; attempts in between fire nothing. */
  'c360-error': ErrorDetail;
  /** A token could not be renewed. */
  'c360-auth-error': { readonly status: number | undefined };
  /** Cancelable: a customer was chosen in the search. */
  'c360-customer-change': { readonly customerId: string; readonly matchedOn: string };
  /** Cancelable: another time frame was chosen. */
  'c360-time-frame-change': { readonly from: PlainDay | undefined; readonly to: PlainDay | undefined; readonly timeFrame: string };
  /** A day is hovered or focused in one section and marked in the others. */
  'c360-day-focus': { readonly date: PlainDay | null; readonly origin: SectionName };
  /** Cancelable: the host may open its own catalog. */
  'c360-product-open': { readonly productId: string; readonly url: string | undefined };
  /** Cancelable: the host may show its own page of the campaign. */
  'c360-campaign-open': { readonly source: string | undefined; readonly campaignId: string; readonly actionId?: string; readonly executionDate?: PlainDay };
  /** Cancelable: the host may show its own proof. */
  'c360-message-open': { readonly communicationId: string; readonly channel: string };
  /** Cancelable, before it is saved: the host may save it itself. */
  'c360-attributes-change': { readonly visible: readonly string[]; readonly scope: 'all-customers' | 'mine' };
  /** Cancelable, each time a masked value is uncovered: for the host's audit log. */
  'c360-reveal': { readonly key: string };
  /** Cancelable: the host may forbid it. */
  'c360-export': { readonly section: SectionName | 'panel'; readonly format: 'csv' | 'png' | 'print' | 'copy' };
}

export type C360EventName = keyof C360EventDetails;

const cancelable: ReadonlySet<C360EventName> = new Set<C360EventName>([
  'c360-customer-change',
  'c360-time-frame-change',
  'c360-product-open',
  'c360-campaign-open',
  'c360-message-open',
  'c360-attributes-change',
  'c360-reveal',
  'c360-export',
]);

/** Fires an event that bubbles and crosses shadow roots; `false` when the host cancelled it. */
export function emit<Name extends C360EventName>(element: EventTarget, name: Name, detail: C360EventDetails[Name]): boolean {
  return element.dispatchEvent(new CustomEvent(name, { detail: Object.freeze(detail), bubbles: true, composed: true, cancelable: cancelable.has(name) }));
}

/** The events by name, for hosts that type their own listeners; `addEventListener` of elements knows them. */
export type C360EventMap = { [Name in C360EventName]: CustomEvent<C360EventDetails[Name]> };

declare global {
  interface HTMLElementEventMap extends C360EventMap {}
}
