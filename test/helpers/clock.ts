/** The moment at which tests and the demo live: noon of the last day of the recorded households (T42). */
export const NOW = '2017-12-31T12:00:00Z';

/** A clock that stands still, for the `now` property. */
export function fixedNow(): Date {
  return new Date(NOW);
}
