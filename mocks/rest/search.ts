import { identities } from '../customers/index.js';
import type { SearchWire } from '../wire.js';

/**
 * Customers with this identifier, whatever its type (B2). Letter case is ignored, so that two customers whose identifiers differ
 * in nothing else are both found and a person chooses (T26).
 */
export function searchAnswer(identifier: string): SearchWire {
  const wanted = fold(identifier);
  if (!wanted) return { items: [] };
  const items = identities.flatMap(({ id, displayName, identifiers }): SearchWire['items'][number][] => {
    const found = fold(id) === wanted ? { type: 'customer-id', value: id } : identifiers.find(({ value }) => fold(value) === wanted);
    return found ? [{ id, ...(displayName && { displayName }), matchedOn: { type: found.type, value: found.value } }] : [];
  });
  return { items };
}

/** Letters and digits count; a phone number may be written with or without blanks. */
function fold(text: string): string {
  const trimmed = text.trim().toLowerCase();
  return /^\+?[\d\s()-]+$/.test(trimmed) ? trimmed.replace(/[\s()-]/g, '') : trimmed;
}
