import { createPlural } from '../plural.js';

/** Texts of the time frame control. Keys are unique across all slices. */
export interface TimeFrameMessages {
  readonly timeFrame: string;
  readonly lastDays: (count: number, formatted: string) => string;
  readonly lastMonths: (count: number, formatted: string) => string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  /** One of the two days is missing or cannot be read. */
  readonly bothDays: string;
}

const plural = createPlural('en');

/** English. */
export const englishTimeFrame: TimeFrameMessages = {
  timeFrame: 'Time frame',
  lastDays: (count, formatted) => plural(count, formatted, { one: 'Last day', other: 'Last # days' }),
  lastMonths: (count, formatted) => plural(count, formatted, { one: 'Last month', other: 'Last # months' }),
  from: 'From',
  to: 'To',
  apply: 'Apply',
  bothDays: 'Give both days, each with day, month and year',
};
