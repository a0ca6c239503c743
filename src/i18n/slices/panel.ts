import { createPlural } from '../plural.js';

/** Texts of `<c360-panel>`: header, trust strip, status. Keys are unique across all slices. */
export interface PanelMessages {
  /** Spoken once after a change of customer (A9). */
  readonly showing: (customer: string) => string;
  /** Beside the newest snapshot: `Optimove · as of 20 Nov`. */
  readonly sourceAsOf: (source: string, date: string) => string;
  readonly updatedAt: (time: string) => string;
  /** The backend cut days in another zone than the one asked for. */
  readonly daysIn: (zone: string) => string;
  readonly sectionsFailed: (count: number, formatted: string) => string;
  readonly refresh: string;
  readonly print: string;
}

const plural = createPlural('en');

/** English. */
export const englishPanel: PanelMessages = {
  showing: (customer) => `Showing ${customer}`,
  sourceAsOf: (source, date) => `${source}, as of ${date}`,
  updatedAt: (time) => `Updated ${time}`,
  daysIn: (zone) => `Days cut in ${zone}`,
  sectionsFailed: (count, formatted) => plural(count, formatted, { one: '# section could not load', other: '# sections could not load' }),
  refresh: 'Refresh',
  print: 'Print',
};
