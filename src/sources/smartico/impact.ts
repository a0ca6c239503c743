import { addDecimals } from '../../model/arithmetic.js';
import { type Attribution, IMPACTS } from '../../model/campaign.js';
import { addDays, daysBetween, type PlainDay } from '../../model/day.js';
import type { Impact, KpiSeries } from '../../model/impact.js';
import { type Decimal, toDecimal } from '../../model/money.js';
import { given } from '../given.js';
import { groupBy } from '../group-by.js';

const zero = toDecimal(0)!;

/**
 * Attributed value by kind of impact (S20, S21), as it grew since the tables reach back, shown from the first to the last of the days asked
 * for: a narrower time frame changes no figure. Only `value` is added up (S19, T31). Each day has a figure, since a day without deposit is
 * known to have had none.
 */
export function toImpact(attribution: readonly Attribution[], first: PlainDay, last: PlainDay): Impact {
  if (attribution.length === 0) return { dates: [], kpis: [], targetingDays: [], attribution };
  const earliest = attribution.reduce((day, { date }) => (date < day ? date : day), first);
  const dates = Array.from({ length: Math.max(daysBetween(first, last) + 1, 0) }, (_, index) => addDays(first, index));
  const before = Array.from({ length: daysBetween(earliest, first) }, (_, index) => addDays(earliest, index));
  // Amounts of two currencies never stand in one line.
  const groups = [...groupBy(attribution, ({ impact, value }) => `${impact}|${value.currency ?? ''}`).values()];
  groups.sort(([left], [right]) => IMPACTS.indexOf(left!.impact) - IMPACTS.indexOf(right!.impact));
  const kpis = groups.map((group): KpiSeries => {
    const { impact, value, impactAsGiven } = group[0]!;
    const byDay = groupBy(group, ({ date }) => date);
    let sum: Decimal = zero;
    const values = [...before, ...dates].map((day) => {
      const amounts = byDay.get(day)?.map((one) => one.value.amount);
      if (amounts) sum = addDecimals([sum, ...amounts]);
      return sum;
    });
    return given({
      key: ['attributed', impact, value.currency].filter(Boolean).join('-'),
      attributed: given({ impact, asGiven: impactAsGiven }),
      unit: 'money' as const,
      currency: value.currency,
      window: 'cumulative' as const,
      values: values.slice(before.length),
      source: 'j_av.value',
    });
  });
  return { dates, kpis, targetingDays: [], attribution };
}
