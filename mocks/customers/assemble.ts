import type { CampaignWire, CustomerWire, EventWire, FieldWire, PredictionsWire, ValuesWire } from '../wire.js';
import { createAttributes } from './attributes.js';
import type { MockCustomer } from './customer.js';
import { marketingEvents, newestFirst, purchaseEvents, refundEvents } from './events.js';
import { createHistory, kpiOn, kpis, type Refund } from './history.js';
import { proofsOf } from './proofs.js';
import type { Household, Order } from './shop.js';

/** What a customer is put together from. */
export interface Ingredients {
  readonly identity: CustomerWire;
  readonly segments?: MockCustomer['segments'];
  readonly orders: readonly Order[];
  readonly refunds?: readonly Refund[];
  readonly withoutSnapshot?: ReadonlySet<string>;
  readonly decisions: readonly CampaignWire[];
  /** Site visits and custom events; made when somebody wants to see events, since they may be a hundred thousand. */
  readonly otherEvents: () => readonly EventWire[];
  readonly demographics: Household['demographics'];
  readonly fixedFields: readonly (readonly [FieldWire, ValuesWire[string]])[];
  readonly predictions: PredictionsWire | 'not-enabled';
  readonly givesAverage: boolean;
}

/** Adds what follows from the ingredients: snapshots, the KPIs of each campaign day, all events in order, proofs. */
export function assemble(ingredients: Ingredients): MockCustomer {
  const { identity, segments, orders, refunds = [], withoutSnapshot, otherEvents, demographics, fixedFields, predictions, givesAverage } = ingredients;
  const firstOrder = orders[0]?.day ?? '9999';
  const contacts = ingredients.decisions
    .filter(({ decision, executionDate }) => decision === 'sent' && executionDate >= firstOrder)
    .map(({ executionDate }) => executionDate);
  const history = createHistory({ orders, refunds, contacts, ...(withoutSnapshot && { withoutSnapshot }) });
  const shown = kpis.filter(({ window }) => window === 'cumulative');
  const decisions = ingredients.decisions
    .map((decision) => ({ ...decision, kpisThatDay: Object.fromEntries(shown.map((kpi) => [kpi.key, kpiOn(history, kpi, decision.executionDate)])) }))
    .sort((left, right) => (left.executionDate === right.executionDate ? (left.id < right.id ? 1 : -1) : left.executionDate < right.executionDate ? 1 : -1));
  let held: readonly EventWire[] | undefined;
  const events = () => {
    held ??= newestFirst([...purchaseEvents(orders), ...refundEvents(refunds), ...marketingEvents(decisions), ...otherEvents()]);
    return held;
  };
  const { fields, valuesOn } = createAttributes({ orders, history, events, decisions, demographics, fixed: fixedFields });
  return {
    identity,
    ...(segments && { segments }),
    orders,
    history,
    fields,
    valuesOn,
    get events() {
      return events();
    },
    decisions,
    predictions,
    proofs: proofsOf(decisions, identity.displayName),
    givesAverage,
  };
}
