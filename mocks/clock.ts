/**
 * "Now" of everything mocked: just after the last purchase of the data, on the evening of its last day. Never today, so that every
 * picture and test is the same.
 */
export const MOCK_NOW = '2017-12-31T23:45:00Z';

/** The last day of the data, in the shops' zone and in those west of Europe. */
export const MOCK_TODAY = '2017-12-31';

/** The shopping data has local times without a zone: this one is invented. */
export const MOCK_TIME_ZONE = 'America/New_York';

/** The shopping data is in US dollars (T42). */
export const MOCK_CURRENCY = 'USD';

/** From this day on the invented site and message tracking exists (B8, B16). */
export const INTEGRATED_ON = '2017-02-01';

/** For the elements' `now`. */
export function mockNow(): Date {
  return new Date(MOCK_NOW);
}
