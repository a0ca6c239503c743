import type { CommonMessages } from '../../i18n/slices/common.js';
import { channelText } from '../../i18n/words.js';
import type { CustomerEvent } from '../../model/event.js';

/** How activities are called. */
export interface EventNames {
  /** A type as the backend's registry calls it (B14); one nobody has named still reads as words: `product-view` → `Product view` (PS14). */
  readonly type: (type: string) => string;
  /** What kind of activity it is: of a message its channel, which is how its type is called in any language. */
  readonly kind: (event: CustomerEvent) => string;
  /** The name of an activity; one without a name is called what it is. */
  readonly event: (event: CustomerEvent) => string;
}

/** Names activities by what the backend's registry calls their types. */
export function createNames(registry: ReadonlyMap<string, string>, texts: CommonMessages): EventNames {
  const type = (word: string): string => {
    const words = word.replace(/[-_\s]+/g, ' ').trim();
    return registry.get(word) ?? words.charAt(0).toLocaleUpperCase() + words.slice(1);
  };
  const kind = (event: CustomerEvent): string => (event.message ? channelText(event.message.channel, texts) : type(event.type));
  return {
    type,
    kind,
    event: (event) => event.name || event.message?.subject || event.message?.resource || kind(event) || texts.other(event.categoryAsGiven ?? event.category),
  };
}
