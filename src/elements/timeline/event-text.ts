import type { CommonMessages } from '../../i18n/slices/common.js';
import { channelText } from '../../i18n/words.js';
import type { CustomerEvent } from '../../model/event.js';

/** How the types of activities are called, as the backend's registry says (B14). */
export type TypeLabels = ReadonlyMap<string, string>;

/** `product-view` → `Product view`: a type nobody has named still reads as words (PS14). */
export function typeText(type: string, labels: TypeLabels): string {
  const words = type.replace(/[-_\s]+/g, ' ').trim();
  return labels.get(type) ?? words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** What kind of activity it is: of a message its channel, which is how its type is called in any language. */
export function kindText({ type, message }: CustomerEvent, labels: TypeLabels, texts: CommonMessages): string {
  return message ? channelText(message.channel, texts) : typeText(type, labels);
}

/** The name of an activity; one without a name is called what it is. */
export function nameOf(event: CustomerEvent, labels: TypeLabels, texts: CommonMessages): string {
  return (
    event.name || event.message?.subject || event.message?.resource || kindText(event, labels, texts) || texts.other(event.categoryAsGiven ?? event.category)
  );
}
