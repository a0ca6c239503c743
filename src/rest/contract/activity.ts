import { type Activity, type ActivityDay, LANES } from '../../model/activity.js';
import { byId } from './order.js';
import { count, day, instant, oneOf, text } from './scalars.js';
import { into, list, map, object, optional, or, part, type Shape } from './shape.js';

const lane = or(oneOf(LANES), 'other');

const activityDay: Shape<ActivityDay> = object({ date: day, lane, count, types: or(map(count), new Map<string, number>()) });

/** One dot for a day and a lane: what an answer gives in two pieces is added up. */
function mergeDays(days: readonly ActivityDay[]): readonly ActivityDay[] {
  const merged = new Map<string, ActivityDay>();
  for (const one of days) {
    const key = `${one.date} ${LANES.indexOf(one.lane)}`;
    const held = merged.get(key);
    merged.set(key, held ? add(held, one) : one);
  }
  return Object.freeze([...merged].sort(([left], [right]) => byId(left, right)).map(([, one]) => one));
}

function add(left: ActivityDay, right: ActivityDay): ActivityDay {
  const types = new Map(left.types);
  for (const [type, more] of right.types) types.set(type, (types.get(type) ?? 0) + more);
  return Object.freeze({ ...left, count: left.count + right.count, types });
}

/** `activity` of section 4: days ascending, lanes in the documented order. */
export const activity: Shape<Activity> = object({
  days: into(list(activityDay), mergeDays),
  firstPurchase: optional(object({ at: instant })),
  lastActivity: optional(object({ at: instant, type: text })),
  eventTypes: part(list(object({ type: text, label: text, lane })), []),
});
