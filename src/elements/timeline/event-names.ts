import type { SharedMessages } from '../../i18n/slices/shared.js';
import type { TimelineMessages } from '../../i18n/slices/timeline.js';
import { channelText, knownChannel } from '../../i18n/words.js';
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

/** Longest type that is read as words (V17). */
const LONGEST = 1000;

/** Names activities by what the backend's registry calls their types; those that sources make of their tables are called as the reader would. */
export function createNames(registry: ReadonlyMap<string, string>, texts: SharedMessages & TimelineMessages, language: string): EventNames {
  const own = new Map([
    ['campaign-targeted', texts.campaignTargeted],
    ['campaign-control', texts.campaignControl],
    ['campaign-planned', texts.campaignPlanned],
    ['journey-start', texts.journeyStarted],
    ['journey-convert', texts.journeyConverted],
    ['journey-stop', texts.journeyStopped],
    ['bonus', texts.bonus],
  ]);
  const type = (word: string): string => {
    const named = registry.get(word) ?? own.get(word) ?? (knownChannel(word) && channelText(word, texts));
    if (named) return named;
    const words = word
      .slice(0, LONGEST)
      .replace(/[-_\s]+/g, ' ')
      .trim();
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  };
  const kind = (event: CustomerEvent): string => (event.message ? channelText(event.message.channel, texts) : type(event.type));
  const given = ({ name, message }: CustomerEvent) => name || message?.subject || message?.resource;
  return {
    type,
    kind,
    event: (event) => {
      const [word, what] = [given(event), kind(event) || texts.other(event.categoryAsGiven ?? event.category)];
      // Of what has an id and no name, the id alone says nothing.
      return word && /^#\d+$/.test(word) ? `${what} ${word}` : word || what;
    },
  };
}
