// What a row of events is, said once for every library that checks it, and by hand: members of the contract's event, as they come.
import type { EventWire } from '../../../mocks/wire.js';

/** An answer as far as it is measured. */
export interface EventPage {
  readonly items: readonly EventWire[];
  readonly nextCursor: string | null;
}

/** What a library makes a schema of. Members nobody has named are allowed, as the contract says. */
export interface Kit<Schema> {
  readonly text: Schema;
  readonly number: Schema;
  readonly truth: Schema;
  /** A moment as text; whether it names one is measured apart. */
  readonly moment: Schema;
  word(words: readonly string[]): Schema;
  object(members: Readonly<Record<string, Schema>>): Schema;
  list(item: Schema): Schema;
  /** Any names, each with a text, a number, a truth or nothing. */
  values(): Schema;
  optional(schema: Schema): Schema;
  nullable(schema: Schema): Schema;
}

const CATEGORIES: readonly EventWire['category'][] = ['site', 'email', 'message', 'purchase', 'journey', 'bonus', 'custom'];
type Fact = NonNullable<EventWire['message']>['lifecycle'][number]['fact'];
const FACTS: readonly Fact[] = ['create', 'sent', 'delivered', 'impression', 'click', 'fail', 'optout', 'read', 'delete'];

/** The schema of one event. */
export function eventOf<Schema>(kit: Kit<Schema>): Schema {
  const { text, number, truth, moment, object, list, optional } = kit;
  const money = object({ amount: text, currency: optional(text) });
  const product = object({
    id: text,
    name: text,
    price: optional(money),
    imageUrl: optional(text),
    url: optional(text),
    purchasedAt: optional(moment),
  });
  const message = object({
    communicationId: text,
    channel: text,
    subject: optional(text),
    resource: optional(text),
    variation: optional(text),
    providerName: optional(text),
    activityType: optional(text),
    gatewayId: optional(text),
    lifecycle: list(object({ fact: kit.word(FACTS), at: moment, details: optional(text) })),
    plannedSendAt: optional(moment),
    failReason: optional(text),
  });
  const bonus = object({
    bonusId: text,
    name: optional(text),
    sourceProduct: text,
    entityId: optional(text),
    history: list(object({ status: text, at: moment, errorCode: optional(text), error: optional(text) })),
  });
  const journey = object({
    id: text,
    campaignId: optional(text),
    startedAt: moment,
    stoppedAt: optional(moment),
    convertedAt: optional(moment),
    expectedStopAt: optional(moment),
    abTarget: optional(truth),
    activities: optional(list(object({ type: text, at: moment, name: optional(text) }))),
  });
  return object({
    id: text,
    at: moment,
    category: kit.word(CATEGORIES),
    type: text,
    name: optional(text),
    campaign: optional(object({ campaignId: text, name: text, type: optional(text) })),
    product: optional(product),
    order: optional(object({ id: text, total: money, items: list(object({ product, quantity: optional(number), amount: optional(money) })) })),
    message: optional(message),
    bonus: optional(bonus),
    journey: optional(journey),
    value: optional(money),
    properties: optional(kit.values()),
    source: optional(text),
  });
}

/** The schema of the whole answer. */
export function pageOf<Schema>(kit: Kit<Schema>): Schema {
  return kit.object({ items: kit.list(eventOf(kit)), nextCursor: kit.nullable(kit.text) });
}

type Given<Value> = { readonly [Key in keyof Value]?: unknown };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string';

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isItem(item)) return false;
  return true;
}

function isMoney(value: unknown): boolean {
  return isRecord(value) && typeof value['amount'] === 'string' && isOptionalText(value['currency']);
}

function isProduct(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, name, price, imageUrl, url, purchasedAt }: Given<NonNullable<EventWire['product']>> = value;
  const isPriced = price === undefined || isMoney(price);
  return typeof id === 'string' && typeof name === 'string' && isPriced && isOptionalText(imageUrl) && isOptionalText(url) && isOptionalText(purchasedAt);
}

function isCampaign(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { campaignId, name, type }: Given<NonNullable<EventWire['campaign']>> = value;
  return typeof campaignId === 'string' && typeof name === 'string' && isOptionalText(type);
}

function isOrderItem(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { product, quantity, amount }: Given<NonNullable<EventWire['order']>['items'][number]> = value;
  return isProduct(product) && (quantity === undefined || typeof quantity === 'number') && (amount === undefined || isMoney(amount));
}

function isOrder(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, total, items }: Given<NonNullable<EventWire['order']>> = value;
  return typeof id === 'string' && isMoney(total) && isList(items, isOrderItem);
}

function isFact(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { fact, at, details }: Given<NonNullable<EventWire['message']>['lifecycle'][number]> = value;
  return FACTS.includes(fact as Fact) && typeof at === 'string' && isOptionalText(details);
}

function isMessage(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const message: Given<NonNullable<EventWire['message']>> = value;
  return (
    typeof message.communicationId === 'string' &&
    typeof message.channel === 'string' &&
    isOptionalText(message.subject) &&
    isOptionalText(message.resource) &&
    isOptionalText(message.variation) &&
    isOptionalText(message.providerName) &&
    isOptionalText(message.activityType) &&
    isOptionalText(message.gatewayId) &&
    isList(message.lifecycle, isFact) &&
    isOptionalText(message.plannedSendAt) &&
    isOptionalText(message.failReason)
  );
}

function isBonusStatus(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { status, at, errorCode, error }: Given<NonNullable<EventWire['bonus']>['history'][number]> = value;
  return typeof status === 'string' && typeof at === 'string' && isOptionalText(errorCode) && isOptionalText(error);
}

function isBonus(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { bonusId, name, sourceProduct, entityId, history }: Given<NonNullable<EventWire['bonus']>> = value;
  return typeof bonusId === 'string' && isOptionalText(name) && typeof sourceProduct === 'string' && isOptionalText(entityId) && isList(history, isBonusStatus);
}

function isActivity(value: unknown): boolean {
  return isRecord(value) && typeof value['type'] === 'string' && typeof value['at'] === 'string' && isOptionalText(value['name']);
}

function isJourney(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const journey: Given<NonNullable<EventWire['journey']>> = value;
  return (
    typeof journey.id === 'string' &&
    isOptionalText(journey.campaignId) &&
    typeof journey.startedAt === 'string' &&
    isOptionalText(journey.stoppedAt) &&
    isOptionalText(journey.convertedAt) &&
    isOptionalText(journey.expectedStopAt) &&
    (journey.abTarget === undefined || typeof journey.abTarget === 'boolean') &&
    (journey.activities === undefined || isList(journey.activities, isActivity))
  );
}

/** A text, a number, a truth or nothing. */
export function isValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
}

function isValues(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const name in value) if (!isValue(value[name])) return false;
  return true;
}

function isEvent(value: unknown): value is EventWire {
  if (!isRecord(value)) return false;
  const event: Given<EventWire> = value;
  return (
    typeof event.id === 'string' &&
    typeof event.at === 'string' &&
    CATEGORIES.includes(event.category as EventWire['category']) &&
    typeof event.type === 'string' &&
    isOptionalText(event.name) &&
    (event.campaign === undefined || isCampaign(event.campaign)) &&
    (event.product === undefined || isProduct(event.product)) &&
    (event.order === undefined || isOrder(event.order)) &&
    (event.message === undefined || isMessage(event.message)) &&
    (event.bonus === undefined || isBonus(event.bonus)) &&
    (event.journey === undefined || isJourney(event.journey)) &&
    (event.value === undefined || isMoney(event.value)) &&
    (event.properties === undefined || isValues(event.properties)) &&
    isOptionalText(event.source)
  );
}

/** The guard somebody would write by hand: each member of each row, nothing copied, nothing changed. */
export function isPage(value: unknown): value is EventPage {
  return isRecord(value) && isList(value['items'], isEvent) && (value['nextCursor'] === null || typeof value['nextCursor'] === 'string');
}
