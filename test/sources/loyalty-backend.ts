import { createRestSource, registerSource } from '../../src/index.js';

/** A visit, as the loyalty system tells it. */
interface Visit {
  readonly no: number;
  readonly when: string;
  readonly shop: string;
  readonly paid?: { readonly cents: number; readonly unit: string };
}

/** Their words → ours: the answer `events` of the contract. What comes out is checked, so a mistake here shows as "Unexpected answer". */
function toEvents(answer: unknown): unknown {
  const { visits, more } = answer as { readonly visits: readonly Visit[]; readonly more?: string };
  return {
    items: visits.map(({ no, when, shop, paid }) => ({
      id: `visit-${no}`,
      at: when,
      category: paid ? 'purchase' : 'custom',
      type: paid ? 'purchase' : 'visit',
      name: shop,
      ...(paid && { value: { amount: (paid.cents / 100).toFixed(2), currency: paid.unit } }),
    })),
    nextCursor: more ?? null,
  };
}

registerSource('loyalty', (connection) => {
  const { events } = createRestSource({
    ...connection,
    endpoints: { events: '/members/{id}/visits?since={from}&until={to}&page={cursor}' },
    transform: { events: toEvents },
  });
  // Only the readers named here exist: sections without one are not shown.
  return { events };
});
