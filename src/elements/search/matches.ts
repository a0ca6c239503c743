import type { CustomerMatch } from '../../model/customer.js';

/** A result with what a person must know before choosing it. */
export interface Choice {
  readonly match: CustomerMatch;
  /** Its id, or what it matched on, differs from another's or from what was typed in nothing but letter case (T26). */
  readonly doubtful: boolean;
}

/** How many results are listed; who finds more has to type more. */
export const MOST_CHOICES = 20;

const fold = (text: string) => text.toLowerCase();
const differsInCase = (left: string, right: string) => left !== right && fold(left) === fold(right);

/**
 * Marks the results among which letter case decides. Addresses of e-mail are the same in any case; everything else may not be,
 * and a wrong guess opens another person's file.
 */
export function toChoices(matches: readonly CustomerMatch[], typed: string): readonly Choice[] {
  const identifier = typed.trim();
  const choices = matches.slice(0, MOST_CHOICES).map((match) => {
    const { id, matchedOn } = match;
    const otherSpelling = matchedOn.type !== 'email' && differsInCase(matchedOn.value, identifier);
    return { match, doubtful: otherSpelling || matches.some((other) => differsInCase(other.id, id)) };
  });
  return [...choices.filter(({ doubtful }) => !doubtful), ...choices.filter(({ doubtful }) => doubtful)];
}
