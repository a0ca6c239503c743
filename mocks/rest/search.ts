import { customerOf, listings } from '../customers/index.js';
import type { SearchWire } from '../wire.js';

/**
 * Customers with this identifier, whatever its type (B2). Letter case is ignored, so that two customers whose identifiers differ
 * in nothing else are both found and a person chooses (T26).
 */
export function searchAnswer(identifier: string): SearchWire {
  const wanted = fold(identifier);
  if (!wanted) return { items: [] };
  const items = listings.flatMap(({ id }): SearchWire['items'][number][] => {
    const identity = customerOf(id)?.identity;
    const matchedOn = fold(id) === wanted ? { type: 'customer-id', value: id } : identity?.identifiers.find(({ value }) => fold(value) === wanted);
    if (!identity || !matchedOn) return [];
    return [{ id, ...(identity.displayName && { displayName: identity.displayName }), matchedOn: { type: matchedOn.type, value: matchedOn.value } }];
  });
  return { items };
}

/** Letters and digits count; a phone number may be written with or without blanks. */
function fold(text: string): string {
  const trimmed = text.trim().toLowerCase();
  return /^\+?[\d\s()-]+$/.test(trimmed) ? trimmed.replace(/[\s()-]/g, '') : trimmed;
}
