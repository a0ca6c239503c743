import { MASK, type Maskable } from './masking.js';

/** The customer's id, wherever it is written: on screen, in files. */
export const CUSTOMER_ID: Maskable = { key: 'id', type: 'id', personal: true };

/** What came with an answer, without the customer's id in its query where ids are hidden: SQL names whom it asks about. */
export function coverQuery<Meta extends { readonly query?: string }>(meta: Meta, id: unknown, isHidden: boolean): Meta {
  return isHidden && meta.query && typeof id === 'string' && id ? { ...meta, query: meta.query.replaceAll(id, MASK) } : meta;
}
